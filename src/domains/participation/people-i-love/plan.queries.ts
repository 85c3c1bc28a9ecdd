import { sql } from 'kysely'
import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { trustedId, type ChildId, type Id, type PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { StatementId } from '../say/said-row.ts'
import type { LovedStepKind } from './plan.rules.ts'

export type PlanId = Id<'loved-plan'>

export type Plan = {
  readonly id: PlanId
  readonly childId: ChildId
  readonly statementId: StatementId
  readonly reviewOn: CalendarDay
  readonly version: number
}

const dayOf = (text: string): CalendarDay => {
  const day = calendarDay(text)
  if (!day) throw new Error('The database gave a day that does not exist')
  return day
}

const planOf = (row: {
  readonly id: string
  readonly child_id: string
  readonly statement_id: string
  readonly review_on: string
  readonly version: number
}): Plan => ({
  id: trustedId(row.id),
  childId: trustedId(row.child_id),
  statementId: trustedId(row.statement_id),
  reviewOn: dayOf(row.review_on),
  version: row.version,
})

/** The plans of a child that the reader may know of, the next to be looked at first. */
export async function plansOf(tx: Tx, child: ChildId): Promise<readonly Plan[]> {
  const rows = await tx
    .selectFrom('waymark.loved_plan')
    .select([
      'id',
      'child_id',
      'statement_id',
      'version',
      sql<string>`review_on::text`.as('review_on'),
    ])
    .where('child_id', '=', child)
    .orderBy('review_on')
    .limit(50)
    .execute()
  return rows.map(planOf)
}

export const planFor = async (
  tx: Tx,
  child: ChildId,
  statement: StatementId,
): Promise<Plan | undefined> =>
  (await plansOf(tx, child)).find((plan) => plan.statementId === statement)

/** Begins the plan, or says another day on which it is looked at again. False when it was changed meanwhile. */
export async function setReview(
  tx: Tx,
  of: { readonly childId: ChildId; readonly statementId: StatementId },
  review: { readonly on: CalendarDay; readonly version: number },
  now: Date,
): Promise<boolean> {
  const saved =
    review.version === 0
      ? await tx
          .insertInto('waymark.loved_plan')
          .values({
            child_id: of.childId,
            statement_id: of.statementId,
            review_on: review.on,
            made_at: now,
          })
          .onConflict((c) => c.doNothing())
          .returning('id')
          .execute()
      : await tx
          .updateTable('waymark.loved_plan')
          .set({ review_on: review.on })
          .where('statement_id', '=', of.statementId)
          .where('version', '=', review.version)
          .returning('id')
          .execute()
  return saved.length === 1
}

export type LovedStep = {
  readonly id: Id<'loved-step'>
  readonly kind: LovedStepKind
  readonly words: string
  readonly who: string | undefined
  readonly byDay: CalendarDay
  readonly doneAt: Date | undefined
}

export async function lovedSteps(tx: Tx, plan: PlanId): Promise<readonly LovedStep[]> {
  const rows = await tx
    .selectFrom('waymark.loved_step as s')
    .leftJoin('waymark.person as p', 'p.id', 's.who_id')
    .select(['s.id', 's.kind', 's.words', 'p.name', 's.done_at'])
    .select(sql<string>`s.by_day::text`.as('by_day'))
    .where('s.plan_id', '=', plan)
    .orderBy('s.by_day')
    .orderBy('s.written_at')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: trustedId(row.id),
    kind: row.kind === 'tell' ? 'tell' : 'do',
    words: row.words,
    who: row.name ?? undefined,
    byDay: dayOf(row.by_day),
    doneAt: row.done_at ?? undefined,
  }))
}

export async function addLovedStep(
  tx: Tx,
  plan: Plan,
  step: {
    readonly kind: LovedStepKind
    readonly words: string
    readonly who: PersonId
    readonly byDay: CalendarDay
  },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('waymark.loved_step')
    .values({
      child_id: plan.childId,
      plan_id: plan.id,
      kind: step.kind,
      words: step.words,
      who_id: step.who,
      by_day: step.byDay,
      written_at: now,
    })
    .execute()
}

/** Says that a step was done. False when it was before. */
export async function stepDone(
  tx: Tx,
  plan: Plan,
  step: string,
  by: PersonId,
  now: Date,
): Promise<boolean> {
  const done = await tx
    .updateTable('waymark.loved_step')
    .set({ done_at: now, done_by: by })
    .where('id', '=', step)
    .where('plan_id', '=', plan.id)
    .where('done_at', 'is', null)
    .returning('id')
    .execute()
  return done.length === 1
}
