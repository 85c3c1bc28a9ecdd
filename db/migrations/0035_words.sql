-- The words of the young person's pages: which languages an organisation offers, which one a young person
-- chose, and what speakers mended and checked in the running product.

create table waymark.page_language (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation,
  language text not null check (length(language) between 2 and 35),
  offered boolean not null,
  version integer not null default 1,
  changed_by uuid references waymark.person default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (organisation_id, language)
);
comment on table waymark.page_language is 'Whether an organisation offers its young people their pages in a language. English is always offered. A language with an untranslated text is never switched on.';

alter table waymark.page_language enable row level security;
alter table waymark.page_language force row level security;
grant select on waymark.page_language to waymark_app, waymark_door;
grant insert, update on waymark.page_language to waymark_app;
create policy languages_of_an_organisation on waymark.page_language for select to waymark_app, waymark_door using (true);
create policy switched_on on waymark.page_language for insert to waymark_app
  with check (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in ('administrator', 'manager', 'system'));
create policy switched on waymark.page_language for update to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in ('administrator', 'manager', 'system'));
create trigger keep_version before update on waymark.page_language for each row execute function waymark.keep_version();

create table waymark.chosen_language (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child unique,
  language text not null check (length(language) between 2 and 35),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
comment on table waymark.chosen_language is 'The language the young person chose for the words on their pages. Theirs to choose; a worker may choose it with them when a check-in is arranged.';
call waymark.hold_for_child('waymark.chosen_language');

insert into waymark.chosen_language (child_id, language)
  select distinct on (child_id) child_id, language from waymark.check_in
  where voice = 'young_person' order by child_id, started_at desc;

create table waymark.mended_text (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity unique,
  language text not null check (length(language) between 2 and 35),
  place text not null check (length(place) between 1 and 120),
  english jsonb not null,
  text jsonb not null,
  state text not null check (state in ('draft', 'translated', 'reviewed', 'reviewed_by_young_people')),
  note text check (length(note) between 1 and 500),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  mended_by uuid not null references waymark.person default waymark.actor_id(),
  mended_at timestamptz not null default clock_timestamp()
);
create index mended_text_of_language on waymark.mended_text (language, place, number desc);
comment on table waymark.mended_text is 'A text of the young person''s pages as a speaker mended or checked it, beside the English it was made from. The newest for a place stands; nothing is changed or removed.';
comment on column waymark.mended_text.state is 'How far it has come with this: a draft, a speaker''s translation, checked by a second speaker, checked by young people.';

alter table waymark.mended_text enable row level security;
alter table waymark.mended_text force row level security;
grant select on waymark.mended_text to waymark_app, waymark_door;
grant insert on waymark.mended_text to waymark_app;
create policy everybody_reads on waymark.mended_text for select to waymark_app, waymark_door using (true);
create policy staff_mend on waymark.mended_text for insert to waymark_app with check (
  mended_by = (select waymark.actor_id()) and organisation_id = (select waymark.actor_organisation())
  and (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager', 'administrator')
);
