import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { HomeStay } from '#domains/processes/index.ts'

/** The homes written down here, for whoever works out what moved: one truth with what a return tells. */
export async function homesLivedIn(tx: Tx, child: ChildId): Promise<readonly HomeStay[]> {
  const { rows } = await sql<Kept<HomeStay>>`
    select id as key, began_on as "from", ended_on as until, same_carers as "sameCarers" from waymark.home_stay
    where child_id = ${child} and not_so_because is null order by began_on`.execute(tx)
  return rows.map((row) => known<HomeStay>(row))
}
