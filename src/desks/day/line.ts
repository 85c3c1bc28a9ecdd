import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId, TeamId } from '#kernel/ids.ts'
import type { Visit } from '#platform/http/page.ts'

/** What kind of thing it is: somebody waits for the reader, something is owed to a child, something is coming, or a child waits for somebody else's decision. */
export type Kind = 'waiting' | 'owed' | 'coming' | 'elsewhere'

/** One line of a day: whom it is for, what it is, by which day, and the one thing to do. */
export type DayLine = {
  readonly kind: Kind
  readonly childId: ChildId
  readonly name: string
  readonly detail: string
  /** The day it is for. Undefined: as soon as possible. */
  readonly on: CalendarDay | undefined
  readonly action: { readonly text: string; readonly href: string }
}

/** What somebody wrote, as they wrote it, with a full stop where it has none: more is said after it. */
export const stopped = (words: string): string =>
  /[.!?…]\s*$/.test(words) ? words.trimEnd() : `${words.trimEnd()}.`

/** Whose day it is: the reader's own children, or a team. */
export type Whose = 'beside-me' | TeamId

/** A part of a day that one domain fills. */
export type Source = (visit: Visit) => Promise<readonly DayLine[]>

/** More than these of one kind are read on a page of their own. */
export const MOST_LINES = 200
