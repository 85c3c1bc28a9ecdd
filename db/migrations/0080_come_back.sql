-- Coming back. A young person beside whom nobody stands any more asks to talk to somebody again, with or without
-- words, at any age; and chooses how often somebody asks how things are afterwards. And for how many days nobody
-- may have asked them how safe things are before staff are shown it.

create table waymark.safety_asking (
  from_day date primary key,
  days integer not null check (days between 1 and 365),
  why text not null check (length(why) between 1 and 500)
);
comment on table waymark.safety_asking is 'For how many days nobody may have asked somebody of 16 to 21 how safe things are before staff are shown it. The line with the latest from_day that has come is in force.';
insert into waymark.safety_asking values
  ('2026-01-01', 60, 'Turning adult changes where people live and who looks after them within weeks. The default of this product until somebody sets another.');
grant select on waymark.safety_asking to waymark_app;

create table waymark.come_back (
  id uuid primary key,
  child_id uuid not null references waymark.child,
  words text check (length(words) between 1 and 5000),
  language text not null default 'en' check (length(language) between 2 and 35),
  written_by uuid not null references waymark.person default waymark.actor_id(),
  asked_at timestamptz not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create index come_back_of_child on waymark.come_back (child_id, asked_at desc);
create index receipt_to_come_back on waymark.receipt (organisation_id, answer_by) where subject = 'come_back' and state = 'waiting';
comment on table waymark.come_back is 'That a young person wants to talk to somebody again, in their words or without any. Never changed: what became of it is in its receipt.';

create table waymark.word_wish (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null unique references waymark.child,
  often text not null check (often in ('never', 'month', 'quarter', 'half_year')),
  chosen_at timestamptz not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create index word_wished on waymark.word_wish (child_id) where often <> 'never';
comment on table waymark.word_wish is 'How often a young person wants to be asked how things are once nobody stands beside them. Only they choose; no line means never.';

create table waymark.word_given (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  by_id uuid not null references waymark.person default waymark.actor_id(),
  at timestamptz not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create index word_given_to on waymark.word_given (child_id, at desc);
comment on table waymark.word_given is 'That somebody asked how things are, because the young person wanted it. Never what was said.';

create function waymark.subject_come_back(subject uuid, of_child uuid) returns boolean language sql stable set search_path = pg_catalog
  as $$ select exists (select from waymark.come_back b where b.id = subject and b.child_id = of_child) $$;
comment on function waymark.subject_come_back(uuid, uuid) is 'Wanting to talk to somebody again has been sent when it is written: it is never a draft.';
revoke execute on function waymark.subject_come_back(uuid, uuid) from public;
grant execute on function waymark.subject_come_back(uuid, uuid) to waymark_app;

call waymark.hold_for_child('waymark.come_back');
call waymark.hold_for_child('waymark.word_wish');
call waymark.hold_for_child('waymark.word_given');
revoke update on waymark.come_back, waymark.word_wish, waymark.word_given from waymark_app;
grant update (often, chosen_at) on waymark.word_wish to waymark_app;

create policy read_by_whoever_answers on waymark.come_back as restrictive for select to waymark_app using (
  (select waymark.actor_role()) in ('young_person', 'manager') or exists (
    select from waymark.receipt r where r.subject = 'come_back' and r.subject_id = come_back.id and r.answerer_id = (select waymark.actor_id()))
);
create policy asked_by_whose_record_it_is on waymark.come_back as restrictive for insert to waymark_app with check (
  written_by = (select waymark.actor_id()) and exists (
    select from waymark.child c where c.id = child_id and c.person_id = (select waymark.actor_id()))
);
create policy read_by_who_leads on waymark.word_wish as restrictive for select to waymark_app
  using ((select waymark.actor_role()) in ('young_person', 'manager'));
create policy chosen_by_them_alone on waymark.word_wish as restrictive for insert to waymark_app with check (
  exists (select from waymark.child c where c.id = child_id and c.person_id = (select waymark.actor_id()))
);
create policy changed_by_them_alone on waymark.word_wish as restrictive for update to waymark_app using (
  exists (select from waymark.child c where c.id = child_id and c.person_id = (select waymark.actor_id()))
);
create policy read_by_who_leads on waymark.word_given as restrictive for select to waymark_app
  using ((select waymark.actor_role()) in ('young_person', 'manager'));
-- Nobody asks who stopped all contact, nor who did not want to be asked.
create policy given_as_they_wished on waymark.word_given as restrictive for insert to waymark_app with check (
  by_id = (select waymark.actor_id()) and (select waymark.actor_role()) = 'manager'
  and exists (select from waymark.word_wish w where w.child_id = word_given.child_id and w.often <> 'never')
  and not exists (select from waymark.contact_stop s where s.child_id = word_given.child_id and s.lifted_at is null)
);
