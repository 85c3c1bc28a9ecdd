import { sql } from 'kysely'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Cut } from './area.queries.ts'
import { type DisclosurePolicy, type Publishable, released } from './disclosure.rules.ts'
import type { Figures } from './picture.rules.ts'
import type { Release } from './see-the-area/area.view.ts'

/** The last picture of this cut for the actor's organisation, as it was released. */
export async function findLastRelease(tx: Tx, cut: Cut): Promise<Release | undefined> {
  const row = await tx
    .selectFrom('waymark.statistics_release')
    .select(['id', 'number', 'made_at', 'figures'])
    .where('organisation_id', '=', sql<string>`waymark.actor_organisation()`)
    .where('year_from', '=', cut.year.from)
    .where('framework_version_id', '=', cut.framework.id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const figures = new Map<string, Publishable>()
  for (const [name, value] of Object.entries(row.figures ?? {})) {
    figures.set(name, released(typeof value === 'number' ? value : undefined))
  }
  return { id: row.id, number: row.number, madeAt: new Date(row.made_at), figures }
}

/** Holds others who make the same picture until this transaction ends. */
export async function takeTurn(tx: Tx, cut: Cut): Promise<void> {
  const turn = `statistics ${cut.year.from} ${cut.framework.id}`
  await sql`select pg_advisory_xact_lock(hashtextextended(
    ${turn} || waymark.actor_organisation()::text, 0))`.execute(tx)
}

/** Writes the next picture of this cut into the ledger; only published figures have the type. */
export async function keepRelease(
  tx: Tx,
  cut: Cut,
  number: number,
  figures: Figures,
  policy: DisclosurePolicy,
): Promise<string> {
  const values = Object.fromEntries([...figures].map(([name, { value }]) => [name, value ?? null]))
  const { id } = await tx
    .insertInto('waymark.statistics_release')
    .values({
      year_from: cut.year.from,
      framework_version_id: cut.framework.id,
      number,
      figures: JSON.stringify(values),
      policy: JSON.stringify(policy),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
