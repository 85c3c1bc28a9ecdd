-- A referral to the National Referral Mechanism, prepared from the record, looked at by a colleague, sent on the Home
-- Office's own form by hand, and what came back. Staff only: nothing of it is on a young person's pages.

-- ---------------------------------------------------------------- one referral
create table waymark.nrm_referral (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  state text not null default 'preparing' check (state in ('preparing', 'in_review', 'ready', 'sent', 'not_sent')),
  form_commit text not null check (length(form_commit) between 7 and 64),
  begun_at timestamptz not null,
  begun_by uuid not null references waymark.person default waymark.actor_id(),
  review_asked_by uuid references waymark.person,
  review_asked_at timestamptz,
  no_names_why text check (length(no_names_why) between 1 and 1000),
  sent_on date,
  sent_by uuid references waymark.person,
  sent_reference text check (length(sent_reference) between 1 and 100),
  not_sent_why text check (length(not_sent_why) between 1 and 2000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (id, child_id),
  constraint sent_with_day_and_reference check ((state = 'sent') = (sent_on is not null) and (sent_on is null) = (sent_reference is null)),
  constraint not_sent_with_a_reason check ((state = 'not_sent') = (not_sent_why is not null)),
  constraint looked_at_after_asking check (state not in ('in_review', 'ready', 'sent') or (review_asked_by is not null and review_asked_at is not null))
);
create unique index one_referral_in_hand on waymark.nrm_referral (child_id) where state in ('preparing', 'in_review', 'ready');
create index nrm_referral_of_child on waymark.nrm_referral (child_id, begun_at desc);
comment on table waymark.nrm_referral is 'One referral to the National Referral Mechanism. Waymark prepares it; a person sends it on the Home Office''s own form and writes the reference here.';
comment on column waymark.nrm_referral.form_commit is 'Which version of the Home Office''s form it was begun under.';
comment on column waymark.nrm_referral.no_names_why is 'Why words that look like somebody''s name in the account are not one, in the words of whoever asked for the review.';

-- ---------------------------------------------------------------- its answers
create table waymark.nrm_answer (
  id uuid primary key default gen_random_uuid(),
  referral_id uuid not null,
  child_id uuid not null,
  field text not null check (field ~ '^[a-z0-9-]{1,100}$'),
  value text not null check (length(value) <= 20000),
  came_from text check (length(came_from) between 1 and 300),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (referral_id, field),
  foreign key (referral_id, child_id) references waymark.nrm_referral (id, child_id)
);
create index nrm_answer_of_child on waymark.nrm_answer (child_id);
comment on table waymark.nrm_answer is 'One answer to one field of the form, by the form''s own id of the field. Empty when it was looked at and left empty.';
comment on column waymark.nrm_answer.came_from is 'Where on the record it was read, as the page says it. Null when somebody wrote it for this referral.';

-- ---------------------------------------------------------------- what the child was told, and what they say
create table waymark.nrm_view (
  id uuid primary key default gen_random_uuid(),
  referral_id uuid not null unique,
  child_id uuid not null,
  told text not null check (told in ('yes', 'partly', 'not_yet')),
  told_on date,
  told_how text check (length(told_how) between 1 and 2000),
  not_told_why text check (length(not_told_why) between 1 and 2000),
  wants text check (wants in ('wants_it', 'does_not_want_it', 'not_sure')),
  wants_reason text check (wants_reason in ('not_asked_yet', 'rather_not_say', 'could_not_be_asked')),
  words text check (length(words) between 1 and 5000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (referral_id, child_id) references waymark.nrm_referral (id, child_id),
  constraint a_wish_or_a_reason check (num_nonnulls(wants, wants_reason) = 1),
  constraint told_on_a_day check ((told = 'not_yet') = (told_on is null)),
  constraint not_told_has_a_reason check (told <> 'not_yet' or not_told_why is not null)
);
create index nrm_view_of_child on waymark.nrm_view (child_id);
comment on table waymark.nrm_view is 'What the child was told about the referral, and what they say of it. Their consent is not needed for a referral; their view is asked and kept.';

-- ---------------------------------------------------------------- a colleague looks
create table waymark.nrm_review (
  id uuid primary key default gen_random_uuid(),
  referral_id uuid not null,
  child_id uuid not null,
  reviewed_by uuid not null references waymark.person default waymark.actor_id(),
  reviewed_at timestamptz not null,
  found text not null check (found in ('ready', 'change_first')),
  notes text check (length(notes) between 1 and 10000),
  of_version integer not null,
  foreign key (referral_id, child_id) references waymark.nrm_referral (id, child_id),
  constraint changes_are_said check (found = 'ready' or notes is not null)
);
create index nrm_review_of_referral on waymark.nrm_review (referral_id, reviewed_at desc);
create index nrm_review_of_child on waymark.nrm_review (child_id);
comment on table waymark.nrm_review is 'What a colleague found who read the whole referral. Never whoever asked for the review or wrote an answer. Only added to.';

-- ---------------------------------------------------------------- evidence
create table waymark.nrm_evidence (
  id uuid primary key,
  referral_id uuid not null,
  child_id uuid not null,
  description text not null check (length(description) between 1 and 1000),
  dated_on date,
  no_date_why text check (length(no_date_why) between 1 and 300),
  file_name text not null check (length(file_name) between 1 and 200),
  added_at timestamptz not null,
  added_by uuid not null references waymark.person default waymark.actor_id(),
  taken_out_at timestamptz,
  taken_out_why text check (length(taken_out_why) between 1 and 1000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (referral_id, child_id) references waymark.nrm_referral (id, child_id),
  foreign key (id, child_id) references waymark.stored_file (id, child_id),
  constraint dated_or_a_reason check (num_nonnulls(dated_on, no_date_why) = 1),
  constraint taken_out_with_a_reason check ((taken_out_at is null) = (taken_out_why is null))
);
create index nrm_evidence_of_referral on waymark.nrm_evidence (referral_id, added_at);
create index nrm_evidence_of_child on waymark.nrm_evidence (child_id);
comment on table waymark.nrm_evidence is 'A document that goes with a referral: which stored_file, what it is, and of which day. Kept as it came, since it is evidence.';

-- ---------------------------------------------------------------- what came back
create table waymark.nrm_decision (
  id uuid primary key default gen_random_uuid(),
  referral_id uuid not null,
  child_id uuid not null,
  kind text not null check (kind in ('reasonable_grounds', 'conclusive_grounds', 'both_at_once', 'other')),
  outcome text not null check (outcome in ('positive', 'negative', 'suspended', 'withdrawn', 'closed', 'public_order', 'bad_faith')),
  again boolean not null default false,
  decided_on date not null,
  heard_on date not null,
  decided_by text not null check (decided_by in ('single_competent_authority', 'immigration_enforcement', 'local_panel', 'not_known')),
  reasons text check (length(reasons) between 1 and 15000),
  child_told_on date,
  recorded_by uuid not null references waymark.person default waymark.actor_id(),
  recorded_at timestamptz not null,
  set_aside_at timestamptz,
  set_aside_why text check (length(set_aside_why) between 1 and 1000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (referral_id, child_id) references waymark.nrm_referral (id, child_id),
  constraint heard_when_decided check (heard_on >= decided_on),
  constraint child_told_when_decided check (child_told_on is null or child_told_on >= decided_on),
  constraint grounds_are_yes_or_no check ((kind = 'other') = (outcome not in ('positive', 'negative'))),
  constraint set_aside_with_a_reason check ((set_aside_at is null) = (set_aside_why is null))
);
create unique index one_decision_of_a_kind on waymark.nrm_decision (referral_id, kind) where set_aside_at is null and not again and kind <> 'other';
create index nrm_decision_of_referral on waymark.nrm_decision (referral_id, decided_on);
create index nrm_decision_of_child on waymark.nrm_decision (child_id);
comment on table waymark.nrm_decision is 'A decision of the competent authority on a referral, never before it. One written by mistake is set aside, with why.';
comment on column waymark.nrm_decision.again is 'The decision was made again after somebody asked for it to be looked at again (a reconsideration).';
comment on column waymark.nrm_decision.kind is 'both_at_once: reasonable and conclusive grounds on one day, as the local panels of the devolved pilot may. other: what is no decision on grounds.';

call waymark.hold_for_child('waymark.nrm_referral');
call waymark.hold_for_child('waymark.nrm_answer');
call waymark.hold_for_child('waymark.nrm_view');
call waymark.hold_for_child('waymark.nrm_evidence');
call waymark.hold_for_child('waymark.nrm_decision');
alter table waymark.nrm_review enable row level security;
alter table waymark.nrm_review force row level security;
grant select, insert on waymark.nrm_review to waymark_app;
create policy follows_child on waymark.nrm_review for select to waymark_app using (exists (select from waymark.child c where c.id = child_id));
create policy written_within_reach on waymark.nrm_review for insert to waymark_app
  with check ((select waymark.actor_may_write()) and reviewed_by = (select waymark.actor_id()) and exists (select from waymark.child c where c.id = child_id));
call waymark.only_read_for_an_audit('waymark.nrm_review');
revoke update on waymark.nrm_evidence, waymark.nrm_decision from waymark_app;
grant update (taken_out_at, taken_out_why) on waymark.nrm_evidence to waymark_app;
grant update (set_aside_at, set_aside_why, child_told_on) on waymark.nrm_decision to waymark_app;

do $$
declare
  held text;
begin
  foreach held in array array['nrm_referral', 'nrm_answer', 'nrm_view', 'nrm_review', 'nrm_evidence', 'nrm_decision'] loop
    execute format('create policy staff_only on waymark.%I as restrictive for select to waymark_app using ((select waymark.actor_role()) <> ''young_person'')', held);
    execute format('create policy written_by_staff on waymark.%I as restrictive for insert to waymark_app with check ((select waymark.actor_role()) in (''practitioner'', ''guardian'', ''manager''))', held);
  end loop;
end $$;
create policy referrals_keep_their_readers on waymark.row_history as restrictive for select to waymark_app using (
  table_name not in ('nrm_referral', 'nrm_answer', 'nrm_view', 'nrm_evidence', 'nrm_decision') or (select waymark.actor_role()) <> 'young_person');

-- ---------------------------------------------------------------- what may follow what
create function waymark.nrm_steps() returns trigger language plpgsql set search_path = pg_catalog as $$
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
end $$;
create trigger referral_steps before update on waymark.nrm_referral for each row execute function waymark.nrm_steps();

create function waymark.nrm_another_person() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if not exists (select from waymark.nrm_referral r where r.id = new.referral_id and r.state = 'in_review') then
    raise exception 'nobody asked for a review of this referral' using errcode = 'restrict_violation', constraint = 'review_was_asked';
  end if;
  if exists (select from waymark.nrm_referral r where r.id = new.referral_id and new.reviewed_by in (r.review_asked_by, r.begun_by))
     or exists (select from waymark.nrm_answer a where a.referral_id = new.referral_id and a.changed_by = new.reviewed_by) then
    raise exception 'somebody else reads a referral than those who wrote it' using errcode = 'restrict_violation', constraint = 'another_person_reviews';
  end if;
  return new;
end $$;
create trigger another_person_reviews before insert on waymark.nrm_review for each row execute function waymark.nrm_another_person();

create function waymark.nrm_in_hand() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if not exists (select from waymark.nrm_referral r where r.id = new.referral_id and r.state = 'preparing') then
    raise exception 'a referral is changed while it is being prepared' using errcode = 'restrict_violation', constraint = 'changed_while_preparing';
  end if;
  return new;
end $$;
create trigger changed_while_preparing before insert or update on waymark.nrm_answer for each row execute function waymark.nrm_in_hand();
create trigger changed_while_preparing before insert or update on waymark.nrm_evidence for each row execute function waymark.nrm_in_hand();

create function waymark.nrm_after_referral() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if not exists (select from waymark.nrm_referral r where r.id = new.referral_id and r.state = 'sent' and r.sent_on <= new.decided_on) then
    raise exception 'a decision is never before its referral' using errcode = 'restrict_violation', constraint = 'decision_after_referral';
  end if;
  return new;
end $$;
create trigger decision_after_referral before insert on waymark.nrm_decision for each row execute function waymark.nrm_after_referral();
revoke execute on function waymark.nrm_steps(), waymark.nrm_another_person(), waymark.nrm_in_hand(), waymark.nrm_after_referral() from public;

-- ---------------------------------------------------------------- documents
alter table waymark.stored_file drop constraint stored_file_media_type_check;
alter table waymark.stored_file add constraint stored_file_media_type_check
  check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'audio/webm', 'audio/mp4', 'audio/ogg', 'audio/mpeg', 'audio/wav', 'audio/aac',
    'application/pdf', 'application/msword', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'));
alter table waymark.stored_file drop constraint stored_file_kind_check;
alter table waymark.stored_file add constraint stored_file_kind_check check (kind in ('picture', 'sound', 'document'));
comment on table waymark.stored_file is 'A picture or a sound, without anything that was hidden in it: made anew before it was kept. Or a document that is evidence, kept as it came and only ever downloaded. Its bytes are in stored_file_piece, sealed.';

grant select on waymark.nrm_evidence to waymark_reach;
create policy reach_reads on waymark.nrm_evidence for select to waymark_reach using (true);
create function waymark.evidence_is_open(file uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select waymark.actor_role() <> 'young_person' and exists (select from waymark.nrm_evidence e where e.id = file) $$;
comment on function waymark.evidence_is_open(uuid) is 'Whether a file goes with a referral, for staff. Reaching the child is asked for beside it, never instead.';
grant execute on function waymark.evidence_is_open(uuid) to waymark_app;
alter function waymark.evidence_is_open(uuid) owner to waymark_reach;
set local role waymark_reach;
create or replace function waymark.file_is_open(file uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from waymark.stored_file f where f.id = file and f.made_by = waymark.actor_id())
    or exists (select from waymark.statement_part p where p.file_id = file and waymark.part_is_open(p.id))
    or waymark.photo_is_open(file) or waymark.answer_is_heard(file) or waymark.evidence_is_open(file) $$;
set local role waymark_owner;
