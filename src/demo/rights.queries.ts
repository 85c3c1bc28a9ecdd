import type { Client } from 'pg'

/** Whose record the notes of the story stand in, and who keeps the places to call: all invented. */
export type RightsTold = {
  readonly organisation: string
  readonly child: string
  readonly account: string
  readonly worker: string
  readonly manager: string
  readonly today: Date
}

/**
 * Fills what the story says of its own record: one note both of which were kept, one that waits, a note of a
 * worker that they may read and another that they ask for. And a place to call of the organisation's own.
 */
export async function tellRights(client: Client, told: RightsTold): Promise<void> {
  const at = (daysAgo: number) => new Date(told.today.getTime() - daysAgo * 24 * 60 * 60 * 1000)
  await places(client, told, at)
  await notes(client, told, at)
}

type At = (daysAgo: number) => Date

async function places(client: Client, told: RightsTold, at: At): Promise<void> {
  await client.query(
    `insert into waymark.help_place (organisation_id, name, helps_with, kind, phone, hours, cost, on_bill, languages, interpreter,
       nations, owner_id, checked_on, source, confidence, changed_by)
     values ($1, 'The Harbour (invented)', 'Tea, a sofa and somebody to talk to. You can come as you are.', 'talk', '01632 960055',
       'Monday to Friday, after school', 'like_any_call', 'yes', '{en,ti,ar}', 'yes', '{england}', $2, $3, 'Invented', 'certain', $2)`,
    [told.organisation, told.manager, at(10)],
  )
  await client.query(
    `insert into waymark.review_check (organisation_id, kind, about, owner_id, checked_on, how)
     select $1, 'help_place', h.id::text, $2, $3, 'Called it, and asked about the bill' from waymark.help_place h where h.code = 'childline'`,
    [told.organisation, told.manager, at(4)],
  )
  await client.query(
    `insert into waymark.review_check (organisation_id, kind, about, owner_id, checked_on, how)
     values ($1, 'rights_text', 'interpreter', $2, $3, 'Read our own policy with the interpreting service'),
            ($1, 'rights_text', 'school', $2, $4, 'Asked the virtual school')`,
    [told.organisation, told.manager, at(30), at(400)],
  )
}

type Line = { readonly id: string; readonly version: number }

async function births(client: Client, told: RightsTold): Promise<ReadonlyMap<string, Line>> {
  const { rows } = await client.query<Line & { source: string }>(
    'select id, version, source from waymark.date_of_birth_claim where child_id = $1',
    [told.child],
  )
  return new Map(rows.map((r) => [r.source, r]))
}

async function notes(client: Client, told: RightsTold, at: At): Promise<void> {
  const lines = await births(client, told)
  const assessed = lines.get('age_assessment')
  const assigned = lines.get('assigned')
  const document = lines.get('child_says')
  if (!assessed || !assigned || !document) return
  const kept = await note(client, told, assigned, at(40), {
    wish: 'wrong',
    itSaid: '1 January 2009. An office chose this day. Not everybody agrees with this',
    wrong: 'Nobody asked me. They wrote the first of January for all of us.',
    right: 'ሚያዝያ፡ ድሕሪ ጾም።',
  })
  await decided(client, told, kept, at(36))
  await note(client, told, assessed, at(3), {
    wish: 'wrong',
    itSaid: 'In 2007. People who looked at your age wrote so. Not everybody agrees with this',
    wrong: 'They looked at me for one hour. I told them the year and they wrote another.',
    right: '2009',
  })
  await note(client, told, assessed, at(3), {
    wish: 'read_note',
    itSaid: 'In 2007. People who looked at your age wrote so. Not everybody agrees with this',
    wrong: null,
    right: null,
  })
  await client.query(
    `insert into waymark.shown_line (child_id, about, line_id, line_version, shown_by, shown_at)
     values ($1, 'date_of_birth_claim', $2, $3, $4, $5)`,
    [told.child, assigned.id, assigned.version, told.worker, at(36)],
  )
}

async function note(
  client: Client,
  told: RightsTold,
  line: Line,
  written: Date,
  said: {
    readonly wish: string
    readonly itSaid: string
    readonly wrong: string | null
    readonly right: string | null
  },
): Promise<{ readonly correction: string; readonly receipt: string }> {
  const { rows } = await client.query<{ id: string }>(
    `insert into waymark.correction (child_id, wish, about, line_id, line_version, it_said, wrong, right_words, language, written_by, written_at, changed_by)
     values ($1, $2, 'date_of_birth_claim', $3, $4, $5, $6, $7, 'en', $8, $9, $8) returning id`,
    [
      told.child,
      said.wish,
      line.id,
      line.version,
      said.itSaid,
      said.wrong,
      said.right,
      told.account,
      written,
    ],
  )
  const correction = rows[0]?.id ?? ''
  const receipt = await client.query<{ id: string }>(
    `insert into waymark.receipt (child_id, subject, subject_id, sent_at, chosen_id) values ($1, 'correction', $2, $3, $4) returning id`,
    [told.child, correction, written, told.worker],
  )
  return { correction, receipt: receipt.rows[0]?.id ?? '' }
}

async function decided(
  client: Client,
  told: RightsTold,
  { correction, receipt }: { readonly correction: string; readonly receipt: string },
  on: Date,
): Promise<void> {
  const why =
    'The first of January was written because nobody knew the day. We do not know it either.'
  await client.query(
    `insert into waymark.correction_decision (child_id, correction_id, outcome, why, decided_by, decided_at, changed_by)
     values ($1, $2, 'both_kept', $3, $4, $5, $4)`,
    [told.child, correction, why, told.worker, on],
  )
  const reply = 'You are right that nobody asked. What you say now stands beside it, always.'
  await client.query(
    `insert into waymark.ledger_step (receipt_id, child_id, kind, at, by_id, words, weight, decision, decided_by)
     select $1, $2, s.kind, $3, $4, s.words, s.weight, s.decision, case s.kind when 'decided' then p.name end
       from waymark.person p, (values (1, 'considered', $5, 'counted_some', null), (2, 'decided', $5, null, 'partly'),
         (3, 'replied', $6, null, null)) s (place, kind, words, weight, decision)
      where p.id = $4 order by s.place`,
    [receipt, told.child, on, told.worker, why, reply],
  )
}
