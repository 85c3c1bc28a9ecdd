import { type CalendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import { londonInstant } from '#kernel/london-time.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { allocationsOf } from '#domains/children/index.ts'
import { clocksOf, correctStart, startClock, stopClock } from '#domains/clocks/index.ts'
import { CLOCK_OF, clockAfter, type Step } from './steps.rules.ts'

/**
 * The clock of a wait begins when somebody is asked for: for a guardian, with the referral and not with the
 * worry before it. It ends when somebody is there, and is not owed to whoever does not want one.
 */
export async function followStep(
  tx: Tx,
  child: ChildId,
  step: Pick<Step, 'id' | 'part' | 'kind' | 'onDay' | 'why'>,
  now: Date,
): Promise<void> {
  const rule = CLOCK_OF[step.part]
  const act = clockAfter(step)
  if (!rule || !act) return
  const at = instantWithin(step.onDay, now)
  const running = (await clocksOf(tx, child)).filter((c) => c.rule === rule && c.about)
  if (act === 'starts') return beginWait(tx, child, { rule, part: step.part, id: step.id, at })
  for (const clock of running) {
    if (!clock.about) continue
    const stopped = { rule, about: clock.about, at: at < clock.startedAt ? clock.startedAt : at }
    await stopClock(
      tx,
      act === 'done'
        ? { ...stopped, how: 'done' }
        : { ...stopped, how: 'no-longer-owed', reason: 'They do not want one' },
    )
  }
}

type Begun = {
  readonly rule: string
  readonly part: string
  readonly id: string
  readonly at: Date
}

/** Once for a wait: a day that is put right moves it, and whoever is there already ends nothing. */
async function beginWait(tx: Tx, childId: ChildId, begun: Begun): Promise<void> {
  const about = { kind: 'standing_step', id: begun.id }
  const running = (await clocksOf(tx, childId)).find((c) => c.rule === begun.rule)
  if (running?.about?.id === begun.id) {
    if (londonCalendarDay(running.startedAt) !== londonCalendarDay(begun.at)) {
      const reason = 'The day of the step was put right'
      await correctStart(tx, { rule: begun.rule, about, startedAt: begun.at, reason })
    }
    return
  }
  const there = (await allocationsOf(tx, childId)).some((a) => a.part === begun.part && !a.endedOn)
  if (running || there) return
  await startClock(tx, { childId, rule: begun.rule, startedAt: begun.at, about })
}

/** A moment of that day: now, if it is today; else its noon. */
const instantWithin = (day: CalendarDay, now: Date): Date =>
  (day === londonCalendarDay(now) ? now : londonInstant(`${day}T12:00`)) ?? now
