import { calendarDay, inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { lookUp } from '#kernel/look-up.ts'
import { may } from '#platform/access/capability.ts'
import { shifted } from '#domains/calendar/index.ts'
import {
  actionsLeft,
  actionsOfMine,
  AGENCIES,
  conflictsFor,
  type OpenConflict,
  type OwedAction,
  plansAsked,
  type ReviewToCome,
  reviewsToCome,
} from '#domains/plans/index.ts'
import { type DayLine, type Source, stopped } from './line.ts'
import { momentsOf } from './moments.ts'

const ENOUGH = 20

const planOf = (line: OwedAction | OpenConflict | ReviewToCome): string =>
  `/children/${line.childId}/plans/${line.planId}`

/** What plans ask of the reader: to do, to settle, to choose somebody for, to hold, and to read. */
export const plans: Source = async (visit) => {
  const { tx, actor, now } = visit
  if (!may(actor.role, 'children.write')) return []
  const { today, owedUntil, comingUntil } = momentsOf(now)
  const mine = await actionsOfMine(tx, actor.id, owedUntil)
  const conflicts = await conflictsFor(tx, actor.id)
  const left = await actionsLeft(tx, { of: 'beside-me', most: ENOUGH })
  const reviews = await reviewsToCome(tx, lastDay(comingUntil), 'beside-me')
  const asked =
    actor.role === 'manager' ? await plansAsked(tx, { of: 'beside-me', most: ENOUGH }) : []
  return [
    ...conflicts.map(conflictLine),
    ...left.map(leftLine),
    ...asked.map(
      (p): DayLine => ({
        kind: 'waiting',
        childId: p.childId,
        name: p.knownAs,
        detail: `${p.title}: somebody else than ${p.askedBy ?? 'its author'} reads and approves it`,
        on: undefined,
        action: { text: 'Read it', href: `/children/${p.childId}/plans/${p.planId}` },
      }),
    ),
    ...mine.map(mineLine),
    ...reviews.map((r) => reviewLine(r, today)),
  ]
}

/** The last whole day before a moment. */
const lastDay = (until: Date) => {
  const day = londonCalendarDay(until)
  return calendarDay(shifted(day, -1)) ?? day
}

const conflictLine = (c: OpenConflict): DayLine => ({
  kind: 'waiting',
  childId: c.childId,
  name: c.knownAs,
  detail: `${c.title}. In the way of what was agreed: ${c.goneUp ? `${stopped(c.words)} The chair could not settle it` : c.words}`,
  on: undefined,
  action: { text: 'Settle it', href: planOf(c) },
})

const leftLine = (a: OwedAction): DayLine => ({
  kind: 'waiting',
  childId: a.childId,
  name: a.knownAs,
  detail: `${a.title}. ${a.owner ?? 'Somebody'} was to do it and has left: ${a.what}`,
  on: a.dueOn,
  action: { text: 'Choose somebody', href: `${planOf(a)}/actions/${a.id}` },
})

const mineLine = (a: OwedAction): DayLine => ({
  kind: 'owed',
  childId: a.childId,
  name: a.knownAs,
  detail: `${a.title}. ${stopped(a.what)} Yours to do (${lookUp<string>(AGENCIES, a.agency)?.toLowerCase()}), by ${inWords(a.dueOn)}`,
  on: a.dueOn,
  action: { text: 'Say how far it is', href: `${planOf(a)}/actions/${a.id}` },
})

const reviewLine = (r: ReviewToCome, today: string): DayLine => {
  const past = r.plannedOn < today
  return {
    kind: past ? 'waiting' : 'coming',
    childId: r.childId,
    name: r.knownAs,
    detail: past
      ? `${r.title}. Its review was planned for ${inWords(r.plannedOn)}, and nobody has said that it was held`
      : `${r.title}. Its review, on ${inWords(r.plannedOn)}`,
    on: r.plannedOn,
    action: past
      ? { text: 'Say whether it was held', href: `${planOf(r)}/reviews/${r.id}` }
      : { text: 'Prepare it together', href: `/children/${r.childId}/meetings` },
  }
}
