import type { Client } from 'pg'

/** Who tells it, and who answers: invented. */
export type PeopleLoved = {
  readonly child: string
  readonly account: string
  readonly worker: string
  readonly manager: string
  readonly today: Date
}

/** An id of its own, so that a demonstration made again has the same addresses. */
const TOLD = '0c0eba0c-0000-4000-8000-000000000081'

/**
 * The young person of the story worries for somebody at home: told to one worker, a little of it, and a plan
 * with one step done, one to come, and somebody whom nobody contacts until he says yes and a manager agrees.
 */
export async function tellPeopleTheyLove(client: Client, told: PeopleLoved): Promise<void> {
  const at = (days: number) => new Date(told.today.getTime() + days * 24 * 60 * 60 * 1000)
  const { child, account, worker } = told
  await client.query(
    `insert into waymark.statement (id, child_id, author_id, status, about, audience, started_at, sent_at, changed_by, changed_at)
     values ($1, $2, $3, 'sent', 'people_i_love', 'chosen', $4, $4, $3, $4)`,
    [TOLD, child, account, at(-5)],
  )
  await client.query(
    `insert into waymark.statement_recipient (statement_id, child_id, person_id, private_to, changed_by) values ($1, $2, $3, $4, $4)`,
    [TOLD, child, worker, account],
  )
  const parts = [
    ['who', 'words', 'My little brother. Somebody wrote to me that they know his school.', null],
    ['contact', 'cards', null, ['unsure']],
    ['not_do', 'words', 'Nobody should call my mother. She shares her phone.', null],
  ]
  for (const [asks, medium, words, cards] of parts) {
    await client.query(
      `insert into waymark.statement_part (statement_id, child_id, medium, asks, words, cards, made_at, private_to, changed_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
      [TOLD, child, medium, asks, words, cards, at(-5), account],
    )
  }
  await client.query(
    `insert into waymark.receipt (child_id, subject, subject_id, sent_at, chosen_id, kept_to) values ($1, 'people_i_love', $2, $3, $4, array[$4::uuid])`,
    [child, TOLD, at(-5), worker],
  )
  await plan(client, told, at)
}

async function plan(client: Client, told: PeopleLoved, at: (days: number) => Date): Promise<void> {
  const { child, worker } = told
  const { rows } = await client.query<{ id: string }>(
    `insert into waymark.loved_plan (child_id, statement_id, review_on, made_by, made_at, changed_by)
     values ($1, $2, $3::date, $4, $5, $4) returning id`,
    [child, TOLD, at(9), worker, at(-4)],
  )
  const id = rows[0]?.id
  const steps = [
    ['do', 'I keep a copy of the message, in a safe place. You keep yours.', at(-3), at(-3)],
    ['tell', 'I tell you who has read it, and what they think we can do.', at(2), null],
  ]
  for (const [kind, words, by, done] of steps) {
    await client.query(
      `insert into waymark.loved_step (child_id, plan_id, kind, words, who_id, by_day, written_by, written_at, done_at, done_by, changed_by)
       values ($1, $2, $3, $4, $5, $6::date, $5, $7, $8::timestamptz, case when $8::timestamptz is null then null else $5::uuid end, $5)`,
      [child, id, kind, words, worker, by, at(-4), done],
    )
  }
  await client.query(
    `insert into waymark.loved_contact (child_id, plan_id, kind, whom, why, asked_by, asked_at, changed_by) values
       ($1, $2, 'family', 'Your uncle in the capital', 'To ask if your brother can stay with him. We would use the number you know.', $3, $4, $3)`,
    [child, id, worker, at(-3)],
  )
  await client.query(
    `insert into waymark.loved_contact (child_id, plan_id, kind, whom, why, asked_by, asked_at, child_said, child_said_at, changed_by) values
       ($1, $2, 'somebody_else', 'The head of your brother’s school', 'To ask who may pick him up. We would say nothing about you.', $3, $4, 'yes', $5, $3)`,
    [child, id, worker, at(-3), at(-1)],
  )
}
