-- "Not yet" has an afterwards: whoever stands beside a child, or a lead for all of a question, says once that the
-- young person may see that they were compared. From then on it stands among who looked, on the day it happened.

create table waymark.between_told (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  run_id uuid not null references waymark.between_run,
  because text not null check (length(btrim(because)) between 1 and 1000),
  told_by uuid not null references waymark.person default waymark.actor_id(),
  told_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (run_id, child_id)
);
create index between_told_of_child on waymark.between_told (child_id);
comment on table waymark.between_told is 'That a young person may now see that they were compared, where a lead had said "not yet": who said so, why it is safe now. Once, and never taken back.';

call waymark.hold_for_child('waymark.between_told');
call waymark.staff_only('waymark.between_told');
revoke update on waymark.between_told from waymark_app;
create policy said_as_oneself on waymark.between_told as restrictive for insert to waymark_app
  with check (told_by = (select waymark.actor_id()));
grant select on waymark.between_told to waymark_reach;
create policy reach_reads on waymark.between_told for select to waymark_reach using (true);

create function waymark.between_told_gate() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from waymark.between_run r where r.id = new.run_id and r.tell = 'not_yet' and r.encoded_at is not null)
    or not exists (select from waymark.between_row b where b.run_id = new.run_id and b.child_id = new.child_id) then
    raise exception 'only who was compared and was not told is told later' using errcode = 'restrict_violation', constraint = 'told_later';
  end if;
  return new;
end $$;
revoke execute on function waymark.between_told_gate() from public;
create trigger between_told_gate before insert on waymark.between_told for each row execute function waymark.between_told_gate();
alter function waymark.between_told_gate() owner to waymark_reach;

-- ---------------------------------------------------------------- in which questions a child was, and whether they see it
set local role waymark_reach;
drop function waymark.between_of_child(uuid);
create function waymark.between_of_child(child uuid)
  returns table (run_id uuid, partner text, purpose text, side text, at timestamptz, tell text, tell_because text, told_at timestamptz, told_by text, told_because text)
  language sql stable security definer set search_path = pg_catalog as $$
  select r.id, p.name, r.purpose, r.side, r.encoded_at, r.tell, r.tell_because, t.told_at, who.name, t.because
    from waymark.between_row b join waymark.between_run r on r.id = b.run_id join waymark.between_partner p on p.id = r.partner_id
      left join waymark.between_told t on t.run_id = r.id and t.child_id = b.child_id
      left join waymark.person who on who.id = t.told_by
   where b.child_id = between_of_child.child and r.encoded_at is not null
     and waymark.actor_role() in ('practitioner', 'guardian', 'manager', 'auditor') and exists (
       select from waymark.child c where c.id = between_of_child.child and (
         c.id in (select waymark.actor_children())
         or (waymark.actor_role() in ('manager', 'auditor') and c.organisation_id = waymark.actor_organisation()
             and (waymark.actor_team() is null or c.team_id = waymark.actor_team()))))
   order by r.encoded_at desc, r.id limit 100
$$;
comment on function waymark.between_of_child(uuid) is 'In which questions between councils this child was among those compared, and whether they see it. For staff who reach the child.';
revoke execute on function waymark.between_of_child(uuid) from public;
grant execute on function waymark.between_of_child(uuid) to waymark_app;

-- ---------------------------------------------------------------- who looked, with what may be seen later
create or replace function waymark.who_looked(child uuid, before timestamptz default null, most integer default 200)
  returns table (id bigint, at timestamptz, actor_id uuid, actor_name text, actor_role text, organisation_name text, action text, outcome text, in_a_list boolean)
  language sql stable security definer set search_path = pg_catalog
  as $$
  with theirs as (
    select c.person_id as person from waymark.child c
     where c.id = who_looked.child and c.person_id is distinct from waymark.actor_id() and waymark.actor_role() <> 'auditor'
  )
  select e.id, e.at, e.actor_id, p.name, e.actor_role, o.name, e.action, e.outcome, e.child_id is distinct from who_looked.child
  from (
    select newest.* from (
      (select a.id, a.at, a.actor_id, a.actor_role, a.organisation_id, a.action, a.outcome, a.child_id from waymark.audit_entry a
        where a.child_id = who_looked.child and (before is null or a.at < before)
          and not exists (select from theirs t where t.person = a.actor_id)
        order by a.at desc limit most)
      union all
      (select a.id, a.at, a.actor_id, a.actor_role, a.organisation_id, a.action, a.outcome, a.child_id from waymark.audit_entry a
        where a.shown @> array[who_looked.child] and a.child_id is distinct from who_looked.child
          and (before is null or a.at < before) order by a.at desc limit most)
      union all
      -- Not told at the time: the entry of then names no child. It is shown as the lead's who decided, on its day.
      (select 0, r.encoded_at, r.own_lead, 'manager', r.organisation_id, 'between.encode', 'done', null
         from waymark.between_told t join waymark.between_run r on r.id = t.run_id
        where t.child_id = who_looked.child and (before is null or r.encoded_at < before)
        order by r.encoded_at desc limit most)
    ) newest order by newest.at desc, newest.id desc limit most
  ) e
  left join waymark.person p on p.id = e.actor_id
  left join waymark.organisation o on o.id = e.organisation_id
  where exists (
    select from waymark.child c where c.id = who_looked.child and (
      c.id in (select waymark.actor_children())
      or c.id in (select waymark.actor_audits())
      or (waymark.actor_role() in ('manager', 'auditor') and c.organisation_id = waymark.actor_organisation()
          and (waymark.actor_team() is null or c.team_id = waymark.actor_team()))))
  order by e.at desc, e.id desc
$$;
set local role waymark_owner;
