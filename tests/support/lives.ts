import { randomUUID } from 'node:crypto'
import * as fc from './examples.ts'
import { sql } from 'kysely'
import type { OrganisationId } from '#kernel/ids.ts'
import type { Database } from '#platform/db/postgres.ts'
import { ada } from './people.ts'
import type { World } from './world.ts'

type Event = { readonly at: string; readonly state: string }

/** One child as dates: what happened, on which day, and nothing about a stage. */
export type Life = {
  readonly openedAt: string
  readonly besides: readonly { readonly from: string; readonly until: string | null }[]
  readonly born: string | null
  readonly wayInAt: string | null
  readonly arrangedAt: string | null
  readonly notHeld: readonly Event[]
  readonly checkIns: readonly Event[]
  readonly statements: readonly Event[]
  readonly lines: readonly Event[]
  readonly receipts: readonly (Event & {
    readonly subject: string
    readonly repliedAt: string | null
  })[]
}

// Days around each edge: the year's beginning and end, 90 days, 28 days, today and the day after.
const day = fc.constantFrom(
  '2025-10-01',
  '2026-01-01',
  '2026-01-02',
  '2026-03-03',
  '2026-03-31',
  '2026-04-01',
  '2026-08-23',
  '2026-08-24',
  '2026-10-23',
  '2026-10-24',
  '2026-11-20',
  '2026-11-21',
  '2026-11-22',
)
const moment = day.map((d) => `${d}T09:00:00Z`)
const seldom = <T>(of: fc.Arbitrary<T>) =>
  fc.oneof(
    fc.constant([] as readonly T[]),
    fc.constant([] as readonly T[]),
    fc.array(of, { minLength: 1, maxLength: 2 }),
  )
const events = (...states: readonly string[]) =>
  seldom(fc.record({ at: moment, state: fc.constantFrom(...states) }))

export const life: fc.Arbitrary<Life> = fc.record({
  openedAt: fc.constantFrom(
    '2025-06-01T09:00:00Z',
    '2025-12-31T09:00:00Z',
    '2026-01-01T09:00:00Z',
    '2026-08-23T09:00:00Z',
    '2026-08-24T09:00:00Z',
    '2026-11-21T09:00:00Z',
    '2026-11-22T09:00:00Z',
  ),
  besides: fc.array(
    fc
      .tuple(day, fc.option(day))
      .map(([a, b]) => (b !== null && b < a ? { from: b, until: a } : { from: a, until: b })),
    { maxLength: 2 },
  ),
  born: fc.constantFrom(null, '2004-01-01', '2008-11-21', '2008-11-22', '2012-01-01'),
  wayInAt: fc.option(moment),
  arrangedAt: fc.option(moment, { freq: 1 }),
  notHeld: events('offered_declined', 'not_now', 'not_offered', 'lost_contact'),
  checkIns: events('shared', 'shared', 'withdrawn', 'draft'),
  statements: events('sent', 'sent', 'withdrawn', 'draft'),
  lines: events('stands', 'offered', 'draft', 'not_this'),
  receipts: seldom(
    fc.record({
      at: moment,
      state: fc.constantFrom('answered', 'waiting', 'taken_back'),
      subject: fc.constantFrom('check_in', 'statement', 'goal'),
      repliedAt: fc.option(moment),
    }),
  ),
})

/** Puts that life in, past every rule, in a connection of its own. */
export async function live(
  w: World,
  framework: string,
  of: Life,
  organisation: OrganisationId,
): Promise<void> {
  const child = randomUUID()
  const account = of.wayInAt ? randomUUID() : null
  await w.db.connection().execute(async (one) => {
    await sql`set session_replication_role = replica`.execute(one)
    if (account) {
      await sql`insert into waymark.person (id, organisation_id, name, role, user_name, created_at)
        values (${account}, ${organisation}, 'Kit', 'young_person', ${account}, ${of.wayInAt})`.execute(
        one,
      )
    }
    await sql`insert into waymark.child (id, organisation_id, person_id, known_as, opened_at, opened_by)
      values (${child}, ${organisation}, ${account}, 'Kit', ${of.openedAt}, ${ada.id})`.execute(one)
    await keepOffered(one, child, of)
    await keepSaid(one, child, framework, of)
    await keepReceipts(one, child, organisation, of)
    await sql`set session_replication_role = default`.execute(one)
  })
}

async function keepOffered(one: Database, child: string, of: Life): Promise<void> {
  for (const b of of.besides) {
    await sql`insert into waymark.allocation (child_id, person_id, part, started_on, ended_on)
      values (${child}, ${randomUUID()}, 'key_worker', ${b.from}, ${b.until})`.execute(one)
  }
  if (of.born) {
    await sql`insert into waymark.date_of_birth_claim (child_id, earliest, latest, precision, source)
      values (${child}, ${of.born}, ${of.born}, 'day', 'child_says')`.execute(one)
  }
  if (of.arrangedAt) {
    await sql`insert into waymark.check_in_occasion (child_id, company_relationship, interpreter_mode, language, prompted_by, arranged_by, arranged_at)
      values (${child}, 'worker', 'none_needed', 'en', 'childs_wish', ${ada.id}, ${of.arrangedAt})`.execute(
      one,
    )
  }
  for (const e of of.notHeld) {
    await sql`insert into waymark.check_in_not_held (child_id, on_day, reason, changed_at) values (${child}, ${e.at.slice(0, 10)}, ${e.state}, ${e.at})`.execute(
      one,
    )
  }
}

async function keepSaid(one: Database, child: string, framework: string, of: Life): Promise<void> {
  for (const e of of.checkIns) {
    const [sent, back] = [e.state !== 'draft', e.state === 'withdrawn']
    await sql`insert into waymark.check_in (child_id, framework_version_id, voice, author_id, status, started_at, shared_at, withdrawn_at, withdrawn_reason, changed_at)
      values (${child}, ${framework}, 'young_person', ${randomUUID()}, ${e.state}, ${e.at}, ${sent ? e.at : null}, ${back ? e.at : null}, ${back ? 'changed_my_mind' : null}, ${e.at})`.execute(
      one,
    )
  }
  for (const e of of.statements) {
    const [sent, back] = [e.state !== 'draft', e.state === 'withdrawn']
    await sql`insert into waymark.statement (child_id, author_id, status, audience, sent_at, withdrawn_at, withdrawn_reason, changed_at)
      values (${child}, ${randomUUID()}, ${e.state}, ${sent ? 'everyone_beside_me' : null}, ${sent ? e.at : null}, ${back ? e.at : null}, ${back ? 'changed_my_mind' : null}, ${e.at})`.execute(
      one,
    )
  }
  for (const e of of.lines) {
    await sql`insert into waymark.meeting_line (meeting_id, child_id, kind, words, state, written_by, written_at, changed_at)
      values (${randomUUID()}, ${child}, 'want_said', 'My dog.', ${e.state}, ${randomUUID()}, ${e.at}, ${e.at})`.execute(
      one,
    )
  }
}

async function keepReceipts(
  one: Database,
  child: string,
  organisation: string,
  of: Life,
): Promise<void> {
  for (const e of of.receipts) {
    const id = randomUUID()
    await sql`insert into waymark.receipt (id, child_id, organisation_id, subject, subject_id, sent_at, answerer_why, answer_by, state, state_at)
      values (${id}, ${child}, ${organisation}, ${e.subject}, ${randomUUID()}, ${e.at}, 'nobody_yet', ${e.at.slice(0, 10)}, ${e.state}, ${e.at})`.execute(
      one,
    )
    if (e.repliedAt) {
      await sql`insert into waymark.ledger_step (receipt_id, child_id, kind, at, words) values (${id}, ${child}, 'replied', ${e.repliedAt}, 'Yes.')`.execute(
        one,
      )
    }
  }
}

/** Opened this month; nobody beside them, no way in, nothing offered and nothing said. */
export const quiet: Life = {
  openedAt: '2026-11-01T09:00:00Z',
  besides: [],
  born: null,
  wayInAt: null,
  arrangedAt: null,
  notHeld: [],
  checkIns: [],
  statements: [],
  lines: [],
  receipts: [],
}
