-- Missed chances: moments at which a child might have been seen earlier, looked at together so that the next
-- child is. About what bodies did, never about the child. A review ends only with something learnt that
-- reached a training.

create table waymark.missed_chance (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  concern_id uuid,
  what text not null check (length(btrim(what)) between 1 and 10000),
  earliest date not null,
  latest date not null,
  precision text not null check (precision in ('day', 'month', 'year', 'range')),
  body text not null check (body in ('us', 'council', 'police', 'school', 'health', 'border', 'home_office', 'charity', 'housing', 'other')),
  body_name text check (length(body_name) between 1 and 200),
  level text not null check (level in ('law', 'system', 'service', 'attitude')),
  would_have_helped text not null check (length(btrim(would_have_helped)) between 1 and 5000),
  opened_by uuid not null references waymark.person default waymark.actor_id(),
  opened_at timestamptz not null default now(),
  ended_by uuid references waymark.person,
  ended_at timestamptz,
  ended_words text check (length(btrim(ended_words)) between 1 and 5000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id),
  foreign key (child_id, concern_id) references waymark.concern (child_id, id),
  constraint in_order check (earliest <= latest),
  constraint before_it_is_looked_at check (earliest <= (opened_at at time zone 'Europe/London')::date),
  constraint ended_is_whole check (num_nonnulls(ended_by, ended_at, ended_words) in (0, 3))
);
create index missed_chance_of_child on waymark.missed_chance (child_id);
create index missed_chance_open on waymark.missed_chance (child_id) where ended_at is null;
comment on table waymark.missed_chance is 'A moment at which a child might have been seen, and was not, and what would have helped. The level names law, system, service or attitude; there is none for the child.';

create table waymark.missed_chance_learning (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  missed_chance_id uuid not null,
  topic text not null check (topic in ('signs', 'trauma', 'curiosity', 'rights', 'culture', 'forms_of_exploitation', 'language', 'working_together')),
  words text not null check (length(btrim(words)) between 1 and 5000),
  owner_id uuid not null references waymark.person,
  due_on date not null,
  training text check (length(btrim(training)) between 1 and 300),
  trained_on date,
  trained_whom text check (length(btrim(trained_whom)) between 1 and 300),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, missed_chance_id) references waymark.missed_chance (child_id, id),
  constraint training_is_whole check (num_nonnulls(training, trained_on, trained_whom) in (0, 3))
);
create index missed_chance_learning_of on waymark.missed_chance_learning (missed_chance_id);
create index missed_chance_learning_of_child on waymark.missed_chance_learning (child_id);
create index missed_chance_learning_owed on waymark.missed_chance_learning (owner_id) where trained_on is null;
comment on table waymark.missed_chance_learning is 'What is learnt from a missed chance: who brings it into a training, by when, and in which training, on which day, for whom it was.';

create function waymark.review_ends_with_learning() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if old.ended_at is not null then
    raise exception 'a review that ended stays as it is' using errcode = 'restrict_violation', constraint = 'review_stays';
  end if;
  if new.ended_at is not null and (
      not exists (select from waymark.missed_chance_learning l where l.missed_chance_id = new.id)
      or exists (select from waymark.missed_chance_learning l where l.missed_chance_id = new.id and l.trained_on is null)) then
    raise exception 'a review ends with something learnt that reached a training' using errcode = 'check_violation', constraint = 'review_ends_with_learning';
  end if;
  return new;
end $$;
create trigger review_ends_with_learning before update on waymark.missed_chance for each row execute function waymark.review_ends_with_learning();

create function waymark.learning_of_open_review() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform from waymark.missed_chance m where m.id = new.missed_chance_id and m.ended_at is null for update;
  if not found then
    raise exception 'the review has ended' using errcode = 'restrict_violation', constraint = 'review_is_open';
  end if;
  if exists (select from waymark.person p where p.id = new.owner_id and p.role in ('young_person', 'system')) then
    raise exception 'somebody who works here brings it into a training' using errcode = 'check_violation', constraint = 'owner_works_here';
  end if;
  return new;
end $$;
create trigger learning_of_open_review before insert or update on waymark.missed_chance_learning for each row execute function waymark.learning_of_open_review();

call waymark.hold_for_child('waymark.missed_chance');
call waymark.hold_for_child('waymark.missed_chance_learning');
call waymark.staff_only('waymark.missed_chance');
call waymark.staff_only('waymark.missed_chance_learning');
create policy managers_end_reviews on waymark.missed_chance as restrictive for update to waymark_app
  using (true) with check (ended_by is null or (ended_by = (select waymark.actor_id()) and (select waymark.actor_role()) = 'manager'));
grant select on waymark.missed_chance, waymark.missed_chance_learning to waymark_reach;
grant update (version) on waymark.missed_chance to waymark_reach;
create policy reach_reads on waymark.missed_chance for select to waymark_reach using (true);
create policy reach_locks on waymark.missed_chance for update to waymark_reach using (true) with check (false);
create policy reach_reads on waymark.missed_chance_learning for select to waymark_reach using (true);
revoke execute on function waymark.review_ends_with_learning(), waymark.learning_of_open_review() from public;
alter function waymark.review_ends_with_learning() owner to waymark_reach;
alter function waymark.learning_of_open_review() owner to waymark_reach;
