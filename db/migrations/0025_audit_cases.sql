-- Case audit: a sample of records, read by somebody who does not stand beside the child, against the outcomes
-- of a framework (by the same ids a check-in uses) and six standing questions; what was found is put right.
-- Nothing here is a score. A grade is a word beside the text; no view or function counts grades.

-- ---------------------------------------------------------------- a round
create table waymark.case_audit_round (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  team_id uuid,
  title text not null check (length(title) between 1 and 200),
  question text not null check (length(question) between 1 and 2000),
  framework_version_id uuid not null references waymark.framework_version,
  principles text[] not null default '{}',
  open_from date not null,
  open_to date not null,
  stratified boolean not null,
  sample_size integer not null check (sample_size between 1 and 500),
  eligible_count integer not null check (eligible_count >= sample_size),
  sampling_key text not null check (length(sampling_key) between 8 and 100),
  status text not null default 'open' check (status in ('open', 'closed')),
  closed_at timestamptz,
  closed_by uuid references waymark.person,
  set_up_by uuid not null references waymark.person default waymark.actor_id(),
  set_up_at timestamptz not null default now(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (team_id, organisation_id) references waymark.team (id, organisation_id),
  constraint from_before_to check (open_from <= open_to),
  constraint closed_when_closed check ((status = 'closed') = (closed_at is not null and closed_by is not null))
);
create index case_audit_round_of_organisation on waymark.case_audit_round (organisation_id, set_up_at desc);
comment on table waymark.case_audit_round is 'One round of case audit: what is asked, of which records, and how they were drawn. Holds nothing about a child.';
comment on column waymark.case_audit_round.sampling_key is 'With the eligible record ids it gives the sample: the records whose HMAC-SHA-256 of the id under this key comes first. Kept, so that anybody may draw it again.';
comment on column waymark.case_audit_round.principles is 'Codes of the principles of that framework version the round looks at.';
comment on column waymark.case_audit_round.eligible_count is 'How many records could have been drawn. Which they are is in case_audit_eligible, for whoever reaches each.';

create table waymark.case_audit_outcome (
  round_id uuid not null references waymark.case_audit_round,
  outcome_id uuid not null references waymark.outcome,
  primary key (round_id, outcome_id)
);
comment on table waymark.case_audit_outcome is 'The outcomes a round looks at: the same definition ids that check-ins answer.';

create table waymark.case_audit_eligible (
  round_id uuid not null references waymark.case_audit_round,
  child_id uuid not null references waymark.child,
  stratum uuid,
  place integer not null check (place >= 1),
  drawn boolean not null,
  primary key (round_id, child_id)
);
create index case_audit_eligible_in_order on waymark.case_audit_eligible (round_id, drawn, place);
comment on table waymark.case_audit_eligible is 'The register of a round: each record that could be drawn, its place in the order the key gives (within its stratum, a team), and whether it was. Seen only by those who reach that child.';

-- ---------------------------------------------------------------- one record in it
create table waymark.case_audit (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references waymark.case_audit_round,
  child_id uuid not null references waymark.child,
  practitioner_id uuid references waymark.person,
  no_reflection_because text check (no_reflection_because in ('nobody_allocated', 'left', 'away', 'offered_declined')),
  auditor_id uuid references waymark.person,
  second_auditor_id uuid references waymark.person,
  ended_at timestamptz,
  ended_by uuid references waymark.person,
  ended_because text check (ended_because in ('done', 'child_asked_not_to', 'record_moved', 'no_auditor', 'not_safe')),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (round_id, child_id),
  unique (child_id, id),
  constraint two_auditors_are_two check (second_auditor_id is distinct from auditor_id or auditor_id is null),
  constraint nobody_audits_their_own check (practitioner_id is null or (practitioner_id is distinct from auditor_id and practitioner_id is distinct from second_auditor_id)),
  constraint ended_with_a_reason check (num_nonnulls(ended_at, ended_by, ended_because) in (0, 3))
);
create index case_audit_of_child on waymark.case_audit (child_id);
create index case_audit_of_auditor on waymark.case_audit (auditor_id) where ended_at is null;
create index case_audit_of_second_auditor on waymark.case_audit (second_auditor_id) where ended_at is null;
create index case_audit_of_practitioner on waymark.case_audit (practitioner_id) where ended_at is null;
comment on table waymark.case_audit is 'The audit of one record drawn in a round: whose work it is, who reads it, who reads it a second time. While it is not ended, those who read it reach the record and only read it.';

create table waymark.case_audit_reflection (
  id uuid primary key default gen_random_uuid(),
  audit_id uuid not null,
  child_id uuid not null,
  author_id uuid not null references waymark.person default waymark.actor_id(),
  went_well text check (length(went_well) between 1 and 5000),
  differently text check (length(differently) between 1 and 5000),
  not_in_record text check (length(not_in_record) between 1 and 5000),
  shared_at timestamptz,
  private_to uuid default waymark.actor_id(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (audit_id, author_id),
  foreign key (child_id, audit_id) references waymark.case_audit (child_id, id),
  constraint shared_says_something check (shared_at is null or num_nonnulls(went_well, differently, not_in_record) > 0)
);
create index case_audit_reflection_of_child on waymark.case_audit_reflection (child_id);
comment on table waymark.case_audit_reflection is 'What the allocated practitioner thinks of their own work, written before they see what an auditor wrote. Theirs alone until they share it.';

create table waymark.case_audit_reading (
  id uuid primary key default gen_random_uuid(),
  audit_id uuid not null,
  child_id uuid not null,
  auditor_id uuid not null references waymark.person default waymark.actor_id(),
  stands_out text check (length(stands_out) between 1 and 5000),
  grade text check (grade in ('strong', 'sound', 'needs_work', 'falls_short')),
  facts jsonb,
  shared_at timestamptz,
  private_to uuid default waymark.actor_id(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (audit_id, auditor_id),
  unique (child_id, id),
  foreign key (child_id, audit_id) references waymark.case_audit (child_id, id),
  constraint shared_with_facts check ((shared_at is null) = (facts is null))
);
create index case_audit_reading_of_audit on waymark.case_audit_reading (audit_id);
comment on table waymark.case_audit_reading is 'One auditor''s reading of one record. Theirs alone until shared; a second auditor reads blind.';
comment on column waymark.case_audit_reading.grade is 'A word, when somebody wants one. Beside the text, never made into a number, never counted, never by worker or team.';
comment on column waymark.case_audit_reading.facts is 'What the record held when the reading was shared, computed from it and not typed.';

create table waymark.case_audit_answer (
  id uuid primary key default gen_random_uuid(),
  reading_id uuid not null,
  child_id uuid not null,
  outcome_id uuid references waymark.outcome,
  question text check (question in ('view_present', 'believed', 'interpreter_right', 'continuous', 'respectful', 'child_first')),
  code text not null check (code in ('yes', 'partly', 'no', 'cannot_tell', 'not_relevant', 'not_due', 'not_looked_at', 'kept_from_me')),
  shows text check (length(shows) between 1 and 5000),
  quote text check (length(quote) between 1 and 5000),
  quoted_from text check (length(quoted_from) between 1 and 300),
  private_to uuid default waymark.actor_id(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, reading_id) references waymark.case_audit_reading (child_id, id),
  constraint an_outcome_or_a_question check (num_nonnulls(outcome_id, question) = 1),
  constraint a_quote_says_where check (quote is null or quoted_from is not null)
);
create unique index one_answer_for_each on waymark.case_audit_answer (reading_id, outcome_id, question) nulls not distinct;
create index case_audit_answer_of_child on waymark.case_audit_answer (child_id);
create index case_audit_answer_of_outcome on waymark.case_audit_answer (outcome_id) where outcome_id is not null;
comment on table waymark.case_audit_answer is 'What an auditor found about one outcome of the framework (by its definition id) or one standing question.';
comment on column waymark.case_audit_answer.code is 'yes, partly, no; or why neither can be said. Never nothing.';

create table waymark.case_audit_agreed (
  id uuid primary key default gen_random_uuid(),
  audit_id uuid not null,
  child_id uuid not null,
  outcome_id uuid references waymark.outcome,
  question text check (question in ('view_present', 'believed', 'interpreter_right', 'continuous', 'respectful', 'child_first')),
  code text not null check (code in ('yes', 'partly', 'no', 'cannot_tell', 'not_relevant', 'not_due', 'not_looked_at', 'kept_from_me')),
  why text not null check (length(why) between 1 and 5000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, audit_id) references waymark.case_audit (child_id, id),
  constraint an_outcome_or_a_question check (num_nonnulls(outcome_id, question) = 1)
);
create unique index one_agreed_view_for_each on waymark.case_audit_agreed (audit_id, outcome_id, question) nulls not distinct;
create index case_audit_agreed_of_child on waymark.case_audit_agreed (child_id);
comment on table waymark.case_audit_agreed is 'Where two auditors differed and talked: what they agree now. Both readings stay as they were.';

create table waymark.case_audit_feedback (
  id uuid primary key default gen_random_uuid(),
  audit_id uuid not null,
  child_id uuid not null,
  whose text not null check (whose in ('child', 'carer')),
  result text not null check (result in ('spoke', 'offered_declined', 'not_now', 'not_safe_to_ask', 'lost_contact', 'interpreter_unavailable', 'not_offered')),
  words text check (length(words) between 1 and 5000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  on_day date not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, audit_id) references waymark.case_audit (child_id, id),
  constraint words_of_whoever_spoke check (words is null or result = 'spoke')
);
create index case_audit_feedback_of_audit on waymark.case_audit_feedback (audit_id);
create index case_audit_feedback_of_child on waymark.case_audit_feedback (child_id);
comment on table waymark.case_audit_feedback is 'Whether the child or their carer was asked what they think, and what they said, word for word. Declining is a right.';

create table waymark.case_audit_act_now (
  id uuid primary key default gen_random_uuid(),
  audit_id uuid not null,
  child_id uuid not null,
  saw text check (length(saw) between 1 and 5000),
  raised_by uuid not null references waymark.person default waymark.actor_id(),
  raised_at timestamptz not null default now(),
  for_person uuid not null references waymark.person,
  act_by timestamptz not null,
  answer text check (length(answer) between 1 and 5000),
  answered_by uuid references waymark.person,
  answered_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, audit_id) references waymark.case_audit (child_id, id),
  constraint act_by_comes_after check (act_by > raised_at),
  constraint answered_in_words check (num_nonnulls(answer, answered_by, answered_at) in (0, 3))
);
create index case_audit_act_now_open on waymark.case_audit_act_now (child_id) where answered_at is null;
create index case_audit_act_now_for on waymark.case_audit_act_now (for_person) where answered_at is null;
create index case_audit_act_now_of_audit on waymark.case_audit_act_now (audit_id);
comment on table waymark.case_audit_act_now is 'Something in a record that cannot wait: who acts, by when. Open until somebody says what was done.';

-- ---------------------------------------------------------------- findings and actions
create table waymark.case_audit_finding (
  id uuid primary key default gen_random_uuid(),
  audit_id uuid not null,
  child_id uuid not null,
  outcome_id uuid references waymark.outcome,
  question text check (question in ('view_present', 'believed', 'interpreter_right', 'continuous', 'respectful', 'child_first')),
  words text not null check (length(words) between 1 and 5000),
  found_by uuid not null references waymark.person default waymark.actor_id(),
  found_at timestamptz not null default now(),
  status text not null default 'open' check (status in ('open', 'closed')),
  closed_by uuid references waymark.person,
  closed_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id),
  foreign key (child_id, audit_id) references waymark.case_audit (child_id, id),
  constraint an_outcome_or_a_question check (num_nonnulls(outcome_id, question) = 1),
  constraint closed_when_closed check ((status = 'closed') = (closed_at is not null and closed_by is not null))
);
create index case_audit_finding_of_audit on waymark.case_audit_finding (audit_id);
create index case_audit_finding_open on waymark.case_audit_finding (child_id) where status = 'open';
comment on table waymark.case_audit_finding is 'Something to put right or learn from, about one outcome or one standing question. Closes only when an action was taken and somebody else has seen that it was.';

create table waymark.case_audit_action (
  id uuid primary key default gen_random_uuid(),
  finding_id uuid not null,
  child_id uuid not null,
  kind text not null check (kind in ('for_this_child', 'learning')),
  words text not null check (length(words) between 1 and 2000),
  owner_id uuid not null references waymark.person,
  due_on date not null,
  done_words text check (length(done_words) between 1 and 5000),
  done_on date,
  done_by uuid references waymark.person,
  verified_words text check (length(verified_words) between 1 and 5000),
  verified_at timestamptz,
  verified_by uuid references waymark.person,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, finding_id) references waymark.case_audit_finding (child_id, id),
  constraint done_says_what check (num_nonnulls(done_words, done_on, done_by) in (0, 3)),
  constraint verified_says_how check (num_nonnulls(verified_words, verified_at, verified_by) in (0, 3)),
  constraint verified_after_done check (verified_at is null or done_on is not null),
  constraint verified_by_somebody_else check (verified_by is null or (verified_by <> owner_id and verified_by <> done_by))
);
create index case_audit_action_of_finding on waymark.case_audit_action (finding_id);
create index case_audit_action_owed on waymark.case_audit_action (owner_id) where verified_at is null;
create index case_audit_action_open on waymark.case_audit_action (child_id) where verified_at is null;
comment on table waymark.case_audit_action is 'What is done about a finding, by whom, by when; done when its owner says so, over when somebody else has seen it.';
comment on column waymark.case_audit_action.kind is 'learning: for everybody who does this work, not only for this child.';

-- ---------------------------------------------------------------- what must be true
create function waymark.auditor_stands_apart() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (
    select from unnest(array[new.auditor_id, new.second_auditor_id]) as auditor(id)
    where auditor.id is not null and (
      exists (select from waymark.allocation a where a.child_id = new.child_id and a.person_id = auditor.id and a.ended_on is null)
      or not exists (
        select from waymark.person p join waymark.child c on c.id = new.child_id
        where p.id = auditor.id and p.ended_at is null and p.organisation_id = c.organisation_id
          and p.role in ('practitioner', 'guardian', 'manager', 'auditor')))) then
    raise exception 'whoever audits a record works for its organisation and does not stand beside the child' using errcode = 'check_violation', constraint = 'auditor_stands_apart';
  end if;
  return new;
end $$;
comment on function waymark.auditor_stands_apart() is 'An auditor is of the record''s organisation, has an open account, and is not allocated to the child.';
create trigger auditor_stands_apart before insert or update of auditor_id, second_auditor_id on waymark.case_audit
  for each row execute function waymark.auditor_stands_apart();

create function waymark.audit_outcome_of_version() returns trigger language plpgsql as $$
begin
  if not exists (select from waymark.case_audit_round r join waymark.outcome o on o.framework_version_id = r.framework_version_id
      where r.id = new.round_id and o.id = new.outcome_id) then
    raise exception 'an audit looks at outcomes of its own framework version' using errcode = 'check_violation', constraint = 'outcome_of_version';
  end if;
  return new;
end $$;
create trigger outcome_of_version before insert on waymark.case_audit_outcome for each row execute function waymark.audit_outcome_of_version();

create function waymark.audit_framework_is_live() returns trigger language plpgsql as $$
begin
  if not exists (select from waymark.framework_version v where v.id = new.framework_version_id and v.status = 'live') then
    raise exception 'this version of the framework is not in use' using errcode = 'check_violation', constraint = 'framework_is_live';
  end if;
  return new;
end $$;
create trigger framework_is_live before insert on waymark.case_audit_round for each row execute function waymark.audit_framework_is_live();

create function waymark.finding_closes_with_action() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'UPDATE' and (new.audit_id, new.outcome_id, new.question, new.words, new.found_by, new.found_at)
      is distinct from (old.audit_id, old.outcome_id, old.question, old.words, old.found_by, old.found_at) then
    raise exception 'a finding stays as it was found' using errcode = 'restrict_violation', constraint = 'finding_stays';
  end if;
  if new.status = 'closed' and (tg_op = 'INSERT'
      or not exists (select from waymark.case_audit_action a where a.finding_id = new.id)
      or exists (select from waymark.case_audit_action a where a.finding_id = new.id and a.verified_at is null)) then
    raise exception 'a finding closes with an action that was done and seen to be done' using errcode = 'check_violation', constraint = 'finding_closes_with_action';
  end if;
  return new;
end $$;
comment on function waymark.finding_closes_with_action() is 'No finding is closed without an action, nor while one of its actions has not been verified.';
create trigger finding_closes_with_action before insert or update on waymark.case_audit_finding
  for each row execute function waymark.finding_closes_with_action();

create function waymark.action_of_open_finding() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- The lock makes closing a finding and adding an action to it wait for each other.
  perform from waymark.case_audit_finding f where f.id = new.finding_id and f.status = 'open' for update;
  if not found then
    raise exception 'the finding is closed' using errcode = 'restrict_violation', constraint = 'finding_is_open';
  end if;
  if tg_op = 'UPDATE' and old.verified_at is not null then
    raise exception 'an action that was verified stays as it is' using errcode = 'restrict_violation', constraint = 'action_stays';
  end if;
  if exists (select from waymark.person p where p.id = new.owner_id and p.role in ('young_person', 'system')) then
    raise exception 'an action is owned by somebody who works here' using errcode = 'check_violation', constraint = 'owner_works_here';
  end if;
  return new;
end $$;
create trigger action_of_open_finding before insert or update on waymark.case_audit_action
  for each row execute function waymark.action_of_open_finding();

create function waymark.round_stays() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if (to_jsonb(new) - array['status', 'closed_at', 'closed_by', 'version', 'changed_by', 'changed_at'])
      <> (to_jsonb(old) - array['status', 'closed_at', 'closed_by', 'version', 'changed_by', 'changed_at']) or old.status = 'closed' then
    raise exception 'a round stays as it was set up' using errcode = 'restrict_violation', constraint = 'round_stays';
  end if;
  if exists (select from waymark.case_audit a where a.round_id = new.id and a.ended_at is null) then
    raise exception 'a round closes when each of its audits has ended' using errcode = 'check_violation', constraint = 'every_audit_ended';
  end if;
  return new;
end $$;
create trigger round_stays before update on waymark.case_audit_round for each row execute function waymark.round_stays();

create function waymark.audit_stays_ended() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if old.ended_at is not null then
    raise exception 'an audit that ended stays as it is' using errcode = 'restrict_violation', constraint = 'audit_stays_ended';
  end if;
  if waymark.actor_role() <> 'manager' and (new.practitioner_id, new.auditor_id, new.second_auditor_id, new.no_reflection_because)
      is distinct from (old.practitioner_id, old.auditor_id, old.second_auditor_id, old.no_reflection_because) then
    raise exception 'managers say who audits' using errcode = 'restrict_violation', constraint = 'managers_assign';
  end if;
  if new.ended_because = 'done' and not exists (
      select from waymark.case_audit_reading r where r.audit_id = new.id and r.auditor_id = new.auditor_id and r.shared_at is not null) then
    raise exception 'an audit is done when its reading is shared' using errcode = 'check_violation', constraint = 'done_when_read';
  end if;
  return new;
end $$;
create trigger audit_stays_ended before update on waymark.case_audit for each row execute function waymark.audit_stays_ended();

create function waymark.shared_reading_stays() returns trigger language plpgsql as $$
begin
  if old.shared_at is not null then
    raise exception 'what was shared stays as it was written' using errcode = 'restrict_violation', constraint = 'shared_stays';
  end if;
  return new;
end $$;
create trigger shared_stays before update on waymark.case_audit_reading for each row execute function waymark.shared_reading_stays();
create trigger shared_stays before update on waymark.case_audit_reflection for each row execute function waymark.shared_reading_stays();

create function waymark.answer_of_shared_reading_stays() returns trigger language plpgsql as $$
begin
  if exists (select from waymark.case_audit_reading r where r.id = new.reading_id and r.shared_at is not null) then
    raise exception 'what was shared stays as it was written' using errcode = 'restrict_violation', constraint = 'shared_stays';
  end if;
  return new;
end $$;
create trigger shared_stays before insert or update on waymark.case_audit_answer for each row execute function waymark.answer_of_shared_reading_stays();

create function waymark.act_now_stays() returns trigger language plpgsql as $$
begin
  if old.answered_at is not null or (new.audit_id, new.saw, new.raised_by, new.raised_at) is distinct from (old.audit_id, old.saw, old.raised_by, old.raised_at) then
    raise exception 'what could not wait stays as it was raised' using errcode = 'restrict_violation', constraint = 'act_now_stays';
  end if;
  return new;
end $$;
create trigger act_now_stays before update on waymark.case_audit_act_now for each row execute function waymark.act_now_stays();

-- A trigger is made while its function is still the owner's.
alter function waymark.auditor_stands_apart() owner to waymark_reach;
alter function waymark.finding_closes_with_action() owner to waymark_reach;
alter function waymark.action_of_open_finding() owner to waymark_reach;
alter function waymark.round_stays() owner to waymark_reach;
alter function waymark.audit_stays_ended() owner to waymark_reach;
