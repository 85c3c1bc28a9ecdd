-- Photos of the people around a young person: a worker's own, placed by the worker; and one that the young
-- person places on somebody of theirs. Small, made anew, sealed. Taken away means served no more.

alter table waymark.stored_file drop constraint stored_file_media_type_check;
alter table waymark.stored_file add constraint stored_file_media_type_check
  check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'audio/webm', 'audio/mp4', 'audio/ogg', 'audio/mpeg', 'audio/wav', 'audio/aac'));

-- ---------------------------------------------------------------- a worker's own photo
create table waymark.staff_photo (
  id uuid primary key,
  person_id uuid not null references waymark.person default waymark.actor_id(),
  media_type text not null check (media_type = 'image/webp'),
  bytes integer not null check (bytes between 1 and 12288),
  key_id text not null check (length(key_id) between 1 and 40),
  sealed_key bytea not null check (length(sealed_key) = 60),
  sealed bytea not null check (length(sealed) between 17 and 12304),
  scan text not null check (scan in ('not_scanned', 'clean', 'waiting', 'found')),
  scanned_at timestamptz,
  placed_at timestamptz not null,
  taken_away_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint scanned_when_scanned check ((scan in ('clean', 'found')) = (scanned_at is not null)),
  constraint away_after_it_was_placed check (taken_away_at >= placed_at)
);
create unique index one_photo_of_staff on waymark.staff_photo (person_id) where taken_away_at is null;
create index staff_photo_by_key on waymark.staff_photo (key_id);
comment on table waymark.staff_photo is 'A photo of a member of staff, placed and taken away by themselves, for the young people they stand beside. Small enough to be one sealed piece. Holds nothing about a child.';
comment on column waymark.staff_photo.taken_away_at is 'Set when they took it away, or placed another. From then on it is served to nobody, themselves included.';
comment on column waymark.staff_photo.sealed_key is 'The photo''s own key, sealed as that of a stored_file.';

alter table waymark.staff_photo enable row level security;
alter table waymark.staff_photo force row level security;
grant select, insert on waymark.staff_photo to waymark_app;
grant update (scan, scanned_at, key_id, sealed_key, taken_away_at) on waymark.staff_photo to waymark_app;
create policy ones_own on waymark.staff_photo for select to waymark_app
  using (person_id = (select waymark.actor_id()));
-- Whom they stand beside, now: an allocation that has ended shows it no more.
create policy of_those_beside_me on waymark.staff_photo for select to waymark_app using (
  taken_away_at is null and scan in ('clean', 'not_scanned') and (select waymark.actor_role()) = 'young_person'
  and exists (select from waymark.allocation a join waymark.child c on c.id = a.child_id
    where a.person_id = staff_photo.person_id and a.ended_on is null and c.person_id = (select waymark.actor_id()))
);
-- The installation's keys are changed without anybody looking at what they seal.
create policy reached_to_seal_anew on waymark.staff_photo for select to waymark_app using (
  (select waymark.actor_role()) = 'system' and exists (
    select from waymark.person p where p.id = person_id and p.organisation_id = (select waymark.actor_organisation())));
create policy sealed_anew on waymark.staff_photo for update to waymark_app using (
  (select waymark.actor_role()) = 'system' and exists (
    select from waymark.person p where p.id = person_id and p.organisation_id = (select waymark.actor_organisation())));
create policy placed_by_themselves on waymark.staff_photo for insert to waymark_app with check (
  person_id = (select waymark.actor_id()) and taken_away_at is null and version = 1 and changed_by = (select waymark.actor_id())
  and (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager'));
create policy taken_away_by_themselves on waymark.staff_photo for update to waymark_app
  using (person_id = (select waymark.actor_id())) with check (person_id = (select waymark.actor_id()));
create trigger keep_version before update on waymark.staff_photo for each row execute function waymark.keep_version();
create trigger file_stays before update on waymark.staff_photo for each row execute function waymark.file_stays();

-- ---------------------------------------------------------------- a photo that a young person places on somebody
create table waymark.photo_of_somebody (
  id uuid primary key,
  child_id uuid not null references waymark.child,
  matters_id uuid not null references waymark.person_who_matters,
  private_to uuid not null references waymark.person default waymark.actor_id(),
  placed_at timestamptz not null,
  taken_away_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (id, child_id) references waymark.stored_file (id, child_id),
  constraint away_after_it_was_placed check (taken_away_at >= placed_at)
);
create unique index one_photo_of_somebody on waymark.photo_of_somebody (matters_id) where taken_away_at is null;
create index photo_of_somebody_of_child on waymark.photo_of_somebody (child_id);
comment on table waymark.photo_of_somebody is 'Which stored_file is the photo that a young person placed on somebody of theirs. Theirs alone, until they let their view of that person be read.';
comment on column waymark.photo_of_somebody.private_to is 'The young person, whose the photo stays. Others see it only through photo_is_open.';
comment on column waymark.photo_of_somebody.taken_away_at is 'Set when they took it away, or placed another. From then on it is served to nobody, themselves included.';
call waymark.hold_for_child('waymark.photo_of_somebody');
revoke update on waymark.photo_of_somebody from waymark_app;
grant update (taken_away_at) on waymark.photo_of_somebody to waymark_app;

grant select on waymark.photo_of_somebody, waymark.own_view_of_person to waymark_reach;
create policy reach_reads on waymark.photo_of_somebody for select to waymark_reach using (true);
create policy reach_reads on waymark.own_view_of_person for select to waymark_reach using (true);

/* The rules of the row beside it: whoever may read how the young person sees somebody sees the photo too. */
create function waymark.photo_is_open(photo uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select exists (
    select from waymark.photo_of_somebody f
      join waymark.person_who_matters m on m.id = f.matters_id
      join waymark.own_view_of_person v on v.child_id = f.child_id and (v.about_matters_id = m.id or v.about_staff_id = m.staff_id)
     where f.id = photo and f.taken_away_at is null and m.ended_at is null and v.private_to is null
       and m.staff_id is distinct from waymark.actor_id()
       and f.child_id not in (select waymark.kept_back('people'))) $$;
comment on function waymark.photo_is_open(uuid) is 'Whether a photo of somebody is shown to others than the young person: while their view of that person is. Reaching the child is asked for beside it, never instead.';
grant execute on function waymark.photo_is_open(uuid) to waymark_app;
alter function waymark.photo_is_open(uuid) owner to waymark_reach;

create policy theirs_to_show on waymark.photo_of_somebody as restrictive for select to waymark_app
  using (private_to = (select waymark.actor_id()) or waymark.photo_is_open(id));
create policy theirs_to_place on waymark.photo_of_somebody as restrictive for insert to waymark_app with check (
  (select waymark.actor_role()) = 'young_person' and private_to = (select waymark.actor_id()) and taken_away_at is null
  and exists (select from waymark.stored_file f where f.id = photo_of_somebody.id and f.made_by = (select waymark.actor_id()))
  and exists (select from waymark.person_who_matters m
    where m.id = matters_id and m.child_id = photo_of_somebody.child_id and m.ended_at is null));
create policy theirs_to_take_away on waymark.photo_of_somebody as restrictive for update to waymark_app
  using (private_to = (select waymark.actor_id()));

set local role waymark_reach;
create or replace function waymark.file_is_open(file uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from waymark.stored_file f where f.id = file and f.made_by = waymark.actor_id())
    or exists (select from waymark.statement_part p where p.file_id = file and waymark.part_is_open(p.id))
    or waymark.photo_is_open(file) $$;
set local role waymark_owner;

-- ---------------------------------------------------------------- what was taken away stays away
create function waymark.photo_stays_away() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.taken_away_at is not null and new.taken_away_at is distinct from old.taken_away_at then
    raise exception 'a photo that was taken away stays away' using errcode = 'restrict_violation', constraint = 'photo_stays_away';
  end if;
  return new;
end $$;
create trigger photo_stays_away before update on waymark.staff_photo for each row execute function waymark.photo_stays_away();
create trigger photo_stays_away before update on waymark.photo_of_somebody for each row execute function waymark.photo_stays_away();
