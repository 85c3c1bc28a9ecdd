-- Who beside a young person sees which kind of thing is theirs to say, and holds at once: the policies
-- below read what they said, so no page can forget it.

create table waymark.sharing_choice (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  kind text not null check (kind in ('check_ins', 'goals', 'people', 'words')),
  choice text not null check (choice in ('everyone', 'some', 'nobody')),
  people uuid[] not null default '{}',
  private_to uuid not null default waymark.actor_id(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, kind),
  constraint some_are_named check ((choice = 'some') = (cardinality(people) > 0))
);
create index sharing_narrowed on waymark.sharing_choice (kind, child_id) where choice <> 'everyone';
comment on table waymark.sharing_choice is 'Who, of those who reach their record, sees a kind of thing: everyone (as without a row), some people by name, nobody but themselves. What they chose is read by them alone; others only learn what they themselves are not shown.';
comment on column waymark.sharing_choice.people is 'The people they chose, by account. Somebody new beside them is not among them until they say so.';

call waymark.hold_for_child('waymark.sharing_choice');
create policy theirs_to_read on waymark.sharing_choice as restrictive for select to waymark_app
  using ((select waymark.actor_role()) = 'young_person');
create policy theirs_to_make on waymark.sharing_choice as restrictive for insert to waymark_app
  with check ((select waymark.actor_role()) = 'young_person' and private_to = (select waymark.actor_id()));
create policy theirs_to_change on waymark.sharing_choice as restrictive for update to waymark_app
  using ((select waymark.actor_role()) = 'young_person');
revoke update on waymark.sharing_choice from waymark_app;
grant update (choice, people) on waymark.sharing_choice to waymark_app;

grant select on waymark.sharing_choice to waymark_reach;
create policy reach_reads on waymark.sharing_choice for select to waymark_reach using (true);

create function waymark.kept_back(of_kind text) returns setof uuid language sql stable parallel safe security definer rows 20 set search_path = pg_catalog
  as $$
  select s.child_id from waymark.sharing_choice s
   where s.kind = of_kind and s.choice <> 'everyone'
     and not (s.choice = 'some' and waymark.actor_id() = any (s.people))
     and (waymark.actor_role() in ('manager', 'auditor')
       or (waymark.actor_role() in ('practitioner', 'guardian') and s.child_id in (select waymark.actor_children())))
$$;
comment on function waymark.kept_back(text) is 'The young people who do not share this kind of thing with the actor. Themselves, and the command line that brings in returns, are never among those kept out.';

create function waymark.not_shared(child uuid) returns setof text language sql stable parallel safe security definer rows 4 set search_path = pg_catalog
  as $$
  select s.kind from waymark.sharing_choice s join waymark.child c on c.id = s.child_id
   where s.child_id = child and s.choice <> 'everyone'
     and not (s.choice = 'some' and waymark.actor_id() = any (s.people))
     and (waymark.actor_role() in ('practitioner', 'guardian', 'manager') and c.id in (select waymark.actor_children())
       or (waymark.actor_role() in ('manager', 'auditor') and c.organisation_id = waymark.actor_organisation()
         and (waymark.actor_team() is null or c.team_id = waymark.actor_team())))
$$;
comment on function waymark.not_shared(uuid) is 'The kinds of things that this young person does not share with the actor, so that a page can say so and never shows it as nothing.';
alter function waymark.kept_back(text) owner to waymark_reach;
alter function waymark.not_shared(uuid) owner to waymark_reach;
set local role waymark_reach;
grant execute on function waymark.kept_back(text), waymark.not_shared(uuid) to waymark_app;
set local role waymark_owner;

-- Views that workers write, what was arranged and that nothing was held stay: those are the workers' own.
create policy shared_as_they_say on waymark.check_in as restrictive for select to waymark_app
  using (voice <> 'young_person' or child_id not in (select waymark.kept_back('check_ins')));
create policy shared_as_they_say on waymark.own_goal as restrictive for select to waymark_app
  using (child_id not in (select waymark.kept_back('goals')));
create policy shared_as_they_say on waymark.own_goal_event as restrictive for select to waymark_app
  using (child_id not in (select waymark.kept_back('goals')));
create policy shared_as_they_say on waymark.person_who_matters as restrictive for select to waymark_app
  using (child_id not in (select waymark.kept_back('people')));
create policy shared_as_they_say on waymark.about_me as restrictive for select to waymark_app
  using (child_id not in (select waymark.kept_back('words')));
create policy shared_as_they_say on waymark.own_meaning as restrictive for select to waymark_app
  using (child_id not in (select waymark.kept_back('words')));
-- What used to be there is kept back with what is there now.
create policy shared_as_they_say on waymark.row_history as restrictive for select to waymark_app using (
  case
    when table_name in ('check_in', 'check_in_answer', 'check_in_influence') then child_id is null or child_id not in (select waymark.kept_back('check_ins'))
    when table_name in ('own_goal', 'own_goal_event') then child_id is null or child_id not in (select waymark.kept_back('goals'))
    when table_name = 'person_who_matters' then child_id is null or child_id not in (select waymark.kept_back('people'))
    when table_name in ('about_me', 'own_meaning') then child_id is null or child_id not in (select waymark.kept_back('words'))
    else true
  end
);
