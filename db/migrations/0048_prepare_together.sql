-- Before a meeting: one page that the young person owns. What I want said and who says it, what I do not want said,
-- who should not be there. Staff may offer a line; only the young person says that it stands. And afterwards:
-- did they talk about what I sent?

create table waymark.meeting (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  called text not null check (length(called) between 1 and 200),
  on_day date,
  led_by uuid references waymark.person,
  state text not null default 'planned' check (state in ('planned', 'held', 'not_held')),
  made_by uuid references waymark.person default waymark.actor_id(),
  made_at timestamptz not null default now(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id)
);
create index meeting_of_child on waymark.meeting (child_id, on_day desc);
comment on table waymark.meeting is 'A meeting a young person gets ready for with somebody. led_by answers for what came of it.';

create table waymark.meeting_line (
  id uuid primary key default gen_random_uuid(),
  meeting_id uuid not null,
  child_id uuid not null,
  kind text not null check (kind in ('want_said', 'not_said', 'not_there')),
  words text not null check (length(words) between 1 and 2000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  who_says text not null default 'not_said' check (who_says in ('me', 'somebody', 'read_out', 'not_said')),
  who_says_name text check (length(who_says_name) between 1 and 200),
  state text not null check (state in ('draft', 'offered', 'stands', 'not_this')),
  written_by uuid not null references waymark.person default waymark.actor_id(),
  written_at timestamptz not null default now(),
  private_to uuid generated always as (case when state = 'draft' then written_by end) stored,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id),
  foreign key (child_id, meeting_id) references waymark.meeting (child_id, id),
  constraint somebody_says_who check (who_says = 'somebody' or who_says_name is null)
);
create index meeting_line_of_meeting on waymark.meeting_line (meeting_id, written_at);
create index meeting_line_of_child on waymark.meeting_line (child_id);
comment on table waymark.meeting_line is 'One line for a meeting. A draft is the young person''s alone. offered: somebody else suggested it. stands: the young person said so, and nobody else can.';

create table waymark.meeting_after (
  id uuid primary key default gen_random_uuid(),
  line_id uuid not null unique,
  child_id uuid not null,
  talked text not null check (talked in ('yes', 'partly', 'no', 'dont_know')),
  words text check (length(words) between 1 and 2000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  said_at timestamptz not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, line_id) references waymark.meeting_line (child_id, id)
);
create index meeting_after_of_child on waymark.meeting_after (child_id);
comment on table waymark.meeting_after is 'Did they talk about what I sent? Said by the young person after the meeting, once for each line.';

call waymark.hold_for_child('waymark.meeting');
call waymark.hold_for_child('waymark.meeting_line');
call waymark.hold_for_child('waymark.meeting_after');
revoke update on waymark.meeting_after, waymark.meeting_line, waymark.meeting from waymark_app;
grant update (called, on_day, led_by, state) on waymark.meeting to waymark_app;
grant update (words, words_language, who_says, who_says_name, state) on waymark.meeting_line to waymark_app;
create policy drafts_are_private on waymark.meeting_line as restrictive for select to waymark_app
  using (state <> 'draft' or written_by = (select waymark.actor_id()));
create policy staff_offer_and_no_more on waymark.meeting_line as restrictive for insert to waymark_app with check (
  written_by = (select waymark.actor_id()) and case when (select waymark.actor_role()) = 'young_person' then state in ('draft', 'stands') else state = 'offered' end);
create policy only_the_young_person_says on waymark.meeting_line as restrictive for update to waymark_app
  using (exists (select from waymark.child c where c.id = child_id and c.person_id = (select waymark.actor_id())));
create policy only_the_young_person_says on waymark.meeting_after as restrictive for insert to waymark_app
  with check (exists (select from waymark.child c where c.id = child_id and c.person_id = (select waymark.actor_id())));

create function waymark.line_in_order() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.state <> 'draft' and new.state = 'draft' then
    raise exception 'what others have read is no draft any more' using errcode = 'restrict_violation', constraint = 'line_in_order';
  end if;
  if old.written_by is distinct from waymark.actor_id() and waymark.actor_id() is not null and new.words <> old.words then
    raise exception 'what somebody else offered keeps their words' using errcode = 'restrict_violation', constraint = 'line_in_order';
  end if;
  return new;
end $$;
revoke execute on function waymark.line_in_order() from public;
create trigger line_in_order before update on waymark.meeting_line for each row execute function waymark.line_in_order();

create function waymark.subject_meeting(subject uuid, of_child uuid) returns boolean language sql stable set search_path = pg_catalog
  as $$ select exists (select from waymark.meeting_after a where a.id = subject and a.child_id = of_child and a.talked in ('no', 'partly')) $$;
comment on function waymark.subject_meeting(uuid, uuid) is 'What a meeting did not talk about is owed an answer.';
revoke execute on function waymark.subject_meeting(uuid, uuid) from public;
grant execute on function waymark.subject_meeting(uuid, uuid) to waymark_app;

-- Whom what is said of a meeting is about: who led it.
set local role waymark_keeper;
create or replace function waymark.feedback_is_of() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  select c.organisation_id into new.organisation_id from waymark.child c where c.id = new.child_id;
  new.about_person := case new.about_kind
    when 'answer' then (select s.by_id from waymark.ledger_step s where s.receipt_id = new.about_id and s.child_id = new.child_id and s.kind = 'replied' order by s.at desc limit 1)
    when 'check_in' then (select o.arranged_by from waymark.check_in i join waymark.check_in_occasion o on o.id = i.occasion_id where i.id = new.about_id and i.child_id = new.child_id)
    when 'meeting' then (select m.led_by from waymark.meeting m where m.id = new.about_id and m.child_id = new.child_id)
    end;
  return new;
end $$;
set local role waymark_owner;
grant select on waymark.meeting to waymark_keeper;
create policy keeper_reads on waymark.meeting for select to waymark_keeper using (true);
