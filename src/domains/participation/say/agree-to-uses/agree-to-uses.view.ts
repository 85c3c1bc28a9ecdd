import { dayIn, type Frame, frameIn, say } from '#domains/words/index.ts'
import type { Consent } from '../consent.queries.ts'
import { type PartLine, partLines } from '../part.view.ts'
import { type Use, USES } from '../said.rules.ts'
import type { Part, Statement } from '../said-row.ts'

export type UsesView = Frame & {
  readonly lines: readonly PartLine[]
  readonly back: string
  readonly uses: readonly {
    readonly value: Use
    readonly title: string
    readonly hint: string
    readonly now: string
    readonly given: boolean
    readonly mayName: boolean
  }[]
}

/** What one part may be used for: each use by itself, said yes to and stopped as one likes. */
export function usesView(given: {
  readonly language: string
  readonly statement: Statement
  readonly part: Part
  readonly consents: readonly Consent[]
}): UsesView {
  const frame = frameIn(given.language, false, (w) => w.uses.title)
  const { w, language } = frame
  return {
    ...frame,
    lines: partLines(frame, given.statement, [given.part]),
    back: `/me/say/${given.statement.id}`,
    uses: USES.map((value) => {
      const held = given.consents.find((c) => c.use === value && c.partId === given.part.id)
      const yes = held?.named === 'the_name_i_go_by' ? w.uses.nowNamed : w.uses.now
      return {
        value,
        title: w.uses[value],
        hint: w.uses[`${value}Hint`],
        now: held ? say(yes, { day: dayIn(language, held.givenAt) }) : w.uses.not,
        given: held !== undefined,
        // At a review everybody knows whose it is.
        mayName: value !== 'my_review',
      }
    }),
  }
}
