import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { trustedId, type ChildId, type PersonId, type SessionId } from '#kernel/ids.ts'
import type { Role } from '#platform/access/capability.ts'
import type { Database } from '#platform/db/postgres.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Actor, Look } from './page.ts'

export { COOKIE, tokenOf } from './cookies.ts'

/** Minutes without a request, and minutes whatever happens, after which a session ends. */
type Limits = { readonly idle: number; readonly longest: number }

const STAFF: Limits = { idle: 30, longest: 12 * 60 }
/** Long enough to write something; what was typed when it ends is kept for whoever typed it. */
const OWN: Limits = { idle: 20, longest: 4 * 60 }
/** A library, a friend's phone: somebody else is next. */
const BORROWED: Limits = { idle: 10, longest: 60 }
/** A worker's device, with the worker near. */
const HANDED: Limits = { idle: 30, longest: 2 * 60 }

function limitsOf(role: string, session: NewSession): Limits {
  if (role !== 'young_person') return STAFF
  if (session.handed) return HANDED
  return session.borrowed ? BORROWED : OWN
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

type Row = {
  session_id: string
  person_id: string
  name: string
  role: Role
  organisation_id: string
  organisation_name: string
  team_id: string | null
  child_id: string | null
  step: 'second-factor' | 'signed-in'
  holding: { handed?: boolean; by?: string; look?: Look }
  borrowed: boolean
  began: Date
}

/** Who holds this token, in one statement. Undefined when nobody does, or no longer. */
export async function actorOf(db: Database, token: string | undefined): Promise<Actor | undefined> {
  if (!token) return undefined
  const { rows } = await sql<Row>`
    select * from gate.actor_of_session(${hashOf(token)})`.execute(db)
  const row = rows[0]
  if (!row || row.step !== 'signed-in') return undefined
  const childId = row.child_id ? trustedId<'child'>(row.child_id) : undefined
  return {
    id: trustedId(row.person_id),
    name: row.name,
    role: row.role,
    organisationId: trustedId(row.organisation_id),
    organisationName: row.organisation_name,
    teamId: row.team_id ? trustedId(row.team_id) : undefined,
    childId,
    sessionId: trustedId(row.session_id),
    handedTo: row.holding.handed ? childId : undefined,
    look: row.holding.look,
    handedBy: row.holding.by ? trustedId<'person'>(row.holding.by) : undefined,
    borrowed: row.borrowed,
    signedInAt: row.began,
  }
}

/** Whose session this token was, even when it has ended. */
export async function formerHolder(
  db: Database,
  token: string | undefined,
): Promise<PersonId | undefined> {
  if (!token) return undefined
  const { rows } = await sql<{ person: string | null }>`
    select gate.person_of_token(${hashOf(token)}) as person`.execute(db)
  return rows[0]?.person ? trustedId(rows[0].person) : undefined
}

export type NewSession = {
  readonly person: PersonId
  readonly step: 'second-factor' | 'signed-in'
  readonly address: string
  readonly device: string
  /** A worker's device in a young person's hands. */
  readonly handed?: { readonly child: ChildId; readonly by: PersonId }
  /** The young person said that the device is not theirs. */
  readonly borrowed?: boolean
}

/** Starts a session and gives its token, which is kept nowhere but in the browser. */
export async function startSession(door: Tx, session: NewSession): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const { role } = await door
    .selectFrom('waymark.person')
    .select('role')
    .where('id', '=', session.person)
    .executeTakeFirstOrThrow()
  const limits = limitsOf(role, session)
  await door
    .insertInto('waymark.session')
    .values({
      person_id: session.person,
      token_hash: hashOf(token),
      step: session.step,
      address: session.address,
      device: session.device.slice(0, 200),
      idle_minutes: limits.idle,
      longest_minutes: limits.longest,
      borrowed: session.borrowed ?? false,
      holding: JSON.stringify(session.handed ? { handed: true, by: session.handed.by } : {}),
    })
    .execute()
  return token
}

export async function endSession(door: Tx, id: SessionId, why: string): Promise<void> {
  await door
    .updateTable('waymark.session')
    .set({ ended_at: sql`now()`, ended_why: why })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** Ends the session that a token belongs to, whatever its step. */
export async function endSessionOf(door: Tx, token: string, why: string): Promise<void> {
  await door
    .updateTable('waymark.session')
    .set({ ended_at: sql`now()`, ended_why: why })
    .where('token_hash', '=', hashOf(token))
    .where('ended_at', 'is', null)
    .execute()
}

/** The person and step of a token, for the pages between password and second factor. */
export async function sessionAtDoor(
  door: Tx,
  token: string | undefined,
): Promise<
  | {
      readonly id: SessionId
      readonly person: PersonId
      readonly step: string
      readonly borrowed: boolean
    }
  | undefined
> {
  if (!token) return undefined
  const row = await door
    .selectFrom('waymark.session')
    .select(['id', 'person_id', 'step', 'borrowed'])
    .where('token_hash', '=', hashOf(token))
    .where('ended_at', 'is', null)
    .where('created_at', '>', sql<Date>`now() - interval '12 hours'`)
    .executeTakeFirst()
  return (
    row && {
      id: trustedId(row.id),
      person: trustedId(row.person_id),
      step: row.step,
      borrowed: row.borrowed,
    }
  )
}

/** The session a token belongs to, ended or not: whose device it was on is known even then. */
export async function sessionEver(
  door: Tx,
  token: string | undefined,
): Promise<
  { readonly id: SessionId; readonly person: PersonId; readonly borrowed: boolean } | undefined
> {
  if (!token) return undefined
  const row = await door
    .selectFrom('waymark.session')
    .select(['id', 'person_id', 'borrowed'])
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst()
  return row && { id: trustedId(row.id), person: trustedId(row.person_id), borrowed: row.borrowed }
}
