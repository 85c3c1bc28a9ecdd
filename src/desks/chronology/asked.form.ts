import { type CalendarDay, typedDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { type EventKind, eventKind, type EventPlace } from '#domains/children/index.ts'

/** Which part of a chronology is asked for. What cannot be read is said, and the rest still holds. */
export type Narrowed = {
  readonly kind: EventKind | undefined
  readonly from: CalendarDay | undefined
  readonly until: CalendarDay | undefined
  readonly marked: boolean
  readonly before: EventPlace | undefined
  readonly typed: { readonly from: string; readonly until: string }
  readonly problems: readonly Problem[]
}

export function readNarrowed(query: Readonly<Record<string, unknown>>): Narrowed {
  const problems: Problem[] = []
  const typed = {
    from: textOf(query, 'from').slice(0, 40),
    until: textOf(query, 'until').slice(0, 40),
  }
  const dayIn = (field: 'from' | 'until'): CalendarDay | undefined => {
    const text = typed[field].trim()
    const day = text ? typedDay(text) : undefined
    if (text && !day) problems.push({ field, text: 'Enter a real date, like 27 3 2026' })
    return day
  }
  const from = dayIn('from')
  const until = dayIn('until')
  if (from && until && until < from) {
    problems.push({ field: 'until', text: 'Enter a last day that is not before the first' })
  }
  return {
    kind: eventKind(textOf(query, 'kind')),
    from,
    until,
    marked: textOf(query, 'marked') === 'yes',
    before: readPlace(textOf(query, 'before')),
    typed,
    problems,
  }
}

function readPlace(text: string): EventPlace | undefined {
  const [moment = '', id = ''] = text.split('_')
  const event = readId<'event'>(id)
  const at = new Date(/^\d{13}$|^-?\d{1,13}$/.test(moment) ? Number(moment) : Number.NaN)
  return event && !Number.isNaN(at.getTime()) ? { at, id: event } : undefined
}

/** The address of the same, from a place on; nothing that was not asked is in it. */
export function addressOf(here: string, asked: Narrowed, before?: EventPlace): string {
  const query = new URLSearchParams()
  if (asked.kind) query.set('kind', asked.kind)
  if (asked.from) query.set('from', asked.typed.from)
  if (asked.until) query.set('until', asked.typed.until)
  if (asked.marked) query.set('marked', 'yes')
  if (before) query.set('before', `${before.at.getTime()}_${before.id}`)
  const text = query.toString()
  return text ? `${here}?${text}` : here
}
