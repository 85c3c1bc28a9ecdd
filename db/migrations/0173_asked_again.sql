-- Asking again for a decision that somebody else owes: to whom, when, how, what came of it, and when to ask next.

create table waymark.asked_again (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null references waymark.child,
  clock_id uuid not null references waymark.clock,
  asked_on date not null,
  of_whom text not null check (length(of_whom) between 1 and 200),
  how text not null check (how in ('letter', 'email', 'phone', 'meeting', 'portal')),
  step text not null check (step in ('again', 'senior', 'our_manager', 'complaint', 'outside', 'lawyer')),
  their_reference text check (length(their_reference) between 1 and 100),
  said text check (length(said) between 1 and 2000),
  answered_on date,
  answer text check (length(answer) between 1 and 2000),
  version integer not null default 1,
  changed_by uuid default waymark.actor_id(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint answered_is_whole check ((answered_on is null) = (answer is null)),
  constraint answered_after_it_was_asked check (answered_on is null or answered_on >= asked_on)
);
create index asked_again_of_child on waymark.asked_again (child_id, asked_on);
create index asked_again_about on waymark.asked_again (clock_id, asked_on);
comment on table waymark.asked_again is 'Each time somebody here asked again for what another body owes a child: whom, when, how, at which step, and what they answered.';
comment on column waymark.asked_again.step is 'again: asked once more. senior: somebody senior there. our_manager: our manager asked theirs. complaint: by their complaints procedure. outside: somebody outside, such as a member of parliament or an ombudsman. lawyer: the young person''s lawyer wrote.';
comment on column waymark.asked_again.their_reference is 'Their number for it, so that a letter needs no name.';
call waymark.hold_for_staff('waymark.asked_again');
create policy about_a_clock_of_the_child on waymark.asked_again as restrictive for insert to waymark_app
  with check (exists (select from waymark.clock c where c.id = clock_id and c.child_id = asked_again.child_id));

insert into waymark.clock_rule (code, nation, owed, owed_by, starts_with, counted, length, force, from_day, source, confidence, note, changed_by)
select v.code, n.nation, v.owed, v.owed_by, v.starts_with, v.counted, v.length, v.force, '2009-04-01', v.source, v.confidence, v.note, null
from (values
  ('decision.ask-again', 'Ask again when there will be a decision', 'Whoever keeps it up to date here', 'The decision began to be owed, and again each time somebody asked', 'days', 28, 'good_practice', 'Nobody has set how often one asks. Four weeks are where this product begins; an organisation sets its own', 'to_be_confirmed', 'An administrator sets another time by a rule of the organisation with the same code.'),
  ('process.decision', 'A decision that they wait for', 'The body that decides', 'The young person began to wait', 'as_soon_as_possible', null, 'good_practice', 'United Nations Convention on the Rights of the Child, article 3; decisions for children without undue delay', 'likely', 'The body is named with the process.')
) v (code, owed, owed_by, starts_with, counted, length, force, source, confidence, note)
cross join unnest('{england,wales,scotland,northern_ireland}'::text[]) n (nation);
