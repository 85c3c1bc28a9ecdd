import {
  type CheckIn,
  type KeptAnswer,
  type UsedFramework,
  WITHDRAWN_BECAUSE,
} from '#domains/outcomes/index.ts'
import { dayIn, type Frame, frameIn, say } from '#domains/words/index.ts'
import { type SaidLine, saidLines } from '../said.view.ts'

export type ReadView = Frame & {
  readonly heading: string
  readonly justShared: boolean
  readonly takenBack: string | undefined
  readonly lines: readonly SaidLine[]
  readonly because: readonly { readonly value: string; readonly text: string }[]
  readonly takeBackAt: string
  readonly howWeWere: string
}

/** What I shared, and taking it back. */
export function readView(given: {
  readonly checkIn: CheckIn
  readonly framework: UsedFramework
  readonly answers: ReadonlyMap<string, KeptAnswer>
  readonly handed: boolean
  readonly justShared: boolean
}): ReadView {
  const { checkIn } = given
  const frame = frameIn(checkIn.language, given.handed, (w) => w.end.title)
  const day = (at: Date | undefined) => (at ? dayIn(frame.language, at) : '')
  return {
    ...frame,
    heading: say(frame.w.shared.heading, { day: day(checkIn.sharedAt) }),
    justShared: given.justShared,
    takenBack:
      checkIn.status === 'withdrawn'
        ? say(frame.w.shared.takenBack, { day: day(checkIn.withdrawnAt) })
        : undefined,
    lines: saidLines({ ...given, w: frame.w, language: checkIn.language }),
    because: WITHDRAWN_BECAUSE.map((value) => ({ value, text: frame.w.shared.because[value] })),
    takeBackAt: `/me/check-in/${checkIn.id}/take-back`,
    howWeWere: `/me/how-we-were/check_in/${checkIn.id}`,
  }
}
