-- Complaints, unfair treatment, and what young people say of us. Read by independent people of the organisation who
-- are appointed for it; never by a person it is about, nor by whoever the young person keeps it from, whatever else
-- they may read. It does not follow the child: those who stand beside them do not see it.

-- ---------------------------------------------------------------- who is independent here
create table waymark.reviewer_appointment (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation,
  person_id uuid not null references waymark.person,
  from_day date not null,
  until_day date,
  appointed_by uuid not null references waymark.person default waymark.actor_id(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint nobody_appoints_themselves check (person_id <> appointed_by),
  constraint appointed_until_after_from check (until_day is null or until_day >= from_day)
);
create index reviewer_appointment_of_organisation on waymark.reviewer_appointment (organisation_id, person_id);
comment on table waymark.reviewer_appointment is 'Who reads complaints and what young people say of us, from when to when. Not a role: somebody who works here and is appointed. Nobody appoints themselves.';

create function waymark.reviews_on(person uuid, organisation uuid, on_day date) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from waymark.reviewer_appointment a join waymark.person p on p.id = a.person_id
    where a.person_id = person and a.organisation_id = organisation and p.organisation_id = organisation and p.ended_at is null
      and p.role in ('practitioner', 'guardian', 'manager')
      and on_day >= a.from_day and (a.until_day is null or on_day <= a.until_day))
$$;
comment on function waymark.reviews_on(uuid, uuid, date) is 'Whether somebody is appointed as an independent person there on that day, with an open account.';
create function waymark.actor_reviews() returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select coalesce(waymark.reviews_on(waymark.actor_id(), waymark.actor_organisation(), (now() at time zone 'Europe/London')::date), false) $$;
comment on function waymark.actor_reviews() is 'Whether the actor is an independent person of their organisation now.';

-- ---------------------------------------------------------------- stages, their clocks, and who is outside: dated data
create table waymark.complaint_clock (
  nation text not null check (nation in ('england', 'wales', 'scotland', 'northern_ireland')),
  stage integer not null check (stage between 1 and 3),
  called text not null check (length(called) between 1 and 100),
  days integer not null check (days between 1 and 400),
  counted text not null check (counted in ('days', 'working_days')),
  at_most_days integer check (at_most_days >= days),
  from_day date not null,
  source text not null check (length(source) between 1 and 500),
  confidence text not null check (confidence in ('certain', 'likely', 'to_be_confirmed')),
  primary key (nation, stage, from_day)
);
comment on table waymark.complaint_clock is 'How long each stage of a complaint may take, by nation, from which day, and where that is written.';
insert into waymark.complaint_clock (nation, stage, called, days, counted, at_most_days, from_day, source, confidence) values
  ('england', 1, 'Local resolution', 10, 'working_days', 20, '2006-09-01', 'Children Act 1989 s26(3); Children Act 1989 Representations Procedure (England) Regulations 2006 (SI 2006/1738) reg 14', 'likely'),
  ('england', 2, 'Investigation', 25, 'working_days', 65, '2006-09-01', 'Children Act 1989 Representations Procedure (England) Regulations 2006 (SI 2006/1738) reg 17', 'likely'),
  ('england', 3, 'Review panel', 30, 'working_days', null, '2006-09-01', 'Children Act 1989 Representations Procedure (England) Regulations 2006 (SI 2006/1738) reg 19(4)', 'certain'),
  ('wales', 1, 'Local resolution', 10, 'working_days', null, '2014-08-01', 'Representations Procedure (Wales) Regulations 2014 (SI 2014/1795); Welsh Government: discussion within 10 working days', 'likely'),
  ('wales', 2, 'Formal investigation', 25, 'working_days', null, '2014-08-01', 'Representations Procedure (Wales) Regulations 2014 (SI 2014/1795); Welsh Government: response within 25 working days', 'likely'),
  ('scotland', 1, 'Frontline response', 5, 'working_days', 10, '2021-04-01', 'SPSO Local Authority Model Complaints Handling Procedure', 'likely'),
  ('scotland', 2, 'Investigation', 20, 'working_days', null, '2021-04-01', 'SPSO Local Authority Model Complaints Handling Procedure', 'likely'),
  ('northern_ireland', 1, 'Problem solving', 28, 'days', null, '1996-11-04', 'Children (NI) Order 1995 art 45; Representations Procedure (Children) Regulations (NI) 1996; Trusts'' published procedure', 'to_be_confirmed'),
  ('northern_ireland', 2, 'Independent look', 28, 'days', null, '1996-11-04', 'Children (NI) Order 1995 art 45; Representations Procedure (Children) Regulations (NI) 1996', 'to_be_confirmed');

create table waymark.complaint_outside (
  id uuid primary key default gen_random_uuid(),
  nation text not null check (nation in ('england', 'wales', 'scotland', 'northern_ireland')),
  kind text not null check (kind in ('advocate', 'commissioner', 'ombudsman', 'equality')),
  name text not null check (length(name) between 1 and 200),
  phone text not null check (length(phone) between 3 and 40),
  from_day date not null,
  until_day date,
  source text not null check (length(source) between 1 and 500),
  confidence text not null check (confidence in ('certain', 'likely', 'to_be_confirmed')),
  unique (nation, kind, name, from_day)
);
comment on table waymark.complaint_outside is 'Whom a young person can turn to outside the organisation, by nation. Numbers are checked and renewed as new rows.';
insert into waymark.complaint_outside (nation, kind, name, phone, from_day, source, confidence) values
  ('england', 'advocate', 'Coram Voice, Always Heard', '0808 800 5792', '2024-01-01', 'coramvoice.org.uk', 'to_be_confirmed'),
  ('england', 'commissioner', 'Help at Hand, Children''s Commissioner for England', '0800 528 0731', '2024-01-01', 'childrenscommissioner.gov.uk', 'to_be_confirmed'),
  ('england', 'ombudsman', 'Local Government and Social Care Ombudsman', '0300 061 0614', '2024-01-01', 'lgo.org.uk', 'to_be_confirmed'),
  ('england', 'equality', 'Equality Advisory and Support Service', '0808 800 0082', '2024-01-01', 'equalityadvisoryservice.com', 'to_be_confirmed'),
  ('wales', 'advocate', 'Meic', '080880 23456', '2024-01-01', 'meiccymru.org', 'to_be_confirmed'),
  ('wales', 'commissioner', 'Children''s Commissioner for Wales', '0808 801 1000', '2024-01-01', 'childcomwales.org.uk', 'to_be_confirmed'),
  ('wales', 'ombudsman', 'Public Services Ombudsman for Wales', '0300 790 0203', '2024-01-01', 'ombudsman.wales', 'to_be_confirmed'),
  ('wales', 'equality', 'Equality Advisory and Support Service', '0808 800 0082', '2024-01-01', 'equalityadvisoryservice.com', 'to_be_confirmed'),
  ('scotland', 'advocate', 'Who Cares? Scotland', '0330 107 7540', '2024-01-01', 'whocaresscotland.org', 'to_be_confirmed'),
  ('scotland', 'commissioner', 'Children and Young People''s Commissioner Scotland', '0800 019 1179', '2024-01-01', 'cypcs.org.uk', 'to_be_confirmed'),
  ('scotland', 'ombudsman', 'Scottish Public Services Ombudsman', '0800 377 7330', '2024-01-01', 'spso.org.uk', 'to_be_confirmed'),
  ('scotland', 'equality', 'Equality Advisory and Support Service', '0808 800 0082', '2024-01-01', 'equalityadvisoryservice.com', 'to_be_confirmed'),
  ('northern_ireland', 'advocate', 'VOYPIC', '028 9024 4888', '2024-01-01', 'voypic.org', 'to_be_confirmed'),
  ('northern_ireland', 'commissioner', 'Northern Ireland Commissioner for Children and Young People', '028 9031 1616', '2024-01-01', 'niccy.org', 'to_be_confirmed'),
  ('northern_ireland', 'ombudsman', 'Northern Ireland Public Services Ombudsman', '0800 34 34 24', '2024-01-01', 'nipso.org.uk', 'to_be_confirmed'),
  ('northern_ireland', 'equality', 'Equality Commission for Northern Ireland', '028 90 500 600', '2024-01-01', 'equalityni.org', 'to_be_confirmed');

create table waymark.complaint_nation (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation,
  nation text not null check (nation in ('england', 'wales', 'scotland', 'northern_ireland')),
  from_day date not null,
  set_by uuid references waymark.person default waymark.actor_id(),
  unique (organisation_id, from_day)
);
comment on table waymark.complaint_nation is 'Whose law an organisation answers complaints under. England until it is said.';

-- ---------------------------------------------------------------- what young people say of us
create table waymark.feedback_on_us (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  organisation_id uuid not null references waymark.organisation,
  about_kind text not null check (about_kind in ('answer', 'meeting', 'check_in')),
  about_id uuid not null,
  about_person uuid references waymark.person,
  listened text check (listened in ('yes', 'partly', 'no')),
  listened_reason text check (listened_reason in ('skipped', 'not_now', 'not_relevant_to_me', 'dont_know')),
  believed text check (believed in ('yes', 'partly', 'no')),
  believed_reason text check (believed_reason in ('skipped', 'not_now', 'not_relevant_to_me', 'dont_know')),
  interpreter text check (interpreter in ('yes', 'partly', 'no')),
  interpreter_reason text check (interpreter_reason in ('skipped', 'not_now', 'not_relevant_to_me', 'dont_know')),
  words text check (length(words) between 1 and 5000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  said_at timestamptz not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, about_kind, about_id),
  constraint listened_or_a_reason check (num_nonnulls(listened, listened_reason) = 1),
  constraint believed_or_a_reason check (num_nonnulls(believed, believed_reason) = 1),
  constraint interpreter_or_a_reason check (num_nonnulls(interpreter, interpreter_reason) = 1)
);
create index feedback_on_us_of_organisation on waymark.feedback_on_us (organisation_id, said_at desc);
comment on table waymark.feedback_on_us is 'Was I listened to, was I believed, was the interpreter right: asked of us, answered in words or with the reason why not. Read by an independent person and never by the worker it is about.';

-- ---------------------------------------------------------------- complaints
create table waymark.complaint (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  organisation_id uuid not null references waymark.organisation,
  made_at timestamptz not null,
  made_by uuid not null references waymark.person default waymark.actor_id(),
  for_them_name text check (length(for_them_name) between 1 and 200),
  for_them_as text check (for_them_as in ('advocate', 'carer', 'family', 'friend', 'worker', 'other')),
  they_know text check (they_know in ('they_asked_me_to', 'they_know', 'not_yet')),
  about text not null check (about in ('person', 'service', 'place', 'unfair', 'other')),
  because text[] not null default '{}' check (because <@ array['where_from', 'skin', 'language', 'faith', 'gender', 'who_i_love', 'disability', 'age', 'my_papers', 'other', 'not_said']),
  about_persons uuid[] not null default '{}',
  about_who text check (length(about_who) between 1 and 500),
  kept_from uuid[] not null default '{}',
  words text not null check (length(words) between 1 and 5000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  put_right text check (length(put_right) between 1 and 2000),
  feedback_id uuid references waymark.feedback_on_us,
  nation text not null,
  handler_id uuid references waymark.person,
  stage integer not null default 1 check (stage between 1 and 3),
  stage_by date not null,
  state text not null default 'open' check (state in ('open', 'answered', 'settled', 'taken_back')),
  state_at timestamptz not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint for_them_says_who check (num_nonnulls(for_them_name, for_them_as, they_know) in (0, 3)),
  constraint never_handled_by_whom_it_is_about check (handler_id is null or not (handler_id = any (about_persons || kept_from)))
);
create index complaint_of_child on waymark.complaint (child_id, made_at desc);
create index complaint_with on waymark.complaint (handler_id, stage_by) where state in ('open', 'answered');
create index complaint_of_organisation on waymark.complaint (organisation_id, state, stage_by);
comment on table waymark.complaint is 'What is not right, said by a young person or by somebody for them. A trigger names the independent person and the day; after that only a step changes it.';
comment on column waymark.complaint.about_persons is 'People with an account it is about. They can neither see nor be given it.';
comment on column waymark.complaint.kept_from is 'Whoever else the young person wants kept out.';

create table waymark.complaint_step (
  id uuid primary key default gen_random_uuid(),
  complaint_id uuid not null references waymark.complaint,
  child_id uuid not null,
  kind text not null check (kind in ('read', 'given_to', 'spoke', 'longer', 'answered', 'said_back', 'next_stage', 'worse_asked', 'worse_said', 'worse_acted', 'taken_back')),
  at timestamptz not null,
  by_id uuid references waymark.person default waymark.actor_id(),
  words text check (length(words) between 1 and 5000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  found text check (found in ('right', 'partly_right', 'not_shown', 'put_right_already')),
  back text check (back in ('answers_me', 'not_yet', 'take_further')),
  worse text check (worse in ('nothing', 'something', 'not_now', 'not_said')),
  to_id uuid references waymark.person,
  due date,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint an_answer_says_what_was_found check ((kind = 'answered') = (found is not null)),
  constraint words_where_words_are_owed check (kind not in ('answered', 'longer', 'worse_acted', 'spoke', 'given_to') or words is not null or by_id is null),
  constraint said_back_says_what check ((kind = 'said_back') = (back is not null)),
  constraint worse_says_what check ((kind = 'worse_said') = (worse is not null))
);
create index complaint_step_of_complaint on waymark.complaint_step (complaint_id, at);
create index complaint_step_of_child on waymark.complaint_step (child_id);
create unique index read_once_by_each on waymark.complaint_step (complaint_id, by_id) where kind = 'read';
comment on table waymark.complaint_step is 'What was done about a complaint, who read it, and whether anything has been worse since. Only added to.';

create function waymark.nation_of(organisation uuid, on_day date) returns text
  language sql stable security definer set search_path = pg_catalog as $$
  select coalesce((select n.nation from waymark.complaint_nation n where n.organisation_id = organisation and n.from_day <= on_day
    order by n.from_day desc limit 1), 'england')
$$;
comment on function waymark.nation_of(uuid, date) is 'Whose law an organisation answers complaints under, that day.';

create function waymark.stage_day(organisation uuid, nation text, stage integer, from_day date, longest boolean) returns date
  language sql stable security definer set search_path = pg_catalog as $$
  select waymark.day_counted(organisation, stage_day.from_day, case when longest then coalesce(c.at_most_days, c.days) else c.days end, c.counted)
    from waymark.complaint_clock c
   where c.nation = stage_day.nation and c.stage = stage_day.stage and c.from_day <= stage_day.from_day order by c.from_day desc limit 1
$$;
comment on function waymark.stage_day(uuid, text, integer, date, boolean) is 'The day by which a stage ends by the clock of its nation. Null where there is no such stage.';

create function waymark.who_reviews(organisation uuid, not_these uuid[], of_child uuid, on_day date) returns uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select a.person_id from waymark.reviewer_appointment a
   where a.organisation_id = organisation and waymark.reviews_on(a.person_id, organisation, on_day)
     and not (a.person_id = any (not_these)) and waymark.answers_on(a.person_id, on_day)
   order by exists (select from waymark.allocation l where l.child_id = of_child and l.person_id = a.person_id and l.ended_on is null),
     (select count(*) from waymark.complaint c where c.handler_id = a.person_id and c.state = 'open'), a.person_id limit 1
$$;
comment on function waymark.who_reviews(uuid, uuid[], uuid, date) is 'The independent person a complaint goes to: nobody it is about or kept from, rather somebody who does not stand beside the child, with the fewest open.';

create function waymark.name_the_reviewer() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
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
end $$;
create function waymark.feedback_is_of() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  select c.organisation_id into new.organisation_id from waymark.child c where c.id = new.child_id;
  new.about_person := case new.about_kind
    when 'answer' then (select s.by_id from waymark.ledger_step s where s.receipt_id = new.about_id and s.child_id = new.child_id and s.kind = 'replied' order by s.at desc limit 1)
    when 'check_in' then (select o.arranged_by from waymark.check_in i join waymark.check_in_occasion o on o.id = i.occasion_id where i.id = new.about_id and i.child_id = new.child_id)
    else new.about_person end;
  return new;
end $$;
comment on function waymark.feedback_is_of() is 'Whom it is about follows from what it is about: the one who replied, or who arranged the check-in.';
create trigger name_the_reviewer before insert on waymark.complaint for each row execute function waymark.name_the_reviewer();
create trigger feedback_is_of before insert on waymark.feedback_on_us for each row execute function waymark.feedback_is_of();

create function waymark.complaint_in_order() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
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
end $$;
create function waymark.complaint_follows() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
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
end $$;
comment on function waymark.complaint_in_order() is 'A complaint ends only with an answer to the young person, or their own word; nobody it is about is given it; no stage outlasts its law.';
comment on function waymark.complaint_follows() is 'The complaint is what its steps say.';
create trigger complaint_in_order before insert on waymark.complaint_step for each row execute function waymark.complaint_in_order();
create trigger complaint_follows after insert on waymark.complaint_step for each row
  when (new.kind in ('answered', 'said_back', 'taken_back', 'given_to', 'longer')) execute function waymark.complaint_follows();

-- A complaint without anybody, or with somebody who left, goes to whoever is appointed.
create function waymark.give_complaints(organisation uuid, with_person uuid) returns void language sql security definer set search_path = pg_catalog as $$
  insert into waymark.complaint_step (complaint_id, child_id, kind, at, by_id, to_id)
  select c.id, c.child_id, 'given_to', clock_timestamp(), null, w.person
    from waymark.complaint c
    cross join lateral (select waymark.who_reviews(c.organisation_id, array_remove(c.about_persons || c.kept_from || with_person, null), c.child_id, (clock_timestamp() at time zone 'Europe/London')::date) as person) w
   where c.organisation_id = organisation and c.state in ('open', 'answered') and c.handler_id is not distinct from with_person
     and w.person is distinct from c.handler_id
$$;
comment on function waymark.give_complaints(uuid, uuid) is 'Gives the complaints of somebody who can no longer answer them, or of nobody, to an independent person.';
create function waymark.complaints_find_somebody() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
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
end $$;
create trigger complaints_find_somebody after insert or update on waymark.reviewer_appointment for each row execute function waymark.complaints_find_somebody();
create trigger complaints_find_somebody after update of ended_at, role on waymark.person for each row
  when ((new.ended_at is not null and old.ended_at is null) or new.role <> old.role) execute function waymark.complaints_find_somebody();

create function waymark.names_for_reviewer(children uuid[]) returns table (child_id uuid, known_as text)
  language sql stable security definer set search_path = pg_catalog as $$
  select c.id, c.known_as from waymark.child c
   where c.id = any (children) and waymark.actor_reviews() and c.organisation_id = waymark.actor_organisation()
     and (exists (select from waymark.complaint x where x.child_id = c.id and not (waymark.actor_id() = any (x.about_persons || x.kept_from)))
       or exists (select from waymark.feedback_on_us f where f.child_id = c.id and f.about_person is distinct from waymark.actor_id()))
$$;
comment on function waymark.names_for_reviewer(uuid[]) is 'The name a young person goes by, for the independent person they wrote to, and nothing else of the record.';

create function waymark.complaints_with_nobody() returns bigint language sql stable security definer set search_path = pg_catalog as $$
  select count(*) from waymark.complaint c where c.organisation_id = waymark.actor_organisation() and c.state = 'open' and c.handler_id is null
    and waymark.actor_role() in ('manager', 'administrator') and not (waymark.actor_id() = any (c.about_persons || c.kept_from))
$$;
comment on function waymark.complaints_with_nobody() is 'How many complaints have nobody independent to go to: for managers, so that they appoint somebody. Never which.';

create function waymark.complaint_counts(until_day date) returns table (about text, found text, in_time boolean, n bigint)
  language sql stable security definer set search_path = pg_catalog as $$
  select c.about, coalesce(s.found, case c.state when 'taken_back' then 'taken_back' else 'open' end), (s.at at time zone 'Europe/London')::date <= c.stage_by, count(*)
    from waymark.complaint c
    left join lateral (select x.found, x.at from waymark.complaint_step x where x.complaint_id = c.id and x.kind = 'answered' order by x.at desc limit 1) s on true
   where c.organisation_id = waymark.actor_organisation() and waymark.actor_role() in ('manager', 'analyst')
     and c.made_at < (until_day::timestamp at time zone 'Europe/London')
   group by 1, 2, 3
$$;
comment on function waymark.complaint_counts(date) is 'Counts for the organisation of what was said before that day, by what it was about and what came of it. Goes through disclosure control before anybody sees it.';

revoke execute on function waymark.reviews_on(uuid, uuid, date), waymark.actor_reviews(), waymark.nation_of(uuid, date), waymark.stage_day(uuid, text, integer, date, boolean),
  waymark.who_reviews(uuid, uuid[], uuid, date), waymark.name_the_reviewer(), waymark.feedback_is_of(), waymark.complaint_in_order(), waymark.complaint_follows(),
  waymark.give_complaints(uuid, uuid), waymark.complaints_find_somebody(), waymark.names_for_reviewer(uuid[]), waymark.complaints_with_nobody(), waymark.complaint_counts(date) from public;
grant execute on function waymark.reviews_on(uuid, uuid, date), waymark.nation_of(uuid, date), waymark.stage_day(uuid, text, integer, date, boolean) to waymark_app, waymark_keeper;
grant execute on function waymark.who_reviews(uuid, uuid[], uuid, date) to waymark_keeper;
grant execute on function waymark.actor_reviews(), waymark.names_for_reviewer(uuid[]), waymark.complaints_with_nobody(), waymark.complaint_counts(date) to waymark_app;
alter function waymark.reviews_on(uuid, uuid, date) owner to waymark_reach;
alter function waymark.actor_reviews() owner to waymark_reach;
alter function waymark.nation_of(uuid, date) owner to waymark_reach;
alter function waymark.stage_day(uuid, text, integer, date, boolean) owner to waymark_reach;
alter function waymark.who_reviews(uuid, uuid[], uuid, date) owner to waymark_reach;
alter function waymark.names_for_reviewer(uuid[]) owner to waymark_reach;
alter function waymark.complaints_with_nobody() owner to waymark_reach;
alter function waymark.complaint_counts(date) owner to waymark_reach;
alter function waymark.name_the_reviewer() owner to waymark_keeper;
alter function waymark.feedback_is_of() owner to waymark_keeper;
alter function waymark.complaint_in_order() owner to waymark_keeper;
alter function waymark.complaint_follows() owner to waymark_keeper;
alter function waymark.give_complaints(uuid, uuid) owner to waymark_keeper;
alter function waymark.complaints_find_somebody() owner to waymark_keeper;

-- ---------------------------------------------------------------- who reads and writes
alter table waymark.reviewer_appointment enable row level security;
alter table waymark.reviewer_appointment force row level security;
alter table waymark.complaint_nation enable row level security;
alter table waymark.complaint_nation force row level security;
alter table waymark.feedback_on_us enable row level security;
alter table waymark.feedback_on_us force row level security;
alter table waymark.complaint enable row level security;
alter table waymark.complaint force row level security;
alter table waymark.complaint_step enable row level security;
alter table waymark.complaint_step force row level security;

grant select on waymark.complaint_clock, waymark.complaint_outside to waymark_app, waymark_reach;
grant select, insert on waymark.reviewer_appointment, waymark.complaint_nation, waymark.feedback_on_us, waymark.complaint, waymark.complaint_step to waymark_app;
grant update (until_day) on waymark.reviewer_appointment to waymark_app;
create policy appointments_are_known on waymark.reviewer_appointment for select to waymark_app using (organisation_id = (select waymark.actor_organisation()));
create policy managers_appoint on waymark.reviewer_appointment for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation()) and appointed_by = (select waymark.actor_id())
  and (select waymark.actor_role()) in ('manager', 'administrator')
  and exists (select from waymark.person p where p.id = person_id and p.organisation_id = (select waymark.actor_organisation()) and p.role in ('practitioner', 'guardian', 'manager')));
create policy managers_end_appointments on waymark.reviewer_appointment for update to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in ('manager', 'administrator'));
create policy nation_is_known on waymark.complaint_nation for select to waymark_app using (organisation_id = (select waymark.actor_organisation()));
create policy managers_say_the_nation on waymark.complaint_nation for insert to waymark_app
  with check (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in ('manager', 'administrator', 'system'));

create policy for_the_young_person_and_the_independent on waymark.feedback_on_us for select to waymark_app using (
  exists (select from waymark.child c where c.id = child_id and c.person_id = (select waymark.actor_id()))
  or ((select waymark.actor_reviews()) and organisation_id = (select waymark.actor_organisation())));
create policy never_whom_it_is_about on waymark.feedback_on_us as restrictive for select to waymark_app
  using (about_person is distinct from (select waymark.actor_id()));
create policy said_by_the_young_person on waymark.feedback_on_us for insert to waymark_app
  with check (exists (select from waymark.child c where c.id = child_id and c.person_id = (select waymark.actor_id())));

create policy for_whom_it_is on waymark.complaint for select to waymark_app using (
  exists (select from waymark.child c where c.id = child_id and c.person_id = (select waymark.actor_id()))
  or made_by = (select waymark.actor_id())
  or ((select waymark.actor_reviews()) and organisation_id = (select waymark.actor_organisation())));
create policy never_whom_it_is_about on waymark.complaint as restrictive for select to waymark_app
  using (not ((select waymark.actor_id()) = any (about_persons || kept_from)));
create policy made_by_them_or_for_them on waymark.complaint for insert to waymark_app with check (
  made_by = (select waymark.actor_id()) and exists (select from waymark.child c where c.id = child_id
    and (for_them_name is null) = (c.person_id is not distinct from (select waymark.actor_id())))
  and (select waymark.actor_may_write()));
create policy steps_follow_the_complaint on waymark.complaint_step for select to waymark_app
  using (exists (select from waymark.complaint c where c.id = complaint_id));
create policy what_whoever_wrote_it_sees on waymark.complaint_step as restrictive for select to waymark_app using (
  kind not in ('worse_said', 'worse_acted') or (select waymark.actor_reviews())
  or exists (select from waymark.child c where c.id = child_id and c.person_id = (select waymark.actor_id())));
create policy steps_by_whose_they_are on waymark.complaint_step for insert to waymark_app with check (
  by_id = (select waymark.actor_id()) and exists (select from waymark.complaint c where c.id = complaint_id and case
    when kind in ('said_back', 'taken_back', 'worse_said') then exists (select from waymark.child x where x.id = c.child_id and x.person_id = (select waymark.actor_id()))
    when kind in ('answered', 'longer', 'spoke', 'worse_asked', 'worse_acted') then c.handler_id = (select waymark.actor_id()) and (select waymark.actor_reviews())
    when kind in ('read', 'given_to') then (select waymark.actor_reviews()) and c.organisation_id = (select waymark.actor_organisation())
    else false end));
create policy complaints_keep_their_history on waymark.row_history as restrictive for select to waymark_app using (
  case table_name
    when 'complaint' then exists (select from waymark.complaint c where c.id = row_id)
    when 'feedback_on_us' then exists (select from waymark.feedback_on_us f where f.id = row_id)
    else true end);
create trigger keep_version before update on waymark.reviewer_appointment for each row execute function waymark.keep_version();
create trigger keep_version before update on waymark.complaint for each row execute function waymark.keep_version();

grant select on waymark.reviewer_appointment, waymark.complaint_nation, waymark.complaint, waymark.complaint_step, waymark.feedback_on_us to waymark_reach;
grant select, update on waymark.complaint to waymark_keeper;
grant select, insert on waymark.complaint_step to waymark_keeper;
grant select on waymark.check_in, waymark.check_in_occasion to waymark_keeper;
create policy reach_reads on waymark.reviewer_appointment for select to waymark_reach using (true);
create policy reach_reads on waymark.complaint_nation for select to waymark_reach using (true);
create policy reach_reads on waymark.complaint for select to waymark_reach using (true);
create policy reach_reads on waymark.complaint_step for select to waymark_reach using (true);
create policy reach_reads on waymark.feedback_on_us for select to waymark_reach using (true);
create policy keeper_keeps on waymark.complaint to waymark_keeper using (true) with check (true);
create policy keeper_reads on waymark.complaint_step for select to waymark_keeper using (true);
create policy keeper_writes on waymark.complaint_step for insert to waymark_keeper with check (true);
create policy keeper_reads on waymark.child for select to waymark_keeper using (true);
create policy keeper_reads on waymark.check_in for select to waymark_keeper using (status in ('shared', 'withdrawn'));
create policy keeper_reads on waymark.check_in_occasion for select to waymark_keeper using (true);
call waymark.only_read_for_an_audit('waymark.feedback_on_us');
call waymark.only_read_for_an_audit('waymark.complaint');
call waymark.only_read_for_an_audit('waymark.complaint_step');
