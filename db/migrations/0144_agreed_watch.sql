-- A light watch, agreed with the young person: what they want to be asked, how often, by whom, and the signs they
-- chose themselves. They stop it at any time, and what they stopped nobody else begins again.

create table waymark.own_watch (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null unique references waymark.child,
  state text not null default 'on' check (state in ('on', 'stopped')),
  often text not null check (often in ('week', 'fortnight', 'month', 'quarter')),
  asker_id uuid references waymark.person,
  asks text not null check (length(btrim(asks)) between 1 and 2000),
  asks_language text not null default 'en' check (length(asks_language) between 2 and 35),
  agreed_by text not null check (agreed_by in ('child', 'child_with_someone')),
  agreed_at timestamptz not null default now(),
  stopped_at timestamptz,
  stopped_by_them boolean not null default false,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint stopped_says_when check ((state = 'stopped') = (stopped_at is not null)),
  constraint stopped_by_them_is_stopped check (state = 'stopped' or not stopped_by_them)
);
create index own_watch_asker on waymark.own_watch (asker_id) where state = 'on';
comment on table waymark.own_watch is 'What a young person wants to be asked, how often and by whom, as they agreed it. Nobody in asker_id: whoever leads the team finds somebody.';

create table waymark.own_watch_sign (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  words text not null check (length(btrim(words)) between 1 and 1000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  said_by text not null check (said_by in ('child', 'child_with_someone')),
  no_longer boolean not null default false,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create index own_watch_sign_of_child on waymark.own_watch_sign (child_id);
comment on table waymark.own_watch_sign is 'A sign that things turn, as the young person knows it of themselves, in their words.';

create table waymark.own_watch_asked (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  asked_on date not null,
  went text not null check (went in ('said', 'all_right', 'not_now', 'not_reached', 'not_safe')),
  words text check (length(btrim(words)) between 1 and 5000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  asked_by uuid not null references waymark.person default waymark.actor_id(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint said_has_words check (went <> 'said' or words is not null)
);
create index own_watch_asked_of on waymark.own_watch_asked (child_id, asked_on desc);
comment on table waymark.own_watch_asked is 'That somebody asked what the young person wants to be asked, and what they said, or why they were not reached.';

create function waymark.watch_is_theirs() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.state = 'stopped' and new.state = 'on' and old.stopped_by_them and coalesce(waymark.actor_role(), '') <> 'young_person' then
    raise exception 'what they stopped only they begin again' using errcode = 'restrict_violation', constraint = 'watch_is_theirs';
  end if;
  return new;
end $$;
create trigger watch_is_theirs before update on waymark.own_watch for each row execute function waymark.watch_is_theirs();
revoke execute on function waymark.watch_is_theirs() from public;

call waymark.hold_for_child('waymark.own_watch');
call waymark.hold_for_child('waymark.own_watch_sign');
call waymark.hold_for_child('waymark.own_watch_asked');
revoke update on waymark.own_watch_asked from waymark_app;
create policy agreed_by_whom on waymark.own_watch as restrictive for insert to waymark_app
  with check ((agreed_by = 'child') = ((select waymark.actor_role()) = 'young_person'));
create policy changed_by_whom on waymark.own_watch as restrictive for update to waymark_app using (true)
  with check (state = 'stopped' or (agreed_by = 'child') = ((select waymark.actor_role()) = 'young_person'));
create policy said_by_whom on waymark.own_watch_sign as restrictive for insert to waymark_app
  with check ((said_by = 'child') = ((select waymark.actor_role()) = 'young_person'));
-- Nobody asks who stopped it, nor who stopped all contact.
create policy asked_as_agreed on waymark.own_watch_asked as restrictive for insert to waymark_app with check (
  asked_by = (select waymark.actor_id()) and (select waymark.actor_role()) <> 'young_person'
  and exists (select from waymark.own_watch w where w.child_id = own_watch_asked.child_id and w.state = 'on')
  and not exists (select from waymark.contact_stop s where s.child_id = own_watch_asked.child_id and s.lifted_at is null)
);
