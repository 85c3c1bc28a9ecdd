/** A day on the calendar with no time and no zone, as 2026-11-21. Compares and sorts as text. */
export type CalendarDay = string & { readonly [day]: true }

declare const day: unique symbol

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const londonDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' })

/** Reads 2026-11-21. Undefined for 2026-02-30, which JavaScript would quietly turn into 2 March. */
export function calendarDay(text: string): CalendarDay | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const instant = new Date(`${text}T00:00:00Z`)
  const real = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one door into CalendarDay
  return real ? (text as CalendarDay) : undefined
}

/** Reads what people type in three boxes: day, month (number or name) and year. */
export function calendarDayFrom(d: string, m: string, y: string): CalendarDay | undefined {
  const named = MONTHS.findIndex(
    (name) => m.length >= 3 && name.toLowerCase().startsWith(m.toLowerCase()),
  )
  const month = named >= 0 ? String(named + 1) : m
  if (!/^\d{1,2}$/.test(d) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(y)) return undefined
  return calendarDay(`${y}-${month.padStart(2, '0')}-${d.padStart(2, '0')}`)
}

/** Reads what people type in one box: 27 3 2026, 27/3/2026, 27 March 2026, or 2026-03-27. */
export function typedDay(text: string): CalendarDay | undefined {
  const parts = text.trim().split(/[\s/.,-]+/)
  const [first = '', second = '', third = ''] = parts
  if (parts.length !== 3) return undefined
  return first.length === 4
    ? calendarDayFrom(third, second, first)
    : calendarDayFrom(first, second, third)
}

/** The day it is in London at that instant. */
export function londonCalendarDay(instant: Date): CalendarDay {
  const text = londonDate.format(instant)
  const found = calendarDay(text)
  if (!found) throw new Error('The clock gave a day that does not exist')
  return found
}

/** For a reader: 21 November 2026. */
export function inWords(value: CalendarDay): string {
  const [y, m, d] = value.split('-').map(Number)
  return `${d} ${MONTHS[(m ?? 1) - 1]} ${y}`
}

/** Whole years from one day to another; a birthday on 29 February is reached on 1 March in other years. */
export function yearsBetween(from: CalendarDay, to: CalendarDay): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}
