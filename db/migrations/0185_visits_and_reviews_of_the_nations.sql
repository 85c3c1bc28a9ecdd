-- Visits, reviews and plans of children who are looked after, in Wales and in Scotland. Read in their own regulations;
-- England's stand in 0091. For Northern Ireland no time was read, so none is given: what is owed there says since when.

insert into waymark.clock_rule (code, nation, owed, owed_by, starts_with, counted, length, holidays, force, from_day, source, confidence, note, changed_by)
values
  ('care.plan', 'wales', 'A care and support plan', 'The council', 'Moving into the first home, when there was no plan before', 'working_days', 10, 'england_and_wales', 'duty', '2016-04-06', 'SI 2015/1818 (W. 261) reg 4(3)', 'certain', null, null),
  ('care.visit-first', 'wales', 'A first visit', 'The social worker', 'Moving into a home', 'days', 7, null, 'duty', '2016-04-06', 'SI 2015/1818 (W. 261) reg 31(2)(a)', 'certain', null, null),
  ('care.visit-next', 'wales', 'The next visit', 'The social worker', 'The last visit', 'days', 42, null, 'duty', '2016-04-06', 'SI 2015/1818 (W. 261) reg 31(2): six weeks', 'certain', 'Every week or four weeks in some homes: reg 31(3) to (5).', null),
  ('care.visit-settled', 'wales', 'The next visit', 'The social worker', 'The last visit, after the first year in a home meant to last to 18', 'months', 3, null, 'duty', '2016-04-06', 'SI 2015/1818 (W. 261) reg 31(2)(c)(i)', 'certain', null, null),
  ('care.visit-first', 'scotland', 'A first visit to them and their carer', 'The council', 'Moving into a home', 'days', 7, null, 'duty', '2009-09-28', 'SSI 2009/210 reg 46(2)(a)', 'certain', 'With a foster or kinship carer, or in a residential house.', null),
  ('care.visit-next', 'scotland', 'The next visit to them and their carer', 'The council', 'The last visit', 'months', 3, null, 'duty', '2009-09-28', 'SSI 2009/210 reg 46(2)(b)', 'certain', 'And whenever the child or the carer asks within reason.', null),
  ('care.review-first', 'scotland', 'A first review of the child’s case', 'The council', 'Moving into a home', 'days', 42, null, 'duty', '2009-09-28', 'SSI 2009/210 reg 45(2)(a): six weeks', 'certain', 'At home with parents: as often as is agreed with them, reg 44(5). In a series of short stays: within three months, reg 45(3).', null),
  ('care.review-second', 'scotland', 'A second review of the child’s case', 'The council', 'The first review', 'months', 3, null, 'duty', '2009-09-28', 'SSI 2009/210 reg 45(2)(b)', 'certain', null, null),
  ('care.review-next', 'scotland', 'The next review of the child’s case', 'The council', 'The last review', 'months', 6, null, 'duty', '2009-09-28', 'SSI 2009/210 reg 45(2)(c)', 'certain', null, null);
