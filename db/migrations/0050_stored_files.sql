-- Files, kept in the database: sealed in pieces, each file under a key of its own, and that key sealed under
-- one that only the installation knows (docs/decisions/0017). What a file belongs to decides who opens it.

create table waymark.stored_file (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  kind text not null check (kind in ('picture', 'sound')),
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'audio/webm', 'audio/mp4', 'audio/ogg', 'audio/mpeg', 'audio/wav', 'audio/aac')),
  bytes integer not null check (bytes between 1 and 33554432),
  pieces integer not null check (pieces between 1 and 128),
  width integer check (width > 0),
  height integer check (height > 0),
  seconds numeric(7, 1) check (seconds >= 0),
  key_id text not null check (length(key_id) between 1 and 40),
  sealed_key bytea not null check (length(sealed_key) = 60),
  scan text not null check (scan in ('not_scanned', 'clean', 'waiting', 'found')),
  scanned_at timestamptz,
  made_by uuid not null references waymark.person default waymark.actor_id(),
  made_at timestamptz not null default clock_timestamp(),
  private_to uuid generated always as (made_by) stored,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (id, child_id),
  constraint scanned_when_scanned check ((scan in ('clean', 'found')) = (scanned_at is not null)),
  constraint a_sound_lasts check ((kind = 'sound') = (seconds is not null))
);
create index stored_file_of_child on waymark.stored_file (child_id);
create index stored_file_waiting on waymark.stored_file (made_at) where scan = 'waiting';
create index stored_file_by_key on waymark.stored_file (key_id);
comment on table waymark.stored_file is 'A picture or a sound, without anything that was hidden in it: made anew before it was kept. Its bytes are in stored_file_piece, sealed.';
comment on column waymark.stored_file.sealed_key is 'The file''s own key, sealed under the installation''s key of that id (AES-256-GCM: nonce, tag, key).';
comment on column waymark.stored_file.scan is 'not_scanned: no scanner is set up, and readers are told. waiting: one is set up and did not answer; nobody opens the file until it has.';

create table waymark.stored_file_piece (
  file_id uuid not null,
  child_id uuid not null,
  n integer not null check (n >= 0),
  sealed bytea not null check (length(sealed) between 17 and 262160),
  primary key (file_id, n),
  foreign key (file_id, child_id) references waymark.stored_file (id, child_id)
);
create index stored_file_piece_of_child on waymark.stored_file_piece (child_id);
comment on table waymark.stored_file_piece is 'A quarter of a megabyte of a file at most, sealed by itself, so that a part can be read without the whole. Never changed.';

call waymark.hold_for_child('waymark.stored_file');
revoke update on waymark.stored_file from waymark_app;
grant update (scan, scanned_at, key_id, sealed_key) on waymark.stored_file to waymark_app;

alter table waymark.stored_file_piece enable row level security;
alter table waymark.stored_file_piece force row level security;
grant select, insert on waymark.stored_file_piece to waymark_app;

/* Whoever made a file opens it; who else, what it belongs to says. A domain that keeps files replaces
   this function with one that also asks for its own. */
create function waymark.file_is_open(file uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from waymark.stored_file f where f.id = file and f.made_by = waymark.actor_id()) $$;
comment on function waymark.file_is_open(uuid) is 'Whether the actor may open this file. Reaching the child is asked for beside it, never instead.';
grant execute on function waymark.file_is_open(uuid) to waymark_app;
alter function waymark.file_is_open(uuid) owner to waymark_reach;
grant select on waymark.stored_file to waymark_reach;
create policy reach_reads on waymark.stored_file for select to waymark_reach using (true);

create policy opened_through_what_it_belongs_to on waymark.stored_file as restrictive for select to waymark_app
  using (made_by = (select waymark.actor_id()) or (select waymark.actor_role()) = 'system' or waymark.file_is_open(id));
create policy made_by_oneself on waymark.stored_file as restrictive for insert to waymark_app
  with check (made_by = (select waymark.actor_id()));
create policy changed_by_who_opens_it on waymark.stored_file as restrictive for update to waymark_app
  using ((select waymark.actor_role()) = 'system' or waymark.file_is_open(id));

create policy follows_the_file on waymark.stored_file_piece for select to waymark_app
  using (exists (select from waymark.child c where c.id = child_id) and waymark.file_is_open(file_id));
create policy written_with_the_file on waymark.stored_file_piece for insert to waymark_app with check (
  (select waymark.actor_may_write()) and exists (select from waymark.stored_file f
    where f.id = file_id and f.child_id = stored_file_piece.child_id and f.made_by = (select waymark.actor_id()) and f.made_at >= now()));

create function waymark.file_stays() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (new.key_id, new.sealed_key) is distinct from (old.key_id, old.sealed_key) and waymark.actor_role() is distinct from 'system' then
    raise exception 'only the installation seals a file anew' using errcode = 'restrict_violation', constraint = 'file_stays';
  end if;
  if old.scan = 'found' and new.scan <> 'found' then
    raise exception 'what was found harmful stays closed' using errcode = 'restrict_violation', constraint = 'file_stays';
  end if;
  return new;
end $$;
create trigger file_stays before update on waymark.stored_file for each row execute function waymark.file_stays();

-- Whoever reaches a child only to audit a record keeps no file of theirs.
call waymark.only_read_for_an_audit('waymark.stored_file_piece');
