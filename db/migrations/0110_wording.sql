-- Advice on wording: what a service changed in the list, what was advised after saving and what became of it,
-- and how often, counted without anybody.

create table waymark.wording_phrase (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  code text not null check (code ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
  version integer not null check (version >= 1),
  in_use boolean not null,
  label text not null check (length(label) between 1 and 120),
  ways text[] not null default '{}' check (cardinality(ways) <= 40),
  unless text[] not null default '{}' check (cardinality(unless) <= 40),
  say text not null check (length(say) between 1 and 300),
  why text not null check (length(why) between 1 and 300),
  because text not null check (length(because) between 1 and 500),
  written_by uuid not null references waymark.person default waymark.actor_id(),
  written_at timestamptz not null default clock_timestamp(),
  unique (organisation_id, code, version)
);
comment on table waymark.wording_phrase is 'What an organisation changed in the list of wordings that comes with the product: a phrase of its own, or one of the list turned off, on, or worded anew. The newest version of a code stands; nothing is changed or removed.';
comment on column waymark.wording_phrase.ways is 'How the phrase is written, one pattern each. Empty for a phrase of the list whose own patterns stand.';
comment on column waymark.wording_phrase.because is 'Why the service changed it. Shown with every version.';

alter table waymark.wording_phrase enable row level security;
alter table waymark.wording_phrase force row level security;
grant select, insert on waymark.wording_phrase to waymark_app;
create policy of_ones_organisation on waymark.wording_phrase for select to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) <> 'young_person');
create policy kept_by_those_who_answer_for_it on waymark.wording_phrase for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation()) and written_by = (select waymark.actor_id())
  and (select waymark.actor_role()) in ('manager', 'administrator'));

create table waymark.wording_look (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  on_day date not null,
  found text[] not null default '{}' check (cardinality(found) <= 60)
);
create index wording_look_of on waymark.wording_look (organisation_id, on_day);
comment on table waymark.wording_look is 'One row for each text of staff that was looked at when it was saved: on which day, and which phrases were found. It names nobody: neither who wrote, nor about whom. Only added to, and read only as counts.';

alter table waymark.wording_look enable row level security;
alter table waymark.wording_look force row level security;
grant insert on waymark.wording_look to waymark_app;
create policy added_by_staff on waymark.wording_look for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) not in ('young_person'));
grant select on waymark.wording_look to waymark_statistics;
create policy counted on waymark.wording_look for select to waymark_statistics using (true);

create table waymark.wording_advice (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  person_id uuid not null references waymark.person default waymark.actor_id(),
  batch uuid not null,
  path text not null check (length(path) between 1 and 500),
  field text not null check (length(field) between 1 and 80),
  code text not null check (length(code) between 1 and 60),
  words text not null check (length(words) between 1 and 200),
  change_at text check (length(change_at) between 1 and 500),
  state text not null default 'open' check (state in ('open', 'kept', 'changed', 'left')),
  reason text check (reason in ('quoting', 'their_word', 'legal_term', 'not_about_them', 'right_here', 'other')),
  reason_words text check (length(reason_words) between 1 and 500),
  advised_at timestamptz not null default now(),
  settled_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint kept_says_why check ((state = 'kept') = (reason is not null)),
  constraint other_says_what check (reason <> 'other' or reason_words is not null),
  constraint settled_when_settled check ((state = 'open') = (settled_at is null))
);
create index wording_advice_of_batch on waymark.wording_advice (batch);
create index wording_advice_of_child on waymark.wording_advice (child_id);
create index wording_advice_of_text on waymark.wording_advice (child_id, path, field);
create index wording_advice_of_person on waymark.wording_advice (person_id, advised_at desc) where state = 'open';
create index wording_advice_counted on waymark.wording_advice (organisation_id, advised_at);
comment on table waymark.wording_advice is 'A wording that somebody was advised to look at again after saving, and what became of it: changed, kept with a reason, or left. Only who wrote it sees it; others see counts.';
comment on column waymark.wording_advice.batch is 'All advice of one form that was saved.';
comment on column waymark.wording_advice.change_at is 'Where the text can be changed; null when what was said cannot be taken back.';
comment on column waymark.wording_advice.words is 'The words found, and nothing around them.';
call waymark.hold_for_child('waymark.wording_advice');
create policy ones_own_reads on waymark.wording_advice as restrictive for select to waymark_app using (person_id = (select waymark.actor_id()));
create policy ones_own_adds on waymark.wording_advice as restrictive for insert to waymark_app with check (
  person_id = (select waymark.actor_id()) and organisation_id = (select waymark.actor_organisation()));
create policy ones_own_settles on waymark.wording_advice as restrictive for update to waymark_app using (person_id = (select waymark.actor_id()));
grant select on waymark.wording_advice to waymark_statistics;
create policy counted on waymark.wording_advice for select to waymark_statistics using (true);

create function waymark.wording_counts(from_day date, until_day date)
  returns table (code text, texts bigint, changed bigint, kept bigint, left_open bigint, reasons jsonb)
  language sql stable security definer set search_path = pg_catalog as $$
  with mine as (select waymark.actor_organisation() as org where waymark.actor_role() in ('manager', 'administrator', 'auditor')),
  looked as (
    select l.found from waymark.wording_look l, mine where l.organisation_id = mine.org and l.on_day between from_day and until_day),
  advised as (
    select a.code, a.state, a.reason from waymark.wording_advice a, mine
     where a.organisation_id = mine.org and (a.advised_at at time zone 'Europe/London')::date between from_day and until_day),
  reasons as (
    select r.code, jsonb_object_agg(r.reason, r.n) as said from (
      select a.code, a.reason, count(*) as n from advised a where a.reason is not null group by 1, 2) r group by 1)
  select null::text, (select count(*) from looked), (select count(*) from looked where found <> '{}'), 0::bigint, 0::bigint, '{}'::jsonb from mine
  union all
  select f.code, f.n, count(*) filter (where a.state = 'changed'), count(*) filter (where a.state = 'kept'),
         count(*) filter (where a.state in ('open', 'left')), coalesce((select r.said from reasons r where r.code = f.code), '{}')
    from (select u.code, count(*) as n from looked, unnest(looked.found) as u(code) group by 1) f left join advised a on a.code = f.code
   group by f.code, f.n
$$;
comment on function waymark.wording_counts(date, date) is 'How often staff texts of the actor’s organisation carried a wording of the list, and what became of the advice. The row without a code holds all texts looked at, and those with any. Never by person, team or child.';
grant execute on function waymark.wording_counts(date, date) to waymark_app;
alter function waymark.wording_counts(date, date) owner to waymark_statistics;
