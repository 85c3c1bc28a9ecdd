-- Asking for a correction. What the record says stays, and the young person's note stays beside it for ever.
-- Somebody with a name decides by a day, with reasons: corrected, both kept, or not changed. And what of a
-- worker's notes a young person reads is said by a worker, since a note may be about somebody else too.

create function waymark.line_version(about text, line uuid, of_child uuid) returns integer
  language plpgsql stable set search_path = pg_catalog as $$
declare
  found integer;
begin
  if about = 'child' then
    select c.version into found from waymark.child c where c.id = line and c.id = of_child;
  elsif about in ('child_name', 'date_of_birth_claim', 'child_language', 'about_me', 'person_who_matters', 'allocation', 'place_of_learning', 'child_identifier') then
    execute format('select t.version from waymark.%I t where t.id = $1 and t.child_id = $2', about) into found using line, of_child;
  end if;
  return found;
end $$;
comment on function waymark.line_version(text, uuid, uuid) is 'The version of a line of the record now, as far as the reader reaches it.';
revoke execute on function waymark.line_version(text, uuid, uuid) from public;
grant execute on function waymark.line_version(text, uuid, uuid) to waymark_app;

create table waymark.correction (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  wish text not null check (wish in ('wrong', 'missing', 'read_note')),
  about text not null check (about in ('child', 'child_name', 'date_of_birth_claim', 'child_language', 'about_me', 'person_who_matters',
    'allocation', 'place_of_learning', 'child_identifier', 'council', 'view', 'other')),
  line_id uuid,
  line_version integer,
  it_said text check (length(it_said) between 1 and 6000),
  wrong text check (length(wrong) between 1 and 5000),
  right_words text check (length(right_words) between 1 and 5000),
  language text not null default 'en' check (length(language) between 2 and 35),
  written_by uuid not null references waymark.person default waymark.actor_id(),
  written_at timestamptz not null default now(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id),
  constraint wrong_says_what check (wish <> 'wrong' or (wrong is not null and it_said is not null)),
  constraint missing_says_what check (wish <> 'missing' or (right_words is not null and about = 'other')),
  constraint a_line_has_a_version check ((line_id is null) = (line_version is null))
);
create index correction_of_child on waymark.correction (child_id, written_at);
comment on table waymark.correction is 'What a young person says is wrong or missing in their record, in their words, beside what it said then. Never changed and never taken away: it stays beside the line.';
comment on column waymark.correction.it_said is 'The line as the young person read it.';

create function waymark.stands_on_a_line() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.about in ('council', 'view', 'other') then
    if new.line_id is not null then
      raise exception 'no line of the record' using errcode = 'check_violation', constraint = 'stands_on_a_line';
    end if;
  elsif waymark.line_version(new.about, new.line_id, new.child_id) is distinct from new.line_version or new.line_id is null then
    raise exception 'the line is not there, or it changed' using errcode = 'check_violation', constraint = 'stands_on_a_line';
  end if;
  return new;
end $$;
comment on function waymark.stands_on_a_line() is 'A note is about a line of the same record, as it stands now.';
create trigger stands_on_a_line before insert on waymark.correction for each row execute function waymark.stands_on_a_line();

create table waymark.correction_decision (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  correction_id uuid not null,
  outcome text not null check (outcome in ('corrected', 'both_kept', 'not_changed', 'shown', 'not_shown')),
  why text not null check (length(why) between 1 and 5000),
  language text not null default 'en' check (length(language) between 2 and 35),
  decided_by uuid not null references waymark.person default waymark.actor_id(),
  decided_at timestamptz not null default now(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, correction_id) references waymark.correction (child_id, id)
);
create index correction_decision_of on waymark.correction_decision (correction_id, decided_at);
create index correction_decision_of_child on waymark.correction_decision (child_id);
comment on table waymark.correction_decision is 'What was decided about a correction, by whom and why. The newest stands; the earlier stay.';

create function waymark.decision_fits() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  c waymark.correction;
begin
  select x.* into c from waymark.correction x where x.id = new.correction_id and x.child_id = new.child_id;
  if c.id is null then
    raise exception 'nobody decides about what they may not read' using errcode = 'check_violation', constraint = 'decision_answers_the_wish';
  end if;
  if (c.wish = 'read_note') <> (new.outcome in ('shown', 'not_shown')) then
    raise exception 'this is not what was asked' using errcode = 'check_violation', constraint = 'decision_answers_the_wish';
  end if;
  if new.outcome = 'corrected' and c.line_id is not null
    and coalesce(waymark.line_version(c.about, c.line_id, c.child_id), 0) <= c.line_version then
    raise exception 'the record has not changed' using errcode = 'check_violation', constraint = 'corrected_means_changed';
  end if;
  if new.outcome = 'shown' and not exists (
    select from waymark.shown_line s where s.child_id = c.child_id and s.about = c.about and s.line_id = c.line_id
      and s.line_version = waymark.line_version(c.about, c.line_id, c.child_id)) then
    raise exception 'the note is not shown' using errcode = 'check_violation', constraint = 'shown_means_shown';
  end if;
  return new;
end $$;
comment on function waymark.decision_fits() is 'Corrected is said only of a line that has changed, and shown only of a note that is.';
create trigger decision_fits before insert on waymark.correction_decision for each row execute function waymark.decision_fits();

create table waymark.shown_line (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  about text not null check (about in ('child_name', 'date_of_birth_claim', 'child_language', 'person_who_matters')),
  line_id uuid not null,
  line_version integer not null,
  shown_by uuid not null references waymark.person default waymark.actor_id(),
  shown_at timestamptz not null default now(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (line_id, line_version)
);
create index shown_line_of_child on waymark.shown_line (child_id);
comment on table waymark.shown_line is 'A worker''s note beside a line that the young person may read, as it stood at that version. A note that changes is looked at again first.';

create function waymark.subject_correction(subject uuid, of_child uuid) returns boolean language sql stable set search_path = pg_catalog
  as $$ select exists (select from waymark.correction c where c.id = subject and c.child_id = of_child) $$;
comment on function waymark.subject_correction(uuid, uuid) is 'A correction has been sent when it is written: it is never a draft.';
revoke execute on function waymark.subject_correction(uuid, uuid) from public;
grant execute on function waymark.subject_correction(uuid, uuid) to waymark_app;

create function waymark.correction_is_decided() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select from waymark.receipt r where r.id = new.receipt_id and r.subject = 'correction' and not exists (
      select from waymark.correction_decision d where d.correction_id = r.subject_id and d.decided_at >= r.state_at)) then
    raise exception 'decide about the correction first' using errcode = 'check_violation', constraint = 'correction_is_decided';
  end if;
  return new;
end $$;
comment on function waymark.correction_is_decided() is 'Nobody answers a correction without deciding about it.';
create trigger correction_is_decided before insert on waymark.ledger_step for each row
  when (new.kind = 'replied') execute function waymark.correction_is_decided();
revoke execute on function waymark.stands_on_a_line(), waymark.decision_fits(), waymark.correction_is_decided() from public;

call waymark.hold_for_child('waymark.correction');
call waymark.hold_for_child('waymark.correction_decision');
call waymark.hold_for_child('waymark.shown_line');
revoke update on waymark.correction, waymark.correction_decision, waymark.shown_line from waymark_app;
-- A line that the young person does not share with a reader is not told by the note beside it.
create policy read_with_the_line on waymark.correction as restrictive for select to waymark_app using (
  line_id is null or written_by = (select waymark.actor_id()) or waymark.line_version(about, line_id, child_id) is not null
);
create policy read_with_the_note on waymark.correction_decision as restrictive for select to waymark_app using (
  exists (select from waymark.correction c where c.id = correction_id)
);
create policy asked_by_whose_record_it_is on waymark.correction as restrictive for insert to waymark_app with check (
  written_by = (select waymark.actor_id()) and exists (
    select from waymark.child c where c.id = child_id and c.person_id = (select waymark.actor_id()))
);
create policy decided_by_whoever_answers on waymark.correction_decision as restrictive for insert to waymark_app with check (
  decided_by = (select waymark.actor_id()) and (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager') and exists (
    select from waymark.receipt r where r.subject = 'correction' and r.subject_id = correction_id and r.child_id = correction_decision.child_id
      and r.answerer_id = (select waymark.actor_id()) and r.state = 'waiting')
);
create policy shown_by_a_worker on waymark.shown_line as restrictive for insert to waymark_app with check (
  shown_by = (select waymark.actor_id()) and (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager')
  and waymark.line_version(about, line_id, child_id) = line_version
);
