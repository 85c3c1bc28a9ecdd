import { sql } from 'kysely'
import { trustedId, type ChildId } from '#kernel/ids.ts'
import type { MatchRecord } from '#domains/matching/index.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { anyWordOf, phoneDigits, tiersOf } from './candidates.rules.ts'

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
  for (const id of await learningAt(tx, record)) found.add(id)
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

/** Where they learn is too much alone and enough with one word of a name, which alone would be too many. */
async function learningAt(tx: Tx, record: MatchRecord): Promise<readonly string[]> {
  const places = (record.places ?? []).map((place) => place.trim().toLowerCase())
  const words = anyWordOf(record)
  if (places.length === 0 || words.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select id from waymark.children_learning_at(${places}::text[], ${words}::text[]) as id`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}
