import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'

/** Whom the answers of the story are between: all invented, and able to sign in to the demonstration. */
export type Answering = {
  readonly organisation: string
  readonly child: string
  readonly account: string
  /** Another young person of the same organisation, with an account. */
  readonly other: { readonly child: string; readonly account: string } | undefined
  readonly worker: string
  readonly secondWorker: string
  readonly manager: string
  readonly administrator: string
  readonly today: Date
}

type At = (daysAgo: number, hour?: number) => Date

/**
 * Fills the answers of the story: one answered, one to read, one waiting, one gone up; meetings; a complaint
 * that only the independent see; a rota with a gap. Through the rules of the database, as a page would.
 */
export async function tellAnswers(client: Client, told: Answering): Promise<void> {
  const at: At = (daysAgo, hour = 10) => {
    const day = new Date(told.today.getTime() - daysAgo * 24 * 60 * 60 * 1000)
    return new Date(`${day.toISOString().slice(0, 10)}T${String(hour).padStart(2, '0')}:00:00Z`)
  }
  await rota(client, told, at)
  await receipts(client, told, at)
  await meetings(client, told, at)
  await independent(client, told, at)
}

async function receipts(client: Client, told: Answering, at: At): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select id from waymark.check_in where child_id = $1 and voice = 'young_person' and status = 'shared' order by shared_at desc limit 3`,
    [told.child],
  )
  const [newest, second, third] = rows.map((r) => r.id)
  if (third) {
    const id = await receipt(client, told, 'check_in', third, at(30))
    await answered(client, told, id, at(26), {
      why: 'You know best how you sleep. The room next to the road is loud at night.',
      what: 'You move to the room at the back. The home agreed.',
      reply:
        'You can have the room at the back. You can move on Saturday. Tell me if it is still loud.',
    })
    await step(client, told, id, {
      kind: 'said_back',
      at: at(25),
      by: told.account,
      back: 'answers_me',
    })
    const came = 'You moved on Saturday. The key to the new room is yours.'
    await step(client, told, id, { kind: 'came_of_it', at: at(20), by: told.worker, words: came })
  }
  if (second) {
    const id = await receipt(client, told, 'check_in', second, at(6))
    await answered(client, told, id, at(1), {
      why: 'College matters most to you now. The bus pass ran out, and that was ours to see.',
      what: 'The bus pass is paid until July.',
      reply: 'Your bus pass is paid until July. It comes by post this week. I am sorry it ran out.',
    })
  }
  if (newest) await receipt(client, told, 'check_in', newest, at(2))
  const goal = await client.query<{ id: string }>(
    `select id from waymark.own_goal where child_id = $1 and state = 'current' limit 1`,
    [told.child],
  )
  if (goal.rows[0])
    await goneUp(client, told, await receipt(client, told, 'goal', goal.rows[0].id, at(9)), at(1))
}

async function receipt(
  client: Client,
  told: Answering,
  subject: string,
  id: string,
  sent: Date,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into waymark.receipt (child_id, subject, subject_id, sent_at, chosen_id) values ($1, $2, $3, $4, $5) returning id`,
    [told.child, subject, id, sent, told.worker],
  )
  return rows[0]?.id ?? ''
}

type Step = {
  readonly kind: string
  readonly at: Date
  readonly by: string
  readonly words?: string
  readonly weight?: string
  readonly decision?: string
  readonly decidedBy?: string
  readonly back?: string
}

async function step(client: Client, told: Answering, id: string, s: Step): Promise<void> {
  await client.query(
    `insert into waymark.ledger_step (receipt_id, child_id, kind, at, by_id, words, weight, decision, decided_by, back)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, told.child, s.kind, s.at, s.by, s.words, s.weight, s.decision, s.decidedBy, s.back],
  )
}

async function answered(
  client: Client,
  told: Answering,
  id: string,
  at: Date,
  said: { readonly why: string; readonly what: string; readonly reply: string },
): Promise<void> {
  const by = told.worker
  const decidedBy = await nameOf(client, told.worker)
  await step(client, told, id, {
    kind: 'considered',
    at,
    by,
    words: said.why,
    weight: 'decided_it',
  })
  await step(client, told, id, {
    kind: 'decided',
    at,
    by,
    words: said.what,
    decision: 'yes',
    decidedBy,
  })
  await step(client, told, id, { kind: 'replied', at, by, words: said.reply })
}

async function nameOf(client: Client, person: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    'select name from waymark.person where id = $1',
    [person],
  )
  return rows[0]?.name ?? ''
}

async function goneUp(client: Client, told: Answering, id: string, at: Date): Promise<void> {
  await client.query(
    `insert into waymark.ledger_step (receipt_id, child_id, kind, at, by_id, to_id, answer_by)
     values ($1, $2, 'went_up', $3::timestamptz, null, $4, waymark.promised_day($5, ($3::timestamptz)::date, 'after_going_up'))`,
    [id, told.child, at, told.manager, told.organisation],
  )
}

async function meetings(client: Client, told: Answering, at: At): Promise<void> {
  const meeting = async (called: string, day: Date, state: string) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into waymark.meeting (child_id, called, on_day, led_by, state, made_by, made_at) values ($1, $2, $3, $4, $5, $4, $6) returning id`,
      [told.child, called, day, told.worker, state, at(40)],
    )
    return rows[0]?.id ?? ''
  }
  const line = async (id: string, kind: string, words: string, state: string, by: string) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into waymark.meeting_line (meeting_id, child_id, kind, words, state, written_by, who_says, written_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [
        id,
        told.child,
        kind,
        words,
        state,
        by,
        kind === 'want_said' && state !== 'offered' ? 'me' : 'not_said',
        at(35),
      ],
    )
    return rows[0]?.id ?? ''
  }
  const before = await meeting('My last review', at(14), 'held')
  const maths = await line(
    before,
    'want_said',
    'I want to do the higher maths.',
    'stands',
    told.account,
  )
  const after = await client.query<{ id: string }>(
    `insert into waymark.meeting_after (line_id, child_id, talked, words, said_at) values ($1, $2, 'no', 'They ran out of time.', $3) returning id`,
    [maths, told.child, at(3)],
  )
  await receipt(client, told, 'meeting', after.rows[0]?.id ?? '', at(3))
  const next = await meeting('My next review', at(-8), 'planned')
  await line(
    next,
    'want_said',
    'I want to stay where I live until the exams.',
    'stands',
    told.account,
  )
  await line(next, 'want_said', 'That you fast on Wednesdays and Fridays.', 'offered', told.worker)
  await line(next, 'not_said', 'Nothing about the journey.', 'stands', told.account)
  await line(next, 'not_there', 'The tutor from last year.', 'draft', told.account)
}

async function independent(client: Client, told: Answering, at: At): Promise<void> {
  for (const person of [told.manager, told.secondWorker]) {
    await client.query(
      `insert into waymark.reviewer_appointment (organisation_id, person_id, from_day, appointed_by) values ($1, $2, $3, $4)`,
      [told.organisation, person, at(300), told.administrator],
    )
  }
  const id = randomUUID()
  await client.query(
    `insert into waymark.complaint (id, child_id, organisation_id, made_at, made_by, about, because, about_persons, words, put_right, nation, stage_by, state_at)
     values ($1, $2, $3, $4::timestamptz, $5, 'unfair', array['faith'], array[$6]::uuid[], $7, $8, 'england', ($4::timestamptz)::date, $4::timestamptz)`,
    [
      id,
      told.child,
      told.organisation,
      at(3),
      told.account,
      told.worker,
      'The lunch at the day out was only sausages. I had said I fast. She said it is only one day.',
      'Ask me before you book food.',
    ],
  )
  await client.query(
    `insert into waymark.complaint_step (complaint_id, child_id, kind, at, by_id, words)
     select c.id, c.child_id, k.kind, k.at, c.handler_id, k.words from waymark.complaint c,
       (values ('read', $2::timestamptz, null), ('spoke', $3::timestamptz, 'I asked who booked the food, and what they knew.')) k (kind, at, words)
      where c.id = $1`,
    [id, at(2), at(1)],
  )
  await client.query(
    `insert into waymark.feedback_on_us (child_id, organisation_id, about_kind, about_id, listened, believed, interpreter_reason, words, said_at)
     select $1, $2, 'answer', r.id, 'partly', 'yes', 'not_relevant_to_me', 'It took long, and then it was good.', $3
       from waymark.receipt r where r.child_id = $1 and r.state = 'settled' limit 1`,
    [told.child, told.organisation, at(24)],
  )
}

async function rota(client: Client, told: Answering, at: At): Promise<void> {
  const turn = (person: string, phone: string, from: Date, until: Date, place: number) =>
    client.query(
      `insert into waymark.duty_turn (organisation_id, person_id, phone, from_at, until_at, place, written_by) values ($1, $2, $3, $4, $5, $6, $7)`,
      [told.organisation, person, phone, from, until, place, told.manager],
    )
  await client.query(
    `insert into waymark.duty_fallback (organisation_id, name, phone, minutes, from_at, set_by) values ($1, 'Out of hours team (invented)', '01632 960001', 10, $2, $3)`,
    [told.organisation, at(300), told.manager],
  )
  await turn(told.worker, '01632 960011', at(5, 8), at(-4, 8), 1)
  await turn(told.manager, '01632 960012', at(5, 8), at(-9, 8), 2)
  await turn(told.secondWorker, '01632 960013', at(-10, 8), at(-20, 8), 1)
  if (!told.other) return
  const { rows } = await client.query<{ id: string }>(
    `insert into waymark.somebody_now (child_id, organisation_id, sent_at, asked_at, state_at) values ($1, $2, $3, $3, $3) returning id`,
    [told.other.child, told.organisation, at(1, 19)],
  )
  await client.query(
    `insert into waymark.somebody_now_step (signal_id, child_id, kind, at, by_id, words) values
       ($1, $2, 'seen', $3, $4, null), ($1, $2, 'wrote', $3, $4, 'I am on my way. I ring you in five minutes.')`,
    [rows[0]?.id, told.other.child, new Date(at(1, 19).getTime() + 4 * 60 * 1000), told.worker],
  )
}
