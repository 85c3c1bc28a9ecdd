-- The mechanism beside what young people say of their lives, with children who were not referred; the plan by which it
-- is read, in versions; and contact across a border with what the young person agreed to.

grant select (id, code, level, polarity) on waymark.outcome to waymark_statistics;
set local role waymark_statistics;
create or replace function waymark.register_counts(year_from date)
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
  union all
  -- What they said last of each outcome within twelve months of the first worry: the same time for everybody, whatever
  -- was decided and when, so that nobody is counted from a day which only some of them reached.
  select 'said', r.state, a.code || '/' || case when a.state in ('mostly', 'fully') then 'mostly' else 'less' end, count(*)
  from register r
  join lateral (select min(c.recorded_at) as first_at from waymark.concern c where c.child_id = r.child_id and c.state <> 'in_error') w on true
  join lateral (
    select distinct on (o.code) o.code, x.state
    from waymark.check_in i
    join waymark.check_in_answer x on x.check_in_id = i.id and x.kind = 'state'
    join waymark.outcome o on o.id = x.outcome_id and o.level = 'outcome' and o.polarity <> 'negative'
    where i.child_id = r.child_id and i.voice = 'young_person' and i.status = 'shared'
      and i.shared_at >= w.first_at and i.shared_at < w.first_at + interval '12 months'
    order by o.code, i.shared_at desc, i.id) a on true
  group by r.state, 3
$$;
comment on function waymark.register_counts(date) is 'The register of the actor''s organisation for one year as counts: where children stand, why some were not referred, forms, by background how they were met first and how long it took, and by where they stand what they said last of each outcome within twelve months of the first worry.';

create or replace function waymark.register_changed(year_from date, since timestamptz) returns bigint
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
    union all select i.child_id, greatest(i.shared_at, i.withdrawn_at) from waymark.check_in i
      where i.voice = 'young_person' and i.status in ('shared', 'withdrawn')
  ) e join waymark.register_of(register_changed.year_from) r on r.child_id = e.child_id
  where e.at > register_changed.since
$$;

set local role waymark_owner;
create table waymark.analysis_plan (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid references waymark.organisation default waymark.actor_organisation(),
  of_what text not null check (of_what in ('referred')),
  version integer not null check (version >= 1),
  question text not null check (length(question) between 1 and 2000),
  who text not null check (length(who) between 1 and 2000),
  measured text not null check (length(measured) between 1 and 3000),
  limits text not null check (length(limits) between 1 and 5000),
  not_done text not null check (length(not_done) between 1 and 2000),
  because text not null check (length(because) between 1 and 500),
  written_by uuid references waymark.person default waymark.actor_id(),
  written_at timestamptz not null default clock_timestamp(),
  unique nulls not distinct (organisation_id, of_what, version)
);
comment on table waymark.analysis_plan is 'How figures are read, written down before they are: the question, who is in them, how it is measured, what they cannot show, and what is not done with them. Every version stays; the newest stands beside the figures. A row without an organisation comes with the product.';
alter table waymark.analysis_plan enable row level security;
alter table waymark.analysis_plan force row level security;
create policy given_by_migrations on waymark.analysis_plan to waymark_owner using (organisation_id is null) with check (organisation_id is null);
create policy read_by_those_who_read_figures on waymark.analysis_plan for select to waymark_app using (
  (organisation_id is null or organisation_id = (select waymark.actor_organisation())) and (select waymark.actor_role()) in ('analyst', 'manager', 'system'));
create policy written_by_those_who_count on waymark.analysis_plan for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation()) and written_by = (select waymark.actor_id()) and (select waymark.actor_role()) in ('analyst', 'manager'));
grant select, insert on waymark.analysis_plan to waymark_app;
insert into waymark.analysis_plan (organisation_id, of_what, version, question, who, measured, limits, not_done, because, written_by) values
  (null, 'referred', 1,
   'What do young people say of their lives in the year after somebody first worried, among those referred to the National Referral Mechanism, those not referred, and those not decided yet?',
   'Every child of the organisation about whom somebody first wrote down a worry in the year, whatever was decided. Children not referred are in it like the others, with the reasons beside.',
   'For each outcome the last thing the young person said themselves within twelve months of the first worry: mostly or fully so, or less. Time runs from the first worry for everybody, never from the referral. A group of which too few answered is not shown. The outcomes are not added together.',
   'Only some live through the wait. Whoever is referred has to be there long enough to be referred. Counting from the referral would give that group time in which nothing could go wrong for them (immortal time); that is why time runs from the first worry. It is not wholly gone: a referral late in the year leaves little time after it.

People choose who is referred. Those who are may be in more danger, or better known, or better supported. A difference between the groups is first of all a difference in who is in them (selection).

Waiting comes with the mechanism. Those referred wait for a decision, often for over a year, and often for asylum too. What the wait does cannot be told apart from what the decision does (confounding by waits).

Not everybody answers. Those who are missing, who moved or who do not trust us say nothing here. If they are in one group more than in another, the figures lean.

Few children, chance. Look at the intervals. Where they overlap, nothing is shown to differ.',
   'It is not said that the mechanism helps or harms. Nothing is ranked, nothing is compared between organisations, and nothing is counted by nationality or status. No child is treated otherwise because of it.',
   'The first plan, written before any figure was made', null);

-- ---------------------------------------------------------------- contact across a border, as the young person agreed
alter table waymark.cross_border_contact
  add column child_agrees text check (child_agrees in ('yes', 'no', 'not_asked')),
  add constraint consulate_only_as_agreed check (with_kind <> 'consulate' or state in ('asked', 'refused') or coalesce(child_agrees, 'not_asked') = 'yes') not valid,
  add constraint against_their_wish_only_when_signed check (child_agrees is distinct from 'no' or state in ('asked', 'refused') or signed_by is not null) not valid;
comment on column waymark.cross_border_contact.child_agrees is 'Whether the young person agrees to this contact. With a consulate there is none without their yes; with anybody else against their no only when a manager has signed why and how they stay protected.';
