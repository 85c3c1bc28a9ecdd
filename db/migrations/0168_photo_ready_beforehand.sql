-- A photo of now, kept with part one of the form and as narrow as it: whoever stands beside the child now and their
-- managers. It moves with the child because who reads it is asked of the child, not of whoever placed it.

create table waymark.missing_photo (
  id uuid primary key,
  child_id uuid not null references waymark.child,
  taken_on date not null,
  agreed text not null check (agreed in ('yes', 'not_asked')),
  placed_at timestamptz not null,
  placed_by uuid not null references waymark.person default waymark.actor_id(),
  taken_away_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (id, child_id) references waymark.stored_file (id, child_id),
  constraint away_after_it_was_placed check (taken_away_at >= placed_at)
);
create unique index one_photo_ready on waymark.missing_photo (child_id) where taken_away_at is null;
create index missing_photo_of_child on waymark.missing_photo (child_id);
comment on table waymark.missing_photo is 'Which stored_file is the photo that the police are given when the child is missing. For those who stand beside the child now and their managers, and nobody else.';
comment on column waymark.missing_photo.taken_on is 'The day the photo shows the child as they are: a photo of long ago finds nobody.';
comment on column waymark.missing_photo.agreed is 'Whether the child knows of it and agrees. A photo that they do not want is not kept.';
comment on column waymark.missing_photo.taken_away_at is 'Set when it was taken away, or another was placed. From then on it is served to nobody.';
call waymark.hold_for_child('waymark.missing_photo');
revoke update on waymark.missing_photo from waymark_app;
grant update (taken_away_at) on waymark.missing_photo to waymark_app;
create policy beside_them_now on waymark.missing_photo as restrictive for select to waymark_app using (
  (select waymark.actor_role()) in ('manager', 'system')
  or ((select waymark.actor_role()) in ('practitioner', 'guardian') and child_id = any (array(select waymark.actor_children()))));
create policy beside_them_write on waymark.missing_photo as restrictive for insert to waymark_app with check (
  (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager') and placed_by = (select waymark.actor_id()) and taken_away_at is null
  and exists (select from waymark.stored_file f where f.id = missing_photo.id and f.made_by = (select waymark.actor_id()) and f.kind = 'picture'));
create policy beside_them_change on waymark.missing_photo as restrictive for update to waymark_app using (
  (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager'));
create trigger photo_stays_away before update on waymark.missing_photo for each row execute function waymark.photo_stays_away();

grant select on waymark.missing_photo to waymark_reach;
create policy reach_reads on waymark.missing_photo for select to waymark_reach using (true);
create function waymark.ready_photo_is_open(file uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from waymark.missing_photo f where f.id = file and f.taken_away_at is null
    and (waymark.actor_role() in ('manager', 'system')
      or (waymark.actor_role() in ('practitioner', 'guardian') and f.child_id = any (array(select waymark.actor_children()))))) $$;
comment on function waymark.ready_photo_is_open(uuid) is 'Whether a file is the photo kept ready with part one, for those who read part one. Reaching the child is asked for beside it, never instead.';
grant execute on function waymark.ready_photo_is_open(uuid) to waymark_app;
alter function waymark.ready_photo_is_open(uuid) owner to waymark_reach;
set local role waymark_reach;
create or replace function waymark.file_is_open(file uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from waymark.stored_file f where f.id = file and f.made_by = waymark.actor_id())
    or exists (select from waymark.statement_part p where p.file_id = file and waymark.part_is_open(p.id))
    or waymark.photo_is_open(file) or waymark.answer_is_heard(file) or waymark.evidence_is_open(file) or waymark.ready_photo_is_open(file) $$;
set local role waymark_owner;

-- ---------------------------------------------------------------- earlier versions have the same readers as what stands now
create policy missing_keeps_its_readers on waymark.row_history as restrictive for select to waymark_app using (
  case
    when table_name in ('missing_ready', 'missing_photo') then
      (select waymark.actor_role()) in ('manager', 'system')
      or ((select waymark.actor_role()) in ('practitioner', 'guardian') and child_id = any (array(select waymark.actor_children())))
    when table_name in ('missing_episode', 'missing_told', 'missing_response', 'missing_review', 'missing_closing', 'missing_return') then
      (select waymark.actor_role()) <> 'young_person'
    else true
  end);
