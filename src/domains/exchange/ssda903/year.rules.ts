import type { CalendarDay } from '#kernel/calendar-day.ts'

/** The collection year a day falls in, named by the 31 March it ends on. 15 February 2018 is in 2018. */
export function collectionYear(day: CalendarDay): number {
  const year = Number(day.slice(0, 4))
  return day.slice(5) > '03-31' ? year + 1 : year
}

/** The last day of a collection year. */
export function endOfYear(year: number): string {
  return `${year}-03-31`
}

/** How many things began in each collection year: episodes and missing periods, or reviews. */
export type Beginnings = ReadonlyMap<number, number>

/** Fewer than one row in two hundred is taken for slips of the pen. */
const SLIPS = 1 / 200

/**
 * The year a return is of: the latest in which more than slips began. A return carries every
 * episode open at any time in its year, so earlier beginnings are common and later ones are slips.
 */
export function yearOfReturn(begun: Beginnings, reviewed: Beginnings): number | undefined {
  return latest(begun) ?? latest(reviewed)
}

function latest(counts: Beginnings): number | undefined {
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0)
  const years = [...counts].filter(([, n]) => n >= all * SLIPS).map(([year]) => year)
  return years.length > 0 ? Math.max(...years) : undefined
}
