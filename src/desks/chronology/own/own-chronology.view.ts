import type { EventMark, ToldEvent } from '#domains/children/index.ts'
import { dayIn, type Frame, say } from '#domains/words/index.ts'
import { ownOf } from './own-sources.ts'

export type OwnLine = {
  readonly key: string
  readonly day: string
  readonly what: string
  readonly href: string | undefined
  readonly words: string | undefined
  readonly language: string | undefined
  readonly mark: { readonly id: string; readonly version: number } | undefined
}

/** Each event in words of the page, with my own words as I gave them. */
export function ownLines(
  frame: Frame,
  events: readonly ToldEvent[],
  marks: readonly EventMark[],
): readonly OwnLine[] {
  const w = frame.w.byDay
  return events.flatMap((e) => {
    const own = ownOf(e.source)
    if (!own) return []
    const name = own.name === undefined ? '' : String(e.about[own.name] ?? w.somebody)
    const mark = marks.find((m) => m.source === e.source && m.eventId === e.id)
    return {
      key: `${e.source}/${e.id}`,
      day: dayIn(frame.language, e.at),
      what: say(w.told[own.told(e)], { name }),
      href: own.href(e),
      words: e.words,
      language: e.language,
      mark: mark && { id: mark.id, version: mark.version },
    }
  })
}
