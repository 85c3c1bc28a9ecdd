import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import type { Birth, Precision } from './birth.rules.ts'

const PRECISIONS = ['day', 'month', 'year', 'range'] as const

/** A claim as the database keeps it, as the domain speaks of it. Throws on what the constraints forbid. */
export function claimIn(row: {
  readonly earliest: string
  readonly latest: string
  readonly precision: string
}): Birth {
  return {
    earliest: dayOf(row.earliest),
    latest: dayOf(row.latest),
    precision: precisionOf(row.precision),
  }
}

function dayOf(text: string): CalendarDay {
  const day = calendarDay(text)
  if (!day) throw new Error('The database gave a day that does not exist')
  return day
}

function precisionOf(text: string): Precision {
  const precision = PRECISIONS.find((p) => p === text)
  if (!precision) throw new Error('The database gave a precision that does not exist')
  return precision
}
