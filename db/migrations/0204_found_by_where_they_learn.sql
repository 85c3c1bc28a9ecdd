-- A record is looked for by where somebody learns as well: together with one word of a name, which alone, without a
-- date of birth, would be too many. Until now a place only added to what names or a date had found.

create index place_of_learning_by_name on waymark.place_of_learning (lower(btrim(name))) where ended_at is null;
create function waymark.children_learning_at(places text[], words text[]) returns setof uuid
  language sql stable security definer set search_path = pg_catalog rows 20
  as $$
  select c.id from waymark.child c
  where c.id in (
      select p.child_id from waymark.place_of_learning p join waymark.child_key k on k.child_id = p.child_id
        where p.ended_at is null and lower(btrim(p.name)) = any (places) and k.keys && words)
    and (c.id in (select waymark.actor_children())
      or (waymark.actor_role() in ('manager', 'auditor', 'system') and c.organisation_id = waymark.actor_organisation()
        and (waymark.actor_team() is null or c.team_id is not distinct from waymark.actor_team())))
  limit 100
$$;
comment on function waymark.children_learning_at(text[], text[]) is 'The children within the actor''s reach who learn or learned at one of these places (in lower case) and have one of these keys of a name. Only ids.';
grant select on waymark.place_of_learning to waymark_reach;
create policy reach_reads on waymark.place_of_learning for select to waymark_reach using (true);
alter function waymark.children_learning_at(text[], text[]) owner to waymark_reach;
set local role waymark_reach;
revoke execute on function waymark.children_learning_at(text[], text[]) from public;
grant execute on function waymark.children_learning_at(text[], text[]) to waymark_app;
set local role waymark_owner;
