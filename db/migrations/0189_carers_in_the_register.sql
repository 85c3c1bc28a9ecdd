-- A carer's limited account may belong to somebody of the register of homes and carers. It then shows something only
-- while they care in the home where the child lives: after a move nobody has to remember to end it.
alter table waymark.carer add column home_carer_id uuid references waymark.home_carer;
comment on column waymark.carer.home_carer_id is 'Who they are in the register of homes and carers. The account then shows nothing once the child no longer lives where they care. Null for whoever is not in it, such as an aunt.';
create index carer_of_register on waymark.carer (home_carer_id) where home_carer_id is not null;
grant update (home_carer_id) on waymark.carer to waymark_app;

grant select on waymark.home_carer to waymark_reach;
create policy reach_reads on waymark.home_carer for select to waymark_reach using (true);

create function waymark.cares_where_they_live(child uuid, home_carer uuid) returns boolean
  language sql stable parallel safe security definer set search_path = pg_catalog
  as $$
  select exists (select from waymark.home_stay s join waymark.home_carer h on h.place_id = s.place_id
    where s.child_id = cares_where_they_live.child and s.ended_on is null and s.not_so_because is null
      and h.id = cares_where_they_live.home_carer
      and (h.ended_on is null or h.ended_on >= (now() at time zone 'Europe/London')::date))
$$;
comment on function waymark.cares_where_they_live(uuid, uuid) is 'Whether somebody of the register cares, today, in the home where a child lives. Not for the pages: it would tell where a child lives.';
revoke execute on function waymark.cares_where_they_live(uuid, uuid) from public;

create function waymark.carer_of_their_home() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.home_carer_id is not null and not waymark.cares_where_they_live(new.child_id, new.home_carer_id) then
    raise exception 'somebody of the register is tied to a child only where that child lives' using errcode = 'check_violation', constraint = 'cares_where_they_live';
  end if;
  return new;
end $$;
create trigger carer_of_their_home before insert or update of home_carer_id on waymark.carer
  for each row execute function waymark.carer_of_their_home();
revoke execute on function waymark.carer_of_their_home() from public;

alter function waymark.cares_where_they_live(uuid, uuid) owner to waymark_reach;
alter function waymark.carer_of_their_home() owner to waymark_reach;

set local role waymark_reach;
create or replace function waymark.carer_child() returns uuid language sql stable parallel safe security definer set search_path = pg_catalog
  as $$ select k.child_id from waymark.carer k where k.person_id = waymark.actor_id() and k.ended_at is null and waymark.actor_role() = 'carer'
    and (k.home_carer_id is null or waymark.cares_where_they_live(k.child_id, k.home_carer_id)) $$;
comment on function waymark.carer_child() is 'The one child a carer who acts looks after. Nobody for anybody else, nor once a carer of the register no longer cares where the child lives. It opens no record.';
set local role waymark_owner;
