-- However a record is reached (allocation, an organisation, an audit, what is yet to be made), what is not
-- shared is kept back. Before, the function asked how somebody reaches a child, and knew only some ways.

set local role waymark_reach;
create or replace function waymark.kept_back(of_kind text) returns setof uuid language sql stable parallel safe security definer rows 20 set search_path = pg_catalog
  as $$
  select s.child_id from waymark.sharing_choice s
   where s.kind = of_kind and s.choice <> 'everyone'
     and not (s.choice = 'some' and waymark.actor_id() = any (s.people))
     and coalesce(waymark.actor_role(), '') not in ('young_person', 'system')
$$;
create or replace function waymark.not_shared(child uuid) returns setof text language sql stable parallel safe security definer rows 4 set search_path = pg_catalog
  as $$
  select s.kind from waymark.sharing_choice s join waymark.child c on c.id = s.child_id
   where s.child_id = child and s.choice <> 'everyone'
     and not (s.choice = 'some' and waymark.actor_id() = any (s.people))
     and (c.id in (select waymark.actor_children()) or c.id in (select waymark.actor_audits())
       or (waymark.actor_role() in ('manager', 'auditor') and c.organisation_id = waymark.actor_organisation()
         and (waymark.actor_team() is null or c.team_id = waymark.actor_team())))
     and coalesce(waymark.actor_role(), '') not in ('young_person', 'system')
$$;
set local role waymark_owner;
