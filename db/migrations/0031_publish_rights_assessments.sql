-- What was published of an assessment, who signed it off, and the review that follows when its day comes.

create table waymark.assessment_sign_off (
  id uuid primary key default gen_random_uuid(),
  assessment_id uuid not null references waymark.assessment,
  asked_by uuid not null references waymark.person default waymark.actor_id(),
  asked_at timestamptz not null default now(),
  answer text check (answer in ('published', 'handed_back')),
  answered_by uuid references waymark.person,
  answered_at timestamptz,
  reason text check (length(reason) between 1 and 3000),
  constraint answered_whole check (num_nonnulls(answer, answered_by, answered_at) in (0, 3)),
  constraint handed_back_with_a_reason check (answer is distinct from 'handed_back' or reason is not null)
);
create unique index one_open_request on waymark.assessment_sign_off (assessment_id) where answer is null;
create index assessment_sign_off_of on waymark.assessment_sign_off (assessment_id, asked_at desc);
comment on table waymark.assessment_sign_off is 'Somebody asked for an assessment to be signed off, and what a manager answered.';
alter table waymark.assessment_sign_off enable row level security;
alter table waymark.assessment_sign_off force row level security;
create policy follows_assessment on waymark.assessment_sign_off for select to waymark_app using (exists (select from waymark.assessment a where a.id = assessment_id));
create policy policy_leads_ask on waymark.assessment_sign_off for insert to waymark_app with check (
  asked_by = (select waymark.actor_id()) and answer is null and (select waymark.actor_role()) in ('analyst', 'manager')
  and exists (select from waymark.assessment a where a.id = assessment_id));
create policy managers_answer on waymark.assessment_sign_off for update to waymark_app
  using (answer is null and (select waymark.actor_role()) = 'manager' and exists (select from waymark.assessment a where a.id = assessment_id))
  with check (answered_by = (select waymark.actor_id()));
grant select, insert on waymark.assessment_sign_off to waymark_app;
grant update (answer, answered_by, answered_at, reason) on waymark.assessment_sign_off to waymark_app;

create table waymark.assessment_published (
  id uuid primary key default gen_random_uuid(),
  assessment_id uuid not null references waymark.assessment,
  organisation_id uuid not null references waymark.organisation,
  organisation_name text not null,
  nation text not null,
  number integer not null check (number > 0),
  revision integer not null,
  title text not null,
  review_on date not null,
  document jsonb not null,
  figures jsonb not null default '{}' check (jsonb_typeof(figures) = 'object'),
  what_changed text check (length(what_changed) between 1 and 3000),
  why_changed text check (length(why_changed) between 1 and 3000),
  signed_by uuid not null references waymark.person default waymark.actor_id(),
  signed_as text not null check (length(signed_as) between 1 and 200),
  published_at timestamptz not null default now(),
  unique (assessment_id, number)
);
create index assessment_published_newest on waymark.assessment_published (published_at desc);
comment on table waymark.assessment_published is 'An assessment as it was published: whole, for anybody to read, never changed. A correction is another version that says what changed and why.';
comment on column waymark.assessment_published.document is 'Made by the database from the assessment at that moment. Words of young people are not in it, only their ids, so that words taken back are gone from it.';
comment on column waymark.assessment_published.figures is 'Published figures of the outcomes to be watched, as they stood, rounded for readers outside.';

create table waymark.assessment_words_printed (
  published_id uuid not null references waymark.assessment_published,
  words_id uuid not null references waymark.assessment_words,
  primary key (published_id, words_id)
);
comment on table waymark.assessment_words_printed is 'Which words stand in which published version. Words that stand in one are not changed afterwards, only taken back.';

create table waymark.assessment_review (
  id uuid primary key default gen_random_uuid(),
  assessment_id uuid not null references waymark.assessment,
  due_on date not null,
  asked_children text check (length(asked_children) between 1 and 5000),
  unintended text check (length(unintended) between 1 and 5000),
  what_next text check (length(what_next) between 1 and 5000),
  next_review_on date,
  no_more_because text check (length(no_more_because) between 1 and 3000),
  completed_at timestamptz,
  completed_by uuid references waymark.person,
  signed_as text check (length(signed_as) between 1 and 200),
  document jsonb,
  figures jsonb not null default '{}' check (jsonb_typeof(figures) = 'object'),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (id, assessment_id),
  constraint completed_whole check (num_nonnulls(completed_at, completed_by, signed_as, document) in (0, 4)),
  constraint next_after_this check (next_review_on > due_on)
);
create unique index one_review_to_come on waymark.assessment_review (assessment_id) where completed_at is null;
create index review_to_come on waymark.assessment_review (due_on) where completed_at is null;
create index assessment_review_of on waymark.assessment_review (assessment_id, due_on);
comment on table waymark.assessment_review is 'The review after implementation. It is there from the day of publishing, and due from its date with nothing having to run. Only completing it closes it, and completing it sets the next.';

create table waymark.assessment_review_finding (
  id uuid primary key default gen_random_uuid(),
  review_id uuid not null,
  assessment_id uuid not null,
  impact_id uuid not null,
  observed text not null check (observed in ('happened', 'did_not', 'otherwise', 'cannot_tell')),
  seen text not null check (length(seen) between 1 and 3000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (review_id, impact_id),
  foreign key (review_id, assessment_id) references waymark.assessment_review (id, assessment_id),
  foreign key (impact_id, assessment_id) references waymark.assessment_impact (id, assessment_id)
);
comment on table waymark.assessment_review_finding is 'What became of one expected impact: it happened, it did not, other than predicted, or nobody can tell; and from what that is known.';

-- ---------------------------------------------------------------- who reads, who writes
alter table waymark.assessment_published enable row level security;
alter table waymark.assessment_published force row level security;
alter table waymark.assessment_words_printed enable row level security;
alter table waymark.assessment_words_printed force row level security;
alter table waymark.assessment_review enable row level security;
alter table waymark.assessment_review force row level security;
alter table waymark.assessment_review_finding enable row level security;
alter table waymark.assessment_review_finding force row level security;

create policy everybody_reads on waymark.assessment_published for select using (true);
create policy managers_publish on waymark.assessment_published for insert to waymark_app with check (
  signed_by = (select waymark.actor_id()) and (select waymark.actor_role()) = 'manager'
  and exists (select from waymark.assessment a where a.id = assessment_id));
grant select, insert on waymark.assessment_published to waymark_app;
grant select on waymark.assessment_published to waymark_door;

create policy everybody_knows on waymark.assessment_words_printed for select using (true);
create policy keeper_prints on waymark.assessment_words_printed for insert to waymark_keeper with check (true);
grant select on waymark.assessment_words_printed to waymark_app, waymark_door;
grant insert on waymark.assessment_words_printed to waymark_keeper;
create policy printed_and_not_taken_back on waymark.assessment_words for select to waymark_door using (
  taken_back_at is null and exists (select from waymark.assessment_words_printed p where p.words_id = id));
grant select (id, assessment_id, involvement_id, words, language, said_by, dissent, answered, taken_back_at) on waymark.assessment_words to waymark_door;

create policy follows_assessment on waymark.assessment_review for select to waymark_app using (exists (select from waymark.assessment a where a.id = assessment_id));
create policy policy_leads_review on waymark.assessment_review for update to waymark_app
  using ((select waymark.actor_role()) in ('analyst', 'manager') and exists (select from waymark.assessment a where a.id = assessment_id));
create policy keeper_sets on waymark.assessment_review to waymark_keeper using (true) with check (true);
create policy everybody_knows_the_date on waymark.assessment_review for select to waymark_door using (true);
grant select on waymark.assessment_review to waymark_app;
grant update (asked_children, unintended, what_next, next_review_on, no_more_because, completed_at, completed_by, signed_as, document, figures)
  on waymark.assessment_review to waymark_app;
grant select, insert, update on waymark.assessment_review to waymark_keeper;
grant select (id, assessment_id, due_on, completed_at, signed_as, document, figures) on waymark.assessment_review to waymark_door;
create trigger keep_version before update on waymark.assessment_review for each row execute function waymark.keep_version();
create trigger written_in after update of asked_children, unintended, what_next, next_review_on, no_more_because on waymark.assessment_review
  for each row when (new.completed_at is null) execute function waymark.written_in('id');
call waymark.hold_for_assessment('waymark.assessment_review_finding');
create trigger written_in_review after insert or update on waymark.assessment_review_finding
  for each row execute function waymark.written_in('review_id');
drop trigger written_in on waymark.assessment_review_finding;

-- ---------------------------------------------------------------- publishing
create function waymark.outcome_named(of_outcome uuid) returns jsonb language sql stable set search_path = pg_catalog as $$
  select jsonb_build_object('title', coalesce(w.title, o.code), 'code', o.code, 'framework', v.name, 'version', v.version, 'provisional', v.provisional)
  from waymark.outcome o join waymark.framework_version v on v.id = o.framework_version_id
  left join waymark.outcome_wording w on w.outcome_id = o.id and w.language = v.language
  where o.id = of_outcome
$$;
comment on function waymark.outcome_named(uuid) is 'What an outcome is called, and in which version of which framework.';
create function waymark.assessment_document(of_assessment uuid) returns jsonb language sql stable set search_path = pg_catalog as $$
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
$$;
comment on function waymark.assessment_document(uuid) is 'An assessment as it would be published now. No name of anybody who works here, and no words of a young person, only their ids.';

grant execute on function waymark.assessment_document(uuid), waymark.outcome_named(uuid) to waymark_app;

/* The words for what is missing stand in the evaluation domain; the last word is here. Each thing has a name of its own. */
create function waymark.missing_to_publish(of_assessment uuid) returns text language sql stable set search_path = pg_catalog as $$
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
$$;
comment on function waymark.missing_to_publish(uuid) is 'The first thing an assessment lacks before it may be published; null when nothing.';
grant execute on function waymark.missing_to_publish(uuid) to waymark_app;

create function waymark.assessment_publishes() returns trigger language plpgsql set search_path = pg_catalog as $$
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
end $$;
create trigger assessment_publishes before insert on waymark.assessment_published for each row execute function waymark.assessment_publishes();

create function waymark.published_follows() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
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
end $$;
alter function waymark.published_follows() owner to waymark_keeper;
set local role waymark_keeper;
grant execute on function waymark.published_follows() to waymark_owner;
set local role waymark_owner;
create trigger published_follows after insert on waymark.assessment_published for each row execute function waymark.published_follows();

create function waymark.published_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what was published stays as it is: publish another version' using errcode = 'restrict_violation', constraint = 'published_stays';
end $$;
create trigger published_stays before update or delete or truncate on waymark.assessment_published execute function waymark.published_stays();
create trigger published_stays before update or delete or truncate on waymark.assessment_words_printed execute function waymark.published_stays();

create function waymark.words_stay() returns trigger language plpgsql set search_path = pg_catalog as $$
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
end $$;
create trigger words_stay before update on waymark.assessment_words for each row execute function waymark.words_stay();

-- ---------------------------------------------------------------- the review
create function waymark.review_completes() returns trigger language plpgsql set search_path = pg_catalog as $$
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
end $$;
create trigger review_completes before update on waymark.assessment_review for each row execute function waymark.review_completes();

create function waymark.review_follows() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if old.completed_at is null and new.completed_at is not null and new.next_review_on is not null then
    insert into waymark.assessment_review (assessment_id, due_on) values (new.assessment_id, new.next_review_on);
  end if;
  return null;
end $$;
alter function waymark.review_follows() owner to waymark_keeper;
set local role waymark_keeper;
grant execute on function waymark.review_follows() to waymark_owner;
set local role waymark_owner;
create trigger review_follows after update on waymark.assessment_review for each row execute function waymark.review_follows();

create function waymark.review_is_not_removed() returns trigger language plpgsql as $$
begin
  raise exception 'a review is completed, never removed' using errcode = 'restrict_violation', constraint = 'review_stays';
end $$;
create trigger review_is_not_removed before delete or truncate on waymark.assessment_review execute function waymark.review_is_not_removed();

create function waymark.finding_stays() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  done timestamptz;
begin
  select r.completed_at into done from waymark.assessment_review r where r.id = new.review_id for share;
  if done is not null then
    raise exception 'a review that was completed stays as it is' using errcode = 'restrict_violation', constraint = 'review_stays';
  end if;
  return new;
end $$;
create trigger finding_stays before insert or update on waymark.assessment_review_finding for each row execute function waymark.finding_stays();
