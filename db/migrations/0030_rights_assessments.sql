-- Child rights impact assessments: what is proposed, who it touches, what is known, what children and
-- young people said, and what is expected, on the same outcomes that check-ins use. Nothing here is about
-- one child, and nothing here reads a child's row.

create table waymark.assessment_template (
  id uuid primary key default gen_random_uuid(),
  nation text not null check (nation in ('scotland', 'wales', 'northern_ireland', 'england')),
  version text not null check (length(version) between 1 and 40),
  name text not null check (length(name) between 1 and 200),
  as_of date not null,
  source text not null check (length(source) between 1 and 2000),
  confidence text not null check (confidence in ('read', 'partly_read', 'to_be_checked')),
  definition jsonb not null check (jsonb_typeof(definition -> 'stages') = 'array'),
  unique (nation, version)
);
comment on table waymark.assessment_template is 'The sections of an assessment in one nation, as dated data: which stages, in which order, from which source, and how sure we are. In our own words. Never changed: a new reading is a new version.';
comment on column waymark.assessment_template.confidence is 'read: the source was read whole; partly_read: some of it; to_be_checked: background knowledge only.';

create function waymark.template_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a template that was published stays as it is: add a version' using errcode = 'restrict_violation', constraint = 'template_stays';
end $$;
create trigger template_stays before update or delete or truncate on waymark.assessment_template execute function waymark.template_stays();
grant select on waymark.assessment_template to waymark_app;

create table waymark.assessment (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  template_id uuid not null references waymark.assessment_template,
  title text not null check (length(title) between 1 and 200),
  owner_id uuid not null references waymark.person default waymark.actor_id(),
  owner_post text not null check (length(owner_post) between 1 and 200),
  begun_by uuid not null references waymark.person default waymark.actor_id(),
  begun_at timestamptz not null default now(),
  drafting_began_on date not null,
  takes_effect_on date,
  review_on date,
  proposal text not null check (length(proposal) between 1 and 5000),
  affected text check (length(affected) between 1 and 5000),
  not_involved_because text check (length(not_involved_because) between 1 and 5000),
  not_involved_on date,
  involve_by date,
  best_interests text check (length(best_interests) between 1 and 5000),
  chosen_option_id uuid,
  decision text check (length(decision) between 1 and 5000),
  twin_what text check (length(twin_what) between 1 and 2000),
  twin_change text check (length(twin_change) between 1 and 2000),
  twin_said text check (length(twin_said) between 1 and 2000),
  twin_decided text check (length(twin_decided) between 1 and 2000),
  twin_next text check (length(twin_next) between 1 and 2000),
  section_texts jsonb not null default '{}' check (jsonb_typeof(section_texts) = 'object'),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint effect_after_drafting check (takes_effect_on >= drafting_began_on),
  constraint review_after_effect check (review_on > takes_effect_on),
  constraint reason_is_dated check (num_nonnulls(not_involved_because, not_involved_on, involve_by) in (0, 3)),
  constraint involved_after_reason check (involve_by >= not_involved_on)
);
create index assessment_of_organisation on waymark.assessment (organisation_id, begun_at desc);
comment on table waymark.assessment is 'One child rights impact assessment, as it is being written. What was published of it stands in assessment_published and never changes.';
comment on column waymark.assessment.owner_id is 'Who is to open its review when it is due. Printed is only owner_post.';
comment on column waymark.assessment.not_involved_because is 'Why children and young people have not been involved, said on a day, with the day by which they will be.';
comment on column waymark.assessment.section_texts is 'The sections that only this nation''s template has, by their keys.';

create table waymark.assessment_revision (
  of_id uuid primary key,
  revision integer not null default 1,
  writers uuid[] not null default '{}'
);
comment on table waymark.assessment_revision is 'How often an assessment or a review was written in, and by whom: what is signed off is what was read, by somebody who did not write it. Kept by trigger.';
grant select on waymark.assessment_revision to waymark_app;
grant select, insert, update on waymark.assessment_revision to waymark_keeper;

create function waymark.written_in() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
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
end $$;
alter function waymark.written_in() owner to waymark_keeper;
set local role waymark_keeper;
grant execute on function waymark.written_in() to waymark_owner;
set local role waymark_owner;

-- ---------------------------------------------------------------- what stands in an assessment
create table waymark.assessment_group (
  id uuid primary key default gen_random_uuid(),
  assessment_id uuid not null references waymark.assessment,
  name text not null check (length(name) between 1 and 200),
  touched text not null check (touched in ('directly', 'indirectly')),
  how text not null check (length(how) between 1 and 2000),
  begun_at timestamptz not null default clock_timestamp(),
  taken_off_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (id, assessment_id)
);
comment on table waymark.assessment_group is 'A group of children and young people that the proposal touches. Never a named child.';

create table waymark.assessment_option (
  id uuid primary key default gen_random_uuid(),
  assessment_id uuid not null references waymark.assessment,
  name text not null check (length(name) between 1 and 200),
  description text not null check (length(description) between 1 and 2000),
  does_nothing boolean not null default false,
  begun_at timestamptz not null default clock_timestamp(),
  taken_off_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (id, assessment_id)
);
create unique index one_option_does_nothing on waymark.assessment_option (assessment_id) where does_nothing and taken_off_at is null;
comment on table waymark.assessment_option is 'What could be done. Leaving things as they are is one of them.';
alter table waymark.assessment add foreign key (chosen_option_id, id) references waymark.assessment_option (id, assessment_id);

create table waymark.assessment_evidence (
  id uuid primary key default gen_random_uuid(),
  assessment_id uuid not null references waymark.assessment,
  kind text not null check (kind in ('children', 'research', 'statistics', 'practice', 'law', 'inspection', 'other')),
  citation text not null check (length(citation) between 1 and 1000),
  tells text not null check (length(tells) between 1 and 3000),
  strength text not null check (strength in ('strong', 'some', 'weak', 'not_judged')),
  gaps text check (length(gaps) between 1 and 2000),
  begun_at timestamptz not null default clock_timestamp(),
  taken_off_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (id, assessment_id)
);
comment on table waymark.assessment_evidence is 'What is known, from where, how well, and what is not known.';

create table waymark.assessment_impact (
  id uuid primary key default gen_random_uuid(),
  assessment_id uuid not null references waymark.assessment,
  option_id uuid not null,
  group_id uuid not null,
  article integer not null check (article between 1 and 42),
  direction text not null check (direction in ('helps', 'harms', 'mixed', 'cannot_tell')),
  outcome_id uuid not null references waymark.outcome,
  effect text not null check (length(effect) between 1 and 2000),
  evidence_ids uuid[] not null default '{}',
  confidence text not null check (confidence in ('well_supported', 'some_support', 'weak_support', 'no_evidence')),
  mitigation text check (length(mitigation) between 1 and 2000),
  begun_at timestamptz not null default clock_timestamp(),
  taken_off_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (id, assessment_id),
  foreign key (option_id, assessment_id) references waymark.assessment_option (id, assessment_id),
  foreign key (group_id, assessment_id) references waymark.assessment_group (id, assessment_id),
  constraint confidence_follows_evidence check ((evidence_ids = '{}') = (confidence = 'no_evidence')),
  constraint harm_is_answered check (direction not in ('harms', 'mixed') or mitigation is not null)
);
create unique index one_row_for_each_effect on waymark.assessment_impact (option_id, group_id, article, outcome_id) where taken_off_at is null;
create index assessment_impact_of_outcome on waymark.assessment_impact (outcome_id);
comment on table waymark.assessment_impact is 'What one option is expected to do to one right of one group, on one outcome: the same outcome id as in check-ins and audits. Rows are never added up into a score.';
comment on column waymark.assessment_impact.article is 'Of the UN Convention on the Rights of the Child.';

create table waymark.assessment_involvement (
  id uuid primary key default gen_random_uuid(),
  assessment_id uuid not null references waymark.assessment,
  who text not null check (length(who) between 1 and 1000),
  how_many integer not null check (how_many between 1 and 100000),
  how text not null check (length(how) between 1 and 2000),
  began_on date not null,
  ended_on date not null,
  said text not null check (length(said) between 1 and 5000),
  changed text not null check (length(changed) between 1 and 5000),
  not_changed text not null check (length(not_changed) between 1 and 5000),
  begun_at timestamptz not null default clock_timestamp(),
  taken_off_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (id, assessment_id),
  constraint ends_after_it_began check (ended_on >= began_on)
);
comment on table waymark.assessment_involvement is 'Which children and young people were asked, how, what they said, what changed because of it, and what did not and why. Groups and numbers, never a name.';

create table waymark.assessment_words (
  id uuid primary key default gen_random_uuid(),
  assessment_id uuid not null references waymark.assessment,
  involvement_id uuid not null,
  words text not null check (length(words) between 1 and 3000),
  language text not null default 'en' check (language ~ '^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$'),
  said_by text not null check (length(said_by) between 1 and 200),
  agreed_on date not null,
  agreed_how text not null check (length(agreed_how) between 1 and 500),
  dissent boolean not null default false,
  answered text check (length(answered) between 1 and 3000),
  taken_back_at timestamptz,
  begun_at timestamptz not null default clock_timestamp(),
  taken_off_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (id, assessment_id),
  foreign key (involvement_id, assessment_id) references waymark.assessment_involvement (id, assessment_id),
  constraint dissent_is_answered check (not dissent or answered is not null)
);
comment on table waymark.assessment_words is 'Words of a young person, as they were said, for use in this one published text, with when and how they agreed to that. said_by is a description such as "a young person of the group", never a name.';
comment on column waymark.assessment_words.dissent is 'They do not agree with the decision: printed with it, and answered.';
comment on column waymark.assessment_words.taken_back_at is 'Who said them no longer agrees. From then on they are shown nowhere, not in what was published either.';

create table waymark.assessment_measure (
  id uuid primary key default gen_random_uuid(),
  assessment_id uuid not null references waymark.assessment,
  kind text not null check (kind in ('outcome', 'other')),
  outcome_id uuid references waymark.outcome,
  name text check (length(name) between 1 and 300),
  source text check (length(source) between 1 and 500),
  watched_by text not null check (length(watched_by) between 1 and 200),
  first_look_on date not null,
  acts_when text not null check (length(acts_when) between 1 and 2000),
  begun_at timestamptz not null default clock_timestamp(),
  taken_off_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (id, assessment_id),
  constraint measure_is_named check (case kind when 'outcome' then outcome_id is not null else name is not null and source is not null end)
);
comment on table waymark.assessment_measure is 'What is watched once the decision is in force: an outcome, whose published figures are shown, or something else with its source; who watches it, from when, and what they see that makes them act.';

create index assessment_group_of on waymark.assessment_group (assessment_id);
create index assessment_option_of on waymark.assessment_option (assessment_id);
create index assessment_evidence_of on waymark.assessment_evidence (assessment_id);
create index assessment_impact_of on waymark.assessment_impact (assessment_id);
create index assessment_involvement_of on waymark.assessment_involvement (assessment_id);
create index assessment_words_of on waymark.assessment_words (assessment_id);
create index assessment_measure_of on waymark.assessment_measure (assessment_id);

-- ---------------------------------------------------------------- who reads, who writes
alter table waymark.assessment enable row level security;
alter table waymark.assessment force row level security;
create policy own_organisation_reads on waymark.assessment for select to waymark_app using (
  organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in ('analyst', 'manager', 'auditor'));
create policy policy_leads_begin on waymark.assessment for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in ('analyst', 'manager')
  and begun_by = (select waymark.actor_id()));
create policy policy_leads_write on waymark.assessment for update to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in ('analyst', 'manager'));
grant select, insert on waymark.assessment to waymark_app;
grant update (title, owner_id, owner_post, drafting_began_on, takes_effect_on, review_on, proposal, affected, not_involved_because,
  not_involved_on, involve_by, best_interests, chosen_option_id, decision, twin_what, twin_change, twin_said, twin_decided,
  twin_next, section_texts) on waymark.assessment to waymark_app;
create trigger keep_version before update on waymark.assessment for each row execute function waymark.keep_version();
create trigger written_in after insert or update on waymark.assessment for each row execute function waymark.written_in('id');

create procedure waymark.hold_for_assessment(held regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', held);
  execute format('alter table %s force row level security', held);
  execute format('create policy follows_assessment on %s for select to waymark_app using (exists (select from waymark.assessment a where a.id = assessment_id))', held);
  execute format('create policy policy_leads_add on %s for insert to waymark_app with check ((select waymark.actor_role()) in (''analyst'', ''manager'') and exists (select from waymark.assessment a where a.id = assessment_id))', held);
  execute format('create policy policy_leads_change on %s for update to waymark_app using ((select waymark.actor_role()) in (''analyst'', ''manager'') and exists (select from waymark.assessment a where a.id = assessment_id))', held);
  execute format('grant select, insert, update on %s to waymark_app', held);
  execute format('create trigger keep_version before update on %s for each row execute function waymark.keep_version()', held);
  execute format('create trigger written_in after insert or update on %s for each row execute function waymark.written_in(''assessment_id'')', held);
end $$;
comment on procedure waymark.hold_for_assessment(regclass) is 'Puts a part of an assessment under the rules every part follows.';
call waymark.hold_for_assessment('waymark.assessment_group');
call waymark.hold_for_assessment('waymark.assessment_option');
call waymark.hold_for_assessment('waymark.assessment_evidence');
call waymark.hold_for_assessment('waymark.assessment_impact');
call waymark.hold_for_assessment('waymark.assessment_involvement');
call waymark.hold_for_assessment('waymark.assessment_words');
call waymark.hold_for_assessment('waymark.assessment_measure');

-- ---------------------------------------------------------------- what must hold between rows
create function waymark.owner_fits() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if not exists (select from waymark.person p where p.id = new.owner_id and p.organisation_id = new.organisation_id
      and p.role in ('analyst', 'manager') and p.ended_at is null) then
    raise exception 'an assessment is owned by an analyst or a manager of its organisation' using errcode = 'check_violation', constraint = 'owner_fits';
  end if;
  return new;
end $$;
create trigger owner_fits before insert or update of owner_id on waymark.assessment for each row execute function waymark.owner_fits();

create function waymark.outcome_in_use() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.outcome_id is null or (tg_op = 'UPDATE' and old.outcome_id is not distinct from new.outcome_id) then return new; end if;
  if not exists (select from waymark.outcome o join waymark.framework_version v on v.id = o.framework_version_id
      where o.id = new.outcome_id and v.status = 'live') then
    raise exception 'this outcome is of a version that is not in use' using errcode = 'check_violation', constraint = 'outcome_in_use';
  end if;
  return new;
end $$;
comment on function waymark.outcome_in_use() is 'An outcome is chosen from a version in use. A row that names one keeps it when the version is retired.';
create trigger outcome_in_use before insert or update on waymark.assessment_impact for each row execute function waymark.outcome_in_use();
create trigger outcome_in_use before insert or update on waymark.assessment_measure for each row execute function waymark.outcome_in_use();

create function waymark.impact_stands_on_its_own() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.taken_off_at is null and (
    exists (select from unnest(new.evidence_ids) e where not exists (
      select from waymark.assessment_evidence x where x.id = e and x.assessment_id = new.assessment_id and x.taken_off_at is null))
    or exists (select from waymark.assessment_option o where o.id = new.option_id and o.taken_off_at is not null)
    or exists (select from waymark.assessment_group g where g.id = new.group_id and g.taken_off_at is not null)) then
    raise exception 'an impact stands on options, groups and evidence of its own assessment' using errcode = 'check_violation', constraint = 'impact_stands_on_its_own';
  end if;
  return new;
end $$;
create trigger impact_stands_on_its_own before insert or update on waymark.assessment_impact for each row execute function waymark.impact_stands_on_its_own();

create function waymark.still_used() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.taken_off_at is null or old.taken_off_at is not null then return new; end if;
  if exists (select from waymark.assessment_impact i where i.assessment_id = new.assessment_id and i.taken_off_at is null
      and (i.option_id = new.id or i.group_id = new.id or new.id = any (i.evidence_ids)))
    or exists (select from waymark.assessment_words w where w.involvement_id = new.id and w.taken_off_at is null)
    or exists (select from waymark.assessment a where a.id = new.assessment_id and a.chosen_option_id = new.id) then
    raise exception 'something else in the assessment stands on this' using errcode = 'restrict_violation', constraint = 'still_used';
  end if;
  return new;
end $$;
create trigger still_used before update on waymark.assessment_group for each row execute function waymark.still_used();
create trigger still_used before update on waymark.assessment_option for each row execute function waymark.still_used();
create trigger still_used before update on waymark.assessment_evidence for each row execute function waymark.still_used();
create trigger still_used before update on waymark.assessment_involvement for each row execute function waymark.still_used();
