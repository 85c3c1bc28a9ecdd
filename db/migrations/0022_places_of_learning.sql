-- Where a child learns: school, college, training, home. So that moves and days between one place and the
-- next are computed from what happened, and never typed as a number.
create table waymark.place_of_learning (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  kind text not null check (kind in ('early_years', 'school', 'special_school', 'alternative', 'college', 'university', 'training', 'language', 'home', 'other')),
  name text not null check (length(name) between 1 and 200),
  began_on date not null,
  ended_on date,
  ended_why text check (ended_why in ('next_step', 'finished', 'moved_home', 'own_choice', 'told_to_leave', 'place_ended', 'not_safe', 'other', 'not_said')),
  said_by text not null default 'child' check (said_by in ('child', 'child_with_someone', 'someone_else')),
  ended_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint ends_after_start check (ended_on is null or ended_on >= began_on),
  constraint why_when_it_ended check (ended_why is null or ended_on is not null)
);
create index place_of_learning_of_child on waymark.place_of_learning (child_id, began_on);
comment on table waymark.place_of_learning is 'Where the child learns or learned, from when to when. A worker or the young person writes it. No address.';
comment on column waymark.place_of_learning.name is 'What the place is called. It tells where a child is on a weekday: never exported, never counted.';
comment on column waymark.place_of_learning.ended_at is 'Taken off the record, because it was entered in error. ended_on is when learning there ended.';
call waymark.hold_for_child('waymark.place_of_learning');
create policy own_account_speaks_for_itself on waymark.place_of_learning as restrictive for insert to waymark_app with check (
  (select waymark.actor_role()) <> 'young_person' or said_by = 'child'
);
