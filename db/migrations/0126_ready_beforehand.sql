-- Part one of the form, kept ready with the child and their carer before anything happens. It says how a child is
-- found, so it is narrower than the record: whoever stands beside the child now and their managers, and nobody else.

create table waymark.missing_ready (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null unique references waymark.child,
  looks text check (length(looks) between 1 and 2000),
  photo text check (length(photo) between 1 and 500),
  friends text check (length(friends) between 1 and 2000),
  places text check (length(places) between 1 and 2000),
  phone text check (length(phone) between 1 and 500),
  online text check (length(online) between 1 and 1000),
  money text check (length(money) between 1 and 1000),
  travels text check (length(travels) between 1 and 1000),
  medical text check (length(medical) between 1 and 2000),
  helps text check (length(helps) between 1 and 2000),
  with_child text not null check (with_child in ('together', 'read_to_them', 'did_not_want', 'not_yet')),
  with_carer text not null check (with_carer in ('yes', 'not_yet', 'no_carer')),
  looked_at date not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
comment on table waymark.missing_ready is 'What the police are given at once when the child is missing: kept ready with them and their carer, moving with them, for those who stand beside them now and their managers.';
comment on column waymark.missing_ready.photo is 'Where a photo of now is kept, and who gives it to the police.';
call waymark.hold_for_child('waymark.missing_ready');
-- Narrower than the record: an allocation that is open, or a manager within whose reach the child is.
create policy beside_them_now on waymark.missing_ready as restrictive for select to waymark_app using (
  (select waymark.actor_role()) in ('manager', 'system')
  or ((select waymark.actor_role()) in ('practitioner', 'guardian') and child_id = any (array(select waymark.actor_children()))));
create policy beside_them_write on waymark.missing_ready as restrictive for insert to waymark_app with check (
  (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager', 'system'));
create policy beside_them_change on waymark.missing_ready as restrictive for update to waymark_app using (
  (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager', 'system'));
