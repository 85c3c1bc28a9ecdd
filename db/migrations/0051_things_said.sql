-- What a young person says: spoken, drawn, photographed, written or in cards, each an equal way. Theirs alone until
-- they send it, and then for those they chose and nobody else (docs/decisions/0011). Kept for ever as given; what
-- others make of it stands beside it.

create table waymark.statement (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  author_id uuid not null references waymark.person default waymark.actor_id(),
  status text not null default 'draft' check (status in ('draft', 'sent', 'withdrawn', 'thrown_away')),
  audience text check (audience in ('everyone_beside_me', 'chosen', 'trusted')),
  occasion_id uuid,
  company text not null default 'alone' check (company in ('alone', 'with_someone')),
  company_who text check (length(company_who) between 1 and 200),
  company_relationship text check (company_relationship in ('worker', 'guardian', 'carer', 'family', 'friend', 'advocate', 'interpreter', 'other')),
  interpreter_mode text not null default 'none_needed' check (interpreter_mode in ('none_needed', 'in_person', 'phone', 'video', 'bilingual_worker', 'machine', 'none_available')),
  interpreter_language text check (length(interpreter_language) between 2 and 100),
  language text not null default 'en' check (length(language) between 2 and 35),
  started_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text check (withdrawn_reason in ('changed_my_mind', 'not_right', 'too_many_people_see_it', 'did_not_feel_free', 'not_said')),
  private_to uuid generated always as (author_id) stored,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id),
  foreign key (occasion_id, child_id) references waymark.check_in_occasion (id, child_id),
  constraint sent_when_sent check ((status in ('sent', 'withdrawn')) = (sent_at is not null)),
  constraint sent_to_somebody check (sent_at is null or audience is not null),
  constraint withdrawn_with_a_reason check ((status = 'withdrawn') = (withdrawn_at is not null and withdrawn_reason is not null)),
  constraint with_someone_says_who check ((company = 'with_someone') = (company_relationship is not null)),
  constraint alone_is_nobody check (company = 'with_someone' or company_who is null)
);
create index statement_of_child on waymark.statement (child_id, sent_at desc) where status in ('sent', 'withdrawn');
create index statement_in_draft on waymark.statement (author_id, started_at desc) where status = 'draft';
comment on table waymark.statement is 'One thing a young person says, in one or more parts. Holds who, when and how it was said, never what.';
comment on column waymark.statement.status is 'A draft, and one thrown away, is the young person''s alone. Withdrawn: that it was sent stays visible to those it was for, what it says is theirs alone again.';
comment on column waymark.statement.private_to is 'Earlier versions are the young person''s own.';
comment on column waymark.statement.language is 'Tag of the language of the words on the screen.';

create table waymark.statement_part (
  id uuid primary key default gen_random_uuid(),
  statement_id uuid not null,
  child_id uuid not null,
  medium text not null check (medium in ('voice', 'drawing', 'photo', 'words', 'cards')),
  words text check (length(words) between 1 and 20000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  cards text[] check (cardinality(cards) between 1 and 60),
  file_id uuid,
  taken_out boolean not null default false,
  made_at timestamptz not null default clock_timestamp(),
  private_to uuid default waymark.actor_id(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (id, child_id),
  foreign key (statement_id, child_id) references waymark.statement (id, child_id),
  foreign key (file_id, child_id) references waymark.stored_file (id, child_id),
  constraint a_part_is_what_its_medium_is check (case medium
    when 'words' then words is not null and cards is null and file_id is null
    when 'cards' then cards is not null and words is null and file_id is null
    else file_id is not null and words is null and cards is null end)
);
create index statement_part_of_statement on waymark.statement_part (statement_id, made_at);
create index statement_part_of_child on waymark.statement_part (child_id);
create unique index one_part_for_a_file on waymark.statement_part (file_id) where file_id is not null;
comment on table waymark.statement_part is 'What was said, as it was given: words, cards in their order, or a file. Never changed once sent.';
comment on column waymark.statement_part.taken_out is 'Taken out again before sending: nobody but the young person ever sees it.';

create table waymark.statement_recipient (
  id uuid primary key default gen_random_uuid(),
  statement_id uuid not null,
  child_id uuid not null,
  person_id uuid not null references waymark.person,
  taken_out boolean not null default false,
  private_to uuid default waymark.actor_id(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (statement_id, person_id),
  foreign key (statement_id, child_id) references waymark.statement (id, child_id)
);
create index statement_recipient_of_child on waymark.statement_recipient (child_id);
create index statement_recipient_of_person on waymark.statement_recipient (person_id, child_id) where not taken_out;
comment on table waymark.statement_recipient is 'Somebody the young person chose to get it. Taken out: no longer theirs to see, from that moment.';

create table waymark.statement_opening (
  id uuid primary key default gen_random_uuid(),
  statement_id uuid not null,
  child_id uuid not null,
  person_id uuid not null references waymark.person default waymark.actor_id(),
  opened_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (statement_id, person_id),
  foreign key (statement_id, child_id) references waymark.statement (id, child_id)
);
create index statement_opening_of_child on waymark.statement_opening (child_id);
comment on table waymark.statement_opening is 'Who opened it, and when first. The young person reads this. Every opening is also in the audit.';

create table waymark.statement_passed_on (
  id uuid primary key default gen_random_uuid(),
  statement_id uuid not null,
  child_id uuid not null,
  to_person uuid not null references waymark.person,
  by_person uuid not null references waymark.person default waymark.actor_id(),
  reason text not null check (reason in ('somebody_may_be_hurt', 'nobody_left_to_read')),
  why text not null check (length(why) between 10 and 2000),
  passed_on_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (statement_id, to_person),
  foreign key (statement_id, child_id) references waymark.statement (id, child_id)
);
create index statement_passed_on_of_child on waymark.statement_passed_on (child_id);
comment on table waymark.statement_passed_on is 'Opened to somebody the young person did not choose, because somebody may get badly hurt or nobody who got it is left. With the reason in words, which the young person reads.';

create table waymark.statement_beside (
  id uuid primary key default gen_random_uuid(),
  part_id uuid not null,
  child_id uuid not null,
  kind text not null check (kind in ('written_down', 'translation')),
  words text not null check (length(words) between 1 and 20000),
  language text not null check (length(language) between 2 and 35),
  made_by text not null check (made_by in ('person', 'machine')),
  made_by_who text not null check (length(made_by_who) between 1 and 200),
  written_by uuid not null references waymark.person default waymark.actor_id(),
  written_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (id, child_id),
  foreign key (part_id, child_id) references waymark.statement_part (id, child_id)
);
create index statement_beside_of_part on waymark.statement_beside (part_id, written_at);
create index statement_beside_of_child on waymark.statement_beside (child_id);
comment on table waymark.statement_beside is 'What somebody wrote down of a recording, or put into another language. Beside what was said, never instead of it, and never changed: a better one is another row.';
comment on column waymark.statement_beside.made_by_who is 'Who heard or translated it, as a name or a role; for a machine, which one.';

create table waymark.statement_not_said (
  id uuid primary key default gen_random_uuid(),
  beside_id uuid not null,
  child_id uuid not null,
  words text check (length(words) between 1 and 5000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  said_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (beside_id, child_id) references waymark.statement_beside (id, child_id)
);
create index statement_not_said_of_beside on waymark.statement_not_said (beside_id);
create index statement_not_said_of_child on waymark.statement_not_said (child_id);
comment on table waymark.statement_not_said is 'The young person says of what stands beside: that is not what I said. Kept beside it.';

create table waymark.consent_use (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  subject text not null check (subject in ('statement_part')),
  subject_id uuid not null,
  use text not null check (use in ('my_review', 'report', 'gallery')),
  named text not null default 'no_name' check (named in ('no_name', 'the_name_i_go_by')),
  given_by uuid not null references waymark.person default waymark.actor_id(),
  given_at timestamptz not null default clock_timestamp(),
  withdrawn_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (id, child_id)
);
create unique index one_consent_for_a_use on waymark.consent_use (subject, subject_id, use) where withdrawn_at is null;
create index consent_use_of_child on waymark.consent_use (child_id, use) where withdrawn_at is null;
comment on table waymark.consent_use is 'The young person lets one thing be used for one purpose. Withdrawn, it is gone from every place of that use: whoever reads a used thing asks here.';

-- ---------------------------------------------------------------- who it is for
call waymark.hold_for_child('waymark.statement');
call waymark.hold_for_child('waymark.statement_part');
call waymark.hold_for_child('waymark.statement_recipient');
call waymark.hold_for_child('waymark.statement_opening');
call waymark.hold_for_child('waymark.statement_passed_on');
call waymark.hold_for_child('waymark.statement_beside');
call waymark.hold_for_child('waymark.statement_not_said');
call waymark.hold_for_child('waymark.consent_use');
revoke update on waymark.statement_opening, waymark.statement_passed_on, waymark.statement_beside, waymark.statement_not_said from waymark_app;

grant select on waymark.statement, waymark.statement_part, waymark.statement_recipient, waymark.statement_passed_on, waymark.consent_use to waymark_reach;
create policy reach_reads on waymark.statement for select to waymark_reach using (true);
create policy reach_reads on waymark.statement_part for select to waymark_reach using (true);
create policy reach_reads on waymark.statement_recipient for select to waymark_reach using (true);
create policy reach_reads on waymark.statement_passed_on for select to waymark_reach using (true);
create policy reach_reads on waymark.consent_use for select to waymark_reach using (true);

create function waymark.statement_is_mine(statement uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from waymark.statement s join waymark.child c on c.id = s.child_id
    where s.id = statement and c.person_id = waymark.actor_id() and waymark.actor_role() = 'young_person') $$;
comment on function waymark.statement_is_mine(uuid) is 'Whether the actor is the young person whose record this was said on.';

create function waymark.statement_is_for_actor(statement uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from waymark.statement s
    where s.id = statement and s.status in ('sent', 'withdrawn') and waymark.actor_role() in ('practitioner', 'guardian', 'manager')
      and (
        (s.audience = 'everyone_beside_me' and exists (select from waymark.allocation a
          where a.child_id = s.child_id and a.person_id = waymark.actor_id() and a.ended_on is null))
        or exists (select from waymark.statement_recipient r
          where r.statement_id = s.id and r.person_id = waymark.actor_id() and not r.taken_out)
        or exists (select from waymark.statement_passed_on p
          where p.statement_id = s.id and p.to_person = waymark.actor_id()))) $$;
comment on function waymark.statement_is_for_actor(uuid) is 'Whether the young person sent it to the actor, or it was passed on to them. A manager''s reach is not enough.';

create function waymark.part_is_open(part uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from waymark.statement_part p join waymark.statement s on s.id = p.statement_id
    where p.id = part and (
      waymark.statement_is_mine(s.id)
      or (s.status = 'sent' and not p.taken_out and (
        waymark.statement_is_for_actor(s.id)
        or (waymark.actor_role() in ('practitioner', 'guardian', 'manager') and exists (select from waymark.consent_use u
          where u.subject = 'statement_part' and u.subject_id = p.id and u.withdrawn_at is null)))))) $$;
comment on function waymark.part_is_open(uuid) is 'Whether the actor may see what was said: it is their own; or it is sent and was for them, or the young person lets it be used and has not taken that back.';

create function waymark.statement_is_known(statement uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select waymark.statement_is_mine(statement) or exists (select from waymark.statement s
    where s.id = statement and s.status in ('sent', 'withdrawn') and (
      waymark.statement_is_for_actor(s.id)
      or waymark.actor_role() = 'manager'
      or exists (select from waymark.statement_part p where p.statement_id = s.id and waymark.part_is_open(p.id)))) $$;
comment on function waymark.statement_is_known(uuid) is 'Whether the actor may know that it was sent, when, how and to whom: those it was for, and managers, so that nothing sent is lost when somebody leaves. Not what it says.';

create function waymark.consented(of_subject text, of_id uuid, for_use text) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from waymark.consent_use u
    where u.subject = of_subject and u.subject_id = of_id and u.use = for_use and u.withdrawn_at is null) $$;
comment on function waymark.consented(text, uuid, text) is 'Whether the young person lets this be used for that, now. Every place of a use asks this in the query that reads it.';

grant execute on function waymark.statement_is_mine(uuid), waymark.statement_is_for_actor(uuid), waymark.part_is_open(uuid),
  waymark.statement_is_known(uuid), waymark.consented(text, uuid, text) to waymark_app;
alter function waymark.statement_is_mine(uuid) owner to waymark_reach;
alter function waymark.statement_is_for_actor(uuid) owner to waymark_reach;
alter function waymark.part_is_open(uuid) owner to waymark_reach;
alter function waymark.statement_is_known(uuid) owner to waymark_reach;
alter function waymark.consented(text, uuid, text) owner to waymark_reach;

set local role waymark_reach;
create or replace function waymark.file_is_open(file uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from waymark.stored_file f where f.id = file and f.made_by = waymark.actor_id())
    or exists (select from waymark.statement_part p where p.file_id = file and waymark.part_is_open(p.id)) $$;
set local role waymark_owner;

-- What was said: the young person's own; sent, for those it was for; never a manager's or an auditor's by reach alone.
create policy known_to_those_it_is_for on waymark.statement as restrictive for select to waymark_app
  using (author_id = (select waymark.actor_id()) or waymark.statement_is_known(id));
create policy said_by_oneself on waymark.statement as restrictive for insert to waymark_app with check (
  author_id = (select waymark.actor_id()) and status = 'draft' and (select waymark.actor_role()) = 'young_person'
  and exists (select from waymark.child c where c.id = child_id and c.person_id = (select waymark.actor_id())));
create policy changed_by_oneself on waymark.statement as restrictive for update to waymark_app
  using (author_id = (select waymark.actor_id()));
revoke update on waymark.statement from waymark_app;
grant update (status, audience, company, company_who, company_relationship, interpreter_mode, interpreter_language,
  language, sent_at, withdrawn_at, withdrawn_reason) on waymark.statement to waymark_app;

create policy open_to_those_it_is_for on waymark.statement_part as restrictive for select to waymark_app
  using (private_to = (select waymark.actor_id()) or waymark.part_is_open(id));
create policy said_by_oneself on waymark.statement_part as restrictive for insert to waymark_app with check (
  private_to = (select waymark.actor_id())
  and exists (select from waymark.statement s where s.id = statement_id and s.author_id = (select waymark.actor_id()) and s.status = 'draft'));
create policy changed_by_oneself on waymark.statement_part as restrictive for update to waymark_app
  using (private_to = (select waymark.actor_id()));
revoke update on waymark.statement_part from waymark_app;
grant update (words, words_language, cards, taken_out) on waymark.statement_part to waymark_app;

-- To whom: the young person chooses among those who stand beside them, until it is sent; afterwards only fewer.
create policy known_with_what_was_sent on waymark.statement_recipient as restrictive for select to waymark_app
  using (private_to = (select waymark.actor_id()) or waymark.statement_is_known(statement_id));
create policy chosen_by_oneself on waymark.statement_recipient as restrictive for insert to waymark_app with check (
  private_to = (select waymark.actor_id()) and not taken_out
  and exists (select from waymark.statement s where s.id = statement_id and s.author_id = (select waymark.actor_id()) and s.status = 'draft')
  and exists (select from waymark.allocation a where a.child_id = statement_recipient.child_id and a.person_id = statement_recipient.person_id and a.ended_on is null));
create policy changed_by_oneself on waymark.statement_recipient as restrictive for update to waymark_app
  using (private_to = (select waymark.actor_id()));
revoke update on waymark.statement_recipient from waymark_app;
grant update (taken_out) on waymark.statement_recipient to waymark_app;

create policy known_with_what_was_sent on waymark.statement_opening as restrictive for select to waymark_app
  using (person_id = (select waymark.actor_id()) or waymark.statement_is_known(statement_id));
create policy opened_by_oneself on waymark.statement_opening as restrictive for insert to waymark_app with check (
  person_id = (select waymark.actor_id()) and waymark.statement_is_for_actor(statement_id));

create policy known_with_what_was_sent on waymark.statement_passed_on as restrictive for select to waymark_app
  using (by_person = (select waymark.actor_id()) or waymark.statement_is_known(statement_id));
-- By somebody it was for, to another worker; or by a manager, to themself.
create policy passed_on_with_a_reason on waymark.statement_passed_on as restrictive for insert to waymark_app with check (
  by_person = (select waymark.actor_id())
  and exists (select from waymark.statement s where s.id = statement_id and s.status = 'sent')
  and exists (select from waymark.person p where p.id = to_person and p.ended_at is null and p.role in ('practitioner', 'guardian', 'manager'))
  and (waymark.statement_is_for_actor(statement_id)
    or ((select waymark.actor_role()) = 'manager' and to_person = (select waymark.actor_id()))));

create policy beside_what_is_open on waymark.statement_beside as restrictive for select to waymark_app
  using (waymark.part_is_open(part_id));
create policy written_by_those_it_is_for on waymark.statement_beside as restrictive for insert to waymark_app with check (
  written_by = (select waymark.actor_id()) and (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager')
  and waymark.part_is_open(part_id));

create policy beside_what_is_open on waymark.statement_not_said as restrictive for select to waymark_app
  using (exists (select from waymark.statement_beside b where b.id = beside_id));
create policy said_by_oneself on waymark.statement_not_said as restrictive for insert to waymark_app with check (
  (select waymark.actor_role()) = 'young_person'
  and exists (select from waymark.statement_beside b where b.id = beside_id));

-- A use is agreed to by the young person, for what they have sent, and taken back by nobody else.
create policy agreed_by_oneself on waymark.consent_use as restrictive for insert to waymark_app with check (
  given_by = (select waymark.actor_id()) and withdrawn_at is null and (select waymark.actor_role()) = 'young_person'
  and exists (select from waymark.statement_part p join waymark.statement s on s.id = p.statement_id
    where p.id = subject_id and p.child_id = consent_use.child_id and not p.taken_out and s.status = 'sent' and s.author_id = (select waymark.actor_id())));
create policy taken_back_by_oneself on waymark.consent_use as restrictive for update to waymark_app
  using (given_by = (select waymark.actor_id()));
create policy known_while_it_holds on waymark.consent_use as restrictive for select to waymark_app
  using (given_by = (select waymark.actor_id()) or (withdrawn_at is null and waymark.part_is_open(subject_id)));
revoke update on waymark.consent_use from waymark_app;
grant update (withdrawn_at) on waymark.consent_use to waymark_app;

-- Something sent is answered: what a receipt of it asks.
create function waymark.subject_statement(subject uuid, of_child uuid) returns boolean language sql stable set search_path = pg_catalog
  as $$ select exists (select from waymark.statement s where s.id = subject and s.child_id = of_child and s.status = 'sent') $$;
comment on function waymark.subject_statement(uuid, uuid) is 'A thing said has been sent when the young person sent it.';
grant execute on function waymark.subject_statement(uuid, uuid) to waymark_app;

-- ---------------------------------------------------------------- what is sent stays as it was said
create function waymark.statement_stays() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.status in ('draft', 'thrown_away') and new.status in ('draft', 'thrown_away') then return new; end if;
  if old.status = 'draft' and new.status = 'sent' then
    if not exists (select from waymark.statement_part p where p.statement_id = new.id and not p.taken_out) then
      raise exception 'nothing was said' using errcode = 'check_violation', constraint = 'something_is_said';
    end if;
    if new.audience <> 'everyone_beside_me' and not exists (
        select from waymark.statement_recipient r where r.statement_id = new.id and not r.taken_out) then
      raise exception 'nobody was chosen' using errcode = 'check_violation', constraint = 'somebody_gets_it';
    end if;
    return new;
  end if;
  if old.status = 'sent' and new.status = 'withdrawn'
    and (to_jsonb(new) - array['status', 'withdrawn_at', 'withdrawn_reason', 'private_to', 'version', 'changed_by', 'changed_at'])
      = (to_jsonb(old) - array['status', 'withdrawn_at', 'withdrawn_reason', 'private_to', 'version', 'changed_by', 'changed_at']) then
    return new;
  end if;
  raise exception 'what was sent stays as it was said' using errcode = 'restrict_violation', constraint = 'statement_stays';
end $$;
create trigger statement_stays before update on waymark.statement for each row execute function waymark.statement_stays();

create function waymark.part_stays() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select from waymark.statement s where s.id = old.statement_id and s.status = 'draft') then return new; end if;
  raise exception 'what was sent stays as it was said' using errcode = 'restrict_violation', constraint = 'part_stays';
end $$;
create trigger part_stays before update on waymark.statement_part for each row execute function waymark.part_stays();

create function waymark.recipient_stays() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.taken_out or exists (select from waymark.statement s where s.id = old.statement_id and s.status = 'draft') then return new; end if;
  raise exception 'what was sent is not sent to more people afterwards' using errcode = 'restrict_violation', constraint = 'recipient_stays';
end $$;
create trigger recipient_stays before update on waymark.statement_recipient for each row execute function waymark.recipient_stays();

create function waymark.consent_stays() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.withdrawn_at is null and new.withdrawn_at is not null then return new; end if;
  raise exception 'a consent that was taken back is not given again by changing it' using errcode = 'restrict_violation', constraint = 'consent_stays';
end $$;
create trigger consent_stays before update on waymark.consent_use for each row execute function waymark.consent_stays();

-- Taking a thing back takes it out of every use at once.
create function waymark.consent_ends_with_it() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  update waymark.consent_use u set withdrawn_at = new.withdrawn_at
    from waymark.statement_part p
   where p.statement_id = new.id and u.subject = 'statement_part' and u.subject_id = p.id and u.withdrawn_at is null;
  return null;
end $$;
create trigger consent_ends_with_it after update of status on waymark.statement
  for each row when (new.status = 'withdrawn' and old.status = 'sent') execute function waymark.consent_ends_with_it();
