-- Who reaches what of an audit. An auditor reaches the record they audit, only to read, while the audit is open.
-- docs/decisions/0009-an-auditor-only-reads.md says why.

-- ---------------------------------------------------------------- what the policies ask
create function waymark.actor_audits() returns setof uuid language sql stable parallel safe security definer rows 5 set search_path = pg_catalog
  as $$
  select a.child_id from waymark.case_audit a
    where (a.auditor_id = waymark.actor_id() or a.second_auditor_id = waymark.actor_id()) and a.ended_at is null
      and waymark.actor_role() in ('practitioner', 'guardian', 'manager', 'auditor')
$$;
comment on function waymark.actor_audits() is 'The children whose records the actor audits now.';

create function waymark.actor_only_audits() returns setof uuid language sql stable parallel safe security definer rows 5 set search_path = pg_catalog
  as $$
  select c.id from waymark.child c
    where c.id in (select waymark.actor_audits()) and c.id not in (select waymark.actor_children())
      and not (waymark.actor_role() = 'manager' and c.organisation_id = waymark.actor_organisation()
        and (waymark.actor_team() is null or c.team_id is not distinct from waymark.actor_team()))
$$;
comment on function waymark.actor_only_audits() is 'Of those, the children the actor reaches for no other reason: their records are read and not written.';

create function waymark.reads_for(audit uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$
  select exists (
    select from waymark.case_audit a
    where a.id = reads_for.audit and a.ended_at is null and waymark.actor_id() in (a.auditor_id, a.second_auditor_id)
      and not exists (select from waymark.allocation x where x.child_id = a.child_id and x.person_id = waymark.actor_id() and x.ended_on is null))
$$;
comment on function waymark.reads_for(uuid) is 'Whether the actor is one of the two who read for this open audit, and still stands apart from the child.';

create function waymark.has_reflected(audit uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$
  select exists (
    select from waymark.case_audit a where a.id = has_reflected.audit and (a.no_reflection_because is not null
      or exists (select from waymark.case_audit_reflection r where r.audit_id = a.id and r.author_id = a.practitioner_id and r.shared_at is not null)))
$$;
comment on function waymark.has_reflected(uuid) is 'Whether the practitioner''s reflection is shared, or why there is none is written down.';

create function waymark.may_see_readings(audit uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$
  select exists (
    select from waymark.case_audit a where a.id = may_see_readings.audit and case
      when waymark.actor_id() in (a.auditor_id, a.second_auditor_id) then exists (
        select from waymark.case_audit_reading r where r.audit_id = a.id and r.auditor_id = waymark.actor_id() and r.shared_at is not null)
      when waymark.actor_role() in ('manager', 'auditor') and waymark.actor_id() is distinct from a.practitioner_id then true
      else waymark.has_reflected(a.id) end)
$$;
comment on function waymark.may_see_readings(uuid) is 'Auditors see each other''s reading once their own is shared (a second reading is blind); those beside the child, once the reflection is.';

create function waymark.takes_part(round uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$
  select exists (
    select from waymark.case_audit a
    where a.round_id = takes_part.round and waymark.actor_id() in (a.practitioner_id, a.auditor_id, a.second_auditor_id))
$$;
comment on function waymark.takes_part(uuid) is 'Whether the actor reflects or reads in this round: a guardian of another organisation may.';

alter function waymark.actor_audits() owner to waymark_reach;
alter function waymark.actor_only_audits() owner to waymark_reach;
alter function waymark.reads_for(uuid) owner to waymark_reach;
alter function waymark.has_reflected(uuid) owner to waymark_reach;
alter function waymark.may_see_readings(uuid) owner to waymark_reach;
alter function waymark.takes_part(uuid) owner to waymark_reach;
set local role waymark_reach;
grant execute on function waymark.actor_audits(), waymark.actor_only_audits(), waymark.reads_for(uuid), waymark.has_reflected(uuid), waymark.may_see_readings(uuid), waymark.takes_part(uuid) to waymark_app;
set local role waymark_owner;
grant select on waymark.case_audit, waymark.case_audit_reflection, waymark.case_audit_reading, waymark.case_audit_action, waymark.case_audit_finding to waymark_reach;
-- Only to lock the finding an action belongs to.
grant update (version) on waymark.case_audit_finding to waymark_reach;

create policy reached_for_an_audit on waymark.child for select to waymark_app using (id = any (array(select waymark.actor_audits())));

-- ---------------------------------------------------------------- a record that is audited is read, not written
create procedure waymark.only_read_for_an_audit(held regclass) language plpgsql as $$
begin
  execute format('create policy only_read_for_an_audit on %s as restrictive for insert to waymark_app with check (coalesce(child_id <> all (array(select waymark.actor_only_audits())), true))', held);
  execute format('create policy not_changed_for_an_audit on %s as restrictive for update to waymark_app using (coalesce(child_id <> all (array(select waymark.actor_only_audits())), true))', held);
end $$;
comment on procedure waymark.only_read_for_an_audit(regclass) is 'Whoever reaches a child only to audit the record adds and changes nothing in this table.';

do $$
declare
  held regclass;
begin
  for held in
    select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'child_id' and not a.attisdropped
     where n.nspname = 'waymark' and c.relkind = 'r' and c.relrowsecurity
       and c.relname not in ('audit_entry', 'row_history') and c.relname not like 'case\_audit%'
  loop
    call waymark.only_read_for_an_audit(held);
  end loop;
end $$;

create or replace procedure waymark.hold_for_child(held regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', held);
  execute format('alter table %s force row level security', held);
  execute format('create policy follows_child on %s for select to waymark_app using (exists (select from waymark.child c where c.id = child_id))', held);
  execute format('create policy written_within_reach on %s for insert to waymark_app with check ((select waymark.actor_may_write()) and exists (select from waymark.child c where c.id = child_id))', held);
  execute format('create policy written_as_oneself on %s as restrictive for insert to waymark_app with check (version = 1 and changed_by = (select waymark.actor_id()) and changed_at >= now())', held);
  execute format('create policy changed_within_reach on %s for update to waymark_app using ((select waymark.actor_may_write()) and exists (select from waymark.child c where c.id = child_id)) with check (exists (select from waymark.child c where c.id = child_id))', held);
  execute format('grant select, insert, update on %s to waymark_app', held);
  execute format('create trigger keep_version before update on %s for each row execute function waymark.keep_version()', held);
  call waymark.only_read_for_an_audit(held);
end $$;

-- ---------------------------------------------------------------- the tables of an audit
create procedure waymark.hold_for_audit(held regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', held);
  execute format('alter table %s force row level security', held);
  execute format('create policy follows_child on %s for select to waymark_app using (exists (select from waymark.child c where c.id = child_id))', held);
  -- The audit is about the work. What came of it reaches the young person through the people beside them.
  execute format('create policy staff_read on %s as restrictive for select to waymark_app using ((select waymark.actor_role()) in (''practitioner'', ''guardian'', ''manager'', ''auditor''))', held);
  execute format('create policy others_read on %s for select to waymark_reach, waymark_statistics using (true)', held);
  execute format('grant select, insert on %s to waymark_app', held);
  execute format('create policy staff_write on %s for insert to waymark_app with check ((select waymark.actor_role()) in (''practitioner'', ''guardian'', ''manager'', ''auditor'') and exists (select from waymark.child c where c.id = child_id))', held);
  execute format('create policy staff_change on %s for update to waymark_app using ((select waymark.actor_role()) in (''practitioner'', ''guardian'', ''manager'', ''auditor'') and exists (select from waymark.child c where c.id = child_id))', held);
end $$;
comment on procedure waymark.hold_for_audit(regclass) is 'Puts a table of audits under the rules they share: staff within reach of the child, never the young person''s account.';

call waymark.hold_for_audit('waymark.case_audit_eligible');
create policy managers_draw on waymark.case_audit_eligible as restrictive for insert to waymark_app with check (
  (select waymark.actor_role()) = 'manager'
  and exists (select from waymark.case_audit_round r where r.id = round_id and r.set_up_by = (select waymark.actor_id()) and r.set_up_at = now()));

do $$
declare
  held text;
begin
  foreach held in array array['case_audit', 'case_audit_reflection', 'case_audit_reading', 'case_audit_answer', 'case_audit_agreed', 'case_audit_feedback', 'case_audit_act_now', 'case_audit_finding', 'case_audit_action'] loop
    call waymark.hold_for_audit(format('waymark.%I', held)::regclass);
    execute format('create policy written_as_oneself on waymark.%I as restrictive for insert to waymark_app with check (version = 1 and changed_by = (select waymark.actor_id()) and changed_at >= now())', held);
    execute format('create trigger keep_version before update on waymark.%I for each row execute function waymark.keep_version()', held);
  end loop;
end $$;

create policy managers_draw on waymark.case_audit as restrictive for insert to waymark_app with check (
  (select waymark.actor_role()) = 'manager'
  and exists (select from waymark.case_audit_round r where r.id = round_id and r.set_up_by = (select waymark.actor_id()) and r.set_up_at = now()));
create policy managers_and_auditors_change on waymark.case_audit as restrictive for update to waymark_app
  using ((select waymark.actor_role()) = 'manager' or auditor_id = (select waymark.actor_id()));
grant update (practitioner_id, no_reflection_because, auditor_id, second_auditor_id, ended_at, ended_by, ended_because) on waymark.case_audit to waymark_app;

create policy own_until_shared on waymark.case_audit_reflection as restrictive for select to waymark_app
  using (shared_at is not null or author_id = (select waymark.actor_id()));
create policy practitioners_reflect on waymark.case_audit_reflection as restrictive for insert to waymark_app with check (
  author_id = (select waymark.actor_id()) and private_to = (select waymark.actor_id())
  and exists (select from waymark.case_audit a where a.id = audit_id and a.practitioner_id = (select waymark.actor_id()) and a.ended_at is null));
create policy own_is_changed on waymark.case_audit_reflection as restrictive for update to waymark_app using (author_id = (select waymark.actor_id()));
grant update (went_well, differently, not_in_record, shared_at) on waymark.case_audit_reflection to waymark_app;

create policy readings_are_seen_in_turn on waymark.case_audit_reading as restrictive for select to waymark_app
  using (auditor_id = (select waymark.actor_id()) or (shared_at is not null and waymark.may_see_readings(audit_id)));
create policy auditors_read on waymark.case_audit_reading as restrictive for insert to waymark_app with check (
  auditor_id = (select waymark.actor_id()) and private_to = (select waymark.actor_id()) and shared_at is null
  and waymark.reads_for(audit_id) and waymark.has_reflected(audit_id));
create policy own_is_changed on waymark.case_audit_reading as restrictive for update to waymark_app
  using (auditor_id = (select waymark.actor_id()) and waymark.reads_for(audit_id));
grant update (stands_out, grade, facts, shared_at) on waymark.case_audit_reading to waymark_app;

create policy answers_follow_the_reading on waymark.case_audit_answer as restrictive for select to waymark_app
  using (exists (select from waymark.case_audit_reading r where r.id = reading_id));
create policy auditors_answer on waymark.case_audit_answer as restrictive for insert to waymark_app with check (
  private_to = (select waymark.actor_id()) and exists (
    select from waymark.case_audit_reading r join waymark.case_audit a on a.id = r.audit_id
    where r.id = reading_id and r.auditor_id = (select waymark.actor_id()) and waymark.reads_for(a.id)
      and (outcome_id is null or exists (select from waymark.case_audit_outcome o where o.round_id = a.round_id and o.outcome_id = case_audit_answer.outcome_id))));
create policy own_is_changed on waymark.case_audit_answer as restrictive for update to waymark_app using (
  exists (select from waymark.case_audit_reading r where r.id = reading_id and r.auditor_id = (select waymark.actor_id()) and waymark.reads_for(r.audit_id)));
grant update (code, shows, quote, quoted_from) on waymark.case_audit_answer to waymark_app;

create policy those_who_read_agree on waymark.case_audit_agreed as restrictive for insert to waymark_app
  with check (waymark.reads_for(audit_id) and waymark.may_see_readings(audit_id));
create policy those_who_read_change on waymark.case_audit_agreed as restrictive for update to waymark_app using (waymark.reads_for(audit_id));
create policy agreed_in_turn on waymark.case_audit_agreed as restrictive for select to waymark_app using (waymark.may_see_readings(audit_id));
grant update (code, why) on waymark.case_audit_agreed to waymark_app;

create policy asked_while_open on waymark.case_audit_feedback as restrictive for insert to waymark_app with check (
  exists (select from waymark.case_audit a where a.id = audit_id and a.ended_at is null)
  and (waymark.reads_for(audit_id) or (select waymark.actor_role()) = 'manager'));

create policy raised_as_oneself on waymark.case_audit_act_now as restrictive for insert to waymark_app with check (
  raised_by = (select waymark.actor_id()) and answered_at is null
  and (waymark.reads_for(audit_id) or (select waymark.actor_role()) = 'manager')
  and exists (select from waymark.person p where p.id = for_person and p.role = 'manager' and p.ended_at is null));
create policy managers_answer on waymark.case_audit_act_now as restrictive for update to waymark_app using ((select waymark.actor_role()) = 'manager');
grant update (for_person, act_by, answer, answered_by, answered_at) on waymark.case_audit_act_now to waymark_app;

create policy those_who_read_find on waymark.case_audit_finding as restrictive for insert to waymark_app with check (
  found_by = (select waymark.actor_id()) and (waymark.reads_for(audit_id) or (select waymark.actor_role()) = 'manager'));
create policy findings_in_turn on waymark.case_audit_finding as restrictive for select to waymark_app
  using (found_by = (select waymark.actor_id()) or waymark.may_see_readings(audit_id));
create policy managers_close on waymark.case_audit_finding as restrictive for update to waymark_app using ((select waymark.actor_role()) = 'manager');
grant update (status, closed_by, closed_at) on waymark.case_audit_finding to waymark_app;
create policy reach_locks on waymark.case_audit_finding for update to waymark_reach using (true);

create policy actions_follow_the_finding on waymark.case_audit_action as restrictive for select to waymark_app
  using (owner_id = (select waymark.actor_id()) or exists (select from waymark.case_audit_finding f where f.id = finding_id));
create policy those_who_find_act on waymark.case_audit_action as restrictive for insert to waymark_app with check (
  done_on is null and verified_at is null and exists (select from waymark.case_audit_finding f where f.id = finding_id
    and (waymark.reads_for(f.audit_id) or (select waymark.actor_role()) = 'manager')));
create policy owners_and_managers_change on waymark.case_audit_action as restrictive for update to waymark_app
  using (owner_id = (select waymark.actor_id()) or (select waymark.actor_role()) = 'manager');
grant update (owner_id, due_on, done_words, done_on, done_by, verified_words, verified_at, verified_by) on waymark.case_audit_action to waymark_app;

-- Earlier versions of what is staff's are staff's too.
create policy history_of_audits_is_staffs on waymark.row_history as restrictive for select to waymark_app
  using (table_name not like 'case\_audit%' or (select waymark.actor_role()) in ('manager', 'auditor') or replaced_by = (select waymark.actor_id()));

-- ---------------------------------------------------------------- rounds: nothing about a child
alter table waymark.case_audit_round enable row level security;
alter table waymark.case_audit_round force row level security;
alter table waymark.case_audit_outcome enable row level security;
alter table waymark.case_audit_outcome force row level security;
create policy colleagues_read on waymark.case_audit_round for select to waymark_app using (
  (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager', 'auditor')
  and (organisation_id = (select waymark.actor_organisation()) or waymark.takes_part(id)));
create policy others_read on waymark.case_audit_round for select to waymark_reach, waymark_statistics using (true);
create policy managers_set_up on waymark.case_audit_round for insert to waymark_app with check (
  (select waymark.actor_role()) = 'manager' and organisation_id = (select waymark.actor_organisation())
  and set_up_by = (select waymark.actor_id()) and status = 'open' and version = 1 and set_up_at = now()
  and ((select waymark.actor_team()) is null or team_id = (select waymark.actor_team())));
create policy managers_close on waymark.case_audit_round for update to waymark_app using (
  (select waymark.actor_role()) = 'manager' and organisation_id = (select waymark.actor_organisation())
  and ((select waymark.actor_team()) is null or team_id = (select waymark.actor_team())));
create policy follows_round on waymark.case_audit_outcome for select to waymark_app
  using (exists (select from waymark.case_audit_round r where r.id = round_id));
create policy others_read on waymark.case_audit_outcome for select to waymark_reach, waymark_statistics using (true);
create policy managers_set_up on waymark.case_audit_outcome for insert to waymark_app
  with check (exists (select from waymark.case_audit_round r where r.id = round_id and r.set_up_by = (select waymark.actor_id()) and r.set_up_at = now()));
grant select, insert on waymark.case_audit_round, waymark.case_audit_outcome to waymark_app;
grant update (status, closed_at, closed_by) on waymark.case_audit_round to waymark_app;
grant select on waymark.case_audit_round, waymark.case_audit_outcome to waymark_reach, waymark_statistics;
create trigger keep_version before update on waymark.case_audit_round for each row execute function waymark.keep_version();

-- ---------------------------------------------------------------- what a round adds up to
grant select on waymark.case_audit, waymark.case_audit_reading, waymark.case_audit_answer, waymark.case_audit_finding, waymark.case_audit_feedback to waymark_statistics;

create function waymark.audit_counts(round uuid) returns table (kind text, outcome_id uuid, question text, code text, records bigint)
  language sql stable security definer set search_path = pg_catalog
  as $$
  with round as (
    select r.id from waymark.case_audit_round r
     where r.id = audit_counts.round and r.organisation_id = waymark.actor_organisation()
       and waymark.actor_role() in ('practitioner', 'guardian', 'manager', 'auditor')
  ), audits as (select a.* from waymark.case_audit a join round on round.id = a.round_id),
  firsts as (
    select r.* from audits a join waymark.case_audit_reading r on r.audit_id = a.id and r.auditor_id = a.auditor_id and r.shared_at is not null
  ), seconds as (
    select r.* from audits a join waymark.case_audit_reading r on r.audit_id = a.id and r.auditor_id = a.second_auditor_id and r.shared_at is not null
  )
  select 'drawn', null::uuid, null::text, null::text, count(*) from audits
  union all select 'ended', null, null, a.ended_because, count(*) from audits a where a.ended_at is not null group by 4
  union all select 'read', null, null, null, count(*) from firsts
  union all select 'strengths', null, null, null, count(*) from firsts f where (f.facts ->> 'strengths')::boolean
  union all select 'answer', x.outcome_id, x.question, x.code, count(*)
    from firsts f join waymark.case_audit_answer x on x.reading_id = f.id group by 2, 3, 4
  union all select 'finding', x.outcome_id, x.question, null, count(distinct x.audit_id)
    from firsts f join waymark.case_audit_finding x on x.audit_id = f.audit_id group by 2, 3
  union all select 'feedback', null, null, b.result, count(distinct b.audit_id)
    from audits a join waymark.case_audit_feedback b on b.audit_id = a.id and b.whose = 'child' group by 4
  union all select 'pair', null, null, x.code || ' ' || y.code, count(*)
    from firsts f join seconds s on s.audit_id = f.audit_id
    join waymark.case_audit_answer x on x.reading_id = f.id
    join waymark.case_audit_answer y on y.reading_id = s.id and y.outcome_id is not distinct from x.outcome_id and y.question is not distinct from x.question
    where waymark.actor_role() in ('manager', 'auditor') group by 4
$$;
comment on function waymark.audit_counts(uuid) is 'How many records of a round of the actor''s own organisation: drawn, read, with strengths in the child''s words, answered how, found what. Counts no grade and names nobody.';
alter function waymark.audit_counts(uuid) owner to waymark_statistics;
set local role waymark_statistics;
grant execute on function waymark.audit_counts(uuid) to waymark_app;
set local role waymark_owner;

-- ---------------------------------------------------------------- who looked, for an auditor too
set local role waymark_reach;
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
      (select a.* from waymark.audit_entry a
        where a.child_id = who_looked.child and (before is null or a.at < before)
          and not exists (select from theirs t where t.person = a.actor_id)
        order by a.at desc limit most)
      union all
      (select a.* from waymark.audit_entry a
        where a.shown @> array[who_looked.child] and a.child_id is distinct from who_looked.child
          and (before is null or a.at < before) order by a.at desc limit most)
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
