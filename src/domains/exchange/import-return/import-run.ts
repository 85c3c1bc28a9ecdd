import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { carryOut } from '../commit.queries.ts'
import { makePlan } from '../plan.queries.ts'
import { getRun, type RunFound } from '../runs.queries.ts'
import type { Return } from '../ssda903/read-return.ts'
import { oneAtATime, type Progress, type RunId, stage } from '../staging.queries.ts'

/** Says what a return would do, row by row, and writes nothing of a child. In the transaction given. */
export async function previewReturn(tx: Tx, found: Return, progress: Progress): Promise<RunFound> {
  const id = await stage(tx, found, progress)
  progress('Comparing with the records')
  await makePlan(tx, await getRun(tx, id))
  return getRun(tx, id)
}

export type Imported = { readonly run: RunFound; readonly children: readonly ChildId[] }

/**
 * Carries out a return previewed before, all of it or nothing. The plan is made again first, since
 * the records may have changed after the preview. Asked for twice, the second time writes nothing.
 */
export async function commitReturn(tx: Tx, id: RunId, progress: Progress): Promise<Imported> {
  await oneAtATime(tx)
  const run = await getRun(tx, id)
  if (run.state === 'committed') return { run, children: [] }
  await makePlan(tx, run)
  return commitPreviewed(tx, id, progress)
}

/** Carries out a return previewed in this very transaction, which nothing can have come between. */
export async function commitPreviewed(tx: Tx, id: RunId, progress: Progress): Promise<Imported> {
  const children = await carryOut(tx, await getRun(tx, id), progress)
  return { run: await getRun(tx, id), children }
}
