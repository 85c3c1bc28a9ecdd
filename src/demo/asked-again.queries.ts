import type { Client } from 'pg'
import type { RightsTold } from './rights.queries.ts'

/** What the young person told in full waits for, asked for again, and what is said of them for forms. All invented. */
export async function tellAskedAgain(client: Client, told: RightsTold): Promise<void> {
  const at = (daysAgo: number) => new Date(told.today.getTime() - daysAgo * 24 * 60 * 60 * 1000)
  await waitedFor(client, told)
  await client.query(
    `insert into waymark.asked_again (child_id, clock_id, asked_on, of_whom, how, step, their_reference, said, answered_on, answer, changed_by, changed_at)
     select k.child_id, k.id, ($3::timestamptz)::date - s.ago, s.whom, s.how, s.step, s.reference, s.said, ($3::timestamptz)::date - s.answered, s.answer, $2, $3
     from waymark.clock k
     cross join (values
       (96, 'The office that decides, the helpline', 'phone', 'again', 'W-20931', 'They could not say which team has it.', null::integer, null),
       (61, 'The office that decides, the children’s team', 'email', 'again', 'W-20931', 'We sent the college report again.', 40, 'It is with a caseworker. No day is set.'),
       (33, 'The head of the children’s team', 'letter', 'senior', 'W-20931', null, null, null)
     ) s (ago, whom, how, step, reference, said, answered, answer)
     where k.child_id = $1 and k.about_kind = 'process_wait' and k.rule = 'asylum.decision' and k.started_at < $3::timestamptz - interval '100 days'`,
    [told.child, told.worker, told.today],
  )
  await askedNext(client, told)
  await client.query(
    `insert into waymark.child_claim (child_id, kind, value, source, changed_by, changed_at)
     values ($1, 'birthplace', 'A village near Keren', 'child_says', $2, $3), ($1, 'gender', 'Male', 'child_says', $2, $3),
       ($1, 'nationality', 'Eritrean', 'child_says', $2, $3), ($1, 'nationality', 'Ethiopian', 'document', $2, $3),
       ($1, 'home_office_reference', 'W-20931', 'document', $2, $3)`,
    [told.child, told.worker, at(90)],
  )
}

/** The clock of every open wait, as the pages would begin it. */
async function waitedFor(client: Client, told: RightsTold): Promise<void> {
  await client.query(
    `insert into waymark.clock (child_id, rule, nation, about_kind, about_id, rule_id, why, started_at, changed_by, changed_at)
     select w.child_id, r.code, 'england', 'process_wait', w.id, r.id, left(p.decides || ': ' || p.what_it_is, 1000),
       (w.began_on + time '12:00') at time zone 'Europe/London', $2, $3
     from waymark.process_wait w join waymark.process p on p.id = w.process_id
     join waymark.clock_rule r on r.organisation_id is null and r.nation = 'england'
       and r.code = case when p.system = 'asylum' then 'asylum.decision' else 'process.decision' end
     where w.child_id = $1 and w.ended_on is null and w.began_on < ($3::timestamptz)::date`,
    [told.child, told.worker, told.today],
  )
}

/** By when somebody asks next: four weeks from the last time, or from when it began. */
async function askedNext(client: Client, told: RightsTold): Promise<void> {
  await client.query(
    `insert into waymark.clock (child_id, rule, nation, about_kind, about_id, rule_id, why, started_at, due_on, due_at, changed_by, changed_at)
     select k.child_id, r.code, 'england', 'clock', k.id, r.id, left('A decision: ' || k.why, 1000), s.at, (s.at)::date + r.length,
       (((s.at)::date + r.length + 1)::timestamp) at time zone 'Europe/London', $2, $3
     from waymark.clock k
     join waymark.clock_rule r on r.organisation_id is null and r.nation = 'england' and r.code = 'decision.ask-again'
     cross join lateral (select coalesce((select (max(a.asked_on) + time '12:00') at time zone 'Europe/London' from waymark.asked_again a where a.clock_id = k.id), k.started_at) as at) s
     where k.child_id = $1 and k.about_kind = 'process_wait' and k.state = 'running'`,
    [told.child, told.worker, told.today],
  )
}
