-- The picture of an area also counts what helps and what gets in the way, where it is (a person, a
-- service, the system, the law; there is no level of the child), and how many records hold what the
-- child is good at and what helped them get through, in their own words. Counts only, as in 0007.

grant select (child_id, topic, said_by, changed_at) on waymark.about_me to waymark_statistics;
create policy statistics_count on waymark.about_me for select to waymark_statistics using (true);

create function waymark.counted_children(year_from date, framework_version uuid) returns setof uuid
  language sql stable set search_path = pg_catalog
  as $$
  select c.id from waymark.child c
  where c.organisation_id = (select waymark.counted_organisation())
    and (c.opened_at < waymark.london_midnight((counted_children.year_from + interval '1 year')::date)
      or exists (
        select from waymark.check_in i
        where i.child_id = c.id and i.voice = 'young_person' and i.status in ('shared', 'withdrawn')
          and i.framework_version_id = counted_children.framework_version
          and i.shared_at >= waymark.london_midnight(counted_children.year_from)
          and i.shared_at < waymark.london_midnight((counted_children.year_from + interval '1 year')::date))
      or exists (
        select from waymark.check_in_not_held h
        where h.child_id = c.id
          and h.on_day >= counted_children.year_from and h.on_day < counted_children.year_from + interval '1 year'
          and (h.framework_version_id is null or h.framework_version_id = counted_children.framework_version)))
$$;
comment on function waymark.counted_children(date, uuid) is 'The children area_people counts, for the other counting functions only: it gives ids, so no page may run it.';

create function waymark.area_influences(year_from date, framework_version uuid)
  returns table (outcome_id uuid, direction text, level text, children bigint)
  language sql stable security definer set search_path = pg_catalog set work_mem = '128MB' set jit = off
  as $$
  with check_ins as materialized (
    select i.id, i.child_id,
      lpad(row_number() over (partition by i.child_id order by i.shared_at desc, i.id)::text, 6, '0') as nth
    from waymark.check_in i
    join waymark.child c on c.id = i.child_id
    where c.organisation_id = (select waymark.counted_organisation())
      and i.voice = 'young_person' and i.status = 'shared'
      and i.framework_version_id = area_influences.framework_version
      and i.shared_at >= waymark.london_midnight(area_influences.year_from)
      and i.shared_at < waymark.london_midnight((area_influences.year_from + interval '1 year')::date)
  ), latest as materialized (
    select a.outcome_id, min(i.nth || ' ' || a.kind || ' ' || i.id) as said
    from check_ins i
    join waymark.check_in_answer a on a.check_in_id = i.id
    group by i.child_id, a.outcome_id
  ), states as materialized (
    -- Its own key, before the join: a condition that reads a text waits until after the policy, and
    -- every influence of an outcome would be read for each answer.
    select l.outcome_id, substr(l.said, 14)::uuid as check_in_id
    from latest l where substr(l.said, 8, 5) = 'state'
  )
  select n.outcome_id, n.direction, n.level, count(*)
  from states s
  join waymark.check_in_influence n on n.check_in_id = s.check_in_id and n.outcome_id = s.outcome_id
  group by 1, 2, 3
$$;
comment on function waymark.area_influences(date, uuid) is 'Of the children area_answers counts in a state, how many named something that helps, or gets in the way, at each level, in the same latest answer. One child can name several.';

create function waymark.area_strengths(year_from date, framework_version uuid)
  returns table (topic text, whose text, children bigint)
  language sql stable security definer set search_path = pg_catalog set work_mem = '64MB' set jit = off
  as $$
  select a.topic, case when a.said_by = 'someone_else' then 'others' else 'own' end, count(*)
  from waymark.about_me a
  where a.topic in ('strengths', 'got_through')
    and a.child_id in (select waymark.counted_children(area_strengths.year_from, area_strengths.framework_version))
  group by 1, 2
$$;
comment on function waymark.area_strengths(date, uuid) is 'Of the children area_people counts, whose records hold words now about what they are good at and what helped them get through: their own, or only somebody else''s.';

set local role waymark_statistics;
create or replace function waymark.area_changed(year_from date, framework_version uuid, since timestamptz)
  returns bigint
  language sql stable security definer set search_path = pg_catalog
  as $$
  select count(*) from (
    select i.child_id
    from waymark.check_in i
    join waymark.child c on c.id = i.child_id
    where c.organisation_id = (select waymark.counted_organisation())
      and i.voice = 'young_person' and i.status in ('shared', 'withdrawn')
      and i.framework_version_id = area_changed.framework_version
      and i.changed_at > area_changed.since
      and i.shared_at >= waymark.london_midnight(area_changed.year_from)
      and i.shared_at < waymark.london_midnight((area_changed.year_from + interval '1 year')::date)
    union
    select h.child_id
    from waymark.check_in_not_held h
    join waymark.child c on c.id = h.child_id
    where c.organisation_id = (select waymark.counted_organisation())
      and h.changed_at > area_changed.since
      and h.on_day >= area_changed.year_from and h.on_day < area_changed.year_from + interval '1 year'
    union
    select a.child_id
    from waymark.about_me a
    join waymark.child c on c.id = a.child_id
    where c.organisation_id = (select waymark.counted_organisation())
      and a.topic in ('strengths', 'got_through')
      and a.changed_at > area_changed.since
    union
    select c.id
    from waymark.child c
    where c.organisation_id = (select waymark.counted_organisation())
      and c.opened_at > area_changed.since
      and c.opened_at < waymark.london_midnight((area_changed.year_from + interval '1 year')::date)
  ) changed
$$;
set local role waymark_owner;

grant execute on function waymark.counted_children(date, uuid) to waymark_statistics;
grant execute on function waymark.area_influences(date, uuid), waymark.area_strengths(date, uuid) to waymark_app;
alter function waymark.area_influences(date, uuid) owner to waymark_statistics;
alter function waymark.area_strengths(date, uuid) owner to waymark_statistics;
