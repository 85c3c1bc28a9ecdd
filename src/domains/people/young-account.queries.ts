import { sql } from 'kysely'
import { trustedId, type ChildId, type OrganisationId, type PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** A child's record, as far as their own account goes. The record is the children domain's; child.person_id is ours. */
export type OwnAccount = {
  readonly knownAs: string
  readonly organisationId: OrganisationId
  readonly account: { readonly id: PersonId; readonly userName: string } | undefined
}

/** The child's own account, if they have one. Held until the transaction ends, so that two cannot be opened at once. */
export async function findOwnAccount(
  tx: Tx,
  child: ChildId,
  hold = false,
): Promise<OwnAccount | undefined> {
  if (hold) await sql`select from waymark.child where id = ${child} for update`.execute(tx)
  const row = await tx
    .selectFrom('waymark.child as c')
    .leftJoin('waymark.person as p', 'p.id', 'c.person_id')
    .select(['c.known_as', 'c.organisation_id', 'p.id', 'p.user_name'])
    .where('c.id', '=', child)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    knownAs: row.known_as,
    organisationId: trustedId(row.organisation_id),
    account:
      row.id && row.user_name ? { id: trustedId(row.id), userName: row.user_name } : undefined,
  }
}

/** Ties an account to the record of the child whose own it is. */
export async function tieAccount(tx: Tx, child: ChildId, person: PersonId): Promise<void> {
  const done = await tx
    .updateTable('waymark.child')
    .set({ person_id: person })
    .where('id', '=', child)
    .where('person_id', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) throw new Error('The account could not be tied to its record')
}
