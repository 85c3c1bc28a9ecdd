import { createHash, createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { trustedId, type PersonId, type SessionId } from '#kernel/ids.ts'
import type { Role } from '#platform/access/capability.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Try } from './lockout.rules.ts'
import type { AtTheDoor } from './sign-in.rules.ts'

/** An open account, as the door knows it. */
export type Account = Omit<AtTheDoor, 'passed'> & {
  readonly id: PersonId
  readonly name: string
  readonly userName: string
  readonly passwordHash: string | undefined
  readonly code: { readonly sealed: string; readonly lastStep: number } | undefined
}

/** An account that may sign in, by its user name or its id. Undefined for closed ones and for the system's. */
export async function findAccount(
  door: Tx,
  by: { readonly userName: string } | { readonly id: PersonId },
): Promise<Account | undefined> {
  const row = await door
    .selectFrom('waymark.person as p')
    .leftJoin('waymark.credential as c', 'c.person_id', 'p.id')
    .leftJoin('waymark.one_time_code as t', 't.person_id', 'p.id')
    .select(['p.id', 'p.name', 'p.user_name', 'p.role'])
    .select(['c.password_hash', 'c.demonstration', 'c.must_change'])
    .select(['t.sealed_secret', 't.last_step'])
    .select((eb) =>
      eb
        .selectFrom('waymark.passkey as k')
        .select(eb.fn.countAll().as('n'))
        .whereRef('k.person_id', '=', 'p.id')
        .as('passkeys'),
    )
    .where('p.ended_at', 'is', null)
    .where('p.role', '<>', 'system')
    .where((eb) => ('id' in by ? eb('p.id', '=', by.id) : eb('p.user_name', '=', by.userName)))
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: trustedId(row.id),
    name: row.name,
    userName: row.user_name,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the column allows these, and system is left out above
    role: row.role as Role,
    passwordHash: row.password_hash ?? undefined,
    demonstration: row.demonstration ?? false,
    mustChange: row.must_change ?? false,
    hasCode: row.sealed_secret !== null,
    code: row.sealed_secret
      ? { sealed: row.sealed_secret, lastStep: Number(row.last_step) }
      : undefined,
    passkeys: Number(row.passkeys),
  }
}

/** What a try is counted under: the user name as typed, under a key, so that the table names nobody. */
export const triesUnder = (key: Buffer, what: string): Buffer =>
  createHmac('sha256', key).update(what).digest()

/** For tries of somebody already known, such as a second look at their password. */
export const triesOfPerson = (person: PersonId, what: string): Buffer =>
  createHash('sha256').update(`${what} ${person}`).digest()

/** An address as tries are counted: an IPv4 address by itself, an IPv6 one with its whole /64. */
const network = (address: string | undefined) => {
  if (address === undefined) return sql<string | null>`null::inet`
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  return plain.includes(':')
    ? sql<string>`host(network(set_masklen(${plain}::inet, 64)))::inet`
    : sql<string>`${plain}::inet`
}

/** Holds everybody else who tries the same thing until this transaction ends. False when somebody else holds it. */
export async function holdTries(door: Tx, under: Buffer): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(7303, hashtext(${under.toString('hex')})) as held`.execute(
    door,
  )
  return rows[0]?.held ?? false
}

export type Tries = {
  /** Tries that count together with this one. */
  readonly ofName: readonly Try[]
  /** Failures from the same address for any name that has not signed in from there. */
  readonly ofAddress: readonly Try[]
  /** This name has signed in from this address in the last 30 days. */
  readonly known: boolean
}

export async function findTries(
  door: Tx,
  under: Buffer,
  address: string | undefined,
  now: Date,
): Promise<Tries> {
  const here = network(address)
  const month = sql<Date>`${now}::timestamptz - interval '30 days'`
  const { rows: homes } = await sql<{ known: boolean }>`
    select exists (
      select from waymark.sign_in_attempt a where a.address = ${here}
        and a.user_name_hash = ${under} and a.succeeded and a.at > ${month}) as known`.execute(door)
  const known = homes[0]?.known ?? false
  const { rows: ofName } = await sql<Try>`
    select a.at, a.succeeded from waymark.sign_in_attempt a
    where a.user_name_hash = ${under} and a.at > ${now}::timestamptz - interval '1 day'
      and ${
        known
          ? sql`a.address = ${here}`
          : sql`not exists (select from waymark.sign_in_attempt b where b.user_name_hash = a.user_name_hash
                  and b.address = a.address and b.succeeded and b.at > ${month})`
      }
    order by a.at desc limit 200`.execute(door)
  if (known || address === undefined) return { ofName, ofAddress: [], known }
  const { rows: ofAddress } = await sql<Try>`
    select a.at, a.succeeded from waymark.sign_in_attempt a
    where a.address = ${here} and not a.succeeded and a.at > ${now}::timestamptz - interval '1 hour'
      and not exists (select from waymark.sign_in_attempt b where b.user_name_hash = a.user_name_hash
            and b.address = a.address and b.succeeded and b.at > ${month})
    order by a.at desc limit 500`.execute(door)
  return { ofName, ofAddress, known }
}

/** Writes a try down; a success also clears away tries too old to tell anything. */
export async function recordTry(
  door: Tx,
  under: Buffer,
  address: string | undefined,
  now: Date,
  succeeded: boolean,
): Promise<void> {
  await sql`
    insert into waymark.sign_in_attempt (at, user_name_hash, address, succeeded)
    values (${now}, ${under}, ${network(address)}, ${succeeded})`.execute(door)
  if (!succeeded) return
  await sql`delete from waymark.sign_in_attempt where at < ${now}::timestamptz - interval '31 days'`.execute(
    door,
  )
}

/** A sign-in that is not complete yet: young enough, and of an account that is still open. */
export async function findUnfinished(
  door: Tx,
  session: SessionId,
): Promise<{ readonly passed: boolean } | undefined> {
  const row = await door
    .selectFrom('waymark.session')
    .select('passed_factor')
    .where('id', '=', session)
    .where('step', '=', 'second-factor')
    .where('ended_at', 'is', null)
    .where('created_at', '>', sql<Date>`now() - interval '30 minutes'`)
    .executeTakeFirst()
  return row && { passed: row.passed_factor }
}

export async function markPassed(door: Tx, session: SessionId): Promise<void> {
  await door
    .updateTable('waymark.session')
    .set({ passed_factor: true })
    .where('id', '=', session)
    .execute()
}
