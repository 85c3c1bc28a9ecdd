-- The same child in two records of one organisation: how often records agree (learnt, with a date), each pair that
-- is possibly one child with why, and what people said of it. A pair is evidence. It merges nothing and can be taken back.

-- ---------------------------------------------------------------- what was learnt
create table waymark.matching_model (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  number integer not null check (number > 0),
  learned_at timestamptz not null,
  records integer not null check (records >= 0),
  rounds integer not null check (rounds >= 0),
  model jsonb not null,
  frequencies jsonb not null,
  unique (organisation_id, number)
);
comment on table waymark.matching_model is 'How often two records of one child agree in each thing, and two records of two children, learnt from the records alone on a day. Each learning is a new row; the newest is used.';
comment on column waymark.matching_model.frequencies is 'How many records have each word or value, by its key, where more than one has it: so that a common name says less than a rare one.';
alter table waymark.matching_model enable row level security;
alter table waymark.matching_model force row level security;
create policy workers_of_the_organisation on waymark.matching_model for select to waymark_app using (
  organisation_id = (select waymark.actor_organisation())
  and (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager', 'auditor', 'system'));
create policy system_learns on waymark.matching_model for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) = 'system');
grant select, insert on waymark.matching_model to waymark_app;

-- ---------------------------------------------------------------- every record with every other
create table waymark.matching_run (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  state text not null default 'asked' check (state in ('asked', 'running', 'stopping', 'stopped', 'done', 'failed')),
  phase text not null default 'reading' check (phase in ('reading', 'learning', 'comparing')),
  asked_by uuid not null references waymark.person default waymark.actor_id(),
  asked_at timestamptz not null,
  seen_at timestamptz,
  ended_at timestamptz,
  done integer not null default 0 check (done >= 0),
  of integer not null default 0 check (of >= 0),
  records integer check (records >= 0),
  found integer not null default 0 check (found >= 0),
  crowded integer not null default 0 check (crowded >= 0),
  model_id uuid references waymark.matching_model,
  digest text check (length(digest) = 64)
);
create unique index one_matching_run_at_a_time on waymark.matching_run (organisation_id) where state in ('asked', 'running', 'stopping');
create index matching_run_of on waymark.matching_run (organisation_id, asked_at desc);
comment on table waymark.matching_run is 'One comparison of every record of an organisation with every other: asked for by a manager of the whole organisation, stopped and gone on with at will. Holds counts only.';
comment on column waymark.matching_run.seen_at is 'When whoever does the work last said that it goes on. Silent for long, another may take it up.';
comment on column waymark.matching_run.digest is 'Of what was compared: where it is still the same, a stopped run goes on where it was.';
comment on column waymark.matching_run.crowded is 'Records that are alike to more others than are kept for one.';
alter table waymark.matching_run enable row level security;
alter table waymark.matching_run force row level security;
create policy leads_see on waymark.matching_run for select to waymark_app using (
  organisation_id = (select waymark.actor_organisation())
  and (select waymark.actor_role()) in ('manager', 'auditor', 'system') and (select waymark.actor_team()) is null);
create policy leads_ask on waymark.matching_run for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation()) and asked_by = (select waymark.actor_id()) and state = 'asked'
  and (select waymark.actor_role()) in ('manager', 'system') and (select waymark.actor_team()) is null);
create policy leads_stop on waymark.matching_run for update to waymark_app using (
  organisation_id = (select waymark.actor_organisation())
  and (select waymark.actor_role()) in ('manager', 'system') and (select waymark.actor_team()) is null);
create policy only_the_work_says_how_far on waymark.matching_run as restrictive for update to waymark_app using (true)
  with check ((select waymark.actor_role()) = 'system' or state in ('asked', 'stopping', 'stopped'));
grant select, insert on waymark.matching_run to waymark_app;
grant update (state, phase, seen_at, ended_at, done, of, records, found, crowded, model_id, digest) on waymark.matching_run to waymark_app;

-- ---------------------------------------------------------------- two records that may be one child
create table waymark.same_child_pair (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  one_id uuid not null references waymark.child,
  two_id uuid not null references waymark.child,
  standing text not null default 'open' check (standing in ('open', 'proposed', 'same', 'not_same', 'cannot_say')),
  weight real not null,
  steps jsonb not null,
  model_id uuid references waymark.matching_model,
  found_by text not null check (found_by in ('run', 'record')),
  found_at timestamptz not null,
  weighed_at timestamptz not null,
  decided_weight real,
  handed_to uuid references waymark.person,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (one_id, two_id),
  constraint in_one_order check (one_id < two_id)
);
create index same_child_pair_waiting on waymark.same_child_pair (organisation_id, weight desc, id) where standing in ('open', 'proposed');
create index same_child_pair_of_two on waymark.same_child_pair (two_id);
create index same_child_pair_handed on waymark.same_child_pair (handed_to) where handed_to is not null;
create index same_child_pair_linked on waymark.same_child_pair (organisation_id, standing) where standing = 'same';
comment on table waymark.same_child_pair is 'Two records of one organisation that may be about one child, with how they compare step by step. Shown only to those who reach both. A link is evidence: both records stay as they are.';
comment on column waymark.same_child_pair.weight is 'In bits, of the pair of records and of no child: how much likelier what they say is for one child than for two.';
comment on column waymark.same_child_pair.decided_weight is 'What it was when somebody last said something, to see when more has become known since.';
comment on column waymark.same_child_pair.handed_to is 'Who was asked to decide it.';

create table waymark.same_child_act (
  id uuid primary key default gen_random_uuid(),
  pair_id uuid not null references waymark.same_child_pair,
  act text not null check (act in ('same', 'not_same', 'cannot_say', 'agreed', 'not_agreed', 'undone', 'handed_over')),
  reason text not null check (length(btrim(reason)) between 1 and 2000),
  to_person uuid references waymark.person,
  by_id uuid not null references waymark.person default waymark.actor_id(),
  at timestamptz not null,
  pair_version integer not null,
  weight real,
  steps jsonb,
  constraint handed_to_somebody check ((act = 'handed_over') = (to_person is not null))
);
create index same_child_act_of on waymark.same_child_act (pair_id, at);
comment on table waymark.same_child_act is 'What people said of a pair, with reasons, in order. Only added to. Two people make a link; one takes it back.';
comment on column waymark.same_child_act.steps is 'How the two compared when it was said.';

alter table waymark.same_child_pair enable row level security;
alter table waymark.same_child_pair force row level security;
alter table waymark.same_child_act enable row level security;
alter table waymark.same_child_act force row level security;
create policy both_within_reach on waymark.same_child_pair for select to waymark_app using (
  (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager', 'auditor', 'system')
  and exists (select from waymark.child c where c.id = one_id) and exists (select from waymark.child c where c.id = two_id));
create policy system_finds on waymark.same_child_pair for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) = 'system'
  and standing = 'open' and decided_weight is null and handed_to is null
  and exists (select from waymark.child c where c.id = one_id and c.organisation_id = (select waymark.actor_organisation()))
  and exists (select from waymark.child c where c.id = two_id and c.organisation_id = (select waymark.actor_organisation())));
create policy system_weighs on waymark.same_child_pair for update to waymark_app using (
  organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) = 'system');
grant select, insert on waymark.same_child_pair to waymark_app;
grant update (weight, steps, model_id, weighed_at) on waymark.same_child_pair to waymark_app;
create trigger keep_version before update on waymark.same_child_pair for each row execute function waymark.keep_version();

create policy of_a_pair_within_reach on waymark.same_child_act for select to waymark_app using (
  exists (select from waymark.same_child_pair p where p.id = pair_id));
create policy said_as_oneself on waymark.same_child_act for insert to waymark_app with check (
  (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager') and by_id = (select waymark.actor_id())
  and exists (select from waymark.same_child_pair p where p.id = pair_id
    and p.one_id <> all (array(select waymark.actor_only_audits())) and p.two_id <> all (array(select waymark.actor_only_audits()))));
grant select on waymark.same_child_act to waymark_app;
grant insert (pair_id, act, reason, to_person, at, pair_version) on waymark.same_child_act to waymark_app;

-- ---------------------------------------------------------------- who reaches both
create function waymark.who_reaches_both(one uuid, two uuid) returns table (id uuid, name text, role text)
  language sql stable security definer set search_path = pg_catalog
  as $$
  select p.id, p.name, p.role from waymark.person p
  where p.ended_at is null and p.role in ('practitioner', 'guardian', 'manager') and (
    (p.role = 'manager' and not exists (
      select from waymark.child c where c.id in (one, two)
        and not (c.organisation_id = p.organisation_id and (p.team_id is null or c.team_id is not distinct from p.team_id))))
    or not exists (
      select from unnest(array[one, two]) k(id) where not exists (
        select from waymark.allocation a where a.child_id = k.id and a.person_id = p.id and a.ended_on is null)))
    and p.organisation_id in (select c.organisation_id from waymark.child c where c.id in (one, two)
      union select q.organisation_id from waymark.allocation a join waymark.person q on q.id = a.person_id
        where a.child_id in (one, two) and a.ended_on is null)
  order by p.name, p.id limit 200
$$;
comment on function waymark.who_reaches_both(uuid, uuid) is 'Who may open both records, so that a pair can be handed to them. Asked only about pairs that the actor sees.';
alter function waymark.who_reaches_both(uuid, uuid) owner to waymark_reach;

create function waymark.may_decide_pair(pair uuid) returns table (id uuid, name text, role text)
  language sql stable set search_path = pg_catalog
  as $$
  select w.id, w.name, w.role from waymark.same_child_pair p cross join lateral waymark.who_reaches_both(p.one_id, p.two_id) w where p.id = pair
$$;
comment on function waymark.may_decide_pair(uuid) is 'As who_reaches_both, for a pair the actor sees; nobody for any other.';

-- ---------------------------------------------------------------- what an act does, and two people for a link
create function waymark.same_child_stands() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  p waymark.same_child_pair;
  proposer uuid;
  becomes text;
begin
  select * into p from waymark.same_child_pair where id = new.pair_id for update;
  if p.version is distinct from new.pair_version then
    raise exception 'the pair changed meanwhile' using errcode = 'restrict_violation', constraint = 'pair_changed';
  end if;
  becomes := case
    when new.act = 'same' and p.standing in ('open', 'cannot_say') then 'proposed'
    when new.act in ('not_same', 'cannot_say') and p.standing in ('open', 'cannot_say') then new.act
    when new.act = 'agreed' and p.standing = 'proposed' then 'same'
    when new.act = 'not_agreed' and p.standing = 'proposed' then 'open'
    when new.act = 'undone' and p.standing in ('proposed', 'same', 'not_same') then 'open'
    when new.act = 'handed_over' and p.standing in ('open', 'proposed', 'cannot_say') then p.standing
  end;
  if becomes is null then
    raise exception 'this cannot be said of a pair that stands so' using errcode = 'restrict_violation', constraint = 'acts_in_order';
  end if;
  if new.act in ('agreed', 'not_agreed') then
    select a.by_id into proposer from waymark.same_child_act a where a.pair_id = p.id and a.act = 'same' order by a.at desc, a.id limit 1;
    if proposer is null or proposer = new.by_id then
      raise exception 'somebody else answers' using errcode = 'restrict_violation', constraint = 'a_second_person_answers';
    end if;
  end if;
  if new.act = 'handed_over' and not exists (select from waymark.who_reaches_both(p.one_id, p.two_id) w where w.id = new.to_person) then
    raise exception 'whoever decides may open both records' using errcode = 'restrict_violation', constraint = 'handed_to_who_may';
  end if;
  new.weight := p.weight;
  new.steps := p.steps;
  update waymark.same_child_pair set standing = becomes,
    handed_to = case when new.act = 'handed_over' then new.to_person when new.act in ('same', 'undone', 'not_agreed') then null else handed_to end,
    decided_weight = case when new.act = 'handed_over' then decided_weight else p.weight end
   where id = p.id;
  return new;
end $$;
comment on function waymark.same_child_stands() is 'Where a pair stands follows from what people said, and from nothing else: in order, on the version they saw, and a link only by a second person.';
grant select on waymark.same_child_pair, waymark.same_child_act to waymark_keeper, waymark_reach;
grant update (standing, handed_to, decided_weight) on waymark.same_child_pair to waymark_keeper;
create policy keeper_reads on waymark.same_child_pair for select to waymark_keeper using (true);
create policy keeper_stands on waymark.same_child_pair for update to waymark_keeper using (true);
create policy keeper_reads on waymark.same_child_act for select to waymark_keeper using (true);
create policy reach_reads on waymark.same_child_pair for select to waymark_reach using (true);
create policy reach_reads on waymark.same_child_act for select to waymark_reach using (true);
create trigger same_child_stands before insert on waymark.same_child_act for each row execute function waymark.same_child_stands();
alter function waymark.same_child_stands() owner to waymark_keeper;

-- ---------------------------------------------------------------- a link is known on both records
create function waymark.linked_elsewhere(child uuid) returns table (since timestamptz, ask text)
  language sql stable security definer set search_path = pg_catalog
  as $$
  select l.at, q.name
  from waymark.same_child_pair p
  cross join lateral (select a.at, a.by_id from waymark.same_child_act a where a.pair_id = p.id and a.act = 'agreed' order by a.at desc limit 1) l
  join waymark.person q on q.id = l.by_id
  where p.standing = 'same' and linked_elsewhere.child in (p.one_id, p.two_id)
    and waymark.actor_role() in ('practitioner', 'guardian', 'manager')
    and exists (select from waymark.child c where c.id = linked_elsewhere.child and (c.id in (select waymark.actor_children())
      or (waymark.actor_role() = 'manager' and c.organisation_id = waymark.actor_organisation()
        and (waymark.actor_team() is null or c.team_id is not distinct from waymark.actor_team()))))
    and not exists (select from waymark.child c where c.id in (p.one_id, p.two_id) and c.id <> linked_elsewhere.child and (c.id in (select waymark.actor_children())
      or (waymark.actor_role() = 'manager' and c.organisation_id = waymark.actor_organisation()
        and (waymark.actor_team() is null or c.team_id is not distinct from waymark.actor_team()))))
  order by l.at desc limit 20
$$;
comment on function waymark.linked_elsewhere(uuid) is 'That two people said another record is about this child, for whoever reaches this record and not the other: since when, and whom to ask. Nothing of the other record.';
alter function waymark.linked_elsewhere(uuid) owner to waymark_reach;

-- ---------------------------------------------------------------- records to be compared again
create table waymark.matching_due (
  child_id uuid primary key references waymark.child,
  since timestamptz not null default clock_timestamp(),
  done_at timestamptz
);
create index matching_due_waiting on waymark.matching_due (since) where done_at is null;
comment on table waymark.matching_due is 'Records in which a name, a birth, a number or a way to reach them changed, to be compared with all others by the service itself within minutes.';
alter table waymark.matching_due enable row level security;
alter table waymark.matching_due force row level security;
create policy system_compares on waymark.matching_due for select to waymark_app using (
  (select waymark.actor_role()) = 'system' and exists (select from waymark.child c where c.id = child_id and c.organisation_id = (select waymark.actor_organisation())));
create policy system_is_done on waymark.matching_due for update to waymark_app using (
  (select waymark.actor_role()) = 'system' and exists (select from waymark.child c where c.id = child_id and c.organisation_id = (select waymark.actor_organisation())));
grant select on waymark.matching_due to waymark_app;
grant update (done_at) on waymark.matching_due to waymark_app;
grant select, insert on waymark.matching_due to waymark_keeper;
grant update (since, done_at) on waymark.matching_due to waymark_keeper;
create policy keeper_notes on waymark.matching_due to waymark_keeper using (true) with check (true);
call waymark.only_read_for_an_audit('waymark.matching_due');

create function waymark.note_matching_due() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- What is loaded in bulk, by nobody who is named, is compared by a run.
  if waymark.actor_id() is not null then
    insert into waymark.matching_due (child_id) values (new.child_id)
      on conflict (child_id) do update set since = clock_timestamp(), done_at = null;
  end if;
  return null;
end $$;
comment on function waymark.note_matching_due() is 'What a record can be found by changed: it is compared again.';
create trigger note_matching_due after insert on waymark.child_key for each row execute function waymark.note_matching_due();
create trigger note_matching_due_again after update on waymark.child_key for each row when (old.keys is distinct from new.keys) execute function waymark.note_matching_due();
create trigger note_matching_due after insert or update on waymark.contact_way for each row execute function waymark.note_matching_due();
alter function waymark.note_matching_due() owner to waymark_keeper;

create function waymark.compare_again(child uuid) returns boolean language sql security definer set search_path = pg_catalog
  as $$
  insert into waymark.matching_due (child_id)
    select c.id from waymark.child c where c.id = compare_again.child
      and waymark.actor_role() in ('practitioner', 'guardian', 'manager') and (c.id in (select waymark.actor_children())
        or (waymark.actor_role() = 'manager' and c.organisation_id = waymark.actor_organisation()
          and (waymark.actor_team() is null or c.team_id is not distinct from waymark.actor_team())))
    on conflict (child_id) do update set since = clock_timestamp(), done_at = null returning true
$$;
comment on function waymark.compare_again(uuid) is 'Somebody who works with the child wants the record compared again. Null, and nothing done, for a child out of their reach.';
grant select, insert on waymark.matching_due to waymark_reach;
grant update (since, done_at) on waymark.matching_due to waymark_reach;
create policy reach_notes on waymark.matching_due to waymark_reach using (true) with check (true);
alter function waymark.compare_again(uuid) owner to waymark_reach;

-- ---------------------------------------------------------------- by a number or an address
create function waymark.phone_digits(address text) returns text language sql immutable strict parallel safe set search_path = pg_catalog
  as $$ select case when length(d.d) >= 6 then right(d.d, 9) end from (select regexp_replace(address, '\D', '', 'g') as d) d $$;
comment on function waymark.phone_digits(text) is 'The last nine digits of a number, which say it whatever stands before them; null when there are fewer than six.';
create index contact_way_by_digits on waymark.contact_way (waymark.phone_digits(address)) where channel in ('call', 'text') and ended_at is null;
create index contact_way_by_mail on waymark.contact_way (lower(address)) where channel = 'email' and ended_at is null;

create function waymark.children_reached_by(digits text[], mails text[]) returns setof uuid
  language sql stable security definer set search_path = pg_catalog rows 20
  as $$
  select c.id from waymark.child c
  where c.id in (
      select w.child_id from waymark.contact_way w
        where w.channel in ('call', 'text') and w.ended_at is null and waymark.phone_digits(w.address) = any (digits)
      union
      select w.child_id from waymark.contact_way w
        where w.channel = 'email' and w.ended_at is null and lower(w.address) = any (mails))
    and (c.id in (select waymark.actor_children())
      or (waymark.actor_role() in ('manager', 'auditor', 'system') and c.organisation_id = waymark.actor_organisation()
        and (waymark.actor_team() is null or c.team_id is not distinct from waymark.actor_team())))
  limit 100
$$;
comment on function waymark.children_reached_by(text[], text[]) is 'The children within the actor''s reach who have one of these numbers (by waymark.phone_digits) or mail addresses (in lower case). Only ids.';
grant select on waymark.contact_way to waymark_reach;
create policy reach_reads on waymark.contact_way for select to waymark_reach using (true);
alter function waymark.children_reached_by(text[], text[]) owner to waymark_reach;
grant execute on function waymark.phone_digits(text) to waymark_app, waymark_reach;
grant execute on function waymark.may_decide_pair(uuid) to waymark_app;

set local role waymark_reach;
revoke execute on function waymark.who_reaches_both(uuid, uuid), waymark.linked_elsewhere(uuid), waymark.children_reached_by(text[], text[]), waymark.compare_again(uuid) from public;
grant execute on function waymark.linked_elsewhere(uuid), waymark.children_reached_by(text[], text[]), waymark.compare_again(uuid) to waymark_app;
grant execute on function waymark.who_reaches_both(uuid, uuid) to waymark_app, waymark_keeper;
set local role waymark_keeper;
revoke execute on function waymark.same_child_stands(), waymark.note_matching_due() from public;
set local role waymark_owner;
revoke execute on function waymark.phone_digits(text), waymark.may_decide_pair(uuid) from public;
