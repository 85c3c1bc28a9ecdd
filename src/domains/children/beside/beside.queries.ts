import { trustedId, type ChildId, type OrganisationId, type PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

export type Worker = {
  readonly id: PersonId
  readonly name: string
  readonly role: string
  readonly organisation: string
}

/** The people of an organisation who may stand beside a child, by name. */
export async function workersOf(tx: Tx, organisation: OrganisationId): Promise<readonly Worker[]> {
  const rows = await tx
    .selectFrom('waymark.person as p')
    .innerJoin('waymark.organisation as o', 'o.id', 'p.organisation_id')
    .select(['p.id', 'p.name', 'p.role', 'o.name as organisation'])
    .where('p.organisation_id', '=', organisation)
    .where('p.role', 'in', ['practitioner', 'guardian', 'manager'])
    .where('p.ended_at', 'is', null)
    .orderBy('p.name')
    .limit(2000)
    .execute()
  return rows.map((row) => ({ ...row, id: trustedId(row.id) }))
}

/** Allocates a child to somebody. False when they already have that part. */
export async function allocate(
  tx: Tx,
  child: ChildId,
  to: {
    readonly person: PersonId
    readonly part: string
    readonly startedOn: string
    readonly trained?: 'yes' | 'not_yet' | undefined
    readonly trainedWhy?: string | undefined
    readonly trainedBy?: string | undefined
  },
): Promise<boolean> {
  const added = await tx
    .insertInto('waymark.allocation')
    .values({
      child_id: child,
      person_id: to.person,
      part: to.part,
      started_on: to.startedOn,
      trained: to.trained ?? null,
      trained_why: to.trainedWhy ?? null,
      trained_by: to.trainedBy ?? null,
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .execute()
  return added.length === 1
}

/** Ends an allocation; the history keeps it. False when somebody changed it meanwhile. */
export async function endAllocation(
  tx: Tx,
  allocation: { readonly child: ChildId; readonly id: string; readonly version: number },
  ended: { readonly on: string; readonly why: string | undefined },
): Promise<boolean> {
  const changed = await tx
    .updateTable('waymark.allocation')
    .set({ ended_on: ended.on, ended_why: ended.why ?? null })
    .where('id', '=', allocation.id)
    .where('child_id', '=', allocation.child)
    .where('version', '=', allocation.version)
    .where('ended_on', 'is', null)
    .returning('id')
    .execute()
  return changed.length === 1
}
