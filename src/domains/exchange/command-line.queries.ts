import { sql } from 'kysely'
import type { OrganisationId, PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** The account by which the command line acts for an organisation. */
export type CommandLine = { readonly id: PersonId; readonly organisationId: OrganisationId }

/** At the door: made when there is none yet. Undefined when no organisation has that code. */
export async function commandLineOf(door: Tx, code: string): Promise<CommandLine | undefined> {
  const { rows } = await sql<{ id: PersonId | null; organisationId: OrganisationId | null }>`
    select waymark.command_line_of(${code}) as id,
      (select o.id from waymark.organisation o where o.code = ${code}) as "organisationId"`.execute(
    door,
  )
  const [{ id, organisationId } = { id: null, organisationId: null }] = rows
  return id && organisationId ? { id, organisationId } : undefined
}

export async function organisationCodes(door: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from waymark.organisation order by code limit 50`.execute(door)
  return rows.map((r) => r.code)
}
