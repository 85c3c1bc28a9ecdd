import type { NewCorrection } from '#domains/children/index.ts'
import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import { type Frame, frameIn } from '#domains/words/index.ts'
import type { RecordLine } from './record-lines.view.ts'

export type AskView = Frame & {
  readonly heading: string
  readonly wish: NewCorrection['wish']
  readonly line: RecordLine | undefined
  readonly version: string
  readonly typed: { readonly wrong: string; readonly right: string }
  readonly moved: boolean
  readonly errors: Errors
}

/** One form for the three: what it says now, what is wrong, what is right. */
export function askView(given: {
  readonly language: string
  readonly wish: NewCorrection['wish']
  readonly line: RecordLine | undefined
  readonly typed: AskView['typed']
  readonly moved: boolean
  readonly problems: readonly Problem[]
}): AskView {
  const frame = frameIn(given.language, false, (w) => w.myRecord.askTitle)
  const w = frame.w.myRecord
  const headings = { wrong: w.askHeading, missing: w.missingHeading, read_note: w.noteHeading }
  return {
    ...frame,
    heading: headings[given.wish],
    wish: given.wish,
    line: given.line,
    version: String(given.line?.version ?? ''),
    typed: given.typed,
    moved: given.moved,
    errors: errorsOf(given.problems),
  }
}
