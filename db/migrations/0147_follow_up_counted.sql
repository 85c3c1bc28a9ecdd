-- Who answered at each point, who did not and why, by the year they entered: over many years, with nobody left out.

create table waymark.follow_up_release (
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
comment on table waymark.follow_up_release is 'The ledger of pictures of who is still being asked, as they were released after disclosure control. Insert only. Holds nothing about one child.';
alter table waymark.follow_up_release enable row level security;
alter table waymark.follow_up_release force row level security;
create policy own_organisation_reads on waymark.follow_up_release for select to waymark_app using (
  organisation_id = (select waymark.actor_organisation())
  and (select waymark.actor_role()) in ('analyst', 'manager', 'system')
);
create policy own_organisation_makes on waymark.follow_up_release for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation())
  and made_by = (select waymark.actor_id()) and made_at = now()
  and (select waymark.actor_role()) in ('analyst', 'manager', 'system')
);
grant select, insert on waymark.follow_up_release to waymark_app;
create trigger release_stays before update or delete or truncate on waymark.follow_up_release execute function waymark.release_stays();

create function waymark.follow_up_flow(year_from date, on_day date)
  returns table (months integer, step text, children bigint)
  language sql stable security definer set search_path = pg_catalog set jit = off
  as $$
  select p.months, case
      when p.outcome = 'stopped' and p.closed_on <= follow_up_flow.on_day and exists (
        select from waymark.follow_up_point e where e.child_id = p.child_id and e.months < p.months and e.outcome = 'stopped') then 'left_before'
      when p.outcome is not null and p.closed_on <= follow_up_flow.on_day then p.outcome
      when p.due_on > follow_up_flow.on_day then 'not_yet_due'
      else 'nothing_written' end, count(*)
  from waymark.follow_up f
  join waymark.child c on c.id = f.child_id
  join waymark.follow_up_point p on p.child_id = f.child_id
  where c.organisation_id = (select waymark.counted_organisation())
    and f.entry_on >= follow_up_flow.year_from and f.entry_on < follow_up_flow.year_from + interval '1 year'
    and f.entry_on <= follow_up_flow.on_day
    and p.months <= 60
  group by 1, 2
$$;
comment on function waymark.follow_up_flow(date, date) is 'Of those who entered in a year: at each point, how many answered, how many did not and why, whose day has not come, and of whom nothing is written. Counts that somebody stopped, and never what anybody answered.';

create function waymark.follow_up_changed(year_from date, was_on date, on_day date)
  returns bigint language sql stable security definer set search_path = pg_catalog set jit = off
  as $$
  select count(distinct f.child_id)
  from waymark.follow_up f
  join waymark.child c on c.id = f.child_id
  join waymark.follow_up_point p on p.child_id = f.child_id
  where c.organisation_id = (select waymark.counted_organisation())
    and f.entry_on >= follow_up_changed.year_from and f.entry_on < follow_up_changed.year_from + interval '1 year'
    and f.entry_on <= follow_up_changed.on_day
    and (f.entry_on > follow_up_changed.was_on
      or (p.closed_on > follow_up_changed.was_on and p.closed_on <= follow_up_changed.on_day)
      or (p.due_on > follow_up_changed.was_on and p.due_on <= follow_up_changed.on_day))
$$;
comment on function waymark.follow_up_changed(date, date, date) is 'Of how many who entered in a year something at a point changed since the last picture: they entered, its day came, or it was closed. What is written later about an earlier day is not counted, which only makes the next picture wait.';
revoke execute on function waymark.follow_up_flow(date, date), waymark.follow_up_changed(date, date, date) from public;
grant execute on function waymark.follow_up_flow(date, date), waymark.follow_up_changed(date, date, date) to waymark_app;
alter function waymark.follow_up_flow(date, date) owner to waymark_statistics;
alter function waymark.follow_up_changed(date, date, date) owner to waymark_statistics;
