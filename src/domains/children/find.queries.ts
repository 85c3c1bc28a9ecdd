import { sql } from 'kysely'
import { trustedId, type ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { claimIn } from './claim.rules.ts'
import { searchTiers, type Search } from './child-keys.rules.ts'
import { rank, SHOWN, type Candidate, type Found } from './find.rules.ts'

/** Enough candidates that the closest fifty are among them, few enough to rank in a few milliseconds. */
const ENOUGH = 80

export type FoundChildren = {
  readonly found: readonly Found[]
  /** True when more might have answered than are shown. */
  readonly more: boolean
}

/** The children within reach whom a search may mean, the closest first, at most fifty. */
export async function findChildren(tx: Tx, search: Search): Promise<FoundChildren> {
  const tiers = searchTiers(search)
  const { rows } = await sql<{ child_id: string }>`
    select child_id from waymark.find_children(${JSON.stringify(tiers)}::jsonb, ${ENOUGH})
  `.execute(tx)
  const ids = [...new Set(rows.map((row) => trustedId<'child'>(row.child_id)))]
  const ranked = rank(search, await candidates(tx, ids))
  return { found: ranked.slice(0, SHOWN), more: ranked.length > SHOWN || rows.length >= ENOUGH }
}

type Row = {
  readonly id: string
  readonly known_as: string
  readonly say_it: string | null
  readonly names: readonly string[]
  readonly births: readonly { earliest: string; latest: string; precision: string }[]
  readonly numbers: readonly string[]
}

async function candidates(tx: Tx, ids: readonly ChildId[]): Promise<readonly Candidate[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Row>`
    select c.id, c.known_as, c.say_it,
      coalesce((select jsonb_agg(n.name) from waymark.child_name n
        where n.child_id = c.id and n.ended_at is null), '[]') as names,
      coalesce((select jsonb_agg(jsonb_build_object('earliest', b.earliest, 'latest', b.latest, 'precision', b.precision))
        from waymark.date_of_birth_claim b where b.child_id = c.id and b.ended_at is null), '[]') as births,
      coalesce((select jsonb_agg(i.value) from waymark.child_identifier i where i.child_id = c.id), '[]') as numbers
    from waymark.child c where c.id = any (${ids}::uuid[])
  `.execute(tx)
  return rows.map((row) => ({
    id: trustedId(row.id),
    knownAs: row.known_as,
    sayIt: row.say_it ?? undefined,
    names: row.names,
    births: row.births.map(claimIn),
    identifiers: row.numbers,
  }))
}
