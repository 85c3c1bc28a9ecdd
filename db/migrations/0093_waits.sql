-- How long decisions and help take, counted with those who still wait. By kind of decision alone: no body, no team, no child.

create table waymark.counted_wait (
  code text primary key check (length(code) <= 80),
  title text not null check (length(title) between 1 and 100),
  ends_with text not null check (length(ends_with) between 1 and 200),
  place integer not null unique check (place between 1 and 99)
);
comment on table waymark.counted_wait is 'The clocks whose waits are counted, by the code of their rule, in the order they are shown. Holds nothing about a child.';
insert into waymark.counted_wait (code, title, ends_with, place) values
  ('nrm.reasonable-grounds', 'Reasonable grounds', 'From the referral to the first decision', 1),
  ('nrm.conclusive-grounds', 'Conclusive grounds', 'From the first decision to the second', 2),
  ('nrm.pilot.reasonable-grounds', 'Reasonable grounds, local panel', 'From the referral to the first decision', 3),
  ('nrm.pilot.conclusive-grounds', 'Conclusive grounds, local panel', 'From the referral to the second decision', 4),
  ('asylum.decision', 'Claim for asylum', 'From the claim to the decision', 5),
  ('age.decision', 'Doubt about an age', 'From the doubt to its end', 6),
  ('guardian.allocation', 'A guardian', 'From the referral to a guardian who is named', 7),
  ('legal.help', 'A lawyer', 'From asking for one to having one', 8),
  ('health.mental-health', 'Mental health', 'From the referral to the beginning of help', 9),
  ('education.place', 'A place to learn', 'From being out of learning to a place', 10);
grant select on waymark.counted_wait to waymark_app, waymark_statistics;

create table waymark.wait_release (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  year_from date not null check (extract(month from year_from) = 4 and extract(day from year_from) = 1),
  on_day date not null check (on_day >= year_from),
  number integer not null check (number > 0),
  made_at timestamptz not null default now(),
  made_by uuid not null references waymark.person default waymark.actor_id(),
  figures jsonb not null check (jsonb_typeof(figures) = 'object'),
  policy jsonb not null,
  unique (organisation_id, year_from, number)
);
comment on table waymark.wait_release is 'The ledger of pictures of waits, as they were released after disclosure control. Insert only. Holds nothing about one child.';
comment on column waymark.wait_release.on_day is 'The day up to which the waits that began in the year were followed.';
alter table waymark.wait_release enable row level security;
alter table waymark.wait_release force row level security;
create policy own_organisation_reads on waymark.wait_release for select to waymark_app using (
  organisation_id = (select waymark.actor_organisation())
  and (select waymark.actor_role()) in ('analyst', 'manager', 'system')
);
create policy own_organisation_makes on waymark.wait_release for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation())
  and made_by = (select waymark.actor_id()) and made_at = now()
  and (select waymark.actor_role()) in ('analyst', 'manager', 'system')
);
grant select, insert on waymark.wait_release to waymark_app;
create trigger release_stays before update or delete or truncate on waymark.wait_release execute function waymark.release_stays();

grant select (id, child_id, rule, started_at, stopped_at, state) on waymark.clock to waymark_statistics;
create policy statistics_count on waymark.clock for select to waymark_statistics using (true);

create function waymark.wait_lengths(year_from date, on_day date)
  returns table (code text, days integer, ended boolean, children bigint)
  language sql stable security definer set search_path = pg_catalog set jit = off
  as $$
  with waits as (
    select distinct on (k.rule, k.child_id) k.rule, k.state,
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
  )
  select rule, least(stopped, wait_lengths.on_day) - began, coalesce(state = 'done' and stopped <= wait_lengths.on_day, false), count(*)
  from waits group by 1, 2, 3
$$;
comment on function waymark.wait_lengths(date, date) is 'For each counted wait that began in the year, the first of each child: how many children waited so many days, and whether it had ended by that day or they waited still. A wait that is no longer owed counts as waited until then, not as ended.';

create function waymark.waits_changed(year_from date, was_on date, on_day date)
  returns bigint
  language sql stable security definer set search_path = pg_catalog set jit = off
  as $$
  select count(distinct k.child_id)
  from waymark.clock k
  join waymark.child c on c.id = k.child_id
  where k.rule in (select w.code from waymark.counted_wait w)
    and c.organisation_id = (select waymark.counted_organisation())
    and k.started_at >= waymark.london_midnight(waits_changed.year_from)
    and k.started_at < waymark.london_midnight((waits_changed.year_from + interval '1 year')::date)
    and (k.started_at >= waymark.london_midnight(waits_changed.was_on + 1) or k.stopped_at >= waymark.london_midnight(waits_changed.was_on + 1))
    and k.started_at < waymark.london_midnight(waits_changed.on_day + 1)
$$;
comment on function waymark.waits_changed(date, date, date) is 'Of how many children of the actor''s organisation a counted wait began or ended since the last picture. What is written later about an earlier day is not counted, which only makes the next picture wait.';
grant execute on function waymark.wait_lengths(date, date), waymark.waits_changed(date, date, date) to waymark_app;
alter function waymark.wait_lengths(date, date) owner to waymark_statistics;
alter function waymark.waits_changed(date, date, date) owner to waymark_statistics;
create index clock_wait_to_count on waymark.clock (rule, started_at, child_id) where rule is not null;
