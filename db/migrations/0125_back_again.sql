-- Back again: a conversation offered within 72 hours by somebody the child chooses. Whether it was offered and
-- taken up is always written down, as the return asks; what they say is theirs, word for word.

create table waymark.missing_return (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  episode_id uuid not null unique references waymark.missing_episode,
  offered text not null check (offered in ('yes', 'no', 'not_applicable')),
  offered_at timestamptz,
  not_offered_because text check (length(btrim(not_offered_because)) between 1 and 2000),
  talked_with text check (length(btrim(talked_with)) between 1 and 200),
  chosen text check (chosen in ('they_chose', 'their_plan', 'did_not_want_to_choose', 'not_asked')),
  independent text check (independent in ('yes', 'no')),
  accepted text check (accepted in ('yes', 'no', 'not_yet')),
  held_at timestamptz,
  pushed text check (length(pushed) between 1 and 5000),
  pulled text check (length(pulled) between 1 and 5000),
  want text check (length(want) between 1 and 5000),
  language text not null default 'en' check (length(language) between 2 and 35),
  no_words_because text check (no_words_because in ('did_not_want_to_say', 'no_interpreter', 'not_safe_to_talk', 'not_asked')),
  exploited text check (exploited in ('yes', 'no', 'not_known', 'not_asked')),
  again text check (again in ('yes', 'no', 'not_known', 'not_asked')),
  situation_id uuid references waymark.exploitation_situation,
  private_place text check (private_place in ('yes', 'no', 'not_known')),
  came_of_it text check (length(came_of_it) between 1 and 5000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint offered_says_when_and_by_whom check ((offered = 'yes') = (offered_at is not null and talked_with is not null and chosen is not null and accepted is not null)),
  constraint not_offered_says_why check ((offered = 'yes') = (not_offered_because is null)),
  constraint held_when_accepted check (held_at is null or (accepted is not distinct from 'yes' and held_at >= offered_at)),
  constraint held_has_words_or_why_none check (held_at is null or num_nonnulls(pushed, pulled, want) > 0 or no_words_because is not null),
  constraint words_only_when_held check (held_at is not null or num_nonnulls(pushed, pulled, want, no_words_because, exploited, again, private_place) = 0),
  constraint held_says_the_rest check (held_at is null or num_nonnulls(independent, exploited, again, private_place) = 4)
);
create index missing_return_of_child on waymark.missing_return (child_id);
comment on table waymark.missing_return is 'The conversation after coming back: offered or not and why, taken up or not, with whom and who chose them, what pushed and pulled and what the child wants in their words, and how good it was.';
comment on column waymark.missing_return.independent is 'Whether whoever talked with them has no part in their care.';
comment on column waymark.missing_return.again is 'Whether those who exploited them before had to do with it.';
comment on column waymark.missing_return.came_of_it is 'What was done because of what they said. Without it the conversation changed nothing.';
call waymark.hold_for_child('waymark.missing_return');
call waymark.staff_only('waymark.missing_return');
create policy of_the_childs_episode on waymark.missing_return as restrictive for insert to waymark_app with check (
  exists (select from waymark.missing_episode e where e.id = episode_id and e.child_id = missing_return.child_id and e.ended_how = 'found')
  and (situation_id is null or exists (select from waymark.exploitation_situation s where s.id = situation_id and s.child_id = missing_return.child_id)));
create policy of_the_childs_situation on waymark.missing_return as restrictive for update to waymark_app using (true) with check (
  situation_id is null or exists (select from waymark.exploitation_situation s where s.id = situation_id and s.child_id = missing_return.child_id));
