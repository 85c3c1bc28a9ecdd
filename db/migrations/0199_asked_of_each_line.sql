-- The same for what is asked of each thing somebody said, and of each note that says something is wrong. A line's
-- version was asked with a statement put together anew, and so planned anew with every policy, for each note.

set local role waymark_reach;

create or replace function waymark.statement_is_mine(statement uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (select exists (select from waymark.statement s join waymark.child c on c.id = s.child_id
    where s.id = statement and c.person_id = waymark.actor_id() and waymark.actor_role() = 'young_person'));
end $$;

create or replace function waymark.statement_is_for_actor(statement uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (select exists (select from waymark.statement s
    where s.id = statement and s.status in ('sent', 'withdrawn') and waymark.actor_role() in ('practitioner', 'guardian', 'manager')
      and (
        (s.audience = 'everyone_beside_me' and exists (select from waymark.allocation a
          where a.child_id = s.child_id and a.person_id = waymark.actor_id() and a.ended_on is null))
        or exists (select from waymark.statement_recipient r
          where r.statement_id = s.id and r.person_id = waymark.actor_id() and not r.taken_out)
        or exists (select from waymark.statement_passed_on p
          where p.statement_id = s.id and p.to_person = waymark.actor_id()))));
end $$;

create or replace function waymark.statement_is_known(statement uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (select waymark.statement_is_mine(statement) or exists (select from waymark.statement s
    where s.id = statement and s.status in ('sent', 'withdrawn') and (
      waymark.statement_is_for_actor(s.id)
      or waymark.actor_role() = 'manager'
      or exists (select from waymark.statement_part p where p.statement_id = s.id and waymark.part_is_open(p.id)))));
end $$;

set local role waymark_owner;

create or replace function waymark.line_version(about text, line uuid, of_child uuid) returns integer
  language plpgsql stable set search_path = pg_catalog as $$
begin
  case about
    when 'child' then return (select c.version from waymark.child c where c.id = line and c.id = of_child);
    when 'child_name' then return (select t.version from waymark.child_name t where t.id = line and t.child_id = of_child);
    when 'date_of_birth_claim' then return (select t.version from waymark.date_of_birth_claim t where t.id = line and t.child_id = of_child);
    when 'child_language' then return (select t.version from waymark.child_language t where t.id = line and t.child_id = of_child);
    when 'about_me' then return (select t.version from waymark.about_me t where t.id = line and t.child_id = of_child);
    when 'person_who_matters' then return (select t.version from waymark.person_who_matters t where t.id = line and t.child_id = of_child);
    when 'allocation' then return (select t.version from waymark.allocation t where t.id = line and t.child_id = of_child);
    when 'place_of_learning' then return (select t.version from waymark.place_of_learning t where t.id = line and t.child_id = of_child);
    when 'child_identifier' then return (select t.version from waymark.child_identifier t where t.id = line and t.child_id = of_child);
    when 'child_claim' then return (select t.version from waymark.child_claim t where t.id = line and t.child_id = of_child);
    else return null;
  end case;
end $$;
