import { calendarDay, type CalendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import { londonWallClock } from '#kernel/london-time.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { type Appointment, appointmentsOf, KINDS } from '#domains/calendar/index.ts'
import { demandsOf, settledClashesOf } from './systems.queries.ts'
import { type Clash, clashesOf, type Demand } from './clashes.rules.ts'

const AHEAD = 120 * 24 * 60 * 60 * 1000

/** What processes and the calendar ask of a child from today on, and what clashes. */
export async function gatherDemands(
  tx: Tx,
  child: ChildId,
  now: Date,
): Promise<{ readonly demands: readonly Demand[]; readonly clashes: readonly Clash[] }> {
  const today = londonCalendarDay(now)
  const own = await demandsOf(tx, child, today)
  const until = new Date(now.getTime() + AHEAD)
  const planned = await appointmentsOf(tx, child, { from: startOf(today), until })
  const demands = [...own, ...planned.filter((a) => a.state === 'planned').map(asDemand)]
  return { demands, clashes: clashesOf(demands, await settledClashesOf(tx, child)) }
}

/** The beginning of a day is never later than this in London, whatever the clocks do. */
function startOf(day: CalendarDay): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 60 * 60 * 1000)
}

function asDemand(a: Appointment): Demand {
  const [day = '', fromTime] = londonWallClock(a.startsAt).split('T')
  const [endDay = day, untilTime] = a.endsAt ? londonWallClock(a.endsAt).split('T') : []
  const onDay = calendarDay(day)
  if (!onDay) throw new Error('An appointment is on no day')
  const lastDay = endDay === day ? undefined : calendarDay(endDay)
  return {
    id: a.id,
    by: `calendar ${a.id}`,
    byName: `Calendar, ${KINDS[a.kind].toLowerCase()}`,
    what: a.why,
    onDay,
    untilDay: lastDay,
    fromTime,
    untilTime,
    place: a.place,
    person: a.withWhom,
    body: 'Whoever made the appointment',
    ring: undefined,
    fromCalendar: true,
  }
}
