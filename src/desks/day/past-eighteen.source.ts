import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { may } from '#platform/access/capability.ts'
import {
  type PointDue,
  pointName,
  pointsDue,
  type WatchDue,
  watchesDue,
  type WithoutPlan,
  withoutPlan,
} from '#domains/past-eighteen/index.ts'
import type { DayLine, Source } from './line.ts'
import { momentsOf } from './moments.ts'

/** Who turns eighteen before long, or has, with nobody to own a plan afterwards. */
export const turning: Source = async ({ tx, now }) => {
  const { today } = momentsOf(now)
  return (await withoutPlan(tx, 'beside-me', today)).map((w) => withoutPlanLine(w, today))
}

export const withoutPlanLine = (w: WithoutPlan, today: string): DayLine => ({
  kind: 'owed',
  childId: w.childId,
  name: w.knownAs,
  detail: `${w.eighteenOn > today ? `Eighteen on ${inWords(w.eighteenOn)}, by one of the dates of birth there are` : 'Past eighteen, by one of the dates of birth there are'}. Nobody owns a plan for after it yet`,
  on: w.eighteenOn > today ? w.eighteenOn : undefined,
  action: { text: 'See their way past eighteen', href: `/children/${w.childId}/past-eighteen` },
})

/** Whom the reader said they would ask, and who agreed to be asked again. */
export const askedLater: Source = async ({ tx, actor, now }) => {
  if (!may(actor.role, 'children.write')) return []
  const { today } = momentsOf(now)
  const until = londonCalendarDay(momentsOf(now).comingUntil)
  const watched = (await watchesDue(tx, until)).map((w) => watchLine(w, today))
  return [...watched, ...(await pointsDue(tx, today)).map(pointLine)]
}

const watchLine = (w: WatchDue, today: string): DayLine => ({
  kind: w.nextOn <= today ? 'waiting' : 'coming',
  childId: w.childId,
  name: w.knownAs,
  detail: 'Wants to be asked, as you agreed together',
  on: w.nextOn,
  action: { text: 'See what they want to be asked', href: `/children/${w.childId}/past-eighteen` },
})

const pointLine = (p: PointDue): DayLine => ({
  kind: 'waiting',
  childId: p.childId,
  name: p.knownAs,
  detail: `Agreed to be asked again. ${pointName(p.months)}, from ${inWords(p.dueOn)}`,
  on: p.dueOn,
  action: { text: 'See what was agreed', href: `/children/${p.childId}/past-eighteen` },
})
