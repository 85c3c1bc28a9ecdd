-- Legal help by more areas of law, its deadlines, and a wall around what is privileged.

alter table waymark.legal_help drop constraint legal_help_area_check;
alter table waymark.legal_help add constraint legal_help_area_check check (area in ('asylum', 'papers', 'public', 'crime', 'family', 'reunion', 'other'));
comment on table waymark.legal_help is 'Whether the young person has somebody for each area of law, whether they want one, and whether it is good, as they say. asylum: being safe in this country; papers: permission to stay; public: decisions of councils; crime; family: living with and seeing family here; reunion: family who are elsewhere.';

create table waymark.legal_deadline (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  area text not null check (area in ('asylum', 'papers', 'public', 'crime', 'family', 'reunion', 'other')),
  what text not null check (length(what) between 1 and 500),
  due_on date not null,
  set_by text not null check (length(set_by) between 1 and 200),
  owed_by text not null check (length(owed_by) between 1 and 200),
  met_on date,
  not_met_why text check (length(not_met_why) <= 500),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create index legal_deadline_of_child on waymark.legal_deadline (child_id, due_on);
comment on table waymark.legal_deadline is 'A day by which something has to be done in law, who set it, and which person or body has to do it. Never the child alone. What is advised about it is behind the wall, not here.';
call waymark.hold_for_staff('waymark.legal_deadline');

-- ---------------------------------------------------------------- the wall
create table waymark.behind_the_wall (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  person_id uuid not null references waymark.person,
  why text not null check (length(why) between 1 and 500),
  child_agreed boolean not null check (child_agreed),
  named_by uuid not null references waymark.person default waymark.actor_id(),
  named_at timestamptz not null default now(),
  ended_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create unique index named_once on waymark.behind_the_wall (child_id, person_id) where ended_at is null;
comment on table waymark.behind_the_wall is 'Who may read what a child and their lawyer say to each other: people named one by one, with the child''s agreement. No role is enough, a manager''s neither. The privilege is the child''s.';
call waymark.hold_for_staff('waymark.behind_the_wall');
revoke update on waymark.behind_the_wall from waymark_app;
grant update (ended_at) on waymark.behind_the_wall to waymark_app;
grant select on waymark.behind_the_wall to waymark_reach;
create policy reach_reads on waymark.behind_the_wall for select to waymark_reach using (true);

create function waymark.within_the_wall(of_child uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from waymark.behind_the_wall b where b.child_id = of_child and b.person_id = waymark.actor_id() and b.ended_at is null)
      or exists (select from waymark.child c where c.id = of_child and c.person_id = waymark.actor_id())
$$;
comment on function waymark.within_the_wall(uuid) is 'Whether the actor is named for what is privileged of this child, or is the child.';
create function waymark.nobody_within_the_wall(of_child uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select not exists (select from waymark.behind_the_wall b join waymark.person p on p.id = b.person_id
    where b.child_id = of_child and b.ended_at is null and p.ended_at is null)
$$;
comment on function waymark.nobody_within_the_wall(uuid) is 'Whether nobody is named yet: then the first, who stands beside the child, names themselves.';
create function waymark.may_be_within(of_child uuid, who uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from waymark.allocation a join waymark.person p on p.id = a.person_id
    where a.child_id = of_child and a.person_id = who and a.ended_on is null and p.ended_at is null and p.role in ('practitioner', 'guardian'))
$$;
comment on function waymark.may_be_within(uuid, uuid) is 'Whether somebody stands beside the child now, as a worker or guardian: nobody else can be named.';
alter function waymark.within_the_wall(uuid) owner to waymark_reach;
alter function waymark.nobody_within_the_wall(uuid) owner to waymark_reach;
alter function waymark.may_be_within(uuid, uuid) owner to waymark_reach;
set local role waymark_reach;
grant execute on function waymark.within_the_wall(uuid), waymark.nobody_within_the_wall(uuid), waymark.may_be_within(uuid, uuid) to waymark_app;
set local role waymark_owner;

create policy named_by_those_within on waymark.behind_the_wall as restrictive for insert to waymark_app with check (
  named_by = (select waymark.actor_id()) and named_at = now() and ended_at is null and waymark.may_be_within(child_id, person_id)
  and (waymark.within_the_wall(child_id) or (person_id = (select waymark.actor_id()) and waymark.nobody_within_the_wall(child_id)))
);
create policy ended_by_those_within on waymark.behind_the_wall as restrictive for update to waymark_app
  using (ended_at is null and waymark.within_the_wall(child_id)) with check (true);

create table waymark.walled_note (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  area text not null check (area in ('asylum', 'papers', 'public', 'crime', 'family', 'reunion', 'other')),
  kind text not null check (kind in ('advice', 'instructions', 'draft', 'letter')),
  words text not null check (length(words) between 1 and 10000),
  language text not null default 'en' check (length(language) between 2 and 35),
  from_whom text not null check (length(from_whom) between 1 and 200),
  on_day date not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create index walled_note_of_child on waymark.walled_note (child_id, on_day);
comment on table waymark.walled_note is 'What is privileged between a child and their lawyer. Read and written only by people named in behind_the_wall, and by the child. Never searched, exported, counted or extracted.';
call waymark.hold_for_staff('waymark.walled_note');
create policy only_within_the_wall on waymark.walled_note as restrictive for select to waymark_app using (waymark.within_the_wall(child_id));
create policy written_within_the_wall on waymark.walled_note as restrictive for insert to waymark_app with check (waymark.within_the_wall(child_id));
create policy changed_within_the_wall on waymark.walled_note as restrictive for update to waymark_app using (waymark.within_the_wall(child_id));
create policy only_within_the_wall on waymark.row_history as restrictive for select to waymark_app using (
  table_name <> 'walled_note' or waymark.within_the_wall(child_id));
