import { sql } from 'kysely'
import { trustedId, type ChildId } from '#kernel/ids.ts'
import type { MatchRecord } from '#domains/matching/index.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { phoneDigits, tiersOf } from './candidates.rules.ts'

/** Enough that whoever is one child with the asked is among them, few enough to weigh in a millisecond or two. */
const ENOUGH = 100

/** The children within the actor's reach who are worth comparing with a record. By index, never by reading all. */
export async function candidatesFor(tx: Tx, record: MatchRecord): Promise<readonly ChildId[]> {
  const found = new Set<string>()
  for (const tiers of tiersOf(record)) {
    const { rows } = await sql<{ child_id: string }>`
      select child_id from waymark.find_children(${JSON.stringify(tiers)}::jsonb, ${ENOUGH})`.execute(
      tx,
    )
    for (const { child_id } of rows) found.add(child_id)
  }
  for (const id of await reachedBy(tx, record)) found.add(id)
  found.delete(record.id)
  return [...found].map((id) => trustedId<'child'>(id))
}

async function reachedBy(tx: Tx, record: MatchRecord): Promise<readonly string[]> {
  const digits = (record.phones ?? []).flatMap((phone) => phoneDigits(phone) ?? [])
  const mails = (record.emails ?? []).map((mail) => mail.toLowerCase())
  if (digits.length === 0 && mails.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select id from waymark.children_reached_by(${digits}::text[], ${mails}::text[]) as id`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}
