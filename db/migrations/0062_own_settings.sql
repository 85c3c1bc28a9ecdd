-- A young person's own settings: how much they want to decide, what they do not want to be asked about,
-- how their pages look. And what workers suggest, which changes nothing by itself.

create table waymark.own_setting (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  level text not null default 'main' check (level in ('main', 'each_kind', 'each_person')),
  larger_text boolean not null default false,
  less_movement boolean not null default false,
  colours text not null default 'as_device' check (colours in ('as_device', 'light', 'dark')),
  private_to uuid not null default waymark.actor_id(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id)
);
comment on table waymark.own_setting is 'How a young person''s own pages are for them. Read and changed by them alone.';
comment on column waymark.own_setting.level is 'How much they want to decide on one page: the main things, each kind of thing, each kind and each person. Theirs to change at any time; no birthday changes it.';

create table waymark.asked_not_about (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  topics text[] not null default '{}' check (cardinality(topics) <= 200),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id)
);
comment on table waymark.asked_not_about is 'What a young person does not want to see or be asked. Those beside them see the list, so that nobody asks.';
comment on column waymark.asked_not_about.topics is 'Codes: words/faith for a topic of one''s own words, outcome/CODE for an outcome of a framework.';

create table waymark.setting_suggestion (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  about text not null check (about in ('check_ins', 'goals', 'people', 'words', 'contact', 'topics', 'look')),
  share text check (share in ('with_me', 'nobody')),
  why text not null check (length(why) between 1 and 1000),
  suggested_by uuid not null references waymark.person default waymark.actor_id(),
  suggested_at timestamptz not null default now(),
  answer text check (answer in ('yes', 'no')),
  answered_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint answered_when_answered check ((answer is null) = (answered_at is null)),
  constraint sharing_says_how check ((share is not null) = (about in ('check_ins', 'goals', 'people', 'words')))
);
create index setting_suggestion_of_child on waymark.setting_suggestion (child_id, suggested_at desc);
comment on table waymark.setting_suggestion is 'What a worker suggests about a young person''s settings. It changes nothing until they say yes themselves.';

call waymark.hold_for_child('waymark.own_setting');
call waymark.hold_for_child('waymark.asked_not_about');
call waymark.hold_for_child('waymark.setting_suggestion');

create policy theirs_to_read on waymark.own_setting as restrictive for select to waymark_app
  using ((select waymark.actor_role()) = 'young_person');
create policy theirs_to_make on waymark.own_setting as restrictive for insert to waymark_app
  with check ((select waymark.actor_role()) = 'young_person' and private_to = (select waymark.actor_id()));
create policy theirs_to_change on waymark.own_setting as restrictive for update to waymark_app
  using ((select waymark.actor_role()) = 'young_person');
create policy theirs_to_make on waymark.asked_not_about as restrictive for insert to waymark_app
  with check ((select waymark.actor_role()) = 'young_person');
create policy theirs_to_change on waymark.asked_not_about as restrictive for update to waymark_app
  using ((select waymark.actor_role()) = 'young_person');
create policy workers_suggest on waymark.setting_suggestion as restrictive for insert to waymark_app
  with check ((select waymark.actor_role()) in ('practitioner', 'guardian', 'manager')
    and suggested_by = (select waymark.actor_id()) and answer is null);
create policy they_answer on waymark.setting_suggestion as restrictive for update to waymark_app
  using ((select waymark.actor_role()) = 'young_person' and answer is null)
  with check ((select waymark.actor_role()) = 'young_person' and answer is not null);

revoke update on waymark.own_setting, waymark.asked_not_about, waymark.setting_suggestion from waymark_app;
grant update (level, larger_text, less_movement, colours) on waymark.own_setting to waymark_app;
grant update (topics) on waymark.asked_not_about to waymark_app;
grant update (answer, answered_at) on waymark.setting_suggestion to waymark_app;

-- ---------------------------------------------------------------- the look travels with the session
-- Every request finds its session in one statement; the look is there with it, so no page asks for it.
grant select (child_id, larger_text, less_movement, colours) on waymark.own_setting to waymark_door;
create policy door_reads on waymark.own_setting for select to waymark_door using (true);

create function waymark.look_follows() returns trigger language plpgsql security definer set search_path = pg_catalog
  as $$
begin
  update waymark.session s set holding = s.holding || jsonb_build_object('look',
      jsonb_build_object('larger', new.larger_text, 'calm', new.less_movement, 'colours', new.colours))
    from waymark.child c
   where c.id = new.child_id and s.person_id = c.person_id and s.ended_at is null;
  return null;
end $$;
comment on function waymark.look_follows() is 'A look that was changed holds at once, wherever they are signed in.';

create function waymark.session_takes_the_look() returns trigger language plpgsql security definer set search_path = pg_catalog
  as $$
declare
  found_look jsonb;
begin
  select jsonb_build_object('look', jsonb_build_object('larger', s.larger_text, 'calm', s.less_movement, 'colours', s.colours))
    into found_look
    from waymark.child c join waymark.own_setting s on s.child_id = c.id
   where c.person_id = new.person_id;
  if found_look is not null then new.holding := new.holding || found_look; end if;
  return new;
end $$;
comment on function waymark.session_takes_the_look() is 'A new session begins with the look the young person chose.';

create trigger look_follows after insert or update on waymark.own_setting for each row execute function waymark.look_follows();
create trigger session_takes_the_look before insert on waymark.session for each row execute function waymark.session_takes_the_look();
grant create on schema waymark to waymark_door;
alter function waymark.look_follows() owner to waymark_door;
alter function waymark.session_takes_the_look() owner to waymark_door;
revoke create on schema waymark from waymark_door;
