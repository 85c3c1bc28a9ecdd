import { calendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { liveFrameworks } from './framework.queries.ts'
import type { UsedFramework } from './framework-kept.rules.ts'
import { refuseFramework } from './framework.rules.ts'

/** The framework a check-in with this child uses now: the first in use that is not refused for them. */
export async function frameworkFor(
  tx: Tx,
  child: ChildId,
  now: Date,
): Promise<UsedFramework | undefined> {
  const inUse = await liveFrameworks(tx)
  if (inUse.length === 0) return undefined
  const claims = await tx
    .selectFrom('waymark.date_of_birth_claim')
    .select(['earliest', 'latest'])
    .where('child_id', '=', child)
    .where('ended_at', 'is', null)
    .execute()
  const ages = claims.map((c) => ({
    earliest: calendarDay(c.earliest),
    latest: calendarDay(c.latest),
  }))
  return inUse.find((f) => refuseFramework(f, ages, londonCalendarDay(now)) === undefined)
}
