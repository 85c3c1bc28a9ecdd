-- Clocks: what is owed to a child, by whom, since when and until when. Rules are dated rows, never code.

create table waymark.clock_rule (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid references waymark.organisation,
  code text not null check (code ~ '^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$' and length(code) <= 80),
  nation text not null check (nation in ('england', 'wales', 'scotland', 'northern_ireland')),
  owed text not null check (length(owed) between 1 and 200),
  owed_by text not null check (length(owed_by) between 1 and 200),
  starts_with text not null check (length(starts_with) between 1 and 200),
  counted text not null check (counted in ('working_days', 'days', 'months', 'hours', 'as_soon_as_possible')),
  length integer check (length between 1 and 1200),
  holidays text check (holidays in ('england_and_wales', 'scotland', 'northern_ireland')),
  force text not null check (force in ('duty', 'target', 'at_least', 'good_practice')),
  from_day date not null,
  until_day date,
  source text not null check (length(source) between 1 and 500),
  confidence text not null check (confidence in ('certain', 'likely', 'to_be_confirmed')),
  note text check (length(note) <= 500),
  version integer not null default 1,
  changed_by uuid references waymark.person default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint as_soon_as_possible_has_no_length check ((counted = 'as_soon_as_possible') = (length is null)),
  constraint working_days_are_somebodys check ((counted = 'working_days') = (holidays is not null)),
  constraint ends_after_it_begins check (until_day is null or until_day >= from_day),
  unique nulls not distinct (organisation_id, code, nation, from_day)
);
comment on table waymark.clock_rule is 'What is owed, by whom, from what event and within what time, in one nation, from which day to which, and where that is written. A row without an organisation is given with the product. A rule that changes is a new row from another day.';
comment on column waymark.clock_rule.owed_by is 'Who owes it: a body or a part somebody has. Never the child.';
comment on column waymark.clock_rule.starts_with is 'The event the time is counted from.';
comment on column waymark.clock_rule.holidays is 'Whose bank holidays are no working days for whoever owes it.';
comment on column waymark.clock_rule.force is 'duty: law or statutory guidance. target: what a body says it aims at. at_least: it lasts so long or longer. good_practice: what an organisation may set otherwise.';
alter table waymark.clock_rule enable row level security;
alter table waymark.clock_rule force row level security;
-- Rules given with the product come, change and end by migrations, which run as the owner.
create policy given_by_migrations on waymark.clock_rule to waymark_owner using (organisation_id is null) with check (organisation_id is null);
create policy given_or_own on waymark.clock_rule for select to waymark_app
  using (organisation_id is null or organisation_id = (select waymark.actor_organisation()));
create policy administrators_add on waymark.clock_rule for insert to waymark_app
  with check (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) = 'administrator'
    and version = 1 and changed_by = (select waymark.actor_id()));
create policy administrators_end on waymark.clock_rule for update to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) = 'administrator')
  with check (organisation_id = (select waymark.actor_organisation()));
grant select, insert on waymark.clock_rule to waymark_app;
grant update (until_day) on waymark.clock_rule to waymark_app;
create trigger keep_version before update on waymark.clock_rule for each row execute function waymark.keep_version();

create table waymark.nation_holiday_year (
  division text not null check (division in ('england_and_wales', 'scotland', 'northern_ireland')),
  year integer not null check (year between 1990 and 2200),
  source text not null check (length(source) between 1 and 500),
  confidence text not null check (confidence in ('certain', 'likely', 'to_be_confirmed')),
  primary key (division, year)
);
comment on table waymark.nation_holiday_year is 'The years whose bank holidays are known, by whose they are. A clock that is counted over another year says that it may be later.';
create table waymark.nation_holiday (
  division text not null,
  on_day date not null,
  called text not null check (length(called) between 1 and 100),
  year integer not null generated always as (extract(year from on_day)::integer) stored,
  primary key (division, on_day),
  foreign key (division, year) references waymark.nation_holiday_year
);
comment on table waymark.nation_holiday is 'Bank holidays by whose they are: days on which they are kept, substitute days and one-off holidays included. An organisation''s own days off are in bank_holiday.';
grant select on waymark.nation_holiday_year, waymark.nation_holiday to waymark_app;

-- ---------------------------------------------------------------- a child's clocks
create table waymark.clock (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  rule text check (length(rule) <= 80),
  nation text not null check (nation in ('england', 'wales', 'scotland', 'northern_ireland')),
  about_kind text check (about_kind ~ '^[a-z][a-z_-]{1,39}$'),
  about_id uuid,
  rule_id uuid references waymark.clock_rule,
  owed text check (length(owed) between 1 and 200),
  owed_by text check (length(owed_by) between 1 and 200),
  why text check (length(why) between 1 and 1000),
  own_due_on date,
  started_at timestamptz not null,
  state text not null default 'running' check (state in ('running', 'paused', 'done', 'no_longer_owed')),
  stopped_at timestamptz,
  stopped_why text check (length(stopped_why) between 1 and 1000),
  due_on date,
  due_at timestamptz,
  beyond_known boolean not null default false,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint of_a_rule_or_own check (
    (rule is not null and about_kind is not null and about_id is not null and owed is null and owed_by is null and own_due_on is null)
    or (rule is null and about_kind is null and about_id is null and rule_id is null and owed is not null and owed_by is not null and own_due_on is not null)),
  constraint stopped_has_a_time check ((state in ('done', 'no_longer_owed')) = (stopped_at is not null)),
  constraint stopped_after_it_began check (stopped_at is null or stopped_at >= started_at),
  constraint a_day_has_an_end check ((due_on is null) = (due_at is null))
);
create unique index one_clock_of_a_rule_about on waymark.clock (about_id, rule, about_kind) where rule is not null;
create index clock_of_child on waymark.clock (child_id, due_at) where state in ('running', 'paused');
create index clock_of_child_all on waymark.clock (child_id);
create index clock_of_rule on waymark.clock (rule, child_id) where rule is not null;
comment on table waymark.clock is 'What is owed to a child: by a rule about something in the record, or something of our own that somebody promised. It shows who owes it; the child is never late.';
comment on column waymark.clock.rule is 'The code of its rule. Null for an own clock, which says itself what is owed, by whom and by when.';
comment on column waymark.clock.rule_id is 'The row of the rule it was counted by. Null while no rule of that code holds in its nation: then it only says since when it is owed.';
comment on column waymark.clock.due_at is 'When the last day is over, or the last hour. Null while paused, and where no time is set.';
comment on column waymark.clock.beyond_known is 'It was counted over a year whose bank holidays are not known, so that it may be later.';
call waymark.hold_for_child('waymark.clock');
create policy staff_write on waymark.clock as restrictive for insert to waymark_app with check ((select waymark.actor_role()) <> 'young_person');
create policy staff_change on waymark.clock as restrictive for update to waymark_app using ((select waymark.actor_role()) <> 'young_person');

create table waymark.clock_pause (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  clock_id uuid not null references waymark.clock,
  paused_at timestamptz not null,
  why text not null check (length(why) between 1 and 1000),
  resumed_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint resumed_after_it_paused check (resumed_at is null or resumed_at >= paused_at)
);
create unique index one_open_pause on waymark.clock_pause (clock_id) where resumed_at is null;
create index clock_pause_of on waymark.clock_pause (clock_id);
create index clock_pause_of_child on waymark.clock_pause (child_id);
comment on table waymark.clock_pause is 'A stretch in which a clock stood still, and why. Time in it is not counted.';
call waymark.hold_for_child('waymark.clock_pause');
create policy staff_write on waymark.clock_pause as restrictive for insert to waymark_app with check (
  (select waymark.actor_role()) <> 'young_person'
  and exists (select from waymark.clock c where c.id = clock_id and c.child_id = clock_pause.child_id));
create policy staff_change on waymark.clock_pause as restrictive for update to waymark_app using ((select waymark.actor_role()) <> 'young_person');

create table waymark.clock_correction (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  clock_id uuid not null references waymark.clock,
  was_started_at timestamptz not null,
  started_at timestamptz not null,
  was_due_on date,
  due_on date,
  why text not null check (length(why) between 1 and 1000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create index clock_correction_of on waymark.clock_correction (clock_id, changed_at);
create index clock_correction_of_child on waymark.clock_correction (child_id);
comment on table waymark.clock_correction is 'The event a clock counts from was another one, or at another time: what was held before, what is held now, why. Only added to.';
call waymark.hold_for_child('waymark.clock_correction');
revoke update on waymark.clock_correction from waymark_app;
create policy staff_write on waymark.clock_correction as restrictive for insert to waymark_app with check (
  (select waymark.actor_role()) <> 'young_person'
  and exists (select from waymark.clock c where c.id = clock_id and c.child_id = clock_correction.child_id));

-- Whoever reads a clock reads the rule it was counted by, of whichever organisation.
create policy of_a_clock_within_reach on waymark.clock_rule for select to waymark_app
  using (exists (select from waymark.clock c where c.rule_id = clock_rule.id));
create index clock_by_rule_row on waymark.clock (rule_id) where rule_id is not null;
create index clock_by_due on waymark.clock (due_at, child_id) where state = 'running' and due_at is not null;

-- ---------------------------------------------------------------- counting again
create table waymark.clock_recount (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  begun_at timestamptz not null,
  reached uuid,
  seen integer not null default 0,
  changed integer not null default 0,
  ended_at timestamptz
);
create unique index one_recount_at_a_time on waymark.clock_recount (organisation_id) where ended_at is null;
comment on table waymark.clock_recount is 'Each time the clocks of an organisation were counted again after a rule or a bank holiday changed, and how far it came. One that was stopped goes on from there.';
comment on column waymark.clock_recount.reached is 'The last clock that was counted again, in the order of their ids.';
alter table waymark.clock_recount enable row level security;
alter table waymark.clock_recount force row level security;
create policy own_organisation on waymark.clock_recount for select to waymark_app using (organisation_id = (select waymark.actor_organisation()));
create policy system_counts on waymark.clock_recount for insert to waymark_app
  with check (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) = 'system');
create policy system_goes_on on waymark.clock_recount for update to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) = 'system');
grant select, insert, update on waymark.clock_recount to waymark_app;
