-- Statistics: counting functions that return counts and never a row, and the ledger of pictures
-- that went through disclosure control. An analyst has no other way to a child's record.

create table waymark.statistics_release (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  year_from date not null check (extract(month from year_from) = 4 and extract(day from year_from) = 1),
  framework_version_id uuid not null references waymark.framework_version,
  number integer not null check (number > 0),
  made_at timestamptz not null default now(),
  made_by uuid not null references waymark.person default waymark.actor_id(),
  figures jsonb not null check (jsonb_typeof(figures) = 'object'),
  policy jsonb not null,
  unique (organisation_id, year_from, framework_version_id, number)
);
comment on table waymark.statistics_release is 'The ledger of pictures of an area: every set of figures ever released, as it was released. Insert only, so that repeat releases can be audited against each other. Holds nothing about one child.';
comment on column waymark.statistics_release.year_from is 'The 1 April on which the reporting year begins.';
comment on column waymark.statistics_release.figures is 'Figures by name after disclosure control; null where a number is hidden. What is hidden is not here at all.';
comment on column waymark.statistics_release.policy is 'The disclosure policy in force when the figures were made.';

alter table waymark.statistics_release enable row level security;
alter table waymark.statistics_release force row level security;
create policy own_organisation_reads on waymark.statistics_release for select to waymark_app using (
  organisation_id = (select waymark.actor_organisation())
  and (select waymark.actor_role()) in ('analyst', 'manager', 'system')
);
create policy own_organisation_makes on waymark.statistics_release for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation())
  and made_by = (select waymark.actor_id()) and made_at = now()
  and (select waymark.actor_role()) in ('analyst', 'manager', 'system')
);
grant select, insert on waymark.statistics_release to waymark_app;

create function waymark.release_stays() returns trigger language plpgsql
  as $$ begin raise exception 'a released picture is never changed or removed'; end $$;
create trigger release_stays before update or delete or truncate on waymark.statistics_release execute function waymark.release_stays();

-- ---------------------------------------------------------------- what may be counted
-- Check-ins are readable to waymark_statistics as 0005 says: shared and withdrawn ones, never a draft.
grant select (id, organisation_id, opened_at) on waymark.child to waymark_statistics;
create policy statistics_count on waymark.child for select to waymark_statistics using (true);
create index check_in_to_count on waymark.check_in (framework_version_id, shared_at, child_id)
  where voice = 'young_person' and status in ('shared', 'withdrawn');
create index check_in_not_held_to_count on waymark.check_in_not_held (on_day, child_id);

create function waymark.counted_organisation() returns uuid language plpgsql stable security definer set search_path = pg_catalog
  as $$
begin
  if coalesce(waymark.actor_role(), '') not in ('analyst', 'manager', 'system') then
    raise exception 'only an analyst or a manager may count' using errcode = 'insufficient_privilege';
  end if;
  return waymark.actor_organisation();
end $$;
comment on function waymark.counted_organisation() is 'The one organisation the actor may count: their own. Refuses everybody but analysts and managers, and the account by which the organisation''s own pictures are made at night.';

create function waymark.london_midnight(day date) returns timestamptz language sql stable parallel safe set search_path = pg_catalog
  as $$ select day::timestamp at time zone 'Europe/London' $$;

create function waymark.area_people(year_from date, framework_version uuid)
  returns table (step text, children bigint)
  language sql stable security definer set search_path = pg_catalog set work_mem = '64MB' set jit = off
  as $$
  with mine as (
    select c.id, c.opened_at from waymark.child c where c.organisation_id = (select waymark.counted_organisation())
  ), check_ins as (
    select i.child_id, count(*) filter (where i.status = 'shared') as shared
    from waymark.check_in i
    where i.voice = 'young_person' and i.status in ('shared', 'withdrawn')
      and i.framework_version_id = area_people.framework_version
      and i.shared_at >= waymark.london_midnight(area_people.year_from)
      and i.shared_at < waymark.london_midnight((area_people.year_from + interval '1 year')::date)
    group by i.child_id
  ), not_held as (
    select distinct on (h.child_id) h.child_id, h.reason
    from waymark.check_in_not_held h
    where h.on_day >= area_people.year_from and h.on_day < area_people.year_from + interval '1 year'
      and (h.framework_version_id is null or h.framework_version_id = area_people.framework_version)
    order by h.child_id, h.on_day desc, h.changed_at desc, h.id
  )
  select s.step, count(*)
  from mine
  left join check_ins on check_ins.child_id = mine.id
  left join not_held on not_held.child_id = mine.id
  cross join lateral (
    select case
      when check_ins.shared > 1 then 'again'
      when check_ins.shared = 1 then 'once'
      when check_ins.shared = 0 then 'withdrawn'
      else coalesce(not_held.reason, 'nothing_recorded')
    end as step) s
  where mine.opened_at < waymark.london_midnight((area_people.year_from + interval '1 year')::date)
    or check_ins.child_id is not null or not_held.child_id is not null
  group by s.step
$$;
comment on function waymark.area_people(date, uuid) is 'How many children of the actor''s organisation stand at each step of the year, each child at exactly one: shared again, shared once, taken back, the last reason recorded why none was held, or nothing recorded.';

-- The latest answer is found as the first text of "nth check-in of the child, kind, code": one pass
-- without a sort. A code is never turned into a number.
create function waymark.area_answers(year_from date, framework_version uuid)
  returns table (outcome_id uuid, kind text, code text, children bigint, again bigint)
  language sql stable security definer set search_path = pg_catalog set work_mem = '128MB' set jit = off
  as $$
  with check_ins as materialized (
    select i.id, i.child_id,
      lpad(row_number() over (partition by i.child_id order by i.shared_at desc, i.id)::text, 6, '0') as nth
    from waymark.check_in i
    join waymark.child c on c.id = i.child_id
    where c.organisation_id = (select waymark.counted_organisation())
      and i.voice = 'young_person' and i.status = 'shared'
      and i.framework_version_id = area_answers.framework_version
      and i.shared_at >= waymark.london_midnight(area_answers.year_from)
      and i.shared_at < waymark.london_midnight((area_answers.year_from + interval '1 year')::date)
  ), latest as (
    select a.outcome_id,
      min(i.nth || ' ' || a.kind || ' ' || coalesce(a.state, a.reason)) as said,
      count(*) filter (where a.kind = 'state') > 1 as more_than_once
    from check_ins i
    join waymark.check_in_answer a on a.check_in_id = i.id
    group by i.child_id, a.outcome_id
  )
  select t.outcome_id, split_part(t.said, ' ', 1), split_part(t.said, ' ', 2), t.children, t.again
  from (
    select l.outcome_id, substr(l.said, 8) as said, count(*) as children,
      count(*) filter (where l.more_than_once and substr(l.said, 8, 5) = 'state') as again
    from latest l
    group by 1, 2
  ) t
$$;
comment on function waymark.area_answers(date, uuid) is 'How many children of the actor''s organisation said what on each outcome: the latest shared answer of each young person in the year. again: of those, who said how it is in more than one check-in.';

create function waymark.area_changed(year_from date, framework_version uuid, since timestamptz)
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
    select c.id
    from waymark.child c
    where c.organisation_id = (select waymark.counted_organisation())
      and c.opened_at > area_changed.since
      and c.opened_at < waymark.london_midnight((area_changed.year_from + interval '1 year')::date)
  ) changed
$$;
comment on function waymark.area_changed(date, uuid, timestamptz) is 'Of how many children of the actor''s organisation something in the picture may have changed since: a new one waits until they are enough.';

alter function waymark.counted_organisation() owner to waymark_statistics;
alter function waymark.area_people(date, uuid) owner to waymark_statistics;
alter function waymark.area_answers(date, uuid) owner to waymark_statistics;
alter function waymark.area_changed(date, uuid, timestamptz) owner to waymark_statistics;
revoke execute on function waymark.area_people(date, uuid), waymark.area_answers(date, uuid), waymark.area_changed(date, uuid, timestamptz) from public;
grant execute on function waymark.area_people(date, uuid), waymark.area_answers(date, uuid), waymark.area_changed(date, uuid, timestamptz) to waymark_app;
