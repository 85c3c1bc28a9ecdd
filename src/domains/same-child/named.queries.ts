import { sql } from 'kysely'
import type { Birth } from '#domains/children/index.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** What a line of a list says of a child: the name they go by, how to say it, when they say they were born. */
export type Named = {
  readonly knownAs: string
  readonly sayIt: string | undefined
  readonly births: readonly Birth[]
}

export async function namesFor(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Named>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{
    id: string
    known_as: string
    say_it: string | null
    births: readonly Birth[]
  }>`
    select c.id, c.known_as, c.say_it, coalesce((
      select jsonb_agg(jsonb_build_object('earliest', b.earliest, 'latest', b.latest, 'precision', b.precision) order by b.id)
      from waymark.date_of_birth_claim b where b.child_id = c.id and b.ended_at is null), '[]') as births
    from waymark.child c where c.id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Map(
    rows.map((row) => [
      row.id,
      { knownAs: row.known_as, sayIt: row.say_it ?? undefined, births: row.births },
    ]),
  )
}
