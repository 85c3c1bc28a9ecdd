-- Networks: people, places, phones and vehicles that somebody linked to situations of exploitation. A restricted
-- space: no role opens it, a manager's neither. Somebody is named for it, by another, with a reason and an end.

create table waymark.network_grant (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  person_id uuid not null references waymark.person,
  why text not null check (length(btrim(why)) between 1 and 500),
  granted_by uuid not null references waymark.person default waymark.actor_id(),
  granted_at timestamptz not null default now(),
  until_day date not null,
  ended_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint nobody_names_themselves check (person_id <> granted_by),
  constraint for_half_a_year_at_most check (until_day <= (granted_at at time zone 'Europe/London')::date + 184)
);
create index network_grant_of_person on waymark.network_grant (person_id, until_day) where ended_at is null;
create index network_grant_of_organisation on waymark.network_grant (organisation_id, granted_at desc);
comment on table waymark.network_grant is 'Who may open the networks, named one by one by a manager who is somebody else, why, and until which day. Ended at any time; never removed.';

create table waymark.network_entry (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  kind text not null check (kind in ('person', 'place', 'phone', 'vehicle')),
  called text not null check (length(btrim(called)) between 1 and 300),
  known text check (length(btrim(known)) between 1 and 5000),
  source text not null check (length(btrim(source)) between 1 and 500),
  sure text not null check (sure in ('seen', 'told', 'thought')),
  again_on date not null,
  not_so_because text check (length(btrim(not_so_because)) between 1 and 2000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (organisation_id, id)
);
create index network_entry_of_organisation on waymark.network_entry (organisation_id, kind, called);
comment on table waymark.network_entry is 'A person, place, phone or vehicle that turned up around exploitation: what is known, from whom, how sure, and when somebody looks whether it may still be kept. No entry has a weight, a rank or a score.';
comment on column waymark.network_entry.sure is 'Seen by a professional, told by somebody, or thought.';

create table waymark.network_link (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  how text not null check (length(btrim(how)) between 1 and 1000),
  source text not null check (length(btrim(source)) between 1 and 500),
  sure text not null check (sure in ('seen', 'told', 'thought')),
  not_so_because text check (length(btrim(not_so_because)) between 1 and 2000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (organisation_id, one_id) references waymark.network_entry (organisation_id, id),
  foreign key (organisation_id, other_id) references waymark.network_entry (organisation_id, id),
  constraint two_entries check (one_id <> other_id)
);
create unique index one_link_of_two on waymark.network_link (least(one_id, other_id), greatest(one_id, other_id)) where not_so_because is null;
create index network_link_of_organisation on waymark.network_link (organisation_id);
comment on table waymark.network_link is 'How two entries belong together, from whom that is known, and how sure.';

create table waymark.network_tie (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  organisation_id uuid not null,
  entry_id uuid not null,
  situation_id uuid,
  how text not null check (length(btrim(how)) between 1 and 1000),
  source text not null check (length(btrim(source)) between 1 and 500),
  sure text not null check (sure in ('seen', 'told', 'thought')),
  told text not null check (told in ('told', 'not_yet', 'not_safe')),
  told_because text check (length(btrim(told_because)) between 1 and 1000),
  not_so_because text check (length(btrim(not_so_because)) between 1 and 2000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (organisation_id, entry_id) references waymark.network_entry (organisation_id, id),
  foreign key (child_id, situation_id) references waymark.exploitation_situation (child_id, id),
  constraint why_they_were_not_told check (told = 'told' or told_because is not null)
);
create index network_tie_of_child on waymark.network_tie (child_id);
create index network_tie_of_entry on waymark.network_tie (entry_id);
comment on table waymark.network_tie is 'How an entry is linked to a child, and where it is known to which situation of exploitation; whether the child was told that it is kept, and if not, why.';

-- ---------------------------------------------------------------- the wall
create function waymark.within_networks() returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from waymark.network_grant g join waymark.person p on p.id = g.person_id
    where g.person_id = waymark.actor_id() and g.organisation_id = waymark.actor_organisation() and g.ended_at is null
      and g.until_day >= (now() at time zone 'Europe/London')::date
      and p.ended_at is null and p.role in ('practitioner', 'manager'))
$$;
comment on function waymark.within_networks() is 'Whether the actor is named for the networks of their organisation today.';
grant select on waymark.network_grant to waymark_reach;

alter table waymark.network_grant enable row level security;
alter table waymark.network_grant force row level security;
create policy reach_reads on waymark.network_grant for select to waymark_reach using (true);
create policy own_and_managers on waymark.network_grant for select to waymark_app using (
  person_id = (select waymark.actor_id())
  or (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in ('manager', 'auditor')));
create policy managers_name on waymark.network_grant for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) = 'manager'
  and granted_by = (select waymark.actor_id()) and granted_at = now() and ended_at is null and version = 1
  and exists (select from waymark.person p where p.id = person_id and p.organisation_id = (select waymark.actor_organisation())
    and p.role in ('practitioner', 'manager') and p.ended_at is null));
create policy managers_end on waymark.network_grant for update to waymark_app using (
  organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) = 'manager' and ended_at is null)
  with check (organisation_id = (select waymark.actor_organisation()));
grant select, insert on waymark.network_grant to waymark_app;
grant update (ended_at) on waymark.network_grant to waymark_app;
create trigger keep_version before update on waymark.network_grant for each row execute function waymark.keep_version();
alter function waymark.within_networks() owner to waymark_reach;
set local role waymark_reach;
revoke execute on function waymark.within_networks() from public;
grant execute on function waymark.within_networks() to waymark_app;
set local role waymark_owner;

create procedure waymark.hold_for_networks(held regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', held);
  execute format('alter table %s force row level security', held);
  execute format('create policy only_those_named on %s for select to waymark_app using (organisation_id = (select waymark.actor_organisation()) and (select waymark.within_networks()))', held);
  execute format('create policy written_by_those_named on %s for insert to waymark_app with check (organisation_id = (select waymark.actor_organisation()) and (select waymark.within_networks()) and version = 1 and changed_by = (select waymark.actor_id()))', held);
  execute format('create policy changed_by_those_named on %s for update to waymark_app using (organisation_id = (select waymark.actor_organisation()) and (select waymark.within_networks()))', held);
  execute format('grant select, insert on %s to waymark_app', held);
  execute format('create trigger keep_version before update on %s for each row execute function waymark.keep_version()', held);
end $$;
comment on procedure waymark.hold_for_networks(regclass) is 'Puts a table of the networks behind its own rule: nobody reads or writes it who is not named for it today.';
call waymark.hold_for_networks('waymark.network_entry');
call waymark.hold_for_networks('waymark.network_link');
grant update (called, known, source, sure, again_on, not_so_because) on waymark.network_entry to waymark_app;
grant update (not_so_because) on waymark.network_link to waymark_app;

-- A tie has a child: it follows the child's reach, and the rule of the networks above that.
call waymark.hold_for_child('waymark.network_tie');
revoke update on waymark.network_tie from waymark_app;
grant update (told, told_because, not_so_because) on waymark.network_tie to waymark_app;
create policy only_those_named on waymark.network_tie as restrictive for select to waymark_app using (
  organisation_id = (select waymark.actor_organisation()) and (select waymark.within_networks()));
create policy written_by_those_named on waymark.network_tie as restrictive for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation()) and (select waymark.within_networks()));
create policy changed_by_those_named on waymark.network_tie as restrictive for update to waymark_app using (
  (select waymark.within_networks()));
create policy history_of_networks on waymark.row_history as restrictive for select to waymark_app using (
  table_name <> all (array['network_entry', 'network_link', 'network_tie', 'network_grant']) or (select waymark.within_networks()));

grant select on waymark.network_tie to waymark_reach;
create policy reach_reads on waymark.network_tie for select to waymark_reach using (true);
create function waymark.ties_of_others() returns table (entry_id uuid, other bigint) language sql stable security definer set search_path = pg_catalog as $$
  select t.entry_id, dense_rank() over (order by md5(t.child_id::text || now()::text))
    from waymark.network_tie t join waymark.child c on c.id = t.child_id
   where waymark.within_networks() and t.organisation_id = waymark.actor_organisation() and t.not_so_because is null
     and not ((waymark.actor_role() = 'manager' and c.organisation_id = waymark.actor_organisation()
         and (waymark.actor_team() is null or c.team_id = waymark.actor_team()))
       or c.id in (select waymark.actor_children()))
   group by t.entry_id, t.child_id
$$;
comment on function waymark.ties_of_others() is 'Which entries are linked to young people out of the actor''s reach: that there is another young person, the same one or not within this one reading, and nothing else.';
alter function waymark.ties_of_others() owner to waymark_reach;
set local role waymark_reach;
revoke execute on function waymark.ties_of_others() from public;
grant execute on function waymark.ties_of_others() to waymark_app;
set local role waymark_owner;
