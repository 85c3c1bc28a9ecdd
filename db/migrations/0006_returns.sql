-- What a council's return says: care episodes, reviews, missing periods and workers (the processes
-- domain), every other row as it was sent (the exchange domain), and the runs that brought them in.

-- ---------------------------------------------------------------- what happened around a child
create table waymark.care_episode (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  organisation_id uuid not null references waymark.organisation,
  began_on date not null,
  ended_on date,
  began_because text,
  legal_status text,
  need text,
  placement text,
  provider text,
  ended_because text,
  moved_because text,
  said_in integer not null check (said_in between 1990 and 2200),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, organisation_id, began_on),
  constraint ends_after_beginning check (ended_on is null or ended_on >= began_on)
);
comment on table waymark.care_episode is 'A stretch of care under one legal status in one home, in the codes of the SSDA903 return. Where the home is, is kept apart (return_row, kept_apart).';
comment on column waymark.care_episode.said_in is 'The collection year of the return that first said so.';
comment on column waymark.care_episode.began_because is 'RNE. Codes and their meanings: src/domains/processes/codes.rules.ts. A code we do not know is kept as it was sent.';

create table waymark.care_review (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  organisation_id uuid not null references waymark.organisation,
  held_on date not null,
  participation text,
  said_in integer not null check (said_in between 1990 and 2200),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, organisation_id, held_on)
);
comment on table waymark.care_review is 'A review of the plan for a child''s care. participation (PN0 to PN7): how the child took part.';

create table waymark.missing_period (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  organisation_id uuid not null references waymark.organisation,
  began_on date not null,
  ended_on date,
  kind text,
  said_in integer not null check (said_in between 1990 and 2200),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, organisation_id, began_on),
  constraint ends_after_beginning check (ended_on is null or ended_on >= began_on)
);
comment on table waymark.missing_period is 'A time a child was missing (kind M) or away without agreement (kind A), as the council told the Department for Education afterwards.';

create table waymark.worker_episode (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  organisation_id uuid not null references waymark.organisation,
  began_on date not null,
  ended_on date,
  worker text,
  ended_because text,
  said_in integer not null check (said_in between 1990 and 2200),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, organisation_id, began_on),
  constraint ends_after_beginning check (ended_on is null or ended_on >= began_on)
);
comment on table waymark.worker_episode is 'How long a child had the same social worker. worker is the number the worker is registered under.';

call waymark.hold_for_child('waymark.care_episode');
call waymark.hold_for_child('waymark.care_review');
call waymark.hold_for_child('waymark.missing_period');
call waymark.hold_for_child('waymark.worker_episode');

-- ---------------------------------------------------------------- every other row, as it was sent
create table waymark.return_row (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  organisation_id uuid not null references waymark.organisation,
  file text not null check (length(file) between 1 and 40),
  natural_key text not null check (length(natural_key) <= 100),
  said_in integer not null check (said_in between 1990 and 2200),
  facts jsonb not null,
  as_sent jsonb not null,
  private_to uuid references waymark.person,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, organisation_id, file, natural_key)
);
comment on table waymark.return_row is 'A row of a return that has no table of its own yet, so that nothing a council sent is lost.';
comment on column waymark.return_row.natural_key is 'What tells it from the child''s other rows of that file: a day, a year, or nothing.';
comment on column waymark.return_row.facts is 'Days as 2018-03-31 and codes as today''s return writes them.';
comment on column waymark.return_row.as_sent is 'The values of the row as the council wrote them.';
comment on column waymark.return_row.private_to is 'Set on rows kept apart: where a child lives, and whether they came unaccompanied. Managers of the council, auditors and the command line read those; row_history gives their earlier versions to this person only.';
call waymark.hold_for_child('waymark.return_row');
create policy kept_apart on waymark.return_row as restrictive for select to waymark_app using (
  private_to is null or (select waymark.actor_role()) in ('manager', 'auditor', 'system')
);

-- ---------------------------------------------------------------- the runs that bring a return in
create function waymark.actor_imports() returns boolean language sql stable parallel safe
  as $$ select coalesce((select waymark.actor_role()) in ('manager', 'system') and (select waymark.actor_team()) is null, false) $$;
comment on function waymark.actor_imports() is 'Managers of a whole organisation, and its command line. A team''s manager does not see all the children a return names, and would open their records a second time.';

create table waymark.import_run (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  kind text not null check (kind in ('ssda903')),
  year integer not null check (year between 1990 and 2200),
  state text not null check (state in ('previewed', 'committed', 'discarded')),
  content_hash text not null,
  about jsonb not null,
  counts jsonb not null default '{}',
  started_by uuid not null references waymark.person default waymark.actor_id(),
  started_at timestamptz not null default now(),
  finished_at timestamptz
);
create index import_run_of_organisation on waymark.import_run (organisation_id, started_at desc);
comment on table waymark.import_run is 'One return read in: previewed, then committed or discarded. A run that fails or is stopped leaves no row at all.';
comment on column waymark.import_run.about is 'Files used and left out, notes, and warnings by kind, each with the first row it was met in. No child is named or numbered.';

create table waymark.import_row (
  run_id uuid not null references waymark.import_run on delete cascade,
  n integer not null,
  file text not null,
  child text not null,
  natural_key text not null,
  facts jsonb not null,
  as_sent jsonb not null,
  primary key (run_id, file, child, n)
);
comment on table waymark.import_row is 'The usable rows of a previewed return, waiting for the person who sent it to say yes. Removed when they do or do not.';

create table waymark.import_child (
  run_id uuid not null references waymark.import_run on delete cascade,
  child text not null,
  record_id uuid not null,
  born date,
  upn text,
  outcome text not null check (outcome in ('opened', 'changed', 'unchanged')),
  matched_by text check (matched_by in ('number', 'upn')),
  changes jsonb not null default '{}',
  primary key (run_id, child),
  -- the record first: looked up by run alone, this index would only mislead the planner
  unique (record_id, run_id)
);
comment on table waymark.import_child is 'What a run does or would do with each child it names. record_id of a child to be opened is the id the record will have, so it refers to nothing yet.';

create table waymark.import_refusal (
  run_id uuid not null references waymark.import_run on delete cascade,
  n integer not null,
  file_kind text not null,
  file text not null,
  row integer not null,
  child text not null,
  reasons jsonb not null,
  as_sent jsonb not null,
  primary key (run_id, n)
);
comment on table waymark.import_refusal is 'A row that was not used, and why, to be given back to the council. Removed when the next return is previewed.';

do $$
declare
  held text;
begin
  foreach held in array array['import_run', 'import_row', 'import_child', 'import_refusal'] loop
    execute format('alter table waymark.%I enable row level security', held);
    execute format('alter table waymark.%I force row level security', held);
    execute format('grant select, insert, delete on waymark.%I to waymark_app', held);
    continue when held = 'import_run';
    execute format(
      'create policy follows_run on waymark.%I to waymark_app using (exists (select from waymark.import_run r where r.id = run_id))
        with check (exists (select from waymark.import_run r where r.id = run_id))', held);
  end loop;
end $$;
create policy runs_of_own_organisation on waymark.import_run to waymark_app
  using ((select waymark.actor_imports()) and organisation_id = (select waymark.actor_organisation())
    and (state = 'committed' or started_by = (select waymark.actor_id())))
  with check ((select waymark.actor_imports()) and organisation_id = (select waymark.actor_organisation())
    and started_by = (select waymark.actor_id()));
grant update (state, counts, finished_at, content_hash, about) on waymark.import_run to waymark_app;
grant update (record_id, matched_by, outcome, changes) on waymark.import_child to waymark_app;

-- ---------------------------------------------------------------- how the command line acts
create function waymark.command_line_of(organisation_code text) returns uuid
  language plpgsql security definer set search_path = pg_catalog
  as $$
declare
  held waymark.organisation;
  found_id uuid;
begin
  select * into held from waymark.organisation o where o.code = command_line_of.organisation_code;
  if not found then return null; end if;
  select p.id into found_id from waymark.person p
    where p.organisation_id = held.id and p.role = 'system' and p.ended_at is null
    order by p.created_at, p.id limit 1;
  if found_id is not null then return found_id; end if;
  insert into waymark.person (organisation_id, name, role, user_name, invented)
    values (held.id, 'Waymark command line', 'system', 'command.line.' || lower(held.code), held.invented)
    returning id into found_id;
  return found_id;
end $$;
comment on function waymark.command_line_of(text) is 'The system account by which the command line acts for an organisation, made when there is none. It has no way to sign in. Null when no organisation has that code.';
grant select on waymark.organisation to waymark_keeper;
grant select, insert on waymark.person to waymark_keeper;
create policy keeper_reads_system_accounts on waymark.person for select to waymark_keeper using (role = 'system');
create policy keeper_makes_system_accounts on waymark.person for insert to waymark_keeper with check (role = 'system');
alter function waymark.command_line_of(text) owner to waymark_keeper;
revoke execute on function waymark.command_line_of(text) from public;
grant execute on function waymark.command_line_of(text) to waymark_door;
