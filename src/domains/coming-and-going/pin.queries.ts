import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { trustedId, type PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { PIN_TRIES } from './pin.rules.ts'

const hashOf = (token: string): Buffer => createHash('sha256').update(`device ${token}`).digest()

/** A device that opens with a PIN. */
export type PinDevice = { readonly id: string; readonly device: string; readonly setAt: Date }

/** A device as it stands at the door: held until its try is over, so that tries come one after the other. */
export type KnownDevice = {
  readonly id: string
  readonly person: PersonId
  readonly pinHash: string
}

export async function keepPin(
  door: Tx,
  person: PersonId,
  kept: { readonly token: string; readonly pinHash: string; readonly device: string },
): Promise<void> {
  await door
    .insertInto('waymark.pin_device')
    .values({
      person_id: person,
      token_hash: hashOf(kept.token),
      pin_hash: kept.pinHash,
      device: kept.device.slice(0, 200),
    })
    .execute()
}

export async function pinDevices(door: Tx, person: PersonId): Promise<readonly PinDevice[]> {
  const rows = await door
    .selectFrom('waymark.pin_device')
    .select(['id', 'device', 'set_at'])
    .where('person_id', '=', person)
    .where('forgotten_at', 'is', null)
    .orderBy('set_at')
    .execute()
  return rows.map((r) => ({ id: r.id, device: r.device ?? '', setAt: new Date(r.set_at) }))
}

/** The device whose secret this is, while it is not forgotten. */
export async function knownDevice(
  door: Tx,
  token: string | undefined,
): Promise<KnownDevice | undefined> {
  if (!token) return undefined
  const row = await door
    .selectFrom('waymark.pin_device')
    .select(['id', 'person_id', 'pin_hash'])
    .where('token_hash', '=', hashOf(token))
    .where('forgotten_at', 'is', null)
    .where('failures', '<', PIN_TRIES)
    .forUpdate()
    .executeTakeFirst()
  return row && { id: row.id, person: trustedId(row.person_id), pinHash: row.pin_hash }
}

export async function rightPin(door: Tx, id: string): Promise<void> {
  await door
    .updateTable('waymark.pin_device')
    .set({ failures: 0, last_used_at: sql`now()` })
    .where('id', '=', id)
    .execute()
}

/** Counts a wrong try; the fifth in a row makes the device forget. True when it has. */
export async function wrongPin(door: Tx, id: string): Promise<boolean> {
  const { failures } = await door
    .updateTable('waymark.pin_device')
    .set({ failures: sql<number>`failures + 1` })
    .where('id', '=', id)
    .returning('failures')
    .executeTakeFirstOrThrow()
  if (failures < PIN_TRIES) return false
  await door
    .updateTable('waymark.pin_device')
    .set({ forgotten_at: sql`now()`, forgotten_why: 'too many wrong tries' })
    .where('id', '=', id)
    .execute()
  return true
}

/** Forgets one of somebody's own devices; by its secret, the one they are at. False when it is not theirs. */
export async function forgetPin(
  door: Tx,
  person: PersonId,
  which: { readonly id: string } | { readonly token: string },
  why: string,
): Promise<boolean> {
  const done = await door
    .updateTable('waymark.pin_device')
    .set({ forgotten_at: sql`now()`, forgotten_why: why })
    .where('person_id', '=', person)
    .where('forgotten_at', 'is', null)
    .where((eb) =>
      'id' in which ? eb('id', '=', which.id) : eb('token_hash', '=', hashOf(which.token)),
    )
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function hasWords(door: Tx, person: PersonId): Promise<boolean> {
  const row = await door
    .selectFrom('waymark.credential')
    .select('person_id')
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row !== undefined
}
