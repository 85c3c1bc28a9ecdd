/** What we hold to be true of taking part and of showing what one made. Pure. */
import { londonInstant } from '#kernel/london-time.ts'
import { typedDay } from '#kernel/calendar-day.ts'

export const KINDS = ['session', 'group', 'consultation'] as const
export type Kind = (typeof KINDS)[number]

/** What a young person can say to it. None is better than another, and none is counted. */
export const ANSWERS = ['interested', 'tell_me_more', 'no_thanks', 'taken_back'] as const
export type BoardAnswer = (typeof ANSWERS)[number]

/** Who may read a quote. Each level holds those before it. */
export const LEVELS = ['group', 'inside', 'published'] as const
export type Level = (typeof LEVELS)[number]

/** Where a work may be shown. Each place is a yes of its own. */
export const PLACES = ['inside', 'published'] as const
export type Place = (typeof PLACES)[number]

export type QuoteState = 'waiting' | 'yes' | 'no' | 'withdrawn'

/** Whether a quote at that level may be read in that place; the database holds the same rule. */
export const isReadIn = (level: Level, place: Place): boolean =>
  LEVELS.indexOf(level) >= LEVELS.indexOf(place)

/** The answers that make sense after the one given: never the same again, and taking back only what was said. */
export function answersAfter(now: BoardAnswer | undefined): readonly BoardAnswer[] {
  const said = now !== undefined && now !== 'taken_back'
  return ANSWERS.filter((a) => a !== now && (a !== 'taken_back' || said))
}

/** A day and a clock time as typed, by the clock in London. */
export function momentOf(day: string, clock: string): Date | undefined {
  const found = typedDay(day)
  const time = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(clock.trim())
  if (!found || !time) return undefined
  return londonInstant(`${found}T${(time[1] ?? '').padStart(2, '0')}:${time[2]}`)
}

/** The longest that "it is safe to ask" holds. */
export const MOST_DAYS_SAFE = 31

export const MOST = {
  title: 120,
  about: 2000,
  lasts: 200,
  whereItIs: 300,
  travelFood: 500,
  thanks: 500,
  runsIt: 200,
  lastTime: 2000,
} as const
export type OpportunityField = keyof typeof MOST
export const FIELDS: readonly OpportunityField[] = [
  'title',
  'about',
  'lasts',
  'whereItIs',
  'travelFood',
  'thanks',
  'runsIt',
  'lastTime',
]

export const MOST_TALKED = 5000
export const MOST_QUOTE = 2000
export const MOST_NAME = 80
