import { sql } from 'kysely'
import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { trustedId, type ChildId, type Id, type PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { StatementId } from '../say/said-row.ts'
import {
  CONTACT_KINDS,
  type ContactKind,
  type ContactSaid,
  type LovedStepKind,
} from './plan.rules.ts'

export type PlanId = Id<'loved-plan'>
export type ContactId = Id<'loved-contact'>

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

export type LovedContact = {
  readonly id: ContactId
  readonly planId: PlanId
  readonly kind: ContactKind
  readonly whom: string
  readonly why: string
  readonly askedById: PersonId
  readonly askedBy: string | undefined
  readonly askedAt: Date
  readonly childSaid: ContactSaid | undefined
  readonly childSaidAt: Date | undefined
  readonly signedBy: string | undefined
  readonly signedAt: Date | undefined
  readonly signedWhy: string | undefined
  readonly madeBy: string | undefined
  readonly madeAt: Date | undefined
  readonly madeWords: string | undefined
  readonly version: number
}

/** Whom somebody would like to contact: for one plan, or all of a child that the reader may know of. */
export async function lovedContacts(
  tx: Tx,
  child: ChildId,
  plan?: PlanId,
): Promise<readonly LovedContact[]> {
  const rows = await tx
    .selectFrom('waymark.loved_contact as k')
    .leftJoin('waymark.person as a', 'a.id', 'k.asked_by')
    .leftJoin('waymark.person as s', 's.id', 'k.signed_by')
    .leftJoin('waymark.person as m', 'm.id', 'k.made_by')
    .selectAll('k')
    .select(['a.name as asked_name', 's.name as signed_name', 'm.name as made_name'])
    .where('k.child_id', '=', child)
    .$if(plan !== undefined, (q) => q.where('k.plan_id', '=', plan ?? ''))
    .orderBy('k.asked_at')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: trustedId(row.id),
    planId: trustedId(row.plan_id),
    kind: CONTACT_KINDS.find((k) => k === row.kind) ?? 'somebody_else',
    whom: row.whom,
    why: row.why,
    askedById: trustedId(row.asked_by),
    askedBy: row.asked_name ?? undefined,
    askedAt: row.asked_at,
    childSaid: row.child_said === null ? undefined : row.child_said === 'yes' ? 'yes' : 'no',
    childSaidAt: row.child_said_at ?? undefined,
    signedBy: row.signed_name ?? undefined,
    signedAt: row.signed_at ?? undefined,
    signedWhy: row.signed_why ?? undefined,
    madeBy: row.made_name ?? undefined,
    madeAt: row.made_at ?? undefined,
    madeWords: row.made_words ?? undefined,
    version: row.version,
  }))
}

export async function askToContact(
  tx: Tx,
  plan: Plan,
  asked: { readonly kind: ContactKind; readonly whom: string; readonly why: string },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('waymark.loved_contact')
    .values({ child_id: plan.childId, plan_id: plan.id, ...asked, asked_at: now })
    .execute()
}

type Changed =
  | { readonly child_said: ContactSaid; readonly child_said_at: Date }
  | { readonly signed_by: PersonId; readonly signed_at: Date; readonly signed_why: string }
  | { readonly made_by: PersonId; readonly made_at: Date; readonly made_words: string }

/** What the young person says, what a second person signs, what was done. False when it changed meanwhile. */
export async function changeContact(
  tx: Tx,
  contact: LovedContact,
  changed: Changed,
): Promise<boolean> {
  const saved = await tx
    .updateTable('waymark.loved_contact')
    .set(changed)
    .where('id', '=', contact.id)
    .where('version', '=', contact.version)
    .returning('id')
    .execute()
  return saved.length === 1
}
