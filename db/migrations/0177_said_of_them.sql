-- What forms ask for and a child should be asked once: where they were born, their gender, their nationalities, and
-- references of the Home Office. Claims with who said so; several may stand side by side, and nothing needs one.

create table waymark.child_claim (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  kind text not null check (kind in ('birthplace', 'gender', 'nationality', 'home_office_reference')),
  value text not null check (length(value) between 1 and 200),
  source text not null check (source in ('child_says', 'family_says', 'document', 'council_record', 'other')),
  ended_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
create index child_claim_of_child on waymark.child_claim (child_id);
comment on table waymark.child_claim is 'Where a child was born, their gender, their nationalities and references of the Home Office, as somebody says them. In no heading and no list; no rule about the child reads it, and nothing is counted by it. Forms are prepared from it.';
call waymark.hold_for_child('waymark.child_claim');

create or replace function waymark.line_version(about text, line uuid, of_child uuid) returns integer
  language plpgsql stable set search_path = pg_catalog as $$
declare
  found integer;
begin
  if about = 'child' then
    select c.version into found from waymark.child c where c.id = line and c.id = of_child;
  elsif about in ('child_name', 'date_of_birth_claim', 'child_language', 'about_me', 'person_who_matters', 'allocation', 'place_of_learning',
      'child_identifier', 'child_claim') then
    execute format('select t.version from waymark.%I t where t.id = $1 and t.child_id = $2', about) into found using line, of_child;
  end if;
  return found;
end $$;
alter table waymark.correction drop constraint correction_about_check;
alter table waymark.correction add constraint correction_about_check check (about in ('child', 'child_name', 'date_of_birth_claim', 'child_language',
  'about_me', 'person_who_matters', 'allocation', 'place_of_learning', 'child_identifier', 'child_claim', 'council', 'view', 'other'));
