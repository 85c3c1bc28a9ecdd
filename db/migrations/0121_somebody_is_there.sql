-- Who stands beside a child is written where people are allocated; whoever is owed such a person is told by a
-- clock. The domain of children knows no clocks, so the two meet here: once somebody is there, nothing is owed.

create function waymark.somebody_is_there() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  one record;
begin
  for one in
    select k.id, k.started_at, case
        when n.started_on = (now() at time zone 'Europe/London')::date then now()
        else (n.started_on + time '12:00') at time zone 'Europe/London' end as there
      from named n join waymark.clock k on k.child_id = n.child_id and n.ended_on is null and k.state in ('running', 'paused')
       and k.rule = case n.part when 'guardian' then 'guardian.allocation' when 'key_worker' then 'key-worker.allocation' end
  loop
    update waymark.clock_pause set resumed_at = greatest(one.there, paused_at) where clock_id = one.id and resumed_at is null;
    update waymark.clock set state = 'done', stopped_at = greatest(one.there, one.started_at) where id = one.id;
  end loop;
  return null;
end $$;
comment on function waymark.somebody_is_there() is 'A guardian or key worker who is named ends the clock that says one is owed, as far as whoever names them may write it.';
revoke execute on function waymark.somebody_is_there() from public;
-- Once for a statement: children come in by the thousand too.
create trigger somebody_is_there after insert on waymark.allocation
  referencing new table as named for each statement execute function waymark.somebody_is_there();

-- The pack for their age is owed as soon as a referral is made; the day they got it ends that.
alter table waymark.nrm_view add column pack_given_on date;
comment on column waymark.nrm_view.pack_given_on is 'The day they were given the information pack for their age (First Responder Toolkit, April 2026, footnote 3).';
