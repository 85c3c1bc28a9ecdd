-- Reading the audit trail: by those whose task it is, within their organisation or team.

create function waymark.trail(before_id bigint, only_refused boolean, most integer)
  returns table (id bigint, at timestamptz, actor_id uuid, actor_name text, actor_role text, action text, outcome text, child_id uuid, child_name text, shown integer)
  language sql stable security definer set search_path = pg_catalog
  as $$
  select e.id, e.at, e.actor_id, p.name, e.actor_role, e.action, e.outcome,
      case when c.id is null then null else e.child_id end,
      c.known_as, cardinality(e.shown)
    from waymark.audit_entry e
    join waymark.person p on p.id = e.actor_id
    -- a child outside the reader's own reach stays unnamed
    left join waymark.child c on c.id = e.child_id and c.organisation_id = waymark.actor_organisation()
      and (waymark.actor_team() is null or c.team_id = waymark.actor_team())
   where waymark.actor_role() in ('manager', 'auditor')
     and e.organisation_id = waymark.actor_organisation()
     and (waymark.actor_team() is null or p.team_id = waymark.actor_team())
     and (before_id is null or e.id < before_id)
     and (not only_refused or e.outcome in ('refused', 'not-found', 'failed'))
   order by e.id desc limit least(most, 200)
$$;
comment on function waymark.trail(bigint, boolean, integer) is 'The newest acts of the people of one''s organisation, or of one''s team for who leads one.';
alter function waymark.trail(bigint, boolean, integer) owner to waymark_reach;
create index audit_newest_of_organisation on waymark.audit_entry (organisation_id, id desc);
create index audit_refused_of_organisation on waymark.audit_entry (organisation_id, id desc) where outcome in ('refused', 'not-found', 'failed');
