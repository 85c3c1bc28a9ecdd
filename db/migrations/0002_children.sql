-- The record of a child: child first, facts as claims, nothing about status. And who stands beside them.

create table waymark.child (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation,
  team_id uuid,
  person_id uuid unique references waymark.person,
  known_as text not null check (length(known_as) between 1 and 200),
  name_known boolean not null default true,
  say_it text check (length(say_it) <= 200),
  invented boolean not null default false,
  opened_at timestamptz not null default now(),
  opened_by uuid references waymark.person default waymark.actor_id(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (team_id, organisation_id) references waymark.team (id, organisation_id)
);
create index child_of_organisation on waymark.child (organisation_id, id);
create index child_of_team on waymark.child (team_id, id) where team_id is not null;
create index child_by_known_as on waymark.child (organisation_id, known_as, id);
comment on table waymark.child is 'A child or young person we stand beside. Nothing here closes at 18.';
comment on column waymark.child.person_id is 'The young person''s own account, once they have one.';
comment on column waymark.child.known_as is 'The name they go by. When not yet known, a neutral stand-in, and name_known is false.';
comment on column waymark.child.say_it is 'How to say the name.';

create table waymark.child_name (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('calls_themselves', 'on_documents', 'also_spelled', 'was_known_as', 'other')),
  script text not null default 'Latn',
  note text check (length(note) <= 500),
  ended_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
comment on table waymark.child_name is 'Every name a child is met under, as written. script is ISO 15924. A name entered in error is ended, not removed.';

create table waymark.child_identifier (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  organisation_id uuid not null references waymark.organisation,
  kind text not null check (kind in ('la_child_id', 'upn', 'nhs_number', 'other')),
  value text not null check (length(value) between 1 and 60),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (organisation_id, kind, value)
);
comment on table waymark.child_identifier is 'Numbers other systems know the child by.';

create table waymark.date_of_birth_claim (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  earliest date not null,
  latest date not null,
  precision text not null check (precision in ('day', 'month', 'year', 'range')),
  source text not null check (source in ('child_says', 'family_says', 'document', 'council_record', 'age_assessment', 'assigned', 'other')),
  contested boolean not null default false,
  note text check (length(note) <= 500),
  ended_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint earliest_before_latest check (earliest <= latest),
  constraint day_is_one_day check (precision <> 'day' or earliest = latest)
);
comment on table waymark.date_of_birth_claim is 'What is said of when the child was born, by whom. Several may stand; none is "the" date. While any makes them under 18, they are treated as a child (Modern Slavery Act 2015 s51).';

create table waymark.child_language (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  language text not null check (length(language) between 2 and 100),
  dialect text check (length(dialect) <= 100),
  speaks boolean not null default true,
  reads boolean not null default false,
  writes boolean not null default false,
  for_feelings boolean not null default false,
  never_use boolean not null default false,
  note text check (length(note) <= 500),
  ended_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint never_means_never check (not (never_use and for_feelings))
);
comment on table waymark.child_language is 'What the child speaks, reads and writes, which they prefer for feelings, and which is never to be used.';
comment on column waymark.child_language.for_feelings is 'The language the child prefers when it is about feelings.';
comment on column waymark.child_language.never_use is 'The child does not want this language used with them.';

create table waymark.about_me (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  topic text not null check (topic in ('want_known', 'strengths', 'got_through', 'wishes', 'please_dont_ask', 'culture', 'faith', 'identity')),
  words text not null check (length(words) between 1 and 5000),
  language text not null default 'en',
  said_by text not null check (said_by in ('child', 'child_with_someone', 'someone_else')),
  said_by_name text check (length(said_by_name) <= 200),
  said_on date not null default current_date,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, topic)
);
comment on table waymark.about_me is 'The child in their own words, verbatim. strengths and got_through stand before anything a service writes.';

create table waymark.own_meaning (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  word text not null check (length(word) between 1 and 60),
  meaning text not null check (length(meaning) between 1 and 5000),
  language text not null default 'en',
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create unique index one_meaning_for_a_word on waymark.own_meaning (child_id, lower(word));
comment on table waymark.own_meaning is 'What a word (home, family, childhood, recovery) means to this child. Shown to anyone who writes about it.';

create table waymark.person_who_matters (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  name text not null check (length(name) between 1 and 200),
  who_they_are text not null check (length(who_they_are) between 1 and 200),
  why text check (length(why) <= 2000),
  trusted_adult boolean not null default false,
  chosen_by text not null default 'child' check (chosen_by in ('child', 'someone_else')),
  ended_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
comment on table waymark.person_who_matters is 'People who matter to the child, as the child sees them. No addresses or numbers.';
comment on column waymark.person_who_matters.trusted_adult is 'The child chose this adult as one they trust. Needs nobody''s approval.';

create table waymark.allocation (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  person_id uuid not null references waymark.person,
  part text not null check (part in ('key_worker', 'social_worker', 'guardian', 'personal_adviser', 'advocate', 'reviewing_officer', 'other')),
  started_on date not null default current_date,
  ended_on date,
  ended_why text check (length(ended_why) <= 500),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint ends_after_start check (ended_on is null or ended_on >= started_on)
);
create unique index one_part_at_a_time on waymark.allocation (child_id, person_id, part) where ended_on is null;
create index allocation_of_person on waymark.allocation (person_id, child_id) where ended_on is null;
comment on table waymark.allocation is 'Who stands beside a child, from when to when. An open one is what lets a worker reach the record.';

create index child_name_of_child on waymark.child_name (child_id);
create index child_identifier_of_child on waymark.child_identifier (child_id);
create index date_of_birth_of_child on waymark.date_of_birth_claim (child_id);
create index child_language_of_child on waymark.child_language (child_id);
create index person_who_matters_of_child on waymark.person_who_matters (child_id);
create index allocation_of_child on waymark.allocation (child_id);

-- ---------------------------------------------------------------- reach
create function waymark.actor_children() returns setof uuid language sql stable parallel safe security definer rows 30 set search_path = pg_catalog
  as $$
  select a.child_id from waymark.allocation a
    where a.person_id = waymark.actor_id() and a.ended_on is null
      and waymark.actor_role() in ('practitioner', 'guardian', 'manager')
  union
  select c.id from waymark.child c where c.person_id = waymark.actor_id() and waymark.actor_role() = 'young_person'
$$;
comment on function waymark.actor_children() is 'The children the actor stands beside now, and for a young person themselves.';
alter function waymark.actor_children() owner to waymark_reach;
grant select on waymark.child, waymark.allocation to waymark_reach;
grant select (id, person_id) on waymark.child to waymark_door;

alter table waymark.child enable row level security;
alter table waymark.child force row level security;
create policy reach_reads on waymark.child for select to waymark_reach using (true);
create policy door_reads on waymark.child for select to waymark_door using (true);
create policy within_reach on waymark.child to waymark_app using (
  ((select waymark.actor_role()) in ('manager', 'auditor', 'system')
    and organisation_id = (select waymark.actor_organisation())
    and ((select waymark.actor_team()) is null or team_id = (select waymark.actor_team())))
  or id = any (array(select waymark.actor_children()))
  -- whoever opens a record reaches it until their transaction ends, so that it can be allocated in it
  or (opened_by = (select waymark.actor_id()) and opened_at = now())
) with check (
  organisation_id = (select waymark.actor_organisation())
  or id = any (array(select waymark.actor_children()))
);
create policy opened_for_own_organisation on waymark.child as restrictive for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation())
  and opened_by = (select waymark.actor_id()) and opened_at = now()
  and (select waymark.actor_role()) in ('practitioner', 'manager', 'system')
);
create policy changed_by_those_who_may_write on waymark.child as restrictive for update to waymark_app
  using ((select waymark.actor_may_write()));
grant select, insert on waymark.child to waymark_app;
grant update (team_id, person_id, known_as, name_known, say_it) on waymark.child to waymark_app;
create trigger keep_version before update on waymark.child for each row execute function waymark.keep_version();

/* For every table whose rows belong to a child (a column child_id, id, version, changed_by, changed_at):
   forced row-level security that follows the child, insert and update for those who may write, versions kept.
   A table that needs a finer rule adds restrictive policies of its own. */
create procedure waymark.hold_for_child(held regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', held);
  execute format('alter table %s force row level security', held);
  execute format('create policy follows_child on %s for select to waymark_app using (exists (select from waymark.child c where c.id = child_id))', held);
  execute format('create policy written_within_reach on %s for insert to waymark_app with check ((select waymark.actor_may_write()) and exists (select from waymark.child c where c.id = child_id))', held);
  execute format('create policy changed_within_reach on %s for update to waymark_app using ((select waymark.actor_may_write()) and exists (select from waymark.child c where c.id = child_id)) with check (exists (select from waymark.child c where c.id = child_id))', held);
  execute format('grant select, insert, update on %s to waymark_app', held);
  execute format('create trigger keep_version before update on %s for each row execute function waymark.keep_version()', held);
end $$;
comment on procedure waymark.hold_for_child(regclass) is 'Puts a table that belongs to a child under the rules every such table follows.';

call waymark.hold_for_child('waymark.child_name');
call waymark.hold_for_child('waymark.child_identifier');
call waymark.hold_for_child('waymark.date_of_birth_claim');
call waymark.hold_for_child('waymark.child_language');
call waymark.hold_for_child('waymark.about_me');
call waymark.hold_for_child('waymark.own_meaning');
call waymark.hold_for_child('waymark.person_who_matters');
call waymark.hold_for_child('waymark.allocation');
create policy reach_reads on waymark.allocation for select to waymark_reach using (true);

-- Only managers decide who stands beside a child; whoever opens a record may take it on themselves.
create policy managers_allocate on waymark.allocation as restrictive for insert to waymark_app with check (
  (select waymark.actor_role()) in ('manager', 'system')
  or (person_id = (select waymark.actor_id()) and exists (
    select from waymark.child c where c.id = child_id and c.opened_by = (select waymark.actor_id()) and c.opened_at = now()))
);
create policy managers_end on waymark.allocation as restrictive for update to waymark_app
  using ((select waymark.actor_role()) in ('manager', 'system'));

create policy history_follows_child on waymark.row_history for select to waymark_app using (
  (private_to is null or private_to = (select waymark.actor_id()))
  and child_id is not null and exists (select from waymark.child c where c.id = child_id)
);

-- ---------------------------------------------------------------- people, seen from a child
create policy people_one_works_with on waymark.person for select to waymark_app using (
  id = (select waymark.actor_id())
  or (organisation_id = (select waymark.actor_organisation()) and role <> 'young_person')
  or (role <> 'young_person' and exists (select from waymark.allocation a where a.person_id = person.id))
  or (role = 'young_person' and exists (select from waymark.child c where c.person_id = person.id))
);
create policy administrators_open_accounts on waymark.person for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation()) and (
    ((select waymark.actor_role()) = 'administrator' and role not in ('young_person', 'system'))
    or ((select waymark.actor_role()) in ('practitioner', 'guardian', 'manager') and role = 'young_person'))
);
create policy administrators_change_accounts on waymark.person for update to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) = 'administrator' and role not in ('young_person', 'system'))
  with check (organisation_id = (select waymark.actor_organisation()) and role not in ('young_person', 'system'));

-- ---------------------------------------------------------------- who looked
create function waymark.who_looked(child uuid, before timestamptz default null, most integer default 200)
  returns table (id bigint, at timestamptz, actor_id uuid, actor_name text, actor_role text, organisation_name text, action text, outcome text, in_a_list boolean)
  language sql stable security definer set search_path = pg_catalog
  as $$
  select e.id, e.at, e.actor_id, p.name, e.actor_role, o.name, e.action, e.outcome, e.child_id is distinct from who_looked.child
  from (
    select newest.* from (
      (select a.* from waymark.audit_entry a
        where a.child_id = who_looked.child and (before is null or a.at < before) order by a.at desc limit most)
      union all
      (select a.* from waymark.audit_entry a
        where a.shown @> array[who_looked.child] and a.child_id is distinct from who_looked.child
          and (before is null or a.at < before) order by a.at desc limit most)
    ) newest order by newest.at desc, newest.id desc limit most
  ) e
  left join waymark.person p on p.id = e.actor_id
  left join waymark.organisation o on o.id = e.organisation_id
  where exists (
    select from waymark.child c where c.id = who_looked.child and (
      c.id in (select waymark.actor_children())
      or (waymark.actor_role() in ('manager', 'auditor') and c.organisation_id = waymark.actor_organisation()
          and (waymark.actor_team() is null or c.team_id = waymark.actor_team()))))
  order by e.at desc, e.id desc
$$;
comment on function waymark.who_looked(uuid, timestamptz, integer) is 'Every time this child''s record was opened, changed or shown in a list, by whom. For those who reach the child, the young person first of all.';
alter function waymark.who_looked(uuid, timestamptz, integer) owner to waymark_reach;
grant select on waymark.audit_entry to waymark_reach;
create policy reach_reads on waymark.audit_entry for select to waymark_reach using (true);

create function waymark.account_is_theirs() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if old.person_id is not null and new.person_id is distinct from old.person_id then
    raise exception 'a young person''s account stays theirs';
  end if;
  if new.person_id is not null and not exists (
    select from waymark.person p where p.id = new.person_id and p.role = 'young_person' and p.organisation_id = new.organisation_id) then
    raise exception 'a record''s account belongs to a young person';
  end if;
  return new;
end $$;
alter function waymark.account_is_theirs() owner to waymark_reach;
create trigger account_is_theirs before insert or update of person_id on waymark.child for each row execute function waymark.account_is_theirs();

alter function gate.person_of_token(bytea) owner to waymark_door;
alter function gate.actor_of_session(bytea, interval, interval) owner to waymark_door;
