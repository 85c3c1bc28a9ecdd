-- Plans with the heads the law of each nation asks for. Strengths first; the young person proposes, agrees and
-- disagrees in their own words, and that is kept; goals belong to outcomes by the same id; every action has one owner,
-- an agency, an objective and a day. Somebody else than those who wrote it approves it.

create table waymark.plan_template (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('care', 'placement', 'pathway', 'safety', 'support')),
  nations text[] not null check (cardinality(nations) > 0 and nations <@ array['england', 'wales', 'scotland', 'northern_ireland']),
  version integer not null check (version > 0),
  title text not null check (length(title) between 1 and 200),
  from_day date not null,
  until_day date,
  source text not null check (length(source) between 1 and 500),
  confidence text not null check (confidence in ('certain', 'likely', 'check')),
  unique (kind, nations, version),
  constraint template_in_order check (until_day > from_day)
);
comment on table waymark.plan_template is 'What a kind of plan must say in a nation, from a day. Dated data with its source: a new law is a new version, and a plan keeps the version it was written under.';

create table waymark.plan_head (
  template_id uuid not null references waymark.plan_template,
  code text not null check (code ~ '^[a-z_]{3,40}$'),
  place integer not null check (place > 0),
  title text not null check (length(title) between 1 and 200),
  asks text not null check (length(asks) between 1 and 500),
  source text not null check (length(source) between 1 and 300),
  required boolean not null,
  primary key (template_id, code),
  unique (template_id, place)
);
comment on table waymark.plan_head is 'A head of a template, in order. A plan is approved only when every required head is filled.';

create table waymark.plan (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  template_id uuid not null references waymark.plan_template,
  state text not null default 'draft' check (state in ('draft', 'asked', 'approved', 'ended')),
  starts_on date not null,
  strengths text check (length(btrim(strengths)) between 1 and 5000),
  chair_id uuid references waymark.person,
  author_id uuid not null references waymark.person default waymark.actor_id(),
  opened_at timestamptz not null default now(),
  not_heard_because text check (length(btrim(not_heard_because)) between 1 and 2000),
  not_heard_on date,
  hear_next_on date,
  hear_next_who text check (length(btrim(hear_next_who)) between 1 and 200),
  sent_back_words text check (length(btrim(sent_back_words)) between 1 and 2000),
  approved_by uuid references waymark.person,
  approved_at timestamptz,
  ended_why text check (length(btrim(ended_why)) between 1 and 2000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id),
  unique (id, template_id),
  constraint not_heard_is_whole check (num_nonnulls(not_heard_because, not_heard_on, hear_next_on, hear_next_who) in (0, 4)),
  constraint hear_next_is_later check (hear_next_on >= not_heard_on),
  constraint approved_by_somebody_else check (approved_by <> author_id),
  constraint approved_is_whole check (num_nonnulls(approved_by, approved_at) in (0, 2) and (state = 'ended' or (state = 'approved') = (approved_by is not null))),
  constraint ended_says_why check ((state = 'ended') = (ended_why is not null))
);
create index plan_of_child on waymark.plan (child_id);
create index plan_asked on waymark.plan (opened_at, child_id) where state = 'asked';
comment on table waymark.plan is 'A plan for a child, by a template. Its author never approves it.';

create table waymark.plan_text (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  plan_id uuid not null,
  template_id uuid not null,
  head_code text not null,
  words text not null check (length(btrim(words)) between 1 and 10000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (plan_id, head_code),
  foreign key (child_id, plan_id) references waymark.plan (child_id, id),
  foreign key (plan_id, template_id) references waymark.plan (id, template_id),
  foreign key (template_id, head_code) references waymark.plan_head
);
create index plan_text_of_child on waymark.plan_text (child_id);
comment on table waymark.plan_text is 'What a plan says under a head, in full, for the meeting. Not for a young person''s own pages, which others may look at.';

create table waymark.plan_plain (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  plan_id uuid not null,
  head_code text not null,
  words text not null check (length(btrim(words)) between 1 and 2000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (plan_id, head_code, words_language),
  foreign key (child_id, plan_id) references waymark.plan (child_id, id)
);
create index plan_plain_of_child on waymark.plan_plain (child_id);
comment on table waymark.plan_plain is 'The same head in plain words for the young person, in a language they read.';

create table waymark.plan_said (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  plan_id uuid not null,
  head_code text,
  kind text not null check (kind in ('says', 'proposes', 'agrees', 'disagrees')),
  words text not null check (length(btrim(words)) between 1 and 5000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  said_by text not null check (said_by in ('child', 'child_with_someone', 'somebody_for_them')),
  written_by uuid not null references waymark.person default waymark.actor_id(),
  written_at timestamptz not null default clock_timestamp(),
  answer text check (answer in ('taken_up', 'partly', 'not_taken_up')),
  answer_words text check (length(btrim(answer_words)) between 1 and 2000),
  answered_by uuid references waymark.person,
  answered_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id),
  foreign key (child_id, plan_id) references waymark.plan (child_id, id),
  constraint answer_is_whole check (num_nonnulls(answer, answer_words, answered_by, answered_at) in (0, 4))
);
create index plan_said_of on waymark.plan_said (plan_id, written_at);
create index plan_said_of_child on waymark.plan_said (child_id);
comment on table waymark.plan_said is 'What the young person says of a plan, proposes, agrees or disagrees with, in their words. Kept for good; only the answer is added.';

create table waymark.plan_goal (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  plan_id uuid not null,
  words text not null check (length(btrim(words)) between 1 and 2000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  joint boolean not null,
  own_goal_id uuid,
  outcome_id uuid references waymark.outcome,
  let_go_why text check (length(btrim(let_go_why)) between 1 and 2000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (plan_id, id),
  foreign key (child_id, plan_id) references waymark.plan (child_id, id),
  foreign key (child_id, own_goal_id) references waymark.own_goal (child_id, id)
);
create index plan_goal_of_child on waymark.plan_goal (child_id);
create index plan_goal_of_own on waymark.plan_goal (own_goal_id);
create index plan_goal_of_outcome on waymark.plan_goal (outcome_id);
comment on table waymark.plan_goal is 'What a plan is for: a goal of the young person, or an objective shared by everybody (joint). The outcome is the one that check-ins ask about, by the same id.';

create table waymark.plan_action (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  plan_id uuid not null,
  goal_id uuid not null,
  what text not null check (length(btrim(what)) between 1 and 2000),
  plain text not null check (length(btrim(plain)) between 1 and 500),
  agency text not null check (agency in ('us', 'social_care', 'police', 'school', 'health', 'mental_health', 'housing', 'charity', 'legal', 'other')),
  owner_id uuid references waymark.person,
  owner_name text check (length(btrim(owner_name)) between 1 and 200),
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'done', 'not_done')),
  came_of text check (length(btrim(came_of)) between 1 and 2000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id),
  foreign key (child_id, plan_id) references waymark.plan (child_id, id),
  foreign key (plan_id, goal_id) references waymark.plan_goal (plan_id, id),
  constraint one_owner check (num_nonnulls(owner_id, owner_name) = 1),
  constraint ended_says_what_came_of_it check (state = 'open' or came_of is not null)
);
create index plan_action_of on waymark.plan_action (plan_id);
create index plan_action_of_child on waymark.plan_action (child_id);
create index plan_action_open on waymark.plan_action (due_on, child_id) where state = 'open';
create index plan_action_owner on waymark.plan_action (owner_id) where state = 'open';
comment on table waymark.plan_action is 'What somebody does, for which goal, by when: one owner. An action of an agency cites a joint objective. The owner may be late; the child never is.';

create table waymark.plan_conflict (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  plan_id uuid not null,
  agency text not null check (agency in ('us', 'social_care', 'police', 'school', 'health', 'mental_health', 'housing', 'charity', 'legal', 'other')),
  words text not null check (length(btrim(words)) between 1 and 2000),
  raised_by uuid not null references waymark.person default waymark.actor_id(),
  raised_at timestamptz not null default now(),
  settled_words text check (length(btrim(settled_words)) between 1 and 2000),
  settled_by uuid references waymark.person,
  settled_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, plan_id) references waymark.plan (child_id, id),
  constraint settled_is_whole check (num_nonnulls(settled_words, settled_by, settled_at) in (0, 3))
);
create index plan_conflict_of on waymark.plan_conflict (plan_id);
create index plan_conflict_open on waymark.plan_conflict (raised_at, child_id) where settled_at is null;
create index plan_conflict_of_child on waymark.plan_conflict (child_id);
comment on table waymark.plan_conflict is 'Where an agency''s own aim goes against a joint objective. The chair of the plan sees it, and somebody says how it was settled.';

-- ---------------------------------------------------------------- rules the database keeps
-- What a plan lacks before somebody may approve it. The pages ask it too: there is one answer.
create function waymark.plan_gaps(asked waymark.plan, on_day date) returns text[] language sql stable set search_path = pg_catalog as $$
  select array_remove(array[
    case when (asked).strengths is null then 'strengths' end,
    case when not exists (select from waymark.plan_said s where s.plan_id = (asked).id)
      and coalesce((asked).hear_next_on < plan_gaps.on_day, true) then 'view' end,
    case when exists (select from waymark.plan_head h where h.template_id = (asked).template_id and h.required
      and not exists (select from waymark.plan_text t where t.plan_id = (asked).id and t.head_code = h.code)) then 'heads' end,
    case when exists (select from waymark.plan_said s where s.plan_id = (asked).id and s.kind in ('proposes', 'disagrees') and s.answer is null) then 'answers' end,
    case when not exists (select from waymark.plan_goal g where g.plan_id = (asked).id) then 'goals' end
  ], null)
$$;
comment on function waymark.plan_gaps(waymark.plan, date) is 'What a plan lacks before it may be approved, as codes.';

create function waymark.plan_steps() returns trigger language plpgsql set search_path = pg_catalog as $$
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
end $$;
create trigger plan_steps before update on waymark.plan for each row execute function waymark.plan_steps();

create function waymark.plan_in_hand() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform from waymark.plan p where p.id = new.plan_id and p.state = 'draft' for update;
  if not found then
    raise exception 'a plan is changed while it is being written' using errcode = 'restrict_violation', constraint = 'changed_while_written';
  end if;
  return new;
end $$;
create trigger plan_in_hand before insert or update on waymark.plan_text for each row execute function waymark.plan_in_hand();

create function waymark.plan_action_cites() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.agency <> 'us' and not exists (select from waymark.plan_goal g where g.id = new.goal_id and g.joint) then
    raise exception 'an action of an agency cites a joint objective' using errcode = 'check_violation', constraint = 'agency_cites_joint_objective';
  end if;
  if new.due_on < (select p.starts_on from waymark.plan p where p.id = new.plan_id) then
    raise exception 'an action is not due before its plan begins' using errcode = 'check_violation', constraint = 'due_within_plan';
  end if;
  return new;
end $$;
create trigger plan_action_cites before insert or update on waymark.plan_action for each row execute function waymark.plan_action_cites();

create function waymark.plan_said_stays() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (new.words, new.words_language, new.kind, new.said_by, new.head_code, new.written_by) is distinct from (old.words, old.words_language, old.kind, old.said_by, old.head_code, old.written_by) then
    raise exception 'what was said stays as it was said' using errcode = 'restrict_violation', constraint = 'said_stays';
  end if;
  return new;
end $$;
create trigger plan_said_stays before update on waymark.plan_said for each row execute function waymark.plan_said_stays();
revoke execute on function waymark.plan_steps(), waymark.plan_in_hand(), waymark.plan_action_cites(), waymark.plan_said_stays() from public;
revoke execute on function waymark.plan_gaps(waymark.plan, date) from public;
grant execute on function waymark.plan_gaps(waymark.plan, date) to waymark_app;

call waymark.hold_for_child('waymark.plan');
call waymark.hold_for_child('waymark.plan_text');
call waymark.hold_for_child('waymark.plan_plain');
call waymark.hold_for_child('waymark.plan_said');
call waymark.hold_for_child('waymark.plan_goal');
call waymark.hold_for_child('waymark.plan_action');
call waymark.hold_for_child('waymark.plan_conflict');
call waymark.staff_only('waymark.plan_text');
call waymark.staff_only('waymark.plan_conflict');
-- The young person reads their plan and says what they think of it; people write the rest.
create policy staff_write on waymark.plan as restrictive for insert to waymark_app with check ((select waymark.actor_role()) <> 'young_person');
create policy staff_change on waymark.plan as restrictive for update to waymark_app using ((select waymark.actor_role()) <> 'young_person');
create policy staff_write on waymark.plan_plain as restrictive for insert to waymark_app with check ((select waymark.actor_role()) <> 'young_person');
create policy staff_change on waymark.plan_plain as restrictive for update to waymark_app using ((select waymark.actor_role()) <> 'young_person');
create policy staff_write on waymark.plan_goal as restrictive for insert to waymark_app with check ((select waymark.actor_role()) <> 'young_person');
create policy staff_change on waymark.plan_goal as restrictive for update to waymark_app using ((select waymark.actor_role()) <> 'young_person');
create policy staff_write on waymark.plan_action as restrictive for insert to waymark_app with check ((select waymark.actor_role()) <> 'young_person');
create policy staff_change on waymark.plan_action as restrictive for update to waymark_app using ((select waymark.actor_role()) <> 'young_person');
create policy staff_answer on waymark.plan_said as restrictive for update to waymark_app using ((select waymark.actor_role()) <> 'young_person')
  with check (answered_by is null or answered_at < now() or answered_by = (select waymark.actor_id()));
create policy said_by_whom on waymark.plan_said as restrictive for insert to waymark_app
  with check (answered_by is null and written_by = (select waymark.actor_id())
    and ((select waymark.actor_role()) <> 'young_person' or said_by = 'child') and ((select waymark.actor_role()) = 'young_person' or said_by <> 'child'));
create policy approved_by_oneself on waymark.plan as restrictive for update to waymark_app
  using (true) with check (approved_by is null or approved_at < now() or (approved_by = (select waymark.actor_id()) and (select waymark.actor_role()) = 'manager'));

-- ---------------------------------------------------------------- the templates
insert into waymark.plan_template (kind, nations, version, title, from_day, source, confidence) values
  ('care', '{england}', 1, 'Care plan', '2014-08-01', 'SI 2010/959 reg 5, as amended by SI 2014/1917', 'likely'),
  ('care', '{wales}', 1, 'Care and support plan', '2016-04-06', 'Social Services and Well-being (Wales) Act 2014, Part 6', 'check'),
  ('care', '{scotland}', 1, 'Child’s plan', '2009-09-28', 'Looked After Children (Scotland) Regulations 2009; GIRFEC', 'check'),
  ('care', '{northern_ireland}', 1, 'Care plan', '1996-11-04', 'Children (NI) Order 1995', 'check'),
  ('placement', '{england}', 1, 'Placement plan', '2011-04-01', 'SI 2010/959 reg 9 and Schedule 2', 'likely'),
  ('placement', '{wales,scotland,northern_ireland}', 1, 'Placement plan', '2011-04-01', 'Your nation’s own regulations: check the heads there', 'check'),
  ('pathway', '{england}', 1, 'Pathway plan', '2014-08-01', 'SI 2010/959 regs 42, 43 and Schedule 8; SI 2010/2571 reg 5 and Schedule 1', 'certain'),
  ('pathway', '{wales,scotland,northern_ireland}', 1, 'Pathway plan', '2011-04-01', 'Your nation’s own regulations: check the heads there', 'check'),
  ('safety', '{england,wales,scotland,northern_ireland}', 1, 'Safety plan', '2020-01-01', 'Practice; no head is set by law', 'check'),
  ('support', '{england,wales,scotland,northern_ireland}', 1, 'Support plan', '2020-01-01', 'Practice; recovery in the sense of UNCRC article 39', 'check');

insert into waymark.plan_head (template_id, code, place, title, asks, source, required)
select t.id, h.code, h.place, h.title, h.asks, t.source, h.required
from waymark.plan_template t join (values
  ('care', 1, 'whole_future', 'The long view', 'Where and with whom they will grow up, and how long this lasts.', true),
  ('care', 2, 'health', 'Health', 'Body and mind: what they need, and who sees to it.', true),
  ('care', 3, 'education', 'Education and training', 'School, college, language, and what they want to learn.', true),
  ('care', 4, 'feelings', 'Feelings and behaviour', 'What steadies them, and who they can talk to.', true),
  ('care', 5, 'identity', 'Identity', 'Religion, origin, culture and language: what matters to them of each.', true),
  ('care', 6, 'family_friends', 'Family and friends', 'Who they see and how, and who they look for.', true),
  ('care', 7, 'presentation', 'How they come across', 'How they want to be seen, and what helps with that.', true),
  ('care', 8, 'self_care', 'Looking after themselves', 'What they do for themselves, and where they want help.', true),
  ('care', 9, 'home', 'Home', 'Where they live, and why it suits them.', true),
  ('care', 10, 'wishes', 'What they and their family wish', 'Their wishes about the plan, and about any change to it.', true),
  ('care', 11, 'after_exploitation', 'Needs from what happened, or from being here alone', 'Whether they are or may be a victim of trafficking; whether they are unaccompanied and claimed or mean to claim asylum; and what they need because of it.', true),
  ('placement', 1, 'why_here', 'Why this home', 'How this home meets what they need.', true),
  ('placement', 2, 'day_to_day', 'Day to day', 'Food, faith, language, sleep, pocket money, phone, privacy.', true),
  ('placement', 3, 'contact', 'Family and friends', 'Whom they see, how often, and how it is kept safe.', true),
  ('placement', 4, 'health', 'Health', 'Doctor, dentist, medicine, and who agrees to treatment.', true),
  ('placement', 5, 'education', 'Education', 'Where they learn, and who goes to meetings.', true),
  ('placement', 6, 'who_decides', 'Who decides what', 'What the carer may decide, and what not.', true),
  ('placement', 7, 'visits', 'Visits and advice', 'Who visits, how often, and whom they can ring.', true),
  ('placement', 8, 'first_days', 'The first days, and safety', 'The first 72 hours, phones, strangers, and what to do when they are not there.', false),
  ('placement', 9, 'if_it_ends', 'If it ends', 'How a move would be decided, and how they would be told.', true),
  ('placement', 10, 'after_exploitation', 'Needs from what happened, or from being here alone', 'What they need in this home because of it.', true),
  ('pathway', 1, 'adviser', 'Their adviser', 'Who it is, and how often they meet.', true),
  ('pathway', 2, 'support', 'Contact and support', 'What support there is, from whom.', true),
  ('pathway', 3, 'home', 'Home', 'Where they will live.', true),
  ('pathway', 4, 'education', 'Education or training', 'What they want to learn, and how.', true),
  ('pathway', 5, 'work', 'Work', 'What work they want, and are allowed to do.', true),
  ('pathway', 6, 'family_friends', 'Family and friends', 'Who stays in their life.', true),
  ('pathway', 7, 'living_skills', 'Living by themselves', 'What they can do, and what they want to learn.', true),
  ('pathway', 8, 'money', 'Money', 'What they live on, and who helps with it.', true),
  ('pathway', 9, 'health', 'Health', 'Body and mind, and who sees to it from eighteen.', true),
  ('pathway', 10, 'if_it_fails', 'If it does not work', 'What happens when a part of this fails.', true),
  ('pathway', 11, 'after_exploitation', 'Needs from what happened, or from being here alone', 'What they need because of it; and each way a claim or a decision may go.', true),
  ('safety', 1, 'what_is_feared', 'What they fear, and what we fear', 'Theirs first. Both, apart.', true),
  ('safety', 2, 'what_keeps_safe', 'What keeps them safe now', 'People, places and habits of their own.', true),
  ('safety', 3, 'signs', 'Signs that it is getting worse', 'As they would notice it, and as others would.', true),
  ('safety', 4, 'who_does_what', 'Who does what then', 'By day and by night.', true),
  ('safety', 5, 'phone_and_places', 'Phone, places and people', 'What is agreed, with their view of each.', false),
  ('safety', 6, 'when_missing', 'When they are not there', 'Whom to ring first; what they want then.', true),
  ('support', 1, 'home', 'Home', 'What they need, and what they want.', false),
  ('support', 2, 'health', 'Health', 'What they need, and what they want.', false),
  ('support', 3, 'mental_health', 'Mental health', 'What helps, in their words.', false),
  ('support', 4, 'education', 'Education', 'What they need, and what they want.', false),
  ('support', 5, 'work_and_money', 'Work and money', 'What they need, and what they want.', false),
  ('support', 6, 'faith', 'Faith and culture', 'What matters to them.', false),
  ('support', 7, 'friends', 'Friends and activities', 'What they like, and with whom.', false),
  ('support', 8, 'recovery', 'What getting better means to them', 'Their own meaning of it.', true)
) h(kind, place, code, title, asks, required) on h.kind = t.kind
  and not (t.nations = '{scotland}' and t.kind = 'care');

insert into waymark.plan_head (template_id, code, place, title, asks, source, required)
select t.id, h.code, h.place, h.title, h.asks, h.source, true
from waymark.plan_template t join (values
  (1, 'safe', 'Safe', 'Protected from harm, at home, in school and outside.', 'GIRFEC wellbeing indicators'),
  (2, 'healthy', 'Healthy', 'Body and mind, and help to make good choices.', 'GIRFEC wellbeing indicators'),
  (3, 'achieving', 'Achieving', 'Learning, and what they are proud of.', 'GIRFEC wellbeing indicators'),
  (4, 'nurtured', 'Nurtured', 'A place to live where they are cared for.', 'GIRFEC wellbeing indicators'),
  (5, 'active', 'Active', 'Play, sport and what they like.', 'GIRFEC wellbeing indicators'),
  (6, 'respected', 'Respected', 'Heard, and part of decisions.', 'GIRFEC wellbeing indicators'),
  (7, 'responsible', 'Responsible', 'A part of their own in things, with help.', 'GIRFEC wellbeing indicators'),
  (8, 'included', 'Included', 'Belonging where they live and learn.', 'GIRFEC wellbeing indicators'),
  (9, 'after_exploitation', 'Needs from what happened, or from being here alone', 'What they need because of it.', 'Practice; check your nation’s own guidance')
) h(place, code, title, asks, source) on true
where t.kind = 'care' and t.nations = '{scotland}';

alter table waymark.plan_template enable row level security;
alter table waymark.plan_template force row level security;
alter table waymark.plan_head enable row level security;
alter table waymark.plan_head force row level security;
create policy everybody_reads on waymark.plan_template for select to waymark_app using (true);
create policy everybody_reads on waymark.plan_head for select to waymark_app using (true);
grant select on waymark.plan_template, waymark.plan_head to waymark_app;
