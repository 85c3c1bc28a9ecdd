import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { clocksOf, reopenClock, startClock, stopClock } from '#domains/clocks/index.ts'
import { PLAN_CLOCKS, REVIEW_CLOCKS } from '../plan.rules.ts'
import { reviewsOf } from '../review.queries.ts'
import { nextClock } from '../review.rules.ts'
import { startOfDay } from './start-of-day.ts'

type Timed = { readonly child: ChildId; readonly id: string; readonly kind: string }

const about = (plan: Timed) => ({ kind: 'plan', id: plan.id })

/** With a plan begin the clock by which it has to be there, and the one of its first review. */
export async function startPlanClocks(tx: Tx, plan: Timed, startsOn: CalendarDay): Promise<void> {
  for (const rule of [PLAN_CLOCKS[plan.kind], REVIEW_CLOCKS[plan.kind]]) {
    if (rule) {
      const startedAt = startOfDay(startsOn)
      await startClock(tx, { childId: plan.child, rule, startedAt, about: about(plan) })
    }
  }
}

/** Approved, the plan is there; opened again, it is owed again, since the same day. */
export async function followApproval(
  tx: Tx,
  plan: Timed,
  step: 'approved' | 'opened-again',
  at: Date,
): Promise<void> {
  const rule = PLAN_CLOCKS[plan.kind]
  if (!rule) return
  const which = { rule, about: about(plan) }
  if (step === 'approved' && plan.kind === 'pathway') await pathwayPlanned(tx, plan.child, at)
  if (step === 'approved') await stopClock(tx, { ...which, at, how: 'done' })
  else await reopenClock(tx, which)
}

const PATHWAY_OWED = 'care.pathway-plan'

/** What was owed since the assessment of what they need is done too. */
async function pathwayPlanned(tx: Tx, child: ChildId, now: Date): Promise<void> {
  for (const clock of await clocksOf(tx, child)) {
    if (clock.rule !== PATHWAY_OWED || !clock.about) continue
    const at = now < clock.startedAt ? clock.startedAt : now
    await stopClock(tx, { rule: PATHWAY_OWED, about: clock.about, at, how: 'done' })
  }
}

/** A plan that ended owes no review, and no plan. */
export async function endPlanClocks(tx: Tx, plan: Timed, at: Date, why: string): Promise<void> {
  const held = (await reviewsOf(tx, plan.id)).filter((r) => r.heldOn)
  const last = held.at(-1)
  const clocks = [
    { rule: PLAN_CLOCKS[plan.kind], about: about(plan) },
    { rule: REVIEW_CLOCKS[plan.kind], about: about(plan) },
    ...(last
      ? [
          {
            rule: nextClock(plan.kind, held.length - 1),
            about: { kind: 'plan_review', id: last.id },
          },
        ]
      : []),
  ]
  for (const { rule, about: of } of clocks) {
    if (rule) await stopClock(tx, { rule, about: of, at, how: 'no-longer-owed', reason: why })
  }
}
