-- Being answered. Everything a young person sends gets a receipt at once: a named person who answers, and the day
-- by which they do. What became of it is a ledger of steps (considered, decided, replied, said back) that is only
-- ever added to; the receipt follows the ledger, and no page changes a receipt itself.

-- ---------------------------------------------------------------- what we promise, and which days count
create table waymark.reply_promise (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid references waymark.organisation,
  kind text not null check (kind in ('answer', 'after_going_up', 'after_asking_again', 'worse_check')),
  days integer not null check (days between 1 and 60),
  counted text not null check (counted in ('days', 'working_days')),
  from_day date not null,
  source text not null check (length(source) between 1 and 500),
  confidence text not null check (confidence in ('certain', 'likely', 'to_be_confirmed')),
  set_by uuid references waymark.person default waymark.actor_id(),
  set_at timestamptz not null default now(),
  unique nulls not distinct (organisation_id, kind, from_day)
);
comment on table waymark.reply_promise is 'How long a young person waits for an answer at most, from which day. A row without an organisation is the default. worse_check: how soon an independent person asks whether anything is worse. Never changed: a new promise is a new row.';

create table waymark.bank_holiday (
  organisation_id uuid not null references waymark.organisation,
  on_day date not null,
  name text not null check (length(name) between 1 and 100),
  primary key (organisation_id, on_day)
);
comment on table waymark.bank_holiday is 'Days on which an organisation does not work. Working days are counted only in a year whose holidays are known; otherwise every day counts, which is never later.';

insert into waymark.reply_promise (organisation_id, kind, days, counted, from_day, source, confidence, set_by) values
  (null, 'answer', 7, 'days', '2020-01-01', 'The default of this product until an organisation sets its own', 'to_be_confirmed', null),
  (null, 'after_going_up', 3, 'days', '2020-01-01', 'The default of this product until an organisation sets its own', 'to_be_confirmed', null),
  (null, 'after_asking_again', 5, 'days', '2020-01-01', 'The default of this product until an organisation sets its own', 'to_be_confirmed', null),
  (null, 'worse_check', 14, 'days', '2020-01-01', 'The default of this product until an organisation sets its own', 'to_be_confirmed', null);

create table waymark.person_away (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references waymark.person,
  from_day date not null,
  until_day date not null,
  written_by uuid references waymark.person default waymark.actor_id(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint away_ends_after_it_begins check (until_day >= from_day)
);
create index person_away_of_person on waymark.person_away (person_id, until_day);
comment on table waymark.person_away is 'Days on which somebody of the staff does not answer. Never why.';

-- ---------------------------------------------------------------- receipts
create table waymark.receipt (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  organisation_id uuid not null references waymark.organisation,
  subject text not null check (subject ~ '^[a-z_]{2,40}$'),
  subject_id uuid not null,
  sent_at timestamptz not null,
  chosen_id uuid references waymark.person,
  kept_to uuid[],
  not_to uuid[] not null default '{}',
  answerer_id uuid references waymark.person,
  answerer_why text not null check (answerer_why in ('chosen', 'beside', 'manager', 'passed_on', 'went_up', 'nobody_yet')),
  answer_by date not null,
  round integer not null default 1,
  state text not null default 'waiting' check (state in ('waiting', 'answered', 'settled', 'no_need', 'taken_back')),
  state_at timestamptz not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (subject, subject_id),
  unique (child_id, id),
  constraint nobody_is_said check ((answerer_id is null) = (answerer_why = 'nobody_yet'))
);
create index receipt_waiting_on on waymark.receipt (answerer_id, answer_by) where state = 'waiting';
create index receipt_late on waymark.receipt (organisation_id, answer_by) where state = 'waiting';
create index receipt_of_child on waymark.receipt (child_id, sent_at desc);
comment on table waymark.receipt is 'That something was sent, who answers it, and by when. Holds no words. A trigger names the person and the day; after that only a step in the ledger changes it.';
comment on column waymark.receipt.subject is 'What kind of thing was sent. A function waymark.subject_NAME(id, child) says whether it stands; without one no receipt is opened.';
comment on column waymark.receipt.chosen_id is 'Whom the young person asked to answer.';
comment on column waymark.receipt.kept_to is 'When the young person chose who gets it: only they, and whoever answers among them, read and write the ledger of it. Null: everybody beside them.';
comment on column waymark.receipt.not_to is 'Who is never asked to answer it and never sees it.';
comment on column waymark.receipt.round is 'Goes up when the young person says that it is not answered yet.';

create table waymark.ledger_step (
  id uuid primary key default gen_random_uuid(),
  receipt_id uuid not null,
  child_id uuid not null,
  round integer not null default 1,
  kind text not null check (kind in ('considered', 'decided', 'replied', 'said_back', 'came_of_it', 'passed_on', 'went_up', 'taken_back')),
  at timestamptz not null,
  by_id uuid references waymark.person default waymark.actor_id(),
  words text check (length(words) between 1 and 5000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  weight text check (weight in ('decided_it', 'counted_much', 'counted_some', 'could_not_follow')),
  decision text check (decision in ('yes', 'partly', 'no', 'not_ours', 'not_decided_yet')),
  decided_by text check (length(decided_by) between 1 and 200),
  back text check (back in ('answers_me', 'not_yet', 'dont_understand', 'no_need')),
  to_id uuid references waymark.person,
  answer_by date,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, receipt_id) references waymark.receipt (child_id, id),
  constraint considered_says_weight_and_why check ((kind = 'considered') = (weight is not null) and (kind <> 'considered' or words is not null)),
  constraint decided_says_what_and_by_whom check ((kind = 'decided') = (decision is not null) and (kind = 'decided') = (decided_by is not null) and (kind <> 'decided' or words is not null)),
  constraint a_reply_has_words check (kind not in ('replied', 'came_of_it') or words is not null),
  constraint said_back_says_what check ((kind = 'said_back') = (back is not null))
);
create index ledger_step_of_receipt on waymark.ledger_step (receipt_id, at);
create index ledger_step_of_child on waymark.ledger_step (child_id);
create index ledger_replies_by on waymark.ledger_step (by_id, at desc) where kind = 'replied';
create index ledger_went_up_to on waymark.ledger_step (to_id, at desc) where kind = 'went_up';
comment on table waymark.ledger_step is 'The influence ledger: what was said, considered (with what weight, why), decided (by whom), replied, said back, what came of it. Only added to.';

-- ---------------------------------------------------------------- who answers, and by when
create function waymark.day_counted(of_organisation uuid, from_day date, days integer, counted text) returns date
  language plpgsql stable security definer set search_path = pg_catalog as $$
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
end $$;
comment on function waymark.day_counted(uuid, date, integer, text) is 'So many days on. Working days only where the organisation''s bank holidays of that year are known; otherwise every day counts, which is never later.';
revoke execute on function waymark.day_counted(uuid, date, integer, text) from public;
grant execute on function waymark.day_counted(uuid, date, integer, text) to waymark_app, waymark_keeper;
alter function waymark.day_counted(uuid, date, integer, text) owner to waymark_reach;

create function waymark.promised_day(of_organisation uuid, from_day date, promise text) returns date
  language sql stable security definer set search_path = pg_catalog as $$
  select waymark.day_counted(of_organisation, promised_day.from_day, r.days, r.counted) from waymark.reply_promise r
   where r.kind = promise and (r.organisation_id is null or r.organisation_id = of_organisation) and r.from_day <= promised_day.from_day
   order by r.organisation_id is null, r.from_day desc limit 1
$$;
comment on function waymark.promised_day(uuid, date, text) is 'The day by which an answer was promised, by the promise that held on the day it was sent.';
revoke execute on function waymark.promised_day(uuid, date, text) from public;
grant execute on function waymark.promised_day(uuid, date, text) to waymark_app, waymark_keeper;
alter function waymark.promised_day(uuid, date, text) owner to waymark_reach;

create function waymark.answers_on(person uuid, on_day date) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from waymark.person p where p.id = person and p.ended_at is null and p.role in ('practitioner', 'guardian', 'manager'))
    and not exists (select from waymark.person_away a where a.person_id = person and on_day between a.from_day and a.until_day)
$$;
comment on function waymark.answers_on(uuid, date) is 'Whether somebody has an open account, a part in which one answers, and is not away that day.';
revoke execute on function waymark.answers_on(uuid, date) from public;
grant execute on function waymark.answers_on(uuid, date) to waymark_app, waymark_keeper;
alter function waymark.answers_on(uuid, date) owner to waymark_reach;

create function waymark.manager_for(of_child uuid, not_these uuid[], on_day date) returns uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select p.id from waymark.person p join waymark.child c on c.id = of_child
   where p.organisation_id = c.organisation_id and p.role = 'manager' and (p.team_id is null or p.team_id = c.team_id)
     and not (p.id = any (not_these)) and waymark.answers_on(p.id, on_day)
   order by p.team_id is null, p.created_at, p.id limit 1
$$;
comment on function waymark.manager_for(uuid, uuid[], date) is 'The manager of the child''s team, or else of the organisation, who is there that day.';
revoke execute on function waymark.manager_for(uuid, uuid[], date) from public;
grant execute on function waymark.manager_for(uuid, uuid[], date) to waymark_app, waymark_keeper;
alter function waymark.manager_for(uuid, uuid[], date) owner to waymark_reach;

create function waymark.who_answers(of_child uuid, chosen uuid, not_these uuid[], on_day date)
  returns table (person uuid, why text) language sql stable security definer set search_path = pg_catalog as $$
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
$$;
comment on function waymark.who_answers(uuid, uuid, uuid[], date) is 'Who answers a young person: the one beside them whom they chose, else who leads beside them, else a manager. Never somebody it must not reach.';
revoke execute on function waymark.who_answers(uuid, uuid, uuid[], date) from public;
grant execute on function waymark.who_answers(uuid, uuid, uuid[], date) to waymark_app, waymark_keeper;
alter function waymark.who_answers(uuid, uuid, uuid[], date) owner to waymark_reach;

-- ---------------------------------------------------------------- what a receipt may be for
create function waymark.subject_check_in(subject uuid, of_child uuid) returns boolean language sql stable set search_path = pg_catalog
  as $$ select exists (select from waymark.check_in i where i.id = subject and i.child_id = of_child and i.voice = 'young_person' and i.status = 'shared') $$;
create function waymark.subject_goal(subject uuid, of_child uuid) returns boolean language sql stable set search_path = pg_catalog
  as $$ select exists (select from waymark.own_goal g where g.id = subject and g.child_id = of_child) $$;
comment on function waymark.subject_check_in(uuid, uuid) is 'A check-in has been sent when the young person shared it.';
comment on function waymark.subject_goal(uuid, uuid) is 'A goal has been sent when it stands on their record.';
revoke execute on function waymark.subject_check_in(uuid, uuid), waymark.subject_goal(uuid, uuid) from public;
grant execute on function waymark.subject_check_in(uuid, uuid), waymark.subject_goal(uuid, uuid) to waymark_app;

create function waymark.name_the_answerer() returns trigger language plpgsql set search_path = pg_catalog as $$
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
end $$;
comment on function waymark.name_the_answerer() is 'Whoever opens a receipt says what was sent and when; who answers, and by when, follows from the rule.';
create trigger name_the_answerer before insert on waymark.receipt for each row execute function waymark.name_the_answerer();
revoke execute on function waymark.name_the_answerer() from public;

-- ---------------------------------------------------------------- the receipt follows the ledger
create function waymark.step_follows() returns trigger language plpgsql set search_path = pg_catalog as $$
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
end $$;
comment on function waymark.step_follows() is 'Said, considered, decided, replied: in this order, and nothing closes without a reply or the young person''s own word.';

create function waymark.receipt_follows() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
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
end $$;
comment on function waymark.receipt_follows() is 'The receipt is what its ledger says: a step is the only way to change one.';
create trigger step_follows before insert on waymark.ledger_step for each row execute function waymark.step_follows();
create trigger receipt_follows after insert on waymark.ledger_step for each row
  when (new.kind in ('replied', 'taken_back', 'said_back', 'passed_on', 'went_up')) execute function waymark.receipt_follows();
revoke execute on function waymark.step_follows(), waymark.receipt_follows() from public;
alter function waymark.receipt_follows() owner to waymark_keeper;
alter function waymark.step_follows() security definer;
alter function waymark.step_follows() owner to waymark_keeper;

-- ---------------------------------------------------------------- nothing waits on somebody who is not there
create function waymark.hand_on_what_waits(waiting uuid[], on_day date) returns void
  language sql security definer set search_path = pg_catalog as $$
  insert into waymark.ledger_step (receipt_id, child_id, kind, at, by_id, to_id)
  select r.id, r.child_id, 'passed_on', clock_timestamp(), null, w.person
    from waymark.receipt r
    left join lateral waymark.who_answers(r.child_id, null, array_remove(r.not_to || r.answerer_id, null), on_day) w on true
   where r.id = any (waiting) and r.state = 'waiting' and w.person is distinct from r.answerer_id
$$;
comment on function waymark.hand_on_what_waits(uuid[], date) is 'What waits on somebody who left or is away goes to whoever answers next by the rule, and the ledger says so. The promised day stays.';

create function waymark.hand_on_from_account() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform waymark.hand_on_what_waits(
    array(select r.id from waymark.receipt r where r.answerer_id = new.id and r.state = 'waiting'), (clock_timestamp() at time zone 'Europe/London')::date);
  return null;
end $$;
create trigger hand_on_what_waits after update of ended_at, role, team_id on waymark.person for each row
  when ((new.ended_at is not null and old.ended_at is null) or new.role <> old.role or new.team_id is distinct from old.team_id)
  execute function waymark.hand_on_from_account();

create function waymark.hand_on_from_away() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform waymark.hand_on_what_waits(
    array(select r.id from waymark.receipt r where r.answerer_id = new.person_id and r.state = 'waiting' and r.answer_by between new.from_day and new.until_day),
    new.from_day);
  return null;
end $$;
create trigger hand_on_what_waits after insert or update on waymark.person_away for each row execute function waymark.hand_on_from_away();

create function waymark.hand_on_from_allocation() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform waymark.hand_on_what_waits(
    array(select r.id from waymark.receipt r where r.child_id = new.child_id and r.state = 'waiting' and r.answerer_id = new.person_id
      and not exists (select from waymark.allocation a where a.child_id = r.child_id and a.person_id = r.answerer_id and a.ended_on is null)
      and not exists (select from waymark.person p where p.id = r.answerer_id and p.role = 'manager')),
    (clock_timestamp() at time zone 'Europe/London')::date);
  return null;
end $$;
create trigger hand_on_what_waits after update of ended_on on waymark.allocation for each row
  when (new.ended_on is not null and old.ended_on is null) execute function waymark.hand_on_from_allocation();

create function waymark.give_what_waits_on_nobody() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform waymark.hand_on_what_waits(
    array(select r.id from waymark.receipt r join beside b on b.child_id = r.child_id where r.state = 'waiting' and r.answerer_id is null),
    (clock_timestamp() at time zone 'Europe/London')::date);
  return null;
end $$;
create trigger give_what_waits_on_nobody after insert on waymark.allocation referencing new table as beside
  for each statement execute function waymark.give_what_waits_on_nobody();
revoke execute on function waymark.hand_on_what_waits(uuid[], date), waymark.hand_on_from_account(), waymark.hand_on_from_away(),
  waymark.hand_on_from_allocation(), waymark.give_what_waits_on_nobody() from public;
alter function waymark.hand_on_what_waits(uuid[], date) owner to waymark_keeper;
alter function waymark.hand_on_from_account() owner to waymark_keeper;
alter function waymark.hand_on_from_away() owner to waymark_keeper;
alter function waymark.hand_on_from_allocation() owner to waymark_keeper;
alter function waymark.give_what_waits_on_nobody() owner to waymark_keeper;

-- ---------------------------------------------------------------- overdue goes up, once
create function waymark.receipts_go_up(of_child uuid, at_moment timestamptz, most integer default 200) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
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
end $$;
comment on function waymark.receipts_go_up(uuid, timestamptz, integer) is 'What was not answered by its day is asked of a manager, with a new day, and the ledger says so. Doing it again does nothing. For one child, by whoever stands beside them or is them; or for the organisation.';
revoke execute on function waymark.receipts_go_up(uuid, timestamptz, integer) from public;
grant execute on function waymark.receipts_go_up(uuid, timestamptz, integer) to waymark_app;
alter function waymark.receipts_go_up(uuid, timestamptz, integer) owner to waymark_keeper;

create function waymark.may_be_asked(of_child uuid, person uuid, on_day date) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select waymark.answers_on(person, on_day) and exists (
    select from waymark.child c join waymark.person p on p.id = person
     where c.id = of_child and (
       exists (select from waymark.allocation a where a.child_id = c.id and a.person_id = p.id and a.ended_on is null)
       or (p.role = 'manager' and p.organisation_id = c.organisation_id and (p.team_id is null or p.team_id = c.team_id))))
$$;
comment on function waymark.may_be_asked(uuid, uuid, date) is 'Whether somebody stands beside the child, or is their manager, and is there: only they can be asked to answer.';
revoke execute on function waymark.may_be_asked(uuid, uuid, date) from public;
grant execute on function waymark.may_be_asked(uuid, uuid, date) to waymark_app;
alter function waymark.may_be_asked(uuid, uuid, date) owner to waymark_reach;

-- The owner of the tables loads the demonstration, and needs the rules for it.
set local role waymark_reach;
grant execute on function waymark.who_answers(uuid, uuid, uuid[], date), waymark.promised_day(uuid, date, text) to waymark_owner;
grant execute on function waymark.actor_children(), waymark.actor_organisation(), waymark.actor_role() to waymark_keeper;
set local role waymark_owner;

-- ---------------------------------------------------------------- who reads and writes
call waymark.hold_for_child('waymark.receipt');
call waymark.hold_for_child('waymark.ledger_step');
revoke update on waymark.receipt, waymark.ledger_step from waymark_app;
create policy not_shown_to on waymark.receipt as restrictive for select to waymark_app
  using (not ((select waymark.actor_id()) = any (not_to)));
create policy ledger_follows_the_receipt on waymark.ledger_step as restrictive for select to waymark_app using (
  exists (select from waymark.receipt r where r.id = receipt_id
    and (kind in ('went_up', 'passed_on') or r.kept_to is null or (select waymark.actor_id()) = any (r.kept_to)
      or (select waymark.actor_role()) = 'young_person'))
);
create policy each_step_by_whose_it_is on waymark.ledger_step as restrictive for insert to waymark_app with check (
  by_id = (select waymark.actor_id()) and answer_by is null and exists (
    select from waymark.receipt r where r.id = receipt_id and case
      when kind in ('said_back', 'taken_back') then exists (select from waymark.child c where c.id = r.child_id and c.person_id = (select waymark.actor_id()))
      when (select waymark.actor_role()) not in ('practitioner', 'guardian', 'manager') then false
      when kind = 'passed_on' then (r.answerer_id = (select waymark.actor_id()) or (select waymark.actor_role()) = 'manager' or r.answerer_id is null)
        and waymark.may_be_asked(r.child_id, to_id, (at at time zone 'Europe/London')::date)
      when kind in ('considered', 'decided', 'replied') then r.answerer_id = (select waymark.actor_id())
        and (r.kept_to is null or (select waymark.actor_id()) = any (r.kept_to))
      when kind = 'came_of_it' then r.kept_to is null or (select waymark.actor_id()) = any (r.kept_to)
      else false
    end)
);
create policy receipts_keep_their_history on waymark.row_history as restrictive for select to waymark_app using (
  table_name <> 'receipt' or exists (select from waymark.receipt r where r.id = row_id)
);

alter table waymark.reply_promise enable row level security;
alter table waymark.reply_promise force row level security;
alter table waymark.bank_holiday enable row level security;
alter table waymark.bank_holiday force row level security;
alter table waymark.person_away enable row level security;
alter table waymark.person_away force row level security;
grant select, insert on waymark.reply_promise, waymark.bank_holiday to waymark_app;
grant select, insert on waymark.person_away to waymark_app;
grant update (until_day) on waymark.person_away to waymark_app;
create policy promises_are_known on waymark.reply_promise for select to waymark_app
  using (organisation_id is null or organisation_id = (select waymark.actor_organisation()));
create policy managers_promise on waymark.reply_promise for insert to waymark_app
  with check (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in ('manager', 'system') and set_by = (select waymark.actor_id()));
create policy holidays_are_known on waymark.bank_holiday for select to waymark_app using (organisation_id = (select waymark.actor_organisation()));
create policy managers_name_holidays on waymark.bank_holiday for insert to waymark_app
  with check (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in ('manager', 'system'));
create policy away_is_known on waymark.person_away for select to waymark_app
  using (exists (select from waymark.person p where p.id = person_id) and (select waymark.actor_role()) <> 'young_person');
create policy away_is_written on waymark.person_away for insert to waymark_app with check (
  written_by = (select waymark.actor_id()) and (person_id = (select waymark.actor_id()) or (
    (select waymark.actor_role()) = 'manager' and exists (
      select from waymark.person p where p.id = person_id and p.organisation_id = (select waymark.actor_organisation())
        and ((select waymark.actor_team()) is null or p.team_id = (select waymark.actor_team())))))
);
create policy away_ends on waymark.person_away for update to waymark_app using (person_id = (select waymark.actor_id()) or written_by = (select waymark.actor_id()));
create trigger keep_version before update on waymark.person_away for each row execute function waymark.keep_version();

grant select on waymark.reply_promise, waymark.bank_holiday, waymark.person_away to waymark_reach;
create policy reach_reads on waymark.reply_promise for select to waymark_reach using (true);
create policy reach_reads on waymark.bank_holiday for select to waymark_reach using (true);
create policy reach_reads on waymark.person_away for select to waymark_reach using (true);

grant select, update on waymark.receipt to waymark_keeper;
grant select, insert on waymark.ledger_step to waymark_keeper;
grant select on waymark.allocation, waymark.child to waymark_keeper;
create policy keeper_keeps on waymark.receipt to waymark_keeper using (true) with check (true);
create policy keeper_reads on waymark.ledger_step for select to waymark_keeper using (true);
create policy keeper_writes on waymark.ledger_step for insert to waymark_keeper with check (true);
create policy keeper_reads on waymark.allocation for select to waymark_keeper using (true);
create policy keeper_reads_staff on waymark.person for select to waymark_keeper using (role <> 'young_person');
