-- Being asked again later: points in time agreed with the young person, each consent by itself and apart from care,
-- questions about services and never about what happened to anybody, and a reason wherever an answer is missing.

create table waymark.follow_up (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null unique references waymark.child,
  entry_on date not null,
  agreed_by text not null check (agreed_by in ('child', 'child_with_someone')),
  stopped_at timestamptz,
  stopped_by_them boolean not null default false,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint stopped_by_them_is_stopped check (stopped_at is not null or not stopped_by_them)
);
create index follow_up_entered on waymark.follow_up (entry_on, child_id);
comment on table waymark.follow_up is 'That a young person agreed to be asked again later, and from which day on. Stopped by them at any time, without a reason.';

create table waymark.consent_step (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  step text not null check (step in ('contacted', 'asked', 'counted', 'research', 'linked')),
  given boolean not null,
  said_by text not null check (said_by in ('child', 'child_with_someone')),
  written_by uuid not null references waymark.person default waymark.actor_id(),
  at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create index consent_step_of on waymark.consent_step (child_id, step, at desc);
comment on table waymark.consent_step is 'Each consent by itself, apart from care: may be contacted; may be asked; answers in counts; answers in research; linked to other records. Insert only; the newest of a step holds; no line means no.';

create table waymark.follow_up_point (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.follow_up (child_id),
  months integer not null check (months in (0, 3, 6) or (months % 12 = 0 and months between 12 and 180)),
  due_on date not null,
  outcome text check (outcome in ('answered', 'did_not_want_to', 'not_reached', 'not_safe', 'wants_later', 'nobody_asked', 'stopped')),
  closed_on date,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, months),
  unique (child_id, id),
  constraint closed_is_whole check (num_nonnulls(outcome, closed_on) in (0, 2))
);
create index follow_up_point_due on waymark.follow_up_point (due_on, child_id) where outcome is null;
comment on table waymark.follow_up_point is 'A day, agreed with a young person, on which they are asked again: so many months after entry. What became of it, with a reason where there is no answer.';

-- What a question may not touch: what happened to anybody, who did it, how they came, what anybody decides about it.
create function waymark.asks_of_the_story(question text) returns boolean language sql immutable parallel safe set search_path = pg_catalog as $$
  select question ~* '(traffick|exploit|slaver|victim|smuggl|abus|assault|rape|\msex|forced|debt bond|\mowed? .*money|perpetrat|offend|gang|what happened|happened to you|how (did|have) you (come|get|got|arrive|travel)|journey|who (hurt|harmed|took|made|brought|controlled)|were you (hurt|harmed|beaten|threatened|locked|made to)|tell (me|us) your story|your past|before you came|police|crime|criminal|evidence|\mnrm\M|conclusive|reasonable grounds|asylum|immigra|home office)'
$$;
comment on function waymark.asks_of_the_story(text) is 'Whether a text asks of what happened to somebody instead of how services are. follow-up.rules.ts says the same in the same words; a test holds them together.';
revoke execute on function waymark.asks_of_the_story(text) from public;
grant execute on function waymark.asks_of_the_story(text) to waymark_app;

create table waymark.service_question (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid references waymark.organisation,
  code text unique check (code ~ '^[a-zA-Z]{3,30}$'),
  place integer not null check (place between 1 and 999),
  about text not null check (about in ('being_heard', 'somebody_beside', 'home', 'health', 'learning', 'work_and_money', 'legal_help', 'words_and_language', 'after_eighteen')),
  question text not null check (length(btrim(question)) between 5 and 200),
  from_day date not null,
  until_day date,
  added_by uuid references waymark.person default waymark.actor_id(),
  constraint given_has_a_code check ((organisation_id is null) = (code is not null)),
  constraint never_the_story check (not waymark.asks_of_the_story(question)),
  constraint ends_after_it_begins check (until_day >= from_day)
);
create index service_question_of on waymark.service_question (organisation_id, place);
comment on table waymark.service_question is 'Questions about how services are. Those without an organisation come with the product, and have their words in each language under their code. One that asks of what happened to somebody cannot be kept. Holds nothing about a child.';
insert into waymark.service_question (code, place, about, question, from_day, added_by) values
  ('listened', 10, 'being_heard', 'Did people listen to what you wanted?', '2026-01-01', null),
  ('changed', 20, 'being_heard', 'Did anything change because of what you said?', '2026-01-01', null),
  ('samePerson', 30, 'somebody_beside', 'Did the same person stay with you?', '2026-01-01', null),
  ('reachSomebody', 40, 'somebody_beside', 'Can you reach somebody when you need to?', '2026-01-01', null),
  ('home', 50, 'home', 'Is where you live right for you?', '2026-01-01', null),
  ('doctor', 60, 'health', 'Could you see a doctor when you needed one?', '2026-01-01', null),
  ('learning', 70, 'learning', 'Can you learn what you want to learn?', '2026-01-01', null),
  ('money', 80, 'work_and_money', 'Is the money you have enough for what you need?', '2026-01-01', null),
  ('lawyer', 90, 'legal_help', 'Did your lawyer explain things in a way you understood?', '2026-01-01', null),
  ('language', 100, 'words_and_language', 'Could you speak in the language you wanted?', '2026-01-01', null);

alter table waymark.service_question enable row level security;
alter table waymark.service_question force row level security;
create policy own_and_given on waymark.service_question for select to waymark_app
  using (organisation_id is null or organisation_id = (select waymark.actor_organisation()));
create policy leads_add on waymark.service_question for insert to waymark_app
  with check (organisation_id = (select waymark.actor_organisation()) and added_by = (select waymark.actor_id()) and (select waymark.actor_role()) in ('analyst', 'manager'));
create policy leads_retire on waymark.service_question for update to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in ('analyst', 'manager'));
grant select, insert on waymark.service_question to waymark_app;
grant update (until_day) on waymark.service_question to waymark_app;

create table waymark.follow_up_answer (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  point_id uuid not null,
  question_id uuid not null references waymark.service_question,
  answer text not null check (answer in ('yes', 'partly', 'no', 'does_not_matter', 'not_now', 'does_not_know')),
  words text check (length(btrim(words)) between 1 and 5000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  private_to uuid not null references waymark.person default waymark.actor_id(),
  at timestamptz not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (point_id, question_id),
  foreign key (child_id, point_id) references waymark.follow_up_point (child_id, id)
);
create index follow_up_answer_of_child on waymark.follow_up_answer (child_id);
create index follow_up_answer_of_question on waymark.follow_up_answer (question_id);
comment on table waymark.follow_up_answer is 'What a young person says of services at a point in time. Theirs alone: nobody beside them reads it. Their words leave the record nowhere: no count and no research holds them.';

create function waymark.consent_given(child uuid, step text) returns boolean language sql stable set search_path = pg_catalog as $$
  select coalesce((select c.given from waymark.consent_step c where c.child_id = consent_given.child and c.step = consent_given.step order by c.at desc, c.id desc limit 1), false)
$$;
comment on function waymark.consent_given(uuid, text) is 'Whether a step of consent is given now. No line means no.';
create function waymark.consent_taken_back(child uuid, step text) returns boolean language sql stable set search_path = pg_catalog as $$
  select coalesce((select not c.given and c.said_by = 'child' from waymark.consent_step c where c.child_id = consent_taken_back.child and c.step = consent_taken_back.step order by c.at desc, c.id desc limit 1), false)
$$;
comment on function waymark.consent_taken_back(uuid, text) is 'Whether they said no themselves, on their own page, last. Then nobody else writes a yes.';
create function waymark.follow_up_is_theirs() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.stopped_by_them and new.stopped_at is null and coalesce(waymark.actor_role(), '') <> 'young_person' then
    raise exception 'what they stopped only they begin again' using errcode = 'restrict_violation', constraint = 'follow_up_is_theirs';
  end if;
  return new;
end $$;
create trigger follow_up_is_theirs before update on waymark.follow_up for each row execute function waymark.follow_up_is_theirs();
revoke execute on function waymark.consent_taken_back(uuid, text), waymark.follow_up_is_theirs() from public;
grant execute on function waymark.consent_taken_back(uuid, text) to waymark_app;
revoke execute on function waymark.consent_given(uuid, text) from public;
grant execute on function waymark.consent_given(uuid, text) to waymark_app, waymark_statistics;

call waymark.hold_for_child('waymark.follow_up');
call waymark.hold_for_child('waymark.consent_step');
call waymark.hold_for_child('waymark.follow_up_point');
call waymark.hold_for_child('waymark.follow_up_answer');
revoke update on waymark.consent_step from waymark_app;
create policy said_by_whom on waymark.consent_step as restrictive for insert to waymark_app
  with check (written_by = (select waymark.actor_id()) and (said_by = 'child') = ((select waymark.actor_role()) = 'young_person'));
create policy no_stays_no on waymark.consent_step as restrictive for insert to waymark_app
  with check (not given or said_by = 'child' or not waymark.consent_taken_back(child_id, step));
create policy agreed_by_whom on waymark.follow_up as restrictive for insert to waymark_app
  with check ((agreed_by = 'child') = ((select waymark.actor_role()) = 'young_person'));
-- Nobody is asked who did not say that they may be, nobody answers in somebody's name, and nobody else reads it.
create policy theirs_alone on waymark.follow_up_answer as restrictive for select to waymark_app
  using (private_to = (select waymark.actor_id()));
create policy asked_as_agreed on waymark.follow_up_answer as restrictive for insert to waymark_app
  with check (waymark.consent_given(child_id, 'asked') and private_to = (select waymark.actor_id()) and (select waymark.actor_role()) = 'young_person');
create policy changed_as_agreed on waymark.follow_up_answer as restrictive for update to waymark_app
  using (waymark.consent_given(child_id, 'asked') and private_to = (select waymark.actor_id()))
  with check (private_to = (select waymark.actor_id()));
