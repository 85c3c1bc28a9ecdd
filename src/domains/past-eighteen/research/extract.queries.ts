import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

export const EXTRACT_COLUMNS = [
  'pseudonym',
  'age_at_entry',
  'entered',
  'months',
  'asked_in',
  'outcome',
  'about',
  'question',
  'answer',
  'may_be_linked',
] as const

export type ExtractRow = Readonly<
  Record<(typeof EXTRACT_COLUMNS)[number], string | number | boolean | null>
>

export type ToMake = {
  readonly key: Buffer
  readonly onDay: CalendarDay
  readonly purpose: string
  readonly recipient: string
}

/** Made by the database alone, of those who agree now. `too-few`: an extract of them could point at somebody. */
export async function makeExtract(
  tx: Tx,
  make: ToMake,
): Promise<{ readonly id: string; readonly rows: readonly ExtractRow[] } | 'too-few'> {
  await sql`savepoint extract`.execute(tx)
  try {
    const { rows } = await sql<ExtractRow & { extract_id: string }>`
      select * from waymark.make_research_extract(${make.key}, ${make.onDay}, ${make.purpose}, ${make.recipient})`.execute(
      tx,
    )
    const [first] = rows
    if (!first) throw new Error('An extract of ten or more has lines')
    return { id: first.extract_id, rows }
  } catch (error) {
    await sql`rollback to savepoint extract`.execute(tx)
    if (isTooFew(error)) return 'too-few'
    throw error
  }
}

const isTooFew = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'too_few_for_an_extract'

export type Made = {
  readonly number: number
  readonly onDay: CalendarDay
  readonly purpose: string
  readonly recipient: string
  readonly people: number
}

export async function extractsMade(tx: Tx): Promise<readonly Made[]> {
  const { rows } = await sql<Made>`
    select number, on_day as "onDay", purpose, recipient, people from waymark.research_extract
    where organisation_id = waymark.actor_organisation() order by number desc limit 100`.execute(tx)
  return rows
}

export type WentTo = { readonly onDay: CalendarDay; readonly recipient: string }

/** To whom answers of theirs went, and when. */
export async function extractsWith(tx: Tx, child: ChildId): Promise<readonly WentTo[]> {
  const { rows } = await sql<WentTo>`
    select on_day as "onDay", recipient from waymark.research_extract_person
    where child_id = ${child} order by on_day desc, changed_at desc limit 20`.execute(tx)
  return rows
}
