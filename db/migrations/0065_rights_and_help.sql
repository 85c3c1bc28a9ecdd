-- What a young person can ask for, and whom they can call: which texts and places are checked by whom, how often,
-- and the places themselves. The texts of rights are words of the product; here is who looked at them last.

create table waymark.review_clock (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid references waymark.organisation,
  kind text not null check (kind in ('rights_text', 'help_place')),
  days integer not null check (days between 7 and 800),
  from_day date not null,
  source text not null check (length(source) between 1 and 500),
  confidence text not null check (confidence in ('certain', 'likely', 'to_be_confirmed')),
  set_by uuid references waymark.person default waymark.actor_id(),
  set_at timestamptz not null default now(),
  unique nulls not distinct (organisation_id, kind, from_day)
);
comment on table waymark.review_clock is 'How many days a text or a place of help may stand unchecked, from which day. A row without an organisation is the default. Never changed: a new clock is a new row.';
insert into waymark.review_clock (organisation_id, kind, days, from_day, source, confidence, set_by) values
  (null, 'rights_text', 365, '2020-01-01', 'The default of this product until an organisation sets its own', 'to_be_confirmed', null),
  (null, 'help_place', 90, '2020-01-01', 'The default of this product until an organisation sets its own', 'to_be_confirmed', null);

create table waymark.review_check (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references waymark.organisation default waymark.actor_organisation(),
  kind text not null check (kind in ('rights_text', 'help_place')),
  about text not null check (length(about) between 1 and 60),
  owner_id uuid not null references waymark.person default waymark.actor_id(),
  checked_on date not null,
  how text not null check (length(how) between 1 and 500),
  checked_at timestamptz not null default clock_timestamp()
);
create index review_check_of on waymark.review_check (organisation_id, kind, about, checked_on desc);
comment on table waymark.review_check is 'That somebody of the organisation looked whether a text or a place of help still holds, and how. Whoever looked last owns it. Only added to.';
comment on column waymark.review_check.about is 'The code of a text, or the id of a place.';

create table waymark.help_place (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid references waymark.organisation,
  code text unique check (code ~ '^[a-z0-9_]{2,40}$'),
  instead_of uuid references waymark.help_place,
  name text not null check (length(name) between 1 and 100),
  helps_with text not null check (length(helps_with) between 1 and 300),
  kind text not null check (kind in ('now', 'talk', 'health', 'side', 'law')),
  phone text check (length(phone) between 2 and 40),
  text_to text check (length(text_to) between 2 and 40),
  chat text check (length(chat) between 4 and 100),
  hours text not null check (length(hours) between 1 and 120),
  cost text not null check (cost in ('free', 'like_any_call', 'not_known')),
  on_bill text not null check (on_bill in ('no', 'yes', 'not_known')),
  languages text[] not null default '{en}',
  interpreter text not null default 'not_known' check (interpreter in ('yes', 'no', 'not_known')),
  nations text[] not null default '{england,wales,scotland,northern_ireland}',
  in_use boolean not null default true,
  owner_id uuid references waymark.person,
  checked_on date not null,
  source text not null check (length(source) between 1 and 500),
  confidence text not null check (confidence in ('certain', 'likely', 'to_be_confirmed')),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint a_way_to_reach_it check (coalesce(phone, text_to, chat) is not null),
  constraint shipped_or_of_an_organisation check ((organisation_id is null) = (code is not null)),
  constraint only_their_own_stands_instead check (instead_of is null or organisation_id is not null),
  constraint some_nation check (nations <> '{}' and nations <@ array['england', 'wales', 'scotland', 'northern_ireland']),
  constraint some_language check (languages <> '{}' and array_position(languages, null) is null),
  unique (organisation_id, instead_of)
);
create index help_place_of_organisation on waymark.help_place (organisation_id);
comment on table waymark.help_place is 'Places a young person can call or write to. Those without an organisation come with the product; an organisation adds its own, and can let one of its own stand instead of one that came.';
comment on column waymark.help_place.on_bill is 'Whether a call is written on the phone bill. What stays on the phone is said on the page.';
comment on column waymark.help_place.code is 'Of a place that came with the product: its words are in the word catalogue, in every language.';
insert into waymark.help_place (code, kind, name, helps_with, phone, text_to, chat, hours, cost, on_bill, interpreter, nations, checked_on, source, confidence, changed_by) values
  ('emergency', 'now', '999', 'You or somebody else is in danger now, or badly hurt. If you cannot speak, press 55 when you are asked.', '999', null, null, 'Day and night', 'free', 'not_known', 'yes', default, '2026-11-01', 'The UK emergency number; Silent Solution (55) on mobile phones', 'certain', null),
  ('emergency_112', 'now', '112', 'The same as 999. It works on every mobile phone, and in many other countries.', '112', null, null, 'Day and night', 'free', 'not_known', 'yes', default, '2026-11-01', 'The European emergency number, which works in the UK', 'certain', null),
  ('childline', 'talk', 'Childline', 'You can talk about anything. You do not have to say your name. For everybody under 19.', '0800 1111', null, 'childline.org.uk', 'Day and night', 'free', 'no', 'not_known', default, '2026-11-01', 'childline.org.uk', 'certain', null),
  ('shout', 'talk', 'Shout', 'You feel very low or afraid, and you would sooner write than talk.', null, '85258', null, 'Day and night', 'free', 'not_known', 'no', default, '2026-11-01', 'giveusashout.org', 'likely', null),
  ('samaritans', 'talk', 'Samaritans', 'Somebody listens when things are too much. You do not have to say your name.', '116 123', null, null, 'Day and night', 'free', 'no', 'not_known', default, '2026-11-01', 'samaritans.org', 'certain', null),
  ('missing_people', 'talk', 'Missing People', 'You have left home, or you think about leaving. They can pass on a message for you.', '116 000', '116 000', null, 'Ask when they are there', 'free', 'no', 'not_known', default, '2026-11-01', 'missingpeople.org.uk', 'likely', null),
  ('lifeline', 'talk', 'Lifeline', 'Somebody listens when you feel very low, or think of hurting yourself.', '0808 808 8000', null, null, 'Day and night', 'free', 'not_known', 'not_known', '{northern_ireland}', '2026-11-01', 'lifelinehelpline.info', 'likely', null),
  ('nhs_111', 'health', 'NHS 111', 'You are ill or hurt and do not know what to do. It is not for an emergency.', '111', null, '111.nhs.uk', 'Day and night', 'free', 'not_known', 'yes', '{england,wales,scotland}', '2026-11-01', 'nhs.uk; NHS 24; 111.wales.nhs.uk', 'certain', null),
  ('guardian_line', 'side', 'Independent guardians (Barnardo’s)', 'A guardian is on your side and helps you with what is happening. Ask if you can have one.', '0800 043 4303', null, null, 'Day and night', 'free', 'not_known', 'not_known', '{england,wales}', '2026-11-01', 'Interim guidance on independent guardians, 14 May 2024; facts of the domain §3.8', 'certain', null),
  ('coram_voice', 'side', 'Coram Voice, Always Heard', 'Somebody independent helps you to say what you want.', '0808 800 5792', null, null, 'Ask when they are there', 'free', 'not_known', 'not_known', '{england}', '2026-11-01', 'coramvoice.org.uk', 'to_be_confirmed', null),
  ('help_at_hand', 'side', 'Help at Hand', 'They help you when a council looks after you, and something is not right. They are not the council.', '0800 528 0731', null, null, 'Ask when they are there', 'free', 'not_known', 'not_known', '{england}', '2026-11-01', 'childrenscommissioner.gov.uk', 'to_be_confirmed', null),
  ('meic', 'side', 'Meic', 'They answer questions, and help you to be heard.', '080880 23456', null, null, 'Ask when they are there', 'free', 'not_known', 'not_known', '{wales}', '2026-11-01', 'meiccymru.org', 'to_be_confirmed', null),
  ('who_cares_scotland', 'side', 'Who Cares? Scotland', 'Somebody independent helps you to say what you want.', '0330 107 7540', null, null, 'Ask when they are there', 'like_any_call', 'not_known', 'not_known', '{scotland}', '2026-11-01', 'whocaresscotland.org', 'to_be_confirmed', null),
  ('voypic', 'side', 'VOYPIC', 'Somebody independent helps you to say what you want.', '028 9024 4888', null, null, 'Ask when they are there', 'like_any_call', 'not_known', 'not_known', '{northern_ireland}', '2026-11-01', 'voypic.org', 'to_be_confirmed', null),
  ('child_law_advice', 'law', 'Child Law Advice', 'They say what the law in England says about children, families and school.', '0300 330 5480', null, null, 'Ask when they are there', 'like_any_call', 'not_known', 'not_known', '{england}', '2026-11-01', 'childlawadvice.org.uk', 'to_be_confirmed', null);
update waymark.help_place set languages = '{en,cy}' where code in ('nhs_111', 'meic');

alter table waymark.review_clock enable row level security;
alter table waymark.review_clock force row level security;
alter table waymark.review_check enable row level security;
alter table waymark.review_check force row level security;
alter table waymark.help_place enable row level security;
alter table waymark.help_place force row level security;
grant select, insert on waymark.review_clock, waymark.review_check to waymark_app;
grant select, insert, update on waymark.help_place to waymark_app;
grant select on waymark.help_place, waymark.review_clock to waymark_door;
create policy clocks_are_known on waymark.review_clock for select to waymark_app
  using (organisation_id is null or organisation_id = (select waymark.actor_organisation()));
create policy clocks_that_came on waymark.review_clock for select to waymark_door using (organisation_id is null);
create policy managers_set_clocks on waymark.review_clock for insert to waymark_app
  with check (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in ('manager', 'system') and set_by = (select waymark.actor_id()));
create policy checks_are_known on waymark.review_check for select to waymark_app
  using (organisation_id = (select waymark.actor_organisation()));
create policy managers_check on waymark.review_check for insert to waymark_app
  with check (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in ('manager', 'system') and owner_id = (select waymark.actor_id()));
create policy places_are_known on waymark.help_place for select to waymark_app
  using (organisation_id is null or organisation_id = (select waymark.actor_organisation()));
create policy places_that_came on waymark.help_place for select to waymark_door using (organisation_id is null);
create policy managers_add_places on waymark.help_place for insert to waymark_app
  with check (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in ('manager', 'system')
    and owner_id = (select waymark.actor_id()));
create policy managers_change_places on waymark.help_place for update to waymark_app
  using (organisation_id = (select waymark.actor_organisation()) and (select waymark.actor_role()) in ('manager', 'system'))
  with check (organisation_id = (select waymark.actor_organisation()) and owner_id = (select waymark.actor_id()));
create trigger keep_version before update on waymark.help_place for each row execute function waymark.keep_version();
