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
