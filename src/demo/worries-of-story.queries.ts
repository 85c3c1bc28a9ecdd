import type { Client } from 'pg'

/** Who stands in it: all invented. */
export type WorriesTold = {
  readonly child: string
  readonly worker: string
  readonly secondWorker: string
  readonly manager: string
  readonly today: Date
}

type At = (daysAgo: number) => Date

/** The young person told in full: one worry decided where two differed, one that waits, and something of everything else. */
export async function tellWorries(client: Client, told: WorriesTold): Promise<void> {
  const at = (daysAgo: number) => new Date(told.today.getTime() - daysAgo * 24 * 60 * 60 * 1000)
  await decidedWorry(client, told, at)
  await waitingWorry(client, told, at)
  await keptSafe(client, told, at)
  await whatHappened(client, told, at)
  await acrossBorder(client, told, at)
  await missed(client, told, at)
}

const DAY = (n: number) => `($${n}::timestamptz at time zone 'Europe/London')::date`

async function decidedWorry(client: Client, t: WorriesTold, at: At): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `insert into waymark.concern (child_id, seen, context, noticed_earliest, noticed_latest, noticed_precision, child_words, child_words_language, child_words_how,
       few_choices, state, recorded_by, recorded_at, changed_by, changed_at)
     values ($1, 'A man in a grey car waits outside the house on three evenings. He takes the phone and gives it back later.',
       'After college, before supper. Nobody in the house knows him. The others go inside when he comes.', ${DAY(3)} - 4, ${DAY(3)} - 4, 'day',
       'He says I still owe.', 'English', 'word_for_word', 'A debt for the journey, and nobody to ask whether it is real.', 'referred', $2, $3, $2, $3) returning id`,
    [t.child, t.worker, at(320)],
  )
  const id = rows[0]?.id
  await client.query(
    `insert into waymark.concern_indicator (child_id, concern_id, indicator_id, changed_by, changed_at)
     select $1, $2, i.id, $3, $4 from waymark.identification_indicator i where i.code in ('papers_held', 'debt', 'anxious')`,
    [t.child, id, t.worker, at(320)],
  )
  const look = (place: string, finds: string, why: string, by: string, on: Date) =>
    client.query(
      `insert into waymark.concern_look (child_id, concern_id, place, finds, reasoning, looked_by, looked_at, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $6, $7)`,
      [t.child, id, place, finds, why, by, on],
    )
  await look(
    'first',
    'suspect',
    'The debt, the phone and the evenings fit together. The fear is of him, not of us.',
    t.worker,
    at(319),
  )
  await look(
    'second',
    'cannot_tell',
    'It may be a relative who lends money. I would like to know who he is first.',
    t.secondWorker,
    at(318),
  )
  await client.query(
    `insert into waymark.concern_decision (child_id, concern_id, decision, because, reasoning, about_disagreement, decided_on, decided_by, decided_at, changed_by, changed_at)
     values ($1, $2, 'referred', 'suspected', 'No relative is known here, and a debt that is not named grows. Better to be wrong than late.',
       'Who he is can be found out after the letter is sent; waiting for it would leave the evenings as they are.', ${DAY(4)}, $3, $4, $3, $4)`,
    [t.child, id, t.manager, at(317)],
  )
  await client.query(
    `insert into waymark.concern_response (child_id, concern_id, kind, on_day, what, written_by, written_at, changed_by, changed_at)
     values ($1, $2, 'safeguarding', ${DAY(4)}, 'The duty worker came the same evening and moved the room to the back of the house.', $3, $4, $3, $4)`,
    [t.child, id, t.worker, at(319)],
  )
  await client.query(
    `insert into waymark.child_background (child_id, words, grouped, said_by, changed_by, changed_at) values ($1, 'Tigrinya, from Eritrea', 'black', 'child', $2, $3)`,
    [t.child, t.worker, at(300)],
  )
}

async function waitingWorry(client: Client, t: WorriesTold, at: At): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `insert into waymark.concern (child_id, seen, context, noticed_earliest, noticed_latest, noticed_precision, no_words_because, few_choices,
       look_asked_of, look_asked_at, recorded_by, recorded_at, changed_by, changed_at)
     values ($1, 'Somebody writes to them every night from a number that changes.', 'Seen when the phone lay on the table at a visit.', ${DAY(4)}, ${DAY(4)}, 'day',
       'said_nothing_of_it', 'Afraid of what happens when nobody answers.', $2, $4, $3, $4, $3, $4) returning id`,
    [t.child, t.worker, t.secondWorker, at(5)],
  )
  await client.query(
    `insert into waymark.concern_look (child_id, concern_id, place, finds, reasoning, looked_by, looked_at, changed_by, changed_at)
     values ($1, $2, 'first', 'cannot_tell', 'It may be the man from before, or a friend with many phones.', $3, $4, $3, $4)`,
    [t.child, rows[0]?.id, t.secondWorker, at(4)],
  )
}

async function keptSafe(client: Client, t: WorriesTold, at: At): Promise<void> {
  await client.query(
    `insert into waymark.protection_step (child_id, kind, state, who, asked_on, in_place_on, words, changed_by, changed_at)
     values ($1, 'safe_place', 'in_place', 'Placement team', ${DAY(3)}, ${DAY(3)}, 'A room at the back, and a door that locks. They chose the colour.', $2, $3),
       ($1, 'guardian_or_key_worker', 'in_place', 'Guardianship service', ${DAY(3)}, ${DAY(3)} + 1, null, $2, $3),
       ($1, 'strategy_discussion', 'in_place', 'Council, police and health', ${DAY(3)}, ${DAY(3)} + 1, 'The police watch the street in the evenings.', $2, $3)`,
    [t.child, t.worker, at(319)],
  )
  await client.query(
    `insert into waymark.linked_referral (child_id, kind, state, to_body, prepared_on, sent_on, answered_on, reference, changed_by, changed_at)
     values ($1, 'local_authority', 'taken_up', 'Children’s services', ${DAY(3)}, ${DAY(3)}, ${DAY(3)} + 1, null, $2, $3),
       ($1, 'guardianship', 'taken_up', 'Independent Child Trafficking Guardians (ICTG), Barnardo’s', ${DAY(3)}, ${DAY(3)}, ${DAY(3)} + 3, null, $2, $3),
       ($1, 'nrm', 'sent', 'Single Competent Authority, through the Home Office form', ${DAY(3)}, ${DAY(3)} + 1, null, 'INVENTED-0001', $2, $3)`,
    [t.child, t.worker, at(317)],
  )
}

async function whatHappened(client: Client, t: WorriesTold, at: At): Promise<void> {
  const add = async (
    what: string,
    began: number,
    place: string,
    where: string,
    codes: readonly string[],
  ) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into waymark.exploitation_situation (child_id, what, began_earliest, began_latest, began_precision, goes_on, place, where_it_was, changed_by, changed_at)
       values ($1, $2, date_trunc('year', $3::timestamptz)::date, (date_trunc('year', $3::timestamptz) + interval '1 year - 1 day')::date, 'year', 'no', $4, $5, $6, $7) returning id`,
      [t.child, what, at(began), place, where, t.worker, at(300)],
    )
    await client.query(
      `insert into waymark.situation_form (child_id, situation_id, form_id, changed_by, changed_at)
       select $1, $2, f.id, $3, $4 from waymark.exploitation_form f where f.organisation_id is null and f.code = any ($5)`,
      [t.child, rows[0]?.id, t.worker, at(300), codes],
    )
    await client.query(
      `insert into waymark.situation_element (child_id, situation_id, element, finding, kinds, rests_on_text, changed_by, changed_at)
       values ($1, $2, 'act', 'supported', array['transported', 'harboured'], 'What the guardian was told, and the place they were found in.', $3, $4),
         ($1, $2, 'means', 'not_required', '{}', null, $3, $4),
         ($1, $2, 'purpose', 'partly', array['slavery_servitude_labour'], 'What the police found in the house.', $3, $4)`,
      [t.child, rows[0]?.id, t.worker, at(300)],
    )
  }
  await add(
    'Kept in a house on the way and made to cook and clean for the men there.',
    1100,
    'overseas',
    'Libya',
    ['servitude'],
  )
  await add(
    'Made to wash cars without pay until the debt was “smaller”.',
    500,
    'uk',
    'Two towns in the Midlands',
    ['labour', 'labour_wages'],
  )
}

async function acrossBorder(client: Client, t: WorriesTold, at: At): Promise<void> {
  await client.query(
    `insert into waymark.cross_border_contact (child_id, with_kind, with_whom, country, why, child_view, child_view_language, no_view_because, child_agrees, state, asked_by, made_on, came_of_it, changed_by, changed_at)
     values ($1, 'tracing', 'Red Cross family tracing', 'Sudan', 'To find out whether their mother is there.', 'Yes please. Do not say where I live.', 'English', null, 'yes', 'made', $2, ${DAY(3)} + 20,
         'They look in two camps. No answer yet.', $2, $3),
       ($1, 'consulate', 'A consulate', 'Eritrea', 'A copy of a birth certificate for the papers.', null, null, 'not_asked_yet', 'not_asked', 'asked', $2, null, null, $2, $3)`,
    [t.child, t.worker, at(200)],
  )
}

async function missed(client: Client, t: WorriesTold, at: At): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `insert into waymark.missed_chance (child_id, what, earliest, latest, precision, body, body_name, level, would_have_helped, opened_by, opened_at, changed_by, changed_at)
     values ($1, 'A health worker asked about the burns through a man who said that he was a cousin.', ${DAY(3)}, ${DAY(3)}, 'day', 'health', 'A walk-in clinic', 'service',
       'An interpreter who was not the man, and two minutes alone.', $2, $4, $2, $4),
       ($1, 'Stopped by police in a car at night and let go with the driver.', ${DAY(3)} - 60, ${DAY(3)} - 60, 'day', 'police', null, 'attitude', 'Asking who the driver was to them.', $2, $4, $2, $4)
     returning id`,
    [t.child, t.worker, at(420), at(250)],
  )
  await client.query(
    `insert into waymark.missed_chance_learning (child_id, missed_chance_id, topic, words, owner_id, due_on, training, trained_on, trained_whom, changed_by, changed_at)
     values ($1, $2, 'language', 'Whoever came with them never interprets.', $4, ${DAY(5)}, 'Words and interpreters, part two', ${DAY(6)}, 'Nurses of three clinics', $4, $6),
       ($1, $3, 'signs', 'A child in a strange car at night is asked alone.', $4, ${DAY(7)}, null, null, null, $4, $6)`,
    [t.child, rows[0]?.id, rows[1]?.id, t.secondWorker, at(220), at(230), at(-20)],
  )
  await client.query(
    `update waymark.missed_chance set ended_by = $2, ended_at = $3, ended_words = 'The clinics have a phone line for interpreters at the desk.' where id = $1`,
    [rows[0]?.id, t.manager, at(210)],
  )
}
