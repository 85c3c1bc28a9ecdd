import type { KeptAnswer } from '../answers.queries.ts'
import { type Line, linesOf } from '../casework.rules.ts'
import type { Given } from '../route.rules.ts'
import { titleOf } from '../sections.rules.ts'

export type ShownLine = Line & {
  readonly title: string
  /** The first of its page of the form. */
  readonly first: boolean
  readonly from: string | undefined
  readonly lines: number
  readonly rows: number
}

/** Every question with its answer, for reading and for copying. */
export function shownLines(
  given: Given,
  kept: ReadonlyMap<string, KeptAnswer>,
): readonly ShownLine[] {
  const all = linesOf(given)
  return all.map((line, n) => {
    const lines = line.text.split('\n').length
    return {
      ...line,
      title: titleOf(line.step),
      first: all[n - 1]?.step !== line.step,
      from: kept.get(line.field)?.cameFrom,
      lines,
      rows: Math.min(16, lines + Math.ceil(line.text.length / 70)),
    }
  })
}
