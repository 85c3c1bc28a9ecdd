-- Who stands beside a child, step by step: asked for, offered, wanted or not, there, changed, ended. And the goodbye
-- and the hello, which come before an ending and not after it.

create table waymark.standing_step (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  part text not null check (part in ('guardian', 'key_worker', 'social_worker', 'personal_adviser', 'advocate', 'carer')),
  kind text not null check (kind in ('asked', 'offered', 'wanted', 'not_now', 'not_wanted', 'not_there', 'started', 'changed', 'ended')),
  on_day date not null,
  who text check (length(btrim(who)) between 1 and 200),
  because text check (because in ('none_in_area', 'service_full', 'no_answer', 'not_entitled', 'other')),
  again_on date,
  why text check (length(btrim(why)) between 1 and 1000),
  words text check (length(btrim(words)) between 1 and 2000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  said_by text check (said_by in ('child', 'child_with_someone', 'someone_else')),
  written_by uuid not null references waymark.person default waymark.actor_id(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint not_there_says_why check ((kind = 'not_there') = (because is not null)),
  constraint looked_at_again check (kind not in ('not_there', 'not_now') or again_on is not null),
  constraint again_is_later check (again_on > on_day),
  constraint somebody_is_named check (kind not in ('offered', 'started', 'changed', 'ended') or who is not null),
  constraint an_ending_says_why check (kind not in ('changed', 'ended') or why is not null),
  constraint words_are_somebodys check ((words is null) = (said_by is null))
);
create index standing_step_of_child on waymark.standing_step (child_id, on_day);
create index standing_step_again on waymark.standing_step (again_on, child_id) where again_on is not null;
comment on table waymark.standing_step is 'One step on the way to somebody who stands beside a child. Who has an account here starts and ends by allocation; those without one (a guardian of another service, a carer) start, change and end here.';
comment on column waymark.standing_step.because is 'Why nobody is there yet. Never the child.';
comment on column waymark.standing_step.again_on is 'When it is looked at, or asked, again. An offer that was not wanted is not asked about again by itself.';
comment on column waymark.standing_step.words is 'What the young person says about it, as they said it.';
call waymark.hold_for_child('waymark.standing_step');
create policy staff_write on waymark.standing_step as restrictive for insert to waymark_app
  with check ((select waymark.actor_role()) <> 'young_person' and written_by = (select waymark.actor_id()));
create policy staff_change on waymark.standing_step as restrictive for update to waymark_app using ((select waymark.actor_role()) <> 'young_person');

-- ---------------------------------------------------------------- goodbye and hello
create table waymark.handover (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  allocation_id uuid not null unique references waymark.allocation,
  goodbye text not null check (goodbye in ('planned', 'met', 'not_wanted', 'not_possible')),
  goodbye_on date not null,
  goodbye_where text check (length(btrim(goodbye_where)) between 1 and 300),
  goodbye_because text check (length(btrim(goodbye_because)) between 1 and 1000),
  goodbye_again_on date,
  next text not null check (next in ('somebody', 'nobody_yet', 'nobody_needed')),
  next_id uuid references waymark.person,
  next_name text check (length(btrim(next_name)) between 1 and 200),
  next_by date,
  hello text check (hello in ('planned', 'met', 'not_wanted', 'not_possible')),
  hello_on date,
  hello_where text check (length(btrim(hello_where)) between 1 and 300),
  hello_because text check (length(btrim(hello_because)) between 1 and 1000),
  hello_again_on date,
  told_on date,
  words text check (length(btrim(words)) between 1 and 2000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint no_goodbye_says_why check (goodbye <> 'not_possible' or (goodbye_because is not null and goodbye_again_on is not null)),
  constraint goodbye_again_is_later check (goodbye_again_on > goodbye_on),
  constraint somebody_has_a_name check ((next = 'somebody') = (next_name is not null) and (next_id is null or next_name is not null)),
  constraint nobody_yet_has_a_day check ((next = 'nobody_yet') = (next_by is not null)),
  constraint a_hello_is_to_somebody check ((next = 'somebody') = (hello is not null) and (hello is null) = (hello_on is null)),
  constraint no_hello_says_why check (hello is distinct from 'not_possible' or (hello_because is not null and hello_again_on is not null)),
  constraint hello_again_is_later check (hello_again_on > hello_on)
);
create index handover_of_child on waymark.handover (child_id);
create index handover_open on waymark.handover (child_id) where goodbye in ('planned', 'not_possible') or hello in ('planned', 'not_possible') or next = 'nobody_yet';
comment on table waymark.handover is 'The goodbye of whoever leaves and the hello of whoever comes, each with the day they meet, or why they do not and when it is tried again.';
comment on column waymark.handover.goodbye_on is 'The day they meet or met; for not_wanted the day the young person said so, for not_possible the day it was found to be so.';
comment on column waymark.handover.told_on is 'The day the young person was told, by somebody and not by a page. Until then their own pages do not show it.';
comment on column waymark.handover.words is 'What the young person says about it, as they said it.';
call waymark.hold_for_child('waymark.handover');
create policy after_it_is_told on waymark.handover as restrictive for select to waymark_app
  using ((select waymark.actor_role()) <> 'young_person' or told_on is not null);
create policy staff_write on waymark.handover as restrictive for insert to waymark_app with check (
  (select waymark.actor_role()) <> 'young_person'
  and exists (select from waymark.allocation a where a.id = allocation_id and a.child_id = handover.child_id));
create policy staff_change on waymark.handover as restrictive for update to waymark_app using ((select waymark.actor_role()) <> 'young_person');
create policy handovers_as_they_are_told on waymark.row_history as restrictive for select to waymark_app using (
  table_name <> 'handover' or (select waymark.actor_role()) <> 'young_person' or was ->> 'told_on' is not null);

create function waymark.handover_of_one_child() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.allocation_id <> old.allocation_id or new.child_id <> old.child_id then
    raise exception 'a handover stays with whom it is about' using errcode = 'restrict_violation', constraint = 'handover_stays';
  end if;
  return new;
end $$;
create trigger handover_of_one_child before update on waymark.handover for each row execute function waymark.handover_of_one_child();

-- Nobody who stood beside a child is ended on a page without a goodbye, or the child's own no, or a dated reason.
create policy goodbye_comes_first on waymark.allocation as restrictive for update to waymark_app with check (
  ended_on is null or part in ('other', 'reviewing_officer')
  or exists (select from waymark.handover h where h.allocation_id = allocation.id and h.goodbye <> 'planned')
);

-- ---------------------------------------------------------------- trained for the part
alter table waymark.allocation
  add column trained text check (trained in ('yes', 'not_yet')),
  add column trained_why text check (length(btrim(trained_why)) between 1 and 500),
  add column trained_by date,
  add constraint not_yet_has_a_day check (trained is distinct from 'not_yet' or (trained_why is not null and trained_by is not null));
comment on column waymark.allocation.trained is 'Whether they had the training for this part when it began. Null: nobody said.';
comment on column waymark.allocation.trained_why is 'Why they began before it, when they did.';

-- A guardian who is there ends the wait for a referral too: it came without one.
create or replace function waymark.somebody_is_there() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  one record;
begin
  for one in
    select k.id, k.started_at, case
        when n.started_on = (now() at time zone 'Europe/London')::date then now()
        else (n.started_on + time '12:00') at time zone 'Europe/London' end as there
      from named n join waymark.clock k on k.child_id = n.child_id and n.ended_on is null and k.state in ('running', 'paused')
       and k.rule = any (case n.part when 'guardian' then array['guardian.referral', 'guardian.allocation']
                                     when 'key_worker' then array['key-worker.allocation'] else '{}' end)
  loop
    update waymark.clock_pause set resumed_at = greatest(one.there, paused_at) where clock_id = one.id and resumed_at is null;
    update waymark.clock set state = 'done', stopped_at = greatest(one.there, one.started_at) where id = one.id;
  end loop;
  return null;
end $$;
comment on function waymark.somebody_is_there() is 'A guardian or key worker who is named ends the clocks that say one is owed, as far as whoever names them may write it.';
