-- The assessment of what a young person needs for adult life, the pathway plan and its review, in Wales, Scotland and
-- Northern Ireland. England's rows are in 0091. What was not read in the law itself says so, and no time is made up.
insert into waymark.clock_rule (code, nation, owed, owed_by, starts_with, counted, length, force, from_day, source, confidence, note, changed_by)
select v.code, v.nation, v.owed, v.owed_by, v.starts_with, v.counted, v.length, v.force, v.from_day::date, v.source, v.confidence, v.note, null
from (values
  ('care.needs-assessment', 'wales', 'An assessment of what they need for adult life', 'The council', 'Turning 16, or becoming a category 1 young person after that', 'months', 3, 'duty', '2016-04-06',
    'SI 2015/1818 (W. 261) reg 49(1); SI 2015/1820 (W. 262) reg 5(2) for those no longer looked after', 'certain', 'Needs from trafficking, or from being here alone, are taken into account: reg 49(2)(c).'),
  ('care.pathway-plan', 'wales', 'A pathway plan', 'The council', 'The assessment of needs', 'as_soon_as_possible', null, 'duty', '2016-04-06',
    'SI 2015/1818 (W. 261) regs 48(b) and 51; SSWB (Wales) Act 2014 s107', 'likely', 'That it is owed was read; the words on when are to be checked.'),
  ('leaving.pathway-review', 'wales', 'A review of the pathway plan', 'The council', 'The pathway plan or its last review', 'months', 6, 'duty', '2016-04-06',
    'SI 2015/1820 (W. 262) reg 7; the six months stood in SI 2001/2189 (W. 151) reg 9(2)(c), which it replaced', 'likely', 'Or when they ask. The six months are to be checked in the newer text.'),
  ('care.needs-assessment', 'scotland', 'A pathway assessment', 'The council', 'Being over school age and looked after, or leaving care after that', 'as_soon_as_possible', null, 'duty', '2004-04-01',
    'SSI 2003/608 regs 7 and 8; Children (Scotland) Act 1995 s29(5)(a)', 'to_be_confirmed', 'That it is owed was read; whether the law sets a time is to be checked.'),
  ('care.pathway-plan', 'scotland', 'A pathway plan', 'The council', 'The pathway assessment', 'as_soon_as_possible', null, 'duty', '2004-04-01',
    'SSI 2003/608; guidance on services for young people ceasing to be looked after, chapter 6', 'to_be_confirmed', 'Whether the law sets a time is to be checked.'),
  ('leaving.pathway-review', 'scotland', 'A review of the pathway plan', 'The council', 'The pathway plan or its last review', 'months', 6, 'duty', '2004-04-01',
    'SSI 2003/608; practice knowledge', 'to_be_confirmed', 'Or when they ask. The six months are to be checked.'),
  ('care.needs-assessment', 'northern_ireland', 'An assessment of what they need for adult life', 'The Health and Social Care Trust', 'Turning 16, or becoming eligible after that', 'months', 3, 'duty', '2005-09-01',
    'SR 2005/221 reg 6(2)', 'certain', null),
  ('care.pathway-plan', 'northern_ireland', 'A pathway plan', 'The Health and Social Care Trust', 'The assessment of needs', 'as_soon_as_possible', null, 'duty', '2005-09-01',
    'SR 2005/221 reg 7(1)', 'certain', null),
  ('leaving.pathway-review', 'northern_ireland', 'A review of the pathway plan', 'The Health and Social Care Trust', 'The pathway plan or its last review', 'months', 6, 'duty', '2005-09-01',
    'SR 2005/221, the regulation on reviews', 'likely', 'Or when they ask. The six months are to be checked.')
) as v(code, nation, owed, owed_by, starts_with, counted, length, force, from_day, source, confidence, note);

-- Pathway plans: the head on identity, which the regulations on care leavers add, and the heads of Wales and Northern
-- Ireland as their own schedules have them. A plan keeps the version it was begun under.
create policy given_by_migrations on waymark.plan_template to waymark_owner using (true) with check (true);
create policy given_by_migrations on waymark.plan_head to waymark_owner using (true) with check (true);
insert into waymark.plan_template (kind, nations, version, title, from_day, source, confidence) values
  ('pathway', '{england}', 2, 'Pathway plan', '2026-11-01', 'SI 2010/959 regs 42, 43 and Schedule 8; SI 2010/2571 reg 6 and Schedule 1', 'certain'),
  ('pathway', '{wales}', 2, 'Pathway plan', '2026-11-01', 'SI 2015/1818 (W. 261) reg 51; SI 2015/1820 (W. 262) reg 6 and Schedule 1', 'likely'),
  ('pathway', '{northern_ireland}', 2, 'Pathway plan', '2026-11-01', 'SR 2005/221 reg 7 and its Schedule', 'likely');

insert into waymark.plan_head (template_id, code, place, title, asks, source, required)
select t.id, h.code, h.place, h.title, h.asks, case when h.code = any (t.by_practice) then 'Practice; not a head of the schedule' else t.source end, h.code <> 'identity' or t.nations <> '{northern_ireland}'
from (select id, nations, source, case when nations = '{northern_ireland}' then '{adviser,after_exploitation,identity}'::text[] else '{}' end as by_practice
  from waymark.plan_template where kind = 'pathway' and from_day = '2026-11-01') t
cross join (values
  (1, 'adviser', 'Their adviser', 'Who it is, and how often they meet.'),
  (2, 'support', 'Contact and support', 'What support there is, from whom.'),
  (3, 'home', 'Home', 'Where they will live, whether it is right for them, and what they say of it.'),
  (4, 'education', 'Education or training', 'What they want to learn, and how.'),
  (5, 'work', 'Work', 'What work they want, and are allowed to do.'),
  (6, 'family_friends', 'Family and friends', 'Who stays in their life.'),
  (7, 'living_skills', 'Living by themselves', 'What they can do, and what they want to learn.'),
  (8, 'money', 'Money', 'What they live on, and who helps with it.'),
  (9, 'health', 'Health', 'Body and mind, and who sees to it from eighteen.'),
  (10, 'identity', 'Who they are', 'Faith, origin, culture and language: what matters to them of each, and who sees to it.'),
  (11, 'if_it_fails', 'If it does not work', 'What happens when a part of this fails.'),
  (12, 'after_exploitation', 'Needs from what happened, or from being here alone', 'What they need because of it; and each way a claim or a decision may go.')
) h(place, code, title, asks);
