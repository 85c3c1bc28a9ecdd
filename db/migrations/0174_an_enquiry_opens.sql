-- A strategy discussion says whether an enquiry was opened. From there a conference is owed by the nation's own time.

alter table waymark.protection_step
  add column enquiry text check (enquiry in ('opened', 'not_opened')),
  add column conference_on date,
  add constraint only_a_strategy_discussion_opens_one check (enquiry is null or kind = 'strategy_discussion'),
  add constraint opened_once_it_was_held check (enquiry is null or in_place_on is not null),
  add constraint conference_of_an_enquiry check (conference_on is null or (enquiry = 'opened' and conference_on >= in_place_on));
comment on column waymark.protection_step.enquiry is 'For a strategy discussion that was held: whether it opened a child protection enquiry or investigation.';
comment on column waymark.protection_step.conference_on is 'The day of the child protection conference or planning meeting that followed.';
