import type { OrganisationId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** What the organisation that holds a record is called, where the actor may know. */
export async function holderOf(tx: Tx, organisation: OrganisationId): Promise<string | undefined> {
  const row = await tx
    .selectFrom('waymark.organisation')
    .select('name')
    .where('id', '=', organisation)
    .executeTakeFirst()
  return row?.name
}
