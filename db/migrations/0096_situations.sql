-- Situations of exploitation: several per child, each with its days as far as they are known, its place, its
-- forms from a list that may change without old codings losing their words, and act, means and purpose looked
-- at one by one. The means are never asked of a child: it is not required, and so it is never "absent".

create table waymark.exploitation_form (
  id uuid primary key default gen_random_uuid(),
  code text not null check (code ~ '^[a-z_]{3,60}$'),
  organisation_id uuid references waymark.organisation,
  called text not null check (length(called) between 1 and 100),
  meaning text not null check (length(meaning) between 1 and 500),
  near text check (near ~ '^[a-z_]{3,60}$'),
  place integer not null check (place > 0),
  from_day date not null,
  until_day date,
  source text not null check (length(source) between 1 and 500),
  added_by uuid references waymark.person default waymark.actor_id(),
  unique nulls not distinct (code, organisation_id, from_day),
  constraint ends_after_it_began check (until_day is null or until_day >= from_day),
  constraint local_says_what_is_nearest check ((organisation_id is null) = (near is null))
);
comment on table waymark.exploitation_form is 'Forms of exploitation, each wording with the days on which it may be chosen. A wording is never changed: a new one begins and the old one ends, so that what was coded with it can still be read.';
comment on column waymark.exploitation_form.organisation_id is 'A service''s own addition; empty for the list that all share.';
comment on column waymark.exploitation_form.near is 'For an own addition: the code of the shared list that stands nearest, for forms and figures that know only those.';
insert into waymark.exploitation_form (code, called, meaning, place, from_day, source)
select v.code, v.called, v.meaning, v.place, '2026-01-01',
  'Waymark, from the National Referral Mechanism form of April 2026, the children in need census and the source documents; our words, to be confirmed'
from (values
  ('criminal_drugs', 'Forced to carry, hold or sell drugs', 'Criminal exploitation, county lines included', 1),
  ('criminal_cannabis', 'Forced to look after cannabis', 'Criminal exploitation in a place where drugs are grown', 2),
  ('criminal_theft', 'Forced to steal', 'Criminal exploitation by theft of any kind', 3),
  ('criminal_concealment', 'Forced to hide things in their body', 'Criminal exploitation by coerced internal concealment', 4),
  ('criminal_other', 'Forced to commit another crime', 'Criminal exploitation of another kind', 5),
  ('begging', 'Forced to beg', 'Begging for somebody else, or made to', 6),
  ('sexual', 'Child sexual exploitation', 'Sexual abuse by somebody who uses power over a child, online included', 7),
  ('sexual_sold', 'Sold for sex by others', 'Others arrange and gain from the sexual abuse', 8),
  ('sexual_held', 'Taken somewhere, held and sexually assaulted', 'Held against their will for sexual abuse', 9),
  ('labour', 'Forced to work for little or nothing', 'Work of any kind: building, food, nails, car washing, farms', 10),
  ('labour_wages', 'Wages taken', 'They are paid, and somebody else takes it', 11),
  ('servitude', 'Domestic servitude', 'Unpaid or nearly unpaid work in a household, of relatives or strangers', 12),
  ('forced_marriage', 'Forced marriage', 'Married, or to be married, without a free choice', 13),
  ('illegal_adoption', 'Illegal adoption', 'Given or taken into a family outside the law, to be used', 14),
  ('financial', 'Their name or account used', 'Fraud or money laundering through a child''s name, papers or bank account', 15),
  ('benefit_fraud', 'Benefit fraud', 'Kept, moved or registered so that somebody else gets money for them', 16),
  ('organ_removal', 'Organ removal', 'Organs removed, or meant to be', 17),
  ('not_yet_known', 'Not yet known', 'Something is wrong, and nobody knows yet what it is', 18),
  ('other', 'Something else', 'Another form: say which in the text', 19)
) as v(code, called, meaning, place);

alter table waymark.exploitation_form enable row level security;
alter table waymark.exploitation_form force row level security;
create policy shared_and_own on waymark.exploitation_form for select to waymark_app using (organisation_id is null or organisation_id = (select waymark.actor_organisation()));
create policy codings_stay_readable on waymark.exploitation_form for select to waymark_app using (
  (select waymark.actor_role()) in ('practitioner', 'guardian', 'manager', 'auditor'));
create policy managers_add on waymark.exploitation_form for insert to waymark_app with check (
  organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) = 'manager' and added_by = (select waymark.actor_id()));
create policy managers_end on waymark.exploitation_form for update to waymark_app using (
  organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) = 'manager');
grant select, insert on waymark.exploitation_form to waymark_app;
grant update (until_day) on waymark.exploitation_form to waymark_app;

create table waymark.exploitation_situation (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  what text not null check (length(what) between 1 and 10000),
  began_earliest date,
  began_latest date,
  began_precision text check (began_precision in ('day', 'month', 'year', 'range')),
  ended_earliest date,
  ended_latest date,
  ended_precision text check (ended_precision in ('day', 'month', 'year', 'range')),
  goes_on text not null check (goes_on in ('yes', 'no', 'not_known')),
  place text not null check (place in ('uk', 'overseas', 'both', 'not_known')),
  where_it_was text check (length(where_it_was) between 1 and 1000),
  rests_on uuid,
  not_so_because text check (length(btrim(not_so_because)) between 1 and 2000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, id),
  foreign key (child_id, rests_on) references waymark.concern (child_id, id),
  constraint began_is_whole check (num_nonnulls(began_earliest, began_latest, began_precision) in (0, 3) and coalesce(began_earliest <= began_latest, true)),
  constraint ended_is_whole check (num_nonnulls(ended_earliest, ended_latest, ended_precision) in (0, 3) and coalesce(ended_earliest <= ended_latest, true)),
  constraint ends_after_it_began check (coalesce(began_earliest <= ended_latest, true)),
  constraint no_end_while_it_goes_on check (goes_on <> 'yes' or ended_earliest is null)
);
create index exploitation_situation_of_child on waymark.exploitation_situation (child_id);
comment on table waymark.exploitation_situation is 'One situation in which somebody exploited, or meant to exploit, the child. A child may have lived through several, in the UK, overseas or both; no field of immigration is part of it.';
comment on column waymark.exploitation_situation.not_so_because is 'Written in error, or found not to be so: the row stays and says why.';

create table waymark.situation_form (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  situation_id uuid not null,
  form_id uuid not null references waymark.exploitation_form,
  ended_at timestamptz,
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, situation_id) references waymark.exploitation_situation (child_id, id),
  unique (situation_id, form_id)
);
create index situation_form_of_child on waymark.situation_form (child_id);
comment on table waymark.situation_form is 'The forms of a situation, by the wording it was coded with.';

create table waymark.situation_element (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  situation_id uuid not null,
  element text not null check (element in ('act', 'means', 'purpose')),
  finding text not null check (finding in ('supported', 'partly', 'not_known', 'not_supported', 'not_required')),
  kinds text[] not null default '{}',
  rests_on_text text check (length(btrim(rests_on_text)) between 1 and 5000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (child_id, situation_id) references waymark.exploitation_situation (child_id, id),
  unique (situation_id, element),
  constraint only_means_are_not_required check (finding <> 'not_required' or element = 'means'),
  constraint supported_by_something check (finding not in ('supported', 'partly') or rests_on_text is not null),
  constraint kinds_of_its_own check (kinds <@ case element
    when 'act' then array['recruited', 'transported', 'transferred', 'harboured', 'received', 'control_exchanged']
    when 'means' then array['threat_or_force', 'abduction', 'deception', 'abuse_of_power', 'abuse_of_vulnerability', 'payment_to_controller']
    else array['sexual', 'slavery_servitude_labour', 'services_or_benefits', 'organs'] end)
);
create index situation_element_of_child on waymark.situation_element (child_id);
comment on table waymark.situation_element is 'Act, means and purpose of a situation, each looked at by itself, with what it rests on (Slavery and Human Trafficking (Definition of Victim) Regulations 2022, reg 3). Of a child at the time the means are not required (reg 3(5)(b)).';

create function waymark.means_not_asked_of_a_child() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  began date;
begin
  if new.element <> 'means' or new.finding in ('not_required', 'supported', 'partly') then
    return new;
  end if;
  select s.began_earliest into began from waymark.exploitation_situation s where s.id = new.situation_id;
  -- With no day, or no day of birth, or one claim that makes them under 18 then, they are treated as a child.
  if began is null or not exists (
      select from waymark.date_of_birth_claim b where b.child_id = new.child_id and b.ended_at is null)
    or exists (select from waymark.date_of_birth_claim b where b.child_id = new.child_id and b.ended_at is null
      and b.latest + interval '18 years' > began) then
    raise exception 'of a child at the time, the means are not required' using errcode = 'check_violation', constraint = 'means_not_asked_of_a_child';
  end if;
  return new;
end $$;
create trigger means_not_asked_of_a_child before insert or update on waymark.situation_element for each row execute function waymark.means_not_asked_of_a_child();

call waymark.hold_for_child('waymark.exploitation_situation');
call waymark.hold_for_child('waymark.situation_form');
call waymark.hold_for_child('waymark.situation_element');
call waymark.staff_only('waymark.exploitation_situation');
call waymark.staff_only('waymark.situation_form');
call waymark.staff_only('waymark.situation_element');

-- Earlier versions of what is for staff do not open on the young person's account either.
create policy history_of_staff on waymark.row_history as restrictive for select to waymark_app using (
  table_name <> all (array['concern', 'exploitation_situation', 'situation_form', 'situation_element', 'protection_step', 'linked_referral', 'cross_border_contact', 'missed_chance', 'missed_chance_learning'])
  or (select waymark.actor_role()) <> 'young_person');

grant select on waymark.exploitation_situation, waymark.date_of_birth_claim to waymark_reach;
create policy reach_reads on waymark.exploitation_situation for select to waymark_reach using (true);
create policy reach_reads on waymark.date_of_birth_claim for select to waymark_reach using (true);
revoke execute on function waymark.means_not_asked_of_a_child() from public;
alter function waymark.means_not_asked_of_a_child() owner to waymark_reach;
