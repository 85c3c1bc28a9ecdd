import type { Tx } from '#platform/db/unit-of-work.ts'
import { POLICY } from '../disclosure.rules.ts'
import { takeTurn } from '../ledger.queries.ts'
import type { Made } from '../make-a-picture/make-a-picture.ts'
import { countGroups, keepGroup, releasedGroups } from '../missing-groups.queries.ts'
import { publishGroup } from '../missing-groups.rules.ts'

/** What was done and offered is often written down days later: a group is counted a week after its last report. */
const PATIENCE = 7 * 24 * 60 * 60 * 1000

/**
 * Counts every whole group that has come about since the last, each once and for good. At night, and when somebody
 * asks; the actor is an analyst or manager, or the organisation's own account.
 */
export async function makeMissingGroups(tx: Tx, now: Date): Promise<readonly Made[]> {
  await takeTurn(tx, 'missing_release', undefined)
  const [last] = await releasedGroups(tx, 1)
  const until = new Date(now.getTime() - PATIENCE)
  const made: Made[] = []
  let [number, after] = [last?.number ?? 0, last?.untilAt]
  for (const group of await countGroups(tx, after, until)) {
    number += 1
    const next = { number, untilAt: group.untilAt, figures: publishGroup(group, after) }
    made.push({ outcome: 'made', release: await keepGroup(tx, next, POLICY) })
    after = group.untilAt
  }
  return made
}
