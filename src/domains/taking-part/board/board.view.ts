import { londonDayAndTime } from '#kernel/london-time.ts'
import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import type { Opportunity } from '../board.queries.ts'
import type { Group } from '../groups.queries.ts'
import type { BoardAnswer, Kind } from '../taking-part.rules.ts'

export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  session: 'A session, once',
  group: 'A group',
  consultation: 'A consultation',
}

export const ANSWER_WORDS: Readonly<Record<BoardAnswer, string>> = {
  interested: 'is interested',
  tell_me_more: 'wants to know more',
  no_thanks: 'does not want to',
  taken_back: 'took it back',
}

export const dayInWords = (text: string): string => {
  const day = calendarDay(text)
  return day ? inWords(day) : text
}

/** One of the board, as staff read it. */
export const boardLine = (o: Opportunity) => ({
  ...o,
  href: `/taking-part/${o.id}`,
  kind: KIND_WORDS[o.kind],
  when: londonDayAndTime(o.startsAt),
})

export const groupLine = (g: Group) => ({
  ...g,
  href: `/taking-part/groups/${g.id}`,
  held: dayInWords(g.heldOn),
})
