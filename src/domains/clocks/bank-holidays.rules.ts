import type { CalendarDay } from '#kernel/calendar-day.ts'
import { dayNumber, type DayNumber, weekdayOf } from './days.rules.ts'

/** Whose bank holidays there are: the three that are published. */
export const DIVISIONS = ['england_and_wales', 'scotland', 'northern_ireland'] as const
export type Division = (typeof DIVISIONS)[number]

export const NATIONS = ['england', 'wales', 'scotland', 'northern_ireland'] as const
export type Nation = (typeof NATIONS)[number]

export const NATION_NAMES: Readonly<Record<Nation, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  northern_ireland: 'Northern Ireland',
}

export const DIVISION_NAMES: Readonly<Record<Division, string>> = {
  england_and_wales: 'England and Wales',
  scotland: 'Scotland',
  northern_ireland: 'Northern Ireland',
}

const DIVISION_OF: Readonly<Record<Nation, Division>> = {
  england: 'england_and_wales',
  wales: 'england_and_wales',
  scotland: 'scotland',
  northern_ireland: 'northern_ireland',
}

export const divisionOf = (nation: Nation): Division => DIVISION_OF[nation]

/** The bank holidays of one division, and the years for which they have been published. */
export type BankHolidays = {
  readonly days: ReadonlySet<DayNumber>
  readonly years: ReadonlySet<number>
}

export function bankHolidays(days: readonly CalendarDay[], years: readonly number[]): BankHolidays {
  return { days: new Set(days.map(dayNumber)), years: new Set(years) }
}

/** Neither a Saturday, a Sunday, nor a bank holiday. Christmas Day and Good Friday are in every list. */
export const isWorkingDay = (day: DayNumber, holidays: BankHolidays): boolean =>
  weekdayOf(day) <= 5 && !holidays.days.has(day)
