import { sql } from 'kysely'
import { trustedId, type PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** What became of the newest code that was given. Never the code. */
export type GivenCode = {
  readonly givenAt: Date
  readonly givenBy: PersonId
  readonly givenByName: string
  readonly endsAt: Date
  readonly usedAt: Date | undefined
  readonly endedAt: Date | undefined
}

/** Keeps a new code in place of the one before. Throws when the account is not the actor's to manage. */
export async function giveCode(
  tx: Tx,
  account: PersonId,
  hash: Buffer,
  now: Date,
  ends: Date,
): Promise<void> {
  await sql`select waymark.give_code(${account}, ${hash}, ${now}, ${ends})`.execute(tx)
}

export async function endCodes(tx: Tx, account: PersonId, now: Date, why: string): Promise<number> {
  const { rows } = await sql<{ ended: number }>`
    select waymark.end_codes(${account}, ${now}, ${why}) as ended`.execute(tx)
  return rows[0]?.ended ?? 0
}

export async function lastCode(tx: Tx, account: PersonId): Promise<GivenCode | undefined> {
  const { rows } = await sql<{
    given_at: Date
    given_by: string
    given_by_name: string
    ends_at: Date
    used_at: Date | null
    ended_at: Date | null
  }>`select * from waymark.last_code(${account})`.execute(tx)
  const row = rows[0]
  return (
    row && {
      givenAt: new Date(row.given_at),
      givenBy: trustedId(row.given_by),
      givenByName: row.given_by_name,
      endsAt: new Date(row.ends_at),
      usedAt: row.used_at ? new Date(row.used_at) : undefined,
      endedAt: row.ended_at ? new Date(row.ended_at) : undefined,
    }
  )
}

/** Spends a code, once: whose it was. Undefined for any that lets nobody in, without saying why. */
export async function takeCode(door: Tx, hash: Buffer, now: Date): Promise<PersonId | undefined> {
  const { rows } = await sql<{ person: string | null }>`
    select waymark.take_code(${hash}, ${now}) as person`.execute(door)
  const person = rows[0]?.person
  return person ? trustedId<'person'>(person) : undefined
}
