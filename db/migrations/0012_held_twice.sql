-- What no page does today and a mistake of ours, or a line of SQL in the wrong place, could: held here too.

-- ---------------------------------------------------------------- who may run a function
-- PostgreSQL lets everyone run a new function. A revoke by anybody but its owner only warns, so each is
-- revoked and granted as the role that owns it. From here on a new function is closed until it is granted.
alter default privileges revoke execute on functions from public;

do $$
declare
  held record;
  runs constant jsonb := '{
    "gate.actor_of_session": "waymark_web", "gate.person_of_token": "waymark_web", "gate.deployment_kind": "waymark_web",
    "gate.demonstration_accounts": "waymark_web", "gate.migrations_run": "waymark_web",
    "waymark.actor_id": "waymark_app, waymark_reach, waymark_statistics, waymark_keeper, waymark_door",
    "waymark.actor_role": "waymark_owner, waymark_app, waymark_statistics, waymark_keeper, waymark_door",
    "waymark.actor_organisation": "waymark_owner, waymark_app, waymark_statistics, waymark_keeper, waymark_door",
    "waymark.actor_team": "waymark_owner, waymark_app, waymark_statistics",
    "waymark.actor_may_write": "waymark_owner, waymark_app", "waymark.actor_children": "waymark_owner, waymark_app",
    "waymark.actor_imports": "waymark_app", "waymark.london_midnight": "waymark_statistics",
    "waymark.who_looked": "waymark_app", "waymark.trail": "waymark_app", "waymark.find_children": "waymark_app",
    "waymark.area_people": "waymark_app", "waymark.area_answers": "waymark_app", "waymark.area_changed": "waymark_app",
    "waymark.keep_framework": "waymark_app", "waymark.young_persons_account": "waymark_app",
    "waymark.give_password": "waymark_app", "waymark.end_sessions_of": "waymark_app", "waymark.reset_second_factor": "waymark_app",
    "waymark.account_sign_in": "waymark_app", "waymark.user_name_free": "waymark_app",
    "waymark.manages_account": "waymark_app, waymark_door", "waymark.command_line_of": "waymark_door",
    "waymark.keep_version": "waymark_owner"
  }';
begin
  for held in
    select p.oid::regprocedure::text as signature, n.nspname || '.' || p.proname as name, p.proowner::regrole::text as owner
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('waymark', 'gate')
  loop
    execute format('set local role %s', held.owner);
    execute format('revoke execute on routine %s from public', held.signature);
    if runs ? held.name then
      execute format('grant execute on routine %s to %s', held.signature, runs ->> held.name);
    end if;
    set local role waymark_owner;
  end loop;
end $$;

-- ---------------------------------------------------------------- a row stays where it was written
set local role waymark_keeper;
create or replace function waymark.keep_version() returns trigger language plpgsql security definer set search_path = pg_catalog
  as $$
declare
  before_it jsonb := to_jsonb(old);
  after_it jsonb := to_jsonb(new);
begin
  if (after_it -> 'id', after_it -> 'child_id', after_it -> 'organisation_id')
    is distinct from (before_it -> 'id', before_it -> 'child_id', before_it -> 'organisation_id') then
    raise exception 'a row stays with its child and its organisation' using errcode = 'restrict_violation', constraint = 'row_stays';
  end if;
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
comment on function waymark.keep_version() is 'Before every update: the row as it was goes to row_history, and the version goes up by one. A row never moves to another child or organisation.';
set local role waymark_owner;

-- ---------------------------------------------------------------- a row says who wrote it
do $$
declare
  held regclass;
begin
  for held in select p.polrelid::regclass from pg_policy p where p.polname = 'written_within_reach'
      and exists (select from pg_attribute a where a.attrelid = p.polrelid and a.attname = 'changed_by') loop
    execute format('create policy written_as_oneself on %s as restrictive for insert to waymark_app with check (version = 1 and changed_by = (select waymark.actor_id()) and changed_at >= now())', held);
  end loop;
end $$;
create policy written_as_oneself on waymark.child as restrictive for insert to waymark_app
  with check (version = 1 and changed_by = (select waymark.actor_id()) and changed_at >= now());

create or replace procedure waymark.hold_for_child(held regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', held);
  execute format('alter table %s force row level security', held);
  execute format('create policy follows_child on %s for select to waymark_app using (exists (select from waymark.child c where c.id = child_id))', held);
  execute format('create policy written_within_reach on %s for insert to waymark_app with check ((select waymark.actor_may_write()) and exists (select from waymark.child c where c.id = child_id))', held);
  execute format('create policy written_as_oneself on %s as restrictive for insert to waymark_app with check (version = 1 and changed_by = (select waymark.actor_id()) and changed_at >= now())', held);
  execute format('create policy changed_within_reach on %s for update to waymark_app using ((select waymark.actor_may_write()) and exists (select from waymark.child c where c.id = child_id)) with check (exists (select from waymark.child c where c.id = child_id))', held);
  execute format('grant select, insert, update on %s to waymark_app', held);
  execute format('create trigger keep_version before update on %s for each row execute function waymark.keep_version()', held);
end $$;

-- An entry of the audit says when it was written, and nobody else may say so.
revoke insert on waymark.audit_entry from waymark_app, waymark_door;
grant insert (actor_id, actor_role, organisation_id, session_id, action, outcome, child_id, shown, address, request_id, detail)
  on waymark.audit_entry to waymark_app, waymark_door;

-- ---------------------------------------------------------------- rows kept apart
-- An update that reads nothing is not asked what it may see: what is kept apart is not changed unseen either.
create policy kept_apart_is_not_changed on waymark.return_row as restrictive for update to waymark_app
  using (private_to is null or (select waymark.actor_role()) in ('manager', 'auditor', 'system'));

-- ---------------------------------------------------------------- a child's team, and one's own account
-- No page gives a child another team yet. The one that does will say who may.
revoke update (team_id) on waymark.child from waymark_app;

revoke update on waymark.person from waymark_app;
grant update (name, role, team_id, ended_at) on waymark.person to waymark_app;
create function waymark.own_account_stays() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.id = waymark.actor_id() and (new.role <> old.role or new.ended_at is distinct from old.ended_at) then
    raise exception 'nobody changes the role of their own account, or closes it' using errcode = 'restrict_violation', constraint = 'own_account_stays';
  end if;
  return new;
end $$;
create trigger own_account_stays before update on waymark.person for each row execute function waymark.own_account_stays();
