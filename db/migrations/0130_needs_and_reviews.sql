-- Needs, what was offered for each, and what the young person says of it; and reviews of plans: what was asked, what
-- was done, what the child says, how they took part, and whether what comes from trafficking or being unaccompanied is met.

create table waymark.plan_need (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  plan_id uuid not null,
  domain text not null check (domain in ('home', 'health', 'mental_health', 'education', 'work', 'money', 'faith', 'friends', 'activities')),
  need text not null check (length(btrim(need)) between 1 and 2000),
  owner_id uuid references waymark.person,
  offer text check (length(btrim(offer)) between 1 and 1000),
  offered_by text check (length(btrim(offered_by)) between 1 and 200),
  offered_on date,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id),
  foreign key (child_id, plan_id) references waymark.plan (child_id, id),
  constraint offer_is_whole check (num_nonnulls(offer, offered_by, offered_on) in (0, 3))
);
create index plan_need_of on waymark.plan_need (plan_id);
create index plan_need_of_child on waymark.plan_need (child_id);
comment on table waymark.plan_need is 'A need in one part of life, who sees to it, and what was offered. A need without an owner is shown as such.';

create table waymark.plan_verdict (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  need_id uuid not null,
  choice text not null check (choice in ('chose_it', 'thinking', 'does_not_want', 'had_no_choice')),
  words text check (length(btrim(words)) between 1 and 5000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  said_by text not null check (said_by in ('child', 'child_with_someone', 'somebody_for_them')),
  written_by uuid not null references waymark.person default waymark.actor_id(),
  written_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, need_id) references waymark.plan_need (child_id, id)
);
create index plan_verdict_of on waymark.plan_verdict (need_id, written_at);
create index plan_verdict_of_child on waymark.plan_verdict (child_id);
comment on table waymark.plan_verdict is 'What the young person says of an offer: whether they chose it, and their words. Going because one had to is not choosing. All of it is kept.';

create table waymark.plan_review (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  plan_id uuid not null,
  planned_on date not null,
  held_on date,
  took_part text check (took_part in ('PN0', 'PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7')),
  needs_met text check (needs_met in ('yes', 'partly', 'no', 'none')),
  needs_words text check (length(btrim(needs_words)) between 1 and 2000),
  talked_about text check (talked_about in ('yes', 'partly', 'no')),
  talked_words text check (length(btrim(talked_words)) between 1 and 2000),
  talked_language text check (length(talked_language) between 2 and 35),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id),
  foreign key (child_id, plan_id) references waymark.plan (child_id, id),
  constraint held_is_whole check (num_nonnulls(held_on, took_part, needs_met, needs_words) in (0, 4)),
  constraint talked_after_it_was_held check (talked_about is null or held_on is not null)
);
create index plan_review_of on waymark.plan_review (plan_id, planned_on);
create index plan_review_of_child on waymark.plan_review (child_id);
comment on table waymark.plan_review is 'A review of a plan. Held, it says how the child took part (codes PN0 to PN7) and whether needs that come from trafficking or being unaccompanied are met. Afterwards they are asked whether what they said was talked about.';

create table waymark.plan_review_line (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  review_id uuid not null,
  asked text not null check (length(btrim(asked)) between 1 and 2000),
  done text not null check (length(btrim(done)) between 1 and 2000),
  child_says text check (length(btrim(child_says)) between 1 and 5000),
  no_words_because text check (no_words_because in ('did_not_want', 'not_asked', 'no_interpreter', 'not_safe', 'away', 'unwell', 'too_urgent')),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, review_id) references waymark.plan_review (child_id, id),
  constraint their_words_or_why_not check (num_nonnulls(child_says, no_words_because) = 1)
);
create index plan_review_line_of on waymark.plan_review_line (review_id);
create index plan_review_line_of_child on waymark.plan_review_line (child_id);
comment on table waymark.plan_review_line is 'What was asked, what was done, and what the child says of it, side by side.';

create function waymark.review_within_plan() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if least(new.planned_on, coalesce(new.held_on, new.planned_on)) < (select p.starts_on from waymark.plan p where p.id = new.plan_id) then
    raise exception 'a review is never before its plan' using errcode = 'check_violation', constraint = 'review_within_plan';
  end if;
  return new;
end $$;
create trigger review_within_plan before insert or update on waymark.plan_review for each row execute function waymark.review_within_plan();
revoke execute on function waymark.review_within_plan() from public;

call waymark.hold_for_child('waymark.plan_need');
call waymark.hold_for_child('waymark.plan_verdict');
call waymark.hold_for_child('waymark.plan_review');
call waymark.hold_for_child('waymark.plan_review_line');
call waymark.staff_only('waymark.plan_review');
call waymark.staff_only('waymark.plan_review_line');
revoke update on waymark.plan_verdict from waymark_app;
create policy staff_write on waymark.plan_need as restrictive for insert to waymark_app with check ((select waymark.actor_role()) <> 'young_person');
create policy staff_change on waymark.plan_need as restrictive for update to waymark_app using ((select waymark.actor_role()) <> 'young_person');
create policy said_by_whom on waymark.plan_verdict as restrictive for insert to waymark_app
  with check (written_by = (select waymark.actor_id()) and ((select waymark.actor_role()) = 'young_person') = (said_by = 'child'));
