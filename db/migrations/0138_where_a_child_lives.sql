-- Where a child lives and lived, who else lives there, whether the place is right for them, and what they say of it.
-- What a council's return told stands in care_episode and is never copied: a move told twice is one move.

create table waymark.home_stay (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  place_id uuid references waymark.home_place,
  kind text not null check (kind in ('foster', 'family_or_friends', 'supported_lodgings', 'supported_accommodation', 'childrens_home', 'secure', 'shared_house', 'hotel', 'own_tenancy', 'other', 'parents')),
  called text not null check (length(btrim(called)) between 1 and 200),
  footing text not null check (footing in ('looked_after', 'care_leaver', 'family', 'other')),
  began_on date not null,
  same_carers boolean not null default false,
  ended_on date,
  ended_why text check (ended_why in ('planned', 'their_wish', 'place_ended_it', 'not_safe', 'place_closed', 'next_step', 'went_missing', 'other')),
  why_here text not null check (length(btrim(why_here)) between 1 and 2000),
  gaps jsonb not null default '[]',
  gaps_reason text check (length(btrim(gaps_reason)) between 1 and 2000),
  not_so_because text check (length(btrim(not_so_because)) between 1 and 1000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id),
  constraint ended_is_whole check ((ended_on is null) = (ended_why is null)),
  constraint ends_after_start check (ended_on is null or ended_on >= began_on),
  constraint gaps_have_a_reason check (jsonb_array_length(gaps) = 0 or gaps_reason is not null),
  constraint lives_in_one_home exclude using gist (
    waymark.as_range(child_id) with &&, daterange(began_on, ended_on, '[)') with &&) where (not_so_because is null)
);
create index home_stay_of_place on waymark.home_stay (place_id) where ended_on is null and not_so_because is null;
comment on table waymark.home_stay is 'A stretch in which a child lives in one home. Where it is, is in home_address. A stay written in error stays and says why.';
comment on column waymark.home_stay.gaps is 'What those who care there did not know on the day the child moved in, as the database found it: kept, with the reason why the child was placed all the same.';
comment on column waymark.home_stay.same_carers is 'Another home with the carers of the one before.';

create function waymark.gaps_when_moving_in() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.place_id is not null and not exists (select from waymark.home_place p where p.id = new.place_id) then
    raise exception 'a child lives in a place that whoever writes it knows' using errcode = 'check_violation', constraint = 'place_is_known';
  end if;
  new.gaps := case when new.place_id is null then '[]'::jsonb else waymark.gaps_of_place(new.place_id, new.began_on) end;
  return new;
end $$;
comment on function waymark.gaps_when_moving_in() is 'The gaps on the day of moving in are found by the database, whoever writes the stay.';
revoke execute on function waymark.gaps_when_moving_in() from public;
create trigger gaps_when_moving_in before insert on waymark.home_stay for each row execute function waymark.gaps_when_moving_in();
call waymark.hold_for_staff('waymark.home_stay');
create policy theirs_and_staffs on waymark.home_stay as restrictive for select to waymark_app using (
  (select waymark.actor_role()) in ('young_person', 'practitioner', 'guardian', 'manager', 'auditor', 'system'));
create policy written_by_staff on waymark.home_stay as restrictive for insert to waymark_app with check (
  (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager', 'system'));
revoke update on waymark.home_stay from waymark_app;
grant update (began_on, same_carers, ended_on, ended_why, not_so_because) on waymark.home_stay to waymark_app;

create table waymark.home_address (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  stay_id uuid not null unique,
  words text not null check (length(btrim(words)) between 1 and 500),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, stay_id) references waymark.home_stay (child_id, id)
);
create index home_address_of_child on waymark.home_address (child_id);
comment on table waymark.home_address is 'Where a home is. Narrower than the record: whoever stands beside the child now and their managers. Never searched, listed, counted or exported.';

create table waymark.home_adult (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  stay_id uuid not null,
  who text not null check (length(btrim(who)) between 1 and 200),
  relation text not null check (relation in ('carer', 'carers_family', 'own_family', 'staff', 'unrelated', 'not_known')),
  shares text[] not null check (cardinality(shares) > 0 and shares <@ array['bedroom', 'bathroom', 'kitchen', 'building']),
  checked text not null check (checked in ('yes', 'no', 'not_known')),
  since_on date not null,
  until_on date,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id),
  foreign key (child_id, stay_id) references waymark.home_stay (child_id, id),
  constraint until_after_since check (until_on is null or until_on >= since_on)
);
create index home_adult_of_child on waymark.home_adult (child_id, stay_id);
create index home_adult_unrelated on waymark.home_adult (child_id) where until_on is null and relation in ('unrelated', 'not_known');
comment on table waymark.home_adult is 'An adult who lives where the child lives. One who is not related to the child and does not care for them, or of whom that is not known, is something a manager looks at, again and again, for as long as it is so.';
comment on column waymark.home_adult.checked is 'Whether a criminal record check was seen.';

create table waymark.home_adult_answer (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  adult_id uuid not null,
  decided text not null check (decided in ('stays_for_now', 'child_moves', 'adult_leaves', 'apart_in_the_building')),
  why text not null check (length(btrim(why)) between 1 and 2000),
  again_on date not null,
  answered_on date not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, adult_id) references waymark.home_adult (child_id, id),
  constraint looked_at_again_within_a_quarter check (again_on > answered_on and again_on <= answered_on + 92)
);
create index home_adult_answer_of_child on waymark.home_adult_answer (child_id);
create index home_adult_answer_of_adult on waymark.home_adult_answer (adult_id, again_on desc);
comment on table waymark.home_adult_answer is 'What a manager decided about a child who shares a home with an adult not related to them, why, and by when it is looked at again. Only added to.';

create table waymark.home_check (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  stay_id uuid not null,
  on_day date not null,
  own_room text not null check (own_room in ('yes', 'in_part', 'no', 'not_seen', 'not_asked', 'not_told', 'not_for_them')),
  lock text not null check (lock in ('yes', 'in_part', 'no', 'not_seen', 'not_asked', 'not_told', 'not_for_them')),
  phone text not null check (phone in ('yes', 'in_part', 'no', 'not_seen', 'not_asked', 'not_told', 'not_for_them')),
  wash text not null check (wash in ('yes', 'in_part', 'no', 'not_seen', 'not_asked', 'not_told', 'not_for_them')),
  visitors text not null check (visitors in ('yes', 'in_part', 'no', 'not_seen', 'not_asked', 'not_told', 'not_for_them')),
  access text not null check (access in ('yes', 'in_part', 'no', 'not_seen', 'not_asked', 'not_told', 'not_for_them')),
  adults text not null check (adults in ('yes', 'in_part', 'no', 'not_seen', 'not_asked', 'not_told', 'not_for_them')),
  night text not null check (night in ('awake', 'sleeping_in', 'on_call', 'none', 'not_known')),
  seen text check (length(btrim(seen)) between 1 and 5000),
  seen_alone text not null check (seen_alone in ('yes', 'no', 'they_said_no')),
  view_words text check (length(btrim(view_words)) between 1 and 10000),
  view_language text check (length(view_language) between 2 and 35),
  view_said_by text check (view_said_by in ('child', 'child_with_someone', 'someone_else')),
  no_view_because text check (no_view_because in ('not_asked', 'said_no', 'not_there', 'no_interpreter')),
  found text not null check (found in ('right', 'right_if', 'not_right', 'not_decided')),
  why text not null check (length(btrim(why)) between 1 and 5000),
  put_right text check (length(btrim(put_right)) between 1 and 5000),
  put_right_by date,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, stay_id) references waymark.home_stay (child_id, id),
  constraint their_view_or_why_not check (
    (view_words is not null and view_language is not null and view_said_by is not null and no_view_because is null)
    or (num_nonnulls(view_words, view_language, view_said_by) = 0 and no_view_because is not null)),
  constraint what_is_put_right check (found not in ('right_if', 'not_right') or (put_right is not null and put_right_by is not null))
);
create index home_check_of_child on waymark.home_check (child_id, on_day desc);
comment on table waymark.home_check is 'Whether a home is right for this child, as somebody found it on a day: privacy, adults, access, the night, and the child''s view in their words or the reason why there is none. Only added to, never counted into one.';

call waymark.hold_for_child('waymark.home_address');
call waymark.hold_for_child('waymark.home_adult');
call waymark.hold_for_child('waymark.home_adult_answer');
call waymark.hold_for_child('waymark.home_check');
call waymark.staff_only('waymark.home_address');
call waymark.staff_only('waymark.home_adult');
call waymark.staff_only('waymark.home_adult_answer');
call waymark.staff_only('waymark.home_check');
revoke update on waymark.home_adult_answer, waymark.home_check, waymark.home_adult, waymark.home_address from waymark_app;
grant update (relation, shares, checked, since_on, until_on, who) on waymark.home_adult to waymark_app;
grant update (words) on waymark.home_address to waymark_app;

create policy beside_them_now on waymark.home_address as restrictive for select to waymark_app using (
  (select waymark.actor_role()) in ('manager', 'system')
  or ((select waymark.actor_role()) in ('practitioner', 'guardian') and child_id = any (array(select waymark.actor_children()))));
create policy only_managers_answer on waymark.home_adult_answer as restrictive for insert to waymark_app with check (
  (select waymark.actor_role()) in ('manager', 'system'));

-- ---------------------------------------------------------------- what they say of their home
create table waymark.home_said (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  room text not null check (room in ('yes', 'in_part', 'no', 'skip', 'not_now', 'not_important', 'not_known')),
  door text not null check (door in ('yes', 'in_part', 'no', 'skip', 'not_now', 'not_important', 'not_known')),
  phone text not null check (phone in ('yes', 'in_part', 'no', 'skip', 'not_now', 'not_important', 'not_known')),
  food text not null check (food in ('yes', 'in_part', 'no', 'skip', 'not_now', 'not_important', 'not_known')),
  rest text not null check (rest in ('yes', 'in_part', 'no', 'skip', 'not_now', 'not_important', 'not_known')),
  visitors text not null check (visitors in ('yes', 'in_part', 'no', 'skip', 'not_now', 'not_important', 'not_known')),
  night text not null check (night in ('yes', 'in_part', 'no', 'skip', 'not_now', 'not_important', 'not_known')),
  good text check (length(btrim(good)) between 1 and 5000),
  other text check (length(btrim(other)) between 1 and 5000),
  language text not null check (length(language) between 2 and 35),
  said_at timestamptz not null,
  taken_back_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create index home_said_of_child on waymark.home_said (child_id, said_at desc);
comment on table waymark.home_said is 'What a young person says of where they live, line by line and in their words. Each time is its own; nothing is counted together. skip: not answered.';
call waymark.hold_for_child('waymark.home_said');
revoke update on waymark.home_said from waymark_app;
grant update (taken_back_at) on waymark.home_said to waymark_app;
create policy only_they_say on waymark.home_said as restrictive for insert to waymark_app with check ((select waymark.actor_role()) = 'young_person');
create policy only_they_take_back on waymark.home_said as restrictive for update to waymark_app using ((select waymark.actor_role()) = 'young_person' and taken_back_at is null) with check ((select waymark.actor_role()) = 'young_person');
create policy taken_back_is_theirs on waymark.home_said as restrictive for select to waymark_app using (
  (select waymark.actor_role()) = 'young_person'
  or (taken_back_at is null and (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager', 'auditor', 'system')));
create policy shared_as_they_say on waymark.home_said as restrictive for select to waymark_app using (child_id not in (select waymark.kept_back('check_ins')));

-- Earlier versions follow the same rules as what stands now.
create policy history_of_homes on waymark.row_history as restrictive for select to waymark_app using (
  case table_name
    when 'home_address' then (select waymark.actor_role()) in ('manager', 'system')
      or ((select waymark.actor_role()) in ('practitioner', 'guardian') and child_id = any (array(select waymark.actor_children())))
    when 'home_adult' then (select waymark.actor_role()) <> 'young_person'
    when 'home_said' then (select waymark.actor_role()) = 'young_person'
    else true
  end);

-- ---------------------------------------------------------------- room that is left
grant select on waymark.home_stay to waymark_reach;
create policy reach_reads on waymark.home_stay for select to waymark_reach using (true);
grant select on waymark.home_place to waymark_reach;
create policy reach_reads on waymark.home_place for select to waymark_reach using (true);
create function waymark.living_in_places() returns table (place_id uuid, living bigint) language sql stable security definer set search_path = pg_catalog as $$
  select p.id, (select count(*) from waymark.home_stay s where s.place_id = p.id and s.ended_on is null and s.not_so_because is null)
    from waymark.home_place p
   where p.organisation_id = waymark.actor_organisation() and p.ended_on is null
     and waymark.actor_role() in ('practitioner', 'guardian', 'manager', 'auditor', 'system')
$$;
comment on function waymark.living_in_places() is 'How many children live in each place of the actor''s organisation now, so that whoever looks for room sees where there is some. Never who.';
alter function waymark.living_in_places() owner to waymark_reach;
set local role waymark_reach;
revoke execute on function waymark.living_in_places() from public;
grant execute on function waymark.living_in_places() to waymark_app;
set local role waymark_owner;
