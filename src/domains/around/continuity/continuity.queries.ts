import { sql } from 'kysely'
import type { Tx } from '#platform/db/unit-of-work.ts'

export type Stood = {
  readonly child: string
  readonly person: string
  readonly standing: string
  readonly beganOn: string
  readonly endedOn: string | null
  readonly chosenByChild: boolean
}

/** Who stood beside whom in the actor's organisation or team, under pseudonyms. */
export async function continuityRows(tx: Tx): Promise<readonly Stood[]> {
  const { rows } = await sql<Stood>`
    select child, person, standing, began_on as "beganOn", ended_on as "endedOn", chosen_by_child as "chosenByChild"
    from waymark.continuity()`.execute(tx)
  return rows
}
