import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

export type ComplaintCount = {
  readonly about: string
  readonly found: string
  readonly inTime: boolean | undefined
  readonly n: number
}

/** Counts of what was said before that day. To go through disclosure control before anybody sees it. */
export async function complaintCounts(
  tx: Tx,
  until: CalendarDay,
): Promise<readonly ComplaintCount[]> {
  const { rows } = await sql<{ about: string; found: string; in_time: boolean | null; n: string }>`
    select about, found, in_time, n from waymark.complaint_counts(${until})`.execute(tx)
  return rows.map((row) => ({
    about: row.about,
    found: row.found,
    inTime: row.in_time ?? undefined,
    n: Number(row.n),
  }))
}
