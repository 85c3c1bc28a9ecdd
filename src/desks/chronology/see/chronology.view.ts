import { isLanguageTag } from '#kernel/languages.ts'
import { londonDay, londonDayAndTime } from '#kernel/london-time.ts'
import { EVENT_KINDS, type EventMark, type ToldEvent } from '#domains/children/index.ts'
import { sourceOf } from '../sources.ts'

/** An event in a line: when, what, their words, and why it matters where somebody said so. */
export type EventLine = {
  readonly when: string
  readonly what: string
  readonly kind: string
  readonly href: string
  readonly words: string | undefined
  readonly language: string | undefined
  readonly mark: { readonly why: string | undefined; readonly by: string } | undefined
  readonly markHref: string
}

export type Month = { readonly called: string; readonly lines: readonly EventLine[] }

const monthOf = (at: Date): string => londonDay(at).split(' ').slice(1).join(' ')

export function lineOf(
  event: ToldEvent,
  here: string,
  marks: readonly EventMark[],
): EventLine | undefined {
  const source = sourceOf(event.source)
  if (!source) return undefined
  const mark = marks.find((m) => m.source === event.source && m.eventId === event.id)
  return {
    when: source.dayOnly ? londonDay(event.at) : londonDayAndTime(event.at),
    what: source.tells(event),
    kind: EVENT_KINDS[source.kind],
    href: `${here}${source.leads(event)}`,
    words: event.words,
    language: event.language && isLanguageTag(event.language) ? event.language : undefined,
    mark: mark && {
      why: mark.why,
      by: `${mark.by ?? 'Somebody'}, ${londonDay(mark.at)}`,
    },
    markHref: `${here}/chronology/${event.source}/${event.id}`,
  }
}

/** Under the month they were in, in the order they come. */
export function monthsOf(
  events: readonly ToldEvent[],
  here: string,
  marks: readonly EventMark[],
): readonly Month[] {
  return [...Map.groupBy(events, (e) => monthOf(e.at))].map(([called, theirs]) => ({
    called,
    lines: theirs.flatMap((e) => lineOf(e, here, marks) ?? []),
  }))
}
