-- A form that was sent is done once, however often it arrives: a button pressed twice, or a phone that
-- never heard that its form had come. And the key under which a young person's phone keeps what it could not send.

create table waymark.sent_form (
  person_id uuid not null references waymark.person default waymark.actor_id(),
  once uuid not null,
  body_mac bytea not null check (length(body_mac) = 32),
  went_to text not null check (length(went_to) between 1 and 500),
  sent_at timestamptz not null default clock_timestamp(),
  primary key (person_id, once, body_mac)
);
create index sent_form_by_age on waymark.sent_form (sent_at);
comment on table waymark.sent_form is 'Forms that were carried out, so that the same form with the same content is not carried out again. Only a keyed hash of the content; forgotten after thirty days.';
comment on column waymark.sent_form.once is 'Made with the form. What is sent again with other content is another form.';

alter table waymark.sent_form enable row level security;
alter table waymark.sent_form force row level security;
grant select, insert on waymark.sent_form to waymark_app;
create policy own_forms on waymark.sent_form to waymark_app
  using (person_id = (select waymark.actor_id())) with check (person_id = (select waymark.actor_id()));

grant select, delete on waymark.sent_form to waymark_keeper;
create policy keeper_forgets on waymark.sent_form to waymark_keeper using (true);
create function waymark.forget_sent_forms() returns bigint language sql security definer set search_path = pg_catalog
  as $$ with gone as (delete from waymark.sent_form f where f.sent_at < now() - interval '30 days' returning 1) select count(*) from gone $$;
comment on function waymark.forget_sent_forms() is 'Forgets which forms were carried out more than thirty days ago: a phone that long without signal has them looked at again.';
grant execute on function waymark.forget_sent_forms() to waymark_sealer;
alter function waymark.forget_sent_forms() owner to waymark_keeper;

create table waymark.device_key (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child unique,
  person_id uuid not null references waymark.person default waymark.actor_id(),
  key bytea not null check (length(key) = 32),
  made_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
comment on table waymark.device_key is 'The key a young person''s own phone is given while they are signed in, to keep what it could not send. The phone forgets it when they leave; nobody but they can have it.';
call waymark.hold_for_child('waymark.device_key');
create policy theirs_alone on waymark.device_key as restrictive for select to waymark_app
  using (person_id = (select waymark.actor_id()));
create policy made_by_them on waymark.device_key as restrictive for insert to waymark_app
  with check (person_id = (select waymark.actor_id()) and (select waymark.actor_role()) = 'young_person');
revoke update on waymark.device_key from waymark_app;
