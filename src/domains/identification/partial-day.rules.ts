import { calendarDay, calendarDayFrom, inWords, type CalendarDay } from '#kernel/calendar-day.ts'

/** A day as far as it is known: the first and the last that it can have been. */
export type PartialDay = {
  readonly earliest: CalendarDay
  readonly latest: CalendarDay
  readonly precision: 'day' | 'month' | 'year' | 'range'
}

/** What people type: each box may be empty. */
export type PartialBoxes = {
  readonly day: string
  readonly month: string
  readonly year: string
  readonly yearTo: string
}

export const BOX_NAMES = ['day', 'month', 'year', 'yearTo'] as const

const EARLIEST_YEAR = 1980

/** Reads a whole day, a month and year, a year, or a year to a year; a sentence where it is none of them. */
export function readPartialDay(
  boxes: PartialBoxes,
  today: CalendarDay,
): PartialDay | { readonly text: string } | undefined {
  const [day, month] = [boxes.day.trim(), boxes.month.trim()]
  const [year, yearTo] = [boxes.year.trim(), boxes.yearTo.trim()]
  if (![day, month, year, yearTo].some(Boolean)) return undefined
  const years = readYears(year, yearTo, today)
  const read = 'text' in years ? years : within({ day, month, year, yearTo }, years)
  if ('text' in read) return read
  return read.earliest > today ? say('Enter a date that is today or earlier') : read
}

function within({ day, month, year, yearTo }: PartialBoxes, years: PartialDay) {
  if (yearTo && (day || month)) return say('Leave day and month empty when you enter two years')
  if (day && !month) return say('Enter the month too, or leave the day empty')
  return month ? readMonthOrDay(day, month, year) : years
}

const say = (text: string) => ({ text })

function readYears(year: string, yearTo: string, today: CalendarDay) {
  const real = (text: string) =>
    /^\d{4}$/.test(text) && Number(text) >= EARLIEST_YEAR && text <= today.slice(0, 4)
  if (!real(year) || (yearTo && !real(yearTo))) {
    return say(`Enter a year in four numbers, from ${EARLIEST_YEAR} to ${today.slice(0, 4)}`)
  }
  if (yearTo && yearTo < year) return say('The second year must be the same as the first or later')
  const to = yearTo || year
  return span(`${year}-01-01`, `${to}-12-31`, to === year ? 'year' : 'range')
}

function readMonthOrDay(day: string, month: string, year: string) {
  if (day) {
    const whole = calendarDayFrom(day, month, year)
    return whole
      ? span(whole, whole, 'day')
      : say('Enter a date that is a real date, like 27 3 2024')
  }
  const first = calendarDayFrom('1', month, year)
  if (!first) return say('Enter the month as a number from 1 to 12, or its name')
  const last = [31, 30, 29, 28].flatMap((d) => calendarDay(`${first.slice(0, 8)}${d}`) ?? [])[0]
  return span(first, last ?? first, 'month')
}

function span(from: string, to: string, precision: PartialDay['precision']): PartialDay {
  const [earliest, latest] = [calendarDay(from), calendarDay(to)]
  if (!earliest || !latest) throw new Error('A year did not begin or end')
  return { earliest, latest, precision }
}

/** For a reader: 27 March 2024 · March 2024 · 2024 · 2021 to 2023. */
export function partialInWords({ earliest, latest, precision }: PartialDay): string {
  if (precision === 'day') return inWords(earliest)
  if (precision === 'month') return inWords(earliest).replace(/^\d+ /, '')
  const [from, to] = [earliest.slice(0, 4), latest.slice(0, 4)]
  return precision === 'year' ? from : `${from} to ${to}`
}

/** The boxes as they would have been typed. */
export function boxesOf({ earliest, latest, precision }: PartialDay): PartialBoxes {
  const [year = '', month = '', day = ''] = earliest.split('-')
  const monthly = precision === 'day' || precision === 'month'
  return {
    day: precision === 'day' ? String(Number(day)) : '',
    month: monthly ? String(Number(month)) : '',
    year,
    yearTo: precision === 'range' ? latest.slice(0, 4) : '',
  }
}

/** Whether one day is surely before another: never, where they overlap. */
export const surelyBefore = (a: PartialDay, b: PartialDay): boolean => a.latest < b.earliest
