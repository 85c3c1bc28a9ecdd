-- What research may have: made by one function, under names that nobody can turn back and that are new each time.

create table waymark.research_extract (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  number integer not null check (number > 0),
  on_day date not null,
  purpose text not null check (length(btrim(purpose)) between 10 and 1000),
  recipient text not null check (length(btrim(recipient)) between 3 and 200),
  people integer not null check (people > 0),
  made_at timestamptz not null default now(),
  made_by uuid not null references waymark.person default waymark.actor_id(),
  unique (organisation_id, number)
);
comment on table waymark.research_extract is 'Each extract that was made for research: why, for whom, of how many. Insert only, by the function alone. The key of its names is never here.';

create table waymark.research_extract_person (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  extract_id uuid not null references waymark.research_extract,
  on_day date not null,
  recipient text not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, extract_id)
);
create index research_extract_person_of on waymark.research_extract_person (extract_id);
comment on table waymark.research_extract_person is 'Whose answers an extract holds: for the young person to see where they went. It does not say under which name.';

alter table waymark.research_extract enable row level security;
alter table waymark.research_extract force row level security;
create policy leads_read on waymark.research_extract for select to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in ('analyst', 'manager', 'auditor', 'system'));
grant select on waymark.research_extract to waymark_app;
create policy function_reads on waymark.research_extract for select to waymark_statistics using (true);
create policy function_writes on waymark.research_extract for insert to waymark_statistics with check (true);
grant select, insert on waymark.research_extract to waymark_statistics;
create trigger release_stays before update or delete or truncate on waymark.research_extract execute function waymark.release_stays();

call waymark.hold_for_child('waymark.research_extract_person');
revoke insert, update on waymark.research_extract_person from waymark_app;
create policy function_writes on waymark.research_extract_person for insert to waymark_statistics with check (true);
grant insert on waymark.research_extract_person to waymark_statistics;

-- Never a word of anybody's: only codes and days, which are made coarse before they leave.
grant select (child_id, entry_on, stopped_at, changed_at) on waymark.follow_up to waymark_statistics;
create policy statistics_count on waymark.follow_up for select to waymark_statistics using (true);
grant select (id, child_id, step, given, at) on waymark.consent_step to waymark_statistics;
create policy statistics_count on waymark.consent_step for select to waymark_statistics using (true);
grant select (id, child_id, months, due_on, outcome, closed_on, changed_at) on waymark.follow_up_point to waymark_statistics;
create policy statistics_count on waymark.follow_up_point for select to waymark_statistics using (true);
grant select (child_id, point_id, question_id, answer) on waymark.follow_up_answer to waymark_statistics;
create policy statistics_count on waymark.follow_up_answer for select to waymark_statistics using (true);
grant select (id, about, question) on waymark.service_question to waymark_statistics;
create policy statistics_count on waymark.service_question for select to waymark_statistics using (true);

create function waymark.make_research_extract(key bytea, on_day date, purpose text, recipient text)
  returns table (extract_id uuid, pseudonym text, age_at_entry text, entered text, months integer, asked_in text, outcome text, about text, question text, answer text, may_be_linked boolean)
  language plpgsql volatile security definer set search_path = pg_catalog set jit = off
  as $$
#variable_conflict use_column
declare
  made uuid;
  mine uuid[];
begin
  if coalesce(waymark.actor_role(), '') not in ('analyst', 'system') then
    raise exception 'only whoever leads research makes an extract' using errcode = 'insufficient_privilege';
  end if;
  if length(make_research_extract.key) < 32 then
    raise exception 'a key has 32 bytes or more' using errcode = 'check_violation', constraint = 'key_is_long_enough';
  end if;
  select array_agg(f.child_id) into mine
    from waymark.follow_up f join waymark.child c on c.id = f.child_id
    where c.organisation_id = waymark.actor_organisation() and f.entry_on <= make_research_extract.on_day
      and waymark.consent_given(f.child_id, 'research');
  if coalesce(cardinality(mine), 0) < 10 then
    raise exception 'too few agreed for an extract that points at nobody' using errcode = 'check_violation', constraint = 'too_few_for_an_extract';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('research ' || waymark.actor_organisation()::text, 0));
  insert into waymark.research_extract (number, on_day, purpose, recipient, people)
    select coalesce(max(r.number), 0) + 1, make_research_extract.on_day, make_research_extract.purpose, make_research_extract.recipient, cardinality(mine)
    from waymark.research_extract r where r.organisation_id = waymark.actor_organisation()
    returning id into made;
  insert into waymark.research_extract_person (child_id, extract_id, on_day, recipient)
    select c, made, make_research_extract.on_day, make_research_extract.recipient from unnest(mine) c;
  return query
  with born as (
    select b.child_id, max(b.latest) as latest from waymark.date_of_birth_claim b
    where b.ended_at is null and b.child_id = any (mine) group by b.child_id
  ), who as (
    select f.child_id,
      encode(sha256(make_research_extract.key || sha256(make_research_extract.key || convert_to(f.child_id::text, 'UTF8'))), 'hex') as name,
      case when born.latest is null then 'not known' else (
        select case when y < 16 then 'under 16' when y < 18 then '16 to 17' when y < 21 then '18 to 20' else '21 or over' end
        from (select extract(year from age(f.entry_on, born.latest)) as y) old) end as band,
      extract(year from f.entry_on)::text || case when extract(month from f.entry_on) <= 6 then ' first half' else ' second half' end as half,
      waymark.consent_given(f.child_id, 'linked') as linked
    from waymark.follow_up f left join born on born.child_id = f.child_id where f.child_id = any (mine)
  ), coarse as (
    select w.*, count(*) over (partition by w.band, w.half) as alike, count(*) over (partition by w.half) as together from who w
  )
  select made, left(c.name, 32), case when c.alike >= 5 then c.band else 'not given' end, case when c.together >= 5 then c.half else 'not given' end,
    p.months, extract(year from p.due_on)::text || ' quarter ' || extract(quarter from p.due_on)::text, coalesce(p.outcome, 'not yet'),
    q.about, q.question, a.answer, c.linked
  from coarse c
  left join waymark.follow_up_point p on p.child_id = c.child_id and p.due_on <= make_research_extract.on_day
  left join waymark.follow_up_answer a on a.point_id = p.id
  left join waymark.service_question q on q.id = a.question_id
  order by c.name, p.months, q.about, q.question;
end $$;
comment on function waymark.make_research_extract(bytea, date, text, text) is 'What research may have of those who agreed to it now, and of nobody else: codes under a name made with a key that is not kept, days as quarters and half years, ages as bands, and both left out where fewer than five are alike. Refused for fewer than ten. Writes down that it was made, and whose answers it holds.';
revoke execute on function waymark.make_research_extract(bytea, date, text, text) from public;
grant execute on function waymark.make_research_extract(bytea, date, text, text) to waymark_app;
alter function waymark.make_research_extract(bytea, date, text, text) owner to waymark_statistics;
