-- When somebody says that they will hurt people a young person loves. Told like anything else that is said, a little
-- at a time, each part to a question of its own or to none; and the plan that is made with them. Nobody of theirs, and
-- no consulate, is contacted unless the young person says yes and a second person agrees.

alter table waymark.statement add column about text check (about in ('people_i_love'));
comment on column waymark.statement.about is 'What it was begun about, when the young person chose that first. Never changed.';
alter table waymark.statement_part add column asks text check (asks in ('who', 'where', 'contact', 'help', 'not_do'));
comment on column waymark.statement_part.asks is 'Which question this part was made for. None has to be answered.';

create function waymark.subject_people_i_love(subject uuid, of_child uuid) returns boolean language sql stable set search_path = pg_catalog
  as $$ select exists (select from waymark.statement s where s.id = subject and s.child_id = of_child and s.status = 'sent' and s.about = 'people_i_love') $$;
comment on function waymark.subject_people_i_love(uuid, uuid) is 'That somebody worries for people they love has been sent when the young person sent it.';
revoke execute on function waymark.subject_people_i_love(uuid, uuid) from public;
grant execute on function waymark.subject_people_i_love(uuid, uuid) to waymark_app;

create table waymark.loved_plan (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  statement_id uuid not null unique,
  review_on date not null,
  made_by uuid not null references waymark.person default waymark.actor_id(),
  made_at timestamptz not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (id, child_id),
  foreign key (statement_id, child_id) references waymark.statement (id, child_id)
);
create index loved_plan_of_child on waymark.loved_plan (child_id, review_on);
comment on table waymark.loved_plan is 'The plan for what a young person said about people they love: when it is looked at again. What is in it are its steps and its contacts.';

create table waymark.loved_step (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  plan_id uuid not null,
  kind text not null check (kind in ('do', 'tell')),
  words text not null check (length(words) between 1 and 2000),
  who_id uuid not null references waymark.person,
  by_day date not null,
  written_by uuid not null references waymark.person default waymark.actor_id(),
  written_at timestamptz not null,
  done_at timestamptz,
  done_by uuid references waymark.person,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (plan_id, child_id) references waymark.loved_plan (id, child_id),
  constraint done_by_somebody check ((done_at is null) = (done_by is null))
);
create index loved_step_of_plan on waymark.loved_step (plan_id, by_day);
create index loved_step_of_child on waymark.loved_step (child_id);
comment on table waymark.loved_step is 'Who does what by when, and what is told to the young person, by whom and when. The young person reads each.';

create table waymark.loved_contact (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  plan_id uuid not null,
  kind text not null check (kind in ('family', 'consulate', 'somebody_else')),
  whom text not null check (length(whom) between 1 and 300),
  why text not null check (length(why) between 1 and 2000),
  asked_by uuid not null references waymark.person default waymark.actor_id(),
  asked_at timestamptz not null,
  child_said text check (child_said in ('yes', 'no')),
  child_said_at timestamptz,
  signed_by uuid references waymark.person,
  signed_at timestamptz,
  signed_why text check (length(signed_why) between 1 and 2000),
  made_by uuid references waymark.person,
  made_at timestamptz,
  made_words text check (length(made_words) between 1 and 2000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (plan_id, child_id) references waymark.loved_plan (id, child_id),
  constraint child_said_when check ((child_said is null) = (child_said_at is null)),
  constraint signed_whole check ((signed_at is null) = (signed_by is null) and (signed_at is null) = (signed_why is null)),
  constraint made_whole check ((made_at is null) = (made_by is null) and (made_at is null) = (made_words is null)),
  constraint a_second_person_signs check (signed_by is null or signed_by <> asked_by),
  constraint only_as_the_child_and_a_second_person_agree check (made_at is null or (child_said = 'yes' and signed_at is not null and signed_at >= child_said_at))
);
create index loved_contact_of_plan on waymark.loved_contact (plan_id, asked_at);
create index loved_contact_of_child on waymark.loved_contact (child_id);
comment on table waymark.loved_contact is 'Somebody of theirs, or a consulate, that staff would like to contact, and why, as the young person reads it. Made only when the young person said yes and a second person signed after that: a constraint says so.';

call waymark.hold_for_child('waymark.loved_plan');
call waymark.hold_for_child('waymark.loved_step');
call waymark.hold_for_child('waymark.loved_contact');
revoke update on waymark.loved_plan, waymark.loved_step, waymark.loved_contact from waymark_app;
grant update (review_on) on waymark.loved_plan to waymark_app;
grant update (done_at, done_by) on waymark.loved_step to waymark_app;
grant update (child_said, child_said_at, signed_by, signed_at, signed_why, made_by, made_at, made_words) on waymark.loved_contact to waymark_app;

-- The plan is for whoever it was told to, and theirs. It is written only while it is not taken back.
create policy for_those_it_was_told on waymark.loved_plan as restrictive for select to waymark_app
  using (waymark.statement_is_mine(statement_id) or waymark.statement_is_for_actor(statement_id));
create policy made_by_those_it_was_told on waymark.loved_plan as restrictive for insert to waymark_app with check (
  made_by = (select waymark.actor_id()) and waymark.statement_is_for_actor(statement_id)
  and exists (select from waymark.statement s where s.id = statement_id and s.status = 'sent' and s.about = 'people_i_love'));
create policy changed_by_those_it_was_told on waymark.loved_plan as restrictive for update to waymark_app
  using (waymark.statement_is_for_actor(statement_id));

create policy for_those_of_the_plan on waymark.loved_step as restrictive for select to waymark_app
  using (exists (select from waymark.loved_plan p where p.id = plan_id));
create policy written_by_those_of_the_plan on waymark.loved_step as restrictive for insert to waymark_app with check (
  written_by = (select waymark.actor_id()) and done_at is null and exists (
    select from waymark.loved_plan p join waymark.statement s on s.id = p.statement_id
     where p.id = plan_id and s.status = 'sent' and waymark.statement_is_for_actor(s.id)));
create policy done_by_those_of_the_plan on waymark.loved_step as restrictive for update to waymark_app
  using (done_at is null and exists (select from waymark.loved_plan p where p.id = plan_id and waymark.statement_is_for_actor(p.statement_id)))
  with check (done_by = (select waymark.actor_id()));

-- A manager signs without reading what the young person said: only whom and why, once the young person has said yes.
create policy for_those_of_the_plan on waymark.loved_contact as restrictive for select to waymark_app using (
  exists (select from waymark.loved_plan p where p.id = plan_id)
  or ((select waymark.actor_role()) = 'manager' and child_said = 'yes'));
create policy asked_by_those_of_the_plan on waymark.loved_contact as restrictive for insert to waymark_app with check (
  asked_by = (select waymark.actor_id()) and child_said is null and signed_at is null and made_at is null and exists (
    select from waymark.loved_plan p join waymark.statement s on s.id = p.statement_id
     where p.id = plan_id and s.status = 'sent' and waymark.statement_is_for_actor(s.id)));

create policy plans_for_people_they_love_keep_their_history on waymark.row_history as restrictive for select to waymark_app using (
  case table_name
    when 'loved_plan' then exists (select from waymark.loved_plan p where p.id = row_id)
    when 'loved_step' then exists (select from waymark.loved_step s where s.id = row_id)
    when 'loved_contact' then exists (select from waymark.loved_contact k where k.id = row_id)
    else true end);

create function waymark.plan_of_loved_stands(plan uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from waymark.loved_plan p join waymark.statement s on s.id = p.statement_id where p.id = plan and s.status = 'sent') $$;
comment on function waymark.plan_of_loved_stands(uuid) is 'Whether what a plan is about has not been taken back: nobody is contacted for something that was.';
grant select on waymark.loved_plan to waymark_reach;
create policy reach_reads on waymark.loved_plan for select to waymark_reach using (true);
revoke execute on function waymark.plan_of_loved_stands(uuid) from public;
grant execute on function waymark.plan_of_loved_stands(uuid) to waymark_app;
alter function waymark.plan_of_loved_stands(uuid) owner to waymark_reach;

-- What each may change of a contact: the young person their answer, until it was made; staff the rest, and never that.
create function waymark.contact_as_agreed() returns trigger language plpgsql set search_path = pg_catalog as $$
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
end $$;
create trigger contact_as_agreed before update on waymark.loved_contact for each row execute function waymark.contact_as_agreed();
