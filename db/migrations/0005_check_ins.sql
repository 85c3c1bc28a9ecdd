-- Check-ins: how things are, said by the young person, and beside it, never merged with it, how others see it.
-- Own goals. Check-ins that did not happen, and why.
-- A state is a word. There is no number here to add, average or rank, and none may be made of one:
-- no column, view or function may turn states into a quantity (a test walks the schema for it).

-- ---------------------------------------------------------------- what was arranged, before a young person began
create table waymark.check_in_occasion (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  company_relationship text not null check (company_relationship in ('nobody', 'worker', 'guardian', 'carer', 'family', 'friend', 'advocate', 'interpreter', 'other')),
  company_who text check (length(company_who) between 1 and 200),
  interpreter_mode text not null check (interpreter_mode in ('none_needed', 'in_person', 'phone', 'video', 'bilingual_worker', 'machine', 'none_available')),
  interpreter_language text check (length(interpreter_language) between 2 and 100),
  language text not null check (length(language) between 2 and 35),
  place text check (length(place) between 1 and 200),
  prompted_by text not null check (prompted_by in ('review_due', 'childs_wish', 'other')),
  arranged_by uuid not null references waymark.person default waymark.actor_id(),
  arranged_at timestamptz not null default now(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id)
);
create index check_in_occasion_of_child on waymark.check_in_occasion (child_id, arranged_at desc);
comment on table waymark.check_in_occasion is 'A worker arranged a check-in: who is there, who interprets, where, why now. The young person''s own part begins after it, on a device handed to them.';
comment on column waymark.check_in_occasion.language is 'Tag of the language the young person chose for the words on the screen.';

-- ---------------------------------------------------------------- check-ins
create table waymark.check_in (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  framework_version_id uuid not null references waymark.framework_version,
  voice text not null check (voice in ('young_person', 'practitioner', 'guardian', 'carer')),
  author_id uuid references waymark.person default waymark.actor_id(),
  said_by_name text check (length(said_by_name) between 1 and 200),
  said_by_relationship text check (length(said_by_relationship) between 1 and 200),
  status text not null default 'draft' check (status in ('draft', 'shared', 'withdrawn', 'thrown_away')),
  chosen uuid[] not null default '{}',
  occasion_id uuid,
  company text not null default 'alone' check (company in ('alone', 'with_someone')),
  company_who text check (length(company_who) between 1 and 200),
  company_relationship text check (company_relationship in ('worker', 'guardian', 'carer', 'family', 'friend', 'advocate', 'interpreter', 'other')),
  interpreter_mode text not null default 'none_needed' check (interpreter_mode in ('none_needed', 'in_person', 'phone', 'video', 'bilingual_worker', 'machine', 'none_available')),
  interpreter_language text check (length(interpreter_language) between 2 and 100),
  language text not null default 'en' check (length(language) between 2 and 35),
  place text check (length(place) between 1 and 200),
  prompted_by text not null default 'childs_wish' check (prompted_by in ('review_due', 'childs_wish', 'other')),
  started_at timestamptz not null default now(),
  shared_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text check (withdrawn_reason in ('changed_my_mind', 'not_right', 'too_many_people_see_it', 'did_not_feel_free', 'not_said')),
  private_to uuid generated always as (case when status in ('draft', 'thrown_away') then author_id end) stored,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id),
  foreign key (occasion_id, child_id) references waymark.check_in_occasion (id, child_id),
  constraint a_draft_is_somebodys check (author_id is not null or (voice = 'young_person' and status in ('shared', 'withdrawn'))),
  constraint a_carers_view_says_who check ((voice = 'carer') = (said_by_name is not null)),
  constraint shared_when_shared check ((status in ('shared', 'withdrawn')) = (shared_at is not null)),
  constraint withdrawn_with_a_reason check ((status = 'withdrawn') = (withdrawn_at is not null and withdrawn_reason is not null)),
  constraint with_someone_says_who check ((company = 'with_someone') = (company_relationship is not null)),
  constraint alone_is_nobody check (company = 'with_someone' or company_who is null)
);
create index check_in_of_child on waymark.check_in (child_id, shared_at desc) where status = 'shared';
create index check_in_in_draft on waymark.check_in (author_id, child_id) where status = 'draft';
create unique index one_draft_on_an_occasion on waymark.check_in (child_id, author_id, voice, occasion_id) nulls not distinct where status = 'draft';
comment on table waymark.check_in is 'One time somebody said how things are. Each voice is a row of its own; no row, view or function merges voices.';
comment on column waymark.check_in.author_id is 'Whose account wrote it. Nobody only for what a young person said before they had an account.';
comment on column waymark.check_in.status is 'A draft, and one thrown away, is its author''s alone. Shared follows the child. Withdrawn: that it was shared stays visible, the words are its author''s again.';
comment on column waymark.check_in.chosen is 'The outcomes chosen as mattering now. An outcome chosen and never answered becomes ''skipped'' when it is shared.';
comment on column waymark.check_in.said_by_name is 'For a carer''s view, written down by a worker: who said it.';

create table waymark.check_in_answer (
  id uuid primary key default gen_random_uuid(),
  check_in_id uuid not null,
  child_id uuid not null,
  outcome_id uuid not null references waymark.outcome,
  state text check (state in ('not_at_all', 'a_little', 'mostly', 'fully', 'changes_a_lot')),
  reason text check (reason in ('not_offered', 'offered_declined', 'skipped', 'dont_know', 'not_relevant_to_me', 'not_now', 'withdrawn', 'lost_contact', 'missing_from_care', 'interpreter_unavailable', 'not_collected_version')),
  kind text generated always as (case when state is not null then 'state' else 'reason' end) stored,
  importance text not null default 'not_said' check (importance in ('a_lot', 'some', 'a_little', 'not_said')),
  since_last text not null default 'not_said' check (since_last in ('better', 'same', 'worse', 'different', 'not_said')),
  words text check (length(words) between 1 and 5000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  who_should_know text not null default 'not_said' check (who_should_know in ('everyone_beside_me', 'someone', 'nobody_else', 'not_said')),
  who_should_know_words text check (length(who_should_know_words) between 1 and 500),
  taken_out boolean not null default false,
  private_to uuid default waymark.actor_id(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (check_in_id, outcome_id),
  foreign key (check_in_id, child_id) references waymark.check_in (id, child_id),
  constraint a_state_or_a_reason check (num_nonnulls(state, reason) = 1)
);
create index check_in_answer_of_child on waymark.check_in_answer (child_id, outcome_id);
comment on table waymark.check_in_answer is 'What was said of one outcome: a state, or the reason why there is none. Exactly one of the two, never nothing.';
comment on column waymark.check_in_answer.state is 'A word, never a number. The order in which a page draws states says nothing of how far apart they are, and changes_a_lot is beside them, not above.';
comment on column waymark.check_in_answer.words is 'Verbatim, in the language named beside them. Kept as they were said; never edited once shared.';
comment on column waymark.check_in_answer.taken_out is 'Taken out again before sharing: nobody but the author ever sees it.';
comment on column waymark.check_in_answer.private_to is 'Earlier versions were drafts, and stay this person''s own.';

create table waymark.check_in_influence (
  id uuid primary key default gen_random_uuid(),
  check_in_id uuid not null,
  child_id uuid not null,
  outcome_id uuid not null,
  direction text not null check (direction in ('helps', 'gets_in_the_way')),
  level text not null check (level in ('person', 'service', 'system', 'law')),
  words text check (length(words) between 1 and 2000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  taken_out boolean not null default false,
  private_to uuid default waymark.actor_id(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (check_in_id, outcome_id, direction, level),
  foreign key (check_in_id, child_id) references waymark.check_in (id, child_id),
  foreign key (check_in_id, outcome_id) references waymark.check_in_answer (check_in_id, outcome_id)
);
create index check_in_influence_of_child on waymark.check_in_influence (child_id);
comment on table waymark.check_in_influence is 'What helps or gets in the way, and where it is: a person, a service, the system, the law. Never defaults to the child.';

-- ---------------------------------------------------------------- a check-in that did not happen
create table waymark.check_in_not_held (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  framework_version_id uuid references waymark.framework_version,
  on_day date not null,
  reason text not null check (reason in ('not_offered', 'offered_declined', 'not_now', 'lost_contact', 'missing_from_care', 'interpreter_unavailable')),
  why text check (length(why) between 1 and 1000),
  recorded_by uuid references waymark.person default waymark.actor_id(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create index check_in_not_held_of_child on waymark.check_in_not_held (child_id, on_day desc);
comment on table waymark.check_in_not_held is 'A check-in that was offered and declined (a right), or was not offered (the service''s to answer for). So that nothing said is never just nothing.';

-- ---------------------------------------------------------------- own goals
create table waymark.own_goal (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  words text not null check (length(words) between 1 and 2000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  outcome_code text check (length(outcome_code) between 1 and 60),
  state text not null default 'current' check (state in ('current', 'paused', 'changed', 'returned', 'reached', 'let_go')),
  set_on date not null default current_date,
  said_by text not null default 'young_person' check (said_by in ('young_person', 'young_person_with_someone')),
  written_by uuid references waymark.person default waymark.actor_id(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id)
);
create index own_goal_of_child on waymark.own_goal (child_id, set_on);
comment on table waymark.own_goal is 'What the young person wants, in their own words. It may pause, change, come back, be reached or be let go. There is no term and no target date.';
comment on column waymark.own_goal.outcome_code is 'The outcome it belongs to in the young person''s mind, when they said so. A code, shared by versions of a framework.';

create table waymark.own_goal_event (
  id uuid primary key default gen_random_uuid(),
  goal_id uuid not null,
  child_id uuid not null,
  kind text not null check (kind in ('started', 'changed', 'paused', 'returned', 'reached', 'let_go')),
  on_day date not null default current_date,
  words text check (length(words) between 1 and 2000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  said_by text not null default 'young_person' check (said_by in ('young_person', 'young_person_with_someone')),
  written_by uuid references waymark.person default waymark.actor_id(),
  happened_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (goal_id, child_id) references waymark.own_goal (id, child_id)
);
create index own_goal_event_of_goal on waymark.own_goal_event (goal_id, on_day, happened_at);
create index own_goal_event_of_child on waymark.own_goal_event (child_id);
comment on table waymark.own_goal_event is 'What became of a goal, and what the young person said about it then.';

-- ---------------------------------------------------------------- who reads and writes
call waymark.hold_for_child('waymark.check_in_occasion');
call waymark.hold_for_child('waymark.check_in');
call waymark.hold_for_child('waymark.check_in_answer');
call waymark.hold_for_child('waymark.check_in_influence');
call waymark.hold_for_child('waymark.check_in_not_held');
call waymark.hold_for_child('waymark.own_goal');
call waymark.hold_for_child('waymark.own_goal_event');

-- What was arranged, and that nothing was held, is for those who stand beside the child to record, once.
create policy workers_arrange on waymark.check_in_occasion as restrictive for insert to waymark_app
  with check (arranged_by = (select waymark.actor_id()) and (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager'));
create policy workers_record on waymark.check_in_not_held as restrictive for insert to waymark_app
  with check (recorded_by = (select waymark.actor_id()) and (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager'));
revoke update on waymark.check_in_occasion, waymark.check_in_not_held, waymark.own_goal_event from waymark_app;

-- A draft is its author's alone, whoever else reaches the child.
create policy drafts_are_private on waymark.check_in as restrictive for select to waymark_app
  using (status in ('shared', 'withdrawn') or author_id = (select waymark.actor_id()));
-- Each voice writes its own: a young person's only on their own record, from their own account.
-- Answers are added to a draft of one's own, about outcomes of the framework version it was begun with.
create policy each_voice_its_own on waymark.check_in as restrictive for insert to waymark_app with check (
  author_id = (select waymark.actor_id()) and status = 'draft' and case voice
    when 'young_person' then (select waymark.actor_role()) = 'young_person'
      and exists (select from waymark.child c where c.id = child_id and c.person_id = (select waymark.actor_id()))
    when 'guardian' then (select waymark.actor_role()) = 'guardian'
    when 'practitioner' then (select waymark.actor_role()) in ('practitioner', 'manager')
    when 'carer' then (select waymark.actor_role()) in ('practitioner', 'manager', 'guardian')
  end
);
create policy authors_change_their_own on waymark.check_in as restrictive for update to waymark_app using (
  author_id = (select waymark.actor_id())
  or (author_id is null and voice = 'young_person'
    and exists (select from waymark.child c where c.id = child_id and c.person_id = (select waymark.actor_id())))
);
revoke update on waymark.check_in from waymark_app;
grant update (status, chosen, company, company_who, company_relationship, interpreter_mode, interpreter_language,
  language, place, prompted_by, shared_at, withdrawn_at, withdrawn_reason) on waymark.check_in to waymark_app;

create policy words_follow_the_check_in on waymark.check_in_answer as restrictive for select to waymark_app using (
  exists (select from waymark.check_in i where i.id = check_in_id
    and ((i.status = 'shared' and not taken_out) or i.author_id = (select waymark.actor_id())
      or (i.author_id is null and i.voice = 'young_person'
        and exists (select from waymark.child c where c.id = i.child_id and c.person_id = (select waymark.actor_id())))))
);
create policy authors_answer on waymark.check_in_answer as restrictive for insert to waymark_app with check (
  private_to = (select waymark.actor_id())
  and exists (select from waymark.check_in i join waymark.outcome o on o.framework_version_id = i.framework_version_id
    where i.id = check_in_id and o.id = outcome_id and i.status = 'draft' and i.author_id = (select waymark.actor_id()))
);
create policy authors_change_answers on waymark.check_in_answer as restrictive for update to waymark_app using (
  exists (select from waymark.check_in i where i.id = check_in_id and i.author_id = (select waymark.actor_id()))
);
revoke update on waymark.check_in_answer from waymark_app;
grant update (state, reason, importance, since_last, words, words_language, who_should_know, who_should_know_words, taken_out)
  on waymark.check_in_answer to waymark_app;

create policy words_follow_the_check_in on waymark.check_in_influence as restrictive for select to waymark_app using (
  exists (select from waymark.check_in i where i.id = check_in_id
    and ((i.status = 'shared' and not taken_out) or i.author_id = (select waymark.actor_id())
      or (i.author_id is null and i.voice = 'young_person'
        and exists (select from waymark.child c where c.id = i.child_id and c.person_id = (select waymark.actor_id())))))
);
create policy authors_name_influences on waymark.check_in_influence as restrictive for insert to waymark_app with check (
  private_to = (select waymark.actor_id())
  and exists (select from waymark.check_in i where i.id = check_in_id and i.status = 'draft' and i.author_id = (select waymark.actor_id()))
);
create policy authors_change_influences on waymark.check_in_influence as restrictive for update to waymark_app using (
  exists (select from waymark.check_in i where i.id = check_in_id and i.author_id = (select waymark.actor_id()))
);
revoke update on waymark.check_in_influence from waymark_app;
grant update (words, words_language, taken_out) on waymark.check_in_influence to waymark_app;

-- A goal written down by somebody else says so; the young person's own account speaks for itself.
create policy goals_say_who on waymark.own_goal as restrictive for insert to waymark_app with check (
  written_by = (select waymark.actor_id())
  and (said_by = 'young_person') = ((select waymark.actor_role()) = 'young_person')
);
create policy goal_events_say_who on waymark.own_goal_event as restrictive for insert to waymark_app with check (
  written_by = (select waymark.actor_id())
  and (said_by = 'young_person') = ((select waymark.actor_role()) = 'young_person')
);
revoke update on waymark.own_goal from waymark_app;
grant update (words, words_language, outcome_code, state) on waymark.own_goal to waymark_app;

-- Counting reads shared check-ins and the fact of withdrawn ones; never a draft, never what was taken out.
grant select on waymark.check_in, waymark.check_in_answer, waymark.check_in_influence, waymark.check_in_not_held to waymark_statistics;
create policy statistics_read_shared on waymark.check_in for select to waymark_statistics using (status in ('shared', 'withdrawn'));
create policy statistics_read_shared on waymark.check_in_answer for select to waymark_statistics using (
  not taken_out and exists (select from waymark.check_in i where i.id = check_in_id));
create policy statistics_read_shared on waymark.check_in_influence for select to waymark_statistics using (
  not taken_out and exists (select from waymark.check_in i where i.id = check_in_id and i.status = 'shared'));
create policy statistics_read on waymark.check_in_not_held for select to waymark_statistics using (true);

-- ---------------------------------------------------------------- what is shared stays as it was said
create function waymark.check_in_stays() returns trigger language plpgsql as $$
begin
  if old.status = 'draft' and new.status in ('draft', 'shared', 'thrown_away') then return new; end if;
  if old.status = 'thrown_away' and new.status = 'draft' then return new; end if;
  if old.status = 'shared' and new.status = 'withdrawn'
    and (to_jsonb(new) - array['status', 'withdrawn_at', 'withdrawn_reason', 'private_to', 'version', 'changed_by', 'changed_at'])
      = (to_jsonb(old) - array['status', 'withdrawn_at', 'withdrawn_reason', 'private_to', 'version', 'changed_by', 'changed_at']) then
    return new;
  end if;
  raise exception 'a check-in that was shared stays as it was said' using errcode = 'restrict_violation', constraint = 'check_in_stays';
end $$;
create trigger check_in_stays before update on waymark.check_in for each row execute function waymark.check_in_stays();

create function waymark.answer_stays() returns trigger language plpgsql as $$
begin
  if exists (select from waymark.check_in i where i.id = old.check_in_id and i.status = 'draft') then return new; end if;
  raise exception 'words that were shared stay as they were said' using errcode = 'restrict_violation', constraint = 'answer_stays';
end $$;
create trigger answer_stays before update on waymark.check_in_answer for each row execute function waymark.answer_stays();
create trigger answer_stays before update on waymark.check_in_influence for each row execute function waymark.answer_stays();

-- An instrument made for adults is not used with somebody who may be under 18, unless it is labelled for them.
create function waymark.framework_fits() returns trigger language plpgsql as $$
declare
  used record;
begin
  select v.population, v.adult_labelled_for_under_18 as labelled, v.status into used
    from waymark.framework_version v where v.id = new.framework_version_id;
  if new.status = 'draft' and used.status is distinct from 'live' then
    raise exception 'this version of the framework is not in use' using errcode = 'check_violation', constraint = 'framework_is_live';
  end if;
  if used.population = 'adult' and not used.labelled and not exists (
      select from waymark.date_of_birth_claim b where b.child_id = new.child_id and b.ended_at is null
      having count(*) > 0 and bool_and(b.latest <= (new.started_at at time zone 'Europe/London')::date - interval '18 years')) then
    raise exception 'this framework was made for adults' using errcode = 'check_violation', constraint = 'framework_for_their_age';
  end if;
  return new;
end $$;
comment on function waymark.framework_fits() is 'While any claim of the date of birth, or none at all, leaves room for under 18, they are treated as a child (Modern Slavery Act 2015 s51).';
create trigger framework_fits before insert on waymark.check_in for each row execute function waymark.framework_fits();

-- ---------------------------------------------------------------- a young person's account, when there is none yet
/* So that what a young person says on a worker's device is written by them: an account with no way to sign in
   of its own. Runs as the actor: the policies on people and children decide whether it may. */
create function waymark.young_persons_account(of_child uuid) returns uuid language plpgsql set search_path = pg_catalog as $$
declare
  held record;
  account uuid := gen_random_uuid();
begin
  select c.person_id, c.organisation_id, c.known_as, c.invented into held from waymark.child c where c.id = of_child;
  if held.person_id is not null then return held.person_id; end if;
  insert into waymark.person (id, organisation_id, name, role, user_name, invented)
    values (account, held.organisation_id, held.known_as, 'young_person', 'yp-' || left(replace(account::text, '-', ''), 10), held.invented);
  update waymark.child c set person_id = account where c.id = of_child;
  return account;
end $$;
comment on function waymark.young_persons_account(uuid) is 'The account of the young person whose record this is; made, without credentials, when they have none.';
revoke execute on function waymark.young_persons_account(uuid) from public;
grant execute on function waymark.young_persons_account(uuid) to waymark_app;
