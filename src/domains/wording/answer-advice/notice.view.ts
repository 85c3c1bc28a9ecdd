import { KEEPING, type Standing } from '../list.rules.ts'
import type { OpenAdvice } from '../wording.queries.ts'

export type NoticeLine = {
  readonly id: string
  readonly words: string
  readonly label: string
  readonly why: readonly string[]
  readonly say: string
  readonly from: string
  readonly check: boolean
  readonly changeAt: string | undefined
}

export type Notice = {
  readonly title: string
  readonly lines: readonly NoticeLine[]
  readonly to: string
  readonly reasons: readonly { readonly value: string; readonly text: string }[]
}

const REASONS = Object.entries(KEEPING).map(([value, text]) => ({ value, text }))

/** What stands on the page after saving: the text is kept, and these words are worth another look. */
export function noticeOf(open: readonly OpenAdvice[], list: readonly Standing[]): Notice {
  const by = new Map(list.map((phrase) => [phrase.code, phrase]))
  const lines = open.map((one) => lineOf(one, by.get(one.code)))
  const first = open[0]
  return {
    title:
      lines.length === 1
        ? 'It is saved. One wording is worth another look'
        : `It is saved. ${lines.length} wordings are worth another look`,
    lines,
    to: first ? `/children/${first.childId}/wording/${first.batch}` : '',
    reasons: [{ value: '', text: 'Leave it for now' }, ...REASONS],
  }
}

/** A phrase that the service has since turned off, or that is not in the list any more. */
const GONE = { label: '', why: [], say: '', from: [], check: false } as const

function lineOf(one: OpenAdvice, phrase: Standing | undefined): NoticeLine {
  const { label, why, say, from, check } = phrase ?? GONE
  return {
    id: one.id,
    words: one.words,
    label,
    why,
    say,
    from: from.join('; '),
    check,
    changeAt: one.changeAt,
  }
}
