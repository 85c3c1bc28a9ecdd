-- What is not right may be said as a recording, a drawing or a photo too; and an answer may be heard as well as read.

alter table waymark.complaint alter column words drop not null;
alter table waymark.complaint
  add column medium text check (medium in ('voice', 'drawing', 'photo')),
  add column file_id uuid,
  add constraint file_of_the_same_child foreign key (file_id, child_id) references waymark.stored_file (id, child_id),
  add constraint said_somehow check (words is not null or file_id is not null),
  add constraint a_file_is_something check ((file_id is null) = (medium is null));
create unique index one_complaint_for_a_file on waymark.complaint (file_id) where file_id is not null;
comment on column waymark.complaint.file_id is 'What was spoken, drawn or photographed. Opened by the young person, and by independent people it is not about, through complaint_file alone.';

create policy with_a_file_of_ones_own on waymark.complaint as restrictive for insert to waymark_app with check (
  file_id is null or exists (select from waymark.stored_file f where f.id = file_id and f.made_by = (select waymark.actor_id())));

create function waymark.complaint_file(complaint uuid) returns table (file_id uuid, media_type text, bytes integer, pieces integer, key_id text, sealed_key bytea)
  language sql stable security definer set search_path = pg_catalog as $$
  select f.id, f.media_type, f.bytes, f.pieces, f.key_id, f.sealed_key
    from waymark.complaint c join waymark.stored_file f on f.id = c.file_id
   where c.id = complaint and f.scan in ('clean', 'not_scanned')
     and waymark.actor_reviews() and c.organisation_id = waymark.actor_organisation()
     and not (waymark.actor_id() = any (c.about_persons || c.kept_from))
$$;
comment on function waymark.complaint_file(uuid) is 'The sealed file of a complaint, for independent people it is neither about nor kept from: the condition under which they read it.';
create function waymark.complaint_pieces(complaint uuid, first_n integer, last_n integer) returns table (n integer, sealed bytea)
  language sql stable security definer set search_path = pg_catalog as $$
  select t.n, t.sealed from waymark.complaint_file(complaint) x join waymark.stored_file_piece t on t.file_id = x.file_id
   where t.n between first_n and last_n order by t.n
$$;
comment on function waymark.complaint_pieces(uuid, integer, integer) is 'Pieces of that file, under the same condition.';
set local role waymark_reach;
grant execute on function waymark.actor_reviews() to waymark_owner;
set local role waymark_owner;
revoke execute on function waymark.complaint_file(uuid), waymark.complaint_pieces(uuid, integer, integer) from public;
grant execute on function waymark.complaint_file(uuid), waymark.complaint_pieces(uuid, integer, integer) to waymark_app;
alter function waymark.complaint_file(uuid) owner to waymark_reach;
alter function waymark.complaint_pieces(uuid, integer, integer) owner to waymark_reach;

-- ---------------------------------------------------------------- an answer that can be heard
alter table waymark.ledger_step
  add column file_id uuid,
  add constraint heard_of_the_same_child foreign key (file_id, child_id) references waymark.stored_file (id, child_id),
  add constraint what_can_be_heard check (file_id is null or kind in ('replied', 'came_of_it'));
create unique index one_step_for_a_file on waymark.ledger_step (file_id) where file_id is not null;
comment on column waymark.ledger_step.file_id is 'The answer spoken, beside its words and never instead of them.';
create policy heard_in_ones_own_voice on waymark.ledger_step as restrictive for insert to waymark_app with check (
  file_id is null or exists (select from waymark.stored_file f where f.id = file_id and f.kind = 'sound' and f.made_by = (select waymark.actor_id())));

grant select on waymark.ledger_step, waymark.receipt to waymark_reach;
create policy reach_reads on waymark.ledger_step for select to waymark_reach using (true);
create policy reach_reads on waymark.receipt for select to waymark_reach using (true);

create function waymark.answer_is_heard(file uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from waymark.ledger_step s join waymark.receipt r on r.id = s.receipt_id join waymark.child c on c.id = s.child_id
    where s.file_id = file and (
      c.person_id = waymark.actor_id()
      or (waymark.actor_role() in ('practitioner', 'guardian', 'manager')
        and not (waymark.actor_id() = any (r.not_to)) and (r.kept_to is null or waymark.actor_id() = any (r.kept_to))))) $$;
comment on function waymark.answer_is_heard(uuid) is 'Whether a recording is an answer that the actor may read: theirs, or one in a ledger open to them.';
revoke execute on function waymark.answer_is_heard(uuid) from public;
grant execute on function waymark.answer_is_heard(uuid) to waymark_app;
alter function waymark.answer_is_heard(uuid) owner to waymark_reach;
set local role waymark_reach;
create or replace function waymark.file_is_open(file uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from waymark.stored_file f where f.id = file and f.made_by = waymark.actor_id())
    or exists (select from waymark.statement_part p where p.file_id = file and waymark.part_is_open(p.id))
    or waymark.photo_is_open(file)
    or waymark.answer_is_heard(file) $$;
set local role waymark_owner;
