-- For how long people stay beside children, counted: by how often somebody new came, and by how long the one who
-- stands there longest has stood there. No worker, no team, no part of a child's story.

create table waymark.stay_release (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  on_day date not null,
  number integer not null check (number > 0),
  made_at timestamptz not null default now(),
  made_by uuid not null references waymark.person default waymark.actor_id(),
  figures jsonb not null check (jsonb_typeof(figures) = 'object'),
  policy jsonb not null,
  unique (organisation_id, number)
);
comment on table waymark.stay_release is 'The ledger of pictures of for how long people stay, as they were released after disclosure control. Insert only. Holds nothing about one child or one worker.';
comment on column waymark.stay_release.on_day is 'The day up to which the twelve months before were counted.';
alter table waymark.stay_release enable row level security;
alter table waymark.stay_release force row level security;
create policy own_organisation_reads on waymark.stay_release for select to waymark_app using (
  organisation_id = (select waymark.actor_organisation())
  and (select waymark.actor_role()) in ('analyst', 'manager', 'system'));
create policy own_organisation_makes on waymark.stay_release for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation())
  and made_by = (select waymark.actor_id()) and made_at = now()
  and (select waymark.actor_role()) in ('analyst', 'manager', 'system'));
grant select, insert on waymark.stay_release to waymark_app;
create trigger release_stays before update or delete or truncate on waymark.stay_release execute function waymark.release_stays();

grant select (person_id, part) on waymark.allocation to waymark_statistics;

create function waymark.stays_counted(on_day date) returns table (figure text, children bigint)
  language sql stable security definer set search_path = pg_catalog set jit = off
  as $$
  with spell as (
    select a.child_id, a.person_id, a.part, daterange(a.started_on, a.ended_on, '[]') as days
      from waymark.allocation a join waymark.child c on c.id = a.child_id
     where c.organisation_id = (select waymark.counted_organisation()) and a.started_on <= stays_counted.on_day
       and a.part in ('key_worker', 'social_worker', 'personal_adviser', 'guardian', 'advocate')
  ), counted as (
    select distinct child_id from spell where days && daterange((stays_counted.on_day - interval '1 year')::date + 1, stays_counted.on_day, '[]')
  ), run as (
    select s.child_id, s.part, s.person_id, unnest(range_agg(s.days)) as days
      from spell s join counted using (child_id) group by 1, 2, 3
  ), change as (
    select r.child_id, count(*) as times from run r
     where lower(r.days) > (stays_counted.on_day - interval '1 year')::date
       and exists (select from run o where o.child_id = r.child_id and o.part = r.part and o.person_id <> r.person_id and lower(o.days) < lower(r.days))
     group by 1
  ), stay as (
    select child_id, min(lower(days)) as since
      from (select s.child_id, s.person_id, unnest(range_agg(s.days)) as days from spell s join counted using (child_id) group by 1, 2) whole
     where days @> stays_counted.on_day group by 1
  ), told as (
    select case least(coalesce(h.times, 0), 3) when 0 then 'new/none' when 1 then 'new/once' when 2 then 'new/twice' else 'new/more' end as often,
      case when y.since is null then 'same/nobody'
           when y.since > (stays_counted.on_day - interval '3 months')::date then 'same/under-3'
           when y.since > (stays_counted.on_day - interval '6 months')::date then 'same/under-6'
           when y.since > (stays_counted.on_day - interval '1 year')::date then 'same/under-12' else 'same/year' end as long
      from counted c left join change h using (child_id) left join stay y using (child_id)
  )
  select often, count(*) from told group by 1 union all select long, count(*) from told group by 1
$$;
comment on function waymark.stays_counted(date) is 'Of the children beside whom somebody stood in the twelve months up to that day: how many met somebody new how often in a part another had, and for how long the one who stands there longest has stood there. Somebody goes on who goes on without a day between.';

create function waymark.stays_changed(was_on date, on_day date) returns bigint
  language sql stable security definer set search_path = pg_catalog set jit = off
  as $$
  select count(distinct a.child_id) from waymark.allocation a join waymark.child c on c.id = a.child_id
   where c.organisation_id = (select waymark.counted_organisation())
     and (a.started_on > stays_changed.was_on or a.ended_on > stays_changed.was_on) and a.started_on <= stays_changed.on_day
$$;
comment on function waymark.stays_changed(date, date) is 'Beside how many children somebody came or went since the last picture. What is written later about an earlier day is not counted, which only makes the next picture wait.';
grant execute on function waymark.stays_counted(date), waymark.stays_changed(date, date) to waymark_app;
alter function waymark.stays_counted(date) owner to waymark_statistics;
alter function waymark.stays_changed(date, date) owner to waymark_statistics;
