-- Finding a child: the keys a child is met under, and the one function that searches them.

create table waymark.child_key (
  child_id uuid primary key references waymark.child,
  keys text[] not null
);
comment on table waymark.child_key is 'What a child may be found by: folded names, sounds, days of birth, numbers. Made from the record by the children domain whenever a name, a claim or a number changes; holds nothing of its own.';
comment on column waymark.child_key.keys is 'Each with its kind in front (src/domains/children/name-keys.rules.ts, child-keys.rules.ts).';

-- Looked up many times for each time it is written, so entries go straight into the index.
create index child_key_by_key on waymark.child_key using gin (keys) with (fastupdate = off);

alter table waymark.child_key enable row level security;
alter table waymark.child_key force row level security;
grant select, insert, update on waymark.child_key to waymark_app;
grant select on waymark.child_key to waymark_reach;
create policy follows_child on waymark.child_key for select to waymark_app
  using (exists (select from waymark.child c where c.id = child_id));
create policy written_within_reach on waymark.child_key for insert to waymark_app
  with check ((select waymark.actor_may_write()) and exists (select from waymark.child c where c.id = child_id));
create policy changed_within_reach on waymark.child_key for update to waymark_app
  using ((select waymark.actor_may_write()) and exists (select from waymark.child c where c.id = child_id))
  with check (exists (select from waymark.child c where c.id = child_id));
create policy reach_reads on waymark.child_key for select to waymark_reach using (true);

/* Overlap of arrays is not leakproof, so below a policy its index is never used. This function searches
   by index and joins the actor's reach itself: it returns nothing the policy on child would hide.
   tiers: a list of tiers, the most telling first; a tier is a list of groups of keys, and a child is in it
   who has at least one key of every group. A tier is only looked at while fewer than `enough` were found. */
create function waymark.find_children(tiers jsonb, enough integer)
  returns table (child_id uuid, tier integer)
  language plpgsql stable security definer set search_path = pg_catalog set enable_seqscan = off
  as $$
declare
  role text := waymark.actor_role();
  organisation uuid := waymark.actor_organisation();
  team uuid := waymark.actor_team();
  wide boolean := role in ('manager', 'auditor', 'system');
  own uuid[] := array(select waymark.actor_children());
  condition text;
  hits bigint;
  so_far bigint := 0;
begin
  if role is null then return; end if;
  for n in 0 .. least(jsonb_array_length(tiers), 12) - 1 loop
    exit when so_far >= enough;
    select string_agg(format('k.keys && %L::text[]', array(select jsonb_array_elements_text(g.keys))), ' and ')
      into condition from jsonb_array_elements(tiers -> n) as g(keys);
    continue when condition is null;
    return query execute format(
      'select k.child_id, %s from waymark.child_key k where k.child_id = any ($1) and %s limit $2', n, condition)
      using own, enough;
    get diagnostics hits = row_count;
    so_far := so_far + hits;
    continue when not wide;
    -- keys first, reach row by row, stopping at enough: the other way round a rare name reads every child
    return query execute format(
      'select hit.child_id, %s from (select k.child_id from waymark.child_key k where %s offset 0) hit
        cross join lateral (select from waymark.child c where c.id = hit.child_id
          and c.organisation_id = $1 and ($2 is null or c.team_id = $2) limit 1) reached limit $3', n, condition)
      using organisation, team, enough;
    get diagnostics hits = row_count;
    so_far := so_far + hits;
  end loop;
end $$;
comment on function waymark.find_children(jsonb, integer) is 'The children within the actor''s reach that a search may mean, at most about `enough`, with the tier each was found in. Only ids: names are read through the policies.';
alter function waymark.find_children(jsonb, integer) owner to waymark_reach;
revoke execute on function waymark.find_children(jsonb, integer) from public;
grant execute on function waymark.find_children(jsonb, integer) to waymark_app;
