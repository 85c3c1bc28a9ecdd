-- Counts for whoever can change a system: what stands in the way, and how long it takes from asking to getting.

grant select on waymark.barrier, waymark.access_request, waymark.access_event to waymark_statistics;
create policy statistics_read on waymark.barrier for select to waymark_statistics using (use_level in ('counted', 'words'));
create policy statistics_read on waymark.access_request for select to waymark_statistics using (true);
create policy statistics_read on waymark.access_event for select to waymark_statistics using (true);

create function waymark.barrier_counts(until_day date) returns table (theme text, level text, children bigint)
  language sql stable security definer set search_path = pg_catalog as $$
  select b.theme, b.level, count(distinct b.child_id)
    from waymark.barrier b join waymark.child c on c.id = b.child_id
   where c.organisation_id = waymark.actor_organisation() and waymark.actor_role() in ('manager', 'analyst') and b.seen_on < until_day
   group by grouping sets ((b.theme), (b.level), ())
$$;
comment on function waymark.barrier_counts(date) is 'How many children have a barrier that may be counted, seen before that day: by theme, by level, and in all. A child can have several. Goes through disclosure control before anybody sees it.';

create function waymark.access_waits(until_day date) returns table (service text, days integer, started boolean, refused boolean, children bigint)
  language sql stable security definer set search_path = pg_catalog as $$
  with first_asked as (
    select distinct on (r.child_id, r.service) r.id, r.child_id, r.service, r.asked_on
      from waymark.access_request r join waymark.child c on c.id = r.child_id
     where c.organisation_id = waymark.actor_organisation() and waymark.actor_role() in ('manager', 'analyst')
       and r.asked_on < until_day and r.asked_on >= until_day - 730
     order by r.child_id, r.service, r.asked_on, r.id
  )
  select f.service, coalesce(s.on_day, until_day) - f.asked_on, s.on_day is not null,
         exists (select from waymark.access_event e where e.request_id = f.id and e.kind = 'refused' and e.on_day < until_day), count(*)
    from first_asked f
    left join lateral (select min(e.on_day) as on_day from waymark.access_event e where e.request_id = f.id and e.kind = 'started' and e.on_day < until_day) s on true
   group by 1, 2, 3, 4
$$;
comment on function waymark.access_waits(date) is 'From asking to starting, for each child''s first request of a kind in two years: after how many days it began, or that it had not by that day. Goes through disclosure control before anybody sees it.';
grant execute on function waymark.barrier_counts(date), waymark.access_waits(date) to waymark_app;
alter function waymark.barrier_counts(date) owner to waymark_statistics;
alter function waymark.access_waits(date) owner to waymark_statistics;
