-- The ground: who people are, how a page acts as one of them, what is kept of every change,
-- and what is written down of every act. Roles are made beforehand (src/platform/db/roles.ts).

-- ---------------------------------------------------------------- this installation
create table waymark.deployment (
  only_one boolean primary key default true check (only_one),
  kind text not null check (kind in ('demonstration', 'real')),
  created_at timestamptz not null default now()
);
comment on table waymark.deployment is 'One row: whether this database holds invented people for demonstration or real ones. The two never mix.';
grant select on waymark.deployment to waymark_app, waymark_door;

create function gate.migrations_run() returns table (name text) language sql stable security definer set search_path = pg_catalog
  as $$ select m.name from waymark.migration m $$;
create function gate.deployment_kind() returns text language sql stable security definer set search_path = pg_catalog
  as $$ select d.kind from waymark.deployment d $$;

-- ---------------------------------------------------------------- organisations, teams, people
create table waymark.organisation (
  id uuid primary key default gen_random_uuid(),
  code text not null unique check (code ~ '^[A-Z0-9][A-Z0-9-]{1,19}$'),
  name text not null check (length(name) between 1 and 200),
  invented boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table waymark.organisation is 'A council, charity or service that uses Waymark. Holds nothing about a child.';

create table waymark.team (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation,
  name text not null check (length(name) between 1 and 200),
  unique (organisation_id, name),
  unique (id, organisation_id)
);
comment on table waymark.team is 'A team within an organisation. A manager with a team sees that team''s children; without one, the organisation''s.';

create table waymark.person (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation,
  team_id uuid,
  name text not null check (length(name) between 1 and 200),
  role text not null check (role in ('young_person', 'practitioner', 'guardian', 'manager', 'analyst', 'administrator', 'auditor', 'system')),
  user_name text not null check (user_name = lower(user_name) and length(user_name) between 3 and 100),
  invented boolean not null default false,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  changed_by uuid,
  changed_at timestamptz not null default now(),
  unique (user_name),
  foreign key (team_id, organisation_id) references waymark.team (id, organisation_id)
);
create index person_of_organisation on waymark.person (organisation_id, role);
comment on table waymark.person is 'Somebody with an account, young people included. A system account is how the command line acts for an organisation; it cannot sign in.';
comment on column waymark.person.ended_at is 'When the account was closed. Never deleted: what the person did stays attributed to them.';

-- ---------------------------------------------------------------- the actor
create function waymark.actor_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('waymark.actor_id', true), '')::uuid $$;
comment on function waymark.actor_id() is 'Who this transaction acts as. Set by the unit of work; nobody when it is not set.';

create function waymark.actor_role() returns text language sql stable parallel safe security definer set search_path = pg_catalog
  as $$ select p.role from waymark.person p where p.id = waymark.actor_id() and p.ended_at is null $$;
create function waymark.actor_organisation() returns uuid language sql stable parallel safe security definer set search_path = pg_catalog
  as $$ select p.organisation_id from waymark.person p where p.id = waymark.actor_id() and p.ended_at is null $$;
create function waymark.actor_team() returns uuid language sql stable parallel safe security definer set search_path = pg_catalog
  as $$ select p.team_id from waymark.person p where p.id = waymark.actor_id() and p.ended_at is null $$;
create function waymark.actor_may_write() returns boolean language sql stable parallel safe security definer set search_path = pg_catalog
  as $$ select coalesce((select p.role in ('young_person', 'practitioner', 'guardian', 'manager', 'system') from waymark.person p where p.id = waymark.actor_id() and p.ended_at is null), false) $$;
comment on function waymark.actor_may_write() is 'Whether the actor''s role may ever change a child''s record. Auditors only read; analysts and administrators do not reach one.';
alter function waymark.actor_role() owner to waymark_reach;
alter function waymark.actor_organisation() owner to waymark_reach;
alter function waymark.actor_team() owner to waymark_reach;
alter function waymark.actor_may_write() owner to waymark_reach;

-- ---------------------------------------------------------------- versions
create table waymark.row_history (
  id bigint generated always as identity primary key,
  table_name text not null,
  row_id uuid not null,
  child_id uuid,
  version integer not null,
  was jsonb not null,
  changed_by uuid,
  changed_at timestamptz not null,
  replaced_by uuid,
  replaced_at timestamptz not null default clock_timestamp(),
  private_to uuid
);
create index row_history_of_row on waymark.row_history (table_name, row_id, version);
create index row_history_of_child on waymark.row_history (child_id, replaced_at desc);
comment on table waymark.row_history is 'Every earlier version of every record row, kept by trigger. changed_by wrote that version; replaced_by wrote the next.';
comment on column waymark.row_history.private_to is 'When set, only this person may read it (a young person''s draft).';

create function waymark.keep_version() returns trigger language plpgsql security definer set search_path = pg_catalog
  as $$
declare
  before_it jsonb := to_jsonb(old);
begin
  insert into waymark.row_history (table_name, row_id, child_id, version, was, changed_by, changed_at, replaced_by, private_to)
  values (
    tg_table_name, old.id,
    case when tg_table_name = 'child' then old.id else (before_it ->> 'child_id')::uuid end,
    old.version, before_it, old.changed_by, old.changed_at, waymark.actor_id(),
    (before_it ->> 'private_to')::uuid
  );
  new.version := old.version + 1;
  new.changed_by := waymark.actor_id();
  new.changed_at := clock_timestamp();
  return new;
end $$;
comment on function waymark.keep_version() is 'Before every update: the row as it was goes to row_history, and the version goes up by one.';
alter function waymark.keep_version() owner to waymark_keeper;
grant insert on waymark.row_history to waymark_keeper;

-- ---------------------------------------------------------------- audit
create table waymark.audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor_id uuid,
  actor_role text,
  organisation_id uuid,
  session_id uuid,
  action text not null check (length(action) between 1 and 100),
  outcome text not null check (outcome in ('done', 'invalid', 'not-found', 'refused', 'failed')),
  child_id uuid,
  shown uuid[] not null default '{}',
  address inet,
  request_id text,
  detail jsonb not null default '{}'
);
create index audit_of_child on waymark.audit_entry (child_id, at desc) where child_id is not null;
create index audit_of_shown on waymark.audit_entry using gin (shown);
create index audit_of_organisation on waymark.audit_entry (organisation_id, at desc);
comment on table waymark.audit_entry is 'Who did or saw what, for which child, from where. Insert only. Holds no names and nothing that was typed.';
comment on column waymark.audit_entry.shown is 'The children a list showed.';
comment on column waymark.audit_entry.detail is 'Counts and codes that explain the act. Never a name, never free text.';

create table waymark.audit_unsealed (entry_id bigint primary key);
comment on table waymark.audit_unsealed is 'Entries written since the last seal. An id here without its entry means that an entry was removed.';

create table waymark.audit_seal (
  id bigint primary key,
  entry_ids bigint[] not null,
  previous text not null,
  seal text not null,
  sealed_at timestamptz not null default clock_timestamp()
);
comment on table waymark.audit_seal is 'A chain over the audit entries: each seal is an HMAC-SHA-256 over the one before it and its entries in order, under a key kept outside the database. Made behind the requests, so none of them waits for it.';

create function waymark.audit_queue() returns trigger language plpgsql security definer set search_path = pg_catalog
  as $$ begin insert into waymark.audit_unsealed values (new.id); return null; end $$;
alter function waymark.audit_queue() owner to waymark_keeper;
grant insert on waymark.audit_unsealed to waymark_keeper;
create trigger audit_queue after insert on waymark.audit_entry for each row execute function waymark.audit_queue();

create function waymark.audit_stays() returns trigger language plpgsql
  as $$ begin raise exception 'audit entries and seals are never changed or removed'; end $$;
create trigger audit_stays before update or delete or truncate on waymark.audit_entry execute function waymark.audit_stays();
create trigger audit_stays before update or delete or truncate on waymark.audit_seal execute function waymark.audit_stays();

grant insert on waymark.audit_entry to waymark_app, waymark_door;
grant select on waymark.audit_entry to waymark_sealer;
grant select, delete on waymark.audit_unsealed to waymark_sealer;
grant select, insert on waymark.audit_seal to waymark_sealer;

-- ---------------------------------------------------------------- sign-in: only the door role reaches these
create table waymark.credential (
  person_id uuid primary key references waymark.person,
  password_hash text not null,
  demonstration boolean not null default false,
  must_change boolean not null default false,
  changed_at timestamptz not null default now()
);
comment on table waymark.credential is 'Passwords as argon2id, in PHC form. A demonstration password is printed by the demo command and never opens a real deployment.';

create table waymark.session (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references waymark.person,
  token_hash bytea not null unique,
  step text not null default 'signed-in' check (step in ('second-factor', 'signed-in')),
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_why text,
  address inet,
  device text,
  holding jsonb not null default '{}'
);
create index session_of_person on waymark.session (person_id) where ended_at is null;
comment on table waymark.session is 'Somebody''s presence in the product. Only a hash of the token is kept.';
comment on column waymark.session.holding is 'State of the device, such as being handed to a young person for a check-in. Never anything typed.';

create table waymark.sign_in_attempt (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  user_name_hash bytea not null,
  address inet,
  succeeded boolean not null
);
create index sign_in_attempt_by_name on waymark.sign_in_attempt (user_name_hash, at desc);
create index sign_in_attempt_by_address on waymark.sign_in_attempt (address, at desc);
comment on table waymark.sign_in_attempt is 'For limits on guessing. Holds a keyed hash of what was typed as the user name, whether or not such an account exists.';

grant select, insert, update on waymark.credential, waymark.session to waymark_door;
grant select, insert on waymark.sign_in_attempt to waymark_door;

-- One statement for each request, before the page acts as anybody: whose session is this?
create function gate.actor_of_session(token_hash bytea, idle interval, absolute interval)
  returns table (session_id uuid, person_id uuid, name text, role text, organisation_id uuid, organisation_name text, team_id uuid, child_id uuid, step text, holding jsonb)
  language plpgsql security definer set search_path = pg_catalog
  as $$
declare
  s waymark.session;
begin
  select * into s from waymark.session x where x.token_hash = actor_of_session.token_hash and x.ended_at is null;
  if not found then return; end if;
  if s.created_at + absolute < now() or s.last_seen_at + idle < now() then
    update waymark.session x set ended_at = now(), ended_why = 'too long without use' where x.id = s.id;
    return;
  end if;
  if s.last_seen_at < now() - interval '1 minute' then
    update waymark.session x set last_seen_at = now() where x.id = s.id;
  end if;
  return query
    select s.id, p.id, p.name, p.role, p.organisation_id, o.name, p.team_id, c.id, s.step, s.holding
    from waymark.person p
    join waymark.organisation o on o.id = p.organisation_id
    left join waymark.child c on c.person_id = p.id
    where p.id = s.person_id and p.ended_at is null;
end $$;

create function gate.person_of_token(token_hash bytea) returns uuid
  language sql stable security definer set search_path = pg_catalog
  as $$ select s.person_id from waymark.session s where s.token_hash = person_of_token.token_hash $$;
comment on function gate.person_of_token(bytea) is 'Whose session this was, ended or not: what was typed when it ran out is kept for that person only.';

create function gate.demonstration_accounts() returns bigint language sql stable security definer set search_path = pg_catalog
  as $$ select count(*) from waymark.credential c where c.demonstration $$;

-- ---------------------------------------------------------------- who reads these tables
alter table waymark.person enable row level security;
alter table waymark.person force row level security;
alter table waymark.row_history enable row level security;
alter table waymark.row_history force row level security;
alter table waymark.audit_entry enable row level security;
alter table waymark.audit_entry force row level security;

grant select on waymark.organisation, waymark.team to waymark_app, waymark_door, waymark_reach;
grant insert, update on waymark.team to waymark_app;
grant select on waymark.person to waymark_app, waymark_door, waymark_reach;
grant insert, update on waymark.person to waymark_app;
grant select on waymark.row_history to waymark_app;

create policy reach_reads on waymark.person for select to waymark_reach using (true);
create policy door_reads on waymark.person for select to waymark_door using (true);
create policy keeper_writes on waymark.row_history for insert to waymark_keeper with check (true);
create policy own_acts on waymark.audit_entry for insert to waymark_app with check (actor_id = (select waymark.actor_id()));
create policy at_the_door on waymark.audit_entry for insert to waymark_door with check (true);
create policy sealer_reads on waymark.audit_entry for select to waymark_sealer using (true);

alter table waymark.team enable row level security;
create policy teams_are_known on waymark.team for select using (true);
create policy administrators_make_teams on waymark.team for insert to waymark_app
  with check (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) = 'administrator');
create policy administrators_rename_teams on waymark.team for update to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) = 'administrator');

create trigger keep_version before update on waymark.person for each row execute function waymark.keep_version();
