import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { trustedId, type ChildId, type PersonId, type SessionId } from '#kernel/ids.ts'
import type { Role } from '#platform/access/capability.ts'
import type { Database } from '#platform/db/postgres.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Actor } from './page.ts'
import type { Serving } from './serving.ts'

export const COOKIE = 'waymark_session'
/** Signed out after this long without a request, and after this long whatever happens. */
export const IDLE = '30 minutes'
export const ABSOLUTE = '12 hours'

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
  holding: { handed?: boolean; by?: string }
}

/** Who holds this token, in one statement. Undefined when nobody does, or no longer. */
export async function actorOf(db: Database, token: string | undefined): Promise<Actor | undefined> {
  if (!token) return undefined
  const { rows } = await sql<Row>`
    select * from gate.actor_of_session(${hashOf(token)}, ${IDLE}::interval, ${ABSOLUTE}::interval)`.execute(
    db,
  )
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
    handedBy: row.holding.by ? trustedId<'person'>(row.holding.by) : undefined,
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
}

/** Starts a session and gives its token, which is kept nowhere but in the browser. */
export async function startSession(door: Tx, session: NewSession): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await door
    .insertInto('waymark.session')
    .values({
      person_id: session.person,
      token_hash: hashOf(token),
      step: session.step,
      address: session.address,
      device: session.device.slice(0, 200),
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
  { readonly id: SessionId; readonly person: PersonId; readonly step: string } | undefined
> {
  if (!token) return undefined
  const row = await door
    .selectFrom('waymark.session')
    .select(['id', 'person_id', 'step'])
    .where('token_hash', '=', hashOf(token))
    .where('ended_at', 'is', null)
    .where('created_at', '>', sql<Date>`now() - interval '12 hours'`)
    .executeTakeFirst()
  return row && { id: trustedId(row.id), person: trustedId(row.person_id), step: row.step }
}

export const tokenOf = (request: FastifyRequest): string | undefined => request.cookies[COOKIE]

export function keepToken(reply: FastifyReply, serving: Serving, token: string | null): void {
  const attributes = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: serving.origin.startsWith('https:'),
  }
  if (token === null) void reply.clearCookie(COOKIE, attributes)
  else void reply.setCookie(COOKIE, token, attributes)
}
