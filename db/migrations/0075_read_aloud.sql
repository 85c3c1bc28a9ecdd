-- Texts of the young person's pages, spoken by somebody here: read aloud where there is a recording.

create table waymark.organisation_file (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  media_type text not null check (media_type in ('audio/webm', 'audio/mp4', 'audio/ogg', 'audio/mpeg', 'audio/wav', 'audio/aac')),
  bytes integer not null check (bytes between 1 and 33554432),
  pieces integer not null check (pieces between 1 and 128),
  seconds numeric(7, 1) not null check (seconds >= 0),
  key_id text not null check (length(key_id) between 1 and 40),
  sealed_key bytea not null check (length(sealed_key) = 60),
  scan text not null check (scan in ('not_scanned', 'clean', 'waiting', 'found')),
  scanned_at timestamptz,
  made_by uuid not null references waymark.person default waymark.actor_id(),
  made_at timestamptz not null default clock_timestamp(),
  constraint scanned_when_scanned check ((scan in ('clean', 'found')) = (scanned_at is not null))
);
create index organisation_file_by_key on waymark.organisation_file (key_id);
create index organisation_file_of_organisation on waymark.organisation_file (organisation_id);
comment on table waymark.organisation_file is 'A recording that is about no child and belongs to an organisation: made anew before it was kept, its bytes sealed in organisation_file_piece, as stored_file does it.';

create table waymark.organisation_file_piece (
  file_id uuid not null references waymark.organisation_file,
  n integer not null check (n >= 0),
  sealed bytea not null check (length(sealed) between 17 and 262160),
  primary key (file_id, n)
);
comment on table waymark.organisation_file_piece is 'A quarter of a megabyte of it at most, sealed by itself. Never changed.';

alter table waymark.organisation_file enable row level security;
alter table waymark.organisation_file force row level security;
alter table waymark.organisation_file_piece enable row level security;
alter table waymark.organisation_file_piece force row level security;
grant select, insert on waymark.organisation_file, waymark.organisation_file_piece to waymark_app;
grant update (scan, scanned_at, key_id, sealed_key) on waymark.organisation_file to waymark_app;
create policy of_ones_organisation on waymark.organisation_file for select to waymark_app
  using (organisation_id = (select waymark.actor_organisation()));
create policy staff_add on waymark.organisation_file for insert to waymark_app with check (
  made_by = (select waymark.actor_id()) and organisation_id = (select waymark.actor_organisation())
  and (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager', 'administrator'));
create policy scanned_or_sealed_anew on waymark.organisation_file for update to waymark_app
  using (organisation_id = (select waymark.actor_organisation()));
create policy follows_the_file on waymark.organisation_file_piece for select to waymark_app
  using (exists (select from waymark.organisation_file f where f.id = file_id));
create policy written_with_the_file on waymark.organisation_file_piece for insert to waymark_app with check (
  exists (select from waymark.organisation_file f
    where f.id = file_id and f.made_by = (select waymark.actor_id()) and f.made_at >= now()));
create trigger file_stays before update on waymark.organisation_file for each row execute function waymark.file_stays();

create table waymark.text_recording (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity unique,
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  language text not null check (length(language) between 2 and 35),
  place text not null check (length(place) between 1 and 120),
  spoken text not null check (length(spoken) between 1 and 5000),
  file_id uuid not null unique references waymark.organisation_file,
  speaker text not null check (length(speaker) between 1 and 200),
  speaker_agreed boolean not null check (speaker_agreed),
  added_by uuid not null references waymark.person default waymark.actor_id(),
  added_at timestamptz not null default clock_timestamp()
);
create index text_recording_of_place on waymark.text_recording (organisation_id, language, place, number desc);
comment on table waymark.text_recording is 'A text of the young person''s pages as somebody spoke it. Young people of the organisation hear the newest for a place that was checked, was not put aside, and was made of exactly the text shown. A new one stands beside; nothing is removed.';
comment on column waymark.text_recording.spoken is 'The text as it stood when it was recorded. When the text changes, the recording is not offered any more.';
comment on column waymark.text_recording.speaker_agreed is 'Whoever added it says that the speaker agreed to be heard by the organisation''s young people. Without that nothing is kept.';

create table waymark.text_recording_act (
  id uuid primary key default gen_random_uuid(),
  recording_id uuid not null references waymark.text_recording,
  act text not null check (act in ('checked', 'put_aside')),
  note text check (length(note) between 1 and 500),
  done_by uuid not null references waymark.person default waymark.actor_id(),
  done_at timestamptz not null default clock_timestamp(),
  unique (recording_id, act),
  constraint put_aside_says_why check (act = 'checked' or note is not null)
);
comment on table waymark.text_recording_act is 'A second speaker checked the recording; or somebody put it aside, because it is not right or the speaker does not agree any more. What is put aside stays kept and is heard by no young person.';

create function waymark.checked_by_another() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.act = 'checked' and exists (select from waymark.text_recording r where r.id = new.recording_id and r.added_by = new.done_by) then
    raise exception 'somebody else checks a recording' using errcode = 'restrict_violation', constraint = 'checked_by_another';
  end if;
  return new;
end $$;
create trigger checked_by_another before insert on waymark.text_recording_act for each row execute function waymark.checked_by_another();

alter table waymark.text_recording enable row level security;
alter table waymark.text_recording force row level security;
alter table waymark.text_recording_act enable row level security;
alter table waymark.text_recording_act force row level security;
grant select, insert on waymark.text_recording, waymark.text_recording_act to waymark_app;
create policy of_ones_organisation on waymark.text_recording for select to waymark_app
  using (organisation_id = (select waymark.actor_organisation()));
create policy staff_add on waymark.text_recording for insert to waymark_app with check (
  added_by = (select waymark.actor_id()) and organisation_id = (select waymark.actor_organisation())
  and (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager', 'administrator')
  and exists (select from waymark.organisation_file f where f.id = file_id and f.made_by = (select waymark.actor_id())));
create policy follows_the_recording on waymark.text_recording_act for select to waymark_app
  using (exists (select from waymark.text_recording r where r.id = recording_id));
create policy staff_act on waymark.text_recording_act for insert to waymark_app with check (
  done_by = (select waymark.actor_id())
  and (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager', 'administrator')
  and exists (select from waymark.text_recording r where r.id = recording_id));
