-- Whether and how it is safe to reach a young person, way by way, said by them and said by staff; the
-- word that stops it all; and the outbox of what the product itself sends, which says nothing.

-- ---------------------------------------------------------------- how long "safe" holds
create table waymark.contact_confirming (
  from_day date primary key,
  days integer not null check (days between 1 and 365),
  why text not null check (length(why) between 1 and 500)
);
comment on table waymark.contact_confirming is 'For how many days a way that was called safe counts as safe before it is asked again. The line with the latest from_day that has come is in force.';
insert into waymark.contact_confirming values
  ('2026-01-01', 30, 'Whoever holds a telephone can change in a month. Asked again every 30 days.');
grant select on waymark.contact_confirming to waymark_app;

-- ---------------------------------------------------------------- ways
create table waymark.contact_way (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  channel text not null check (channel in ('call', 'text', 'email', 'post', 'in_person', 'through_somebody')),
  address text not null check (length(address) between 1 and 300),
  given_by text not null check (given_by in ('young_person', 'staff')),
  ended_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id)
);
create index contact_way_of_child on waymark.contact_way (child_id) where ended_at is null;
create unique index one_way_once on waymark.contact_way (child_id, channel, lower(address)) where ended_at is null;
comment on table waymark.contact_way is 'One way to reach a young person: one channel and one number, address, place or person. A number for calls and for texts is two ways.';

create table waymark.contact_safety (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  way_id uuid not null,
  voice text not null check (voice in ('young_person', 'staff')),
  state text not null check (state in ('safe', 'no_message', 'ask_first', 'do_not_use')),
  only_days text[] not null default '{}' check (only_days <@ array['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']),
  only_from time,
  only_until time,
  code_word text check (length(code_word) between 1 and 100),
  who_may_answer text check (length(who_may_answer) between 1 and 300),
  note text check (length(note) between 1 and 1000),
  said_by text not null check (said_by in ('young_person', 'somebody_else')),
  said_by_name text check (length(said_by_name) between 1 and 200),
  confirmed_at timestamptz not null default now(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (way_id, voice),
  foreign key (way_id, child_id) references waymark.contact_way (id, child_id),
  constraint times_are_whole check ((only_from is null) = (only_until is null)),
  constraint a_voice_is_its_own check (voice = 'staff' or (said_by = 'young_person' and said_by_name is null)),
  constraint somebody_has_a_name check (said_by = 'young_person' or said_by_name is not null)
);
create index contact_safety_of_child on waymark.contact_safety (child_id);
comment on table waymark.contact_safety is 'What one voice says of one way. Both voices are kept, each in its own row; the safer one counts.';
comment on column waymark.contact_safety.state is 'safe; no_message: reach them, leave nothing behind; ask_first; do_not_use. Only "safe" and "no_message" grow old; a warning never does.';
comment on column waymark.contact_safety.confirmed_at is 'When this was last said to be so. Older than waymark.contact_confirming allows, it means "ask first".';
comment on column waymark.contact_safety.said_by is 'For a worker''s line: who told them. A young person''s own line is theirs.';

-- ---------------------------------------------------------------- stop all contact now
create table waymark.contact_stop (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  voice text not null check (voice in ('young_person', 'staff')),
  stopped_at timestamptz not null default now(),
  stopped_by uuid not null references waymark.person default waymark.actor_id(),
  lifted_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create unique index one_stop_a_voice on waymark.contact_stop (child_id, voice) where lifted_at is null;
comment on table waymark.contact_stop is 'Stop all contact now. In force until the voice that said it takes it back: a young person''s only by them, a worker''s only by a worker, since whoever holds the telephone might press "start".';

-- ---------------------------------------------------------------- what the product sends
create table waymark.notice_wish (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  wanted boolean not null default false,
  way_id uuid,
  reasons text[] not null default '{}' check (reasons <@ array['reply', 'calendar', 'check_in', 'suggestion', 'other']),
  quiet_from time not null default '21:00',
  quiet_until time not null default '08:00',
  language text not null default 'en' check (length(language) between 2 and 35),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id),
  foreign key (way_id, child_id) references waymark.contact_way (id, child_id),
  constraint a_wish_names_a_way check (not wanted or way_id is not null)
);
comment on table waymark.notice_wish is 'Whether the young person wants to be told that something is new, about what, by which way, and when never. Nobody but they may switch it on. Without a row: nothing is sent.';

create table waymark.notice (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  reason text not null check (reason in ('reply', 'calendar', 'check_in', 'suggestion', 'other')),
  status text not null default 'waiting' check (status in ('waiting', 'leaving', 'sent', 'stopped', 'given_up', 'not_known')),
  why text check (why in ('contact_stopped', 'not_wanted', 'not_safe', 'not_confirmed', 'nothing_set_up', 'not_now', 'service_away', 'refused', 'interrupted')),
  channel text check (channel in ('text', 'email')),
  tries integer not null default 0,
  queued_at timestamptz not null default now(),
  next_try_at timestamptz not null default now(),
  settled_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint settled_when_settled check ((status in ('waiting', 'leaving')) = (settled_at is null))
);
create unique index one_notice_waits on waymark.notice (child_id) where status = 'waiting';
create index notice_due on waymark.notice (next_try_at) where status in ('waiting', 'leaving');
create index notice_of_child on waymark.notice (child_id, queued_at desc);
comment on table waymark.notice is 'That a young person is to be told "you have something new". Holds no address and no words: both are looked up at the moment of sending, and so is whether it is safe.';
comment on column waymark.notice.status is 'not_known: it may have left, so it is never sent again.';

-- ---------------------------------------------------------------- who reads and writes
call waymark.hold_for_child('waymark.contact_way');
call waymark.hold_for_child('waymark.contact_safety');
call waymark.hold_for_child('waymark.contact_stop');
call waymark.hold_for_child('waymark.notice_wish');
call waymark.hold_for_child('waymark.notice');

create function waymark.actor_voice() returns text language sql stable parallel safe
  as $$ select case waymark.actor_role() when 'young_person' then 'young_person' when 'practitioner' then 'staff' when 'guardian' then 'staff' when 'manager' then 'staff' end $$;
comment on function waymark.actor_voice() is 'Which of the two voices on contact the actor speaks with; none for those who do not stand beside young people.';
grant execute on function waymark.actor_voice() to waymark_app;

create policy given_by_whoever_gives on waymark.contact_way as restrictive for insert to waymark_app
  with check (given_by = (select waymark.actor_voice()));
create policy each_voice_its_own on waymark.contact_safety as restrictive for insert to waymark_app
  with check (voice = (select waymark.actor_voice()));
create policy each_voice_changes_its_own on waymark.contact_safety as restrictive for update to waymark_app
  using (voice = (select waymark.actor_voice()));
create policy each_voice_stops on waymark.contact_stop as restrictive for insert to waymark_app
  with check (voice = (select waymark.actor_voice()) and stopped_by = (select waymark.actor_id()));
create policy each_voice_lifts_its_own on waymark.contact_stop as restrictive for update to waymark_app
  using (voice = (select waymark.actor_voice()));
create policy only_they_wish on waymark.notice_wish as restrictive for insert to waymark_app
  with check ((select waymark.actor_voice()) = 'young_person');
create policy only_they_change_a_wish on waymark.notice_wish as restrictive for update to waymark_app
  using ((select waymark.actor_voice()) = 'young_person');
create policy notices_begin_waiting on waymark.notice as restrictive for insert to waymark_app
  with check (status = 'waiting' and tries = 0);
-- The sender works as the organisation's own system account. Everybody else may only stop what waits.
create policy stopped_by_those_beside on waymark.notice as restrictive for update to waymark_app
  using ((select waymark.actor_role()) = 'system' or status = 'waiting')
  with check ((select waymark.actor_role()) = 'system' or status = 'stopped');

revoke update on waymark.contact_way, waymark.contact_safety, waymark.contact_stop, waymark.notice_wish, waymark.notice from waymark_app;
grant update (ended_at) on waymark.contact_way to waymark_app;
grant update (state, only_days, only_from, only_until, code_word, who_may_answer, note, said_by, said_by_name, confirmed_at) on waymark.contact_safety to waymark_app;
grant update (lifted_at) on waymark.contact_stop to waymark_app;
grant update (wanted, way_id, reasons, quiet_from, quiet_until, language) on waymark.notice_wish to waymark_app;
grant update (status, why, channel, tries, next_try_at, settled_at) on waymark.notice to waymark_app;

create function waymark.notice_stays() returns trigger language plpgsql as $$
begin
  if old.settled_at is not null then
    raise exception 'what became of a notice stays as it is' using errcode = 'restrict_violation', constraint = 'notice_stays';
  end if;
  return new;
end $$;
create trigger notice_stays before update on waymark.notice for each row execute function waymark.notice_stays();

create function waymark.a_stop_is_lifted_once() returns trigger language plpgsql as $$
begin
  if old.lifted_at is not null then
    raise exception 'a stop that was lifted stays lifted; a new one is a new row' using errcode = 'restrict_violation', constraint = 'a_stop_is_lifted_once';
  end if;
  return new;
end $$;
create trigger a_stop_is_lifted_once before update on waymark.contact_stop for each row execute function waymark.a_stop_is_lifted_once();
