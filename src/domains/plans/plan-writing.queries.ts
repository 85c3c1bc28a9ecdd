import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { PlanState } from './plan.rules.ts'

export type OfPlan = { readonly child: ChildId; readonly plan: string }
export type AtPlan = OfPlan & { readonly version: number }

export async function openPlan(
  tx: Tx,
  child: ChildId,
  plan: { readonly templateId: string; readonly startsOn: CalendarDay; readonly chair: string },
): Promise<string> {
  const { id } = await tx
    .insertInto('waymark.plan')
    .values({
      child_id: child,
      template_id: plan.templateId,
      starts_on: plan.startsOn,
      chair_id: plan.chair,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type Set = {
  readonly strengths?: string
  readonly state?: PlanState
  readonly sent_back_words?: string | null
  readonly not_heard_because?: string
  readonly not_heard_on?: CalendarDay
  readonly hear_next_on?: CalendarDay
  readonly hear_next_who?: string
  readonly ended_why?: string
}

/** Changes a plan in one of some states. False when somebody changed it meanwhile, or it is in another. */
export async function changePlan(
  tx: Tx,
  at: AtPlan,
  among: readonly PlanState[],
  set: Set,
): Promise<boolean> {
  const approved =
    set.state === 'approved'
      ? { approved_by: sql<string>`waymark.actor_id()`, approved_at: sql<string>`now()` }
      : set.state === 'draft' || set.state === 'asked'
        ? { approved_by: null, approved_at: null }
        : {}
  const { numUpdatedRows } = await tx
    .updateTable('waymark.plan')
    .set({ ...set, ...approved })
    .where('id', '=', at.plan)
    .where('child_id', '=', at.child)
    .where('version', '=', at.version)
    .where('state', 'in', [...among])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What a head says, in full. Version 0 for one that nobody wrote yet. False when somebody was faster. */
export async function writeText(
  tx: Tx,
  at: AtPlan,
  text: { readonly templateId: string; readonly head: string; readonly words: string },
): Promise<boolean> {
  if (at.version === 0) {
    const added = await tx
      .insertInto('waymark.plan_text')
      .values({
        child_id: at.child,
        plan_id: at.plan,
        template_id: text.templateId,
        head_code: text.head,
        words: text.words,
      })
      .onConflict((c) => c.columns(['plan_id', 'head_code']).doNothing())
      .returning('id')
      .execute()
    return added.length === 1
  }
  const { numUpdatedRows } = await tx
    .updateTable('waymark.plan_text')
    .set({ words: text.words })
    .where('plan_id', '=', at.plan)
    .where('head_code', '=', text.head)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The same head in plain words, in one language. */
export async function writePlain(
  tx: Tx,
  of: OfPlan,
  plain: { readonly head: string; readonly words: string; readonly language: string },
): Promise<void> {
  await tx
    .insertInto('waymark.plan_plain')
    .values({
      child_id: of.child,
      plan_id: of.plan,
      head_code: plain.head,
      words: plain.words,
      words_language: plain.language,
    })
    .onConflict((c) =>
      c.columns(['plan_id', 'head_code', 'words_language']).doUpdateSet({ words: plain.words }),
    )
    .execute()
}

export type NewSaid = {
  readonly head: string | undefined
  readonly kind: string
  readonly words: string
  readonly language: string
  readonly saidBy: string
}

export async function addSaid(tx: Tx, of: OfPlan, said: NewSaid): Promise<void> {
  await tx
    .insertInto('waymark.plan_said')
    .values({
      child_id: of.child,
      plan_id: of.plan,
      head_code: said.head ?? null,
      kind: said.kind,
      words: said.words,
      words_language: said.language,
      said_by: said.saidBy,
    })
    .execute()
}

export async function answerSaid(
  tx: Tx,
  at: AtPlan & { readonly said: string },
  answer: { readonly answer: string; readonly words: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.plan_said')
    .set({
      answer: answer.answer,
      answer_words: answer.words,
      answered_by: sql<string>`waymark.actor_id()`,
      answered_at: sql<string>`now()`,
    })
    .where('id', '=', at.said)
    .where('plan_id', '=', at.plan)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type ActionGiven = {
  readonly goalId: string
  readonly what: string
  readonly plain: string
  readonly agency: string
  readonly ownerId: string | undefined
  readonly ownerName: string | undefined
  readonly dueOn: CalendarDay
  readonly state: string
  readonly cameOf: string | undefined
}

const rowOf = (a: ActionGiven) => ({
  goal_id: a.goalId,
  what: a.what,
  plain: a.plain,
  agency: a.agency,
  owner_id: a.ownerId ?? null,
  owner_name: a.ownerName ?? null,
  due_on: a.dueOn,
  state: a.state,
  came_of: a.cameOf ?? null,
})

/** A new action, or one changed. False when somebody changed it meanwhile. */
export async function saveAction(
  tx: Tx,
  at: AtPlan,
  id: string | undefined,
  action: ActionGiven,
): Promise<boolean> {
  if (id === undefined) {
    await tx
      .insertInto('waymark.plan_action')
      .values({ child_id: at.child, plan_id: at.plan, ...rowOf(action) })
      .execute()
    return true
  }
  const { numUpdatedRows } = await tx
    .updateTable('waymark.plan_action')
    .set(rowOf(action))
    .where('id', '=', id)
    .where('plan_id', '=', at.plan)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
