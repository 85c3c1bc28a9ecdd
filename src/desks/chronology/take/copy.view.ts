import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { csvFile } from '#kernel/csv.ts'
import { londonDay } from '#kernel/london-time.ts'
import type { Part } from '#platform/pdf/written.ts'
import type { EventMark, ToldEvent } from '#domains/children/index.ts'
import { lineOf } from '../see/chronology.view.ts'

const HEAD = [
  'day',
  'when',
  'about',
  'what',
  'their_words',
  'language',
  'why_it_matters',
  'marked_by',
]

/** A line for each event, the earliest first. */
export function chronologyCsv(events: readonly ToldEvent[], marks: readonly EventMark[]): string {
  const lines = events.flatMap((event) => {
    const line = lineOf(event, '', marks)
    if (!line) return []
    return [
      [
        londonCalendarDay(event.at),
        line.when,
        line.kind,
        line.what,
        line.words ?? '',
        line.words === undefined ? '' : (line.language ?? ''),
        line.mark?.why ?? '',
        line.mark?.by ?? '',
      ],
    ]
  })
  return csvFile([HEAD, ...lines])
}

/** The same to print: under each day what happened, with their words as they gave them. */
export function chronologyParts(
  told: { readonly title: string; readonly leading: readonly string[] },
  events: readonly ToldEvent[],
  marks: readonly EventMark[],
): readonly Part[] {
  return [
    { kind: 'h1', text: told.title },
    ...told.leading.map((text): Part => ({ kind: 'small', text })),
    ...[...Map.groupBy(events, (e) => londonDay(e.at))].flatMap(
      ([day, theirs]): readonly Part[] => [
        { kind: 'h3', text: day },
        ...theirs.flatMap((e) => partsOf(e, marks)),
      ],
    ),
  ]
}

function partsOf(event: ToldEvent, marks: readonly EventMark[]): readonly Part[] {
  const line = lineOf(event, '', marks)
  if (!line) return []
  return [
    { kind: 'text', text: line.what },
    ...(line.words === undefined ? [] : [{ kind: 'text', text: line.words } as const]),
    ...(line.mark?.why === undefined
      ? []
      : [{ kind: 'small', text: `Why it matters: ${line.mark.why} (${line.mark.by})` } as const]),
  ]
}
