import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { PersonId, SessionId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** Puts a password in place of the one before. What it is made of never comes here, only its hash. */
export async function changePassword(door: Tx, person: PersonId, hash: string): Promise<void> {
  await door
    .updateTable('waymark.credential')
    .set({ password_hash: hash, must_change: false, changed_at: sql`now()` })
    .where('person_id', '=', person)
    .execute()
}

/** Gives somebody a password of their own, in place of the one before if there was one. */
export async function setPassword(door: Tx, person: PersonId, hash: string): Promise<void> {
  await door
    .insertInto('waymark.credential')
    .values({ person_id: person, password_hash: hash })
    .onConflict((oc) =>
      oc
        .column('person_id')
        .doUpdateSet({ password_hash: hash, must_change: false, changed_at: sql`now()` }),
    )
    .execute()
}

/** Keeps a new authenticator app in place of the one before; the code that proved it is not taken again. */
export async function keepCode(
  door: Tx,
  person: PersonId,
  sealed: string,
  step: number,
): Promise<void> {
  const row = { sealed_secret: sealed, last_step: step }
  await door
    .insertInto('waymark.one_time_code')
    .values({ person_id: person, ...row })
    .onConflict((oc) => oc.column('person_id').doUpdateSet({ ...row, set_up_at: sql`now()` }))
    .execute()
}

/** Takes a code's step, once. False when it, or a later one, was taken before. */
export async function takeStep(door: Tx, person: PersonId, step: number): Promise<boolean> {
  const done = await door
    .updateTable('waymark.one_time_code')
    .set({ last_step: step })
    .where('person_id', '=', person)
    .where('last_step', '<', String(step))
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function removeCode(door: Tx, person: PersonId): Promise<boolean> {
  const done = await door
    .deleteFrom('waymark.one_time_code')
    .where('person_id', '=', person)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

const hashOfCode = (code: string): Buffer =>
  createHash('sha256').update(`recovery ${code}`).digest()

/** Puts new recovery codes in place of all earlier ones. */
export async function keepRecoveryCodes(
  door: Tx,
  person: PersonId,
  codes: readonly string[],
): Promise<void> {
  await door.deleteFrom('waymark.recovery_code').where('person_id', '=', person).execute()
  await door
    .insertInto('waymark.recovery_code')
    .values(codes.map((code) => ({ person_id: person, code_hash: hashOfCode(code) })))
    .execute()
}

/** Takes a recovery code, once. */
export async function takeRecoveryCode(door: Tx, person: PersonId, code: string): Promise<boolean> {
  const done = await door
    .updateTable('waymark.recovery_code')
    .set({ used_at: sql`now()` })
    .where('person_id', '=', person)
    .where('code_hash', '=', hashOfCode(code))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function forgetRecoveryCodes(door: Tx, person: PersonId): Promise<void> {
  await door.deleteFrom('waymark.recovery_code').where('person_id', '=', person).execute()
}

export async function countRecoveryCodes(door: Tx, person: PersonId): Promise<number> {
  const { n } = await door
    .selectFrom('waymark.recovery_code')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('person_id', '=', person)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Where somebody is signed in now. */
export type OpenSession = {
  readonly id: string
  readonly since: Date
  readonly lastUsed: Date
  readonly address: string | undefined
  readonly device: string
}

export async function listSessions(door: Tx, person: PersonId): Promise<readonly OpenSession[]> {
  const rows = await door
    .selectFrom('waymark.session')
    .select(['id', 'created_at', 'last_seen_at', 'address', 'device'])
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .where('step', '=', 'signed-in')
    .where('last_seen_at', '>', sql<Date>`now() - make_interval(mins => idle_minutes)`)
    .where('created_at', '>', sql<Date>`now() - make_interval(mins => longest_minutes)`)
    .orderBy('last_seen_at', 'desc')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    since: new Date(r.created_at),
    lastUsed: new Date(r.last_seen_at),
    address: r.address ?? undefined,
    device: r.device ?? '',
  }))
}

/** Ends one of somebody's own sessions. False when it is not theirs or has ended. */
export async function endOwnSession(door: Tx, person: PersonId, id: string): Promise<boolean> {
  const done = await door
    .updateTable('waymark.session')
    .set({ ended_at: sql`now()`, ended_why: 'ended by its owner' })
    .where('id', '=', id)
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Ends all of somebody's sessions, but for the one they are in when it is given. */
export async function endSessions(
  door: Tx,
  person: PersonId,
  why: string,
  except?: SessionId,
): Promise<number> {
  let ending = door
    .updateTable('waymark.session')
    .set({ ended_at: sql`now()`, ended_why: why })
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
  if (except) ending = ending.where('id', '<>', except)
  const done = await ending.executeTakeFirst()
  return Number(done.numUpdatedRows)
}
