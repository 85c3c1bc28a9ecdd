import type { Actor } from '#platform/http/page.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

export type Team = { readonly id: string; readonly name: string }

/** The teams of the actor's organisation, by name. */
export async function teamsOf(tx: Tx, actor: Actor): Promise<readonly Team[]> {
  return tx
    .selectFrom('waymark.team')
    .select(['id', 'name'])
    .where('organisation_id', '=', actor.organisationId)
    .orderBy('name')
    .limit(200)
    .execute()
}
