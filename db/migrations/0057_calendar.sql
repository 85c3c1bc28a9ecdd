-- A calendar a young person can rely on: who, when, where, why; every change explained; a promise missed is said.

create table waymark.appointment (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  starts_at timestamptz not null,
  ends_at timestamptz,
  kind text not null check (kind in ('visit', 'call', 'meeting', 'health', 'learning', 'legal', 'fun', 'other')),
  with_whom text not null check (length(with_whom) between 1 and 200),
  with_id uuid references waymark.person,
  place text not null check (length(place) between 1 and 300),
  how_to_get_there text check (length(how_to_get_there) <= 1000),
  comes_along text check (length(comes_along) <= 200),
  why text not null check (length(why) between 1 and 1000),
  interpreter text not null check (interpreter in ('not_needed', 'booked', 'asked_for', 'not_yet')),
  interpreter_note text check (length(interpreter_note) <= 200),
  language text not null default 'en' check (length(language) between 2 and 35),
  state text not null default 'planned' check (state in ('planned', 'cancelled', 'held', 'missed_by_us', 'missed_by_others', 'they_could_not', 'not_held')),
  explained text check (length(explained) between 3 and 1000),
  said_sorry text check (length(said_sorry) between 1 and 1000),
  next_step text check (length(next_step) <= 500),
  next_step_by text check (length(next_step_by) <= 200),
  next_step_on date,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint ends_after_it_begins check (ends_at is null or ends_at > starts_at),
  constraint a_missed_promise_is_said check (state <> 'missed_by_us' or (said_sorry is not null and next_step is not null and next_step_by is not null))
);
create index appointment_of_child on waymark.appointment (child_id, starts_at);
create index appointment_of_person on waymark.appointment (with_id, starts_at) where with_id is not null;
comment on table waymark.appointment is 'Somebody and a young person at a time and a place, for a reason they know.';
comment on column waymark.appointment.explained is 'Why it changes, for the young person. Given with each change and moved to appointment_change by trigger; always null at rest.';
comment on column waymark.appointment.state is 'missed_by_us: we said a time and did not come. missed_by_others: somebody else did not come. they_could_not: the young person could not come. not_held: it did not happen for another reason.';
comment on column waymark.appointment.said_sorry is 'What we say to the young person when we did not come.';
comment on column waymark.appointment.next_step_by is 'Who owes the next step.';
call waymark.hold_for_child('waymark.appointment');
create policy staff_write on waymark.appointment as restrictive for insert to waymark_app with check ((select waymark.actor_role()) <> 'young_person');
create policy staff_change on waymark.appointment as restrictive for update to waymark_app using ((select waymark.actor_role()) <> 'young_person');

create table waymark.appointment_change (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  appointment_id uuid not null references waymark.appointment,
  was_starts_at timestamptz not null,
  starts_at timestamptz not null,
  was_place text not null,
  place text not null,
  cancelled boolean not null,
  why text not null check (length(why) between 3 and 1000),
  language text not null default 'en' check (length(language) between 2 and 35),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create index appointment_change_of on waymark.appointment_change (appointment_id, changed_at);
create index appointment_change_of_child on waymark.appointment_change (child_id, changed_at);
comment on table waymark.appointment_change is 'Each change of time or place, or a cancelling: what it was, what it is, and why. The young person sees all three.';
call waymark.hold_for_child('waymark.appointment_change');
-- A change is written by the trigger below as it happens, and stays as it was said.
revoke update on waymark.appointment_change from waymark_app;
create policy staff_write on waymark.appointment_change as restrictive for insert to waymark_app with check ((select waymark.actor_role()) <> 'young_person');

create function waymark.change_is_explained() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  cancels constant boolean := new.state = 'cancelled' and old.state <> 'cancelled';
begin
  if new.starts_at is distinct from old.starts_at or new.place is distinct from old.place or cancels then
    if coalesce(btrim(new.explained), '') = '' then
      raise exception 'a changed appointment needs an explanation' using errcode = 'check_violation', constraint = 'change_is_explained';
    end if;
    insert into waymark.appointment_change (child_id, appointment_id, was_starts_at, starts_at, was_place, place, cancelled, why, language)
    values (new.child_id, new.id, old.starts_at, new.starts_at, old.place, new.place, cancels, new.explained, new.language);
  end if;
  new.explained := null;
  return new;
end $$;
create trigger change_is_explained before update on waymark.appointment for each row execute function waymark.change_is_explained();

create table waymark.appointment_answer (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  appointment_id uuid not null unique references waymark.appointment,
  answer text not null check (answer in ('can', 'cannot', 'change', 'with_someone')),
  about_starts_at timestamptz not null,
  words text check (length(words) <= 2000),
  language text not null default 'en' check (length(language) between 2 and 35),
  said_at timestamptz not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create index appointment_answer_of_child on waymark.appointment_answer (child_id);
comment on table waymark.appointment_answer is 'What the young person says of an appointment. about_starts_at: the time they were answering, so that an answer to an earlier time is not taken for one to the new.';
call waymark.hold_for_child('waymark.appointment_answer');
create policy theirs_to_say on waymark.appointment_answer as restrictive for insert to waymark_app with check (
  (select waymark.actor_role()) = 'young_person'
  and exists (select from waymark.appointment a where a.id = appointment_id and a.child_id = appointment_answer.child_id));
create policy theirs_to_change on waymark.appointment_answer as restrictive for update to waymark_app
  using ((select waymark.actor_role()) = 'young_person');
