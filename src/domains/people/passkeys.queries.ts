import { sql } from 'kysely'
import { trustedId, type PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Passkey } from './passkeys.ts'

/** A question for an authenticator, to be answered once within five minutes; tied to a person when one is known. */
export async function keepChallenge(
  door: Tx,
  challenge: string,
  person: PersonId | undefined,
): Promise<void> {
  await sql`delete from waymark.passkey_challenge where made_at < now() - interval '5 minutes'`.execute(
    door,
  )
  await door
    .insertInto('waymark.passkey_challenge')
    .values({ challenge, person_id: person ?? null })
    .execute()
}

/** Takes a challenge back, once. Undefined when it was not ours, too old, or answered before. */
export async function takeChallenge(
  door: Tx,
  challenge: string,
): Promise<{ readonly person: PersonId | undefined } | undefined> {
  const row = await door
    .deleteFrom('waymark.passkey_challenge')
    .where('challenge', '=', challenge)
    .where('made_at', '>', sql<Date>`now() - interval '5 minutes'`)
    .returning('person_id')
    .executeTakeFirst()
  return row && { person: row.person_id ? trustedId(row.person_id) : undefined }
}

export type KeptPasskey = Passkey & {
  readonly id: string
  readonly person: PersonId
  readonly name: string
  readonly addedAt: Date
  readonly lastUsedAt: Date | undefined
}

export async function listPasskeys(door: Tx, person: PersonId): Promise<readonly KeptPasskey[]> {
  const rows = await passkeyRows(door).where('person_id', '=', person).orderBy('added_at').execute()
  return rows.map(asPasskey)
}

export async function findPasskey(
  door: Tx,
  credentialId: string,
): Promise<KeptPasskey | undefined> {
  const row = await passkeyRows(door).where('credential_id', '=', credentialId).executeTakeFirst()
  return row && asPasskey(row)
}

const passkeyRows = (door: Tx) => door.selectFrom('waymark.passkey').selectAll()

type Row = Awaited<ReturnType<ReturnType<typeof passkeyRows>['execute']>>[number]

const asPasskey = (row: Row): KeptPasskey => ({
  id: row.id,
  person: trustedId(row.person_id),
  credentialId: row.credential_id,
  publicKey: new Uint8Array(row.public_key),
  counter: Number(row.counter),
  transports: row.transports,
  name: row.name,
  addedAt: new Date(row.added_at),
  lastUsedAt: row.last_used_at ? new Date(row.last_used_at) : undefined,
})

/** Keeps a new passkey. False when it is kept already. */
export async function addPasskey(
  door: Tx,
  person: PersonId,
  passkey: Passkey,
  name: string,
): Promise<boolean> {
  const done = await door
    .insertInto('waymark.passkey')
    .values({
      person_id: person,
      credential_id: passkey.credentialId,
      public_key: Buffer.from(passkey.publicKey),
      counter: passkey.counter,
      transports: [...passkey.transports],
      name,
    })
    .onConflict((oc) => oc.column('credential_id').doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

/** Held from now on until the door is through. False when it was forgotten while it was being shown. */
export async function usedPasskey(door: Tx, id: string, counter: number): Promise<boolean> {
  const { numUpdatedRows } = await door
    .updateTable('waymark.passkey')
    .set({ counter, last_used_at: sql`now()` })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function removePasskey(door: Tx, person: PersonId, id: string): Promise<boolean> {
  const done = await door
    .deleteFrom('waymark.passkey')
    .where('id', '=', id)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}
