-- The texts of the door, read aloud before anybody is known. Whoever adds a recording of one says that the
-- speaker agreed to be heard there. The door reaches no file: functions give it what may be heard, sealed.

grant select on waymark.text_recording, waymark.text_recording_act, waymark.organisation_file, waymark.organisation_file_piece to waymark_reach;
create policy reach_reads on waymark.text_recording for select to waymark_reach using (true);
create policy reach_reads on waymark.text_recording_act for select to waymark_reach using (true);
create policy reach_reads on waymark.organisation_file for select to waymark_reach using (true);
create policy reach_reads on waymark.organisation_file_piece for select to waymark_reach using (true);
create index text_recording_at_the_door on waymark.text_recording (language, place, number desc) where place ~ '^door';

create function waymark.door_recording(recording uuid)
  returns table (file_id uuid, media_type text, bytes integer, pieces integer, key_id text, sealed_key bytea)
  language sql stable security definer set search_path = pg_catalog as $$
  select f.id, f.media_type, f.bytes, f.pieces, f.key_id, f.sealed_key
    from waymark.text_recording r join waymark.organisation_file f on f.id = r.file_id
   where r.id = recording and r.place ~ '^door' and f.scan in ('clean', 'not_scanned')
     and exists (select from waymark.text_recording_act a where a.recording_id = r.id and a.act = 'checked')
     and not exists (select from waymark.text_recording_act a where a.recording_id = r.id and a.act = 'put_aside')
$$;
comment on function waymark.door_recording(uuid) is 'The sealed file of a recording of a text of the door that was checked and not put aside, for anybody.';

create function waymark.door_recording_pieces(recording uuid, first_n integer, last_n integer) returns table (n integer, sealed bytea)
  language sql stable security definer set search_path = pg_catalog as $$
  select p.n, p.sealed from waymark.organisation_file_piece p
   where p.file_id in (select x.file_id from waymark.door_recording(recording) x) and p.n between first_n and last_n order by p.n
$$;
comment on function waymark.door_recording_pieces(uuid, integer, integer) is 'Pieces of such a file, still sealed, while door_recording gives it.';

create function waymark.heard_at_the_door(in_language text, places text[], texts text[]) returns table (place text, id uuid)
  language sql stable security definer set search_path = pg_catalog as $$
  select distinct on (r.place) r.place, r.id
    from unnest(places, texts) as shown(place, words)
    join waymark.text_recording r on r.language = in_language and r.place = shown.place and r.spoken = shown.words
   where r.place ~ '^door' and exists (select from waymark.door_recording(r.id))
   order by r.place, r.number desc
$$;
comment on function waymark.heard_at_the_door(text, text[], text[]) is 'The newest recording of each of these texts of the door, made of exactly these words by whichever organisation here, that anybody may hear.';

revoke execute on function waymark.door_recording(uuid), waymark.door_recording_pieces(uuid, integer, integer), waymark.heard_at_the_door(text, text[], text[]) from public;
grant execute on function waymark.door_recording(uuid), waymark.door_recording_pieces(uuid, integer, integer), waymark.heard_at_the_door(text, text[], text[]) to waymark_door;
alter function waymark.door_recording(uuid) owner to waymark_reach;
alter function waymark.door_recording_pieces(uuid, integer, integer) owner to waymark_reach;
alter function waymark.heard_at_the_door(text, text[], text[]) owner to waymark_reach;
