import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { clocksOf, stopClock } from '#domains/clocks/index.ts'

export const PATHWAY_OWED = 'care.pathway-plan'

/** A pathway plan was approved: what was owed since the assessment is done. */
export async function pathwayPlanned(tx: Tx, child: ChildId, now: Date): Promise<void> {
  for (const clock of await clocksOf(tx, child)) {
    if (clock.rule !== PATHWAY_OWED || !clock.about) continue
    const at = now < clock.startedAt ? clock.startedAt : now
    await stopClock(tx, { rule: PATHWAY_OWED, about: clock.about, at, how: 'done' })
  }
}
