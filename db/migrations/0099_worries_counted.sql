-- The register of identification, counted: how many children somebody was worried about, what was decided, which
-- forms, how long it took and how they were met first, by background. Leaves only through disclosure control.

create table waymark.child_background (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  words text not null check (length(words) between 1 and 200),
  grouped text not null check (grouped in ('asian', 'black', 'mixed', 'white', 'other', 'did_not_say')),
  said_by text not null check (said_by in ('child', 'child_with_someone', 'someone_else')),
  note text check (length(note) <= 500),
  ended_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create index child_background_of_child on waymark.child_background (child_id);
comment on table waymark.child_background is 'The background of a child in their own words, and the group of the 2021 census it is counted in, so that a difference in how children are met can be seen. Read by no rule about one child.';
call waymark.hold_for_child('waymark.child_background');

create table waymark.register_release (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  year_from date not null check (extract(month from year_from) = 4 and extract(day from year_from) = 1),
  number integer not null check (number > 0),
  made_at timestamptz not null default now(),
  made_by uuid not null references waymark.person default waymark.actor_id(),
  figures jsonb not null check (jsonb_typeof(figures) = 'object'),
  policy jsonb not null,
  unique (organisation_id, year_from, number)
);
comment on table waymark.register_release is 'The ledger of pictures of the register of identification, as they were released after disclosure control. Insert only. Holds nothing about one child.';
alter table waymark.register_release enable row level security;
alter table waymark.register_release force row level security;
create policy own_organisation_reads on waymark.register_release for select to waymark_app using (
  organisation_id = (select waymark.actor_organisation())
  and (select waymark.actor_role()) in ('analyst', 'manager', 'system'));
create policy own_organisation_makes on waymark.register_release for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation())
  and made_by = (select waymark.actor_id()) and made_at = now()
  and (select waymark.actor_role()) in ('analyst', 'manager', 'system'));
grant select, insert on waymark.register_release to waymark_app;
create trigger release_stays before update or delete or truncate on waymark.register_release execute function waymark.release_stays();

-- Never a word of what was seen or thought: only whose it is, where it has come to, and when.
grant select (id, child_id, state, noticed_earliest, recorded_at, changed_at) on waymark.concern to waymark_statistics;
create policy statistics_count on waymark.concern for select to waymark_statistics using (true);
grant select (concern_id, child_id, finds, looked_at) on waymark.concern_look to waymark_statistics;
create policy statistics_count on waymark.concern_look for select to waymark_statistics using (true);
grant select (id, concern_id, child_id, because, decided_at) on waymark.concern_decision to waymark_statistics;
create policy statistics_count on waymark.concern_decision for select to waymark_statistics using (true);
grant select (id, concern_id, child_id, kind, on_day, written_at) on waymark.concern_response to waymark_statistics;
create policy statistics_count on waymark.concern_response for select to waymark_statistics using (true);
grant select (id, child_id, not_so_because, changed_at) on waymark.exploitation_situation to waymark_statistics;
create policy statistics_count on waymark.exploitation_situation for select to waymark_statistics using (true);
grant select (child_id, situation_id, form_id, ended_at, changed_at) on waymark.situation_form to waymark_statistics;
create policy statistics_count on waymark.situation_form for select to waymark_statistics using (true);
grant select (id, code, near) on waymark.exploitation_form to waymark_statistics;
create policy statistics_count on waymark.exploitation_form for select to waymark_statistics using (true);
grant select (id, child_id, grouped, ended_at, changed_at) on waymark.child_background to waymark_statistics;
create policy statistics_count on waymark.child_background for select to waymark_statistics using (true);

create function waymark.register_of(year_from date) returns table (child_id uuid, state text, noticed date)
  language sql stable set search_path = pg_catalog
  as $$
  -- A child belongs to the year in which somebody first wrote down a worry that was not an error.
  select c.child_id,
    case when bool_or(c.state = 'referred') then 'referred' when bool_or(c.state = 'pending') then 'pending' else 'not_referred' end,
    min(c.noticed_earliest)
  from waymark.concern c join waymark.child k on k.id = c.child_id
  where k.organisation_id = (select waymark.counted_organisation()) and c.state <> 'in_error'
  group by c.child_id
  having min(c.recorded_at) >= waymark.london_midnight(register_of.year_from)
    and min(c.recorded_at) < waymark.london_midnight((register_of.year_from + interval '1 year')::date)
$$;
comment on function waymark.register_of(date) is 'The children of one year''s register and where each stands. For the counting functions only: it gives ids, so no page may run it.';

create function waymark.register_counts(year_from date)
  returns table (kind text, grouped text, code text, children bigint)
  language sql stable security definer set search_path = pg_catalog set work_mem = '64MB' set jit = off
  as $$
  with register as materialized (select * from waymark.register_of(register_counts.year_from)),
  reason as (
    select r.child_id, (
      select d.because from waymark.concern c join waymark.concern_decision d on d.concern_id = c.id
      where c.child_id = r.child_id and c.state = 'not_referred' order by d.decided_at desc, d.id desc limit 1) as because
    from register r where r.state = 'not_referred'
  ), first_met as (
    select r.child_id, (
      select case when p.kind in ('safeguarding', 'criminal') then p.kind else 'otherwise' end from waymark.concern_response p
      join waymark.concern c on c.id = p.concern_id and c.state <> 'in_error'
      where p.child_id = r.child_id order by p.on_day, p.written_at, p.id limit 1) as kind
    from register r
  ), took as (
    select r.child_id, (
      select min((l.looked_at at time zone 'Europe/London')::date) from waymark.concern_look l
      join waymark.concern c on c.id = l.concern_id and c.state <> 'in_error'
      where l.child_id = r.child_id and l.finds = 'suspect') - r.noticed as days
    from register r
  ), background as (
    select r.child_id, coalesce((
      select b.grouped from waymark.child_background b where b.child_id = r.child_id and b.ended_at is null
      order by b.changed_at desc, b.id limit 1), 'did_not_say') as grouped
    from register r
  )
  select 'state', '', r.state, count(*) from register r group by r.state
  union all
  select 'reason', '', n.because, count(*) from reason n group by n.because
  union all
  select 'form', '', coalesce(x.near, x.code), count(distinct r.child_id)
  from register r
  join waymark.exploitation_situation s on s.child_id = r.child_id and s.not_so_because is null
  join waymark.situation_form f on f.situation_id = s.id and f.ended_at is null
  join waymark.exploitation_form x on x.id = f.form_id
  group by coalesce(x.near, x.code)
  union all
  select 'met', b.grouped, coalesce(m.kind, 'not_yet'), count(*)
  from background b join first_met m on m.child_id = b.child_id group by b.grouped, coalesce(m.kind, 'not_yet')
  union all
  select 'time', b.grouped,
    case when t.days is null then 'not_yet' when t.days <= 7 then 'within_7' when t.days <= 28 then 'within_28' else 'over_28' end,
    count(*)
  from background b join took t on t.child_id = b.child_id group by b.grouped, 3
$$;
comment on function waymark.register_counts(date) is 'The register of the actor''s organisation for one year as counts: where children stand, why some were not referred, forms, and by background how they were met first and how long it took until somebody suspected it.';

create function waymark.register_changed(year_from date, since timestamptz) returns bigint
  language sql stable security definer set search_path = pg_catalog
  as $$
  select count(distinct e.child_id) from (
    select c.child_id, c.changed_at as at from waymark.concern c
    union all select l.child_id, l.looked_at from waymark.concern_look l
    union all select d.child_id, d.decided_at from waymark.concern_decision d
    union all select p.child_id, p.written_at from waymark.concern_response p
    union all select f.child_id, f.changed_at from waymark.situation_form f
    union all select s.child_id, s.changed_at from waymark.exploitation_situation s
    union all select b.child_id, b.changed_at from waymark.child_background b
  ) e join waymark.register_of(register_changed.year_from) r on r.child_id = e.child_id
  where e.at > register_changed.since
$$;
comment on function waymark.register_changed(date, timestamptz) is 'Of how many children of one year''s register something changed since the last picture: a new one waits until they are enough. Children who left it count as unchanged, which only makes the next picture wait.';

revoke execute on function waymark.register_of(date), waymark.register_counts(date), waymark.register_changed(date, timestamptz) from public;
grant execute on function waymark.register_of(date) to waymark_statistics;
grant execute on function waymark.register_counts(date), waymark.register_changed(date, timestamptz) to waymark_app;
alter function waymark.register_counts(date) owner to waymark_statistics;
alter function waymark.register_changed(date, timestamptz) owner to waymark_statistics;
