-- The systems around one child: which process is whose, since when the child waits, what is asked of them
-- on which day, and what they say that waiting does.

create procedure waymark.hold_for_staff(held regclass) language plpgsql as $$
begin
  call waymark.hold_for_child(held);
  execute format('create policy staff_write on %s as restrictive for insert to waymark_app with check ((select waymark.actor_role()) <> ''young_person'')', held);
  execute format('create policy staff_change on %s as restrictive for update to waymark_app using ((select waymark.actor_role()) <> ''young_person'')', held);
end $$;
comment on procedure waymark.hold_for_staff(regclass) is 'As hold_for_child, for what only those who work with the child write. The young person reads it.';

alter table waymark.process
  add column system text check (system in ('social_care', 'asylum', 'immigration', 'nrm', 'criminal_justice', 'family_court', 'health', 'education', 'housing', 'other')),
  add column named_person text check (length(named_person) <= 200),
  add column ring text check (length(ring) <= 200);
comment on column waymark.process.system is 'Which system the process belongs to. Where nobody said, it follows from the kind.';
comment on column waymark.process.named_person is 'The person in the body that decides whom one can speak to. The body itself is in decides.';
comment on column waymark.process.ring is 'How that person or body is reached.';
create index process_asylum on waymark.process (child_id) where system = 'asylum' and state <> 'ended';

create table waymark.process_wait (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  process_id uuid not null references waymark.process,
  began_on date not null,
  ended_on date,
  ended_how text check (ended_how in ('decision', 'over')),
  decision text check (length(decision) <= 500),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint decided_after_it_began check (ended_on is null or ended_on >= began_on),
  constraint ends_by_a_decision check ((ended_on is null) = (ended_how is null))
);
create unique index one_wait_at_a_time on waymark.process_wait (process_id) where ended_on is null;
create index process_wait_of_child on waymark.process_wait (child_id, began_on);
comment on table waymark.process_wait is 'A stretch of waiting for a decision. It runs on whatever else happens in the process, and ends only by a decision, or when the process is over without one.';
call waymark.hold_for_staff('waymark.process_wait');

create table waymark.process_demand (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  process_id uuid not null references waymark.process,
  what text not null check (length(what) between 1 and 500),
  on_day date not null,
  until_day date,
  from_time text check (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  until_time text check (until_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place text check (length(place) <= 200),
  state text not null default 'stands' check (state in ('stands', 'moved', 'met', 'dropped')),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint ends_after_it_begins check (until_day is null or until_day >= on_day),
  constraint times_in_order check (until_time is null or (from_time is not null and (until_day > on_day or until_time > from_time)))
);
create index process_demand_of_child on waymark.process_demand (child_id, on_day);
comment on table waymark.process_demand is 'What a process asks of the child on a day: to be somewhere, to answer, to hand something in.';
call waymark.hold_for_staff('waymark.process_demand');

create table waymark.demand_clash (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  first_id uuid not null,
  second_id uuid not null,
  kind text not null check (kind in ('same_time', 'same_day', 'contradict')),
  why text check (length(why) <= 1000),
  settled_how text check (settled_how in ('first_moved', 'second_moved', 'both_can_be', 'one_dropped', 'child_chose', 'same_thing')),
  settled_note text check (length(settled_note) <= 1000),
  settled_on date,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, first_id, second_id),
  constraint in_one_order check (first_id < second_id),
  constraint settled_says_how check ((settled_on is null) = (settled_how is null)),
  constraint contradiction_says_why check (kind <> 'contradict' or why is not null)
);
comment on table waymark.demand_clash is 'Two demands that cannot both be met, or not without harm. Those of one day are found by themselves and kept here once somebody settled them; that two contradict each other is said by somebody.';
comment on column waymark.demand_clash.first_id is 'A demand of a process, or an appointment of the calendar. The smaller id comes first.';
call waymark.hold_for_staff('waymark.demand_clash');
create policy between_demands_of_the_child on waymark.demand_clash as restrictive for insert to waymark_app with check (
  (select count(*) from (
     select d.id from waymark.process_demand d where d.child_id = demand_clash.child_id and d.id in (first_id, second_id)
     union all
     select a.id from waymark.appointment a where a.child_id = demand_clash.child_id and a.id in (first_id, second_id)) both_of) = 2
);

create table waymark.waiting_words (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  process_id uuid not null references waymark.process,
  words text not null check (length(words) between 1 and 2000),
  language text not null default 'en' check (length(language) between 2 and 35),
  said_by text not null check (said_by in ('child', 'child_with_someone')),
  said_on date not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (process_id)
);
create index waiting_words_of_child on waymark.waiting_words (child_id);
comment on table waymark.waiting_words is 'What the child says that waiting does, word for word. Only theirs: nobody else writes what it does to them. What they said before is in the history.';
call waymark.hold_for_child('waymark.waiting_words');
create policy each_voice_its_own on waymark.waiting_words as restrictive for insert to waymark_app with check (
  (said_by = 'child') = ((select waymark.actor_role()) = 'young_person')
  and exists (select from waymark.process p where p.id = process_id and p.child_id = waiting_words.child_id));
create policy each_voice_again on waymark.waiting_words as restrictive for update to waymark_app
  using (true) with check ((said_by = 'child') = ((select waymark.actor_role()) = 'young_person'));
