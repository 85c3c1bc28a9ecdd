import type { Tx } from '#platform/db/unit-of-work.ts'
import { changesInWords } from '../import.rules.ts'
import { plannedChildren } from '../runs.queries.ts'
import { csvLine } from '../ssda903/rejected.view.ts'
import type { RunId } from '../staging.queries.ts'

export const PLAN_HEADINGS = ['Child', 'What becomes of the record', 'Met by', 'What is written']

/** A page of the plan as lines of a CSV file, a line for each child; none after the last page. */
export async function planLines(tx: Tx, run: RunId, page: number): Promise<readonly string[]> {
  const children = await plannedChildren(tx, run, undefined, page)
  return children.map(({ child, outcome, matchedBy, changes }) =>
    csvLine([child, outcome, matchedBy ?? '', changesInWords(changes)]),
  )
}
