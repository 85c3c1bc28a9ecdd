-- A carer: an account for one child, opened by somebody beside them and ended at once. It reaches no record, the
-- child's least of all. It is given the items that were agreed, one by one, by functions that know no other.

alter table waymark.person drop constraint person_role_check;
alter table waymark.person add constraint person_role_check
  check (role in ('young_person', 'practitioner', 'guardian', 'manager', 'analyst', 'administrator', 'auditor', 'carer', 'system'));

create table waymark.carer (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  person_id uuid not null unique references waymark.person,
  name text not null check (length(btrim(name)) between 1 and 200),
  who_they_are text not null check (length(btrim(who_they_are)) between 1 and 200),
  decides text not null check (decides in ('young_person', 'with_worker')),
  decides_why text check (length(btrim(decides_why)) between 1 and 1000),
  review_on date,
  agreed_on date not null,
  agreed_how text not null check (length(btrim(agreed_how)) between 1 and 1000),
  invited_by uuid not null references waymark.person default waymark.actor_id(),
  invited_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_because text check (ended_because in ('young_person_wants', 'moved', 'not_safe', 'not_needed', 'other')),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id),
  constraint with_a_worker_says_why check ((decides = 'with_worker') = (decides_why is not null and review_on is not null)),
  constraint an_ending_has_a_reason check ((ended_at is null) = (ended_because is null))
);
create index carer_of_child on waymark.carer (child_id);
comment on table waymark.carer is 'Somebody who looks after a child where they live and has a limited account: what was agreed with the child, item by item, and their own view in their own voice.';
comment on column waymark.carer.decides is 'Who decides what the carer sees: the young person, where they can judge it; else with a worker, with the reason and the day it is looked at again.';
call waymark.hold_for_child('waymark.carer');
revoke update on waymark.carer from waymark_app;
grant update (who_they_are, decides, decides_why, review_on, ended_at, ended_because) on waymark.carer to waymark_app;
create policy those_beside_invite on waymark.carer as restrictive for insert to waymark_app with check (
  (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager') and invited_by = (select waymark.actor_id()) and ended_at is null);
create policy theirs_where_they_decide on waymark.carer as restrictive for update to waymark_app
  using ((select waymark.actor_role()) <> 'young_person' or decides = 'young_person');

create table waymark.carer_item (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  carer_id uuid not null,
  appointment_id uuid references waymark.appointment,
  action_id uuid references waymark.plan_action,
  agreed_on date not null,
  off_at timestamptz,
  off_by_child boolean not null default false,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, carer_id) references waymark.carer (child_id, id),
  unique (carer_id, appointment_id),
  unique (carer_id, action_id),
  constraint one_thing check (num_nonnulls(appointment_id, action_id) = 1)
);
create index carer_item_of_child on waymark.carer_item (child_id);
comment on table waymark.carer_item is 'One thing a carer may see: an entry of the calendar, or something a plan promises. Off is off at once; what the young person turned off, only they turn on again.';
call waymark.hold_for_child('waymark.carer_item');
revoke update on waymark.carer_item from waymark_app;
grant update (off_at) on waymark.carer_item to waymark_app;
create policy those_beside_agree on waymark.carer_item as restrictive for insert to waymark_app with check (
  (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager') and off_at is null
  and exists (select from waymark.carer k where k.id = carer_id and k.child_id = carer_item.child_id and k.ended_at is null)
  and (appointment_id is null or exists (select from waymark.appointment a where a.id = appointment_id and a.child_id = carer_item.child_id))
  and (action_id is null or exists (select from waymark.plan_action x where x.id = action_id and x.child_id = carer_item.child_id)));
create policy theirs_where_they_decide on waymark.carer_item as restrictive for update to waymark_app using (
  (select waymark.actor_role()) <> 'young_person'
  or exists (select from waymark.carer k where k.id = carer_id and k.decides = 'young_person'));

create function waymark.carer_item_is_turned() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  theirs constant boolean := coalesce(waymark.actor_role() = 'young_person', false);
begin
  if old.off_at is not null and new.off_at is null and old.off_by_child and not theirs then
    raise exception 'what the young person turned off is theirs to turn on' using errcode = 'restrict_violation', constraint = 'theirs_to_turn_on';
  end if;
  new.off_by_child := case when new.off_at is null then false when old.off_at is null then theirs else old.off_by_child or theirs end;
  return new;
end $$;
create trigger carer_item_is_turned before update on waymark.carer_item for each row execute function waymark.carer_item_is_turned();

-- ---------------------------------------------------------------- an end is an end
create function waymark.carer_ends() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if old.ended_at is not null then
    raise exception 'a carer''s account that ended stays ended' using errcode = 'restrict_violation', constraint = 'ended_stays';
  end if;
  if new.ended_at is not null then
    update waymark.session s set ended_at = now(), ended_why = 'no longer a carer here' where s.person_id = new.person_id and s.ended_at is null;
    update waymark.person p set ended_at = now() where p.id = new.person_id and p.ended_at is null;
  end if;
  return new;
end $$;
comment on function waymark.carer_ends() is 'Ends the account and every session of a carer in the moment they are ended.';
revoke execute on function waymark.carer_ends() from public;
create trigger carer_ends before update on waymark.carer for each row execute function waymark.carer_ends();
grant update (ended_at) on waymark.person to waymark_door;
create policy door_closes_carers on waymark.person for update to waymark_door using (role = 'carer') with check (role = 'carer');
grant create on schema waymark to waymark_door;
alter function waymark.carer_ends() owner to waymark_door;
revoke create on schema waymark from waymark_door;

-- ---------------------------------------------------------------- what a carer reaches
grant select on waymark.carer, waymark.carer_item, waymark.appointment, waymark.plan, waymark.plan_action to waymark_reach;
create policy reach_reads on waymark.carer for select to waymark_reach using (true);
create policy reach_reads on waymark.carer_item for select to waymark_reach using (true);
create policy reach_reads on waymark.appointment for select to waymark_reach using (true);
create policy reach_reads on waymark.plan for select to waymark_reach using (true);
create policy reach_reads on waymark.plan_action for select to waymark_reach using (true);

create function waymark.carer_child() returns uuid language sql stable parallel safe security definer set search_path = pg_catalog
  as $$ select k.child_id from waymark.carer k where k.person_id = waymark.actor_id() and k.ended_at is null and waymark.actor_role() = 'carer' $$;
comment on function waymark.carer_child() is 'The one child a carer who acts looks after. Nobody for anybody else. It opens no record.';

create function waymark.looked_after() returns table (child uuid, known_as text, who_they_are text, organisation uuid)
  language sql stable security definer set search_path = pg_catalog
  as $$
  select c.id, c.known_as, k.who_they_are, c.organisation_id from waymark.carer k join waymark.child c on c.id = k.child_id
   where c.id = waymark.carer_child() and k.person_id = waymark.actor_id() and k.ended_at is null
$$;
comment on function waymark.looked_after() is 'For a carer: whom they look after, by the name they go by. Nothing else of the record.';

create function waymark.agreed_with_carer(at timestamptz)
  returns table (id uuid, kind text, what text, who text, place text, starts_at timestamptz, ends_at timestamptz, due_on date, state text)
  language sql stable security definer set search_path = pg_catalog
  as $$
  select i.id, 'appointment', a.kind, a.with_whom, a.place, a.starts_at, a.ends_at, null::date, a.state
    from waymark.carer k join waymark.carer_item i on i.carer_id = k.id and i.off_at is null
    join waymark.appointment a on a.id = i.appointment_id and a.child_id = k.child_id
   where k.person_id = waymark.actor_id() and k.child_id = waymark.carer_child()
     and a.state in ('planned', 'cancelled') and coalesce(a.ends_at, a.starts_at) > agreed_with_carer.at - interval '1 day'
  union all
  select i.id, 'plan', x.plain, coalesce(p.name, x.owner_name), null, null, null, x.due_on, x.state
    from waymark.carer k join waymark.carer_item i on i.carer_id = k.id and i.off_at is null
    join waymark.plan_action x on x.id = i.action_id and x.child_id = k.child_id
    join waymark.plan n on n.id = x.plan_id and n.state <> 'ended'
    left join waymark.person p on p.id = x.owner_id
   where k.person_id = waymark.actor_id() and k.child_id = waymark.carer_child()
  order by 6 nulls last, 8, 1 limit 200
$$;
comment on function waymark.agreed_with_carer(timestamptz) is 'For a carer: the items that were agreed and are on, no more of each than a carer needs. Not why, not how they were chosen, not what anybody said.';
revoke execute on function waymark.carer_child(), waymark.looked_after(), waymark.agreed_with_carer(timestamptz) from public;
grant execute on function waymark.carer_child(), waymark.looked_after(), waymark.agreed_with_carer(timestamptz) to waymark_app;
grant execute on function waymark.carer_child() to waymark_reach;
alter function waymark.carer_child() owner to waymark_reach;
alter function waymark.looked_after() owner to waymark_reach;
alter function waymark.agreed_with_carer(timestamptz) owner to waymark_reach;

-- Who works here, and who looks after whom, is not a carer's to read; and a carer is seen by those who reach the child.
create policy carers_see_themselves on waymark.person as restrictive for select to waymark_app using (
  (select waymark.actor_role()) is distinct from 'carer' or id = (select waymark.actor_id()));
create policy carers_are_seen_with_the_child on waymark.person as restrictive for select to waymark_app using (
  role <> 'carer' or id = (select waymark.actor_id()) or exists (select from waymark.carer k where k.person_id = person.id));
create policy carers_are_invited on waymark.person as restrictive for insert to waymark_app with check (
  role <> 'carer' or (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager'));
create policy carers_are_ended_as_carers on waymark.person as restrictive for update to waymark_app using (role <> 'carer') with check (role <> 'carer');
create policy those_beside_open_carers on waymark.person for insert to waymark_app with check (
  role = 'carer' and team_id is null and (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager')
  and (organisation_id = (select waymark.actor_organisation())
    or organisation_id in (select c.organisation_id from waymark.child c where c.id = any (array(select waymark.actor_children())))));

set local role waymark_reach;
create or replace function waymark.manages_account(account uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$
  select exists (
    select from waymark.person p where p.id = account and (
      (waymark.actor_role() = 'administrator' and p.organisation_id = waymark.actor_organisation()
        and p.role not in ('young_person', 'carer', 'system'))
      or (p.role in ('young_person', 'carer') and waymark.actor_role() in ('practitioner', 'guardian', 'manager') and exists (
        select from waymark.child c
         where (c.person_id = p.id or exists (select from waymark.carer k where k.person_id = p.id and k.child_id = c.id and k.ended_at is null)) and (
          c.id in (select waymark.actor_children())
          or (waymark.actor_role() = 'manager' and c.organisation_id = waymark.actor_organisation()
              and (waymark.actor_team() is null or c.team_id = waymark.actor_team())))))))
$$;
comment on function waymark.manages_account(uuid) is 'Administrators manage their organisation''s staff accounts; those who stand beside a child manage the child''s own, and their carers''. Neither manages the other.';
set local role waymark_owner;

-- ---------------------------------------------------------------- a carer's own voice
alter policy each_voice_its_own on waymark.check_in with check (
  author_id = (select waymark.actor_id()) and status = 'draft' and case voice
    when 'young_person' then (select waymark.actor_role()) = 'young_person'
      and exists (select from waymark.child c where c.id = child_id and c.person_id = (select waymark.actor_id()))
    when 'guardian' then (select waymark.actor_role()) = 'guardian'
    when 'practitioner' then (select waymark.actor_role()) in ('practitioner', 'manager')
    when 'carer' then (select waymark.actor_role()) in ('practitioner', 'manager', 'guardian')
      or ((select waymark.actor_role()) = 'carer' and child_id = (select waymark.carer_child()))
  end
);
create policy carers_say on waymark.check_in for insert to waymark_app
  with check ((select waymark.actor_role()) = 'carer' and voice = 'carer' and child_id = (select waymark.carer_child()));
create policy carers_read_their_own on waymark.check_in for select to waymark_app
  using ((select waymark.actor_role()) = 'carer' and author_id = (select waymark.actor_id()) and child_id = (select waymark.carer_child()));
create policy carers_share_their_own on waymark.check_in for update to waymark_app
  using ((select waymark.actor_role()) = 'carer' and author_id = (select waymark.actor_id()) and child_id = (select waymark.carer_child()))
  with check ((select waymark.actor_role()) = 'carer' and voice = 'carer');
create policy carers_say on waymark.check_in_answer for insert to waymark_app
  with check ((select waymark.actor_role()) = 'carer' and child_id = (select waymark.carer_child()));
create policy carers_read_their_own on waymark.check_in_answer for select to waymark_app
  using ((select waymark.actor_role()) = 'carer' and child_id = (select waymark.carer_child())
    and exists (select from waymark.check_in i where i.id = check_in_id and i.author_id = (select waymark.actor_id())));
create policy carers_change_their_own on waymark.check_in_answer for update to waymark_app
  using ((select waymark.actor_role()) = 'carer' and child_id = (select waymark.carer_child())
    and exists (select from waymark.check_in i where i.id = check_in_id and i.author_id = (select waymark.actor_id())));
