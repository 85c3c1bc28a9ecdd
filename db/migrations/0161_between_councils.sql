-- The same child in two councils, revealing no one. Each council encodes its own children under a key made for
-- one run; a matcher that holds no key says which rows are alike, in bands; both safeguarding leads say yes before
-- either learns whom to ring. Nothing of a record ever leaves. docs/decisions/0161.

create table waymark.between_partner (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation,
  kind text not null check (kind in ('council', 'matcher')),
  name text not null check (length(btrim(name)) between 1 and 200),
  signing bytea not null check (length(signing) = 32),
  sealing bytea not null check (length(sealing) = 32),
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  address text check (address ~ '^https?://' and length(address) <= 300),
  checked_how text not null check (length(btrim(checked_how)) between 1 and 500),
  checked_by uuid not null references waymark.person default waymark.actor_id(),
  checked_at timestamptz not null default clock_timestamp(),
  stopped_at timestamptz,
  stopped_because text check (length(btrim(stopped_because)) between 1 and 500),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (organisation_id, fingerprint),
  unique (organisation_id, id),
  constraint stopped_with_a_reason check (num_nonnulls(stopped_at, stopped_because) in (0, 2))
);
comment on table waymark.between_partner is 'Another council, or a matcher, as its card says; the fingerprint was compared with them by another way, and how is written down. Known to the leads of this organisation.';

create table waymark.between_run (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation,
  code uuid not null,
  partner_id uuid not null,
  matcher_id uuid not null,
  side text not null check (side in ('asks', 'answers')),
  purpose text not null check (purpose in ('missing', 'known_elsewhere', 'later_lives')),
  why text not null check (length(btrim(why)) between 1 and 2000),
  asks text not null check (asks in ('one', 'everybody')),
  child_id uuid references waymark.child,
  tell text check (tell in ('at_once', 'not_yet')),
  tell_because text check (length(btrim(tell_because)) between 1 and 1000),
  ring_name text check (length(btrim(ring_name)) between 1 and 200),
  ring_phone text check (ring_phone ~ '^[0-9+ ()]{3,30}$'),
  own_lead uuid references waymark.person,
  their_lead text check (length(their_lead) between 1 and 200),
  state text not null default 'asked' check (state in ('asked', 'accepted', 'encoded', 'compared', 'declined', 'ended')),
  proposal bytea not null check (length(proposal) between 2 and 20000),
  answer bytea check (length(answer) between 2 and 20000),
  own_key bytea check (length(own_key) = 60),
  asked_at timestamptz not null,
  decided_at timestamptz,
  declined_because text check (length(btrim(declined_because)) between 1 and 1000),
  encoded_at timestamptz,
  children integer check (children >= 0),
  rows_sent integer check (rows_sent >= 0),
  too_little integer check (too_little >= 0),
  compared_at timestamptz,
  crowded integer check (crowded >= 0),
  ended_at timestamptz,
  ended_because text check (length(btrim(ended_because)) between 1 and 1000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (organisation_id, code),
  unique (id, organisation_id),
  foreign key (organisation_id, partner_id) references waymark.between_partner (organisation_id, id),
  foreign key (organisation_id, matcher_id) references waymark.between_partner (organisation_id, id),
  constraint one_child_is_named_by_who_asks check ((child_id is not null) = (asks = 'one' and side = 'asks')),
  constraint not_told_with_a_reason check (tell is distinct from 'not_yet' or tell_because is not null),
  constraint a_lead_decided check (state in ('asked', 'declined', 'ended') or (own_lead is not null and answer is not null and tell is not null and ring_name is not null and ring_phone is not null)),
  constraint encoded_is_whole check (num_nonnulls(encoded_at, children, rows_sent, too_little) in (0, 4)),
  constraint key_is_forgotten check (state not in ('declined', 'ended') or own_key is null)
);
create index between_run_of_organisation on waymark.between_run (organisation_id, asked_at desc);
create index between_run_of_partner on waymark.between_run (partner_id, asked_at desc);
create index between_run_open on waymark.between_run (organisation_id, state) where state not in ('declined', 'ended');
create index between_run_of_child on waymark.between_run (child_id) where child_id is not null;
comment on table waymark.between_run is 'One question between two councils: for one purpose, through one matcher, under a key of its own. The question is itself personal data: that a child is looked for.';
comment on column waymark.between_run.own_key is 'The private half of the key made for this run, sealed under the installation''s own. Forgotten when the run ends; versions are not kept of it.';

create table waymark.between_row (
  id uuid primary key default gen_random_uuid(),
  run_id uuid not null,
  child_id uuid not null references waymark.child,
  place integer not null check (place >= 0),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (run_id, place),
  foreign key (run_id) references waymark.between_run (id)
);
create index between_row_of_child on waymark.between_row (child_id);
comment on table waymark.between_row is 'Which row of a run''s encodings is which child. A row that is nobody''s was a decoy.';

create table waymark.between_pair (
  id uuid primary key default gen_random_uuid(),
  run_id uuid not null references waymark.between_run,
  child_id uuid not null references waymark.child,
  token uuid not null,
  band text not null check (band in ('very_alike', 'alike', 'perhaps')),
  found_at timestamptz not null,
  own_answer text check (own_answer in ('yes', 'no')),
  own_because text check (length(btrim(own_because)) between 1 and 1000),
  own_by uuid references waymark.person,
  own_at timestamptz,
  their_yes_at timestamptz,
  their_name text check (length(their_name) between 1 and 200),
  their_phone text check (their_phone ~ '^[0-9+ ()]{3,30}$'),
  revealed_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (run_id, token),
  constraint answered_by_somebody check (num_nonnulls(own_answer, own_because, own_by, own_at) in (0, 4)),
  constraint revealed_is_whole check (num_nonnulls(their_name, their_phone, revealed_at) in (0, 3)),
  constraint revealed_by_both check (revealed_at is null or (own_answer = 'yes' and their_yes_at is not null))
);
create index between_pair_of_child on waymark.between_pair (child_id);
create index between_pair_of_run on waymark.between_pair (run_id);
comment on table waymark.between_pair is 'A child of ours is like somebody of theirs, in a band. A no stays here: sent, it would say that there is a child. Whom to ring is here only after both leads said yes.';

create table waymark.between_wish (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  wish text not null check (wish in ('agreed', 'not_agreed', 'kept_out')),
  because text not null check (length(btrim(because)) between 1 and 1000),
  on_day date not null,
  written_by uuid not null references waymark.person default waymark.actor_id(),
  written_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create index between_wish_of_child on waymark.between_wish (child_id, written_at desc);
comment on table waymark.between_wish is 'Whether a child is among those compared. The newest holds: agreed (also to learn how lives go on), not_agreed (only while somebody is missing), kept_out (never, for their safety).';

create table waymark.between_message (
  organisation_id uuid not null references waymark.organisation,
  id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  kind text not null check (kind in ('proposal', 'answer', 'encodings', 'bands', 'pair', 'ring', 'end')),
  run_code uuid not null,
  to_id uuid references waymark.between_partner,
  through_id uuid references waymark.between_partner,
  message text,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  gone_at timestamptz,
  tries integer not null default 0,
  refused text check (length(refused) <= 500),
  primary key (organisation_id, id, direction),
  constraint only_out_is_kept check (direction = 'out' or message is null)
);
create index between_message_waiting on waymark.between_message (organisation_id, at) where direction = 'out' and gone_at is null;
create index between_message_of_run on waymark.between_message (organisation_id, run_code, at);
comment on table waymark.between_message is 'What went out and came in, once each: a message that comes again is known by its id. The text of what went out stays until it has gone; of what came in only its digest is kept.';

call waymark.hold_for_child('waymark.between_row');
call waymark.hold_for_child('waymark.between_pair');
call waymark.hold_for_child('waymark.between_wish');
call waymark.staff_only('waymark.between_row');
call waymark.staff_only('waymark.between_pair');
call waymark.staff_only('waymark.between_wish');
call waymark.only_read_for_an_audit('waymark.between_run');
revoke update on waymark.between_row, waymark.between_wish from waymark_app;
revoke update on waymark.between_pair from waymark_app;
grant update (own_answer, own_because, own_by, own_at, their_yes_at, their_name, their_phone, revealed_at) on waymark.between_pair to waymark_app;

-- A lead: a manager of the whole organisation, not of one team. The product itself carries what they decided.
create function waymark.actor_is_lead() returns boolean language sql stable set search_path = pg_catalog
  as $$ select coalesce(waymark.actor_role() = 'manager' and waymark.actor_team() is null, false) $$;
comment on function waymark.actor_is_lead() is 'Whether the actor is a safeguarding lead: a manager of the whole organisation.';
revoke execute on function waymark.actor_is_lead() from public;
grant execute on function waymark.actor_is_lead() to waymark_app;

alter table waymark.between_partner enable row level security;
alter table waymark.between_partner force row level security;
alter table waymark.between_run enable row level security;
alter table waymark.between_run force row level security;
alter table waymark.between_message enable row level security;
alter table waymark.between_message force row level security;
grant select, insert, update on waymark.between_partner, waymark.between_run, waymark.between_message to waymark_app;

create policy known_here on waymark.between_partner for select to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in ('manager', 'auditor', 'system'));
create policy leads_add on waymark.between_partner for insert to waymark_app
  with check (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_is_lead()));
create policy leads_stop on waymark.between_partner for update to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_is_lead()))
  with check (organisation_id = (select waymark.actor_organisation()));
create trigger keep_version before update on waymark.between_partner for each row execute function waymark.keep_version();

create policy known_here on waymark.between_run for select to waymark_app
  using (organisation_id = (select waymark.actor_organisation())
    and ((select waymark.actor_is_lead()) or (select waymark.actor_role()) in ('auditor', 'system')
      or exists (select from waymark.between_pair p where p.run_id = between_run.id)));
create policy about_a_child_within_reach on waymark.between_run as restrictive for select to waymark_app
  using (child_id is null or exists (select from waymark.child c where c.id = child_id));
create policy leads_ask on waymark.between_run for insert to waymark_app
  with check (organisation_id = (select waymark.actor_organisation())
    and (((select waymark.actor_is_lead()) and side = 'asks' and own_lead = (select waymark.actor_id()))
      or (side = 'answers' and state = 'asked' and own_lead is null
        and ((select waymark.actor_is_lead()) or (select waymark.actor_role()) = 'system'))));
create policy leads_and_the_product_go_on on waymark.between_run for update to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and ((select waymark.actor_is_lead()) or (select waymark.actor_role()) = 'system'))
  with check (organisation_id = (select waymark.actor_organisation()));

create policy known_here on waymark.between_message for select to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and ((select waymark.actor_is_lead()) or (select waymark.actor_role()) in ('auditor', 'system')));
create policy carried on waymark.between_message for insert to waymark_app
  with check (organisation_id = (select waymark.actor_organisation()) and ((select waymark.actor_is_lead()) or (select waymark.actor_role()) = 'system'));
create policy carried_on on waymark.between_message for update to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and ((select waymark.actor_is_lead()) or (select waymark.actor_role()) = 'system'))
  with check (organisation_id = (select waymark.actor_organisation()));

-- Only the product finds rows and pairs; only a lead says yes or no to one, as themselves.
create policy found_by_the_product on waymark.between_row as restrictive for insert to waymark_app
  with check ((select waymark.actor_role()) = 'system' or (select waymark.actor_is_lead()));
create policy found_by_the_product on waymark.between_pair as restrictive for insert to waymark_app
  with check (own_answer is null and their_yes_at is null and revealed_at is null
    and ((select waymark.actor_role()) = 'system' or (select waymark.actor_is_lead())));
create policy answered_by_a_lead on waymark.between_pair as restrictive for update to waymark_app
  using ((select waymark.actor_role()) = 'system' or (select waymark.actor_is_lead()));

create function waymark.between_pair_gate() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.own_answer is distinct from old.own_answer then
    if old.own_answer is not null then
      raise exception 'a lead has answered already' using errcode = 'restrict_violation', constraint = 'answered_once';
    end if;
    if not waymark.actor_is_lead() or new.own_by is distinct from waymark.actor_id() then
      raise exception 'only a lead answers, as themselves' using errcode = 'restrict_violation', constraint = 'answered_by_a_lead';
    end if;
  end if;
  return new;
end $$;
create trigger between_pair_gate before update on waymark.between_pair for each row execute function waymark.between_pair_gate();

create function waymark.between_run_gate() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (new.organisation_id, new.code, new.partner_id, new.matcher_id, new.side, new.purpose, new.why, new.asks, new.child_id, new.proposal, new.asked_at)
    is distinct from (old.organisation_id, old.code, old.partner_id, old.matcher_id, old.side, old.purpose, old.why, old.asks, old.child_id, old.proposal, old.asked_at) then
    raise exception 'what was asked stays as it was asked' using errcode = 'restrict_violation', constraint = 'terms_stay';
  end if;
  if old.answer is not null and new.answer is distinct from old.answer then
    raise exception 'what was answered stays' using errcode = 'restrict_violation', constraint = 'terms_stay';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (('asked', 'accepted'), ('asked', 'declined'), ('asked', 'ended'),
    ('accepted', 'encoded'), ('accepted', 'ended'), ('encoded', 'compared'), ('encoded', 'ended'), ('compared', 'ended')) then
    raise exception 'a run goes forward only' using errcode = 'restrict_violation', constraint = 'forward_only';
  end if;
  -- Here, a lead of ours says yes; where we asked, one of ours did when they asked.
  if old.state = 'asked' and new.state in ('accepted', 'declined') and old.side = 'answers'
    and not (waymark.actor_is_lead() and (new.state = 'declined' or new.own_lead = waymark.actor_id())) then
    raise exception 'only a lead accepts, as themselves' using errcode = 'restrict_violation', constraint = 'accepted_by_a_lead';
  end if;
  new.version := old.version + 1;
  new.changed_by := waymark.actor_id();
  new.changed_at := clock_timestamp();
  return new;
end $$;
create trigger between_run_gate before update on waymark.between_run for each row execute function waymark.between_run_gate();

-- Who asks often enough can ask about everybody, one by one.
create function waymark.between_run_rate() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  asked bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.partner_id::text, 161));
  select count(*) into asked from waymark.between_run r
   where r.partner_id = new.partner_id and r.side = new.side and r.asked_at > new.asked_at - interval '24 hours'
     and (new.asks = 'one' or r.asks = 'everybody');
  if asked >= (case new.asks when 'one' then 10 else 3 end) then
    raise exception 'too many questions in a day' using errcode = 'restrict_violation', constraint = 'asked_too_often';
  end if;
  return new;
end $$;
comment on function waymark.between_run_rate() is 'In any day, ten questions to or from one council, of which three may be about everybody.';
create trigger between_run_rate before insert on waymark.between_run for each row execute function waymark.between_run_rate();
revoke execute on function waymark.between_run_gate(), waymark.between_run_rate(), waymark.between_pair_gate() from public;

create function waymark.between_of_child(child uuid) returns table (partner text, purpose text, side text, at timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select p.name, r.purpose, r.side, r.encoded_at
    from waymark.between_row b join waymark.between_run r on r.id = b.run_id join waymark.between_partner p on p.id = r.partner_id
   where b.child_id = between_of_child.child and r.encoded_at is not null
     and waymark.actor_role() in ('practitioner', 'guardian', 'manager', 'auditor') and exists (
       select from waymark.child c where c.id = between_of_child.child and (
         c.id in (select waymark.actor_children())
         or (waymark.actor_role() in ('manager', 'auditor') and c.organisation_id = waymark.actor_organisation()
             and (waymark.actor_team() is null or c.team_id = waymark.actor_team()))))
   order by r.encoded_at desc limit 100
$$;
comment on function waymark.between_of_child(uuid) is 'In which questions between councils this child was among those compared. For staff who reach the child.';
revoke execute on function waymark.between_of_child(uuid) from public;
grant execute on function waymark.between_of_child(uuid) to waymark_app;
alter function waymark.between_of_child(uuid) owner to waymark_reach;
grant select on waymark.between_row, waymark.between_run, waymark.between_partner to waymark_reach;
create policy reach_reads on waymark.between_row for select to waymark_reach using (true);
create policy reach_reads on waymark.between_run for select to waymark_reach using (true);
create policy reach_reads on waymark.between_partner for select to waymark_reach using (true);

create function waymark.between_kept_out(child uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select 'kept_out' is not distinct from (select w.wish from waymark.between_wish w
    where w.child_id = between_kept_out.child order by w.written_at desc, w.id limit 1)
$$;
comment on function waymark.between_kept_out(uuid) is 'Whether a lead keeps this child out of every comparison now.';
revoke execute on function waymark.between_kept_out(uuid) from public;
grant execute on function waymark.between_kept_out(uuid) to waymark_app;
alter function waymark.between_kept_out(uuid) owner to waymark_reach;
grant select on waymark.between_wish to waymark_reach;
create policy reach_reads on waymark.between_wish for select to waymark_reach using (true);
create policy kept_out_by_a_lead on waymark.between_wish as restrictive for insert to waymark_app
  with check ((select waymark.actor_is_lead()) or (wish <> 'kept_out' and not waymark.between_kept_out(child_id)));
