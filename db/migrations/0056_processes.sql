-- What is happening around a young person, in words they can use; and legal help by area of law.

create table waymark.process_kind (
  code text primary key check (code ~ '^[a-z_]{2,30}$'),
  called text not null check (length(called) between 1 and 100),
  position integer not null,
  from_day date not null,
  until_day date,
  constraint ends_after_it_begins check (until_day is null or until_day >= from_day)
);
comment on table waymark.process_kind is 'The kinds of process there are, from which day to which. What a young person calls each is in the catalogue of their words, by the same code. Holds nothing about a child.';
insert into waymark.process_kind (code, called, position, from_day) values
  ('home', 'Home', 1, '2026-01-01'),
  ('learning', 'School, college or training', 2, '2026-01-01'),
  ('health', 'Health', 3, '2026-01-01'),
  ('money', 'Money', 4, '2026-01-01'),
  ('papers', 'Papers and permission to stay', 5, '2026-01-01'),
  ('court', 'Court', 6, '2026-01-01'),
  ('police', 'Work with the police', 7, '2026-01-01'),
  ('support', 'A decision about support', 8, '2026-01-01');
grant select on waymark.process_kind to waymark_app;

create table waymark.process (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  kind text not null references waymark.process_kind,
  state text not null check (state in ('not_begun', 'waiting', 'going_on', 'decided', 'ended')),
  language text not null default 'en' check (length(language) between 2 and 35),
  what_it_is text not null check (length(what_it_is) between 1 and 500),
  where_it_is text not null check (length(where_it_is) between 1 and 2000),
  comes_next text check (length(comes_next) <= 2000),
  can_do text check (length(can_do) <= 2000),
  decides text not null check (length(decides) between 1 and 200),
  owner_id uuid references waymark.person default waymark.actor_id(),
  ask text check (length(ask) <= 200),
  last_change_on date not null,
  waiting_since date,
  next_on date,
  told_on date,
  told_how text check (length(told_how) <= 500),
  confirmed_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint waiting_has_a_beginning check (state <> 'waiting' or waiting_since is not null)
);
create index process_of_child on waymark.process (child_id);
create index process_by_age on waymark.process (confirmed_at, child_id) where state <> 'ended';
comment on table waymark.process is 'Something that is decided or done about a young person: what it is, where it is now, what comes next, who decides. Written for the young person to read.';
comment on column waymark.process.decides is 'Who decides: a person or a body, in plain words.';
comment on column waymark.process.owner_id is 'Who on our side keeps this up to date. They are asked when it goes stale.';
comment on column waymark.process.ask is 'Whom the young person can ask, when that is somebody else than the owner.';
comment on column waymark.process.waiting_since is 'Since when the young person has been waiting.';
comment on column waymark.process.next_on is 'The next day that is known of.';
comment on column waymark.process.told_on is 'The day the young person was told of the last change.';
comment on column waymark.process.confirmed_at is 'When somebody last changed this or said that it still holds. Older than days_until(process_stale), it says so on the young person''s page.';
call waymark.hold_for_child('waymark.process');
create policy staff_write on waymark.process as restrictive for insert to waymark_app with check ((select waymark.actor_role()) <> 'young_person');
create policy staff_change on waymark.process as restrictive for update to waymark_app using ((select waymark.actor_role()) <> 'young_person');

create table waymark.process_text (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  process_id uuid not null references waymark.process,
  language text not null check (length(language) between 2 and 35),
  where_it_is text not null check (length(where_it_is) between 1 and 2000),
  comes_next text check (length(comes_next) <= 2000),
  can_do text check (length(can_do) <= 2000),
  put_by text not null check (length(put_by) between 1 and 200),
  of_version integer not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (process_id, language)
);
create index process_text_of_child on waymark.process_text (child_id);
comment on table waymark.process_text is 'The words of a process in another language, beside the first and marked by whom. of_version is the version of the process they were put from: older ones say so.';
call waymark.hold_for_child('waymark.process_text');
create policy staff_write on waymark.process_text as restrictive for insert to waymark_app with check (
  (select waymark.actor_role()) <> 'young_person'
  and exists (select from waymark.process p where p.id = process_id and p.child_id = process_text.child_id));
create policy staff_change on waymark.process_text as restrictive for update to waymark_app using ((select waymark.actor_role()) <> 'young_person');

-- ---------------------------------------------------------------- legal help
create table waymark.legal_help (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  area text not null check (area in ('papers', 'public', 'crime', 'family', 'other')),
  has text not null check (has in ('yes', 'no', 'not_known')),
  wants text not null default 'not_said' check (wants in ('yes', 'no', 'not_said')),
  helper text check (length(helper) <= 200),
  how_good text not null default 'not_said' check (how_good in ('good', 'in_part', 'not_good', 'not_said')),
  words text check (length(words) <= 2000),
  language text not null default 'en' check (length(language) between 2 and 35),
  said_by text not null check (said_by in ('child', 'child_with_someone', 'someone_else')),
  said_at timestamptz not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, area),
  constraint good_is_said_by_the_child check (said_by <> 'someone_else' or (how_good = 'not_said' and wants = 'not_said' and words is null))
);
create index legal_help_wanted on waymark.legal_help (child_id) where wants = 'yes' and has <> 'yes';
comment on table waymark.legal_help is 'Whether the young person has somebody for each area of law, whether they want one, and whether it is good, as they say. papers: permission to stay; public: decisions of councils; crime; family: being together again.';
call waymark.hold_for_child('waymark.legal_help');
