-- One picture of waits. Help and learning are counted from the day somebody asked, by what happened to the request;
-- what another body decides, from the clock that says since when it is owed.

update waymark.counted_wait set code = 'request.mental_health', ends_with = 'From asking until it began, whatever was refused between' where code = 'health.mental-health';
update waymark.counted_wait set code = 'request.education', ends_with = 'From asking until they learned there' where code = 'education.place';
insert into waymark.counted_wait (code, title, ends_with, place) values
  ('request.health', 'Other health care', 'From asking until it began, whatever was refused between', 11),
  ('process.decision', 'Another decision of a council, court or service', 'From when the child began to wait until the decision', 12),
  ('nrm.reconsideration', 'A negative decision looked at again', 'From hearing of it until it was made again', 13);
comment on table waymark.counted_wait is 'What waits are counted for, in the order they are shown: clocks by the code of their rule, and requests for help by what was asked for (request.…). Holds nothing about a child.';

create index access_request_to_count on waymark.access_request (asked_on, service, child_id);

set local role waymark_statistics;
create or replace function waymark.wait_lengths(year_from date, on_day date)
  returns table (code text, days integer, ended boolean, children bigint)
  language sql stable security definer set search_path = pg_catalog set jit = off
  as $$
  with waits as (
    select distinct on (k.rule, k.child_id) k.rule, k.state = 'done' as came,
      (k.started_at at time zone 'Europe/London')::date as began,
      (k.stopped_at at time zone 'Europe/London')::date as stopped
    from waymark.clock k
    join waymark.child c on c.id = k.child_id
    where k.rule in (select w.code from waymark.counted_wait w)
      and c.organisation_id = (select waymark.counted_organisation())
      and k.started_at >= waymark.london_midnight(wait_lengths.year_from)
      and k.started_at < waymark.london_midnight((wait_lengths.year_from + interval '1 year')::date)
      and k.started_at < waymark.london_midnight(wait_lengths.on_day + 1)
    order by k.rule, k.child_id, k.started_at, k.id
  ), first_asked as (
    select distinct on (r.service, r.child_id) r.id, r.service, r.asked_on
    from waymark.access_request r
    join waymark.child c on c.id = r.child_id
    where c.organisation_id = (select waymark.counted_organisation())
      and r.asked_on >= wait_lengths.year_from and r.asked_on < wait_lengths.year_from + interval '1 year'
      and r.asked_on <= wait_lengths.on_day
    order by r.service, r.child_id, r.asked_on, r.id
  ), happened as (
    select f.service, f.asked_on,
      (select min(e.on_day) from waymark.access_event e where e.request_id = f.id and e.kind = 'started') as started,
      -- They do not want it now, and nothing came after: they waited until then.
      (select l.on_day from (select e.kind, e.on_day from waymark.access_event e where e.request_id = f.id and e.on_day <= wait_lengths.on_day
        order by e.on_day desc, e.changed_at desc, e.id limit 1) l where l.kind = 'not_wanted_now') as left_on
    from first_asked f
  ), counted as (
    select rule as code, began, stopped, came from waits
    union all
    select 'request.' || h.service, h.asked_on, coalesce(h.started, h.left_on), h.started is not null from happened h
  )
  select code, greatest(least(stopped, wait_lengths.on_day) - began, 0), coalesce(came and stopped <= wait_lengths.on_day, false), count(*)
  from counted group by 1, 2, 3
$$;
comment on function waymark.wait_lengths(date, date) is 'For each counted wait that began in the year, the first of each child: how many children waited so many days, and whether it had ended by that day or they waited still. A wait that is no longer owed, or no longer wanted, counts as waited until then, not as ended. A refusal ends none.';

create or replace function waymark.waits_changed(year_from date, was_on date, on_day date)
  returns bigint
  language sql stable security definer set search_path = pg_catalog set jit = off
  as $$
  select count(distinct n.child_id) from (
    select k.child_id
    from waymark.clock k
    join waymark.child c on c.id = k.child_id
    where k.rule in (select w.code from waymark.counted_wait w)
      and c.organisation_id = (select waymark.counted_organisation())
      and k.started_at >= waymark.london_midnight(waits_changed.year_from)
      and k.started_at < waymark.london_midnight((waits_changed.year_from + interval '1 year')::date)
      and (k.started_at >= waymark.london_midnight(waits_changed.was_on + 1) or k.stopped_at >= waymark.london_midnight(waits_changed.was_on + 1))
      and k.started_at < waymark.london_midnight(waits_changed.on_day + 1)
    union all
    select r.child_id
    from waymark.access_request r
    join waymark.child c on c.id = r.child_id
    where c.organisation_id = (select waymark.counted_organisation())
      and r.asked_on >= waits_changed.year_from and r.asked_on < waits_changed.year_from + interval '1 year' and r.asked_on <= waits_changed.on_day
      and (r.asked_on > waits_changed.was_on or exists (
        select from waymark.access_event e where e.request_id = r.id and e.kind in ('started', 'not_wanted_now')
          and e.on_day > waits_changed.was_on and e.on_day <= waits_changed.on_day))
  ) n
$$;

drop function waymark.access_waits(date);
set local role waymark_owner;

create function waymark.access_refusals(until_day date) returns table (service text, refused boolean, children bigint)
  language sql stable security definer set search_path = pg_catalog as $$
  with first_asked as (
    select distinct on (r.child_id, r.service) r.id, r.service
      from waymark.access_request r join waymark.child c on c.id = r.child_id
     where c.organisation_id = waymark.actor_organisation() and waymark.actor_role() in ('manager', 'analyst')
       and r.asked_on < until_day and r.asked_on >= until_day - 730
     order by r.child_id, r.service, r.asked_on, r.id
  )
  select f.service, exists (select from waymark.access_event e where e.request_id = f.id and e.kind = 'refused' and e.on_day < until_day), count(*)
    from first_asked f group by 1, 2
$$;
comment on function waymark.access_refusals(date) is 'Of each child''s first request of a kind in two years: whether it was refused at least once. Goes through disclosure control before anybody sees it.';
revoke execute on function waymark.access_refusals(date) from public;
grant execute on function waymark.access_refusals(date) to waymark_app;
alter function waymark.access_refusals(date) owner to waymark_statistics;
