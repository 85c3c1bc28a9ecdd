-- Taking part by stage: how many children had a way to speak, spoke and were answered, early and later.
-- A stage is worked out from dated events for a day and is never written on a child. What each stage means
-- is data, with who said so and from when. Pictures have a ledger of their own: one for a year, whatever
-- framework is asked with, so that two of them cannot be taken from each other.

create table waymark.voice_stage (
  code text not null check (code in ('before', 'early', 'support', 'after')),
  from_day date not null,
  place integer not null check (place between 1 and 9),
  title text not null check (length(title) between 1 and 100),
  near text not null check (length(near) between 1 and 100),
  meaning text not null check (length(meaning) between 1 and 500),
  opened_under_days integer check (opened_under_days between 1 and 730),
  nobody_over_days integer check (nobody_over_days between 1 and 730),
  adult_from integer check (adult_from between 16 and 30),
  defined_by text not null check (length(defined_by) between 1 and 200),
  source text not null check (length(source) between 1 and 500),
  confidence text not null check (confidence in ('certain', 'likely', 'to_be_confirmed')),
  primary key (code, from_day),
  constraint early_says_how_early check (code <> 'early' or opened_under_days is not null),
  constraint after_says_how_long check (code <> 'after' or (nobody_over_days is not null and adult_from is not null))
);
comment on table waymark.voice_stage is 'What each stage means, who defined it, from which day, and how sure that is. The newest row of a stage not after the day holds. Before has no rule: no record holds it yet.';
comment on column waymark.voice_stage.near is 'The stage of BETR it stands nearest to. BETR was made for adults; the two are not the same.';

insert into waymark.voice_stage
  (code, from_day, place, title, near, meaning, opened_under_days, nobody_over_days, adult_from, defined_by, source, confidence) values
  ('before', '2020-01-01', 1, 'Before', 'Before',
   'Somebody is worried, and nothing else exists yet: no record, and nobody beside the child.',
   null, null, null, 'Waymark', 'Our reading of “Before” in BETR (Such and others, 2022), which was made for adults', 'to_be_confirmed'),
  ('early', '2020-01-01', 2, 'Early', 'Early',
   'The record was opened less than 90 days ago, or nobody has been beside them yet.',
   90, null, null, 'Waymark', 'Our reading of “Early” in BETR (Such and others, 2022), which was made for adults', 'to_be_confirmed'),
  ('support', '2020-01-01', 3, 'With support', 'Treatment of harm',
   'Later, with somebody beside them, or up to 28 days between one person and the next.',
   null, null, null, 'Waymark', 'Our reading of “Treat” in BETR (Such and others, 2022), which was made for adults. Having somebody beside them does not say that harm was treated', 'to_be_confirmed'),
  ('after', '2020-01-01', 4, 'After', 'Re-trafficking prevention',
   'Nobody has been beside them for more than 28 days, or they are 18 or over and support has ended.',
   null, 28, 18, 'Waymark', 'Our own. The last stage of BETR (Such and others, 2022) is about harm not happening again; a record says only that support ended', 'to_be_confirmed');

alter table waymark.voice_stage enable row level security;
alter table waymark.voice_stage force row level security;
create policy meanings_are_known on waymark.voice_stage for select to waymark_app, waymark_statistics using (true);
grant select on waymark.voice_stage to waymark_app, waymark_statistics;

create table waymark.stage_release (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  year_from date not null check (extract(month from year_from) = 4 and extract(day from year_from) = 1),
  on_day date not null,
  number integer not null check (number > 0),
  made_at timestamptz not null default now(),
  made_by uuid not null references waymark.person default waymark.actor_id(),
  figures jsonb not null check (jsonb_typeof(figures) = 'object'),
  policy jsonb not null,
  unique (organisation_id, year_from, number),
  constraint within_the_year check (on_day >= year_from and on_day < year_from + interval '1 year')
);
comment on table waymark.stage_release is 'The ledger of pictures of taking part by stage, as they were released after disclosure control. Insert only. Holds nothing about one child.';
comment on column waymark.stage_release.on_day is 'The day the stages are worked out for: the day it was made, or the last of a year that is over.';
comment on column waymark.stage_release.figures is 'Figures by name after disclosure control; null where a number is hidden. What is hidden is not here at all.';

alter table waymark.stage_release enable row level security;
alter table waymark.stage_release force row level security;
create policy own_organisation_reads on waymark.stage_release for select to waymark_app using (
  organisation_id = (select waymark.actor_organisation())
  and (select waymark.actor_role()) in ('analyst', 'manager', 'system')
);
create policy own_organisation_makes on waymark.stage_release for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation())
  and made_by = (select waymark.actor_id()) and made_at = now()
  and (select waymark.actor_role()) in ('analyst', 'manager', 'system')
);
grant select, insert on waymark.stage_release to waymark_app;
create trigger release_stays before update or delete or truncate on waymark.stage_release execute function waymark.release_stays();

-- ---------------------------------------------------------------- what may be counted
-- Never a word of anybody's: only whose it is, whether it stands, and when.
grant select (person_id) on waymark.child to waymark_statistics;
grant select (id, role, created_at, ended_at) on waymark.person to waymark_statistics;
create policy statistics_count on waymark.person for select to waymark_statistics using (role = 'young_person');
grant select (child_id, started_on, ended_on) on waymark.allocation to waymark_statistics;
create policy statistics_count on waymark.allocation for select to waymark_statistics using (true);
grant select (child_id, latest, ended_at) on waymark.date_of_birth_claim to waymark_statistics;
create policy statistics_count on waymark.date_of_birth_claim for select to waymark_statistics using (true);
grant select (child_id, arranged_at) on waymark.check_in_occasion to waymark_statistics;
create policy statistics_count on waymark.check_in_occasion for select to waymark_statistics using (true);
grant select (child_id, status, sent_at, changed_at) on waymark.statement to waymark_statistics;
create policy statistics_count on waymark.statement for select to waymark_statistics using (status in ('sent', 'withdrawn'));
grant select (child_id, state, written_at, changed_at) on waymark.meeting_line to waymark_statistics;
create policy statistics_count on waymark.meeting_line for select to waymark_statistics using (state in ('stands', 'not_this'));
grant select (id, child_id, subject, state, sent_at) on waymark.receipt to waymark_statistics;
create policy statistics_count on waymark.receipt for select to waymark_statistics using (subject in ('check_in', 'statement', 'meeting'));
grant select (receipt_id, kind, at) on waymark.ledger_step to waymark_statistics;
create policy statistics_count on waymark.ledger_step for select to waymark_statistics using (kind = 'replied');

create function waymark.stage_of_children(on_day date) returns table (child_id uuid, stage text)
  language sql stable set search_path = pg_catalog
  as $$
  with means as (
    select
      max(m.opened_under_days) filter (where m.code = 'early') as opened_under,
      max(m.nobody_over_days) filter (where m.code = 'after') as nobody_over,
      max(m.adult_from) filter (where m.code = 'after') as adult_from
    from (
      select distinct on (s.code) s.* from waymark.voice_stage s
      where s.from_day <= stage_of_children.on_day order by s.code, s.from_day desc) m
  ), beside as (
    select a.child_id,
      bool_or(a.ended_on is null or a.ended_on > stage_of_children.on_day) as still,
      max(a.ended_on) as ended
    from waymark.allocation a where a.started_on <= stage_of_children.on_day group by a.child_id
  ), born as (
    select b.child_id, max(b.latest) as latest
    from waymark.date_of_birth_claim b where b.ended_at is null group by b.child_id
  )
  select c.id, case
    when stage_of_children.on_day - (c.opened_at at time zone 'Europe/London')::date < means.opened_under then 'early'
    when beside.child_id is null then 'early'
    when beside.still then 'support'
    when born.latest + make_interval(years => means.adult_from) <= stage_of_children.on_day then 'after'
    when stage_of_children.on_day - beside.ended > means.nobody_over then 'after'
    else 'support'
  end
  from waymark.child c
  cross join means
  left join beside on beside.child_id = c.id
  left join born on born.child_id = c.id
  where c.organisation_id = (select waymark.counted_organisation())
    and c.opened_at < waymark.london_midnight(stage_of_children.on_day + 1)
$$;
comment on function waymark.stage_of_children(date) is 'At which stage each child stands on a day, from dated events. Of 18 or over only where every claim of a day of birth says so. For the counting functions only: it gives ids, so no page may run it.';

create function waymark.stage_counts(year_from date, on_day date)
  returns table (stage text, step text, children bigint)
  language sql stable security definer set search_path = pg_catalog set work_mem = '64MB' set jit = off
  as $$
  with said as (
    select s.child_id, bool_or(s.stands) as stands from (
      select i.child_id, i.status = 'shared' as stands, i.shared_at as at from waymark.check_in i
      where i.voice = 'young_person' and i.status in ('shared', 'withdrawn')
      union all
      select t.child_id, t.status = 'sent', t.sent_at from waymark.statement t where t.status in ('sent', 'withdrawn')
      union all
      select l.child_id, true, l.written_at from waymark.meeting_line l where l.state = 'stands'
    ) s
    where s.at >= waymark.london_midnight(stage_counts.year_from)
      and s.at < waymark.london_midnight(stage_counts.on_day + 1)
    group by s.child_id
  ), answered as (
    select distinct r.child_id from waymark.receipt r
    join waymark.ledger_step p on p.receipt_id = r.id and p.kind = 'replied'
    where r.subject in ('check_in', 'statement', 'meeting') and r.state <> 'taken_back'
      and r.sent_at >= waymark.london_midnight(stage_counts.year_from)
      and p.at < waymark.london_midnight(stage_counts.on_day + 1)
  ), not_held as (
    select h.child_id, bool_or(h.reason in ('offered_declined', 'not_now')) as declined
    from waymark.check_in_not_held h
    where h.on_day >= stage_counts.year_from and h.on_day <= stage_counts.on_day
    group by h.child_id
  ), arranged as (
    select distinct o.child_id from waymark.check_in_occasion o
    where o.arranged_at >= waymark.london_midnight(stage_counts.year_from)
      and o.arranged_at < waymark.london_midnight(stage_counts.on_day + 1)
  ), way_in as (
    select c.id as child_id from waymark.child c
    join waymark.person y on y.id = c.person_id and y.role = 'young_person'
    where y.created_at < waymark.london_midnight(stage_counts.on_day + 1)
      and (y.ended_at is null or y.ended_at >= waymark.london_midnight(stage_counts.year_from))
  )
  select w.stage, s.step, count(*)
  from waymark.stage_of_children(stage_counts.on_day) w
  left join said on said.child_id = w.child_id
  left join answered on answered.child_id = w.child_id
  left join not_held on not_held.child_id = w.child_id
  left join arranged on arranged.child_id = w.child_id
  left join way_in on way_in.child_id = w.child_id
  cross join lateral (
    select case
      when said.stands and answered.child_id is not null then 'answered'
      when said.stands then 'not_answered'
      when said.child_id is not null then 'took_back'
      when not_held.declined then 'declined'
      when arranged.child_id is not null or way_in.child_id is not null then 'nothing_said'
      when not_held.child_id is not null then 'not_offered'
      else 'no_way_in'
    end as step) s
  group by w.stage, s.step
$$;
comment on function waymark.stage_counts(date, date) is 'How many children of the actor''s organisation stand at each stage on a day and, in each, at which one step of taking part since the year began.';

create function waymark.stage_changed(year_from date, was_on date, on_day date, since timestamptz)
  returns bigint
  language sql stable security definer set search_path = pg_catalog
  as $$
  select count(*) from (
    select coalesce(a.child_id, b.child_id) from waymark.stage_of_children(stage_changed.was_on) a
    full join waymark.stage_of_children(stage_changed.on_day) b on b.child_id = a.child_id
    where a.stage is distinct from b.stage
    union
    select e.child_id from (
      select i.child_id, i.changed_at as seen, i.shared_at as at from waymark.check_in i where i.voice = 'young_person'
      union all select t.child_id, t.changed_at, t.sent_at from waymark.statement t
      union all select l.child_id, l.changed_at, l.written_at from waymark.meeting_line l
      union all select r.child_id, p.at, p.at from waymark.ledger_step p join waymark.receipt r on r.id = p.receipt_id
      union all select h.child_id, h.changed_at, waymark.london_midnight(h.on_day) from waymark.check_in_not_held h
      union all select o.child_id, o.arranged_at, o.arranged_at from waymark.check_in_occasion o
      union all select c.id, y.created_at, y.created_at from waymark.child c join waymark.person y on y.id = c.person_id
      union all select c.id, c.opened_at, c.opened_at from waymark.child c
    ) e
    join waymark.child c on c.id = e.child_id
    where e.seen > stage_changed.since and c.organisation_id = (select waymark.counted_organisation())
      and e.at >= waymark.london_midnight(stage_changed.year_from)
      and e.at < waymark.london_midnight(stage_changed.on_day + 1)
  ) changed
$$;
comment on function waymark.stage_changed(date, date, date, timestamptz) is 'Of how many children of the actor''s organisation something in the picture by stage changed since the last: a new one waits until they are enough. Time that passes moves a child between stages too. Where it is unsure it counts fewer, which only makes the next picture wait.';

grant execute on function waymark.stage_of_children(date) to waymark_statistics;
grant execute on function waymark.stage_counts(date, date), waymark.stage_changed(date, date, date, timestamptz) to waymark_app;
alter function waymark.stage_counts(date, date) owner to waymark_statistics;
alter function waymark.stage_changed(date, date, date, timestamptz) owner to waymark_statistics;
