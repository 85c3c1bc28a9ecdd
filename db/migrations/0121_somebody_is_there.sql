-- Who stands beside a child is written where people are allocated; whoever is owed such a person is told by a
-- clock. The domain of children knows no clocks, so the two meet here: once somebody is there, nothing is owed.

create function waymark.somebody_is_there() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  fulfils constant text := case new.part when 'guardian' then 'guardian.allocation' else 'key-worker.allocation' end;
  there constant timestamptz := case
    when new.started_on = (now() at time zone 'Europe/London')::date then now()
    else (new.started_on + time '12:00') at time zone 'Europe/London' end;
begin
  update waymark.clock_pause p set resumed_at = greatest(there, p.paused_at) from waymark.clock k
   where k.child_id = new.child_id and k.rule = fulfils and k.state = 'paused' and p.clock_id = k.id and p.resumed_at is null;
  update waymark.clock set state = 'done', stopped_at = greatest(there, started_at)
   where child_id = new.child_id and rule = fulfils and state in ('running', 'paused');
  return null;
end $$;
comment on function waymark.somebody_is_there() is 'A guardian or key worker who is named ends the clock that says one is owed, as far as whoever names them may write it.';
revoke execute on function waymark.somebody_is_there() from public;
create trigger somebody_is_there after insert on waymark.allocation
  for each row when (new.part in ('guardian', 'key_worker')) execute function waymark.somebody_is_there();

-- The pack for their age is owed as soon as a referral is made; the day they got it ends that.
alter table waymark.nrm_view add column pack_given_on date;
comment on column waymark.nrm_view.pack_given_on is 'The day they were given the information pack for their age (First Responder Toolkit, April 2026, footnote 3).';
