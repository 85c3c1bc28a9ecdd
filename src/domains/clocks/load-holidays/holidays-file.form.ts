import { z } from 'zod'
import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { type Division, DIVISION_NAMES, DIVISIONS } from '../bank-holidays.rules.ts'

/** A day of a list, as it is published. */
export type ListedDay = {
  readonly division: Division
  readonly on: CalendarDay
  readonly called: string
}

/** What a list says: its days, in order, and the years it has whole. */
export type HolidayList = {
  readonly days: readonly ListedDay[]
  readonly years: readonly { readonly division: Division; readonly year: number }[]
  /** Years of which it has only some days: they are left out. */
  readonly inPart: readonly { readonly division: Division; readonly year: number }[]
}

/** Each division has at least so many in a year; a year with fewer is not whole. */
const FEWEST: Readonly<Record<Division, number>> = {
  england_and_wales: 8,
  scotland: 9,
  northern_ireland: 10,
}

const event = z.object({ title: z.string().trim().min(1).max(100), date: z.string() })
const published = z.object({ events: z.array(event).max(1000) })
const file = z.object({
  'england-and-wales': published,
  scotland: published,
  'northern-ireland': published,
})

type Read = { readonly list: HolidayList } | { readonly problem: string }

/** Reads bank-holidays.json as gov.uk publishes it. A sentence where it is not that. */
export function readHolidays(text: string): Read {
  if (text.trim() === '') return { problem: 'Paste the content of bank-holidays.json' }
  const found = file.safeParse(parsed(text))
  if (!found.success) {
    const problem =
      'This is not the list as gov.uk publishes it: an object with england-and-wales, scotland and northern-ireland, each with events that have a title and a date'
    return { problem }
  }
  const days: ListedDay[] = []
  for (const of of DIVISIONS) {
    for (const { title, date } of divisionIn(found.data, of)) {
      const on = calendarDay(date)
      if (!on) return { problem: `${DIVISION_NAMES[of]}: ${date.slice(0, 30)} is not a day` }
      if (on < '2000-01-01' || on > '2190-01-01') {
        return { problem: `${DIVISION_NAMES[of]}: check the year of ${date}` }
      }
      if (days.some((d) => d.division === of && d.on === on)) {
        return { problem: `${DIVISION_NAMES[of]}: ${date} stands in it twice` }
      }
      days.push({ division: of, on, called: title })
    }
  }
  if (days.length === 0) return { problem: 'There is no day in this list' }
  return { list: wholeYears(days) }
}

const divisionIn = (data: z.infer<typeof file>, of: Division) =>
  ({
    england_and_wales: data['england-and-wales'],
    scotland: data.scotland,
    northern_ireland: data['northern-ireland'],
  })[of].events

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function wholeYears(days: readonly ListedDay[]): HolidayList {
  const byYear = Map.groupBy(days, (d) => `${d.division} ${d.on.slice(0, 4)}`)
  const all = [...byYear].map(([key, own]) => {
    const [of = '', year = ''] = key.split(' ')
    const division = DIVISIONS.find((d) => d === of) ?? 'scotland'
    return { division, year: Number(year), whole: own.length >= FEWEST[division] }
  })
  const named = (whole: boolean) =>
    all.filter((y) => y.whole === whole).map(({ division, year }) => ({ division, year }))
  const years = named(true)
  const kept = days.filter((d) =>
    years.some((y) => y.division === d.division && y.year === Number(d.on.slice(0, 4))),
  )
  return { days: kept, years, inPart: named(false) }
}

/** A day that is known, as the table has it. */
export type KnownDay = ListedDay & { readonly withdrawn: boolean }

export type HolidayChange = {
  readonly add: readonly ListedDay[]
  /** Known days of a year that the list has whole, and that are not in it: they were moved. */
  readonly withdraw: readonly ListedDay[]
  readonly years: readonly { readonly division: Division; readonly year: number }[]
}

/** What loading a list would change. */
export function changeOf(
  list: HolidayList,
  known: readonly KnownDay[],
  knownYears: readonly { readonly division: Division; readonly year: number }[],
): HolidayChange {
  const same = (a: ListedDay, b: ListedDay) => a.division === b.division && a.on === b.on
  const whole = (d: ListedDay) =>
    list.years.some((y) => y.division === d.division && y.year === Number(d.on.slice(0, 4)))
  const stand = known.filter((k) => !k.withdrawn)
  return {
    add: list.days.filter((d) => !stand.some((k) => same(k, d))),
    withdraw: stand.filter((k) => whole(k) && !list.days.some((d) => same(k, d))),
    years: list.years.filter(
      (y) => !knownYears.some((k) => k.division === y.division && k.year === y.year),
    ),
  }
}

export const changesNothing = (change: HolidayChange): boolean =>
  change.add.length + change.withdraw.length + change.years.length === 0
