-- A concern: what somebody saw or heard about a child, in context, and how it is decided. Indicators are
-- prompts with a source; nothing counts them. One person reasons, another looks a second time, both stay, and
-- a decision carries its reason. Nothing that protects a child waits for any of it.

create procedure waymark.staff_only(held regclass) language plpgsql as $$
begin
  execute format('create policy staff_read on %s as restrictive for select to waymark_app using ((select waymark.actor_role()) in (''practitioner'', ''guardian'', ''manager'', ''auditor'', ''system''))', held);
  execute format('create policy staff_write on %s as restrictive for insert to waymark_app with check ((select waymark.actor_role()) in (''practitioner'', ''guardian'', ''manager'', ''system''))', held);
  execute format('create policy staff_change on %s as restrictive for update to waymark_app using ((select waymark.actor_role()) in (''practitioner'', ''guardian'', ''manager'', ''system''))', held);
end $$;
comment on procedure waymark.staff_only(regclass) is 'What is written about exploitation does not open on a young person''s own account, which others may look at. They hear it, and may have all of it, through the people beside them.';

-- ---------------------------------------------------------------- prompts
create table waymark.identification_indicator (
  id uuid primary key default gen_random_uuid(),
  code text not null check (code ~ '^[a-z_]{3,60}$'),
  grouped text not null check (grouped in ('child', 'setting', 'control', 'fear', 'harm', 'work', 'travel')),
  says text not null check (length(says) between 1 and 300),
  place integer not null check (place > 0),
  source text not null check (length(source) between 1 and 500),
  from_day date not null,
  until_day date,
  unique (code, from_day),
  constraint ends_after_it_began check (until_day is null or until_day >= from_day)
);
comment on table waymark.identification_indicator is 'Things to look for, each with its source and the days on which it is shown. A prompt, never a score: not all will be there, and having some proves nothing.';
insert into waymark.identification_indicator (code, grouped, says, place, source, from_day)
select v.code, v.grouped, v.says, v.place,
  'Home Office, First Responder Toolkit (England and Wales), April 2026, section 9, in our words. Contains public sector information licensed under the Open Government Licence v3.0', '2026-04-01'
from (values
  ('no_parents', 'child', 'They cannot reach parents or guardians (some live with them all the same)', 1),
  ('intimidated', 'child', 'They look intimidated', 2),
  ('not_as_their_age', 'child', 'They do things one would not expect at their age', 3),
  ('no_friends_of_own_age', 'child', 'They have no friends of their own age', 4),
  ('no_learning', 'child', 'They have no school or college', 5),
  ('no_time_to_play', 'child', 'They have no time to play', 6),
  ('lives_apart', 'child', 'They live apart from other children, in poor conditions', 7),
  ('eats_apart', 'child', 'They eat apart from the others in the house, or only what is left', 8),
  ('unfit_work', 'child', 'They do work that is not for children', 9),
  ('travels_alone', 'child', 'They travel without adults, or with a group that is not their family', 10),
  ('things_out_of_place', 'setting', 'Children’s clothes, beds or toys where no child should be, or work clothes in a child’s size', 11),
  ('found_by_adult', 'setting', 'An adult says that they “found” the child', 12),
  ('taxi_numbers', 'setting', 'They carry numbers of taxis or of people they do not know', 13),
  ('adoption_unclear', 'setting', 'An adoption that nobody can show papers for', 14),
  ('cannot_leave', 'control', 'They cannot leave, or somebody watches where they go', 15),
  ('others_speak', 'control', 'Others speak for them, or what they say sounds learnt', 16),
  ('papers_held', 'control', 'Somebody else holds their papers or their phone', 17),
  ('cut_off', 'control', 'They are kept from family and friends', 18),
  ('anxious', 'fear', 'They are anxious, or do not trust people in authority', 19),
  ('threats', 'fear', 'Somebody threatens them or their family, or to hand them over', 20),
  ('fear_about_papers', 'fear', 'They are afraid about their right to be here', 21),
  ('injuries', 'harm', 'They have injuries from violence or from work', 22),
  ('no_care', 'harm', 'They have had no doctor, or live in poor housing', 23),
  ('forced_work', 'work', 'They are forced or tricked into work', 24),
  ('no_pay', 'work', 'They get no pay, or cannot reach it', 25),
  ('no_days_off', 'work', 'They have no days off, or very long days, or are punished', 26),
  ('debt', 'travel', 'They owe somebody for their journey', 27),
  ('papers_false', 'travel', 'Their papers are false, or they have none', 28),
  ('does_not_know_address', 'travel', 'They do not know where they are or where they live', 29)
) as v(code, grouped, says, place);

alter table waymark.identification_indicator enable row level security;
alter table waymark.identification_indicator force row level security;
create policy prompts_are_known on waymark.identification_indicator for select to waymark_app using (true);
grant select on waymark.identification_indicator to waymark_app;

-- ---------------------------------------------------------------- what was seen or said
create table waymark.concern (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  seen text not null check (length(seen) between 1 and 10000),
  context text not null check (length(context) between 1 and 10000),
  noticed_earliest date not null,
  noticed_latest date not null,
  noticed_precision text not null check (noticed_precision in ('day', 'month', 'year', 'range')),
  child_words text check (length(child_words) between 1 and 10000),
  child_words_language text check (length(child_words_language) between 2 and 100),
  child_words_how text check (child_words_how in ('own_hand', 'word_for_word', 'through_interpreter')),
  no_words_because text check (no_words_because in ('said_nothing_of_it', 'was_not_there', 'not_safe_to_talk', 'no_interpreter')),
  few_choices text check (length(few_choices) between 1 and 5000),
  no_few_choices_because text check (no_few_choices_because in ('none_seen', 'not_known')),
  state text not null default 'pending' check (state in ('pending', 'referred', 'not_referred', 'in_error')),
  look_asked_of uuid references waymark.person,
  look_asked_at timestamptz,
  recorded_by uuid not null references waymark.person default waymark.actor_id(),
  recorded_at timestamptz not null default now(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id),
  constraint noticed_in_order check (noticed_earliest <= noticed_latest),
  constraint noticed_before_written check (noticed_earliest <= (recorded_at at time zone 'Europe/London')::date),
  constraint words_or_why_none check (num_nonnulls(child_words, no_words_because) = 1),
  constraint words_have_a_language check ((child_words is null) = (child_words_language is null) and (child_words is null) = (child_words_how is null)),
  constraint few_choices_or_why_none check (num_nonnulls(few_choices, no_few_choices_because) = 1),
  constraint look_asked_of_somebody check ((look_asked_of is null) = (look_asked_at is null))
);
create index concern_of_child on waymark.concern (child_id, recorded_at);
create index concern_pending on waymark.concern (child_id) where state = 'pending';
create index concern_pending_by_age on waymark.concern (recorded_at, child_id) where state = 'pending';
create index concern_look_asked on waymark.concern (look_asked_of) where look_asked_of is not null;
comment on table waymark.concern is 'What somebody saw or heard that worries them, in context. Stays as it was written; more is another concern.';
comment on column waymark.concern.child_words is 'What the child said by themselves, word for word. Never asked for, never edited, never exported as a story.';
comment on column waymark.concern.state is 'As the newest decision says; set by that, and by nothing else.';
comment on column waymark.concern.few_choices is 'What left the child with few choices: limited choices explain what a child does.';

create table waymark.concern_indicator (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  concern_id uuid not null,
  indicator_id uuid not null references waymark.identification_indicator,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, concern_id) references waymark.concern (child_id, id),
  unique (concern_id, indicator_id)
);
create index concern_indicator_of_child on waymark.concern_indicator (child_id);
comment on table waymark.concern_indicator is 'Which prompts somebody ticked beside what they wrote. No rule and no count reads these.';

create table waymark.concern_response (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  concern_id uuid not null,
  kind text not null check (kind in ('safeguarding', 'criminal', 'immigration', 'health', 'other')),
  on_day date not null,
  what text not null check (length(what) between 1 and 5000),
  written_by uuid not null references waymark.person default waymark.actor_id(),
  written_at timestamptz not null default now(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, concern_id) references waymark.concern (child_id, id)
);
create index concern_response_of_concern on waymark.concern_response (concern_id, on_day);
create index concern_response_of_child on waymark.concern_response (child_id);
comment on table waymark.concern_response is 'How a body met the child: with help for a child, with criminal law, or otherwise. The earliest is the first response.';

create table waymark.concern_look (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  concern_id uuid not null,
  place text not null check (place in ('first', 'second')),
  finds text not null check (finds in ('suspect', 'not_suspect', 'cannot_tell')),
  reasoning text not null check (length(btrim(reasoning)) between 1 and 10000),
  looked_by uuid not null references waymark.person default waymark.actor_id(),
  looked_at timestamptz not null default now(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, concern_id) references waymark.concern (child_id, id),
  constraint second_look_by_somebody_else unique (concern_id, looked_by),
  constraint one_look_of_each unique (concern_id, place)
);
create index concern_look_of_child on waymark.concern_look (child_id);
comment on table waymark.concern_look is 'What a named person thinks, and why; and what a second one thinks. Both stay as they were written, the more so where they differ.';

create table waymark.concern_decision (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  concern_id uuid not null,
  decision text not null check (decision in ('referred', 'not_referred', 'in_error')),
  because text not null check (because in ('suspected', 'already_referred', 'something_else_explains', 'not_enough_known', 'would_put_them_at_risk_now', 'adult_does_not_want_it', 'wrong_child', 'other')),
  reasoning text not null check (length(btrim(reasoning)) between 1 and 10000),
  about_disagreement text check (length(btrim(about_disagreement)) between 1 and 5000),
  decided_on date not null,
  decided_by uuid not null references waymark.person default waymark.actor_id(),
  decided_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, concern_id) references waymark.concern (child_id, id),
  constraint because_fits_decision check (
    (decision = 'referred' and because = 'suspected')
    or (decision = 'not_referred' and because in ('already_referred', 'something_else_explains', 'not_enough_known', 'would_put_them_at_risk_now', 'adult_does_not_want_it', 'other'))
    or (decision = 'in_error' and because in ('wrong_child', 'other'))),
  constraint decided_by_then check (decided_on <= (decided_at at time zone 'Europe/London')::date)
);
create index concern_decision_of_concern on waymark.concern_decision (concern_id, decided_at desc);
create index concern_decision_of_child on waymark.concern_decision (child_id);
comment on table waymark.concern_decision is 'Referred to the National Referral Mechanism, not referred, or written down in error, and why. The newest holds; those before it stay.';
comment on column waymark.concern_decision.about_disagreement is 'Where the two looks differ: what the decision makes of that.';

-- ---------------------------------------------------------------- the gate
create function waymark.look_in_order() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.place = 'second' and not exists (
      select from waymark.concern_look l where l.concern_id = new.concern_id and l.place = 'first') then
    raise exception 'a second look comes after a first' using errcode = 'check_violation', constraint = 'second_after_first';
  end if;
  return new;
end $$;
create trigger look_in_order before insert on waymark.concern_look for each row execute function waymark.look_in_order();

create function waymark.decision_rests_on_looks() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
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
end $$;
create trigger decision_rests_on_looks before insert on waymark.concern_decision for each row execute function waymark.decision_rests_on_looks();

call waymark.hold_for_child('waymark.concern');
call waymark.hold_for_child('waymark.concern_indicator');
call waymark.hold_for_child('waymark.concern_response');
call waymark.hold_for_child('waymark.concern_look');
call waymark.hold_for_child('waymark.concern_decision');
call waymark.staff_only('waymark.concern');
call waymark.staff_only('waymark.concern_indicator');
call waymark.staff_only('waymark.concern_response');
call waymark.staff_only('waymark.concern_look');
call waymark.staff_only('waymark.concern_decision');
-- What was written stays: only whom a second look is asked of may change.
revoke update on waymark.concern, waymark.concern_indicator, waymark.concern_response, waymark.concern_look, waymark.concern_decision from waymark_app;
grant update (look_asked_of, look_asked_at) on waymark.concern to waymark_app;
create policy written_as_oneself_by_name on waymark.concern as restrictive for insert to waymark_app with check (recorded_by = (select waymark.actor_id()) and recorded_at = now());
create policy written_as_oneself_by_name on waymark.concern_response as restrictive for insert to waymark_app with check (written_by = (select waymark.actor_id()));
create policy looked_as_oneself on waymark.concern_look as restrictive for insert to waymark_app with check (looked_by = (select waymark.actor_id()) and looked_at = now());
create policy decided_as_oneself on waymark.concern_decision as restrictive for insert to waymark_app with check (decided_by = (select waymark.actor_id()) and decided_at >= now());

create function waymark.decision_is_the_state() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update waymark.concern c set state = new.decision where c.id = new.concern_id and c.state <> new.decision;
  return null;
end $$;
comment on function waymark.decision_is_the_state() is 'Decisions are only added, so the newest one says where a concern has come to.';
create trigger decision_is_the_state after insert on waymark.concern_decision for each row execute function waymark.decision_is_the_state();
create policy begins_undecided on waymark.concern as restrictive for insert to waymark_app with check (state = 'pending');

grant select on waymark.concern, waymark.concern_look to waymark_reach;
create policy reach_reads on waymark.concern for select to waymark_reach using (true);
grant update (state) on waymark.concern to waymark_reach;
create policy reach_sets_the_state on waymark.concern for update to waymark_reach using (true);
create policy reach_reads on waymark.concern_look for select to waymark_reach using (true);
revoke execute on function waymark.look_in_order(), waymark.decision_rests_on_looks(), waymark.decision_is_the_state() from public;
alter function waymark.look_in_order() owner to waymark_reach;
alter function waymark.decision_rests_on_looks() owner to waymark_reach;
alter function waymark.decision_is_the_state() owner to waymark_reach;
