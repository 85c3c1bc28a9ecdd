import {
  calendarDay,
  calendarDayFrom,
  inWords,
  type CalendarDay,
  yearsBetween,
} from '#kernel/calendar-day.ts'
import type { BirthClaim } from './child-keys.rules.ts'

/** How exactly a birth is known, or said to be. */
export type Precision = 'day' | 'month' | 'year' | 'range'

export type Birth = BirthClaim & { readonly precision: Precision }

/** What people type in the boxes for a birth; each may be empty. */
export type BirthBoxes = {
  readonly day: string
  readonly month: string
  readonly year: string
  readonly yearTo: string
}

export type BirthProblem = { readonly box: keyof BirthBoxes; readonly text: string }

const EARLIEST_YEAR = 1900

/**
 * Reads the boxes: a whole date, a month and year, a year, or a year to a year. Undefined when all
 * are empty. `today` is the latest a child can have been born.
 */
export function readBirth(boxes: BirthBoxes, today: CalendarDay): Birth | BirthProblem | undefined {
  const typed = {
    day: boxes.day.trim(),
    month: boxes.month.trim(),
    year: boxes.year.trim(),
    yearTo: boxes.yearTo.trim(),
  }
  if (Object.values(typed).every((box) => box === '')) return undefined
  if (!isYear(typed.year, today)) return problem('year', yearSentence(today))
  if (typed.yearTo) return readRange(typed, today)
  const birth = readOne(typed)
  const ahead = 'earliest' in birth && birth.earliest > today
  return ahead ? problem('year', 'The date of birth must be today or earlier') : birth
}

function readOne({ day, month, year }: BirthBoxes): Birth | BirthProblem {
  if (day && !month) return problem('month', 'Enter the month too, or leave the day empty')
  if (day) return readDay(day, month, year)
  return month ? readMonth(month, year) : readYear(year)
}

const problem = (box: keyof BirthBoxes, text: string): BirthProblem => ({ box, text })

const yearSentence = (today: CalendarDay) =>
  `Enter the year of birth in four numbers, from ${EARLIEST_YEAR} to ${today.slice(0, 4)}`

const isYear = (text: string, today: CalendarDay) =>
  /^\d{4}$/.test(text) && Number(text) >= EARLIEST_YEAR && text <= today.slice(0, 4)

function readRange(
  { day, month, year, yearTo }: BirthBoxes,
  today: CalendarDay,
): Birth | BirthProblem {
  if (day || month)
    return problem('yearTo', 'Leave the day and month empty when you enter two years')
  if (!isYear(yearTo, today)) return problem('yearTo', yearSentence(today))
  if (yearTo < year)
    return problem('yearTo', 'The second year must be the same as the first or later')
  return spanning(`${year}-01-01`, `${yearTo}-12-31`, yearTo === year ? 'year' : 'range')
}

function readDay(day: string, month: string, year: string): Birth | BirthProblem {
  const whole = calendarDayFrom(day, month, year)
  if (!whole) return problem('day', 'Enter a date of birth that is a real date, like 27 3 2009')
  return { earliest: whole, latest: whole, precision: 'day' }
}

function readMonth(month: string, year: string): Birth | BirthProblem {
  const first = calendarDayFrom('1', month, year)
  if (!first) return problem('month', 'Enter the month as a number from 1 to 12, or its name')
  const last = [31, 30, 29, 28].flatMap((d) => calendarDay(`${first.slice(0, 8)}${d}`) ?? [])[0]
  return { earliest: first, latest: last ?? first, precision: 'month' }
}

const readYear = (year: string) => spanning(`${year}-01-01`, `${year}-12-31`, 'year')

function spanning(from: string, to: string, precision: Precision): Birth {
  const [earliest, latest] = [calendarDay(from), calendarDay(to)]
  if (!earliest || !latest) throw new Error('A year did not begin or end')
  return { earliest, latest, precision }
}

/** The boxes as they would have been typed for a claim. */
export function boxesOf(birth: Birth): BirthBoxes {
  const [year = '', month = '', day = ''] = birth.earliest.split('-')
  const to = birth.precision === 'range' ? birth.latest.slice(0, 4) : ''
  const exact = birth.precision === 'day'
  const monthly = exact || birth.precision === 'month'
  return { day: exact ? plain(day) : '', month: monthly ? plain(month) : '', year, yearTo: to }
}

const plain = (digits: string) => String(Number(digits))

/** For a reader: 27 March 2009 · March 2009 · 2009 · between 1 January 2007 and 31 December 2009. */
export function birthInWords(birth: Birth): string {
  const day = inWords(birth.earliest)
  if (birth.precision === 'day') return day
  if (birth.precision === 'month') return day.replace(/^\d+ /, '')
  if (birth.precision === 'year') return birth.earliest.slice(0, 4)
  return `between ${day} and ${inWords(birth.latest)}`
}

/** How a claim answers a birth that was searched for. */
export type BirthCloseness = 'same' | 'near' | 'other'

/**
 * `same`: the two overlap. `near`: day and month swapped, or the same day within two years, as an
 * age assessment or a form moves it (linkage notes, disputed dates of birth).
 */
export function birthCloseness(sought: BirthClaim, claim: BirthClaim): BirthCloseness {
  if (claim.earliest <= sought.latest && claim.latest >= sought.earliest) return 'same'
  const oneDay = sought.earliest === sought.latest && claim.earliest === claim.latest
  return oneDay && nearDay(sought.earliest, claim.earliest) ? 'near' : 'other'
}

function nearDay(a: CalendarDay, b: CalendarDay): boolean {
  const [year, month, day] = a.split('-')
  const swapped = `${year}-${day}-${month}`
  const apart = Math.abs(Number(year) - Number(b.slice(0, 4)))
  return b === swapped || (a.slice(5) === b.slice(5) && apart <= 2)
}

/** The closest of a child's claims; `other` when there is none. */
export function closestBirth(sought: BirthClaim, claims: readonly BirthClaim[]): BirthCloseness {
  const found = new Set(claims.map((claim) => birthCloseness(sought, claim)))
  return found.has('same') ? 'same' : found.has('near') ? 'near' : 'other'
}

/** Whether any claim of a birth makes somebody of these years, both included, on that day. */
export const mayBeAged = (
  claims: readonly BirthClaim[],
  years: { readonly from: number; readonly to: number },
  today: CalendarDay,
): boolean =>
  claims.some(
    (claim) =>
      yearsBetween(claim.earliest, today) >= years.from &&
      yearsBetween(claim.latest, today) <= years.to,
  )
