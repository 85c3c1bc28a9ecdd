-- How a young person comes in, and how they are out again: codes given by somebody who stands beside them,
-- PINs bound to one device, sessions with limits of their own, and everything ended at once.

-- ---------------------------------------------------------------- sessions
alter table waymark.session
  add column idle_minutes integer not null default 30 check (idle_minutes > 0),
  add column longest_minutes integer not null default 720 check (longest_minutes > 0),
  add column borrowed boolean not null default false;
comment on column waymark.session.idle_minutes is 'Ends after so many minutes without a request. Set when it begins: shorter for a young person, shortest on a device that is not theirs.';
comment on column waymark.session.longest_minutes is 'Ends after so many minutes, whatever happens.';
comment on column waymark.session.borrowed is 'The young person said that the device is not theirs: nothing is left on it.';

update waymark.session s set idle_minutes = 20, longest_minutes = 240
  from waymark.person p where p.id = s.person_id and p.role = 'young_person' and s.ended_at is null;

-- ---------------------------------------------------------------- codes to come in with
create table waymark.way_in_code (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references waymark.person,
  code_hash bytea not null,
  given_by uuid not null references waymark.person,
  given_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  ended_why text,
  constraint short_lived check (ends_at between given_at and given_at + interval '1 hour'),
  constraint used_or_ended check (used_at is null or ended_at is null)
);
create unique index way_in_code_one_open on waymark.way_in_code (person_id) where used_at is null and ended_at is null;
create unique index way_in_code_open on waymark.way_in_code (code_hash) where used_at is null and ended_at is null;
create index way_in_code_of_person on waymark.way_in_code (person_id, given_at desc);
comment on table waymark.way_in_code is 'Codes that somebody beside a young person showed them, each for one use and a few minutes. Only a keyed hash is kept.';
comment on column waymark.way_in_code.code_hash is 'HMAC under a key kept outside the database: twelve figures could be tried out, a copy of this table gives none away.';

-- ---------------------------------------------------------------- PINs
create table waymark.pin_device (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references waymark.person,
  token_hash bytea not null unique,
  pin_hash text not null,
  device text,
  set_at timestamptz not null default now(),
  last_used_at timestamptz,
  failures integer not null default 0 check (failures between 0 and 5),
  forgotten_at timestamptz,
  forgotten_why text
);
create index pin_device_of_person on waymark.pin_device (person_id) where forgotten_at is null;
comment on table waymark.pin_device is 'A device that opens with a PIN. It takes both: the secret in that device''s cookie, of which a hash is kept, and the PIN. After five wrong tries the device is forgotten.';
comment on column waymark.pin_device.pin_hash is 'argon2id over a keyed hash of the PIN: without the key outside the database, six figures cannot be tried out.';

grant select, insert, update on waymark.way_in_code, waymark.pin_device to waymark_door;

-- ---------------------------------------------------------------- sessions, as the door finds them
grant create on schema waymark to waymark_door;
set local role waymark_door;

drop function gate.actor_of_session(bytea, interval, interval);
create function gate.actor_of_session(token_hash bytea)
  returns table (session_id uuid, person_id uuid, name text, role text, organisation_id uuid, organisation_name text, team_id uuid, child_id uuid, step text, holding jsonb, borrowed boolean, began timestamptz)
  language plpgsql security definer set search_path = pg_catalog
  as $$
declare
  s waymark.session;
begin
  select * into s from waymark.session x where x.token_hash = actor_of_session.token_hash and x.ended_at is null;
  if not found then return; end if;
  if s.created_at + make_interval(mins => s.longest_minutes) < now() or s.last_seen_at + make_interval(mins => s.idle_minutes) < now() then
    update waymark.session x set ended_at = now(), ended_why = 'too long without use' where x.id = s.id;
    return;
  end if;
  if s.last_seen_at < now() - interval '1 minute' then
    update waymark.session x set last_seen_at = now() where x.id = s.id;
  end if;
  return query
    select s.id, p.id, p.name, p.role, p.organisation_id, o.name, p.team_id, c.id, s.step, s.holding, s.borrowed, s.created_at
    from waymark.person p
    join waymark.organisation o on o.id = p.organisation_id
    left join waymark.child c on c.person_id = p.id
    where p.id = s.person_id and p.ended_at is null;
end $$;
comment on function gate.actor_of_session(bytea) is 'Whose session this is, in one statement, before the page acts as anybody. Ends it when its time is over.';

create or replace function waymark.account_sign_in(account uuid) returns table (has_password boolean, must_change boolean, has_code boolean, passkeys integer, sessions integer, last_used timestamptz)
  language sql stable security definer set search_path = pg_catalog
  as $$
  select c.person_id is not null, coalesce(c.must_change, false),
    exists (select from waymark.one_time_code x where x.person_id = account),
    (select count(*)::integer from waymark.passkey x where x.person_id = account),
    (select count(*)::integer from waymark.session x where x.person_id = account and x.ended_at is null and x.step = 'signed-in'
      and x.last_seen_at > now() - make_interval(mins => x.idle_minutes) and x.created_at > now() - make_interval(mins => x.longest_minutes)),
    (select max(x.last_seen_at) from waymark.session x where x.person_id = account and x.step = 'signed-in')
  from (select) one left join waymark.credential c on c.person_id = account
  where waymark.manages_account(account)
$$;

-- ---------------------------------------------------------------- what is done at the door, for those who manage the account
create function waymark.give_code(account uuid, hash bytea, at timestamptz, ends timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$
begin
  if not waymark.manages_account(account) then raise exception 'this account is not theirs to manage'; end if;
  update waymark.way_in_code x set ended_at = at, ended_why = 'a new one was given'
    where x.person_id = account and x.used_at is null and x.ended_at is null;
  insert into waymark.way_in_code (person_id, code_hash, given_by, given_at, ends_at)
    values (account, hash, waymark.actor_id(), at, ends);
end $$;
comment on function waymark.give_code(uuid, bytea, timestamptz, timestamptz) is 'Keeps a new code to come in with, and ends the one before it.';

create function waymark.end_codes(account uuid, at timestamptz, why text) returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$
declare
  ended integer;
begin
  if not waymark.manages_account(account) then raise exception 'this account is not theirs to manage'; end if;
  update waymark.way_in_code x set ended_at = at, ended_why = why
    where x.person_id = account and x.used_at is null and x.ended_at is null;
  get diagnostics ended = row_count;
  return ended;
end $$;
comment on function waymark.end_codes(uuid, timestamptz, text) is 'Ends the open code of an account, if there is one.';

create function waymark.last_code(account uuid) returns table (given_at timestamptz, given_by uuid, given_by_name text, ends_at timestamptz, used_at timestamptz, ended_at timestamptz)
  language sql stable security definer set search_path = pg_catalog
  as $$
  select x.given_at, x.given_by, p.name, x.ends_at, x.used_at, x.ended_at
    from waymark.way_in_code x join waymark.person p on p.id = x.given_by
   where x.person_id = account and waymark.manages_account(account)
   order by x.given_at desc limit 1
$$;
comment on function waymark.last_code(uuid) is 'When the newest code was given, by whom, and what became of it, for whoever manages the account. Never the code.';

create function waymark.take_code(hash bytea, at timestamptz) returns uuid
  language plpgsql security definer set search_path = pg_catalog
  as $$
declare
  code waymark.way_in_code;
  beside boolean;
begin
  update waymark.way_in_code x set used_at = at
    where x.code_hash = hash and x.used_at is null and x.ended_at is null and x.ends_at > at returning * into code;
  if not found then return null; end if;
  -- As whoever gave it: somebody who no longer stands beside the young person lets nobody in.
  perform set_config('waymark.actor_id', code.given_by::text, true);
  beside := waymark.manages_account(code.person_id);
  perform set_config('waymark.actor_id', '', true);
  if beside then return code.person_id; end if;
  update waymark.way_in_code x set used_at = null, ended_at = at, ended_why = 'whoever gave it stands beside them no longer' where x.id = code.id;
  return null;
end $$;
comment on function waymark.take_code(bytea, timestamptz) is 'Spends a code, once, and gives whose it was. Null for one that is wrong, spent, ended, too old, or given by somebody who has lost reach since: all alike.';

create function waymark.forget_devices(account uuid, why text) returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$
declare
  pins integer;
  keys integer;
begin
  if not waymark.manages_account(account) then raise exception 'this account is not theirs to manage'; end if;
  update waymark.pin_device x set forgotten_at = now(), forgotten_why = why where x.person_id = account and x.forgotten_at is null;
  get diagnostics pins = row_count;
  delete from waymark.passkey x where x.person_id = account;
  get diagnostics keys = row_count;
  return pins + keys;
end $$;
comment on function waymark.forget_devices(uuid, text) is 'Forgets the PINs and passkeys that devices of an account keep. Gives how many there were.';

create or replace function waymark.reset_second_factor(account uuid) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$
begin
  perform waymark.end_sessions_of(account, 'second factor was reset');
  perform waymark.forget_devices(account, 'second factor was reset');
  delete from waymark.one_time_code x where x.person_id = account;
  delete from waymark.recovery_code x where x.person_id = account;
end $$;
comment on function waymark.reset_second_factor(uuid) is 'Forgets an account''s authenticator app, passkeys, PINs and recovery codes, and ends its sessions. The next sign-in sets them up again.';

revoke execute on function gate.actor_of_session(bytea), waymark.give_code(uuid, bytea, timestamptz, timestamptz), waymark.end_codes(uuid, timestamptz, text),
  waymark.last_code(uuid), waymark.take_code(bytea, timestamptz), waymark.forget_devices(uuid, text) from public;
grant execute on function gate.actor_of_session(bytea) to waymark_web;
grant execute on function waymark.give_code(uuid, bytea, timestamptz, timestamptz), waymark.end_codes(uuid, timestamptz, text),
  waymark.last_code(uuid), waymark.forget_devices(uuid, text) to waymark_app;
set local role waymark_owner;
revoke create on schema waymark from waymark_door;

-- ---------------------------------------------------------------- everything ended at once
create table waymark.sessions_ended (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  why text not null check (why in ('missing', 'device_gone', 'somebody_else', 'asked')),
  sessions integer not null check (sessions >= 0),
  devices_forgotten boolean not null,
  ended_by uuid not null default waymark.actor_id() references waymark.person,
  ended_at timestamptz not null default now(),
  told_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create index sessions_ended_of_child on waymark.sessions_ended (child_id, ended_at desc);
comment on table waymark.sessions_ended is 'Each time a worker signed a young person out everywhere: who, when, and why as a code. The young person is told when they come back.';
comment on column waymark.sessions_ended.told_at is 'When the young person saw it.';
call waymark.hold_for_child('waymark.sessions_ended');
create policy ended_by_oneself on waymark.sessions_ended as restrictive for insert to waymark_app
  with check (ended_by = (select waymark.actor_id()) and told_at is null and (select waymark.actor_role()) <> 'young_person');
create policy told_by_seeing on waymark.sessions_ended as restrictive for update to waymark_app
  using ((select waymark.actor_role()) = 'young_person');
revoke update on waymark.sessions_ended from waymark_app;
grant update (told_at) on waymark.sessions_ended to waymark_app;

-- ---------------------------------------------------------------- before first use
create table waymark.leaving_shown (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null unique references waymark.child,
  shown_at timestamptz not null default now(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
comment on table waymark.leaving_shown is 'That a young person has seen how to leave quickly, before anything else of theirs was opened.';
call waymark.hold_for_child('waymark.leaving_shown');
create policy seen_by_themselves on waymark.leaving_shown as restrictive for insert to waymark_app
  with check ((select waymark.actor_role()) = 'young_person');
create policy seen_once on waymark.leaving_shown as restrictive for update to waymark_app using (false);
