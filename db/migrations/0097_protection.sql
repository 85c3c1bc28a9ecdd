-- Protection first: what starts when somebody is worried, before and without a referral to the National Referral
-- Mechanism; the three referrals that are prepared together, each with a state of its own; and who may make the
-- third. Nothing here reads a decision of a competent authority: a negative one changes no offer.

create table waymark.protection_step (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  kind text not null check (kind in ('strategy_discussion', 'guardian_or_key_worker', 'safe_place')),
  state text not null check (state in ('asked', 'arranged', 'in_place', 'refused', 'over')),
  who text not null check (length(btrim(who)) between 1 and 200),
  asked_on date not null,
  in_place_on date,
  over_on date,
  words text check (length(words) between 1 and 5000),
  refused_because text check (length(btrim(refused_because)) between 1 and 2000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint in_place_since check (state <> 'in_place' or in_place_on is not null),
  constraint in_place_after_asked check (in_place_on is null or in_place_on >= asked_on),
  constraint over_after_all check ((state = 'over') = (over_on is not null) and coalesce(over_on >= asked_on, true)),
  constraint refused_says_why check ((state = 'refused') = (refused_because is not null))
);
create index protection_step_of_child on waymark.protection_step (child_id, kind);
comment on table waymark.protection_step is 'A strategy discussion, a guardian or key worker, a safe place: who was asked, since when, and since when it is in place. Waits for no referral and no decision.';

create table waymark.linked_referral (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  kind text not null check (kind in ('local_authority', 'guardianship', 'nrm')),
  state text not null check (state in ('preparing', 'sent', 'taken_up', 'refused', 'not_made')),
  to_body text not null check (length(btrim(to_body)) between 1 and 200),
  prepared_on date not null,
  sent_on date,
  answered_on date,
  reference text check (length(reference) between 1 and 100),
  words text check (length(words) between 1 and 5000),
  because text check (length(btrim(because)) between 1 and 2000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint sent_says_when check (state not in ('sent', 'taken_up', 'refused') or sent_on is not null),
  constraint answered_says_when check ((state in ('taken_up', 'refused')) = (answered_on is not null)),
  constraint answered_after_sent check (answered_on is null or answered_on >= sent_on),
  constraint refused_or_not_made_says_why check (state not in ('refused', 'not_made') or because is not null)
);
create unique index one_of_each_at_a_time on waymark.linked_referral (child_id, kind) where state in ('preparing', 'sent');
create index linked_referral_of_child on waymark.linked_referral (child_id, kind);
comment on table waymark.linked_referral is 'The referral to the local authority, to the guardianship service of the nation, and to the National Referral Mechanism: prepared together, each with its own state. None waits for another.';

create table waymark.first_responder_setting (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  is_one boolean not null,
  listed_as text check (length(btrim(listed_as)) between 1 and 200),
  goes_to text check (length(btrim(goes_to)) between 1 and 200),
  how text check (length(btrim(how)) between 1 and 500),
  set_by uuid not null references waymark.person default waymark.actor_id(),
  set_at timestamptz not null default now(),
  constraint listed_or_routed check ((is_one and listed_as is not null) or (not is_one and goes_to is not null))
);
create index first_responder_of_organisation on waymark.first_responder_setting (organisation_id, set_at desc);
comment on table waymark.first_responder_setting is 'Whether an organisation is a first responder, as the Home Office lists it, or else who refers for it and how they are reached. The newest row holds.';
alter table waymark.first_responder_setting enable row level security;
alter table waymark.first_responder_setting force row level security;
create policy own_organisation_reads on waymark.first_responder_setting for select to waymark_app using (organisation_id = (select waymark.actor_organisation()));
create policy managers_set on waymark.first_responder_setting for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) = 'manager' and set_by = (select waymark.actor_id()));
grant select, insert on waymark.first_responder_setting to waymark_app;

-- ---------------------------------------------------------------- across a border
create table waymark.cross_border_contact (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  with_kind text not null check (with_kind in ('family', 'child_protection', 'police', 'charity', 'tracing', 'consulate', 'other')),
  with_whom text not null check (length(btrim(with_whom)) between 1 and 200),
  country text not null check (length(btrim(country)) between 1 and 100),
  why text not null check (length(btrim(why)) between 1 and 5000),
  child_view text check (length(child_view) between 1 and 5000),
  child_view_language text check (length(child_view_language) between 2 and 100),
  no_view_because text check (no_view_because in ('not_asked_yet', 'not_safe_to_ask', 'did_not_want_to_say', 'no_interpreter')),
  state text not null default 'asked' check (state in ('asked', 'agreed', 'refused', 'made')),
  asked_by uuid not null references waymark.person default waymark.actor_id(),
  protects text check (length(btrim(protects)) between 1 and 5000),
  signed_by uuid references waymark.person,
  signed_at timestamptz,
  made_on date,
  came_of_it text check (length(came_of_it) between 1 and 5000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint view_or_why_none check (num_nonnulls(child_view, no_view_because) = 1),
  constraint signed_is_whole check (num_nonnulls(protects, signed_by, signed_at) in (0, 3)),
  constraint signed_by_somebody_else check (signed_by is null or signed_by <> asked_by),
  constraint made_says_when check ((state = 'made') = (made_on is not null)),
  constraint consulate_only_when_signed check (with_kind <> 'consulate' or state in ('asked', 'refused') or signed_by is not null),
  constraint consulate_with_the_childs_view check (with_kind <> 'consulate' or state in ('asked', 'refused') or child_view is not null)
);
create index cross_border_contact_of_child on waymark.cross_border_contact (child_id);
comment on table waymark.cross_border_contact is 'Contact about a child with somebody in another country. With a consulate only when a manager other than whoever asks has signed how the child stays protected, and the child has said what they think.';

create function waymark.consulate_is_signed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.signed_by is not null and (tg_op = 'INSERT' or old.signed_by is distinct from new.signed_by) and not exists (
      select from waymark.person p where p.id = new.signed_by and p.role = 'manager') then
    raise exception 'a manager signs how the child stays protected' using errcode = 'check_violation', constraint = 'signed_by_a_manager';
  end if;
  if tg_op = 'UPDATE' and ((new.with_kind, new.with_whom, new.country, new.asked_by) is distinct from (old.with_kind, old.with_whom, old.country, old.asked_by)
      or (old.signed_by is not null and (new.signed_by, new.protects) is distinct from (old.signed_by, old.protects))) then
    raise exception 'what was asked and signed stays' using errcode = 'restrict_violation', constraint = 'asked_and_signed_stay';
  end if;
  return new;
end $$;
create trigger consulate_is_signed before insert or update on waymark.cross_border_contact for each row execute function waymark.consulate_is_signed();

call waymark.hold_for_child('waymark.protection_step');
call waymark.hold_for_child('waymark.linked_referral');
call waymark.hold_for_child('waymark.cross_border_contact');
call waymark.staff_only('waymark.protection_step');
call waymark.staff_only('waymark.linked_referral');
call waymark.staff_only('waymark.cross_border_contact');
create policy asked_as_oneself on waymark.cross_border_contact as restrictive for insert to waymark_app with check (asked_by = (select waymark.actor_id()) and state = 'asked');
create policy signed_as_oneself on waymark.cross_border_contact as restrictive for update to waymark_app
  using (true) with check (signed_by is null or signed_by = (select waymark.actor_id()) or state = 'made');
revoke execute on function waymark.consulate_is_signed() from public;
alter function waymark.consulate_is_signed() owner to waymark_reach;
