-- Made by `npm run db` from the migrations. Do not edit; read it, and read its diff.

-- Tables ------------------------------------------------------------------------------------

table waymark.about_me  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  topic text not null
  words text not null
  language text not null default 'en'::text
  said_by text not null
  said_by_name text
  said_on date not null default CURRENT_DATE
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.access_event  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  request_id uuid not null
  kind text not null
  on_day date not null
  body text not null
  why text
  support text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.access_request  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  service text not null
  what text not null
  asked_on date not null
  asked_by text not null
  child_words text
  language text not null default 'en'::text
  barrier_id uuid
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.age_doubt  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  doubted_by text not null
  who text not null
  doubted_on date not null
  why text not null
  decides text
  adult_of_their_choice text not null default 'not_known'::text
  interpreter text not null default 'not_known'::text
  guardian text not null default 'not_known'::text
  legal_help text not null default 'not_known'::text
  heard_before_decision text not null default 'not_known'::text
  outcome text not null default 'open'::text
  outcome_on date
  outcome_words text
  effect text
  effect_language text not null default 'en'::text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.agency_view_of_person  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  about_staff_id uuid
  about_matters_id uuid
  organisation_id uuid not null default waymark.actor_organisation()
  view text not null
  reason text not null
  source text not null
  told_on date
  told_how text
  language text not null default 'en'::text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.allocation  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  person_id uuid not null
  part text not null
  started_on date not null default CURRENT_DATE
  ended_on date
  ended_why text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.appointment  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  starts_at timestamp with time zone not null
  ends_at timestamp with time zone
  kind text not null
  with_whom text not null
  with_id uuid
  place text not null
  how_to_get_there text
  comes_along text
  why text not null
  interpreter text not null
  interpreter_note text
  language text not null default 'en'::text
  state text not null default 'planned'::text
  explained text
  said_sorry text
  next_step text
  next_step_by text
  next_step_on date
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.appointment_answer  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  appointment_id uuid not null
  answer text not null
  about_starts_at timestamp with time zone not null
  words text
  language text not null default 'en'::text
  said_at timestamp with time zone not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.appointment_change  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  appointment_id uuid not null
  was_starts_at timestamp with time zone not null
  starts_at timestamp with time zone not null
  was_place text not null
  place text not null
  cancelled boolean not null
  why text not null
  language text not null default 'en'::text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.asked_not_about  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  topics text[] not null default '{}'::text[]
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.assessment  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null default waymark.actor_organisation()
  template_id uuid not null
  title text not null
  owner_id uuid not null default waymark.actor_id()
  owner_post text not null
  begun_by uuid not null default waymark.actor_id()
  begun_at timestamp with time zone not null default now()
  drafting_began_on date not null
  takes_effect_on date
  review_on date
  proposal text not null
  affected text
  not_involved_because text
  not_involved_on date
  involve_by date
  best_interests text
  chosen_option_id uuid
  decision text
  twin_what text
  twin_change text
  twin_said text
  twin_decided text
  twin_next text
  section_texts jsonb not null default '{}'::jsonb
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.assessment_evidence  -- row-level security forced
  id uuid not null default gen_random_uuid()
  assessment_id uuid not null
  kind text not null
  citation text not null
  tells text not null
  strength text not null
  gaps text
  begun_at timestamp with time zone not null default clock_timestamp()
  taken_off_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.assessment_group  -- row-level security forced
  id uuid not null default gen_random_uuid()
  assessment_id uuid not null
  name text not null
  touched text not null
  how text not null
  begun_at timestamp with time zone not null default clock_timestamp()
  taken_off_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.assessment_impact  -- row-level security forced
  id uuid not null default gen_random_uuid()
  assessment_id uuid not null
  option_id uuid not null
  group_id uuid not null
  article integer not null
  direction text not null
  outcome_id uuid not null
  effect text not null
  evidence_ids uuid[] not null default '{}'::uuid[]
  confidence text not null
  mitigation text
  begun_at timestamp with time zone not null default clock_timestamp()
  taken_off_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.assessment_involvement  -- row-level security forced
  id uuid not null default gen_random_uuid()
  assessment_id uuid not null
  who text not null
  how_many integer not null
  how text not null
  began_on date not null
  ended_on date not null
  said text not null
  changed text not null
  not_changed text not null
  begun_at timestamp with time zone not null default clock_timestamp()
  taken_off_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.assessment_measure  -- row-level security forced
  id uuid not null default gen_random_uuid()
  assessment_id uuid not null
  kind text not null
  outcome_id uuid
  name text
  source text
  watched_by text not null
  first_look_on date not null
  acts_when text not null
  begun_at timestamp with time zone not null default clock_timestamp()
  taken_off_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.assessment_option  -- row-level security forced
  id uuid not null default gen_random_uuid()
  assessment_id uuid not null
  name text not null
  description text not null
  does_nothing boolean not null default false
  begun_at timestamp with time zone not null default clock_timestamp()
  taken_off_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.assessment_published  -- row-level security forced
  id uuid not null default gen_random_uuid()
  assessment_id uuid not null
  organisation_id uuid not null
  organisation_name text not null
  nation text not null
  number integer not null
  revision integer not null
  title text not null
  review_on date not null
  document jsonb not null
  figures jsonb not null default '{}'::jsonb
  what_changed text
  why_changed text
  signed_by uuid not null default waymark.actor_id()
  signed_as text not null
  published_at timestamp with time zone not null default now()

table waymark.assessment_review  -- row-level security forced
  id uuid not null default gen_random_uuid()
  assessment_id uuid not null
  due_on date not null
  asked_children text
  unintended text
  what_next text
  next_review_on date
  no_more_because text
  completed_at timestamp with time zone
  completed_by uuid
  signed_as text
  document jsonb
  figures jsonb not null default '{}'::jsonb
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.assessment_review_finding  -- row-level security forced
  id uuid not null default gen_random_uuid()
  review_id uuid not null
  assessment_id uuid not null
  impact_id uuid not null
  observed text not null
  seen text not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.assessment_revision
  of_id uuid not null
  revision integer not null default 1
  writers uuid[] not null default '{}'::uuid[]

table waymark.assessment_sign_off  -- row-level security forced
  id uuid not null default gen_random_uuid()
  assessment_id uuid not null
  asked_by uuid not null default waymark.actor_id()
  asked_at timestamp with time zone not null default now()
  answer text
  answered_by uuid
  answered_at timestamp with time zone
  reason text

table waymark.assessment_template
  id uuid not null default gen_random_uuid()
  nation text not null
  version text not null
  name text not null
  as_of date not null
  source text not null
  confidence text not null
  definition jsonb not null

table waymark.assessment_words  -- row-level security forced
  id uuid not null default gen_random_uuid()
  assessment_id uuid not null
  involvement_id uuid not null
  words text not null
  language text not null default 'en'::text
  said_by text not null
  agreed_on date not null
  agreed_how text not null
  dissent boolean not null default false
  answered text
  taken_back_at timestamp with time zone
  begun_at timestamp with time zone not null default clock_timestamp()
  taken_off_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.assessment_words_printed  -- row-level security forced
  published_id uuid not null
  words_id uuid not null

table waymark.audit_entry  -- row-level security forced
  id bigint not null generated always as identity
  at timestamp with time zone not null default clock_timestamp()
  actor_id uuid
  actor_role text
  organisation_id uuid
  session_id uuid
  action text not null
  outcome text not null
  child_id uuid
  shown uuid[] not null default '{}'::uuid[]
  address inet
  request_id text
  detail jsonb not null default '{}'::jsonb

table waymark.audit_seal
  id bigint not null
  entry_ids bigint[] not null
  previous text not null
  seal text not null
  sealed_at timestamp with time zone not null default clock_timestamp()

table waymark.audit_unsealed
  entry_id bigint not null

table waymark.bank_holiday  -- row-level security forced
  organisation_id uuid not null
  on_day date not null
  name text not null

table waymark.barrier  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  level text not null
  theme text not null
  body text not null
  what text not null
  child_words text
  language text not null default 'en'::text
  seen_on date not null
  action text
  action_by text
  action_on date
  ended_on date
  ended_how text
  use_level text not null default 'not_asked'::text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.barrier_theme
  code text not null
  called text not null
  "position" integer not null
  from_day date not null
  until_day date

table waymark.behind_the_wall  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  person_id uuid not null
  why text not null
  child_agreed boolean not null
  named_by uuid not null default waymark.actor_id()
  named_at timestamp with time zone not null default now()
  ended_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.best_interests  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  question text not null
  chosen_option uuid
  weight text
  weight_why text
  reasons text
  child_stands text
  others_stand text
  told_what text
  told_how text
  told_on date
  not_told_because text
  not_told_on date
  tell_next_on date
  opened_by uuid not null default waymark.actor_id()
  opened_at timestamp with time zone not null default now()
  completed_by uuid
  completed_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.best_interests_dissent  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  decision_id uuid not null
  whose text not null
  who text
  words text not null
  words_language text not null default 'en'::text
  written_by uuid not null default waymark.actor_id()
  written_at timestamp with time zone not null default clock_timestamp()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.best_interests_heard  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  decision_id uuid not null
  kind text not null
  on_day date not null
  words text
  words_language text
  said_by text
  because text
  because_words text
  next_on date
  next_who text
  written_by uuid not null default waymark.actor_id()
  written_at timestamp with time zone not null default clock_timestamp()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.best_interests_option  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  decision_id uuid not null
  what text not null
  speaks_for text not null
  speaks_against text not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.care_episode  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  organisation_id uuid not null
  began_on date not null
  ended_on date
  began_because text
  legal_status text
  need text
  placement text
  provider text
  ended_because text
  moved_because text
  said_in integer not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.care_review  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  organisation_id uuid not null
  held_on date not null
  participation text
  said_in integer not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.case_audit  -- row-level security forced
  id uuid not null default gen_random_uuid()
  round_id uuid not null
  child_id uuid not null
  practitioner_id uuid
  no_reflection_because text
  auditor_id uuid
  second_auditor_id uuid
  ended_at timestamp with time zone
  ended_by uuid
  ended_because text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.case_audit_act_now  -- row-level security forced
  id uuid not null default gen_random_uuid()
  audit_id uuid not null
  child_id uuid not null
  saw text
  raised_by uuid not null default waymark.actor_id()
  raised_at timestamp with time zone not null default now()
  for_person uuid not null
  act_by timestamp with time zone not null
  answer text
  answered_by uuid
  answered_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.case_audit_action  -- row-level security forced
  id uuid not null default gen_random_uuid()
  finding_id uuid not null
  child_id uuid not null
  kind text not null
  words text not null
  owner_id uuid not null
  due_on date not null
  done_words text
  done_on date
  done_by uuid
  verified_words text
  verified_at timestamp with time zone
  verified_by uuid
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.case_audit_agreed  -- row-level security forced
  id uuid not null default gen_random_uuid()
  audit_id uuid not null
  child_id uuid not null
  outcome_id uuid
  question text
  code text not null
  why text not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.case_audit_answer  -- row-level security forced
  id uuid not null default gen_random_uuid()
  reading_id uuid not null
  child_id uuid not null
  outcome_id uuid
  question text
  code text not null
  shows text
  quote text
  quoted_from text
  private_to uuid default waymark.actor_id()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.case_audit_eligible  -- row-level security forced
  round_id uuid not null
  child_id uuid not null
  stratum uuid
  place integer not null
  drawn boolean not null

table waymark.case_audit_feedback  -- row-level security forced
  id uuid not null default gen_random_uuid()
  audit_id uuid not null
  child_id uuid not null
  whose text not null
  result text not null
  words text
  words_language text not null default 'en'::text
  on_day date not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.case_audit_finding  -- row-level security forced
  id uuid not null default gen_random_uuid()
  audit_id uuid not null
  child_id uuid not null
  outcome_id uuid
  question text
  words text not null
  found_by uuid not null default waymark.actor_id()
  found_at timestamp with time zone not null default now()
  status text not null default 'open'::text
  closed_by uuid
  closed_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.case_audit_outcome  -- row-level security forced
  round_id uuid not null
  outcome_id uuid not null

table waymark.case_audit_reading  -- row-level security forced
  id uuid not null default gen_random_uuid()
  audit_id uuid not null
  child_id uuid not null
  auditor_id uuid not null default waymark.actor_id()
  stands_out text
  grade text
  facts jsonb
  shared_at timestamp with time zone
  private_to uuid default waymark.actor_id()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.case_audit_reflection  -- row-level security forced
  id uuid not null default gen_random_uuid()
  audit_id uuid not null
  child_id uuid not null
  author_id uuid not null default waymark.actor_id()
  went_well text
  differently text
  not_in_record text
  shared_at timestamp with time zone
  private_to uuid default waymark.actor_id()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.case_audit_round  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null default waymark.actor_organisation()
  team_id uuid
  title text not null
  question text not null
  framework_version_id uuid not null
  principles text[] not null default '{}'::text[]
  open_from date not null
  open_to date not null
  stratified boolean not null
  sample_size integer not null
  eligible_count integer not null
  sampling_key text not null
  status text not null default 'open'::text
  closed_at timestamp with time zone
  closed_by uuid
  set_up_by uuid not null default waymark.actor_id()
  set_up_at timestamp with time zone not null default now()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.check_in  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  framework_version_id uuid not null
  voice text not null
  author_id uuid default waymark.actor_id()
  said_by_name text
  said_by_relationship text
  status text not null default 'draft'::text
  chosen uuid[] not null default '{}'::uuid[]
  occasion_id uuid
  company text not null default 'alone'::text
  company_who text
  company_relationship text
  interpreter_mode text not null default 'none_needed'::text
  interpreter_language text
  language text not null default 'en'::text
  place text
  prompted_by text not null default 'childs_wish'::text
  started_at timestamp with time zone not null default now()
  shared_at timestamp with time zone
  withdrawn_at timestamp with time zone
  withdrawn_reason text
  private_to uuid generated always as (
CASE
    WHEN (status = ANY (ARRAY['draft'::text, 'thrown_away'::text])) THEN author_id
    ELSE NULL::uuid
END) stored
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.check_in_answer  -- row-level security forced
  id uuid not null default gen_random_uuid()
  check_in_id uuid not null
  child_id uuid not null
  outcome_id uuid not null
  state text
  reason text
  kind text generated always as (
CASE
    WHEN (state IS NOT NULL) THEN 'state'::text
    ELSE 'reason'::text
END) stored
  importance text not null default 'not_said'::text
  since_last text not null default 'not_said'::text
  words text
  words_language text not null default 'en'::text
  who_should_know text not null default 'not_said'::text
  who_should_know_words text
  taken_out boolean not null default false
  private_to uuid default waymark.actor_id()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.check_in_influence  -- row-level security forced
  id uuid not null default gen_random_uuid()
  check_in_id uuid not null
  child_id uuid not null
  outcome_id uuid not null
  direction text not null
  level text not null
  words text
  words_language text not null default 'en'::text
  taken_out boolean not null default false
  private_to uuid default waymark.actor_id()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.check_in_not_held  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  framework_version_id uuid
  on_day date not null
  reason text not null
  why text
  recorded_by uuid default waymark.actor_id()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.check_in_occasion  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  company_relationship text not null
  company_who text
  interpreter_mode text not null
  interpreter_language text
  language text not null
  place text
  prompted_by text not null
  arranged_by uuid not null default waymark.actor_id()
  arranged_at timestamp with time zone not null default now()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.child  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null
  team_id uuid
  person_id uuid
  known_as text not null
  name_known boolean not null default true
  say_it text
  invented boolean not null default false
  opened_at timestamp with time zone not null default now()
  opened_by uuid default waymark.actor_id()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.child_background  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  words text not null
  grouped text not null
  said_by text not null
  note text
  ended_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.child_identifier  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  organisation_id uuid not null
  kind text not null
  value text not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.child_key  -- row-level security forced
  child_id uuid not null
  keys text[] not null

table waymark.child_language  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  language text not null
  dialect text
  speaks boolean not null default true
  reads boolean not null default false
  writes boolean not null default false
  for_feelings boolean not null default false
  never_use boolean not null default false
  note text
  ended_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.child_name  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  name text not null
  kind text not null
  script text not null default 'Latn'::text
  note text
  ended_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.chosen_framework  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  framework_id uuid not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.chosen_language  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  language text not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.clock  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  rule text
  nation text not null
  about_kind text
  about_id uuid
  rule_id uuid
  owed text
  owed_by text
  why text
  own_due_on date
  started_at timestamp with time zone not null
  state text not null default 'running'::text
  stopped_at timestamp with time zone
  stopped_why text
  due_on date
  due_at timestamp with time zone
  beyond_known boolean not null default false
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.clock_correction  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  clock_id uuid not null
  was_started_at timestamp with time zone not null
  started_at timestamp with time zone not null
  was_due_on date
  due_on date
  why text not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.clock_pause  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  clock_id uuid not null
  paused_at timestamp with time zone not null
  why text not null
  resumed_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.clock_recount  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null default waymark.actor_organisation()
  begun_at timestamp with time zone not null
  reached uuid
  seen integer not null default 0
  changed integer not null default 0
  ended_at timestamp with time zone

table waymark.clock_rule  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid
  code text not null
  nation text not null
  owed text not null
  owed_by text not null
  starts_with text not null
  counted text not null
  length integer
  holidays text
  force text not null
  from_day date not null
  until_day date
  source text not null
  confidence text not null
  note text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.come_back  -- row-level security forced
  id uuid not null
  child_id uuid not null
  words text
  language text not null default 'en'::text
  written_by uuid not null default waymark.actor_id()
  asked_at timestamp with time zone not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.complaint  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  organisation_id uuid not null
  made_at timestamp with time zone not null
  made_by uuid not null default waymark.actor_id()
  for_them_name text
  for_them_as text
  they_know text
  about text not null
  because text[] not null default '{}'::text[]
  about_persons uuid[] not null default '{}'::uuid[]
  about_who text
  kept_from uuid[] not null default '{}'::uuid[]
  words text
  words_language text not null default 'en'::text
  put_right text
  feedback_id uuid
  nation text not null
  handler_id uuid
  stage integer not null default 1
  stage_by date not null
  state text not null default 'open'::text
  state_at timestamp with time zone not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()
  medium text
  file_id uuid

table waymark.complaint_clock
  nation text not null
  stage integer not null
  called text not null
  days integer not null
  counted text not null
  at_most_days integer
  from_day date not null
  source text not null
  confidence text not null

table waymark.complaint_nation  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null
  nation text not null
  from_day date not null
  set_by uuid default waymark.actor_id()

table waymark.complaint_outside
  id uuid not null default gen_random_uuid()
  nation text not null
  kind text not null
  name text not null
  phone text not null
  from_day date not null
  until_day date
  source text not null
  confidence text not null

table waymark.complaint_step  -- row-level security forced
  id uuid not null default gen_random_uuid()
  complaint_id uuid not null
  child_id uuid not null
  kind text not null
  at timestamp with time zone not null
  by_id uuid default waymark.actor_id()
  words text
  words_language text not null default 'en'::text
  found text
  back text
  worse text
  to_id uuid
  due date
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.concern  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  seen text not null
  context text not null
  noticed_earliest date not null
  noticed_latest date not null
  noticed_precision text not null
  child_words text
  child_words_language text
  child_words_how text
  no_words_because text
  few_choices text
  no_few_choices_because text
  state text not null default 'pending'::text
  look_asked_of uuid
  look_asked_at timestamp with time zone
  recorded_by uuid not null default waymark.actor_id()
  recorded_at timestamp with time zone not null default now()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.concern_decision  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  concern_id uuid not null
  decision text not null
  because text not null
  reasoning text not null
  about_disagreement text
  decided_on date not null
  decided_by uuid not null default waymark.actor_id()
  decided_at timestamp with time zone not null default clock_timestamp()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.concern_indicator  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  concern_id uuid not null
  indicator_id uuid not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.concern_look  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  concern_id uuid not null
  place text not null
  finds text not null
  reasoning text not null
  looked_by uuid not null default waymark.actor_id()
  looked_at timestamp with time zone not null default now()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.concern_response  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  concern_id uuid not null
  kind text not null
  on_day date not null
  what text not null
  written_by uuid not null default waymark.actor_id()
  written_at timestamp with time zone not null default now()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.consent_use  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  subject text not null
  subject_id uuid not null
  use text not null
  named text not null default 'no_name'::text
  given_by uuid not null default waymark.actor_id()
  given_at timestamp with time zone not null default clock_timestamp()
  withdrawn_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.contact_confirming
  from_day date not null
  days integer not null
  why text not null

table waymark.contact_rule  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  matters_id uuid not null
  rule text not null
  language text not null default 'en'::text
  own_rule text
  own_language text
  decided_by text not null
  child_agrees text not null
  child_says text
  child_says_language text not null default 'en'::text
  review_on date
  ended_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.contact_safety  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  way_id uuid not null
  voice text not null
  state text not null
  only_days text[] not null default '{}'::text[]
  only_from time without time zone
  only_until time without time zone
  code_word text
  who_may_answer text
  note text
  said_by text not null
  said_by_name text
  confirmed_at timestamp with time zone not null default now()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.contact_stop  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  voice text not null
  stopped_at timestamp with time zone not null default now()
  stopped_by uuid not null default waymark.actor_id()
  lifted_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.contact_way  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  channel text not null
  address text not null
  given_by text not null
  ended_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.correction  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  wish text not null
  about text not null
  line_id uuid
  line_version integer
  it_said text
  wrong text
  right_words text
  language text not null default 'en'::text
  written_by uuid not null default waymark.actor_id()
  written_at timestamp with time zone not null default now()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()
  line_key text

table waymark.correction_decision  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  correction_id uuid not null
  outcome text not null
  why text not null
  language text not null default 'en'::text
  decided_by uuid not null default waymark.actor_id()
  decided_at timestamp with time zone not null default now()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.counted_wait
  code text not null
  title text not null
  ends_with text not null
  place integer not null

table waymark.credential
  person_id uuid not null
  password_hash text not null
  demonstration boolean not null default false
  must_change boolean not null default false
  changed_at timestamp with time zone not null default now()

table waymark.cross_border_contact  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  with_kind text not null
  with_whom text not null
  country text not null
  why text not null
  child_view text
  child_view_language text
  no_view_because text
  state text not null default 'asked'::text
  asked_by uuid not null default waymark.actor_id()
  protects text
  signed_by uuid
  signed_at timestamp with time zone
  made_on date
  came_of_it text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.date_of_birth_claim  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  earliest date not null
  latest date not null
  "precision" text not null
  source text not null
  contested boolean not null default false
  note text
  ended_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.days_until
  what text not null
  from_day date not null
  days integer not null
  why text not null

table waymark.demand_clash  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  first_id uuid not null
  second_id uuid not null
  kind text not null
  why text
  settled_how text
  settled_note text
  settled_on date
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.deployment
  only_one boolean not null default true
  kind text not null
  created_at timestamp with time zone not null default now()

table waymark.device_key  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  person_id uuid not null default waymark.actor_id()
  key bytea not null
  made_at timestamp with time zone not null default clock_timestamp()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.due_to_child  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  code text not null
  nation text not null
  state text not null
  on_day date not null
  due_on date
  amount text
  note text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.duty_fallback  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null
  name text not null
  phone text not null
  minutes integer not null
  from_at timestamp with time zone not null default now()
  set_by uuid default waymark.actor_id()

table waymark.duty_notice  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null
  signal_id uuid not null
  person_id uuid not null
  channel text not null
  status text not null default 'waiting'::text
  why text
  tries integer not null default 0
  queued_at timestamp with time zone not null
  next_try_at timestamp with time zone not null
  settled_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.duty_turn  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null
  person_id uuid not null
  phone text not null
  from_at timestamp with time zone not null
  until_at timestamp with time zone not null
  place integer not null default 1
  written_by uuid default waymark.actor_id()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()
  text_to text
  email_to text

table waymark.entitlement
  code text not null
  nation text not null
  from_day date not null
  until_day date
  called text not null
  about text not null
  kind text not null
  for_whom text not null
  from_months integer not null default 0
  until_months integer
  owed_by text not null
  source text not null
  confidence text not null
  "position" integer not null

table waymark.exploitation_form  -- row-level security forced
  id uuid not null default gen_random_uuid()
  code text not null
  organisation_id uuid
  called text not null
  meaning text not null
  near text
  place integer not null
  from_day date not null
  until_day date
  source text not null
  added_by uuid default waymark.actor_id()

table waymark.exploitation_situation  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  what text not null
  began_earliest date
  began_latest date
  began_precision text
  ended_earliest date
  ended_latest date
  ended_precision text
  goes_on text not null
  place text not null
  where_it_was text
  rests_on uuid
  not_so_because text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.feedback_on_us  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  organisation_id uuid not null
  about_kind text not null
  about_id uuid not null
  about_person uuid
  listened text
  listened_reason text
  believed text
  believed_reason text
  interpreter text
  interpreter_reason text
  words text
  words_language text not null default 'en'::text
  said_at timestamp with time zone not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.first_responder_setting  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null default waymark.actor_organisation()
  is_one boolean not null
  listed_as text
  goes_to text
  how text
  set_by uuid not null default waymark.actor_id()
  set_at timestamp with time zone not null default now()

table waymark.framework  -- row-level security forced
  id uuid not null default gen_random_uuid()
  key text not null
  name text not null
  owner text not null
  created_by uuid default waymark.actor_id()
  created_at timestamp with time zone not null default now()

table waymark.framework_principle
  framework_version_id uuid not null
  code text not null
  "position" integer not null
  articles integer[] not null default '{}'::integer[]

table waymark.framework_version  -- row-level security forced
  id uuid not null default gen_random_uuid()
  framework_id uuid not null
  version text not null
  name text not null
  owner text not null
  licence text not null
  attribution text not null
  notice text not null default ''::text
  population text not null
  age_from integer not null
  age_to integer
  nation text not null
  language text not null
  defined_by text not null
  provisional boolean not null
  adult_labelled_for_under_18 boolean not null default false
  status text not null default 'draft'::text
  definition jsonb not null
  imported_by uuid default waymark.actor_id()
  imported_at timestamp with time zone not null default now()
  published_by uuid
  published_at timestamp with time zone
  retired_by uuid
  retired_at timestamp with time zone

table waymark.gallery_work  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  part_id uuid not null
  consent_id uuid not null
  place text not null
  shown_name text
  shown_at timestamp with time zone not null
  withdrawn_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.group_member  -- row-level security forced
  id uuid not null default gen_random_uuid()
  session_id uuid not null
  child_id uuid not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.group_session  -- row-level security forced
  id uuid not null default gen_random_uuid()
  opportunity_id uuid not null
  organisation_id uuid not null
  held_on date not null
  talked_about text not null
  decided text
  came_of text
  made_by uuid not null default waymark.actor_id()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.guidance_text  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null default waymark.actor_organisation()
  topic text not null
  version integer not null
  text text not null
  source text not null
  confidence text not null
  owner_id uuid not null
  read_on date not null
  review_on date not null
  in_use boolean not null
  because text not null
  written_by uuid not null default waymark.actor_id()
  written_at timestamp with time zone not null default clock_timestamp()

table waymark.help_place  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid
  code text
  instead_of uuid
  name text not null
  helps_with text not null
  kind text not null
  phone text
  text_to text
  chat text
  hours text not null
  cost text not null
  on_bill text not null
  languages text[] not null default '{en}'::text[]
  interpreter text not null default 'not_known'::text
  nations text[] not null default '{england,wales,scotland,northern_ireland}'::text[]
  in_use boolean not null default true
  owner_id uuid
  checked_on date not null
  source text not null
  confidence text not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.identification_indicator  -- row-level security forced
  id uuid not null default gen_random_uuid()
  code text not null
  grouped text not null
  says text not null
  place integer not null
  source text not null
  from_day date not null
  until_day date

table waymark.import_child  -- row-level security forced
  run_id uuid not null
  child text not null
  record_id uuid not null
  born date
  upn text
  outcome text not null
  matched_by text
  changes jsonb not null default '{}'::jsonb

table waymark.import_refusal  -- row-level security forced
  run_id uuid not null
  n integer not null
  file_kind text not null
  file text not null
  "row" integer not null
  child text not null
  reasons jsonb not null
  as_sent jsonb not null

table waymark.import_row  -- row-level security forced
  run_id uuid not null
  n integer not null
  file text not null
  child text not null
  natural_key text not null
  facts jsonb not null
  as_sent jsonb not null

table waymark.import_run  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null default waymark.actor_organisation()
  kind text not null
  year integer not null
  state text not null
  content_hash text not null
  about jsonb not null
  counts jsonb not null default '{}'::jsonb
  started_by uuid not null default waymark.actor_id()
  started_at timestamp with time zone not null default now()
  finished_at timestamp with time zone

table waymark.indicator
  id uuid not null default gen_random_uuid()
  framework_version_id uuid not null
  outcome_id uuid not null
  code text not null
  "position" integer not null
  level text not null
  polarity text not null
  title text not null

table waymark.invitation  -- row-level security forced
  id uuid not null default gen_random_uuid()
  opportunity_id uuid not null
  child_id uuid not null
  invited_by uuid not null default waymark.actor_id()
  invited_at timestamp with time zone not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.invite_safety  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  confirmed_by uuid not null default waymark.actor_id()
  confirmed_at timestamp with time zone not null
  until_day date not null
  ended_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.lead_appointment  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null
  person_id uuid not null
  from_day date not null
  until_day date
  appointed_by uuid not null default waymark.actor_id()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.leaving_shown  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  shown_at timestamp with time zone not null default now()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.ledger_step  -- row-level security forced
  id uuid not null default gen_random_uuid()
  receipt_id uuid not null
  child_id uuid not null
  round integer not null default 1
  kind text not null
  at timestamp with time zone not null
  by_id uuid default waymark.actor_id()
  words text
  words_language text not null default 'en'::text
  weight text
  decision text
  decided_by text
  back text
  to_id uuid
  answer_by date
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()
  file_id uuid

table waymark.legal_deadline  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  area text not null
  what text not null
  due_on date not null
  set_by text not null
  owed_by text not null
  met_on date
  not_met_why text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.legal_help  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  area text not null
  has text not null
  wants text not null default 'not_said'::text
  helper text
  how_good text not null default 'not_said'::text
  words text
  language text not null default 'en'::text
  said_by text not null
  said_at timestamp with time zone not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.linked_referral  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  kind text not null
  state text not null
  to_body text not null
  prepared_on date not null
  sent_on date
  answered_on date
  reference text
  words text
  because text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.loved_contact  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  plan_id uuid not null
  kind text not null
  whom text not null
  why text not null
  asked_by uuid not null default waymark.actor_id()
  asked_at timestamp with time zone not null
  child_said text
  child_said_at timestamp with time zone
  signed_by uuid
  signed_at timestamp with time zone
  signed_why text
  made_by uuid
  made_at timestamp with time zone
  made_words text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.loved_plan  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  statement_id uuid not null
  review_on date not null
  made_by uuid not null default waymark.actor_id()
  made_at timestamp with time zone not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.loved_step  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  plan_id uuid not null
  kind text not null
  words text not null
  who_id uuid not null
  by_day date not null
  written_by uuid not null default waymark.actor_id()
  written_at timestamp with time zone not null
  done_at timestamp with time zone
  done_by uuid
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.meeting  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  called text not null
  on_day date
  led_by uuid
  state text not null default 'planned'::text
  made_by uuid default waymark.actor_id()
  made_at timestamp with time zone not null default now()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.meeting_after  -- row-level security forced
  id uuid not null default gen_random_uuid()
  line_id uuid not null
  child_id uuid not null
  talked text not null
  words text
  words_language text not null default 'en'::text
  said_at timestamp with time zone not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.meeting_line  -- row-level security forced
  id uuid not null default gen_random_uuid()
  meeting_id uuid not null
  child_id uuid not null
  kind text not null
  words text not null
  words_language text not null default 'en'::text
  who_says text not null default 'not_said'::text
  who_says_name text
  state text not null
  written_by uuid not null default waymark.actor_id()
  written_at timestamp with time zone not null default now()
  private_to uuid generated always as (
CASE
    WHEN (state = 'draft'::text) THEN written_by
    ELSE NULL::uuid
END) stored
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.mended_text  -- row-level security forced
  id uuid not null default gen_random_uuid()
  number bigint not null generated always as identity
  language text not null
  place text not null
  english jsonb not null
  text jsonb not null
  state text not null
  note text
  organisation_id uuid not null default waymark.actor_organisation()
  mended_by uuid not null default waymark.actor_id()
  mended_at timestamp with time zone not null default clock_timestamp()

table waymark.missed_chance  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  concern_id uuid
  what text not null
  earliest date not null
  latest date not null
  "precision" text not null
  body text not null
  body_name text
  level text not null
  would_have_helped text not null
  opened_by uuid not null default waymark.actor_id()
  opened_at timestamp with time zone not null default now()
  ended_by uuid
  ended_at timestamp with time zone
  ended_words text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.missed_chance_learning  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  missed_chance_id uuid not null
  topic text not null
  words text not null
  owner_id uuid not null
  due_on date not null
  training text
  trained_on date
  trained_whom text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.missing_period  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  organisation_id uuid not null
  began_on date not null
  ended_on date
  kind text
  said_in integer not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.nation_holiday
  division text not null
  on_day date not null
  called text not null
  year integer not null generated always as ((EXTRACT(year FROM on_day))::integer) stored

table waymark.nation_holiday_year
  division text not null
  year integer not null
  source text not null
  confidence text not null

table waymark.notice  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  reason text not null
  status text not null default 'waiting'::text
  why text
  channel text
  tries integer not null default 0
  queued_at timestamp with time zone not null default now()
  next_try_at timestamp with time zone not null default now()
  settled_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.notice_wish  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  wanted boolean not null default false
  way_id uuid
  reasons text[] not null default '{}'::text[]
  quiet_from time without time zone not null default '21:00:00'::time without time zone
  quiet_until time without time zone not null default '08:00:00'::time without time zone
  language text not null default 'en'::text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.nrm_answer  -- row-level security forced
  id uuid not null default gen_random_uuid()
  referral_id uuid not null
  child_id uuid not null
  field text not null
  value text not null
  came_from text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.nrm_decision  -- row-level security forced
  id uuid not null default gen_random_uuid()
  referral_id uuid not null
  child_id uuid not null
  kind text not null
  outcome text not null
  again boolean not null default false
  decided_on date not null
  heard_on date not null
  decided_by text not null
  reasons text
  child_told_on date
  recorded_by uuid not null default waymark.actor_id()
  recorded_at timestamp with time zone not null
  set_aside_at timestamp with time zone
  set_aside_why text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.nrm_evidence  -- row-level security forced
  id uuid not null
  referral_id uuid not null
  child_id uuid not null
  description text not null
  dated_on date
  no_date_why text
  file_name text not null
  added_at timestamp with time zone not null
  added_by uuid not null default waymark.actor_id()
  taken_out_at timestamp with time zone
  taken_out_why text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.nrm_referral  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  organisation_id uuid not null default waymark.actor_organisation()
  state text not null default 'preparing'::text
  form_commit text not null
  begun_at timestamp with time zone not null
  begun_by uuid not null default waymark.actor_id()
  review_asked_by uuid
  review_asked_at timestamp with time zone
  no_names_why text
  sent_on date
  sent_by uuid
  sent_reference text
  not_sent_why text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()
  by_panel boolean not null default false

table waymark.nrm_review  -- row-level security forced
  id uuid not null default gen_random_uuid()
  referral_id uuid not null
  child_id uuid not null
  reviewed_by uuid not null default waymark.actor_id()
  reviewed_at timestamp with time zone not null
  found text not null
  notes text
  of_version integer not null

table waymark.nrm_view  -- row-level security forced
  id uuid not null default gen_random_uuid()
  referral_id uuid not null
  child_id uuid not null
  told text not null
  told_on date
  told_how text
  not_told_why text
  wants text
  wants_reason text
  words text
  words_language text not null default 'en'::text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()
  pack_given_on date

table waymark.one_time_code
  person_id uuid not null
  sealed_secret text not null
  last_step bigint not null
  set_up_at timestamp with time zone not null default now()

table waymark.opportunity  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null
  kind text not null
  title text not null
  about text not null
  starts_at timestamp with time zone not null
  lasts text not null
  where_it_is text not null
  travel_food text not null
  thanks text not null
  runs_it text not null
  last_time text not null
  called_off boolean not null default false
  made_by uuid not null default waymark.actor_id()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.opportunity_answer  -- row-level security forced
  id uuid not null default gen_random_uuid()
  opportunity_id uuid not null
  child_id uuid not null
  answer text not null
  said_at timestamp with time zone not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.opportunity_reply  -- row-level security forced
  id uuid not null default gen_random_uuid()
  answer_id uuid not null
  child_id uuid not null
  words text not null
  by_id uuid not null default waymark.actor_id()
  at timestamp with time zone not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.organisation
  id uuid not null default gen_random_uuid()
  code text not null
  name text not null
  invented boolean not null default false
  created_at timestamp with time zone not null default now()

table waymark.organisation_file  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null default waymark.actor_organisation()
  media_type text not null
  bytes integer not null
  pieces integer not null
  seconds numeric(7,1) not null
  key_id text not null
  sealed_key bytea not null
  scan text not null
  scanned_at timestamp with time zone
  made_by uuid not null default waymark.actor_id()
  made_at timestamp with time zone not null default clock_timestamp()

table waymark.organisation_file_piece  -- row-level security forced
  file_id uuid not null
  n integer not null
  sealed bytea not null

table waymark.outcome
  id uuid not null default gen_random_uuid()
  framework_version_id uuid not null
  code text not null
  "position" integer not null
  level text not null
  polarity text not null
  defined_by text not null
  child_only boolean not null default false

table waymark.outcome_principle
  outcome_id uuid not null
  framework_version_id uuid not null
  principle_code text not null

table waymark.outcome_wording
  outcome_id uuid not null
  language text not null
  title text
  explanation text
  practice text
  title_state text
  explanation_state text
  practice_state text

table waymark.own_goal  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  words text not null
  words_language text not null default 'en'::text
  outcome_code text
  state text not null default 'current'::text
  set_on date not null default CURRENT_DATE
  said_by text not null default 'young_person'::text
  written_by uuid default waymark.actor_id()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.own_goal_event  -- row-level security forced
  id uuid not null default gen_random_uuid()
  goal_id uuid not null
  child_id uuid not null
  kind text not null
  on_day date not null default CURRENT_DATE
  words text
  words_language text not null default 'en'::text
  said_by text not null default 'young_person'::text
  written_by uuid default waymark.actor_id()
  happened_at timestamp with time zone not null default clock_timestamp()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.own_meaning  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  word text not null
  meaning text not null
  language text not null default 'en'::text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.own_setting  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  level text not null default 'main'::text
  larger_text boolean not null default false
  less_movement boolean not null default false
  colours text not null default 'as_device'::text
  private_to uuid not null default waymark.actor_id()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.own_view_of_person  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  about_staff_id uuid
  about_matters_id uuid
  view text not null
  words text
  language text not null default 'en'::text
  private_to uuid
  said_at timestamp with time zone not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.page_language  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null
  language text not null
  offered boolean not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.passkey
  id uuid not null default gen_random_uuid()
  person_id uuid not null
  credential_id text not null
  public_key bytea not null
  counter bigint not null
  transports text[] not null default '{}'::text[]
  name text not null
  added_at timestamp with time zone not null default now()
  last_used_at timestamp with time zone

table waymark.passkey_challenge
  challenge text not null
  person_id uuid
  made_at timestamp with time zone not null default now()

table waymark.person  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null
  team_id uuid
  name text not null
  role text not null
  user_name text not null
  invented boolean not null default false
  ended_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  changed_by uuid
  changed_at timestamp with time zone not null default now()

table waymark.person_away  -- row-level security forced
  id uuid not null default gen_random_uuid()
  person_id uuid not null
  from_day date not null
  until_day date not null
  written_by uuid default waymark.actor_id()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.person_who_matters  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  name text not null
  who_they_are text not null
  why text
  trusted_adult boolean not null default false
  chosen_by text not null default 'child'::text
  ended_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()
  staff_id uuid
  carer boolean not null default false
  language text not null default 'en'::text

table waymark.photo_of_somebody  -- row-level security forced
  id uuid not null
  child_id uuid not null
  matters_id uuid not null
  private_to uuid not null default waymark.actor_id()
  placed_at timestamp with time zone not null
  taken_away_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.pin_device
  id uuid not null default gen_random_uuid()
  person_id uuid not null
  token_hash bytea not null
  pin_hash text not null
  device text
  set_at timestamp with time zone not null default now()
  last_used_at timestamp with time zone
  failures integer not null default 0
  forgotten_at timestamp with time zone
  forgotten_why text

table waymark.place_of_learning  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  kind text not null
  name text not null
  began_on date not null
  ended_on date
  ended_why text
  said_by text not null default 'child'::text
  ended_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.plan  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  template_id uuid not null
  state text not null default 'draft'::text
  starts_on date not null
  strengths text
  chair_id uuid
  author_id uuid not null default waymark.actor_id()
  opened_at timestamp with time zone not null default now()
  not_heard_because text
  not_heard_on date
  hear_next_on date
  hear_next_who text
  sent_back_words text
  approved_by uuid
  approved_at timestamp with time zone
  ended_why text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.plan_action  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  plan_id uuid not null
  goal_id uuid not null
  what text not null
  plain text not null
  agency text not null
  owner_id uuid
  owner_name text
  due_on date not null
  state text not null default 'open'::text
  came_of text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.plan_conflict  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  plan_id uuid not null
  agency text not null
  words text not null
  raised_by uuid not null default waymark.actor_id()
  raised_at timestamp with time zone not null default now()
  settled_words text
  settled_by uuid
  settled_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.plan_goal  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  plan_id uuid not null
  words text not null
  words_language text not null default 'en'::text
  joint boolean not null
  own_goal_id uuid
  outcome_id uuid
  let_go_why text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.plan_head  -- row-level security forced
  template_id uuid not null
  code text not null
  place integer not null
  title text not null
  asks text not null
  source text not null
  required boolean not null

table waymark.plan_plain  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  plan_id uuid not null
  head_code text not null
  words text not null
  words_language text not null default 'en'::text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.plan_said  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  plan_id uuid not null
  head_code text
  kind text not null
  words text not null
  words_language text not null default 'en'::text
  said_by text not null
  written_by uuid not null default waymark.actor_id()
  written_at timestamp with time zone not null default clock_timestamp()
  answer text
  answer_words text
  answered_by uuid
  answered_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.plan_template  -- row-level security forced
  id uuid not null default gen_random_uuid()
  kind text not null
  nations text[] not null
  version integer not null
  title text not null
  from_day date not null
  until_day date
  source text not null
  confidence text not null

table waymark.plan_text  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  plan_id uuid not null
  template_id uuid not null
  head_code text not null
  words text not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.process  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  kind text not null
  state text not null
  language text not null default 'en'::text
  what_it_is text not null
  where_it_is text not null
  comes_next text
  can_do text
  decides text not null
  owner_id uuid default waymark.actor_id()
  ask text
  last_change_on date not null
  waiting_since date
  next_on date
  told_on date
  told_how text
  confirmed_at timestamp with time zone not null default clock_timestamp()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()
  system text
  named_person text
  ring text

table waymark.process_demand  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  process_id uuid not null
  what text not null
  on_day date not null
  until_day date
  from_time text
  until_time text
  place text
  state text not null default 'stands'::text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.process_kind
  code text not null
  called text not null
  "position" integer not null
  from_day date not null
  until_day date

table waymark.process_text  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  process_id uuid not null
  language text not null
  where_it_is text not null
  comes_next text
  can_do text
  put_by text not null
  of_version integer not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.process_wait  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  process_id uuid not null
  began_on date not null
  ended_on date
  ended_how text
  decision text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.protection_step  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  kind text not null
  state text not null
  who text not null
  asked_on date not null
  in_place_on date
  over_on date
  words text
  refused_because text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.pseudonym_key  -- row-level security forced
  organisation_id uuid not null
  key bytea not null default sha256(convert_to(((gen_random_uuid())::text || (gen_random_uuid())::text), 'UTF8'::name))

table waymark.receipt  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  organisation_id uuid not null
  subject text not null
  subject_id uuid not null
  sent_at timestamp with time zone not null
  chosen_id uuid
  kept_to uuid[]
  not_to uuid[] not null default '{}'::uuid[]
  answerer_id uuid
  answerer_why text not null
  answer_by date not null
  round integer not null default 1
  state text not null default 'waiting'::text
  state_at timestamp with time zone not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.recovery_code
  person_id uuid not null
  code_hash bytea not null
  made_at timestamp with time zone not null default now()
  used_at timestamp with time zone

table waymark.register_release  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null default waymark.actor_organisation()
  year_from date not null
  number integer not null
  made_at timestamp with time zone not null default now()
  made_by uuid not null default waymark.actor_id()
  figures jsonb not null
  policy jsonb not null

table waymark.reply_promise  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid
  kind text not null
  days integer not null
  counted text not null
  from_day date not null
  source text not null
  confidence text not null
  set_by uuid default waymark.actor_id()
  set_at timestamp with time zone not null default now()

table waymark.return_row  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  organisation_id uuid not null
  file text not null
  natural_key text not null
  said_in integer not null
  facts jsonb not null
  as_sent jsonb not null
  private_to uuid
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.review_check  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null default waymark.actor_organisation()
  kind text not null
  about text not null
  owner_id uuid not null default waymark.actor_id()
  checked_on date not null
  how text not null
  checked_at timestamp with time zone not null default clock_timestamp()

table waymark.review_clock  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid
  kind text not null
  days integer not null
  from_day date not null
  source text not null
  confidence text not null
  set_by uuid default waymark.actor_id()
  set_at timestamp with time zone not null default now()

table waymark.reviewer_appointment  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null
  person_id uuid not null
  from_day date not null
  until_day date
  appointed_by uuid not null default waymark.actor_id()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.row_history  -- row-level security forced
  id bigint not null generated always as identity
  table_name text not null
  row_id uuid not null
  child_id uuid
  version integer not null
  was jsonb not null
  changed_by uuid
  changed_at timestamp with time zone not null
  replaced_by uuid
  replaced_at timestamp with time zone not null default clock_timestamp()
  private_to uuid

table waymark.safety_asking
  from_day date not null
  days integer not null
  why text not null

table waymark.sent_form  -- row-level security forced
  person_id uuid not null default waymark.actor_id()
  once uuid not null
  body_mac bytea not null
  went_to text not null
  sent_at timestamp with time zone not null default clock_timestamp()

table waymark.session
  id uuid not null default gen_random_uuid()
  person_id uuid not null
  token_hash bytea not null
  step text not null default 'signed-in'::text
  created_at timestamp with time zone not null default now()
  last_seen_at timestamp with time zone not null default now()
  ended_at timestamp with time zone
  ended_why text
  address inet
  device text
  holding jsonb not null default '{}'::jsonb
  passed_factor boolean not null default false
  idle_minutes integer not null default 30
  longest_minutes integer not null default 720
  borrowed boolean not null default false

table waymark.session_quote  -- row-level security forced
  id uuid not null default gen_random_uuid()
  session_id uuid not null
  child_id uuid not null
  words text not null
  words_language text not null default 'en'::text
  state text not null default 'waiting'::text
  level text
  shown_name text
  said_at timestamp with time zone
  written_by uuid not null default waymark.actor_id()
  written_at timestamp with time zone not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.sessions_ended  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  why text not null
  sessions integer not null
  devices_forgotten boolean not null
  ended_by uuid not null default waymark.actor_id()
  ended_at timestamp with time zone not null default now()
  told_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.setting_suggestion  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  about text not null
  share text
  why text not null
  suggested_by uuid not null default waymark.actor_id()
  suggested_at timestamp with time zone not null default now()
  answer text
  answered_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.sharing_choice  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  kind text not null
  choice text not null
  people uuid[] not null default '{}'::uuid[]
  private_to uuid not null default waymark.actor_id()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.shown_line  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  about text not null
  line_id uuid not null
  line_version integer not null
  shown_by uuid not null default waymark.actor_id()
  shown_at timestamp with time zone not null default now()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.sign_in_attempt
  id bigint not null generated always as identity
  at timestamp with time zone not null default now()
  user_name_hash bytea not null
  address inet
  succeeded boolean not null

table waymark.situation_element  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  situation_id uuid not null
  element text not null
  finding text not null
  kinds text[] not null default '{}'::text[]
  rests_on_text text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.situation_form  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  situation_id uuid not null
  form_id uuid not null
  ended_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.somebody_now  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  organisation_id uuid not null
  sent_at timestamp with time zone not null
  asked_id uuid
  asked_at timestamp with time zone not null
  state text not null default 'asked'::text
  state_at timestamp with time zone not null
  seen_by uuid
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.somebody_now_step  -- row-level security forced
  id uuid not null default gen_random_uuid()
  signal_id uuid not null
  child_id uuid not null
  kind text not null
  at timestamp with time zone not null
  by_id uuid default waymark.actor_id()
  to_id uuid
  to_name text
  to_phone text
  words text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.staff_photo  -- row-level security forced
  id uuid not null
  person_id uuid not null default waymark.actor_id()
  media_type text not null
  bytes integer not null
  key_id text not null
  sealed_key bytea not null
  sealed bytea not null
  scan text not null
  scanned_at timestamp with time zone
  placed_at timestamp with time zone not null
  taken_away_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.stage_release  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null default waymark.actor_organisation()
  year_from date not null
  on_day date not null
  number integer not null
  made_at timestamp with time zone not null default now()
  made_by uuid not null default waymark.actor_id()
  figures jsonb not null
  policy jsonb not null

table waymark.statement  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  author_id uuid not null default waymark.actor_id()
  status text not null default 'draft'::text
  audience text
  occasion_id uuid
  company text not null default 'alone'::text
  company_who text
  company_relationship text
  interpreter_mode text not null default 'none_needed'::text
  interpreter_language text
  language text not null default 'en'::text
  started_at timestamp with time zone not null default clock_timestamp()
  sent_at timestamp with time zone
  withdrawn_at timestamp with time zone
  withdrawn_reason text
  private_to uuid generated always as (author_id) stored
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()
  about text

table waymark.statement_beside  -- row-level security forced
  id uuid not null default gen_random_uuid()
  part_id uuid not null
  child_id uuid not null
  kind text not null
  words text not null
  language text not null
  made_by text not null
  made_by_who text not null
  written_by uuid not null default waymark.actor_id()
  written_at timestamp with time zone not null default clock_timestamp()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.statement_not_said  -- row-level security forced
  id uuid not null default gen_random_uuid()
  beside_id uuid not null
  child_id uuid not null
  words text
  words_language text not null default 'en'::text
  said_at timestamp with time zone not null default clock_timestamp()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.statement_opening  -- row-level security forced
  id uuid not null default gen_random_uuid()
  statement_id uuid not null
  child_id uuid not null
  person_id uuid not null default waymark.actor_id()
  opened_at timestamp with time zone not null default clock_timestamp()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.statement_part  -- row-level security forced
  id uuid not null default gen_random_uuid()
  statement_id uuid not null
  child_id uuid not null
  medium text not null
  words text
  words_language text not null default 'en'::text
  cards text[]
  file_id uuid
  taken_out boolean not null default false
  made_at timestamp with time zone not null default clock_timestamp()
  private_to uuid default waymark.actor_id()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()
  asks text

table waymark.statement_passed_on  -- row-level security forced
  id uuid not null default gen_random_uuid()
  statement_id uuid not null
  child_id uuid not null
  to_person uuid not null
  by_person uuid not null default waymark.actor_id()
  reason text not null
  why text not null
  passed_on_at timestamp with time zone not null default clock_timestamp()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.statement_recipient  -- row-level security forced
  id uuid not null default gen_random_uuid()
  statement_id uuid not null
  child_id uuid not null
  person_id uuid not null
  taken_out boolean not null default false
  private_to uuid default waymark.actor_id()
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.statistics_release  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null default waymark.actor_organisation()
  year_from date not null
  framework_version_id uuid not null
  number integer not null
  made_at timestamp with time zone not null default now()
  made_by uuid not null default waymark.actor_id()
  figures jsonb not null
  policy jsonb not null

table waymark.stored_file  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  kind text not null
  media_type text not null
  bytes integer not null
  pieces integer not null
  width integer
  height integer
  seconds numeric(7,1)
  key_id text not null
  sealed_key bytea not null
  scan text not null
  scanned_at timestamp with time zone
  made_by uuid not null default waymark.actor_id()
  made_at timestamp with time zone not null default clock_timestamp()
  private_to uuid generated always as (made_by) stored
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.stored_file_piece  -- row-level security forced
  file_id uuid not null
  child_id uuid not null
  n integer not null
  sealed bytea not null

table waymark.taking_part_wish  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  do_not_ask boolean not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.team  -- row-level security
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null
  name text not null

table waymark.text_recording  -- row-level security forced
  id uuid not null default gen_random_uuid()
  number bigint not null generated always as identity
  organisation_id uuid not null default waymark.actor_organisation()
  language text not null
  place text not null
  spoken text not null
  file_id uuid not null
  speaker text not null
  speaker_agreed boolean not null
  added_by uuid not null default waymark.actor_id()
  added_at timestamp with time zone not null default clock_timestamp()

table waymark.text_recording_act  -- row-level security forced
  id uuid not null default gen_random_uuid()
  recording_id uuid not null
  act text not null
  note text
  done_by uuid not null default waymark.actor_id()
  done_at timestamp with time zone not null default clock_timestamp()

table waymark.trusted_answer  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  answer text not null
  said_at timestamp with time zone not null
  said_by text not null default 'child'::text
  words text
  language text not null default 'en'::text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.trusted_time  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  matters_id uuid not null
  began_at timestamp with time zone not null
  ended_at timestamp with time zone
  chosen_by text not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.voice_stage  -- row-level security forced
  code text not null
  from_day date not null
  place integer not null
  title text not null
  near text not null
  meaning text not null
  opened_under_days integer
  nobody_over_days integer
  adult_from integer
  defined_by text not null
  source text not null
  confidence text not null

table waymark.wait_release  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null default waymark.actor_organisation()
  year_from date not null
  on_day date not null
  number integer not null
  made_at timestamp with time zone not null default now()
  made_by uuid not null default waymark.actor_id()
  figures jsonb not null
  policy jsonb not null

table waymark.waiting_words  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  process_id uuid not null
  words text not null
  language text not null default 'en'::text
  said_by text not null
  said_on date not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.walled_note  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  area text not null
  kind text not null
  words text not null
  language text not null default 'en'::text
  from_whom text not null
  on_day date not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.way_in_code
  id uuid not null default gen_random_uuid()
  person_id uuid not null
  code_hash bytea not null
  given_by uuid not null
  given_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  used_at timestamp with time zone
  ended_at timestamp with time zone
  ended_why text

table waymark.way_to_reach  -- row-level security forced
  id uuid not null default gen_random_uuid()
  person_id uuid not null
  phone text
  hours text
  when_away text
  cover_name text
  cover_phone text
  away_from date
  away_until date
  language text not null default 'en'::text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.word_given  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  by_id uuid not null default waymark.actor_id()
  at timestamp with time zone not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.word_wish  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  often text not null
  chosen_at timestamp with time zone not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.wording_advice  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  organisation_id uuid not null default waymark.actor_organisation()
  person_id uuid not null default waymark.actor_id()
  batch uuid not null
  path text not null
  field text not null
  code text not null
  words text not null
  change_at text
  state text not null default 'open'::text
  reason text
  reason_words text
  advised_at timestamp with time zone not null default now()
  settled_at timestamp with time zone
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

table waymark.wording_look  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null default waymark.actor_organisation()
  on_day date not null
  found text[] not null default '{}'::text[]

table waymark.wording_phrase  -- row-level security forced
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null default waymark.actor_organisation()
  code text not null
  version integer not null
  in_use boolean not null
  label text not null
  ways text[] not null default '{}'::text[]
  unless text[] not null default '{}'::text[]
  say text not null
  why text not null
  because text not null
  written_by uuid not null default waymark.actor_id()
  written_at timestamp with time zone not null default clock_timestamp()

table waymark.worker_episode  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  organisation_id uuid not null
  began_on date not null
  ended_on date
  worker text
  ended_because text
  said_in integer not null
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

-- Views -------------------------------------------------------------------------------------



-- Constraints -------------------------------------------------------------------------------

waymark.about_me: about_me_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.about_me: about_me_child_id_topic_key UNIQUE (child_id, topic)

waymark.about_me: about_me_pkey PRIMARY KEY (id)

waymark.about_me: about_me_said_by_check CHECK ((said_by = ANY (ARRAY['child'::text, 'child_with_someone'::text, 'someone_else'::text])))

waymark.about_me: about_me_said_by_name_check CHECK ((length(said_by_name) <= 200))

waymark.about_me: about_me_topic_check CHECK ((topic = ANY (ARRAY['want_known'::text, 'strengths'::text, 'got_through'::text, 'wishes'::text, 'please_dont_ask'::text, 'culture'::text, 'faith'::text, 'identity'::text])))

waymark.about_me: about_me_words_check CHECK (((length(words) >= 1) AND (length(words) <= 5000)))

waymark.access_event: access_event_body_check CHECK (((length(body) >= 1) AND (length(body) <= 200)))

waymark.access_event: access_event_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.access_event: access_event_kind_check CHECK ((kind = ANY (ARRAY['referred'::text, 'refused'::text, 'waiting'::text, 'offered'::text, 'started'::text, 'stopped'::text, 'not_wanted_now'::text])))

waymark.access_event: access_event_pkey PRIMARY KEY (id)

waymark.access_event: access_event_request_id_fkey FOREIGN KEY (request_id) REFERENCES waymark.access_request(id)

waymark.access_event: access_event_support_check CHECK ((length(support) <= 200))

waymark.access_event: access_event_why_check CHECK ((length(why) <= 1000))

waymark.access_event: refused_says_why CHECK (((kind <> 'refused'::text) OR (why IS NOT NULL)))

waymark.access_event: started_says_what CHECK (((kind <> 'started'::text) OR (support IS NOT NULL)))

waymark.access_request: access_request_asked_by_check CHECK ((asked_by = ANY (ARRAY['child'::text, 'family'::text, 'someone_else'::text])))

waymark.access_request: access_request_barrier_id_fkey FOREIGN KEY (barrier_id) REFERENCES waymark.barrier(id)

waymark.access_request: access_request_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.access_request: access_request_child_words_check CHECK ((length(child_words) <= 2000))

waymark.access_request: access_request_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.access_request: access_request_pkey PRIMARY KEY (id)

waymark.access_request: access_request_service_check CHECK ((service = ANY (ARRAY['health'::text, 'mental_health'::text, 'education'::text])))

waymark.access_request: access_request_what_check CHECK (((length(what) >= 1) AND (length(what) <= 300)))

waymark.access_request: learning_names_its_barrier CHECK (((service <> 'education'::text) OR (barrier_id IS NOT NULL)))

waymark.age_doubt: age_doubt_adult_of_their_choice_check CHECK ((adult_of_their_choice = ANY (ARRAY['yes'::text, 'no'::text, 'not_known'::text])))

waymark.age_doubt: age_doubt_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.age_doubt: age_doubt_decides_check CHECK ((length(decides) <= 200))

waymark.age_doubt: age_doubt_doubted_by_check CHECK ((doubted_by = ANY (ARRAY['home_office'::text, 'council'::text, 'court'::text, 'police'::text, 'health'::text, 'school'::text, 'other'::text])))

waymark.age_doubt: age_doubt_effect_check CHECK ((length(effect) <= 2000))

waymark.age_doubt: age_doubt_effect_language_check CHECK (((length(effect_language) >= 2) AND (length(effect_language) <= 35)))

waymark.age_doubt: age_doubt_guardian_check CHECK ((guardian = ANY (ARRAY['yes'::text, 'no'::text, 'not_known'::text])))

waymark.age_doubt: age_doubt_heard_before_decision_check CHECK ((heard_before_decision = ANY (ARRAY['yes'::text, 'no'::text, 'not_known'::text])))

waymark.age_doubt: age_doubt_interpreter_check CHECK ((interpreter = ANY (ARRAY['yes'::text, 'no'::text, 'not_needed'::text, 'not_known'::text])))

waymark.age_doubt: age_doubt_legal_help_check CHECK ((legal_help = ANY (ARRAY['yes'::text, 'no'::text, 'not_known'::text])))

waymark.age_doubt: age_doubt_outcome_check CHECK ((outcome = ANY (ARRAY['open'::text, 'as_they_say'::text, 'another_age'::text, 'over_18'::text, 'doubt_withdrawn'::text, 'challenged'::text])))

waymark.age_doubt: age_doubt_outcome_words_check CHECK ((length(outcome_words) <= 2000))

waymark.age_doubt: age_doubt_pkey PRIMARY KEY (id)

waymark.age_doubt: age_doubt_who_check CHECK (((length(who) >= 1) AND (length(who) <= 200)))

waymark.age_doubt: age_doubt_why_check CHECK (((length(why) >= 1) AND (length(why) <= 2000)))

waymark.age_doubt: outcome_after_the_doubt CHECK (((outcome_on IS NULL) OR (outcome_on >= doubted_on)))

waymark.age_doubt: outcome_has_its_day CHECK (((outcome = ANY (ARRAY['open'::text, 'challenged'::text])) OR (outcome_on IS NOT NULL)))

waymark.agency_view_of_person: about_one_person CHECK ((num_nonnulls(about_staff_id, about_matters_id) = 1))

waymark.agency_view_of_person: agency_view_of_person_about_matters_id_fkey FOREIGN KEY (about_matters_id) REFERENCES waymark.person_who_matters(id)

waymark.agency_view_of_person: agency_view_of_person_about_staff_id_fkey FOREIGN KEY (about_staff_id) REFERENCES waymark.person(id)

waymark.agency_view_of_person: agency_view_of_person_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.agency_view_of_person: agency_view_of_person_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.agency_view_of_person: agency_view_of_person_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.agency_view_of_person: agency_view_of_person_pkey PRIMARY KEY (id)

waymark.agency_view_of_person: agency_view_of_person_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))

waymark.agency_view_of_person: agency_view_of_person_source_check CHECK (((length(source) >= 1) AND (length(source) <= 300)))

waymark.agency_view_of_person: agency_view_of_person_told_how_check CHECK ((length(told_how) <= 500))

waymark.agency_view_of_person: agency_view_of_person_view_check CHECK ((view = ANY (ARRAY['protective'::text, 'risk'::text, 'unknown'::text])))

waymark.allocation: allocation_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.allocation: allocation_ended_why_check CHECK ((length(ended_why) <= 500))

waymark.allocation: allocation_part_check CHECK ((part = ANY (ARRAY['key_worker'::text, 'social_worker'::text, 'guardian'::text, 'personal_adviser'::text, 'advocate'::text, 'reviewing_officer'::text, 'other'::text])))

waymark.allocation: allocation_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.allocation: allocation_pkey PRIMARY KEY (id)

waymark.allocation: ends_after_start CHECK (((ended_on IS NULL) OR (ended_on >= started_on)))

waymark.appointment: a_missed_promise_is_said CHECK (((state <> 'missed_by_us'::text) OR ((said_sorry IS NOT NULL) AND (next_step IS NOT NULL) AND (next_step_by IS NOT NULL))))

waymark.appointment: appointment_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.appointment: appointment_comes_along_check CHECK ((length(comes_along) <= 200))

waymark.appointment: appointment_explained_check CHECK (((length(explained) >= 3) AND (length(explained) <= 1000)))

waymark.appointment: appointment_how_to_get_there_check CHECK ((length(how_to_get_there) <= 1000))

waymark.appointment: appointment_interpreter_check CHECK ((interpreter = ANY (ARRAY['not_needed'::text, 'booked'::text, 'asked_for'::text, 'not_yet'::text])))

waymark.appointment: appointment_interpreter_note_check CHECK ((length(interpreter_note) <= 200))

waymark.appointment: appointment_kind_check CHECK ((kind = ANY (ARRAY['visit'::text, 'call'::text, 'meeting'::text, 'health'::text, 'learning'::text, 'legal'::text, 'fun'::text, 'other'::text])))

waymark.appointment: appointment_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.appointment: appointment_next_step_by_check CHECK ((length(next_step_by) <= 200))

waymark.appointment: appointment_next_step_check CHECK ((length(next_step) <= 500))

waymark.appointment: appointment_pkey PRIMARY KEY (id)

waymark.appointment: appointment_place_check CHECK (((length(place) >= 1) AND (length(place) <= 300)))

waymark.appointment: appointment_said_sorry_check CHECK (((length(said_sorry) >= 1) AND (length(said_sorry) <= 1000)))

waymark.appointment: appointment_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'cancelled'::text, 'held'::text, 'missed_by_us'::text, 'missed_by_others'::text, 'they_could_not'::text, 'not_held'::text])))

waymark.appointment: appointment_why_check CHECK (((length(why) >= 1) AND (length(why) <= 1000)))

waymark.appointment: appointment_with_id_fkey FOREIGN KEY (with_id) REFERENCES waymark.person(id)

waymark.appointment: appointment_with_whom_check CHECK (((length(with_whom) >= 1) AND (length(with_whom) <= 200)))

waymark.appointment: ends_after_it_begins CHECK (((ends_at IS NULL) OR (ends_at > starts_at)))

waymark.appointment_answer: appointment_answer_answer_check CHECK ((answer = ANY (ARRAY['can'::text, 'cannot'::text, 'change'::text, 'with_someone'::text])))

waymark.appointment_answer: appointment_answer_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES waymark.appointment(id)

waymark.appointment_answer: appointment_answer_appointment_id_key UNIQUE (appointment_id)

waymark.appointment_answer: appointment_answer_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.appointment_answer: appointment_answer_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.appointment_answer: appointment_answer_pkey PRIMARY KEY (id)

waymark.appointment_answer: appointment_answer_words_check CHECK ((length(words) <= 2000))

waymark.appointment_change: appointment_change_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES waymark.appointment(id)

waymark.appointment_change: appointment_change_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.appointment_change: appointment_change_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.appointment_change: appointment_change_pkey PRIMARY KEY (id)

waymark.appointment_change: appointment_change_why_check CHECK (((length(why) >= 3) AND (length(why) <= 1000)))

waymark.asked_not_about: asked_not_about_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.asked_not_about: asked_not_about_child_id_key UNIQUE (child_id)

waymark.asked_not_about: asked_not_about_pkey PRIMARY KEY (id)

waymark.asked_not_about: asked_not_about_topics_check CHECK ((cardinality(topics) <= 200))

waymark.assessment: assessment_affected_check CHECK (((length(affected) >= 1) AND (length(affected) <= 5000)))

waymark.assessment: assessment_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES waymark.person(id)

waymark.assessment: assessment_best_interests_check CHECK (((length(best_interests) >= 1) AND (length(best_interests) <= 5000)))

waymark.assessment: assessment_chosen_option_id_id_fkey FOREIGN KEY (chosen_option_id, id) REFERENCES waymark.assessment_option(id, assessment_id)

waymark.assessment: assessment_decision_check CHECK (((length(decision) >= 1) AND (length(decision) <= 5000)))

waymark.assessment: assessment_not_involved_because_check CHECK (((length(not_involved_because) >= 1) AND (length(not_involved_because) <= 5000)))

waymark.assessment: assessment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.assessment: assessment_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES waymark.person(id)

waymark.assessment: assessment_owner_post_check CHECK (((length(owner_post) >= 1) AND (length(owner_post) <= 200)))

waymark.assessment: assessment_pkey PRIMARY KEY (id)

waymark.assessment: assessment_proposal_check CHECK (((length(proposal) >= 1) AND (length(proposal) <= 5000)))

waymark.assessment: assessment_section_texts_check CHECK ((jsonb_typeof(section_texts) = 'object'::text))

waymark.assessment: assessment_template_id_fkey FOREIGN KEY (template_id) REFERENCES waymark.assessment_template(id)

waymark.assessment: assessment_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))

waymark.assessment: assessment_twin_change_check CHECK (((length(twin_change) >= 1) AND (length(twin_change) <= 2000)))

waymark.assessment: assessment_twin_decided_check CHECK (((length(twin_decided) >= 1) AND (length(twin_decided) <= 2000)))

waymark.assessment: assessment_twin_next_check CHECK (((length(twin_next) >= 1) AND (length(twin_next) <= 2000)))

waymark.assessment: assessment_twin_said_check CHECK (((length(twin_said) >= 1) AND (length(twin_said) <= 2000)))

waymark.assessment: assessment_twin_what_check CHECK (((length(twin_what) >= 1) AND (length(twin_what) <= 2000)))

waymark.assessment: effect_after_drafting CHECK ((takes_effect_on >= drafting_began_on))

waymark.assessment: involved_after_reason CHECK ((involve_by >= not_involved_on))

waymark.assessment: reason_is_dated CHECK ((num_nonnulls(not_involved_because, not_involved_on, involve_by) = ANY (ARRAY[0, 3])))

waymark.assessment: review_after_effect CHECK ((review_on > takes_effect_on))

waymark.assessment_evidence: assessment_evidence_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES waymark.assessment(id)

waymark.assessment_evidence: assessment_evidence_citation_check CHECK (((length(citation) >= 1) AND (length(citation) <= 1000)))

waymark.assessment_evidence: assessment_evidence_gaps_check CHECK (((length(gaps) >= 1) AND (length(gaps) <= 2000)))

waymark.assessment_evidence: assessment_evidence_id_assessment_id_key UNIQUE (id, assessment_id)

waymark.assessment_evidence: assessment_evidence_kind_check CHECK ((kind = ANY (ARRAY['children'::text, 'research'::text, 'statistics'::text, 'practice'::text, 'law'::text, 'inspection'::text, 'other'::text])))

waymark.assessment_evidence: assessment_evidence_pkey PRIMARY KEY (id)

waymark.assessment_evidence: assessment_evidence_strength_check CHECK ((strength = ANY (ARRAY['strong'::text, 'some'::text, 'weak'::text, 'not_judged'::text])))

waymark.assessment_evidence: assessment_evidence_tells_check CHECK (((length(tells) >= 1) AND (length(tells) <= 3000)))

waymark.assessment_group: assessment_group_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES waymark.assessment(id)

waymark.assessment_group: assessment_group_how_check CHECK (((length(how) >= 1) AND (length(how) <= 2000)))

waymark.assessment_group: assessment_group_id_assessment_id_key UNIQUE (id, assessment_id)

waymark.assessment_group: assessment_group_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))

waymark.assessment_group: assessment_group_pkey PRIMARY KEY (id)

waymark.assessment_group: assessment_group_touched_check CHECK ((touched = ANY (ARRAY['directly'::text, 'indirectly'::text])))

waymark.assessment_impact: assessment_impact_article_check CHECK (((article >= 1) AND (article <= 42)))

waymark.assessment_impact: assessment_impact_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES waymark.assessment(id)

waymark.assessment_impact: assessment_impact_confidence_check CHECK ((confidence = ANY (ARRAY['well_supported'::text, 'some_support'::text, 'weak_support'::text, 'no_evidence'::text])))

waymark.assessment_impact: assessment_impact_direction_check CHECK ((direction = ANY (ARRAY['helps'::text, 'harms'::text, 'mixed'::text, 'cannot_tell'::text])))

waymark.assessment_impact: assessment_impact_effect_check CHECK (((length(effect) >= 1) AND (length(effect) <= 2000)))

waymark.assessment_impact: assessment_impact_group_id_assessment_id_fkey FOREIGN KEY (group_id, assessment_id) REFERENCES waymark.assessment_group(id, assessment_id)

waymark.assessment_impact: assessment_impact_id_assessment_id_key UNIQUE (id, assessment_id)

waymark.assessment_impact: assessment_impact_mitigation_check CHECK (((length(mitigation) >= 1) AND (length(mitigation) <= 2000)))

waymark.assessment_impact: assessment_impact_option_id_assessment_id_fkey FOREIGN KEY (option_id, assessment_id) REFERENCES waymark.assessment_option(id, assessment_id)

waymark.assessment_impact: assessment_impact_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES waymark.outcome(id)

waymark.assessment_impact: assessment_impact_pkey PRIMARY KEY (id)

waymark.assessment_impact: confidence_follows_evidence CHECK (((evidence_ids = '{}'::uuid[]) = (confidence = 'no_evidence'::text)))

waymark.assessment_impact: harm_is_answered CHECK (((direction <> ALL (ARRAY['harms'::text, 'mixed'::text])) OR (mitigation IS NOT NULL)))

waymark.assessment_involvement: assessment_involvement_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES waymark.assessment(id)

waymark.assessment_involvement: assessment_involvement_changed_check CHECK (((length(changed) >= 1) AND (length(changed) <= 5000)))

waymark.assessment_involvement: assessment_involvement_how_check CHECK (((length(how) >= 1) AND (length(how) <= 2000)))

waymark.assessment_involvement: assessment_involvement_how_many_check CHECK (((how_many >= 1) AND (how_many <= 100000)))

waymark.assessment_involvement: assessment_involvement_id_assessment_id_key UNIQUE (id, assessment_id)

waymark.assessment_involvement: assessment_involvement_not_changed_check CHECK (((length(not_changed) >= 1) AND (length(not_changed) <= 5000)))

waymark.assessment_involvement: assessment_involvement_pkey PRIMARY KEY (id)

waymark.assessment_involvement: assessment_involvement_said_check CHECK (((length(said) >= 1) AND (length(said) <= 5000)))

waymark.assessment_involvement: assessment_involvement_who_check CHECK (((length(who) >= 1) AND (length(who) <= 1000)))

waymark.assessment_involvement: ends_after_it_began CHECK ((ended_on >= began_on))

waymark.assessment_measure: assessment_measure_acts_when_check CHECK (((length(acts_when) >= 1) AND (length(acts_when) <= 2000)))

waymark.assessment_measure: assessment_measure_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES waymark.assessment(id)

waymark.assessment_measure: assessment_measure_id_assessment_id_key UNIQUE (id, assessment_id)

waymark.assessment_measure: assessment_measure_kind_check CHECK ((kind = ANY (ARRAY['outcome'::text, 'other'::text])))

waymark.assessment_measure: assessment_measure_name_check CHECK (((length(name) >= 1) AND (length(name) <= 300)))

waymark.assessment_measure: assessment_measure_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES waymark.outcome(id)

waymark.assessment_measure: assessment_measure_pkey PRIMARY KEY (id)

waymark.assessment_measure: assessment_measure_source_check CHECK (((length(source) >= 1) AND (length(source) <= 500)))

waymark.assessment_measure: assessment_measure_watched_by_check CHECK (((length(watched_by) >= 1) AND (length(watched_by) <= 200)))

waymark.assessment_measure: measure_is_named CHECK (
CASE kind
    WHEN 'outcome'::text THEN (outcome_id IS NOT NULL)
    ELSE ((name IS NOT NULL) AND (source IS NOT NULL))
END)

waymark.assessment_option: assessment_option_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES waymark.assessment(id)

waymark.assessment_option: assessment_option_description_check CHECK (((length(description) >= 1) AND (length(description) <= 2000)))

waymark.assessment_option: assessment_option_id_assessment_id_key UNIQUE (id, assessment_id)

waymark.assessment_option: assessment_option_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))

waymark.assessment_option: assessment_option_pkey PRIMARY KEY (id)

waymark.assessment_published: assessment_published_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES waymark.assessment(id)

waymark.assessment_published: assessment_published_assessment_id_number_key UNIQUE (assessment_id, number)

waymark.assessment_published: assessment_published_figures_check CHECK ((jsonb_typeof(figures) = 'object'::text))

waymark.assessment_published: assessment_published_number_check CHECK ((number > 0))

waymark.assessment_published: assessment_published_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.assessment_published: assessment_published_pkey PRIMARY KEY (id)

waymark.assessment_published: assessment_published_signed_as_check CHECK (((length(signed_as) >= 1) AND (length(signed_as) <= 200)))

waymark.assessment_published: assessment_published_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES waymark.person(id)

waymark.assessment_published: assessment_published_what_changed_check CHECK (((length(what_changed) >= 1) AND (length(what_changed) <= 3000)))

waymark.assessment_published: assessment_published_why_changed_check CHECK (((length(why_changed) >= 1) AND (length(why_changed) <= 3000)))

waymark.assessment_review: assessment_review_asked_children_check CHECK (((length(asked_children) >= 1) AND (length(asked_children) <= 5000)))

waymark.assessment_review: assessment_review_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES waymark.assessment(id)

waymark.assessment_review: assessment_review_completed_by_fkey FOREIGN KEY (completed_by) REFERENCES waymark.person(id)

waymark.assessment_review: assessment_review_figures_check CHECK ((jsonb_typeof(figures) = 'object'::text))

waymark.assessment_review: assessment_review_id_assessment_id_key UNIQUE (id, assessment_id)

waymark.assessment_review: assessment_review_no_more_because_check CHECK (((length(no_more_because) >= 1) AND (length(no_more_because) <= 3000)))

waymark.assessment_review: assessment_review_pkey PRIMARY KEY (id)

waymark.assessment_review: assessment_review_signed_as_check CHECK (((length(signed_as) >= 1) AND (length(signed_as) <= 200)))

waymark.assessment_review: assessment_review_unintended_check CHECK (((length(unintended) >= 1) AND (length(unintended) <= 5000)))

waymark.assessment_review: assessment_review_what_next_check CHECK (((length(what_next) >= 1) AND (length(what_next) <= 5000)))

waymark.assessment_review: completed_whole CHECK ((num_nonnulls(completed_at, completed_by, signed_as, document) = ANY (ARRAY[0, 4])))

waymark.assessment_review: next_after_this CHECK ((next_review_on > due_on))

waymark.assessment_review_finding: assessment_review_finding_impact_id_assessment_id_fkey FOREIGN KEY (impact_id, assessment_id) REFERENCES waymark.assessment_impact(id, assessment_id)

waymark.assessment_review_finding: assessment_review_finding_observed_check CHECK ((observed = ANY (ARRAY['happened'::text, 'did_not'::text, 'otherwise'::text, 'cannot_tell'::text])))

waymark.assessment_review_finding: assessment_review_finding_pkey PRIMARY KEY (id)

waymark.assessment_review_finding: assessment_review_finding_review_id_assessment_id_fkey FOREIGN KEY (review_id, assessment_id) REFERENCES waymark.assessment_review(id, assessment_id)

waymark.assessment_review_finding: assessment_review_finding_review_id_impact_id_key UNIQUE (review_id, impact_id)

waymark.assessment_review_finding: assessment_review_finding_seen_check CHECK (((length(seen) >= 1) AND (length(seen) <= 3000)))

waymark.assessment_revision: assessment_revision_pkey PRIMARY KEY (of_id)

waymark.assessment_sign_off: answered_whole CHECK ((num_nonnulls(answer, answered_by, answered_at) = ANY (ARRAY[0, 3])))

waymark.assessment_sign_off: assessment_sign_off_answer_check CHECK ((answer = ANY (ARRAY['published'::text, 'handed_back'::text])))

waymark.assessment_sign_off: assessment_sign_off_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES waymark.person(id)

waymark.assessment_sign_off: assessment_sign_off_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES waymark.person(id)

waymark.assessment_sign_off: assessment_sign_off_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES waymark.assessment(id)

waymark.assessment_sign_off: assessment_sign_off_pkey PRIMARY KEY (id)

waymark.assessment_sign_off: assessment_sign_off_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 3000)))

waymark.assessment_sign_off: handed_back_with_a_reason CHECK (((answer IS DISTINCT FROM 'handed_back'::text) OR (reason IS NOT NULL)))

waymark.assessment_template: assessment_template_confidence_check CHECK ((confidence = ANY (ARRAY['read'::text, 'partly_read'::text, 'to_be_checked'::text])))

waymark.assessment_template: assessment_template_definition_check CHECK ((jsonb_typeof((definition -> 'stages'::text)) = 'array'::text))

waymark.assessment_template: assessment_template_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))

waymark.assessment_template: assessment_template_nation_check CHECK ((nation = ANY (ARRAY['scotland'::text, 'wales'::text, 'northern_ireland'::text, 'england'::text])))

waymark.assessment_template: assessment_template_nation_version_key UNIQUE (nation, version)

waymark.assessment_template: assessment_template_pkey PRIMARY KEY (id)

waymark.assessment_template: assessment_template_source_check CHECK (((length(source) >= 1) AND (length(source) <= 2000)))

waymark.assessment_template: assessment_template_version_check CHECK (((length(version) >= 1) AND (length(version) <= 40)))

waymark.assessment_words: assessment_words_agreed_how_check CHECK (((length(agreed_how) >= 1) AND (length(agreed_how) <= 500)))

waymark.assessment_words: assessment_words_answered_check CHECK (((length(answered) >= 1) AND (length(answered) <= 3000)))

waymark.assessment_words: assessment_words_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES waymark.assessment(id)

waymark.assessment_words: assessment_words_id_assessment_id_key UNIQUE (id, assessment_id)

waymark.assessment_words: assessment_words_involvement_id_assessment_id_fkey FOREIGN KEY (involvement_id, assessment_id) REFERENCES waymark.assessment_involvement(id, assessment_id)

waymark.assessment_words: assessment_words_language_check CHECK ((language ~ '^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$'::text))

waymark.assessment_words: assessment_words_pkey PRIMARY KEY (id)

waymark.assessment_words: assessment_words_said_by_check CHECK (((length(said_by) >= 1) AND (length(said_by) <= 200)))

waymark.assessment_words: assessment_words_words_check CHECK (((length(words) >= 1) AND (length(words) <= 3000)))

waymark.assessment_words: dissent_is_answered CHECK (((NOT dissent) OR (answered IS NOT NULL)))

waymark.assessment_words_printed: assessment_words_printed_pkey PRIMARY KEY (published_id, words_id)

waymark.assessment_words_printed: assessment_words_printed_published_id_fkey FOREIGN KEY (published_id) REFERENCES waymark.assessment_published(id)

waymark.assessment_words_printed: assessment_words_printed_words_id_fkey FOREIGN KEY (words_id) REFERENCES waymark.assessment_words(id)

waymark.audit_entry: audit_entry_action_check CHECK (((length(action) >= 1) AND (length(action) <= 100)))

waymark.audit_entry: audit_entry_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'invalid'::text, 'not-found'::text, 'refused'::text, 'failed'::text])))

waymark.audit_entry: audit_entry_pkey PRIMARY KEY (id)

waymark.audit_seal: audit_seal_pkey PRIMARY KEY (id)

waymark.audit_unsealed: audit_unsealed_pkey PRIMARY KEY (entry_id)

waymark.bank_holiday: bank_holiday_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))

waymark.bank_holiday: bank_holiday_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.bank_holiday: bank_holiday_pkey PRIMARY KEY (organisation_id, on_day)

waymark.barrier: action_has_somebody CHECK (((action IS NULL) OR (action_by IS NOT NULL)))

waymark.barrier: barrier_action_by_check CHECK ((length(action_by) <= 200))

waymark.barrier: barrier_action_check CHECK ((length(action) <= 1000))

waymark.barrier: barrier_body_check CHECK (((length(body) >= 1) AND (length(body) <= 200)))

waymark.barrier: barrier_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.barrier: barrier_child_words_check CHECK ((length(child_words) <= 2000))

waymark.barrier: barrier_ended_how_check CHECK ((length(ended_how) <= 500))

waymark.barrier: barrier_is_not_the_child CHECK (((NOT waymark.blames_the_child(what)) AND (NOT waymark.blames_the_child(body)) AND (NOT waymark.is_no_body(body))))

waymark.barrier: barrier_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.barrier: barrier_level_check CHECK ((level = ANY (ARRAY['law'::text, 'system'::text, 'service'::text, 'attitude'::text])))

waymark.barrier: barrier_pkey PRIMARY KEY (id)

waymark.barrier: barrier_theme_fkey FOREIGN KEY (theme) REFERENCES waymark.barrier_theme(code)

waymark.barrier: barrier_use_level_check CHECK ((use_level = ANY (ARRAY['not_asked'::text, 'here_only'::text, 'counted'::text, 'words'::text])))

waymark.barrier: barrier_what_check CHECK (((length(what) >= 1) AND (length(what) <= 2000)))

waymark.barrier: ended_after_it_was_seen CHECK (((ended_on IS NULL) OR (ended_on >= seen_on)))

waymark.barrier: ended_says_how CHECK (((ended_on IS NULL) = (ended_how IS NULL)))

waymark.barrier_theme: barrier_theme_called_check CHECK (((length(called) >= 1) AND (length(called) <= 120)))

waymark.barrier_theme: barrier_theme_code_check CHECK ((code ~ '^[a-z_]{2,40}$'::text))

waymark.barrier_theme: barrier_theme_pkey PRIMARY KEY (code)

waymark.barrier_theme: ends_after_it_begins CHECK (((until_day IS NULL) OR (until_day >= from_day)))

waymark.behind_the_wall: behind_the_wall_child_agreed_check CHECK (child_agreed)

waymark.behind_the_wall: behind_the_wall_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.behind_the_wall: behind_the_wall_named_by_fkey FOREIGN KEY (named_by) REFERENCES waymark.person(id)

waymark.behind_the_wall: behind_the_wall_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.behind_the_wall: behind_the_wall_pkey PRIMARY KEY (id)

waymark.behind_the_wall: behind_the_wall_why_check CHECK (((length(why) >= 1) AND (length(why) <= 500)))

waymark.best_interests: best_interests_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.best_interests: best_interests_child_id_id_key UNIQUE (child_id, id)

waymark.best_interests: best_interests_child_stands_check CHECK ((child_stands = ANY (ARRAY['agrees'::text, 'partly'::text, 'disagrees'::text, 'not_known'::text])))

waymark.best_interests: best_interests_completed_by_fkey FOREIGN KEY (completed_by) REFERENCES waymark.person(id)

waymark.best_interests: best_interests_not_told_because_check CHECK (((length(btrim(not_told_because)) >= 1) AND (length(btrim(not_told_because)) <= 2000)))

waymark.best_interests: best_interests_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES waymark.person(id)

waymark.best_interests: best_interests_others_stand_check CHECK ((others_stand = ANY (ARRAY['nobody'::text, 'somebody'::text])))

waymark.best_interests: best_interests_pkey PRIMARY KEY (id)

waymark.best_interests: best_interests_question_check CHECK (((length(btrim(question)) >= 1) AND (length(btrim(question)) <= 2000)))

waymark.best_interests: best_interests_reasons_check CHECK (((length(btrim(reasons)) >= 1) AND (length(btrim(reasons)) <= 10000)))

waymark.best_interests: best_interests_told_how_check CHECK (((length(btrim(told_how)) >= 1) AND (length(btrim(told_how)) <= 1000)))

waymark.best_interests: best_interests_told_what_check CHECK (((length(btrim(told_what)) >= 1) AND (length(btrim(told_what)) <= 5000)))

waymark.best_interests: best_interests_weight_check CHECK ((weight = ANY (ARRAY['followed'::text, 'most'::text, 'some'::text, 'little'::text])))

waymark.best_interests: best_interests_weight_why_check CHECK (((length(btrim(weight_why)) >= 1) AND (length(btrim(weight_why)) <= 5000)))

waymark.best_interests: chosen_among_its_own FOREIGN KEY (id, chosen_option) REFERENCES waymark.best_interests_option(decision_id, id)

waymark.best_interests: completed_is_whole CHECK ((num_nonnulls(completed_by, completed_at) = ANY (ARRAY[0, 2])))

waymark.best_interests: not_told_is_whole CHECK ((num_nonnulls(not_told_because, not_told_on, tell_next_on) = ANY (ARRAY[0, 3])))

waymark.best_interests: told_is_whole CHECK ((num_nonnulls(told_what, told_how, told_on) = ANY (ARRAY[0, 3])))

waymark.best_interests: told_next_is_later CHECK ((tell_next_on >= not_told_on))

waymark.best_interests_dissent: best_interests_dissent_child_id_decision_id_fkey FOREIGN KEY (child_id, decision_id) REFERENCES waymark.best_interests(child_id, id)

waymark.best_interests_dissent: best_interests_dissent_pkey PRIMARY KEY (id)

waymark.best_interests_dissent: best_interests_dissent_who_check CHECK (((length(btrim(who)) >= 1) AND (length(btrim(who)) <= 200)))

waymark.best_interests_dissent: best_interests_dissent_whose_check CHECK ((whose = ANY (ARRAY['child'::text, 'family'::text, 'professional'::text])))

waymark.best_interests_dissent: best_interests_dissent_words_check CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 5000)))

waymark.best_interests_dissent: best_interests_dissent_words_language_check CHECK (((length(words_language) >= 2) AND (length(words_language) <= 35)))

waymark.best_interests_dissent: best_interests_dissent_written_by_fkey FOREIGN KEY (written_by) REFERENCES waymark.person(id)

waymark.best_interests_dissent: others_are_named CHECK (((whose = 'child'::text) OR (who IS NOT NULL)))

waymark.best_interests_heard: best_interests_heard_because_check CHECK ((because = ANY (ARRAY['did_not_want'::text, 'not_asked'::text, 'no_interpreter'::text, 'not_safe'::text, 'away'::text, 'unwell'::text, 'too_urgent'::text])))

waymark.best_interests_heard: best_interests_heard_because_words_check CHECK (((length(btrim(because_words)) >= 1) AND (length(btrim(because_words)) <= 2000)))

waymark.best_interests_heard: best_interests_heard_child_id_decision_id_fkey FOREIGN KEY (child_id, decision_id) REFERENCES waymark.best_interests(child_id, id)

waymark.best_interests_heard: best_interests_heard_kind_check CHECK ((kind = ANY (ARRAY['said'::text, 'not_yet'::text])))

waymark.best_interests_heard: best_interests_heard_next_who_check CHECK (((length(btrim(next_who)) >= 1) AND (length(btrim(next_who)) <= 200)))

waymark.best_interests_heard: best_interests_heard_pkey PRIMARY KEY (id)

waymark.best_interests_heard: best_interests_heard_said_by_check CHECK ((said_by = ANY (ARRAY['child'::text, 'child_with_someone'::text, 'somebody_for_them'::text])))

waymark.best_interests_heard: best_interests_heard_words_check CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 10000)))

waymark.best_interests_heard: best_interests_heard_words_language_check CHECK (((length(words_language) >= 2) AND (length(words_language) <= 35)))

waymark.best_interests_heard: best_interests_heard_written_by_fkey FOREIGN KEY (written_by) REFERENCES waymark.person(id)

waymark.best_interests_heard: heard_or_why_not CHECK (
CASE kind
    WHEN 'said'::text THEN ((num_nonnulls(words, words_language, said_by) = 3) AND (num_nonnulls(because, because_words, next_on, next_who) = 0))
    ELSE ((num_nonnulls(because, because_words, next_on, next_who) = 4) AND (num_nonnulls(words, words_language, said_by) = 0))
END)

waymark.best_interests_heard: next_attempt_is_later CHECK ((next_on >= on_day))

waymark.best_interests_option: best_interests_option_child_id_decision_id_fkey FOREIGN KEY (child_id, decision_id) REFERENCES waymark.best_interests(child_id, id)

waymark.best_interests_option: best_interests_option_decision_id_id_key UNIQUE (decision_id, id)

waymark.best_interests_option: best_interests_option_pkey PRIMARY KEY (id)

waymark.best_interests_option: best_interests_option_speaks_against_check CHECK (((length(btrim(speaks_against)) >= 1) AND (length(btrim(speaks_against)) <= 5000)))

waymark.best_interests_option: best_interests_option_speaks_for_check CHECK (((length(btrim(speaks_for)) >= 1) AND (length(btrim(speaks_for)) <= 5000)))

waymark.best_interests_option: best_interests_option_what_check CHECK (((length(btrim(what)) >= 1) AND (length(btrim(what)) <= 2000)))

waymark.care_episode: care_episode_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.care_episode: care_episode_child_id_organisation_id_began_on_key UNIQUE (child_id, organisation_id, began_on)

waymark.care_episode: care_episode_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.care_episode: care_episode_pkey PRIMARY KEY (id)

waymark.care_episode: care_episode_said_in_check CHECK (((said_in >= 1990) AND (said_in <= 2200)))

waymark.care_episode: ends_after_beginning CHECK (((ended_on IS NULL) OR (ended_on >= began_on)))

waymark.care_review: care_review_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.care_review: care_review_child_id_organisation_id_held_on_key UNIQUE (child_id, organisation_id, held_on)

waymark.care_review: care_review_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.care_review: care_review_pkey PRIMARY KEY (id)

waymark.care_review: care_review_said_in_check CHECK (((said_in >= 1990) AND (said_in <= 2200)))

waymark.case_audit: case_audit_auditor_id_fkey FOREIGN KEY (auditor_id) REFERENCES waymark.person(id)

waymark.case_audit: case_audit_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.case_audit: case_audit_child_id_id_key UNIQUE (child_id, id)

waymark.case_audit: case_audit_ended_because_check CHECK ((ended_because = ANY (ARRAY['done'::text, 'child_asked_not_to'::text, 'record_moved'::text, 'no_auditor'::text, 'not_safe'::text])))

waymark.case_audit: case_audit_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES waymark.person(id)

waymark.case_audit: case_audit_no_reflection_because_check CHECK ((no_reflection_because = ANY (ARRAY['nobody_allocated'::text, 'left'::text, 'away'::text, 'offered_declined'::text])))

waymark.case_audit: case_audit_pkey PRIMARY KEY (id)

waymark.case_audit: case_audit_practitioner_id_fkey FOREIGN KEY (practitioner_id) REFERENCES waymark.person(id)

waymark.case_audit: case_audit_round_id_child_id_key UNIQUE (round_id, child_id)

waymark.case_audit: case_audit_round_id_fkey FOREIGN KEY (round_id) REFERENCES waymark.case_audit_round(id)

waymark.case_audit: case_audit_second_auditor_id_fkey FOREIGN KEY (second_auditor_id) REFERENCES waymark.person(id)

waymark.case_audit: ended_with_a_reason CHECK ((num_nonnulls(ended_at, ended_by, ended_because) = ANY (ARRAY[0, 3])))

waymark.case_audit: nobody_audits_their_own CHECK (((practitioner_id IS NULL) OR ((practitioner_id IS DISTINCT FROM auditor_id) AND (practitioner_id IS DISTINCT FROM second_auditor_id))))

waymark.case_audit: two_auditors_are_two CHECK (((second_auditor_id IS DISTINCT FROM auditor_id) OR (auditor_id IS NULL)))

waymark.case_audit_act_now: act_by_comes_after CHECK ((act_by > raised_at))

waymark.case_audit_act_now: answered_in_words CHECK ((num_nonnulls(answer, answered_by, answered_at) = ANY (ARRAY[0, 3])))

waymark.case_audit_act_now: case_audit_act_now_answer_check CHECK (((length(answer) >= 1) AND (length(answer) <= 5000)))

waymark.case_audit_act_now: case_audit_act_now_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES waymark.person(id)

waymark.case_audit_act_now: case_audit_act_now_child_id_audit_id_fkey FOREIGN KEY (child_id, audit_id) REFERENCES waymark.case_audit(child_id, id)

waymark.case_audit_act_now: case_audit_act_now_for_person_fkey FOREIGN KEY (for_person) REFERENCES waymark.person(id)

waymark.case_audit_act_now: case_audit_act_now_pkey PRIMARY KEY (id)

waymark.case_audit_act_now: case_audit_act_now_raised_by_fkey FOREIGN KEY (raised_by) REFERENCES waymark.person(id)

waymark.case_audit_act_now: case_audit_act_now_saw_check CHECK (((length(saw) >= 1) AND (length(saw) <= 5000)))

waymark.case_audit_action: case_audit_action_child_id_finding_id_fkey FOREIGN KEY (child_id, finding_id) REFERENCES waymark.case_audit_finding(child_id, id)

waymark.case_audit_action: case_audit_action_done_by_fkey FOREIGN KEY (done_by) REFERENCES waymark.person(id)

waymark.case_audit_action: case_audit_action_done_words_check CHECK (((length(done_words) >= 1) AND (length(done_words) <= 5000)))

waymark.case_audit_action: case_audit_action_kind_check CHECK ((kind = ANY (ARRAY['for_this_child'::text, 'learning'::text])))

waymark.case_audit_action: case_audit_action_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES waymark.person(id)

waymark.case_audit_action: case_audit_action_pkey PRIMARY KEY (id)

waymark.case_audit_action: case_audit_action_verified_by_fkey FOREIGN KEY (verified_by) REFERENCES waymark.person(id)

waymark.case_audit_action: case_audit_action_verified_words_check CHECK (((length(verified_words) >= 1) AND (length(verified_words) <= 5000)))

waymark.case_audit_action: case_audit_action_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)))

waymark.case_audit_action: done_says_what CHECK ((num_nonnulls(done_words, done_on, done_by) = ANY (ARRAY[0, 3])))

waymark.case_audit_action: verified_after_done CHECK (((verified_at IS NULL) OR (done_on IS NOT NULL)))

waymark.case_audit_action: verified_by_somebody_else CHECK (((verified_by IS NULL) OR ((verified_by <> owner_id) AND (verified_by <> done_by))))

waymark.case_audit_action: verified_says_how CHECK ((num_nonnulls(verified_words, verified_at, verified_by) = ANY (ARRAY[0, 3])))

waymark.case_audit_agreed: an_outcome_or_a_question CHECK ((num_nonnulls(outcome_id, question) = 1))

waymark.case_audit_agreed: case_audit_agreed_child_id_audit_id_fkey FOREIGN KEY (child_id, audit_id) REFERENCES waymark.case_audit(child_id, id)

waymark.case_audit_agreed: case_audit_agreed_code_check CHECK ((code = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text, 'cannot_tell'::text, 'not_relevant'::text, 'not_due'::text, 'not_looked_at'::text, 'kept_from_me'::text])))

waymark.case_audit_agreed: case_audit_agreed_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES waymark.outcome(id)

waymark.case_audit_agreed: case_audit_agreed_pkey PRIMARY KEY (id)

waymark.case_audit_agreed: case_audit_agreed_question_check CHECK ((question = ANY (ARRAY['view_present'::text, 'believed'::text, 'interpreter_right'::text, 'continuous'::text, 'respectful'::text, 'child_first'::text])))

waymark.case_audit_agreed: case_audit_agreed_why_check CHECK (((length(why) >= 1) AND (length(why) <= 5000)))

waymark.case_audit_answer: a_quote_says_where CHECK (((quote IS NULL) OR (quoted_from IS NOT NULL)))

waymark.case_audit_answer: an_outcome_or_a_question CHECK ((num_nonnulls(outcome_id, question) = 1))

waymark.case_audit_answer: case_audit_answer_child_id_reading_id_fkey FOREIGN KEY (child_id, reading_id) REFERENCES waymark.case_audit_reading(child_id, id)

waymark.case_audit_answer: case_audit_answer_code_check CHECK ((code = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text, 'cannot_tell'::text, 'not_relevant'::text, 'not_due'::text, 'not_looked_at'::text, 'kept_from_me'::text])))

waymark.case_audit_answer: case_audit_answer_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES waymark.outcome(id)

waymark.case_audit_answer: case_audit_answer_pkey PRIMARY KEY (id)

waymark.case_audit_answer: case_audit_answer_question_check CHECK ((question = ANY (ARRAY['view_present'::text, 'believed'::text, 'interpreter_right'::text, 'continuous'::text, 'respectful'::text, 'child_first'::text])))

waymark.case_audit_answer: case_audit_answer_quote_check CHECK (((length(quote) >= 1) AND (length(quote) <= 5000)))

waymark.case_audit_answer: case_audit_answer_quoted_from_check CHECK (((length(quoted_from) >= 1) AND (length(quoted_from) <= 300)))

waymark.case_audit_answer: case_audit_answer_shows_check CHECK (((length(shows) >= 1) AND (length(shows) <= 5000)))

waymark.case_audit_eligible: case_audit_eligible_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.case_audit_eligible: case_audit_eligible_pkey PRIMARY KEY (round_id, child_id)

waymark.case_audit_eligible: case_audit_eligible_place_check CHECK ((place >= 1))

waymark.case_audit_eligible: case_audit_eligible_round_id_fkey FOREIGN KEY (round_id) REFERENCES waymark.case_audit_round(id)

waymark.case_audit_feedback: case_audit_feedback_child_id_audit_id_fkey FOREIGN KEY (child_id, audit_id) REFERENCES waymark.case_audit(child_id, id)

waymark.case_audit_feedback: case_audit_feedback_pkey PRIMARY KEY (id)

waymark.case_audit_feedback: case_audit_feedback_result_check CHECK ((result = ANY (ARRAY['spoke'::text, 'offered_declined'::text, 'not_now'::text, 'not_safe_to_ask'::text, 'lost_contact'::text, 'interpreter_unavailable'::text, 'not_offered'::text])))

waymark.case_audit_feedback: case_audit_feedback_whose_check CHECK ((whose = ANY (ARRAY['child'::text, 'carer'::text])))

waymark.case_audit_feedback: case_audit_feedback_words_check CHECK (((length(words) >= 1) AND (length(words) <= 5000)))

waymark.case_audit_feedback: case_audit_feedback_words_language_check CHECK (((length(words_language) >= 2) AND (length(words_language) <= 35)))

waymark.case_audit_feedback: words_of_whoever_spoke CHECK (((words IS NULL) OR (result = 'spoke'::text)))

waymark.case_audit_finding: an_outcome_or_a_question CHECK ((num_nonnulls(outcome_id, question) = 1))

waymark.case_audit_finding: case_audit_finding_child_id_audit_id_fkey FOREIGN KEY (child_id, audit_id) REFERENCES waymark.case_audit(child_id, id)

waymark.case_audit_finding: case_audit_finding_child_id_id_key UNIQUE (child_id, id)

waymark.case_audit_finding: case_audit_finding_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES waymark.person(id)

waymark.case_audit_finding: case_audit_finding_found_by_fkey FOREIGN KEY (found_by) REFERENCES waymark.person(id)

waymark.case_audit_finding: case_audit_finding_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES waymark.outcome(id)

waymark.case_audit_finding: case_audit_finding_pkey PRIMARY KEY (id)

waymark.case_audit_finding: case_audit_finding_question_check CHECK ((question = ANY (ARRAY['view_present'::text, 'believed'::text, 'interpreter_right'::text, 'continuous'::text, 'respectful'::text, 'child_first'::text])))

waymark.case_audit_finding: case_audit_finding_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))

waymark.case_audit_finding: case_audit_finding_words_check CHECK (((length(words) >= 1) AND (length(words) <= 5000)))

waymark.case_audit_finding: closed_when_closed CHECK (((status = 'closed'::text) = ((closed_at IS NOT NULL) AND (closed_by IS NOT NULL))))

waymark.case_audit_outcome: case_audit_outcome_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES waymark.outcome(id)

waymark.case_audit_outcome: case_audit_outcome_pkey PRIMARY KEY (round_id, outcome_id)

waymark.case_audit_outcome: case_audit_outcome_round_id_fkey FOREIGN KEY (round_id) REFERENCES waymark.case_audit_round(id)

waymark.case_audit_reading: case_audit_reading_audit_id_auditor_id_key UNIQUE (audit_id, auditor_id)

waymark.case_audit_reading: case_audit_reading_auditor_id_fkey FOREIGN KEY (auditor_id) REFERENCES waymark.person(id)

waymark.case_audit_reading: case_audit_reading_child_id_audit_id_fkey FOREIGN KEY (child_id, audit_id) REFERENCES waymark.case_audit(child_id, id)

waymark.case_audit_reading: case_audit_reading_child_id_id_key UNIQUE (child_id, id)

waymark.case_audit_reading: case_audit_reading_grade_check CHECK ((grade = ANY (ARRAY['strong'::text, 'sound'::text, 'needs_work'::text, 'falls_short'::text])))

waymark.case_audit_reading: case_audit_reading_pkey PRIMARY KEY (id)

waymark.case_audit_reading: case_audit_reading_stands_out_check CHECK (((length(stands_out) >= 1) AND (length(stands_out) <= 5000)))

waymark.case_audit_reading: shared_with_facts CHECK (((shared_at IS NULL) = (facts IS NULL)))

waymark.case_audit_reflection: case_audit_reflection_audit_id_author_id_key UNIQUE (audit_id, author_id)

waymark.case_audit_reflection: case_audit_reflection_author_id_fkey FOREIGN KEY (author_id) REFERENCES waymark.person(id)

waymark.case_audit_reflection: case_audit_reflection_child_id_audit_id_fkey FOREIGN KEY (child_id, audit_id) REFERENCES waymark.case_audit(child_id, id)

waymark.case_audit_reflection: case_audit_reflection_differently_check CHECK (((length(differently) >= 1) AND (length(differently) <= 5000)))

waymark.case_audit_reflection: case_audit_reflection_not_in_record_check CHECK (((length(not_in_record) >= 1) AND (length(not_in_record) <= 5000)))

waymark.case_audit_reflection: case_audit_reflection_pkey PRIMARY KEY (id)

waymark.case_audit_reflection: case_audit_reflection_went_well_check CHECK (((length(went_well) >= 1) AND (length(went_well) <= 5000)))

waymark.case_audit_reflection: shared_says_something CHECK (((shared_at IS NULL) OR (num_nonnulls(went_well, differently, not_in_record) > 0)))

waymark.case_audit_round: case_audit_round_check CHECK ((eligible_count >= sample_size))

waymark.case_audit_round: case_audit_round_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES waymark.person(id)

waymark.case_audit_round: case_audit_round_framework_version_id_fkey FOREIGN KEY (framework_version_id) REFERENCES waymark.framework_version(id)

waymark.case_audit_round: case_audit_round_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.case_audit_round: case_audit_round_pkey PRIMARY KEY (id)

waymark.case_audit_round: case_audit_round_question_check CHECK (((length(question) >= 1) AND (length(question) <= 2000)))

waymark.case_audit_round: case_audit_round_sample_size_check CHECK (((sample_size >= 1) AND (sample_size <= 500)))

waymark.case_audit_round: case_audit_round_sampling_key_check CHECK (((length(sampling_key) >= 8) AND (length(sampling_key) <= 100)))

waymark.case_audit_round: case_audit_round_set_up_by_fkey FOREIGN KEY (set_up_by) REFERENCES waymark.person(id)

waymark.case_audit_round: case_audit_round_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))

waymark.case_audit_round: case_audit_round_team_id_organisation_id_fkey FOREIGN KEY (team_id, organisation_id) REFERENCES waymark.team(id, organisation_id)

waymark.case_audit_round: case_audit_round_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))

waymark.case_audit_round: closed_when_closed CHECK (((status = 'closed'::text) = ((closed_at IS NOT NULL) AND (closed_by IS NOT NULL))))

waymark.case_audit_round: from_before_to CHECK ((open_from <= open_to))

waymark.check_in: a_carers_view_says_who CHECK (((voice = 'carer'::text) = (said_by_name IS NOT NULL)))

waymark.check_in: a_draft_is_somebodys CHECK (((author_id IS NOT NULL) OR ((voice = 'young_person'::text) AND (status = ANY (ARRAY['shared'::text, 'withdrawn'::text])))))

waymark.check_in: alone_is_nobody CHECK (((company = 'with_someone'::text) OR (company_who IS NULL)))

waymark.check_in: check_in_author_id_fkey FOREIGN KEY (author_id) REFERENCES waymark.person(id)

waymark.check_in: check_in_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.check_in: check_in_child_id_id_key UNIQUE (child_id, id)

waymark.check_in: check_in_company_check CHECK ((company = ANY (ARRAY['alone'::text, 'with_someone'::text])))

waymark.check_in: check_in_company_relationship_check CHECK ((company_relationship = ANY (ARRAY['worker'::text, 'guardian'::text, 'carer'::text, 'family'::text, 'friend'::text, 'advocate'::text, 'interpreter'::text, 'other'::text])))

waymark.check_in: check_in_company_who_check CHECK (((length(company_who) >= 1) AND (length(company_who) <= 200)))

waymark.check_in: check_in_framework_version_id_fkey FOREIGN KEY (framework_version_id) REFERENCES waymark.framework_version(id)

waymark.check_in: check_in_interpreter_language_check CHECK (((length(interpreter_language) >= 2) AND (length(interpreter_language) <= 100)))

waymark.check_in: check_in_interpreter_mode_check CHECK ((interpreter_mode = ANY (ARRAY['none_needed'::text, 'in_person'::text, 'phone'::text, 'video'::text, 'bilingual_worker'::text, 'machine'::text, 'none_available'::text])))

waymark.check_in: check_in_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.check_in: check_in_occasion_id_child_id_fkey FOREIGN KEY (occasion_id, child_id) REFERENCES waymark.check_in_occasion(id, child_id)

waymark.check_in: check_in_pkey PRIMARY KEY (id)

waymark.check_in: check_in_place_check CHECK (((length(place) >= 1) AND (length(place) <= 200)))

waymark.check_in: check_in_prompted_by_check CHECK ((prompted_by = ANY (ARRAY['review_due'::text, 'childs_wish'::text, 'other'::text])))

waymark.check_in: check_in_said_by_name_check CHECK (((length(said_by_name) >= 1) AND (length(said_by_name) <= 200)))

waymark.check_in: check_in_said_by_relationship_check CHECK (((length(said_by_relationship) >= 1) AND (length(said_by_relationship) <= 200)))

waymark.check_in: check_in_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'shared'::text, 'withdrawn'::text, 'thrown_away'::text])))

waymark.check_in: check_in_voice_check CHECK ((voice = ANY (ARRAY['young_person'::text, 'practitioner'::text, 'guardian'::text, 'carer'::text])))

waymark.check_in: check_in_withdrawn_reason_check CHECK ((withdrawn_reason = ANY (ARRAY['changed_my_mind'::text, 'not_right'::text, 'too_many_people_see_it'::text, 'did_not_feel_free'::text, 'not_said'::text])))

waymark.check_in: shared_when_shared CHECK (((status = ANY (ARRAY['shared'::text, 'withdrawn'::text])) = (shared_at IS NOT NULL)))

waymark.check_in: with_someone_says_who CHECK (((company = 'with_someone'::text) = (company_relationship IS NOT NULL)))

waymark.check_in: withdrawn_with_a_reason CHECK (((status = 'withdrawn'::text) = ((withdrawn_at IS NOT NULL) AND (withdrawn_reason IS NOT NULL))))

waymark.check_in_answer: a_state_or_a_reason CHECK ((num_nonnulls(state, reason) = 1))

waymark.check_in_answer: check_in_answer_check_in_id_child_id_fkey FOREIGN KEY (check_in_id, child_id) REFERENCES waymark.check_in(id, child_id)

waymark.check_in_answer: check_in_answer_check_in_id_outcome_id_key UNIQUE (check_in_id, outcome_id)

waymark.check_in_answer: check_in_answer_importance_check CHECK ((importance = ANY (ARRAY['a_lot'::text, 'some'::text, 'a_little'::text, 'not_said'::text])))

waymark.check_in_answer: check_in_answer_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES waymark.outcome(id)

waymark.check_in_answer: check_in_answer_pkey PRIMARY KEY (id)

waymark.check_in_answer: check_in_answer_reason_check CHECK ((reason = ANY (ARRAY['not_offered'::text, 'offered_declined'::text, 'skipped'::text, 'dont_know'::text, 'not_relevant_to_me'::text, 'not_now'::text, 'withdrawn'::text, 'lost_contact'::text, 'missing_from_care'::text, 'interpreter_unavailable'::text, 'not_collected_version'::text])))

waymark.check_in_answer: check_in_answer_since_last_check CHECK ((since_last = ANY (ARRAY['better'::text, 'same'::text, 'worse'::text, 'different'::text, 'not_said'::text])))

waymark.check_in_answer: check_in_answer_state_check CHECK ((state = ANY (ARRAY['not_at_all'::text, 'a_little'::text, 'mostly'::text, 'fully'::text, 'changes_a_lot'::text])))

waymark.check_in_answer: check_in_answer_who_should_know_check CHECK ((who_should_know = ANY (ARRAY['everyone_beside_me'::text, 'someone'::text, 'nobody_else'::text, 'not_said'::text])))

waymark.check_in_answer: check_in_answer_who_should_know_words_check CHECK (((length(who_should_know_words) >= 1) AND (length(who_should_know_words) <= 500)))

waymark.check_in_answer: check_in_answer_words_check CHECK (((length(words) >= 1) AND (length(words) <= 5000)))

waymark.check_in_answer: check_in_answer_words_language_check CHECK (((length(words_language) >= 2) AND (length(words_language) <= 35)))

waymark.check_in_influence: check_in_influence_check_in_id_child_id_fkey FOREIGN KEY (check_in_id, child_id) REFERENCES waymark.check_in(id, child_id)

waymark.check_in_influence: check_in_influence_check_in_id_outcome_id_direction_level_key UNIQUE (check_in_id, outcome_id, direction, level)

waymark.check_in_influence: check_in_influence_check_in_id_outcome_id_fkey FOREIGN KEY (check_in_id, outcome_id) REFERENCES waymark.check_in_answer(check_in_id, outcome_id)

waymark.check_in_influence: check_in_influence_direction_check CHECK ((direction = ANY (ARRAY['helps'::text, 'gets_in_the_way'::text])))

waymark.check_in_influence: check_in_influence_level_check CHECK ((level = ANY (ARRAY['person'::text, 'service'::text, 'system'::text, 'law'::text])))

waymark.check_in_influence: check_in_influence_pkey PRIMARY KEY (id)

waymark.check_in_influence: check_in_influence_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)))

waymark.check_in_influence: check_in_influence_words_language_check CHECK (((length(words_language) >= 2) AND (length(words_language) <= 35)))

waymark.check_in_not_held: check_in_not_held_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.check_in_not_held: check_in_not_held_framework_version_id_fkey FOREIGN KEY (framework_version_id) REFERENCES waymark.framework_version(id)

waymark.check_in_not_held: check_in_not_held_pkey PRIMARY KEY (id)

waymark.check_in_not_held: check_in_not_held_reason_check CHECK ((reason = ANY (ARRAY['not_offered'::text, 'offered_declined'::text, 'not_now'::text, 'lost_contact'::text, 'missing_from_care'::text, 'interpreter_unavailable'::text])))

waymark.check_in_not_held: check_in_not_held_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES waymark.person(id)

waymark.check_in_not_held: check_in_not_held_why_check CHECK (((length(why) >= 1) AND (length(why) <= 1000)))

waymark.check_in_occasion: check_in_occasion_arranged_by_fkey FOREIGN KEY (arranged_by) REFERENCES waymark.person(id)

waymark.check_in_occasion: check_in_occasion_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.check_in_occasion: check_in_occasion_child_id_id_key UNIQUE (child_id, id)

waymark.check_in_occasion: check_in_occasion_company_relationship_check CHECK ((company_relationship = ANY (ARRAY['nobody'::text, 'worker'::text, 'guardian'::text, 'carer'::text, 'family'::text, 'friend'::text, 'advocate'::text, 'interpreter'::text, 'other'::text])))

waymark.check_in_occasion: check_in_occasion_company_who_check CHECK (((length(company_who) >= 1) AND (length(company_who) <= 200)))

waymark.check_in_occasion: check_in_occasion_interpreter_language_check CHECK (((length(interpreter_language) >= 2) AND (length(interpreter_language) <= 100)))

waymark.check_in_occasion: check_in_occasion_interpreter_mode_check CHECK ((interpreter_mode = ANY (ARRAY['none_needed'::text, 'in_person'::text, 'phone'::text, 'video'::text, 'bilingual_worker'::text, 'machine'::text, 'none_available'::text])))

waymark.check_in_occasion: check_in_occasion_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.check_in_occasion: check_in_occasion_pkey PRIMARY KEY (id)

waymark.check_in_occasion: check_in_occasion_place_check CHECK (((length(place) >= 1) AND (length(place) <= 200)))

waymark.check_in_occasion: check_in_occasion_prompted_by_check CHECK ((prompted_by = ANY (ARRAY['review_due'::text, 'childs_wish'::text, 'other'::text])))

waymark.child: child_known_as_check CHECK (((length(known_as) >= 1) AND (length(known_as) <= 200)))

waymark.child: child_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES waymark.person(id)

waymark.child: child_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.child: child_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.child: child_person_id_key UNIQUE (person_id)

waymark.child: child_pkey PRIMARY KEY (id)

waymark.child: child_say_it_check CHECK ((length(say_it) <= 200))

waymark.child: child_team_id_organisation_id_fkey FOREIGN KEY (team_id, organisation_id) REFERENCES waymark.team(id, organisation_id)

waymark.child: no_age_label_in_a_name CHECK ((NOT waymark.is_age_label(known_as)))

waymark.child_background: child_background_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.child_background: child_background_grouped_check CHECK ((grouped = ANY (ARRAY['asian'::text, 'black'::text, 'mixed'::text, 'white'::text, 'other'::text, 'did_not_say'::text])))

waymark.child_background: child_background_note_check CHECK ((length(note) <= 500))

waymark.child_background: child_background_pkey PRIMARY KEY (id)

waymark.child_background: child_background_said_by_check CHECK ((said_by = ANY (ARRAY['child'::text, 'child_with_someone'::text, 'someone_else'::text])))

waymark.child_background: child_background_words_check CHECK (((length(words) >= 1) AND (length(words) <= 200)))

waymark.child_identifier: child_identifier_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.child_identifier: child_identifier_kind_check CHECK ((kind = ANY (ARRAY['la_child_id'::text, 'upn'::text, 'nhs_number'::text, 'other'::text])))

waymark.child_identifier: child_identifier_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.child_identifier: child_identifier_organisation_id_kind_value_key UNIQUE (organisation_id, kind, value)

waymark.child_identifier: child_identifier_pkey PRIMARY KEY (id)

waymark.child_identifier: child_identifier_value_check CHECK (((length(value) >= 1) AND (length(value) <= 60)))

waymark.child_key: child_key_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.child_key: child_key_pkey PRIMARY KEY (child_id)

waymark.child_language: child_language_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.child_language: child_language_dialect_check CHECK ((length(dialect) <= 100))

waymark.child_language: child_language_language_check CHECK (((length(language) >= 2) AND (length(language) <= 100)))

waymark.child_language: child_language_note_check CHECK ((length(note) <= 500))

waymark.child_language: child_language_pkey PRIMARY KEY (id)

waymark.child_language: never_means_never CHECK ((NOT (never_use AND for_feelings)))

waymark.child_name: child_name_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.child_name: child_name_kind_check CHECK ((kind = ANY (ARRAY['calls_themselves'::text, 'on_documents'::text, 'also_spelled'::text, 'was_known_as'::text, 'other'::text])))

waymark.child_name: child_name_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))

waymark.child_name: child_name_note_check CHECK ((length(note) <= 500))

waymark.child_name: child_name_pkey PRIMARY KEY (id)

waymark.chosen_framework: chosen_framework_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.chosen_framework: chosen_framework_child_id_key UNIQUE (child_id)

waymark.chosen_framework: chosen_framework_framework_id_fkey FOREIGN KEY (framework_id) REFERENCES waymark.framework(id)

waymark.chosen_framework: chosen_framework_pkey PRIMARY KEY (id)

waymark.chosen_language: chosen_language_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.chosen_language: chosen_language_child_id_key UNIQUE (child_id)

waymark.chosen_language: chosen_language_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.chosen_language: chosen_language_pkey PRIMARY KEY (id)

waymark.clock: a_day_has_an_end CHECK (((due_on IS NULL) = (due_at IS NULL)))

waymark.clock: clock_about_kind_check CHECK ((about_kind ~ '^[a-z][a-z_-]{1,39}$'::text))

waymark.clock: clock_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.clock: clock_nation_check CHECK ((nation = ANY (ARRAY['england'::text, 'wales'::text, 'scotland'::text, 'northern_ireland'::text])))

waymark.clock: clock_owed_by_check CHECK (((length(owed_by) >= 1) AND (length(owed_by) <= 200)))

waymark.clock: clock_owed_check CHECK (((length(owed) >= 1) AND (length(owed) <= 200)))

waymark.clock: clock_pkey PRIMARY KEY (id)

waymark.clock: clock_rule_check CHECK ((length(rule) <= 80))

waymark.clock: clock_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES waymark.clock_rule(id)

waymark.clock: clock_state_check CHECK ((state = ANY (ARRAY['running'::text, 'paused'::text, 'done'::text, 'no_longer_owed'::text])))

waymark.clock: clock_stopped_why_check CHECK (((length(stopped_why) >= 1) AND (length(stopped_why) <= 1000)))

waymark.clock: clock_why_check CHECK (((length(why) >= 1) AND (length(why) <= 1000)))

waymark.clock: of_a_rule_or_own CHECK ((((rule IS NOT NULL) AND (about_kind IS NOT NULL) AND (about_id IS NOT NULL) AND (owed IS NULL) AND (owed_by IS NULL) AND (own_due_on IS NULL)) OR ((rule IS NULL) AND (about_kind IS NULL) AND (about_id IS NULL) AND (rule_id IS NULL) AND (owed IS NOT NULL) AND (owed_by IS NOT NULL) AND (own_due_on IS NOT NULL))))

waymark.clock: stopped_after_it_began CHECK (((stopped_at IS NULL) OR (stopped_at >= started_at)))

waymark.clock: stopped_has_a_time CHECK (((state = ANY (ARRAY['done'::text, 'no_longer_owed'::text])) = (stopped_at IS NOT NULL)))

waymark.clock_correction: clock_correction_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.clock_correction: clock_correction_clock_id_fkey FOREIGN KEY (clock_id) REFERENCES waymark.clock(id)

waymark.clock_correction: clock_correction_pkey PRIMARY KEY (id)

waymark.clock_correction: clock_correction_why_check CHECK (((length(why) >= 1) AND (length(why) <= 1000)))

waymark.clock_pause: clock_pause_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.clock_pause: clock_pause_clock_id_fkey FOREIGN KEY (clock_id) REFERENCES waymark.clock(id)

waymark.clock_pause: clock_pause_pkey PRIMARY KEY (id)

waymark.clock_pause: clock_pause_why_check CHECK (((length(why) >= 1) AND (length(why) <= 1000)))

waymark.clock_pause: resumed_after_it_paused CHECK (((resumed_at IS NULL) OR (resumed_at >= paused_at)))

waymark.clock_recount: clock_recount_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.clock_recount: clock_recount_pkey PRIMARY KEY (id)

waymark.clock_rule: as_soon_as_possible_has_no_length CHECK (((counted = 'as_soon_as_possible'::text) = (length IS NULL)))

waymark.clock_rule: clock_rule_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES waymark.person(id)

waymark.clock_rule: clock_rule_code_check CHECK (((code ~ '^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$'::text) AND (length(code) <= 80)))

waymark.clock_rule: clock_rule_confidence_check CHECK ((confidence = ANY (ARRAY['certain'::text, 'likely'::text, 'to_be_confirmed'::text])))

waymark.clock_rule: clock_rule_counted_check CHECK ((counted = ANY (ARRAY['working_days'::text, 'days'::text, 'months'::text, 'hours'::text, 'as_soon_as_possible'::text])))

waymark.clock_rule: clock_rule_force_check CHECK ((force = ANY (ARRAY['duty'::text, 'target'::text, 'at_least'::text, 'good_practice'::text])))

waymark.clock_rule: clock_rule_holidays_check CHECK ((holidays = ANY (ARRAY['england_and_wales'::text, 'scotland'::text, 'northern_ireland'::text])))

waymark.clock_rule: clock_rule_length_check CHECK (((length >= 1) AND (length <= 1200)))

waymark.clock_rule: clock_rule_nation_check CHECK ((nation = ANY (ARRAY['england'::text, 'wales'::text, 'scotland'::text, 'northern_ireland'::text])))

waymark.clock_rule: clock_rule_note_check CHECK ((length(note) <= 500))

waymark.clock_rule: clock_rule_organisation_id_code_nation_from_day_key UNIQUE NULLS NOT DISTINCT (organisation_id, code, nation, from_day)

waymark.clock_rule: clock_rule_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.clock_rule: clock_rule_owed_by_check CHECK (((length(owed_by) >= 1) AND (length(owed_by) <= 200)))

waymark.clock_rule: clock_rule_owed_check CHECK (((length(owed) >= 1) AND (length(owed) <= 200)))

waymark.clock_rule: clock_rule_pkey PRIMARY KEY (id)

waymark.clock_rule: clock_rule_source_check CHECK (((length(source) >= 1) AND (length(source) <= 500)))

waymark.clock_rule: clock_rule_starts_with_check CHECK (((length(starts_with) >= 1) AND (length(starts_with) <= 200)))

waymark.clock_rule: ends_after_it_begins CHECK (((until_day IS NULL) OR (until_day >= from_day)))

waymark.clock_rule: working_days_are_somebodys CHECK (((counted = 'working_days'::text) = (holidays IS NOT NULL)))

waymark.come_back: come_back_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.come_back: come_back_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.come_back: come_back_pkey PRIMARY KEY (id)

waymark.come_back: come_back_words_check CHECK (((length(words) >= 1) AND (length(words) <= 5000)))

waymark.come_back: come_back_written_by_fkey FOREIGN KEY (written_by) REFERENCES waymark.person(id)

waymark.complaint: a_file_is_something CHECK (((file_id IS NULL) = (medium IS NULL)))

waymark.complaint: complaint_about_check CHECK ((about = ANY (ARRAY['person'::text, 'service'::text, 'place'::text, 'unfair'::text, 'other'::text])))

waymark.complaint: complaint_about_who_check CHECK (((length(about_who) >= 1) AND (length(about_who) <= 500)))

waymark.complaint: complaint_because_check CHECK ((because <@ ARRAY['where_from'::text, 'skin'::text, 'language'::text, 'faith'::text, 'gender'::text, 'who_i_love'::text, 'disability'::text, 'age'::text, 'my_papers'::text, 'other'::text, 'not_said'::text]))

waymark.complaint: complaint_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.complaint: complaint_feedback_id_fkey FOREIGN KEY (feedback_id) REFERENCES waymark.feedback_on_us(id)

waymark.complaint: complaint_for_them_as_check CHECK ((for_them_as = ANY (ARRAY['advocate'::text, 'carer'::text, 'family'::text, 'friend'::text, 'worker'::text, 'other'::text])))

waymark.complaint: complaint_for_them_name_check CHECK (((length(for_them_name) >= 1) AND (length(for_them_name) <= 200)))

waymark.complaint: complaint_handler_id_fkey FOREIGN KEY (handler_id) REFERENCES waymark.person(id)

waymark.complaint: complaint_made_by_fkey FOREIGN KEY (made_by) REFERENCES waymark.person(id)

waymark.complaint: complaint_medium_check CHECK ((medium = ANY (ARRAY['voice'::text, 'drawing'::text, 'photo'::text])))

waymark.complaint: complaint_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.complaint: complaint_pkey PRIMARY KEY (id)

waymark.complaint: complaint_put_right_check CHECK (((length(put_right) >= 1) AND (length(put_right) <= 2000)))

waymark.complaint: complaint_stage_check CHECK (((stage >= 1) AND (stage <= 3)))

waymark.complaint: complaint_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'settled'::text, 'taken_back'::text])))

waymark.complaint: complaint_they_know_check CHECK ((they_know = ANY (ARRAY['they_asked_me_to'::text, 'they_know'::text, 'not_yet'::text])))

waymark.complaint: complaint_words_check CHECK (((length(words) >= 1) AND (length(words) <= 5000)))

waymark.complaint: complaint_words_language_check CHECK (((length(words_language) >= 2) AND (length(words_language) <= 35)))

waymark.complaint: file_of_the_same_child FOREIGN KEY (file_id, child_id) REFERENCES waymark.stored_file(id, child_id)

waymark.complaint: for_them_says_who CHECK ((num_nonnulls(for_them_name, for_them_as, they_know) = ANY (ARRAY[0, 3])))

waymark.complaint: never_handled_by_whom_it_is_about CHECK (((handler_id IS NULL) OR (NOT (handler_id = ANY ((about_persons || kept_from))))))

waymark.complaint: said_somehow CHECK (((words IS NOT NULL) OR (file_id IS NOT NULL)))

waymark.complaint_clock: complaint_clock_called_check CHECK (((length(called) >= 1) AND (length(called) <= 100)))

waymark.complaint_clock: complaint_clock_check CHECK ((at_most_days >= days))

waymark.complaint_clock: complaint_clock_confidence_check CHECK ((confidence = ANY (ARRAY['certain'::text, 'likely'::text, 'to_be_confirmed'::text])))

waymark.complaint_clock: complaint_clock_counted_check CHECK ((counted = ANY (ARRAY['days'::text, 'working_days'::text])))

waymark.complaint_clock: complaint_clock_days_check CHECK (((days >= 1) AND (days <= 400)))

waymark.complaint_clock: complaint_clock_nation_check CHECK ((nation = ANY (ARRAY['england'::text, 'wales'::text, 'scotland'::text, 'northern_ireland'::text])))

waymark.complaint_clock: complaint_clock_pkey PRIMARY KEY (nation, stage, from_day)

waymark.complaint_clock: complaint_clock_source_check CHECK (((length(source) >= 1) AND (length(source) <= 500)))

waymark.complaint_clock: complaint_clock_stage_check CHECK (((stage >= 1) AND (stage <= 3)))

waymark.complaint_nation: complaint_nation_nation_check CHECK ((nation = ANY (ARRAY['england'::text, 'wales'::text, 'scotland'::text, 'northern_ireland'::text])))

waymark.complaint_nation: complaint_nation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.complaint_nation: complaint_nation_organisation_id_from_day_key UNIQUE (organisation_id, from_day)

waymark.complaint_nation: complaint_nation_pkey PRIMARY KEY (id)

waymark.complaint_nation: complaint_nation_set_by_fkey FOREIGN KEY (set_by) REFERENCES waymark.person(id)

waymark.complaint_outside: complaint_outside_confidence_check CHECK ((confidence = ANY (ARRAY['certain'::text, 'likely'::text, 'to_be_confirmed'::text])))

waymark.complaint_outside: complaint_outside_kind_check CHECK ((kind = ANY (ARRAY['advocate'::text, 'commissioner'::text, 'ombudsman'::text, 'equality'::text])))

waymark.complaint_outside: complaint_outside_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))

waymark.complaint_outside: complaint_outside_nation_check CHECK ((nation = ANY (ARRAY['england'::text, 'wales'::text, 'scotland'::text, 'northern_ireland'::text])))

waymark.complaint_outside: complaint_outside_nation_kind_name_from_day_key UNIQUE (nation, kind, name, from_day)

waymark.complaint_outside: complaint_outside_phone_check CHECK (((length(phone) >= 3) AND (length(phone) <= 40)))

waymark.complaint_outside: complaint_outside_pkey PRIMARY KEY (id)

waymark.complaint_outside: complaint_outside_source_check CHECK (((length(source) >= 1) AND (length(source) <= 500)))

waymark.complaint_step: an_answer_says_what_was_found CHECK (((kind = 'answered'::text) = (found IS NOT NULL)))

waymark.complaint_step: complaint_step_back_check CHECK ((back = ANY (ARRAY['answers_me'::text, 'not_yet'::text, 'take_further'::text])))

waymark.complaint_step: complaint_step_by_id_fkey FOREIGN KEY (by_id) REFERENCES waymark.person(id)

waymark.complaint_step: complaint_step_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES waymark.complaint(id)

waymark.complaint_step: complaint_step_found_check CHECK ((found = ANY (ARRAY['right'::text, 'partly_right'::text, 'not_shown'::text, 'put_right_already'::text])))

waymark.complaint_step: complaint_step_kind_check CHECK ((kind = ANY (ARRAY['read'::text, 'given_to'::text, 'spoke'::text, 'longer'::text, 'answered'::text, 'said_back'::text, 'next_stage'::text, 'worse_asked'::text, 'worse_said'::text, 'worse_acted'::text, 'taken_back'::text])))

waymark.complaint_step: complaint_step_pkey PRIMARY KEY (id)

waymark.complaint_step: complaint_step_to_id_fkey FOREIGN KEY (to_id) REFERENCES waymark.person(id)

waymark.complaint_step: complaint_step_words_check CHECK (((length(words) >= 1) AND (length(words) <= 5000)))

waymark.complaint_step: complaint_step_words_language_check CHECK (((length(words_language) >= 2) AND (length(words_language) <= 35)))

waymark.complaint_step: complaint_step_worse_check CHECK ((worse = ANY (ARRAY['nothing'::text, 'something'::text, 'not_now'::text, 'not_said'::text])))

waymark.complaint_step: said_back_says_what CHECK (((kind = 'said_back'::text) = (back IS NOT NULL)))

waymark.complaint_step: words_where_words_are_owed CHECK (((kind <> ALL (ARRAY['answered'::text, 'longer'::text, 'worse_acted'::text, 'spoke'::text, 'given_to'::text])) OR (words IS NOT NULL) OR (by_id IS NULL)))

waymark.complaint_step: worse_says_what CHECK (((kind = 'worse_said'::text) = (worse IS NOT NULL)))

waymark.concern: concern_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.concern: concern_child_id_id_key UNIQUE (child_id, id)

waymark.concern: concern_child_words_check CHECK (((length(child_words) >= 1) AND (length(child_words) <= 10000)))

waymark.concern: concern_child_words_how_check CHECK ((child_words_how = ANY (ARRAY['own_hand'::text, 'word_for_word'::text, 'through_interpreter'::text])))

waymark.concern: concern_child_words_language_check CHECK (((length(child_words_language) >= 2) AND (length(child_words_language) <= 100)))

waymark.concern: concern_context_check CHECK (((length(context) >= 1) AND (length(context) <= 10000)))

waymark.concern: concern_few_choices_check CHECK (((length(few_choices) >= 1) AND (length(few_choices) <= 5000)))

waymark.concern: concern_look_asked_of_fkey FOREIGN KEY (look_asked_of) REFERENCES waymark.person(id)

waymark.concern: concern_no_few_choices_because_check CHECK ((no_few_choices_because = ANY (ARRAY['none_seen'::text, 'not_known'::text])))

waymark.concern: concern_no_words_because_check CHECK ((no_words_because = ANY (ARRAY['said_nothing_of_it'::text, 'was_not_there'::text, 'not_safe_to_talk'::text, 'no_interpreter'::text])))

waymark.concern: concern_noticed_precision_check CHECK ((noticed_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'range'::text])))

waymark.concern: concern_pkey PRIMARY KEY (id)

waymark.concern: concern_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES waymark.person(id)

waymark.concern: concern_seen_check CHECK (((length(seen) >= 1) AND (length(seen) <= 10000)))

waymark.concern: concern_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'referred'::text, 'not_referred'::text, 'in_error'::text])))

waymark.concern: few_choices_or_why_none CHECK ((num_nonnulls(few_choices, no_few_choices_because) = 1))

waymark.concern: look_asked_of_somebody CHECK (((look_asked_of IS NULL) = (look_asked_at IS NULL)))

waymark.concern: noticed_before_written CHECK ((noticed_earliest <= ((recorded_at AT TIME ZONE 'Europe/London'::text))::date))

waymark.concern: noticed_in_order CHECK ((noticed_earliest <= noticed_latest))

waymark.concern: words_have_a_language CHECK ((((child_words IS NULL) = (child_words_language IS NULL)) AND ((child_words IS NULL) = (child_words_how IS NULL))))

waymark.concern: words_or_why_none CHECK ((num_nonnulls(child_words, no_words_because) = 1))

waymark.concern_decision: because_fits_decision CHECK ((((decision = 'referred'::text) AND (because = 'suspected'::text)) OR ((decision = 'not_referred'::text) AND (because = ANY (ARRAY['already_referred'::text, 'something_else_explains'::text, 'not_enough_known'::text, 'would_put_them_at_risk_now'::text, 'adult_does_not_want_it'::text, 'other'::text]))) OR ((decision = 'in_error'::text) AND (because = ANY (ARRAY['wrong_child'::text, 'other'::text])))))

waymark.concern_decision: concern_decision_about_disagreement_check CHECK (((length(btrim(about_disagreement)) >= 1) AND (length(btrim(about_disagreement)) <= 5000)))

waymark.concern_decision: concern_decision_because_check CHECK ((because = ANY (ARRAY['suspected'::text, 'already_referred'::text, 'something_else_explains'::text, 'not_enough_known'::text, 'would_put_them_at_risk_now'::text, 'adult_does_not_want_it'::text, 'wrong_child'::text, 'other'::text])))

waymark.concern_decision: concern_decision_child_id_concern_id_fkey FOREIGN KEY (child_id, concern_id) REFERENCES waymark.concern(child_id, id)

waymark.concern_decision: concern_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES waymark.person(id)

waymark.concern_decision: concern_decision_decision_check CHECK ((decision = ANY (ARRAY['referred'::text, 'not_referred'::text, 'in_error'::text])))

waymark.concern_decision: concern_decision_pkey PRIMARY KEY (id)

waymark.concern_decision: concern_decision_reasoning_check CHECK (((length(btrim(reasoning)) >= 1) AND (length(btrim(reasoning)) <= 10000)))

waymark.concern_decision: decided_by_then CHECK ((decided_on <= ((decided_at AT TIME ZONE 'Europe/London'::text))::date))

waymark.concern_indicator: concern_indicator_child_id_concern_id_fkey FOREIGN KEY (child_id, concern_id) REFERENCES waymark.concern(child_id, id)

waymark.concern_indicator: concern_indicator_concern_id_indicator_id_key UNIQUE (concern_id, indicator_id)

waymark.concern_indicator: concern_indicator_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES waymark.identification_indicator(id)

waymark.concern_indicator: concern_indicator_pkey PRIMARY KEY (id)

waymark.concern_look: concern_look_child_id_concern_id_fkey FOREIGN KEY (child_id, concern_id) REFERENCES waymark.concern(child_id, id)

waymark.concern_look: concern_look_finds_check CHECK ((finds = ANY (ARRAY['suspect'::text, 'not_suspect'::text, 'cannot_tell'::text])))

waymark.concern_look: concern_look_looked_by_fkey FOREIGN KEY (looked_by) REFERENCES waymark.person(id)

waymark.concern_look: concern_look_pkey PRIMARY KEY (id)

waymark.concern_look: concern_look_place_check CHECK ((place = ANY (ARRAY['first'::text, 'second'::text])))

waymark.concern_look: concern_look_reasoning_check CHECK (((length(btrim(reasoning)) >= 1) AND (length(btrim(reasoning)) <= 10000)))

waymark.concern_look: one_look_of_each UNIQUE (concern_id, place)

waymark.concern_look: second_look_by_somebody_else UNIQUE (concern_id, looked_by)

waymark.concern_response: concern_response_child_id_concern_id_fkey FOREIGN KEY (child_id, concern_id) REFERENCES waymark.concern(child_id, id)

waymark.concern_response: concern_response_kind_check CHECK ((kind = ANY (ARRAY['safeguarding'::text, 'criminal'::text, 'immigration'::text, 'health'::text, 'other'::text])))

waymark.concern_response: concern_response_pkey PRIMARY KEY (id)

waymark.concern_response: concern_response_what_check CHECK (((length(what) >= 1) AND (length(what) <= 5000)))

waymark.concern_response: concern_response_written_by_fkey FOREIGN KEY (written_by) REFERENCES waymark.person(id)

waymark.consent_use: consent_use_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.consent_use: consent_use_given_by_fkey FOREIGN KEY (given_by) REFERENCES waymark.person(id)

waymark.consent_use: consent_use_id_child_id_key UNIQUE (id, child_id)

waymark.consent_use: consent_use_named_check CHECK ((named = ANY (ARRAY['no_name'::text, 'the_name_i_go_by'::text])))

waymark.consent_use: consent_use_pkey PRIMARY KEY (id)

waymark.consent_use: consent_use_subject_check CHECK ((subject = 'statement_part'::text))

waymark.consent_use: consent_use_use_check CHECK ((use = ANY (ARRAY['my_review'::text, 'report'::text, 'gallery'::text])))

waymark.contact_confirming: contact_confirming_days_check CHECK (((days >= 1) AND (days <= 365)))

waymark.contact_confirming: contact_confirming_pkey PRIMARY KEY (from_day)

waymark.contact_confirming: contact_confirming_why_check CHECK (((length(why) >= 1) AND (length(why) <= 500)))

waymark.contact_rule: contact_rule_child_agrees_check CHECK ((child_agrees = ANY (ARRAY['yes'::text, 'no'::text, 'in_part'::text, 'not_asked'::text])))

waymark.contact_rule: contact_rule_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.contact_rule: contact_rule_child_says_check CHECK ((length(child_says) <= 2000))

waymark.contact_rule: contact_rule_child_says_language_check CHECK (((length(child_says_language) >= 2) AND (length(child_says_language) <= 35)))

waymark.contact_rule: contact_rule_decided_by_check CHECK (((length(decided_by) >= 1) AND (length(decided_by) <= 200)))

waymark.contact_rule: contact_rule_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.contact_rule: contact_rule_matters_id_fkey FOREIGN KEY (matters_id) REFERENCES waymark.person_who_matters(id)

waymark.contact_rule: contact_rule_own_language_check CHECK (((length(own_language) >= 2) AND (length(own_language) <= 35)))

waymark.contact_rule: contact_rule_own_rule_check CHECK ((length(own_rule) <= 1000))

waymark.contact_rule: contact_rule_pkey PRIMARY KEY (id)

waymark.contact_rule: contact_rule_rule_check CHECK (((length(rule) >= 1) AND (length(rule) <= 1000)))

waymark.contact_rule: own_rule_has_a_language CHECK (((own_rule IS NULL) = (own_language IS NULL)))

waymark.contact_safety: a_voice_is_its_own CHECK (((voice = 'staff'::text) OR ((said_by = 'young_person'::text) AND (said_by_name IS NULL))))

waymark.contact_safety: contact_safety_code_word_check CHECK (((length(code_word) >= 1) AND (length(code_word) <= 100)))

waymark.contact_safety: contact_safety_note_check CHECK (((length(note) >= 1) AND (length(note) <= 1000)))

waymark.contact_safety: contact_safety_only_days_check CHECK ((only_days <@ ARRAY['mon'::text, 'tue'::text, 'wed'::text, 'thu'::text, 'fri'::text, 'sat'::text, 'sun'::text]))

waymark.contact_safety: contact_safety_pkey PRIMARY KEY (id)

waymark.contact_safety: contact_safety_said_by_check CHECK ((said_by = ANY (ARRAY['young_person'::text, 'somebody_else'::text])))

waymark.contact_safety: contact_safety_said_by_name_check CHECK (((length(said_by_name) >= 1) AND (length(said_by_name) <= 200)))

waymark.contact_safety: contact_safety_state_check CHECK ((state = ANY (ARRAY['safe'::text, 'no_message'::text, 'ask_first'::text, 'do_not_use'::text])))

waymark.contact_safety: contact_safety_voice_check CHECK ((voice = ANY (ARRAY['young_person'::text, 'staff'::text])))

waymark.contact_safety: contact_safety_way_id_child_id_fkey FOREIGN KEY (way_id, child_id) REFERENCES waymark.contact_way(id, child_id)

waymark.contact_safety: contact_safety_way_id_voice_key UNIQUE (way_id, voice)

waymark.contact_safety: contact_safety_who_may_answer_check CHECK (((length(who_may_answer) >= 1) AND (length(who_may_answer) <= 300)))

waymark.contact_safety: somebody_has_a_name CHECK (((said_by = 'young_person'::text) OR (said_by_name IS NOT NULL)))

waymark.contact_safety: times_are_whole CHECK (((only_from IS NULL) = (only_until IS NULL)))

waymark.contact_stop: contact_stop_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.contact_stop: contact_stop_pkey PRIMARY KEY (id)

waymark.contact_stop: contact_stop_stopped_by_fkey FOREIGN KEY (stopped_by) REFERENCES waymark.person(id)

waymark.contact_stop: contact_stop_voice_check CHECK ((voice = ANY (ARRAY['young_person'::text, 'staff'::text])))

waymark.contact_way: contact_way_address_check CHECK (((length(address) >= 1) AND (length(address) <= 300)))

waymark.contact_way: contact_way_channel_check CHECK ((channel = ANY (ARRAY['call'::text, 'text'::text, 'email'::text, 'post'::text, 'in_person'::text, 'through_somebody'::text])))

waymark.contact_way: contact_way_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.contact_way: contact_way_child_id_id_key UNIQUE (child_id, id)

waymark.contact_way: contact_way_given_by_check CHECK ((given_by = ANY (ARRAY['young_person'::text, 'staff'::text])))

waymark.contact_way: contact_way_pkey PRIMARY KEY (id)

waymark.correction: a_key_where_no_row_is_the_line CHECK (((line_key IS NULL) OR (about = ANY (ARRAY['council'::text, 'view'::text]))))

waymark.correction: a_line_has_a_version CHECK (((line_id IS NULL) = (line_version IS NULL)))

waymark.correction: correction_about_check CHECK ((about = ANY (ARRAY['child'::text, 'child_name'::text, 'date_of_birth_claim'::text, 'child_language'::text, 'about_me'::text, 'person_who_matters'::text, 'allocation'::text, 'place_of_learning'::text, 'child_identifier'::text, 'council'::text, 'view'::text, 'other'::text])))

waymark.correction: correction_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.correction: correction_child_id_id_key UNIQUE (child_id, id)

waymark.correction: correction_it_said_check CHECK (((length(it_said) >= 1) AND (length(it_said) <= 6000)))

waymark.correction: correction_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.correction: correction_line_key_check CHECK (((length(line_key) >= 1) AND (length(line_key) <= 100)))

waymark.correction: correction_pkey PRIMARY KEY (id)

waymark.correction: correction_right_words_check CHECK (((length(right_words) >= 1) AND (length(right_words) <= 5000)))

waymark.correction: correction_wish_check CHECK ((wish = ANY (ARRAY['wrong'::text, 'missing'::text, 'read_note'::text])))

waymark.correction: correction_written_by_fkey FOREIGN KEY (written_by) REFERENCES waymark.person(id)

waymark.correction: correction_wrong_check CHECK (((length(wrong) >= 1) AND (length(wrong) <= 5000)))

waymark.correction: missing_says_what CHECK (((wish <> 'missing'::text) OR ((right_words IS NOT NULL) AND (about = 'other'::text))))

waymark.correction: wrong_says_what CHECK (((wish <> 'wrong'::text) OR ((wrong IS NOT NULL) AND (it_said IS NOT NULL))))

waymark.correction_decision: correction_decision_child_id_correction_id_fkey FOREIGN KEY (child_id, correction_id) REFERENCES waymark.correction(child_id, id)

waymark.correction_decision: correction_decision_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.correction_decision: correction_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES waymark.person(id)

waymark.correction_decision: correction_decision_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.correction_decision: correction_decision_outcome_check CHECK ((outcome = ANY (ARRAY['corrected'::text, 'both_kept'::text, 'not_changed'::text, 'shown'::text, 'not_shown'::text])))

waymark.correction_decision: correction_decision_pkey PRIMARY KEY (id)

waymark.correction_decision: correction_decision_why_check CHECK (((length(why) >= 1) AND (length(why) <= 5000)))

waymark.counted_wait: counted_wait_code_check CHECK ((length(code) <= 80))

waymark.counted_wait: counted_wait_ends_with_check CHECK (((length(ends_with) >= 1) AND (length(ends_with) <= 200)))

waymark.counted_wait: counted_wait_pkey PRIMARY KEY (code)

waymark.counted_wait: counted_wait_place_check CHECK (((place >= 1) AND (place <= 99)))

waymark.counted_wait: counted_wait_place_key UNIQUE (place)

waymark.counted_wait: counted_wait_title_check CHECK (((length(title) >= 1) AND (length(title) <= 100)))

waymark.credential: credential_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.credential: credential_pkey PRIMARY KEY (person_id)

waymark.cross_border_contact: consulate_only_when_signed CHECK (((with_kind <> 'consulate'::text) OR (state = ANY (ARRAY['asked'::text, 'refused'::text])) OR (signed_by IS NOT NULL)))

waymark.cross_border_contact: consulate_with_the_childs_view CHECK (((with_kind <> 'consulate'::text) OR (state = ANY (ARRAY['asked'::text, 'refused'::text])) OR (child_view IS NOT NULL)))

waymark.cross_border_contact: cross_border_contact_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES waymark.person(id)

waymark.cross_border_contact: cross_border_contact_came_of_it_check CHECK (((length(came_of_it) >= 1) AND (length(came_of_it) <= 5000)))

waymark.cross_border_contact: cross_border_contact_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.cross_border_contact: cross_border_contact_child_view_check CHECK (((length(child_view) >= 1) AND (length(child_view) <= 5000)))

waymark.cross_border_contact: cross_border_contact_child_view_language_check CHECK (((length(child_view_language) >= 2) AND (length(child_view_language) <= 100)))

waymark.cross_border_contact: cross_border_contact_country_check CHECK (((length(btrim(country)) >= 1) AND (length(btrim(country)) <= 100)))

waymark.cross_border_contact: cross_border_contact_no_view_because_check CHECK ((no_view_because = ANY (ARRAY['not_asked_yet'::text, 'not_safe_to_ask'::text, 'did_not_want_to_say'::text, 'no_interpreter'::text])))

waymark.cross_border_contact: cross_border_contact_pkey PRIMARY KEY (id)

waymark.cross_border_contact: cross_border_contact_protects_check CHECK (((length(btrim(protects)) >= 1) AND (length(btrim(protects)) <= 5000)))

waymark.cross_border_contact: cross_border_contact_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES waymark.person(id)

waymark.cross_border_contact: cross_border_contact_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'agreed'::text, 'refused'::text, 'made'::text])))

waymark.cross_border_contact: cross_border_contact_why_check CHECK (((length(btrim(why)) >= 1) AND (length(btrim(why)) <= 5000)))

waymark.cross_border_contact: cross_border_contact_with_kind_check CHECK ((with_kind = ANY (ARRAY['family'::text, 'child_protection'::text, 'police'::text, 'charity'::text, 'tracing'::text, 'consulate'::text, 'other'::text])))

waymark.cross_border_contact: cross_border_contact_with_whom_check CHECK (((length(btrim(with_whom)) >= 1) AND (length(btrim(with_whom)) <= 200)))

waymark.cross_border_contact: made_says_when CHECK (((state = 'made'::text) = (made_on IS NOT NULL)))

waymark.cross_border_contact: signed_by_somebody_else CHECK (((signed_by IS NULL) OR (signed_by <> asked_by)))

waymark.cross_border_contact: signed_is_whole CHECK ((num_nonnulls(protects, signed_by, signed_at) = ANY (ARRAY[0, 3])))

waymark.cross_border_contact: view_or_why_none CHECK ((num_nonnulls(child_view, no_view_because) = 1))

waymark.date_of_birth_claim: date_of_birth_claim_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.date_of_birth_claim: date_of_birth_claim_note_check CHECK ((length(note) <= 500))

waymark.date_of_birth_claim: date_of_birth_claim_pkey PRIMARY KEY (id)

waymark.date_of_birth_claim: date_of_birth_claim_precision_check CHECK (("precision" = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'range'::text])))

waymark.date_of_birth_claim: date_of_birth_claim_source_check CHECK ((source = ANY (ARRAY['child_says'::text, 'family_says'::text, 'document'::text, 'council_record'::text, 'age_assessment'::text, 'assigned'::text, 'other'::text])))

waymark.date_of_birth_claim: day_is_one_day CHECK ((("precision" <> 'day'::text) OR (earliest = latest)))

waymark.date_of_birth_claim: earliest_before_latest CHECK ((earliest <= latest))

waymark.days_until: days_until_days_check CHECK (((days >= 1) AND (days <= 365)))

waymark.days_until: days_until_pkey PRIMARY KEY (what, from_day)

waymark.days_until: days_until_what_check CHECK ((what = ANY (ARRAY['nobody_trusted_yet'::text, 'process_stale'::text])))

waymark.days_until: days_until_why_check CHECK (((length(why) >= 1) AND (length(why) <= 500)))

waymark.demand_clash: contradiction_says_why CHECK (((kind <> 'contradict'::text) OR (why IS NOT NULL)))

waymark.demand_clash: demand_clash_child_id_first_id_second_id_key UNIQUE (child_id, first_id, second_id)

waymark.demand_clash: demand_clash_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.demand_clash: demand_clash_kind_check CHECK ((kind = ANY (ARRAY['same_time'::text, 'same_day'::text, 'contradict'::text])))

waymark.demand_clash: demand_clash_pkey PRIMARY KEY (id)

waymark.demand_clash: demand_clash_settled_how_check CHECK ((settled_how = ANY (ARRAY['first_moved'::text, 'second_moved'::text, 'both_can_be'::text, 'one_dropped'::text, 'child_chose'::text, 'same_thing'::text])))

waymark.demand_clash: demand_clash_settled_note_check CHECK ((length(settled_note) <= 1000))

waymark.demand_clash: demand_clash_why_check CHECK ((length(why) <= 1000))

waymark.demand_clash: in_one_order CHECK ((first_id < second_id))

waymark.demand_clash: settled_says_how CHECK (((settled_on IS NULL) = (settled_how IS NULL)))

waymark.deployment: deployment_kind_check CHECK ((kind = ANY (ARRAY['demonstration'::text, 'real'::text])))

waymark.deployment: deployment_only_one_check CHECK (only_one)

waymark.deployment: deployment_pkey PRIMARY KEY (only_one)

waymark.device_key: device_key_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.device_key: device_key_child_id_key UNIQUE (child_id)

waymark.device_key: device_key_key_check CHECK ((length(key) = 32))

waymark.device_key: device_key_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.device_key: device_key_pkey PRIMARY KEY (id)

waymark.due_to_child: due_to_child_amount_check CHECK ((length(amount) <= 100))

waymark.due_to_child: due_to_child_child_id_code_nation_key UNIQUE (child_id, code, nation)

waymark.due_to_child: due_to_child_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.due_to_child: due_to_child_nation_check CHECK ((nation = ANY (ARRAY['england'::text, 'wales'::text, 'scotland'::text, 'northern_ireland'::text])))

waymark.due_to_child: due_to_child_note_check CHECK ((length(note) <= 1000))

waymark.due_to_child: due_to_child_pkey PRIMARY KEY (id)

waymark.due_to_child: due_to_child_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'received'::text, 'refused'::text, 'does_not_apply'::text, 'child_does_not_want'::text])))

waymark.due_to_child: refused_says_why CHECK (((state <> ALL (ARRAY['refused'::text, 'does_not_apply'::text])) OR (note IS NOT NULL)))

waymark.duty_fallback: duty_fallback_minutes_check CHECK (((minutes >= 2) AND (minutes <= 120)))

waymark.duty_fallback: duty_fallback_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))

waymark.duty_fallback: duty_fallback_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.duty_fallback: duty_fallback_phone_check CHECK ((phone ~ '^[0-9+ ()]{3,30}$'::text))

waymark.duty_fallback: duty_fallback_pkey PRIMARY KEY (id)

waymark.duty_fallback: duty_fallback_set_by_fkey FOREIGN KEY (set_by) REFERENCES waymark.person(id)

waymark.duty_notice: duty_notice_channel_check CHECK ((channel = ANY (ARRAY['text'::text, 'email'::text])))

waymark.duty_notice: duty_notice_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.duty_notice: duty_notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.duty_notice: duty_notice_pkey PRIMARY KEY (id)

waymark.duty_notice: duty_notice_signal_id_fkey FOREIGN KEY (signal_id) REFERENCES waymark.somebody_now(id)

waymark.duty_notice: duty_notice_signal_id_person_id_channel_key UNIQUE (signal_id, person_id, channel)

waymark.duty_notice: duty_notice_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'sent'::text, 'not_needed'::text, 'given_up'::text])))

waymark.duty_notice: duty_notice_why_check CHECK ((why = ANY (ARRAY['nothing_set_up'::text, 'refused'::text, 'service_away'::text, 'seen'::text, 'next_asked'::text, 'turn_over'::text])))

waymark.duty_notice: settled_when_settled CHECK (((status = 'waiting'::text) = (settled_at IS NULL)))

waymark.duty_turn: a_turn_ends_after_it_begins CHECK (((until_at > from_at) AND (until_at <= (from_at + '31 days'::interval))))

waymark.duty_turn: duty_turn_email_to_check CHECK (((email_to ~ '^[^@[:space:]<>]+@[^@[:space:]<>]+$'::text) AND (length(email_to) <= 200)))

waymark.duty_turn: duty_turn_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.duty_turn: duty_turn_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.duty_turn: duty_turn_phone_check CHECK ((phone ~ '^[0-9+ ()]{3,30}$'::text))

waymark.duty_turn: duty_turn_pkey PRIMARY KEY (id)

waymark.duty_turn: duty_turn_place_check CHECK (((place >= 1) AND (place <= 9)))

waymark.duty_turn: duty_turn_text_to_check CHECK ((text_to ~ '^[+]?[0-9 ]{7,20}$'::text))

waymark.duty_turn: duty_turn_written_by_fkey FOREIGN KEY (written_by) REFERENCES waymark.person(id)

waymark.entitlement: ends_after_it_begins CHECK (((until_day IS NULL) OR (until_day >= from_day)))

waymark.entitlement: entitlement_about_check CHECK (((length(about) >= 1) AND (length(about) <= 600)))

waymark.entitlement: entitlement_called_check CHECK (((length(called) >= 1) AND (length(called) <= 200)))

waymark.entitlement: entitlement_check CHECK ((until_months > from_months))

waymark.entitlement: entitlement_code_check CHECK ((code ~ '^[a-z0-9_]{2,50}$'::text))

waymark.entitlement: entitlement_confidence_check CHECK ((confidence = ANY (ARRAY['certain'::text, 'likely'::text, 'check'::text])))

waymark.entitlement: entitlement_for_whom_check CHECK ((for_whom = ANY (ARRAY['every_child'::text, 'looked_after'::text, 'care_leaver'::text, 'separated'::text])))

waymark.entitlement: entitlement_from_months_check CHECK (((from_months >= 0) AND (from_months <= 360)))

waymark.entitlement: entitlement_kind_check CHECK ((kind = ANY (ARRAY['guardian'::text, 'home'::text, 'money'::text, 'learning'::text, 'health'::text, 'plan'::text, 'someone_beside'::text])))

waymark.entitlement: entitlement_nation_check CHECK ((nation = ANY (ARRAY['england'::text, 'wales'::text, 'scotland'::text, 'northern_ireland'::text])))

waymark.entitlement: entitlement_owed_by_check CHECK (((length(owed_by) >= 1) AND (length(owed_by) <= 200)))

waymark.entitlement: entitlement_pkey PRIMARY KEY (code, nation, from_day)

waymark.entitlement: entitlement_source_check CHECK (((length(source) >= 1) AND (length(source) <= 300)))

waymark.exploitation_form: ends_after_it_began CHECK (((until_day IS NULL) OR (until_day >= from_day)))

waymark.exploitation_form: exploitation_form_added_by_fkey FOREIGN KEY (added_by) REFERENCES waymark.person(id)

waymark.exploitation_form: exploitation_form_called_check CHECK (((length(called) >= 1) AND (length(called) <= 100)))

waymark.exploitation_form: exploitation_form_code_check CHECK ((code ~ '^[a-z_]{3,60}$'::text))

waymark.exploitation_form: exploitation_form_code_organisation_id_from_day_key UNIQUE NULLS NOT DISTINCT (code, organisation_id, from_day)

waymark.exploitation_form: exploitation_form_meaning_check CHECK (((length(meaning) >= 1) AND (length(meaning) <= 500)))

waymark.exploitation_form: exploitation_form_near_check CHECK ((near ~ '^[a-z_]{3,60}$'::text))

waymark.exploitation_form: exploitation_form_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.exploitation_form: exploitation_form_pkey PRIMARY KEY (id)

waymark.exploitation_form: exploitation_form_place_check CHECK ((place > 0))

waymark.exploitation_form: exploitation_form_source_check CHECK (((length(source) >= 1) AND (length(source) <= 500)))

waymark.exploitation_form: local_says_what_is_nearest CHECK (((organisation_id IS NULL) = (near IS NULL)))

waymark.exploitation_situation: began_is_whole CHECK (((num_nonnulls(began_earliest, began_latest, began_precision) = ANY (ARRAY[0, 3])) AND COALESCE((began_earliest <= began_latest), true)))

waymark.exploitation_situation: ended_is_whole CHECK (((num_nonnulls(ended_earliest, ended_latest, ended_precision) = ANY (ARRAY[0, 3])) AND COALESCE((ended_earliest <= ended_latest), true)))

waymark.exploitation_situation: ends_after_it_began CHECK (COALESCE((began_earliest <= ended_latest), true))

waymark.exploitation_situation: exploitation_situation_began_precision_check CHECK ((began_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'range'::text])))

waymark.exploitation_situation: exploitation_situation_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.exploitation_situation: exploitation_situation_child_id_id_key UNIQUE (child_id, id)

waymark.exploitation_situation: exploitation_situation_child_id_rests_on_fkey FOREIGN KEY (child_id, rests_on) REFERENCES waymark.concern(child_id, id)

waymark.exploitation_situation: exploitation_situation_ended_precision_check CHECK ((ended_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'range'::text])))

waymark.exploitation_situation: exploitation_situation_goes_on_check CHECK ((goes_on = ANY (ARRAY['yes'::text, 'no'::text, 'not_known'::text])))

waymark.exploitation_situation: exploitation_situation_not_so_because_check CHECK (((length(btrim(not_so_because)) >= 1) AND (length(btrim(not_so_because)) <= 2000)))

waymark.exploitation_situation: exploitation_situation_pkey PRIMARY KEY (id)

waymark.exploitation_situation: exploitation_situation_place_check CHECK ((place = ANY (ARRAY['uk'::text, 'overseas'::text, 'both'::text, 'not_known'::text])))

waymark.exploitation_situation: exploitation_situation_what_check CHECK (((length(what) >= 1) AND (length(what) <= 10000)))

waymark.exploitation_situation: exploitation_situation_where_it_was_check CHECK (((length(where_it_was) >= 1) AND (length(where_it_was) <= 1000)))

waymark.exploitation_situation: no_end_while_it_goes_on CHECK (((goes_on <> 'yes'::text) OR (ended_earliest IS NULL)))

waymark.feedback_on_us: believed_or_a_reason CHECK ((num_nonnulls(believed, believed_reason) = 1))

waymark.feedback_on_us: feedback_on_us_about_kind_check CHECK ((about_kind = ANY (ARRAY['answer'::text, 'meeting'::text, 'check_in'::text])))

waymark.feedback_on_us: feedback_on_us_about_person_fkey FOREIGN KEY (about_person) REFERENCES waymark.person(id)

waymark.feedback_on_us: feedback_on_us_believed_check CHECK ((believed = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text])))

waymark.feedback_on_us: feedback_on_us_believed_reason_check CHECK ((believed_reason = ANY (ARRAY['skipped'::text, 'not_now'::text, 'not_relevant_to_me'::text, 'dont_know'::text])))

waymark.feedback_on_us: feedback_on_us_child_id_about_kind_about_id_key UNIQUE (child_id, about_kind, about_id)

waymark.feedback_on_us: feedback_on_us_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.feedback_on_us: feedback_on_us_interpreter_check CHECK ((interpreter = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text])))

waymark.feedback_on_us: feedback_on_us_interpreter_reason_check CHECK ((interpreter_reason = ANY (ARRAY['skipped'::text, 'not_now'::text, 'not_relevant_to_me'::text, 'dont_know'::text])))

waymark.feedback_on_us: feedback_on_us_listened_check CHECK ((listened = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text])))

waymark.feedback_on_us: feedback_on_us_listened_reason_check CHECK ((listened_reason = ANY (ARRAY['skipped'::text, 'not_now'::text, 'not_relevant_to_me'::text, 'dont_know'::text])))

waymark.feedback_on_us: feedback_on_us_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.feedback_on_us: feedback_on_us_pkey PRIMARY KEY (id)

waymark.feedback_on_us: feedback_on_us_words_check CHECK (((length(words) >= 1) AND (length(words) <= 5000)))

waymark.feedback_on_us: feedback_on_us_words_language_check CHECK (((length(words_language) >= 2) AND (length(words_language) <= 35)))

waymark.feedback_on_us: interpreter_or_a_reason CHECK ((num_nonnulls(interpreter, interpreter_reason) = 1))

waymark.feedback_on_us: listened_or_a_reason CHECK ((num_nonnulls(listened, listened_reason) = 1))

waymark.first_responder_setting: first_responder_setting_goes_to_check CHECK (((length(btrim(goes_to)) >= 1) AND (length(btrim(goes_to)) <= 200)))

waymark.first_responder_setting: first_responder_setting_how_check CHECK (((length(btrim(how)) >= 1) AND (length(btrim(how)) <= 500)))

waymark.first_responder_setting: first_responder_setting_listed_as_check CHECK (((length(btrim(listed_as)) >= 1) AND (length(btrim(listed_as)) <= 200)))

waymark.first_responder_setting: first_responder_setting_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.first_responder_setting: first_responder_setting_pkey PRIMARY KEY (id)

waymark.first_responder_setting: first_responder_setting_set_by_fkey FOREIGN KEY (set_by) REFERENCES waymark.person(id)

waymark.first_responder_setting: listed_or_routed CHECK (((is_one AND (listed_as IS NOT NULL)) OR ((NOT is_one) AND (goes_to IS NOT NULL))))

waymark.framework: framework_created_by_fkey FOREIGN KEY (created_by) REFERENCES waymark.person(id)

waymark.framework: framework_key_check CHECK ((key ~ '^[a-z0-9][a-z0-9-]{0,59}$'::text))

waymark.framework: framework_key_key UNIQUE (key)

waymark.framework: framework_name_check CHECK (((length(name) >= 1) AND (length(name) <= 300)))

waymark.framework: framework_owner_check CHECK (((length(owner) >= 1) AND (length(owner) <= 300)))

waymark.framework: framework_pkey PRIMARY KEY (id)

waymark.framework_principle: framework_principle_framework_version_id_fkey FOREIGN KEY (framework_version_id) REFERENCES waymark.framework_version(id)

waymark.framework_principle: framework_principle_pkey PRIMARY KEY (framework_version_id, code)

waymark.framework_version: framework_version_age_from_check CHECK (((age_from >= 0) AND (age_from <= 120)))

waymark.framework_version: framework_version_check CHECK (((age_to >= age_from) AND (age_to <= 120)))

waymark.framework_version: framework_version_framework_id_fkey FOREIGN KEY (framework_id) REFERENCES waymark.framework(id)

waymark.framework_version: framework_version_framework_id_version_key UNIQUE (framework_id, version)

waymark.framework_version: framework_version_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES waymark.person(id)

waymark.framework_version: framework_version_nation_check CHECK ((nation = ANY (ARRAY['uk'::text, 'england'::text, 'wales'::text, 'scotland'::text, 'northern_ireland'::text])))

waymark.framework_version: framework_version_pkey PRIMARY KEY (id)

waymark.framework_version: framework_version_population_check CHECK ((population = ANY (ARRAY['child'::text, 'adult'::text])))

waymark.framework_version: framework_version_published_by_fkey FOREIGN KEY (published_by) REFERENCES waymark.person(id)

waymark.framework_version: framework_version_retired_by_fkey FOREIGN KEY (retired_by) REFERENCES waymark.person(id)

waymark.framework_version: framework_version_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'live'::text, 'retired'::text])))

waymark.framework_version: framework_version_version_check CHECK (((length(version) >= 1) AND (length(version) <= 60)))

waymark.framework_version: published_when_live CHECK ((((status = 'draft'::text) <= (published_at IS NULL)) AND ((status <> 'live'::text) OR (published_at IS NOT NULL))))

waymark.framework_version: retired_when_retired CHECK (((status = 'retired'::text) = (retired_at IS NOT NULL)))

waymark.gallery_work: gallery_work_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.gallery_work: gallery_work_consent_id_child_id_fkey FOREIGN KEY (consent_id, child_id) REFERENCES waymark.consent_use(id, child_id)

waymark.gallery_work: gallery_work_part_id_child_id_fkey FOREIGN KEY (part_id, child_id) REFERENCES waymark.statement_part(id, child_id)

waymark.gallery_work: gallery_work_pkey PRIMARY KEY (id)

waymark.gallery_work: gallery_work_place_check CHECK ((place = ANY (ARRAY['inside'::text, 'published'::text])))

waymark.gallery_work: gallery_work_shown_name_check CHECK (((length(shown_name) >= 1) AND (length(shown_name) <= 80)))

waymark.group_member: group_member_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.group_member: group_member_pkey PRIMARY KEY (id)

waymark.group_member: group_member_session_id_child_id_key UNIQUE (session_id, child_id)

waymark.group_member: group_member_session_id_fkey FOREIGN KEY (session_id) REFERENCES waymark.group_session(id)

waymark.group_session: group_session_came_of_check CHECK (((length(came_of) >= 1) AND (length(came_of) <= 5000)))

waymark.group_session: group_session_decided_check CHECK (((length(decided) >= 1) AND (length(decided) <= 5000)))

waymark.group_session: group_session_made_by_fkey FOREIGN KEY (made_by) REFERENCES waymark.person(id)

waymark.group_session: group_session_opportunity_id_organisation_id_fkey FOREIGN KEY (opportunity_id, organisation_id) REFERENCES waymark.opportunity(id, organisation_id)

waymark.group_session: group_session_pkey PRIMARY KEY (id)

waymark.group_session: group_session_talked_about_check CHECK (((length(talked_about) >= 1) AND (length(talked_about) <= 5000)))

waymark.guidance_text: guidance_text_because_check CHECK (((length(because) >= 1) AND (length(because) <= 500)))

waymark.guidance_text: guidance_text_confidence_check CHECK ((confidence = ANY (ARRAY['certain'::text, 'likely'::text, 'check'::text])))

waymark.guidance_text: guidance_text_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.guidance_text: guidance_text_organisation_id_topic_version_key UNIQUE (organisation_id, topic, version)

waymark.guidance_text: guidance_text_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES waymark.person(id)

waymark.guidance_text: guidance_text_pkey PRIMARY KEY (id)

waymark.guidance_text: guidance_text_source_check CHECK (((length(source) >= 1) AND (length(source) <= 500)))

waymark.guidance_text: guidance_text_text_check CHECK (((length(text) >= 1) AND (length(text) <= 3000)))

waymark.guidance_text: guidance_text_topic_check CHECK ((topic ~ '^[a-z][a-z-]{1,59}$'::text))

waymark.guidance_text: guidance_text_version_check CHECK ((version >= 1))

waymark.guidance_text: guidance_text_written_by_fkey FOREIGN KEY (written_by) REFERENCES waymark.person(id)

waymark.guidance_text: reviewed_after_reading CHECK ((review_on > read_on))

waymark.help_place: a_way_to_reach_it CHECK ((COALESCE(phone, text_to, chat) IS NOT NULL))

waymark.help_place: help_place_chat_check CHECK (((length(chat) >= 4) AND (length(chat) <= 100)))

waymark.help_place: help_place_code_check CHECK ((code ~ '^[a-z0-9_]{2,40}$'::text))

waymark.help_place: help_place_code_key UNIQUE (code)

waymark.help_place: help_place_confidence_check CHECK ((confidence = ANY (ARRAY['certain'::text, 'likely'::text, 'to_be_confirmed'::text])))

waymark.help_place: help_place_cost_check CHECK ((cost = ANY (ARRAY['free'::text, 'like_any_call'::text, 'not_known'::text])))

waymark.help_place: help_place_helps_with_check CHECK (((length(helps_with) >= 1) AND (length(helps_with) <= 300)))

waymark.help_place: help_place_hours_check CHECK (((length(hours) >= 1) AND (length(hours) <= 120)))

waymark.help_place: help_place_instead_of_fkey FOREIGN KEY (instead_of) REFERENCES waymark.help_place(id)

waymark.help_place: help_place_interpreter_check CHECK ((interpreter = ANY (ARRAY['yes'::text, 'no'::text, 'not_known'::text])))

waymark.help_place: help_place_kind_check CHECK ((kind = ANY (ARRAY['now'::text, 'talk'::text, 'health'::text, 'side'::text, 'law'::text])))

waymark.help_place: help_place_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))

waymark.help_place: help_place_on_bill_check CHECK ((on_bill = ANY (ARRAY['no'::text, 'yes'::text, 'not_known'::text])))

waymark.help_place: help_place_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.help_place: help_place_organisation_id_instead_of_key UNIQUE (organisation_id, instead_of)

waymark.help_place: help_place_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES waymark.person(id)

waymark.help_place: help_place_phone_check CHECK (((length(phone) >= 2) AND (length(phone) <= 40)))

waymark.help_place: help_place_pkey PRIMARY KEY (id)

waymark.help_place: help_place_source_check CHECK (((length(source) >= 1) AND (length(source) <= 500)))

waymark.help_place: help_place_text_to_check CHECK (((length(text_to) >= 2) AND (length(text_to) <= 40)))

waymark.help_place: only_their_own_stands_instead CHECK (((instead_of IS NULL) OR (organisation_id IS NOT NULL)))

waymark.help_place: shipped_or_of_an_organisation CHECK (((organisation_id IS NULL) = (code IS NOT NULL)))

waymark.help_place: some_language CHECK (((languages <> '{}'::text[]) AND (array_position(languages, NULL::text) IS NULL)))

waymark.help_place: some_nation CHECK (((nations <> '{}'::text[]) AND (nations <@ ARRAY['england'::text, 'wales'::text, 'scotland'::text, 'northern_ireland'::text])))

waymark.identification_indicator: ends_after_it_began CHECK (((until_day IS NULL) OR (until_day >= from_day)))

waymark.identification_indicator: identification_indicator_code_check CHECK ((code ~ '^[a-z_]{3,60}$'::text))

waymark.identification_indicator: identification_indicator_code_from_day_key UNIQUE (code, from_day)

waymark.identification_indicator: identification_indicator_grouped_check CHECK ((grouped = ANY (ARRAY['child'::text, 'setting'::text, 'control'::text, 'fear'::text, 'harm'::text, 'work'::text, 'travel'::text])))

waymark.identification_indicator: identification_indicator_pkey PRIMARY KEY (id)

waymark.identification_indicator: identification_indicator_place_check CHECK ((place > 0))

waymark.identification_indicator: identification_indicator_says_check CHECK (((length(says) >= 1) AND (length(says) <= 300)))

waymark.identification_indicator: identification_indicator_source_check CHECK (((length(source) >= 1) AND (length(source) <= 500)))

waymark.import_child: import_child_matched_by_check CHECK ((matched_by = ANY (ARRAY['number'::text, 'upn'::text])))

waymark.import_child: import_child_outcome_check CHECK ((outcome = ANY (ARRAY['opened'::text, 'changed'::text, 'unchanged'::text])))

waymark.import_child: import_child_pkey PRIMARY KEY (run_id, child)

waymark.import_child: import_child_record_id_run_id_key UNIQUE (record_id, run_id)

waymark.import_child: import_child_run_id_fkey FOREIGN KEY (run_id) REFERENCES waymark.import_run(id) ON DELETE CASCADE

waymark.import_refusal: import_refusal_pkey PRIMARY KEY (run_id, n)

waymark.import_refusal: import_refusal_run_id_fkey FOREIGN KEY (run_id) REFERENCES waymark.import_run(id) ON DELETE CASCADE

waymark.import_row: import_row_pkey PRIMARY KEY (run_id, file, child, n)

waymark.import_row: import_row_run_id_fkey FOREIGN KEY (run_id) REFERENCES waymark.import_run(id) ON DELETE CASCADE

waymark.import_run: import_run_kind_check CHECK ((kind = 'ssda903'::text))

waymark.import_run: import_run_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.import_run: import_run_pkey PRIMARY KEY (id)

waymark.import_run: import_run_started_by_fkey FOREIGN KEY (started_by) REFERENCES waymark.person(id)

waymark.import_run: import_run_state_check CHECK ((state = ANY (ARRAY['previewed'::text, 'committed'::text, 'discarded'::text])))

waymark.import_run: import_run_year_check CHECK (((year >= 1990) AND (year <= 2200)))

waymark.indicator: indicator_framework_version_id_code_key UNIQUE (framework_version_id, code)

waymark.indicator: indicator_framework_version_id_fkey FOREIGN KEY (framework_version_id) REFERENCES waymark.framework_version(id)

waymark.indicator: indicator_level_check CHECK ((level = ANY (ARRAY['outcome'::text, 'experience'::text, 'output'::text])))

waymark.indicator: indicator_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES waymark.outcome(id)

waymark.indicator: indicator_pkey PRIMARY KEY (id)

waymark.indicator: indicator_polarity_check CHECK ((polarity = ANY (ARRAY['positive'::text, 'neutral'::text, 'negative'::text])))

waymark.invitation: invitation_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.invitation: invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES waymark.person(id)

waymark.invitation: invitation_opportunity_id_child_id_key UNIQUE (opportunity_id, child_id)

waymark.invitation: invitation_opportunity_id_fkey FOREIGN KEY (opportunity_id) REFERENCES waymark.opportunity(id)

waymark.invitation: invitation_pkey PRIMARY KEY (id)

waymark.invite_safety: holds_a_month_at_most CHECK (((until_day >= ((confirmed_at AT TIME ZONE 'Europe/London'::text))::date) AND (until_day <= (((confirmed_at AT TIME ZONE 'Europe/London'::text))::date + 31))))

waymark.invite_safety: invite_safety_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.invite_safety: invite_safety_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES waymark.person(id)

waymark.invite_safety: invite_safety_pkey PRIMARY KEY (id)

waymark.lead_appointment: appointed_until_after_from CHECK (((until_day IS NULL) OR (until_day >= from_day)))

waymark.lead_appointment: lead_appointment_appointed_by_fkey FOREIGN KEY (appointed_by) REFERENCES waymark.person(id)

waymark.lead_appointment: lead_appointment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.lead_appointment: lead_appointment_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.lead_appointment: lead_appointment_pkey PRIMARY KEY (id)

waymark.lead_appointment: nobody_appoints_themselves CHECK ((person_id <> appointed_by))

waymark.leaving_shown: leaving_shown_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.leaving_shown: leaving_shown_child_id_key UNIQUE (child_id)

waymark.leaving_shown: leaving_shown_pkey PRIMARY KEY (id)

waymark.ledger_step: a_reply_has_words CHECK (((kind <> ALL (ARRAY['replied'::text, 'came_of_it'::text])) OR (words IS NOT NULL)))

waymark.ledger_step: considered_says_weight_and_why CHECK ((((kind = 'considered'::text) = (weight IS NOT NULL)) AND ((kind <> 'considered'::text) OR (words IS NOT NULL))))

waymark.ledger_step: decided_says_what_and_by_whom CHECK ((((kind = 'decided'::text) = (decision IS NOT NULL)) AND ((kind = 'decided'::text) = (decided_by IS NOT NULL)) AND ((kind <> 'decided'::text) OR (words IS NOT NULL))))

waymark.ledger_step: heard_of_the_same_child FOREIGN KEY (file_id, child_id) REFERENCES waymark.stored_file(id, child_id)

waymark.ledger_step: ledger_step_back_check CHECK ((back = ANY (ARRAY['answers_me'::text, 'not_yet'::text, 'dont_understand'::text, 'no_need'::text])))

waymark.ledger_step: ledger_step_by_id_fkey FOREIGN KEY (by_id) REFERENCES waymark.person(id)

waymark.ledger_step: ledger_step_child_id_receipt_id_fkey FOREIGN KEY (child_id, receipt_id) REFERENCES waymark.receipt(child_id, id)

waymark.ledger_step: ledger_step_decided_by_check CHECK (((length(decided_by) >= 1) AND (length(decided_by) <= 200)))

waymark.ledger_step: ledger_step_decision_check CHECK ((decision = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text, 'not_ours'::text, 'not_decided_yet'::text])))

waymark.ledger_step: ledger_step_kind_check CHECK ((kind = ANY (ARRAY['considered'::text, 'decided'::text, 'replied'::text, 'said_back'::text, 'came_of_it'::text, 'passed_on'::text, 'went_up'::text, 'taken_back'::text])))

waymark.ledger_step: ledger_step_pkey PRIMARY KEY (id)

waymark.ledger_step: ledger_step_to_id_fkey FOREIGN KEY (to_id) REFERENCES waymark.person(id)

waymark.ledger_step: ledger_step_weight_check CHECK ((weight = ANY (ARRAY['decided_it'::text, 'counted_much'::text, 'counted_some'::text, 'could_not_follow'::text])))

waymark.ledger_step: ledger_step_words_check CHECK (((length(words) >= 1) AND (length(words) <= 5000)))

waymark.ledger_step: ledger_step_words_language_check CHECK (((length(words_language) >= 2) AND (length(words_language) <= 35)))

waymark.ledger_step: said_back_says_what CHECK (((kind = 'said_back'::text) = (back IS NOT NULL)))

waymark.ledger_step: what_can_be_heard CHECK (((file_id IS NULL) OR (kind = ANY (ARRAY['replied'::text, 'came_of_it'::text]))))

waymark.legal_deadline: legal_deadline_area_check CHECK ((area = ANY (ARRAY['asylum'::text, 'papers'::text, 'public'::text, 'crime'::text, 'family'::text, 'reunion'::text, 'other'::text])))

waymark.legal_deadline: legal_deadline_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.legal_deadline: legal_deadline_not_met_why_check CHECK ((length(not_met_why) <= 500))

waymark.legal_deadline: legal_deadline_owed_by_check CHECK (((length(owed_by) >= 1) AND (length(owed_by) <= 200)))

waymark.legal_deadline: legal_deadline_pkey PRIMARY KEY (id)

waymark.legal_deadline: legal_deadline_set_by_check CHECK (((length(set_by) >= 1) AND (length(set_by) <= 200)))

waymark.legal_deadline: legal_deadline_what_check CHECK (((length(what) >= 1) AND (length(what) <= 500)))

waymark.legal_help: good_is_said_by_the_child CHECK (((said_by <> 'someone_else'::text) OR ((how_good = 'not_said'::text) AND (wants = 'not_said'::text) AND (words IS NULL))))

waymark.legal_help: legal_help_area_check CHECK ((area = ANY (ARRAY['asylum'::text, 'papers'::text, 'public'::text, 'crime'::text, 'family'::text, 'reunion'::text, 'other'::text])))

waymark.legal_help: legal_help_child_id_area_key UNIQUE (child_id, area)

waymark.legal_help: legal_help_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.legal_help: legal_help_has_check CHECK ((has = ANY (ARRAY['yes'::text, 'no'::text, 'not_known'::text])))

waymark.legal_help: legal_help_helper_check CHECK ((length(helper) <= 200))

waymark.legal_help: legal_help_how_good_check CHECK ((how_good = ANY (ARRAY['good'::text, 'in_part'::text, 'not_good'::text, 'not_said'::text])))

waymark.legal_help: legal_help_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.legal_help: legal_help_pkey PRIMARY KEY (id)

waymark.legal_help: legal_help_said_by_check CHECK ((said_by = ANY (ARRAY['child'::text, 'child_with_someone'::text, 'someone_else'::text])))

waymark.legal_help: legal_help_wants_check CHECK ((wants = ANY (ARRAY['yes'::text, 'no'::text, 'not_said'::text])))

waymark.legal_help: legal_help_words_check CHECK ((length(words) <= 2000))

waymark.linked_referral: answered_after_sent CHECK (((answered_on IS NULL) OR (answered_on >= sent_on)))

waymark.linked_referral: answered_says_when CHECK (((state = ANY (ARRAY['taken_up'::text, 'refused'::text])) = (answered_on IS NOT NULL)))

waymark.linked_referral: linked_referral_because_check CHECK (((length(btrim(because)) >= 1) AND (length(btrim(because)) <= 2000)))

waymark.linked_referral: linked_referral_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.linked_referral: linked_referral_kind_check CHECK ((kind = ANY (ARRAY['local_authority'::text, 'guardianship'::text, 'nrm'::text])))

waymark.linked_referral: linked_referral_pkey PRIMARY KEY (id)

waymark.linked_referral: linked_referral_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 100)))

waymark.linked_referral: linked_referral_state_check CHECK ((state = ANY (ARRAY['preparing'::text, 'sent'::text, 'taken_up'::text, 'refused'::text, 'not_made'::text])))

waymark.linked_referral: linked_referral_to_body_check CHECK (((length(btrim(to_body)) >= 1) AND (length(btrim(to_body)) <= 200)))

waymark.linked_referral: linked_referral_words_check CHECK (((length(words) >= 1) AND (length(words) <= 5000)))

waymark.linked_referral: refused_or_not_made_says_why CHECK (((state <> ALL (ARRAY['refused'::text, 'not_made'::text])) OR (because IS NOT NULL)))

waymark.linked_referral: sent_says_when CHECK (((state <> ALL (ARRAY['sent'::text, 'taken_up'::text, 'refused'::text])) OR (sent_on IS NOT NULL)))

waymark.loved_contact: a_second_person_signs CHECK (((signed_by IS NULL) OR (signed_by <> asked_by)))

waymark.loved_contact: child_said_when CHECK (((child_said IS NULL) = (child_said_at IS NULL)))

waymark.loved_contact: loved_contact_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES waymark.person(id)

waymark.loved_contact: loved_contact_child_said_check CHECK ((child_said = ANY (ARRAY['yes'::text, 'no'::text])))

waymark.loved_contact: loved_contact_kind_check CHECK ((kind = ANY (ARRAY['family'::text, 'consulate'::text, 'somebody_else'::text])))

waymark.loved_contact: loved_contact_made_by_fkey FOREIGN KEY (made_by) REFERENCES waymark.person(id)

waymark.loved_contact: loved_contact_made_words_check CHECK (((length(made_words) >= 1) AND (length(made_words) <= 2000)))

waymark.loved_contact: loved_contact_pkey PRIMARY KEY (id)

waymark.loved_contact: loved_contact_plan_id_child_id_fkey FOREIGN KEY (plan_id, child_id) REFERENCES waymark.loved_plan(id, child_id)

waymark.loved_contact: loved_contact_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES waymark.person(id)

waymark.loved_contact: loved_contact_signed_why_check CHECK (((length(signed_why) >= 1) AND (length(signed_why) <= 2000)))

waymark.loved_contact: loved_contact_whom_check CHECK (((length(whom) >= 1) AND (length(whom) <= 300)))

waymark.loved_contact: loved_contact_why_check CHECK (((length(why) >= 1) AND (length(why) <= 2000)))

waymark.loved_contact: made_whole CHECK ((((made_at IS NULL) = (made_by IS NULL)) AND ((made_at IS NULL) = (made_words IS NULL))))

waymark.loved_contact: only_as_the_child_and_a_second_person_agree CHECK (((made_at IS NULL) OR ((child_said = 'yes'::text) AND (signed_at IS NOT NULL) AND (signed_at >= child_said_at))))

waymark.loved_contact: signed_whole CHECK ((((signed_at IS NULL) = (signed_by IS NULL)) AND ((signed_at IS NULL) = (signed_why IS NULL))))

waymark.loved_plan: loved_plan_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.loved_plan: loved_plan_id_child_id_key UNIQUE (id, child_id)

waymark.loved_plan: loved_plan_made_by_fkey FOREIGN KEY (made_by) REFERENCES waymark.person(id)

waymark.loved_plan: loved_plan_pkey PRIMARY KEY (id)

waymark.loved_plan: loved_plan_statement_id_child_id_fkey FOREIGN KEY (statement_id, child_id) REFERENCES waymark.statement(id, child_id)

waymark.loved_plan: loved_plan_statement_id_key UNIQUE (statement_id)

waymark.loved_step: done_by_somebody CHECK (((done_at IS NULL) = (done_by IS NULL)))

waymark.loved_step: loved_step_done_by_fkey FOREIGN KEY (done_by) REFERENCES waymark.person(id)

waymark.loved_step: loved_step_kind_check CHECK ((kind = ANY (ARRAY['do'::text, 'tell'::text])))

waymark.loved_step: loved_step_pkey PRIMARY KEY (id)

waymark.loved_step: loved_step_plan_id_child_id_fkey FOREIGN KEY (plan_id, child_id) REFERENCES waymark.loved_plan(id, child_id)

waymark.loved_step: loved_step_who_id_fkey FOREIGN KEY (who_id) REFERENCES waymark.person(id)

waymark.loved_step: loved_step_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)))

waymark.loved_step: loved_step_written_by_fkey FOREIGN KEY (written_by) REFERENCES waymark.person(id)

waymark.meeting: meeting_called_check CHECK (((length(called) >= 1) AND (length(called) <= 200)))

waymark.meeting: meeting_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.meeting: meeting_child_id_id_key UNIQUE (child_id, id)

waymark.meeting: meeting_led_by_fkey FOREIGN KEY (led_by) REFERENCES waymark.person(id)

waymark.meeting: meeting_made_by_fkey FOREIGN KEY (made_by) REFERENCES waymark.person(id)

waymark.meeting: meeting_pkey PRIMARY KEY (id)

waymark.meeting: meeting_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'held'::text, 'not_held'::text])))

waymark.meeting_after: meeting_after_child_id_line_id_fkey FOREIGN KEY (child_id, line_id) REFERENCES waymark.meeting_line(child_id, id)

waymark.meeting_after: meeting_after_line_id_key UNIQUE (line_id)

waymark.meeting_after: meeting_after_pkey PRIMARY KEY (id)

waymark.meeting_after: meeting_after_talked_check CHECK ((talked = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text, 'dont_know'::text])))

waymark.meeting_after: meeting_after_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)))

waymark.meeting_after: meeting_after_words_language_check CHECK (((length(words_language) >= 2) AND (length(words_language) <= 35)))

waymark.meeting_line: meeting_line_child_id_id_key UNIQUE (child_id, id)

waymark.meeting_line: meeting_line_child_id_meeting_id_fkey FOREIGN KEY (child_id, meeting_id) REFERENCES waymark.meeting(child_id, id)

waymark.meeting_line: meeting_line_kind_check CHECK ((kind = ANY (ARRAY['want_said'::text, 'not_said'::text, 'not_there'::text])))

waymark.meeting_line: meeting_line_pkey PRIMARY KEY (id)

waymark.meeting_line: meeting_line_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'offered'::text, 'stands'::text, 'not_this'::text])))

waymark.meeting_line: meeting_line_who_says_check CHECK ((who_says = ANY (ARRAY['me'::text, 'somebody'::text, 'read_out'::text, 'not_said'::text])))

waymark.meeting_line: meeting_line_who_says_name_check CHECK (((length(who_says_name) >= 1) AND (length(who_says_name) <= 200)))

waymark.meeting_line: meeting_line_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)))

waymark.meeting_line: meeting_line_words_language_check CHECK (((length(words_language) >= 2) AND (length(words_language) <= 35)))

waymark.meeting_line: meeting_line_written_by_fkey FOREIGN KEY (written_by) REFERENCES waymark.person(id)

waymark.meeting_line: somebody_says_who CHECK (((who_says = 'somebody'::text) OR (who_says_name IS NULL)))

waymark.mended_text: mended_text_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.mended_text: mended_text_mended_by_fkey FOREIGN KEY (mended_by) REFERENCES waymark.person(id)

waymark.mended_text: mended_text_note_check CHECK (((length(note) >= 1) AND (length(note) <= 500)))

waymark.mended_text: mended_text_number_key UNIQUE (number)

waymark.mended_text: mended_text_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.mended_text: mended_text_pkey PRIMARY KEY (id)

waymark.mended_text: mended_text_place_check CHECK (((length(place) >= 1) AND (length(place) <= 120)))

waymark.mended_text: mended_text_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'translated'::text, 'reviewed'::text, 'reviewed_by_young_people'::text])))

waymark.missed_chance: before_it_is_looked_at CHECK ((earliest <= ((opened_at AT TIME ZONE 'Europe/London'::text))::date))

waymark.missed_chance: ended_is_whole CHECK ((num_nonnulls(ended_by, ended_at, ended_words) = ANY (ARRAY[0, 3])))

waymark.missed_chance: in_order CHECK ((earliest <= latest))

waymark.missed_chance: missed_chance_body_check CHECK ((body = ANY (ARRAY['us'::text, 'council'::text, 'police'::text, 'school'::text, 'health'::text, 'border'::text, 'home_office'::text, 'charity'::text, 'housing'::text, 'other'::text])))

waymark.missed_chance: missed_chance_body_name_check CHECK (((length(body_name) >= 1) AND (length(body_name) <= 200)))

waymark.missed_chance: missed_chance_child_id_concern_id_fkey FOREIGN KEY (child_id, concern_id) REFERENCES waymark.concern(child_id, id)

waymark.missed_chance: missed_chance_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.missed_chance: missed_chance_child_id_id_key UNIQUE (child_id, id)

waymark.missed_chance: missed_chance_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES waymark.person(id)

waymark.missed_chance: missed_chance_ended_words_check CHECK (((length(btrim(ended_words)) >= 1) AND (length(btrim(ended_words)) <= 5000)))

waymark.missed_chance: missed_chance_level_check CHECK ((level = ANY (ARRAY['law'::text, 'system'::text, 'service'::text, 'attitude'::text])))

waymark.missed_chance: missed_chance_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES waymark.person(id)

waymark.missed_chance: missed_chance_pkey PRIMARY KEY (id)

waymark.missed_chance: missed_chance_precision_check CHECK (("precision" = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'range'::text])))

waymark.missed_chance: missed_chance_what_check CHECK (((length(btrim(what)) >= 1) AND (length(btrim(what)) <= 10000)))

waymark.missed_chance: missed_chance_would_have_helped_check CHECK (((length(btrim(would_have_helped)) >= 1) AND (length(btrim(would_have_helped)) <= 5000)))

waymark.missed_chance_learning: missed_chance_learning_child_id_missed_chance_id_fkey FOREIGN KEY (child_id, missed_chance_id) REFERENCES waymark.missed_chance(child_id, id)

waymark.missed_chance_learning: missed_chance_learning_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES waymark.person(id)

waymark.missed_chance_learning: missed_chance_learning_pkey PRIMARY KEY (id)

waymark.missed_chance_learning: missed_chance_learning_topic_check CHECK ((topic = ANY (ARRAY['signs'::text, 'trauma'::text, 'curiosity'::text, 'rights'::text, 'culture'::text, 'forms_of_exploitation'::text, 'language'::text, 'working_together'::text])))

waymark.missed_chance_learning: missed_chance_learning_trained_whom_check CHECK (((length(btrim(trained_whom)) >= 1) AND (length(btrim(trained_whom)) <= 300)))

waymark.missed_chance_learning: missed_chance_learning_training_check CHECK (((length(btrim(training)) >= 1) AND (length(btrim(training)) <= 300)))

waymark.missed_chance_learning: missed_chance_learning_words_check CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 5000)))

waymark.missed_chance_learning: training_is_whole CHECK ((num_nonnulls(training, trained_on, trained_whom) = ANY (ARRAY[0, 3])))

waymark.missing_period: ends_after_beginning CHECK (((ended_on IS NULL) OR (ended_on >= began_on)))

waymark.missing_period: missing_period_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.missing_period: missing_period_child_id_organisation_id_began_on_key UNIQUE (child_id, organisation_id, began_on)

waymark.missing_period: missing_period_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.missing_period: missing_period_pkey PRIMARY KEY (id)

waymark.missing_period: missing_period_said_in_check CHECK (((said_in >= 1990) AND (said_in <= 2200)))

waymark.nation_holiday: nation_holiday_called_check CHECK (((length(called) >= 1) AND (length(called) <= 100)))

waymark.nation_holiday: nation_holiday_division_year_fkey FOREIGN KEY (division, year) REFERENCES waymark.nation_holiday_year(division, year)

waymark.nation_holiday: nation_holiday_pkey PRIMARY KEY (division, on_day)

waymark.nation_holiday_year: nation_holiday_year_confidence_check CHECK ((confidence = ANY (ARRAY['certain'::text, 'likely'::text, 'to_be_confirmed'::text])))

waymark.nation_holiday_year: nation_holiday_year_division_check CHECK ((division = ANY (ARRAY['england_and_wales'::text, 'scotland'::text, 'northern_ireland'::text])))

waymark.nation_holiday_year: nation_holiday_year_pkey PRIMARY KEY (division, year)

waymark.nation_holiday_year: nation_holiday_year_source_check CHECK (((length(source) >= 1) AND (length(source) <= 500)))

waymark.nation_holiday_year: nation_holiday_year_year_check CHECK (((year >= 1990) AND (year <= 2200)))

waymark.notice: notice_channel_check CHECK ((channel = ANY (ARRAY['text'::text, 'email'::text])))

waymark.notice: notice_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.notice: notice_pkey PRIMARY KEY (id)

waymark.notice: notice_reason_check CHECK ((reason = ANY (ARRAY['reply'::text, 'calendar'::text, 'check_in'::text, 'suggestion'::text, 'other'::text])))

waymark.notice: notice_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'leaving'::text, 'sent'::text, 'stopped'::text, 'given_up'::text, 'not_known'::text])))

waymark.notice: notice_why_check CHECK ((why = ANY (ARRAY['contact_stopped'::text, 'not_wanted'::text, 'not_safe'::text, 'not_confirmed'::text, 'nothing_set_up'::text, 'not_now'::text, 'service_away'::text, 'refused'::text, 'interrupted'::text])))

waymark.notice: settled_when_settled CHECK (((status = ANY (ARRAY['waiting'::text, 'leaving'::text])) = (settled_at IS NULL)))

waymark.notice_wish: a_wish_names_a_way CHECK (((NOT wanted) OR (way_id IS NOT NULL)))

waymark.notice_wish: notice_wish_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.notice_wish: notice_wish_child_id_key UNIQUE (child_id)

waymark.notice_wish: notice_wish_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.notice_wish: notice_wish_pkey PRIMARY KEY (id)

waymark.notice_wish: notice_wish_reasons_check CHECK ((reasons <@ ARRAY['reply'::text, 'calendar'::text, 'check_in'::text, 'suggestion'::text, 'other'::text]))

waymark.notice_wish: notice_wish_way_id_child_id_fkey FOREIGN KEY (way_id, child_id) REFERENCES waymark.contact_way(id, child_id)

waymark.nrm_answer: nrm_answer_came_from_check CHECK (((length(came_from) >= 1) AND (length(came_from) <= 300)))

waymark.nrm_answer: nrm_answer_field_check CHECK ((field ~ '^[a-z0-9-]{1,100}$'::text))

waymark.nrm_answer: nrm_answer_pkey PRIMARY KEY (id)

waymark.nrm_answer: nrm_answer_referral_id_child_id_fkey FOREIGN KEY (referral_id, child_id) REFERENCES waymark.nrm_referral(id, child_id)

waymark.nrm_answer: nrm_answer_referral_id_field_key UNIQUE (referral_id, field)

waymark.nrm_answer: nrm_answer_value_check CHECK ((length(value) <= 20000))

waymark.nrm_decision: child_told_when_decided CHECK (((child_told_on IS NULL) OR (child_told_on >= decided_on)))

waymark.nrm_decision: grounds_are_yes_or_no CHECK (((kind = 'other'::text) = (outcome <> ALL (ARRAY['positive'::text, 'negative'::text]))))

waymark.nrm_decision: heard_when_decided CHECK ((heard_on >= decided_on))

waymark.nrm_decision: nrm_decision_decided_by_check CHECK ((decided_by = ANY (ARRAY['single_competent_authority'::text, 'immigration_enforcement'::text, 'local_panel'::text, 'not_known'::text])))

waymark.nrm_decision: nrm_decision_kind_check CHECK ((kind = ANY (ARRAY['reasonable_grounds'::text, 'conclusive_grounds'::text, 'both_at_once'::text, 'other'::text])))

waymark.nrm_decision: nrm_decision_outcome_check CHECK ((outcome = ANY (ARRAY['positive'::text, 'negative'::text, 'suspended'::text, 'withdrawn'::text, 'closed'::text, 'public_order'::text, 'bad_faith'::text])))

waymark.nrm_decision: nrm_decision_pkey PRIMARY KEY (id)

waymark.nrm_decision: nrm_decision_reasons_check CHECK (((length(reasons) >= 1) AND (length(reasons) <= 15000)))

waymark.nrm_decision: nrm_decision_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES waymark.person(id)

waymark.nrm_decision: nrm_decision_referral_id_child_id_fkey FOREIGN KEY (referral_id, child_id) REFERENCES waymark.nrm_referral(id, child_id)

waymark.nrm_decision: nrm_decision_set_aside_why_check CHECK (((length(set_aside_why) >= 1) AND (length(set_aside_why) <= 1000)))

waymark.nrm_decision: set_aside_with_a_reason CHECK (((set_aside_at IS NULL) = (set_aside_why IS NULL)))

waymark.nrm_evidence: dated_or_a_reason CHECK ((num_nonnulls(dated_on, no_date_why) = 1))

waymark.nrm_evidence: nrm_evidence_added_by_fkey FOREIGN KEY (added_by) REFERENCES waymark.person(id)

waymark.nrm_evidence: nrm_evidence_description_check CHECK (((length(description) >= 1) AND (length(description) <= 1000)))

waymark.nrm_evidence: nrm_evidence_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200)))

waymark.nrm_evidence: nrm_evidence_id_child_id_fkey FOREIGN KEY (id, child_id) REFERENCES waymark.stored_file(id, child_id)

waymark.nrm_evidence: nrm_evidence_no_date_why_check CHECK (((length(no_date_why) >= 1) AND (length(no_date_why) <= 300)))

waymark.nrm_evidence: nrm_evidence_pkey PRIMARY KEY (id)

waymark.nrm_evidence: nrm_evidence_referral_id_child_id_fkey FOREIGN KEY (referral_id, child_id) REFERENCES waymark.nrm_referral(id, child_id)

waymark.nrm_evidence: nrm_evidence_taken_out_why_check CHECK (((length(taken_out_why) >= 1) AND (length(taken_out_why) <= 1000)))

waymark.nrm_evidence: taken_out_with_a_reason CHECK (((taken_out_at IS NULL) = (taken_out_why IS NULL)))

waymark.nrm_referral: looked_at_after_asking CHECK (((state <> ALL (ARRAY['in_review'::text, 'ready'::text, 'sent'::text])) OR ((review_asked_by IS NOT NULL) AND (review_asked_at IS NOT NULL))))

waymark.nrm_referral: not_sent_with_a_reason CHECK (((state = 'not_sent'::text) = (not_sent_why IS NOT NULL)))

waymark.nrm_referral: nrm_referral_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES waymark.person(id)

waymark.nrm_referral: nrm_referral_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.nrm_referral: nrm_referral_form_commit_check CHECK (((length(form_commit) >= 7) AND (length(form_commit) <= 64)))

waymark.nrm_referral: nrm_referral_id_child_id_key UNIQUE (id, child_id)

waymark.nrm_referral: nrm_referral_no_names_why_check CHECK (((length(no_names_why) >= 1) AND (length(no_names_why) <= 1000)))

waymark.nrm_referral: nrm_referral_not_sent_why_check CHECK (((length(not_sent_why) >= 1) AND (length(not_sent_why) <= 2000)))

waymark.nrm_referral: nrm_referral_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.nrm_referral: nrm_referral_pkey PRIMARY KEY (id)

waymark.nrm_referral: nrm_referral_review_asked_by_fkey FOREIGN KEY (review_asked_by) REFERENCES waymark.person(id)

waymark.nrm_referral: nrm_referral_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES waymark.person(id)

waymark.nrm_referral: nrm_referral_sent_reference_check CHECK (((length(sent_reference) >= 1) AND (length(sent_reference) <= 100)))

waymark.nrm_referral: nrm_referral_state_check CHECK ((state = ANY (ARRAY['preparing'::text, 'in_review'::text, 'ready'::text, 'sent'::text, 'not_sent'::text])))

waymark.nrm_referral: sent_with_day_and_reference CHECK ((((state = 'sent'::text) = (sent_on IS NOT NULL)) AND ((sent_on IS NULL) = (sent_reference IS NULL))))

waymark.nrm_review: changes_are_said CHECK (((found = 'ready'::text) OR (notes IS NOT NULL)))

waymark.nrm_review: nrm_review_found_check CHECK ((found = ANY (ARRAY['ready'::text, 'change_first'::text])))

waymark.nrm_review: nrm_review_notes_check CHECK (((length(notes) >= 1) AND (length(notes) <= 10000)))

waymark.nrm_review: nrm_review_pkey PRIMARY KEY (id)

waymark.nrm_review: nrm_review_referral_id_child_id_fkey FOREIGN KEY (referral_id, child_id) REFERENCES waymark.nrm_referral(id, child_id)

waymark.nrm_review: nrm_review_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES waymark.person(id)

waymark.nrm_view: a_wish_or_a_reason CHECK ((num_nonnulls(wants, wants_reason) = 1))

waymark.nrm_view: not_told_has_a_reason CHECK (((told <> 'not_yet'::text) OR (not_told_why IS NOT NULL)))

waymark.nrm_view: nrm_view_not_told_why_check CHECK (((length(not_told_why) >= 1) AND (length(not_told_why) <= 2000)))

waymark.nrm_view: nrm_view_pkey PRIMARY KEY (id)

waymark.nrm_view: nrm_view_referral_id_child_id_fkey FOREIGN KEY (referral_id, child_id) REFERENCES waymark.nrm_referral(id, child_id)

waymark.nrm_view: nrm_view_referral_id_key UNIQUE (referral_id)

waymark.nrm_view: nrm_view_told_check CHECK ((told = ANY (ARRAY['yes'::text, 'partly'::text, 'not_yet'::text])))

waymark.nrm_view: nrm_view_told_how_check CHECK (((length(told_how) >= 1) AND (length(told_how) <= 2000)))

waymark.nrm_view: nrm_view_wants_check CHECK ((wants = ANY (ARRAY['wants_it'::text, 'does_not_want_it'::text, 'not_sure'::text])))

waymark.nrm_view: nrm_view_wants_reason_check CHECK ((wants_reason = ANY (ARRAY['not_asked_yet'::text, 'rather_not_say'::text, 'could_not_be_asked'::text])))

waymark.nrm_view: nrm_view_words_check CHECK (((length(words) >= 1) AND (length(words) <= 5000)))

waymark.nrm_view: nrm_view_words_language_check CHECK (((length(words_language) >= 2) AND (length(words_language) <= 35)))

waymark.nrm_view: told_on_a_day CHECK (((told = 'not_yet'::text) = (told_on IS NULL)))

waymark.one_time_code: one_time_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.one_time_code: one_time_code_pkey PRIMARY KEY (person_id)

waymark.opportunity: opportunity_about_check CHECK (((length(about) >= 1) AND (length(about) <= 2000)))

waymark.opportunity: opportunity_id_organisation_id_key UNIQUE (id, organisation_id)

waymark.opportunity: opportunity_kind_check CHECK ((kind = ANY (ARRAY['session'::text, 'group'::text, 'consultation'::text])))

waymark.opportunity: opportunity_last_time_check CHECK (((length(last_time) >= 1) AND (length(last_time) <= 2000)))

waymark.opportunity: opportunity_lasts_check CHECK (((length(lasts) >= 1) AND (length(lasts) <= 200)))

waymark.opportunity: opportunity_made_by_fkey FOREIGN KEY (made_by) REFERENCES waymark.person(id)

waymark.opportunity: opportunity_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.opportunity: opportunity_pkey PRIMARY KEY (id)

waymark.opportunity: opportunity_runs_it_check CHECK (((length(runs_it) >= 1) AND (length(runs_it) <= 200)))

waymark.opportunity: opportunity_thanks_check CHECK (((length(thanks) >= 1) AND (length(thanks) <= 500)))

waymark.opportunity: opportunity_title_check CHECK (((length(title) >= 1) AND (length(title) <= 120)))

waymark.opportunity: opportunity_travel_food_check CHECK (((length(travel_food) >= 1) AND (length(travel_food) <= 500)))

waymark.opportunity: opportunity_where_it_is_check CHECK (((length(where_it_is) >= 1) AND (length(where_it_is) <= 300)))

waymark.opportunity_answer: opportunity_answer_answer_check CHECK ((answer = ANY (ARRAY['interested'::text, 'tell_me_more'::text, 'no_thanks'::text, 'taken_back'::text])))

waymark.opportunity_answer: opportunity_answer_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.opportunity_answer: opportunity_answer_id_child_id_key UNIQUE (id, child_id)

waymark.opportunity_answer: opportunity_answer_opportunity_id_child_id_key UNIQUE (opportunity_id, child_id)

waymark.opportunity_answer: opportunity_answer_opportunity_id_fkey FOREIGN KEY (opportunity_id) REFERENCES waymark.opportunity(id)

waymark.opportunity_answer: opportunity_answer_pkey PRIMARY KEY (id)

waymark.opportunity_reply: opportunity_reply_answer_id_child_id_fkey FOREIGN KEY (answer_id, child_id) REFERENCES waymark.opportunity_answer(id, child_id)

waymark.opportunity_reply: opportunity_reply_by_id_fkey FOREIGN KEY (by_id) REFERENCES waymark.person(id)

waymark.opportunity_reply: opportunity_reply_pkey PRIMARY KEY (id)

waymark.opportunity_reply: opportunity_reply_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)))

waymark.organisation: organisation_code_check CHECK ((code ~ '^[A-Z0-9][A-Z0-9-]{1,19}$'::text))

waymark.organisation: organisation_code_key UNIQUE (code)

waymark.organisation: organisation_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))

waymark.organisation: organisation_pkey PRIMARY KEY (id)

waymark.organisation_file: organisation_file_bytes_check CHECK (((bytes >= 1) AND (bytes <= 33554432)))

waymark.organisation_file: organisation_file_key_id_check CHECK (((length(key_id) >= 1) AND (length(key_id) <= 40)))

waymark.organisation_file: organisation_file_made_by_fkey FOREIGN KEY (made_by) REFERENCES waymark.person(id)

waymark.organisation_file: organisation_file_media_type_check CHECK ((media_type = ANY (ARRAY['audio/webm'::text, 'audio/mp4'::text, 'audio/ogg'::text, 'audio/mpeg'::text, 'audio/wav'::text, 'audio/aac'::text])))

waymark.organisation_file: organisation_file_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.organisation_file: organisation_file_pieces_check CHECK (((pieces >= 1) AND (pieces <= 128)))

waymark.organisation_file: organisation_file_pkey PRIMARY KEY (id)

waymark.organisation_file: organisation_file_scan_check CHECK ((scan = ANY (ARRAY['not_scanned'::text, 'clean'::text, 'waiting'::text, 'found'::text])))

waymark.organisation_file: organisation_file_sealed_key_check CHECK ((length(sealed_key) = 60))

waymark.organisation_file: organisation_file_seconds_check CHECK ((seconds >= (0)::numeric))

waymark.organisation_file: scanned_when_scanned CHECK (((scan = ANY (ARRAY['clean'::text, 'found'::text])) = (scanned_at IS NOT NULL)))

waymark.organisation_file_piece: organisation_file_piece_file_id_fkey FOREIGN KEY (file_id) REFERENCES waymark.organisation_file(id)

waymark.organisation_file_piece: organisation_file_piece_n_check CHECK ((n >= 0))

waymark.organisation_file_piece: organisation_file_piece_pkey PRIMARY KEY (file_id, n)

waymark.organisation_file_piece: organisation_file_piece_sealed_check CHECK (((length(sealed) >= 17) AND (length(sealed) <= 262160)))

waymark.outcome: outcome_framework_version_id_code_key UNIQUE (framework_version_id, code)

waymark.outcome: outcome_framework_version_id_fkey FOREIGN KEY (framework_version_id) REFERENCES waymark.framework_version(id)

waymark.outcome: outcome_framework_version_id_position_key UNIQUE (framework_version_id, "position")

waymark.outcome: outcome_level_check CHECK ((level = ANY (ARRAY['outcome'::text, 'experience'::text, 'output'::text])))

waymark.outcome: outcome_pkey PRIMARY KEY (id)

waymark.outcome: outcome_polarity_check CHECK ((polarity = ANY (ARRAY['positive'::text, 'neutral'::text, 'negative'::text])))

waymark.outcome_principle: outcome_principle_framework_version_id_principle_code_fkey FOREIGN KEY (framework_version_id, principle_code) REFERENCES waymark.framework_principle(framework_version_id, code)

waymark.outcome_principle: outcome_principle_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES waymark.outcome(id)

waymark.outcome_principle: outcome_principle_pkey PRIMARY KEY (outcome_id, principle_code)

waymark.outcome_wording: outcome_wording_explanation_state_check CHECK ((explanation_state = ANY (ARRAY['draft'::text, 'translated'::text, 'reviewed'::text, 'young_person_reviewed'::text])))

waymark.outcome_wording: outcome_wording_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES waymark.outcome(id)

waymark.outcome_wording: outcome_wording_pkey PRIMARY KEY (outcome_id, language)

waymark.outcome_wording: outcome_wording_practice_state_check CHECK ((practice_state = ANY (ARRAY['draft'::text, 'translated'::text, 'reviewed'::text, 'young_person_reviewed'::text])))

waymark.outcome_wording: outcome_wording_title_state_check CHECK ((title_state = ANY (ARRAY['draft'::text, 'translated'::text, 'reviewed'::text, 'young_person_reviewed'::text])))

waymark.own_goal: own_goal_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.own_goal: own_goal_child_id_id_key UNIQUE (child_id, id)

waymark.own_goal: own_goal_outcome_code_check CHECK (((length(outcome_code) >= 1) AND (length(outcome_code) <= 60)))

waymark.own_goal: own_goal_pkey PRIMARY KEY (id)

waymark.own_goal: own_goal_said_by_check CHECK ((said_by = ANY (ARRAY['young_person'::text, 'young_person_with_someone'::text])))

waymark.own_goal: own_goal_state_check CHECK ((state = ANY (ARRAY['current'::text, 'paused'::text, 'changed'::text, 'returned'::text, 'reached'::text, 'let_go'::text])))

waymark.own_goal: own_goal_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)))

waymark.own_goal: own_goal_words_language_check CHECK (((length(words_language) >= 2) AND (length(words_language) <= 35)))

waymark.own_goal: own_goal_written_by_fkey FOREIGN KEY (written_by) REFERENCES waymark.person(id)

waymark.own_goal_event: own_goal_event_goal_id_child_id_fkey FOREIGN KEY (goal_id, child_id) REFERENCES waymark.own_goal(id, child_id)

waymark.own_goal_event: own_goal_event_kind_check CHECK ((kind = ANY (ARRAY['started'::text, 'changed'::text, 'paused'::text, 'returned'::text, 'reached'::text, 'let_go'::text])))

waymark.own_goal_event: own_goal_event_pkey PRIMARY KEY (id)

waymark.own_goal_event: own_goal_event_said_by_check CHECK ((said_by = ANY (ARRAY['young_person'::text, 'young_person_with_someone'::text])))

waymark.own_goal_event: own_goal_event_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)))

waymark.own_goal_event: own_goal_event_words_language_check CHECK (((length(words_language) >= 2) AND (length(words_language) <= 35)))

waymark.own_goal_event: own_goal_event_written_by_fkey FOREIGN KEY (written_by) REFERENCES waymark.person(id)

waymark.own_meaning: own_meaning_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.own_meaning: own_meaning_meaning_check CHECK (((length(meaning) >= 1) AND (length(meaning) <= 5000)))

waymark.own_meaning: own_meaning_pkey PRIMARY KEY (id)

waymark.own_meaning: own_meaning_word_check CHECK (((length(word) >= 1) AND (length(word) <= 60)))

waymark.own_setting: own_setting_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.own_setting: own_setting_child_id_key UNIQUE (child_id)

waymark.own_setting: own_setting_colours_check CHECK ((colours = ANY (ARRAY['as_device'::text, 'light'::text, 'dark'::text])))

waymark.own_setting: own_setting_level_check CHECK ((level = ANY (ARRAY['main'::text, 'each_kind'::text, 'each_person'::text])))

waymark.own_setting: own_setting_pkey PRIMARY KEY (id)

waymark.own_view_of_person: about_one_person CHECK ((num_nonnulls(about_staff_id, about_matters_id) = 1))

waymark.own_view_of_person: own_view_of_person_about_matters_id_fkey FOREIGN KEY (about_matters_id) REFERENCES waymark.person_who_matters(id)

waymark.own_view_of_person: own_view_of_person_about_staff_id_fkey FOREIGN KEY (about_staff_id) REFERENCES waymark.person(id)

waymark.own_view_of_person: own_view_of_person_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.own_view_of_person: own_view_of_person_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.own_view_of_person: own_view_of_person_pkey PRIMARY KEY (id)

waymark.own_view_of_person: own_view_of_person_private_to_fkey FOREIGN KEY (private_to) REFERENCES waymark.person(id)

waymark.own_view_of_person: own_view_of_person_view_check CHECK ((view = ANY (ARRAY['helps'::text, 'worries'::text, 'both'::text, 'not_said'::text])))

waymark.own_view_of_person: own_view_of_person_words_check CHECK ((length(words) <= 2000))

waymark.page_language: page_language_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES waymark.person(id)

waymark.page_language: page_language_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.page_language: page_language_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.page_language: page_language_organisation_id_language_key UNIQUE (organisation_id, language)

waymark.page_language: page_language_pkey PRIMARY KEY (id)

waymark.passkey: passkey_credential_id_key UNIQUE (credential_id)

waymark.passkey: passkey_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))

waymark.passkey: passkey_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.passkey: passkey_pkey PRIMARY KEY (id)

waymark.passkey_challenge: passkey_challenge_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.passkey_challenge: passkey_challenge_pkey PRIMARY KEY (challenge)

waymark.person: person_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))

waymark.person: person_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.person: person_pkey PRIMARY KEY (id)

waymark.person: person_role_check CHECK ((role = ANY (ARRAY['young_person'::text, 'practitioner'::text, 'guardian'::text, 'manager'::text, 'analyst'::text, 'administrator'::text, 'auditor'::text, 'system'::text])))

waymark.person: person_team_id_organisation_id_fkey FOREIGN KEY (team_id, organisation_id) REFERENCES waymark.team(id, organisation_id)

waymark.person: person_user_name_check CHECK (((user_name = lower(user_name)) AND ((length(user_name) >= 3) AND (length(user_name) <= 100))))

waymark.person: person_user_name_key UNIQUE (user_name)

waymark.person_away: away_ends_after_it_begins CHECK ((until_day >= from_day))

waymark.person_away: person_away_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.person_away: person_away_pkey PRIMARY KEY (id)

waymark.person_away: person_away_written_by_fkey FOREIGN KEY (written_by) REFERENCES waymark.person(id)

waymark.person_who_matters: person_who_matters_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.person_who_matters: person_who_matters_chosen_by_check CHECK ((chosen_by = ANY (ARRAY['child'::text, 'someone_else'::text])))

waymark.person_who_matters: person_who_matters_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.person_who_matters: person_who_matters_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))

waymark.person_who_matters: person_who_matters_pkey PRIMARY KEY (id)

waymark.person_who_matters: person_who_matters_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES waymark.person(id)

waymark.person_who_matters: person_who_matters_who_they_are_check CHECK (((length(who_they_are) >= 1) AND (length(who_they_are) <= 200)))

waymark.person_who_matters: person_who_matters_why_check CHECK ((length(why) <= 2000))

waymark.photo_of_somebody: away_after_it_was_placed CHECK ((taken_away_at >= placed_at))

waymark.photo_of_somebody: photo_of_somebody_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.photo_of_somebody: photo_of_somebody_id_child_id_fkey FOREIGN KEY (id, child_id) REFERENCES waymark.stored_file(id, child_id)

waymark.photo_of_somebody: photo_of_somebody_matters_id_fkey FOREIGN KEY (matters_id) REFERENCES waymark.person_who_matters(id)

waymark.photo_of_somebody: photo_of_somebody_pkey PRIMARY KEY (id)

waymark.photo_of_somebody: photo_of_somebody_private_to_fkey FOREIGN KEY (private_to) REFERENCES waymark.person(id)

waymark.pin_device: pin_device_failures_check CHECK (((failures >= 0) AND (failures <= 5)))

waymark.pin_device: pin_device_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.pin_device: pin_device_pkey PRIMARY KEY (id)

waymark.pin_device: pin_device_token_hash_key UNIQUE (token_hash)

waymark.place_of_learning: ends_after_start CHECK (((ended_on IS NULL) OR (ended_on >= began_on)))

waymark.place_of_learning: place_of_learning_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.place_of_learning: place_of_learning_ended_why_check CHECK ((ended_why = ANY (ARRAY['next_step'::text, 'finished'::text, 'moved_home'::text, 'own_choice'::text, 'told_to_leave'::text, 'place_ended'::text, 'not_safe'::text, 'other'::text, 'not_said'::text])))

waymark.place_of_learning: place_of_learning_kind_check CHECK ((kind = ANY (ARRAY['early_years'::text, 'school'::text, 'special_school'::text, 'alternative'::text, 'college'::text, 'university'::text, 'training'::text, 'language'::text, 'home'::text, 'other'::text])))

waymark.place_of_learning: place_of_learning_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))

waymark.place_of_learning: place_of_learning_pkey PRIMARY KEY (id)

waymark.place_of_learning: place_of_learning_said_by_check CHECK ((said_by = ANY (ARRAY['child'::text, 'child_with_someone'::text, 'someone_else'::text])))

waymark.place_of_learning: why_when_it_ended CHECK (((ended_why IS NULL) OR (ended_on IS NOT NULL)))

waymark.plan: approved_by_somebody_else CHECK ((approved_by <> author_id))

waymark.plan: approved_is_whole CHECK (((num_nonnulls(approved_by, approved_at) = ANY (ARRAY[0, 2])) AND ((state = 'ended'::text) OR ((state = 'approved'::text) = (approved_by IS NOT NULL)))))

waymark.plan: ended_says_why CHECK (((state = 'ended'::text) = (ended_why IS NOT NULL)))

waymark.plan: hear_next_is_later CHECK ((hear_next_on >= not_heard_on))

waymark.plan: not_heard_is_whole CHECK ((num_nonnulls(not_heard_because, not_heard_on, hear_next_on, hear_next_who) = ANY (ARRAY[0, 4])))

waymark.plan: plan_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES waymark.person(id)

waymark.plan: plan_author_id_fkey FOREIGN KEY (author_id) REFERENCES waymark.person(id)

waymark.plan: plan_chair_id_fkey FOREIGN KEY (chair_id) REFERENCES waymark.person(id)

waymark.plan: plan_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.plan: plan_child_id_id_key UNIQUE (child_id, id)

waymark.plan: plan_ended_why_check CHECK (((length(btrim(ended_why)) >= 1) AND (length(btrim(ended_why)) <= 2000)))

waymark.plan: plan_hear_next_who_check CHECK (((length(btrim(hear_next_who)) >= 1) AND (length(btrim(hear_next_who)) <= 200)))

waymark.plan: plan_id_template_id_key UNIQUE (id, template_id)

waymark.plan: plan_not_heard_because_check CHECK (((length(btrim(not_heard_because)) >= 1) AND (length(btrim(not_heard_because)) <= 2000)))

waymark.plan: plan_pkey PRIMARY KEY (id)

waymark.plan: plan_sent_back_words_check CHECK (((length(btrim(sent_back_words)) >= 1) AND (length(btrim(sent_back_words)) <= 2000)))

waymark.plan: plan_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'asked'::text, 'approved'::text, 'ended'::text])))

waymark.plan: plan_strengths_check CHECK (((length(btrim(strengths)) >= 1) AND (length(btrim(strengths)) <= 5000)))

waymark.plan: plan_template_id_fkey FOREIGN KEY (template_id) REFERENCES waymark.plan_template(id)

waymark.plan_action: ended_says_what_came_of_it CHECK (((state = 'open'::text) OR (came_of IS NOT NULL)))

waymark.plan_action: one_owner CHECK ((num_nonnulls(owner_id, owner_name) = 1))

waymark.plan_action: plan_action_agency_check CHECK ((agency = ANY (ARRAY['us'::text, 'social_care'::text, 'police'::text, 'school'::text, 'health'::text, 'mental_health'::text, 'housing'::text, 'charity'::text, 'legal'::text, 'other'::text])))

waymark.plan_action: plan_action_came_of_check CHECK (((length(btrim(came_of)) >= 1) AND (length(btrim(came_of)) <= 2000)))

waymark.plan_action: plan_action_child_id_id_key UNIQUE (child_id, id)

waymark.plan_action: plan_action_child_id_plan_id_fkey FOREIGN KEY (child_id, plan_id) REFERENCES waymark.plan(child_id, id)

waymark.plan_action: plan_action_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES waymark.person(id)

waymark.plan_action: plan_action_owner_name_check CHECK (((length(btrim(owner_name)) >= 1) AND (length(btrim(owner_name)) <= 200)))

waymark.plan_action: plan_action_pkey PRIMARY KEY (id)

waymark.plan_action: plan_action_plain_check CHECK (((length(btrim(plain)) >= 1) AND (length(btrim(plain)) <= 500)))

waymark.plan_action: plan_action_plan_id_goal_id_fkey FOREIGN KEY (plan_id, goal_id) REFERENCES waymark.plan_goal(plan_id, id)

waymark.plan_action: plan_action_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'not_done'::text])))

waymark.plan_action: plan_action_what_check CHECK (((length(btrim(what)) >= 1) AND (length(btrim(what)) <= 2000)))

waymark.plan_conflict: plan_conflict_agency_check CHECK ((agency = ANY (ARRAY['us'::text, 'social_care'::text, 'police'::text, 'school'::text, 'health'::text, 'mental_health'::text, 'housing'::text, 'charity'::text, 'legal'::text, 'other'::text])))

waymark.plan_conflict: plan_conflict_child_id_plan_id_fkey FOREIGN KEY (child_id, plan_id) REFERENCES waymark.plan(child_id, id)

waymark.plan_conflict: plan_conflict_pkey PRIMARY KEY (id)

waymark.plan_conflict: plan_conflict_raised_by_fkey FOREIGN KEY (raised_by) REFERENCES waymark.person(id)

waymark.plan_conflict: plan_conflict_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES waymark.person(id)

waymark.plan_conflict: plan_conflict_settled_words_check CHECK (((length(btrim(settled_words)) >= 1) AND (length(btrim(settled_words)) <= 2000)))

waymark.plan_conflict: plan_conflict_words_check CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 2000)))

waymark.plan_conflict: settled_is_whole CHECK ((num_nonnulls(settled_words, settled_by, settled_at) = ANY (ARRAY[0, 3])))

waymark.plan_goal: plan_goal_child_id_own_goal_id_fkey FOREIGN KEY (child_id, own_goal_id) REFERENCES waymark.own_goal(child_id, id)

waymark.plan_goal: plan_goal_child_id_plan_id_fkey FOREIGN KEY (child_id, plan_id) REFERENCES waymark.plan(child_id, id)

waymark.plan_goal: plan_goal_let_go_why_check CHECK (((length(btrim(let_go_why)) >= 1) AND (length(btrim(let_go_why)) <= 2000)))

waymark.plan_goal: plan_goal_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES waymark.outcome(id)

waymark.plan_goal: plan_goal_pkey PRIMARY KEY (id)

waymark.plan_goal: plan_goal_plan_id_id_key UNIQUE (plan_id, id)

waymark.plan_goal: plan_goal_words_check CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 2000)))

waymark.plan_goal: plan_goal_words_language_check CHECK (((length(words_language) >= 2) AND (length(words_language) <= 35)))

waymark.plan_head: plan_head_asks_check CHECK (((length(asks) >= 1) AND (length(asks) <= 500)))

waymark.plan_head: plan_head_code_check CHECK ((code ~ '^[a-z_]{3,40}$'::text))

waymark.plan_head: plan_head_pkey PRIMARY KEY (template_id, code)

waymark.plan_head: plan_head_place_check CHECK ((place > 0))

waymark.plan_head: plan_head_source_check CHECK (((length(source) >= 1) AND (length(source) <= 300)))

waymark.plan_head: plan_head_template_id_fkey FOREIGN KEY (template_id) REFERENCES waymark.plan_template(id)

waymark.plan_head: plan_head_template_id_place_key UNIQUE (template_id, place)

waymark.plan_head: plan_head_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))

waymark.plan_plain: plan_plain_child_id_plan_id_fkey FOREIGN KEY (child_id, plan_id) REFERENCES waymark.plan(child_id, id)

waymark.plan_plain: plan_plain_pkey PRIMARY KEY (id)

waymark.plan_plain: plan_plain_plan_id_head_code_words_language_key UNIQUE (plan_id, head_code, words_language)

waymark.plan_plain: plan_plain_words_check CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 2000)))

waymark.plan_plain: plan_plain_words_language_check CHECK (((length(words_language) >= 2) AND (length(words_language) <= 35)))

waymark.plan_said: answer_is_whole CHECK ((num_nonnulls(answer, answer_words, answered_by, answered_at) = ANY (ARRAY[0, 4])))

waymark.plan_said: plan_said_answer_check CHECK ((answer = ANY (ARRAY['taken_up'::text, 'partly'::text, 'not_taken_up'::text])))

waymark.plan_said: plan_said_answer_words_check CHECK (((length(btrim(answer_words)) >= 1) AND (length(btrim(answer_words)) <= 2000)))

waymark.plan_said: plan_said_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES waymark.person(id)

waymark.plan_said: plan_said_child_id_id_key UNIQUE (child_id, id)

waymark.plan_said: plan_said_child_id_plan_id_fkey FOREIGN KEY (child_id, plan_id) REFERENCES waymark.plan(child_id, id)

waymark.plan_said: plan_said_kind_check CHECK ((kind = ANY (ARRAY['says'::text, 'proposes'::text, 'agrees'::text, 'disagrees'::text])))

waymark.plan_said: plan_said_pkey PRIMARY KEY (id)

waymark.plan_said: plan_said_said_by_check CHECK ((said_by = ANY (ARRAY['child'::text, 'child_with_someone'::text, 'somebody_for_them'::text])))

waymark.plan_said: plan_said_words_check CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 5000)))

waymark.plan_said: plan_said_words_language_check CHECK (((length(words_language) >= 2) AND (length(words_language) <= 35)))

waymark.plan_said: plan_said_written_by_fkey FOREIGN KEY (written_by) REFERENCES waymark.person(id)

waymark.plan_template: plan_template_confidence_check CHECK ((confidence = ANY (ARRAY['certain'::text, 'likely'::text, 'check'::text])))

waymark.plan_template: plan_template_kind_check CHECK ((kind = ANY (ARRAY['care'::text, 'placement'::text, 'pathway'::text, 'safety'::text, 'support'::text])))

waymark.plan_template: plan_template_kind_nations_version_key UNIQUE (kind, nations, version)

waymark.plan_template: plan_template_nations_check CHECK (((cardinality(nations) > 0) AND (nations <@ ARRAY['england'::text, 'wales'::text, 'scotland'::text, 'northern_ireland'::text])))

waymark.plan_template: plan_template_pkey PRIMARY KEY (id)

waymark.plan_template: plan_template_source_check CHECK (((length(source) >= 1) AND (length(source) <= 500)))

waymark.plan_template: plan_template_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))

waymark.plan_template: plan_template_version_check CHECK ((version > 0))

waymark.plan_template: template_in_order CHECK ((until_day > from_day))

waymark.plan_text: plan_text_child_id_plan_id_fkey FOREIGN KEY (child_id, plan_id) REFERENCES waymark.plan(child_id, id)

waymark.plan_text: plan_text_pkey PRIMARY KEY (id)

waymark.plan_text: plan_text_plan_id_head_code_key UNIQUE (plan_id, head_code)

waymark.plan_text: plan_text_plan_id_template_id_fkey FOREIGN KEY (plan_id, template_id) REFERENCES waymark.plan(id, template_id)

waymark.plan_text: plan_text_template_id_head_code_fkey FOREIGN KEY (template_id, head_code) REFERENCES waymark.plan_head(template_id, code)

waymark.plan_text: plan_text_words_check CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 10000)))

waymark.process: process_ask_check CHECK ((length(ask) <= 200))

waymark.process: process_can_do_check CHECK ((length(can_do) <= 2000))

waymark.process: process_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.process: process_comes_next_check CHECK ((length(comes_next) <= 2000))

waymark.process: process_decides_check CHECK (((length(decides) >= 1) AND (length(decides) <= 200)))

waymark.process: process_kind_fkey FOREIGN KEY (kind) REFERENCES waymark.process_kind(code)

waymark.process: process_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.process: process_named_person_check CHECK ((length(named_person) <= 200))

waymark.process: process_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES waymark.person(id)

waymark.process: process_pkey PRIMARY KEY (id)

waymark.process: process_ring_check CHECK ((length(ring) <= 200))

waymark.process: process_state_check CHECK ((state = ANY (ARRAY['not_begun'::text, 'waiting'::text, 'going_on'::text, 'decided'::text, 'ended'::text])))

waymark.process: process_system_check CHECK ((system = ANY (ARRAY['social_care'::text, 'asylum'::text, 'immigration'::text, 'nrm'::text, 'criminal_justice'::text, 'family_court'::text, 'health'::text, 'education'::text, 'housing'::text, 'other'::text])))

waymark.process: process_told_how_check CHECK ((length(told_how) <= 500))

waymark.process: process_what_it_is_check CHECK (((length(what_it_is) >= 1) AND (length(what_it_is) <= 500)))

waymark.process: process_where_it_is_check CHECK (((length(where_it_is) >= 1) AND (length(where_it_is) <= 2000)))

waymark.process: waiting_has_a_beginning CHECK (((state <> 'waiting'::text) OR (waiting_since IS NOT NULL)))

waymark.process_demand: ends_after_it_begins CHECK (((until_day IS NULL) OR (until_day >= on_day)))

waymark.process_demand: process_demand_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.process_demand: process_demand_from_time_check CHECK ((from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text))

waymark.process_demand: process_demand_pkey PRIMARY KEY (id)

waymark.process_demand: process_demand_place_check CHECK ((length(place) <= 200))

waymark.process_demand: process_demand_process_id_fkey FOREIGN KEY (process_id) REFERENCES waymark.process(id)

waymark.process_demand: process_demand_state_check CHECK ((state = ANY (ARRAY['stands'::text, 'moved'::text, 'met'::text, 'dropped'::text])))

waymark.process_demand: process_demand_until_time_check CHECK ((until_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text))

waymark.process_demand: process_demand_what_check CHECK (((length(what) >= 1) AND (length(what) <= 500)))

waymark.process_demand: times_in_order CHECK (((until_time IS NULL) OR ((from_time IS NOT NULL) AND ((until_day > on_day) OR (until_time > from_time)))))

waymark.process_kind: ends_after_it_begins CHECK (((until_day IS NULL) OR (until_day >= from_day)))

waymark.process_kind: process_kind_called_check CHECK (((length(called) >= 1) AND (length(called) <= 100)))

waymark.process_kind: process_kind_code_check CHECK ((code ~ '^[a-z_]{2,30}$'::text))

waymark.process_kind: process_kind_pkey PRIMARY KEY (code)

waymark.process_text: process_text_can_do_check CHECK ((length(can_do) <= 2000))

waymark.process_text: process_text_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.process_text: process_text_comes_next_check CHECK ((length(comes_next) <= 2000))

waymark.process_text: process_text_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.process_text: process_text_pkey PRIMARY KEY (id)

waymark.process_text: process_text_process_id_fkey FOREIGN KEY (process_id) REFERENCES waymark.process(id)

waymark.process_text: process_text_process_id_language_key UNIQUE (process_id, language)

waymark.process_text: process_text_put_by_check CHECK (((length(put_by) >= 1) AND (length(put_by) <= 200)))

waymark.process_text: process_text_where_it_is_check CHECK (((length(where_it_is) >= 1) AND (length(where_it_is) <= 2000)))

waymark.process_wait: decided_after_it_began CHECK (((ended_on IS NULL) OR (ended_on >= began_on)))

waymark.process_wait: ends_by_a_decision CHECK (((ended_on IS NULL) = (ended_how IS NULL)))

waymark.process_wait: process_wait_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.process_wait: process_wait_decision_check CHECK ((length(decision) <= 500))

waymark.process_wait: process_wait_ended_how_check CHECK ((ended_how = ANY (ARRAY['decision'::text, 'over'::text])))

waymark.process_wait: process_wait_pkey PRIMARY KEY (id)

waymark.process_wait: process_wait_process_id_fkey FOREIGN KEY (process_id) REFERENCES waymark.process(id)

waymark.protection_step: in_place_after_asked CHECK (((in_place_on IS NULL) OR (in_place_on >= asked_on)))

waymark.protection_step: in_place_since CHECK (((state <> 'in_place'::text) OR (in_place_on IS NOT NULL)))

waymark.protection_step: over_after_all CHECK ((((state = 'over'::text) = (over_on IS NOT NULL)) AND COALESCE((over_on >= asked_on), true)))

waymark.protection_step: protection_step_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.protection_step: protection_step_kind_check CHECK ((kind = ANY (ARRAY['strategy_discussion'::text, 'guardian_or_key_worker'::text, 'safe_place'::text])))

waymark.protection_step: protection_step_pkey PRIMARY KEY (id)

waymark.protection_step: protection_step_refused_because_check CHECK (((length(btrim(refused_because)) >= 1) AND (length(btrim(refused_because)) <= 2000)))

waymark.protection_step: protection_step_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'arranged'::text, 'in_place'::text, 'refused'::text, 'over'::text])))

waymark.protection_step: protection_step_who_check CHECK (((length(btrim(who)) >= 1) AND (length(btrim(who)) <= 200)))

waymark.protection_step: protection_step_words_check CHECK (((length(words) >= 1) AND (length(words) <= 5000)))

waymark.protection_step: refused_says_why CHECK (((state = 'refused'::text) = (refused_because IS NOT NULL)))

waymark.pseudonym_key: pseudonym_key_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.pseudonym_key: pseudonym_key_pkey PRIMARY KEY (organisation_id)

waymark.receipt: nobody_is_said CHECK (((answerer_id IS NULL) = (answerer_why = 'nobody_yet'::text)))

waymark.receipt: receipt_answerer_id_fkey FOREIGN KEY (answerer_id) REFERENCES waymark.person(id)

waymark.receipt: receipt_answerer_why_check CHECK ((answerer_why = ANY (ARRAY['chosen'::text, 'beside'::text, 'manager'::text, 'passed_on'::text, 'went_up'::text, 'nobody_yet'::text])))

waymark.receipt: receipt_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.receipt: receipt_child_id_id_key UNIQUE (child_id, id)

waymark.receipt: receipt_chosen_id_fkey FOREIGN KEY (chosen_id) REFERENCES waymark.person(id)

waymark.receipt: receipt_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.receipt: receipt_pkey PRIMARY KEY (id)

waymark.receipt: receipt_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'answered'::text, 'settled'::text, 'no_need'::text, 'taken_back'::text])))

waymark.receipt: receipt_subject_check CHECK ((subject ~ '^[a-z_]{2,40}$'::text))

waymark.receipt: receipt_subject_subject_id_key UNIQUE (subject, subject_id)

waymark.recovery_code: recovery_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.recovery_code: recovery_code_pkey PRIMARY KEY (person_id, code_hash)

waymark.register_release: register_release_figures_check CHECK ((jsonb_typeof(figures) = 'object'::text))

waymark.register_release: register_release_made_by_fkey FOREIGN KEY (made_by) REFERENCES waymark.person(id)

waymark.register_release: register_release_number_check CHECK ((number > 0))

waymark.register_release: register_release_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.register_release: register_release_organisation_id_year_from_number_key UNIQUE (organisation_id, year_from, number)

waymark.register_release: register_release_pkey PRIMARY KEY (id)

waymark.register_release: register_release_year_from_check CHECK (((EXTRACT(month FROM year_from) = (4)::numeric) AND (EXTRACT(day FROM year_from) = (1)::numeric)))

waymark.reply_promise: reply_promise_confidence_check CHECK ((confidence = ANY (ARRAY['certain'::text, 'likely'::text, 'to_be_confirmed'::text])))

waymark.reply_promise: reply_promise_counted_check CHECK ((counted = ANY (ARRAY['days'::text, 'working_days'::text])))

waymark.reply_promise: reply_promise_days_check CHECK (((days >= 1) AND (days <= 60)))

waymark.reply_promise: reply_promise_kind_check CHECK ((kind = ANY (ARRAY['answer'::text, 'after_going_up'::text, 'after_asking_again'::text, 'worse_check'::text])))

waymark.reply_promise: reply_promise_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.reply_promise: reply_promise_organisation_id_kind_from_day_key UNIQUE NULLS NOT DISTINCT (organisation_id, kind, from_day)

waymark.reply_promise: reply_promise_pkey PRIMARY KEY (id)

waymark.reply_promise: reply_promise_set_by_fkey FOREIGN KEY (set_by) REFERENCES waymark.person(id)

waymark.reply_promise: reply_promise_source_check CHECK (((length(source) >= 1) AND (length(source) <= 500)))

waymark.return_row: return_row_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.return_row: return_row_child_id_organisation_id_file_natural_key_key UNIQUE (child_id, organisation_id, file, natural_key)

waymark.return_row: return_row_file_check CHECK (((length(file) >= 1) AND (length(file) <= 40)))

waymark.return_row: return_row_natural_key_check CHECK ((length(natural_key) <= 100))

waymark.return_row: return_row_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.return_row: return_row_pkey PRIMARY KEY (id)

waymark.return_row: return_row_private_to_fkey FOREIGN KEY (private_to) REFERENCES waymark.person(id)

waymark.return_row: return_row_said_in_check CHECK (((said_in >= 1990) AND (said_in <= 2200)))

waymark.review_check: review_check_about_check CHECK (((length(about) >= 1) AND (length(about) <= 60)))

waymark.review_check: review_check_how_check CHECK (((length(how) >= 1) AND (length(how) <= 500)))

waymark.review_check: review_check_kind_check CHECK ((kind = ANY (ARRAY['rights_text'::text, 'help_place'::text])))

waymark.review_check: review_check_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.review_check: review_check_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES waymark.person(id)

waymark.review_check: review_check_pkey PRIMARY KEY (id)

waymark.review_clock: review_clock_confidence_check CHECK ((confidence = ANY (ARRAY['certain'::text, 'likely'::text, 'to_be_confirmed'::text])))

waymark.review_clock: review_clock_days_check CHECK (((days >= 7) AND (days <= 800)))

waymark.review_clock: review_clock_kind_check CHECK ((kind = ANY (ARRAY['rights_text'::text, 'help_place'::text])))

waymark.review_clock: review_clock_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.review_clock: review_clock_organisation_id_kind_from_day_key UNIQUE NULLS NOT DISTINCT (organisation_id, kind, from_day)

waymark.review_clock: review_clock_pkey PRIMARY KEY (id)

waymark.review_clock: review_clock_set_by_fkey FOREIGN KEY (set_by) REFERENCES waymark.person(id)

waymark.review_clock: review_clock_source_check CHECK (((length(source) >= 1) AND (length(source) <= 500)))

waymark.reviewer_appointment: appointed_until_after_from CHECK (((until_day IS NULL) OR (until_day >= from_day)))

waymark.reviewer_appointment: nobody_appoints_themselves CHECK ((person_id <> appointed_by))

waymark.reviewer_appointment: reviewer_appointment_appointed_by_fkey FOREIGN KEY (appointed_by) REFERENCES waymark.person(id)

waymark.reviewer_appointment: reviewer_appointment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.reviewer_appointment: reviewer_appointment_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.reviewer_appointment: reviewer_appointment_pkey PRIMARY KEY (id)

waymark.row_history: row_history_pkey PRIMARY KEY (id)

waymark.safety_asking: safety_asking_days_check CHECK (((days >= 1) AND (days <= 365)))

waymark.safety_asking: safety_asking_pkey PRIMARY KEY (from_day)

waymark.safety_asking: safety_asking_why_check CHECK (((length(why) >= 1) AND (length(why) <= 500)))

waymark.sent_form: sent_form_body_mac_check CHECK ((length(body_mac) = 32))

waymark.sent_form: sent_form_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.sent_form: sent_form_pkey PRIMARY KEY (person_id, once, body_mac)

waymark.sent_form: sent_form_went_to_check CHECK (((length(went_to) >= 1) AND (length(went_to) <= 500)))

waymark.session: session_idle_minutes_check CHECK ((idle_minutes > 0))

waymark.session: session_longest_minutes_check CHECK ((longest_minutes > 0))

waymark.session: session_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.session: session_pkey PRIMARY KEY (id)

waymark.session: session_step_check CHECK ((step = ANY (ARRAY['second-factor'::text, 'signed-in'::text])))

waymark.session: session_token_hash_key UNIQUE (token_hash)

waymark.session_quote: a_level_with_a_yes CHECK (((state = 'yes'::text) = (level IS NOT NULL)))

waymark.session_quote: a_name_with_a_yes CHECK (((state = 'yes'::text) OR (shown_name IS NULL)))

waymark.session_quote: said_when_said CHECK (((state = 'waiting'::text) = (said_at IS NULL)))

waymark.session_quote: session_quote_level_check CHECK ((level = ANY (ARRAY['group'::text, 'inside'::text, 'published'::text])))

waymark.session_quote: session_quote_pkey PRIMARY KEY (id)

waymark.session_quote: session_quote_session_id_child_id_fkey FOREIGN KEY (session_id, child_id) REFERENCES waymark.group_member(session_id, child_id)

waymark.session_quote: session_quote_shown_name_check CHECK (((length(shown_name) >= 1) AND (length(shown_name) <= 80)))

waymark.session_quote: session_quote_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'yes'::text, 'no'::text, 'withdrawn'::text])))

waymark.session_quote: session_quote_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)))

waymark.session_quote: session_quote_words_language_check CHECK (((length(words_language) >= 2) AND (length(words_language) <= 35)))

waymark.session_quote: session_quote_written_by_fkey FOREIGN KEY (written_by) REFERENCES waymark.person(id)

waymark.sessions_ended: sessions_ended_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.sessions_ended: sessions_ended_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES waymark.person(id)

waymark.sessions_ended: sessions_ended_pkey PRIMARY KEY (id)

waymark.sessions_ended: sessions_ended_sessions_check CHECK ((sessions >= 0))

waymark.sessions_ended: sessions_ended_why_check CHECK ((why = ANY (ARRAY['missing'::text, 'device_gone'::text, 'somebody_else'::text, 'asked'::text])))

waymark.setting_suggestion: answered_when_answered CHECK (((answer IS NULL) = (answered_at IS NULL)))

waymark.setting_suggestion: setting_suggestion_about_check CHECK ((about = ANY (ARRAY['check_ins'::text, 'goals'::text, 'people'::text, 'words'::text, 'contact'::text, 'topics'::text, 'look'::text])))

waymark.setting_suggestion: setting_suggestion_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text])))

waymark.setting_suggestion: setting_suggestion_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.setting_suggestion: setting_suggestion_pkey PRIMARY KEY (id)

waymark.setting_suggestion: setting_suggestion_share_check CHECK ((share = ANY (ARRAY['with_me'::text, 'nobody'::text])))

waymark.setting_suggestion: setting_suggestion_suggested_by_fkey FOREIGN KEY (suggested_by) REFERENCES waymark.person(id)

waymark.setting_suggestion: setting_suggestion_why_check CHECK (((length(why) >= 1) AND (length(why) <= 1000)))

waymark.setting_suggestion: sharing_says_how CHECK (((share IS NOT NULL) = (about = ANY (ARRAY['check_ins'::text, 'goals'::text, 'people'::text, 'words'::text]))))

waymark.sharing_choice: sharing_choice_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.sharing_choice: sharing_choice_child_id_kind_key UNIQUE (child_id, kind)

waymark.sharing_choice: sharing_choice_choice_check CHECK ((choice = ANY (ARRAY['everyone'::text, 'some'::text, 'nobody'::text])))

waymark.sharing_choice: sharing_choice_kind_check CHECK ((kind = ANY (ARRAY['check_ins'::text, 'goals'::text, 'people'::text, 'words'::text])))

waymark.sharing_choice: sharing_choice_pkey PRIMARY KEY (id)

waymark.sharing_choice: some_are_named CHECK (((choice = 'some'::text) = (cardinality(people) > 0)))

waymark.shown_line: shown_line_about_check CHECK ((about = ANY (ARRAY['child_name'::text, 'date_of_birth_claim'::text, 'child_language'::text, 'person_who_matters'::text])))

waymark.shown_line: shown_line_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.shown_line: shown_line_line_id_line_version_key UNIQUE (line_id, line_version)

waymark.shown_line: shown_line_pkey PRIMARY KEY (id)

waymark.shown_line: shown_line_shown_by_fkey FOREIGN KEY (shown_by) REFERENCES waymark.person(id)

waymark.sign_in_attempt: sign_in_attempt_pkey PRIMARY KEY (id)

waymark.situation_element: kinds_of_its_own CHECK ((kinds <@
CASE element
    WHEN 'act'::text THEN ARRAY['recruited'::text, 'transported'::text, 'transferred'::text, 'harboured'::text, 'received'::text, 'control_exchanged'::text]
    WHEN 'means'::text THEN ARRAY['threat_or_force'::text, 'abduction'::text, 'deception'::text, 'abuse_of_power'::text, 'abuse_of_vulnerability'::text, 'payment_to_controller'::text]
    ELSE ARRAY['sexual'::text, 'slavery_servitude_labour'::text, 'services_or_benefits'::text, 'organs'::text]
END))

waymark.situation_element: only_means_are_not_required CHECK (((finding <> 'not_required'::text) OR (element = 'means'::text)))

waymark.situation_element: situation_element_child_id_situation_id_fkey FOREIGN KEY (child_id, situation_id) REFERENCES waymark.exploitation_situation(child_id, id)

waymark.situation_element: situation_element_element_check CHECK ((element = ANY (ARRAY['act'::text, 'means'::text, 'purpose'::text])))

waymark.situation_element: situation_element_finding_check CHECK ((finding = ANY (ARRAY['supported'::text, 'partly'::text, 'not_known'::text, 'not_supported'::text, 'not_required'::text])))

waymark.situation_element: situation_element_pkey PRIMARY KEY (id)

waymark.situation_element: situation_element_rests_on_text_check CHECK (((length(btrim(rests_on_text)) >= 1) AND (length(btrim(rests_on_text)) <= 5000)))

waymark.situation_element: situation_element_situation_id_element_key UNIQUE (situation_id, element)

waymark.situation_element: supported_by_something CHECK (((finding <> ALL (ARRAY['supported'::text, 'partly'::text])) OR (rests_on_text IS NOT NULL)))

waymark.situation_form: situation_form_child_id_situation_id_fkey FOREIGN KEY (child_id, situation_id) REFERENCES waymark.exploitation_situation(child_id, id)

waymark.situation_form: situation_form_form_id_fkey FOREIGN KEY (form_id) REFERENCES waymark.exploitation_form(id)

waymark.situation_form: situation_form_pkey PRIMARY KEY (id)

waymark.situation_form: situation_form_situation_id_form_id_key UNIQUE (situation_id, form_id)

waymark.somebody_now: seen_by_somebody CHECK (((state <> 'seen'::text) OR (seen_by IS NOT NULL)))

waymark.somebody_now: somebody_now_asked_id_fkey FOREIGN KEY (asked_id) REFERENCES waymark.person(id)

waymark.somebody_now: somebody_now_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.somebody_now: somebody_now_child_id_id_key UNIQUE (child_id, id)

waymark.somebody_now: somebody_now_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.somebody_now: somebody_now_pkey PRIMARY KEY (id)

waymark.somebody_now: somebody_now_seen_by_fkey FOREIGN KEY (seen_by) REFERENCES waymark.person(id)

waymark.somebody_now: somebody_now_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'seen'::text, 'ended'::text])))

waymark.somebody_now_step: it_ends_with_what_was_done CHECK (((kind <> ALL (ARRAY['wrote'::text, 'ended'::text])) OR (words IS NOT NULL)))

waymark.somebody_now_step: somebody_now_step_by_id_fkey FOREIGN KEY (by_id) REFERENCES waymark.person(id)

waymark.somebody_now_step: somebody_now_step_child_id_signal_id_fkey FOREIGN KEY (child_id, signal_id) REFERENCES waymark.somebody_now(child_id, id)

waymark.somebody_now_step: somebody_now_step_kind_check CHECK ((kind = ANY (ARRAY['asked'::text, 'seen'::text, 'wrote'::text, 'ended'::text, 'not_needed'::text])))

waymark.somebody_now_step: somebody_now_step_pkey PRIMARY KEY (id)

waymark.somebody_now_step: somebody_now_step_to_id_fkey FOREIGN KEY (to_id) REFERENCES waymark.person(id)

waymark.somebody_now_step: somebody_now_step_to_name_check CHECK (((length(to_name) >= 1) AND (length(to_name) <= 200)))

waymark.somebody_now_step: somebody_now_step_to_phone_check CHECK (((length(to_phone) >= 3) AND (length(to_phone) <= 30)))

waymark.somebody_now_step: somebody_now_step_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)))

waymark.staff_photo: away_after_it_was_placed CHECK ((taken_away_at >= placed_at))

waymark.staff_photo: scanned_when_scanned CHECK (((scan = ANY (ARRAY['clean'::text, 'found'::text])) = (scanned_at IS NOT NULL)))

waymark.staff_photo: staff_photo_bytes_check CHECK (((bytes >= 1) AND (bytes <= 12288)))

waymark.staff_photo: staff_photo_key_id_check CHECK (((length(key_id) >= 1) AND (length(key_id) <= 40)))

waymark.staff_photo: staff_photo_media_type_check CHECK ((media_type = 'image/webp'::text))

waymark.staff_photo: staff_photo_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.staff_photo: staff_photo_pkey PRIMARY KEY (id)

waymark.staff_photo: staff_photo_scan_check CHECK ((scan = ANY (ARRAY['not_scanned'::text, 'clean'::text, 'waiting'::text, 'found'::text])))

waymark.staff_photo: staff_photo_sealed_check CHECK (((length(sealed) >= 17) AND (length(sealed) <= 12304)))

waymark.staff_photo: staff_photo_sealed_key_check CHECK ((length(sealed_key) = 60))

waymark.stage_release: stage_release_figures_check CHECK ((jsonb_typeof(figures) = 'object'::text))

waymark.stage_release: stage_release_made_by_fkey FOREIGN KEY (made_by) REFERENCES waymark.person(id)

waymark.stage_release: stage_release_number_check CHECK ((number > 0))

waymark.stage_release: stage_release_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.stage_release: stage_release_organisation_id_year_from_number_key UNIQUE (organisation_id, year_from, number)

waymark.stage_release: stage_release_pkey PRIMARY KEY (id)

waymark.stage_release: stage_release_year_from_check CHECK (((EXTRACT(month FROM year_from) = (4)::numeric) AND (EXTRACT(day FROM year_from) = (1)::numeric)))

waymark.stage_release: within_the_year CHECK (((on_day >= year_from) AND (on_day < (year_from + '1 year'::interval))))

waymark.statement: alone_is_nobody CHECK (((company = 'with_someone'::text) OR (company_who IS NULL)))

waymark.statement: sent_to_somebody CHECK (((sent_at IS NULL) OR (audience IS NOT NULL)))

waymark.statement: sent_when_sent CHECK (((status = ANY (ARRAY['sent'::text, 'withdrawn'::text])) = (sent_at IS NOT NULL)))

waymark.statement: statement_about_check CHECK ((about = 'people_i_love'::text))

waymark.statement: statement_audience_check CHECK ((audience = ANY (ARRAY['everyone_beside_me'::text, 'chosen'::text, 'trusted'::text])))

waymark.statement: statement_author_id_fkey FOREIGN KEY (author_id) REFERENCES waymark.person(id)

waymark.statement: statement_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.statement: statement_child_id_id_key UNIQUE (child_id, id)

waymark.statement: statement_company_check CHECK ((company = ANY (ARRAY['alone'::text, 'with_someone'::text])))

waymark.statement: statement_company_relationship_check CHECK ((company_relationship = ANY (ARRAY['worker'::text, 'guardian'::text, 'carer'::text, 'family'::text, 'friend'::text, 'advocate'::text, 'interpreter'::text, 'other'::text])))

waymark.statement: statement_company_who_check CHECK (((length(company_who) >= 1) AND (length(company_who) <= 200)))

waymark.statement: statement_interpreter_language_check CHECK (((length(interpreter_language) >= 2) AND (length(interpreter_language) <= 100)))

waymark.statement: statement_interpreter_mode_check CHECK ((interpreter_mode = ANY (ARRAY['none_needed'::text, 'in_person'::text, 'phone'::text, 'video'::text, 'bilingual_worker'::text, 'machine'::text, 'none_available'::text])))

waymark.statement: statement_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.statement: statement_occasion_id_child_id_fkey FOREIGN KEY (occasion_id, child_id) REFERENCES waymark.check_in_occasion(id, child_id)

waymark.statement: statement_pkey PRIMARY KEY (id)

waymark.statement: statement_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'sent'::text, 'withdrawn'::text, 'thrown_away'::text])))

waymark.statement: statement_withdrawn_reason_check CHECK ((withdrawn_reason = ANY (ARRAY['changed_my_mind'::text, 'not_right'::text, 'too_many_people_see_it'::text, 'did_not_feel_free'::text, 'not_said'::text])))

waymark.statement: with_someone_says_who CHECK (((company = 'with_someone'::text) = (company_relationship IS NOT NULL)))

waymark.statement: withdrawn_with_a_reason CHECK (((status = 'withdrawn'::text) = ((withdrawn_at IS NOT NULL) AND (withdrawn_reason IS NOT NULL))))

waymark.statement_beside: statement_beside_id_child_id_key UNIQUE (id, child_id)

waymark.statement_beside: statement_beside_kind_check CHECK ((kind = ANY (ARRAY['written_down'::text, 'translation'::text])))

waymark.statement_beside: statement_beside_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.statement_beside: statement_beside_made_by_check CHECK ((made_by = ANY (ARRAY['person'::text, 'machine'::text])))

waymark.statement_beside: statement_beside_made_by_who_check CHECK (((length(made_by_who) >= 1) AND (length(made_by_who) <= 200)))

waymark.statement_beside: statement_beside_part_id_child_id_fkey FOREIGN KEY (part_id, child_id) REFERENCES waymark.statement_part(id, child_id)

waymark.statement_beside: statement_beside_pkey PRIMARY KEY (id)

waymark.statement_beside: statement_beside_words_check CHECK (((length(words) >= 1) AND (length(words) <= 20000)))

waymark.statement_beside: statement_beside_written_by_fkey FOREIGN KEY (written_by) REFERENCES waymark.person(id)

waymark.statement_not_said: statement_not_said_beside_id_child_id_fkey FOREIGN KEY (beside_id, child_id) REFERENCES waymark.statement_beside(id, child_id)

waymark.statement_not_said: statement_not_said_pkey PRIMARY KEY (id)

waymark.statement_not_said: statement_not_said_words_check CHECK (((length(words) >= 1) AND (length(words) <= 5000)))

waymark.statement_not_said: statement_not_said_words_language_check CHECK (((length(words_language) >= 2) AND (length(words_language) <= 35)))

waymark.statement_opening: statement_opening_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.statement_opening: statement_opening_pkey PRIMARY KEY (id)

waymark.statement_opening: statement_opening_statement_id_child_id_fkey FOREIGN KEY (statement_id, child_id) REFERENCES waymark.statement(id, child_id)

waymark.statement_opening: statement_opening_statement_id_person_id_key UNIQUE (statement_id, person_id)

waymark.statement_part: a_part_is_what_its_medium_is CHECK (
CASE medium
    WHEN 'words'::text THEN ((words IS NOT NULL) AND (cards IS NULL) AND (file_id IS NULL))
    WHEN 'cards'::text THEN ((cards IS NOT NULL) AND (words IS NULL) AND (file_id IS NULL))
    ELSE ((file_id IS NOT NULL) AND (words IS NULL) AND (cards IS NULL))
END)

waymark.statement_part: statement_part_asks_check CHECK ((asks = ANY (ARRAY['who'::text, 'where'::text, 'contact'::text, 'help'::text, 'not_do'::text])))

waymark.statement_part: statement_part_cards_check CHECK (((cardinality(cards) >= 1) AND (cardinality(cards) <= 60)))

waymark.statement_part: statement_part_file_id_child_id_fkey FOREIGN KEY (file_id, child_id) REFERENCES waymark.stored_file(id, child_id)

waymark.statement_part: statement_part_id_child_id_key UNIQUE (id, child_id)

waymark.statement_part: statement_part_medium_check CHECK ((medium = ANY (ARRAY['voice'::text, 'drawing'::text, 'photo'::text, 'words'::text, 'cards'::text])))

waymark.statement_part: statement_part_pkey PRIMARY KEY (id)

waymark.statement_part: statement_part_statement_id_child_id_fkey FOREIGN KEY (statement_id, child_id) REFERENCES waymark.statement(id, child_id)

waymark.statement_part: statement_part_words_check CHECK (((length(words) >= 1) AND (length(words) <= 20000)))

waymark.statement_part: statement_part_words_language_check CHECK (((length(words_language) >= 2) AND (length(words_language) <= 35)))

waymark.statement_passed_on: statement_passed_on_by_person_fkey FOREIGN KEY (by_person) REFERENCES waymark.person(id)

waymark.statement_passed_on: statement_passed_on_pkey PRIMARY KEY (id)

waymark.statement_passed_on: statement_passed_on_reason_check CHECK ((reason = ANY (ARRAY['somebody_may_be_hurt'::text, 'nobody_left_to_read'::text])))

waymark.statement_passed_on: statement_passed_on_statement_id_child_id_fkey FOREIGN KEY (statement_id, child_id) REFERENCES waymark.statement(id, child_id)

waymark.statement_passed_on: statement_passed_on_statement_id_to_person_key UNIQUE (statement_id, to_person)

waymark.statement_passed_on: statement_passed_on_to_person_fkey FOREIGN KEY (to_person) REFERENCES waymark.person(id)

waymark.statement_passed_on: statement_passed_on_why_check CHECK (((length(why) >= 10) AND (length(why) <= 2000)))

waymark.statement_recipient: statement_recipient_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.statement_recipient: statement_recipient_pkey PRIMARY KEY (id)

waymark.statement_recipient: statement_recipient_statement_id_child_id_fkey FOREIGN KEY (statement_id, child_id) REFERENCES waymark.statement(id, child_id)

waymark.statement_recipient: statement_recipient_statement_id_person_id_key UNIQUE (statement_id, person_id)

waymark.statistics_release: statistics_release_figures_check CHECK ((jsonb_typeof(figures) = 'object'::text))

waymark.statistics_release: statistics_release_framework_version_id_fkey FOREIGN KEY (framework_version_id) REFERENCES waymark.framework_version(id)

waymark.statistics_release: statistics_release_made_by_fkey FOREIGN KEY (made_by) REFERENCES waymark.person(id)

waymark.statistics_release: statistics_release_number_check CHECK ((number > 0))

waymark.statistics_release: statistics_release_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.statistics_release: statistics_release_organisation_id_year_from_framework_vers_key UNIQUE (organisation_id, year_from, framework_version_id, number)

waymark.statistics_release: statistics_release_pkey PRIMARY KEY (id)

waymark.statistics_release: statistics_release_year_from_check CHECK (((EXTRACT(month FROM year_from) = (4)::numeric) AND (EXTRACT(day FROM year_from) = (1)::numeric)))

waymark.stored_file: a_sound_lasts CHECK (((kind = 'sound'::text) = (seconds IS NOT NULL)))

waymark.stored_file: scanned_when_scanned CHECK (((scan = ANY (ARRAY['clean'::text, 'found'::text])) = (scanned_at IS NOT NULL)))

waymark.stored_file: stored_file_bytes_check CHECK (((bytes >= 1) AND (bytes <= 33554432)))

waymark.stored_file: stored_file_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.stored_file: stored_file_height_check CHECK ((height > 0))

waymark.stored_file: stored_file_id_child_id_key UNIQUE (id, child_id)

waymark.stored_file: stored_file_key_id_check CHECK (((length(key_id) >= 1) AND (length(key_id) <= 40)))

waymark.stored_file: stored_file_kind_check CHECK ((kind = ANY (ARRAY['picture'::text, 'sound'::text, 'document'::text])))

waymark.stored_file: stored_file_made_by_fkey FOREIGN KEY (made_by) REFERENCES waymark.person(id)

waymark.stored_file: stored_file_media_type_check CHECK ((media_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text, 'audio/webm'::text, 'audio/mp4'::text, 'audio/ogg'::text, 'audio/mpeg'::text, 'audio/wav'::text, 'audio/aac'::text, 'application/pdf'::text, 'application/msword'::text, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'::text])))

waymark.stored_file: stored_file_pieces_check CHECK (((pieces >= 1) AND (pieces <= 128)))

waymark.stored_file: stored_file_pkey PRIMARY KEY (id)

waymark.stored_file: stored_file_scan_check CHECK ((scan = ANY (ARRAY['not_scanned'::text, 'clean'::text, 'waiting'::text, 'found'::text])))

waymark.stored_file: stored_file_sealed_key_check CHECK ((length(sealed_key) = 60))

waymark.stored_file: stored_file_seconds_check CHECK ((seconds >= (0)::numeric))

waymark.stored_file: stored_file_width_check CHECK ((width > 0))

waymark.stored_file_piece: stored_file_piece_file_id_child_id_fkey FOREIGN KEY (file_id, child_id) REFERENCES waymark.stored_file(id, child_id)

waymark.stored_file_piece: stored_file_piece_n_check CHECK ((n >= 0))

waymark.stored_file_piece: stored_file_piece_pkey PRIMARY KEY (file_id, n)

waymark.stored_file_piece: stored_file_piece_sealed_check CHECK (((length(sealed) >= 17) AND (length(sealed) <= 262160)))

waymark.taking_part_wish: taking_part_wish_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.taking_part_wish: taking_part_wish_child_id_key UNIQUE (child_id)

waymark.taking_part_wish: taking_part_wish_pkey PRIMARY KEY (id)

waymark.team: team_id_organisation_id_key UNIQUE (id, organisation_id)

waymark.team: team_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))

waymark.team: team_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.team: team_organisation_id_name_key UNIQUE (organisation_id, name)

waymark.team: team_pkey PRIMARY KEY (id)

waymark.text_recording: text_recording_added_by_fkey FOREIGN KEY (added_by) REFERENCES waymark.person(id)

waymark.text_recording: text_recording_file_id_fkey FOREIGN KEY (file_id) REFERENCES waymark.organisation_file(id)

waymark.text_recording: text_recording_file_id_key UNIQUE (file_id)

waymark.text_recording: text_recording_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.text_recording: text_recording_number_key UNIQUE (number)

waymark.text_recording: text_recording_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.text_recording: text_recording_pkey PRIMARY KEY (id)

waymark.text_recording: text_recording_place_check CHECK (((length(place) >= 1) AND (length(place) <= 120)))

waymark.text_recording: text_recording_speaker_agreed_check CHECK (speaker_agreed)

waymark.text_recording: text_recording_speaker_check CHECK (((length(speaker) >= 1) AND (length(speaker) <= 200)))

waymark.text_recording: text_recording_spoken_check CHECK (((length(spoken) >= 1) AND (length(spoken) <= 5000)))

waymark.text_recording_act: put_aside_says_why CHECK (((act = 'checked'::text) OR (note IS NOT NULL)))

waymark.text_recording_act: text_recording_act_act_check CHECK ((act = ANY (ARRAY['checked'::text, 'put_aside'::text])))

waymark.text_recording_act: text_recording_act_done_by_fkey FOREIGN KEY (done_by) REFERENCES waymark.person(id)

waymark.text_recording_act: text_recording_act_note_check CHECK (((length(note) >= 1) AND (length(note) <= 500)))

waymark.text_recording_act: text_recording_act_pkey PRIMARY KEY (id)

waymark.text_recording_act: text_recording_act_recording_id_act_key UNIQUE (recording_id, act)

waymark.text_recording_act: text_recording_act_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES waymark.text_recording(id)

waymark.trusted_answer: trusted_answer_answer_check CHECK ((answer = ANY (ARRAY['not_now'::text, 'ask_me'::text])))

waymark.trusted_answer: trusted_answer_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.trusted_answer: trusted_answer_child_id_key UNIQUE (child_id)

waymark.trusted_answer: trusted_answer_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.trusted_answer: trusted_answer_pkey PRIMARY KEY (id)

waymark.trusted_answer: trusted_answer_said_by_check CHECK ((said_by = ANY (ARRAY['child'::text, 'child_with_someone'::text])))

waymark.trusted_answer: trusted_answer_words_check CHECK ((length(words) <= 2000))

waymark.trusted_time: ends_after_beginning CHECK (((ended_at IS NULL) OR (ended_at >= began_at)))

waymark.trusted_time: trusted_time_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.trusted_time: trusted_time_chosen_by_check CHECK ((chosen_by = ANY (ARRAY['child'::text, 'someone_else'::text])))

waymark.trusted_time: trusted_time_matters_id_fkey FOREIGN KEY (matters_id) REFERENCES waymark.person_who_matters(id)

waymark.trusted_time: trusted_time_pkey PRIMARY KEY (id)

waymark.voice_stage: after_says_how_long CHECK (((code <> 'after'::text) OR ((nobody_over_days IS NOT NULL) AND (adult_from IS NOT NULL))))

waymark.voice_stage: early_says_how_early CHECK (((code <> 'early'::text) OR (opened_under_days IS NOT NULL)))

waymark.voice_stage: voice_stage_adult_from_check CHECK (((adult_from >= 16) AND (adult_from <= 30)))

waymark.voice_stage: voice_stage_code_check CHECK ((code = ANY (ARRAY['before'::text, 'early'::text, 'support'::text, 'after'::text])))

waymark.voice_stage: voice_stage_confidence_check CHECK ((confidence = ANY (ARRAY['certain'::text, 'likely'::text, 'to_be_confirmed'::text])))

waymark.voice_stage: voice_stage_defined_by_check CHECK (((length(defined_by) >= 1) AND (length(defined_by) <= 200)))

waymark.voice_stage: voice_stage_meaning_check CHECK (((length(meaning) >= 1) AND (length(meaning) <= 500)))

waymark.voice_stage: voice_stage_near_check CHECK (((length(near) >= 1) AND (length(near) <= 100)))

waymark.voice_stage: voice_stage_nobody_over_days_check CHECK (((nobody_over_days >= 1) AND (nobody_over_days <= 730)))

waymark.voice_stage: voice_stage_opened_under_days_check CHECK (((opened_under_days >= 1) AND (opened_under_days <= 730)))

waymark.voice_stage: voice_stage_pkey PRIMARY KEY (code, from_day)

waymark.voice_stage: voice_stage_place_check CHECK (((place >= 1) AND (place <= 9)))

waymark.voice_stage: voice_stage_source_check CHECK (((length(source) >= 1) AND (length(source) <= 500)))

waymark.voice_stage: voice_stage_title_check CHECK (((length(title) >= 1) AND (length(title) <= 100)))

waymark.wait_release: wait_release_check CHECK ((on_day >= year_from))

waymark.wait_release: wait_release_figures_check CHECK ((jsonb_typeof(figures) = 'object'::text))

waymark.wait_release: wait_release_made_by_fkey FOREIGN KEY (made_by) REFERENCES waymark.person(id)

waymark.wait_release: wait_release_number_check CHECK ((number > 0))

waymark.wait_release: wait_release_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.wait_release: wait_release_organisation_id_year_from_number_key UNIQUE (organisation_id, year_from, number)

waymark.wait_release: wait_release_pkey PRIMARY KEY (id)

waymark.wait_release: wait_release_year_from_check CHECK (((EXTRACT(month FROM year_from) = (4)::numeric) AND (EXTRACT(day FROM year_from) = (1)::numeric)))

waymark.waiting_words: waiting_words_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.waiting_words: waiting_words_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.waiting_words: waiting_words_pkey PRIMARY KEY (id)

waymark.waiting_words: waiting_words_process_id_fkey FOREIGN KEY (process_id) REFERENCES waymark.process(id)

waymark.waiting_words: waiting_words_process_id_key UNIQUE (process_id)

waymark.waiting_words: waiting_words_said_by_check CHECK ((said_by = ANY (ARRAY['child'::text, 'child_with_someone'::text])))

waymark.waiting_words: waiting_words_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)))

waymark.walled_note: walled_note_area_check CHECK ((area = ANY (ARRAY['asylum'::text, 'papers'::text, 'public'::text, 'crime'::text, 'family'::text, 'reunion'::text, 'other'::text])))

waymark.walled_note: walled_note_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.walled_note: walled_note_from_whom_check CHECK (((length(from_whom) >= 1) AND (length(from_whom) <= 200)))

waymark.walled_note: walled_note_kind_check CHECK ((kind = ANY (ARRAY['advice'::text, 'instructions'::text, 'draft'::text, 'letter'::text])))

waymark.walled_note: walled_note_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.walled_note: walled_note_pkey PRIMARY KEY (id)

waymark.walled_note: walled_note_words_check CHECK (((length(words) >= 1) AND (length(words) <= 10000)))

waymark.way_in_code: short_lived CHECK (((ends_at >= given_at) AND (ends_at <= (given_at + '01:00:00'::interval))))

waymark.way_in_code: used_or_ended CHECK (((used_at IS NULL) OR (ended_at IS NULL)))

waymark.way_in_code: way_in_code_given_by_fkey FOREIGN KEY (given_by) REFERENCES waymark.person(id)

waymark.way_in_code: way_in_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.way_in_code: way_in_code_pkey PRIMARY KEY (id)

waymark.way_to_reach: away_ends_after_it_begins CHECK (((away_until IS NULL) OR ((away_from IS NOT NULL) AND (away_until >= away_from))))

waymark.way_to_reach: way_to_reach_cover_name_check CHECK ((length(cover_name) <= 200))

waymark.way_to_reach: way_to_reach_cover_phone_check CHECK ((length(cover_phone) <= 40))

waymark.way_to_reach: way_to_reach_hours_check CHECK ((length(hours) <= 300))

waymark.way_to_reach: way_to_reach_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))

waymark.way_to_reach: way_to_reach_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.way_to_reach: way_to_reach_person_id_key UNIQUE (person_id)

waymark.way_to_reach: way_to_reach_phone_check CHECK ((length(phone) <= 40))

waymark.way_to_reach: way_to_reach_pkey PRIMARY KEY (id)

waymark.way_to_reach: way_to_reach_when_away_check CHECK ((length(when_away) <= 500))

waymark.word_given: word_given_by_id_fkey FOREIGN KEY (by_id) REFERENCES waymark.person(id)

waymark.word_given: word_given_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.word_given: word_given_pkey PRIMARY KEY (id)

waymark.word_wish: word_wish_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.word_wish: word_wish_child_id_key UNIQUE (child_id)

waymark.word_wish: word_wish_often_check CHECK ((often = ANY (ARRAY['never'::text, 'month'::text, 'quarter'::text, 'half_year'::text])))

waymark.word_wish: word_wish_pkey PRIMARY KEY (id)

waymark.wording_advice: kept_says_why CHECK (((state = 'kept'::text) = (reason IS NOT NULL)))

waymark.wording_advice: other_says_what CHECK (((reason <> 'other'::text) OR (reason_words IS NOT NULL)))

waymark.wording_advice: settled_when_settled CHECK (((state = 'open'::text) = (settled_at IS NULL)))

waymark.wording_advice: wording_advice_change_at_check CHECK (((length(change_at) >= 1) AND (length(change_at) <= 500)))

waymark.wording_advice: wording_advice_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.wording_advice: wording_advice_code_check CHECK (((length(code) >= 1) AND (length(code) <= 60)))

waymark.wording_advice: wording_advice_field_check CHECK (((length(field) >= 1) AND (length(field) <= 80)))

waymark.wording_advice: wording_advice_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.wording_advice: wording_advice_path_check CHECK (((length(path) >= 1) AND (length(path) <= 500)))

waymark.wording_advice: wording_advice_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.wording_advice: wording_advice_pkey PRIMARY KEY (id)

waymark.wording_advice: wording_advice_reason_check CHECK ((reason = ANY (ARRAY['quoting'::text, 'their_word'::text, 'legal_term'::text, 'not_about_them'::text, 'right_here'::text, 'other'::text])))

waymark.wording_advice: wording_advice_reason_words_check CHECK (((length(reason_words) >= 1) AND (length(reason_words) <= 500)))

waymark.wording_advice: wording_advice_state_check CHECK ((state = ANY (ARRAY['open'::text, 'kept'::text, 'changed'::text, 'left'::text])))

waymark.wording_advice: wording_advice_words_check CHECK (((length(words) >= 1) AND (length(words) <= 200)))

waymark.wording_look: wording_look_found_check CHECK ((cardinality(found) <= 60))

waymark.wording_look: wording_look_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.wording_look: wording_look_pkey PRIMARY KEY (id)

waymark.wording_phrase: wording_phrase_because_check CHECK (((length(because) >= 1) AND (length(because) <= 500)))

waymark.wording_phrase: wording_phrase_code_check CHECK ((code ~ '^[a-z0-9][a-z0-9-]{1,59}$'::text))

waymark.wording_phrase: wording_phrase_label_check CHECK (((length(label) >= 1) AND (length(label) <= 120)))

waymark.wording_phrase: wording_phrase_organisation_id_code_version_key UNIQUE (organisation_id, code, version)

waymark.wording_phrase: wording_phrase_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.wording_phrase: wording_phrase_pkey PRIMARY KEY (id)

waymark.wording_phrase: wording_phrase_say_check CHECK (((length(say) >= 1) AND (length(say) <= 300)))

waymark.wording_phrase: wording_phrase_unless_check CHECK ((cardinality(unless) <= 40))

waymark.wording_phrase: wording_phrase_version_check CHECK ((version >= 1))

waymark.wording_phrase: wording_phrase_ways_check CHECK ((cardinality(ways) <= 40))

waymark.wording_phrase: wording_phrase_why_check CHECK (((length(why) >= 1) AND (length(why) <= 300)))

waymark.wording_phrase: wording_phrase_written_by_fkey FOREIGN KEY (written_by) REFERENCES waymark.person(id)

waymark.worker_episode: ends_after_beginning CHECK (((ended_on IS NULL) OR (ended_on >= began_on)))

waymark.worker_episode: worker_episode_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.worker_episode: worker_episode_child_id_organisation_id_began_on_key UNIQUE (child_id, organisation_id, began_on)

waymark.worker_episode: worker_episode_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.worker_episode: worker_episode_pkey PRIMARY KEY (id)

waymark.worker_episode: worker_episode_said_in_check CHECK (((said_in >= 1990) AND (said_in <= 2200)))

-- Indexes -----------------------------------------------------------------------------------

CREATE INDEX access_event_of_child ON waymark.access_event USING btree (child_id, on_day)

CREATE INDEX access_event_of_request ON waymark.access_event USING btree (request_id)

CREATE INDEX access_request_of_child ON waymark.access_request USING btree (child_id, asked_on)

CREATE INDEX age_doubt_of_child ON waymark.age_doubt USING btree (child_id, doubted_on)

CREATE INDEX allocation_of_child ON waymark.allocation USING btree (child_id)

CREATE INDEX allocation_of_person ON waymark.allocation USING btree (person_id, child_id) WHERE (ended_on IS NULL)

CREATE UNIQUE INDEX appointed_once ON waymark.lead_appointment USING btree (organisation_id, person_id) WHERE (until_day IS NULL)

CREATE INDEX appointment_answer_of_child ON waymark.appointment_answer USING btree (child_id)

CREATE INDEX appointment_change_of ON waymark.appointment_change USING btree (appointment_id, changed_at)

CREATE INDEX appointment_change_of_child ON waymark.appointment_change USING btree (child_id, changed_at)

CREATE INDEX appointment_of_child ON waymark.appointment USING btree (child_id, starts_at)

CREATE INDEX appointment_of_person ON waymark.appointment USING btree (with_id, starts_at) WHERE (with_id IS NOT NULL)

CREATE UNIQUE INDEX asked_once_each ON waymark.somebody_now_step USING btree (signal_id, to_id) NULLS NOT DISTINCT WHERE (kind = 'asked'::text)

CREATE INDEX assessment_evidence_of ON waymark.assessment_evidence USING btree (assessment_id)

CREATE INDEX assessment_group_of ON waymark.assessment_group USING btree (assessment_id)

CREATE INDEX assessment_impact_of ON waymark.assessment_impact USING btree (assessment_id)

CREATE INDEX assessment_impact_of_outcome ON waymark.assessment_impact USING btree (outcome_id)

CREATE INDEX assessment_involvement_of ON waymark.assessment_involvement USING btree (assessment_id)

CREATE INDEX assessment_measure_of ON waymark.assessment_measure USING btree (assessment_id)

CREATE INDEX assessment_of_organisation ON waymark.assessment USING btree (organisation_id, begun_at DESC)

CREATE INDEX assessment_option_of ON waymark.assessment_option USING btree (assessment_id)

CREATE INDEX assessment_published_newest ON waymark.assessment_published USING btree (published_at DESC)

CREATE INDEX assessment_review_of ON waymark.assessment_review USING btree (assessment_id, due_on)

CREATE INDEX assessment_sign_off_of ON waymark.assessment_sign_off USING btree (assessment_id, asked_at DESC)

CREATE INDEX assessment_words_of ON waymark.assessment_words USING btree (assessment_id)

CREATE INDEX audit_newest_of_organisation ON waymark.audit_entry USING btree (organisation_id, id DESC)

CREATE INDEX audit_of_child ON waymark.audit_entry USING btree (child_id, at DESC) WHERE (child_id IS NOT NULL)

CREATE INDEX audit_of_organisation ON waymark.audit_entry USING btree (organisation_id, at DESC)

CREATE INDEX audit_of_shown ON waymark.audit_entry USING gin (shown)

CREATE INDEX audit_refused_of_organisation ON waymark.audit_entry USING btree (organisation_id, id DESC) WHERE (outcome = ANY (ARRAY['refused'::text, 'not-found'::text, 'failed'::text]))

CREATE INDEX barrier_of_child ON waymark.barrier USING btree (child_id, seen_on)

CREATE INDEX best_interests_dissent_of ON waymark.best_interests_dissent USING btree (decision_id)

CREATE INDEX best_interests_dissent_of_child ON waymark.best_interests_dissent USING btree (child_id)

CREATE INDEX best_interests_heard_of ON waymark.best_interests_heard USING btree (decision_id, on_day)

CREATE INDEX best_interests_heard_of_child ON waymark.best_interests_heard USING btree (child_id)

CREATE INDEX best_interests_of_child ON waymark.best_interests USING btree (child_id, opened_at)

CREATE INDEX best_interests_option_of_child ON waymark.best_interests_option USING btree (child_id)

CREATE INDEX case_audit_act_now_for ON waymark.case_audit_act_now USING btree (for_person) WHERE (answered_at IS NULL)

CREATE INDEX case_audit_act_now_of_audit ON waymark.case_audit_act_now USING btree (audit_id)

CREATE INDEX case_audit_act_now_open ON waymark.case_audit_act_now USING btree (child_id) WHERE (answered_at IS NULL)

CREATE INDEX case_audit_action_of_finding ON waymark.case_audit_action USING btree (finding_id)

CREATE INDEX case_audit_action_open ON waymark.case_audit_action USING btree (child_id) WHERE (verified_at IS NULL)

CREATE INDEX case_audit_action_owed ON waymark.case_audit_action USING btree (owner_id) WHERE (verified_at IS NULL)

CREATE INDEX case_audit_agreed_of_child ON waymark.case_audit_agreed USING btree (child_id)

CREATE INDEX case_audit_answer_of_child ON waymark.case_audit_answer USING btree (child_id)

CREATE INDEX case_audit_answer_of_outcome ON waymark.case_audit_answer USING btree (outcome_id) WHERE (outcome_id IS NOT NULL)

CREATE INDEX case_audit_eligible_in_order ON waymark.case_audit_eligible USING btree (round_id, drawn, place)

CREATE INDEX case_audit_feedback_of_audit ON waymark.case_audit_feedback USING btree (audit_id)

CREATE INDEX case_audit_feedback_of_child ON waymark.case_audit_feedback USING btree (child_id)

CREATE INDEX case_audit_finding_of_audit ON waymark.case_audit_finding USING btree (audit_id)

CREATE INDEX case_audit_finding_open ON waymark.case_audit_finding USING btree (child_id) WHERE (status = 'open'::text)

CREATE INDEX case_audit_of_auditor ON waymark.case_audit USING btree (auditor_id) WHERE (ended_at IS NULL)

CREATE INDEX case_audit_of_child ON waymark.case_audit USING btree (child_id)

CREATE INDEX case_audit_of_practitioner ON waymark.case_audit USING btree (practitioner_id) WHERE (ended_at IS NULL)

CREATE INDEX case_audit_of_second_auditor ON waymark.case_audit USING btree (second_auditor_id) WHERE (ended_at IS NULL)

CREATE INDEX case_audit_reading_of_audit ON waymark.case_audit_reading USING btree (audit_id)

CREATE INDEX case_audit_reflection_of_child ON waymark.case_audit_reflection USING btree (child_id)

CREATE INDEX case_audit_round_of_organisation ON waymark.case_audit_round USING btree (organisation_id, set_up_at DESC)

CREATE INDEX check_in_answer_of_child ON waymark.check_in_answer USING btree (child_id, outcome_id)

CREATE INDEX check_in_in_draft ON waymark.check_in USING btree (author_id, child_id) WHERE (status = 'draft'::text)

CREATE INDEX check_in_influence_of_child ON waymark.check_in_influence USING btree (child_id)

CREATE INDEX check_in_not_held_of_child ON waymark.check_in_not_held USING btree (child_id, on_day DESC)

CREATE INDEX check_in_not_held_to_count ON waymark.check_in_not_held USING btree (on_day, child_id)

CREATE INDEX check_in_occasion_of_child ON waymark.check_in_occasion USING btree (child_id, arranged_at DESC)

CREATE INDEX check_in_of_child ON waymark.check_in USING btree (child_id, shared_at DESC) WHERE (status = 'shared'::text)

CREATE INDEX check_in_to_count ON waymark.check_in USING btree (framework_version_id, shared_at, child_id) WHERE ((voice = 'young_person'::text) AND (status = ANY (ARRAY['shared'::text, 'withdrawn'::text])))

CREATE INDEX child_background_of_child ON waymark.child_background USING btree (child_id)

CREATE INDEX child_by_known_as ON waymark.child USING btree (organisation_id, known_as, id)

CREATE INDEX child_by_team ON waymark.child USING btree (team_id, known_as, id) WHERE (team_id IS NOT NULL)

CREATE INDEX child_identifier_of_child ON waymark.child_identifier USING btree (child_id)

CREATE INDEX child_key_by_key ON waymark.child_key USING gin (keys) WITH (fastupdate=off)

CREATE INDEX child_language_of_child ON waymark.child_language USING btree (child_id)

CREATE INDEX child_name_of_child ON waymark.child_name USING btree (child_id)

CREATE INDEX child_of_organisation ON waymark.child USING btree (organisation_id, id)

CREATE INDEX child_of_team ON waymark.child USING btree (team_id, id) WHERE (team_id IS NOT NULL)

CREATE INDEX clock_by_due ON waymark.clock USING btree (due_at, child_id) WHERE ((state = 'running'::text) AND (due_at IS NOT NULL))

CREATE INDEX clock_by_rule_row ON waymark.clock USING btree (rule_id) WHERE (rule_id IS NOT NULL)

CREATE INDEX clock_correction_of ON waymark.clock_correction USING btree (clock_id, changed_at)

CREATE INDEX clock_correction_of_child ON waymark.clock_correction USING btree (child_id)

CREATE INDEX clock_of_child ON waymark.clock USING btree (child_id, due_at) WHERE (state = ANY (ARRAY['running'::text, 'paused'::text]))

CREATE INDEX clock_of_child_all ON waymark.clock USING btree (child_id)

CREATE INDEX clock_of_rule ON waymark.clock USING btree (rule, child_id) WHERE (rule IS NOT NULL)

CREATE INDEX clock_pause_of ON waymark.clock_pause USING btree (clock_id)

CREATE INDEX clock_pause_of_child ON waymark.clock_pause USING btree (child_id)

CREATE INDEX clock_wait_to_count ON waymark.clock USING btree (rule, started_at, child_id) WHERE (rule IS NOT NULL)

CREATE INDEX come_back_of_child ON waymark.come_back USING btree (child_id, asked_at DESC)

CREATE INDEX complaint_of_child ON waymark.complaint USING btree (child_id, made_at DESC)

CREATE INDEX complaint_of_organisation ON waymark.complaint USING btree (organisation_id, state, stage_by)

CREATE INDEX complaint_step_of_child ON waymark.complaint_step USING btree (child_id)

CREATE INDEX complaint_step_of_complaint ON waymark.complaint_step USING btree (complaint_id, at)

CREATE INDEX complaint_with ON waymark.complaint USING btree (handler_id, stage_by) WHERE (state = ANY (ARRAY['open'::text, 'answered'::text]))

CREATE INDEX concern_decision_of_child ON waymark.concern_decision USING btree (child_id)

CREATE INDEX concern_decision_of_concern ON waymark.concern_decision USING btree (concern_id, decided_at DESC)

CREATE INDEX concern_indicator_of_child ON waymark.concern_indicator USING btree (child_id)

CREATE INDEX concern_look_asked ON waymark.concern USING btree (look_asked_of) WHERE (look_asked_of IS NOT NULL)

CREATE INDEX concern_look_of_child ON waymark.concern_look USING btree (child_id)

CREATE INDEX concern_of_child ON waymark.concern USING btree (child_id, recorded_at)

CREATE INDEX concern_pending ON waymark.concern USING btree (child_id) WHERE (state = 'pending'::text)

CREATE INDEX concern_pending_by_age ON waymark.concern USING btree (recorded_at, child_id) WHERE (state = 'pending'::text)

CREATE INDEX concern_response_of_child ON waymark.concern_response USING btree (child_id)

CREATE INDEX concern_response_of_concern ON waymark.concern_response USING btree (concern_id, on_day)

CREATE INDEX consent_use_of_child ON waymark.consent_use USING btree (child_id, use) WHERE (withdrawn_at IS NULL)

CREATE INDEX contact_rule_of_child ON waymark.contact_rule USING btree (child_id)

CREATE INDEX contact_safety_of_child ON waymark.contact_safety USING btree (child_id)

CREATE INDEX contact_way_of_child ON waymark.contact_way USING btree (child_id) WHERE (ended_at IS NULL)

CREATE INDEX correction_decision_of ON waymark.correction_decision USING btree (correction_id, decided_at)

CREATE INDEX correction_decision_of_child ON waymark.correction_decision USING btree (child_id)

CREATE INDEX correction_of_child ON waymark.correction USING btree (child_id, written_at)

CREATE INDEX cross_border_contact_of_child ON waymark.cross_border_contact USING btree (child_id)

CREATE INDEX date_of_birth_of_child ON waymark.date_of_birth_claim USING btree (child_id)

CREATE INDEX duty_fallback_of_organisation ON waymark.duty_fallback USING btree (organisation_id, from_at DESC)

CREATE INDEX duty_notice_due ON waymark.duty_notice USING btree (organisation_id, next_try_at) WHERE (status = 'waiting'::text)

CREATE INDEX duty_turn_of_organisation ON waymark.duty_turn USING btree (organisation_id, until_at)

CREATE INDEX exploitation_situation_of_child ON waymark.exploitation_situation USING btree (child_id)

CREATE INDEX feedback_on_us_of_organisation ON waymark.feedback_on_us USING btree (organisation_id, said_at DESC)

CREATE INDEX first_responder_of_organisation ON waymark.first_responder_setting USING btree (organisation_id, set_at DESC)

CREATE INDEX framework_version_in_use ON waymark.framework_version USING btree (status, published_at DESC)

CREATE INDEX gallery_work_in_place ON waymark.gallery_work USING btree (place, shown_at DESC) WHERE (withdrawn_at IS NULL)

CREATE INDEX gallery_work_of_child ON waymark.gallery_work USING btree (child_id)

CREATE INDEX group_member_of_child ON waymark.group_member USING btree (child_id)

CREATE INDEX group_session_of_opportunity ON waymark.group_session USING btree (opportunity_id)

CREATE INDEX group_session_of_organisation ON waymark.group_session USING btree (organisation_id, held_on DESC)

CREATE INDEX guidance_text_owned ON waymark.guidance_text USING btree (owner_id, review_on)

CREATE INDEX help_place_of_organisation ON waymark.help_place USING btree (organisation_id)

CREATE INDEX import_run_of_organisation ON waymark.import_run USING btree (organisation_id, started_at DESC)

CREATE INDEX indicator_of_outcome ON waymark.indicator USING btree (outcome_id, "position")

CREATE INDEX invitation_of_child ON waymark.invitation USING btree (child_id)

CREATE INDEX invite_safety_of_child ON waymark.invite_safety USING btree (child_id) WHERE (ended_at IS NULL)

CREATE INDEX lead_appointment_of_organisation ON waymark.lead_appointment USING btree (organisation_id, person_id)

CREATE INDEX ledger_replies_by ON waymark.ledger_step USING btree (by_id, at DESC) WHERE (kind = 'replied'::text)

CREATE INDEX ledger_step_of_child ON waymark.ledger_step USING btree (child_id)

CREATE INDEX ledger_step_of_receipt ON waymark.ledger_step USING btree (receipt_id, at)

CREATE INDEX ledger_went_up_to ON waymark.ledger_step USING btree (to_id, at DESC) WHERE (kind = 'went_up'::text)

CREATE INDEX legal_deadline_of_child ON waymark.legal_deadline USING btree (child_id, due_on)

CREATE INDEX legal_help_wanted ON waymark.legal_help USING btree (child_id) WHERE ((wants = 'yes'::text) AND (has <> 'yes'::text))

CREATE INDEX linked_referral_of_child ON waymark.linked_referral USING btree (child_id, kind)

CREATE INDEX loved_contact_of_child ON waymark.loved_contact USING btree (child_id)

CREATE INDEX loved_contact_of_plan ON waymark.loved_contact USING btree (plan_id, asked_at)

CREATE INDEX loved_plan_of_child ON waymark.loved_plan USING btree (child_id, review_on)

CREATE INDEX loved_step_of_child ON waymark.loved_step USING btree (child_id)

CREATE INDEX loved_step_of_plan ON waymark.loved_step USING btree (plan_id, by_day)

CREATE INDEX meeting_after_of_child ON waymark.meeting_after USING btree (child_id)

CREATE INDEX meeting_line_of_child ON waymark.meeting_line USING btree (child_id)

CREATE INDEX meeting_line_of_meeting ON waymark.meeting_line USING btree (meeting_id, written_at)

CREATE INDEX meeting_of_child ON waymark.meeting USING btree (child_id, on_day DESC)

CREATE INDEX mended_text_of_language ON waymark.mended_text USING btree (language, place, number DESC)

CREATE INDEX missed_chance_learning_of ON waymark.missed_chance_learning USING btree (missed_chance_id)

CREATE INDEX missed_chance_learning_of_child ON waymark.missed_chance_learning USING btree (child_id)

CREATE INDEX missed_chance_learning_owed ON waymark.missed_chance_learning USING btree (owner_id) WHERE (trained_on IS NULL)

CREATE INDEX missed_chance_of_child ON waymark.missed_chance USING btree (child_id)

CREATE INDEX missed_chance_open ON waymark.missed_chance USING btree (child_id) WHERE (ended_at IS NULL)

CREATE UNIQUE INDEX named_once ON waymark.behind_the_wall USING btree (child_id, person_id) WHERE (ended_at IS NULL)

CREATE INDEX notice_due ON waymark.notice USING btree (next_try_at) WHERE (status = ANY (ARRAY['waiting'::text, 'leaving'::text]))

CREATE INDEX notice_of_child ON waymark.notice USING btree (child_id, queued_at DESC)

CREATE INDEX nrm_answer_of_child ON waymark.nrm_answer USING btree (child_id)

CREATE INDEX nrm_decision_of_child ON waymark.nrm_decision USING btree (child_id)

CREATE INDEX nrm_decision_of_referral ON waymark.nrm_decision USING btree (referral_id, decided_on)

CREATE INDEX nrm_evidence_of_child ON waymark.nrm_evidence USING btree (child_id)

CREATE INDEX nrm_evidence_of_referral ON waymark.nrm_evidence USING btree (referral_id, added_at)

CREATE INDEX nrm_referral_of_child ON waymark.nrm_referral USING btree (child_id, begun_at DESC)

CREATE INDEX nrm_review_of_child ON waymark.nrm_review USING btree (child_id)

CREATE INDEX nrm_review_of_referral ON waymark.nrm_review USING btree (referral_id, reviewed_at DESC)

CREATE INDEX nrm_view_of_child ON waymark.nrm_view USING btree (child_id)

CREATE UNIQUE INDEX one_agency_view_of_somebody ON waymark.agency_view_of_person USING btree (child_id, organisation_id, about_matters_id) WHERE (about_matters_id IS NOT NULL)

CREATE UNIQUE INDEX one_agency_view_of_staff ON waymark.agency_view_of_person USING btree (child_id, organisation_id, about_staff_id) WHERE (about_staff_id IS NOT NULL)

CREATE UNIQUE INDEX one_agreed_view_for_each ON waymark.case_audit_agreed USING btree (audit_id, outcome_id, question) NULLS NOT DISTINCT

CREATE UNIQUE INDEX one_answer_for_each ON waymark.case_audit_answer USING btree (reading_id, outcome_id, question) NULLS NOT DISTINCT

CREATE UNIQUE INDEX one_at_a_time ON waymark.somebody_now USING btree (child_id) WHERE (state <> 'ended'::text)

CREATE UNIQUE INDEX one_clock_of_a_rule_about ON waymark.clock USING btree (about_id, rule, about_kind) WHERE (rule IS NOT NULL)

CREATE UNIQUE INDEX one_complaint_for_a_file ON waymark.complaint USING btree (file_id) WHERE (file_id IS NOT NULL)

CREATE UNIQUE INDEX one_consent_for_a_use ON waymark.consent_use USING btree (subject, subject_id, use) WHERE (withdrawn_at IS NULL)

CREATE UNIQUE INDEX one_decision_of_a_kind ON waymark.nrm_decision USING btree (referral_id, kind) WHERE ((set_aside_at IS NULL) AND (NOT again) AND (kind <> 'other'::text))

CREATE UNIQUE INDEX one_draft_on_an_occasion ON waymark.check_in USING btree (child_id, author_id, voice, occasion_id) NULLS NOT DISTINCT WHERE (status = 'draft'::text)

CREATE UNIQUE INDEX one_entry_for_a_worker ON waymark.person_who_matters USING btree (child_id, staff_id) WHERE ((staff_id IS NOT NULL) AND (ended_at IS NULL))

CREATE UNIQUE INDEX one_meaning_for_a_word ON waymark.own_meaning USING btree (child_id, lower(word))

CREATE UNIQUE INDEX one_notice_waits ON waymark.notice USING btree (child_id) WHERE (status = 'waiting'::text)

CREATE UNIQUE INDEX one_of_each_at_a_time ON waymark.linked_referral USING btree (child_id, kind) WHERE (state = ANY (ARRAY['preparing'::text, 'sent'::text]))

CREATE UNIQUE INDEX one_open_doubt ON waymark.age_doubt USING btree (child_id) WHERE (outcome = ANY (ARRAY['open'::text, 'challenged'::text]))

CREATE UNIQUE INDEX one_open_pause ON waymark.clock_pause USING btree (clock_id) WHERE (resumed_at IS NULL)

CREATE UNIQUE INDEX one_open_request ON waymark.assessment_sign_off USING btree (assessment_id) WHERE (answer IS NULL)

CREATE UNIQUE INDEX one_option_does_nothing ON waymark.assessment_option USING btree (assessment_id) WHERE (does_nothing AND (taken_off_at IS NULL))

CREATE UNIQUE INDEX one_part_at_a_time ON waymark.allocation USING btree (child_id, person_id, part) WHERE (ended_on IS NULL)

CREATE UNIQUE INDEX one_part_for_a_file ON waymark.statement_part USING btree (file_id) WHERE (file_id IS NOT NULL)

CREATE UNIQUE INDEX one_photo_of_somebody ON waymark.photo_of_somebody USING btree (matters_id) WHERE (taken_away_at IS NULL)

CREATE UNIQUE INDEX one_photo_of_staff ON waymark.staff_photo USING btree (person_id) WHERE (taken_away_at IS NULL)

CREATE UNIQUE INDEX one_recount_at_a_time ON waymark.clock_recount USING btree (organisation_id) WHERE (ended_at IS NULL)

CREATE UNIQUE INDEX one_referral_in_hand ON waymark.nrm_referral USING btree (child_id) WHERE (state = ANY (ARRAY['preparing'::text, 'in_review'::text, 'ready'::text]))

CREATE UNIQUE INDEX one_review_to_come ON waymark.assessment_review USING btree (assessment_id) WHERE (completed_at IS NULL)

CREATE UNIQUE INDEX one_row_for_each_effect ON waymark.assessment_impact USING btree (option_id, group_id, article, outcome_id) WHERE (taken_off_at IS NULL)

CREATE UNIQUE INDEX one_rule_for_somebody ON waymark.contact_rule USING btree (matters_id) WHERE (ended_at IS NULL)

CREATE UNIQUE INDEX one_step_for_a_file ON waymark.ledger_step USING btree (file_id) WHERE (file_id IS NOT NULL)

CREATE UNIQUE INDEX one_stop_a_voice ON waymark.contact_stop USING btree (child_id, voice) WHERE (lifted_at IS NULL)

CREATE UNIQUE INDEX one_time_at_a_time ON waymark.trusted_time USING btree (matters_id) WHERE (ended_at IS NULL)

CREATE UNIQUE INDEX one_view_of_somebody ON waymark.own_view_of_person USING btree (child_id, about_matters_id) WHERE (about_matters_id IS NOT NULL)

CREATE UNIQUE INDEX one_view_of_staff ON waymark.own_view_of_person USING btree (child_id, about_staff_id) WHERE (about_staff_id IS NOT NULL)

CREATE UNIQUE INDEX one_wait_at_a_time ON waymark.process_wait USING btree (process_id) WHERE (ended_on IS NULL)

CREATE UNIQUE INDEX one_way_once ON waymark.contact_way USING btree (child_id, channel, lower(address)) WHERE (ended_at IS NULL)

CREATE INDEX opportunity_answer_of_child ON waymark.opportunity_answer USING btree (child_id)

CREATE INDEX opportunity_of_organisation ON waymark.opportunity USING btree (organisation_id, starts_at)

CREATE INDEX opportunity_reply_of_answer ON waymark.opportunity_reply USING btree (answer_id)

CREATE INDEX opportunity_reply_of_child ON waymark.opportunity_reply USING btree (child_id)

CREATE INDEX organisation_file_by_key ON waymark.organisation_file USING btree (key_id)

CREATE INDEX organisation_file_of_organisation ON waymark.organisation_file USING btree (organisation_id)

CREATE INDEX own_goal_event_of_child ON waymark.own_goal_event USING btree (child_id)

CREATE INDEX own_goal_event_of_goal ON waymark.own_goal_event USING btree (goal_id, on_day, happened_at)

CREATE INDEX own_goal_of_child ON waymark.own_goal USING btree (child_id, set_on)

CREATE INDEX passkey_of_person ON waymark.passkey USING btree (person_id)

CREATE INDEX person_away_of_person ON waymark.person_away USING btree (person_id, until_day)

CREATE INDEX person_of_organisation ON waymark.person USING btree (organisation_id, role)

CREATE INDEX person_who_matters_of_child ON waymark.person_who_matters USING btree (child_id)

CREATE INDEX photo_of_somebody_of_child ON waymark.photo_of_somebody USING btree (child_id)

CREATE INDEX pin_device_of_person ON waymark.pin_device USING btree (person_id) WHERE (forgotten_at IS NULL)

CREATE INDEX place_of_learning_of_child ON waymark.place_of_learning USING btree (child_id, began_on)

CREATE INDEX plan_action_of ON waymark.plan_action USING btree (plan_id)

CREATE INDEX plan_action_of_child ON waymark.plan_action USING btree (child_id)

CREATE INDEX plan_action_open ON waymark.plan_action USING btree (due_on, child_id) WHERE (state = 'open'::text)

CREATE INDEX plan_action_owner ON waymark.plan_action USING btree (owner_id) WHERE (state = 'open'::text)

CREATE INDEX plan_asked ON waymark.plan USING btree (opened_at, child_id) WHERE (state = 'asked'::text)

CREATE INDEX plan_conflict_of ON waymark.plan_conflict USING btree (plan_id)

CREATE INDEX plan_conflict_of_child ON waymark.plan_conflict USING btree (child_id)

CREATE INDEX plan_conflict_open ON waymark.plan_conflict USING btree (raised_at, child_id) WHERE (settled_at IS NULL)

CREATE INDEX plan_goal_of_child ON waymark.plan_goal USING btree (child_id)

CREATE INDEX plan_goal_of_outcome ON waymark.plan_goal USING btree (outcome_id)

CREATE INDEX plan_goal_of_own ON waymark.plan_goal USING btree (own_goal_id)

CREATE INDEX plan_of_child ON waymark.plan USING btree (child_id)

CREATE INDEX plan_plain_of_child ON waymark.plan_plain USING btree (child_id)

CREATE INDEX plan_said_of ON waymark.plan_said USING btree (plan_id, written_at)

CREATE INDEX plan_said_of_child ON waymark.plan_said USING btree (child_id)

CREATE INDEX plan_text_of_child ON waymark.plan_text USING btree (child_id)

CREATE INDEX process_asylum ON waymark.process USING btree (child_id) WHERE ((system = 'asylum'::text) AND (state <> 'ended'::text))

CREATE INDEX process_by_age ON waymark.process USING btree (confirmed_at, child_id) WHERE (state <> 'ended'::text)

CREATE INDEX process_demand_of_child ON waymark.process_demand USING btree (child_id, on_day)

CREATE INDEX process_of_child ON waymark.process USING btree (child_id)

CREATE INDEX process_text_of_child ON waymark.process_text USING btree (child_id)

CREATE INDEX process_wait_of_child ON waymark.process_wait USING btree (child_id, began_on)

CREATE INDEX protection_step_of_child ON waymark.protection_step USING btree (child_id, kind)

CREATE UNIQUE INDEX read_once_by_each ON waymark.complaint_step USING btree (complaint_id, by_id) WHERE (kind = 'read'::text)

CREATE INDEX receipt_late ON waymark.receipt USING btree (organisation_id, answer_by) WHERE (state = 'waiting'::text)

CREATE INDEX receipt_of_child ON waymark.receipt USING btree (child_id, sent_at DESC)

CREATE INDEX receipt_to_come_back ON waymark.receipt USING btree (organisation_id, answer_by) WHERE ((subject = 'come_back'::text) AND (state = 'waiting'::text))

CREATE INDEX receipt_waiting_on ON waymark.receipt USING btree (answerer_id, answer_by) WHERE (state = 'waiting'::text)

CREATE INDEX review_check_of ON waymark.review_check USING btree (organisation_id, kind, about, checked_on DESC)

CREATE INDEX review_to_come ON waymark.assessment_review USING btree (due_on) WHERE (completed_at IS NULL)

CREATE INDEX reviewer_appointment_of_organisation ON waymark.reviewer_appointment USING btree (organisation_id, person_id)

CREATE INDEX row_history_of_child ON waymark.row_history USING btree (child_id, replaced_at DESC)

CREATE INDEX row_history_of_row ON waymark.row_history USING btree (table_name, row_id, version)

CREATE INDEX sent_form_by_age ON waymark.sent_form USING btree (sent_at)

CREATE INDEX session_of_person ON waymark.session USING btree (person_id) WHERE (ended_at IS NULL)

CREATE INDEX session_quote_of_child ON waymark.session_quote USING btree (child_id)

CREATE INDEX session_quote_of_session ON waymark.session_quote USING btree (session_id)

CREATE INDEX session_quote_shown ON waymark.session_quote USING btree (level, said_at DESC) WHERE (state = 'yes'::text)

CREATE INDEX sessions_ended_of_child ON waymark.sessions_ended USING btree (child_id, ended_at DESC)

CREATE INDEX setting_suggestion_of_child ON waymark.setting_suggestion USING btree (child_id, suggested_at DESC)

CREATE INDEX sharing_narrowed ON waymark.sharing_choice USING btree (kind, child_id) WHERE (choice <> 'everyone'::text)

CREATE INDEX shown_line_of_child ON waymark.shown_line USING btree (child_id)

CREATE UNIQUE INDEX shown_once_in_a_place ON waymark.gallery_work USING btree (consent_id, place) WHERE (withdrawn_at IS NULL)

CREATE INDEX sign_in_attempt_by_address ON waymark.sign_in_attempt USING btree (address, at DESC)

CREATE INDEX sign_in_attempt_by_name ON waymark.sign_in_attempt USING btree (user_name_hash, at DESC)

CREATE INDEX sign_in_attempt_by_time ON waymark.sign_in_attempt USING btree (at)

CREATE INDEX situation_element_of_child ON waymark.situation_element USING btree (child_id)

CREATE INDEX situation_form_of_child ON waymark.situation_form USING btree (child_id)

CREATE INDEX somebody_now_of_child ON waymark.somebody_now USING btree (child_id, sent_at DESC)

CREATE INDEX somebody_now_open ON waymark.somebody_now USING btree (organisation_id, asked_at) WHERE (state <> 'ended'::text)

CREATE INDEX somebody_now_step_of_child ON waymark.somebody_now_step USING btree (child_id)

CREATE INDEX somebody_now_step_of_signal ON waymark.somebody_now_step USING btree (signal_id, at)

CREATE INDEX staff_photo_by_key ON waymark.staff_photo USING btree (key_id)

CREATE INDEX statement_beside_of_child ON waymark.statement_beside USING btree (child_id)

CREATE INDEX statement_beside_of_part ON waymark.statement_beside USING btree (part_id, written_at)

CREATE INDEX statement_in_draft ON waymark.statement USING btree (author_id, started_at DESC) WHERE (status = 'draft'::text)

CREATE INDEX statement_not_said_of_beside ON waymark.statement_not_said USING btree (beside_id)

CREATE INDEX statement_not_said_of_child ON waymark.statement_not_said USING btree (child_id)

CREATE INDEX statement_of_child ON waymark.statement USING btree (child_id, sent_at DESC) WHERE (status = ANY (ARRAY['sent'::text, 'withdrawn'::text]))

CREATE INDEX statement_opening_of_child ON waymark.statement_opening USING btree (child_id)

CREATE INDEX statement_part_of_child ON waymark.statement_part USING btree (child_id)

CREATE INDEX statement_part_of_statement ON waymark.statement_part USING btree (statement_id, made_at)

CREATE INDEX statement_passed_on_of_child ON waymark.statement_passed_on USING btree (child_id)

CREATE INDEX statement_recipient_of_child ON waymark.statement_recipient USING btree (child_id)

CREATE INDEX statement_recipient_of_person ON waymark.statement_recipient USING btree (person_id, child_id) WHERE (NOT taken_out)

CREATE INDEX stored_file_by_key ON waymark.stored_file USING btree (key_id)

CREATE INDEX stored_file_of_child ON waymark.stored_file USING btree (child_id)

CREATE INDEX stored_file_piece_of_child ON waymark.stored_file_piece USING btree (child_id)

CREATE INDEX stored_file_waiting ON waymark.stored_file USING btree (made_at) WHERE (scan = 'waiting'::text)

CREATE INDEX text_recording_at_the_door ON waymark.text_recording USING btree (language, place, number DESC) WHERE (place ~ '^door'::text)

CREATE INDEX text_recording_of_place ON waymark.text_recording USING btree (organisation_id, language, place, number DESC)

CREATE INDEX trusted_adult_of_child ON waymark.person_who_matters USING btree (child_id) WHERE (trusted_adult AND (ended_at IS NULL))

CREATE INDEX trusted_time_of_child ON waymark.trusted_time USING btree (child_id, began_at)

CREATE INDEX waiting_words_of_child ON waymark.waiting_words USING btree (child_id)

CREATE INDEX walled_note_of_child ON waymark.walled_note USING btree (child_id, on_day)

CREATE INDEX way_in_code_of_person ON waymark.way_in_code USING btree (person_id, given_at DESC)

CREATE UNIQUE INDEX way_in_code_one_open ON waymark.way_in_code USING btree (person_id) WHERE ((used_at IS NULL) AND (ended_at IS NULL))

CREATE UNIQUE INDEX way_in_code_open ON waymark.way_in_code USING btree (code_hash) WHERE ((used_at IS NULL) AND (ended_at IS NULL))

CREATE INDEX word_given_to ON waymark.word_given USING btree (child_id, at DESC)

CREATE INDEX word_wished ON waymark.word_wish USING btree (child_id) WHERE (often <> 'never'::text)

CREATE INDEX wording_advice_counted ON waymark.wording_advice USING btree (organisation_id, advised_at)

CREATE INDEX wording_advice_of_batch ON waymark.wording_advice USING btree (batch)

CREATE INDEX wording_advice_of_child ON waymark.wording_advice USING btree (child_id)

CREATE INDEX wording_advice_of_person ON waymark.wording_advice USING btree (person_id, advised_at DESC) WHERE (state = 'open'::text)

CREATE INDEX wording_advice_of_text ON waymark.wording_advice USING btree (child_id, path, field)

CREATE INDEX wording_look_of ON waymark.wording_look USING btree (organisation_id, on_day)

-- Policies ----------------------------------------------------------------------------------

waymark.about_me: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = about_me.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = about_me.child_id)))

waymark.about_me: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = about_me.child_id)))

waymark.about_me: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.about_me: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.about_me: shared_as_they_say as restrictive for select to waymark_app
  using (NOT (child_id IN ( SELECT waymark.kept_back('words'::text) AS kept_back)))

waymark.about_me: statistics_count for select to waymark_statistics
  using true

waymark.about_me: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.about_me: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = about_me.child_id))))

waymark.access_event: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = access_event.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = access_event.child_id)))

waymark.access_event: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = access_event.child_id)))

waymark.access_event: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.access_event: of_a_request_of_the_child as restrictive for insert to waymark_app
  with check (EXISTS ( SELECT
   FROM waymark.access_request r
  WHERE ((r.id = access_event.request_id) AND (r.child_id = access_event.child_id) AND (r.asked_on <= access_event.on_day))))

waymark.access_event: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.access_event: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.access_event: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.access_event: statistics_read for select to waymark_statistics
  using true

waymark.access_event: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.access_event: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = access_event.child_id))))

waymark.access_request: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = access_request.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = access_request.child_id)))

waymark.access_request: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = access_request.child_id)))

waymark.access_request: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.access_request: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.access_request: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.access_request: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.access_request: statistics_read for select to waymark_statistics
  using true

waymark.access_request: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.access_request: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = access_request.child_id))))

waymark.age_doubt: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = age_doubt.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = age_doubt.child_id)))

waymark.age_doubt: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = age_doubt.child_id)))

waymark.age_doubt: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.age_doubt: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.age_doubt: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.age_doubt: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.age_doubt: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.age_doubt: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = age_doubt.child_id))))

waymark.agency_view_of_person: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = agency_view_of_person.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = agency_view_of_person.child_id)))

waymark.agency_view_of_person: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = agency_view_of_person.child_id)))

waymark.agency_view_of_person: not_before_it_is_told as restrictive for select to waymark_app
  using (((( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text) OR (told_on IS NOT NULL)) AND (about_staff_id IS DISTINCT FROM ( SELECT waymark.actor_id() AS actor_id)))

waymark.agency_view_of_person: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.agency_view_of_person: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.agency_view_of_person: staff_change as restrictive for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text) AND (about_staff_id IS DISTINCT FROM ( SELECT waymark.actor_id() AS actor_id)) AND (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)))

waymark.agency_view_of_person: staff_say as restrictive for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text) AND (about_staff_id IS DISTINCT FROM ( SELECT waymark.actor_id() AS actor_id)) AND (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)))

waymark.agency_view_of_person: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.agency_view_of_person: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = agency_view_of_person.child_id))))

waymark.allocation: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = allocation.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = allocation.child_id)))

waymark.allocation: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = allocation.child_id)))

waymark.allocation: keeper_reads for select to waymark_keeper
  using true

waymark.allocation: managers_allocate as restrictive for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['manager'::text, 'system'::text])) OR ((person_id = ( SELECT waymark.actor_id() AS actor_id)) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE ((c.id = allocation.child_id) AND (c.opened_by = ( SELECT waymark.actor_id() AS actor_id)) AND (c.opened_at = now()))))))

waymark.allocation: managers_end as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['manager'::text, 'system'::text]))

waymark.allocation: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.allocation: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.allocation: reach_reads for select to waymark_reach
  using true

waymark.allocation: statistics_count for select to waymark_statistics
  using true

waymark.allocation: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.allocation: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = allocation.child_id))))

waymark.appointment: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = appointment.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = appointment.child_id)))

waymark.appointment: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = appointment.child_id)))

waymark.appointment: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.appointment: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.appointment: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.appointment: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.appointment: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.appointment: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = appointment.child_id))))

waymark.appointment_answer: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = appointment_answer.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = appointment_answer.child_id)))

waymark.appointment_answer: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = appointment_answer.child_id)))

waymark.appointment_answer: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.appointment_answer: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.appointment_answer: theirs_to_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text)

waymark.appointment_answer: theirs_to_say as restrictive for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text) AND (EXISTS ( SELECT
   FROM waymark.appointment a
  WHERE ((a.id = appointment_answer.appointment_id) AND (a.child_id = appointment_answer.child_id)))))

waymark.appointment_answer: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.appointment_answer: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = appointment_answer.child_id))))

waymark.appointment_change: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = appointment_change.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = appointment_change.child_id)))

waymark.appointment_change: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = appointment_change.child_id)))

waymark.appointment_change: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.appointment_change: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.appointment_change: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.appointment_change: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.appointment_change: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = appointment_change.child_id))))

waymark.asked_not_about: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = asked_not_about.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = asked_not_about.child_id)))

waymark.asked_not_about: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = asked_not_about.child_id)))

waymark.asked_not_about: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.asked_not_about: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.asked_not_about: theirs_to_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text)

waymark.asked_not_about: theirs_to_make as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text)

waymark.asked_not_about: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.asked_not_about: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = asked_not_about.child_id))))

waymark.assessment: own_organisation_reads for select to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text, 'auditor'::text])))

waymark.assessment: policy_leads_begin for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text])) AND (begun_by = ( SELECT waymark.actor_id() AS actor_id)))

waymark.assessment: policy_leads_write for update to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text])))

waymark.assessment_evidence: follows_assessment for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_evidence.assessment_id)))

waymark.assessment_evidence: policy_leads_add for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text])) AND (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_evidence.assessment_id))))

waymark.assessment_evidence: policy_leads_change for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text])) AND (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_evidence.assessment_id))))

waymark.assessment_group: follows_assessment for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_group.assessment_id)))

waymark.assessment_group: policy_leads_add for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text])) AND (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_group.assessment_id))))

waymark.assessment_group: policy_leads_change for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text])) AND (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_group.assessment_id))))

waymark.assessment_impact: follows_assessment for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_impact.assessment_id)))

waymark.assessment_impact: policy_leads_add for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text])) AND (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_impact.assessment_id))))

waymark.assessment_impact: policy_leads_change for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text])) AND (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_impact.assessment_id))))

waymark.assessment_involvement: follows_assessment for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_involvement.assessment_id)))

waymark.assessment_involvement: policy_leads_add for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text])) AND (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_involvement.assessment_id))))

waymark.assessment_involvement: policy_leads_change for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text])) AND (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_involvement.assessment_id))))

waymark.assessment_measure: follows_assessment for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_measure.assessment_id)))

waymark.assessment_measure: policy_leads_add for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text])) AND (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_measure.assessment_id))))

waymark.assessment_measure: policy_leads_change for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text])) AND (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_measure.assessment_id))))

waymark.assessment_option: follows_assessment for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_option.assessment_id)))

waymark.assessment_option: policy_leads_add for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text])) AND (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_option.assessment_id))))

waymark.assessment_option: policy_leads_change for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text])) AND (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_option.assessment_id))))

waymark.assessment_published: everybody_reads for select to public
  using true

waymark.assessment_published: managers_publish for insert to waymark_app
  with check ((signed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (( SELECT waymark.actor_role() AS actor_role) = 'manager'::text) AND (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_published.assessment_id))))

waymark.assessment_review: everybody_knows_the_date for select to waymark_door
  using true

waymark.assessment_review: follows_assessment for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_review.assessment_id)))

waymark.assessment_review: keeper_sets for all to waymark_keeper
  using true
  with check true

waymark.assessment_review: policy_leads_review for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text])) AND (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_review.assessment_id))))

waymark.assessment_review_finding: follows_assessment for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_review_finding.assessment_id)))

waymark.assessment_review_finding: policy_leads_add for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text])) AND (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_review_finding.assessment_id))))

waymark.assessment_review_finding: policy_leads_change for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text])) AND (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_review_finding.assessment_id))))

waymark.assessment_sign_off: follows_assessment for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_sign_off.assessment_id)))

waymark.assessment_sign_off: managers_answer for update to waymark_app
  using ((answer IS NULL) AND (( SELECT waymark.actor_role() AS actor_role) = 'manager'::text) AND (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_sign_off.assessment_id))))
  with check (answered_by = ( SELECT waymark.actor_id() AS actor_id))

waymark.assessment_sign_off: policy_leads_ask for insert to waymark_app
  with check ((asked_by = ( SELECT waymark.actor_id() AS actor_id)) AND (answer IS NULL) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text])) AND (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_sign_off.assessment_id))))

waymark.assessment_words: follows_assessment for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_words.assessment_id)))

waymark.assessment_words: policy_leads_add for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text])) AND (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_words.assessment_id))))

waymark.assessment_words: policy_leads_change for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text])) AND (EXISTS ( SELECT
   FROM waymark.assessment a
  WHERE (a.id = assessment_words.assessment_id))))

waymark.assessment_words: printed_and_not_taken_back for select to waymark_door
  using ((taken_back_at IS NULL) AND (EXISTS ( SELECT
   FROM waymark.assessment_words_printed p
  WHERE (p.words_id = assessment_words.id))))

waymark.assessment_words_printed: everybody_knows for select to public
  using true

waymark.assessment_words_printed: keeper_prints for insert to waymark_keeper
  with check true

waymark.audit_entry: at_the_door for insert to waymark_door
  with check true

waymark.audit_entry: own_acts for insert to waymark_app
  with check (actor_id = ( SELECT waymark.actor_id() AS actor_id))

waymark.audit_entry: reach_reads for select to waymark_reach
  using true

waymark.audit_entry: sealer_reads for select to waymark_sealer
  using true

waymark.bank_holiday: holidays_are_known for select to waymark_app
  using (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation))

waymark.bank_holiday: managers_name_holidays for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['manager'::text, 'system'::text])))

waymark.bank_holiday: reach_reads for select to waymark_reach
  using true

waymark.barrier: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = barrier.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = barrier.child_id)))

waymark.barrier: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = barrier.child_id)))

waymark.barrier: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.barrier: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.barrier: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.barrier: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.barrier: statistics_read for select to waymark_statistics
  using (use_level = ANY (ARRAY['counted'::text, 'words'::text]))

waymark.barrier: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.barrier: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = barrier.child_id))))

waymark.behind_the_wall: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = behind_the_wall.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = behind_the_wall.child_id)))

waymark.behind_the_wall: ended_by_those_within as restrictive for update to waymark_app
  using ((ended_at IS NULL) AND waymark.within_the_wall(child_id))
  with check true

waymark.behind_the_wall: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = behind_the_wall.child_id)))

waymark.behind_the_wall: named_by_those_within as restrictive for insert to waymark_app
  with check ((named_by = ( SELECT waymark.actor_id() AS actor_id)) AND (named_at = now()) AND (ended_at IS NULL) AND waymark.may_be_within(child_id, person_id) AND (waymark.within_the_wall(child_id) OR ((person_id = ( SELECT waymark.actor_id() AS actor_id)) AND waymark.nobody_within_the_wall(child_id))))

waymark.behind_the_wall: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.behind_the_wall: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.behind_the_wall: reach_reads for select to waymark_reach
  using true

waymark.behind_the_wall: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.behind_the_wall: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.behind_the_wall: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.behind_the_wall: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = behind_the_wall.child_id))))

waymark.best_interests: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = best_interests.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = best_interests.child_id)))

waymark.best_interests: finished_by_oneself as restrictive for update to waymark_app
  using true
  with check ((completed_by IS NULL) OR (completed_at < now()) OR (completed_by = ( SELECT waymark.actor_id() AS actor_id)))

waymark.best_interests: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = best_interests.child_id)))

waymark.best_interests: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.best_interests: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.best_interests: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.best_interests: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text, 'system'::text]))

waymark.best_interests: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.best_interests: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.best_interests: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = best_interests.child_id))))

waymark.best_interests_dissent: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = best_interests_dissent.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = best_interests_dissent.child_id)))

waymark.best_interests_dissent: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = best_interests_dissent.child_id)))

waymark.best_interests_dissent: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.best_interests_dissent: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.best_interests_dissent: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.best_interests_dissent: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text, 'system'::text]))

waymark.best_interests_dissent: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.best_interests_dissent: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.best_interests_dissent: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = best_interests_dissent.child_id))))

waymark.best_interests_heard: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = best_interests_heard.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = best_interests_heard.child_id)))

waymark.best_interests_heard: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = best_interests_heard.child_id)))

waymark.best_interests_heard: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.best_interests_heard: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.best_interests_heard: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.best_interests_heard: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text, 'system'::text]))

waymark.best_interests_heard: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.best_interests_heard: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.best_interests_heard: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = best_interests_heard.child_id))))

waymark.best_interests_option: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = best_interests_option.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = best_interests_option.child_id)))

waymark.best_interests_option: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = best_interests_option.child_id)))

waymark.best_interests_option: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.best_interests_option: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.best_interests_option: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.best_interests_option: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text, 'system'::text]))

waymark.best_interests_option: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.best_interests_option: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.best_interests_option: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = best_interests_option.child_id))))

waymark.care_episode: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = care_episode.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = care_episode.child_id)))

waymark.care_episode: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = care_episode.child_id)))

waymark.care_episode: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.care_episode: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.care_episode: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.care_episode: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = care_episode.child_id))))

waymark.care_review: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = care_review.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = care_review.child_id)))

waymark.care_review: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = care_review.child_id)))

waymark.care_review: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.care_review: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.care_review: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.care_review: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = care_review.child_id))))

waymark.case_audit: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit.child_id)))

waymark.case_audit: managers_and_auditors_change as restrictive for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = 'manager'::text) OR (auditor_id = ( SELECT waymark.actor_id() AS actor_id)))

waymark.case_audit: managers_draw as restrictive for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = 'manager'::text) AND (EXISTS ( SELECT
   FROM waymark.case_audit_round r
  WHERE ((r.id = case_audit.round_id) AND (r.set_up_by = ( SELECT waymark.actor_id() AS actor_id)) AND (r.set_up_at = now())))))

waymark.case_audit: others_read for select to waymark_reach, waymark_statistics
  using true

waymark.case_audit: staff_change for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text])) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit.child_id))))

waymark.case_audit: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text]))

waymark.case_audit: staff_write for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text])) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit.child_id))))

waymark.case_audit: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.case_audit_act_now: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_act_now.child_id)))

waymark.case_audit_act_now: managers_answer as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = 'manager'::text)

waymark.case_audit_act_now: others_read for select to waymark_reach, waymark_statistics
  using true

waymark.case_audit_act_now: raised_as_oneself as restrictive for insert to waymark_app
  with check ((raised_by = ( SELECT waymark.actor_id() AS actor_id)) AND (answered_at IS NULL) AND (waymark.reads_for(audit_id) OR (( SELECT waymark.actor_role() AS actor_role) = 'manager'::text)) AND (EXISTS ( SELECT
   FROM waymark.person p
  WHERE ((p.id = case_audit_act_now.for_person) AND (p.role = 'manager'::text) AND (p.ended_at IS NULL)))))

waymark.case_audit_act_now: staff_change for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text])) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_act_now.child_id))))

waymark.case_audit_act_now: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text]))

waymark.case_audit_act_now: staff_write for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text])) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_act_now.child_id))))

waymark.case_audit_act_now: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.case_audit_action: actions_follow_the_finding as restrictive for select to waymark_app
  using ((owner_id = ( SELECT waymark.actor_id() AS actor_id)) OR (EXISTS ( SELECT
   FROM waymark.case_audit_finding f
  WHERE (f.id = case_audit_action.finding_id))))

waymark.case_audit_action: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_action.child_id)))

waymark.case_audit_action: others_read for select to waymark_reach, waymark_statistics
  using true

waymark.case_audit_action: owners_and_managers_change as restrictive for update to waymark_app
  using ((owner_id = ( SELECT waymark.actor_id() AS actor_id)) OR (( SELECT waymark.actor_role() AS actor_role) = 'manager'::text))

waymark.case_audit_action: staff_change for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text])) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_action.child_id))))

waymark.case_audit_action: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text]))

waymark.case_audit_action: staff_write for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text])) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_action.child_id))))

waymark.case_audit_action: those_who_find_act as restrictive for insert to waymark_app
  with check ((done_on IS NULL) AND (verified_at IS NULL) AND (EXISTS ( SELECT
   FROM waymark.case_audit_finding f
  WHERE ((f.id = case_audit_action.finding_id) AND (waymark.reads_for(f.audit_id) OR (( SELECT waymark.actor_role() AS actor_role) = 'manager'::text))))))

waymark.case_audit_action: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.case_audit_agreed: agreed_in_turn as restrictive for select to waymark_app
  using waymark.may_see_readings(audit_id)

waymark.case_audit_agreed: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_agreed.child_id)))

waymark.case_audit_agreed: others_read for select to waymark_reach, waymark_statistics
  using true

waymark.case_audit_agreed: staff_change for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text])) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_agreed.child_id))))

waymark.case_audit_agreed: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text]))

waymark.case_audit_agreed: staff_write for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text])) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_agreed.child_id))))

waymark.case_audit_agreed: those_who_read_agree as restrictive for insert to waymark_app
  with check (waymark.reads_for(audit_id) AND waymark.may_see_readings(audit_id))

waymark.case_audit_agreed: those_who_read_change as restrictive for update to waymark_app
  using waymark.reads_for(audit_id)

waymark.case_audit_agreed: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.case_audit_answer: answers_follow_the_reading as restrictive for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.case_audit_reading r
  WHERE (r.id = case_audit_answer.reading_id)))

waymark.case_audit_answer: auditors_answer as restrictive for insert to waymark_app
  with check ((private_to = ( SELECT waymark.actor_id() AS actor_id)) AND (EXISTS ( SELECT
   FROM (waymark.case_audit_reading r
     JOIN waymark.case_audit a ON ((a.id = r.audit_id)))
  WHERE ((r.id = case_audit_answer.reading_id) AND (r.auditor_id = ( SELECT waymark.actor_id() AS actor_id)) AND waymark.reads_for(a.id) AND ((case_audit_answer.outcome_id IS NULL) OR (EXISTS ( SELECT
           FROM waymark.case_audit_outcome o
          WHERE ((o.round_id = a.round_id) AND (o.outcome_id = case_audit_answer.outcome_id)))))))))

waymark.case_audit_answer: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_answer.child_id)))

waymark.case_audit_answer: others_read for select to waymark_reach, waymark_statistics
  using true

waymark.case_audit_answer: own_is_changed as restrictive for update to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.case_audit_reading r
  WHERE ((r.id = case_audit_answer.reading_id) AND (r.auditor_id = ( SELECT waymark.actor_id() AS actor_id)) AND waymark.reads_for(r.audit_id))))

waymark.case_audit_answer: staff_change for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text])) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_answer.child_id))))

waymark.case_audit_answer: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text]))

waymark.case_audit_answer: staff_write for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text])) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_answer.child_id))))

waymark.case_audit_answer: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.case_audit_eligible: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_eligible.child_id)))

waymark.case_audit_eligible: managers_draw as restrictive for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = 'manager'::text) AND (EXISTS ( SELECT
   FROM waymark.case_audit_round r
  WHERE ((r.id = case_audit_eligible.round_id) AND (r.set_up_by = ( SELECT waymark.actor_id() AS actor_id)) AND (r.set_up_at = now())))))

waymark.case_audit_eligible: others_read for select to waymark_reach, waymark_statistics
  using true

waymark.case_audit_eligible: staff_change for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text])) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_eligible.child_id))))

waymark.case_audit_eligible: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text]))

waymark.case_audit_eligible: staff_write for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text])) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_eligible.child_id))))

waymark.case_audit_feedback: asked_while_open as restrictive for insert to waymark_app
  with check ((EXISTS ( SELECT
   FROM waymark.case_audit a
  WHERE ((a.id = case_audit_feedback.audit_id) AND (a.ended_at IS NULL)))) AND (waymark.reads_for(audit_id) OR (( SELECT waymark.actor_role() AS actor_role) = 'manager'::text)))

waymark.case_audit_feedback: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_feedback.child_id)))

waymark.case_audit_feedback: others_read for select to waymark_reach, waymark_statistics
  using true

waymark.case_audit_feedback: staff_change for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text])) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_feedback.child_id))))

waymark.case_audit_feedback: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text]))

waymark.case_audit_feedback: staff_write for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text])) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_feedback.child_id))))

waymark.case_audit_feedback: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.case_audit_finding: findings_in_turn as restrictive for select to waymark_app
  using ((found_by = ( SELECT waymark.actor_id() AS actor_id)) OR waymark.may_see_readings(audit_id))

waymark.case_audit_finding: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_finding.child_id)))

waymark.case_audit_finding: managers_close as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = 'manager'::text)

waymark.case_audit_finding: others_read for select to waymark_reach, waymark_statistics
  using true

waymark.case_audit_finding: reach_locks for update to waymark_reach
  using true

waymark.case_audit_finding: staff_change for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text])) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_finding.child_id))))

waymark.case_audit_finding: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text]))

waymark.case_audit_finding: staff_write for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text])) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_finding.child_id))))

waymark.case_audit_finding: those_who_read_find as restrictive for insert to waymark_app
  with check ((found_by = ( SELECT waymark.actor_id() AS actor_id)) AND (waymark.reads_for(audit_id) OR (( SELECT waymark.actor_role() AS actor_role) = 'manager'::text)))

waymark.case_audit_finding: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.case_audit_outcome: follows_round for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.case_audit_round r
  WHERE (r.id = case_audit_outcome.round_id)))

waymark.case_audit_outcome: managers_set_up for insert to waymark_app
  with check (EXISTS ( SELECT
   FROM waymark.case_audit_round r
  WHERE ((r.id = case_audit_outcome.round_id) AND (r.set_up_by = ( SELECT waymark.actor_id() AS actor_id)) AND (r.set_up_at = now()))))

waymark.case_audit_outcome: others_read for select to waymark_reach, waymark_statistics
  using true

waymark.case_audit_reading: auditors_read as restrictive for insert to waymark_app
  with check ((auditor_id = ( SELECT waymark.actor_id() AS actor_id)) AND (private_to = ( SELECT waymark.actor_id() AS actor_id)) AND (shared_at IS NULL) AND waymark.reads_for(audit_id) AND waymark.has_reflected(audit_id))

waymark.case_audit_reading: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_reading.child_id)))

waymark.case_audit_reading: others_read for select to waymark_reach, waymark_statistics
  using true

waymark.case_audit_reading: own_is_changed as restrictive for update to waymark_app
  using ((auditor_id = ( SELECT waymark.actor_id() AS actor_id)) AND waymark.reads_for(audit_id))

waymark.case_audit_reading: readings_are_seen_in_turn as restrictive for select to waymark_app
  using ((auditor_id = ( SELECT waymark.actor_id() AS actor_id)) OR ((shared_at IS NOT NULL) AND waymark.may_see_readings(audit_id)))

waymark.case_audit_reading: staff_change for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text])) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_reading.child_id))))

waymark.case_audit_reading: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text]))

waymark.case_audit_reading: staff_write for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text])) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_reading.child_id))))

waymark.case_audit_reading: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.case_audit_reflection: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_reflection.child_id)))

waymark.case_audit_reflection: others_read for select to waymark_reach, waymark_statistics
  using true

waymark.case_audit_reflection: own_is_changed as restrictive for update to waymark_app
  using (author_id = ( SELECT waymark.actor_id() AS actor_id))

waymark.case_audit_reflection: own_until_shared as restrictive for select to waymark_app
  using ((shared_at IS NOT NULL) OR (author_id = ( SELECT waymark.actor_id() AS actor_id)))

waymark.case_audit_reflection: practitioners_reflect as restrictive for insert to waymark_app
  with check ((author_id = ( SELECT waymark.actor_id() AS actor_id)) AND (private_to = ( SELECT waymark.actor_id() AS actor_id)) AND (EXISTS ( SELECT
   FROM waymark.case_audit a
  WHERE ((a.id = case_audit_reflection.audit_id) AND (a.practitioner_id = ( SELECT waymark.actor_id() AS actor_id)) AND (a.ended_at IS NULL)))))

waymark.case_audit_reflection: staff_change for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text])) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_reflection.child_id))))

waymark.case_audit_reflection: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text]))

waymark.case_audit_reflection: staff_write for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text])) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = case_audit_reflection.child_id))))

waymark.case_audit_reflection: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.case_audit_round: colleagues_read for select to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text])) AND ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) OR waymark.takes_part(id)))

waymark.case_audit_round: managers_close for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = 'manager'::text) AND (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND ((( SELECT waymark.actor_team() AS actor_team) IS NULL) OR (team_id = ( SELECT waymark.actor_team() AS actor_team))))

waymark.case_audit_round: managers_set_up for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = 'manager'::text) AND (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (set_up_by = ( SELECT waymark.actor_id() AS actor_id)) AND (status = 'open'::text) AND (version = 1) AND (set_up_at = now()) AND ((( SELECT waymark.actor_team() AS actor_team) IS NULL) OR (team_id = ( SELECT waymark.actor_team() AS actor_team))))

waymark.case_audit_round: others_read for select to waymark_reach, waymark_statistics
  using true

waymark.check_in: authors_change_their_own as restrictive for update to waymark_app
  using ((author_id = ( SELECT waymark.actor_id() AS actor_id)) OR ((author_id IS NULL) AND (voice = 'young_person'::text) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE ((c.id = check_in.child_id) AND (c.person_id = ( SELECT waymark.actor_id() AS actor_id)))))))

waymark.check_in: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = check_in.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = check_in.child_id)))

waymark.check_in: drafts_are_private as restrictive for select to waymark_app
  using ((status = ANY (ARRAY['shared'::text, 'withdrawn'::text])) OR (author_id = ( SELECT waymark.actor_id() AS actor_id)))

waymark.check_in: each_voice_its_own as restrictive for insert to waymark_app
  with check ((author_id = ( SELECT waymark.actor_id() AS actor_id)) AND (status = 'draft'::text) AND
CASE voice
    WHEN 'young_person'::text THEN ((( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text) AND (EXISTS ( SELECT
       FROM waymark.child c
      WHERE ((c.id = check_in.child_id) AND (c.person_id = ( SELECT waymark.actor_id() AS actor_id))))))
    WHEN 'guardian'::text THEN (( SELECT waymark.actor_role() AS actor_role) = 'guardian'::text)
    WHEN 'practitioner'::text THEN (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'manager'::text]))
    WHEN 'carer'::text THEN (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'manager'::text, 'guardian'::text]))
    ELSE NULL::boolean
END)

waymark.check_in: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = check_in.child_id)))

waymark.check_in: keeper_reads for select to waymark_keeper
  using (status = ANY (ARRAY['shared'::text, 'withdrawn'::text]))

waymark.check_in: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.check_in: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.check_in: shared_as_they_say as restrictive for select to waymark_app
  using ((voice <> 'young_person'::text) OR (NOT (child_id IN ( SELECT waymark.kept_back('check_ins'::text) AS kept_back))))

waymark.check_in: statistics_read_shared for select to waymark_statistics
  using (status = ANY (ARRAY['shared'::text, 'withdrawn'::text]))

waymark.check_in: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.check_in: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = check_in.child_id))))

waymark.check_in_answer: authors_answer as restrictive for insert to waymark_app
  with check ((private_to = ( SELECT waymark.actor_id() AS actor_id)) AND (EXISTS ( SELECT
   FROM (waymark.check_in i
     JOIN waymark.outcome o ON ((o.framework_version_id = i.framework_version_id)))
  WHERE ((i.id = check_in_answer.check_in_id) AND (o.id = check_in_answer.outcome_id) AND (i.status = 'draft'::text) AND (i.author_id = ( SELECT waymark.actor_id() AS actor_id))))))

waymark.check_in_answer: authors_change_answers as restrictive for update to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.check_in i
  WHERE ((i.id = check_in_answer.check_in_id) AND (i.author_id = ( SELECT waymark.actor_id() AS actor_id)))))

waymark.check_in_answer: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = check_in_answer.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = check_in_answer.child_id)))

waymark.check_in_answer: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = check_in_answer.child_id)))

waymark.check_in_answer: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.check_in_answer: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.check_in_answer: only_they_can_say as restrictive for insert to waymark_app
  with check (NOT (EXISTS ( SELECT
   FROM (waymark.check_in i
     JOIN waymark.outcome o ON ((o.id = check_in_answer.outcome_id)))
  WHERE ((i.id = check_in_answer.check_in_id) AND (i.voice <> 'young_person'::text) AND o.child_only))))

waymark.check_in_answer: statistics_read_shared for select to waymark_statistics
  using ((NOT taken_out) AND (EXISTS ( SELECT
   FROM waymark.check_in i
  WHERE (i.id = check_in_answer.check_in_id))))

waymark.check_in_answer: words_follow_the_check_in as restrictive for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.check_in i
  WHERE ((i.id = check_in_answer.check_in_id) AND (((i.status = 'shared'::text) AND (NOT check_in_answer.taken_out)) OR (i.author_id = ( SELECT waymark.actor_id() AS actor_id)) OR ((i.author_id IS NULL) AND (i.voice = 'young_person'::text) AND (EXISTS ( SELECT
           FROM waymark.child c
          WHERE ((c.id = i.child_id) AND (c.person_id = ( SELECT waymark.actor_id() AS actor_id))))))))))

waymark.check_in_answer: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.check_in_answer: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = check_in_answer.child_id))))

waymark.check_in_influence: authors_change_influences as restrictive for update to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.check_in i
  WHERE ((i.id = check_in_influence.check_in_id) AND (i.author_id = ( SELECT waymark.actor_id() AS actor_id)))))

waymark.check_in_influence: authors_name_influences as restrictive for insert to waymark_app
  with check ((private_to = ( SELECT waymark.actor_id() AS actor_id)) AND (EXISTS ( SELECT
   FROM waymark.check_in i
  WHERE ((i.id = check_in_influence.check_in_id) AND (i.status = 'draft'::text) AND (i.author_id = ( SELECT waymark.actor_id() AS actor_id))))))

waymark.check_in_influence: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = check_in_influence.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = check_in_influence.child_id)))

waymark.check_in_influence: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = check_in_influence.child_id)))

waymark.check_in_influence: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.check_in_influence: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.check_in_influence: statistics_read_shared for select to waymark_statistics
  using ((NOT taken_out) AND (EXISTS ( SELECT
   FROM waymark.check_in i
  WHERE ((i.id = check_in_influence.check_in_id) AND (i.status = 'shared'::text)))))

waymark.check_in_influence: words_follow_the_check_in as restrictive for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.check_in i
  WHERE ((i.id = check_in_influence.check_in_id) AND (((i.status = 'shared'::text) AND (NOT check_in_influence.taken_out)) OR (i.author_id = ( SELECT waymark.actor_id() AS actor_id)) OR ((i.author_id IS NULL) AND (i.voice = 'young_person'::text) AND (EXISTS ( SELECT
           FROM waymark.child c
          WHERE ((c.id = i.child_id) AND (c.person_id = ( SELECT waymark.actor_id() AS actor_id))))))))))

waymark.check_in_influence: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.check_in_influence: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = check_in_influence.child_id))))

waymark.check_in_not_held: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = check_in_not_held.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = check_in_not_held.child_id)))

waymark.check_in_not_held: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = check_in_not_held.child_id)))

waymark.check_in_not_held: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.check_in_not_held: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.check_in_not_held: statistics_read for select to waymark_statistics
  using true

waymark.check_in_not_held: workers_record as restrictive for insert to waymark_app
  with check ((recorded_by = ( SELECT waymark.actor_id() AS actor_id)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text])))

waymark.check_in_not_held: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.check_in_not_held: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = check_in_not_held.child_id))))

waymark.check_in_occasion: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = check_in_occasion.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = check_in_occasion.child_id)))

waymark.check_in_occasion: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = check_in_occasion.child_id)))

waymark.check_in_occasion: keeper_reads for select to waymark_keeper
  using true

waymark.check_in_occasion: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.check_in_occasion: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.check_in_occasion: statistics_count for select to waymark_statistics
  using true

waymark.check_in_occasion: workers_arrange as restrictive for insert to waymark_app
  with check ((arranged_by = ( SELECT waymark.actor_id() AS actor_id)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text])))

waymark.check_in_occasion: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.check_in_occasion: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = check_in_occasion.child_id))))

waymark.child: changed_by_those_who_may_write as restrictive for update to waymark_app
  using ( SELECT waymark.actor_may_write() AS actor_may_write)

waymark.child: door_reads for select to waymark_door
  using true

waymark.child: keeper_reads for select to waymark_keeper
  using true

waymark.child: opened_for_own_organisation as restrictive for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (opened_by = ( SELECT waymark.actor_id() AS actor_id)) AND (opened_at = now()) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'manager'::text, 'system'::text])))

waymark.child: reach_reads for select to waymark_reach
  using true

waymark.child: reached_for_an_audit for select to waymark_app
  using (id = ANY (ARRAY( SELECT waymark.actor_audits() AS actor_audits)))

waymark.child: statistics_count for select to waymark_statistics
  using true

waymark.child: within_reach for all to waymark_app
  using (((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['manager'::text, 'auditor'::text, 'system'::text])) AND (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND ((( SELECT waymark.actor_team() AS actor_team) IS NULL) OR (team_id = ( SELECT waymark.actor_team() AS actor_team)))) OR (id = ANY (ARRAY( SELECT waymark.actor_children() AS actor_children))) OR ((opened_by = ( SELECT waymark.actor_id() AS actor_id)) AND (opened_at = now())))
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) OR (id = ANY (ARRAY( SELECT waymark.actor_children() AS actor_children))))

waymark.child: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.child_background: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = child_background.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = child_background.child_id)))

waymark.child_background: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = child_background.child_id)))

waymark.child_background: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.child_background: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.child_background: statistics_count for select to waymark_statistics
  using true

waymark.child_background: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.child_background: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = child_background.child_id))))

waymark.child_identifier: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = child_identifier.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = child_identifier.child_id)))

waymark.child_identifier: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = child_identifier.child_id)))

waymark.child_identifier: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.child_identifier: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.child_identifier: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.child_identifier: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = child_identifier.child_id))))

waymark.child_key: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = child_key.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = child_key.child_id)))

waymark.child_key: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = child_key.child_id)))

waymark.child_key: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.child_key: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.child_key: reach_reads for select to waymark_reach
  using true

waymark.child_key: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = child_key.child_id))))

waymark.child_language: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = child_language.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = child_language.child_id)))

waymark.child_language: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = child_language.child_id)))

waymark.child_language: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.child_language: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.child_language: reach_reads for select to waymark_reach
  using true

waymark.child_language: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.child_language: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = child_language.child_id))))

waymark.child_name: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = child_name.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = child_name.child_id)))

waymark.child_name: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = child_name.child_id)))

waymark.child_name: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.child_name: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.child_name: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.child_name: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = child_name.child_id))))

waymark.chosen_framework: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = chosen_framework.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = chosen_framework.child_id)))

waymark.chosen_framework: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = chosen_framework.child_id)))

waymark.chosen_framework: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.chosen_framework: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.chosen_framework: workers_choose as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text]))

waymark.chosen_framework: workers_choose_again as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text]))

waymark.chosen_framework: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.chosen_framework: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = chosen_framework.child_id))))

waymark.chosen_language: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = chosen_language.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = chosen_language.child_id)))

waymark.chosen_language: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = chosen_language.child_id)))

waymark.chosen_language: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.chosen_language: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.chosen_language: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.chosen_language: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = chosen_language.child_id))))

waymark.clock: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = clock.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = clock.child_id)))

waymark.clock: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = clock.child_id)))

waymark.clock: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.clock: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.clock: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.clock: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.clock: statistics_count for select to waymark_statistics
  using true

waymark.clock: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.clock: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = clock.child_id))))

waymark.clock_correction: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = clock_correction.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = clock_correction.child_id)))

waymark.clock_correction: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = clock_correction.child_id)))

waymark.clock_correction: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.clock_correction: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.clock_correction: staff_write as restrictive for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text) AND (EXISTS ( SELECT
   FROM waymark.clock c
  WHERE ((c.id = clock_correction.clock_id) AND (c.child_id = clock_correction.child_id)))))

waymark.clock_correction: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.clock_correction: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = clock_correction.child_id))))

waymark.clock_pause: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = clock_pause.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = clock_pause.child_id)))

waymark.clock_pause: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = clock_pause.child_id)))

waymark.clock_pause: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.clock_pause: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.clock_pause: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.clock_pause: staff_write as restrictive for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text) AND (EXISTS ( SELECT
   FROM waymark.clock c
  WHERE ((c.id = clock_pause.clock_id) AND (c.child_id = clock_pause.child_id)))))

waymark.clock_pause: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.clock_pause: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = clock_pause.child_id))))

waymark.clock_recount: own_organisation for select to waymark_app
  using (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation))

waymark.clock_recount: system_counts for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = 'system'::text))

waymark.clock_recount: system_goes_on for update to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = 'system'::text))

waymark.clock_rule: administrators_add for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = 'administrator'::text) AND (version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)))

waymark.clock_rule: administrators_end for update to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = 'administrator'::text))
  with check (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation))

waymark.clock_rule: given_by_migrations for all to waymark_owner
  using (organisation_id IS NULL)
  with check (organisation_id IS NULL)

waymark.clock_rule: given_or_own for select to waymark_app
  using ((organisation_id IS NULL) OR (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)))

waymark.clock_rule: of_a_clock_within_reach for select to waymark_app
  using ((organisation_id IS NOT NULL) AND (organisation_id <> ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (EXISTS ( SELECT
   FROM waymark.clock c
  WHERE (c.rule_id = clock_rule.id))))

waymark.come_back: asked_by_whose_record_it_is as restrictive for insert to waymark_app
  with check ((written_by = ( SELECT waymark.actor_id() AS actor_id)) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE ((c.id = come_back.child_id) AND (c.person_id = ( SELECT waymark.actor_id() AS actor_id))))))

waymark.come_back: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = come_back.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = come_back.child_id)))

waymark.come_back: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = come_back.child_id)))

waymark.come_back: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.come_back: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.come_back: read_by_whoever_answers as restrictive for select to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['young_person'::text, 'manager'::text])) OR (EXISTS ( SELECT
   FROM waymark.receipt r
  WHERE ((r.subject = 'come_back'::text) AND (r.subject_id = come_back.id) AND (r.answerer_id = ( SELECT waymark.actor_id() AS actor_id))))))

waymark.come_back: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.come_back: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = come_back.child_id))))

waymark.complaint: for_whom_it_is for select to waymark_app
  using ((EXISTS ( SELECT
   FROM waymark.child c
  WHERE ((c.id = complaint.child_id) AND (c.person_id = ( SELECT waymark.actor_id() AS actor_id))))) OR (made_by = ( SELECT waymark.actor_id() AS actor_id)) OR (( SELECT waymark.actor_reviews() AS actor_reviews) AND (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation))))

waymark.complaint: keeper_keeps for all to waymark_keeper
  using true
  with check true

waymark.complaint: made_by_them_or_for_them for insert to waymark_app
  with check ((made_by = ( SELECT waymark.actor_id() AS actor_id)) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE ((c.id = complaint.child_id) AND ((complaint.for_them_name IS NULL) = (NOT (c.person_id IS DISTINCT FROM ( SELECT waymark.actor_id() AS actor_id))))))) AND ( SELECT waymark.actor_may_write() AS actor_may_write))

waymark.complaint: never_whom_it_is_about as restrictive for select to waymark_app
  using (NOT (( SELECT waymark.actor_id() AS actor_id) = ANY ((about_persons || kept_from))))

waymark.complaint: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.complaint: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.complaint: reach_reads for select to waymark_reach
  using true

waymark.complaint: with_a_file_of_ones_own as restrictive for insert to waymark_app
  with check ((file_id IS NULL) OR (EXISTS ( SELECT
   FROM waymark.stored_file f
  WHERE ((f.id = complaint.file_id) AND (f.made_by = ( SELECT waymark.actor_id() AS actor_id))))))

waymark.complaint_nation: managers_say_the_nation for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['manager'::text, 'administrator'::text, 'system'::text])))

waymark.complaint_nation: nation_is_known for select to waymark_app
  using (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation))

waymark.complaint_nation: reach_reads for select to waymark_reach
  using true

waymark.complaint_step: keeper_reads for select to waymark_keeper
  using true

waymark.complaint_step: keeper_writes for insert to waymark_keeper
  with check true

waymark.complaint_step: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.complaint_step: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.complaint_step: reach_reads for select to waymark_reach
  using true

waymark.complaint_step: steps_by_whose_they_are for insert to waymark_app
  with check ((by_id = ( SELECT waymark.actor_id() AS actor_id)) AND (EXISTS ( SELECT
   FROM waymark.complaint c
  WHERE ((c.id = complaint_step.complaint_id) AND
        CASE
            WHEN (complaint_step.kind = ANY (ARRAY['said_back'::text, 'taken_back'::text, 'worse_said'::text])) THEN (EXISTS ( SELECT
               FROM waymark.child x
              WHERE ((x.id = c.child_id) AND (x.person_id = ( SELECT waymark.actor_id() AS actor_id)))))
            WHEN (complaint_step.kind = ANY (ARRAY['answered'::text, 'longer'::text, 'spoke'::text, 'worse_asked'::text, 'worse_acted'::text])) THEN ((c.handler_id = ( SELECT waymark.actor_id() AS actor_id)) AND ( SELECT waymark.actor_reviews() AS actor_reviews))
            WHEN (complaint_step.kind = ANY (ARRAY['read'::text, 'given_to'::text])) THEN (( SELECT waymark.actor_reviews() AS actor_reviews) AND (c.organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)))
            ELSE false
        END))))

waymark.complaint_step: steps_follow_the_complaint for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.complaint c
  WHERE (c.id = complaint_step.complaint_id)))

waymark.complaint_step: what_whoever_wrote_it_sees as restrictive for select to waymark_app
  using ((kind <> ALL (ARRAY['worse_said'::text, 'worse_acted'::text])) OR ( SELECT waymark.actor_reviews() AS actor_reviews) OR (EXISTS ( SELECT
   FROM waymark.child c
  WHERE ((c.id = complaint_step.child_id) AND (c.person_id = ( SELECT waymark.actor_id() AS actor_id))))))

waymark.concern: begins_undecided as restrictive for insert to waymark_app
  with check (state = 'pending'::text)

waymark.concern: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = concern.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = concern.child_id)))

waymark.concern: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = concern.child_id)))

waymark.concern: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.concern: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.concern: reach_reads for select to waymark_reach
  using true

waymark.concern: reach_sets_the_state for update to waymark_reach
  using true

waymark.concern: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.concern: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text, 'system'::text]))

waymark.concern: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.concern: statistics_count for select to waymark_statistics
  using true

waymark.concern: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.concern: written_as_oneself_by_name as restrictive for insert to waymark_app
  with check ((recorded_by = ( SELECT waymark.actor_id() AS actor_id)) AND (recorded_at = now()))

waymark.concern: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = concern.child_id))))

waymark.concern_decision: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = concern_decision.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = concern_decision.child_id)))

waymark.concern_decision: decided_as_oneself as restrictive for insert to waymark_app
  with check ((decided_by = ( SELECT waymark.actor_id() AS actor_id)) AND (decided_at >= now()))

waymark.concern_decision: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = concern_decision.child_id)))

waymark.concern_decision: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.concern_decision: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.concern_decision: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.concern_decision: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text, 'system'::text]))

waymark.concern_decision: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.concern_decision: statistics_count for select to waymark_statistics
  using true

waymark.concern_decision: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.concern_decision: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = concern_decision.child_id))))

waymark.concern_indicator: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = concern_indicator.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = concern_indicator.child_id)))

waymark.concern_indicator: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = concern_indicator.child_id)))

waymark.concern_indicator: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.concern_indicator: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.concern_indicator: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.concern_indicator: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text, 'system'::text]))

waymark.concern_indicator: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.concern_indicator: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.concern_indicator: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = concern_indicator.child_id))))

waymark.concern_look: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = concern_look.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = concern_look.child_id)))

waymark.concern_look: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = concern_look.child_id)))

waymark.concern_look: looked_as_oneself as restrictive for insert to waymark_app
  with check ((looked_by = ( SELECT waymark.actor_id() AS actor_id)) AND (looked_at = now()))

waymark.concern_look: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.concern_look: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.concern_look: reach_reads for select to waymark_reach
  using true

waymark.concern_look: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.concern_look: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text, 'system'::text]))

waymark.concern_look: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.concern_look: statistics_count for select to waymark_statistics
  using true

waymark.concern_look: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.concern_look: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = concern_look.child_id))))

waymark.concern_response: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = concern_response.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = concern_response.child_id)))

waymark.concern_response: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = concern_response.child_id)))

waymark.concern_response: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.concern_response: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.concern_response: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.concern_response: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text, 'system'::text]))

waymark.concern_response: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.concern_response: statistics_count for select to waymark_statistics
  using true

waymark.concern_response: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.concern_response: written_as_oneself_by_name as restrictive for insert to waymark_app
  with check (written_by = ( SELECT waymark.actor_id() AS actor_id))

waymark.concern_response: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = concern_response.child_id))))

waymark.consent_use: agreed_by_oneself as restrictive for insert to waymark_app
  with check ((given_by = ( SELECT waymark.actor_id() AS actor_id)) AND (withdrawn_at IS NULL) AND (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text) AND (EXISTS ( SELECT
   FROM (waymark.statement_part p
     JOIN waymark.statement s ON ((s.id = p.statement_id)))
  WHERE ((p.id = consent_use.subject_id) AND (p.child_id = consent_use.child_id) AND (NOT p.taken_out) AND (s.status = 'sent'::text) AND (s.author_id = ( SELECT waymark.actor_id() AS actor_id))))))

waymark.consent_use: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = consent_use.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = consent_use.child_id)))

waymark.consent_use: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = consent_use.child_id)))

waymark.consent_use: known_while_it_holds as restrictive for select to waymark_app
  using ((given_by = ( SELECT waymark.actor_id() AS actor_id)) OR ((withdrawn_at IS NULL) AND waymark.part_is_open(subject_id)))

waymark.consent_use: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.consent_use: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.consent_use: reach_reads for select to waymark_reach
  using true

waymark.consent_use: taken_back_by_oneself as restrictive for update to waymark_app
  using (given_by = ( SELECT waymark.actor_id() AS actor_id))

waymark.consent_use: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.consent_use: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = consent_use.child_id))))

waymark.contact_rule: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = contact_rule.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = contact_rule.child_id)))

waymark.contact_rule: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = contact_rule.child_id)))

waymark.contact_rule: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.contact_rule: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.contact_rule: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.contact_rule: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.contact_rule: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.contact_rule: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = contact_rule.child_id))))

waymark.contact_safety: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = contact_safety.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = contact_safety.child_id)))

waymark.contact_safety: each_voice_changes_its_own as restrictive for update to waymark_app
  using (voice = ( SELECT waymark.actor_voice() AS actor_voice))

waymark.contact_safety: each_voice_its_own as restrictive for insert to waymark_app
  with check (voice = ( SELECT waymark.actor_voice() AS actor_voice))

waymark.contact_safety: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = contact_safety.child_id)))

waymark.contact_safety: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.contact_safety: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.contact_safety: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.contact_safety: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = contact_safety.child_id))))

waymark.contact_stop: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = contact_stop.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = contact_stop.child_id)))

waymark.contact_stop: each_voice_lifts_its_own as restrictive for update to waymark_app
  using (voice = ( SELECT waymark.actor_voice() AS actor_voice))

waymark.contact_stop: each_voice_stops as restrictive for insert to waymark_app
  with check ((voice = ( SELECT waymark.actor_voice() AS actor_voice)) AND (stopped_by = ( SELECT waymark.actor_id() AS actor_id)))

waymark.contact_stop: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = contact_stop.child_id)))

waymark.contact_stop: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.contact_stop: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.contact_stop: reach_reads for select to waymark_reach
  using true

waymark.contact_stop: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.contact_stop: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = contact_stop.child_id))))

waymark.contact_way: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = contact_way.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = contact_way.child_id)))

waymark.contact_way: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = contact_way.child_id)))

waymark.contact_way: given_by_whoever_gives as restrictive for insert to waymark_app
  with check (given_by = ( SELECT waymark.actor_voice() AS actor_voice))

waymark.contact_way: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.contact_way: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.contact_way: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.contact_way: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = contact_way.child_id))))

waymark.correction: asked_by_whose_record_it_is as restrictive for insert to waymark_app
  with check ((written_by = ( SELECT waymark.actor_id() AS actor_id)) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE ((c.id = correction.child_id) AND (c.person_id = ( SELECT waymark.actor_id() AS actor_id))))))

waymark.correction: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = correction.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = correction.child_id)))

waymark.correction: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = correction.child_id)))

waymark.correction: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.correction: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.correction: read_with_the_line as restrictive for select to waymark_app
  using ((line_id IS NULL) OR (written_by = ( SELECT waymark.actor_id() AS actor_id)) OR (waymark.line_version(about, line_id, child_id) IS NOT NULL))

waymark.correction: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.correction: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = correction.child_id))))

waymark.correction_decision: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = correction_decision.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = correction_decision.child_id)))

waymark.correction_decision: decided_by_whoever_answers as restrictive for insert to waymark_app
  with check ((decided_by = ( SELECT waymark.actor_id() AS actor_id)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text])) AND (EXISTS ( SELECT
   FROM waymark.receipt r
  WHERE ((r.subject = 'correction'::text) AND (r.subject_id = correction_decision.correction_id) AND (r.child_id = correction_decision.child_id) AND (r.answerer_id = ( SELECT waymark.actor_id() AS actor_id)) AND (r.state = 'waiting'::text)))))

waymark.correction_decision: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = correction_decision.child_id)))

waymark.correction_decision: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.correction_decision: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.correction_decision: read_with_the_note as restrictive for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.correction c
  WHERE (c.id = correction_decision.correction_id)))

waymark.correction_decision: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.correction_decision: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = correction_decision.child_id))))

waymark.cross_border_contact: asked_as_oneself as restrictive for insert to waymark_app
  with check ((asked_by = ( SELECT waymark.actor_id() AS actor_id)) AND (state = 'asked'::text))

waymark.cross_border_contact: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = cross_border_contact.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = cross_border_contact.child_id)))

waymark.cross_border_contact: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = cross_border_contact.child_id)))

waymark.cross_border_contact: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.cross_border_contact: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.cross_border_contact: signed_as_oneself as restrictive for update to waymark_app
  using true
  with check ((signed_by IS NULL) OR (signed_by = ( SELECT waymark.actor_id() AS actor_id)) OR (state = 'made'::text))

waymark.cross_border_contact: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.cross_border_contact: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text, 'system'::text]))

waymark.cross_border_contact: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.cross_border_contact: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.cross_border_contact: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = cross_border_contact.child_id))))

waymark.date_of_birth_claim: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = date_of_birth_claim.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = date_of_birth_claim.child_id)))

waymark.date_of_birth_claim: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = date_of_birth_claim.child_id)))

waymark.date_of_birth_claim: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.date_of_birth_claim: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.date_of_birth_claim: reach_reads for select to waymark_reach
  using true

waymark.date_of_birth_claim: statistics_count for select to waymark_statistics
  using true

waymark.date_of_birth_claim: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.date_of_birth_claim: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = date_of_birth_claim.child_id))))

waymark.demand_clash: between_demands_of_the_child as restrictive for insert to waymark_app
  with check (( SELECT count(*) AS count
   FROM ( SELECT d.id
           FROM waymark.process_demand d
          WHERE ((d.child_id = demand_clash.child_id) AND (d.id = ANY (ARRAY[demand_clash.first_id, demand_clash.second_id])))
        UNION ALL
         SELECT a.id
           FROM waymark.appointment a
          WHERE ((a.child_id = demand_clash.child_id) AND (a.id = ANY (ARRAY[demand_clash.first_id, demand_clash.second_id])))) both_of) = 2)

waymark.demand_clash: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = demand_clash.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = demand_clash.child_id)))

waymark.demand_clash: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = demand_clash.child_id)))

waymark.demand_clash: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.demand_clash: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.demand_clash: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.demand_clash: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.demand_clash: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.demand_clash: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = demand_clash.child_id))))

waymark.device_key: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = device_key.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = device_key.child_id)))

waymark.device_key: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = device_key.child_id)))

waymark.device_key: made_by_them as restrictive for insert to waymark_app
  with check ((person_id = ( SELECT waymark.actor_id() AS actor_id)) AND (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text))

waymark.device_key: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.device_key: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.device_key: theirs_alone as restrictive for select to waymark_app
  using (person_id = ( SELECT waymark.actor_id() AS actor_id))

waymark.device_key: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.device_key: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = device_key.child_id))))

waymark.due_to_child: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = due_to_child.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = due_to_child.child_id)))

waymark.due_to_child: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = due_to_child.child_id)))

waymark.due_to_child: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.due_to_child: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.due_to_child: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.due_to_child: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.due_to_child: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.due_to_child: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = due_to_child.child_id))))

waymark.duty_fallback: fallback_is_known for select to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text))

waymark.duty_fallback: managers_give_the_number for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = 'manager'::text) AND (set_by = ( SELECT waymark.actor_id() AS actor_id)))

waymark.duty_fallback: reach_reads for select to waymark_reach
  using true

waymark.duty_notice: keeper_keeps for all to waymark_keeper
  using true
  with check true

waymark.duty_notice: known_with_what_was_pressed for select to waymark_app
  using (((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = 'system'::text)) OR (EXISTS ( SELECT
   FROM waymark.somebody_now s
  WHERE (s.id = duty_notice.signal_id))))

waymark.duty_notice: settled_by_the_sender for update to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = 'system'::text) AND (status = 'waiting'::text))
  with check (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation))

waymark.duty_turn: keeper_reads for select to waymark_keeper
  using true

waymark.duty_turn: managers_end_turns for update to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = 'manager'::text))

waymark.duty_turn: managers_write_turns for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = 'manager'::text) AND (written_by = ( SELECT waymark.actor_id() AS actor_id)) AND (EXISTS ( SELECT
   FROM waymark.person p
  WHERE ((p.id = duty_turn.person_id) AND (p.organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (p.role = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text])) AND (p.ended_at IS NULL)))))

waymark.duty_turn: reach_reads for select to waymark_reach
  using true

waymark.duty_turn: turns_are_known for select to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text))

waymark.exploitation_form: codings_stay_readable for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text]))

waymark.exploitation_form: managers_add for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = 'manager'::text) AND (added_by = ( SELECT waymark.actor_id() AS actor_id)))

waymark.exploitation_form: managers_end for update to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = 'manager'::text))

waymark.exploitation_form: shared_and_own for select to waymark_app
  using ((organisation_id IS NULL) OR (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)))

waymark.exploitation_form: statistics_count for select to waymark_statistics
  using true

waymark.exploitation_situation: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = exploitation_situation.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = exploitation_situation.child_id)))

waymark.exploitation_situation: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = exploitation_situation.child_id)))

waymark.exploitation_situation: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.exploitation_situation: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.exploitation_situation: reach_reads for select to waymark_reach
  using true

waymark.exploitation_situation: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.exploitation_situation: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text, 'system'::text]))

waymark.exploitation_situation: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.exploitation_situation: statistics_count for select to waymark_statistics
  using true

waymark.exploitation_situation: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.exploitation_situation: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = exploitation_situation.child_id))))

waymark.feedback_on_us: for_the_young_person_and_the_independent for select to waymark_app
  using ((EXISTS ( SELECT
   FROM waymark.child c
  WHERE ((c.id = feedback_on_us.child_id) AND (c.person_id = ( SELECT waymark.actor_id() AS actor_id))))) OR (( SELECT waymark.actor_reviews() AS actor_reviews) AND (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation))))

waymark.feedback_on_us: never_whom_it_is_about as restrictive for select to waymark_app
  using (about_person IS DISTINCT FROM ( SELECT waymark.actor_id() AS actor_id))

waymark.feedback_on_us: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.feedback_on_us: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.feedback_on_us: reach_reads for select to waymark_reach
  using true

waymark.feedback_on_us: said_by_the_young_person for insert to waymark_app
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE ((c.id = feedback_on_us.child_id) AND (c.person_id = ( SELECT waymark.actor_id() AS actor_id)))))

waymark.first_responder_setting: managers_set for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = 'manager'::text) AND (set_by = ( SELECT waymark.actor_id() AS actor_id)))

waymark.first_responder_setting: own_organisation_reads for select to waymark_app
  using (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation))

waymark.framework: administrators_add for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['administrator'::text, 'system'::text]))

waymark.framework: everybody_reads for select to public
  using true

waymark.framework: keeper_renames for update to waymark_keeper
  using true

waymark.framework_version: administrators_import for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['administrator'::text, 'system'::text]))

waymark.framework_version: administrators_publish for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['administrator'::text, 'system'::text]))

waymark.framework_version: others_read for select to waymark_keeper, waymark_reach, waymark_statistics
  using true

waymark.framework_version: used_or_for_administrators for select to waymark_app
  using ((published_at IS NOT NULL) OR (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['administrator'::text, 'auditor'::text, 'system'::text])))

waymark.gallery_work: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.gallery_work: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.gallery_work: reach_reads for select to waymark_reach
  using true

waymark.gallery_work: shown_by_oneself for insert to waymark_app
  with check (waymark.child_is_actor(child_id) AND (withdrawn_at IS NULL) AND (EXISTS ( SELECT
   FROM waymark.consent_use u
  WHERE ((u.id = gallery_work.consent_id) AND (u.subject_id = gallery_work.part_id) AND (u.use = 'gallery'::text) AND (u.withdrawn_at IS NULL) AND (u.given_by = ( SELECT waymark.actor_id() AS actor_id))))))

waymark.gallery_work: taken_back_by_oneself for update to waymark_app
  using waymark.child_is_actor(child_id)

waymark.gallery_work: theirs_alone for select to waymark_app
  using waymark.child_is_actor(child_id)

waymark.group_member: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.group_member: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.group_member: put_down_by_leads for insert to waymark_app
  with check (waymark.actor_leads_session(session_id) AND (EXISTS ( SELECT
   FROM (waymark.group_session s
     JOIN waymark.opportunity_answer a ON (((a.opportunity_id = s.opportunity_id) AND (a.answer = 'interested'::text))))
  WHERE ((s.id = group_member.session_id) AND (a.child_id = group_member.child_id)))))

waymark.group_member: reach_reads for select to waymark_reach
  using true

waymark.group_member: theirs_and_the_leads for select to waymark_app
  using (waymark.child_is_actor(child_id) OR waymark.actor_leads_session(session_id))

waymark.group_session: changed_by_leads for update to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND ( SELECT waymark.actor_leads() AS actor_leads))

waymark.group_session: held_by_leads for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (made_by = ( SELECT waymark.actor_id() AS actor_id)) AND ( SELECT waymark.actor_leads() AS actor_leads))

waymark.group_session: reach_reads for select to waymark_reach
  using true

waymark.group_session: theirs_and_the_leads for select to waymark_app
  using (waymark.actor_took_part(id) OR (( SELECT waymark.actor_leads() AS actor_leads) AND (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation))))

waymark.guidance_text: kept_by_those_who_answer_for_it for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (written_by = ( SELECT waymark.actor_id() AS actor_id)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['manager'::text, 'administrator'::text])) AND (EXISTS ( SELECT
   FROM waymark.person p
  WHERE ((p.id = guidance_text.owner_id) AND (p.organisation_id = guidance_text.organisation_id)))))

waymark.guidance_text: of_ones_organisation for select to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text))

waymark.help_place: managers_add_places for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['manager'::text, 'system'::text])) AND (owner_id = ( SELECT waymark.actor_id() AS actor_id)))

waymark.help_place: managers_change_places for update to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['manager'::text, 'system'::text])))
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (owner_id = ( SELECT waymark.actor_id() AS actor_id)))

waymark.help_place: places_are_known for select to waymark_app
  using ((organisation_id IS NULL) OR (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)))

waymark.help_place: places_that_came for select to waymark_door
  using (organisation_id IS NULL)

waymark.identification_indicator: prompts_are_known for select to waymark_app
  using true

waymark.import_child: follows_run for all to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.import_run r
  WHERE (r.id = import_child.run_id)))
  with check (EXISTS ( SELECT
   FROM waymark.import_run r
  WHERE (r.id = import_child.run_id)))

waymark.import_refusal: follows_run for all to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.import_run r
  WHERE (r.id = import_refusal.run_id)))
  with check (EXISTS ( SELECT
   FROM waymark.import_run r
  WHERE (r.id = import_refusal.run_id)))

waymark.import_row: follows_run for all to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.import_run r
  WHERE (r.id = import_row.run_id)))
  with check (EXISTS ( SELECT
   FROM waymark.import_run r
  WHERE (r.id = import_row.run_id)))

waymark.import_run: runs_of_own_organisation for all to waymark_app
  using (( SELECT waymark.actor_imports() AS actor_imports) AND (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND ((state = 'committed'::text) OR (started_by = ( SELECT waymark.actor_id() AS actor_id))))
  with check (( SELECT waymark.actor_imports() AS actor_imports) AND (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (started_by = ( SELECT waymark.actor_id() AS actor_id)))

waymark.invitation: asked_when_it_is_safe for insert to waymark_app
  with check ((invited_by = ( SELECT waymark.actor_id() AS actor_id)) AND (EXISTS ( SELECT
   FROM waymark.can_be_invited(invitation.opportunity_id) c(child_id, known_as)
  WHERE (c.child_id = invitation.child_id))))

waymark.invitation: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.invitation: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.invitation: reach_reads for select to waymark_reach
  using true

waymark.invitation: theirs_and_the_leads for select to waymark_app
  using (waymark.child_is_actor(child_id) OR waymark.actor_leads_opportunity(opportunity_id))

waymark.invite_safety: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = invite_safety.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = invite_safety.child_id)))

waymark.invite_safety: confirmed_by_who_stands_beside as restrictive for insert to waymark_app
  with check ((confirmed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (ended_at IS NULL) AND (EXISTS ( SELECT
   FROM waymark.allocation a
  WHERE ((a.child_id = invite_safety.child_id) AND (a.person_id = ( SELECT waymark.actor_id() AS actor_id)) AND (a.ended_on IS NULL)))))

waymark.invite_safety: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = invite_safety.child_id)))

waymark.invite_safety: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.invite_safety: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.invite_safety: reach_reads for select to waymark_reach
  using true

waymark.invite_safety: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.invite_safety: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = invite_safety.child_id))))

waymark.lead_appointment: appointments_are_known for select to waymark_app
  using (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation))

waymark.lead_appointment: managers_appoint for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (appointed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['manager'::text, 'administrator'::text])) AND (EXISTS ( SELECT
   FROM waymark.person p
  WHERE ((p.id = lead_appointment.person_id) AND (p.organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (p.role = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text]))))))

waymark.lead_appointment: managers_end_appointments for update to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['manager'::text, 'administrator'::text])))

waymark.lead_appointment: reach_reads for select to waymark_reach
  using true

waymark.leaving_shown: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = leaving_shown.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = leaving_shown.child_id)))

waymark.leaving_shown: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = leaving_shown.child_id)))

waymark.leaving_shown: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.leaving_shown: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.leaving_shown: seen_by_themselves as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text)

waymark.leaving_shown: seen_once as restrictive for update to waymark_app
  using false

waymark.leaving_shown: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.leaving_shown: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = leaving_shown.child_id))))

waymark.ledger_step: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = ledger_step.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = ledger_step.child_id)))

waymark.ledger_step: each_step_by_whose_it_is as restrictive for insert to waymark_app
  with check ((by_id = ( SELECT waymark.actor_id() AS actor_id)) AND (answer_by IS NULL) AND (EXISTS ( SELECT
   FROM waymark.receipt r
  WHERE ((r.id = ledger_step.receipt_id) AND
        CASE
            WHEN (ledger_step.kind = ANY (ARRAY['said_back'::text, 'taken_back'::text])) THEN (EXISTS ( SELECT
               FROM waymark.child c
              WHERE ((c.id = r.child_id) AND (c.person_id = ( SELECT waymark.actor_id() AS actor_id)))))
            WHEN (( SELECT waymark.actor_role() AS actor_role) <> ALL (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text])) THEN false
            WHEN (ledger_step.kind = 'passed_on'::text) THEN (((r.answerer_id = ( SELECT waymark.actor_id() AS actor_id)) OR (( SELECT waymark.actor_role() AS actor_role) = 'manager'::text) OR (r.answerer_id IS NULL)) AND waymark.may_be_asked(r.child_id, ledger_step.to_id, ((ledger_step.at AT TIME ZONE 'Europe/London'::text))::date))
            WHEN (ledger_step.kind = ANY (ARRAY['considered'::text, 'decided'::text, 'replied'::text])) THEN ((r.answerer_id = ( SELECT waymark.actor_id() AS actor_id)) AND ((r.kept_to IS NULL) OR (( SELECT waymark.actor_id() AS actor_id) = ANY (r.kept_to))))
            WHEN (ledger_step.kind = 'came_of_it'::text) THEN ((r.kept_to IS NULL) OR (( SELECT waymark.actor_id() AS actor_id) = ANY (r.kept_to)))
            ELSE false
        END))))

waymark.ledger_step: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = ledger_step.child_id)))

waymark.ledger_step: heard_in_ones_own_voice as restrictive for insert to waymark_app
  with check ((file_id IS NULL) OR (EXISTS ( SELECT
   FROM waymark.stored_file f
  WHERE ((f.id = ledger_step.file_id) AND (f.kind = 'sound'::text) AND (f.made_by = ( SELECT waymark.actor_id() AS actor_id))))))

waymark.ledger_step: keeper_reads for select to waymark_keeper
  using true

waymark.ledger_step: keeper_writes for insert to waymark_keeper
  with check true

waymark.ledger_step: ledger_follows_the_receipt as restrictive for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.receipt r
  WHERE ((r.id = ledger_step.receipt_id) AND ((ledger_step.kind = ANY (ARRAY['went_up'::text, 'passed_on'::text])) OR (r.kept_to IS NULL) OR (( SELECT waymark.actor_id() AS actor_id) = ANY (r.kept_to)) OR (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text)))))

waymark.ledger_step: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.ledger_step: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.ledger_step: reach_reads for select to waymark_reach
  using true

waymark.ledger_step: statistics_count for select to waymark_statistics
  using (kind = 'replied'::text)

waymark.ledger_step: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.ledger_step: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = ledger_step.child_id))))

waymark.legal_deadline: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = legal_deadline.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = legal_deadline.child_id)))

waymark.legal_deadline: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = legal_deadline.child_id)))

waymark.legal_deadline: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.legal_deadline: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.legal_deadline: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.legal_deadline: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.legal_deadline: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.legal_deadline: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = legal_deadline.child_id))))

waymark.legal_help: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = legal_help.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = legal_help.child_id)))

waymark.legal_help: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = legal_help.child_id)))

waymark.legal_help: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.legal_help: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.legal_help: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.legal_help: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = legal_help.child_id))))

waymark.linked_referral: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = linked_referral.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = linked_referral.child_id)))

waymark.linked_referral: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = linked_referral.child_id)))

waymark.linked_referral: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.linked_referral: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.linked_referral: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.linked_referral: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text, 'system'::text]))

waymark.linked_referral: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.linked_referral: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.linked_referral: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = linked_referral.child_id))))

waymark.loved_contact: asked_by_those_of_the_plan as restrictive for insert to waymark_app
  with check ((asked_by = ( SELECT waymark.actor_id() AS actor_id)) AND (child_said IS NULL) AND (signed_at IS NULL) AND (made_at IS NULL) AND (EXISTS ( SELECT
   FROM (waymark.loved_plan p
     JOIN waymark.statement s ON ((s.id = p.statement_id)))
  WHERE ((p.id = loved_contact.plan_id) AND (s.status = 'sent'::text) AND waymark.statement_is_for_actor(s.id)))))

waymark.loved_contact: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = loved_contact.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = loved_contact.child_id)))

waymark.loved_contact: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = loved_contact.child_id)))

waymark.loved_contact: for_those_of_the_plan as restrictive for select to waymark_app
  using ((EXISTS ( SELECT
   FROM waymark.loved_plan p
  WHERE (p.id = loved_contact.plan_id))) OR ((( SELECT waymark.actor_role() AS actor_role) = 'manager'::text) AND (child_said = 'yes'::text)))

waymark.loved_contact: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.loved_contact: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.loved_contact: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.loved_contact: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = loved_contact.child_id))))

waymark.loved_plan: changed_by_those_it_was_told as restrictive for update to waymark_app
  using waymark.statement_is_for_actor(statement_id)

waymark.loved_plan: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = loved_plan.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = loved_plan.child_id)))

waymark.loved_plan: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = loved_plan.child_id)))

waymark.loved_plan: for_those_it_was_told as restrictive for select to waymark_app
  using (waymark.statement_is_mine(statement_id) OR waymark.statement_is_for_actor(statement_id))

waymark.loved_plan: made_by_those_it_was_told as restrictive for insert to waymark_app
  with check ((made_by = ( SELECT waymark.actor_id() AS actor_id)) AND waymark.statement_is_for_actor(statement_id) AND (EXISTS ( SELECT
   FROM waymark.statement s
  WHERE ((s.id = loved_plan.statement_id) AND (s.status = 'sent'::text) AND (s.about = 'people_i_love'::text)))))

waymark.loved_plan: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.loved_plan: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.loved_plan: reach_reads for select to waymark_reach
  using true

waymark.loved_plan: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.loved_plan: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = loved_plan.child_id))))

waymark.loved_step: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = loved_step.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = loved_step.child_id)))

waymark.loved_step: done_by_those_of_the_plan as restrictive for update to waymark_app
  using ((done_at IS NULL) AND (EXISTS ( SELECT
   FROM waymark.loved_plan p
  WHERE ((p.id = loved_step.plan_id) AND waymark.statement_is_for_actor(p.statement_id)))))
  with check (done_by = ( SELECT waymark.actor_id() AS actor_id))

waymark.loved_step: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = loved_step.child_id)))

waymark.loved_step: for_those_of_the_plan as restrictive for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.loved_plan p
  WHERE (p.id = loved_step.plan_id)))

waymark.loved_step: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.loved_step: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.loved_step: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.loved_step: written_by_those_of_the_plan as restrictive for insert to waymark_app
  with check ((written_by = ( SELECT waymark.actor_id() AS actor_id)) AND (done_at IS NULL) AND (EXISTS ( SELECT
   FROM (waymark.loved_plan p
     JOIN waymark.statement s ON ((s.id = p.statement_id)))
  WHERE ((p.id = loved_step.plan_id) AND (s.status = 'sent'::text) AND waymark.statement_is_for_actor(s.id)))))

waymark.loved_step: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = loved_step.child_id))))

waymark.meeting: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = meeting.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = meeting.child_id)))

waymark.meeting: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = meeting.child_id)))

waymark.meeting: keeper_reads for select to waymark_keeper
  using true

waymark.meeting: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.meeting: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.meeting: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.meeting: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = meeting.child_id))))

waymark.meeting_after: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = meeting_after.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = meeting_after.child_id)))

waymark.meeting_after: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = meeting_after.child_id)))

waymark.meeting_after: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.meeting_after: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.meeting_after: only_the_young_person_says as restrictive for insert to waymark_app
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE ((c.id = meeting_after.child_id) AND (c.person_id = ( SELECT waymark.actor_id() AS actor_id)))))

waymark.meeting_after: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.meeting_after: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = meeting_after.child_id))))

waymark.meeting_line: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = meeting_line.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = meeting_line.child_id)))

waymark.meeting_line: drafts_are_private as restrictive for select to waymark_app
  using ((state <> 'draft'::text) OR (written_by = ( SELECT waymark.actor_id() AS actor_id)))

waymark.meeting_line: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = meeting_line.child_id)))

waymark.meeting_line: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.meeting_line: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.meeting_line: only_the_young_person_says as restrictive for update to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE ((c.id = meeting_line.child_id) AND (c.person_id = ( SELECT waymark.actor_id() AS actor_id)))))

waymark.meeting_line: staff_offer_and_no_more as restrictive for insert to waymark_app
  with check ((written_by = ( SELECT waymark.actor_id() AS actor_id)) AND
CASE
    WHEN (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text) THEN (state = ANY (ARRAY['draft'::text, 'stands'::text]))
    ELSE (state = 'offered'::text)
END)

waymark.meeting_line: statistics_count for select to waymark_statistics
  using (state = ANY (ARRAY['stands'::text, 'not_this'::text]))

waymark.meeting_line: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.meeting_line: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = meeting_line.child_id))))

waymark.mended_text: everybody_reads for select to waymark_app, waymark_door
  using true

waymark.mended_text: staff_mend for insert to waymark_app
  with check ((mended_by = ( SELECT waymark.actor_id() AS actor_id)) AND (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'administrator'::text])))

waymark.missed_chance: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = missed_chance.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = missed_chance.child_id)))

waymark.missed_chance: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = missed_chance.child_id)))

waymark.missed_chance: managers_end_reviews as restrictive for update to waymark_app
  using true
  with check ((ended_by IS NULL) OR ((ended_by = ( SELECT waymark.actor_id() AS actor_id)) AND (( SELECT waymark.actor_role() AS actor_role) = 'manager'::text)))

waymark.missed_chance: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.missed_chance: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.missed_chance: reach_locks for update to waymark_reach
  using true
  with check false

waymark.missed_chance: reach_reads for select to waymark_reach
  using true

waymark.missed_chance: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.missed_chance: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text, 'system'::text]))

waymark.missed_chance: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.missed_chance: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.missed_chance: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = missed_chance.child_id))))

waymark.missed_chance_learning: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = missed_chance_learning.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = missed_chance_learning.child_id)))

waymark.missed_chance_learning: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = missed_chance_learning.child_id)))

waymark.missed_chance_learning: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.missed_chance_learning: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.missed_chance_learning: reach_reads for select to waymark_reach
  using true

waymark.missed_chance_learning: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.missed_chance_learning: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text, 'system'::text]))

waymark.missed_chance_learning: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.missed_chance_learning: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.missed_chance_learning: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = missed_chance_learning.child_id))))

waymark.missing_period: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = missing_period.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = missing_period.child_id)))

waymark.missing_period: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = missing_period.child_id)))

waymark.missing_period: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.missing_period: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.missing_period: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.missing_period: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = missing_period.child_id))))

waymark.notice: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = notice.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = notice.child_id)))

waymark.notice: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = notice.child_id)))

waymark.notice: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.notice: notices_begin_waiting as restrictive for insert to waymark_app
  with check ((status = 'waiting'::text) AND (tries = 0))

waymark.notice: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.notice: stopped_by_those_beside as restrictive for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = 'system'::text) OR (status = 'waiting'::text))
  with check ((( SELECT waymark.actor_role() AS actor_role) = 'system'::text) OR (status = 'stopped'::text))

waymark.notice: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.notice: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = notice.child_id))))

waymark.notice_wish: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = notice_wish.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = notice_wish.child_id)))

waymark.notice_wish: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = notice_wish.child_id)))

waymark.notice_wish: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.notice_wish: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.notice_wish: only_they_change_a_wish as restrictive for update to waymark_app
  using (( SELECT waymark.actor_voice() AS actor_voice) = 'young_person'::text)

waymark.notice_wish: only_they_wish as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_voice() AS actor_voice) = 'young_person'::text)

waymark.notice_wish: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.notice_wish: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = notice_wish.child_id))))

waymark.nrm_answer: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = nrm_answer.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = nrm_answer.child_id)))

waymark.nrm_answer: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = nrm_answer.child_id)))

waymark.nrm_answer: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.nrm_answer: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.nrm_answer: staff_only as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.nrm_answer: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.nrm_answer: written_by_staff as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text]))

waymark.nrm_answer: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = nrm_answer.child_id))))

waymark.nrm_decision: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = nrm_decision.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = nrm_decision.child_id)))

waymark.nrm_decision: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = nrm_decision.child_id)))

waymark.nrm_decision: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.nrm_decision: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.nrm_decision: staff_only as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.nrm_decision: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.nrm_decision: written_by_staff as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text]))

waymark.nrm_decision: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = nrm_decision.child_id))))

waymark.nrm_evidence: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = nrm_evidence.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = nrm_evidence.child_id)))

waymark.nrm_evidence: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = nrm_evidence.child_id)))

waymark.nrm_evidence: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.nrm_evidence: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.nrm_evidence: reach_reads for select to waymark_reach
  using true

waymark.nrm_evidence: staff_only as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.nrm_evidence: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.nrm_evidence: written_by_staff as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text]))

waymark.nrm_evidence: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = nrm_evidence.child_id))))

waymark.nrm_referral: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = nrm_referral.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = nrm_referral.child_id)))

waymark.nrm_referral: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = nrm_referral.child_id)))

waymark.nrm_referral: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.nrm_referral: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.nrm_referral: staff_only as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.nrm_referral: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.nrm_referral: written_by_staff as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text]))

waymark.nrm_referral: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = nrm_referral.child_id))))

waymark.nrm_review: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = nrm_review.child_id)))

waymark.nrm_review: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.nrm_review: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.nrm_review: staff_only as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.nrm_review: written_by_staff as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text]))

waymark.nrm_review: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (reviewed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = nrm_review.child_id))))

waymark.nrm_view: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = nrm_view.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = nrm_view.child_id)))

waymark.nrm_view: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = nrm_view.child_id)))

waymark.nrm_view: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.nrm_view: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.nrm_view: staff_only as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.nrm_view: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.nrm_view: written_by_staff as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text]))

waymark.nrm_view: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = nrm_view.child_id))))

waymark.opportunity: changed_by_leads for update to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND ( SELECT waymark.actor_leads() AS actor_leads))

waymark.opportunity: on_the_board for select to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['young_person'::text, 'practitioner'::text, 'guardian'::text, 'manager'::text])))

waymark.opportunity: put_up_by_leads for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (made_by = ( SELECT waymark.actor_id() AS actor_id)) AND ( SELECT waymark.actor_leads() AS actor_leads))

waymark.opportunity: reach_reads for select to waymark_reach
  using true

waymark.opportunity_answer: answered_by_oneself for insert to waymark_app
  with check (waymark.child_is_actor(child_id) AND (EXISTS ( SELECT
   FROM waymark.opportunity o
  WHERE (o.id = opportunity_answer.opportunity_id))))

waymark.opportunity_answer: changed_by_oneself for update to waymark_app
  using waymark.child_is_actor(child_id)

waymark.opportunity_answer: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.opportunity_answer: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.opportunity_answer: reach_reads for select to waymark_reach
  using true

waymark.opportunity_answer: theirs_and_the_leads for select to waymark_app
  using (waymark.child_is_actor(child_id) OR ((answer <> 'taken_back'::text) AND waymark.actor_leads_opportunity(opportunity_id)))

waymark.opportunity_reply: follows_the_answer for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.opportunity_answer a
  WHERE (a.id = opportunity_reply.answer_id)))

waymark.opportunity_reply: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.opportunity_reply: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.opportunity_reply: replied_by_leads for insert to waymark_app
  with check ((by_id = ( SELECT waymark.actor_id() AS actor_id)) AND ( SELECT waymark.actor_leads() AS actor_leads) AND (EXISTS ( SELECT
   FROM waymark.opportunity_answer a
  WHERE (a.id = opportunity_reply.answer_id))))

waymark.organisation_file: of_ones_organisation for select to waymark_app
  using (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation))

waymark.organisation_file: reach_reads for select to waymark_reach
  using true

waymark.organisation_file: scanned_or_sealed_anew for update to waymark_app
  using (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation))

waymark.organisation_file: staff_add for insert to waymark_app
  with check ((made_by = ( SELECT waymark.actor_id() AS actor_id)) AND (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'administrator'::text])))

waymark.organisation_file_piece: follows_the_file for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.organisation_file f
  WHERE (f.id = organisation_file_piece.file_id)))

waymark.organisation_file_piece: reach_reads for select to waymark_reach
  using true

waymark.organisation_file_piece: written_with_the_file for insert to waymark_app
  with check (EXISTS ( SELECT
   FROM waymark.organisation_file f
  WHERE ((f.id = organisation_file_piece.file_id) AND (f.made_by = ( SELECT waymark.actor_id() AS actor_id)) AND (f.made_at >= now()))))

waymark.own_goal: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = own_goal.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = own_goal.child_id)))

waymark.own_goal: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = own_goal.child_id)))

waymark.own_goal: goals_say_who as restrictive for insert to waymark_app
  with check ((written_by = ( SELECT waymark.actor_id() AS actor_id)) AND ((said_by = 'young_person'::text) = (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text)))

waymark.own_goal: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.own_goal: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.own_goal: shared_as_they_say as restrictive for select to waymark_app
  using (NOT (child_id IN ( SELECT waymark.kept_back('goals'::text) AS kept_back)))

waymark.own_goal: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.own_goal: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = own_goal.child_id))))

waymark.own_goal_event: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = own_goal_event.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = own_goal_event.child_id)))

waymark.own_goal_event: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = own_goal_event.child_id)))

waymark.own_goal_event: goal_events_say_who as restrictive for insert to waymark_app
  with check ((written_by = ( SELECT waymark.actor_id() AS actor_id)) AND ((said_by = 'young_person'::text) = (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text)))

waymark.own_goal_event: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.own_goal_event: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.own_goal_event: shared_as_they_say as restrictive for select to waymark_app
  using (NOT (child_id IN ( SELECT waymark.kept_back('goals'::text) AS kept_back)))

waymark.own_goal_event: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.own_goal_event: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = own_goal_event.child_id))))

waymark.own_meaning: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = own_meaning.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = own_meaning.child_id)))

waymark.own_meaning: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = own_meaning.child_id)))

waymark.own_meaning: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.own_meaning: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.own_meaning: shared_as_they_say as restrictive for select to waymark_app
  using (NOT (child_id IN ( SELECT waymark.kept_back('words'::text) AS kept_back)))

waymark.own_meaning: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.own_meaning: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = own_meaning.child_id))))

waymark.own_setting: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = own_setting.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = own_setting.child_id)))

waymark.own_setting: door_reads for select to waymark_door
  using true

waymark.own_setting: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = own_setting.child_id)))

waymark.own_setting: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.own_setting: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.own_setting: theirs_to_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text)

waymark.own_setting: theirs_to_make as restrictive for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text) AND (private_to = ( SELECT waymark.actor_id() AS actor_id)))

waymark.own_setting: theirs_to_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text)

waymark.own_setting: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.own_setting: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = own_setting.child_id))))

waymark.own_view_of_person: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = own_view_of_person.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = own_view_of_person.child_id)))

waymark.own_view_of_person: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = own_view_of_person.child_id)))

waymark.own_view_of_person: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.own_view_of_person: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.own_view_of_person: reach_reads for select to waymark_reach
  using true

waymark.own_view_of_person: shared_as_they_say as restrictive for select to waymark_app
  using (NOT (child_id IN ( SELECT waymark.kept_back('people'::text) AS kept_back)))

waymark.own_view_of_person: theirs_to_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text)
  with check ((private_to IS NULL) OR (private_to = ( SELECT waymark.actor_id() AS actor_id)))

waymark.own_view_of_person: theirs_to_say as restrictive for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text) AND ((private_to IS NULL) OR (private_to = ( SELECT waymark.actor_id() AS actor_id))))

waymark.own_view_of_person: theirs_to_show as restrictive for select to waymark_app
  using (((private_to IS NULL) OR (private_to = ( SELECT waymark.actor_id() AS actor_id))) AND (about_staff_id IS DISTINCT FROM ( SELECT waymark.actor_id() AS actor_id)))

waymark.own_view_of_person: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.own_view_of_person: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = own_view_of_person.child_id))))

waymark.page_language: languages_of_an_organisation for select to waymark_app, waymark_door
  using true

waymark.page_language: switched for update to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['administrator'::text, 'manager'::text, 'system'::text])))

waymark.page_language: switched_on for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['administrator'::text, 'manager'::text, 'system'::text])))

waymark.person: administrators_change_accounts for update to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = 'administrator'::text) AND (role <> ALL (ARRAY['young_person'::text, 'system'::text])))
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (role <> ALL (ARRAY['young_person'::text, 'system'::text])))

waymark.person: administrators_open_accounts for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (((( SELECT waymark.actor_role() AS actor_role) = 'administrator'::text) AND (role <> ALL (ARRAY['young_person'::text, 'system'::text]))) OR ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text])) AND (role = 'young_person'::text))))

waymark.person: door_reads for select to waymark_door
  using true

waymark.person: keeper_makes_system_accounts for insert to waymark_keeper
  with check (role = 'system'::text)

waymark.person: keeper_names_young_people for update to waymark_keeper
  using (role = 'young_person'::text)
  with check (role = 'young_person'::text)

waymark.person: keeper_reads_staff for select to waymark_keeper
  using (role <> 'young_person'::text)

waymark.person: keeper_reads_system_accounts for select to waymark_keeper
  using (role = 'system'::text)

waymark.person: keeper_reads_young_people for select to waymark_keeper
  using (role = 'young_person'::text)

waymark.person: people_one_works_with for select to waymark_app
  using ((id = ( SELECT waymark.actor_id() AS actor_id)) OR ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (role <> 'young_person'::text)) OR ((role <> 'young_person'::text) AND (EXISTS ( SELECT
   FROM waymark.allocation a
  WHERE (a.person_id = person.id)))) OR ((role = 'young_person'::text) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.person_id = person.id)))))

waymark.person: reach_reads for select to waymark_reach
  using true

waymark.person: statistics_count for select to waymark_statistics
  using (role = 'young_person'::text)

waymark.person: those_beside_open_young_accounts for insert to waymark_app
  with check ((role = 'young_person'::text) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text])) AND (organisation_id IN ( SELECT c.organisation_id
   FROM waymark.child c
  WHERE (c.id = ANY (ARRAY( SELECT waymark.actor_children() AS actor_children))))))

waymark.person_away: away_ends for update to waymark_app
  using ((person_id = ( SELECT waymark.actor_id() AS actor_id)) OR (written_by = ( SELECT waymark.actor_id() AS actor_id)))

waymark.person_away: away_is_known for select to waymark_app
  using ((EXISTS ( SELECT
   FROM waymark.person p
  WHERE (p.id = person_away.person_id))) AND (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text))

waymark.person_away: away_is_written for insert to waymark_app
  with check ((written_by = ( SELECT waymark.actor_id() AS actor_id)) AND ((person_id = ( SELECT waymark.actor_id() AS actor_id)) OR ((( SELECT waymark.actor_role() AS actor_role) = 'manager'::text) AND (EXISTS ( SELECT
   FROM waymark.person p
  WHERE ((p.id = person_away.person_id) AND (p.organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND ((( SELECT waymark.actor_team() AS actor_team) IS NULL) OR (p.team_id = ( SELECT waymark.actor_team() AS actor_team)))))))))

waymark.person_away: reach_reads for select to waymark_reach
  using true

waymark.person_who_matters: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = person_who_matters.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = person_who_matters.child_id)))

waymark.person_who_matters: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = person_who_matters.child_id)))

waymark.person_who_matters: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.person_who_matters: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.person_who_matters: reach_reads for select to waymark_reach
  using true

waymark.person_who_matters: shared_as_they_say as restrictive for select to waymark_app
  using (NOT (child_id IN ( SELECT waymark.kept_back('people'::text) AS kept_back)))

waymark.person_who_matters: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.person_who_matters: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = person_who_matters.child_id))))

waymark.photo_of_somebody: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = photo_of_somebody.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = photo_of_somebody.child_id)))

waymark.photo_of_somebody: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = photo_of_somebody.child_id)))

waymark.photo_of_somebody: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.photo_of_somebody: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.photo_of_somebody: reach_reads for select to waymark_reach
  using true

waymark.photo_of_somebody: theirs_to_place as restrictive for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text) AND (private_to = ( SELECT waymark.actor_id() AS actor_id)) AND (taken_away_at IS NULL) AND (EXISTS ( SELECT
   FROM waymark.stored_file f
  WHERE ((f.id = photo_of_somebody.id) AND (f.made_by = ( SELECT waymark.actor_id() AS actor_id))))) AND (EXISTS ( SELECT
   FROM waymark.person_who_matters m
  WHERE ((m.id = photo_of_somebody.matters_id) AND (m.child_id = photo_of_somebody.child_id) AND (m.ended_at IS NULL)))))

waymark.photo_of_somebody: theirs_to_show as restrictive for select to waymark_app
  using ((private_to = ( SELECT waymark.actor_id() AS actor_id)) OR waymark.photo_is_open(id))

waymark.photo_of_somebody: theirs_to_take_away as restrictive for update to waymark_app
  using (private_to = ( SELECT waymark.actor_id() AS actor_id))

waymark.photo_of_somebody: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.photo_of_somebody: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = photo_of_somebody.child_id))))

waymark.place_of_learning: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = place_of_learning.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = place_of_learning.child_id)))

waymark.place_of_learning: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = place_of_learning.child_id)))

waymark.place_of_learning: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.place_of_learning: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.place_of_learning: own_account_speaks_for_itself as restrictive for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text) OR (said_by = 'child'::text))

waymark.place_of_learning: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.place_of_learning: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = place_of_learning.child_id))))

waymark.plan: approved_by_oneself as restrictive for update to waymark_app
  using true
  with check ((approved_by IS NULL) OR (approved_at < now()) OR ((approved_by = ( SELECT waymark.actor_id() AS actor_id)) AND (( SELECT waymark.actor_role() AS actor_role) = 'manager'::text)))

waymark.plan: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan.child_id)))

waymark.plan: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan.child_id)))

waymark.plan: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.plan: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.plan: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.plan: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.plan: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.plan: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan.child_id))))

waymark.plan_action: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_action.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_action.child_id)))

waymark.plan_action: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_action.child_id)))

waymark.plan_action: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.plan_action: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.plan_action: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.plan_action: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.plan_action: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.plan_action: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_action.child_id))))

waymark.plan_conflict: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_conflict.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_conflict.child_id)))

waymark.plan_conflict: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_conflict.child_id)))

waymark.plan_conflict: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.plan_conflict: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.plan_conflict: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.plan_conflict: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text, 'system'::text]))

waymark.plan_conflict: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.plan_conflict: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.plan_conflict: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_conflict.child_id))))

waymark.plan_goal: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_goal.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_goal.child_id)))

waymark.plan_goal: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_goal.child_id)))

waymark.plan_goal: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.plan_goal: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.plan_goal: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.plan_goal: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.plan_goal: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.plan_goal: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_goal.child_id))))

waymark.plan_head: everybody_reads for select to waymark_app
  using true

waymark.plan_plain: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_plain.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_plain.child_id)))

waymark.plan_plain: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_plain.child_id)))

waymark.plan_plain: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.plan_plain: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.plan_plain: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.plan_plain: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.plan_plain: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.plan_plain: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_plain.child_id))))

waymark.plan_said: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_said.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_said.child_id)))

waymark.plan_said: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_said.child_id)))

waymark.plan_said: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.plan_said: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.plan_said: said_by_whom as restrictive for insert to waymark_app
  with check ((answered_by IS NULL) AND (written_by = ( SELECT waymark.actor_id() AS actor_id)) AND ((( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text) OR (said_by = 'child'::text)) AND ((( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text) OR (said_by <> 'child'::text)))

waymark.plan_said: staff_answer as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)
  with check ((answered_by IS NULL) OR (answered_at < now()) OR (answered_by = ( SELECT waymark.actor_id() AS actor_id)))

waymark.plan_said: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.plan_said: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_said.child_id))))

waymark.plan_template: everybody_reads for select to waymark_app
  using true

waymark.plan_text: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_text.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_text.child_id)))

waymark.plan_text: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_text.child_id)))

waymark.plan_text: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.plan_text: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.plan_text: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.plan_text: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text, 'system'::text]))

waymark.plan_text: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.plan_text: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.plan_text: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = plan_text.child_id))))

waymark.process: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = process.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = process.child_id)))

waymark.process: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = process.child_id)))

waymark.process: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.process: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.process: reach_reads for select to waymark_reach
  using true

waymark.process: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.process: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.process: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.process: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = process.child_id))))

waymark.process_demand: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = process_demand.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = process_demand.child_id)))

waymark.process_demand: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = process_demand.child_id)))

waymark.process_demand: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.process_demand: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.process_demand: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.process_demand: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.process_demand: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.process_demand: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = process_demand.child_id))))

waymark.process_text: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = process_text.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = process_text.child_id)))

waymark.process_text: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = process_text.child_id)))

waymark.process_text: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.process_text: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.process_text: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.process_text: staff_write as restrictive for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text) AND (EXISTS ( SELECT
   FROM waymark.process p
  WHERE ((p.id = process_text.process_id) AND (p.child_id = process_text.child_id)))))

waymark.process_text: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.process_text: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = process_text.child_id))))

waymark.process_wait: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = process_wait.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = process_wait.child_id)))

waymark.process_wait: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = process_wait.child_id)))

waymark.process_wait: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.process_wait: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.process_wait: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.process_wait: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.process_wait: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.process_wait: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = process_wait.child_id))))

waymark.protection_step: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = protection_step.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = protection_step.child_id)))

waymark.protection_step: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = protection_step.child_id)))

waymark.protection_step: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.protection_step: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.protection_step: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.protection_step: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text, 'system'::text]))

waymark.protection_step: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.protection_step: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.protection_step: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = protection_step.child_id))))

waymark.pseudonym_key: pseudonyms_are_made for all to waymark_reach
  using true
  with check true

waymark.receipt: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = receipt.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = receipt.child_id)))

waymark.receipt: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = receipt.child_id)))

waymark.receipt: keeper_keeps for all to waymark_keeper
  using true
  with check true

waymark.receipt: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.receipt: not_shown_to as restrictive for select to waymark_app
  using (NOT (( SELECT waymark.actor_id() AS actor_id) = ANY (not_to)))

waymark.receipt: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.receipt: reach_reads for select to waymark_reach
  using true

waymark.receipt: statistics_count for select to waymark_statistics
  using (subject = ANY (ARRAY['check_in'::text, 'statement'::text, 'meeting'::text]))

waymark.receipt: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.receipt: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = receipt.child_id))))

waymark.register_release: own_organisation_makes for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (made_by = ( SELECT waymark.actor_id() AS actor_id)) AND (made_at = now()) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text, 'system'::text])))

waymark.register_release: own_organisation_reads for select to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text, 'system'::text])))

waymark.reply_promise: managers_promise for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['manager'::text, 'system'::text])) AND (set_by = ( SELECT waymark.actor_id() AS actor_id)))

waymark.reply_promise: promises_are_known for select to waymark_app
  using ((organisation_id IS NULL) OR (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)))

waymark.reply_promise: reach_reads for select to waymark_reach
  using true

waymark.return_row: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = return_row.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = return_row.child_id)))

waymark.return_row: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = return_row.child_id)))

waymark.return_row: kept_apart as restrictive for select to waymark_app
  using ((private_to IS NULL) OR (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['manager'::text, 'auditor'::text, 'system'::text])))

waymark.return_row: kept_apart_is_not_changed as restrictive for update to waymark_app
  using ((private_to IS NULL) OR (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['manager'::text, 'auditor'::text, 'system'::text])))

waymark.return_row: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.return_row: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.return_row: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.return_row: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = return_row.child_id))))

waymark.review_check: checks_are_known for select to waymark_app
  using (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation))

waymark.review_check: managers_check for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['manager'::text, 'system'::text])) AND (owner_id = ( SELECT waymark.actor_id() AS actor_id)))

waymark.review_clock: clocks_are_known for select to waymark_app
  using ((organisation_id IS NULL) OR (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)))

waymark.review_clock: clocks_that_came for select to waymark_door
  using (organisation_id IS NULL)

waymark.review_clock: managers_set_clocks for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['manager'::text, 'system'::text])) AND (set_by = ( SELECT waymark.actor_id() AS actor_id)))

waymark.reviewer_appointment: appointments_are_known for select to waymark_app
  using (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation))

waymark.reviewer_appointment: managers_appoint for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (appointed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['manager'::text, 'administrator'::text])) AND (EXISTS ( SELECT
   FROM waymark.person p
  WHERE ((p.id = reviewer_appointment.person_id) AND (p.organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (p.role = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text]))))))

waymark.reviewer_appointment: managers_end_appointments for update to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['manager'::text, 'administrator'::text])))

waymark.reviewer_appointment: reach_reads for select to waymark_reach
  using true

waymark.row_history: complaints_keep_their_history as restrictive for select to waymark_app
  using 
CASE table_name
    WHEN 'complaint'::text THEN (EXISTS ( SELECT
       FROM waymark.complaint c
      WHERE (c.id = row_history.row_id)))
    WHEN 'feedback_on_us'::text THEN (EXISTS ( SELECT
       FROM waymark.feedback_on_us f
      WHERE (f.id = row_history.row_id)))
    ELSE true
END

waymark.row_history: history_follows_child for select to waymark_app
  using (((private_to IS NULL) OR (private_to = ( SELECT waymark.actor_id() AS actor_id))) AND (child_id IS NOT NULL) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = row_history.child_id))))

waymark.row_history: history_of_audits_is_staffs as restrictive for select to waymark_app
  using ((table_name !~~ 'case\_audit%'::text) OR (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['manager'::text, 'auditor'::text])) OR (replaced_by = ( SELECT waymark.actor_id() AS actor_id)))

waymark.row_history: history_of_staff as restrictive for select to waymark_app
  using ((table_name <> ALL (ARRAY['concern'::text, 'exploitation_situation'::text, 'situation_form'::text, 'situation_element'::text, 'protection_step'::text, 'linked_referral'::text, 'cross_border_contact'::text, 'missed_chance'::text, 'missed_chance_learning'::text])) OR (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text))

waymark.row_history: keeper_writes for insert to waymark_keeper
  with check true

waymark.row_history: only_within_the_wall as restrictive for select to waymark_app
  using ((table_name <> 'walled_note'::text) OR waymark.within_the_wall(child_id))

waymark.row_history: people_shared_as_they_say as restrictive for select to waymark_app
  using ((table_name <> ALL (ARRAY['own_view_of_person'::text, 'trusted_time'::text])) OR (child_id IS NULL) OR (NOT (child_id IN ( SELECT waymark.kept_back('people'::text) AS kept_back))))

waymark.row_history: plans_for_people_they_love_keep_their_history as restrictive for select to waymark_app
  using 
CASE table_name
    WHEN 'loved_plan'::text THEN (EXISTS ( SELECT
       FROM waymark.loved_plan p
      WHERE (p.id = row_history.row_id)))
    WHEN 'loved_step'::text THEN (EXISTS ( SELECT
       FROM waymark.loved_step s
      WHERE (s.id = row_history.row_id)))
    WHEN 'loved_contact'::text THEN (EXISTS ( SELECT
       FROM waymark.loved_contact k
      WHERE (k.id = row_history.row_id)))
    ELSE true
END

waymark.row_history: receipts_keep_their_history as restrictive for select to waymark_app
  using ((table_name <> 'receipt'::text) OR (EXISTS ( SELECT
   FROM waymark.receipt r
  WHERE (r.id = row_history.row_id))))

waymark.row_history: referrals_keep_their_readers as restrictive for select to waymark_app
  using ((table_name <> ALL (ARRAY['nrm_referral'::text, 'nrm_answer'::text, 'nrm_view'::text, 'nrm_evidence'::text, 'nrm_decision'::text])) OR (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text))

waymark.row_history: shared_as_they_say as restrictive for select to waymark_app
  using 
CASE
    WHEN (table_name = ANY (ARRAY['check_in'::text, 'check_in_answer'::text, 'check_in_influence'::text])) THEN ((child_id IS NULL) OR (NOT (child_id IN ( SELECT waymark.kept_back('check_ins'::text) AS kept_back))))
    WHEN (table_name = ANY (ARRAY['own_goal'::text, 'own_goal_event'::text])) THEN ((child_id IS NULL) OR (NOT (child_id IN ( SELECT waymark.kept_back('goals'::text) AS kept_back))))
    WHEN (table_name = 'person_who_matters'::text) THEN ((child_id IS NULL) OR (NOT (child_id IN ( SELECT waymark.kept_back('people'::text) AS kept_back))))
    WHEN (table_name = ANY (ARRAY['about_me'::text, 'own_meaning'::text])) THEN ((child_id IS NULL) OR (NOT (child_id IN ( SELECT waymark.kept_back('words'::text) AS kept_back))))
    ELSE true
END

waymark.row_history: taking_part_keeps_its_history as restrictive for select to waymark_app
  using ((table_name <> ALL (ARRAY['opportunity_answer'::text, 'opportunity_reply'::text, 'invitation'::text, 'group_member'::text, 'session_quote'::text, 'gallery_work'::text])) OR waymark.child_is_actor(child_id))

waymark.row_history: views_of_people_keep_their_readers as restrictive for select to waymark_app
  using 
CASE table_name
    WHEN 'own_view_of_person'::text THEN (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text)
    WHEN 'agency_view_of_person'::text THEN ((( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text) AND (((was ->> 'about_staff_id'::text))::uuid IS DISTINCT FROM ( SELECT waymark.actor_id() AS actor_id)))
    ELSE true
END

waymark.sent_form: keeper_forgets for all to waymark_keeper
  using true

waymark.sent_form: own_forms for all to waymark_app
  using (person_id = ( SELECT waymark.actor_id() AS actor_id))
  with check (person_id = ( SELECT waymark.actor_id() AS actor_id))

waymark.session_quote: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.session_quote: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.session_quote: reach_reads for select to waymark_reach
  using true

waymark.session_quote: said_by_oneself for update to waymark_app
  using waymark.child_is_actor(child_id)

waymark.session_quote: theirs_and_the_leads for select to waymark_app
  using (waymark.child_is_actor(child_id) OR ((state = ANY (ARRAY['waiting'::text, 'yes'::text])) AND waymark.actor_leads_session(session_id)))

waymark.session_quote: written_by_leads for insert to waymark_app
  with check ((written_by = ( SELECT waymark.actor_id() AS actor_id)) AND (state = 'waiting'::text) AND waymark.actor_leads_session(session_id))

waymark.sessions_ended: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = sessions_ended.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = sessions_ended.child_id)))

waymark.sessions_ended: ended_by_oneself as restrictive for insert to waymark_app
  with check ((ended_by = ( SELECT waymark.actor_id() AS actor_id)) AND (told_at IS NULL) AND (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text))

waymark.sessions_ended: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = sessions_ended.child_id)))

waymark.sessions_ended: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.sessions_ended: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.sessions_ended: reach_reads for select to waymark_reach
  using true

waymark.sessions_ended: told_by_seeing as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text)

waymark.sessions_ended: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.sessions_ended: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = sessions_ended.child_id))))

waymark.setting_suggestion: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = setting_suggestion.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = setting_suggestion.child_id)))

waymark.setting_suggestion: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = setting_suggestion.child_id)))

waymark.setting_suggestion: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.setting_suggestion: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.setting_suggestion: they_answer as restrictive for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text) AND (answer IS NULL))
  with check ((( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text) AND (answer IS NOT NULL))

waymark.setting_suggestion: workers_suggest as restrictive for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text])) AND (suggested_by = ( SELECT waymark.actor_id() AS actor_id)) AND (answer IS NULL))

waymark.setting_suggestion: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.setting_suggestion: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = setting_suggestion.child_id))))

waymark.sharing_choice: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = sharing_choice.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = sharing_choice.child_id)))

waymark.sharing_choice: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = sharing_choice.child_id)))

waymark.sharing_choice: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.sharing_choice: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.sharing_choice: reach_reads for select to waymark_reach
  using true

waymark.sharing_choice: theirs_to_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text)

waymark.sharing_choice: theirs_to_make as restrictive for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text) AND (private_to = ( SELECT waymark.actor_id() AS actor_id)))

waymark.sharing_choice: theirs_to_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text)

waymark.sharing_choice: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.sharing_choice: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = sharing_choice.child_id))))

waymark.shown_line: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = shown_line.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = shown_line.child_id)))

waymark.shown_line: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = shown_line.child_id)))

waymark.shown_line: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.shown_line: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.shown_line: shown_by_a_worker as restrictive for insert to waymark_app
  with check ((shown_by = ( SELECT waymark.actor_id() AS actor_id)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text])) AND (waymark.line_version(about, line_id, child_id) = line_version))

waymark.shown_line: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.shown_line: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = shown_line.child_id))))

waymark.situation_element: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = situation_element.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = situation_element.child_id)))

waymark.situation_element: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = situation_element.child_id)))

waymark.situation_element: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.situation_element: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.situation_element: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.situation_element: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text, 'system'::text]))

waymark.situation_element: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.situation_element: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.situation_element: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = situation_element.child_id))))

waymark.situation_form: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = situation_form.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = situation_form.child_id)))

waymark.situation_form: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = situation_form.child_id)))

waymark.situation_form: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.situation_form: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.situation_form: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.situation_form: staff_read as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'auditor'::text, 'system'::text]))

waymark.situation_form: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'system'::text]))

waymark.situation_form: statistics_count for select to waymark_statistics
  using true

waymark.situation_form: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.situation_form: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = situation_form.child_id))))

waymark.somebody_now: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = somebody_now.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = somebody_now.child_id)))

waymark.somebody_now: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = somebody_now.child_id)))

waymark.somebody_now: keeper_keeps for all to waymark_keeper
  using true
  with check true

waymark.somebody_now: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.somebody_now: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.somebody_now: pressed_by_the_young_person as restrictive for insert to waymark_app
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE ((c.id = somebody_now.child_id) AND (c.person_id = ( SELECT waymark.actor_id() AS actor_id)))))

waymark.somebody_now: reach_reads for select to waymark_reach
  using true

waymark.somebody_now: whoever_was_asked for select to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text])) AND ((asked_id = ( SELECT waymark.actor_id() AS actor_id)) OR (seen_by = ( SELECT waymark.actor_id() AS actor_id)) OR (asked_id IS NULL)))

waymark.somebody_now: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.somebody_now: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = somebody_now.child_id))))

waymark.somebody_now_step: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = somebody_now_step.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = somebody_now_step.child_id)))

waymark.somebody_now_step: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = somebody_now_step.child_id)))

waymark.somebody_now_step: keeper_reads for select to waymark_keeper
  using true

waymark.somebody_now_step: keeper_writes for insert to waymark_keeper
  with check true

waymark.somebody_now_step: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.somebody_now_step: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.somebody_now_step: reach_reads for select to waymark_reach
  using true

waymark.somebody_now_step: steps_by_whose_they_are as restrictive for insert to waymark_app
  with check ((by_id = ( SELECT waymark.actor_id() AS actor_id)) AND (to_id IS NULL) AND (to_name IS NULL) AND (to_phone IS NULL) AND
CASE
    WHEN (kind = 'not_needed'::text) THEN (EXISTS ( SELECT
       FROM waymark.child c
      WHERE ((c.id = somebody_now_step.child_id) AND (c.person_id = ( SELECT waymark.actor_id() AS actor_id)))))
    ELSE ((kind = ANY (ARRAY['seen'::text, 'wrote'::text, 'ended'::text])) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text])))
END)

waymark.somebody_now_step: whoever_was_asked for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.somebody_now s
  WHERE (s.id = somebody_now_step.signal_id)))

waymark.somebody_now_step: whoever_was_asked_writes for insert to waymark_app
  with check (EXISTS ( SELECT
   FROM waymark.somebody_now s
  WHERE (s.id = somebody_now_step.signal_id)))

waymark.somebody_now_step: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.somebody_now_step: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = somebody_now_step.child_id))))

waymark.staff_photo: of_those_beside_me for select to waymark_app
  using ((taken_away_at IS NULL) AND (scan = ANY (ARRAY['clean'::text, 'not_scanned'::text])) AND (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text) AND (EXISTS ( SELECT
   FROM (waymark.allocation a
     JOIN waymark.child c ON ((c.id = a.child_id)))
  WHERE ((a.person_id = staff_photo.person_id) AND (a.ended_on IS NULL) AND (c.person_id = ( SELECT waymark.actor_id() AS actor_id))))))

waymark.staff_photo: ones_own for select to waymark_app
  using (person_id = ( SELECT waymark.actor_id() AS actor_id))

waymark.staff_photo: placed_by_themselves for insert to waymark_app
  with check ((person_id = ( SELECT waymark.actor_id() AS actor_id)) AND (taken_away_at IS NULL) AND (version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text])))

waymark.staff_photo: reached_to_seal_anew for select to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = 'system'::text) AND (EXISTS ( SELECT
   FROM waymark.person p
  WHERE ((p.id = staff_photo.person_id) AND (p.organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation))))))

waymark.staff_photo: sealed_anew for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = 'system'::text) AND (EXISTS ( SELECT
   FROM waymark.person p
  WHERE ((p.id = staff_photo.person_id) AND (p.organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation))))))

waymark.staff_photo: taken_away_by_themselves for update to waymark_app
  using (person_id = ( SELECT waymark.actor_id() AS actor_id))
  with check (person_id = ( SELECT waymark.actor_id() AS actor_id))

waymark.stage_release: own_organisation_makes for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (made_by = ( SELECT waymark.actor_id() AS actor_id)) AND (made_at = now()) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text, 'system'::text])))

waymark.stage_release: own_organisation_reads for select to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text, 'system'::text])))

waymark.statement: changed_by_oneself as restrictive for update to waymark_app
  using (author_id = ( SELECT waymark.actor_id() AS actor_id))

waymark.statement: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement.child_id)))

waymark.statement: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement.child_id)))

waymark.statement: known_to_those_it_is_for as restrictive for select to waymark_app
  using ((author_id = ( SELECT waymark.actor_id() AS actor_id)) OR waymark.statement_is_known(id))

waymark.statement: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.statement: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.statement: reach_reads for select to waymark_reach
  using true

waymark.statement: said_by_oneself as restrictive for insert to waymark_app
  with check ((author_id = ( SELECT waymark.actor_id() AS actor_id)) AND (status = 'draft'::text) AND (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE ((c.id = statement.child_id) AND (c.person_id = ( SELECT waymark.actor_id() AS actor_id))))))

waymark.statement: statistics_count for select to waymark_statistics
  using (status = ANY (ARRAY['sent'::text, 'withdrawn'::text]))

waymark.statement: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.statement: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement.child_id))))

waymark.statement_beside: beside_what_is_open as restrictive for select to waymark_app
  using waymark.part_is_open(part_id)

waymark.statement_beside: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_beside.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_beside.child_id)))

waymark.statement_beside: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_beside.child_id)))

waymark.statement_beside: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.statement_beside: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.statement_beside: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.statement_beside: written_by_those_it_is_for as restrictive for insert to waymark_app
  with check ((written_by = ( SELECT waymark.actor_id() AS actor_id)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text])) AND waymark.part_is_open(part_id))

waymark.statement_beside: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_beside.child_id))))

waymark.statement_not_said: beside_what_is_open as restrictive for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.statement_beside b
  WHERE (b.id = statement_not_said.beside_id)))

waymark.statement_not_said: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_not_said.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_not_said.child_id)))

waymark.statement_not_said: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_not_said.child_id)))

waymark.statement_not_said: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.statement_not_said: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.statement_not_said: said_by_oneself as restrictive for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text) AND (EXISTS ( SELECT
   FROM waymark.statement_beside b
  WHERE (b.id = statement_not_said.beside_id))))

waymark.statement_not_said: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.statement_not_said: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_not_said.child_id))))

waymark.statement_opening: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_opening.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_opening.child_id)))

waymark.statement_opening: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_opening.child_id)))

waymark.statement_opening: known_with_what_was_sent as restrictive for select to waymark_app
  using ((person_id = ( SELECT waymark.actor_id() AS actor_id)) OR waymark.statement_is_known(statement_id))

waymark.statement_opening: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.statement_opening: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.statement_opening: opened_by_oneself as restrictive for insert to waymark_app
  with check ((person_id = ( SELECT waymark.actor_id() AS actor_id)) AND waymark.statement_is_for_actor(statement_id))

waymark.statement_opening: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.statement_opening: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_opening.child_id))))

waymark.statement_part: changed_by_oneself as restrictive for update to waymark_app
  using (private_to = ( SELECT waymark.actor_id() AS actor_id))

waymark.statement_part: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_part.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_part.child_id)))

waymark.statement_part: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_part.child_id)))

waymark.statement_part: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.statement_part: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.statement_part: open_to_those_it_is_for as restrictive for select to waymark_app
  using ((private_to = ( SELECT waymark.actor_id() AS actor_id)) OR waymark.part_is_open(id))

waymark.statement_part: reach_reads for select to waymark_reach
  using true

waymark.statement_part: said_by_oneself as restrictive for insert to waymark_app
  with check ((private_to = ( SELECT waymark.actor_id() AS actor_id)) AND (EXISTS ( SELECT
   FROM waymark.statement s
  WHERE ((s.id = statement_part.statement_id) AND (s.author_id = ( SELECT waymark.actor_id() AS actor_id)) AND (s.status = 'draft'::text)))))

waymark.statement_part: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.statement_part: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_part.child_id))))

waymark.statement_passed_on: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_passed_on.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_passed_on.child_id)))

waymark.statement_passed_on: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_passed_on.child_id)))

waymark.statement_passed_on: known_with_what_was_sent as restrictive for select to waymark_app
  using ((by_person = ( SELECT waymark.actor_id() AS actor_id)) OR waymark.statement_is_known(statement_id))

waymark.statement_passed_on: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.statement_passed_on: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.statement_passed_on: passed_on_with_a_reason as restrictive for insert to waymark_app
  with check ((by_person = ( SELECT waymark.actor_id() AS actor_id)) AND (EXISTS ( SELECT
   FROM waymark.statement s
  WHERE ((s.id = statement_passed_on.statement_id) AND (s.status = 'sent'::text)))) AND (EXISTS ( SELECT
   FROM waymark.person p
  WHERE ((p.id = statement_passed_on.to_person) AND (p.ended_at IS NULL) AND (p.role = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text]))))) AND (waymark.statement_is_for_actor(statement_id) OR ((( SELECT waymark.actor_role() AS actor_role) = 'manager'::text) AND (to_person = ( SELECT waymark.actor_id() AS actor_id)))))

waymark.statement_passed_on: reach_reads for select to waymark_reach
  using true

waymark.statement_passed_on: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.statement_passed_on: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_passed_on.child_id))))

waymark.statement_recipient: changed_by_oneself as restrictive for update to waymark_app
  using (private_to = ( SELECT waymark.actor_id() AS actor_id))

waymark.statement_recipient: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_recipient.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_recipient.child_id)))

waymark.statement_recipient: chosen_by_oneself as restrictive for insert to waymark_app
  with check ((private_to = ( SELECT waymark.actor_id() AS actor_id)) AND (NOT taken_out) AND (EXISTS ( SELECT
   FROM waymark.statement s
  WHERE ((s.id = statement_recipient.statement_id) AND (s.author_id = ( SELECT waymark.actor_id() AS actor_id)) AND (s.status = 'draft'::text)))) AND (EXISTS ( SELECT
   FROM waymark.allocation a
  WHERE ((a.child_id = statement_recipient.child_id) AND (a.person_id = statement_recipient.person_id) AND (a.ended_on IS NULL)))))

waymark.statement_recipient: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_recipient.child_id)))

waymark.statement_recipient: known_with_what_was_sent as restrictive for select to waymark_app
  using ((private_to = ( SELECT waymark.actor_id() AS actor_id)) OR waymark.statement_is_known(statement_id))

waymark.statement_recipient: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.statement_recipient: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.statement_recipient: reach_reads for select to waymark_reach
  using true

waymark.statement_recipient: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.statement_recipient: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = statement_recipient.child_id))))

waymark.statistics_release: own_organisation_makes for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (made_by = ( SELECT waymark.actor_id() AS actor_id)) AND (made_at = now()) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text, 'system'::text])))

waymark.statistics_release: own_organisation_reads for select to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text, 'system'::text])))

waymark.stored_file: changed_by_who_opens_it as restrictive for update to waymark_app
  using ((( SELECT waymark.actor_role() AS actor_role) = 'system'::text) OR waymark.file_is_open(id))

waymark.stored_file: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = stored_file.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = stored_file.child_id)))

waymark.stored_file: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = stored_file.child_id)))

waymark.stored_file: made_by_oneself as restrictive for insert to waymark_app
  with check (made_by = ( SELECT waymark.actor_id() AS actor_id))

waymark.stored_file: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.stored_file: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.stored_file: opened_through_what_it_belongs_to as restrictive for select to waymark_app
  using ((made_by = ( SELECT waymark.actor_id() AS actor_id)) OR (( SELECT waymark.actor_role() AS actor_role) = 'system'::text) OR waymark.file_is_open(id))

waymark.stored_file: reach_reads for select to waymark_reach
  using true

waymark.stored_file: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.stored_file: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = stored_file.child_id))))

waymark.stored_file_piece: follows_the_file for select to waymark_app
  using ((EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = stored_file_piece.child_id))) AND waymark.file_is_open(file_id))

waymark.stored_file_piece: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.stored_file_piece: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.stored_file_piece: reach_reads for select to waymark_reach
  using true

waymark.stored_file_piece: written_with_the_file for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.stored_file f
  WHERE ((f.id = stored_file_piece.file_id) AND (f.child_id = stored_file_piece.child_id) AND (f.made_by = ( SELECT waymark.actor_id() AS actor_id)) AND (f.made_at >= now())))))

waymark.taking_part_wish: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = taking_part_wish.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = taking_part_wish.child_id)))

waymark.taking_part_wish: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = taking_part_wish.child_id)))

waymark.taking_part_wish: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.taking_part_wish: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.taking_part_wish: reach_reads for select to waymark_reach
  using true

waymark.taking_part_wish: theirs_to_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text)

waymark.taking_part_wish: theirs_to_say as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text)

waymark.taking_part_wish: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.taking_part_wish: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = taking_part_wish.child_id))))

waymark.team: administrators_make_teams for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = 'administrator'::text))

waymark.team: administrators_rename_teams for update to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = 'administrator'::text))

waymark.team: teams_are_known for select to public
  using true

waymark.text_recording: of_ones_organisation for select to waymark_app
  using (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation))

waymark.text_recording: reach_reads for select to waymark_reach
  using true

waymark.text_recording: staff_add for insert to waymark_app
  with check ((added_by = ( SELECT waymark.actor_id() AS actor_id)) AND (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'administrator'::text])) AND (EXISTS ( SELECT
   FROM waymark.organisation_file f
  WHERE ((f.id = text_recording.file_id) AND (f.made_by = ( SELECT waymark.actor_id() AS actor_id))))))

waymark.text_recording_act: follows_the_recording for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.text_recording r
  WHERE (r.id = text_recording_act.recording_id)))

waymark.text_recording_act: reach_reads for select to waymark_reach
  using true

waymark.text_recording_act: staff_act for insert to waymark_app
  with check ((done_by = ( SELECT waymark.actor_id() AS actor_id)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text, 'administrator'::text])) AND (EXISTS ( SELECT
   FROM waymark.text_recording r
  WHERE (r.id = text_recording_act.recording_id))))

waymark.trusted_answer: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = trusted_answer.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = trusted_answer.child_id)))

waymark.trusted_answer: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = trusted_answer.child_id)))

waymark.trusted_answer: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.trusted_answer: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.trusted_answer: own_answer_stays as restrictive for update to waymark_app
  using ((said_by <> 'child'::text) OR (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text))
  with check ((said_by = 'child'::text) = (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text))

waymark.trusted_answer: said_by_whom_it_says as restrictive for insert to waymark_app
  with check ((said_by = 'child'::text) = (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text))

waymark.trusted_answer: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.trusted_answer: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = trusted_answer.child_id))))

waymark.trusted_time: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = trusted_time.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = trusted_time.child_id)))

waymark.trusted_time: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = trusted_time.child_id)))

waymark.trusted_time: kept_by_trigger for all to waymark_keeper
  using true
  with check true

waymark.trusted_time: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.trusted_time: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.trusted_time: reach_reads for select to waymark_reach
  using true

waymark.trusted_time: shared_as_they_say as restrictive for select to waymark_app
  using (NOT (child_id IN ( SELECT waymark.kept_back('people'::text) AS kept_back)))

waymark.trusted_time: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.trusted_time: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = trusted_time.child_id))))

waymark.voice_stage: meanings_are_known for select to waymark_app, waymark_statistics
  using true

waymark.wait_release: own_organisation_makes for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (made_by = ( SELECT waymark.actor_id() AS actor_id)) AND (made_at = now()) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text, 'system'::text])))

waymark.wait_release: own_organisation_reads for select to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['analyst'::text, 'manager'::text, 'system'::text])))

waymark.waiting_words: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = waiting_words.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = waiting_words.child_id)))

waymark.waiting_words: each_voice_again as restrictive for update to waymark_app
  using true
  with check ((said_by = 'child'::text) = (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text))

waymark.waiting_words: each_voice_its_own as restrictive for insert to waymark_app
  with check (((said_by = 'child'::text) = (( SELECT waymark.actor_role() AS actor_role) = 'young_person'::text)) AND (EXISTS ( SELECT
   FROM waymark.process p
  WHERE ((p.id = waiting_words.process_id) AND (p.child_id = waiting_words.child_id)))))

waymark.waiting_words: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = waiting_words.child_id)))

waymark.waiting_words: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.waiting_words: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.waiting_words: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.waiting_words: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = waiting_words.child_id))))

waymark.walled_note: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = walled_note.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = walled_note.child_id)))

waymark.walled_note: changed_within_the_wall as restrictive for update to waymark_app
  using waymark.within_the_wall(child_id)

waymark.walled_note: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = walled_note.child_id)))

waymark.walled_note: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.walled_note: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.walled_note: only_within_the_wall as restrictive for select to waymark_app
  using waymark.within_the_wall(child_id)

waymark.walled_note: staff_change as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.walled_note: staff_write as restrictive for insert to waymark_app
  with check (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text)

waymark.walled_note: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.walled_note: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = walled_note.child_id))))

waymark.walled_note: written_within_the_wall as restrictive for insert to waymark_app
  with check waymark.within_the_wall(child_id)

waymark.way_to_reach: changed_by_themselves for update to waymark_app
  using (person_id = ( SELECT waymark.actor_id() AS actor_id))
  with check (person_id = ( SELECT waymark.actor_id() AS actor_id))

waymark.way_to_reach: seen_with_the_person for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.person p
  WHERE (p.id = way_to_reach.person_id)))

waymark.way_to_reach: written_by_themselves for insert to waymark_app
  with check ((person_id = ( SELECT waymark.actor_id() AS actor_id)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text])))

waymark.word_given: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = word_given.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = word_given.child_id)))

waymark.word_given: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = word_given.child_id)))

waymark.word_given: given_as_they_wished as restrictive for insert to waymark_app
  with check ((by_id = ( SELECT waymark.actor_id() AS actor_id)) AND (( SELECT waymark.actor_role() AS actor_role) = 'manager'::text) AND (EXISTS ( SELECT
   FROM waymark.word_wish w
  WHERE ((w.child_id = word_given.child_id) AND (w.often <> 'never'::text)))) AND (NOT (EXISTS ( SELECT
   FROM waymark.contact_stop s
  WHERE ((s.child_id = word_given.child_id) AND (s.lifted_at IS NULL))))))

waymark.word_given: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.word_given: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.word_given: read_by_who_leads as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['young_person'::text, 'manager'::text]))

waymark.word_given: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.word_given: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = word_given.child_id))))

waymark.word_wish: changed_by_them_alone as restrictive for update to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE ((c.id = word_wish.child_id) AND (c.person_id = ( SELECT waymark.actor_id() AS actor_id)))))

waymark.word_wish: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = word_wish.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = word_wish.child_id)))

waymark.word_wish: chosen_by_them_alone as restrictive for insert to waymark_app
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE ((c.id = word_wish.child_id) AND (c.person_id = ( SELECT waymark.actor_id() AS actor_id)))))

waymark.word_wish: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = word_wish.child_id)))

waymark.word_wish: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.word_wish: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.word_wish: read_by_who_leads as restrictive for select to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['young_person'::text, 'manager'::text]))

waymark.word_wish: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.word_wish: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = word_wish.child_id))))

waymark.wording_advice: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = wording_advice.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = wording_advice.child_id)))

waymark.wording_advice: counted for select to waymark_statistics
  using true

waymark.wording_advice: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = wording_advice.child_id)))

waymark.wording_advice: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.wording_advice: ones_own_adds as restrictive for insert to waymark_app
  with check ((person_id = ( SELECT waymark.actor_id() AS actor_id)) AND (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)))

waymark.wording_advice: ones_own_reads as restrictive for select to waymark_app
  using (person_id = ( SELECT waymark.actor_id() AS actor_id))

waymark.wording_advice: ones_own_settles as restrictive for update to waymark_app
  using (person_id = ( SELECT waymark.actor_id() AS actor_id))

waymark.wording_advice: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.wording_advice: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.wording_advice: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = wording_advice.child_id))))

waymark.wording_look: added_by_staff for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text))

waymark.wording_look: counted for select to waymark_statistics
  using true

waymark.wording_phrase: kept_by_those_who_answer_for_it for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (written_by = ( SELECT waymark.actor_id() AS actor_id)) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['manager'::text, 'administrator'::text])))

waymark.wording_phrase: of_ones_organisation for select to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) <> 'young_person'::text))

waymark.worker_episode: changed_within_reach for update to waymark_app
  using (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = worker_episode.child_id))))
  with check (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = worker_episode.child_id)))

waymark.worker_episode: follows_child for select to waymark_app
  using (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = worker_episode.child_id)))

waymark.worker_episode: not_changed_for_an_audit as restrictive for update to waymark_app
  using COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.worker_episode: only_read_for_an_audit as restrictive for insert to waymark_app
  with check COALESCE((child_id <> ALL (ARRAY( SELECT waymark.actor_only_audits() AS actor_only_audits))), true)

waymark.worker_episode: written_as_oneself as restrictive for insert to waymark_app
  with check ((version = 1) AND (changed_by = ( SELECT waymark.actor_id() AS actor_id)) AND (changed_at >= now()))

waymark.worker_episode: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = worker_episode.child_id))))

-- Grants on tables and columns --------------------------------------------------------------

waymark.about_me: waymark_app may insert, select, update

waymark.about_me: waymark_statistics may select (changed_at), select (child_id), select (said_by), select (topic)

waymark.access_event: waymark_app may insert, select, update

waymark.access_event: waymark_statistics may select

waymark.access_request: waymark_app may insert, select, update

waymark.access_request: waymark_statistics may select

waymark.age_doubt: waymark_app may insert, select, update

waymark.agency_view_of_person: waymark_app may insert, select, update

waymark.allocation: waymark_app may insert, select, update

waymark.allocation: waymark_keeper may select

waymark.allocation: waymark_reach may select

waymark.allocation: waymark_statistics may select (child_id), select (ended_on), select (started_on)

waymark.appointment: waymark_app may insert, select, update

waymark.appointment_answer: waymark_app may insert, select, update

waymark.appointment_change: waymark_app may insert, select

waymark.asked_not_about: waymark_app may insert, select, update (topics)

waymark.assessment: waymark_app may insert, select, update (affected), update (best_interests), update (chosen_option_id), update (decision), update (drafting_began_on), update (involve_by), update (not_involved_because), update (not_involved_on), update (owner_id), update (owner_post), update (proposal), update (review_on), update (section_texts), update (takes_effect_on), update (title), update (twin_change), update (twin_decided), update (twin_next), update (twin_said), update (twin_what)

waymark.assessment_evidence: waymark_app may insert, select, update

waymark.assessment_group: waymark_app may insert, select, update

waymark.assessment_impact: waymark_app may insert, select, update

waymark.assessment_involvement: waymark_app may insert, select, update

waymark.assessment_measure: waymark_app may insert, select, update

waymark.assessment_option: waymark_app may insert, select, update

waymark.assessment_published: waymark_app may insert, select

waymark.assessment_published: waymark_door may select

waymark.assessment_review: waymark_app may select, update (asked_children), update (completed_at), update (completed_by), update (document), update (figures), update (next_review_on), update (no_more_because), update (signed_as), update (unintended), update (what_next)

waymark.assessment_review: waymark_door may select (assessment_id), select (completed_at), select (document), select (due_on), select (figures), select (id), select (signed_as)

waymark.assessment_review: waymark_keeper may insert, select, update

waymark.assessment_review_finding: waymark_app may insert, select, update

waymark.assessment_revision: waymark_app may select

waymark.assessment_revision: waymark_keeper may insert, select, update

waymark.assessment_sign_off: waymark_app may insert, select, update (answer), update (answered_at), update (answered_by), update (reason)

waymark.assessment_template: waymark_app may select

waymark.assessment_words: waymark_app may insert, select, update

waymark.assessment_words: waymark_door may select (answered), select (assessment_id), select (dissent), select (id), select (involvement_id), select (language), select (said_by), select (taken_back_at), select (words)

waymark.assessment_words_printed: waymark_app may select

waymark.assessment_words_printed: waymark_door may select

waymark.assessment_words_printed: waymark_keeper may insert

waymark.audit_entry: waymark_app may insert (action), insert (actor_id), insert (actor_role), insert (address), insert (child_id), insert (detail), insert (organisation_id), insert (outcome), insert (request_id), insert (session_id), insert (shown)

waymark.audit_entry: waymark_door may insert (action), insert (actor_id), insert (actor_role), insert (address), insert (child_id), insert (detail), insert (organisation_id), insert (outcome), insert (request_id), insert (session_id), insert (shown)

waymark.audit_entry: waymark_reach may select

waymark.audit_entry: waymark_sealer may select

waymark.audit_seal: waymark_sealer may insert, select

waymark.audit_unsealed: waymark_keeper may insert

waymark.audit_unsealed: waymark_sealer may delete, select

waymark.bank_holiday: waymark_app may insert, select

waymark.bank_holiday: waymark_reach may select

waymark.barrier: waymark_app may insert, select, update

waymark.barrier: waymark_statistics may select

waymark.barrier_theme: waymark_app may select

waymark.behind_the_wall: waymark_app may insert, select, update (ended_at)

waymark.behind_the_wall: waymark_reach may select

waymark.best_interests: waymark_app may insert, select, update

waymark.best_interests_dissent: waymark_app may insert, select

waymark.best_interests_heard: waymark_app may insert, select

waymark.best_interests_option: waymark_app may insert, select, update

waymark.care_episode: waymark_app may insert, select, update

waymark.care_review: waymark_app may insert, select, update

waymark.case_audit: waymark_app may insert, select, update (auditor_id), update (ended_at), update (ended_because), update (ended_by), update (no_reflection_because), update (practitioner_id), update (second_auditor_id)

waymark.case_audit: waymark_reach may select

waymark.case_audit: waymark_statistics may select

waymark.case_audit_act_now: waymark_app may insert, select, update (act_by), update (answer), update (answered_at), update (answered_by), update (for_person)

waymark.case_audit_action: waymark_app may insert, select, update (done_by), update (done_on), update (done_words), update (due_on), update (owner_id), update (verified_at), update (verified_by), update (verified_words)

waymark.case_audit_action: waymark_reach may select

waymark.case_audit_agreed: waymark_app may insert, select, update (code), update (why)

waymark.case_audit_answer: waymark_app may insert, select, update (code), update (quote), update (quoted_from), update (shows)

waymark.case_audit_answer: waymark_statistics may select

waymark.case_audit_eligible: waymark_app may insert, select

waymark.case_audit_feedback: waymark_app may insert, select

waymark.case_audit_feedback: waymark_statistics may select

waymark.case_audit_finding: waymark_app may insert, select, update (closed_at), update (closed_by), update (status)

waymark.case_audit_finding: waymark_reach may select, update (version)

waymark.case_audit_finding: waymark_statistics may select

waymark.case_audit_outcome: waymark_app may insert, select

waymark.case_audit_outcome: waymark_reach may select

waymark.case_audit_outcome: waymark_statistics may select

waymark.case_audit_reading: waymark_app may insert, select, update (facts), update (grade), update (shared_at), update (stands_out)

waymark.case_audit_reading: waymark_reach may select

waymark.case_audit_reading: waymark_statistics may select

waymark.case_audit_reflection: waymark_app may insert, select, update (differently), update (not_in_record), update (shared_at), update (went_well)

waymark.case_audit_reflection: waymark_reach may select

waymark.case_audit_round: waymark_app may insert, select, update (closed_at), update (closed_by), update (status)

waymark.case_audit_round: waymark_reach may select

waymark.case_audit_round: waymark_statistics may select

waymark.check_in: waymark_app may insert, select, update (chosen), update (company), update (company_relationship), update (company_who), update (interpreter_language), update (interpreter_mode), update (language), update (place), update (prompted_by), update (shared_at), update (status), update (withdrawn_at), update (withdrawn_reason)

waymark.check_in: waymark_keeper may select

waymark.check_in: waymark_statistics may select

waymark.check_in_answer: waymark_app may insert, select, update (importance), update (reason), update (since_last), update (state), update (taken_out), update (who_should_know), update (who_should_know_words), update (words), update (words_language)

waymark.check_in_answer: waymark_statistics may select

waymark.check_in_influence: waymark_app may insert, select, update (taken_out), update (words), update (words_language)

waymark.check_in_influence: waymark_statistics may select

waymark.check_in_not_held: waymark_app may insert, select

waymark.check_in_not_held: waymark_statistics may select

waymark.check_in_occasion: waymark_app may insert, select

waymark.check_in_occasion: waymark_keeper may select

waymark.check_in_occasion: waymark_statistics may select (arranged_at), select (child_id)

waymark.child: waymark_app may insert, select, update (known_as), update (name_known), update (person_id), update (say_it)

waymark.child: waymark_door may select (id), select (person_id)

waymark.child: waymark_keeper may select

waymark.child: waymark_reach may select

waymark.child: waymark_statistics may select (id), select (opened_at), select (organisation_id), select (person_id)

waymark.child_background: waymark_app may insert, select, update

waymark.child_background: waymark_statistics may select (changed_at), select (child_id), select (ended_at), select (grouped), select (id)

waymark.child_identifier: waymark_app may insert, select, update

waymark.child_key: waymark_app may insert, select, update

waymark.child_key: waymark_reach may select

waymark.child_language: waymark_app may insert, select, update

waymark.child_language: waymark_reach may select

waymark.child_name: waymark_app may insert, select, update

waymark.chosen_framework: waymark_app may insert, select, update

waymark.chosen_language: waymark_app may insert, select, update

waymark.clock: waymark_app may insert, select, update

waymark.clock: waymark_statistics may select (child_id), select (id), select (rule), select (started_at), select (state), select (stopped_at)

waymark.clock_correction: waymark_app may insert, select

waymark.clock_pause: waymark_app may insert, select, update

waymark.clock_recount: waymark_app may insert, select, update

waymark.clock_rule: waymark_app may insert, select, update (until_day)

waymark.come_back: waymark_app may insert, select

waymark.complaint: waymark_app may insert, select

waymark.complaint: waymark_keeper may select, update

waymark.complaint: waymark_reach may select

waymark.complaint_clock: waymark_app may select

waymark.complaint_clock: waymark_reach may select

waymark.complaint_nation: waymark_app may insert, select

waymark.complaint_nation: waymark_reach may select

waymark.complaint_outside: waymark_app may select

waymark.complaint_outside: waymark_reach may select

waymark.complaint_step: waymark_app may insert, select

waymark.complaint_step: waymark_keeper may insert, select

waymark.complaint_step: waymark_reach may select

waymark.concern: waymark_app may insert, select, update (look_asked_at), update (look_asked_of)

waymark.concern: waymark_reach may select, update (state)

waymark.concern: waymark_statistics may select (changed_at), select (child_id), select (id), select (noticed_earliest), select (recorded_at), select (state)

waymark.concern_decision: waymark_app may insert, select

waymark.concern_decision: waymark_statistics may select (because), select (child_id), select (concern_id), select (decided_at), select (id)

waymark.concern_indicator: waymark_app may insert, select

waymark.concern_look: waymark_app may insert, select

waymark.concern_look: waymark_reach may select

waymark.concern_look: waymark_statistics may select (child_id), select (concern_id), select (finds), select (looked_at)

waymark.concern_response: waymark_app may insert, select

waymark.concern_response: waymark_statistics may select (child_id), select (concern_id), select (id), select (kind), select (on_day), select (written_at)

waymark.consent_use: waymark_app may insert, select, update (withdrawn_at)

waymark.consent_use: waymark_reach may select

waymark.contact_confirming: waymark_app may select

waymark.contact_rule: waymark_app may insert, select, update

waymark.contact_safety: waymark_app may insert, select, update (code_word), update (confirmed_at), update (note), update (only_days), update (only_from), update (only_until), update (said_by), update (said_by_name), update (state), update (who_may_answer)

waymark.contact_stop: waymark_app may insert, select, update (lifted_at)

waymark.contact_stop: waymark_reach may select

waymark.contact_way: waymark_app may insert, select, update (ended_at)

waymark.correction: waymark_app may insert, select

waymark.correction_decision: waymark_app may insert, select

waymark.counted_wait: waymark_app may select

waymark.counted_wait: waymark_statistics may select

waymark.credential: waymark_door may insert, select, update

waymark.cross_border_contact: waymark_app may insert, select, update

waymark.date_of_birth_claim: waymark_app may insert, select, update

waymark.date_of_birth_claim: waymark_reach may select

waymark.date_of_birth_claim: waymark_statistics may select (child_id), select (ended_at), select (latest)

waymark.days_until: waymark_app may select

waymark.demand_clash: waymark_app may insert, select, update

waymark.deployment: waymark_app may select

waymark.deployment: waymark_door may select

waymark.device_key: waymark_app may insert, select

waymark.due_to_child: waymark_app may insert, select, update

waymark.duty_fallback: waymark_app may insert, select

waymark.duty_fallback: waymark_reach may select

waymark.duty_notice: waymark_app may select, update (settled_at), update (status), update (why)

waymark.duty_notice: waymark_keeper may insert, select, update

waymark.duty_turn: waymark_app may insert, select, update (until_at)

waymark.duty_turn: waymark_keeper may select

waymark.duty_turn: waymark_reach may select

waymark.entitlement: waymark_app may select

waymark.exploitation_form: waymark_app may insert, select, update (until_day)

waymark.exploitation_form: waymark_statistics may select (code), select (id), select (near)

waymark.exploitation_situation: waymark_app may insert, select, update

waymark.exploitation_situation: waymark_reach may select

waymark.exploitation_situation: waymark_statistics may select (changed_at), select (child_id), select (id), select (not_so_because)

waymark.feedback_on_us: waymark_app may insert, select

waymark.feedback_on_us: waymark_reach may select

waymark.first_responder_setting: waymark_app may insert, select

waymark.framework: waymark_app may insert, select

waymark.framework: waymark_keeper may select, update

waymark.framework: waymark_reach may select

waymark.framework: waymark_statistics may select

waymark.framework_principle: waymark_app may select

waymark.framework_principle: waymark_keeper may insert, select

waymark.framework_principle: waymark_reach may select

waymark.framework_principle: waymark_statistics may select

waymark.framework_version: waymark_app may insert, select, update (definition), update (imported_at), update (imported_by), update (published_at), update (published_by), update (retired_at), update (retired_by), update (status)

waymark.framework_version: waymark_keeper may select

waymark.framework_version: waymark_reach may select

waymark.framework_version: waymark_statistics may select

waymark.gallery_work: waymark_app may insert, select, update (withdrawn_at)

waymark.gallery_work: waymark_reach may select

waymark.group_member: waymark_app may insert, select

waymark.group_member: waymark_reach may select

waymark.group_session: waymark_app may insert, select, update (came_of), update (decided), update (held_on), update (talked_about)

waymark.group_session: waymark_reach may select

waymark.guidance_text: waymark_app may insert, select

waymark.help_place: waymark_app may insert, select, update

waymark.help_place: waymark_door may select

waymark.identification_indicator: waymark_app may select

waymark.import_child: waymark_app may delete, insert, select, update (changes), update (matched_by), update (outcome), update (record_id)

waymark.import_refusal: waymark_app may delete, insert, select

waymark.import_row: waymark_app may delete, insert, select

waymark.import_run: waymark_app may delete, insert, select, update (about), update (content_hash), update (counts), update (finished_at), update (state)

waymark.indicator: waymark_app may select

waymark.indicator: waymark_keeper may insert, select

waymark.indicator: waymark_reach may select

waymark.indicator: waymark_statistics may select

waymark.invitation: waymark_app may insert, select

waymark.invitation: waymark_reach may select

waymark.invite_safety: waymark_app may insert, select, update (ended_at)

waymark.invite_safety: waymark_reach may select

waymark.lead_appointment: waymark_app may insert, select, update (until_day)

waymark.lead_appointment: waymark_reach may select

waymark.leaving_shown: waymark_app may insert, select, update

waymark.ledger_step: waymark_app may insert, select

waymark.ledger_step: waymark_keeper may insert, select

waymark.ledger_step: waymark_reach may select

waymark.ledger_step: waymark_statistics may select (at), select (kind), select (receipt_id)

waymark.legal_deadline: waymark_app may insert, select, update

waymark.legal_help: waymark_app may insert, select, update

waymark.linked_referral: waymark_app may insert, select, update

waymark.loved_contact: waymark_app may insert, select, update (child_said), update (child_said_at), update (made_at), update (made_by), update (made_words), update (signed_at), update (signed_by), update (signed_why)

waymark.loved_plan: waymark_app may insert, select, update (review_on)

waymark.loved_plan: waymark_reach may select

waymark.loved_step: waymark_app may insert, select, update (done_at), update (done_by)

waymark.meeting: waymark_app may insert, select, update (called), update (led_by), update (on_day), update (state)

waymark.meeting: waymark_keeper may select

waymark.meeting_after: waymark_app may insert, select

waymark.meeting_line: waymark_app may insert, select, update (state), update (who_says), update (who_says_name), update (words), update (words_language)

waymark.meeting_line: waymark_statistics may select (changed_at), select (child_id), select (state), select (written_at)

waymark.mended_text: waymark_app may insert, select

waymark.mended_text: waymark_door may select

waymark.missed_chance: waymark_app may insert, select, update

waymark.missed_chance: waymark_reach may select, update (version)

waymark.missed_chance_learning: waymark_app may insert, select, update

waymark.missed_chance_learning: waymark_reach may select

waymark.missing_period: waymark_app may insert, select, update

waymark.nation_holiday: waymark_app may select

waymark.nation_holiday_year: waymark_app may select

waymark.notice: waymark_app may insert, select, update (channel), update (next_try_at), update (settled_at), update (status), update (tries), update (why)

waymark.notice_wish: waymark_app may insert, select, update (language), update (quiet_from), update (quiet_until), update (reasons), update (wanted), update (way_id)

waymark.nrm_answer: waymark_app may insert, select, update

waymark.nrm_decision: waymark_app may insert, select, update (child_told_on), update (set_aside_at), update (set_aside_why)

waymark.nrm_evidence: waymark_app may insert, select, update (taken_out_at), update (taken_out_why)

waymark.nrm_evidence: waymark_reach may select

waymark.nrm_referral: waymark_app may insert, select, update

waymark.nrm_review: waymark_app may insert, select

waymark.nrm_view: waymark_app may insert, select, update

waymark.one_time_code: waymark_door may delete, insert, select, update

waymark.opportunity: waymark_app may insert, select, update (about), update (called_off), update (kind), update (last_time), update (lasts), update (runs_it), update (starts_at), update (thanks), update (title), update (travel_food), update (where_it_is)

waymark.opportunity: waymark_reach may select

waymark.opportunity_answer: waymark_app may insert, select, update (answer), update (said_at)

waymark.opportunity_answer: waymark_reach may select

waymark.opportunity_reply: waymark_app may insert, select

waymark.organisation: waymark_app may select

waymark.organisation: waymark_door may select

waymark.organisation: waymark_keeper may select

waymark.organisation: waymark_reach may select

waymark.organisation_file: waymark_app may insert, select, update (key_id), update (scan), update (scanned_at), update (sealed_key)

waymark.organisation_file: waymark_reach may select

waymark.organisation_file_piece: waymark_app may insert, select

waymark.organisation_file_piece: waymark_reach may select

waymark.outcome: waymark_app may select

waymark.outcome: waymark_keeper may insert, select

waymark.outcome: waymark_reach may select

waymark.outcome: waymark_statistics may select

waymark.outcome_principle: waymark_app may select

waymark.outcome_principle: waymark_keeper may insert, select

waymark.outcome_principle: waymark_reach may select

waymark.outcome_principle: waymark_statistics may select

waymark.outcome_wording: waymark_app may select

waymark.outcome_wording: waymark_keeper may insert, select

waymark.outcome_wording: waymark_reach may select

waymark.outcome_wording: waymark_statistics may select

waymark.own_goal: waymark_app may insert, select, update (outcome_code), update (state), update (words), update (words_language)

waymark.own_goal_event: waymark_app may insert, select

waymark.own_meaning: waymark_app may insert, select, update

waymark.own_setting: waymark_app may insert, select, update (colours), update (larger_text), update (less_movement), update (level)

waymark.own_setting: waymark_door may select (child_id), select (colours), select (larger_text), select (less_movement)

waymark.own_view_of_person: waymark_app may insert, select, update

waymark.own_view_of_person: waymark_reach may select

waymark.page_language: waymark_app may insert, select, update

waymark.page_language: waymark_door may select

waymark.passkey: waymark_door may delete, insert, select, update

waymark.passkey_challenge: waymark_door may delete, insert, select, update

waymark.person: waymark_app may insert, select, update (ended_at), update (name), update (role), update (team_id)

waymark.person: waymark_door may select

waymark.person: waymark_keeper may insert, select, update (name)

waymark.person: waymark_reach may select

waymark.person: waymark_statistics may select (created_at), select (ended_at), select (id), select (role)

waymark.person_away: waymark_app may insert, select, update (until_day)

waymark.person_away: waymark_reach may select

waymark.person_who_matters: waymark_app may insert, select, update

waymark.person_who_matters: waymark_reach may select

waymark.photo_of_somebody: waymark_app may insert, select, update (taken_away_at)

waymark.photo_of_somebody: waymark_reach may select

waymark.pin_device: waymark_door may insert, select, update

waymark.place_of_learning: waymark_app may insert, select, update

waymark.plan: waymark_app may insert, select, update

waymark.plan_action: waymark_app may insert, select, update

waymark.plan_conflict: waymark_app may insert, select, update

waymark.plan_goal: waymark_app may insert, select, update

waymark.plan_head: waymark_app may select

waymark.plan_plain: waymark_app may insert, select, update

waymark.plan_said: waymark_app may insert, select, update

waymark.plan_template: waymark_app may select

waymark.plan_text: waymark_app may insert, select, update

waymark.process: waymark_app may insert, select, update

waymark.process: waymark_reach may select

waymark.process_demand: waymark_app may insert, select, update

waymark.process_kind: waymark_app may select

waymark.process_text: waymark_app may insert, select, update

waymark.process_wait: waymark_app may insert, select, update

waymark.protection_step: waymark_app may insert, select, update

waymark.pseudonym_key: waymark_reach may insert, select

waymark.receipt: waymark_app may insert, select

waymark.receipt: waymark_keeper may select, update

waymark.receipt: waymark_reach may select

waymark.receipt: waymark_statistics may select (child_id), select (id), select (sent_at), select (state), select (subject)

waymark.recovery_code: waymark_door may delete, insert, select, update

waymark.register_release: waymark_app may insert, select

waymark.reply_promise: waymark_app may insert, select

waymark.reply_promise: waymark_reach may select

waymark.return_row: waymark_app may insert, select, update

waymark.review_check: waymark_app may insert, select

waymark.review_clock: waymark_app may insert, select

waymark.review_clock: waymark_door may select

waymark.reviewer_appointment: waymark_app may insert, select, update (until_day)

waymark.reviewer_appointment: waymark_reach may select

waymark.row_history: waymark_app may select

waymark.row_history: waymark_keeper may insert

waymark.safety_asking: waymark_app may select

waymark.sent_form: waymark_app may insert, select

waymark.sent_form: waymark_keeper may delete, select

waymark.session: waymark_door may insert, select, update

waymark.session_quote: waymark_app may insert, select, update (level), update (said_at), update (shown_name), update (state), update (words), update (words_language)

waymark.session_quote: waymark_reach may select

waymark.sessions_ended: waymark_app may insert, select, update (told_at)

waymark.sessions_ended: waymark_reach may select

waymark.setting_suggestion: waymark_app may insert, select, update (answer), update (answered_at)

waymark.sharing_choice: waymark_app may insert, select, update (choice), update (people)

waymark.sharing_choice: waymark_reach may select

waymark.shown_line: waymark_app may insert, select

waymark.sign_in_attempt: waymark_door may delete, insert, select

waymark.situation_element: waymark_app may insert, select, update

waymark.situation_form: waymark_app may insert, select, update

waymark.situation_form: waymark_statistics may select (changed_at), select (child_id), select (ended_at), select (form_id), select (situation_id)

waymark.somebody_now: waymark_app may insert, select

waymark.somebody_now: waymark_keeper may select, update

waymark.somebody_now: waymark_reach may select

waymark.somebody_now_step: waymark_app may insert, select

waymark.somebody_now_step: waymark_keeper may insert, select

waymark.somebody_now_step: waymark_reach may select

waymark.staff_photo: waymark_app may insert, select, update (key_id), update (scan), update (scanned_at), update (sealed_key), update (taken_away_at)

waymark.stage_release: waymark_app may insert, select

waymark.statement: waymark_app may insert, select, update (audience), update (company), update (company_relationship), update (company_who), update (interpreter_language), update (interpreter_mode), update (language), update (sent_at), update (status), update (withdrawn_at), update (withdrawn_reason)

waymark.statement: waymark_reach may select

waymark.statement: waymark_statistics may select (changed_at), select (child_id), select (sent_at), select (status)

waymark.statement_beside: waymark_app may insert, select

waymark.statement_not_said: waymark_app may insert, select

waymark.statement_opening: waymark_app may insert, select

waymark.statement_part: waymark_app may insert, select, update (cards), update (taken_out), update (words), update (words_language)

waymark.statement_part: waymark_reach may select

waymark.statement_passed_on: waymark_app may insert, select

waymark.statement_passed_on: waymark_reach may select

waymark.statement_recipient: waymark_app may insert, select, update (taken_out)

waymark.statement_recipient: waymark_reach may select

waymark.statistics_release: waymark_app may insert, select

waymark.stored_file: waymark_app may insert, select, update (key_id), update (scan), update (scanned_at), update (sealed_key)

waymark.stored_file: waymark_reach may select

waymark.stored_file_piece: waymark_app may insert, select

waymark.stored_file_piece: waymark_reach may select

waymark.taking_part_wish: waymark_app may insert, select, update (do_not_ask)

waymark.taking_part_wish: waymark_reach may select

waymark.team: waymark_app may insert, select, update

waymark.team: waymark_door may select

waymark.team: waymark_reach may select

waymark.text_recording: waymark_app may insert, select

waymark.text_recording: waymark_reach may select

waymark.text_recording_act: waymark_app may insert, select

waymark.text_recording_act: waymark_reach may select

waymark.trusted_answer: waymark_app may insert, select, update

waymark.trusted_time: waymark_app may select

waymark.trusted_time: waymark_keeper may insert, select, update

waymark.trusted_time: waymark_reach may select

waymark.voice_stage: waymark_app may select

waymark.voice_stage: waymark_statistics may select

waymark.wait_release: waymark_app may insert, select

waymark.waiting_words: waymark_app may insert, select, update

waymark.walled_note: waymark_app may insert, select, update

waymark.way_in_code: waymark_door may insert, select, update

waymark.way_to_reach: waymark_app may insert, select, update

waymark.word_given: waymark_app may insert, select

waymark.word_wish: waymark_app may insert, select, update (chosen_at), update (often)

waymark.wording_advice: waymark_app may insert, select, update

waymark.wording_advice: waymark_statistics may select

waymark.wording_look: waymark_app may insert

waymark.wording_look: waymark_statistics may select

waymark.wording_phrase: waymark_app may insert, select

waymark.worker_episode: waymark_app may insert, select, update

-- Functions ---------------------------------------------------------------------------------

-- owner waymark_door, may be run by waymark_door, waymark_web
CREATE OR REPLACE FUNCTION gate.actor_of_session(token_hash bytea)
 RETURNS TABLE(session_id uuid, person_id uuid, name text, role text, organisation_id uuid, organisation_name text, team_id uuid, child_id uuid, step text, holding jsonb, borrowed boolean, began timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  s waymark.session;
begin
  select * into s from waymark.session x where x.token_hash = actor_of_session.token_hash and x.ended_at is null;
  if not found then return; end if;
  if s.created_at + make_interval(mins => s.longest_minutes) < now() or s.last_seen_at + make_interval(mins => s.idle_minutes) < now() then
    update waymark.session x set ended_at = now(), ended_why = 'too long without use' where x.id = s.id;
    return;
  end if;
  if s.last_seen_at < now() - interval '1 minute' then
    update waymark.session x set last_seen_at = now() where x.id = s.id;
  end if;
  return query
    select s.id, p.id, p.name, p.role, p.organisation_id, o.name, p.team_id, c.id, s.step, s.holding, s.borrowed, s.created_at
    from waymark.person p
    join waymark.organisation o on o.id = p.organisation_id
    left join waymark.child c on c.person_id = p.id
    where p.id = s.person_id and p.ended_at is null;
end $function$

-- owner waymark_owner, may be run by waymark_owner, waymark_web
CREATE OR REPLACE FUNCTION gate.demonstration_accounts()
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select count(*) from waymark.credential c where c.demonstration $function$

-- owner waymark_owner, may be run by waymark_owner, waymark_web
CREATE OR REPLACE FUNCTION gate.deployment_kind()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select d.kind from waymark.deployment d $function$

-- owner waymark_owner, may be run by waymark_owner, waymark_web
CREATE OR REPLACE FUNCTION gate.migrations_run()
 RETURNS TABLE(name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select m.name from waymark.migration m $function$

-- owner waymark_door, may be run by waymark_door, waymark_web
CREATE OR REPLACE FUNCTION gate.person_of_token(token_hash bytea)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select s.person_id from waymark.session s where s.token_hash = person_of_token.token_hash $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.a_stop_is_lifted_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.lifted_at is not null then
    raise exception 'a stop that was lifted stays lifted; a new one is a new row' using errcode = 'restrict_violation', constraint = 'a_stop_is_lifted_once';
  end if;
  return new;
end $function$

-- owner waymark_statistics, may be run by waymark_app, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.access_waits(until_day date)
 RETURNS TABLE(service text, days integer, started boolean, refused boolean, children bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  with first_asked as (
    select distinct on (r.child_id, r.service) r.id, r.child_id, r.service, r.asked_on
      from waymark.access_request r join waymark.child c on c.id = r.child_id
     where c.organisation_id = waymark.actor_organisation() and waymark.actor_role() in ('manager', 'analyst')
       and r.asked_on < until_day and r.asked_on >= until_day - 730
     order by r.child_id, r.service, r.asked_on, r.id
  )
  select f.service, coalesce(s.on_day, until_day) - f.asked_on, s.on_day is not null,
         exists (select from waymark.access_event e where e.request_id = f.id and e.kind = 'refused' and e.on_day < until_day), count(*)
    from first_asked f
    left join lateral (select min(e.on_day) as on_day from waymark.access_event e where e.request_id = f.id and e.kind = 'started' and e.on_day < until_day) s on true
   group by 1, 2, 3, 4
$function$

-- owner waymark_keeper, may be run by waymark_keeper
CREATE OR REPLACE FUNCTION waymark.account_goes_by()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update waymark.person set name = new.known_as where id = new.person_id and name <> new.known_as;
  return null;
end $function$

-- owner waymark_reach, may be run by waymark_reach
CREATE OR REPLACE FUNCTION waymark.account_is_theirs()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if old.person_id is not null and new.person_id is distinct from old.person_id then
    raise exception 'a young person''s account stays theirs';
  end if;
  if new.person_id is not null and not exists (
    select from waymark.person p where p.id = new.person_id and p.role = 'young_person' and p.organisation_id = new.organisation_id) then
    raise exception 'a record''s account belongs to a young person';
  end if;
  return new;
end $function$

-- owner waymark_door, may be run by waymark_app, waymark_door
CREATE OR REPLACE FUNCTION waymark.account_sign_in(account uuid)
 RETURNS TABLE(has_password boolean, must_change boolean, has_code boolean, passkeys integer, sessions integer, last_used timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select c.person_id is not null, coalesce(c.must_change, false),
    exists (select from waymark.one_time_code x where x.person_id = account),
    (select count(*)::integer from waymark.passkey x where x.person_id = account),
    (select count(*)::integer from waymark.session x where x.person_id = account and x.ended_at is null and x.step = 'signed-in'
      and x.last_seen_at > now() - make_interval(mins => x.idle_minutes) and x.created_at > now() - make_interval(mins => x.longest_minutes)),
    (select max(x.last_seen_at) from waymark.session x where x.person_id = account and x.step = 'signed-in')
  from (select) one left join waymark.credential c on c.person_id = account
  where waymark.manages_account(account)
$function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.act_now_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.answered_at is not null or (new.audit_id, new.saw, new.raised_by, new.raised_at) is distinct from (old.audit_id, old.saw, old.raised_by, old.raised_at) then
    raise exception 'what could not wait stays as it was raised' using errcode = 'restrict_violation', constraint = 'act_now_stays';
  end if;
  return new;
end $function$

-- owner waymark_reach, may be run by waymark_reach
CREATE OR REPLACE FUNCTION waymark.action_of_open_finding()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.actor_audits()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER ROWS 5
 SET search_path TO 'pg_catalog'
AS $function$
  select a.child_id from waymark.case_audit a
    where (a.auditor_id = waymark.actor_id() or a.second_auditor_id = waymark.actor_id()) and a.ended_at is null
      and waymark.actor_role() in ('practitioner', 'guardian', 'manager', 'auditor')
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_keeper, waymark_owner, waymark_reach
CREATE OR REPLACE FUNCTION waymark.actor_children()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER ROWS 30
 SET search_path TO 'pg_catalog'
AS $function$
  select a.child_id from waymark.allocation a
    where a.person_id = waymark.actor_id() and a.ended_on is null
      and waymark.actor_role() in ('practitioner', 'guardian', 'manager')
  union
  select c.id from waymark.child c where c.person_id = waymark.actor_id() and waymark.actor_role() = 'young_person'
$function$

-- owner waymark_owner, may be run by waymark_app, waymark_door, waymark_keeper, waymark_owner, waymark_reach, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.actor_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('waymark.actor_id', true), '')::uuid $function$

-- owner waymark_owner, may be run by waymark_app, waymark_owner
CREATE OR REPLACE FUNCTION waymark.actor_imports()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce((select waymark.actor_role()) in ('manager', 'system') and (select waymark.actor_team()) is null, false) $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.actor_leads()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select coalesce(waymark.leads_on(waymark.actor_id(), waymark.actor_organisation(), (now() at time zone 'Europe/London')::date), false) $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.actor_leads_opportunity(opportunity uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select waymark.actor_leads() and exists (select from waymark.opportunity o where o.id = opportunity and o.organisation_id = waymark.actor_organisation()) $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.actor_leads_session(session uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select waymark.actor_leads() and exists (select from waymark.group_session s where s.id = session and s.organisation_id = waymark.actor_organisation()) $function$

-- owner waymark_reach, may be run by waymark_app, waymark_owner, waymark_reach
CREATE OR REPLACE FUNCTION waymark.actor_may_write()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select coalesce((select p.role in ('young_person', 'practitioner', 'guardian', 'manager', 'system') from waymark.person p where p.id = waymark.actor_id() and p.ended_at is null), false) $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.actor_only_audits()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER ROWS 5
 SET search_path TO 'pg_catalog'
AS $function$
  select c.id from waymark.child c
    where c.id in (select waymark.actor_audits()) and c.id not in (select waymark.actor_children())
      and not (waymark.actor_role() = 'manager' and c.organisation_id = waymark.actor_organisation()
        and (waymark.actor_team() is null or c.team_id is not distinct from waymark.actor_team()))
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_door, waymark_keeper, waymark_owner, waymark_reach, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.actor_organisation()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select p.organisation_id from waymark.person p where p.id = waymark.actor_id() and p.ended_at is null $function$

-- owner waymark_reach, may be run by waymark_app, waymark_owner, waymark_reach
CREATE OR REPLACE FUNCTION waymark.actor_reviews()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select coalesce(waymark.reviews_on(waymark.actor_id(), waymark.actor_organisation(), (now() at time zone 'Europe/London')::date), false) $function$

-- owner waymark_reach, may be run by waymark_app, waymark_door, waymark_keeper, waymark_owner, waymark_reach, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.actor_role()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select p.role from waymark.person p where p.id = waymark.actor_id() and p.ended_at is null $function$

-- owner waymark_reach, may be run by waymark_app, waymark_owner, waymark_reach, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.actor_team()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select p.team_id from waymark.person p where p.id = waymark.actor_id() and p.ended_at is null $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.actor_took_part(session uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select exists (select from waymark.group_member m join waymark.child c on c.id = m.child_id
    where m.session_id = session and c.person_id = waymark.actor_id() and waymark.actor_role() = 'young_person') $function$

-- owner waymark_owner, may be run by waymark_app, waymark_owner
CREATE OR REPLACE FUNCTION waymark.actor_voice()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select case waymark.actor_role() when 'young_person' then 'young_person' when 'practitioner' then 'staff' when 'guardian' then 'staff' when 'manager' then 'staff' end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.answer_is_heard(file uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select exists (select from waymark.ledger_step s join waymark.receipt r on r.id = s.receipt_id join waymark.child c on c.id = s.child_id
    where s.file_id = file and (
      c.person_id = waymark.actor_id()
      or (waymark.actor_role() in ('practitioner', 'guardian', 'manager')
        and not (waymark.actor_id() = any (r.not_to)) and (r.kept_to is null or waymark.actor_id() = any (r.kept_to))))) $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.answer_of_shared_reading_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from waymark.case_audit_reading r where r.id = new.reading_id and r.shared_at is not null) then
    raise exception 'what was shared stays as it was written' using errcode = 'restrict_violation', constraint = 'shared_stays';
  end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.answer_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from waymark.check_in i where i.id = old.check_in_id and i.status = 'draft') then return new; end if;
  raise exception 'words that were shared stay as they were said' using errcode = 'restrict_violation', constraint = 'answer_stays';
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_keeper, waymark_reach
CREATE OR REPLACE FUNCTION waymark.answers_on(person uuid, on_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (select from waymark.person p where p.id = person and p.ended_at is null and p.role in ('practitioner', 'guardian', 'manager'))
    and not exists (select from waymark.person_away a where a.person_id = person and on_day between a.from_day and a.until_day)
$function$

-- owner waymark_statistics, may be run by waymark_app, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.area_answers(year_from date, framework_version uuid)
 RETURNS TABLE(outcome_id uuid, kind text, code text, children bigint, again bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '128MB'
 SET jit TO 'off'
AS $function$
  with check_ins as materialized (
    select i.id, i.child_id,
      lpad(row_number() over (partition by i.child_id order by i.shared_at desc, i.id)::text, 6, '0') as nth
    from waymark.check_in i
    join waymark.child c on c.id = i.child_id
    where c.organisation_id = (select waymark.counted_organisation())
      and i.voice = 'young_person' and i.status = 'shared'
      and i.framework_version_id = area_answers.framework_version
      and i.shared_at >= waymark.london_midnight(area_answers.year_from)
      and i.shared_at < waymark.london_midnight((area_answers.year_from + interval '1 year')::date)
  ), latest as (
    select a.outcome_id,
      min(i.nth || ' ' || a.kind || ' ' || coalesce(a.state, a.reason)) as said,
      count(*) filter (where a.kind = 'state') > 1 as more_than_once
    from check_ins i
    join waymark.check_in_answer a on a.check_in_id = i.id
    group by i.child_id, a.outcome_id
  )
  select t.outcome_id, split_part(t.said, ' ', 1), split_part(t.said, ' ', 2), t.children, t.again
  from (
    select l.outcome_id, substr(l.said, 8) as said, count(*) as children,
      count(*) filter (where l.more_than_once and substr(l.said, 8, 5) = 'state') as again
    from latest l
    group by 1, 2
  ) t
$function$

-- owner waymark_statistics, may be run by waymark_app, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.area_changed(year_from date, framework_version uuid, since timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select count(*) from (
    select i.child_id
    from waymark.check_in i
    join waymark.child c on c.id = i.child_id
    where c.organisation_id = (select waymark.counted_organisation())
      and i.voice = 'young_person' and i.status in ('shared', 'withdrawn')
      and i.framework_version_id = area_changed.framework_version
      and i.changed_at > area_changed.since
      and i.shared_at >= waymark.london_midnight(area_changed.year_from)
      and i.shared_at < waymark.london_midnight((area_changed.year_from + interval '1 year')::date)
    union
    select h.child_id
    from waymark.check_in_not_held h
    join waymark.child c on c.id = h.child_id
    where c.organisation_id = (select waymark.counted_organisation())
      and h.changed_at > area_changed.since
      and h.on_day >= area_changed.year_from and h.on_day < area_changed.year_from + interval '1 year'
    union
    select a.child_id
    from waymark.about_me a
    join waymark.child c on c.id = a.child_id
    where c.organisation_id = (select waymark.counted_organisation())
      and a.topic in ('strengths', 'got_through')
      and a.changed_at > area_changed.since
    union
    select c.id
    from waymark.child c
    where c.organisation_id = (select waymark.counted_organisation())
      and c.opened_at > area_changed.since
      and c.opened_at < waymark.london_midnight((area_changed.year_from + interval '1 year')::date)
  ) changed
$function$

-- owner waymark_statistics, may be run by waymark_app, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.area_influences(year_from date, framework_version uuid)
 RETURNS TABLE(outcome_id uuid, direction text, level text, children bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '128MB'
 SET jit TO 'off'
AS $function$
  with check_ins as materialized (
    select i.id, i.child_id,
      lpad(row_number() over (partition by i.child_id order by i.shared_at desc, i.id)::text, 6, '0') as nth
    from waymark.check_in i
    join waymark.child c on c.id = i.child_id
    where c.organisation_id = (select waymark.counted_organisation())
      and i.voice = 'young_person' and i.status = 'shared'
      and i.framework_version_id = area_influences.framework_version
      and i.shared_at >= waymark.london_midnight(area_influences.year_from)
      and i.shared_at < waymark.london_midnight((area_influences.year_from + interval '1 year')::date)
  ), latest as materialized (
    select a.outcome_id, min(i.nth || ' ' || a.kind || ' ' || i.id) as said
    from check_ins i
    join waymark.check_in_answer a on a.check_in_id = i.id
    group by i.child_id, a.outcome_id
  ), states as materialized (
    -- Its own key, before the join: a condition that reads a text waits until after the policy, and
    -- every influence of an outcome would be read for each answer.
    select l.outcome_id, substr(l.said, 14)::uuid as check_in_id
    from latest l where substr(l.said, 8, 5) = 'state'
  )
  select n.outcome_id, n.direction, n.level, count(*)
  from states s
  join waymark.check_in_influence n on n.check_in_id = s.check_in_id and n.outcome_id = s.outcome_id
  group by 1, 2, 3
$function$

-- owner waymark_statistics, may be run by waymark_app, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.area_people(year_from date, framework_version uuid)
 RETURNS TABLE(step text, children bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET jit TO 'off'
AS $function$
  with mine as (
    select c.id, c.opened_at from waymark.child c where c.organisation_id = (select waymark.counted_organisation())
  ), check_ins as (
    select i.child_id, count(*) filter (where i.status = 'shared') as shared
    from waymark.check_in i
    where i.voice = 'young_person' and i.status in ('shared', 'withdrawn')
      and i.framework_version_id = area_people.framework_version
      and i.shared_at >= waymark.london_midnight(area_people.year_from)
      and i.shared_at < waymark.london_midnight((area_people.year_from + interval '1 year')::date)
    group by i.child_id
  ), not_held as (
    select distinct on (h.child_id) h.child_id, h.reason
    from waymark.check_in_not_held h
    where h.on_day >= area_people.year_from and h.on_day < area_people.year_from + interval '1 year'
      and (h.framework_version_id is null or h.framework_version_id = area_people.framework_version)
    order by h.child_id, h.on_day desc, h.changed_at desc, h.id
  )
  select s.step, count(*)
  from mine
  left join check_ins on check_ins.child_id = mine.id
  left join not_held on not_held.child_id = mine.id
  cross join lateral (
    select case
      when check_ins.shared > 1 then 'again'
      when check_ins.shared = 1 then 'once'
      when check_ins.shared = 0 then 'withdrawn'
      else coalesce(not_held.reason, 'nothing_recorded')
    end as step) s
  where mine.opened_at < waymark.london_midnight((area_people.year_from + interval '1 year')::date)
    or check_ins.child_id is not null or not_held.child_id is not null
  group by s.step
$function$

-- owner waymark_statistics, may be run by waymark_app, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.area_strengths(year_from date, framework_version uuid)
 RETURNS TABLE(topic text, whose text, children bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET jit TO 'off'
AS $function$
  select a.topic, case when a.said_by = 'someone_else' then 'others' else 'own' end, count(*)
  from waymark.about_me a
  where a.topic in ('strengths', 'got_through')
    and a.child_id in (select waymark.counted_children(area_strengths.year_from, area_strengths.framework_version))
  group by 1, 2
$function$

-- owner waymark_keeper, may be run by waymark_keeper
CREATE OR REPLACE FUNCTION waymark.ask_first()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  select c.organisation_id into new.organisation_id from waymark.child c where c.id = new.child_id;
  select d.person_id into new.asked_id from waymark.on_duty(new.organisation_id, new.sent_at) d limit 1;
  new.asked_at := new.sent_at;
  new.state := 'asked';
  new.state_at := new.sent_at;
  new.seen_by := null;
  return new;
end $function$

-- owner waymark_keeper, may be run by waymark_app, waymark_keeper
CREATE OR REPLACE FUNCTION waymark.ask_the_next(at_moment timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  s waymark.somebody_now;
  n integer := 0;
begin
  for s in
    select x.* from waymark.somebody_now x
     where x.organisation_id = waymark.actor_organisation() and x.state = 'asked' and x.asked_id is not null
       and x.asked_at + make_interval(mins => coalesce((select f.minutes from waymark.number_always_answered(x.organisation_id, at_moment) f), 10)) <= at_moment
     order by x.asked_at limit 50 for no key update skip locked
  loop
    insert into waymark.somebody_now_step (signal_id, child_id, kind, at, by_id, to_id, to_name, to_phone)
    select s.id, s.child_id, 'asked', at_moment, null, d.person_id, coalesce(d.name, f.name), coalesce(d.phone, f.phone)
      from (select 1) one
      left join lateral (select * from waymark.on_duty(s.organisation_id, at_moment,
        array(select t.to_id from waymark.somebody_now_step t where t.signal_id = s.id and t.kind = 'asked' and t.to_id is not null)) limit 1) d on true
      left join waymark.number_always_answered(s.organisation_id, at_moment) f on true;
    n := n + 1;
  end loop;
  return n;
end $function$

-- owner waymark_owner, may be run by waymark_app, waymark_owner
CREATE OR REPLACE FUNCTION waymark.assessment_document(of_assessment uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select jsonb_build_object(
    'template', (select to_jsonb(t) - 'id' from waymark.assessment_template t where t.id = a.template_id),
    'about', to_jsonb(a) - array['organisation_id', 'template_id', 'owner_id', 'begun_by', 'version', 'changed_by', 'changed_at', 'begun_at', 'section_texts'],
    'sections', a.section_texts,
    'groups', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'touched', g.touched, 'how', g.how) order by g.begun_at, g.id)
      from waymark.assessment_group g where g.assessment_id = a.id and g.taken_off_at is null), '[]'),
    'options', coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'description', o.description, 'does_nothing', o.does_nothing) order by o.begun_at, o.id)
      from waymark.assessment_option o where o.assessment_id = a.id and o.taken_off_at is null), '[]'),
    'evidence', coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'citation', e.citation, 'tells', e.tells, 'strength', e.strength, 'gaps', e.gaps) order by e.begun_at, e.id)
      from waymark.assessment_evidence e where e.assessment_id = a.id and e.taken_off_at is null), '[]'),
    'impacts', coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'option_id', i.option_id, 'group_id', i.group_id, 'article', i.article,
        'direction', i.direction, 'outcome_id', i.outcome_id, 'effect', i.effect, 'evidence_ids', to_jsonb(i.evidence_ids), 'confidence', i.confidence,
        'mitigation', i.mitigation, 'outcome', waymark.outcome_named(i.outcome_id)) order by i.begun_at, i.id)
      from waymark.assessment_impact i where i.assessment_id = a.id and i.taken_off_at is null), '[]'),
    'involvement', coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'who', n.who, 'how_many', n.how_many, 'how', n.how, 'began_on', n.began_on,
        'ended_on', n.ended_on, 'said', n.said, 'changed', n.changed, 'not_changed', n.not_changed) order by n.begun_at, n.id)
      from waymark.assessment_involvement n where n.assessment_id = a.id and n.taken_off_at is null), '[]'),
    'words', coalesce((select jsonb_agg(w.id order by w.begun_at, w.id)
      from waymark.assessment_words w where w.assessment_id = a.id and w.taken_off_at is null and w.taken_back_at is null), '[]'),
    'measures', coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'outcome_id', m.outcome_id, 'name', m.name, 'source', m.source,
        'watched_by', m.watched_by, 'first_look_on', m.first_look_on, 'acts_when', m.acts_when, 'outcome', waymark.outcome_named(m.outcome_id)) order by m.begun_at, m.id)
      from waymark.assessment_measure m where m.assessment_id = a.id and m.taken_off_at is null), '[]'))
  from waymark.assessment a where a.id = of_assessment
$function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.assessment_publishes()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  a waymark.assessment;
  written record;
  missing text;
begin
  select * into a from waymark.assessment x where x.id = new.assessment_id for update;
  select r.revision, r.writers into written from waymark.assessment_revision r where r.of_id = new.assessment_id;
  if a.id is null then
    raise exception 'there is no such assessment' using errcode = 'check_violation', constraint = 'publish_as_read';
  end if;
  if new.revision is distinct from written.revision then
    raise exception 'the assessment was written in after it was read' using errcode = 'check_violation', constraint = 'publish_as_read';
  end if;
  missing := waymark.missing_to_publish(new.assessment_id);
  if missing is not null then
    raise exception 'the assessment is not whole: %', missing using errcode = 'check_violation', constraint = missing;
  end if;
  if new.signed_by = any (written.writers) or new.signed_by = a.begun_by
    or not exists (select from waymark.person p where p.id = new.signed_by and p.role = 'manager' and p.organisation_id = a.organisation_id and p.ended_at is null) then
    raise exception 'signed off by a manager who did not write it' using errcode = 'check_violation', constraint = 'publish_needs_another';
  end if;
  select coalesce(max(p.number), 0) + 1 into new.number from waymark.assessment_published p where p.assessment_id = new.assessment_id;
  if new.number > 1 and (new.what_changed is null or new.why_changed is null) then
    raise exception 'a new version says what changed and why' using errcode = 'check_violation', constraint = 'publish_says_what_changed';
  end if;
  -- Only one still to come may be moved, and only to an earlier day. What a completed review set is not undone here.
  if exists (select from waymark.assessment_review r where r.assessment_id = new.assessment_id and r.completed_at is null and r.due_on < a.review_on) then
    raise exception 'a review that was promised comes on its day or before it' using errcode = 'check_violation', constraint = 'review_not_later';
  end if;
  new.organisation_id := a.organisation_id;
  new.organisation_name := (select o.name from waymark.organisation o where o.id = a.organisation_id);
  new.nation := (select t.nation from waymark.assessment_template t where t.id = a.template_id);
  new.title := a.title;
  new.review_on := a.review_on;
  new.document := waymark.assessment_document(a.id);
  if new.revision is distinct from (select r.revision from waymark.assessment_revision r where r.of_id = new.assessment_id) then
    raise exception 'the assessment was written in while it was published' using errcode = 'check_violation', constraint = 'publish_as_read';
  end if;
  return new;
end $function$

-- owner waymark_statistics, may be run by waymark_app, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.audit_counts(round uuid)
 RETURNS TABLE(kind text, outcome_id uuid, question text, code text, records bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  with round as (
    select r.id from waymark.case_audit_round r
     where r.id = audit_counts.round and r.organisation_id = waymark.actor_organisation()
       and waymark.actor_role() in ('practitioner', 'guardian', 'manager', 'auditor')
  ), audits as (select a.* from waymark.case_audit a join round on round.id = a.round_id),
  firsts as (
    select r.* from audits a join waymark.case_audit_reading r on r.audit_id = a.id and r.auditor_id = a.auditor_id and r.shared_at is not null
  ), seconds as (
    select r.* from audits a join waymark.case_audit_reading r on r.audit_id = a.id and r.auditor_id = a.second_auditor_id and r.shared_at is not null
  )
  select 'drawn', null::uuid, null::text, null::text, count(*) from audits
  union all select 'ended', null, null, a.ended_because, count(*) from audits a where a.ended_at is not null group by 4
  union all select 'read', null, null, null, count(*) from firsts
  union all select 'strengths', null, null, null, count(*) from firsts f where (f.facts ->> 'strengths')::boolean
  union all select 'answer', x.outcome_id, x.question, x.code, count(*)
    from firsts f join waymark.case_audit_answer x on x.reading_id = f.id group by 2, 3, 4
  union all select 'finding', x.outcome_id, x.question, null, count(distinct x.audit_id)
    from firsts f join waymark.case_audit_finding x on x.audit_id = f.audit_id group by 2, 3
  union all select 'feedback', null, null, b.result, count(distinct b.audit_id)
    from audits a join waymark.case_audit_feedback b on b.audit_id = a.id and b.whose = 'child' group by 4
  union all select 'pair', null, null, x.code || ' ' || y.code, count(*)
    from firsts f join seconds s on s.audit_id = f.audit_id
    join waymark.case_audit_answer x on x.reading_id = f.id
    join waymark.case_audit_answer y on y.reading_id = s.id and y.outcome_id is not distinct from x.outcome_id and y.question is not distinct from x.question
    where waymark.actor_role() in ('manager', 'auditor') group by 4
$function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.audit_framework_is_live()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from waymark.framework_version v where v.id = new.framework_version_id and v.status = 'live') then
    raise exception 'this version of the framework is not in use' using errcode = 'check_violation', constraint = 'framework_is_live';
  end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.audit_outcome_of_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from waymark.case_audit_round r join waymark.outcome o on o.framework_version_id = r.framework_version_id
      where r.id = new.round_id and o.id = new.outcome_id) then
    raise exception 'an audit looks at outcomes of its own framework version' using errcode = 'check_violation', constraint = 'outcome_of_version';
  end if;
  return new;
end $function$

-- owner waymark_keeper, may be run by waymark_keeper
CREATE OR REPLACE FUNCTION waymark.audit_queue()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ begin insert into waymark.audit_unsealed values (new.id); return null; end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.audit_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin raise exception 'audit entries and seals are never changed or removed'; end $function$

-- owner waymark_reach, may be run by waymark_reach
CREATE OR REPLACE FUNCTION waymark.audit_stays_ended()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$

-- owner waymark_reach, may be run by waymark_reach
CREATE OR REPLACE FUNCTION waymark.auditor_stands_apart()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$

-- owner waymark_statistics, may be run by waymark_app, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.barrier_counts(until_day date)
 RETURNS TABLE(theme text, level text, children bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select b.theme, b.level, count(distinct b.child_id)
    from waymark.barrier b join waymark.child c on c.id = b.child_id
   where c.organisation_id = waymark.actor_organisation() and waymark.actor_role() in ('manager', 'analyst') and b.seen_on < until_day
   group by grouping sets ((b.theme), (b.level), ())
$function$

-- owner waymark_owner, may be run by waymark_app, waymark_owner
CREATE OR REPLACE FUNCTION waymark.best_interests_gaps(decision waymark.best_interests, on_day date)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  with heard as (select h.* from waymark.best_interests_heard h where h.decision_id = (decision).id),
  latest as (select * from heard order by on_day desc, written_at desc limit 1)
  select array_remove(array[
    case when (select count(*) from waymark.best_interests_option o where o.decision_id = (decision).id) < 2 then 'options' end,
    case when not exists (select from heard where kind = 'said')
      and not exists (select from latest where kind = 'not_yet' and next_on >= best_interests_gaps.on_day) then 'view' end,
    case when exists (select from heard where kind = 'said') and ((decision).weight is null or (decision).weight_why is null) then 'weight' end,
    case when (decision).chosen_option is null then 'choice' end,
    case when (decision).reasons is null then 'reasons' end,
    case when (decision).child_stands is null or (decision).others_stand is null then 'dissent' end,
    case when (decision).child_stands in ('partly', 'disagrees')
      and not exists (select from waymark.best_interests_dissent d where d.decision_id = (decision).id and d.whose = 'child') then 'dissent-of-child' end,
    case when (decision).others_stand = 'somebody'
      and not exists (select from waymark.best_interests_dissent d where d.decision_id = (decision).id and d.whose <> 'child') then 'dissent-of-others' end,
    case when (decision).told_on is null and ((decision).not_told_on is null or (decision).tell_next_on < best_interests_gaps.on_day) then 'told' end
  ], null)
$function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.best_interests_gate()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  gaps text[];
begin
  if tg_op = 'UPDATE' and old.completed_at is not null then
    if old.told_on is not null or new.told_on is null
      or (to_jsonb(new) - '{told_what,told_how,told_on,version,changed_by,changed_at}'::text[])
         <> (to_jsonb(old) - '{told_what,told_how,told_on,version,changed_by,changed_at}'::text[]) then
      raise exception 'a decision that is finished stays as it is' using errcode = 'restrict_violation', constraint = 'decision_stays';
    end if;
    return new;
  end if;
  if new.completed_at is not null then
    gaps := waymark.best_interests_gaps(new, (now() at time zone 'Europe/London')::date);
    if cardinality(gaps) > 0 then
      raise exception 'a decision is finished with all its parts; missing: %', array_to_string(gaps, ', ')
        using errcode = 'check_violation', constraint = 'decision_is_whole';
    end if;
  end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.best_interests_open()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform from waymark.best_interests b where b.id = new.decision_id and b.completed_at is null for update;
  if not found then
    raise exception 'the decision is finished' using errcode = 'restrict_violation', constraint = 'decision_is_open';
  end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_app, waymark_owner
CREATE OR REPLACE FUNCTION waymark.blames_the_child(said text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select length(said) < 80 and said ~* '((non|dis)[ -]?(engag|complian|co-?operat|attend)|\m(lack|lacks|lacking) (of )?(engage|motivation|co-?operat|insight)|\m(did|does|do|would|will)(n.t| not) (engage|comply|co-?operate|want to)|\m(refus|fail)\w* to (engage|comply|co-?operate|attend)|hard[ -]to[ -](reach|engage|place)|\munco-?operative|\munwilling)'
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.can_be_invited(opportunity uuid)
 RETURNS TABLE(child_id uuid, known_as text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select c.id, c.known_as from waymark.child c
   where waymark.actor_leads_opportunity(opportunity) and c.organisation_id = waymark.actor_organisation()
     and c.id in (select s.child_id from waymark.invite_safety s where s.ended_at is null and s.until_day >= (now() at time zone 'Europe/London')::date)
     and waymark.inviting_is_safe(c.id, (now() at time zone 'Europe/London')::date)
     and not exists (select from waymark.opportunity_answer a where a.opportunity_id = opportunity and a.child_id = c.id)
     and not exists (select from waymark.invitation i where i.opportunity_id = opportunity and i.child_id = c.id)
   order by c.known_as, c.id limit 200
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.card_of_signal(signal uuid)
 RETURNS TABLE(known_as text, say_it text, speaks text[], never_use text[], beside text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select c.known_as, c.say_it,
      array(select l.language from waymark.child_language l where l.child_id = c.id and l.speaks and not l.never_use and l.ended_at is null order by l.for_feelings desc, l.language),
      array(select l.language from waymark.child_language l where l.child_id = c.id and l.never_use and l.ended_at is null order by l.language),
      array(select p.name from waymark.allocation a join waymark.person p on p.id = a.person_id where a.child_id = c.id and a.ended_on is null order by p.name)
    from waymark.somebody_now s join waymark.child c on c.id = s.child_id
   where s.id = signal and s.organisation_id = waymark.actor_organisation() and waymark.actor_role() in ('practitioner', 'guardian', 'manager')
     and (s.state <> 'ended' or s.seen_by = waymark.actor_id())
     and (exists (select from waymark.somebody_now_step t where t.signal_id = s.id and t.to_id = waymark.actor_id())
       or s.child_id in (select waymark.actor_children()) or waymark.actor_role() = 'manager')
$function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.change_is_explained()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.check_in_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.status = 'draft' and new.status in ('draft', 'shared', 'thrown_away') then return new; end if;
  if old.status = 'thrown_away' and new.status = 'draft' then return new; end if;
  if old.status = 'shared' and new.status = 'withdrawn'
    and (to_jsonb(new) - array['status', 'withdrawn_at', 'withdrawn_reason', 'private_to', 'version', 'changed_by', 'changed_at'])
      = (to_jsonb(old) - array['status', 'withdrawn_at', 'withdrawn_reason', 'private_to', 'version', 'changed_by', 'changed_at']) then
    return new;
  end if;
  raise exception 'a check-in that was shared stays as it was said' using errcode = 'restrict_violation', constraint = 'check_in_stays';
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.checked_by_another()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if new.act = 'checked' and exists (select from waymark.text_recording r where r.id = new.recording_id and r.added_by = new.done_by) then
    raise exception 'somebody else checks a recording' using errcode = 'restrict_violation', constraint = 'checked_by_another';
  end if;
  return new;
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.child_is_actor(child uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select exists (select from waymark.child c where c.id = child and c.person_id = waymark.actor_id() and waymark.actor_role() = 'young_person') $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.chosen_framework_fits()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (
      select from waymark.framework_version v
      where v.framework_id = new.framework_id and v.status = 'live' and v.population = 'adult' and not v.adult_labelled_for_under_18)
    and not exists (
      select from waymark.date_of_birth_claim b where b.child_id = new.child_id and b.ended_at is null
      having count(*) > 0 and bool_and(b.latest <= (clock_timestamp() at time zone 'Europe/London')::date - interval '18 years')) then
    raise exception 'this framework was made for adults' using errcode = 'check_violation', constraint = 'framework_for_their_age';
  end if;
  return new;
end $function$

-- owner waymark_keeper, may be run by waymark_door, waymark_keeper
CREATE OR REPLACE FUNCTION waymark.command_line_of(organisation_code text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  held waymark.organisation;
  found_id uuid;
begin
  select * into held from waymark.organisation o where o.code = command_line_of.organisation_code;
  if not found then return null; end if;
  select p.id into found_id from waymark.person p
    where p.organisation_id = held.id and p.role = 'system' and p.ended_at is null
    order by p.created_at, p.id limit 1;
  if found_id is not null then return found_id; end if;
  insert into waymark.person (organisation_id, name, role, user_name, invented)
    values (held.id, 'Waymark command line', 'system', 'command.line.' || lower(held.code), held.invented)
    returning id into found_id;
  return found_id;
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.complaint_counts(until_day date)
 RETURNS TABLE(about text, found text, in_time boolean, n bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select c.about, coalesce(s.found, case c.state when 'taken_back' then 'taken_back' else 'open' end), (s.at at time zone 'Europe/London')::date <= c.stage_by, count(*)
    from waymark.complaint c
    left join lateral (select x.found, x.at from waymark.complaint_step x where x.complaint_id = c.id and x.kind = 'answered' order by x.at desc limit 1) s on true
   where c.organisation_id = waymark.actor_organisation() and waymark.actor_role() in ('manager', 'analyst')
     and c.made_at < (until_day::timestamp at time zone 'Europe/London')
   group by 1, 2, 3
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.complaint_file(complaint uuid)
 RETURNS TABLE(file_id uuid, media_type text, bytes integer, pieces integer, key_id text, sealed_key bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select f.id, f.media_type, f.bytes, f.pieces, f.key_id, f.sealed_key
    from waymark.complaint c join waymark.stored_file f on f.id = c.file_id
   where c.id = complaint and f.scan in ('clean', 'not_scanned')
     and waymark.actor_reviews() and c.organisation_id = waymark.actor_organisation()
     and not (waymark.actor_id() = any (c.about_persons || c.kept_from))
$function$

-- owner waymark_keeper, may be run by waymark_keeper
CREATE OR REPLACE FUNCTION waymark.complaint_follows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update waymark.complaint c set
    state = case when new.kind = 'answered' then 'answered' when new.kind = 'taken_back' then 'taken_back'
      when new.back = 'answers_me' then 'settled' when new.back is not null then 'open' else c.state end,
    state_at = case when new.kind in ('answered', 'said_back', 'taken_back') then new.at else c.state_at end,
    stage = c.stage + case when new.back = 'take_further' then 1 else 0 end,
    stage_by = coalesce(new.due, c.stage_by),
    handler_id = case when new.kind = 'given_to' then new.to_id else c.handler_id end
  where c.id = new.complaint_id;
  return null;
end $function$

-- owner waymark_keeper, may be run by waymark_keeper
CREATE OR REPLACE FUNCTION waymark.complaint_in_order()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  c waymark.complaint;
  on_day date := (new.at at time zone 'Europe/London')::date;
  wrong text;
begin
  select * into c from waymark.complaint x where x.id = new.complaint_id for no key update;
  wrong := case
    when c.child_id <> new.child_id then 'it is not theirs'
    when new.kind in ('spoke', 'longer', 'answered', 'given_to', 'next_stage') and new.by_id is not null and c.state <> 'open' then 'it is not open'
    when new.kind = 'said_back' and c.state <> 'answered' then 'there is no answer to say this of'
    when new.kind = 'given_to' and new.to_id = any (c.about_persons || c.kept_from) then 'nobody is given a complaint about themselves'
    when new.kind = 'given_to' and new.to_id is not null and not waymark.reviews_on(new.to_id, c.organisation_id, on_day) then 'only an independent person is given a complaint'
    when new.kind = 'longer' and (new.due is null or new.due <= c.stage_by or new.due > waymark.stage_day(c.organisation_id, c.nation, c.stage, (c.state_at at time zone 'Europe/London')::date, true)) then 'it cannot take that long'
    when new.kind = 'taken_back' and c.state in ('settled', 'taken_back') then 'it is closed'
    when new.back = 'take_further' and waymark.stage_day(c.organisation_id, c.nation, c.stage + 1, on_day, false) is null then 'there is no further stage here'
  end;
  if wrong is not null then
    raise exception '%', wrong using errcode = 'restrict_violation', constraint = 'complaint_in_order';
  end if;
  if new.back in ('take_further', 'not_yet') then
    new.due := waymark.stage_day(c.organisation_id, c.nation, c.stage + case new.back when 'take_further' then 1 else 0 end, on_day, false);
  end if;
  return new;
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.complaint_pieces(complaint uuid, first_n integer, last_n integer)
 RETURNS TABLE(n integer, sealed bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select t.n, t.sealed from waymark.complaint_file(complaint) x join waymark.stored_file_piece t on t.file_id = x.file_id
   where t.n between first_n and last_n order by t.n
$function$

-- owner waymark_keeper, may be run by waymark_keeper
CREATE OR REPLACE FUNCTION waymark.complaints_find_somebody()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if tg_table_name = 'person' then perform waymark.give_complaints(new.organisation_id, new.id);
  else
    if new.until_day is not null and new.until_day < (clock_timestamp() at time zone 'Europe/London')::date then
      perform waymark.give_complaints(new.organisation_id, new.person_id);
    else
      perform waymark.give_complaints(new.organisation_id, null);
    end if;
  end if;
  return null;
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.complaints_with_nobody()
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select count(*) from waymark.complaint c where c.organisation_id = waymark.actor_organisation() and c.state = 'open' and c.handler_id is null
    and waymark.actor_role() in ('manager', 'administrator') and not (waymark.actor_id() = any (c.about_persons || c.kept_from))
$function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.consent_ends_with_it()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update waymark.consent_use u set withdrawn_at = new.withdrawn_at
    from waymark.statement_part p
   where p.statement_id = new.id and u.subject = 'statement_part' and u.subject_id = p.id and u.withdrawn_at is null;
  return null;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.consent_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if old.withdrawn_at is null and new.withdrawn_at is not null then return new; end if;
  raise exception 'a consent that was taken back is not given again by changing it' using errcode = 'restrict_violation', constraint = 'consent_stays';
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.consented(of_subject text, of_id uuid, for_use text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select exists (select from waymark.consent_use u
    where u.subject = of_subject and u.subject_id = of_id and u.use = for_use and u.withdrawn_at is null) $function$

-- owner waymark_reach, may be run by waymark_reach
CREATE OR REPLACE FUNCTION waymark.consulate_is_signed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if new.signed_by is not null and (tg_op = 'INSERT' or old.signed_by is distinct from new.signed_by) and not exists (
      select from waymark.person p where p.id = new.signed_by and p.role = 'manager') then
    raise exception 'a manager signs how the child stays protected' using errcode = 'check_violation', constraint = 'signed_by_a_manager';
  end if;
  if tg_op = 'UPDATE' and ((new.with_kind, new.with_whom, new.country, new.asked_by) is distinct from (old.with_kind, old.with_whom, old.country, old.asked_by)
      or (old.signed_by is not null and (new.signed_by, new.protects) is distinct from (old.signed_by, old.protects))) then
    raise exception 'what was asked and signed stays' using errcode = 'restrict_violation', constraint = 'asked_and_signed_stay';
  end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.contact_as_agreed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  keeps text[] := array['version', 'changed_by', 'changed_at'];
begin
  if old.made_at is not null then
    raise exception 'what was done stays as it was' using errcode = 'restrict_violation', constraint = 'contact_stays';
  end if;
  if waymark.actor_role() = 'young_person' then
    keeps := keeps || array['child_said', 'child_said_at'];
  else
    if (new.signed_by, new.signed_at) is distinct from (old.signed_by, old.signed_at) then
      if (old.signed_at is not null and old.signed_at >= old.child_said_at) or old.child_said is distinct from 'yes' or new.signed_by is distinct from waymark.actor_id() then
        raise exception 'a second person signs for themself, once the young person said yes' using errcode = 'restrict_violation', constraint = 'signed_by_oneself';
      end if;
    end if;
    if new.made_at is not null and (new.made_by is distinct from waymark.actor_id() or not waymark.plan_of_loved_stands(old.plan_id)) then
      raise exception 'nobody is contacted for what was taken back' using errcode = 'restrict_violation', constraint = 'made_while_it_stands';
    end if;
    keeps := keeps || array['signed_by', 'signed_at', 'signed_why', 'made_by', 'made_at', 'made_words'];
  end if;
  if (to_jsonb(new) - keeps) <> (to_jsonb(old) - keeps) then
    raise exception 'each says their own part of it' using errcode = 'restrict_violation', constraint = 'contact_as_agreed';
  end if;
  return new;
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.continuity()
 RETURNS TABLE(child text, person text, standing text, began_on date, ended_on date, chosen_by_child boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  secret bytea;
begin
  if waymark.actor_role() is distinct from 'manager' then return; end if;
  insert into waymark.pseudonym_key (organisation_id) values (waymark.actor_organisation()) on conflict do nothing;
  select k.key into secret from waymark.pseudonym_key k where k.organisation_id = waymark.actor_organisation();
  return query
    with within as materialized (
      select c.id from waymark.child c where c.organisation_id = waymark.actor_organisation()
        and (waymark.actor_team() is null or c.team_id = waymark.actor_team())
    ), stood as (
      select a.child_id, a.person_id as who, a.part as standing, a.started_on as began_on, a.ended_on, false as chosen
        from waymark.allocation a join within w on w.id = a.child_id
      union all
      select t.child_id, coalesce(m.staff_id, m.id), 'trusted_adult', (t.began_at at time zone 'Europe/London')::date,
             (t.ended_at at time zone 'Europe/London')::date, t.chosen_by = 'child'
        from waymark.trusted_time t join within w on w.id = t.child_id
        join waymark.person_who_matters m on m.id = t.matters_id
    )
    select left(encode(sha256(secret || convert_to('child ' || s.child_id::text, 'UTF8')), 'hex'), 16),
           left(encode(sha256(secret || convert_to('person ' || s.who::text, 'UTF8')), 'hex'), 16),
           s.standing, s.began_on, s.ended_on, s.chosen
      from stood s order by 1, s.began_on, 2, s.standing;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.correction_is_decided()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if exists (select from waymark.receipt r where r.id = new.receipt_id and r.subject = 'correction' and not exists (
      select from waymark.correction_decision d where d.correction_id = r.subject_id and d.decided_at >= r.state_at)) then
    raise exception 'decide about the correction first' using errcode = 'check_violation', constraint = 'correction_is_decided';
  end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_owner, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.counted_children(year_from date, framework_version uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select c.id from waymark.child c
  where c.organisation_id = (select waymark.counted_organisation())
    and (c.opened_at < waymark.london_midnight((counted_children.year_from + interval '1 year')::date)
      or exists (
        select from waymark.check_in i
        where i.child_id = c.id and i.voice = 'young_person' and i.status in ('shared', 'withdrawn')
          and i.framework_version_id = counted_children.framework_version
          and i.shared_at >= waymark.london_midnight(counted_children.year_from)
          and i.shared_at < waymark.london_midnight((counted_children.year_from + interval '1 year')::date))
      or exists (
        select from waymark.check_in_not_held h
        where h.child_id = c.id
          and h.on_day >= counted_children.year_from and h.on_day < counted_children.year_from + interval '1 year'
          and (h.framework_version_id is null or h.framework_version_id = counted_children.framework_version)))
$function$

-- owner waymark_statistics, may be run by waymark_statistics
CREATE OR REPLACE FUNCTION waymark.counted_organisation()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if coalesce(waymark.actor_role(), '') not in ('analyst', 'manager', 'system') then
    raise exception 'only an analyst or a manager may count' using errcode = 'insufficient_privilege';
  end if;
  return waymark.actor_organisation();
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_keeper, waymark_reach
CREATE OR REPLACE FUNCTION waymark.day_counted(of_organisation uuid, from_day date, days integer, counted text)
 RETURNS date
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  day date := from_day;
  remaining integer := days;
begin
  if counted = 'days' or not exists (select from waymark.bank_holiday h where h.organisation_id = of_organisation
      and extract(year from h.on_day) = extract(year from day_counted.from_day)) then
    return from_day + days;
  end if;
  while remaining > 0 loop
    day := day + 1;
    if extract(isodow from day) < 6
      and not exists (select from waymark.bank_holiday h where h.organisation_id = of_organisation and h.on_day = day) then
      remaining := remaining - 1;
    end if;
  end loop;
  return day;
end $function$

-- owner waymark_owner, may be run by waymark_app, waymark_owner
CREATE OR REPLACE FUNCTION waymark.days_for(asked text, at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$ select d.days from waymark.days_until d where d.what = asked and d.from_day <= (at at time zone 'Europe/London')::date order by d.from_day desc limit 1 $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.decision_fits()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  c waymark.correction;
begin
  select x.* into c from waymark.correction x where x.id = new.correction_id and x.child_id = new.child_id;
  if c.id is null then
    raise exception 'nobody decides about what they may not read' using errcode = 'check_violation', constraint = 'decision_answers_the_wish';
  end if;
  if (c.wish = 'read_note') <> (new.outcome in ('shown', 'not_shown')) then
    raise exception 'this is not what was asked' using errcode = 'check_violation', constraint = 'decision_answers_the_wish';
  end if;
  if new.outcome = 'corrected' and c.line_id is not null
    and coalesce(waymark.line_version(c.about, c.line_id, c.child_id), 0) <= c.line_version then
    raise exception 'the record has not changed' using errcode = 'check_violation', constraint = 'corrected_means_changed';
  end if;
  if new.outcome = 'shown' and not exists (
    select from waymark.shown_line s where s.child_id = c.child_id and s.about = c.about and s.line_id = c.line_id
      and s.line_version = waymark.line_version(c.about, c.line_id, c.child_id)) then
    raise exception 'the note is not shown' using errcode = 'check_violation', constraint = 'shown_means_shown';
  end if;
  return new;
end $function$

-- owner waymark_reach, may be run by waymark_reach
CREATE OR REPLACE FUNCTION waymark.decision_is_the_state()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update waymark.concern c set state = new.decision where c.id = new.concern_id and c.state <> new.decision;
  return null;
end $function$

-- owner waymark_reach, may be run by waymark_reach
CREATE OR REPLACE FUNCTION waymark.decision_rests_on_looks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  finds text[];
begin
  select array_agg(l.finds order by l.place) into finds from waymark.concern_look l where l.concern_id = new.concern_id;
  if coalesce(cardinality(finds), 0) <> 2 then
    raise exception 'a decision rests on a first and a second look' using errcode = 'check_violation', constraint = 'decision_rests_on_looks';
  end if;
  if finds[1] <> finds[2] and new.about_disagreement is null then
    raise exception 'the two looks differ: the decision says what it makes of that' using errcode = 'check_violation', constraint = 'disagreement_is_answered';
  end if;
  if exists (select from waymark.concern c where c.id = new.concern_id and new.decided_on < c.noticed_earliest) then
    raise exception 'a decision comes after what it is about' using errcode = 'check_violation', constraint = 'decision_after_concern';
  end if;
  return new;
end $function$

-- owner waymark_reach, may be run by waymark_door, waymark_reach
CREATE OR REPLACE FUNCTION waymark.door_recording(recording uuid)
 RETURNS TABLE(file_id uuid, media_type text, bytes integer, pieces integer, key_id text, sealed_key bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select f.id, f.media_type, f.bytes, f.pieces, f.key_id, f.sealed_key
    from waymark.text_recording r join waymark.organisation_file f on f.id = r.file_id
   where r.id = recording and r.place ~ '^door' and f.scan in ('clean', 'not_scanned')
     and exists (select from waymark.text_recording_act a where a.recording_id = r.id and a.act = 'checked')
     and not exists (select from waymark.text_recording_act a where a.recording_id = r.id and a.act = 'put_aside')
$function$

-- owner waymark_reach, may be run by waymark_door, waymark_reach
CREATE OR REPLACE FUNCTION waymark.door_recording_pieces(recording uuid, first_n integer, last_n integer)
 RETURNS TABLE(n integer, sealed bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select p.n, p.sealed from waymark.organisation_file_piece p
   where p.file_id in (select x.file_id from waymark.door_recording(recording) x) and p.n between first_n and last_n order by p.n
$function$

-- owner waymark_keeper, may be run by waymark_keeper
CREATE OR REPLACE FUNCTION waymark.duty_tells()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into waymark.duty_notice (organisation_id, signal_id, person_id, channel, queued_at, next_try_at, changed_by)
  select s.organisation_id, s.id, new.to_id, w.channel, new.at, new.at, null
    from waymark.somebody_now s
    join lateral (select t.text_to, t.email_to from waymark.duty_turn t
      where t.organisation_id = s.organisation_id and t.person_id = new.to_id and t.from_at <= new.at and t.until_at > new.at
      order by t.place, t.from_at, t.id limit 1) t on true
    join lateral (values ('text', t.text_to), ('email', t.email_to)) w (channel, to_address) on w.to_address is not null
   where s.id = new.signal_id
  on conflict do nothing;
  return null;
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.duty_told_by(at_moment timestamp with time zone)
 RETURNS TABLE(by_text boolean, by_email boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select t.text_to is not null, t.email_to is not null from waymark.duty_turn t join waymark.person p on p.id = t.person_id
   where t.organisation_id = waymark.actor_organisation() and t.from_at <= at_moment and t.until_at > at_moment
     and p.ended_at is null and p.role in ('practitioner', 'guardian', 'manager')
   order by t.place, t.from_at, t.id limit 1
$function$

-- owner waymark_door, may be run by waymark_app, waymark_door
CREATE OR REPLACE FUNCTION waymark.end_codes(account uuid, at timestamp with time zone, why text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  ended integer;
begin
  if not waymark.manages_account(account) then raise exception 'this account is not theirs to manage'; end if;
  update waymark.way_in_code x set ended_at = at, ended_why = why
    where x.person_id = account and x.used_at is null and x.ended_at is null;
  get diagnostics ended = row_count;
  return ended;
end $function$

-- owner waymark_door, may be run by waymark_app, waymark_door
CREATE OR REPLACE FUNCTION waymark.end_sessions_of(account uuid, why text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  ended integer;
begin
  if not waymark.manages_account(account) then raise exception 'this account is not theirs to manage'; end if;
  update waymark.session s set ended_at = now(), ended_why = why where s.person_id = account and s.ended_at is null;
  get diagnostics ended = row_count;
  return ended;
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.evidence_is_open(file uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select waymark.actor_role() <> 'young_person' and exists (select from waymark.nrm_evidence e where e.id = file) $function$

-- owner waymark_keeper, may be run by waymark_keeper
CREATE OR REPLACE FUNCTION waymark.feedback_is_of()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  select c.organisation_id into new.organisation_id from waymark.child c where c.id = new.child_id;
  new.about_person := case new.about_kind
    when 'answer' then (select s.by_id from waymark.ledger_step s where s.receipt_id = new.about_id and s.child_id = new.child_id and s.kind = 'replied' order by s.at desc limit 1)
    when 'check_in' then (select o.arranged_by from waymark.check_in i join waymark.check_in_occasion o on o.id = i.occasion_id where i.id = new.about_id and i.child_id = new.child_id)
    when 'meeting' then (select m.led_by from waymark.meeting m where m.id = new.about_id and m.child_id = new.child_id)
    end;
  return new;
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.file_is_open(file uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select exists (select from waymark.stored_file f where f.id = file and f.made_by = waymark.actor_id())
    or exists (select from waymark.statement_part p where p.file_id = file and waymark.part_is_open(p.id))
    or waymark.photo_is_open(file) or waymark.answer_is_heard(file) or waymark.evidence_is_open(file) $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.file_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if (new.key_id, new.sealed_key) is distinct from (old.key_id, old.sealed_key) and waymark.actor_role() is distinct from 'system' then
    raise exception 'only the installation seals a file anew' using errcode = 'restrict_violation', constraint = 'file_stays';
  end if;
  if old.scan = 'found' and new.scan <> 'found' then
    raise exception 'what was found harmful stays closed' using errcode = 'restrict_violation', constraint = 'file_stays';
  end if;
  return new;
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.find_children(tiers jsonb, enough integer)
 RETURNS TABLE(child_id uuid, tier integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET enable_seqscan TO 'off'
AS $function$
declare
  role text := waymark.actor_role();
  organisation uuid := waymark.actor_organisation();
  team uuid := waymark.actor_team();
  wide boolean := role in ('manager', 'auditor', 'system');
  own uuid[] := array(select waymark.actor_children());
  condition text;
  hits bigint;
  so_far bigint := 0;
begin
  if role is null then return; end if;
  for n in 0 .. least(jsonb_array_length(tiers), 12) - 1 loop
    exit when so_far >= enough;
    select string_agg(format('k.keys && %L::text[]', array(select jsonb_array_elements_text(g.keys))), ' and ')
      into condition from jsonb_array_elements(tiers -> n) as g(keys);
    continue when condition is null;
    return query execute format(
      'select k.child_id, %s from waymark.child_key k where k.child_id = any ($1) and %s limit $2', n, condition)
      using own, enough;
    get diagnostics hits = row_count;
    so_far := so_far + hits;
    continue when not wide;
    -- keys first, reach row by row, stopping at enough: the other way round a rare name reads every child
    return query execute format(
      'select hit.child_id, %s from (select k.child_id from waymark.child_key k where %s offset 0) hit
        cross join lateral (select from waymark.child c where c.id = hit.child_id
          and c.organisation_id = $1 and ($2 is null or c.team_id = $2) limit 1) reached limit $3', n, condition)
      using organisation, team, enough;
    get diagnostics hits = row_count;
    so_far := so_far + hits;
  end loop;
end $function$

-- owner waymark_reach, may be run by waymark_reach
CREATE OR REPLACE FUNCTION waymark.finding_closes_with_action()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.finding_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  done timestamptz;
begin
  select r.completed_at into done from waymark.assessment_review r where r.id = new.review_id for share;
  if done is not null then
    raise exception 'a review that was completed stays as it is' using errcode = 'restrict_violation', constraint = 'review_stays';
  end if;
  return new;
end $function$

-- owner waymark_door, may be run by waymark_app, waymark_door
CREATE OR REPLACE FUNCTION waymark.forget_devices(account uuid, why text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  pins integer;
  keys integer;
begin
  if not waymark.manages_account(account) then raise exception 'this account is not theirs to manage'; end if;
  update waymark.pin_device x set forgotten_at = now(), forgotten_why = why where x.person_id = account and x.forgotten_at is null;
  get diagnostics pins = row_count;
  delete from waymark.passkey x where x.person_id = account;
  get diagnostics keys = row_count;
  return pins + keys;
end $function$

-- owner waymark_keeper, may be run by waymark_keeper, waymark_sealer
CREATE OR REPLACE FUNCTION waymark.forget_sent_forms()
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ with gone as (delete from waymark.sent_form f where f.sent_at < now() - interval '30 days' returning 1) select count(*) from gone $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.framework_columns()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  d jsonb := new.definition;
begin
  new.version := d ->> 'version';
  new.name := d ->> 'name';
  new.owner := d ->> 'owner';
  new.licence := d ->> 'licence';
  new.attribution := d ->> 'attribution';
  new.notice := coalesce(d ->> 'notice', '');
  new.population := d #>> '{population,for}';
  new.age_from := (d #>> '{population,ageFrom}')::integer;
  new.age_to := (d #>> '{population,ageTo}')::integer;
  new.adult_labelled_for_under_18 := coalesce((d #>> '{population,labelledForUnder18}')::boolean, false);
  new.nation := d ->> 'nation';
  new.language := d ->> 'language';
  new.defined_by := d ->> 'definedBy';
  new.provisional := (d ->> 'provisional')::boolean;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.framework_fits()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.framework_parts_stay()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'what stands in a published version stays as it is: publish another' using errcode = 'restrict_violation', constraint = 'framework_stays';
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.framework_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if tg_op = 'DELETE' then
    raise exception 'a version of a framework is retired, never removed' using errcode = 'restrict_violation', constraint = 'framework_stays';
  end if;
  if new.framework_id <> old.framework_id then
    raise exception 'a version stays with its framework' using errcode = 'restrict_violation', constraint = 'framework_stays';
  end if;
  if old.published_at is null then
    if (to_jsonb(new) ->> 'version') <> old.version then
      raise exception 'a draft keeps its version: import another' using errcode = 'restrict_violation', constraint = 'framework_stays';
    end if;
    return new;
  end if;
  if (to_jsonb(new) - array['status', 'retired_by', 'retired_at']) <> (to_jsonb(old) - array['status', 'retired_by', 'retired_at'])
    or not (new.status = old.status or (old.status = 'live' and new.status = 'retired')) then
    raise exception 'a version that has been published stays as it is: publish another' using errcode = 'restrict_violation', constraint = 'framework_stays';
  end if;
  return new;
end $function$

-- owner waymark_keeper, may be run by waymark_keeper
CREATE OR REPLACE FUNCTION waymark.framework_unpacked()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  d jsonb := new.definition;
begin
  if new.status <> 'live' or (tg_op = 'UPDATE' and old.published_at is not null) then return null; end if;
  insert into waymark.framework_principle (framework_version_id, code, position, articles)
    select new.id, p ->> 'code', n, array(select a::integer from jsonb_array_elements_text(p -> 'articles') a)
    from jsonb_array_elements(d -> 'principles') with ordinality as x(p, n);
  insert into waymark.outcome (framework_version_id, code, position, level, polarity, defined_by, child_only)
    select new.id, o ->> 'code', n, o ->> 'level', o ->> 'polarity', o ->> 'definedBy', (o ->> 'childOnly')::boolean
    from jsonb_array_elements(d -> 'outcomes') with ordinality as x(o, n);
  insert into waymark.outcome_principle (outcome_id, framework_version_id, principle_code)
    select r.id, new.id, p.code
    from jsonb_array_elements(d -> 'outcomes') o
    join waymark.outcome r on r.framework_version_id = new.id and r.code = o ->> 'code'
    cross join jsonb_array_elements_text(o -> 'principles') as p(code);
  insert into waymark.outcome_wording (outcome_id, language, title, explanation, practice, title_state, explanation_state, practice_state)
    select r.id, w.key, w.value #>> '{title,text}', w.value #>> '{explanation,text}', w.value #>> '{practice,text}',
      w.value #>> '{title,state}', w.value #>> '{explanation,state}', w.value #>> '{practice,state}'
    from jsonb_array_elements(d -> 'outcomes') o
    join waymark.outcome r on r.framework_version_id = new.id and r.code = o ->> 'code'
    cross join jsonb_each(o -> 'wording') w;
  insert into waymark.indicator (framework_version_id, outcome_id, code, position, level, polarity, title)
    select new.id, r.id, i ->> 'code', n, i ->> 'level', i ->> 'polarity', i #>> array['wording', d ->> 'language', 'title', 'text']
    from jsonb_array_elements(d -> 'outcomes') o
    join waymark.outcome r on r.framework_version_id = new.id and r.code = o ->> 'code'
    cross join jsonb_array_elements(o -> 'indicators') with ordinality as x(i, n);
  update waymark.framework f set name = new.name, owner = new.owner where f.id = new.framework_id;
  return null;
end $function$

-- owner waymark_door, may be run by waymark_app, waymark_door
CREATE OR REPLACE FUNCTION waymark.give_code(account uuid, hash bytea, at timestamp with time zone, ends timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if not waymark.manages_account(account) then raise exception 'this account is not theirs to manage'; end if;
  update waymark.way_in_code x set ended_at = at, ended_why = 'a new one was given'
    where x.person_id = account and x.used_at is null and x.ended_at is null;
  insert into waymark.way_in_code (person_id, code_hash, given_by, given_at, ends_at)
    values (account, hash, waymark.actor_id(), at, ends);
end $function$

-- owner waymark_keeper, may be run by waymark_keeper
CREATE OR REPLACE FUNCTION waymark.give_complaints(organisation uuid, with_person uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  insert into waymark.complaint_step (complaint_id, child_id, kind, at, by_id, to_id)
  select c.id, c.child_id, 'given_to', clock_timestamp(), null, w.person
    from waymark.complaint c
    cross join lateral (select waymark.who_reviews(c.organisation_id, array_remove(c.about_persons || c.kept_from || with_person, null), c.child_id, (clock_timestamp() at time zone 'Europe/London')::date) as person) w
   where c.organisation_id = organisation and c.state in ('open', 'answered') and c.handler_id is not distinct from with_person
     and w.person is distinct from c.handler_id
$function$

-- owner waymark_door, may be run by waymark_app, waymark_door
CREATE OR REPLACE FUNCTION waymark.give_password(account uuid, hash text, one_time boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if not waymark.manages_account(account) then raise exception 'this account is not theirs to manage'; end if;
  insert into waymark.credential (person_id, password_hash, must_change) values (account, hash, one_time)
    on conflict (person_id) do update set password_hash = excluded.password_hash, must_change = excluded.must_change, changed_at = now();
  update waymark.session s set ended_at = now(), ended_why = 'given a new password' where s.person_id = account and s.ended_at is null;
end $function$

-- owner waymark_keeper, may be run by waymark_keeper
CREATE OR REPLACE FUNCTION waymark.give_what_waits_on_nobody()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform waymark.hand_on_what_waits(
    array(select r.id from waymark.receipt r join beside b on b.child_id = r.child_id where r.state = 'waiting' and r.answerer_id is null),
    (clock_timestamp() at time zone 'Europe/London')::date);
  return null;
end $function$

-- owner waymark_keeper, may be run by waymark_keeper
CREATE OR REPLACE FUNCTION waymark.hand_on_from_account()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform waymark.hand_on_what_waits(
    array(select r.id from waymark.receipt r where r.answerer_id = new.id and r.state = 'waiting'), (clock_timestamp() at time zone 'Europe/London')::date);
  return null;
end $function$

-- owner waymark_keeper, may be run by waymark_keeper
CREATE OR REPLACE FUNCTION waymark.hand_on_from_allocation()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform waymark.hand_on_what_waits(
    array(select r.id from waymark.receipt r where r.child_id = new.child_id and r.state = 'waiting' and r.answerer_id = new.person_id
      and not exists (select from waymark.allocation a where a.child_id = r.child_id and a.person_id = r.answerer_id and a.ended_on is null)
      and not exists (select from waymark.person p where p.id = r.answerer_id and p.role = 'manager')),
    (clock_timestamp() at time zone 'Europe/London')::date);
  return null;
end $function$

-- owner waymark_keeper, may be run by waymark_keeper
CREATE OR REPLACE FUNCTION waymark.hand_on_from_away()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform waymark.hand_on_what_waits(
    array(select r.id from waymark.receipt r where r.answerer_id = new.person_id and r.state = 'waiting' and r.answer_by between new.from_day and new.until_day),
    new.from_day);
  return null;
end $function$

-- owner waymark_keeper, may be run by waymark_keeper
CREATE OR REPLACE FUNCTION waymark.hand_on_what_waits(waiting uuid[], on_day date)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  insert into waymark.ledger_step (receipt_id, child_id, kind, at, by_id, to_id)
  select r.id, r.child_id, 'passed_on', clock_timestamp(), null, w.person
    from waymark.receipt r
    left join lateral waymark.who_answers(r.child_id, null, array_remove(r.not_to || r.answerer_id, null), on_day) w on true
   where r.id = any (waiting) and r.state = 'waiting' and w.person is distinct from r.answerer_id
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.has_reflected(audit uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (
    select from waymark.case_audit a where a.id = has_reflected.audit and (a.no_reflection_because is not null
      or exists (select from waymark.case_audit_reflection r where r.audit_id = a.id and r.author_id = a.practitioner_id and r.shared_at is not null)))
$function$

-- owner waymark_reach, may be run by waymark_door, waymark_reach
CREATE OR REPLACE FUNCTION waymark.heard_at_the_door(in_language text, places text[], texts text[])
 RETURNS TABLE(place text, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select distinct on (r.place) r.place, r.id
    from unnest(places, texts) as shown(place, words)
    join waymark.text_recording r on r.language = in_language and r.place = shown.place and r.spoken = shown.words
   where r.place ~ '^door' and exists (select from waymark.door_recording(r.id))
   order by r.place, r.number desc
$function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE PROCEDURE waymark.hold_for_assessment(IN held regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', held);
  execute format('alter table %s force row level security', held);
  execute format('create policy follows_assessment on %s for select to waymark_app using (exists (select from waymark.assessment a where a.id = assessment_id))', held);
  execute format('create policy policy_leads_add on %s for insert to waymark_app with check ((select waymark.actor_role()) in (''analyst'', ''manager'') and exists (select from waymark.assessment a where a.id = assessment_id))', held);
  execute format('create policy policy_leads_change on %s for update to waymark_app using ((select waymark.actor_role()) in (''analyst'', ''manager'') and exists (select from waymark.assessment a where a.id = assessment_id))', held);
  execute format('grant select, insert, update on %s to waymark_app', held);
  execute format('create trigger keep_version before update on %s for each row execute function waymark.keep_version()', held);
  execute format('create trigger written_in after insert or update on %s for each row execute function waymark.written_in(''assessment_id'')', held);
end $procedure$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE PROCEDURE waymark.hold_for_audit(IN held regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', held);
  execute format('alter table %s force row level security', held);
  execute format('create policy follows_child on %s for select to waymark_app using (exists (select from waymark.child c where c.id = child_id))', held);
  -- The audit is about the work. What came of it reaches the young person through the people beside them.
  execute format('create policy staff_read on %s as restrictive for select to waymark_app using ((select waymark.actor_role()) in (''practitioner'', ''guardian'', ''manager'', ''auditor''))', held);
  execute format('create policy others_read on %s for select to waymark_reach, waymark_statistics using (true)', held);
  execute format('grant select, insert on %s to waymark_app', held);
  execute format('create policy staff_write on %s for insert to waymark_app with check ((select waymark.actor_role()) in (''practitioner'', ''guardian'', ''manager'', ''auditor'') and exists (select from waymark.child c where c.id = child_id))', held);
  execute format('create policy staff_change on %s for update to waymark_app using ((select waymark.actor_role()) in (''practitioner'', ''guardian'', ''manager'', ''auditor'') and exists (select from waymark.child c where c.id = child_id))', held);
end $procedure$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE PROCEDURE waymark.hold_for_child(IN held regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', held);
  execute format('alter table %s force row level security', held);
  execute format('create policy follows_child on %s for select to waymark_app using (exists (select from waymark.child c where c.id = child_id))', held);
  execute format('create policy written_within_reach on %s for insert to waymark_app with check ((select waymark.actor_may_write()) and exists (select from waymark.child c where c.id = child_id))', held);
  execute format('create policy written_as_oneself on %s as restrictive for insert to waymark_app with check (version = 1 and changed_by = (select waymark.actor_id()) and changed_at >= now())', held);
  execute format('create policy changed_within_reach on %s for update to waymark_app using ((select waymark.actor_may_write()) and exists (select from waymark.child c where c.id = child_id)) with check (exists (select from waymark.child c where c.id = child_id))', held);
  execute format('grant select, insert, update on %s to waymark_app', held);
  execute format('create trigger keep_version before update on %s for each row execute function waymark.keep_version()', held);
  call waymark.only_read_for_an_audit(held);
end $procedure$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE PROCEDURE waymark.hold_for_staff(IN held regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  call waymark.hold_for_child(held);
  execute format('create policy staff_write on %s as restrictive for insert to waymark_app with check ((select waymark.actor_role()) <> ''young_person'')', held);
  execute format('create policy staff_change on %s as restrictive for update to waymark_app using ((select waymark.actor_role()) <> ''young_person'')', held);
end $procedure$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.impact_stands_on_its_own()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if new.taken_off_at is null and (
    exists (select from unnest(new.evidence_ids) e where not exists (
      select from waymark.assessment_evidence x where x.id = e and x.assessment_id = new.assessment_id and x.taken_off_at is null))
    or exists (select from waymark.assessment_option o where o.id = new.option_id and o.taken_off_at is not null)
    or exists (select from waymark.assessment_group g where g.id = new.group_id and g.taken_off_at is not null)) then
    raise exception 'an impact stands on options, groups and evidence of its own assessment' using errcode = 'check_violation', constraint = 'impact_stands_on_its_own';
  end if;
  return new;
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.inviting_is_safe(child uuid, on_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select exists (select from waymark.invite_safety s
      join waymark.allocation a on a.child_id = s.child_id and a.person_id = s.confirmed_by and a.ended_on is null
     where s.child_id = child and s.ended_at is null and on_day <= s.until_day
       and not exists (select from waymark.sessions_ended e where e.child_id = s.child_id and e.why = 'missing' and (e.told_at is null or e.ended_at >= s.confirmed_at)))
    and not exists (select from waymark.taking_part_wish w where w.child_id = child and w.do_not_ask)
    and not exists (select from waymark.contact_stop t where t.child_id = child and t.lifted_at is null) $function$

-- owner waymark_owner, may be run by waymark_app, waymark_owner, waymark_reach
CREATE OR REPLACE FUNCTION waymark.is_age_label(said text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select said ~* '(\mage[ -]?disput|\mdisputed age\M|\mpurported|\mputative|\mclaim(s|ed|ing)? (to be )?(a |an )?(child|minor|under|adult)|\mclaimed age|\malleged (child|minor|age)|\m(is|as) (an )?adult\M|\(adult\)|\mage unknown\M)'
$function$

-- owner waymark_owner, may be run by waymark_app, waymark_owner
CREATE OR REPLACE FUNCTION waymark.is_no_body(said text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select btrim(said) ~* '^(the |this |a |their |his |her )?(child|young (person|people|man|woman)|boy|girl|teenager|client|service user|victim|family|parents?|mother|father|mum|dad|him|her|them|themsel(f|ves)|himself|herself)( (him|her|them)sel(f|ves))?\W*$'
$function$

-- owner waymark_owner, may be run by waymark_app, waymark_owner
CREATE OR REPLACE FUNCTION waymark.keep_framework(definition jsonb, publish boolean)
 RETURNS uuid
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  held_framework uuid;
  held record;
begin
  insert into waymark.framework (key, name, owner)
    values (definition ->> 'key', definition ->> 'name', definition ->> 'owner') on conflict (key) do nothing;
  select f.id into held_framework from waymark.framework f where f.key = definition ->> 'key';
  select v.id, v.published_at, v.definition as was into held from waymark.framework_version v
    where v.framework_id = held_framework and v.version = keep_framework.definition ->> 'version' for update;
  if held.id is null then
    insert into waymark.framework_version (framework_id, definition, status, published_by, published_at)
      values (held_framework, keep_framework.definition, case when publish then 'live' else 'draft' end,
        case when publish then waymark.actor_id() end, case when publish then now() end)
      returning framework_version.id into held.id;
  elsif held.published_at is null or held.was <> keep_framework.definition then
    update waymark.framework_version v set definition = keep_framework.definition,
      status = case when publish then 'live' else 'draft' end,
      imported_by = waymark.actor_id(), imported_at = now(), retired_by = null, retired_at = null,
      published_by = case when publish then waymark.actor_id() end,
      published_at = case when publish then now() end
      where v.id = held.id;
  end if;
  return held.id;
end $function$

-- owner waymark_keeper, may be run by waymark_keeper
CREATE OR REPLACE FUNCTION waymark.keep_trusted_time()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  trusted constant boolean := new.trusted_adult and new.ended_at is null;
  was constant boolean := tg_op = 'UPDATE' and old.trusted_adult and old.ended_at is null;
begin
  if trusted and not was then
    insert into waymark.trusted_time (child_id, matters_id, began_at, chosen_by)
    values (new.child_id, new.id, new.changed_at, new.chosen_by);
  elsif was and not trusted then
    update waymark.trusted_time set ended_at = greatest(new.changed_at, began_at)
     where matters_id = new.id and ended_at is null;
  end if;
  return null;
end $function$

-- owner waymark_keeper, may be run by waymark_keeper, waymark_owner
CREATE OR REPLACE FUNCTION waymark.keep_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  before_it jsonb := to_jsonb(old);
  after_it jsonb := to_jsonb(new);
begin
  if (after_it -> 'id', after_it -> 'child_id', after_it -> 'organisation_id')
    is distinct from (before_it -> 'id', before_it -> 'child_id', before_it -> 'organisation_id') then
    raise exception 'a row stays with its child and its organisation' using errcode = 'restrict_violation', constraint = 'row_stays';
  end if;
  insert into waymark.row_history (table_name, row_id, child_id, version, was, changed_by, changed_at, replaced_by, private_to)
  values (
    tg_table_name, old.id,
    case when tg_table_name = 'child' then old.id else (before_it ->> 'child_id')::uuid end,
    old.version, before_it, old.changed_by, old.changed_at, waymark.actor_id(),
    (before_it ->> 'private_to')::uuid
  );
  new.version := old.version + 1;
  new.changed_by := waymark.actor_id();
  new.changed_at := clock_timestamp();
  return new;
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.kept_back(of_kind text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER ROWS 20
 SET search_path TO 'pg_catalog'
AS $function$
  select s.child_id from waymark.sharing_choice s
   where s.kind = of_kind and s.choice <> 'everyone'
     and not (s.choice = 'some' and waymark.actor_id() = any (s.people))
     and coalesce(waymark.actor_role(), '') not in ('young_person', 'system')
$function$

-- owner waymark_door, may be run by waymark_app, waymark_door
CREATE OR REPLACE FUNCTION waymark.last_code(account uuid)
 RETURNS TABLE(given_at timestamp with time zone, given_by uuid, given_by_name text, ends_at timestamp with time zone, used_at timestamp with time zone, ended_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select x.given_at, x.given_by, p.name, x.ends_at, x.used_at, x.ended_at
    from waymark.way_in_code x join waymark.person p on p.id = x.given_by
   where x.person_id = account and waymark.manages_account(account)
   order by x.given_at desc limit 1
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.leads_on(person uuid, organisation uuid, on_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (select from waymark.lead_appointment a join waymark.person p on p.id = a.person_id
    where a.person_id = person and a.organisation_id = organisation and p.organisation_id = organisation and p.ended_at is null
      and p.role in ('practitioner', 'guardian', 'manager')
      and on_day >= a.from_day and (a.until_day is null or on_day <= a.until_day))
$function$

-- owner waymark_reach, may be run by waymark_reach
CREATE OR REPLACE FUNCTION waymark.learning_of_open_review()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform from waymark.missed_chance m where m.id = new.missed_chance_id and m.ended_at is null for update;
  if not found then
    raise exception 'the review has ended' using errcode = 'restrict_violation', constraint = 'review_is_open';
  end if;
  if exists (select from waymark.person p where p.id = new.owner_id and p.role in ('young_person', 'system')) then
    raise exception 'somebody who works here brings it into a training' using errcode = 'check_violation', constraint = 'owner_works_here';
  end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.line_in_order()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if old.state <> 'draft' and new.state = 'draft' then
    raise exception 'what others have read is no draft any more' using errcode = 'restrict_violation', constraint = 'line_in_order';
  end if;
  if old.written_by is distinct from waymark.actor_id() and waymark.actor_id() is not null and new.words <> old.words then
    raise exception 'what somebody else offered keeps their words' using errcode = 'restrict_violation', constraint = 'line_in_order';
  end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_app, waymark_owner
CREATE OR REPLACE FUNCTION waymark.line_version(about text, line uuid, of_child uuid)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare
  found integer;
begin
  if about = 'child' then
    select c.version into found from waymark.child c where c.id = line and c.id = of_child;
  elsif about in ('child_name', 'date_of_birth_claim', 'child_language', 'about_me', 'person_who_matters', 'allocation', 'place_of_learning', 'child_identifier') then
    execute format('select t.version from waymark.%I t where t.id = $1 and t.child_id = $2', about) into found using line, of_child;
  end if;
  return found;
end $function$

-- owner waymark_owner, may be run by waymark_owner, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.london_midnight(day date)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
AS $function$ select day::timestamp at time zone 'Europe/London' $function$

-- owner waymark_door, may be run by waymark_door
CREATE OR REPLACE FUNCTION waymark.look_follows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update waymark.session s set holding = s.holding || jsonb_build_object('look',
      jsonb_build_object('larger', new.larger_text, 'calm', new.less_movement, 'colours', new.colours))
    from waymark.child c
   where c.id = new.child_id and s.person_id = c.person_id and s.ended_at is null;
  return null;
end $function$

-- owner waymark_reach, may be run by waymark_reach
CREATE OR REPLACE FUNCTION waymark.look_in_order()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if new.place = 'second' and not exists (
      select from waymark.concern_look l where l.concern_id = new.concern_id and l.place = 'first') then
    raise exception 'a second look comes after a first' using errcode = 'check_violation', constraint = 'second_after_first';
  end if;
  return new;
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_keeper, waymark_reach
CREATE OR REPLACE FUNCTION waymark.manager_for(of_child uuid, not_these uuid[], on_day date)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select p.id from waymark.person p join waymark.child c on c.id = of_child
   where p.organisation_id = c.organisation_id and p.role = 'manager' and (p.team_id is null or p.team_id = c.team_id)
     and not (p.id = any (not_these)) and waymark.answers_on(p.id, on_day)
   order by p.team_id is null, p.created_at, p.id limit 1
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_door, waymark_reach
CREATE OR REPLACE FUNCTION waymark.manages_account(account uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (
    select from waymark.person p where p.id = account and (
      (waymark.actor_role() = 'administrator' and p.organisation_id = waymark.actor_organisation()
        and p.role not in ('young_person', 'system'))
      or (p.role = 'young_person' and waymark.actor_role() in ('practitioner', 'guardian', 'manager') and exists (
        select from waymark.child c where c.person_id = p.id and (
          c.id in (select waymark.actor_children())
          or (waymark.actor_role() = 'manager' and c.organisation_id = waymark.actor_organisation()
              and (waymark.actor_team() is null or c.team_id = waymark.actor_team())))))))
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.may_be_asked(of_child uuid, person uuid, on_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select waymark.answers_on(person, on_day) and exists (
    select from waymark.child c join waymark.person p on p.id = person
     where c.id = of_child and (
       exists (select from waymark.allocation a where a.child_id = c.id and a.person_id = p.id and a.ended_on is null)
       or (p.role = 'manager' and p.organisation_id = c.organisation_id and (p.team_id is null or p.team_id = c.team_id))))
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.may_be_within(of_child uuid, who uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (select from waymark.allocation a join waymark.person p on p.id = a.person_id
    where a.child_id = of_child and a.person_id = who and a.ended_on is null and p.ended_at is null and p.role in ('practitioner', 'guardian'))
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.may_see_readings(audit uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (
    select from waymark.case_audit a where a.id = may_see_readings.audit and case
      when waymark.actor_id() in (a.auditor_id, a.second_auditor_id) then exists (
        select from waymark.case_audit_reading r where r.audit_id = a.id and r.auditor_id = waymark.actor_id() and r.shared_at is not null)
      when waymark.actor_role() in ('manager', 'auditor') and waymark.actor_id() is distinct from a.practitioner_id then true
      else waymark.has_reflected(a.id) end)
$function$

-- owner waymark_reach, may be run by waymark_reach
CREATE OR REPLACE FUNCTION waymark.means_not_asked_of_a_child()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  began date;
begin
  if new.element <> 'means' or new.finding in ('not_required', 'supported', 'partly') then
    return new;
  end if;
  select s.began_earliest into began from waymark.exploitation_situation s where s.id = new.situation_id;
  -- With no day, or no day of birth, or one claim that makes them under 18 then, they are treated as a child.
  if began is null or not exists (
      select from waymark.date_of_birth_claim b where b.child_id = new.child_id and b.ended_at is null)
    or exists (select from waymark.date_of_birth_claim b where b.child_id = new.child_id and b.ended_at is null
      and b.latest + interval '18 years' > began) then
    raise exception 'of a child at the time, the means are not required' using errcode = 'check_violation', constraint = 'means_not_asked_of_a_child';
  end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_app, waymark_owner
CREATE OR REPLACE FUNCTION waymark.missing_to_publish(of_assessment uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select x.missing from waymark.assessment a
  cross join lateral (values
    (1, 'publish_needs_who_is_affected', a.affected is not null and exists (select from waymark.assessment_group g where g.assessment_id = a.id and g.taken_off_at is null)),
    (2, 'publish_needs_options', (select count(*) > 1 and bool_or(o.does_nothing) from waymark.assessment_option o where o.assessment_id = a.id and o.taken_off_at is null)),
    (3, 'publish_needs_evidence', exists (select from waymark.assessment_evidence e where e.assessment_id = a.id and e.taken_off_at is null)),
    (4, 'publish_needs_impacts', not exists (select from waymark.assessment_option o where o.assessment_id = a.id and o.taken_off_at is null
      and not exists (select from waymark.assessment_impact i where i.option_id = o.id and i.taken_off_at is null))),
    (5, 'publish_needs_children', a.not_involved_because is not null or exists (select from waymark.assessment_involvement n where n.assessment_id = a.id and n.taken_off_at is null)),
    (6, 'publish_needs_best_interests', a.best_interests is not null and a.decision is not null and a.chosen_option_id is not null),
    (7, 'publish_needs_monitoring', a.takes_effect_on is not null and a.review_on is not null and exists (select from waymark.assessment_measure m where m.assessment_id = a.id and m.taken_off_at is null)),
    (8, 'publish_needs_twin', num_nulls(a.twin_what, a.twin_change, a.twin_said, a.twin_decided, a.twin_next) = 0),
    (9, 'publish_needs_sections', not exists (select from waymark.assessment_template t, jsonb_array_elements(t.definition -> 'stages') s, jsonb_array_elements(s -> 'sections') c
      where t.id = a.template_id and c ->> 'part' = 'text' and coalesce(a.section_texts ->> (c ->> 'key'), '') = ''))
  ) as x (place, missing, there)
  where a.id = of_assessment and not coalesce(x.there, false)
  order by x.place limit 1
$function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.name_the_answerer()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  sent_on date := (new.sent_at at time zone 'Europe/London')::date;
  stands boolean;
begin
  execute format('select waymark.%I($1, $2)', 'subject_' || new.subject) into stands using new.subject_id, new.child_id;
  if not stands then
    raise exception 'a receipt is for something that was sent' using errcode = 'check_violation', constraint = 'receipt_for_something_sent';
  end if;
  select c.organisation_id into new.organisation_id from waymark.child c where c.id = new.child_id;
  select w.person, w.why into new.answerer_id, new.answerer_why from waymark.who_answers(new.child_id, new.chosen_id, new.not_to, sent_on) w;
  new.answerer_why := coalesce(new.answerer_why, 'nobody_yet');
  new.answer_by := waymark.promised_day(new.organisation_id, sent_on, 'answer');
  new.round := 1;
  new.state := 'waiting';
  new.state_at := new.sent_at;
  return new;
end $function$

-- owner waymark_keeper, may be run by waymark_keeper
CREATE OR REPLACE FUNCTION waymark.name_the_reviewer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  made_on date := (new.made_at at time zone 'Europe/London')::date;
begin
  select c.organisation_id into new.organisation_id from waymark.child c where c.id = new.child_id;
  new.nation := waymark.nation_of(new.organisation_id, made_on);
  new.handler_id := waymark.who_reviews(new.organisation_id, new.about_persons || new.kept_from, new.child_id, made_on);
  new.stage := 1;
  new.stage_by := waymark.stage_day(new.organisation_id, new.nation, 1, made_on, false);
  new.state := 'open';
  new.state_at := new.made_at;
  return new;
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.names_for_lead(children uuid[])
 RETURNS TABLE(child_id uuid, known_as text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select c.id, c.known_as from waymark.child c
   where c.id = any (children) and waymark.actor_leads() and c.organisation_id = waymark.actor_organisation()
     and (exists (select from waymark.opportunity_answer a where a.child_id = c.id and a.answer <> 'taken_back')
       or exists (select from waymark.invitation i where i.child_id = c.id)
       or exists (select from waymark.group_member m where m.child_id = c.id))
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.names_for_reviewer(children uuid[])
 RETURNS TABLE(child_id uuid, known_as text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select c.id, c.known_as from waymark.child c
   where c.id = any (children) and waymark.actor_reviews() and c.organisation_id = waymark.actor_organisation()
     and (exists (select from waymark.complaint x where x.child_id = c.id and not (waymark.actor_id() = any (x.about_persons || x.kept_from)))
       or exists (select from waymark.feedback_on_us f where f.child_id = c.id and f.about_person is distinct from waymark.actor_id()))
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_keeper, waymark_reach
CREATE OR REPLACE FUNCTION waymark.nation_of(organisation uuid, on_day date)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select coalesce((select n.nation from waymark.complaint_nation n where n.organisation_id = organisation and n.from_day <= on_day
    order by n.from_day desc limit 1), 'england')
$function$

-- owner waymark_keeper, may be run by waymark_app, waymark_keeper
CREATE OR REPLACE FUNCTION waymark.next_duty_notice(at_moment timestamp with time zone)
 RETURNS TABLE(id uuid, channel text, to_address text, tries integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if waymark.actor_role() <> 'system' then return; end if;
  -- What was seen, or went on to the next, is not told any more.
  update waymark.duty_notice n set status = 'not_needed', settled_at = at_moment,
      why = case when s.state <> 'asked' then 'seen' when s.asked_id is distinct from n.person_id then 'next_asked' else 'turn_over' end
    from waymark.somebody_now s
   where n.organisation_id = waymark.actor_organisation() and n.status = 'waiting' and n.signal_id = s.id
     and (s.state <> 'asked' or s.asked_id is distinct from n.person_id or not exists (
       select from waymark.duty_turn t where t.organisation_id = n.organisation_id and t.person_id = n.person_id and t.from_at <= at_moment and t.until_at > at_moment
         and (case n.channel when 'text' then t.text_to else t.email_to end) is not null));
  return query
    update waymark.duty_notice n set tries = n.tries + 1, next_try_at = at_moment + interval '1 minute'
     where n.id = (select x.id from waymark.duty_notice x
        where x.organisation_id = waymark.actor_organisation() and x.status = 'waiting' and x.next_try_at <= at_moment
        order by x.next_try_at, x.id limit 1 for update skip locked)
    returning n.id, n.channel, (select case n.channel when 'text' then t.text_to else t.email_to end from waymark.duty_turn t
      where t.organisation_id = n.organisation_id and t.person_id = n.person_id and t.from_at <= at_moment and t.until_at > at_moment
        and (case n.channel when 'text' then t.text_to else t.email_to end) is not null
      order by t.place, t.from_at, t.id limit 1), n.tries;
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.nobody_within_the_wall(of_child uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select not exists (select from waymark.behind_the_wall b join waymark.person p on p.id = b.person_id
    where b.child_id = of_child and b.ended_at is null and p.ended_at is null)
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.not_shared(child uuid)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER ROWS 4
 SET search_path TO 'pg_catalog'
AS $function$
  select s.kind from waymark.sharing_choice s join waymark.child c on c.id = s.child_id
   where s.child_id = child and s.choice <> 'everyone'
     and not (s.choice = 'some' and waymark.actor_id() = any (s.people))
     and (c.id in (select waymark.actor_children()) or c.id in (select waymark.actor_audits())
       or (waymark.actor_role() in ('manager', 'auditor') and c.organisation_id = waymark.actor_organisation()
         and (waymark.actor_team() is null or c.team_id = waymark.actor_team())))
     and coalesce(waymark.actor_role(), '') not in ('young_person', 'system')
$function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.notice_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.settled_at is not null then
    raise exception 'what became of a notice stays as it is' using errcode = 'restrict_violation', constraint = 'notice_stays';
  end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.nrm_after_referral()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if not exists (select from waymark.nrm_referral r where r.id = new.referral_id and r.state = 'sent' and r.sent_on <= new.decided_on) then
    raise exception 'a decision is never before its referral' using errcode = 'restrict_violation', constraint = 'decision_after_referral';
  end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.nrm_another_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if not exists (select from waymark.nrm_referral r where r.id = new.referral_id and r.state = 'in_review') then
    raise exception 'nobody asked for a review of this referral' using errcode = 'restrict_violation', constraint = 'review_was_asked';
  end if;
  if exists (select from waymark.nrm_referral r where r.id = new.referral_id and new.reviewed_by in (r.review_asked_by, r.begun_by))
     or exists (select from waymark.nrm_answer a where a.referral_id = new.referral_id and a.changed_by = new.reviewed_by) then
    raise exception 'somebody else reads a referral than those who wrote it' using errcode = 'restrict_violation', constraint = 'another_person_reviews';
  end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.nrm_in_hand()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if not exists (select from waymark.nrm_referral r where r.id = new.referral_id and r.state = 'preparing') then
    raise exception 'a referral is changed while it is being prepared' using errcode = 'restrict_violation', constraint = 'changed_while_preparing';
  end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.nrm_steps()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if new.state <> old.state and (old.state, new.state) not in (
      ('preparing', 'in_review'), ('preparing', 'not_sent'), ('in_review', 'preparing'), ('in_review', 'ready'),
      ('in_review', 'not_sent'), ('ready', 'preparing'), ('ready', 'sent'), ('ready', 'not_sent')) then
    raise exception 'a referral does not go from % to %', old.state, new.state using errcode = 'restrict_violation', constraint = 'referral_steps';
  end if;
  if new.state = 'ready' and old.state <> 'ready' and not exists (
      select from waymark.nrm_review r where r.referral_id = new.id and r.found = 'ready' and r.reviewed_at >= new.review_asked_at) then
    raise exception 'a referral is ready when a colleague found it so' using errcode = 'restrict_violation', constraint = 'reviewed_before_ready';
  end if;
  return new;
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_keeper, waymark_owner, waymark_reach
CREATE OR REPLACE FUNCTION waymark.number_always_answered(organisation uuid, at_moment timestamp with time zone)
 RETURNS TABLE(name text, phone text, minutes integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select f.name, f.phone, f.minutes from waymark.duty_fallback f where f.organisation_id = organisation and f.from_at <= at_moment
   order by f.from_at desc limit 1
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.oldest_unconfirmed(before timestamp with time zone, most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'pg_catalog'
AS $function$
  select p.id from waymark.process p
    join waymark.child c on c.id = p.child_id
   where p.state <> 'ended' and p.confirmed_at <= before
     and waymark.actor_role() = 'manager'
     and c.organisation_id = waymark.actor_organisation()
     and (waymark.actor_team() is null or c.team_id = waymark.actor_team())
   order by p.confirmed_at, p.child_id
   limit most
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_keeper, waymark_owner, waymark_reach
CREATE OR REPLACE FUNCTION waymark.on_duty(organisation uuid, at_moment timestamp with time zone, not_these uuid[] DEFAULT '{}'::uuid[])
 RETURNS TABLE(person_id uuid, name text, phone text, until_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select t.person_id, p.name, t.phone, t.until_at from waymark.duty_turn t join waymark.person p on p.id = t.person_id
   where t.organisation_id = organisation and t.from_at <= at_moment and t.until_at > at_moment
     and p.ended_at is null and p.role in ('practitioner', 'guardian', 'manager') and not (t.person_id = any (not_these))
     and (waymark.actor_id() is null or organisation = waymark.actor_organisation())
   order by t.place, t.from_at, t.id
$function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE PROCEDURE waymark.only_read_for_an_audit(IN held regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create policy only_read_for_an_audit on %s as restrictive for insert to waymark_app with check (coalesce(child_id <> all (array(select waymark.actor_only_audits())), true))', held);
  execute format('create policy not_changed_for_an_audit on %s as restrictive for update to waymark_app using (coalesce(child_id <> all (array(select waymark.actor_only_audits())), true))', held);
end $procedure$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.outcome_in_use()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if new.outcome_id is null or (tg_op = 'UPDATE' and old.outcome_id is not distinct from new.outcome_id) then return new; end if;
  if not exists (select from waymark.outcome o join waymark.framework_version v on v.id = o.framework_version_id
      where o.id = new.outcome_id and v.status = 'live') then
    raise exception 'this outcome is of a version that is not in use' using errcode = 'check_violation', constraint = 'outcome_in_use';
  end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_app, waymark_owner
CREATE OR REPLACE FUNCTION waymark.outcome_named(of_outcome uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select jsonb_build_object('title', coalesce(w.title, o.code), 'code', o.code, 'framework', v.name, 'version', v.version, 'provisional', v.provisional)
  from waymark.outcome o join waymark.framework_version v on v.id = o.framework_version_id
  left join waymark.outcome_wording w on w.outcome_id = o.id and w.language = v.language
  where o.id = of_outcome
$function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.own_account_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if new.id = waymark.actor_id() and (new.role <> old.role or new.ended_at is distinct from old.ended_at) then
    raise exception 'nobody changes the role of their own account, or closes it' using errcode = 'restrict_violation', constraint = 'own_account_stays';
  end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.owner_fits()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if not exists (select from waymark.person p where p.id = new.owner_id and p.organisation_id = new.organisation_id
      and p.role in ('analyst', 'manager') and p.ended_at is null) then
    raise exception 'an assessment is owned by an analyst or a manager of its organisation' using errcode = 'check_violation', constraint = 'owner_fits';
  end if;
  return new;
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.part_is_open(part uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select exists (select from waymark.statement_part p join waymark.statement s on s.id = p.statement_id
    where p.id = part and (
      waymark.statement_is_mine(s.id)
      or (s.status = 'sent' and not p.taken_out and (
        waymark.statement_is_for_actor(s.id)
        or (waymark.actor_role() in ('practitioner', 'guardian', 'manager') and exists (select from waymark.consent_use u
          where u.subject = 'statement_part' and u.subject_id = p.id and u.withdrawn_at is null)))))) $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.part_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if exists (select from waymark.statement s where s.id = old.statement_id and s.status = 'draft') then return new; end if;
  raise exception 'what was sent stays as it was said' using errcode = 'restrict_violation', constraint = 'part_stays';
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.photo_is_open(photo uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select exists (
    select from waymark.photo_of_somebody f
      join waymark.person_who_matters m on m.id = f.matters_id
      join waymark.own_view_of_person v on v.child_id = f.child_id and (v.about_matters_id = m.id or v.about_staff_id = m.staff_id)
     where f.id = photo and f.taken_away_at is null and m.ended_at is null and v.private_to is null
       and m.staff_id is distinct from waymark.actor_id()
       and f.child_id not in (select waymark.kept_back('people'))) $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.photo_stays_away()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if old.taken_away_at is not null and new.taken_away_at is distinct from old.taken_away_at then
    raise exception 'a photo that was taken away stays away' using errcode = 'restrict_violation', constraint = 'photo_stays_away';
  end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.plan_action_cites()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if new.agency <> 'us' and not exists (select from waymark.plan_goal g where g.id = new.goal_id and g.joint) then
    raise exception 'an action of an agency cites a joint objective' using errcode = 'check_violation', constraint = 'agency_cites_joint_objective';
  end if;
  if new.due_on < (select p.starts_on from waymark.plan p where p.id = new.plan_id) then
    raise exception 'an action is not due before its plan begins' using errcode = 'check_violation', constraint = 'due_within_plan';
  end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_app, waymark_owner
CREATE OR REPLACE FUNCTION waymark.plan_gaps(asked waymark.plan, on_day date)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select array_remove(array[
    case when (asked).strengths is null then 'strengths' end,
    case when not exists (select from waymark.plan_said s where s.plan_id = (asked).id)
      and coalesce((asked).hear_next_on < plan_gaps.on_day, true) then 'view' end,
    case when exists (select from waymark.plan_head h where h.template_id = (asked).template_id and h.required
      and not exists (select from waymark.plan_text t where t.plan_id = (asked).id and t.head_code = h.code)) then 'heads' end,
    case when exists (select from waymark.plan_said s where s.plan_id = (asked).id and s.kind in ('proposes', 'disagrees') and s.answer is null) then 'answers' end,
    case when not exists (select from waymark.plan_goal g where g.plan_id = (asked).id) then 'goals' end
  ], null)
$function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.plan_in_hand()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform from waymark.plan p where p.id = new.plan_id and p.state = 'draft' for update;
  if not found then
    raise exception 'a plan is changed while it is being written' using errcode = 'restrict_violation', constraint = 'changed_while_written';
  end if;
  return new;
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.plan_of_loved_stands(plan uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select exists (select from waymark.loved_plan p join waymark.statement s on s.id = p.statement_id where p.id = plan and s.status = 'sent') $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.plan_said_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if (new.words, new.words_language, new.kind, new.said_by, new.head_code, new.written_by) is distinct from (old.words, old.words_language, old.kind, old.said_by, old.head_code, old.written_by) then
    raise exception 'what was said stays as it was said' using errcode = 'restrict_violation', constraint = 'said_stays';
  end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.plan_steps()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  gaps text[];
begin
  if old.state = 'ended' then
    raise exception 'a plan that ended stays as it is' using errcode = 'restrict_violation', constraint = 'ended_plan_stays';
  end if;
  if new.author_id <> old.author_id or new.template_id <> old.template_id or new.child_id <> old.child_id then
    raise exception 'a plan keeps its author and its template' using errcode = 'restrict_violation', constraint = 'plan_keeps_its_author';
  end if;
  if old.state = 'approved' and new.state = 'approved' and (new.strengths, new.starts_on) is distinct from (old.strengths, old.starts_on) then
    raise exception 'an approved plan is opened again before it is changed' using errcode = 'restrict_violation', constraint = 'approved_plan_stays';
  end if;
  if new.state = 'approved' and old.state <> 'approved' then
    if old.state <> 'asked' then
      raise exception 'nobody asked for this plan to be approved' using errcode = 'restrict_violation', constraint = 'approval_was_asked';
    end if;
    if exists (select from waymark.plan_text t where t.plan_id = new.id and t.changed_by = new.approved_by) then
      raise exception 'somebody else approves a plan than those who wrote it' using errcode = 'restrict_violation', constraint = 'another_person_approves';
    end if;
    gaps := waymark.plan_gaps(new, (now() at time zone 'Europe/London')::date);
    if cardinality(gaps) > 0 then
      raise exception 'a plan is approved with all its parts; missing: %', array_to_string(gaps, ', ')
        using errcode = 'check_violation', constraint = 'plan_is_whole';
    end if;
  end if;
  return new;
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_keeper, waymark_owner, waymark_reach
CREATE OR REPLACE FUNCTION waymark.promised_day(of_organisation uuid, from_day date, promise text)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select waymark.day_counted(of_organisation, promised_day.from_day, r.days, r.counted) from waymark.reply_promise r
   where r.kind = promise and (r.organisation_id is null or r.organisation_id = of_organisation) and r.from_day <= promised_day.from_day
   order by r.organisation_id is null, r.from_day desc limit 1
$function$

-- owner waymark_keeper, may be run by waymark_keeper, waymark_owner
CREATE OR REPLACE FUNCTION waymark.published_follows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into waymark.assessment_words_printed (published_id, words_id)
    select new.id, w::uuid from jsonb_array_elements_text(new.document -> 'words') w;
  if new.number = 1 then
    insert into waymark.assessment_review (assessment_id, due_on) values (new.assessment_id, new.review_on);
  else
    update waymark.assessment_review r set due_on = new.review_on
      where r.assessment_id = new.assessment_id and r.completed_at is null and r.due_on > new.review_on
        and not exists (select from waymark.assessment_review d where d.assessment_id = new.assessment_id and d.completed_at is not null);
  end if;
  return null;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.published_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'what was published stays as it is: publish another version' using errcode = 'restrict_violation', constraint = 'published_stays';
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.quotes_of_my_groups()
 RETURNS TABLE(id uuid, session_id uuid, words text, words_language text, shown_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select q.id, q.session_id, q.words, q.words_language, q.shown_name
    from waymark.child c
    join waymark.group_member m on m.child_id = c.id
    join waymark.session_quote q on q.session_id = m.session_id and q.state = 'yes'
   where c.person_id = waymark.actor_id() and waymark.actor_role() = 'young_person' order by q.said_at, q.id limit 500
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_door, waymark_reach
CREATE OR REPLACE FUNCTION waymark.quotes_shown(for_place text)
 RETURNS TABLE(id uuid, words text, words_language text, shown_name text, said_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select q.id, q.words, q.words_language, q.shown_name, q.said_at
    from waymark.session_quote q join waymark.group_session s on s.id = q.session_id
   where q.state = 'yes' and case for_place
     when 'published' then q.level = 'published'
     when 'inside' then q.level in ('inside', 'published') and s.organisation_id = waymark.actor_organisation()
       and waymark.actor_role() in ('young_person', 'practitioner', 'guardian', 'manager')
     else false end
   order by q.said_at desc, q.id limit 100
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.reads_for(audit uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (
    select from waymark.case_audit a
    where a.id = reads_for.audit and a.ended_at is null and waymark.actor_id() in (a.auditor_id, a.second_auditor_id)
      and not exists (select from waymark.allocation x where x.child_id = a.child_id and x.person_id = waymark.actor_id() and x.ended_on is null))
$function$

-- owner waymark_keeper, may be run by waymark_keeper
CREATE OR REPLACE FUNCTION waymark.receipt_follows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update waymark.receipt r set
    state = case new.kind
      when 'replied' then 'answered' when 'taken_back' then 'taken_back'
      when 'said_back' then case new.back when 'answers_me' then 'settled' when 'no_need' then 'no_need' else 'waiting' end
      else r.state end,
    state_at = case when new.kind in ('replied', 'taken_back', 'said_back') then new.at else r.state_at end,
    round = r.round + case when new.back in ('not_yet', 'dont_understand') then 1 else 0 end,
    answer_by = case
      when new.back in ('not_yet', 'dont_understand')
        then waymark.promised_day(r.organisation_id, (new.at at time zone 'Europe/London')::date, 'after_asking_again')
      else coalesce(new.answer_by, r.answer_by) end,
    answerer_id = case when new.kind in ('passed_on', 'went_up') then new.to_id else r.answerer_id end,
    answerer_why = case when new.kind not in ('passed_on', 'went_up') then r.answerer_why
      when new.to_id is null then 'nobody_yet' else new.kind end
  where r.id = new.receipt_id;
  return null;
end $function$

-- owner waymark_keeper, may be run by waymark_app, waymark_keeper
CREATE OR REPLACE FUNCTION waymark.receipts_go_up(of_child uuid, at_moment timestamp with time zone, most integer DEFAULT 200)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  r waymark.receipt;
  today date := (at_moment at time zone 'Europe/London')::date;
  manager uuid;
  gone integer := 0;
begin
  for r in
    select x.* from waymark.receipt x
     where x.state = 'waiting' and x.answer_by < today
       and ((of_child is not null and x.child_id = of_child and of_child in (select waymark.actor_children()))
         or (of_child is null and x.organisation_id = waymark.actor_organisation() and waymark.actor_role() in ('manager', 'system')))
     order by x.answer_by limit most for no key update skip locked
  loop
    manager := waymark.manager_for(r.child_id, array_remove(r.not_to || r.answerer_id || array(
      select s.to_id from waymark.ledger_step s where s.receipt_id = r.id and s.round = r.round and s.kind = 'went_up'), null), today);
    if manager is not null then
      insert into waymark.ledger_step (receipt_id, child_id, kind, at, by_id, to_id, answer_by)
        values (r.id, r.child_id, 'went_up', at_moment, null, manager, waymark.promised_day(r.organisation_id, today, 'after_going_up'));
      gone := gone + 1;
    end if;
  end loop;
  return gone;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.recipient_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if new.taken_out or exists (select from waymark.statement s where s.id = old.statement_id and s.status = 'draft') then return new; end if;
  raise exception 'what was sent is not sent to more people afterwards' using errcode = 'restrict_violation', constraint = 'recipient_stays';
end $function$

-- owner waymark_statistics, may be run by waymark_app, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.register_changed(year_from date, since timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select count(distinct e.child_id) from (
    select c.child_id, c.changed_at as at from waymark.concern c
    union all select l.child_id, l.looked_at from waymark.concern_look l
    union all select d.child_id, d.decided_at from waymark.concern_decision d
    union all select p.child_id, p.written_at from waymark.concern_response p
    union all select f.child_id, f.changed_at from waymark.situation_form f
    union all select s.child_id, s.changed_at from waymark.exploitation_situation s
    union all select b.child_id, b.changed_at from waymark.child_background b
  ) e join waymark.register_of(register_changed.year_from) r on r.child_id = e.child_id
  where e.at > register_changed.since
$function$

-- owner waymark_statistics, may be run by waymark_app, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.register_counts(year_from date)
 RETURNS TABLE(kind text, grouped text, code text, children bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET jit TO 'off'
AS $function$
  with register as materialized (select * from waymark.register_of(register_counts.year_from)),
  reason as (
    select r.child_id, (
      select d.because from waymark.concern c join waymark.concern_decision d on d.concern_id = c.id
      where c.child_id = r.child_id and c.state = 'not_referred' order by d.decided_at desc, d.id desc limit 1) as because
    from register r where r.state = 'not_referred'
  ), first_met as (
    select r.child_id, (
      select case when p.kind in ('safeguarding', 'criminal') then p.kind else 'otherwise' end from waymark.concern_response p
      join waymark.concern c on c.id = p.concern_id and c.state <> 'in_error'
      where p.child_id = r.child_id order by p.on_day, p.written_at, p.id limit 1) as kind
    from register r
  ), took as (
    select r.child_id, (
      select min((l.looked_at at time zone 'Europe/London')::date) from waymark.concern_look l
      join waymark.concern c on c.id = l.concern_id and c.state <> 'in_error'
      where l.child_id = r.child_id and l.finds = 'suspect') - r.noticed as days
    from register r
  ), background as (
    select r.child_id, coalesce((
      select b.grouped from waymark.child_background b where b.child_id = r.child_id and b.ended_at is null
      order by b.changed_at desc, b.id limit 1), 'did_not_say') as grouped
    from register r
  )
  select 'state', '', r.state, count(*) from register r group by r.state
  union all
  select 'reason', '', n.because, count(*) from reason n group by n.because
  union all
  select 'form', '', coalesce(x.near, x.code), count(distinct r.child_id)
  from register r
  join waymark.exploitation_situation s on s.child_id = r.child_id and s.not_so_because is null
  join waymark.situation_form f on f.situation_id = s.id and f.ended_at is null
  join waymark.exploitation_form x on x.id = f.form_id
  group by coalesce(x.near, x.code)
  union all
  select 'met', b.grouped, coalesce(m.kind, 'not_yet'), count(*)
  from background b join first_met m on m.child_id = b.child_id group by b.grouped, coalesce(m.kind, 'not_yet')
  union all
  select 'time', b.grouped,
    case when t.days is null then 'not_yet' when t.days <= 7 then 'within_7' when t.days <= 28 then 'within_28' else 'over_28' end,
    count(*)
  from background b join took t on t.child_id = b.child_id group by b.grouped, 3
$function$

-- owner waymark_owner, may be run by waymark_owner, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.register_of(year_from date)
 RETURNS TABLE(child_id uuid, state text, noticed date)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  -- A child belongs to the year in which somebody first wrote down a worry that was not an error.
  select c.child_id,
    case when bool_or(c.state = 'referred') then 'referred' when bool_or(c.state = 'pending') then 'pending' else 'not_referred' end,
    min(c.noticed_earliest)
  from waymark.concern c join waymark.child k on k.id = c.child_id
  where k.organisation_id = (select waymark.counted_organisation()) and c.state <> 'in_error'
  group by c.child_id
  having min(c.recorded_at) >= waymark.london_midnight(register_of.year_from)
    and min(c.recorded_at) < waymark.london_midnight((register_of.year_from + interval '1 year')::date)
$function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.release_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin raise exception 'a released picture is never changed or removed'; end $function$

-- owner waymark_door, may be run by waymark_app, waymark_door
CREATE OR REPLACE FUNCTION waymark.reset_second_factor(account uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform waymark.end_sessions_of(account, 'second factor was reset');
  perform waymark.forget_devices(account, 'second factor was reset');
  delete from waymark.one_time_code x where x.person_id = account;
  delete from waymark.recovery_code x where x.person_id = account;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.review_completes()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  written record;
  published record;
begin
  if old.completed_at is not null then
    raise exception 'a review that was completed stays as it is' using errcode = 'restrict_violation', constraint = 'review_stays';
  end if;
  if new.completed_at is null then return new; end if;
  select r.writers into written from waymark.assessment_revision r where r.of_id = new.id;
  select p.id, p.number, p.document into published from waymark.assessment_published p where p.assessment_id = new.assessment_id order by p.number desc limit 1;
  if (new.completed_at at time zone 'Europe/London')::date < new.due_on then
    raise exception 'the review is not due yet' using errcode = 'check_violation', constraint = 'review_not_due';
  end if;
  if exists (select from jsonb_array_elements(published.document -> 'impacts') i
      where i ->> 'option_id' = published.document #>> '{about,chosen_option_id}'
        and not exists (select from waymark.assessment_review_finding f where f.review_id = new.id and f.impact_id = (i ->> 'id')::uuid)) then
    raise exception 'each expected impact has an answer' using errcode = 'check_violation', constraint = 'review_needs_findings';
  end if;
  if new.unintended is null or new.what_next is null or new.asked_children is null then
    raise exception 'the review is not whole' using errcode = 'check_violation', constraint = 'review_needs_words';
  end if;
  if num_nonnulls(new.next_review_on, new.no_more_because) <> 1 or new.next_review_on <= (new.completed_at at time zone 'Europe/London')::date then
    raise exception 'the next review has a date to come, or there is a reason for none' using errcode = 'check_violation', constraint = 'review_needs_next';
  end if;
  if new.completed_by = any (written.writers) or not exists (
      select from waymark.person p join waymark.assessment a on a.organisation_id = p.organisation_id
      where a.id = new.assessment_id and p.id = new.completed_by and p.role = 'manager' and p.ended_at is null)
    or new.completed_by is distinct from coalesce(waymark.actor_id(), new.completed_by) then
    raise exception 'signed off by a manager who did not write it' using errcode = 'check_violation', constraint = 'review_needs_another';
  end if;
  new.document := jsonb_build_object('published_number', published.number, 'due_on', new.due_on, 'asked_children', new.asked_children,
    'unintended', new.unintended, 'what_next', new.what_next, 'next_review_on', new.next_review_on, 'no_more_because', new.no_more_because,
    'measures', published.document -> 'measures',
    'findings', coalesce((select jsonb_agg(jsonb_build_object('impact', i, 'observed', f.observed, 'seen', f.seen) order by n)
      from jsonb_array_elements(published.document -> 'impacts') with ordinality as x(i, n)
      join waymark.assessment_review_finding f on f.review_id = new.id and f.impact_id = (i ->> 'id')::uuid), '[]'));
  return new;
end $function$

-- owner waymark_reach, may be run by waymark_reach
CREATE OR REPLACE FUNCTION waymark.review_ends_with_learning()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if old.ended_at is not null then
    raise exception 'a review that ended stays as it is' using errcode = 'restrict_violation', constraint = 'review_stays';
  end if;
  if new.ended_at is not null and (
      not exists (select from waymark.missed_chance_learning l where l.missed_chance_id = new.id)
      or exists (select from waymark.missed_chance_learning l where l.missed_chance_id = new.id and l.trained_on is null)) then
    raise exception 'a review ends with something learnt that reached a training' using errcode = 'check_violation', constraint = 'review_ends_with_learning';
  end if;
  return new;
end $function$

-- owner waymark_keeper, may be run by waymark_keeper, waymark_owner
CREATE OR REPLACE FUNCTION waymark.review_follows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if old.completed_at is null and new.completed_at is not null and new.next_review_on is not null then
    insert into waymark.assessment_review (assessment_id, due_on) values (new.assessment_id, new.next_review_on);
  end if;
  return null;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.review_is_not_removed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a review is completed, never removed' using errcode = 'restrict_violation', constraint = 'review_stays';
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_keeper, waymark_reach
CREATE OR REPLACE FUNCTION waymark.reviews_on(person uuid, organisation uuid, on_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (select from waymark.reviewer_appointment a join waymark.person p on p.id = a.person_id
    where a.person_id = person and a.organisation_id = organisation and p.organisation_id = organisation and p.ended_at is null
      and p.role in ('practitioner', 'guardian', 'manager')
      and on_day >= a.from_day and (a.until_day is null or on_day <= a.until_day))
$function$

-- owner waymark_reach, may be run by waymark_reach
CREATE OR REPLACE FUNCTION waymark.round_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if (to_jsonb(new) - array['status', 'closed_at', 'closed_by', 'version', 'changed_by', 'changed_at'])
      <> (to_jsonb(old) - array['status', 'closed_at', 'closed_by', 'version', 'changed_by', 'changed_at']) or old.status = 'closed' then
    raise exception 'a round stays as it was set up' using errcode = 'restrict_violation', constraint = 'round_stays';
  end if;
  if exists (select from waymark.case_audit a where a.round_id = new.id and a.ended_at is null) then
    raise exception 'a round closes when each of its audits has ended' using errcode = 'check_violation', constraint = 'every_audit_ended';
  end if;
  return new;
end $function$

-- owner waymark_keeper, may be run by waymark_keeper
CREATE OR REPLACE FUNCTION waymark.say_who_was_asked()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into waymark.somebody_now_step (signal_id, child_id, kind, at, by_id, to_id, to_name, to_phone)
  select new.id, new.child_id, 'asked', new.sent_at, null, new.asked_id, coalesce(d.name, f.name), coalesce(d.phone, f.phone)
    from (select 1) one
    left join waymark.on_duty(new.organisation_id, new.sent_at) d on d.person_id = new.asked_id
    left join waymark.number_always_answered(new.organisation_id, new.sent_at) f on true
   limit 1;
  return null;
end $function$

-- owner waymark_door, may be run by waymark_door
CREATE OR REPLACE FUNCTION waymark.session_takes_the_look()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  found_look jsonb;
begin
  select jsonb_build_object('look', jsonb_build_object('larger', s.larger_text, 'calm', s.less_movement, 'colours', s.colours))
    into found_look
    from waymark.child c join waymark.own_setting s on s.child_id = c.id
   where c.person_id = new.person_id;
  if found_look is not null then new.holding := new.holding || found_look; end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.shared_reading_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.shared_at is not null then
    raise exception 'what was shared stays as it was written' using errcode = 'restrict_violation', constraint = 'shared_stays';
  end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.somebody_is_there()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  one record;
begin
  for one in
    select k.id, k.started_at, case
        when n.started_on = (now() at time zone 'Europe/London')::date then now()
        else (n.started_on + time '12:00') at time zone 'Europe/London' end as there
      from named n join waymark.clock k on k.child_id = n.child_id and n.ended_on is null and k.state in ('running', 'paused')
       and k.rule = case n.part when 'guardian' then 'guardian.allocation' when 'key_worker' then 'key-worker.allocation' end
  loop
    update waymark.clock_pause set resumed_at = greatest(one.there, paused_at) where clock_id = one.id and resumed_at is null;
    update waymark.clock set state = 'done', stopped_at = greatest(one.there, one.started_at) where id = one.id;
  end loop;
  return null;
end $function$

-- owner waymark_keeper, may be run by waymark_keeper
CREATE OR REPLACE FUNCTION waymark.somebody_now_follows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update waymark.somebody_now s set
    state = case new.kind when 'seen' then 'seen' when 'asked' then s.state else 'ended' end,
    state_at = case new.kind when 'asked' then s.state_at else new.at end,
    seen_by = case new.kind when 'seen' then new.by_id else s.seen_by end,
    asked_id = case new.kind when 'asked' then new.to_id else s.asked_id end,
    asked_at = case new.kind when 'asked' then new.at else s.asked_at end
  where s.id = new.signal_id;
  return null;
end $function$

-- owner waymark_keeper, may be run by waymark_keeper
CREATE OR REPLACE FUNCTION waymark.somebody_now_in_order()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  s waymark.somebody_now;
begin
  select * into s from waymark.somebody_now x where x.id = new.signal_id for no key update;
  if (new.kind in ('asked', 'seen') and s.state <> 'asked') or s.state = 'ended' then
    raise exception 'somebody has seen it already, or it is over' using errcode = 'restrict_violation', constraint = 'somebody_now_in_order';
  end if;
  if new.kind = 'ended' and s.state <> 'seen' then
    raise exception 'it ends after somebody has seen it' using errcode = 'restrict_violation', constraint = 'somebody_now_in_order';
  end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE PROCEDURE waymark.staff_only(IN held regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create policy staff_read on %s as restrictive for select to waymark_app using ((select waymark.actor_role()) in (''practitioner'', ''guardian'', ''manager'', ''auditor'', ''system''))', held);
  execute format('create policy staff_write on %s as restrictive for insert to waymark_app with check ((select waymark.actor_role()) in (''practitioner'', ''guardian'', ''manager'', ''system''))', held);
  execute format('create policy staff_change on %s as restrictive for update to waymark_app using ((select waymark.actor_role()) in (''practitioner'', ''guardian'', ''manager'', ''system''))', held);
end $procedure$

-- owner waymark_reach, may be run by waymark_reach
CREATE OR REPLACE FUNCTION waymark.staff_who_matters()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if new.staff_id is not null and not exists (
    select from waymark.person p where p.id = new.staff_id and p.role not in ('young_person', 'system')) then
    raise exception 'a person who matters is tied to an account of staff' using errcode = 'check_violation', constraint = 'staff_who_matters';
  end if;
  return new;
end $function$

-- owner waymark_statistics, may be run by waymark_app, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.stage_changed(year_from date, was_on date, on_day date, since timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select count(*) from (
    select coalesce(a.child_id, b.child_id) from waymark.stage_of_children(stage_changed.was_on) a
    full join waymark.stage_of_children(stage_changed.on_day) b on b.child_id = a.child_id
    where a.stage is distinct from b.stage
    union
    select e.child_id from (
      select i.child_id, i.changed_at as seen, i.shared_at as at from waymark.check_in i where i.voice = 'young_person'
      union all select t.child_id, t.changed_at, t.sent_at from waymark.statement t
      union all select l.child_id, l.changed_at, l.written_at from waymark.meeting_line l
      union all select r.child_id, p.at, p.at from waymark.ledger_step p join waymark.receipt r on r.id = p.receipt_id
      union all select h.child_id, h.changed_at, waymark.london_midnight(h.on_day) from waymark.check_in_not_held h
      union all select o.child_id, o.arranged_at, o.arranged_at from waymark.check_in_occasion o
      union all select c.id, y.created_at, y.created_at from waymark.child c join waymark.person y on y.id = c.person_id
      union all select c.id, c.opened_at, c.opened_at from waymark.child c
    ) e
    join waymark.child c on c.id = e.child_id
    where e.seen > stage_changed.since and c.organisation_id = (select waymark.counted_organisation())
      and e.at >= waymark.london_midnight(stage_changed.year_from)
      and e.at < waymark.london_midnight(stage_changed.on_day + 1)
  ) changed
$function$

-- owner waymark_statistics, may be run by waymark_app, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.stage_counts(year_from date, on_day date)
 RETURNS TABLE(stage text, step text, children bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
 SET jit TO 'off'
AS $function$
  with said as (
    select s.child_id, bool_or(s.stands) as stands from (
      select i.child_id, i.status = 'shared' as stands, i.shared_at as at from waymark.check_in i
      where i.voice = 'young_person' and i.status in ('shared', 'withdrawn')
      union all
      select t.child_id, t.status = 'sent', t.sent_at from waymark.statement t where t.status in ('sent', 'withdrawn')
      union all
      select l.child_id, true, l.written_at from waymark.meeting_line l where l.state = 'stands'
    ) s
    where s.at >= waymark.london_midnight(stage_counts.year_from)
      and s.at < waymark.london_midnight(stage_counts.on_day + 1)
    group by s.child_id
  ), answered as (
    select distinct r.child_id from waymark.receipt r
    join waymark.ledger_step p on p.receipt_id = r.id and p.kind = 'replied'
    where r.subject in ('check_in', 'statement', 'meeting') and r.state <> 'taken_back'
      and r.sent_at >= waymark.london_midnight(stage_counts.year_from)
      and p.at < waymark.london_midnight(stage_counts.on_day + 1)
  ), not_held as (
    select h.child_id, bool_or(h.reason in ('offered_declined', 'not_now')) as declined
    from waymark.check_in_not_held h
    where h.on_day >= stage_counts.year_from and h.on_day <= stage_counts.on_day
    group by h.child_id
  ), arranged as (
    select distinct o.child_id from waymark.check_in_occasion o
    where o.arranged_at >= waymark.london_midnight(stage_counts.year_from)
      and o.arranged_at < waymark.london_midnight(stage_counts.on_day + 1)
  ), way_in as (
    select c.id as child_id from waymark.child c
    join waymark.person y on y.id = c.person_id and y.role = 'young_person'
    where y.created_at < waymark.london_midnight(stage_counts.on_day + 1)
      and (y.ended_at is null or y.ended_at >= waymark.london_midnight(stage_counts.year_from))
  )
  select w.stage, s.step, count(*)
  from waymark.stage_of_children(stage_counts.on_day) w
  left join said on said.child_id = w.child_id
  left join answered on answered.child_id = w.child_id
  left join not_held on not_held.child_id = w.child_id
  left join arranged on arranged.child_id = w.child_id
  left join way_in on way_in.child_id = w.child_id
  cross join lateral (
    select case
      when said.stands and answered.child_id is not null then 'answered'
      when said.stands then 'not_answered'
      when said.child_id is not null then 'took_back'
      when not_held.declined then 'declined'
      when arranged.child_id is not null or way_in.child_id is not null then 'nothing_said'
      when not_held.child_id is not null then 'not_offered'
      else 'no_way_in'
    end as step) s
  group by w.stage, s.step
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_keeper, waymark_reach
CREATE OR REPLACE FUNCTION waymark.stage_day(organisation uuid, nation text, stage integer, from_day date, longest boolean)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select waymark.day_counted(organisation, stage_day.from_day, case when longest then coalesce(c.at_most_days, c.days) else c.days end, c.counted)
    from waymark.complaint_clock c
   where c.nation = stage_day.nation and c.stage = stage_day.stage and c.from_day <= stage_day.from_day order by c.from_day desc limit 1
$function$

-- owner waymark_owner, may be run by waymark_owner, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.stage_of_children(on_day date)
 RETURNS TABLE(child_id uuid, stage text)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  with means as (
    select
      max(m.opened_under_days) filter (where m.code = 'early') as opened_under,
      max(m.nobody_over_days) filter (where m.code = 'after') as nobody_over,
      max(m.adult_from) filter (where m.code = 'after') as adult_from
    from (
      select distinct on (s.code) s.* from waymark.voice_stage s
      where s.from_day <= stage_of_children.on_day order by s.code, s.from_day desc) m
  ), beside as (
    select a.child_id,
      bool_or(a.ended_on is null or a.ended_on > stage_of_children.on_day) as still,
      max(a.ended_on) as ended
    from waymark.allocation a where a.started_on <= stage_of_children.on_day group by a.child_id
  ), born as (
    select b.child_id, max(b.latest) as latest
    from waymark.date_of_birth_claim b where b.ended_at is null group by b.child_id
  )
  select c.id, case
    when stage_of_children.on_day - (c.opened_at at time zone 'Europe/London')::date < means.opened_under then 'early'
    when beside.child_id is null then 'early'
    when beside.still then 'support'
    when born.latest + make_interval(years => means.adult_from) <= stage_of_children.on_day then 'after'
    when stage_of_children.on_day - beside.ended > means.nobody_over then 'after'
    else 'support'
  end
  from waymark.child c
  cross join means
  left join beside on beside.child_id = c.id
  left join born on born.child_id = c.id
  where c.organisation_id = (select waymark.counted_organisation())
    and c.opened_at < waymark.london_midnight(stage_of_children.on_day + 1)
$function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.stands_on_a_line()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if new.about in ('council', 'view', 'other') then
    if new.line_id is not null then
      raise exception 'no line of the record' using errcode = 'check_violation', constraint = 'stands_on_a_line';
    end if;
  elsif waymark.line_version(new.about, new.line_id, new.child_id) is distinct from new.line_version or new.line_id is null then
    raise exception 'the line is not there, or it changed' using errcode = 'check_violation', constraint = 'stands_on_a_line';
  end if;
  return new;
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.statement_is_for_actor(statement uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select exists (select from waymark.statement s
    where s.id = statement and s.status in ('sent', 'withdrawn') and waymark.actor_role() in ('practitioner', 'guardian', 'manager')
      and (
        (s.audience = 'everyone_beside_me' and exists (select from waymark.allocation a
          where a.child_id = s.child_id and a.person_id = waymark.actor_id() and a.ended_on is null))
        or exists (select from waymark.statement_recipient r
          where r.statement_id = s.id and r.person_id = waymark.actor_id() and not r.taken_out)
        or exists (select from waymark.statement_passed_on p
          where p.statement_id = s.id and p.to_person = waymark.actor_id()))) $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.statement_is_known(statement uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select waymark.statement_is_mine(statement) or exists (select from waymark.statement s
    where s.id = statement and s.status in ('sent', 'withdrawn') and (
      waymark.statement_is_for_actor(s.id)
      or waymark.actor_role() = 'manager'
      or exists (select from waymark.statement_part p where p.statement_id = s.id and waymark.part_is_open(p.id)))) $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.statement_is_mine(statement uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select exists (select from waymark.statement s join waymark.child c on c.id = s.child_id
    where s.id = statement and c.person_id = waymark.actor_id() and waymark.actor_role() = 'young_person') $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.statement_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if old.status in ('draft', 'thrown_away') and new.status in ('draft', 'thrown_away') then return new; end if;
  if old.status = 'draft' and new.status = 'sent' then
    if not exists (select from waymark.statement_part p where p.statement_id = new.id and not p.taken_out) then
      raise exception 'nothing was said' using errcode = 'check_violation', constraint = 'something_is_said';
    end if;
    if new.audience <> 'everyone_beside_me' and not exists (
        select from waymark.statement_recipient r where r.statement_id = new.id and not r.taken_out) then
      raise exception 'nobody was chosen' using errcode = 'check_violation', constraint = 'somebody_gets_it';
    end if;
    return new;
  end if;
  if old.status = 'sent' and new.status = 'withdrawn'
    and (to_jsonb(new) - array['status', 'withdrawn_at', 'withdrawn_reason', 'private_to', 'version', 'changed_by', 'changed_at'])
      = (to_jsonb(old) - array['status', 'withdrawn_at', 'withdrawn_reason', 'private_to', 'version', 'changed_by', 'changed_at']) then
    return new;
  end if;
  raise exception 'what was sent stays as it was said' using errcode = 'restrict_violation', constraint = 'statement_stays';
end $function$

-- owner waymark_keeper, may be run by waymark_keeper
CREATE OR REPLACE FUNCTION waymark.step_follows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  r waymark.receipt;
  wrong text;
begin
  select * into r from waymark.receipt x where x.id = new.receipt_id for no key update;
  new.round := r.round;
  wrong := case
    when new.kind in ('considered', 'decided', 'replied', 'passed_on', 'went_up') and r.state <> 'waiting' then 'it is not waiting for an answer'
    when new.kind = 'replied' and (select count(distinct s.kind) from waymark.ledger_step s
      where s.receipt_id = r.id and s.kind in ('considered', 'decided')) < 2 then 'a reply comes after it was considered and decided'
    when new.kind = 'said_back' and new.back = 'no_need' and r.state not in ('waiting', 'answered') then 'it is closed'
    when new.kind = 'said_back' and new.back <> 'no_need' and r.state <> 'answered' then 'there is no answer to say this of'
    when new.kind = 'came_of_it' and r.state not in ('answered', 'settled') then 'there is no answer yet'
    when new.kind = 'taken_back' and r.state = 'taken_back' then 'it was taken back already'
    when new.kind in ('passed_on', 'went_up') and new.to_id is null and new.by_id is not null then 'somebody has to answer'
    when new.kind in ('passed_on', 'went_up') and new.to_id = any (r.not_to) then 'it must not reach this person'
  end;
  if wrong is not null then
    raise exception '%', wrong using errcode = 'restrict_violation', constraint = 'ledger_in_order';
  end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.still_used()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if new.taken_off_at is null or old.taken_off_at is not null then return new; end if;
  if exists (select from waymark.assessment_impact i where i.assessment_id = new.assessment_id and i.taken_off_at is null
      and (i.option_id = new.id or i.group_id = new.id or new.id = any (i.evidence_ids)))
    or exists (select from waymark.assessment_words w where w.involvement_id = new.id and w.taken_off_at is null)
    or exists (select from waymark.assessment a where a.id = new.assessment_id and a.chosen_option_id = new.id) then
    raise exception 'something else in the assessment stands on this' using errcode = 'restrict_violation', constraint = 'still_used';
  end if;
  return new;
end $function$

-- owner waymark_owner, may be run by waymark_app, waymark_owner
CREATE OR REPLACE FUNCTION waymark.subject_check_in(subject uuid, of_child uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$ select exists (select from waymark.check_in i where i.id = subject and i.child_id = of_child and i.voice = 'young_person' and i.status = 'shared') $function$

-- owner waymark_owner, may be run by waymark_app, waymark_owner
CREATE OR REPLACE FUNCTION waymark.subject_come_back(subject uuid, of_child uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$ select exists (select from waymark.come_back b where b.id = subject and b.child_id = of_child) $function$

-- owner waymark_owner, may be run by waymark_app, waymark_owner
CREATE OR REPLACE FUNCTION waymark.subject_correction(subject uuid, of_child uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$ select exists (select from waymark.correction c where c.id = subject and c.child_id = of_child) $function$

-- owner waymark_owner, may be run by waymark_app, waymark_owner
CREATE OR REPLACE FUNCTION waymark.subject_goal(subject uuid, of_child uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$ select exists (select from waymark.own_goal g where g.id = subject and g.child_id = of_child) $function$

-- owner waymark_owner, may be run by waymark_app, waymark_owner
CREATE OR REPLACE FUNCTION waymark.subject_meeting(subject uuid, of_child uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$ select exists (select from waymark.meeting_after a where a.id = subject and a.child_id = of_child and a.talked in ('no', 'partly')) $function$

-- owner waymark_owner, may be run by waymark_app, waymark_owner
CREATE OR REPLACE FUNCTION waymark.subject_people_i_love(subject uuid, of_child uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$ select exists (select from waymark.statement s where s.id = subject and s.child_id = of_child and s.status = 'sent' and s.about = 'people_i_love') $function$

-- owner waymark_owner, may be run by waymark_app, waymark_owner
CREATE OR REPLACE FUNCTION waymark.subject_statement(subject uuid, of_child uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$ select exists (select from waymark.statement s where s.id = subject and s.child_id = of_child and s.status = 'sent') $function$

-- owner waymark_door, may be run by waymark_door
CREATE OR REPLACE FUNCTION waymark.take_code(hash bytea, at timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  code waymark.way_in_code;
  beside boolean;
begin
  update waymark.way_in_code x set used_at = at
    where x.code_hash = hash and x.used_at is null and x.ended_at is null and x.ends_at > at returning * into code;
  if not found then return null; end if;
  -- As whoever gave it: somebody who no longer stands beside the young person lets nobody in.
  perform set_config('waymark.actor_id', code.given_by::text, true);
  beside := waymark.manages_account(code.person_id);
  perform set_config('waymark.actor_id', '', true);
  if beside then return code.person_id; end if;
  update waymark.way_in_code x set used_at = null, ended_at = at, ended_why = 'whoever gave it stands beside them no longer' where x.id = code.id;
  return null;
end $function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.taken_back_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if old.withdrawn_at is null and new.withdrawn_at is not null then return new; end if;
  raise exception 'what was taken back is not shown again by changing it' using errcode = 'restrict_violation', constraint = 'taken_back_stays';
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.takes_part(round uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (
    select from waymark.case_audit a
    where a.round_id = takes_part.round and waymark.actor_id() in (a.practitioner_id, a.auditor_id, a.second_auditor_id))
$function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.template_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a template that was published stays as it is: add a version' using errcode = 'restrict_violation', constraint = 'template_stays';
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.trail(before_id bigint, only_refused boolean, most integer)
 RETURNS TABLE(id bigint, at timestamp with time zone, actor_id uuid, actor_name text, actor_role text, action text, outcome text, child_id uuid, child_name text, shown integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select e.id, e.at, e.actor_id, p.name, e.actor_role, e.action, e.outcome,
      case when c.id is null then null else e.child_id end,
      c.known_as, cardinality(e.shown)
    from waymark.audit_entry e
    join waymark.person p on p.id = e.actor_id
    -- a child outside the reader's own reach stays unnamed
    left join waymark.child c on c.id = e.child_id and c.organisation_id = waymark.actor_organisation()
      and (waymark.actor_team() is null or c.team_id = waymark.actor_team())
   where waymark.actor_role() in ('manager', 'auditor')
     and (p.role <> 'young_person' or waymark.actor_role() = 'auditor')
     and e.organisation_id = waymark.actor_organisation()
     and (waymark.actor_team() is null or p.team_id = waymark.actor_team())
     and (before_id is null or e.id < before_id)
     and (not only_refused or e.outcome in ('refused', 'not-found', 'failed'))
   order by e.id desc limit least(most, 200)
$function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.trust_is_theirs()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if waymark.actor_role() <> 'young_person' and new.trusted_adult and (tg_op = 'INSERT' or not old.trusted_adult) then
    raise exception 'an adult they trust is chosen by the young person' using errcode = 'restrict_violation', constraint = 'trust_is_theirs';
  end if;
  return new;
end $function$

-- owner waymark_door, may be run by waymark_app, waymark_door
CREATE OR REPLACE FUNCTION waymark.user_name_free(wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select not exists (select from waymark.person p where p.user_name = lower(wanted)) $function$

-- owner waymark_statistics, may be run by waymark_app, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.wait_lengths(year_from date, on_day date)
 RETURNS TABLE(code text, days integer, ended boolean, children bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET jit TO 'off'
AS $function$
  with waits as (
    select distinct on (k.rule, k.child_id) k.rule, k.state,
      (k.started_at at time zone 'Europe/London')::date as began,
      (k.stopped_at at time zone 'Europe/London')::date as stopped
    from waymark.clock k
    join waymark.child c on c.id = k.child_id
    where k.rule in (select w.code from waymark.counted_wait w)
      and c.organisation_id = (select waymark.counted_organisation())
      and k.started_at >= waymark.london_midnight(wait_lengths.year_from)
      and k.started_at < waymark.london_midnight((wait_lengths.year_from + interval '1 year')::date)
      and k.started_at < waymark.london_midnight(wait_lengths.on_day + 1)
    order by k.rule, k.child_id, k.started_at, k.id
  )
  select rule, least(stopped, wait_lengths.on_day) - began, coalesce(state = 'done' and stopped <= wait_lengths.on_day, false), count(*)
  from waits group by 1, 2, 3
$function$

-- owner waymark_statistics, may be run by waymark_app, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.waits_changed(year_from date, was_on date, on_day date)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET jit TO 'off'
AS $function$
  select count(distinct k.child_id)
  from waymark.clock k
  join waymark.child c on c.id = k.child_id
  where k.rule in (select w.code from waymark.counted_wait w)
    and c.organisation_id = (select waymark.counted_organisation())
    and k.started_at >= waymark.london_midnight(waits_changed.year_from)
    and k.started_at < waymark.london_midnight((waits_changed.year_from + interval '1 year')::date)
    and (k.started_at >= waymark.london_midnight(waits_changed.was_on + 1) or k.stopped_at >= waymark.london_midnight(waits_changed.was_on + 1))
    and k.started_at < waymark.london_midnight(waits_changed.on_day + 1)
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_keeper, waymark_owner, waymark_reach
CREATE OR REPLACE FUNCTION waymark.who_answers(of_child uuid, chosen uuid, not_these uuid[], on_day date)
 RETURNS TABLE(person uuid, why text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select found.person, found.why from (
    select a.person_id, case when a.person_id = chosen then 'chosen' else 'beside' end,
        (case when a.person_id = chosen then 0 else 1 end),
        array_position(array['key_worker', 'social_worker', 'personal_adviser', 'guardian', 'other', 'advocate', 'reviewing_officer'], a.part), a.started_on
      from waymark.allocation a
     where a.child_id = of_child and a.ended_on is null and not (a.person_id = any (not_these)) and waymark.answers_on(a.person_id, on_day)
    union all
    select m.id, 'manager', 2, 0, null::date from (select waymark.manager_for(of_child, not_these, on_day) as id) m where m.id is not null
  ) found (person, why, first, part, since)
  order by found.first, found.part, found.since, found.person limit 1
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.who_looked(child uuid, before timestamp with time zone DEFAULT NULL::timestamp with time zone, most integer DEFAULT 200)
 RETURNS TABLE(id bigint, at timestamp with time zone, actor_id uuid, actor_name text, actor_role text, organisation_name text, action text, outcome text, in_a_list boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  with theirs as (
    select c.person_id as person from waymark.child c
     where c.id = who_looked.child and c.person_id is distinct from waymark.actor_id() and waymark.actor_role() <> 'auditor'
  )
  select e.id, e.at, e.actor_id, p.name, e.actor_role, o.name, e.action, e.outcome, e.child_id is distinct from who_looked.child
  from (
    select newest.* from (
      (select a.* from waymark.audit_entry a
        where a.child_id = who_looked.child and (before is null or a.at < before)
          and not exists (select from theirs t where t.person = a.actor_id)
        order by a.at desc limit most)
      union all
      (select a.* from waymark.audit_entry a
        where a.shown @> array[who_looked.child] and a.child_id is distinct from who_looked.child
          and (before is null or a.at < before) order by a.at desc limit most)
    ) newest order by newest.at desc, newest.id desc limit most
  ) e
  left join waymark.person p on p.id = e.actor_id
  left join waymark.organisation o on o.id = e.organisation_id
  where exists (
    select from waymark.child c where c.id = who_looked.child and (
      c.id in (select waymark.actor_children())
      or c.id in (select waymark.actor_audits())
      or (waymark.actor_role() in ('manager', 'auditor') and c.organisation_id = waymark.actor_organisation()
          and (waymark.actor_team() is null or c.team_id = waymark.actor_team()))))
  order by e.at desc, e.id desc
$function$

-- owner waymark_reach, may be run by waymark_keeper, waymark_reach
CREATE OR REPLACE FUNCTION waymark.who_reviews(organisation uuid, not_these uuid[], of_child uuid, on_day date)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select a.person_id from waymark.reviewer_appointment a
   where a.organisation_id = organisation and waymark.reviews_on(a.person_id, organisation, on_day)
     and not (a.person_id = any (not_these)) and waymark.answers_on(a.person_id, on_day)
   order by exists (select from waymark.allocation l where l.child_id = of_child and l.person_id = a.person_id and l.ended_on is null),
     (select count(*) from waymark.complaint c where c.handler_id = a.person_id and c.state = 'open'), a.person_id limit 1
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_reach
CREATE OR REPLACE FUNCTION waymark.within_the_wall(of_child uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (select from waymark.behind_the_wall b where b.child_id = of_child and b.person_id = waymark.actor_id() and b.ended_at is null)
      or exists (select from waymark.child c where c.id = of_child and c.person_id = waymark.actor_id())
$function$

-- owner waymark_statistics, may be run by waymark_app, waymark_statistics
CREATE OR REPLACE FUNCTION waymark.wording_counts(from_day date, until_day date)
 RETURNS TABLE(code text, texts bigint, changed bigint, kept bigint, left_open bigint, reasons jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  with mine as (select waymark.actor_organisation() as org where waymark.actor_role() in ('manager', 'administrator', 'auditor')),
  looked as (
    select l.found from waymark.wording_look l, mine where l.organisation_id = mine.org and l.on_day between from_day and until_day),
  advised as (
    select a.code, a.state, a.reason from waymark.wording_advice a, mine
     where a.organisation_id = mine.org and (a.advised_at at time zone 'Europe/London')::date between from_day and until_day),
  reasons as (
    select r.code, jsonb_object_agg(r.reason, r.n) as said from (
      select a.code, a.reason, count(*) as n from advised a where a.reason is not null group by 1, 2) r group by 1)
  select null::text, (select count(*) from looked), (select count(*) from looked where found <> '{}'), 0::bigint, 0::bigint, '{}'::jsonb from mine
  union all
  select f.code, f.n, count(*) filter (where a.state = 'changed'), count(*) filter (where a.state = 'kept'),
         count(*) filter (where a.state in ('open', 'left')), coalesce((select r.said from reasons r where r.code = f.code), '{}')
    from (select u.code, count(*) as n from looked, unnest(looked.found) as u(code) group by 1) f left join advised a on a.code = f.code
   group by f.code, f.n
$function$

-- owner waymark_owner, may be run by waymark_owner
CREATE OR REPLACE FUNCTION waymark.words_stay()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if old.taken_back_at is not null and new.taken_back_at is null then
    raise exception 'words that were taken back are asked for again as new words' using errcode = 'restrict_violation', constraint = 'words_stay';
  end if;
  if (to_jsonb(new) - array['taken_back_at', 'taken_off_at', 'version', 'changed_by', 'changed_at'])
      <> (to_jsonb(old) - array['taken_back_at', 'taken_off_at', 'version', 'changed_by', 'changed_at'])
    and exists (select from waymark.assessment_words_printed p where p.words_id = old.id) then
    raise exception 'words that were published stay as they were said' using errcode = 'restrict_violation', constraint = 'words_stay';
  end if;
  return new;
end $function$

-- owner waymark_reach, may be run by waymark_app, waymark_door, waymark_reach
CREATE OR REPLACE FUNCTION waymark.work_file(work uuid, for_place text)
 RETURNS TABLE(file_id uuid, media_type text, bytes integer, pieces integer, key_id text, sealed_key bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select f.id, f.media_type, f.bytes, f.pieces, f.key_id, f.sealed_key
    from waymark.gallery_work w
    join waymark.consent_use u on u.id = w.consent_id and u.subject = 'statement_part' and u.subject_id = w.part_id and u.use = 'gallery' and u.withdrawn_at is null
    join waymark.statement_part p on p.id = w.part_id and not p.taken_out
    join waymark.statement s on s.id = p.statement_id and s.status = 'sent'
    join waymark.child c on c.id = w.child_id
    join waymark.stored_file f on f.id = p.file_id
   where w.id = work and w.withdrawn_at is null and w.place = for_place and f.scan in ('clean', 'not_scanned')
     and (for_place = 'published' or (c.organisation_id = waymark.actor_organisation()
       and waymark.actor_role() in ('young_person', 'practitioner', 'guardian', 'manager')))
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_door, waymark_reach
CREATE OR REPLACE FUNCTION waymark.work_pieces(work uuid, for_place text, first_n integer, last_n integer)
 RETURNS TABLE(n integer, sealed bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select t.n, t.sealed from waymark.gallery_work w
    join waymark.consent_use u on u.id = w.consent_id and u.withdrawn_at is null
    join waymark.statement_part p on p.id = w.part_id
    join waymark.stored_file_piece t on t.file_id = p.file_id
   where w.id = work and t.n between first_n and last_n
     and exists (select from waymark.work_file(work, for_place) x where x.file_id = t.file_id)
   order by t.n
$function$

-- owner waymark_reach, may be run by waymark_app, waymark_door, waymark_reach
CREATE OR REPLACE FUNCTION waymark.works_shown(for_place text)
 RETURNS TABLE(id uuid, medium text, words text, words_language text, cards text[], has_file boolean, width integer, height integer, seconds numeric, shown_name text, shown_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select w.id, p.medium, p.words, p.words_language, p.cards, f.id is not null, f.width, f.height, f.seconds, w.shown_name, w.shown_at
    from waymark.gallery_work w
    join waymark.consent_use u on u.id = w.consent_id and u.subject = 'statement_part' and u.subject_id = w.part_id and u.use = 'gallery' and u.withdrawn_at is null
    join waymark.statement_part p on p.id = w.part_id and not p.taken_out
    join waymark.statement s on s.id = p.statement_id and s.status = 'sent'
    join waymark.child c on c.id = w.child_id
    left join waymark.stored_file f on f.id = p.file_id
   where w.withdrawn_at is null and w.place = for_place and (f.id is null or f.scan in ('clean', 'not_scanned'))
     and (for_place = 'published' or (c.organisation_id = waymark.actor_organisation()
       and waymark.actor_role() in ('young_person', 'practitioner', 'guardian', 'manager')))
   order by w.shown_at desc, w.id limit 100
$function$

-- owner waymark_keeper, may be run by waymark_keeper, waymark_owner
CREATE OR REPLACE FUNCTION waymark.written_in()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  row_now jsonb := to_jsonb(new);
  of_it uuid := (row_now ->> tg_argv[0])::uuid;
begin
  if tg_op = 'UPDATE' and (to_jsonb(old) ->> tg_argv[0])::uuid <> of_it then
    raise exception 'a row stays with its assessment' using errcode = 'restrict_violation', constraint = 'row_stays';
  end if;
  insert into waymark.assessment_revision as r (of_id, writers)
    values (of_it, array_remove(array[waymark.actor_id()], null))
    on conflict (of_id) do update set revision = r.revision + 1,
      writers = case when waymark.actor_id() is null or waymark.actor_id() = any (r.writers) then r.writers else r.writers || waymark.actor_id() end;
  return null;
end $function$

-- owner waymark_owner, may be run by waymark_app, waymark_owner
CREATE OR REPLACE FUNCTION waymark.young_persons_account(of_child uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$

-- Triggers ----------------------------------------------------------------------------------

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.about_me FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.access_event FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.access_request FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.age_doubt FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.agency_view_of_person FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER give_what_waits_on_nobody AFTER INSERT ON waymark.allocation REFERENCING NEW TABLE AS beside FOR EACH STATEMENT EXECUTE FUNCTION waymark.give_what_waits_on_nobody()

CREATE TRIGGER hand_on_what_waits AFTER UPDATE OF ended_on ON waymark.allocation FOR EACH ROW WHEN (((new.ended_on IS NOT NULL) AND (old.ended_on IS NULL))) EXECUTE FUNCTION waymark.hand_on_from_allocation()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.allocation FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER somebody_is_there AFTER INSERT ON waymark.allocation REFERENCING NEW TABLE AS named FOR EACH STATEMENT EXECUTE FUNCTION waymark.somebody_is_there()

CREATE TRIGGER change_is_explained BEFORE UPDATE ON waymark.appointment FOR EACH ROW EXECUTE FUNCTION waymark.change_is_explained()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.appointment FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.appointment_answer FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.appointment_change FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.asked_not_about FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.assessment FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER owner_fits BEFORE INSERT OR UPDATE OF owner_id ON waymark.assessment FOR EACH ROW EXECUTE FUNCTION waymark.owner_fits()

CREATE TRIGGER written_in AFTER INSERT OR UPDATE ON waymark.assessment FOR EACH ROW EXECUTE FUNCTION waymark.written_in('id')

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.assessment_evidence FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER still_used BEFORE UPDATE ON waymark.assessment_evidence FOR EACH ROW EXECUTE FUNCTION waymark.still_used()

CREATE TRIGGER written_in AFTER INSERT OR UPDATE ON waymark.assessment_evidence FOR EACH ROW EXECUTE FUNCTION waymark.written_in('assessment_id')

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.assessment_group FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER still_used BEFORE UPDATE ON waymark.assessment_group FOR EACH ROW EXECUTE FUNCTION waymark.still_used()

CREATE TRIGGER written_in AFTER INSERT OR UPDATE ON waymark.assessment_group FOR EACH ROW EXECUTE FUNCTION waymark.written_in('assessment_id')

CREATE TRIGGER impact_stands_on_its_own BEFORE INSERT OR UPDATE ON waymark.assessment_impact FOR EACH ROW EXECUTE FUNCTION waymark.impact_stands_on_its_own()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.assessment_impact FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER outcome_in_use BEFORE INSERT OR UPDATE ON waymark.assessment_impact FOR EACH ROW EXECUTE FUNCTION waymark.outcome_in_use()

CREATE TRIGGER written_in AFTER INSERT OR UPDATE ON waymark.assessment_impact FOR EACH ROW EXECUTE FUNCTION waymark.written_in('assessment_id')

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.assessment_involvement FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER still_used BEFORE UPDATE ON waymark.assessment_involvement FOR EACH ROW EXECUTE FUNCTION waymark.still_used()

CREATE TRIGGER written_in AFTER INSERT OR UPDATE ON waymark.assessment_involvement FOR EACH ROW EXECUTE FUNCTION waymark.written_in('assessment_id')

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.assessment_measure FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER outcome_in_use BEFORE INSERT OR UPDATE ON waymark.assessment_measure FOR EACH ROW EXECUTE FUNCTION waymark.outcome_in_use()

CREATE TRIGGER written_in AFTER INSERT OR UPDATE ON waymark.assessment_measure FOR EACH ROW EXECUTE FUNCTION waymark.written_in('assessment_id')

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.assessment_option FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER still_used BEFORE UPDATE ON waymark.assessment_option FOR EACH ROW EXECUTE FUNCTION waymark.still_used()

CREATE TRIGGER written_in AFTER INSERT OR UPDATE ON waymark.assessment_option FOR EACH ROW EXECUTE FUNCTION waymark.written_in('assessment_id')

CREATE TRIGGER assessment_publishes BEFORE INSERT ON waymark.assessment_published FOR EACH ROW EXECUTE FUNCTION waymark.assessment_publishes()

CREATE TRIGGER published_follows AFTER INSERT ON waymark.assessment_published FOR EACH ROW EXECUTE FUNCTION waymark.published_follows()

CREATE TRIGGER published_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON waymark.assessment_published FOR EACH STATEMENT EXECUTE FUNCTION waymark.published_stays()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.assessment_review FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER review_completes BEFORE UPDATE ON waymark.assessment_review FOR EACH ROW EXECUTE FUNCTION waymark.review_completes()

CREATE TRIGGER review_follows AFTER UPDATE ON waymark.assessment_review FOR EACH ROW EXECUTE FUNCTION waymark.review_follows()

CREATE TRIGGER review_is_not_removed BEFORE DELETE OR TRUNCATE ON waymark.assessment_review FOR EACH STATEMENT EXECUTE FUNCTION waymark.review_is_not_removed()

CREATE TRIGGER written_in AFTER UPDATE OF asked_children, unintended, what_next, next_review_on, no_more_because ON waymark.assessment_review FOR EACH ROW WHEN ((new.completed_at IS NULL)) EXECUTE FUNCTION waymark.written_in('id')

CREATE TRIGGER finding_stays BEFORE INSERT OR UPDATE ON waymark.assessment_review_finding FOR EACH ROW EXECUTE FUNCTION waymark.finding_stays()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.assessment_review_finding FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER written_in_review AFTER INSERT OR UPDATE ON waymark.assessment_review_finding FOR EACH ROW EXECUTE FUNCTION waymark.written_in('review_id')

CREATE TRIGGER template_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON waymark.assessment_template FOR EACH STATEMENT EXECUTE FUNCTION waymark.template_stays()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.assessment_words FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER words_stay BEFORE UPDATE ON waymark.assessment_words FOR EACH ROW EXECUTE FUNCTION waymark.words_stay()

CREATE TRIGGER written_in AFTER INSERT OR UPDATE ON waymark.assessment_words FOR EACH ROW EXECUTE FUNCTION waymark.written_in('assessment_id')

CREATE TRIGGER published_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON waymark.assessment_words_printed FOR EACH STATEMENT EXECUTE FUNCTION waymark.published_stays()

CREATE TRIGGER audit_queue AFTER INSERT ON waymark.audit_entry FOR EACH ROW EXECUTE FUNCTION waymark.audit_queue()

CREATE TRIGGER audit_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON waymark.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION waymark.audit_stays()

CREATE TRIGGER audit_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON waymark.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION waymark.audit_stays()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.barrier FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.behind_the_wall FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER best_interests_gate BEFORE INSERT OR UPDATE ON waymark.best_interests FOR EACH ROW EXECUTE FUNCTION waymark.best_interests_gate()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.best_interests FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.best_interests_dissent FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.best_interests_heard FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER best_interests_open BEFORE INSERT OR UPDATE ON waymark.best_interests_option FOR EACH ROW EXECUTE FUNCTION waymark.best_interests_open()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.best_interests_option FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.care_episode FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.care_review FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER audit_stays_ended BEFORE UPDATE ON waymark.case_audit FOR EACH ROW EXECUTE FUNCTION waymark.audit_stays_ended()

CREATE TRIGGER auditor_stands_apart BEFORE INSERT OR UPDATE OF auditor_id, second_auditor_id ON waymark.case_audit FOR EACH ROW EXECUTE FUNCTION waymark.auditor_stands_apart()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.case_audit FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER act_now_stays BEFORE UPDATE ON waymark.case_audit_act_now FOR EACH ROW EXECUTE FUNCTION waymark.act_now_stays()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.case_audit_act_now FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER action_of_open_finding BEFORE INSERT OR UPDATE ON waymark.case_audit_action FOR EACH ROW EXECUTE FUNCTION waymark.action_of_open_finding()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.case_audit_action FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.case_audit_agreed FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.case_audit_answer FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER shared_stays BEFORE INSERT OR UPDATE ON waymark.case_audit_answer FOR EACH ROW EXECUTE FUNCTION waymark.answer_of_shared_reading_stays()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.case_audit_feedback FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER finding_closes_with_action BEFORE INSERT OR UPDATE ON waymark.case_audit_finding FOR EACH ROW EXECUTE FUNCTION waymark.finding_closes_with_action()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.case_audit_finding FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER outcome_of_version BEFORE INSERT ON waymark.case_audit_outcome FOR EACH ROW EXECUTE FUNCTION waymark.audit_outcome_of_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.case_audit_reading FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER shared_stays BEFORE UPDATE ON waymark.case_audit_reading FOR EACH ROW EXECUTE FUNCTION waymark.shared_reading_stays()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.case_audit_reflection FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER shared_stays BEFORE UPDATE ON waymark.case_audit_reflection FOR EACH ROW EXECUTE FUNCTION waymark.shared_reading_stays()

CREATE TRIGGER framework_is_live BEFORE INSERT ON waymark.case_audit_round FOR EACH ROW EXECUTE FUNCTION waymark.audit_framework_is_live()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.case_audit_round FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER round_stays BEFORE UPDATE ON waymark.case_audit_round FOR EACH ROW EXECUTE FUNCTION waymark.round_stays()

CREATE TRIGGER check_in_stays BEFORE UPDATE ON waymark.check_in FOR EACH ROW EXECUTE FUNCTION waymark.check_in_stays()

CREATE TRIGGER framework_fits BEFORE INSERT ON waymark.check_in FOR EACH ROW EXECUTE FUNCTION waymark.framework_fits()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.check_in FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER answer_stays BEFORE UPDATE ON waymark.check_in_answer FOR EACH ROW EXECUTE FUNCTION waymark.answer_stays()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.check_in_answer FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER answer_stays BEFORE UPDATE ON waymark.check_in_influence FOR EACH ROW EXECUTE FUNCTION waymark.answer_stays()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.check_in_influence FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.check_in_not_held FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.check_in_occasion FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER account_goes_by AFTER UPDATE OF known_as ON waymark.child FOR EACH ROW WHEN (((new.person_id IS NOT NULL) AND (old.known_as IS DISTINCT FROM new.known_as))) EXECUTE FUNCTION waymark.account_goes_by()

CREATE TRIGGER account_is_theirs BEFORE INSERT OR UPDATE OF person_id ON waymark.child FOR EACH ROW EXECUTE FUNCTION waymark.account_is_theirs()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.child FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.child_background FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.child_identifier FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.child_language FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.child_name FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER chosen_framework_fits BEFORE INSERT OR UPDATE ON waymark.chosen_framework FOR EACH ROW EXECUTE FUNCTION waymark.chosen_framework_fits()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.chosen_framework FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.chosen_language FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.clock FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.clock_correction FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.clock_pause FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.clock_rule FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.come_back FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.complaint FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER name_the_reviewer BEFORE INSERT ON waymark.complaint FOR EACH ROW EXECUTE FUNCTION waymark.name_the_reviewer()

CREATE TRIGGER complaint_follows AFTER INSERT ON waymark.complaint_step FOR EACH ROW WHEN ((new.kind = ANY (ARRAY['answered'::text, 'said_back'::text, 'taken_back'::text, 'given_to'::text, 'longer'::text]))) EXECUTE FUNCTION waymark.complaint_follows()

CREATE TRIGGER complaint_in_order BEFORE INSERT ON waymark.complaint_step FOR EACH ROW EXECUTE FUNCTION waymark.complaint_in_order()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.concern FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER decision_is_the_state AFTER INSERT ON waymark.concern_decision FOR EACH ROW EXECUTE FUNCTION waymark.decision_is_the_state()

CREATE TRIGGER decision_rests_on_looks BEFORE INSERT ON waymark.concern_decision FOR EACH ROW EXECUTE FUNCTION waymark.decision_rests_on_looks()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.concern_decision FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.concern_indicator FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.concern_look FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER look_in_order BEFORE INSERT ON waymark.concern_look FOR EACH ROW EXECUTE FUNCTION waymark.look_in_order()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.concern_response FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER consent_stays BEFORE UPDATE ON waymark.consent_use FOR EACH ROW EXECUTE FUNCTION waymark.consent_stays()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.consent_use FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.contact_rule FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.contact_safety FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER a_stop_is_lifted_once BEFORE UPDATE ON waymark.contact_stop FOR EACH ROW EXECUTE FUNCTION waymark.a_stop_is_lifted_once()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.contact_stop FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.contact_way FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.correction FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER stands_on_a_line BEFORE INSERT ON waymark.correction FOR EACH ROW EXECUTE FUNCTION waymark.stands_on_a_line()

CREATE TRIGGER decision_fits BEFORE INSERT ON waymark.correction_decision FOR EACH ROW EXECUTE FUNCTION waymark.decision_fits()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.correction_decision FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER consulate_is_signed BEFORE INSERT OR UPDATE ON waymark.cross_border_contact FOR EACH ROW EXECUTE FUNCTION waymark.consulate_is_signed()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.cross_border_contact FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.date_of_birth_claim FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.demand_clash FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.device_key FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.due_to_child FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.duty_notice FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.duty_turn FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.exploitation_situation FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER feedback_is_of BEFORE INSERT ON waymark.feedback_on_us FOR EACH ROW EXECUTE FUNCTION waymark.feedback_is_of()

CREATE TRIGGER parts_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON waymark.framework_principle FOR EACH STATEMENT EXECUTE FUNCTION waymark.framework_parts_stay()

CREATE TRIGGER columns_of_document BEFORE INSERT OR UPDATE OF definition ON waymark.framework_version FOR EACH ROW EXECUTE FUNCTION waymark.framework_columns()

CREATE TRIGGER framework_stays BEFORE DELETE OR UPDATE ON waymark.framework_version FOR EACH ROW EXECUTE FUNCTION waymark.framework_stays()

CREATE TRIGGER framework_unpacked AFTER INSERT OR UPDATE OF status ON waymark.framework_version FOR EACH ROW EXECUTE FUNCTION waymark.framework_unpacked()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.gallery_work FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER taken_back_stays BEFORE UPDATE ON waymark.gallery_work FOR EACH ROW EXECUTE FUNCTION waymark.taken_back_stays()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.group_member FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.group_session FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.help_place FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER parts_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON waymark.indicator FOR EACH STATEMENT EXECUTE FUNCTION waymark.framework_parts_stay()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.invitation FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.invite_safety FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.lead_appointment FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.leaving_shown FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER correction_is_decided BEFORE INSERT ON waymark.ledger_step FOR EACH ROW WHEN ((new.kind = 'replied'::text)) EXECUTE FUNCTION waymark.correction_is_decided()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.ledger_step FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER receipt_follows AFTER INSERT ON waymark.ledger_step FOR EACH ROW WHEN ((new.kind = ANY (ARRAY['replied'::text, 'taken_back'::text, 'said_back'::text, 'passed_on'::text, 'went_up'::text]))) EXECUTE FUNCTION waymark.receipt_follows()

CREATE TRIGGER step_follows BEFORE INSERT ON waymark.ledger_step FOR EACH ROW EXECUTE FUNCTION waymark.step_follows()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.legal_deadline FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.legal_help FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.linked_referral FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER contact_as_agreed BEFORE UPDATE ON waymark.loved_contact FOR EACH ROW EXECUTE FUNCTION waymark.contact_as_agreed()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.loved_contact FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.loved_plan FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.loved_step FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.meeting FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.meeting_after FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.meeting_line FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER line_in_order BEFORE UPDATE ON waymark.meeting_line FOR EACH ROW EXECUTE FUNCTION waymark.line_in_order()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.missed_chance FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER review_ends_with_learning BEFORE UPDATE ON waymark.missed_chance FOR EACH ROW EXECUTE FUNCTION waymark.review_ends_with_learning()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.missed_chance_learning FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER learning_of_open_review BEFORE INSERT OR UPDATE ON waymark.missed_chance_learning FOR EACH ROW EXECUTE FUNCTION waymark.learning_of_open_review()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.missing_period FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.notice FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER notice_stays BEFORE UPDATE ON waymark.notice FOR EACH ROW EXECUTE FUNCTION waymark.notice_stays()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.notice_wish FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER changed_while_preparing BEFORE INSERT OR UPDATE ON waymark.nrm_answer FOR EACH ROW EXECUTE FUNCTION waymark.nrm_in_hand()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.nrm_answer FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER decision_after_referral BEFORE INSERT ON waymark.nrm_decision FOR EACH ROW EXECUTE FUNCTION waymark.nrm_after_referral()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.nrm_decision FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER changed_while_preparing BEFORE INSERT OR UPDATE ON waymark.nrm_evidence FOR EACH ROW EXECUTE FUNCTION waymark.nrm_in_hand()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.nrm_evidence FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.nrm_referral FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER referral_steps BEFORE UPDATE ON waymark.nrm_referral FOR EACH ROW EXECUTE FUNCTION waymark.nrm_steps()

CREATE TRIGGER another_person_reviews BEFORE INSERT ON waymark.nrm_review FOR EACH ROW EXECUTE FUNCTION waymark.nrm_another_person()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.nrm_view FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.opportunity FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.opportunity_answer FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.opportunity_reply FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER file_stays BEFORE UPDATE ON waymark.organisation_file FOR EACH ROW EXECUTE FUNCTION waymark.file_stays()

CREATE TRIGGER parts_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON waymark.outcome FOR EACH STATEMENT EXECUTE FUNCTION waymark.framework_parts_stay()

CREATE TRIGGER parts_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON waymark.outcome_principle FOR EACH STATEMENT EXECUTE FUNCTION waymark.framework_parts_stay()

CREATE TRIGGER parts_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON waymark.outcome_wording FOR EACH STATEMENT EXECUTE FUNCTION waymark.framework_parts_stay()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.own_goal FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.own_goal_event FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.own_meaning FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.own_setting FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER look_follows AFTER INSERT OR UPDATE ON waymark.own_setting FOR EACH ROW EXECUTE FUNCTION waymark.look_follows()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.own_view_of_person FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.page_language FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER complaints_find_somebody AFTER UPDATE OF ended_at, role ON waymark.person FOR EACH ROW WHEN ((((new.ended_at IS NOT NULL) AND (old.ended_at IS NULL)) OR (new.role <> old.role))) EXECUTE FUNCTION waymark.complaints_find_somebody()

CREATE TRIGGER hand_on_what_waits AFTER UPDATE OF ended_at, role, team_id ON waymark.person FOR EACH ROW WHEN ((((new.ended_at IS NOT NULL) AND (old.ended_at IS NULL)) OR (new.role <> old.role) OR (new.team_id IS DISTINCT FROM old.team_id))) EXECUTE FUNCTION waymark.hand_on_from_account()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.person FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER own_account_stays BEFORE UPDATE ON waymark.person FOR EACH ROW EXECUTE FUNCTION waymark.own_account_stays()

CREATE TRIGGER hand_on_what_waits AFTER INSERT OR UPDATE ON waymark.person_away FOR EACH ROW EXECUTE FUNCTION waymark.hand_on_from_away()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.person_away FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_trusted_time AFTER INSERT OR UPDATE ON waymark.person_who_matters FOR EACH ROW EXECUTE FUNCTION waymark.keep_trusted_time()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.person_who_matters FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER staff_who_matters BEFORE INSERT OR UPDATE OF staff_id ON waymark.person_who_matters FOR EACH ROW EXECUTE FUNCTION waymark.staff_who_matters()

CREATE TRIGGER trust_is_theirs BEFORE INSERT OR UPDATE OF trusted_adult ON waymark.person_who_matters FOR EACH ROW EXECUTE FUNCTION waymark.trust_is_theirs()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.photo_of_somebody FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER photo_stays_away BEFORE UPDATE ON waymark.photo_of_somebody FOR EACH ROW EXECUTE FUNCTION waymark.photo_stays_away()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.place_of_learning FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.plan FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER plan_steps BEFORE UPDATE ON waymark.plan FOR EACH ROW EXECUTE FUNCTION waymark.plan_steps()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.plan_action FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER plan_action_cites BEFORE INSERT OR UPDATE ON waymark.plan_action FOR EACH ROW EXECUTE FUNCTION waymark.plan_action_cites()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.plan_conflict FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.plan_goal FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.plan_plain FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.plan_said FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER plan_said_stays BEFORE UPDATE ON waymark.plan_said FOR EACH ROW EXECUTE FUNCTION waymark.plan_said_stays()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.plan_text FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER plan_in_hand BEFORE INSERT OR UPDATE ON waymark.plan_text FOR EACH ROW EXECUTE FUNCTION waymark.plan_in_hand()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.process FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.process_demand FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.process_text FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.process_wait FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.protection_step FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.receipt FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER name_the_answerer BEFORE INSERT ON waymark.receipt FOR EACH ROW EXECUTE FUNCTION waymark.name_the_answerer()

CREATE TRIGGER release_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON waymark.register_release FOR EACH STATEMENT EXECUTE FUNCTION waymark.release_stays()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.return_row FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER complaints_find_somebody AFTER INSERT OR UPDATE ON waymark.reviewer_appointment FOR EACH ROW EXECUTE FUNCTION waymark.complaints_find_somebody()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.reviewer_appointment FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER session_takes_the_look BEFORE INSERT ON waymark.session FOR EACH ROW EXECUTE FUNCTION waymark.session_takes_the_look()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.session_quote FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.sessions_ended FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.setting_suggestion FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.sharing_choice FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.shown_line FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.situation_element FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER means_not_asked_of_a_child BEFORE INSERT OR UPDATE ON waymark.situation_element FOR EACH ROW EXECUTE FUNCTION waymark.means_not_asked_of_a_child()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.situation_form FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER ask_first BEFORE INSERT ON waymark.somebody_now FOR EACH ROW EXECUTE FUNCTION waymark.ask_first()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.somebody_now FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER say_who_was_asked AFTER INSERT ON waymark.somebody_now FOR EACH ROW EXECUTE FUNCTION waymark.say_who_was_asked()

CREATE TRIGGER duty_tells AFTER INSERT ON waymark.somebody_now_step FOR EACH ROW WHEN (((new.kind = 'asked'::text) AND (new.to_id IS NOT NULL))) EXECUTE FUNCTION waymark.duty_tells()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.somebody_now_step FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER somebody_now_follows AFTER INSERT ON waymark.somebody_now_step FOR EACH ROW WHEN (((new.kind = ANY (ARRAY['seen'::text, 'ended'::text, 'not_needed'::text])) OR ((new.kind = 'asked'::text) AND (new.by_id IS NULL)))) EXECUTE FUNCTION waymark.somebody_now_follows()

CREATE TRIGGER somebody_now_in_order BEFORE INSERT ON waymark.somebody_now_step FOR EACH ROW EXECUTE FUNCTION waymark.somebody_now_in_order()

CREATE TRIGGER file_stays BEFORE UPDATE ON waymark.staff_photo FOR EACH ROW EXECUTE FUNCTION waymark.file_stays()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.staff_photo FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER photo_stays_away BEFORE UPDATE ON waymark.staff_photo FOR EACH ROW EXECUTE FUNCTION waymark.photo_stays_away()

CREATE TRIGGER release_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON waymark.stage_release FOR EACH STATEMENT EXECUTE FUNCTION waymark.release_stays()

CREATE TRIGGER consent_ends_with_it AFTER UPDATE OF status ON waymark.statement FOR EACH ROW WHEN (((new.status = 'withdrawn'::text) AND (old.status = 'sent'::text))) EXECUTE FUNCTION waymark.consent_ends_with_it()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.statement FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER statement_stays BEFORE UPDATE ON waymark.statement FOR EACH ROW EXECUTE FUNCTION waymark.statement_stays()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.statement_beside FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.statement_not_said FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.statement_opening FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.statement_part FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER part_stays BEFORE UPDATE ON waymark.statement_part FOR EACH ROW EXECUTE FUNCTION waymark.part_stays()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.statement_passed_on FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.statement_recipient FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER recipient_stays BEFORE UPDATE ON waymark.statement_recipient FOR EACH ROW EXECUTE FUNCTION waymark.recipient_stays()

CREATE TRIGGER release_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON waymark.statistics_release FOR EACH STATEMENT EXECUTE FUNCTION waymark.release_stays()

CREATE TRIGGER file_stays BEFORE UPDATE ON waymark.stored_file FOR EACH ROW EXECUTE FUNCTION waymark.file_stays()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.stored_file FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.taking_part_wish FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER checked_by_another BEFORE INSERT ON waymark.text_recording_act FOR EACH ROW EXECUTE FUNCTION waymark.checked_by_another()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.trusted_answer FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.trusted_time FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER release_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON waymark.wait_release FOR EACH STATEMENT EXECUTE FUNCTION waymark.release_stays()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.waiting_words FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.walled_note FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.way_to_reach FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.word_given FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.word_wish FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.wording_advice FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.worker_episode FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

-- Comments ----------------------------------------------------------------------------------

waymark.about_me: The child in their own words, verbatim. strengths and got_through stand before anything a service writes.

waymark.access_event: What happened to a request for help: referred to whom, refused and why, a place on a list, an offer, a start and of what kind, an end.

waymark.access_request: That help of a kind was asked for: in health, in mental health, in learning. What came of it are its events; how long it took is worked out from them and typed by nobody.

waymark.access_request.barrier_id: What stands in the way. For learning there always is one, with an action.

waymark.age_doubt: That somebody doubted how old a child is: who, why, what support and legal help there was, what came of it, and what it did to the child as they say. The child is treated as a child meanwhile (Modern Slavery Act 2015 s51), and the doubt stands in no heading and in no name.

waymark.age_doubt.outcome: open and challenged: nothing is final. What was said of the date of birth itself is a claim among the others, in date_of_birth_claim.

waymark.age_doubt.effect: What it did to them, in the child's own words.

waymark.agency_view_of_person: How an organisation sees somebody around the child (protective, a risk, not known), why, and where it has that from. Beside the child's own view, never instead of it.

waymark.agency_view_of_person.told_on: The day the young person was told. Until then their own pages do not show it: a worry read alone on a phone, or over a shoulder by the person it is about, can put them in danger.

waymark.allocation: Who stands beside a child, from when to when. An open one is what lets a worker reach the record.

waymark.appointment: Somebody and a young person at a time and a place, for a reason they know.

waymark.appointment.state: missed_by_us: we said a time and did not come. missed_by_others: somebody else did not come. they_could_not: the young person could not come. not_held: it did not happen for another reason.

waymark.appointment.explained: Why it changes, for the young person. Given with each change and moved to appointment_change by trigger; always null at rest.

waymark.appointment.said_sorry: What we say to the young person when we did not come.

waymark.appointment.next_step_by: Who owes the next step.

waymark.appointment_answer: What the young person says of an appointment. about_starts_at: the time they were answering, so that an answer to an earlier time is not taken for one to the new.

waymark.appointment_change: Each change of time or place, or a cancelling: what it was, what it is, and why. The young person sees all three.

waymark.asked_not_about: What a young person does not want to see or be asked. Those beside them see the list, so that nobody asks.

waymark.asked_not_about.topics: Codes: words/faith for a topic of one's own words, outcome/CODE for an outcome of a framework.

waymark.assessment: One child rights impact assessment, as it is being written. What was published of it stands in assessment_published and never changes.

waymark.assessment.owner_id: Who is to open its review when it is due. Printed is only owner_post.

waymark.assessment.not_involved_because: Why children and young people have not been involved, said on a day, with the day by which they will be.

waymark.assessment.section_texts: The sections that only this nation's template has, by their keys.

waymark.assessment_evidence: What is known, from where, how well, and what is not known.

waymark.assessment_group: A group of children and young people that the proposal touches. Never a named child.

waymark.assessment_impact: What one option is expected to do to one right of one group, on one outcome: the same outcome id as in check-ins and audits. Rows are never added up into a score.

waymark.assessment_impact.article: Of the UN Convention on the Rights of the Child.

waymark.assessment_involvement: Which children and young people were asked, how, what they said, what changed because of it, and what did not and why. Groups and numbers, never a name.

waymark.assessment_measure: What is watched once the decision is in force: an outcome, whose published figures are shown, or something else with its source; who watches it, from when, and what they see that makes them act.

waymark.assessment_option: What could be done. Leaving things as they are is one of them.

waymark.assessment_published: An assessment as it was published: whole, for anybody to read, never changed. A correction is another version that says what changed and why.

waymark.assessment_published.document: Made by the database from the assessment at that moment. Words of young people are not in it, only their ids, so that words taken back are gone from it.

waymark.assessment_published.figures: Published figures of the outcomes to be watched, as they stood, rounded for readers outside.

waymark.assessment_review: The review after implementation. It is there from the day of publishing, and due from its date with nothing having to run. Only completing it closes it, and completing it sets the next.

waymark.assessment_review_finding: What became of one expected impact: it happened, it did not, other than predicted, or nobody can tell; and from what that is known.

waymark.assessment_revision: How often an assessment or a review was written in, and by whom: what is signed off is what was read, by somebody who did not write it. Kept by trigger.

waymark.assessment_sign_off: Somebody asked for an assessment to be signed off, and what a manager answered.

waymark.assessment_template: The sections of an assessment in one nation, as dated data: which stages, in which order, from which source, and how sure we are. In our own words. Never changed: a new reading is a new version.

waymark.assessment_template.confidence: read: the source was read whole; partly_read: some of it; to_be_checked: background knowledge only.

waymark.assessment_words: Words of a young person, as they were said, for use in this one published text, with when and how they agreed to that. said_by is a description such as "a young person of the group", never a name.

waymark.assessment_words.dissent: They do not agree with the decision: printed with it, and answered.

waymark.assessment_words.taken_back_at: Who said them no longer agrees. From then on they are shown nowhere, not in what was published either.

waymark.assessment_words_printed: Which words stand in which published version. Words that stand in one are not changed afterwards, only taken back.

waymark.audit_entry: Who did or saw what, for which child, from where. Insert only. Holds no names and nothing that was typed.

waymark.audit_entry.shown: The children a list showed.

waymark.audit_entry.detail: Counts and codes that explain the act. Never a name, never free text.

waymark.audit_seal: A chain over the audit entries: each seal is an HMAC-SHA-256 over the one before it and its entries in order, under a key kept outside the database. Made behind the requests, so none of them waits for it.

waymark.audit_unsealed: Entries written since the last seal. An id here without its entry means that an entry was removed.

waymark.bank_holiday: Days on which an organisation does not work. Working days are counted only in a year whose holidays are known; otherwise every day counts, which is never later.

waymark.barrier: What stands in a child's way: in the law, the system, a service or an attitude, and which body is responsible. Never the child.

waymark.barrier.use_level: What the young person lets be done with it beyond their own record: not_asked and here_only, nothing; counted, counted among others; words, their words used without their name.

waymark.barrier_theme: What barriers are counted under, from which day to which. Holds nothing about a child.

waymark.behind_the_wall: Who may read what a child and their lawyer say to each other: people named one by one, with the child's agreement. No role is enough, a manager's neither. The privilege is the child's.

waymark.best_interests: A decision about a child in their best interests. It is finished only with every part of it, or with a dated reason and the day of the next attempt where the child could not be heard or told.

waymark.best_interests_dissent: Disagreement with a decision, the child's or somebody else's. It is kept for good, whatever is decided.

waymark.best_interests_heard: What the child says of a decision, in their words and their language; or why nobody could ask yet, and who tries next on which day. Nothing here is changed: what is said later stands beside it.

waymark.best_interests_option: A way open to the child that was considered, with what speaks for it and against it.

waymark.care_episode: A stretch of care under one legal status in one home, in the codes of the SSDA903 return. Where the home is, is kept apart (return_row, kept_apart).

waymark.care_episode.began_because: RNE. Codes and their meanings: src/domains/processes/codes.rules.ts. A code we do not know is kept as it was sent.

waymark.care_episode.said_in: The collection year of the return that first said so.

waymark.care_review: A review of the plan for a child's care. participation (PN0 to PN7): how the child took part.

waymark.case_audit: The audit of one record drawn in a round: whose work it is, who reads it, who reads it a second time. While it is not ended, those who read it reach the record and only read it.

waymark.case_audit_act_now: Something in a record that cannot wait: who acts, by when. Open until somebody says what was done.

waymark.case_audit_action: What is done about a finding, by whom, by when; done when its owner says so, over when somebody else has seen it.

waymark.case_audit_action.kind: learning: for everybody who does this work, not only for this child.

waymark.case_audit_agreed: Where two auditors differed and talked: what they agree now. Both readings stay as they were.

waymark.case_audit_answer: What an auditor found about one outcome of the framework (by its definition id) or one standing question.

waymark.case_audit_answer.code: yes, partly, no; or why neither can be said. Never nothing.

waymark.case_audit_eligible: The register of a round: each record that could be drawn, its place in the order the key gives (within its stratum, a team), and whether it was. Seen only by those who reach that child.

waymark.case_audit_feedback: Whether the child or their carer was asked what they think, and what they said, word for word. Declining is a right.

waymark.case_audit_finding: Something to put right or learn from, about one outcome or one standing question. Closes only when an action was taken and somebody else has seen that it was.

waymark.case_audit_outcome: The outcomes a round looks at: the same definition ids that check-ins answer.

waymark.case_audit_reading: One auditor's reading of one record. Theirs alone until shared; a second auditor reads blind.

waymark.case_audit_reading.grade: A word, when somebody wants one. Beside the text, never made into a number, never counted, never by worker or team.

waymark.case_audit_reading.facts: What the record held when the reading was shared, computed from it and not typed.

waymark.case_audit_reflection: What the allocated practitioner thinks of their own work, written before they see what an auditor wrote. Theirs alone until they share it.

waymark.case_audit_round: One round of case audit: what is asked, of which records, and how they were drawn. Holds nothing about a child.

waymark.case_audit_round.principles: Codes of the principles of that framework version the round looks at.

waymark.case_audit_round.eligible_count: How many records could have been drawn. Which they are is in case_audit_eligible, for whoever reaches each.

waymark.case_audit_round.sampling_key: With the eligible record ids it gives the sample: the records whose HMAC-SHA-256 of the id under this key comes first. Kept, so that anybody may draw it again.

waymark.check_in: One time somebody said how things are. Each voice is a row of its own; no row, view or function merges voices.

waymark.check_in.author_id: Whose account wrote it. Nobody only for what a young person said before they had an account.

waymark.check_in.said_by_name: For a carer's view, written down by a worker: who said it.

waymark.check_in.status: A draft, and one thrown away, is its author's alone. Shared follows the child. Withdrawn: that it was shared stays visible, the words are its author's again.

waymark.check_in.chosen: The outcomes chosen as mattering now. An outcome chosen and never answered becomes 'skipped' when it is shared.

waymark.check_in_answer: What was said of one outcome: a state, or the reason why there is none. Exactly one of the two, never nothing.

waymark.check_in_answer.state: A word, never a number. The order in which a page draws states says nothing of how far apart they are, and changes_a_lot is beside them, not above.

waymark.check_in_answer.words: Verbatim, in the language named beside them. Kept as they were said; never edited once shared.

waymark.check_in_answer.taken_out: Taken out again before sharing: nobody but the author ever sees it.

waymark.check_in_answer.private_to: Earlier versions were drafts, and stay this person's own.

waymark.check_in_influence: What helps or gets in the way, and where it is: a person, a service, the system, the law. Never defaults to the child.

waymark.check_in_not_held: A check-in that was offered and declined (a right), or was not offered (the service's to answer for). So that nothing said is never just nothing.

waymark.check_in_occasion: A worker arranged a check-in: who is there, who interprets, where, why now. The young person's own part begins after it, on a device handed to them.

waymark.check_in_occasion.language: Tag of the language the young person chose for the words on the screen.

waymark.child: A child or young person we stand beside. Nothing here closes at 18.

waymark.child.person_id: The young person's own account, once they have one.

waymark.child.known_as: The name they go by. When not yet known, a neutral stand-in, and name_known is false.

waymark.child.say_it: How to say the name.

waymark.child_background: The background of a child in their own words, and the group of the 2021 census it is counted in, so that a difference in how children are met can be seen. Read by no rule about one child.

waymark.child_identifier: Numbers other systems know the child by.

waymark.child_key: What a child may be found by: folded names, sounds, days of birth, numbers. Made from the record by the children domain whenever a name, a claim or a number changes; holds nothing of its own.

waymark.child_key.keys: Each with its kind in front (src/domains/children/name-keys.rules.ts, child-keys.rules.ts).

waymark.child_language: What the child speaks, reads and writes, which they prefer for feelings, and which is never to be used.

waymark.child_language.for_feelings: The language the child prefers when it is about feelings.

waymark.child_language.never_use: The child does not want this language used with them.

waymark.child_name: Every name a child is met under, as written. script is ISO 15924. A name entered in error is ended, not removed.

waymark.chosen_framework: The framework a worker chose for check-ins with this child, of those in use. Without a row, or where it is no longer in use or no longer fits, the first that fits is used.

waymark.chosen_language: The language the young person chose for the words on their pages. Theirs to choose; a worker may choose it with them when a check-in is arranged.

waymark.clock: What is owed to a child: by a rule about something in the record, or something of our own that somebody promised. It shows who owes it; the child is never late.

waymark.clock.rule: The code of its rule. Null for an own clock, which says itself what is owed, by whom and by when.

waymark.clock.rule_id: The row of the rule it was counted by. Null while no rule of that code holds in its nation: then it only says since when it is owed.

waymark.clock.due_at: When the last day is over, or the last hour. Null while paused, and where no time is set.

waymark.clock.beyond_known: It was counted over a year whose bank holidays are not known, so that it may be later.

waymark.clock_correction: The event a clock counts from was another one, or at another time: what was held before, what is held now, why. Only added to.

waymark.clock_pause: A stretch in which a clock stood still, and why. Time in it is not counted.

waymark.clock_recount: Each time the clocks of an organisation were counted again after a rule or a bank holiday changed, and how far it came. One that was stopped goes on from there.

waymark.clock_recount.reached: The last clock that was counted again, in the order of their ids.

waymark.clock_rule: What is owed, by whom, from what event and within what time, in one nation, from which day to which, and where that is written. A row without an organisation is given with the product. A rule that changes is a new row from another day.

waymark.clock_rule.owed_by: Who owes it: a body or a part somebody has. Never the child.

waymark.clock_rule.starts_with: The event the time is counted from.

waymark.clock_rule.holidays: Whose bank holidays are no working days for whoever owes it.

waymark.clock_rule.force: duty: law or statutory guidance. target: what a body says it aims at. at_least: it lasts so long or longer. good_practice: what an organisation may set otherwise.

waymark.come_back: That a young person wants to talk to somebody again, in their words or without any. Never changed: what became of it is in its receipt.

waymark.complaint: What is not right, said by a young person or by somebody for them. A trigger names the independent person and the day; after that only a step changes it.

waymark.complaint.about_persons: People with an account it is about. They can neither see nor be given it.

waymark.complaint.kept_from: Whoever else the young person wants kept out.

waymark.complaint.file_id: What was spoken, drawn or photographed. Opened by the young person, and by independent people it is not about, through complaint_file alone.

waymark.complaint_clock: How long each stage of a complaint may take, by nation, from which day, and where that is written.

waymark.complaint_nation: Whose law an organisation answers complaints under. England until it is said.

waymark.complaint_outside: Whom a young person can turn to outside the organisation, by nation. Numbers are checked and renewed as new rows.

waymark.complaint_step: What was done about a complaint, who read it, and whether anything has been worse since. Only added to.

waymark.concern: What somebody saw or heard that worries them, in context. Stays as it was written; more is another concern.

waymark.concern.child_words: What the child said by themselves, word for word. Never asked for, never edited, never exported as a story.

waymark.concern.few_choices: What left the child with few choices: limited choices explain what a child does.

waymark.concern.state: As the newest decision says; set by that, and by nothing else.

waymark.concern_decision: Referred to the National Referral Mechanism, not referred, or written down in error, and why. The newest holds; those before it stay.

waymark.concern_decision.about_disagreement: Where the two looks differ: what the decision makes of that.

waymark.concern_indicator: Which prompts somebody ticked beside what they wrote. No rule and no count reads these.

waymark.concern_look: What a named person thinks, and why; and what a second one thinks. Both stay as they were written, the more so where they differ.

waymark.concern_response: How a body met the child: with help for a child, with criminal law, or otherwise. The earliest is the first response.

waymark.consent_use: The young person lets one thing be used for one purpose. Withdrawn, it is gone from every place of that use: whoever reads a used thing asks here.

waymark.contact_confirming: For how many days a way that was called safe counts as safe before it is asked again. The line with the latest from_day that has come is in force.

waymark.contact_rule: What was agreed about seeing and speaking with somebody, in plain words, who decided it and whether the young person agrees.

waymark.contact_safety: What one voice says of one way. Both voices are kept, each in its own row; the safer one counts.

waymark.contact_safety.state: safe; no_message: reach them, leave nothing behind; ask_first; do_not_use. Only "safe" and "no_message" grow old; a warning never does.

waymark.contact_safety.said_by: For a worker's line: who told them. A young person's own line is theirs.

waymark.contact_safety.confirmed_at: When this was last said to be so. Older than waymark.contact_confirming allows, it means "ask first".

waymark.contact_stop: Stop all contact now. In force until the voice that said it takes it back: a young person's only by them, a worker's only by a worker, since whoever holds the telephone might press "start".

waymark.contact_way: One way to reach a young person: one channel and one number, address, place or person. A number for calls and for texts is two ways.

waymark.correction: What a young person says is wrong or missing in their record, in their words, beside what it said then. Never changed and never taken away: it stays beside the line.

waymark.correction.it_said: The line as the young person read it.

waymark.correction.line_key: Which line of what a council sent (its day and kind), or which entry of somebody else's (its check-in), where no row of the record is the line.

waymark.correction_decision: What was decided about a correction, by whom and why. The newest stands; the earlier stay.

waymark.counted_wait: The clocks whose waits are counted, by the code of their rule, in the order they are shown. Holds nothing about a child.

waymark.credential: Passwords as argon2id, in PHC form. A demonstration password is printed by the demo command and never opens a real deployment.

waymark.cross_border_contact: Contact about a child with somebody in another country. With a consulate only when a manager other than whoever asks has signed how the child stays protected, and the child has said what they think.

waymark.date_of_birth_claim: What is said of when the child was born, by whom. Several may stand; none is "the" date. While any makes them under 18, they are treated as a child (Modern Slavery Act 2015 s51).

waymark.days_until: After how many days something is said to be overdue, from which day on. The newest that has begun holds. Holds nothing about a child.

waymark.demand_clash: Two demands that cannot both be met, or not without harm. Those of one day are found by themselves and kept here once somebody settled them; that two contradict each other is said by somebody.

waymark.demand_clash.first_id: A demand of a process, or an appointment of the calendar. The smaller id comes first.

waymark.deployment: One row: whether this database holds invented people for demonstration or real ones. The two never mix.

waymark.device_key: The key a young person's own phone is given while they are signed in, to keep what it could not send. The phone forgets it when they leave; nobody but they can have it.

waymark.due_to_child: What came of an entitlement for a child. Without a row, nobody has asked for it yet.

waymark.duty_fallback: The number that is always answered when nobody on the rota is there or has seen it, and after how many minutes the next is asked. The newest holds.

waymark.duty_notice: That somebody on the rota is told that they are needed, and what became of telling them. Holds no address and no words: the address is the one of their turn at the moment of sending. Told twice is better than not told: what may not have left is sent again.

waymark.duty_turn: Who is there for young people from when until when, on which number. Several at once stand in order: the first is asked first. A turn given up ends at the moment it is given up.

waymark.duty_turn.text_to: Where a text goes when they are asked. Without it, none goes.

waymark.duty_turn.email_to: Where a letter goes when they are asked. Without it, none goes.

waymark.entitlement: What is owed to whom, in which nation, from which age to which, from which day on; with the source and how sure we are. No row depends on a decision of the National Referral Mechanism. Holds nothing about a child.

waymark.entitlement.from_months: From this age on, in months.

waymark.exploitation_form: Forms of exploitation, each wording with the days on which it may be chosen. A wording is never changed: a new one begins and the old one ends, so that what was coded with it can still be read.

waymark.exploitation_form.organisation_id: A service's own addition; empty for the list that all share.

waymark.exploitation_form.near: For an own addition: the code of the shared list that stands nearest, for forms and figures that know only those.

waymark.exploitation_situation: One situation in which somebody exploited, or meant to exploit, the child. A child may have lived through several, in the UK, overseas or both; no field of immigration is part of it.

waymark.exploitation_situation.not_so_because: Written in error, or found not to be so: the row stays and says why.

waymark.feedback_on_us: Was I listened to, was I believed, was the interpreter right: asked of us, answered in words or with the reason why not. Read by an independent person and never by the worker it is about.

waymark.first_responder_setting: Whether an organisation is a first responder, as the Home Office lists it, or else who refers for it and how they are reached. The newest row holds.

waymark.framework: One outcome framework through all its versions. name and owner are as the last published version gives them.

waymark.framework_principle: The principles of a published version, in order, with their articles of the Convention on the Rights of the Child.

waymark.framework_version: One version, whole. A draft may be replaced; from the day it is live nothing in it changes, so that answers given under it stay readable. Never removed.

waymark.framework_version.notice: What must be said wherever the framework is shown.

waymark.framework_version.adult_labelled_for_under_18: Made for adults, and its owner says it is fit for people under 18 too.

waymark.framework_version.status: retired without published_at: a draft that was set aside.

waymark.framework_version.definition: The whole document (format waymark-framework-1). The columns beside it and the tables of outcomes are read out of it.

waymark.gallery_work: A young person shows one part of something they sent in one place, under one consent for the gallery. With the consent or this taken back, it is in no list and at no address.

waymark.gallery_work.consent_id: The consent it hangs on: when that is taken back, it never comes back with a later one.

waymark.group_member: Who took part. Known to them and those who lead; shown to nobody else, and counted nowhere.

waymark.group_session: A session that was held: what was talked about, what was decided because of it and what came of it, told back to everybody who took part. Names nobody.

waymark.guidance_text: What an organisation says on a topic of help, in the place of the text that comes with the product, which stays readable. The newest version of a topic stands; nothing is changed or removed.

waymark.guidance_text.owner_id: Who looks at it again by the day of its review.

waymark.guidance_text.in_use: False: the text that comes with the product stands again.

waymark.help_place: Places a young person can call or write to. Those without an organisation come with the product; an organisation adds its own, and can let one of its own stand instead of one that came.

waymark.help_place.code: Of a place that came with the product: its words are in the word catalogue, in every language.

waymark.help_place.on_bill: Whether a call is written on the phone bill. What stays on the phone is said on the page.

waymark.identification_indicator: Things to look for, each with its source and the days on which it is shown. A prompt, never a score: not all will be there, and having some proves nothing.

waymark.import_child: What a run does or would do with each child it names. record_id of a child to be opened is the id the record will have, so it refers to nothing yet.

waymark.import_refusal: A row that was not used, and why, to be given back to the council. Removed when the next return is previewed.

waymark.import_row: The usable rows of a previewed return, waiting for the person who sent it to say yes. Removed when they do or do not.

waymark.import_run: One return read in: previewed, then committed or discarded. A run that fails or is stopped leaves no row at all.

waymark.import_run.about: Files used and left out, notes, and warnings by kind, each with the first row it was met in. No child is named or numbered.

waymark.indicator: What would show an outcome. title is in the framework's own language; the document holds the others.

waymark.invitation: A young person asked personally, once. It stands on their own page and is sent nowhere.

waymark.invite_safety: Somebody who stands beside the child says that asking them personally is safe, until a day. A new one is a new row.

waymark.lead_appointment: Who leads young people's taking part, from when to when. Not a role: somebody who works here and is appointed. Nobody appoints themselves.

waymark.leaving_shown: That a young person has seen how to leave quickly, before anything else of theirs was opened.

waymark.ledger_step: The influence ledger: what was said, considered (with what weight, why), decided (by whom), replied, said back, what came of it. Only added to.

waymark.ledger_step.file_id: The answer spoken, beside its words and never instead of them.

waymark.legal_deadline: A day by which something has to be done in law, who set it, and which person or body has to do it. Never the child alone. What is advised about it is behind the wall, not here.

waymark.legal_help: Whether the young person has somebody for each area of law, whether they want one, and whether it is good, as they say. asylum: being safe in this country; papers: permission to stay; public: decisions of councils; crime; family: living with and seeing family here; reunion: family who are elsewhere.

waymark.linked_referral: The referral to the local authority, to the guardianship service of the nation, and to the National Referral Mechanism: prepared together, each with its own state. None waits for another.

waymark.loved_contact: Somebody of theirs, or a consulate, that staff would like to contact, and why, as the young person reads it. Made only when the young person said yes and a second person signed after that: a constraint says so.

waymark.loved_plan: The plan for what a young person said about people they love: when it is looked at again. What is in it are its steps and its contacts.

waymark.loved_step: Who does what by when, and what is told to the young person, by whom and when. The young person reads each.

waymark.meeting: A meeting a young person gets ready for with somebody. led_by answers for what came of it.

waymark.meeting_after: Did they talk about what I sent? Said by the young person after the meeting, once for each line.

waymark.meeting_line: One line for a meeting. A draft is the young person's alone. offered: somebody else suggested it. stands: the young person said so, and nobody else can.

waymark.mended_text: A text of the young person's pages as a speaker mended or checked it, beside the English it was made from. The newest for a place stands; nothing is changed or removed.

waymark.mended_text.state: How far it has come with this: a draft, a speaker's translation, checked by a second speaker, checked by young people.

waymark.missed_chance: A moment at which a child might have been seen, and was not, and what would have helped. The level names law, system, service or attitude; there is none for the child.

waymark.missed_chance_learning: What is learnt from a missed chance: who brings it into a training, by when, and in which training, on which day, for whom it was.

waymark.missing_period: A time a child was missing (kind M) or away without agreement (kind A), as the council told the Department for Education afterwards.

waymark.nation_holiday: Bank holidays by whose they are: days on which they are kept, substitute days and one-off holidays included. An organisation's own days off are in bank_holiday.

waymark.nation_holiday_year: The years whose bank holidays are known, by whose they are. A clock that is counted over another year says that it may be later.

waymark.notice: That a young person is to be told "you have something new". Holds no address and no words: both are looked up at the moment of sending, and so is whether it is safe.

waymark.notice.status: not_known: it may have left, so it is never sent again.

waymark.notice_wish: Whether the young person wants to be told that something is new, about what, by which way, and when never. Nobody but they may switch it on. Without a row: nothing is sent.

waymark.nrm_answer: One answer to one field of the form, by the form's own id of the field. Empty when it was looked at and left empty.

waymark.nrm_answer.came_from: Where on the record it was read, as the page says it. Null when somebody wrote it for this referral.

waymark.nrm_decision: A decision of the competent authority on a referral, never before it. One written by mistake is set aside, with why.

waymark.nrm_decision.kind: both_at_once: reasonable and conclusive grounds on one day, as the local panels of the devolved pilot may. other: what is no decision on grounds.

waymark.nrm_decision.again: The decision was made again after somebody asked for it to be looked at again (a reconsideration).

waymark.nrm_evidence: A document that goes with a referral: which stored_file, what it is, and of which day. Kept as it came, since it is evidence.

waymark.nrm_referral: One referral to the National Referral Mechanism. Waymark prepares it; a person sends it on the Home Office's own form and writes the reference here.

waymark.nrm_referral.form_commit: Which version of the Home Office's form it was begun under.

waymark.nrm_referral.no_names_why: Why words that look like somebody's name in the account are not one, in the words of whoever asked for the review.

waymark.nrm_referral.by_panel: A local panel decides (devolved decision-making pilot): under 18 by more than 100 days, in a site of the pilot.

waymark.nrm_review: What a colleague found who read the whole referral. Never whoever asked for the review or wrote an answer. Only added to.

waymark.nrm_view: What the child was told about the referral, and what they say of it. Their consent is not needed for a referral; their view is asked and kept.

waymark.nrm_view.pack_given_on: The day they were given the information pack for their age (First Responder Toolkit, April 2026, footnote 3).

waymark.one_time_code: The authenticator app of an account (TOTP, RFC 6238).

waymark.one_time_code.sealed_secret: Sealed under a key kept outside the database: a copy of this table makes no codes.

waymark.one_time_code.last_step: The 30-second step of the last code taken. A code is taken once.

waymark.opportunity: A session, group or consultation that every young person of the organisation can come to: with its thanks or payment, and what came of the last one.

waymark.opportunity.last_time: What came of the last one, or that this is the first. Never left out.

waymark.opportunity_answer: What a young person says to it. Read by them and those who lead, and counted nowhere. Taken back: theirs alone.

waymark.opportunity_reply: What a lead tells a young person who wanted to know more. Only added to.

waymark.organisation: A council, charity or service that uses Waymark. Holds nothing about a child.

waymark.organisation_file: A recording that is about no child and belongs to an organisation: made anew before it was kept, its bytes sealed in organisation_file_piece, as stored_file does it.

waymark.organisation_file_piece: A quarter of a megabyte of it at most, sealed by itself. Never changed.

waymark.outcome: An outcome of a published version. The code is shared by all versions of a framework; the id belongs to this one.

waymark.outcome.level: outcome: how life is; experience: how people and services treat the young person; output: what a service did. Never mixed in one figure.

waymark.outcome.child_only: Only the young person can say how this is; nobody else is asked.

waymark.outcome_principle: Under which principles an outcome stands: one or more.

waymark.outcome_wording: The words of an outcome in one language. Each string has come its own way, from draft to reviewed by young people.

waymark.outcome_wording.explanation: Said or asked to the young person.

waymark.outcome_wording.practice: For workers.

waymark.own_goal: What the young person wants, in their own words. It may pause, change, come back, be reached or be let go. There is no term and no target date.

waymark.own_goal.outcome_code: The outcome it belongs to in the young person's mind, when they said so. A code, shared by versions of a framework.

waymark.own_goal_event: What became of a goal, and what the young person said about it then.

waymark.own_meaning: What a word (home, family, childhood, recovery) means to this child. Shown to anyone who writes about it.

waymark.own_setting: How a young person's own pages are for them. Read and changed by them alone.

waymark.own_setting.level: How much they want to decide on one page: the main things, each kind of thing, each kind and each person. Theirs to change at any time; no birthday changes it.

waymark.own_view_of_person: How the young person sees somebody: helps, worries, both, or would rather not say. Kept apart from what any agency thinks; neither overwrites the other.

waymark.own_view_of_person.private_to: The young person, while they keep this to themselves. Null once they let the people beside them read it; never read by the person it is about.

waymark.page_language: Whether an organisation offers its young people their pages in a language. English is always offered. A language with an untranslated text is never switched on.

waymark.passkey: WebAuthn credentials. Public keys only; the private key never leaves the person's device.

waymark.passkey.counter: Signatures the authenticator says it has made. It never goes back; a copied one would.

waymark.passkey_challenge: Random questions asked of authenticators, removed as they are answered. person_id is set when a passkey is being added or is the second factor.

waymark.person: Somebody with an account, young people included. A system account is how the command line acts for an organisation; it cannot sign in.

waymark.person.ended_at: When the account was closed. Never deleted: what the person did stays attributed to them.

waymark.person_away: Days on which somebody of the staff does not answer. Never why.

waymark.person_who_matters: People who matter to the child, as the child sees them. No addresses or numbers.

waymark.person_who_matters.trusted_adult: The child chose this adult as one they trust. Needs nobody's approval.

waymark.person_who_matters.staff_id: Set when this person also has an account as staff. They never read what the young person, or the agency, says of them.

waymark.person_who_matters.carer: This person looks after the young person where they live. What is said of them is not for their eyes.

waymark.person_who_matters.language: The language who_they_are and why are written in.

waymark.photo_of_somebody: Which stored_file is the photo that a young person placed on somebody of theirs. Theirs alone, until they let their view of that person be read.

waymark.photo_of_somebody.private_to: The young person, whose the photo stays. Others see it only through photo_is_open.

waymark.photo_of_somebody.taken_away_at: Set when they took it away, or placed another. From then on it is served to nobody, themselves included.

waymark.pin_device: A device that opens with a PIN. It takes both: the secret in that device's cookie, of which a hash is kept, and the PIN. After five wrong tries the device is forgotten.

waymark.pin_device.pin_hash: argon2id over a keyed hash of the PIN: without the key outside the database, six figures cannot be tried out.

waymark.place_of_learning: Where the child learns or learned, from when to when. A worker or the young person writes it. No address.

waymark.place_of_learning.name: What the place is called. It tells where a child is on a weekday: never exported, never counted.

waymark.place_of_learning.ended_at: Taken off the record, because it was entered in error. ended_on is when learning there ended.

waymark.plan: A plan for a child, by a template. Its author never approves it.

waymark.plan_action: What somebody does, for which goal, by when: one owner. An action of an agency cites a joint objective. The owner may be late; the child never is.

waymark.plan_conflict: Where an agency's own aim goes against a joint objective. The chair of the plan sees it, and somebody says how it was settled.

waymark.plan_goal: What a plan is for: a goal of the young person, or an objective shared by everybody (joint). The outcome is the one that check-ins ask about, by the same id.

waymark.plan_head: A head of a template, in order. A plan is approved only when every required head is filled.

waymark.plan_plain: The same head in plain words for the young person, in a language they read.

waymark.plan_said: What the young person says of a plan, proposes, agrees or disagrees with, in their words. Kept for good; only the answer is added.

waymark.plan_template: What a kind of plan must say in a nation, from a day. Dated data with its source: a new law is a new version, and a plan keeps the version it was written under.

waymark.plan_text: What a plan says under a head, in full, for the meeting. Not for a young person's own pages, which others may look at.

waymark.process: Something that is decided or done about a young person: what it is, where it is now, what comes next, who decides. Written for the young person to read.

waymark.process.decides: Who decides: a person or a body, in plain words.

waymark.process.owner_id: Who on our side keeps this up to date. They are asked when it goes stale.

waymark.process.ask: Whom the young person can ask, when that is somebody else than the owner.

waymark.process.waiting_since: Since when the young person has been waiting.

waymark.process.next_on: The next day that is known of.

waymark.process.told_on: The day the young person was told of the last change.

waymark.process.confirmed_at: When somebody last changed this or said that it still holds. Older than days_until(process_stale), it says so on the young person's page.

waymark.process.system: Which system the process belongs to. Where nobody said, it follows from the kind.

waymark.process.named_person: The person in the body that decides whom one can speak to. The body itself is in decides.

waymark.process.ring: How that person or body is reached.

waymark.process_demand: What a process asks of the child on a day: to be somewhere, to answer, to hand something in.

waymark.process_kind: The kinds of process there are, from which day to which. What a young person calls each is in the catalogue of their words, by the same code. Holds nothing about a child.

waymark.process_text: The words of a process in another language, beside the first and marked by whom. of_version is the version of the process they were put from: older ones say so.

waymark.process_wait: A stretch of waiting for a decision. It runs on whatever else happens in the process, and ends only by a decision, or when the process is over without one.

waymark.protection_step: A strategy discussion, a guardian or key worker, a safe place: who was asked, since when, and since when it is in place. Waits for no referral and no decision.

waymark.pseudonym_key: The key under which an organisation's pseudonyms are made. No page reads it: whoever has a file cannot find the person again without the database. Holds nothing about a child.

waymark.receipt: That something was sent, who answers it, and by when. Holds no words. A trigger names the person and the day; after that only a step in the ledger changes it.

waymark.receipt.subject: What kind of thing was sent. A function waymark.subject_NAME(id, child) says whether it stands; without one no receipt is opened.

waymark.receipt.chosen_id: Whom the young person asked to answer.

waymark.receipt.kept_to: When the young person chose who gets it: only they, and whoever answers among them, read and write the ledger of it. Null: everybody beside them.

waymark.receipt.not_to: Who is never asked to answer it and never sees it.

waymark.receipt.round: Goes up when the young person says that it is not answered yet.

waymark.recovery_code: Codes for when the second factor is lost, each taken once. 80 random bits, so a plain SHA-256 keeps them.

waymark.register_release: The ledger of pictures of the register of identification, as they were released after disclosure control. Insert only. Holds nothing about one child.

waymark.reply_promise: How long a young person waits for an answer at most, from which day. A row without an organisation is the default. worse_check: how soon an independent person asks whether anything is worse. Never changed: a new promise is a new row.

waymark.return_row: A row of a return that has no table of its own yet, so that nothing a council sent is lost.

waymark.return_row.natural_key: What tells it from the child's other rows of that file: a day, a year, or nothing.

waymark.return_row.facts: Days as 2018-03-31 and codes as today's return writes them.

waymark.return_row.as_sent: The values of the row as the council wrote them.

waymark.return_row.private_to: Set on rows kept apart: where a child lives, and whether they came unaccompanied. Managers of the council, auditors and the command line read those; row_history gives their earlier versions to this person only.

waymark.review_check: That somebody of the organisation looked whether a text or a place of help still holds, and how. Whoever looked last owns it. Only added to.

waymark.review_check.about: The code of a text, or the id of a place.

waymark.review_clock: How many days a text or a place of help may stand unchecked, from which day. A row without an organisation is the default. Never changed: a new clock is a new row.

waymark.reviewer_appointment: Who reads complaints and what young people say of us, from when to when. Not a role: somebody who works here and is appointed. Nobody appoints themselves.

waymark.row_history: Every earlier version of every record row, kept by trigger. changed_by wrote that version; replaced_by wrote the next.

waymark.row_history.private_to: When set, only this person may read it (a young person's draft).

waymark.safety_asking: For how many days nobody may have asked somebody of 16 to 21 how safe things are before staff are shown it. The line with the latest from_day that has come is in force.

waymark.sent_form: Forms that were carried out, so that the same form with the same content is not carried out again. Only a keyed hash of the content; forgotten after thirty days.

waymark.sent_form.once: Made with the form. What is sent again with other content is another form.

waymark.session: Somebody's presence in the product. Only a hash of the token is kept.

waymark.session.holding: State of the device, such as being handed to a young person for a check-in. Never anything typed.

waymark.session.passed_factor: The second factor was shown in this sign-in, and something else still stands before it is complete.

waymark.session.idle_minutes: Ends after so many minutes without a request. Set when it begins: shorter for a young person, shortest on a device that is not theirs.

waymark.session.longest_minutes: Ends after so many minutes, whatever happens.

waymark.session.borrowed: The young person said that the device is not theirs: nothing is left on it.

waymark.session_quote: Something a young person said in a group, written by the lead. Until they say yes it is for the two of them; the level is theirs: this group, the organisation, everybody. Each level holds those before it.

waymark.sessions_ended: Each time a worker signed a young person out everywhere: who, when, and why as a code. The young person is told when they come back.

waymark.sessions_ended.told_at: When the young person saw it.

waymark.setting_suggestion: What a worker suggests about a young person's settings. It changes nothing until they say yes themselves.

waymark.sharing_choice: Who, of those who reach their record, sees a kind of thing: everyone (as without a row), some people by name, nobody but themselves. What they chose is read by them alone; others only learn what they themselves are not shown.

waymark.sharing_choice.people: The people they chose, by account. Somebody new beside them is not among them until they say so.

waymark.shown_line: A worker's note beside a line that the young person may read, as it stood at that version. A note that changes is looked at again first.

waymark.sign_in_attempt: For limits on guessing. Holds a keyed hash of what was typed as the user name, whether or not such an account exists.

waymark.situation_element: Act, means and purpose of a situation, each looked at by itself, with what it rests on (Slavery and Human Trafficking (Definition of Victim) Regulations 2022, reg 3). Of a child at the time the means are not required (reg 3(5)(b)).

waymark.situation_form: The forms of a situation, by the wording it was coded with.

waymark.somebody_now: A young person pressed "I need somebody now". Holds no words. Who is asked follows from the rota; after that only a step changes it.

waymark.somebody_now_step: Who was asked and when, who saw it, what was done. Only added to. Asked without a person: the number that is always answered.

waymark.staff_photo: A photo of a member of staff, placed and taken away by themselves, for the young people they stand beside. Small enough to be one sealed piece. Holds nothing about a child.

waymark.staff_photo.sealed_key: The photo's own key, sealed as that of a stored_file.

waymark.staff_photo.taken_away_at: Set when they took it away, or placed another. From then on it is served to nobody, themselves included.

waymark.stage_release: The ledger of pictures of taking part by stage, as they were released after disclosure control. Insert only. Holds nothing about one child.

waymark.stage_release.on_day: The day the stages are worked out for: the day it was made, or the last of a year that is over.

waymark.stage_release.figures: Figures by name after disclosure control; null where a number is hidden. What is hidden is not here at all.

waymark.statement: One thing a young person says, in one or more parts. Holds who, when and how it was said, never what.

waymark.statement.status: A draft, and one thrown away, is the young person's alone. Withdrawn: that it was sent stays visible to those it was for, what it says is theirs alone again.

waymark.statement.language: Tag of the language of the words on the screen.

waymark.statement.private_to: Earlier versions are the young person's own.

waymark.statement.about: What it was begun about, when the young person chose that first. Never changed.

waymark.statement_beside: What somebody wrote down of a recording, or put into another language. Beside what was said, never instead of it, and never changed: a better one is another row.

waymark.statement_beside.made_by_who: Who heard or translated it, as a name or a role; for a machine, which one.

waymark.statement_not_said: The young person says of what stands beside: that is not what I said. Kept beside it.

waymark.statement_opening: Who opened it, and when first. The young person reads this. Every opening is also in the audit.

waymark.statement_part: What was said, as it was given: words, cards in their order, or a file. Never changed once sent.

waymark.statement_part.taken_out: Taken out again before sending: nobody but the young person ever sees it.

waymark.statement_part.asks: Which question this part was made for. None has to be answered.

waymark.statement_passed_on: Opened to somebody the young person did not choose, because somebody may get badly hurt or nobody who got it is left. With the reason in words, which the young person reads.

waymark.statement_recipient: Somebody the young person chose to get it. Taken out: no longer theirs to see, from that moment.

waymark.statistics_release: The ledger of pictures of an area: every set of figures ever released, as it was released. Insert only, so that repeat releases can be audited against each other. Holds nothing about one child.

waymark.statistics_release.year_from: The 1 April on which the reporting year begins.

waymark.statistics_release.figures: Figures by name after disclosure control; null where a number is hidden. What is hidden is not here at all.

waymark.statistics_release.policy: The disclosure policy in force when the figures were made.

waymark.stored_file: A picture or a sound, without anything that was hidden in it: made anew before it was kept. Or a document that is evidence, kept as it came and only ever downloaded. Its bytes are in stored_file_piece, sealed.

waymark.stored_file.sealed_key: The file's own key, sealed under the installation's key of that id (AES-256-GCM: nonce, tag, key).

waymark.stored_file.scan: not_scanned: no scanner is set up, and readers are told. waiting: one is set up and did not answer; nobody opens the file until it has.

waymark.stored_file_piece: A quarter of a megabyte of a file at most, sealed by itself, so that a part can be read without the whole. Never changed.

waymark.taking_part_wish: Whether a young person asked not to be asked. Theirs alone to say.

waymark.team: A team within an organisation. A manager with a team sees that team's children; without one, the organisation's.

waymark.text_recording: A text of the young person's pages as somebody spoke it. Young people of the organisation hear the newest for a place that was checked, was not put aside, and was made of exactly the text shown. A new one stands beside; nothing is removed.

waymark.text_recording.spoken: The text as it stood when it was recorded. When the text changes, the recording is not offered any more.

waymark.text_recording.speaker_agreed: Whoever added it says that the speaker agreed to be heard by the organisation's young people. Without that nothing is kept.

waymark.text_recording_act: A second speaker checked the recording; or somebody put it aside, because it is not right or the speaker does not agree any more. What is put aside stays kept and is heard by no young person.

waymark.trusted_answer: Whether the young person wants to be asked about an adult they trust. not_now is respected until they say ask_me.

waymark.trusted_time: From when to when somebody was an adult the young person trusts. Written by trigger, whoever changes person_who_matters, so that no way of choosing leaves a gap.

waymark.voice_stage: What each stage means, who defined it, from which day, and how sure that is. The newest row of a stage not after the day holds. Before has no rule: no record holds it yet.

waymark.voice_stage.near: The stage of BETR it stands nearest to. BETR was made for adults; the two are not the same.

waymark.wait_release: The ledger of pictures of waits, as they were released after disclosure control. Insert only. Holds nothing about one child.

waymark.wait_release.on_day: The day up to which the waits that began in the year were followed.

waymark.waiting_words: What the child says that waiting does, word for word. Only theirs: nobody else writes what it does to them. What they said before is in the history.

waymark.walled_note: What is privileged between a child and their lawyer. Read and written only by people named in behind_the_wall, and by the child. Never searched, exported, counted or extracted.

waymark.way_in_code: Codes that somebody beside a young person showed them, each for one use and a few minutes. Only a keyed hash is kept.

waymark.way_in_code.code_hash: HMAC under a key kept outside the database: twelve figures could be tried out, a copy of this table gives none away.

waymark.way_to_reach: How and when the young people a worker stands beside can reach them at work, and whom to ask meanwhile. Written by the worker; holds nothing about a child.

waymark.word_given: That somebody asked how things are, because the young person wanted it. Never what was said.

waymark.word_wish: How often a young person wants to be asked how things are once nobody stands beside them. Only they choose; no line means never.

waymark.wording_advice: A wording that somebody was advised to look at again after saving, and what became of it: changed, kept with a reason, or left. Only who wrote it sees it; others see counts.

waymark.wording_advice.batch: All advice of one form that was saved.

waymark.wording_advice.words: The words found, and nothing around them.

waymark.wording_advice.change_at: Where the text can be changed; null when what was said cannot be taken back.

waymark.wording_look: One row for each text of staff that was looked at when it was saved: on which day, and which phrases were found. It names nobody: neither who wrote, nor about whom. Only added to, and read only as counts.

waymark.wording_phrase: What an organisation changed in the list of wordings that comes with the product: a phrase of its own, or one of the list turned off, on, or worded anew. The newest version of a code stands; nothing is changed or removed.

waymark.wording_phrase.ways: How the phrase is written, one pattern each. Empty for a phrase of the list whose own patterns stand.

waymark.wording_phrase.because: Why the service changed it. Shown with every version.

waymark.worker_episode: How long a child had the same social worker. worker is the number the worker is registered under.
