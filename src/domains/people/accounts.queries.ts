import { sql } from 'kysely'
import { trustedId, type OrganisationId, type PersonId, type TeamId } from '#kernel/ids.ts'
import type { Role } from '#platform/access/capability.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** A member of staff as an administrator sees them. */
export type StaffAccount = {
  readonly id: PersonId
  readonly name: string
  readonly userName: string
  readonly role: Role
  readonly teamId: TeamId | undefined
  readonly teamName: string | undefined
  readonly closedAt: Date | undefined
  readonly version: number
  readonly changedAt: Date
  readonly changedBy: string | undefined
}

const staffRows = (tx: Tx) =>
  tx
    .selectFrom('waymark.person as p')
    .leftJoin('waymark.team as t', 't.id', 'p.team_id')
    .leftJoin('waymark.person as c', 'c.id', 'p.changed_by')
    .select(['p.id', 'p.name', 'p.user_name', 'p.role', 'p.team_id', 't.name as team_name'])
    .select(['p.ended_at', 'p.version', 'p.changed_at', 'c.name as changed_by'])
    .where('p.role', 'not in', ['young_person', 'carer', 'system'])

type Row = Awaited<ReturnType<ReturnType<typeof staffRows>['execute']>>[number]

const asStaff = (row: Row): StaffAccount => ({
  id: trustedId(row.id),
  name: row.name,
  userName: row.user_name,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the column allows these, the two others are left out above
  role: row.role as Role,
  teamId: row.team_id ? trustedId(row.team_id) : undefined,
  teamName: row.team_name ?? undefined,
  closedAt: row.ended_at ? new Date(row.ended_at) : undefined,
  version: row.version,
  changedAt: new Date(row.changed_at),
  changedBy: row.changed_by ?? undefined,
})

/** Staff whose name or user name holds the text, open accounts first; at most `most` and one, so that more can be told. */
export async function listStaff(
  tx: Tx,
  organisation: OrganisationId,
  search: string,
  most: number,
): Promise<readonly StaffAccount[]> {
  const rows = await staffRows(tx)
    .where('p.organisation_id', '=', organisation)
    .where(
      sql<boolean>`(${search} = '' or position(lower(${search}) in lower(p.name || ' ' || p.user_name)) > 0)`,
    )
    .orderBy(sql`p.ended_at is not null`)
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(most + 1)
    .execute()
  return rows.map(asStaff)
}

export async function findStaff(
  tx: Tx,
  organisation: OrganisationId,
  id: PersonId,
): Promise<StaffAccount | undefined> {
  const row = await staffRows(tx)
    .where('p.organisation_id', '=', organisation)
    .where('p.id', '=', id)
    .executeTakeFirst()
  return row && asStaff(row)
}

export type Team = { readonly id: TeamId; readonly name: string }

export async function listTeams(tx: Tx, organisation: OrganisationId): Promise<readonly Team[]> {
  const rows = await tx
    .selectFrom('waymark.team')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisation)
    .orderBy('name')
    .execute()
  return rows.map((r) => ({ id: trustedId(r.id), name: r.name }))
}

export async function findTeamName(tx: Tx, team: TeamId): Promise<string | undefined> {
  const row = await tx
    .selectFrom('waymark.team')
    .select('name')
    .where('id', '=', team)
    .executeTakeFirst()
  return row?.name
}

export async function findOwnUserName(tx: Tx, person: PersonId): Promise<string> {
  const row = await tx
    .selectFrom('waymark.person')
    .select('user_name')
    .where('id', '=', person)
    .executeTakeFirstOrThrow()
  return row.user_name
}

/** Adds a team. False when there is one of that name. */
export async function addTeam(
  tx: Tx,
  organisation: OrganisationId,
  name: string,
): Promise<boolean> {
  const done = await tx
    .insertInto('waymark.team')
    .values({ organisation_id: organisation, name })
    .onConflict((oc) => oc.columns(['organisation_id', 'name']).doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

/** Renames a team that still has the name it was seen with. False when it no longer has. */
export async function renameTeam(
  tx: Tx,
  team: TeamId,
  was: string,
  name: string,
): Promise<boolean> {
  const done = await tx
    .updateTable('waymark.team')
    .set({ name })
    .where('id', '=', team)
    .where('name', '=', was)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function userNameFree(tx: Tx, userName: string): Promise<boolean> {
  const { rows } = await sql<{
    free: boolean
  }>`select waymark.user_name_free(${userName}) as free`.execute(tx)
  return rows[0]?.free ?? false
}

type NewPerson = {
  readonly id: PersonId
  readonly organisationId: OrganisationId
  readonly teamId: TeamId | undefined
  readonly name: string
  readonly role: Role
  readonly userName: string
}

/** Opens an account that cannot sign in until it is given a password. In a demonstration it is marked invented. */
export async function openAccount(tx: Tx, person: NewPerson): Promise<void> {
  await tx
    .insertInto('waymark.person')
    .values({
      id: person.id,
      organisation_id: person.organisationId,
      team_id: person.teamId ?? null,
      name: person.name,
      role: person.role,
      user_name: person.userName,
      invented: sql<boolean>`exists (select from waymark.deployment where kind = 'demonstration')`,
    })
    .execute()
}

export type Change = {
  readonly name: string
  readonly role: Role
  readonly teamId: TeamId | undefined
}

/** Changes an account that still has the version it was seen with. False when it was changed since. */
export async function changeAccount(
  tx: Tx,
  id: PersonId,
  version: number,
  change: Change,
): Promise<boolean> {
  const done = await tx
    .updateTable('waymark.person')
    .set({ name: change.name, role: change.role, team_id: change.teamId ?? null })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Closes or reopens. False when it was so already. */
export async function setClosed(
  tx: Tx,
  id: PersonId,
  closed: boolean,
  now: Date,
): Promise<boolean> {
  const done = await tx
    .updateTable('waymark.person')
    .set({ ended_at: closed ? now : null })
    .where('id', '=', id)
    .where('ended_at', closed ? 'is' : 'is not', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Gives an account a password, as its hash, and ends its sessions. Throws when it is not the actor's to manage. */
export async function givePassword(
  tx: Tx,
  id: PersonId,
  hash: string,
  oneTime: boolean,
): Promise<void> {
  await sql`select waymark.give_password(${id}, ${hash}, ${oneTime})`.execute(tx)
}

/** Ends every session of an account, and says how many there were. Throws when it is not the actor's to manage. */
export async function endSessionsOf(tx: Tx, id: PersonId, why: string): Promise<number> {
  const { rows } = await sql<{
    ended: number
  }>`select waymark.end_sessions_of(${id}, ${why}) as ended`.execute(tx)
  return rows[0]?.ended ?? 0
}

/** Forgets authenticator, passkeys and recovery codes. Throws when the account is not the actor's to manage. */
export async function resetSecondFactor(tx: Tx, id: PersonId): Promise<void> {
  await sql`select waymark.reset_second_factor(${id})`.execute(tx)
}

export type SignIn = {
  readonly hasPassword: boolean
  readonly mustChange: boolean
  readonly hasCode: boolean
  readonly passkeys: number
  readonly sessions: number
  readonly lastUsed: Date | undefined
}

/** How an account signs in, for whoever manages it. Undefined for anybody else. */
export async function findSignIn(tx: Tx, id: PersonId): Promise<SignIn | undefined> {
  const { rows } = await sql<{
    has_password: boolean
    must_change: boolean
    has_code: boolean
    passkeys: number
    sessions: number
    last_used: Date | null
  }>`select * from waymark.account_sign_in(${id})`.execute(tx)
  const row = rows[0]
  return (
    row && {
      hasPassword: row.has_password,
      mustChange: row.must_change,
      hasCode: row.has_code,
      passkeys: row.passkeys,
      sessions: row.sessions,
      lastUsed: row.last_used ?? undefined,
    }
  )
}
