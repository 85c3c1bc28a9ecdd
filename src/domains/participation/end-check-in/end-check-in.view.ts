import { errorsOf, type Errors } from '#platform/http/form-problem.ts'
import type { CheckIn, KeptAnswer, UsedFramework } from '#domains/outcomes/index.ts'
import type { Allocation } from '#domains/children/index.ts'
import { type Frame, frameIn } from '#domains/words/index.ts'
import { type SaidLine, saidLines } from '../said.view.ts'

export type EndView = Frame & {
  readonly errors: Errors
  readonly lines: readonly SaidLine[]
  readonly beside: readonly string[]
  readonly choose: string
}

/** A quiet place at the end: what I said, who will see it, change anything. */
export function endView(given: {
  readonly checkIn: CheckIn
  readonly framework: UsedFramework
  readonly answers: ReadonlyMap<string, KeptAnswer>
  readonly allocations: readonly Allocation[]
  readonly handed: boolean
  readonly nothing: boolean
}): EndView {
  const frame = frameIn(given.checkIn.language, given.handed, (w) => w.end.title)
  const names = given.allocations
    .filter((a) => a.endedOn === undefined)
    .map((a) => a.personName)
    .filter((name) => name !== undefined)
  return {
    ...frame,
    errors: errorsOf(given.nothing ? [{ field: 'share', text: frame.w.end.nothingToShare }] : []),
    lines: saidLines({ ...given, w: frame.w, language: given.checkIn.language }),
    beside: [...new Set(names)],
    choose: `/me/check-in/${given.checkIn.id}/choose`,
  }
}
