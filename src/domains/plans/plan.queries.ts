import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type ChildId, readId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { PlanState } from './plan.rules.ts'

export type Head = {
  readonly code: string
  readonly title: string
  readonly asks: string
  readonly source: string
  readonly required: boolean
  readonly words: string | undefined
  readonly writer: string | undefined
  readonly version: number
}
export type Plain = {
  readonly headCode: string
  readonly words: string
  readonly language: string
}
export type PlanSaid = {
  readonly id: string
  readonly headCode: string | undefined
  readonly kind: string
  readonly words: string
  readonly language: string
  readonly saidBy: string
  readonly writtenAt: Date
  readonly answer: string | undefined
  readonly answerWords: string | undefined
  readonly answeredBy: string | undefined
  readonly version: number
}
export type PlanGoal = {
  readonly id: string
  readonly words: string
  readonly language: string
  readonly joint: boolean
  readonly outcome: string | undefined
  /**
   * No version in use asks about its outcome: the goal stays, and it is said. One with the same code, in a newer
   * version, is the same outcome.
   */
  readonly retired: boolean
  readonly own: boolean
  /** Let go, and why; it can come back. */
  readonly letGoWhy: string | undefined
  readonly version: number
}
export type PlanAction = {
  readonly id: string
  readonly goalId: string
  readonly what: string
  readonly plain: string
  readonly agency: string
  readonly ownerId: string | undefined
  readonly owner: string | undefined
  /** Whoever owned it has left. The action stays, and waits for a new owner. */
  readonly ownerLeft: boolean
  readonly dueOn: CalendarDay
  readonly state: string
  readonly cameOf: string | undefined
  readonly version: number
}
export type Conflict = {
  readonly id: string
  readonly agency: string
  readonly words: string
  readonly raisedBy: string | undefined
  readonly raisedAt: Date
  readonly goneUpTo: string | undefined
  readonly goneUpWhy: string | undefined
  readonly settledWords: string | undefined
  readonly version: number
}

export type PlanRow = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly source: string
  readonly confidence: string
  readonly templateId: string
  readonly state: PlanState
  readonly startsOn: CalendarDay
  readonly strengths: string | undefined
  readonly chairId: string | undefined
  readonly chair: string | undefined
  readonly authorId: string
  readonly author: string | undefined
  readonly notHeardBecause: string | undefined
  readonly notHeardOn: CalendarDay | undefined
  readonly hearNextOn: CalendarDay | undefined
  readonly hearNextWho: string | undefined
  readonly sentBackWords: string | undefined
  readonly approvedBy: string | undefined
  readonly approvedAt: Date | undefined
  readonly endedWhy: string | undefined
  readonly version: number
}

export type Plan = PlanRow & {
  readonly heads: readonly Head[]
  readonly plain: readonly Plain[]
  readonly said: readonly PlanSaid[]
  /** What the plan is for now; and apart, what it was for. */
  readonly goals: readonly PlanGoal[]
  readonly letGo: readonly PlanGoal[]
  readonly actions: readonly PlanAction[]
  readonly conflicts: readonly Conflict[]
}

const columns = sql`n.id, t.kind, t.title, t.source, t.confidence, n.template_id as "templateId", n.state, n.starts_on as "startsOn",
  n.strengths, n.chair_id as "chairId", c.name as chair, n.author_id as "authorId", a.name as author, n.not_heard_because as "notHeardBecause",
  n.not_heard_on as "notHeardOn", n.hear_next_on as "hearNextOn", n.hear_next_who as "hearNextWho", n.sent_back_words as "sentBackWords",
  b.name as "approvedBy", n.approved_at as "approvedAt", n.ended_why as "endedWhy", n.version`
const joins = sql`waymark.plan n join waymark.plan_template t on t.id = n.template_id left join waymark.person c on c.id = n.chair_id
  left join waymark.person a on a.id = n.author_id left join waymark.person b on b.id = n.approved_by`

/** A child's plans, those that go on first. */
export async function plansOf(tx: Tx, child: ChildId): Promise<readonly PlanRow[]> {
  const { rows } = await sql<Kept<PlanRow>>`select ${columns} from ${joins}
    where n.child_id = ${child} order by n.state = 'ended', n.opened_at desc, n.id limit 100`.execute(
    tx,
  )
  return rows.map((row) => known<PlanRow>(row))
}

export async function findPlan(tx: Tx, child: ChildId, id: unknown): Promise<Plan | undefined> {
  const asked = readId<'plan'>(id)
  if (!asked) return undefined
  const { rows } = await sql<Kept<PlanRow>>`select ${columns} from ${joins}
    where n.child_id = ${child} and n.id = ${asked}`.execute(tx)
  return rows[0] && whole(tx, known<PlanRow>(rows[0]))
}

async function whole(tx: Tx, plan: PlanRow): Promise<Plan> {
  const goals = await goalsIn(tx, plan.id)
  return {
    ...plan,
    heads: await headsOf(tx, plan),
    plain: await plainOf(tx, plan.id),
    said: await saidOf(tx, plan.id),
    goals: goals.filter((g) => g.letGoWhy === undefined),
    letGo: goals.filter((g) => g.letGoWhy !== undefined),
    actions: await actionsOf(tx, plan.id),
    conflicts: await conflictsOf(tx, plan.id),
  }
}

async function headsOf(tx: Tx, plan: PlanRow): Promise<readonly Head[]> {
  const { rows } = await sql<
    Kept<Head>
  >`select h.code, h.title, h.asks, h.source, h.required, x.words, x.changed_by as writer,
      coalesce(x.version, 0) as version
    from waymark.plan_head h left join waymark.plan_text x on x.plan_id = ${plan.id} and x.head_code = h.code
    where h.template_id = ${plan.templateId} order by h.place`.execute(tx)
  return rows.map((row) => known<Head>(row))
}

async function plainOf(tx: Tx, plan: string): Promise<readonly Plain[]> {
  const { rows } =
    await sql<Plain>`select p.head_code as "headCode", p.words, p.words_language as language
    from waymark.plan_plain p join waymark.plan n on n.id = p.plan_id
    join waymark.plan_head h on h.template_id = n.template_id and h.code = p.head_code
    where p.plan_id = ${plan} order by h.place, p.words_language`.execute(tx)
  return rows
}

async function saidOf(tx: Tx, plan: string): Promise<readonly PlanSaid[]> {
  const { rows } = await sql<
    Kept<PlanSaid>
  >`select s.id, s.head_code as "headCode", s.kind, s.words, s.words_language as language,
      s.said_by as "saidBy", s.written_at as "writtenAt", s.answer, s.answer_words as "answerWords", p.name as "answeredBy", s.version
    from waymark.plan_said s left join waymark.person p on p.id = s.answered_by
    where s.plan_id = ${plan} order by s.written_at, s.id`.execute(tx)
  return rows.map((row) => known<PlanSaid>(row))
}

async function goalsIn(tx: Tx, plan: string): Promise<readonly PlanGoal[]> {
  const { rows } = await sql<
    Kept<PlanGoal>
  >`select g.id, g.words, g.words_language as language, g.joint,
      coalesce((select w.title from waymark.outcome_wording w where w.outcome_id = o.id and w.language = v.language), o.code) as outcome,
      coalesce(v.status = 'retired' and not exists (
        select from waymark.framework_version n join waymark.outcome s on s.framework_version_id = n.id and s.code = o.code
        where n.framework_id = v.framework_id and n.status = 'live'), false) as retired, g.own_goal_id is not null as own,
      g.let_go_why as "letGoWhy", g.version
    from waymark.plan_goal g left join waymark.outcome o on o.id = g.outcome_id
    left join waymark.framework_version v on v.id = o.framework_version_id
    where g.plan_id = ${plan} order by g.joint, g.changed_at, g.id`.execute(tx)
  return rows.map((row) => known<PlanGoal>(row))
}

const actionColumns = sql`a.id, a.goal_id as "goalId", a.what, a.plain, a.agency, a.owner_id as "ownerId",
  coalesce(p.name, a.owner_name) as owner, coalesce(p.ended_at is not null, false) as "ownerLeft", a.due_on as "dueOn",
  a.state, a.came_of as "cameOf", a.version`

async function actionsOf(tx: Tx, plan: string): Promise<readonly PlanAction[]> {
  const { rows } = await sql<
    Kept<PlanAction>
  >`select ${actionColumns} from waymark.plan_action a left join waymark.person p on p.id = a.owner_id
    where a.plan_id = ${plan} order by a.state <> 'open', a.due_on, a.id`.execute(tx)
  return rows.map((row) => known<PlanAction>(row))
}

async function conflictsOf(tx: Tx, plan: string): Promise<readonly Conflict[]> {
  const { rows } = await sql<
    Kept<Conflict>
  >`select k.id, k.agency, k.words, p.name as "raisedBy", k.raised_at as "raisedAt", u.name as "goneUpTo",
      k.gone_up_why as "goneUpWhy", k.settled_words as "settledWords", k.version
    from waymark.plan_conflict k left join waymark.person p on p.id = k.raised_by left join waymark.person u on u.id = k.gone_up_to
    where k.plan_id = ${plan} order by k.raised_at, k.id`.execute(tx)
  return rows.map((row) => known<Conflict>(row))
}

/** The kinds of plan there is a template for, in the nation of the organisation that holds the record. */
export async function templatesFor(
  tx: Tx,
  child: ChildId,
  today: CalendarDay,
): Promise<readonly { readonly id: string; readonly kind: string; readonly title: string }[]> {
  const { rows } = await sql<{ id: string; kind: string; title: string }>`
    select distinct on (t.kind) t.id, t.kind, t.title from waymark.plan_template t
    join waymark.child c on c.id = ${child}
    where waymark.nation_of(c.organisation_id, ${today}::date) = any (t.nations)
      and t.from_day <= ${today}::date and (t.until_day is null or t.until_day > ${today}::date)
    order by t.kind, t.version desc`.execute(tx)
  return rows
}

export type GoalStep = {
  readonly goalId: string
  readonly kind: string
  readonly why: string
  readonly by: string | undefined
  readonly at: Date
}

/** When goals of a plan were let go and came back, and why; the first first. */
export async function goalStepsOf(tx: Tx, plan: string): Promise<readonly GoalStep[]> {
  const { rows } = await sql<
    Kept<GoalStep>
  >`select s.goal_id as "goalId", s.kind, s.why, p.name as by, s.written_at as at
    from waymark.plan_goal_step s left join waymark.person p on p.id = s.written_by
    where s.plan_id = ${plan} order by s.written_at, s.id`.execute(tx)
  return rows.map((row) => known<GoalStep>(row))
}
