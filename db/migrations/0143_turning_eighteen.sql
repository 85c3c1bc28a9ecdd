-- The way past eighteen. From sixteen on: since when an assessment is owed, the plan for turning eighteen with
-- somebody who owns it afterwards, the people of the services for adults and when the young person met them, and
-- where help could end with nobody to go on. No birthday closes, hides or changes anything.

create table waymark.turning_eighteen (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null unique references waymark.child,
  eligible_on date not null,
  assessed_on date,
  owner_id uuid references waymark.person,
  owner_name text check (length(btrim(owner_name)) between 1 and 200),
  owner_service text check (length(btrim(owner_service)) between 1 and 200),
  owner_from date,
  stays text check (length(btrim(stays)) between 1 and 5000),
  changes text check (length(btrim(changes)) between 1 and 5000),
  if_it_fails text check (length(btrim(if_it_fails)) between 1 and 5000),
  says text check (length(btrim(says)) between 1 and 5000),
  says_language text not null default 'en' check (length(says_language) between 2 and 35),
  not_said_why text check (not_said_why in ('not_asked_yet', 'did_not_want_to', 'could_not_reach', 'no_interpreter')),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint assessed_after_it_was_owed check (assessed_on >= eligible_on),
  constraint one_owner_after check (num_nonnulls(owner_id, owner_name) <= 1),
  constraint plan_is_whole check (
    num_nonnulls(owner_id, owner_name) = 0 or (num_nonnulls(owner_from, stays, changes, if_it_fails) = 4 and num_nonnulls(says, not_said_why) = 1))
);
create index turning_eighteen_owner on waymark.turning_eighteen (owner_id) where owner_id is not null;
comment on table waymark.turning_eighteen is 'A young person''s way past eighteen: since when the assessment is owed, and the plan for it. There is a plan when somebody owns it after eighteen, and only as a whole: what stays, what changes, what if it fails, and what they say of it or why not.';

create table waymark.adult_person (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  name text not null check (length(btrim(name)) between 1 and 200),
  service text not null check (length(btrim(service)) between 1 and 200),
  part text not null check (part in ('personal_adviser', 'social_care', 'mental_health', 'health', 'housing', 'support', 'legal', 'other')),
  takes_over text not null check (length(btrim(takes_over)) between 1 and 2000),
  named_on date not null,
  handed_over_on date,
  ended_on date,
  ended_why text check (length(btrim(ended_why)) between 1 and 1000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id),
  constraint over_after_named check (handed_over_on >= named_on),
  constraint ended_says_why check (num_nonnulls(ended_on, ended_why) in (0, 2)),
  constraint ended_after_named check (ended_on >= named_on)
);
create index adult_person_of_child on waymark.adult_person (child_id);
comment on table waymark.adult_person is 'Somebody by name, of a service for adults, who goes on with a young person after eighteen. Nothing is handed over before the two met, or the young person would rather not meet.';

create table waymark.adult_meeting (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  adult_id uuid not null,
  met_on date not null,
  place text not null check (length(btrim(place)) between 1 and 200),
  with_them text check (length(btrim(with_them)) between 1 and 200),
  says text check (length(btrim(says)) between 1 and 5000),
  says_language text not null default 'en' check (length(says_language) between 2 and 35),
  not_said_why text check (not_said_why in ('not_asked_yet', 'did_not_want_to', 'could_not_reach', 'no_interpreter')),
  written_by uuid not null references waymark.person default waymark.actor_id(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, adult_id) references waymark.adult_person (child_id, id),
  constraint says_or_why_not check (num_nonnulls(says, not_said_why) = 1)
);
create index adult_meeting_of on waymark.adult_meeting (adult_id);
create index adult_meeting_of_child on waymark.adult_meeting (child_id);
comment on table waymark.adult_meeting is 'That a young person and somebody of a service for adults met, where, who came along, and what the young person says of it.';

create table waymark.adult_wish (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  adult_id uuid not null,
  wish text not null check (wish in ('meet', 'rather_not', 'somebody_else')),
  words text check (length(btrim(words)) between 1 and 5000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  said_by text not null check (said_by in ('child', 'child_with_someone')),
  written_by uuid not null references waymark.person default waymark.actor_id(),
  at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, adult_id) references waymark.adult_person (child_id, id),
  constraint written_for_them_has_their_words check (said_by = 'child' or words is not null)
);
create index adult_wish_of on waymark.adult_wish (adult_id, at desc);
create index adult_wish_of_child on waymark.adult_wish (child_id);
comment on table waymark.adult_wish is 'Whether a young person wants to meet somebody, would rather not, or wants somebody else. Never changed; the newest holds.';

create table waymark.help_that_ends (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  help text not null check (help in ('somebody_beside', 'home', 'money', 'health', 'mental_health', 'learning', 'work', 'legal', 'support')),
  ends_on date,
  reasoning text not null check (length(btrim(reasoning)) between 1 and 5000),
  depends_on text check (length(btrim(depends_on)) between 1 and 2000),
  goes_on text not null check (length(btrim(goes_on)) between 1 and 5000),
  owner_name text not null check (length(btrim(owner_name)) between 1 and 200),
  by_on date not null,
  settled_on date,
  settled_how text check (length(btrim(settled_how)) between 1 and 2000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint settled_is_whole check (num_nonnulls(settled_on, settled_how) in (0, 2))
);
create index help_that_ends_of_child on waymark.help_that_ends (child_id);
comment on table waymark.help_that_ends is 'Where help could end and nobody go on: what, when, why it is thought so, who sees to it by when. Reasoning in words and dates; no number and no colour stands for a young person.';
comment on column waymark.help_that_ends.depends_on is 'On which decision or paper it hangs. Shown closed, never in a heading or a list.';

-- ---------------------------------------------------------------- rules the database keeps
create function waymark.adult_was_met(adult uuid, on_day date) returns boolean language sql stable set search_path = pg_catalog as $$
  select exists (select from waymark.adult_meeting m where m.adult_id = adult_was_met.adult and m.met_on <= on_day)
    or coalesce((select w.wish = 'rather_not' from waymark.adult_wish w where w.adult_id = adult_was_met.adult order by w.at desc, w.id desc limit 1), false)
$$;
comment on function waymark.adult_was_met(uuid, date) is 'Whether the young person met this person by that day, or would rather not. The pages ask it too: there is one answer.';

create function waymark.met_before_handover() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.handed_over_on is not null and (tg_op = 'INSERT' or new.handed_over_on is distinct from old.handed_over_on)
    and not waymark.adult_was_met(new.id, new.handed_over_on) then
    raise exception 'nothing is handed over before they met' using errcode = 'restrict_violation', constraint = 'met_before_handover';
  end if;
  return new;
end $$;
create trigger met_before_handover before insert or update on waymark.adult_person for each row execute function waymark.met_before_handover();
revoke execute on function waymark.adult_was_met(uuid, date), waymark.met_before_handover() from public;
grant execute on function waymark.adult_was_met(uuid, date) to waymark_app;

call waymark.hold_for_child('waymark.turning_eighteen');
call waymark.hold_for_child('waymark.adult_person');
call waymark.hold_for_child('waymark.adult_meeting');
call waymark.hold_for_child('waymark.adult_wish');
call waymark.hold_for_child('waymark.help_that_ends');
call waymark.staff_only('waymark.help_that_ends');
revoke update on waymark.adult_meeting, waymark.adult_wish from waymark_app;
create policy staff_write on waymark.turning_eighteen as restrictive for insert to waymark_app with check ((select waymark.actor_role()) <> 'young_person');
create policy staff_change on waymark.turning_eighteen as restrictive for update to waymark_app using ((select waymark.actor_role()) <> 'young_person');
create policy staff_write on waymark.adult_person as restrictive for insert to waymark_app with check ((select waymark.actor_role()) <> 'young_person');
create policy staff_change on waymark.adult_person as restrictive for update to waymark_app using ((select waymark.actor_role()) <> 'young_person');
create policy staff_write on waymark.adult_meeting as restrictive for insert to waymark_app
  with check ((select waymark.actor_role()) <> 'young_person' and written_by = (select waymark.actor_id()));
create policy said_by_whom on waymark.adult_wish as restrictive for insert to waymark_app
  with check (written_by = (select waymark.actor_id()) and (said_by = 'child') = ((select waymark.actor_role()) = 'young_person'));
