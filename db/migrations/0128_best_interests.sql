-- Best-interests decisions: the options, what the child says in their own words, what weight it had and why, the
-- reasons, who disagrees, and what the child was told. A decision is whole or it is not finished, whoever asks.

create table waymark.best_interests (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  question text not null check (length(btrim(question)) between 1 and 2000),
  chosen_option uuid,
  weight text check (weight in ('followed', 'most', 'some', 'little')),
  weight_why text check (length(btrim(weight_why)) between 1 and 5000),
  reasons text check (length(btrim(reasons)) between 1 and 10000),
  child_stands text check (child_stands in ('agrees', 'partly', 'disagrees', 'not_known')),
  others_stand text check (others_stand in ('nobody', 'somebody')),
  told_what text check (length(btrim(told_what)) between 1 and 5000),
  told_how text check (length(btrim(told_how)) between 1 and 1000),
  told_on date,
  not_told_because text check (length(btrim(not_told_because)) between 1 and 2000),
  not_told_on date,
  tell_next_on date,
  opened_by uuid not null references waymark.person default waymark.actor_id(),
  opened_at timestamptz not null default now(),
  completed_by uuid references waymark.person,
  completed_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id),
  constraint told_is_whole check (num_nonnulls(told_what, told_how, told_on) in (0, 3)),
  constraint not_told_is_whole check (num_nonnulls(not_told_because, not_told_on, tell_next_on) in (0, 3)),
  constraint told_next_is_later check (tell_next_on >= not_told_on),
  constraint completed_is_whole check (num_nonnulls(completed_by, completed_at) in (0, 2))
);
create index best_interests_of_child on waymark.best_interests (child_id, opened_at);
comment on table waymark.best_interests is 'A decision about a child in their best interests. It is finished only with every part of it, or with a dated reason and the day of the next attempt where the child could not be heard or told.';

create table waymark.best_interests_option (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  decision_id uuid not null,
  what text not null check (length(btrim(what)) between 1 and 2000),
  speaks_for text not null check (length(btrim(speaks_for)) between 1 and 5000),
  speaks_against text not null check (length(btrim(speaks_against)) between 1 and 5000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (decision_id, id),
  foreign key (child_id, decision_id) references waymark.best_interests (child_id, id)
);
create index best_interests_option_of_child on waymark.best_interests_option (child_id);
comment on table waymark.best_interests_option is 'A way open to the child that was considered, with what speaks for it and against it.';
alter table waymark.best_interests add constraint chosen_among_its_own foreign key (id, chosen_option) references waymark.best_interests_option (decision_id, id);

create table waymark.best_interests_heard (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  decision_id uuid not null,
  kind text not null check (kind in ('said', 'not_yet')),
  on_day date not null,
  words text check (length(btrim(words)) between 1 and 10000),
  words_language text check (length(words_language) between 2 and 35),
  said_by text check (said_by in ('child', 'child_with_someone', 'somebody_for_them')),
  because text check (because in ('did_not_want', 'not_asked', 'no_interpreter', 'not_safe', 'away', 'unwell', 'too_urgent')),
  because_words text check (length(btrim(because_words)) between 1 and 2000),
  next_on date,
  next_who text check (length(btrim(next_who)) between 1 and 200),
  written_by uuid not null references waymark.person default waymark.actor_id(),
  written_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, decision_id) references waymark.best_interests (child_id, id),
  constraint heard_or_why_not check (case kind
    when 'said' then num_nonnulls(words, words_language, said_by) = 3 and num_nonnulls(because, because_words, next_on, next_who) = 0
    else num_nonnulls(because, because_words, next_on, next_who) = 4 and num_nonnulls(words, words_language, said_by) = 0 end),
  constraint next_attempt_is_later check (next_on >= on_day)
);
create index best_interests_heard_of on waymark.best_interests_heard (decision_id, on_day);
create index best_interests_heard_of_child on waymark.best_interests_heard (child_id);
comment on table waymark.best_interests_heard is 'What the child says of a decision, in their words and their language; or why nobody could ask yet, and who tries next on which day. Nothing here is changed: what is said later stands beside it.';

create table waymark.best_interests_dissent (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  decision_id uuid not null,
  whose text not null check (whose in ('child', 'family', 'professional')),
  who text check (length(btrim(who)) between 1 and 200),
  words text not null check (length(btrim(words)) between 1 and 5000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  written_by uuid not null references waymark.person default waymark.actor_id(),
  written_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, decision_id) references waymark.best_interests (child_id, id),
  constraint others_are_named check (whose = 'child' or who is not null)
);
create index best_interests_dissent_of on waymark.best_interests_dissent (decision_id);
create index best_interests_dissent_of_child on waymark.best_interests_dissent (child_id);
comment on table waymark.best_interests_dissent is 'Disagreement with a decision, the child''s or somebody else''s. It is kept for good, whatever is decided.';

-- What is missing before a decision may be finished, on a day. The pages ask it too: there is one answer.
create function waymark.best_interests_gaps(decision waymark.best_interests, on_day date) returns text[] language sql stable set search_path = pg_catalog as $$
  with heard as (select h.* from waymark.best_interests_heard h where h.decision_id = (decision).id),
  latest as (select * from heard order by on_day desc, written_at desc limit 1)
  select array_remove(array[
    case when (select count(*) from waymark.best_interests_option o where o.decision_id = (decision).id) < 2 then 'options' end,
    case when not exists (select from heard where kind = 'said')
      and not exists (select from latest where kind = 'not_yet' and next_on >= best_interests_gaps.on_day) then 'view' end,
    case when exists (select from heard where kind = 'said') and ((decision).weight is null or (decision).weight_why is null) then 'weight' end,
    case when (decision).chosen_option is null then 'choice' end,
    case when (decision).reasons is null then 'reasons' end,
    case when (decision).child_stands is null or (decision).others_stand is null then 'dissent' end,
    case when (decision).child_stands in ('partly', 'disagrees')
      and not exists (select from waymark.best_interests_dissent d where d.decision_id = (decision).id and d.whose = 'child') then 'dissent-of-child' end,
    case when (decision).others_stand = 'somebody'
      and not exists (select from waymark.best_interests_dissent d where d.decision_id = (decision).id and d.whose <> 'child') then 'dissent-of-others' end,
    case when (decision).told_on is null and ((decision).not_told_on is null or (decision).tell_next_on < best_interests_gaps.on_day) then 'told' end
  ], null)
$$;
comment on function waymark.best_interests_gaps(waymark.best_interests, date) is 'What a best-interests decision lacks before it may be finished, as codes.';

create function waymark.best_interests_gate() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  gaps text[];
begin
  if tg_op = 'UPDATE' and old.completed_at is not null then
    if old.told_on is not null or new.told_on is null
      or (to_jsonb(new) - '{told_what,told_how,told_on,version,changed_by,changed_at}'::text[])
         <> (to_jsonb(old) - '{told_what,told_how,told_on,version,changed_by,changed_at}'::text[]) then
      raise exception 'a decision that is finished stays as it is' using errcode = 'restrict_violation', constraint = 'decision_stays';
    end if;
    return new;
  end if;
  if new.completed_at is not null then
    gaps := waymark.best_interests_gaps(new, (now() at time zone 'Europe/London')::date);
    if cardinality(gaps) > 0 then
      raise exception 'a decision is finished with all its parts; missing: %', array_to_string(gaps, ', ')
        using errcode = 'check_violation', constraint = 'decision_is_whole';
    end if;
  end if;
  return new;
end $$;
create trigger best_interests_gate before insert or update on waymark.best_interests for each row execute function waymark.best_interests_gate();

create function waymark.best_interests_open() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform from waymark.best_interests b where b.id = new.decision_id and b.completed_at is null for update;
  if not found then
    raise exception 'the decision is finished' using errcode = 'restrict_violation', constraint = 'decision_is_open';
  end if;
  return new;
end $$;
create trigger best_interests_open before insert or update on waymark.best_interests_option for each row execute function waymark.best_interests_open();
revoke execute on function waymark.best_interests_gate(), waymark.best_interests_open() from public;
revoke execute on function waymark.best_interests_gaps(waymark.best_interests, date) from public;
grant execute on function waymark.best_interests_gaps(waymark.best_interests, date) to waymark_app;

call waymark.hold_for_child('waymark.best_interests');
call waymark.hold_for_child('waymark.best_interests_option');
call waymark.hold_for_child('waymark.best_interests_heard');
call waymark.hold_for_child('waymark.best_interests_dissent');
call waymark.staff_only('waymark.best_interests');
call waymark.staff_only('waymark.best_interests_option');
call waymark.staff_only('waymark.best_interests_heard');
call waymark.staff_only('waymark.best_interests_dissent');
revoke update on waymark.best_interests_heard, waymark.best_interests_dissent from waymark_app;
create policy finished_by_oneself on waymark.best_interests as restrictive for update to waymark_app
  using (true) with check (completed_by is null or completed_at < now() or completed_by = (select waymark.actor_id()));
