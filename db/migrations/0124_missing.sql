-- Missing: one row for each time a child is missing or away, from the report until they are found or until two
-- people close it with reasons. The search is looked at again and again; nobody can silence the clock that asks for it.

create function waymark.as_range(id uuid) returns numrange language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select numrange(n.n, n.n, '[]') from (
    select ('x' || substr(h.h, 1, 15))::bit(60)::bigint::numeric * 295147905179352825856
         + ('x' || substr(h.h, 16, 15))::bit(60)::bigint::numeric * 256
         + ('x' || substr(h.h, 31, 2))::bit(8)::integer::numeric as n
    from (select replace(id::text, '-', '') as h) h) n
$$;
comment on function waymark.as_range(uuid) is 'An id as the range of one number, each id its own, so that an exclusion can name whose time it is about with no extension.';
revoke execute on function waymark.as_range(uuid) from public;
grant execute on function waymark.as_range(uuid) to waymark_app;

create table waymark.missing_episode (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  kind text not null check (kind in ('missing', 'away')),
  missing_since timestamptz not null,
  last_seen_place text not null check (length(btrim(last_seen_place)) between 1 and 500),
  last_seen_by text check (length(last_seen_by) between 1 and 200),
  wearing text check (length(wearing) between 1 and 2000),
  has_with_them text check (length(has_with_them) between 1 and 2000),
  risk text not null check (length(btrim(risk)) between 1 and 5000),
  police_reference text check (length(police_reference) between 1 and 60),
  reported_by uuid not null references waymark.person default waymark.actor_id(),
  reported_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_how text check (ended_how in ('found', 'closed', 'in_error')),
  found_where text check (length(btrim(found_where)) between 1 and 500),
  found_how text check (length(found_how) between 1 and 2000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint found_after_missing check (ended_at is null or ended_at > missing_since),
  constraint ended_says_how check ((ended_at is null) = (ended_how is null)),
  constraint found_says_where check ((ended_how is not distinct from 'found') = (found_where is not null)),
  constraint no_overlap_of_episodes exclude using gist (
    waymark.as_range(child_id) with &&, tstzrange(missing_since, ended_at) with &&)
    where (ended_how is distinct from 'in_error')
);
create unique index one_open_episode_of_child on waymark.missing_episode (child_id) where ended_at is null;
create index missing_episode_of_child on waymark.missing_episode (child_id, missing_since desc);
comment on table waymark.missing_episode is 'A time a child is missing (it is not known where they are) or away without agreement. Each is new; none is a habit. Open until they are found or two people close it with reasons. Turning 18 closes nothing.';
comment on column waymark.missing_episode.missing_since is 'The later of when they left where they should be and when a responsible adult last saw them.';
comment on column waymark.missing_episode.risk is 'What those who know the child fear, and why, in words. There is no score.';

create table waymark.missing_told (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  episode_id uuid not null references waymark.missing_episode,
  whom text not null check (whom in ('police', 'social_worker', 'key_worker', 'manager', 'carer', 'family', 'guardian', 'lawyer', 'school', 'health', 'other_council', 'other')),
  name text check (length(name) between 1 and 200),
  told_at timestamptz not null,
  said text check (length(said) between 1 and 2000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create index missing_told_of_episode on waymark.missing_told (episode_id, told_at);
create index missing_told_of_child on waymark.missing_told (child_id);
comment on table waymark.missing_told is 'Who was told that a child is missing, when, and what they said they would do. Only added to.';

create table waymark.missing_response (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  episode_id uuid not null references waymark.missing_episode,
  body text not null check (body in ('us', 'police', 'council', 'carer', 'other')),
  responded_at timestamptz not null,
  did text not null check (length(btrim(did)) between 1 and 5000),
  treated text not null check (treated in ('as_a_child_at_risk', 'as_less', 'as_an_offender', 'not_known')),
  better text check (length(better) between 1 and 2000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create index missing_response_of_episode on waymark.missing_response (episode_id, responded_at);
create index missing_response_of_child on waymark.missing_response (child_id);
comment on table waymark.missing_response is 'What a body did when a child was missing, and how it treated them: the quality of the response in words. Only added to.';

create table waymark.missing_review (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  episode_id uuid not null references waymark.missing_episode,
  known text not null check (length(btrim(known)) between 1 and 5000),
  next text not null check (length(btrim(next)) between 1 and 5000),
  police_there boolean not null,
  reviewed_by uuid not null references waymark.person default waymark.actor_id(),
  reviewed_at timestamptz not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create index missing_review_of_episode on waymark.missing_review (episode_id, reviewed_at);
create index missing_review_of_child on waymark.missing_review (child_id);
comment on table waymark.missing_review is 'Each time the search for a child was looked at: what is known now, and what is done next. Only added to.';

create table waymark.missing_closing (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  episode_id uuid not null references waymark.missing_episode,
  because text not null check (because in ('turned_eighteen', 'with_another_authority', 'died', 'in_error')),
  reason text not null check (length(btrim(reason)) between 1 and 5000),
  goes_on text check (length(btrim(goes_on)) between 1 and 2000),
  proposed_by uuid not null references waymark.person default waymark.actor_id(),
  proposed_at timestamptz not null,
  answer text check (answer in ('agreed', 'not_agreed')),
  answer_reason text check (length(btrim(answer_reason)) between 1 and 5000),
  answered_by uuid references waymark.person,
  answered_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint closed_by_two_people check (answered_by is null or answered_by <> proposed_by),
  constraint answer_is_whole check (num_nonnulls(answer, answer_reason, answered_by, answered_at) in (0, 4)),
  constraint somebody_goes_on_looking check (because <> 'turned_eighteen' or goes_on is not null)
);
create unique index one_proposal_at_a_time on waymark.missing_closing (episode_id) where answer is null;
create index missing_closing_of_episode on waymark.missing_closing (episode_id, proposed_at);
create index missing_closing_of_child on waymark.missing_closing (child_id);
comment on table waymark.missing_closing is 'One person proposes to close a search, with a reason; another agrees or does not, with theirs. Whoever turned 18 is still looked for, and it says by whom.';

create table waymark.trigger_plan (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null unique references waymark.child,
  tell text check (length(tell) between 1 and 2000),
  look text check (length(look) between 1 and 2000),
  say text check (length(say) between 1 and 2000),
  please_dont text check (length(please_dont) between 1 and 2000),
  language text not null default 'en',
  talk_with text check (length(talk_with) between 1 and 200),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
comment on table waymark.trigger_plan is 'The child''s own plan for when people do not know where they are, in their words: whom to tell, where to look, what to write to them, what not to do, and with whom they would talk afterwards. The young person reads and changes it.';
call waymark.hold_for_child('waymark.trigger_plan');

call waymark.hold_for_child('waymark.missing_episode');
call waymark.hold_for_child('waymark.missing_told');
call waymark.hold_for_child('waymark.missing_response');
call waymark.hold_for_child('waymark.missing_review');
call waymark.hold_for_child('waymark.missing_closing');
call waymark.staff_only('waymark.missing_episode');
call waymark.staff_only('waymark.missing_told');
call waymark.staff_only('waymark.missing_response');
call waymark.staff_only('waymark.missing_review');
call waymark.staff_only('waymark.missing_closing');
revoke update on waymark.missing_told, waymark.missing_response, waymark.missing_review from waymark_app;
create policy of_the_childs_episode on waymark.missing_told as restrictive for insert to waymark_app
  with check (exists (select from waymark.missing_episode e where e.id = episode_id and e.child_id = missing_told.child_id));
create policy of_the_childs_episode on waymark.missing_response as restrictive for insert to waymark_app
  with check (exists (select from waymark.missing_episode e where e.id = episode_id and e.child_id = missing_response.child_id));
create policy of_the_childs_episode on waymark.missing_review as restrictive for insert to waymark_app
  with check (reviewed_by = (select waymark.actor_id()) and exists (select from waymark.missing_episode e where e.id = episode_id and e.child_id = missing_review.child_id));
create policy of_the_childs_episode on waymark.missing_closing as restrictive for insert to waymark_app
  with check (proposed_by = (select waymark.actor_id()) and answer is null and exists (select from waymark.missing_episode e where e.id = episode_id and e.child_id = missing_closing.child_id));
create policy answered_as_oneself on waymark.missing_closing as restrictive for update to waymark_app
  using (answer is null) with check (answered_by = (select waymark.actor_id()));
create policy reported_open_as_oneself on waymark.missing_episode as restrictive for insert to waymark_app
  with check (reported_by = (select waymark.actor_id()) and ended_at is null);

-- ---------------------------------------------------------------- what two people closed, and nobody silences
create function waymark.missing_ends_as_it_may() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.ended_at is not null and (new.ended_at, new.ended_how) is distinct from (old.ended_at, old.ended_how) then
    raise exception 'an episode that ended stays ended; another time is a new one' using errcode = 'restrict_violation', constraint = 'ended_stays';
  end if;
  if old.ended_at is null and new.ended_how in ('closed', 'in_error') and not exists (
      select from waymark.missing_closing c where c.episode_id = new.id and c.answer = 'agreed'
        and (c.because = 'in_error') = (new.ended_how = 'in_error')) then
    raise exception 'two people close a search, with reasons' using errcode = 'check_violation', constraint = 'closed_by_two_people';
  end if;
  return new;
end $$;
create trigger missing_ends_as_it_may before update on waymark.missing_episode for each row execute function waymark.missing_ends_as_it_may();

create function waymark.search_clock_stays() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (new.state, new.started_at) is not distinct from (old.state, old.started_at) then
    return new;
  end if;
  if new.started_at = old.started_at and new.state = 'done' and (
      exists (select from waymark.missing_review r where r.child_id = new.child_id and r.reviewed_at >= old.started_at and r.reviewed_at = new.stopped_at)
      or exists (select from waymark.missing_episode e where e.child_id = new.child_id and e.ended_at is not null and e.changed_at >= now())) then
    return new;
  end if;
  raise exception 'the clock of a search stops only when the search was looked at or is over' using errcode = 'restrict_violation', constraint = 'search_clock_stays';
end $$;
create trigger search_clock_stays before update on waymark.clock for each row when (old.rule = 'missing.search-review') execute function waymark.search_clock_stays();
comment on function waymark.search_clock_stays() is 'Nobody silences the clock of a search: it is done when the search was looked at, or when the episode ended in the same transaction. It is not paused, not moved, and never no longer owed.';
revoke execute on function waymark.missing_ends_as_it_may(), waymark.search_clock_stays() from public;

insert into waymark.clock_rule (code, nation, owed, owed_by, starts_with, counted, length, force, from_day, source, confidence, note, changed_by)
select 'missing.search-review', n, 'A look at the search for them', 'The key worker and a manager, with the police', 'They are reported missing, or the search was last looked at',
  'hours', 24, 'good_practice', '2020-01-01', 'Study 003: a key worker with the police keeps the search in focus; the hours are this product''s default', 'to_be_confirmed', null, null
from unnest(array['england', 'wales', 'scotland', 'northern_ireland']) n;
