-- A yes to a pair comes to an end: when the other council gave no yes, it reads after two to four weeks that there is
-- nobody to ring. The same comes for a row that is nobody, on a day drawn in the same way, so that neither tells which.

alter table waymark.between_message drop constraint between_message_kind_check;
alter table waymark.between_message add constraint between_message_kind_check
  check (kind in ('proposal', 'answer', 'encodings', 'bands', 'pair', 'ring', 'nobody', 'end'));

alter table waymark.between_pair add column nobody_at timestamptz;
alter table waymark.between_pair add constraint nobody_after_our_yes check (nobody_at is null or own_answer = 'yes');
comment on column waymark.between_pair.nobody_at is 'When the other council answered our yes by itself: it said no, gave no answer, or the row was nobody. A yes that comes later still counts.';
grant update (nobody_at) on waymark.between_pair to waymark_app;
create index between_pair_asked_of_us on waymark.between_pair (their_yes_at) where their_yes_at is not null and own_answer is null;

create table waymark.between_reply (
  run_id uuid not null references waymark.between_run,
  token uuid not null,
  due_at timestamptz not null,
  done_at timestamptz,
  primary key (run_id, token)
);
create index between_reply_waiting on waymark.between_reply (due_at) where done_at is null;
comment on table waymark.between_reply is 'Each yes of the other council, to a child here or to nobody alike, and when it is answered if no yes of ours was given by then. Drawn when the yes comes, before anybody looks whose row it is.';
alter table waymark.between_reply enable row level security;
alter table waymark.between_reply force row level security;
create policy of_a_question_here on waymark.between_reply to waymark_app
  using (((select waymark.actor_is_lead()) or (select waymark.actor_role()) = 'system')
    and exists (select from waymark.between_run r where r.id = run_id and r.organisation_id = (select waymark.actor_organisation())))
  with check (((select waymark.actor_is_lead()) or (select waymark.actor_role()) = 'system')
    and exists (select from waymark.between_run r where r.id = run_id and r.organisation_id = (select waymark.actor_organisation())));
grant select, insert on waymark.between_reply to waymark_app;
grant update (done_at) on waymark.between_reply to waymark_app;

-- A yes that came before this was so is answered too. Of rows that are nobody no trace was kept until now.
insert into waymark.between_reply (run_id, token, due_at)
  select p.run_id, p.token, clock_timestamp() + interval '14 days' + random() * interval '14 days'
    from waymark.between_pair p where p.their_yes_at is not null and p.own_answer is distinct from 'yes';
