-- A chronology builds itself from the rows of every domain; nothing is copied into it. Only what matters is written
-- down here: by workers with why, and by the young person for themselves.

create table waymark.event_source (
  code text primary key check (code ~ '^[a-z_]{3,40}$'),
  table_name text not null check (table_name ~ '^[a-z_]{3,60}$'),
  asks text check (asks in ('statement_is_for_actor'))
);
comment on table waymark.event_source is 'Which table tells an event of a chronology: where a mark finds the row it stands on. A code is never changed once marks use it. asks: a function that a worker''s reading asks besides the rules of the table.';
grant select on waymark.event_source to waymark_app;

insert into waymark.event_source (code, table_name) values
  ('trust_began', 'trusted_time'),
  ('trust_ended', 'trusted_time'),
  ('own_view', 'own_view_of_person'),
  ('appointment', 'appointment'),
  ('about_me', 'about_me'),
  ('beside_began', 'allocation'),
  ('beside_ended', 'allocation'),
  ('learning_began', 'place_of_learning'),
  ('learning_ended', 'place_of_learning'),
  ('correction', 'correction'),
  ('correction_decided', 'correction_decision'),
  ('clock_stopped', 'clock'),
  ('signed_out', 'sessions_ended'),
  ('contact_stopped', 'contact_stop'),
  ('contact_again', 'contact_stop'),
  ('somebody_now', 'somebody_now'),
  ('concern', 'concern'),
  ('concern_look', 'concern_look'),
  ('concern_decided', 'concern_decision'),
  ('concern_response', 'concern_response'),
  ('protection_asked', 'protection_step'),
  ('protection_there', 'protection_step'),
  ('letter_sent', 'linked_referral'),
  ('letter_answered', 'linked_referral'),
  ('referral_sent', 'nrm_referral'),
  ('referral_view', 'nrm_view'),
  ('referral_decided', 'nrm_decision'),
  ('situation', 'exploitation_situation'),
  ('seen_earlier', 'missed_chance'),
  ('cross_border', 'cross_border_contact'),
  ('missing_since', 'missing_episode'),
  ('missing_over', 'missing_episode'),
  ('missing_review', 'missing_review'),
  ('missing_talk', 'missing_return'),
  ('search_closing', 'missing_closing'),
  ('check_in', 'check_in'),
  ('check_in_not_held', 'check_in_not_held'),
  ('goal', 'own_goal_event'),
  ('sent', 'statement'),
  ('answered', 'ledger_step'),
  ('come_back', 'come_back'),
  ('meeting', 'meeting'),
  ('meeting_after', 'meeting_after'),
  ('loved_plan', 'loved_plan'),
  ('loved_contact', 'loved_contact'),
  ('plan_opened', 'plan'),
  ('plan_approved', 'plan'),
  ('plan_said', 'plan_said'),
  ('plan_conflict', 'plan_conflict'),
  ('offer', 'plan_need'),
  ('offer_said', 'plan_verdict'),
  ('review_held', 'plan_review'),
  ('decision_opened', 'best_interests'),
  ('decision_made', 'best_interests'),
  ('decision_heard', 'best_interests_heard'),
  ('decision_dissent', 'best_interests_dissent'),
  ('home_began', 'care_episode'),
  ('home_ended', 'care_episode'),
  ('care_review', 'care_review'),
  ('missing_period', 'missing_period'),
  ('wait_began', 'process_wait'),
  ('wait_ended', 'process_wait'),
  ('waiting_words', 'waiting_words'),
  ('demand', 'process_demand'),
  ('legal_help', 'legal_help'),
  ('law_day_met', 'legal_deadline'),
  ('age_doubted', 'age_doubt'),
  ('age_outcome', 'age_doubt'),
  ('barrier', 'barrier'),
  ('barrier_gone', 'barrier'),
  ('access_asked', 'access_request'),
  ('access_step', 'access_event'),
  ('due', 'due_to_child');
update waymark.event_source set asks = 'statement_is_for_actor' where code = 'sent';

-- Whether the reader reads the row an event is told from. It runs as the reader: the row's own rules answer.
create function waymark.event_is_open(source text, event uuid, child uuid) returns boolean
  language plpgsql stable set search_path = pg_catalog as $$
declare
  found_in text;
  besides text;
  is_there boolean;
begin
  select s.table_name, s.asks into found_in, besides from waymark.event_source s where s.code = event_is_open.source;
  if found_in is null then
    return false;
  end if;
  if besides = 'statement_is_for_actor' and waymark.actor_role() <> 'young_person' and not waymark.statement_is_for_actor(event_is_open.event) then
    return false;
  end if;
  execute format('select exists (select from waymark.%I t where t.id = $1 and t.child_id = $2)', found_in)
    into is_there using event_is_open.event, event_is_open.child;
  return is_there;
end $$;
revoke execute on function waymark.event_is_open(text, uuid, uuid) from public;
grant execute on function waymark.event_is_open(text, uuid, uuid) to waymark_app;
comment on function waymark.event_is_open(text, uuid, uuid) is 'Whether the actor may read the row that an event is told from, by the rules of its own table.';

create table waymark.chronology_mark (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  source text not null references waymark.event_source,
  event_id uuid not null,
  voice text not null check (voice in ('staff', 'young_person')),
  why text check (length(btrim(why)) between 1 and 500),
  marked_by uuid not null references waymark.person default waymark.actor_id(),
  marked_at timestamptz not null default now(),
  taken_off_at timestamptz,
  private_to uuid generated always as (case when voice = 'young_person' then marked_by end) stored,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint a_worker_says_why check (voice = 'young_person' or why is not null)
);
create unique index one_mark_on_an_event on waymark.chronology_mark (child_id, voice, source, event_id) where taken_off_at is null;
create index chronology_mark_of on waymark.chronology_mark (child_id, event_id);
comment on table waymark.chronology_mark is 'That an event matters: to workers, with why; or to the young person, which only they read. It opens to nobody who cannot open the event itself.';
call waymark.hold_for_child('waymark.chronology_mark');

create policy read_with_the_event on waymark.chronology_mark as restrictive for select to waymark_app using (
  (voice = 'young_person') = ((select waymark.actor_role()) = 'young_person')
  and (private_to is null or private_to = (select waymark.actor_id()))
  and waymark.event_is_open(source, event_id, child_id));
create policy marked_as_oneself on waymark.chronology_mark as restrictive for insert to waymark_app with check (
  marked_by = (select waymark.actor_id()) and taken_off_at is null
  and (voice = 'young_person') = ((select waymark.actor_role()) = 'young_person')
  and waymark.event_is_open(source, event_id, child_id));
create policy changed_in_ones_own_voice on waymark.chronology_mark as restrictive for update to waymark_app using (
  (voice = 'young_person') = ((select waymark.actor_role()) = 'young_person'));

create function waymark.mark_stays_on_its_event() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (new.source, new.event_id, new.voice, new.marked_by) is distinct from (old.source, old.event_id, old.voice, old.marked_by) or old.taken_off_at is not null then
    raise exception 'a mark stays on its event, and one that was taken off stays off' using errcode = 'restrict_violation', constraint = 'mark_stays_on_its_event';
  end if;
  return new;
end $$;
revoke execute on function waymark.mark_stays_on_its_event() from public;
create trigger mark_stays_on_its_event before update on waymark.chronology_mark for each row execute function waymark.mark_stays_on_its_event();

-- Earlier words of a mark open to nobody who cannot open the event.
create policy marks_keep_their_readers on waymark.row_history as restrictive for select to waymark_app using (
  table_name <> 'chronology_mark' or (((was->>'voice') = 'young_person') = ((select waymark.actor_role()) = 'young_person') and waymark.event_is_open(was->>'source', (was->>'event_id')::uuid, child_id)));

-- Earlier versions of what is for staff alone do not open on a young person's account: for the tables that came since.
create policy history_of_staff_since on waymark.row_history as restrictive for select to waymark_app using (
  table_name <> all (array['missing_closing', 'missing_episode', 'missing_response', 'missing_return', 'missing_review', 'missing_told', 'best_interests', 'best_interests_dissent', 'best_interests_heard', 'best_interests_option', 'plan_conflict', 'plan_review', 'plan_review_line', 'plan_text', 'concern_decision', 'concern_indicator', 'concern_look', 'concern_response'])
  or (select waymark.actor_role()) <> 'young_person');
