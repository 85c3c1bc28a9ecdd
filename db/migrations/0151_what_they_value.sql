-- What a young person likes to do, the people and places they want to be with, and what they want to be able to do: in
-- their own words. An offer may serve one of them; whether they chose it is asked of them as of every offer.

create table waymark.valued_thing (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  kind text not null check (kind in ('do', 'people', 'place', 'learn')),
  words text not null check (length(btrim(words)) between 1 and 1000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  said_by text not null check (said_by in ('child', 'child_with_someone')),
  written_by uuid not null references waymark.person default waymark.actor_id(),
  said_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id)
);
create index valued_thing_of on waymark.valued_thing (child_id) where ended_at is null;
comment on table waymark.valued_thing is 'Something a young person values: to do, to be with, a place, to learn. In their words, from them or written down with them. Taken off by them, or with them; never deleted.';
call waymark.hold_for_child('waymark.valued_thing');
create policy said_by_whom on waymark.valued_thing as restrictive for insert to waymark_app
  with check (written_by = (select waymark.actor_id()) and ended_at is null and ((select waymark.actor_role()) = 'young_person') = (said_by = 'child'));

create function waymark.valued_words_stay() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (new.words, new.words_language, new.kind, new.said_by, new.written_by, new.said_at) is distinct from (old.words, old.words_language, old.kind, old.said_by, old.written_by, old.said_at) or old.ended_at is not null then
    raise exception 'what was said stays as it was said' using errcode = 'restrict_violation', constraint = 'said_stays';
  end if;
  return new;
end $$;
revoke execute on function waymark.valued_words_stay() from public;
create trigger valued_words_stay before update on waymark.valued_thing for each row execute function waymark.valued_words_stay();

alter table waymark.plan_need
  add column valued_id uuid,
  add constraint plan_need_serves_theirs foreign key (child_id, valued_id) references waymark.valued_thing (child_id, id);
comment on column waymark.plan_need.valued_id is 'Which of the things the young person values it serves, where it serves one.';
create index plan_need_of_valued on waymark.plan_need (valued_id);

insert into waymark.event_source (code, table_name) values ('valued', 'valued_thing');
