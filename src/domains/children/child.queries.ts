import { sql } from 'kysely'
import {
  trustedId,
  type ChildId,
  type OrganisationId,
  type PersonId,
  type TeamId,
} from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { claimIn } from './claim.rules.ts'
import { keysOfChild } from './child-keys.rules.ts'

export type Child = {
  readonly id: ChildId
  readonly organisationId: OrganisationId
  readonly teamId: TeamId | undefined
  /** The young person's own account, once they have one. */
  readonly personId: PersonId | undefined
  readonly knownAs: string
  /** False while nobody knows a name yet and `knownAs` is a stand-in. */
  readonly nameKnown: boolean
  readonly sayIt: string | undefined
  readonly openedAt: Date
  readonly version: number
}

/** The child, when within the actor's reach. */
export async function findChild(tx: Tx, id: ChildId): Promise<Child | undefined> {
  const row = await tx
    .selectFrom('waymark.child')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id,
      organisationId: trustedId(row.organisation_id),
      teamId: row.team_id === null ? undefined : trustedId(row.team_id),
      personId: row.person_id === null ? undefined : trustedId(row.person_id),
      knownAs: row.known_as,
      nameKnown: row.name_known,
      sayIt: row.say_it ?? undefined,
      openedAt: row.opened_at,
      version: row.version,
    }
  )
}

/** As `findChild`, where the page has already made sure of it. Throws when out of reach. */
export async function getChild(tx: Tx, id: ChildId): Promise<Child> {
  const child = await findChild(tx, id)
  if (!child) throw new Error('This child is out of reach')
  return child
}

/** Saves the name a child goes by and how to say it. False when somebody changed it meanwhile. */
export async function saveGoBy(
  tx: Tx,
  id: ChildId,
  version: number,
  name: {
    readonly knownAs: string
    readonly nameKnown: boolean
    readonly sayIt: string | undefined
  },
): Promise<boolean> {
  const changed = await tx
    .updateTable('waymark.child')
    .set({ known_as: name.knownAs, name_known: name.nameKnown, say_it: name.sayIt ?? null })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .execute()
  if (changed.length === 0) return false
  await refreshKeys(tx, id)
  return true
}

/** Who changed the child's own row last, and when. `by` is undefined when the actor may not know. */
export async function whoChanged(
  tx: Tx,
  id: ChildId,
): Promise<{ readonly by: string | undefined; readonly at: Date }> {
  const row = await tx
    .selectFrom('waymark.child as c')
    .leftJoin('waymark.person as p', 'p.id', 'c.changed_by')
    .select(['p.name', 'c.changed_at'])
    .where('c.id', '=', id)
    .executeTakeFirstOrThrow()
  return { by: row.name ?? undefined, at: row.changed_at }
}

/** Makes the keys a child is found by from what the record says now. To be called after every change of a name, a birth or a number. */
export async function refreshKeys(tx: Tx, id: ChildId): Promise<void> {
  const child = await getChild(tx, id)
  const names = await tx
    .selectFrom('waymark.child_name')
    .select('name')
    .where('child_id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  const births = await tx
    .selectFrom('waymark.date_of_birth_claim')
    .select(['earliest', 'latest', 'precision'])
    .where('child_id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  const numbers = await tx
    .selectFrom('waymark.child_identifier')
    .select('value')
    .where('child_id', '=', id)
    .execute()
  const keys = keysOfChild({
    names: [...(child.nameKnown ? [child.knownAs] : []), ...names.map((n) => n.name)],
    births: births.map(claimIn),
    identifiers: numbers.map((n) => n.value),
  })
  await tx
    .insertInto('waymark.child_key')
    .values({ child_id: id, keys: [...keys] })
    .onConflict((c) => c.column('child_id').doUpdateSet({ keys: sql`excluded.keys` }))
    .execute()
}
