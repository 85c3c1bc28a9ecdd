-- What a child or young person is entitled to. Nothing here asks for, or follows, a decision of the National Referral Mechanism.

create table waymark.entitlement (
  code text not null check (code ~ '^[a-z0-9_]{2,50}$'),
  nation text not null check (nation in ('england', 'wales', 'scotland', 'northern_ireland')),
  from_day date not null,
  until_day date,
  called text not null check (length(called) between 1 and 200),
  about text not null check (length(about) between 1 and 600),
  kind text not null check (kind in ('guardian', 'home', 'money', 'learning', 'health', 'plan', 'someone_beside')),
  for_whom text not null check (for_whom in ('every_child', 'looked_after', 'care_leaver', 'separated')),
  from_months integer not null default 0 check (from_months between 0 and 360),
  until_months integer check (until_months > from_months),
  owed_by text not null check (length(owed_by) between 1 and 200),
  source text not null check (length(source) between 1 and 300),
  confidence text not null check (confidence in ('certain', 'likely', 'check')),
  position integer not null,
  primary key (code, nation, from_day),
  constraint ends_after_it_begins check (until_day is null or until_day >= from_day)
);
comment on table waymark.entitlement is 'What is owed to whom, in which nation, from which age to which, from which day on; with the source and how sure we are. No row depends on a decision of the National Referral Mechanism. Holds nothing about a child.';
comment on column waymark.entitlement.from_months is 'From this age on, in months.';
grant select on waymark.entitlement to waymark_app;

insert into waymark.entitlement (position, code, nation, from_day, kind, for_whom, from_months, until_months, called, about, owed_by, source, confidence) values
  (10, 'guardian', 'england', '2026-01-01', 'guardian', 'every_child', 0, 216, 'An independent child trafficking guardian, where the service is', 'For any child who may have been trafficked, of any nationality, from the first suspicion. No decision is waited for.', 'The council, which refers; the guardianship service', 'Modern Slavery Act 2015 s48; interim guidance of 14 May 2024', 'certain'),
  (10, 'guardian', 'wales', '2026-01-01', 'guardian', 'every_child', 0, 216, 'An independent child trafficking guardian', 'For any child who may have been trafficked, of any nationality, from the first suspicion. No decision is waited for.', 'The council, which refers; the guardianship service', 'Modern Slavery Act 2015 s48; interim guidance of 14 May 2024', 'certain'),
  (10, 'guardian', 'scotland', '2026-01-01', 'guardian', 'separated', 0, 216, 'A guardian', 'For a child with nobody in the United Kingdom who has parental rights, and who may be, or may become, exploited. All who arrive alone are meant.', 'The relevant authority, which refers; Guardianship Scotland', 'Human Trafficking and Exploitation (Scotland) Act 2015 s11; SSI 2023/18', 'certain'),
  (10, 'guardian', 'northern_ireland', '2026-01-01', 'guardian', 'separated', 0, 216, 'An independent guardian', 'For a separated child, or one who may have been trafficked.', 'The Health and Social Care Trust, which refers', 'Human Trafficking and Exploitation (Criminal Justice and Support for Victims) Act (Northern Ireland) 2015 s21', 'certain'),
  (20, 'school_place', 'england', '2026-01-01', 'learning', 'every_child', 60, 192, 'A place at school', 'For every child of school age, whatever papers they have.', 'The council', 'Education Act 1996 ss13 and 14', 'likely'),
  (20, 'school_place', 'wales', '2026-01-01', 'learning', 'every_child', 60, 192, 'A place at school', 'For every child of school age, whatever papers they have.', 'The council', 'Education Act 1996 ss13 and 14', 'likely'),
  (20, 'school_place', 'scotland', '2026-01-01', 'learning', 'every_child', 60, 216, 'A place at school', 'For every child and young person of school age, whatever papers they have.', 'The council', 'Education (Scotland) Act 1980 s1; Standards in Scotland''s Schools etc. Act 2000 s1', 'likely'),
  (20, 'school_place', 'northern_ireland', '2026-01-01', 'learning', 'every_child', 48, 192, 'A place at school', 'For every child of school age, whatever papers they have.', 'The Education Authority', 'Education and Libraries (Northern Ireland) Order 1986', 'check'),
  (25, 'health_care', 'england', '2026-01-01', 'health', 'every_child', 0, null, 'A doctor (GP), without paying and without papers', 'Nobody needs an address or papers to register. Children looked after by a council, and people who asked for asylum, pay for no hospital care.', 'The practice and the NHS', 'NHS (Charges to Overseas Visitors) Regulations 2015; NHS England guidance on registering', 'likely'),
  (25, 'health_care', 'wales', '2026-01-01', 'health', 'every_child', 0, null, 'A doctor (GP), without paying', 'People who asked for asylum and children looked after pay for no care.', 'The practice and the health board', 'NHS charges regulations for Wales', 'check'),
  (25, 'health_care', 'scotland', '2026-01-01', 'health', 'every_child', 0, null, 'A doctor (GP), without paying', 'People who asked for asylum, whatever the answer, pay for no care.', 'The practice and the health board', 'NHS (Charges to Overseas Visitors) (Scotland) Regulations', 'check'),
  (25, 'health_care', 'northern_ireland', '2026-01-01', 'health', 'every_child', 0, null, 'A doctor (GP), without paying', 'People who asked for asylum pay for no care.', 'The practice and the Trust', 'Provision of Health Services to Persons Not Ordinarily Resident Regulations (Northern Ireland) 2015', 'check'),
  (30, 'health_assessment', 'england', '2026-01-01', 'health', 'looked_after', 0, 216, 'A health assessment, then one every year', 'Before the first review, then every 12 months (every 6 months under 5).', 'The council', 'SI 2010/959 reg 7', 'certain'),
  (31, 'reviews', 'england', '2026-01-01', 'plan', 'looked_after', 0, 216, 'Reviews of the care plan', 'Within 20 working days, then within 3 months, then at most every 6 months. Each asks whether what the child needs after exploitation, or as somebody who came alone, is met.', 'The council; the independent reviewing officer', 'SI 2010/959 reg 33 and schedule 7 para 14', 'certain'),
  (32, 'virtual_school', 'england', '2026-01-01', 'learning', 'looked_after', 36, 216, 'A personal education plan, and the virtual school head', 'Somebody in the council answers for how learning goes, and there is money for it (pupil premium plus).', 'The council', 'Children Act 1989 s22(3B)', 'likely'),
  (40, 'needs_assessment', 'england', '2026-01-01', 'plan', 'looked_after', 192, 216, 'An assessment of what they need as they grow up', 'Within 3 months of turning 16, or of becoming eligible. It takes in what they need after exploitation.', 'The council', 'SI 2010/959 reg 42', 'certain'),
  (41, 'pathway_plan', 'england', '2026-01-01', 'plan', 'care_leaver', 192, 300, 'A pathway plan, reviewed every 6 months or when they ask', 'Home, money, learning, work, health, family, someone to turn to; who does what by when.', 'The council', 'SI 2010/959 reg 43 and schedule 8; SI 2010/2571', 'certain'),
  (42, 'personal_adviser', 'england', '2026-01-01', 'someone_beside', 'care_leaver', 192, 300, 'A personal adviser, to 25', 'To be offered until 25, whether or not they are learning.', 'The council', 'Children and Social Work Act 2017 s3', 'likely'),
  (43, 'staying_put', 'england', '2026-01-01', 'home', 'care_leaver', 216, 252, 'Staying with their foster carers after 18', 'Where both want it, to 21.', 'The council', 'Children Act 1989 s23CZA', 'likely'),
  (44, 'setting_up_home', 'england', '2026-01-01', 'money', 'care_leaver', 192, 300, 'Money to set up a home', 'A sum when they move into a home of their own; 3,000 pounds is what is recommended.', 'The council', 'Statutory guidance on care leavers, as changed in April 2023', 'check'),
  (45, 'bursary_16_19', 'england', '2026-01-01', 'money', 'looked_after', 192, 228, 'The 16 to 19 bursary', 'Up to 1,200 pounds a year while at school or college.', 'The school or college', '16 to 19 Bursary Fund guide', 'check'),
  (46, 'higher_education', 'england', '2026-01-01', 'money', 'care_leaver', 216, 300, 'Money for university', '2,000 pounds once, from the council.', 'The council', 'Children Act 1989 s23C(5A)', 'likely'),
  (47, 'one_bed_rate', 'england', '2026-01-01', 'money', 'care_leaver', 216, 300, 'Housing benefit at the one-bedroom rate', 'Not the rate for a shared room, until 25.', 'The Department for Work and Pensions', 'Universal Credit Regulations 2013', 'check'),
  (48, 'own_record', 'england', '2026-01-01', 'plan', 'care_leaver', 192, null, 'Their own record, explained', 'A copy of their plan now; their record until they are 75.', 'The council', 'SI 2010/2571 regs 4 and 10', 'certain'),
  (41, 'pathway_plan', 'wales', '2026-01-01', 'plan', 'care_leaver', 192, 300, 'A pathway plan and a personal adviser', 'From 16; to 25.', 'The council', 'Social Services and Well-being (Wales) Act 2014 ss103 to 115', 'check'),
  (43, 'when_i_am_ready', 'wales', '2026-01-01', 'home', 'care_leaver', 216, 252, 'Staying with their foster carers after 18', 'When I am Ready: to 21, or longer while learning.', 'The council', 'Social Services and Well-being (Wales) Act 2014 s108', 'check'),
  (45, 'ema', 'wales', '2026-01-01', 'money', 'every_child', 192, 240, 'Education maintenance allowance', 'Weekly money while at school or college, where the family has little.', 'Student Finance Wales', 'Education Maintenance Allowances scheme', 'check'),
  (42, 'aftercare', 'scotland', '2026-01-01', 'someone_beside', 'care_leaver', 192, 312, 'Aftercare: advice, guidance and assistance to 26', 'Owed until 19, and on request until 26.', 'The council', 'Children (Scotland) Act 1995 s29; Children and Young People (Scotland) Act 2014 s66', 'likely'),
  (43, 'continuing_care', 'scotland', '2026-01-01', 'home', 'looked_after', 192, 252, 'Continuing care: staying where they live, to 21', 'The same home and the same help after leaving care.', 'The council', 'Children and Young People (Scotland) Act 2014 s67', 'likely'),
  (46, 'care_bursary', 'scotland', '2026-01-01', 'money', 'care_leaver', 192, null, 'The care-experienced bursary', 'Money for college or university; no upper age.', 'The Student Awards Agency Scotland, or the college', 'SAAS guidance', 'check'),
  (47, 'council_tax', 'scotland', '2026-01-01', 'money', 'care_leaver', 216, 312, 'No council tax, to 26', 'A home of care leavers only is exempt.', 'The council', 'Council Tax (Exempt Dwellings) (Scotland) Amendment Order 2018', 'check'),
  (42, 'adviser', 'northern_ireland', '2026-01-01', 'someone_beside', 'care_leaver', 192, 252, 'A personal adviser and a pathway plan', 'To 21, or to 24 while learning.', 'The Health and Social Care Trust', 'Children (Leaving Care) Act (Northern Ireland) 2002', 'check'),
  (43, 'going_the_extra_mile', 'northern_ireland', '2026-01-01', 'home', 'care_leaver', 216, 252, 'Staying with their foster carers after 18', 'Going the Extra Mile: to 21, while learning or working.', 'The Health and Social Care Trust', 'GEM scheme', 'check');

create table waymark.due_to_child (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  code text not null,
  nation text not null check (nation in ('england', 'wales', 'scotland', 'northern_ireland')),
  state text not null check (state in ('asked', 'received', 'refused', 'does_not_apply', 'child_does_not_want')),
  on_day date not null,
  due_on date,
  amount text check (length(amount) <= 100),
  note text check (length(note) <= 1000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (child_id, code, nation),
  constraint refused_says_why check (state not in ('refused', 'does_not_apply') or note is not null)
);
comment on table waymark.due_to_child is 'What came of an entitlement for a child. Without a row, nobody has asked for it yet.';
call waymark.hold_for_staff('waymark.due_to_child');
