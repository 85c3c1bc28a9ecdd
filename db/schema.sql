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

table waymark.credential
  person_id uuid not null
  password_hash text not null
  demonstration boolean not null default false
  must_change boolean not null default false
  changed_at timestamp with time zone not null default now()

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

table waymark.deployment
  only_one boolean not null default true
  kind text not null
  created_at timestamp with time zone not null default now()

table waymark.import_child  -- row-level security forced
  run_id uuid not null
  child text not null
  child_id uuid not null
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

table waymark.organisation
  id uuid not null default gen_random_uuid()
  code text not null
  name text not null
  invented boolean not null default false
  created_at timestamp with time zone not null default now()

table waymark.own_meaning  -- row-level security forced
  id uuid not null default gen_random_uuid()
  child_id uuid not null
  word text not null
  meaning text not null
  language text not null default 'en'::text
  version integer not null default 1
  changed_by uuid default waymark.actor_id()
  changed_at timestamp with time zone not null default clock_timestamp()

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

table waymark.sign_in_attempt
  id bigint not null generated always as identity
  at timestamp with time zone not null default now()
  user_name_hash bytea not null
  address inet
  succeeded boolean not null

table waymark.team  -- row-level security
  id uuid not null default gen_random_uuid()
  organisation_id uuid not null
  name text not null

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

waymark.allocation: allocation_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.allocation: allocation_ended_why_check CHECK ((length(ended_why) <= 500))

waymark.allocation: allocation_part_check CHECK ((part = ANY (ARRAY['key_worker'::text, 'social_worker'::text, 'guardian'::text, 'personal_adviser'::text, 'advocate'::text, 'reviewing_officer'::text, 'other'::text])))

waymark.allocation: allocation_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.allocation: allocation_pkey PRIMARY KEY (id)

waymark.allocation: ends_after_start CHECK (((ended_on IS NULL) OR (ended_on >= started_on)))

waymark.audit_entry: audit_entry_action_check CHECK (((length(action) >= 1) AND (length(action) <= 100)))

waymark.audit_entry: audit_entry_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'invalid'::text, 'not-found'::text, 'refused'::text, 'failed'::text])))

waymark.audit_entry: audit_entry_pkey PRIMARY KEY (id)

waymark.audit_seal: audit_seal_pkey PRIMARY KEY (id)

waymark.audit_unsealed: audit_unsealed_pkey PRIMARY KEY (entry_id)

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

waymark.child: child_known_as_check CHECK (((length(known_as) >= 1) AND (length(known_as) <= 200)))

waymark.child: child_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES waymark.person(id)

waymark.child: child_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.child: child_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.child: child_person_id_key UNIQUE (person_id)

waymark.child: child_pkey PRIMARY KEY (id)

waymark.child: child_say_it_check CHECK ((length(say_it) <= 200))

waymark.child: child_team_id_organisation_id_fkey FOREIGN KEY (team_id, organisation_id) REFERENCES waymark.team(id, organisation_id)

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

waymark.credential: credential_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.credential: credential_pkey PRIMARY KEY (person_id)

waymark.date_of_birth_claim: date_of_birth_claim_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.date_of_birth_claim: date_of_birth_claim_note_check CHECK ((length(note) <= 500))

waymark.date_of_birth_claim: date_of_birth_claim_pkey PRIMARY KEY (id)

waymark.date_of_birth_claim: date_of_birth_claim_precision_check CHECK (("precision" = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'range'::text])))

waymark.date_of_birth_claim: date_of_birth_claim_source_check CHECK ((source = ANY (ARRAY['child_says'::text, 'family_says'::text, 'document'::text, 'council_record'::text, 'age_assessment'::text, 'assigned'::text, 'other'::text])))

waymark.date_of_birth_claim: day_is_one_day CHECK ((("precision" <> 'day'::text) OR (earliest = latest)))

waymark.date_of_birth_claim: earliest_before_latest CHECK ((earliest <= latest))

waymark.deployment: deployment_kind_check CHECK ((kind = ANY (ARRAY['demonstration'::text, 'real'::text])))

waymark.deployment: deployment_only_one_check CHECK (only_one)

waymark.deployment: deployment_pkey PRIMARY KEY (only_one)

waymark.import_child: import_child_matched_by_check CHECK ((matched_by = ANY (ARRAY['number'::text, 'upn'::text])))

waymark.import_child: import_child_outcome_check CHECK ((outcome = ANY (ARRAY['opened'::text, 'changed'::text, 'unchanged'::text])))

waymark.import_child: import_child_pkey PRIMARY KEY (run_id, child)

waymark.import_child: import_child_run_id_child_id_key UNIQUE (run_id, child_id)

waymark.import_child: import_child_run_id_fkey FOREIGN KEY (run_id) REFERENCES waymark.import_run(id) ON DELETE CASCADE

waymark.import_refusal: import_refusal_pkey PRIMARY KEY (run_id, n)

waymark.import_refusal: import_refusal_run_id_fkey FOREIGN KEY (run_id) REFERENCES waymark.import_run(id) ON DELETE CASCADE

waymark.import_row: import_row_pkey PRIMARY KEY (run_id, n)

waymark.import_row: import_row_run_id_fkey FOREIGN KEY (run_id) REFERENCES waymark.import_run(id) ON DELETE CASCADE

waymark.import_run: import_run_kind_check CHECK ((kind = 'ssda903'::text))

waymark.import_run: import_run_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.import_run: import_run_pkey PRIMARY KEY (id)

waymark.import_run: import_run_started_by_fkey FOREIGN KEY (started_by) REFERENCES waymark.person(id)

waymark.import_run: import_run_state_check CHECK ((state = ANY (ARRAY['previewed'::text, 'committed'::text, 'discarded'::text])))

waymark.import_run: import_run_year_check CHECK (((year >= 1990) AND (year <= 2200)))

waymark.missing_period: ends_after_beginning CHECK (((ended_on IS NULL) OR (ended_on >= began_on)))

waymark.missing_period: missing_period_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.missing_period: missing_period_child_id_organisation_id_began_on_key UNIQUE (child_id, organisation_id, began_on)

waymark.missing_period: missing_period_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.missing_period: missing_period_pkey PRIMARY KEY (id)

waymark.missing_period: missing_period_said_in_check CHECK (((said_in >= 1990) AND (said_in <= 2200)))

waymark.organisation: organisation_code_check CHECK ((code ~ '^[A-Z0-9][A-Z0-9-]{1,19}$'::text))

waymark.organisation: organisation_code_key UNIQUE (code)

waymark.organisation: organisation_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))

waymark.organisation: organisation_pkey PRIMARY KEY (id)

waymark.own_meaning: own_meaning_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.own_meaning: own_meaning_meaning_check CHECK (((length(meaning) >= 1) AND (length(meaning) <= 5000)))

waymark.own_meaning: own_meaning_pkey PRIMARY KEY (id)

waymark.own_meaning: own_meaning_word_check CHECK (((length(word) >= 1) AND (length(word) <= 60)))

waymark.person: person_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))

waymark.person: person_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.person: person_pkey PRIMARY KEY (id)

waymark.person: person_role_check CHECK ((role = ANY (ARRAY['young_person'::text, 'practitioner'::text, 'guardian'::text, 'manager'::text, 'analyst'::text, 'administrator'::text, 'auditor'::text, 'system'::text])))

waymark.person: person_team_id_organisation_id_fkey FOREIGN KEY (team_id, organisation_id) REFERENCES waymark.team(id, organisation_id)

waymark.person: person_user_name_check CHECK (((user_name = lower(user_name)) AND ((length(user_name) >= 3) AND (length(user_name) <= 100))))

waymark.person: person_user_name_key UNIQUE (user_name)

waymark.person_who_matters: person_who_matters_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.person_who_matters: person_who_matters_chosen_by_check CHECK ((chosen_by = ANY (ARRAY['child'::text, 'someone_else'::text])))

waymark.person_who_matters: person_who_matters_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))

waymark.person_who_matters: person_who_matters_pkey PRIMARY KEY (id)

waymark.person_who_matters: person_who_matters_who_they_are_check CHECK (((length(who_they_are) >= 1) AND (length(who_they_are) <= 200)))

waymark.person_who_matters: person_who_matters_why_check CHECK ((length(why) <= 2000))

waymark.return_row: return_row_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.return_row: return_row_child_id_organisation_id_file_natural_key_key UNIQUE (child_id, organisation_id, file, natural_key)

waymark.return_row: return_row_file_check CHECK (((length(file) >= 1) AND (length(file) <= 40)))

waymark.return_row: return_row_natural_key_check CHECK ((length(natural_key) <= 100))

waymark.return_row: return_row_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.return_row: return_row_pkey PRIMARY KEY (id)

waymark.return_row: return_row_private_to_fkey FOREIGN KEY (private_to) REFERENCES waymark.person(id)

waymark.return_row: return_row_said_in_check CHECK (((said_in >= 1990) AND (said_in <= 2200)))

waymark.row_history: row_history_pkey PRIMARY KEY (id)

waymark.session: session_person_id_fkey FOREIGN KEY (person_id) REFERENCES waymark.person(id)

waymark.session: session_pkey PRIMARY KEY (id)

waymark.session: session_step_check CHECK ((step = ANY (ARRAY['second-factor'::text, 'signed-in'::text])))

waymark.session: session_token_hash_key UNIQUE (token_hash)

waymark.sign_in_attempt: sign_in_attempt_pkey PRIMARY KEY (id)

waymark.team: team_id_organisation_id_key UNIQUE (id, organisation_id)

waymark.team: team_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))

waymark.team: team_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.team: team_organisation_id_name_key UNIQUE (organisation_id, name)

waymark.team: team_pkey PRIMARY KEY (id)

waymark.worker_episode: ends_after_beginning CHECK (((ended_on IS NULL) OR (ended_on >= began_on)))

waymark.worker_episode: worker_episode_child_id_fkey FOREIGN KEY (child_id) REFERENCES waymark.child(id)

waymark.worker_episode: worker_episode_child_id_organisation_id_began_on_key UNIQUE (child_id, organisation_id, began_on)

waymark.worker_episode: worker_episode_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES waymark.organisation(id)

waymark.worker_episode: worker_episode_pkey PRIMARY KEY (id)

waymark.worker_episode: worker_episode_said_in_check CHECK (((said_in >= 1990) AND (said_in <= 2200)))

-- Indexes -----------------------------------------------------------------------------------

CREATE INDEX allocation_of_child ON waymark.allocation USING btree (child_id)

CREATE INDEX allocation_of_person ON waymark.allocation USING btree (person_id, child_id) WHERE (ended_on IS NULL)

CREATE INDEX audit_of_child ON waymark.audit_entry USING btree (child_id, at DESC) WHERE (child_id IS NOT NULL)

CREATE INDEX audit_of_organisation ON waymark.audit_entry USING btree (organisation_id, at DESC)

CREATE INDEX audit_of_shown ON waymark.audit_entry USING gin (shown)

CREATE INDEX child_by_known_as ON waymark.child USING btree (organisation_id, known_as, id)

CREATE INDEX child_identifier_of_child ON waymark.child_identifier USING btree (child_id)

CREATE INDEX child_key_by_key ON waymark.child_key USING gin (keys) WITH (fastupdate=off)

CREATE INDEX child_language_of_child ON waymark.child_language USING btree (child_id)

CREATE INDEX child_name_of_child ON waymark.child_name USING btree (child_id)

CREATE INDEX child_of_organisation ON waymark.child USING btree (organisation_id, id)

CREATE INDEX child_of_team ON waymark.child USING btree (team_id, id) WHERE (team_id IS NOT NULL)

CREATE INDEX date_of_birth_of_child ON waymark.date_of_birth_claim USING btree (child_id)

CREATE INDEX import_run_of_organisation ON waymark.import_run USING btree (organisation_id, started_at DESC)

CREATE UNIQUE INDEX one_meaning_for_a_word ON waymark.own_meaning USING btree (child_id, lower(word))

CREATE UNIQUE INDEX one_part_at_a_time ON waymark.allocation USING btree (child_id, person_id, part) WHERE (ended_on IS NULL)

CREATE INDEX person_of_organisation ON waymark.person USING btree (organisation_id, role)

CREATE INDEX person_who_matters_of_child ON waymark.person_who_matters USING btree (child_id)

CREATE INDEX row_history_of_child ON waymark.row_history USING btree (child_id, replaced_at DESC)

CREATE INDEX row_history_of_row ON waymark.row_history USING btree (table_name, row_id, version)

CREATE INDEX session_of_person ON waymark.session USING btree (person_id) WHERE (ended_at IS NULL)

CREATE INDEX sign_in_attempt_by_address ON waymark.sign_in_attempt USING btree (address, at DESC)

CREATE INDEX sign_in_attempt_by_name ON waymark.sign_in_attempt USING btree (user_name_hash, at DESC)

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

waymark.about_me: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = about_me.child_id))))

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

waymark.allocation: managers_allocate as restrictive for insert to waymark_app
  with check ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['manager'::text, 'system'::text])) OR ((person_id = ( SELECT waymark.actor_id() AS actor_id)) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE ((c.id = allocation.child_id) AND (c.opened_by = ( SELECT waymark.actor_id() AS actor_id)) AND (c.opened_at = now()))))))

waymark.allocation: managers_end as restrictive for update to waymark_app
  using (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['manager'::text, 'system'::text]))

waymark.allocation: reach_reads for select to waymark_reach
  using true

waymark.allocation: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = allocation.child_id))))

waymark.audit_entry: at_the_door for insert to waymark_door
  with check true

waymark.audit_entry: own_acts for insert to waymark_app
  with check (actor_id = ( SELECT waymark.actor_id() AS actor_id))

waymark.audit_entry: reach_reads for select to waymark_reach
  using true

waymark.audit_entry: sealer_reads for select to waymark_sealer
  using true

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

waymark.care_review: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = care_review.child_id))))

waymark.child: changed_by_those_who_may_write as restrictive for update to waymark_app
  using ( SELECT waymark.actor_may_write() AS actor_may_write)

waymark.child: door_reads for select to waymark_door
  using true

waymark.child: opened_for_own_organisation as restrictive for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (opened_by = ( SELECT waymark.actor_id() AS actor_id)) AND (opened_at = now()) AND (( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'manager'::text, 'system'::text])))

waymark.child: reach_reads for select to waymark_reach
  using true

waymark.child: within_reach for all to waymark_app
  using (((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['manager'::text, 'auditor'::text, 'system'::text])) AND (organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND ((( SELECT waymark.actor_team() AS actor_team) IS NULL) OR (team_id = ( SELECT waymark.actor_team() AS actor_team)))) OR (id = ANY (ARRAY( SELECT waymark.actor_children() AS actor_children))) OR ((opened_by = ( SELECT waymark.actor_id() AS actor_id)) AND (opened_at = now())))
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) OR (id = ANY (ARRAY( SELECT waymark.actor_children() AS actor_children))))

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

waymark.child_name: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = child_name.child_id))))

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

waymark.date_of_birth_claim: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = date_of_birth_claim.child_id))))

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

waymark.missing_period: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = missing_period.child_id))))

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

waymark.own_meaning: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = own_meaning.child_id))))

waymark.person: administrators_change_accounts for update to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = 'administrator'::text) AND (role <> ALL (ARRAY['young_person'::text, 'system'::text])))
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (role <> ALL (ARRAY['young_person'::text, 'system'::text])))

waymark.person: administrators_open_accounts for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (((( SELECT waymark.actor_role() AS actor_role) = 'administrator'::text) AND (role <> ALL (ARRAY['young_person'::text, 'system'::text]))) OR ((( SELECT waymark.actor_role() AS actor_role) = ANY (ARRAY['practitioner'::text, 'guardian'::text, 'manager'::text])) AND (role = 'young_person'::text))))

waymark.person: door_reads for select to waymark_door
  using true

waymark.person: keeper_makes_system_accounts for insert to waymark_keeper
  with check (role = 'system'::text)

waymark.person: keeper_reads_system_accounts for select to waymark_keeper
  using (role = 'system'::text)

waymark.person: people_one_works_with for select to waymark_app
  using ((id = ( SELECT waymark.actor_id() AS actor_id)) OR ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (role <> 'young_person'::text)) OR ((role <> 'young_person'::text) AND (EXISTS ( SELECT
   FROM waymark.allocation a
  WHERE (a.person_id = person.id)))) OR ((role = 'young_person'::text) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.person_id = person.id)))))

waymark.person: reach_reads for select to waymark_reach
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

waymark.person_who_matters: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = person_who_matters.child_id))))

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

waymark.return_row: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = return_row.child_id))))

waymark.row_history: history_follows_child for select to waymark_app
  using (((private_to IS NULL) OR (private_to = ( SELECT waymark.actor_id() AS actor_id))) AND (child_id IS NOT NULL) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = row_history.child_id))))

waymark.row_history: keeper_writes for insert to waymark_keeper
  with check true

waymark.team: administrators_make_teams for insert to waymark_app
  with check ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = 'administrator'::text))

waymark.team: administrators_rename_teams for update to waymark_app
  using ((organisation_id = ( SELECT waymark.actor_organisation() AS actor_organisation)) AND (( SELECT waymark.actor_role() AS actor_role) = 'administrator'::text))

waymark.team: teams_are_known for select to public
  using true

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

waymark.worker_episode: written_within_reach for insert to waymark_app
  with check (( SELECT waymark.actor_may_write() AS actor_may_write) AND (EXISTS ( SELECT
   FROM waymark.child c
  WHERE (c.id = worker_episode.child_id))))

-- Grants on tables and columns --------------------------------------------------------------

waymark.about_me: waymark_app may insert, select, update

waymark.allocation: waymark_app may insert, select, update

waymark.allocation: waymark_reach may select

waymark.audit_entry: waymark_app may insert

waymark.audit_entry: waymark_door may insert

waymark.audit_entry: waymark_reach may select

waymark.audit_entry: waymark_sealer may select

waymark.audit_seal: waymark_sealer may insert, select

waymark.audit_unsealed: waymark_keeper may insert

waymark.audit_unsealed: waymark_sealer may delete, select

waymark.care_episode: waymark_app may insert, select, update

waymark.care_review: waymark_app may insert, select, update

waymark.child: waymark_app may insert, select, update (known_as), update (name_known), update (person_id), update (say_it), update (team_id)

waymark.child: waymark_door may select (id), select (person_id)

waymark.child: waymark_reach may select

waymark.child_identifier: waymark_app may insert, select, update

waymark.child_key: waymark_app may insert, select, update

waymark.child_key: waymark_reach may select

waymark.child_language: waymark_app may insert, select, update

waymark.child_name: waymark_app may insert, select, update

waymark.credential: waymark_door may insert, select, update

waymark.date_of_birth_claim: waymark_app may insert, select, update

waymark.deployment: waymark_app may select

waymark.deployment: waymark_door may select

waymark.import_child: waymark_app may delete, insert, select

waymark.import_refusal: waymark_app may delete, insert, select

waymark.import_row: waymark_app may delete, insert, select

waymark.import_run: waymark_app may delete, insert, select, update (counts), update (finished_at), update (state)

waymark.missing_period: waymark_app may insert, select, update

waymark.organisation: waymark_app may select

waymark.organisation: waymark_door may select

waymark.organisation: waymark_keeper may select

waymark.organisation: waymark_reach may select

waymark.own_meaning: waymark_app may insert, select, update

waymark.person: waymark_app may insert, select, update

waymark.person: waymark_door may select

waymark.person: waymark_keeper may insert, select

waymark.person: waymark_reach may select

waymark.person_who_matters: waymark_app may insert, select, update

waymark.return_row: waymark_app may insert, select, update

waymark.row_history: waymark_app may select

waymark.row_history: waymark_keeper may insert

waymark.session: waymark_door may insert, select, update

waymark.sign_in_attempt: waymark_door may insert, select

waymark.team: waymark_app may insert, select, update

waymark.team: waymark_door may select

waymark.team: waymark_reach may select

waymark.worker_episode: waymark_app may insert, select, update

-- Functions ---------------------------------------------------------------------------------

-- owner waymark_door, may be run by everyone
CREATE OR REPLACE FUNCTION gate.actor_of_session(token_hash bytea, idle interval, absolute interval)
 RETURNS TABLE(session_id uuid, person_id uuid, name text, role text, organisation_id uuid, organisation_name text, team_id uuid, child_id uuid, step text, holding jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  s waymark.session;
begin
  select * into s from waymark.session x where x.token_hash = actor_of_session.token_hash and x.ended_at is null;
  if not found then return; end if;
  if s.created_at + absolute < now() or s.last_seen_at + idle < now() then
    update waymark.session x set ended_at = now(), ended_why = 'too long without use' where x.id = s.id;
    return;
  end if;
  if s.last_seen_at < now() - interval '1 minute' then
    update waymark.session x set last_seen_at = now() where x.id = s.id;
  end if;
  return query
    select s.id, p.id, p.name, p.role, p.organisation_id, o.name, p.team_id, c.id, s.step, s.holding
    from waymark.person p
    join waymark.organisation o on o.id = p.organisation_id
    left join waymark.child c on c.person_id = p.id
    where p.id = s.person_id and p.ended_at is null;
end $function$

-- owner waymark_owner, may be run by everyone
CREATE OR REPLACE FUNCTION gate.demonstration_accounts()
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select count(*) from waymark.credential c where c.demonstration $function$

-- owner waymark_owner, may be run by everyone
CREATE OR REPLACE FUNCTION gate.deployment_kind()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select d.kind from waymark.deployment d $function$

-- owner waymark_owner, may be run by everyone
CREATE OR REPLACE FUNCTION gate.migrations_run()
 RETURNS TABLE(name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select m.name from waymark.migration m $function$

-- owner waymark_door, may be run by everyone
CREATE OR REPLACE FUNCTION gate.person_of_token(token_hash bytea)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select s.person_id from waymark.session s where s.token_hash = person_of_token.token_hash $function$

-- owner waymark_reach, may be run by everyone
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

-- owner waymark_reach, may be run by everyone
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

-- owner waymark_owner, may be run by everyone
CREATE OR REPLACE FUNCTION waymark.actor_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('waymark.actor_id', true), '')::uuid $function$

-- owner waymark_owner, may be run by everyone
CREATE OR REPLACE FUNCTION waymark.actor_imports()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce((select waymark.actor_role()) in ('manager', 'system') and (select waymark.actor_team()) is null, false) $function$

-- owner waymark_reach, may be run by everyone
CREATE OR REPLACE FUNCTION waymark.actor_may_write()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select coalesce((select p.role in ('young_person', 'practitioner', 'guardian', 'manager', 'system') from waymark.person p where p.id = waymark.actor_id() and p.ended_at is null), false) $function$

-- owner waymark_reach, may be run by everyone
CREATE OR REPLACE FUNCTION waymark.actor_organisation()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select p.organisation_id from waymark.person p where p.id = waymark.actor_id() and p.ended_at is null $function$

-- owner waymark_reach, may be run by everyone
CREATE OR REPLACE FUNCTION waymark.actor_role()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select p.role from waymark.person p where p.id = waymark.actor_id() and p.ended_at is null $function$

-- owner waymark_reach, may be run by everyone
CREATE OR REPLACE FUNCTION waymark.actor_team()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select p.team_id from waymark.person p where p.id = waymark.actor_id() and p.ended_at is null $function$

-- owner waymark_keeper, may be run by everyone
CREATE OR REPLACE FUNCTION waymark.audit_queue()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ begin insert into waymark.audit_unsealed values (new.id); return null; end $function$

-- owner waymark_owner, may be run by everyone
CREATE OR REPLACE FUNCTION waymark.audit_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin raise exception 'audit entries and seals are never changed or removed'; end $function$

-- owner waymark_keeper, may be run by everyone, waymark_keeper
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

-- owner waymark_reach, may be run by everyone, waymark_reach
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

-- owner waymark_owner, may be run by everyone
CREATE OR REPLACE PROCEDURE waymark.hold_for_child(IN held regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', held);
  execute format('alter table %s force row level security', held);
  execute format('create policy follows_child on %s for select to waymark_app using (exists (select from waymark.child c where c.id = child_id))', held);
  execute format('create policy written_within_reach on %s for insert to waymark_app with check ((select waymark.actor_may_write()) and exists (select from waymark.child c where c.id = child_id))', held);
  execute format('create policy changed_within_reach on %s for update to waymark_app using ((select waymark.actor_may_write()) and exists (select from waymark.child c where c.id = child_id)) with check (exists (select from waymark.child c where c.id = child_id))', held);
  execute format('grant select, insert, update on %s to waymark_app', held);
  execute format('create trigger keep_version before update on %s for each row execute function waymark.keep_version()', held);
end $procedure$

-- owner waymark_keeper, may be run by everyone
CREATE OR REPLACE FUNCTION waymark.keep_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  before_it jsonb := to_jsonb(old);
begin
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

-- owner waymark_reach, may be run by everyone
CREATE OR REPLACE FUNCTION waymark.who_looked(child uuid)
 RETURNS TABLE(id bigint, at timestamp with time zone, actor_id uuid, actor_name text, actor_role text, organisation_name text, action text, outcome text, in_a_list boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select e.id, e.at, e.actor_id, p.name, e.actor_role, o.name, e.action, e.outcome, e.child_id is distinct from who_looked.child
  from waymark.audit_entry e
  left join waymark.person p on p.id = e.actor_id
  left join waymark.organisation o on o.id = e.organisation_id
  where (e.child_id = who_looked.child or e.shown @> array[who_looked.child])
    and exists (
      select from waymark.child c where c.id = who_looked.child and (
        c.id in (select waymark.actor_children())
        or (waymark.actor_role() in ('manager', 'auditor') and c.organisation_id = waymark.actor_organisation()
            and (waymark.actor_team() is null or c.team_id = waymark.actor_team()))))
  order by e.at desc, e.id desc
$function$

-- Triggers ----------------------------------------------------------------------------------

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.about_me FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.allocation FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER audit_queue AFTER INSERT ON waymark.audit_entry FOR EACH ROW EXECUTE FUNCTION waymark.audit_queue()

CREATE TRIGGER audit_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON waymark.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION waymark.audit_stays()

CREATE TRIGGER audit_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON waymark.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION waymark.audit_stays()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.care_episode FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.care_review FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER account_is_theirs BEFORE INSERT OR UPDATE OF person_id ON waymark.child FOR EACH ROW EXECUTE FUNCTION waymark.account_is_theirs()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.child FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.child_identifier FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.child_language FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.child_name FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.date_of_birth_claim FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.missing_period FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.own_meaning FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.person FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.person_who_matters FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.return_row FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

CREATE TRIGGER keep_version BEFORE UPDATE ON waymark.worker_episode FOR EACH ROW EXECUTE FUNCTION waymark.keep_version()

-- Comments ----------------------------------------------------------------------------------

waymark.about_me: The child in their own words, verbatim. strengths and got_through stand before anything a service writes.

waymark.allocation: Who stands beside a child, from when to when. An open one is what lets a worker reach the record.

waymark.audit_entry: Who did or saw what, for which child, from where. Insert only. Holds no names and nothing that was typed.

waymark.audit_entry.shown: The children a list showed.

waymark.audit_entry.detail: Counts and codes that explain the act. Never a name, never free text.

waymark.audit_seal: A chain over the audit entries: each seal is an HMAC-SHA-256 over the one before it and its entries in order, under a key kept outside the database. Made behind the requests, so none of them waits for it.

waymark.audit_unsealed: Entries written since the last seal. An id here without its entry means that an entry was removed.

waymark.care_episode: A stretch of care under one legal status in one home, in the codes of the SSDA903 return. Where the home is, is kept apart (return_row, kept_apart).

waymark.care_episode.began_because: RNE. Codes and their meanings: src/domains/processes/codes.rules.ts. A code we do not know is kept as it was sent.

waymark.care_episode.said_in: The collection year of the return that first said so.

waymark.care_review: A review of the plan for a child's care. participation (PN0 to PN7): how the child took part.

waymark.child: A child or young person we stand beside. Nothing here closes at 18.

waymark.child.person_id: The young person's own account, once they have one.

waymark.child.known_as: The name they go by. When not yet known, a neutral stand-in, and name_known is false.

waymark.child.say_it: How to say the name.

waymark.child_identifier: Numbers other systems know the child by.

waymark.child_key: What a child may be found by: folded names, sounds, days of birth, numbers. Made from the record by the children domain whenever a name, a claim or a number changes; holds nothing of its own.

waymark.child_key.keys: Each with its kind in front (src/domains/children/name-keys.rules.ts, child-keys.rules.ts).

waymark.child_language.for_feelings: The language the child prefers when it is about feelings.

waymark.child_language.never_use: The child does not want this language used with them.

waymark.child_name: Every name a child is met under, as written. script is ISO 15924. A name entered in error is ended, not removed.

waymark.credential: Passwords as argon2id, in PHC form. A demonstration password is printed by the demo command and never opens a real deployment.

waymark.date_of_birth_claim: What is said of when the child was born, by whom. Several may stand; none is "the" date. While any makes them under 18, they are treated as a child (Modern Slavery Act 2015 s51).

waymark.deployment: One row: whether this database holds invented people for demonstration or real ones. The two never mix.

waymark.import_child: What a run does or would do with each child it names. child_id of a child to be opened is the id the record will have, so it refers to nothing yet.

waymark.import_refusal: A row that was not used, and why, to be given back to the council. Removed when the next return is previewed.

waymark.import_row: The usable rows of a previewed return, waiting for the person who sent it to say yes. Removed when they do or do not.

waymark.import_run: One return read in: previewed, then committed or discarded. A run that fails or is stopped leaves no row at all.

waymark.import_run.about: Files used and left out, notes, and warnings by kind. Nothing about a child.

waymark.missing_period: A time a child was missing (kind M) or away without agreement (kind A), as the council told the Department for Education afterwards.

waymark.organisation: A council, charity or service that uses Waymark. Holds nothing about a child.

waymark.own_meaning: What a word (home, family, childhood, recovery) means to this child. Shown to anyone who writes about it.

waymark.person: Somebody with an account, young people included. A system account is how the command line acts for an organisation; it cannot sign in.

waymark.person.ended_at: When the account was closed. Never deleted: what the person did stays attributed to them.

waymark.person_who_matters.trusted_adult: The child chose this adult as one they trust. Needs nobody's approval.

waymark.return_row: A row of a return that has no table of its own yet, so that nothing a council sent is lost.

waymark.return_row.natural_key: What tells it from the child's other rows of that file: a day, a year, or nothing.

waymark.return_row.facts: Days as 2018-03-31 and codes as today's return writes them.

waymark.return_row.as_sent: The values of the row as the council wrote them.

waymark.return_row.private_to: Set on rows kept apart: where a child lives, and whether they came unaccompanied. Managers of the council, auditors and the command line read those; row_history gives their earlier versions to this person only.

waymark.row_history: Every earlier version of every record row, kept by trigger. changed_by wrote that version; replaced_by wrote the next.

waymark.row_history.private_to: When set, only this person may read it (a young person's draft).

waymark.session: Somebody's presence in the product. Only a hash of the token is kept.

waymark.session.holding: State of the device, such as being handed to a young person for a check-in. Never anything typed.

waymark.sign_in_attempt: For limits on guessing. Holds a keyed hash of what was typed as the user name, whether or not such an account exists.

waymark.team: A team within an organisation. A manager with a team sees that team's children; without one, the organisation's.

waymark.worker_episode: How long a child had the same social worker. worker is the number the worker is registered under.
