-- When somebody doubts how old a child is; and whether what was asked for in health and learning came.

create table waymark.age_doubt (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  doubted_by text not null check (doubted_by in ('home_office', 'council', 'court', 'police', 'health', 'school', 'other')),
  who text not null check (length(who) between 1 and 200),
  doubted_on date not null,
  why text not null check (length(why) between 1 and 2000),
  decides text check (length(decides) <= 200),
  adult_of_their_choice text not null default 'not_known' check (adult_of_their_choice in ('yes', 'no', 'not_known')),
  interpreter text not null default 'not_known' check (interpreter in ('yes', 'no', 'not_needed', 'not_known')),
  guardian text not null default 'not_known' check (guardian in ('yes', 'no', 'not_known')),
  legal_help text not null default 'not_known' check (legal_help in ('yes', 'no', 'not_known')),
  heard_before_decision text not null default 'not_known' check (heard_before_decision in ('yes', 'no', 'not_known')),
  outcome text not null default 'open' check (outcome in ('open', 'as_they_say', 'another_age', 'over_18', 'doubt_withdrawn', 'challenged')),
  outcome_on date,
  outcome_words text check (length(outcome_words) <= 2000),
  effect text check (length(effect) <= 2000),
  effect_language text not null default 'en' check (length(effect_language) between 2 and 35),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint outcome_has_its_day check ((outcome in ('open', 'challenged')) or outcome_on is not null),
  constraint outcome_after_the_doubt check (outcome_on is null or outcome_on >= doubted_on)
);
create unique index one_open_doubt on waymark.age_doubt (child_id) where outcome in ('open', 'challenged');
create index age_doubt_of_child on waymark.age_doubt (child_id, doubted_on);
comment on table waymark.age_doubt is 'That somebody doubted how old a child is: who, why, what support and legal help there was, what came of it, and what it did to the child as they say. The child is treated as a child meanwhile (Modern Slavery Act 2015 s51), and the doubt stands in no heading and in no name.';
comment on column waymark.age_doubt.effect is 'What it did to them, in the child''s own words.';
comment on column waymark.age_doubt.outcome is 'open and challenged: nothing is final. What was said of the date of birth itself is a claim among the others, in date_of_birth_claim.';
call waymark.hold_for_staff('waymark.age_doubt');

create function waymark.is_age_label(said text) returns boolean language sql immutable set search_path = pg_catalog as $$
  select said ~* '(\mage[ -]?disput|\mdisputed age\M|\mpurported|\mputative|\mclaim(s|ed|ing)? (to be )?(a |an )?(child|minor|under|adult)|\mclaimed age|\malleged (child|minor|age)|\m(is|as) (an )?adult\M|\(adult\)|\mage unknown\M)'
$$;
comment on function waymark.is_age_label(text) is 'Whether a name carries a label about how old somebody is thought to be.';
grant execute on function waymark.is_age_label(text) to waymark_app, waymark_reach;
alter table waymark.child add constraint no_age_label_in_a_name check (not waymark.is_age_label(known_as));

-- ---------------------------------------------------------------- access
create table waymark.barrier_theme (
  code text primary key check (code ~ '^[a-z_]{2,40}$'),
  called text not null check (length(called) between 1 and 120),
  position integer not null,
  from_day date not null,
  until_day date,
  constraint ends_after_it_begins check (until_day is null or until_day >= from_day)
);
comment on table waymark.barrier_theme is 'What barriers are counted under, from which day to which. Holds nothing about a child.';
insert into waymark.barrier_theme (code, called, position, from_day) values
  ('waiting', 'Waiting time', 1, '2026-01-01'),
  ('interpreting', 'Interpreting and language', 2, '2026-01-01'),
  ('papers_asked_for', 'Papers or proof asked for', 3, '2026-01-01'),
  ('threshold', 'A threshold or rule about who is let in', 4, '2026-01-01'),
  ('no_place', 'No place, no service near', 5, '2026-01-01'),
  ('cost', 'Cost, travel, equipment', 6, '2026-01-01'),
  ('handing_over', 'Handing over between services', 7, '2026-01-01'),
  ('disbelief', 'Not being believed', 8, '2026-01-01'),
  ('racism', 'Racism and discrimination', 9, '2026-01-01'),
  ('immigration_rules', 'Immigration rules', 10, '2026-01-01'),
  ('criminalised', 'Treated as an offender', 11, '2026-01-01'),
  ('other', 'Something else', 12, '2026-01-01');
grant select on waymark.barrier_theme to waymark_app;

create function waymark.blames_the_child(said text) returns boolean language sql immutable set search_path = pg_catalog as $$
  select length(said) < 80 and said ~* '((non|dis)[ -]?(engag|complian|co-?operat|attend)|\m(lack|lacks|lacking) (of )?(engage|motivation|co-?operat|insight)|\m(did|does|do|would|will)(n.t| not) (engage|comply|co-?operate|want to)|\m(refus|fail)\w* to (engage|comply|co-?operate|attend)|hard[ -]to[ -](reach|engage|place)|\munco-?operative|\munwilling)'
$$;
comment on function waymark.blames_the_child(text) is 'Whether a short text makes the child the barrier: not engaging and the like is no barrier of theirs.';
create function waymark.is_no_body(said text) returns boolean language sql immutable set search_path = pg_catalog as $$
  select btrim(said) ~* '^(the |this |a |their |his |her )?(child|young (person|people|man|woman)|boy|girl|teenager|client|service user|victim|family|parents?|mother|father|mum|dad|him|her|them|themsel(f|ves)|himself|herself)( (him|her|them)sel(f|ves))?\W*$'
$$;
comment on function waymark.is_no_body(text) is 'Whether a text names the child or their family where a responsible body is asked for.';
grant execute on function waymark.blames_the_child(text), waymark.is_no_body(text) to waymark_app;

create table waymark.barrier (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  level text not null check (level in ('law', 'system', 'service', 'attitude')),
  theme text not null references waymark.barrier_theme,
  body text not null check (length(body) between 1 and 200),
  what text not null check (length(what) between 1 and 2000),
  child_words text check (length(child_words) <= 2000),
  language text not null default 'en' check (length(language) between 2 and 35),
  seen_on date not null,
  action text check (length(action) <= 1000),
  action_by text check (length(action_by) <= 200),
  action_on date,
  ended_on date,
  ended_how text check (length(ended_how) <= 500),
  use_level text not null default 'not_asked' check (use_level in ('not_asked', 'here_only', 'counted', 'words')),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint barrier_is_not_the_child check (not waymark.blames_the_child(what) and not waymark.blames_the_child(body) and not waymark.is_no_body(body)),
  constraint ended_after_it_was_seen check (ended_on is null or ended_on >= seen_on),
  constraint ended_says_how check ((ended_on is null) = (ended_how is null)),
  constraint action_has_somebody check (action is null or action_by is not null)
);
create index barrier_of_child on waymark.barrier (child_id, seen_on);
comment on table waymark.barrier is 'What stands in a child''s way: in the law, the system, a service or an attitude, and which body is responsible. Never the child.';
comment on column waymark.barrier.use_level is 'What the young person lets be done with it beyond their own record: not_asked and here_only, nothing; counted, counted among others; words, their words used without their name.';
call waymark.hold_for_staff('waymark.barrier');

create table waymark.access_request (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  service text not null check (service in ('health', 'mental_health', 'education')),
  what text not null check (length(what) between 1 and 300),
  asked_on date not null,
  asked_by text not null check (asked_by in ('child', 'family', 'someone_else')),
  child_words text check (length(child_words) <= 2000),
  language text not null default 'en' check (length(language) between 2 and 35),
  barrier_id uuid references waymark.barrier,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint learning_names_its_barrier check (service <> 'education' or barrier_id is not null)
);
create index access_request_of_child on waymark.access_request (child_id, asked_on);
comment on table waymark.access_request is 'That help of a kind was asked for: in health, in mental health, in learning. What came of it are its events; how long it took is worked out from them and typed by nobody.';
comment on column waymark.access_request.barrier_id is 'What stands in the way. For learning there always is one, with an action.';
call waymark.hold_for_staff('waymark.access_request');

create table waymark.access_event (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  request_id uuid not null references waymark.access_request,
  kind text not null check (kind in ('referred', 'refused', 'waiting', 'offered', 'started', 'stopped', 'not_wanted_now')),
  on_day date not null,
  body text not null check (length(body) between 1 and 200),
  why text check (length(why) <= 1000),
  support text check (length(support) <= 200),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint refused_says_why check (kind <> 'refused' or why is not null),
  constraint started_says_what check (kind <> 'started' or support is not null)
);
create index access_event_of_child on waymark.access_event (child_id, on_day);
create index access_event_of_request on waymark.access_event (request_id);
comment on table waymark.access_event is 'What happened to a request for help: referred to whom, refused and why, a place on a list, an offer, a start and of what kind, an end.';
call waymark.hold_for_staff('waymark.access_event');
create policy of_a_request_of_the_child on waymark.access_event as restrictive for insert to waymark_app with check (
  exists (select from waymark.access_request r where r.id = request_id and r.child_id = access_event.child_id and r.asked_on <= on_day));
