import type { Day, Instant } from './invented.ts'

const DAY = 86_400_000

/** Days since 1 January 1970, so that days can be added and compared as numbers. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY
}

/** The day that many days after 1 January 1970. Fractions are dropped. */
export function dayOf(number: number): Day {
  return new Date(Math.floor(number) * DAY).toISOString().slice(0, 10)
}

/** An instant on that day, `minutes` after midnight UTC. */
export function instantOf(number: number, minutes: number): Instant {
  return `${new Date(Math.floor(number) * DAY + minutes * 60_000).toISOString().slice(0, 19)}Z`
}
