import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** What the header of the council's returns documents of a child, in the return's codes, and who says so. */
export type Documented = {
  readonly organisation: string
  readonly year: number
  readonly facts: Readonly<Record<string, string>>
}

/** One for each council whose return names the child; none when no return does. */
export async function documentedInReturns(tx: Tx, child: ChildId): Promise<readonly Documented[]> {
  const { rows } = await sql<Documented>`
    select o.name as organisation, r.said_in as year, r.facts
    from waymark.return_row r join waymark.organisation o on o.id = r.organisation_id
    where r.child_id = ${child} and r.file = 'header' order by o.name`.execute(tx)
  return rows
}
