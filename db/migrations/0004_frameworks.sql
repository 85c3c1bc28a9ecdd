-- Outcome frameworks as data: who owns the words, which version, and what stands in it.
-- Nothing here is about a child. Everybody signed in may read what is in use; administrators write.

create table waymark.framework (
  id uuid primary key default gen_random_uuid(),
  key text not null unique check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  name text not null check (length(name) between 1 and 300),
  owner text not null check (length(owner) between 1 and 300),
  created_by uuid references waymark.person default waymark.actor_id(),
  created_at timestamptz not null default now()
);
comment on table waymark.framework is 'One outcome framework through all its versions. name and owner are as the last published version gives them.';

create table waymark.framework_version (
  id uuid primary key default gen_random_uuid(),
  framework_id uuid not null references waymark.framework,
  version text not null check (length(version) between 1 and 60),
  name text not null,
  owner text not null,
  licence text not null,
  attribution text not null,
  notice text not null default '',
  population text not null check (population in ('child', 'adult')),
  age_from integer not null check (age_from between 0 and 120),
  age_to integer check (age_to between age_from and 120),
  nation text not null check (nation in ('uk', 'england', 'wales', 'scotland', 'northern_ireland')),
  language text not null,
  defined_by text not null,
  provisional boolean not null,
  adult_labelled_for_under_18 boolean not null default false,
  status text not null default 'draft' check (status in ('draft', 'live', 'retired')),
  definition jsonb not null,
  imported_by uuid references waymark.person default waymark.actor_id(),
  imported_at timestamptz not null default now(),
  published_by uuid references waymark.person,
  published_at timestamptz,
  retired_by uuid references waymark.person,
  retired_at timestamptz,
  unique (framework_id, version),
  constraint published_when_live check ((status = 'draft') <= (published_at is null) and (status <> 'live' or published_at is not null)),
  constraint retired_when_retired check ((status = 'retired') = (retired_at is not null))
);
create index framework_version_in_use on waymark.framework_version (status, published_at desc);
comment on table waymark.framework_version is 'One version, whole. A draft may be replaced; from the day it is live nothing in it changes, so that answers given under it stay readable. Never removed.';
comment on column waymark.framework_version.definition is 'The whole document (format waymark-framework-1). The columns beside it and the tables of outcomes are read out of it.';
comment on column waymark.framework_version.adult_labelled_for_under_18 is 'Made for adults, and its owner says it is fit for people under 18 too.';
comment on column waymark.framework_version.notice is 'What must be said wherever the framework is shown.';
comment on column waymark.framework_version.status is 'retired without published_at: a draft that was set aside.';

create table waymark.framework_principle (
  framework_version_id uuid not null references waymark.framework_version,
  code text not null,
  position integer not null,
  articles integer[] not null default '{}',
  primary key (framework_version_id, code)
);
comment on table waymark.framework_principle is 'The principles of a published version, in order, with their articles of the Convention on the Rights of the Child.';

create table waymark.outcome (
  id uuid primary key default gen_random_uuid(),
  framework_version_id uuid not null references waymark.framework_version,
  code text not null,
  position integer not null,
  level text not null check (level in ('outcome', 'experience', 'output')),
  polarity text not null check (polarity in ('positive', 'neutral', 'negative')),
  defined_by text not null,
  child_only boolean not null default false,
  unique (framework_version_id, code),
  unique (framework_version_id, position)
);
comment on table waymark.outcome is 'An outcome of a published version. The code is shared by all versions of a framework; the id belongs to this one.';
comment on column waymark.outcome.level is 'outcome: how life is; experience: how people and services treat the young person; output: what a service did. Never mixed in one figure.';
comment on column waymark.outcome.child_only is 'Only the young person can say how this is; nobody else is asked.';

create table waymark.outcome_principle (
  outcome_id uuid not null references waymark.outcome,
  framework_version_id uuid not null,
  principle_code text not null,
  primary key (outcome_id, principle_code),
  foreign key (framework_version_id, principle_code) references waymark.framework_principle (framework_version_id, code)
);
comment on table waymark.outcome_principle is 'Under which principles an outcome stands: one or more.';

create table waymark.outcome_wording (
  outcome_id uuid not null references waymark.outcome,
  language text not null,
  title text,
  explanation text,
  practice text,
  title_state text check (title_state in ('draft', 'translated', 'reviewed', 'young_person_reviewed')),
  explanation_state text check (explanation_state in ('draft', 'translated', 'reviewed', 'young_person_reviewed')),
  practice_state text check (practice_state in ('draft', 'translated', 'reviewed', 'young_person_reviewed')),
  primary key (outcome_id, language)
);
comment on table waymark.outcome_wording is 'The words of an outcome in one language. Each string has come its own way, from draft to reviewed by young people.';
comment on column waymark.outcome_wording.explanation is 'Said or asked to the young person.';
comment on column waymark.outcome_wording.practice is 'For workers.';

create table waymark.indicator (
  id uuid primary key default gen_random_uuid(),
  framework_version_id uuid not null references waymark.framework_version,
  outcome_id uuid not null references waymark.outcome,
  code text not null,
  position integer not null,
  level text not null check (level in ('outcome', 'experience', 'output')),
  polarity text not null check (polarity in ('positive', 'neutral', 'negative')),
  title text not null,
  unique (framework_version_id, code)
);
create index indicator_of_outcome on waymark.indicator (outcome_id, position);
comment on table waymark.indicator is 'What would show an outcome. title is in the framework''s own language; the document holds the others.';

-- ---------------------------------------------------------------- a version, from its document
create function waymark.framework_columns() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  d jsonb := new.definition;
begin
  new.version := d ->> 'version';
  new.name := d ->> 'name';
  new.owner := d ->> 'owner';
  new.licence := d ->> 'licence';
  new.attribution := d ->> 'attribution';
  new.notice := coalesce(d ->> 'notice', '');
  new.population := d #>> '{population,for}';
  new.age_from := (d #>> '{population,ageFrom}')::integer;
  new.age_to := (d #>> '{population,ageTo}')::integer;
  new.adult_labelled_for_under_18 := coalesce((d #>> '{population,labelledForUnder18}')::boolean, false);
  new.nation := d ->> 'nation';
  new.language := d ->> 'language';
  new.defined_by := d ->> 'definedBy';
  new.provisional := (d ->> 'provisional')::boolean;
  return new;
end $$;
comment on function waymark.framework_columns() is 'The columns always say what the document says.';
create trigger columns_of_document before insert or update of definition on waymark.framework_version
  for each row execute function waymark.framework_columns();

create function waymark.framework_stays() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a version of a framework is retired, never removed' using errcode = 'restrict_violation', constraint = 'framework_stays';
  end if;
  if new.framework_id <> old.framework_id then
    raise exception 'a version stays with its framework' using errcode = 'restrict_violation', constraint = 'framework_stays';
  end if;
  if old.published_at is null then
    if (to_jsonb(new) ->> 'version') <> old.version then
      raise exception 'a draft keeps its version: import another' using errcode = 'restrict_violation', constraint = 'framework_stays';
    end if;
    return new;
  end if;
  if (to_jsonb(new) - array['status', 'retired_by', 'retired_at']) <> (to_jsonb(old) - array['status', 'retired_by', 'retired_at'])
    or not (new.status = old.status or (old.status = 'live' and new.status = 'retired')) then
    raise exception 'a version that has been published stays as it is: publish another' using errcode = 'restrict_violation', constraint = 'framework_stays';
  end if;
  return new;
end $$;
create trigger framework_stays before update or delete on waymark.framework_version
  for each row execute function waymark.framework_stays();

create function waymark.framework_parts_stay() returns trigger language plpgsql as $$
begin
  raise exception 'what stands in a published version stays as it is: publish another' using errcode = 'restrict_violation', constraint = 'framework_stays';
end $$;
create trigger parts_stay before update or delete or truncate on waymark.framework_principle execute function waymark.framework_parts_stay();
create trigger parts_stay before update or delete or truncate on waymark.outcome execute function waymark.framework_parts_stay();
create trigger parts_stay before update or delete or truncate on waymark.outcome_principle execute function waymark.framework_parts_stay();
create trigger parts_stay before update or delete or truncate on waymark.outcome_wording execute function waymark.framework_parts_stay();
create trigger parts_stay before update or delete or truncate on waymark.indicator execute function waymark.framework_parts_stay();

/* Publishing reads the parts out of the document. Nothing else can write them, so they always agree with it. */
create function waymark.framework_unpacked() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  d jsonb := new.definition;
begin
  if new.status <> 'live' or (tg_op = 'UPDATE' and old.published_at is not null) then return null; end if;
  insert into waymark.framework_principle (framework_version_id, code, position, articles)
    select new.id, p ->> 'code', n, array(select a::integer from jsonb_array_elements_text(p -> 'articles') a)
    from jsonb_array_elements(d -> 'principles') with ordinality as x(p, n);
  insert into waymark.outcome (framework_version_id, code, position, level, polarity, defined_by, child_only)
    select new.id, o ->> 'code', n, o ->> 'level', o ->> 'polarity', o ->> 'definedBy', (o ->> 'childOnly')::boolean
    from jsonb_array_elements(d -> 'outcomes') with ordinality as x(o, n);
  insert into waymark.outcome_principle (outcome_id, framework_version_id, principle_code)
    select r.id, new.id, p.code
    from jsonb_array_elements(d -> 'outcomes') o
    join waymark.outcome r on r.framework_version_id = new.id and r.code = o ->> 'code'
    cross join jsonb_array_elements_text(o -> 'principles') as p(code);
  insert into waymark.outcome_wording (outcome_id, language, title, explanation, practice, title_state, explanation_state, practice_state)
    select r.id, w.key, w.value #>> '{title,text}', w.value #>> '{explanation,text}', w.value #>> '{practice,text}',
      w.value #>> '{title,state}', w.value #>> '{explanation,state}', w.value #>> '{practice,state}'
    from jsonb_array_elements(d -> 'outcomes') o
    join waymark.outcome r on r.framework_version_id = new.id and r.code = o ->> 'code'
    cross join jsonb_each(o -> 'wording') w;
  insert into waymark.indicator (framework_version_id, outcome_id, code, position, level, polarity, title)
    select new.id, r.id, i ->> 'code', n, i ->> 'level', i ->> 'polarity', i #>> array['wording', d ->> 'language', 'title', 'text']
    from jsonb_array_elements(d -> 'outcomes') o
    join waymark.outcome r on r.framework_version_id = new.id and r.code = o ->> 'code'
    cross join jsonb_array_elements(o -> 'indicators') with ordinality as x(i, n);
  update waymark.framework f set name = new.name, owner = new.owner where f.id = new.framework_id;
  return null;
end $$;
alter function waymark.framework_unpacked() owner to waymark_keeper;
create trigger framework_unpacked after insert or update of status on waymark.framework_version
  for each row execute function waymark.framework_unpacked();

-- ---------------------------------------------------------------- who reads, who writes
alter table waymark.framework enable row level security;
alter table waymark.framework force row level security;
alter table waymark.framework_version enable row level security;
alter table waymark.framework_version force row level security;
create policy everybody_reads on waymark.framework for select using (true);
create policy administrators_add on waymark.framework for insert to waymark_app
  with check ((select waymark.actor_role()) in ('administrator', 'system'));
create policy keeper_renames on waymark.framework for update to waymark_keeper using (true);
create policy used_or_for_administrators on waymark.framework_version for select to waymark_app
  using (published_at is not null or (select waymark.actor_role()) in ('administrator', 'auditor', 'system'));
create policy others_read on waymark.framework_version for select to waymark_reach, waymark_statistics, waymark_keeper using (true);
create policy administrators_import on waymark.framework_version for insert to waymark_app
  with check ((select waymark.actor_role()) in ('administrator', 'system'));
create policy administrators_publish on waymark.framework_version for update to waymark_app
  using ((select waymark.actor_role()) in ('administrator', 'system'));

grant select, insert on waymark.framework, waymark.framework_version to waymark_app;
grant update (definition, status, imported_by, imported_at, published_by, published_at, retired_by, retired_at) on waymark.framework_version to waymark_app;
grant select on waymark.framework_principle, waymark.outcome, waymark.outcome_principle, waymark.outcome_wording, waymark.indicator
  to waymark_app, waymark_reach, waymark_statistics;
grant select on waymark.framework, waymark.framework_version to waymark_reach, waymark_statistics;
grant select, update on waymark.framework to waymark_keeper;
grant select on waymark.framework_version to waymark_keeper;
grant select, insert on waymark.framework_principle, waymark.outcome, waymark.outcome_principle, waymark.outcome_wording, waymark.indicator to waymark_keeper;

/* One way in for every caller: the pages, the command line, the demonstration. Gives the version's id.
   A version that has been published and is the same is left as it is; one that differs is refused by framework_stays. */
create function waymark.keep_framework(definition jsonb, publish boolean) returns uuid language plpgsql set search_path = pg_catalog as $$
declare
  held_framework uuid;
  held record;
begin
  insert into waymark.framework (key, name, owner)
    values (definition ->> 'key', definition ->> 'name', definition ->> 'owner') on conflict (key) do nothing;
  select f.id into held_framework from waymark.framework f where f.key = definition ->> 'key';
  select v.id, v.published_at, v.definition as was into held from waymark.framework_version v
    where v.framework_id = held_framework and v.version = keep_framework.definition ->> 'version' for update;
  if held.id is null then
    insert into waymark.framework_version (framework_id, definition, status, published_by, published_at)
      values (held_framework, keep_framework.definition, case when publish then 'live' else 'draft' end,
        case when publish then waymark.actor_id() end, case when publish then now() end)
      returning framework_version.id into held.id;
  elsif held.published_at is null or held.was <> keep_framework.definition then
    update waymark.framework_version v set definition = keep_framework.definition,
      status = case when publish then 'live' else 'draft' end,
      imported_by = waymark.actor_id(), imported_at = now(), retired_by = null, retired_at = null,
      published_by = case when publish then waymark.actor_id() end,
      published_at = case when publish then now() end
      where v.id = held.id;
  end if;
  return held.id;
end $$;
comment on function waymark.keep_framework(jsonb, boolean) is 'Keeps a framework document as a draft, or publishes it. The document has been read and checked by the outcomes domain beforehand.';
revoke execute on function waymark.keep_framework(jsonb, boolean) from public;
grant execute on function waymark.keep_framework(jsonb, boolean) to waymark_app;
