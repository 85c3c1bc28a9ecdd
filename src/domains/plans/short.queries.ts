import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { PlanState } from './plan.rules.ts'

/** A plan that goes on, as it is told in a line or two. */
export type PlanInShort = {
  readonly id: string
  readonly title: string
  readonly state: PlanState
  readonly nextReview: CalendarDay | undefined
  /** What they proposed or disagree with, and nobody has answered. */
  readonly unanswered: number
  /** What somebody owes past its day, and what waits for a new owner. */
  readonly past: number
  readonly left: number
  readonly conflicts: number
}

const MOST = 10

/** A child's plans that go on, in one reading. */
export async function plansInShort(
  tx: Tx,
  child: ChildId,
  today: CalendarDay,
): Promise<readonly PlanInShort[]> {
  const { rows } = await sql<Kept<PlanInShort>>`
    select n.id, t.title, n.state,
      (select min(r.planned_on) from waymark.plan_review r where r.plan_id = n.id and r.held_on is null) as "nextReview",
      (select count(*)::integer from waymark.plan_said s where s.plan_id = n.id and s.kind in ('proposes', 'disagrees') and s.answer is null) as unanswered,
      (select count(*)::integer from waymark.plan_action a where a.plan_id = n.id and a.state = 'open' and a.due_on < ${today}::date) as past,
      (select count(*)::integer from waymark.plan_action a join waymark.person p on p.id = a.owner_id and p.ended_at is not null
        where a.plan_id = n.id and a.state = 'open') as "left",
      (select count(*)::integer from waymark.plan_conflict k where k.plan_id = n.id and k.settled_at is null) as conflicts
    from waymark.plan n join waymark.plan_template t on t.id = n.template_id
    where n.child_id = ${child} and n.state <> 'ended' order by n.opened_at desc, n.id limit ${MOST}`.execute(
    tx,
  )
  return rows.map((row) => known<PlanInShort>(row))
}
