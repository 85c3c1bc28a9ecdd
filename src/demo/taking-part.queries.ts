import type { Client } from 'pg'

/** Who leads, and whose answers, words and works stand there: all invented. */
export type TakingPartTold = {
  readonly organisation: string
  readonly child: string
  readonly account: string
  readonly worker: string
  readonly administrator: string
  readonly today: Date
}

/**
 * Fills the board of the story's organisation: one thing to come, one that was held and told back, what the
 * young person said there, once let be published and once still to answer, and a drawing and a text they show.
 */
export async function tellTakingPart(client: Client, told: TakingPartTold): Promise<void> {
  const at = (daysAgo: number) => new Date(told.today.getTime() - daysAgo * 24 * 60 * 60 * 1000)
  await client.query(
    `insert into waymark.lead_appointment (organisation_id, person_id, from_day, appointed_by) values ($1, $2, $3, $4)`,
    [told.organisation, told.worker, at(200), told.administrator],
  )
  await board(client, told, at)
  await group(client, told, at)
  await gallery(client, told, at)
}

type At = (daysAgo: number) => Date

async function board(client: Client, told: TakingPartTold, at: At): Promise<void> {
  await client.query(
    `insert into waymark.opportunity (organisation_id, kind, title, about, starts_at, lasts, where_it_is, travel_food, thanks, runs_it, last_time, made_by)
     values ($1, 'consultation', 'What an interpreter should know', 'We write a short list for interpreters, in your words.', $3,
         'Two hours, with a break', 'The library, upstairs', 'Your bus is paid before. There is food without meat.',
         'A 20 pound voucher, on the day', 'Two young trainers, and a worker', 'The last list is on the wall of the office, and every new interpreter gets it.', $2),
       ($1, 'session', 'Food where we live', 'What you would like to eat, and when the kitchen is open.', $4,
         'An hour and a half', 'The youth centre', 'Your bus is paid before. There is rice and tea.',
         'A 15 pound voucher, on the day', 'A young trainer', 'This was the first.', $2)`,
    [told.organisation, told.worker, at(-12), at(40)],
  )
  await client.query(
    `insert into waymark.opportunity_answer (opportunity_id, child_id, answer, said_at, changed_by)
     select o.id, $2, 'interested', $3, $4 from waymark.opportunity o where o.organisation_id = $1 and o.title = 'Food where we live'`,
    [told.organisation, told.child, at(45), told.account],
  )
  await client.query(
    `insert into waymark.invite_safety (child_id, confirmed_by, confirmed_at, until_day, changed_by)
     values ($1, $2, $3::timestamptz, ($3::timestamptz at time zone 'Europe/London')::date + 25, $2)`,
    [told.child, told.worker, at(2)],
  )
}

async function group(client: Client, told: TakingPartTold, at: At): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `insert into waymark.group_session (opportunity_id, organisation_id, held_on, talked_about, decided, came_of, made_by)
     select o.id, $1, ($3::timestamptz at time zone 'Europe/London')::date, 'When the kitchen is open, and food for days of fasting.',
         'The kitchen stays open until ten. There is a list of fasting days on the door.',
         'The kitchen is open until ten since the first of the month. The list was wrong once and was put right.', $2
       from waymark.opportunity o where o.organisation_id = $1 and o.title = 'Food where we live' returning id`,
    [told.organisation, told.worker, at(40)],
  )
  const session = rows[0]?.id
  await client.query(
    'insert into waymark.group_member (session_id, child_id, changed_by) values ($1, $2, $3)',
    [session, told.child, told.worker],
  )
  await client.query(
    `insert into waymark.session_quote (session_id, child_id, words, state, level, shown_name, said_at, written_by, written_at, changed_by)
     values ($1, $2, 'Ask what we eat before you buy it.', 'yes', 'published', 'Blue', $4, $3, $5, $3),
       ($1, $2, 'I would cook for everybody if there was a big pot.', 'waiting', null, null, null, $3, $5, $3)`,
    [session, told.child, told.worker, at(37), at(39)],
  )
}

/** A drawing and a text of theirs, where there are any: without keys for files there are none. */
async function gallery(client: Client, told: TakingPartTold, at: At): Promise<void> {
  await client.query(
    `insert into waymark.consent_use (child_id, subject, subject_id, use, given_by, given_at, changed_by)
     select p.child_id, 'statement_part', p.id, 'gallery', $2, $3, $2
       from waymark.statement_part p join waymark.statement s on s.id = p.statement_id and s.status = 'sent' and s.audience = 'everyone_beside_me'
      where p.child_id = $1 and p.medium in ('drawing', 'words') on conflict do nothing`,
    [told.child, told.account, at(15)],
  )
  await client.query(
    `insert into waymark.gallery_work (child_id, part_id, consent_id, place, shown_name, shown_at, changed_by)
     select u.child_id, u.subject_id, u.id, place, case place when 'inside' then 'Blue' end, u.given_at, $2
       from waymark.consent_use u join waymark.statement_part p on p.id = u.subject_id
      cross join unnest(array['inside', 'published']) place
      where u.child_id = $1 and u.use = 'gallery' and u.withdrawn_at is null and (place = 'inside' or p.medium = 'drawing')`,
    [told.child, told.account],
  )
}
