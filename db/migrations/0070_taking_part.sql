-- Taking part: what is on, with whom and for what thanks; groups and what was said in them; a gallery of what young
-- people made. Works and quotes cross from one young person to others, so they pass through functions that give
-- only what the young person lets be shown there, now.

-- ---------------------------------------------------------------- who leads
create table waymark.lead_appointment (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation,
  person_id uuid not null references waymark.person,
  from_day date not null,
  until_day date,
  appointed_by uuid not null references waymark.person default waymark.actor_id(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint nobody_appoints_themselves check (person_id <> appointed_by),
  constraint appointed_until_after_from check (until_day is null or until_day >= from_day)
);
create index lead_appointment_of_organisation on waymark.lead_appointment (organisation_id, person_id);
create unique index appointed_once on waymark.lead_appointment (organisation_id, person_id) where until_day is null;
comment on table waymark.lead_appointment is 'Who leads young people''s taking part, from when to when. Not a role: somebody who works here and is appointed. Nobody appoints themselves.';

create table waymark.opportunity (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation,
  kind text not null check (kind in ('session', 'group', 'consultation')),
  title text not null check (length(title) between 1 and 120),
  about text not null check (length(about) between 1 and 2000),
  starts_at timestamptz not null,
  lasts text not null check (length(lasts) between 1 and 200),
  where_it_is text not null check (length(where_it_is) between 1 and 300),
  travel_food text not null check (length(travel_food) between 1 and 500),
  thanks text not null check (length(thanks) between 1 and 500),
  runs_it text not null check (length(runs_it) between 1 and 200),
  last_time text not null check (length(last_time) between 1 and 2000),
  called_off boolean not null default false,
  made_by uuid not null references waymark.person default waymark.actor_id(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (id, organisation_id)
);
create index opportunity_of_organisation on waymark.opportunity (organisation_id, starts_at);
comment on table waymark.opportunity is 'A session, group or consultation that every young person of the organisation can come to: with its thanks or payment, and what came of the last one.';
comment on column waymark.opportunity.last_time is 'What came of the last one, or that this is the first. Never left out.';

create table waymark.opportunity_answer (
  id uuid primary key default gen_random_uuid(),
  opportunity_id uuid not null references waymark.opportunity,
  child_id uuid not null references waymark.child,
  answer text not null check (answer in ('interested', 'tell_me_more', 'no_thanks', 'taken_back')),
  said_at timestamptz not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (opportunity_id, child_id),
  unique (id, child_id)
);
create index opportunity_answer_of_child on waymark.opportunity_answer (child_id);
comment on table waymark.opportunity_answer is 'What a young person says to it. Read by them and those who lead, and counted nowhere. Taken back: theirs alone.';

create table waymark.opportunity_reply (
  id uuid primary key default gen_random_uuid(),
  answer_id uuid not null,
  child_id uuid not null,
  words text not null check (length(words) between 1 and 2000),
  by_id uuid not null references waymark.person default waymark.actor_id(),
  at timestamptz not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (answer_id, child_id) references waymark.opportunity_answer (id, child_id)
);
create index opportunity_reply_of_answer on waymark.opportunity_reply (answer_id);
create index opportunity_reply_of_child on waymark.opportunity_reply (child_id);
comment on table waymark.opportunity_reply is 'What a lead tells a young person who wanted to know more. Only added to.';

-- ---------------------------------------------------------------- asked personally, only when that is safe
create table waymark.taking_part_wish (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null unique references waymark.child,
  do_not_ask boolean not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp()
);
comment on table waymark.taking_part_wish is 'Whether a young person asked not to be asked. Theirs alone to say.';
call waymark.hold_for_child('waymark.taking_part_wish');
create policy theirs_to_say on waymark.taking_part_wish as restrictive for insert to waymark_app
  with check ((select waymark.actor_role()) = 'young_person');
create policy theirs_to_change on waymark.taking_part_wish as restrictive for update to waymark_app
  using ((select waymark.actor_role()) = 'young_person');
revoke update on waymark.taking_part_wish from waymark_app;
grant update (do_not_ask) on waymark.taking_part_wish to waymark_app;

create table waymark.invite_safety (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  confirmed_by uuid not null references waymark.person default waymark.actor_id(),
  confirmed_at timestamptz not null,
  until_day date not null,
  ended_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint holds_a_month_at_most check (until_day between (confirmed_at at time zone 'Europe/London')::date and (confirmed_at at time zone 'Europe/London')::date + 31)
);
create index invite_safety_of_child on waymark.invite_safety (child_id) where ended_at is null;
comment on table waymark.invite_safety is 'Somebody who stands beside the child says that asking them personally is safe, until a day. A new one is a new row.';
call waymark.hold_for_child('waymark.invite_safety');
create policy confirmed_by_who_stands_beside on waymark.invite_safety as restrictive for insert to waymark_app with check (
  confirmed_by = (select waymark.actor_id()) and ended_at is null
  and exists (select from waymark.allocation a where a.child_id = invite_safety.child_id and a.person_id = (select waymark.actor_id()) and a.ended_on is null));
revoke update on waymark.invite_safety from waymark_app;
grant update (ended_at) on waymark.invite_safety to waymark_app;

create table waymark.invitation (
  id uuid primary key default gen_random_uuid(),
  opportunity_id uuid not null references waymark.opportunity,
  child_id uuid not null references waymark.child,
  invited_by uuid not null references waymark.person default waymark.actor_id(),
  invited_at timestamptz not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (opportunity_id, child_id)
);
create index invitation_of_child on waymark.invitation (child_id);
comment on table waymark.invitation is 'A young person asked personally, once. It stands on their own page and is sent nowhere.';

-- ---------------------------------------------------------------- groups, and what was said in them
create table waymark.group_session (
  id uuid primary key default gen_random_uuid(),
  opportunity_id uuid not null,
  organisation_id uuid not null,
  held_on date not null,
  talked_about text not null check (length(talked_about) between 1 and 5000),
  decided text check (length(decided) between 1 and 5000),
  came_of text check (length(came_of) between 1 and 5000),
  made_by uuid not null references waymark.person default waymark.actor_id(),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (opportunity_id, organisation_id) references waymark.opportunity (id, organisation_id)
);
create index group_session_of_organisation on waymark.group_session (organisation_id, held_on desc);
create index group_session_of_opportunity on waymark.group_session (opportunity_id);
comment on table waymark.group_session is 'A session that was held: what was talked about, what was decided because of it and what came of it, told back to everybody who took part. Names nobody.';

create table waymark.group_member (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references waymark.group_session,
  child_id uuid not null references waymark.child,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (session_id, child_id)
);
create index group_member_of_child on waymark.group_member (child_id);
comment on table waymark.group_member is 'Who took part. Known to them and those who lead; shown to nobody else, and counted nowhere.';

create table waymark.session_quote (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null,
  child_id uuid not null,
  words text not null check (length(words) between 1 and 2000),
  words_language text not null default 'en' check (length(words_language) between 2 and 35),
  state text not null default 'waiting' check (state in ('waiting', 'yes', 'no', 'withdrawn')),
  level text check (level in ('group', 'inside', 'published')),
  shown_name text check (length(shown_name) between 1 and 80),
  said_at timestamptz,
  written_by uuid not null references waymark.person default waymark.actor_id(),
  written_at timestamptz not null,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (session_id, child_id) references waymark.group_member (session_id, child_id),
  constraint a_level_with_a_yes check ((state = 'yes') = (level is not null)),
  constraint a_name_with_a_yes check (state = 'yes' or shown_name is null),
  constraint said_when_said check ((state = 'waiting') = (said_at is null))
);
create index session_quote_of_session on waymark.session_quote (session_id);
create index session_quote_of_child on waymark.session_quote (child_id);
create index session_quote_shown on waymark.session_quote (level, said_at desc) where state = 'yes';
comment on table waymark.session_quote is 'Something a young person said in a group, written by the lead. Until they say yes it is for the two of them; the level is theirs: this group, the organisation, everybody. Each level holds those before it.';

-- ---------------------------------------------------------------- the gallery
create table waymark.gallery_work (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  part_id uuid not null,
  consent_id uuid not null,
  place text not null check (place in ('inside', 'published')),
  shown_name text check (length(shown_name) between 1 and 80),
  shown_at timestamptz not null,
  withdrawn_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (part_id, child_id) references waymark.statement_part (id, child_id),
  foreign key (consent_id, child_id) references waymark.consent_use (id, child_id)
);
create unique index shown_once_in_a_place on waymark.gallery_work (consent_id, place) where withdrawn_at is null;
create index gallery_work_of_child on waymark.gallery_work (child_id);
create index gallery_work_in_place on waymark.gallery_work (place, shown_at desc) where withdrawn_at is null;
comment on table waymark.gallery_work is 'A young person shows one part of something they sent in one place, under one consent for the gallery. With the consent or this taken back, it is in no list and at no address.';
comment on column waymark.gallery_work.consent_id is 'The consent it hangs on: when that is taken back, it never comes back with a later one.';

-- ---------------------------------------------------------------- who reaches what
create function waymark.leads_on(person uuid, organisation uuid, on_day date) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from waymark.lead_appointment a join waymark.person p on p.id = a.person_id
    where a.person_id = person and a.organisation_id = organisation and p.organisation_id = organisation and p.ended_at is null
      and p.role in ('practitioner', 'guardian', 'manager')
      and on_day >= a.from_day and (a.until_day is null or on_day <= a.until_day))
$$;
comment on function waymark.leads_on(uuid, uuid, date) is 'Whether somebody is appointed to lead young people''s taking part there on that day, with an open account.';
create function waymark.actor_leads() returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select coalesce(waymark.leads_on(waymark.actor_id(), waymark.actor_organisation(), (now() at time zone 'Europe/London')::date), false) $$;
comment on function waymark.actor_leads() is 'Whether the actor leads young people''s taking part in their organisation now.';

create function waymark.actor_leads_opportunity(opportunity uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select waymark.actor_leads() and exists (select from waymark.opportunity o where o.id = opportunity and o.organisation_id = waymark.actor_organisation()) $$;
comment on function waymark.actor_leads_opportunity(uuid) is 'Whether it is one of the organisation that the actor leads in.';
create function waymark.actor_leads_session(session uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select waymark.actor_leads() and exists (select from waymark.group_session s where s.id = session and s.organisation_id = waymark.actor_organisation()) $$;
comment on function waymark.actor_leads_session(uuid) is 'Whether it is a session of the organisation that the actor leads in.';
create function waymark.child_is_actor(child uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from waymark.child c where c.id = child and c.person_id = waymark.actor_id() and waymark.actor_role() = 'young_person') $$;
comment on function waymark.child_is_actor(uuid) is 'Whether this is the actor''s own record.';
create function waymark.actor_took_part(session uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from waymark.group_member m join waymark.child c on c.id = m.child_id
    where m.session_id = session and c.person_id = waymark.actor_id() and waymark.actor_role() = 'young_person') $$;
comment on function waymark.actor_took_part(uuid) is 'Whether the actor is a young person who took part in it.';

create function waymark.inviting_is_safe(child uuid, on_day date) returns boolean language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from waymark.invite_safety s
      join waymark.allocation a on a.child_id = s.child_id and a.person_id = s.confirmed_by and a.ended_on is null
     where s.child_id = child and s.ended_at is null and on_day <= s.until_day
       and not exists (select from waymark.sessions_ended e where e.child_id = s.child_id and e.why = 'missing' and (e.told_at is null or e.ended_at >= s.confirmed_at)))
    and not exists (select from waymark.taking_part_wish w where w.child_id = child and w.do_not_ask)
    and not exists (select from waymark.contact_stop t where t.child_id = child and t.lifted_at is null) $$;
comment on function waymark.inviting_is_safe(uuid, date) is 'Whether a young person may be asked personally that day: somebody who still stands beside them said so, nobody signed them out as missing since, no contact is stopped, and they did not ask not to be asked.';

create function waymark.can_be_invited(opportunity uuid) returns table (child_id uuid, known_as text)
  language sql stable security definer set search_path = pg_catalog as $$
  select c.id, c.known_as from waymark.child c
   where waymark.actor_leads_opportunity(opportunity) and c.organisation_id = waymark.actor_organisation()
     and c.id in (select s.child_id from waymark.invite_safety s where s.ended_at is null and s.until_day >= (now() at time zone 'Europe/London')::date)
     and waymark.inviting_is_safe(c.id, (now() at time zone 'Europe/London')::date)
     and not exists (select from waymark.opportunity_answer a where a.opportunity_id = opportunity and a.child_id = c.id)
     and not exists (select from waymark.invitation i where i.opportunity_id = opportunity and i.child_id = c.id)
   order by c.known_as, c.id limit 200
$$;
comment on function waymark.can_be_invited(uuid) is 'Whom a lead may ask personally: those of whom somebody beside them said that it is safe. Whoever answered or was asked is not asked again.';

create function waymark.names_for_lead(children uuid[]) returns table (child_id uuid, known_as text)
  language sql stable security definer set search_path = pg_catalog as $$
  select c.id, c.known_as from waymark.child c
   where c.id = any (children) and waymark.actor_leads() and c.organisation_id = waymark.actor_organisation()
     and (exists (select from waymark.opportunity_answer a where a.child_id = c.id and a.answer <> 'taken_back')
       or exists (select from waymark.invitation i where i.child_id = c.id)
       or exists (select from waymark.group_member m where m.child_id = c.id))
$$;
comment on function waymark.names_for_lead(uuid[]) is 'The name a young person goes by, for the lead they answered, and nothing else of the record.';

-- ---------------------------------------------------------------- what crosses from one young person to others
create function waymark.works_shown(for_place text) returns table (id uuid, medium text, words text, words_language text, cards text[],
    has_file boolean, width integer, height integer, seconds numeric, shown_name text, shown_at timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select w.id, p.medium, p.words, p.words_language, p.cards, f.id is not null, f.width, f.height, f.seconds, w.shown_name, w.shown_at
    from waymark.gallery_work w
    join waymark.consent_use u on u.id = w.consent_id and u.subject = 'statement_part' and u.subject_id = w.part_id and u.use = 'gallery' and u.withdrawn_at is null
    join waymark.statement_part p on p.id = w.part_id and not p.taken_out
    join waymark.statement s on s.id = p.statement_id and s.status = 'sent'
    join waymark.child c on c.id = w.child_id
    left join waymark.stored_file f on f.id = p.file_id
   where w.withdrawn_at is null and w.place = for_place and (f.id is null or f.scan in ('clean', 'not_scanned'))
     and (for_place = 'published' or (c.organisation_id = waymark.actor_organisation()
       and waymark.actor_role() in ('young_person', 'practitioner', 'guardian', 'manager')))
   order by w.shown_at desc, w.id limit 100
$$;
comment on function waymark.works_shown(text) is 'What young people show in a place (inside: the actor''s organisation; published: anybody), joined to the consent it hangs on. Never whose it is, but for the name they chose.';

create function waymark.work_file(work uuid, for_place text) returns table (file_id uuid, media_type text, bytes integer, pieces integer, key_id text, sealed_key bytea)
  language sql stable security definer set search_path = pg_catalog as $$
  select f.id, f.media_type, f.bytes, f.pieces, f.key_id, f.sealed_key
    from waymark.gallery_work w
    join waymark.consent_use u on u.id = w.consent_id and u.subject = 'statement_part' and u.subject_id = w.part_id and u.use = 'gallery' and u.withdrawn_at is null
    join waymark.statement_part p on p.id = w.part_id and not p.taken_out
    join waymark.statement s on s.id = p.statement_id and s.status = 'sent'
    join waymark.child c on c.id = w.child_id
    join waymark.stored_file f on f.id = p.file_id
   where w.id = work and w.withdrawn_at is null and w.place = for_place and f.scan in ('clean', 'not_scanned')
     and (for_place = 'published' or (c.organisation_id = waymark.actor_organisation()
       and waymark.actor_role() in ('young_person', 'practitioner', 'guardian', 'manager')))
$$;
comment on function waymark.work_file(uuid, text) is 'The sealed file of a work, under the same conditions as the list it stands in.';

create function waymark.work_pieces(work uuid, for_place text, first_n integer, last_n integer) returns table (n integer, sealed bytea)
  language sql stable security definer set search_path = pg_catalog as $$
  select t.n, t.sealed from waymark.gallery_work w
    join waymark.consent_use u on u.id = w.consent_id and u.withdrawn_at is null
    join waymark.statement_part p on p.id = w.part_id
    join waymark.stored_file_piece t on t.file_id = p.file_id
   where w.id = work and t.n between first_n and last_n
     and exists (select from waymark.work_file(work, for_place) x where x.file_id = t.file_id)
   order by t.n
$$;
comment on function waymark.work_pieces(uuid, text, integer, integer) is 'Pieces of a work''s file, still sealed, while work_file gives it.';

create function waymark.quotes_shown(for_place text) returns table (id uuid, words text, words_language text, shown_name text, said_at timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select q.id, q.words, q.words_language, q.shown_name, q.said_at
    from waymark.session_quote q join waymark.group_session s on s.id = q.session_id
   where q.state = 'yes' and case for_place
     when 'published' then q.level = 'published'
     when 'inside' then q.level in ('inside', 'published') and s.organisation_id = waymark.actor_organisation()
       and waymark.actor_role() in ('young_person', 'practitioner', 'guardian', 'manager')
     else false end
   order by q.said_at desc, q.id limit 100
$$;
comment on function waymark.quotes_shown(text) is 'Quotes that may be read in a place: at the level their young person chose, and never below it. Not whose, but for the name they chose.';

create function waymark.quotes_of_my_groups() returns table (id uuid, session_id uuid, words text, words_language text, shown_name text)
  language sql stable security definer set search_path = pg_catalog as $$
  select q.id, q.session_id, q.words, q.words_language, q.shown_name
    from waymark.child c
    join waymark.group_member m on m.child_id = c.id
    join waymark.session_quote q on q.session_id = m.session_id and q.state = 'yes'
   where c.person_id = waymark.actor_id() and waymark.actor_role() = 'young_person' order by q.said_at, q.id limit 500
$$;
comment on function waymark.quotes_of_my_groups() is 'What was said in groups and may be read by them, for a young person who took part.';

grant execute on function waymark.leads_on(uuid, uuid, date), waymark.actor_leads(), waymark.actor_leads_opportunity(uuid), waymark.actor_leads_session(uuid),
  waymark.child_is_actor(uuid), waymark.actor_took_part(uuid), waymark.inviting_is_safe(uuid, date), waymark.can_be_invited(uuid), waymark.names_for_lead(uuid[]),
  waymark.quotes_of_my_groups() to waymark_app;
grant execute on function waymark.works_shown(text), waymark.work_file(uuid, text), waymark.work_pieces(uuid, text, integer, integer), waymark.quotes_shown(text) to waymark_app, waymark_door;
alter function waymark.leads_on(uuid, uuid, date) owner to waymark_reach;
alter function waymark.actor_leads() owner to waymark_reach;
alter function waymark.actor_leads_opportunity(uuid) owner to waymark_reach;
alter function waymark.actor_leads_session(uuid) owner to waymark_reach;
alter function waymark.child_is_actor(uuid) owner to waymark_reach;
alter function waymark.actor_took_part(uuid) owner to waymark_reach;
alter function waymark.inviting_is_safe(uuid, date) owner to waymark_reach;
alter function waymark.can_be_invited(uuid) owner to waymark_reach;
alter function waymark.names_for_lead(uuid[]) owner to waymark_reach;
alter function waymark.works_shown(text) owner to waymark_reach;
alter function waymark.work_file(uuid, text) owner to waymark_reach;
alter function waymark.work_pieces(uuid, text, integer, integer) owner to waymark_reach;
alter function waymark.quotes_shown(text) owner to waymark_reach;
alter function waymark.quotes_of_my_groups() owner to waymark_reach;

do $$
declare
  held text;
begin
  foreach held in array array['lead_appointment', 'opportunity', 'opportunity_answer', 'opportunity_reply', 'invitation', 'group_session', 'group_member', 'session_quote', 'gallery_work'] loop
    execute format('alter table waymark.%I enable row level security', held);
    execute format('alter table waymark.%I force row level security', held);
    execute format('grant select, insert on waymark.%I to waymark_app', held);
    execute format('create trigger keep_version before update on waymark.%I for each row execute function waymark.keep_version()', held);
  end loop;
  foreach held in array array['opportunity_answer', 'opportunity_reply', 'invitation', 'group_member', 'session_quote', 'gallery_work'] loop
    execute format('call waymark.only_read_for_an_audit(%L)', 'waymark.' || held);
  end loop;
  foreach held in array array['lead_appointment', 'opportunity', 'opportunity_answer', 'invitation', 'group_session', 'group_member', 'session_quote', 'gallery_work', 'invite_safety', 'taking_part_wish'] loop
    execute format('grant select on waymark.%I to waymark_reach', held);
    execute format('create policy reach_reads on waymark.%I for select to waymark_reach using (true)', held);
  end loop;
end $$;
grant select on waymark.stored_file_piece, waymark.sessions_ended, waymark.contact_stop to waymark_reach;
create policy reach_reads on waymark.stored_file_piece for select to waymark_reach using (true);
create policy reach_reads on waymark.sessions_ended for select to waymark_reach using (true);
create policy reach_reads on waymark.contact_stop for select to waymark_reach using (true);

create policy appointments_are_known on waymark.lead_appointment for select to waymark_app using (organisation_id = (select waymark.actor_organisation()));
create policy managers_appoint on waymark.lead_appointment for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation()) and appointed_by = (select waymark.actor_id())
  and (select waymark.actor_role()) in ('manager', 'administrator')
  and exists (select from waymark.person p where p.id = person_id and p.organisation_id = (select waymark.actor_organisation()) and p.role in ('practitioner', 'guardian', 'manager')));
create policy managers_end_appointments on waymark.lead_appointment for update to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in ('manager', 'administrator'));
grant update (until_day) on waymark.lead_appointment to waymark_app;

create policy on_the_board on waymark.opportunity for select to waymark_app using (
  organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in ('young_person', 'practitioner', 'guardian', 'manager'));
create policy put_up_by_leads on waymark.opportunity for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation()) and made_by = (select waymark.actor_id()) and (select waymark.actor_leads()));
create policy changed_by_leads on waymark.opportunity for update to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_leads()));
grant update (kind, title, about, starts_at, lasts, where_it_is, travel_food, thanks, runs_it, last_time, called_off) on waymark.opportunity to waymark_app;

create policy theirs_and_the_leads on waymark.opportunity_answer for select to waymark_app using (
  waymark.child_is_actor(child_id) or (answer <> 'taken_back' and waymark.actor_leads_opportunity(opportunity_id)));
create policy answered_by_oneself on waymark.opportunity_answer for insert to waymark_app with check (
  waymark.child_is_actor(child_id) and exists (select from waymark.opportunity o where o.id = opportunity_id));
create policy changed_by_oneself on waymark.opportunity_answer for update to waymark_app using (waymark.child_is_actor(child_id));
grant update (answer, said_at) on waymark.opportunity_answer to waymark_app;
create policy follows_the_answer on waymark.opportunity_reply for select to waymark_app
  using (exists (select from waymark.opportunity_answer a where a.id = answer_id));
create policy replied_by_leads on waymark.opportunity_reply for insert to waymark_app with check (
  by_id = (select waymark.actor_id()) and (select waymark.actor_leads()) and exists (select from waymark.opportunity_answer a where a.id = answer_id));

create policy theirs_and_the_leads on waymark.invitation for select to waymark_app using (
  waymark.child_is_actor(child_id) or waymark.actor_leads_opportunity(opportunity_id));
create policy asked_when_it_is_safe on waymark.invitation for insert to waymark_app with check (
  invited_by = (select waymark.actor_id()) and exists (select from waymark.can_be_invited(opportunity_id) c where c.child_id = invitation.child_id));

create policy theirs_and_the_leads on waymark.group_session for select to waymark_app using (
  waymark.actor_took_part(id) or ((select waymark.actor_leads()) and organisation_id = (select waymark.actor_organisation())));
create policy held_by_leads on waymark.group_session for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation()) and made_by = (select waymark.actor_id()) and (select waymark.actor_leads()));
create policy changed_by_leads on waymark.group_session for update to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_leads()));
grant update (held_on, talked_about, decided, came_of) on waymark.group_session to waymark_app;
create policy theirs_and_the_leads on waymark.group_member for select to waymark_app using (
  waymark.child_is_actor(child_id) or waymark.actor_leads_session(session_id));
-- Only somebody who said that they are interested can have been there.
create policy put_down_by_leads on waymark.group_member for insert to waymark_app with check (
  waymark.actor_leads_session(session_id) and exists (select from waymark.group_session s join waymark.opportunity_answer a
    on a.opportunity_id = s.opportunity_id and a.answer = 'interested' where s.id = session_id and a.child_id = group_member.child_id));

-- Written by a lead, and from then on the young person's: a lead reads it while it waits or stands.
create policy theirs_and_the_leads on waymark.session_quote for select to waymark_app using (
  waymark.child_is_actor(child_id) or (state in ('waiting', 'yes') and waymark.actor_leads_session(session_id)));
create policy written_by_leads on waymark.session_quote for insert to waymark_app with check (
  written_by = (select waymark.actor_id()) and state = 'waiting' and waymark.actor_leads_session(session_id));
create policy said_by_oneself on waymark.session_quote for update to waymark_app using (waymark.child_is_actor(child_id));
grant update (words, words_language, state, level, shown_name, said_at) on waymark.session_quote to waymark_app;

create policy theirs_alone on waymark.gallery_work for select to waymark_app using (waymark.child_is_actor(child_id));
create policy shown_by_oneself on waymark.gallery_work for insert to waymark_app with check (
  waymark.child_is_actor(child_id) and withdrawn_at is null and exists (select from waymark.consent_use u
    where u.id = consent_id and u.subject_id = part_id and u.use = 'gallery' and u.withdrawn_at is null and u.given_by = (select waymark.actor_id())));
create policy taken_back_by_oneself on waymark.gallery_work for update to waymark_app using (waymark.child_is_actor(child_id));
grant update (withdrawn_at) on waymark.gallery_work to waymark_app;
create function waymark.taken_back_stays() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.withdrawn_at is null and new.withdrawn_at is not null then return new; end if;
  raise exception 'what was taken back is not shown again by changing it' using errcode = 'restrict_violation', constraint = 'taken_back_stays';
end $$;
create trigger taken_back_stays before update on waymark.gallery_work for each row execute function waymark.taken_back_stays();

-- Earlier words and choices are nobody's but theirs.
create policy taking_part_keeps_its_history on waymark.row_history as restrictive for select to waymark_app using (
  table_name not in ('opportunity_answer', 'opportunity_reply', 'invitation', 'group_member', 'session_quote', 'gallery_work')
  or waymark.child_is_actor(child_id));
