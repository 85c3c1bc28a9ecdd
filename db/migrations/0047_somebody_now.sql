-- "I need somebody now". A button, pressed and never guessed from what is typed: somebody named is asked at once,
-- round the clock, and when they have not seen it the next is asked. The number to call is always said as well.

create table waymark.duty_turn (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation,
  person_id uuid not null references waymark.person,
  phone text not null check (phone ~ '^[0-9+ ()]{3,30}$'),
  from_at timestamptz not null,
  until_at timestamptz not null,
  place integer not null default 1 check (place between 1 and 9),
  written_by uuid references waymark.person default waymark.actor_id(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint a_turn_ends_after_it_begins check (until_at > from_at and until_at <= from_at + interval '31 days')
);
create index duty_turn_of_organisation on waymark.duty_turn (organisation_id, until_at);
comment on table waymark.duty_turn is 'Who is there for young people from when until when, on which number. Several at once stand in order: the first is asked first. A turn given up ends at the moment it is given up.';

create table waymark.duty_fallback (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation,
  name text not null check (length(name) between 1 and 200),
  phone text not null check (phone ~ '^[0-9+ ()]{3,30}$'),
  minutes integer not null check (minutes between 2 and 120),
  from_at timestamptz not null default now(),
  set_by uuid references waymark.person default waymark.actor_id()
);
create index duty_fallback_of_organisation on waymark.duty_fallback (organisation_id, from_at desc);
comment on table waymark.duty_fallback is 'The number that is always answered when nobody on the rota is there or has seen it, and after how many minutes the next is asked. The newest holds.';

create table waymark.somebody_now (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  organisation_id uuid not null references waymark.organisation,
  sent_at timestamptz not null,
  asked_id uuid references waymark.person,
  asked_at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'seen', 'ended')),
  state_at timestamptz not null,
  seen_by uuid references waymark.person,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id),
  constraint seen_by_somebody check (state <> 'seen' or seen_by is not null)
);
create unique index one_at_a_time on waymark.somebody_now (child_id) where state <> 'ended';
create index somebody_now_open on waymark.somebody_now (organisation_id, asked_at) where state <> 'ended';
create index somebody_now_of_child on waymark.somebody_now (child_id, sent_at desc);
comment on table waymark.somebody_now is 'A young person pressed "I need somebody now". Holds no words. Who is asked follows from the rota; after that only a step changes it.';

create table waymark.somebody_now_step (
  id uuid primary key default gen_random_uuid(),
  signal_id uuid not null,
  child_id uuid not null,
  kind text not null check (kind in ('asked', 'seen', 'wrote', 'ended', 'not_needed')),
  at timestamptz not null,
  by_id uuid references waymark.person default waymark.actor_id(),
  to_id uuid references waymark.person,
  to_name text check (length(to_name) between 1 and 200),
  to_phone text check (length(to_phone) between 3 and 30),
  words text check (length(words) between 1 and 2000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, signal_id) references waymark.somebody_now (child_id, id),
  constraint it_ends_with_what_was_done check (kind not in ('wrote', 'ended') or words is not null)
);
create index somebody_now_step_of_signal on waymark.somebody_now_step (signal_id, at);
create index somebody_now_step_of_child on waymark.somebody_now_step (child_id);
create unique index asked_once_each on waymark.somebody_now_step (signal_id, to_id) nulls not distinct where kind = 'asked';
comment on table waymark.somebody_now_step is 'Who was asked and when, who saw it, what was done. Only added to. Asked without a person: the number that is always answered.';

-- ---------------------------------------------------------------- who is asked
create function waymark.on_duty(organisation uuid, at_moment timestamptz, not_these uuid[] default '{}')
  returns table (person_id uuid, name text, phone text, until_at timestamptz) language sql stable security definer set search_path = pg_catalog as $$
  select t.person_id, p.name, t.phone, t.until_at from waymark.duty_turn t join waymark.person p on p.id = t.person_id
   where t.organisation_id = organisation and t.from_at <= at_moment and t.until_at > at_moment
     and p.ended_at is null and p.role in ('practitioner', 'guardian', 'manager') and not (t.person_id = any (not_these))
     and (waymark.actor_id() is null or organisation = waymark.actor_organisation())
   order by t.place, t.from_at, t.id
$$;
comment on function waymark.on_duty(uuid, timestamptz, uuid[]) is 'Who is there at that moment, in the order in which they are asked.';

create function waymark.number_always_answered(organisation uuid, at_moment timestamptz) returns table (name text, phone text, minutes integer)
  language sql stable security definer set search_path = pg_catalog as $$
  select f.name, f.phone, f.minutes from waymark.duty_fallback f where f.organisation_id = organisation and f.from_at <= at_moment
   order by f.from_at desc limit 1
$$;
comment on function waymark.number_always_answered(uuid, timestamptz) is 'The number to call when nobody on the rota is there. No row: the organisation has not given one.';

create function waymark.ask_first() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  select c.organisation_id into new.organisation_id from waymark.child c where c.id = new.child_id;
  select d.person_id into new.asked_id from waymark.on_duty(new.organisation_id, new.sent_at) d limit 1;
  new.asked_at := new.sent_at;
  new.state := 'asked';
  new.state_at := new.sent_at;
  new.seen_by := null;
  return new;
end $$;
create function waymark.say_who_was_asked() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into waymark.somebody_now_step (signal_id, child_id, kind, at, by_id, to_id, to_name, to_phone)
  select new.id, new.child_id, 'asked', new.sent_at, null, new.asked_id, coalesce(d.name, f.name), coalesce(d.phone, f.phone)
    from (select 1) one
    left join waymark.on_duty(new.organisation_id, new.sent_at) d on d.person_id = new.asked_id
    left join waymark.number_always_answered(new.organisation_id, new.sent_at) f on true
   limit 1;
  return null;
end $$;
create trigger ask_first before insert on waymark.somebody_now for each row execute function waymark.ask_first();
create trigger say_who_was_asked after insert on waymark.somebody_now for each row execute function waymark.say_who_was_asked();

create function waymark.somebody_now_in_order() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  s waymark.somebody_now;
begin
  select * into s from waymark.somebody_now x where x.id = new.signal_id for no key update;
  if (new.kind in ('asked', 'seen') and s.state <> 'asked') or s.state = 'ended' then
    raise exception 'somebody has seen it already, or it is over' using errcode = 'restrict_violation', constraint = 'somebody_now_in_order';
  end if;
  if new.kind = 'ended' and s.state <> 'seen' then
    raise exception 'it ends after somebody has seen it' using errcode = 'restrict_violation', constraint = 'somebody_now_in_order';
  end if;
  return new;
end $$;
create function waymark.somebody_now_follows() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update waymark.somebody_now s set
    state = case new.kind when 'seen' then 'seen' when 'asked' then s.state else 'ended' end,
    state_at = case new.kind when 'asked' then s.state_at else new.at end,
    seen_by = case new.kind when 'seen' then new.by_id else s.seen_by end,
    asked_id = case new.kind when 'asked' then new.to_id else s.asked_id end,
    asked_at = case new.kind when 'asked' then new.at else s.asked_at end
  where s.id = new.signal_id;
  return null;
end $$;
comment on function waymark.ask_first() is 'Pressing the button says only that; who is asked follows from the rota.';
comment on function waymark.somebody_now_in_order() is 'Seen once, and over only after somebody has seen it, or the young person says so.';
comment on function waymark.somebody_now_follows() is 'What stands of it is what its steps say.';
create trigger somebody_now_in_order before insert on waymark.somebody_now_step for each row execute function waymark.somebody_now_in_order();
create trigger somebody_now_follows after insert on waymark.somebody_now_step for each row
  when (new.kind in ('seen', 'ended', 'not_needed') or (new.kind = 'asked' and new.by_id is null)) execute function waymark.somebody_now_follows();

create function waymark.ask_the_next(at_moment timestamptz) returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare
  s waymark.somebody_now;
  n integer := 0;
begin
  for s in
    select x.* from waymark.somebody_now x
     where x.organisation_id = waymark.actor_organisation() and x.state = 'asked' and x.asked_id is not null
       and x.asked_at + make_interval(mins => coalesce((select f.minutes from waymark.number_always_answered(x.organisation_id, at_moment) f), 10)) <= at_moment
     order by x.asked_at limit 50 for no key update skip locked
  loop
    insert into waymark.somebody_now_step (signal_id, child_id, kind, at, by_id, to_id, to_name, to_phone)
    select s.id, s.child_id, 'asked', at_moment, null, d.person_id, coalesce(d.name, f.name), coalesce(d.phone, f.phone)
      from (select 1) one
      left join lateral (select * from waymark.on_duty(s.organisation_id, at_moment,
        array(select t.to_id from waymark.somebody_now_step t where t.signal_id = s.id and t.kind = 'asked' and t.to_id is not null)) limit 1) d on true
      left join waymark.number_always_answered(s.organisation_id, at_moment) f on true;
    n := n + 1;
  end loop;
  return n;
end $$;
comment on function waymark.ask_the_next(timestamptz) is 'Who has not seen it in time is followed by the next on the rota, and the last by the number that is always answered. Doing it again does nothing.';

create function waymark.card_of_signal(signal uuid) returns table (known_as text, say_it text, speaks text[], never_use text[], beside text[])
  language sql stable security definer set search_path = pg_catalog as $$
  select c.known_as, c.say_it,
      array(select l.language from waymark.child_language l where l.child_id = c.id and l.speaks and not l.never_use and l.ended_at is null order by l.for_feelings desc, l.language),
      array(select l.language from waymark.child_language l where l.child_id = c.id and l.never_use and l.ended_at is null order by l.language),
      array(select p.name from waymark.allocation a join waymark.person p on p.id = a.person_id where a.child_id = c.id and a.ended_on is null order by p.name)
    from waymark.somebody_now s join waymark.child c on c.id = s.child_id
   where s.id = signal and s.organisation_id = waymark.actor_organisation() and waymark.actor_role() in ('practitioner', 'guardian', 'manager')
     and (s.state <> 'ended' or s.seen_by = waymark.actor_id())
     and (exists (select from waymark.somebody_now_step t where t.signal_id = s.id and t.to_id = waymark.actor_id())
       or s.child_id in (select waymark.actor_children()) or waymark.actor_role() = 'manager')
$$;
comment on function waymark.card_of_signal(uuid) is 'What whoever was asked needs to be with them: the name, how to say it, the languages, who stands beside them. Nothing else of the record.';

revoke execute on function waymark.on_duty(uuid, timestamptz, uuid[]), waymark.number_always_answered(uuid, timestamptz), waymark.ask_first(), waymark.say_who_was_asked(),
  waymark.somebody_now_in_order(), waymark.somebody_now_follows(), waymark.ask_the_next(timestamptz), waymark.card_of_signal(uuid) from public;
grant execute on function waymark.on_duty(uuid, timestamptz, uuid[]), waymark.number_always_answered(uuid, timestamptz) to waymark_app, waymark_keeper;
grant execute on function waymark.ask_the_next(timestamptz), waymark.card_of_signal(uuid) to waymark_app;
alter function waymark.on_duty(uuid, timestamptz, uuid[]) owner to waymark_reach;
alter function waymark.number_always_answered(uuid, timestamptz) owner to waymark_reach;
alter function waymark.card_of_signal(uuid) owner to waymark_reach;
alter function waymark.ask_first() owner to waymark_keeper;
alter function waymark.say_who_was_asked() owner to waymark_keeper;
alter function waymark.somebody_now_in_order() owner to waymark_keeper;
alter function waymark.somebody_now_follows() owner to waymark_keeper;
alter function waymark.ask_the_next(timestamptz) owner to waymark_keeper;

-- ---------------------------------------------------------------- who reads and writes
call waymark.hold_for_child('waymark.somebody_now');
call waymark.hold_for_child('waymark.somebody_now_step');
revoke update on waymark.somebody_now, waymark.somebody_now_step from waymark_app;
create policy whoever_was_asked on waymark.somebody_now for select to waymark_app using (
  organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager')
  and (asked_id = (select waymark.actor_id()) or seen_by = (select waymark.actor_id()) or asked_id is null));
create policy pressed_by_the_young_person on waymark.somebody_now as restrictive for insert to waymark_app
  with check (exists (select from waymark.child c where c.id = child_id and c.person_id = (select waymark.actor_id())));
create policy whoever_was_asked on waymark.somebody_now_step for select to waymark_app
  using (exists (select from waymark.somebody_now s where s.id = signal_id));
create policy whoever_was_asked_writes on waymark.somebody_now_step for insert to waymark_app
  with check (exists (select from waymark.somebody_now s where s.id = signal_id));
create policy steps_by_whose_they_are on waymark.somebody_now_step as restrictive for insert to waymark_app with check (
  by_id = (select waymark.actor_id()) and to_id is null and to_name is null and to_phone is null and case
    when kind = 'not_needed' then exists (select from waymark.child c where c.id = child_id and c.person_id = (select waymark.actor_id()))
    else kind in ('seen', 'wrote', 'ended') and (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager') end);

alter table waymark.duty_turn enable row level security;
alter table waymark.duty_turn force row level security;
alter table waymark.duty_fallback enable row level security;
alter table waymark.duty_fallback force row level security;
grant select, insert on waymark.duty_turn, waymark.duty_fallback to waymark_app;
grant update (until_at) on waymark.duty_turn to waymark_app;
create policy turns_are_known on waymark.duty_turn for select to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) <> 'young_person');
create policy managers_write_turns on waymark.duty_turn for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) = 'manager' and written_by = (select waymark.actor_id())
  and exists (select from waymark.person p where p.id = person_id and p.organisation_id = (select waymark.actor_organisation())
    and p.role in ('practitioner', 'guardian', 'manager') and p.ended_at is null));
create policy managers_end_turns on waymark.duty_turn for update to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) = 'manager');
create policy fallback_is_known on waymark.duty_fallback for select to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) <> 'young_person');
create policy managers_give_the_number on waymark.duty_fallback for insert to waymark_app
  with check (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) = 'manager' and set_by = (select waymark.actor_id()));
create trigger keep_version before update on waymark.duty_turn for each row execute function waymark.keep_version();

grant select on waymark.duty_turn, waymark.duty_fallback, waymark.somebody_now, waymark.somebody_now_step, waymark.child_language to waymark_reach;
grant select, update on waymark.somebody_now to waymark_keeper;
grant select, insert on waymark.somebody_now_step to waymark_keeper;
create policy reach_reads on waymark.duty_turn for select to waymark_reach using (true);
create policy reach_reads on waymark.duty_fallback for select to waymark_reach using (true);
create policy reach_reads on waymark.somebody_now for select to waymark_reach using (true);
create policy reach_reads on waymark.somebody_now_step for select to waymark_reach using (true);
create policy reach_reads on waymark.child_language for select to waymark_reach using (true);
create policy keeper_keeps on waymark.somebody_now to waymark_keeper using (true) with check (true);
create policy keeper_reads on waymark.somebody_now_step for select to waymark_keeper using (true);
create policy keeper_writes on waymark.somebody_now_step for insert to waymark_keeper with check (true);
set local role waymark_reach;
grant execute on function waymark.on_duty(uuid, timestamptz, uuid[]), waymark.number_always_answered(uuid, timestamptz) to waymark_owner;
set local role waymark_owner;
