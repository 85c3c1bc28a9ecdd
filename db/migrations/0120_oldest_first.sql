-- What has gone stale longest, found by its age. Asked through the policies of every row, the whole
-- organisation would be read for one page; asked here, only what the page shows goes through them.
grant select on waymark.process to waymark_reach;
create policy reach_reads on waymark.process for select to waymark_reach using (true);

create function waymark.oldest_unconfirmed(before timestamptz, most integer) returns setof uuid
  language sql stable security definer set search_path = pg_catalog rows 50 as $$
  select p.id from waymark.process p
    join waymark.child c on c.id = p.child_id
   where p.state <> 'ended' and p.confirmed_at <= before
     and waymark.actor_role() = 'manager'
     and c.organisation_id = waymark.actor_organisation()
     and (waymark.actor_team() is null or c.team_id = waymark.actor_team())
   order by p.confirmed_at, p.child_id
   limit most
$$;
comment on function waymark.oldest_unconfirmed(timestamptz, integer) is 'Ids of the processes that nobody has confirmed for longest, in the organisation or team that the actor leads. Which of them the actor may read is for the policies to say.';
revoke all on function waymark.oldest_unconfirmed(timestamptz, integer) from public;
grant execute on function waymark.oldest_unconfirmed(timestamptz, integer) to waymark_app;
alter function waymark.oldest_unconfirmed(timestamptz, integer) owner to waymark_reach;
