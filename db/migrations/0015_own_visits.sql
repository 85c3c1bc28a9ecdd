-- A young person's own visits are their own: when they came, what they began and threw away again is
-- nothing to watch them by. They see them; an auditor may; those beside them do not.

set local role waymark_reach;
create or replace function waymark.who_looked(child uuid, before timestamptz default null, most integer default 200)
  returns table (id bigint, at timestamptz, actor_id uuid, actor_name text, actor_role text, organisation_name text, action text, outcome text, in_a_list boolean)
  language sql stable security definer set search_path = pg_catalog
  as $$
  with theirs as (
    select c.person_id as person from waymark.child c
     where c.id = who_looked.child and c.person_id is distinct from waymark.actor_id() and waymark.actor_role() <> 'auditor'
  )
  select e.id, e.at, e.actor_id, p.name, e.actor_role, o.name, e.action, e.outcome, e.child_id is distinct from who_looked.child
  from (
    select newest.* from (
      (select a.* from waymark.audit_entry a
        where a.child_id = who_looked.child and (before is null or a.at < before)
          and not exists (select from theirs t where t.person = a.actor_id)
        order by a.at desc limit most)
      union all
      (select a.* from waymark.audit_entry a
        where a.shown @> array[who_looked.child] and a.child_id is distinct from who_looked.child
          and (before is null or a.at < before) order by a.at desc limit most)
    ) newest order by newest.at desc, newest.id desc limit most
  ) e
  left join waymark.person p on p.id = e.actor_id
  left join waymark.organisation o on o.id = e.organisation_id
  where exists (
    select from waymark.child c where c.id = who_looked.child and (
      c.id in (select waymark.actor_children())
      or (waymark.actor_role() in ('manager', 'auditor') and c.organisation_id = waymark.actor_organisation()
          and (waymark.actor_team() is null or c.team_id = waymark.actor_team()))))
  order by e.at desc, e.id desc
$$;
comment on function waymark.who_looked(uuid, timestamptz, integer) is 'Every time this child''s record was opened, changed or shown in a list, by whom. For those who reach the child, the young person first of all, whose own visits only they and an auditor see.';

create or replace function waymark.trail(before_id bigint, only_refused boolean, most integer)
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
     and (p.role <> 'young_person' or waymark.actor_role() = 'auditor')
     and e.organisation_id = waymark.actor_organisation()
     and (waymark.actor_team() is null or p.team_id = waymark.actor_team())
     and (before_id is null or e.id < before_id)
     and (not only_refused or e.outcome in ('refused', 'not-found', 'failed'))
   order by e.id desc limit least(most, 200)
$$;
comment on function waymark.trail(bigint, boolean, integer) is 'The newest acts of the people of one''s organisation, or of one''s team for who leads one. What young people did themselves only an auditor sees.';
set local role waymark_owner;
