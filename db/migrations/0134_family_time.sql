-- Time with family stands in the calendar as everything else does: a change is explained, and a promise missed is said.
alter table waymark.appointment drop constraint appointment_kind_check;
alter table waymark.appointment add constraint appointment_kind_check
  check (kind in ('visit', 'call', 'meeting', 'health', 'learning', 'legal', 'family', 'fun', 'other'));
create index contact_rule_review on waymark.contact_rule (review_on, child_id) where ended_at is null and review_on is not null;
