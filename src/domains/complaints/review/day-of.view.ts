import { calendarDay, inWords } from '#kernel/calendar-day.ts'

/** A calendar day from the database, for a reader. */
export function dayOf(text: string): string {
  const day = calendarDay(text)
  return day ? inWords(day) : text
}
