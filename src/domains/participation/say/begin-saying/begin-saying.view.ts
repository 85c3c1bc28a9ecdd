import { errorsOf, type Errors } from '#platform/http/form-problem.ts'
import { dayIn, type Frame, frameIn, say } from '#domains/words/index.ts'
import { MEDIA, type Medium } from '../said.rules.ts'
import { SYMBOL_OF_MEDIUM } from '../part.view.ts'
import { PAGES_TO_BEGIN_WITH } from '../to-begin.ts'
import type { Statement } from '../said-row.ts'

export type WayChoice = { readonly value: Medium; readonly text: string; readonly symbol: string }

/** The ways to say something: all equal, each with its symbol. */
export const waysIn = (frame: Frame): readonly WayChoice[] =>
  MEDIA.map((value) => ({
    value,
    text: frame.w.say.ways[value],
    symbol: SYMBOL_OF_MEDIUM[value],
  }))

export type BeginSayingView = Frame & {
  readonly errors: Errors
  readonly beside: readonly string[]
  readonly drafts: readonly { readonly text: string; readonly href: string }[]
  readonly ways: readonly WayChoice[]
  /** Made for this page: the thing said is kept under it, however often the form is sent. */
  readonly statement: string
  /** Where the phone goes on without signal, and the pages it brings along for that. */
  readonly next: string
  readonly ahead: readonly string[]
}

/** Before beginning: who can see it, what an adult must do, and how to say it. */
export function beginSayingView(given: {
  readonly language: string
  readonly handed: boolean
  readonly beside: readonly { readonly name: string }[]
  readonly drafts: readonly Statement[]
  readonly statement: string
  readonly noWay: boolean
}): BeginSayingView {
  const frame = frameIn(given.language, given.handed, (w) => w.say.title)
  return {
    ...frame,
    errors: errorsOf(given.noWay ? [{ field: 'way', text: frame.w.say.chooseHow }] : []),
    beside: given.beside.map((b) => b.name),
    drafts: given.drafts.map((draft) => ({
      text: say(frame.w.say.unfinished, { day: dayIn(frame.language, draft.startedAt) }),
      href: `/me/say/${draft.id}`,
    })),
    ways: waysIn(frame),
    statement: given.statement,
    next: '/me/say/{statement}/make/{way}',
    ahead: PAGES_TO_BEGIN_WITH,
  }
}
