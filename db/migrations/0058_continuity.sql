-- Who stood beside whom, from when to when, and whether the child chose them: for research, under pseudonyms.

create table waymark.pseudonym_key (
  organisation_id uuid primary key references waymark.organisation,
  key bytea not null default sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))
);
comment on table waymark.pseudonym_key is 'The key under which an organisation''s pseudonyms are made. No page reads it: whoever has a file cannot find the person again without the database. Holds nothing about a child.';
alter table waymark.pseudonym_key enable row level security;
alter table waymark.pseudonym_key force row level security;
create policy pseudonyms_are_made on waymark.pseudonym_key to waymark_reach using (true) with check (true);
grant select, insert on waymark.pseudonym_key to waymark_reach;
grant select on waymark.trusted_time, waymark.person_who_matters to waymark_reach;
create policy reach_reads on waymark.trusted_time for select to waymark_reach using (true);
create policy reach_reads on waymark.person_who_matters for select to waymark_reach using (true);

create function waymark.continuity() returns table (child text, person text, standing text, began_on date, ended_on date, chosen_by_child boolean)
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  secret bytea;
begin
  if waymark.actor_role() is distinct from 'manager' then return; end if;
  insert into waymark.pseudonym_key (organisation_id) values (waymark.actor_organisation()) on conflict do nothing;
  select k.key into secret from waymark.pseudonym_key k where k.organisation_id = waymark.actor_organisation();
  return query
    with within as materialized (
      select c.id from waymark.child c where c.organisation_id = waymark.actor_organisation()
        and (waymark.actor_team() is null or c.team_id = waymark.actor_team())
    ), stood as (
      select a.child_id, a.person_id as who, a.part as standing, a.started_on as began_on, a.ended_on, false as chosen
        from waymark.allocation a join within w on w.id = a.child_id
      union all
      select t.child_id, coalesce(m.staff_id, m.id), 'trusted_adult', (t.began_at at time zone 'Europe/London')::date,
             (t.ended_at at time zone 'Europe/London')::date, t.chosen_by = 'child'
        from waymark.trusted_time t join within w on w.id = t.child_id
        join waymark.person_who_matters m on m.id = t.matters_id
    )
    select left(encode(sha256(secret || convert_to('child ' || s.child_id::text, 'UTF8')), 'hex'), 16),
           left(encode(sha256(secret || convert_to('person ' || s.who::text, 'UTF8')), 'hex'), 16),
           s.standing, s.began_on, s.ended_on, s.chosen
      from stood s order by 1, s.began_on, 2, s.standing;
end $$;
comment on function waymark.continuity() is 'For a manager: who stood beside each child of their organisation or team, from when to when, and whether the child chose them. Pseudonyms, no names.';
grant execute on function waymark.continuity() to waymark_app;
alter function waymark.continuity() owner to waymark_reach;
