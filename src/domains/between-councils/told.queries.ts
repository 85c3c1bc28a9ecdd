import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Run } from './run.queries.ts'

/** From now on a young person may see that they were compared. False when somebody said so meanwhile. */
export async function tellOne(
  tx: Tx,
  run: string,
  child: ChildId,
  because: string,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into waymark.between_told (run_id, child_id, because) values (${run}, ${child}, ${because})
    on conflict (run_id, child_id) do nothing returning id`.execute(tx)
  return rows.length === 1
}

/** The same for everybody of a question who was not told yet. Gives how many that were. */
export async function tellAll(tx: Tx, run: Pick<Run, 'id'>, because: string): Promise<number> {
  const { rows } = await sql<{ told: number }>`
    with told as (
      insert into waymark.between_told (run_id, child_id, because)
      select distinct b.run_id, b.child_id, ${because} from waymark.between_row b where b.run_id = ${run.id}
      on conflict (run_id, child_id) do nothing returning 1)
    select count(*)::integer as told from told`.execute(tx)
  return rows[0]?.told ?? 0
}

/** How many children of a question do not see yet that they were compared. */
export async function notToldIn(
  tx: Tx,
  run: Pick<Run, 'id' | 'tell' | 'encodedAt'>,
): Promise<number> {
  if (run.tell !== 'not_yet' || run.encodedAt === null) return 0
  const { rows } = await sql<{ n: number }>`
    select count(distinct b.child_id)::integer as n from waymark.between_row b
     where b.run_id = ${run.id} and not exists (
       select from waymark.between_told t where t.run_id = b.run_id and t.child_id = b.child_id)`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}
