-- Times children were missing, over time: for every 20 children, how long it took until there were so many, how soon
-- somebody did something, and whether a conversation was offered. No team, no body, no child: counts of 20.

create table waymark.missing_release (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  number integer not null check (number > 0),
  until_at timestamptz not null,
  made_at timestamptz not null default now(),
  made_by uuid not null references waymark.person default waymark.actor_id(),
  figures jsonb not null check (jsonb_typeof(figures) = 'object'),
  policy jsonb not null,
  unique (organisation_id, number)
);
comment on table waymark.missing_release is 'The ledger of groups of 20 children who were missing, as they were released after disclosure control. Insert only: a group is counted once and stands. Holds nothing about one child.';
comment on column waymark.missing_release.until_at is 'When the last of the 20 was reported. The next group begins after it, so that no report is counted twice.';
alter table waymark.missing_release enable row level security;
alter table waymark.missing_release force row level security;
create policy own_organisation_reads on waymark.missing_release for select to waymark_app using (
  organisation_id = (select waymark.actor_organisation())
  and (select waymark.actor_role()) in ('analyst', 'manager', 'system')
);
create policy own_organisation_makes on waymark.missing_release for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation())
  and made_by = (select waymark.actor_id()) and made_at = now()
  and (select waymark.actor_role()) in ('analyst', 'manager', 'system')
);
grant select, insert on waymark.missing_release to waymark_app;
create trigger release_stays before update or delete or truncate on waymark.missing_release execute function waymark.release_stays();

grant select (id, child_id, missing_since, reported_at, ended_at, ended_how) on waymark.missing_episode to waymark_statistics;
create policy statistics_count on waymark.missing_episode for select to waymark_statistics using (true);
grant select (episode_id, responded_at) on waymark.missing_response to waymark_statistics;
create policy statistics_count on waymark.missing_response for select to waymark_statistics using (true);
grant select (episode_id, offered_at) on waymark.missing_return to waymark_statistics;
create policy statistics_count on waymark.missing_return for select to waymark_statistics using (true);

create function waymark.missing_groups(after timestamptz, until timestamptz, size integer)
  returns table (until_at timestamptz, children integer, answered integer, half_answered_in double precision, found integer, offered_in_time integer)
  language plpgsql stable security definer set search_path = pg_catalog set jit = off
  as $$
#variable_conflict use_column
declare
  e record;
  met uuid[] := '{}';
  firsts uuid[] := '{}';
begin
  if size < 20 then
    raise exception 'a group holds 20 children or more' using errcode = 'check_violation', constraint = 'groups_hold_enough';
  end if;
  for e in
    select m.id, m.child_id, m.reported_at
    from waymark.missing_episode m
    join waymark.child c on c.id = m.child_id
    where c.organisation_id = (select waymark.counted_organisation())
      and m.ended_how is distinct from 'in_error'
      and (missing_groups.after is null or m.reported_at > missing_groups.after) and m.reported_at <= missing_groups.until
    order by m.reported_at, m.id
  loop
    continue when e.child_id = any (met);
    met := met || e.child_id;
    firsts := firsts || e.id;
    continue when cardinality(met) < missing_groups.size;
    return query
      select e.reported_at, count(*)::integer, count(x.did_after)::integer,
        nullif(percentile_disc(0.5) within group (order by coalesce(x.did_after, 'infinity')), 'infinity'),
        count(x.ended_at)::integer, (count(*) filter (where x.offered_after <= 72))::integer
      from (
        select case when m.ended_how = 'found' then m.ended_at end as ended_at,
          (select extract(epoch from greatest(min(r.responded_at) - m.missing_since, interval '0')) / 3600 from waymark.missing_response r where r.episode_id = m.id having count(*) > 0)::double precision as did_after,
          (select extract(epoch from t.offered_at - m.ended_at) / 3600 from waymark.missing_return t where t.episode_id = m.id and m.ended_how = 'found')::double precision as offered_after
        from waymark.missing_episode m where m.id = any (firsts)) x;
    met := '{}';
    firsts := '{}';
  end loop;
end $$;
comment on function waymark.missing_groups(timestamptz, timestamptz, integer) is 'For the actor''s organisation, in the order in which they were reported: each group of so many different children, of each their first report in the group. When the last was reported, for how many something was done, within how many hours for half, how many were found, and to how many a conversation was offered within 72 hours.';
grant execute on function waymark.missing_groups(timestamptz, timestamptz, integer) to waymark_app;
alter function waymark.missing_groups(timestamptz, timestamptz, integer) owner to waymark_statistics;
