import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { queueNotice } from '#domains/contact/index.ts'
import { pointsToTell } from '../follow-up.queries.ts'

/**
 * Tells whoever agreed to it, and wants to be told, that there is something new for them: by the way and in the
 * hours they said are safe. Once for each point; no more than "you have something new" ever leaves.
 */
export async function tellPointsDue(tx: Tx, now: Date): Promise<number> {
  const due = await pointsToTell(tx, londonCalendarDay(now))
  for (const child of due) await queueNotice(tx, child, 'other', now)
  return due.length
}
