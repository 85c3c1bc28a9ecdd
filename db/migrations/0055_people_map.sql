-- The people around a young person as they see them, as the agency sees them, and the adult they chose.

-- ---------------------------------------------------------------- days that we promise to keep to
create table waymark.days_until (
  what text not null check (what in ('nobody_trusted_yet', 'process_stale')),
  from_day date not null,
  days integer not null check (days between 1 and 365),
  why text not null check (length(why) between 1 and 500),
  primary key (what, from_day)
);
comment on table waymark.days_until is 'After how many days something is said to be overdue, from which day on. The newest that has begun holds. Holds nothing about a child.';
insert into waymark.days_until (what, from_day, days, why) values
  ('nobody_trusted_yet', '2026-01-01', 14, 'REQ-11: nobody goes longer than two weeks without being asked whom they trust'),
  ('process_stale', '2026-01-01', 21, 'REQ-46: three weeks without a word is too long to be left guessing');
grant select on waymark.days_until to waymark_app;

create function waymark.days_for(asked text, at timestamptz) returns integer language sql stable set search_path = pg_catalog
  as $$ select d.days from waymark.days_until d where d.what = asked and d.from_day <= (at at time zone 'Europe/London')::date order by d.from_day desc limit 1 $$;
comment on function waymark.days_for(text, timestamptz) is 'The number of days that holds at that instant.';
grant execute on function waymark.days_for(text, timestamptz) to waymark_app;

-- ---------------------------------------------------------------- people who matter: who they also are
alter table waymark.person_who_matters
  add column staff_id uuid references waymark.person,
  add column carer boolean not null default false,
  add column language text not null default 'en' check (length(language) between 2 and 35);
comment on column waymark.person_who_matters.staff_id is 'Set when this person also has an account as staff. They never read what the young person, or the agency, says of them.';
comment on column waymark.person_who_matters.carer is 'This person looks after the young person where they live. What is said of them is not for their eyes.';
comment on column waymark.person_who_matters.language is 'The language who_they_are and why are written in.';
create unique index one_entry_for_a_worker on waymark.person_who_matters (child_id, staff_id) where staff_id is not null and ended_at is null;
create index trusted_adult_of_child on waymark.person_who_matters (child_id) where trusted_adult and ended_at is null;

create function waymark.staff_who_matters() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.staff_id is not null and not exists (
    select from waymark.person p where p.id = new.staff_id and p.role not in ('young_person', 'system')) then
    raise exception 'a person who matters is tied to an account of staff' using errcode = 'check_violation', constraint = 'staff_who_matters';
  end if;
  return new;
end $$;
create trigger staff_who_matters before insert or update of staff_id on waymark.person_who_matters for each row execute function waymark.staff_who_matters();
alter function waymark.staff_who_matters() owner to waymark_reach;

-- ---------------------------------------------------------------- the adult they trust, from when to when
create table waymark.trusted_time (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  matters_id uuid not null references waymark.person_who_matters,
  began_at timestamptz not null,
  ended_at timestamptz,
  chosen_by text not null check (chosen_by in ('child', 'someone_else')),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint ends_after_beginning check (ended_at is null or ended_at >= began_at)
);
create unique index one_time_at_a_time on waymark.trusted_time (matters_id) where ended_at is null;
create index trusted_time_of_child on waymark.trusted_time (child_id, began_at);
comment on table waymark.trusted_time is 'From when to when somebody was an adult the young person trusts. Written by trigger, whoever changes person_who_matters, so that no way of choosing leaves a gap.';
-- What stands today began when its row was last written. The owner reads it once, before the table is shut to it too.
alter table waymark.person_who_matters no force row level security;
insert into waymark.trusted_time (child_id, matters_id, began_at, chosen_by)
  select child_id, id, changed_at, chosen_by from waymark.person_who_matters where trusted_adult and ended_at is null;
alter table waymark.person_who_matters force row level security;
call waymark.hold_for_child('waymark.trusted_time');
revoke insert, update on waymark.trusted_time from waymark_app;
grant select, insert, update on waymark.trusted_time to waymark_keeper;
create policy kept_by_trigger on waymark.trusted_time to waymark_keeper using (true) with check (true);

create function waymark.keep_trusted_time() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  trusted constant boolean := new.trusted_adult and new.ended_at is null;
  was constant boolean := tg_op = 'UPDATE' and old.trusted_adult and old.ended_at is null;
begin
  if trusted and not was then
    insert into waymark.trusted_time (child_id, matters_id, began_at, chosen_by)
    values (new.child_id, new.id, new.changed_at, new.chosen_by);
  elsif was and not trusted then
    update waymark.trusted_time set ended_at = greatest(new.changed_at, began_at)
     where matters_id = new.id and ended_at is null;
  end if;
  return null;
end $$;
create trigger keep_trusted_time after insert or update on waymark.person_who_matters for each row execute function waymark.keep_trusted_time();
alter function waymark.keep_trusted_time() owner to waymark_keeper;

create table waymark.trusted_answer (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  answer text not null check (answer in ('not_now', 'ask_me')),
  said_at timestamptz not null,
  said_by text not null default 'child' check (said_by in ('child', 'child_with_someone')),
  words text check (length(words) <= 2000),
  language text not null default 'en' check (length(language) between 2 and 35),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id)
);
comment on table waymark.trusted_answer is 'Whether the young person wants to be asked about an adult they trust. not_now is respected until they say ask_me.';
call waymark.hold_for_child('waymark.trusted_answer');
-- What a young person said themselves is theirs to change: a worker writes down only what was said to them.
create policy said_by_whom_it_says on waymark.trusted_answer as restrictive for insert to waymark_app
  with check ((said_by = 'child') = ((select waymark.actor_role()) = 'young_person'));
create policy own_answer_stays on waymark.trusted_answer as restrictive for update to waymark_app
  using (said_by <> 'child' or (select waymark.actor_role()) = 'young_person')
  with check ((said_by = 'child') = ((select waymark.actor_role()) = 'young_person'));

-- ---------------------------------------------------------------- how they see each person
create table waymark.own_view_of_person (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  about_staff_id uuid references waymark.person,
  about_matters_id uuid references waymark.person_who_matters,
  view text not null check (view in ('helps', 'worries', 'both', 'not_said')),
  words text check (length(words) <= 2000),
  language text not null default 'en' check (length(language) between 2 and 35),
  private_to uuid references waymark.person,
  said_at timestamptz not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint about_one_person check (num_nonnulls(about_staff_id, about_matters_id) = 1)
);
create unique index one_view_of_staff on waymark.own_view_of_person (child_id, about_staff_id) where about_staff_id is not null;
create unique index one_view_of_somebody on waymark.own_view_of_person (child_id, about_matters_id) where about_matters_id is not null;
comment on table waymark.own_view_of_person is 'How the young person sees somebody: helps, worries, both, or would rather not say. Kept apart from what any agency thinks; neither overwrites the other.';
comment on column waymark.own_view_of_person.private_to is 'The young person, while they keep this to themselves. Null once they let the people beside them read it; never read by the person it is about.';
call waymark.hold_for_child('waymark.own_view_of_person');
create policy theirs_to_show on waymark.own_view_of_person as restrictive for select to waymark_app using (
  (private_to is null or private_to = (select waymark.actor_id()))
  and about_staff_id is distinct from (select waymark.actor_id())
);
create policy theirs_to_say on waymark.own_view_of_person as restrictive for insert to waymark_app
  with check ((select waymark.actor_role()) = 'young_person' and (private_to is null or private_to = (select waymark.actor_id())));
create policy theirs_to_change on waymark.own_view_of_person as restrictive for update to waymark_app
  using ((select waymark.actor_role()) = 'young_person')
  with check (private_to is null or private_to = (select waymark.actor_id()));

-- ---------------------------------------------------------------- how the agency sees each person
create table waymark.agency_view_of_person (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  about_staff_id uuid references waymark.person,
  about_matters_id uuid references waymark.person_who_matters,
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  view text not null check (view in ('protective', 'risk', 'unknown')),
  reason text not null check (length(reason) between 1 and 2000),
  source text not null check (length(source) between 1 and 300),
  told_on date,
  told_how text check (length(told_how) <= 500),
  language text not null default 'en' check (length(language) between 2 and 35),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint about_one_person check (num_nonnulls(about_staff_id, about_matters_id) = 1)
);
create unique index one_agency_view_of_staff on waymark.agency_view_of_person (child_id, organisation_id, about_staff_id) where about_staff_id is not null;
create unique index one_agency_view_of_somebody on waymark.agency_view_of_person (child_id, organisation_id, about_matters_id) where about_matters_id is not null;
comment on table waymark.agency_view_of_person is 'How an organisation sees somebody around the child (protective, a risk, not known), why, and where it has that from. Beside the child''s own view, never instead of it.';
comment on column waymark.agency_view_of_person.told_on is 'The day the young person was told. Until then their own pages do not show it: a worry read alone on a phone, or over a shoulder by the person it is about, can put them in danger.';
call waymark.hold_for_child('waymark.agency_view_of_person');
create policy not_before_it_is_told on waymark.agency_view_of_person as restrictive for select to waymark_app using (
  ((select waymark.actor_role()) <> 'young_person' or told_on is not null)
  and about_staff_id is distinct from (select waymark.actor_id())
);
create policy staff_say on waymark.agency_view_of_person as restrictive for insert to waymark_app
  with check ((select waymark.actor_role()) <> 'young_person' and about_staff_id is distinct from (select waymark.actor_id())
    and organisation_id = (select waymark.actor_organisation()));
create policy staff_change on waymark.agency_view_of_person as restrictive for update to waymark_app
  using ((select waymark.actor_role()) <> 'young_person' and about_staff_id is distinct from (select waymark.actor_id())
    and organisation_id = (select waymark.actor_organisation()));

-- Earlier versions follow the same rules as the row of now.
create policy views_of_people_keep_their_readers on waymark.row_history as restrictive for select to waymark_app using (
  case table_name
    when 'own_view_of_person' then (select waymark.actor_role()) = 'young_person'
    when 'agency_view_of_person' then (select waymark.actor_role()) <> 'young_person'
      and (was ->> 'about_staff_id')::uuid is distinct from (select waymark.actor_id())
    else true
  end
);

-- ---------------------------------------------------------------- contact with somebody, as agreed
create table waymark.contact_rule (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  matters_id uuid not null references waymark.person_who_matters,
  rule text not null check (length(rule) between 1 and 1000),
  language text not null default 'en' check (length(language) between 2 and 35),
  own_rule text check (length(own_rule) <= 1000),
  own_language text check (length(own_language) between 2 and 35),
  decided_by text not null check (length(decided_by) between 1 and 200),
  child_agrees text not null check (child_agrees in ('yes', 'no', 'in_part', 'not_asked')),
  child_says text check (length(child_says) <= 2000),
  child_says_language text not null default 'en' check (length(child_says_language) between 2 and 35),
  review_on date,
  ended_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint own_rule_has_a_language check ((own_rule is null) = (own_language is null))
);
create unique index one_rule_for_somebody on waymark.contact_rule (matters_id) where ended_at is null;
create index contact_rule_of_child on waymark.contact_rule (child_id);
comment on table waymark.contact_rule is 'What was agreed about seeing and speaking with somebody, in plain words, who decided it and whether the young person agrees.';
call waymark.hold_for_child('waymark.contact_rule');
create policy staff_write on waymark.contact_rule as restrictive for insert to waymark_app with check ((select waymark.actor_role()) <> 'young_person');
create policy staff_change on waymark.contact_rule as restrictive for update to waymark_app using ((select waymark.actor_role()) <> 'young_person');

-- ---------------------------------------------------------------- how to reach a worker
create table waymark.way_to_reach (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null unique references waymark.person,
  phone text check (length(phone) <= 40),
  hours text check (length(hours) <= 300),
  when_away text check (length(when_away) <= 500),
  cover_name text check (length(cover_name) <= 200),
  cover_phone text check (length(cover_phone) <= 40),
  away_from date,
  away_until date,
  language text not null default 'en' check (length(language) between 2 and 35),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint away_ends_after_it_begins check (away_until is null or (away_from is not null and away_until >= away_from))
);
comment on table waymark.way_to_reach is 'How and when the young people a worker stands beside can reach them at work, and whom to ask meanwhile. Written by the worker; holds nothing about a child.';
alter table waymark.way_to_reach enable row level security;
alter table waymark.way_to_reach force row level security;
create policy seen_with_the_person on waymark.way_to_reach for select to waymark_app
  using (exists (select from waymark.person p where p.id = person_id));
create policy written_by_themselves on waymark.way_to_reach for insert to waymark_app
  with check (person_id = (select waymark.actor_id()) and (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager'));
create policy changed_by_themselves on waymark.way_to_reach for update to waymark_app
  using (person_id = (select waymark.actor_id())) with check (person_id = (select waymark.actor_id()));
grant select, insert, update on waymark.way_to_reach to waymark_app;
create trigger keep_version before update on waymark.way_to_reach for each row execute function waymark.keep_version();
