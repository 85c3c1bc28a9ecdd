import { sql } from 'kysely'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { type DisclosurePolicy, POLICY } from './disclosure.rules.ts'
import { figuresOf, valuesOf } from './ledger.queries.ts'
import type { CountedGroup } from './missing-groups.rules.ts'
import type { Figures } from './picture.rules.ts'

/** A group of children as it was released. */
export type GroupRelease = {
  readonly id: string
  readonly number: number
  readonly untilAt: Date
  readonly figures: Figures
}

/**
 * Counts for the actor's own organisation, by a function that gives counts and no row: whole groups reported after
 * one moment and until another. Not for a page until published.
 */
export async function countGroups(
  tx: Tx,
  after: Date | undefined,
  until: Date,
): Promise<readonly CountedGroup[]> {
  const { rows } = await sql<Kept<CountedGroup>>`
    select until_at as "untilAt", children, answered, half_answered_in as "halfAnsweredIn", found, offered_in_time as "offeredInTime"
    from waymark.missing_groups(${after ?? null}, ${until}, ${POLICY.percentFrom})`.execute(tx)
  return rows.map((row) => known<CountedGroup>(row))
}

/** The newest groups of the actor's organisation as they were released, the newest first. */
export async function releasedGroups(tx: Tx, most: number): Promise<readonly GroupRelease[]> {
  const { rows } = await sql<Omit<GroupRelease, 'figures'> & { figures: unknown }>`
    select id, number, until_at as "untilAt", figures from waymark.missing_release
    where organisation_id = waymark.actor_organisation() order by number desc limit ${most}`.execute(
    tx,
  )
  return rows.map((row) => ({ ...row, figures: figuresOf(row.figures) }))
}

/** Writes the next group into the ledger; only published figures have the type. */
export async function keepGroup(
  tx: Tx,
  { number, untilAt, figures }: Omit<GroupRelease, 'id'>,
  policy: DisclosurePolicy,
): Promise<string> {
  const { id } = await tx
    .insertInto('waymark.missing_release')
    .values({
      number,
      until_at: untilAt,
      figures: JSON.stringify(valuesOf(figures)),
      policy: JSON.stringify(policy),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
