import { type Frame, frameIn } from '#domains/words/index.ts'
import { type WayChoice, waysIn } from '../begin-saying/begin-saying.view.ts'
import { type PartLine, partLines } from '../part.view.ts'
import type { Part, Statement } from '../said-row.ts'

export type LookView = Frame & {
  readonly lines: readonly PartLine[]
  readonly ways: readonly (WayChoice & { readonly href: string })[]
  readonly who: string
  /** Begun without signal: what is in it is on the phone alone. */
  readonly onPhone: boolean
}

/** What it looks like, before anybody else sees it. */
export function lookView(given: {
  readonly language: string
  readonly handed: boolean
  readonly statement: Statement
  readonly parts: readonly Part[]
  readonly onPhone: boolean
}): LookView {
  const frame = frameIn(given.language, given.handed, (w) => w.look.title)
  const at = `/me/say/${given.statement.id}`
  return {
    ...frame,
    lines: partLines(frame, given.statement, given.parts),
    ways: waysIn(frame).map((way) => ({ ...way, href: `${at}/make/${way.value}` })),
    who: `${at}/send`,
    onPhone: given.onPhone,
  }
}
