import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId, PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

const MOST = 50

type OfChild = {
  readonly childId: ChildId
  readonly knownAs: string
  readonly planId: string
  readonly title: string
}

export type OwedAction = OfChild & {
  readonly id: string
  readonly what: string
  readonly agency: string
  readonly owner: string | null
  readonly ownerLeft: boolean
  readonly dueOn: CalendarDay
}

/** What somebody owes to children within reach and has not done by its day, longest first; of every agency. */
export async function actionsOwed(tx: Tx, today: CalendarDay): Promise<readonly OwedAction[]> {
  const { rows } = await sql<OwedAction>`
    select a.id, a.what, a.agency, coalesce(p.name, a.owner_name) as owner, coalesce(p.ended_at is not null, false) as "ownerLeft",
      a.due_on as "dueOn", a.child_id as "childId", c.known_as as "knownAs", a.plan_id as "planId", t.title
    from waymark.plan_action a join waymark.plan n on n.id = a.plan_id join waymark.plan_template t on t.id = n.template_id
    join waymark.child c on c.id = a.child_id left join waymark.person p on p.id = a.owner_id
    where a.state = 'open' and n.state <> 'ended' and (a.due_on < ${today}::date or p.ended_at is not null)
    order by a.due_on, a.id limit ${MOST}`.execute(tx)
  return rows
}

export type OpenConflict = OfChild & {
  readonly id: string
  readonly agency: string
  readonly words: string
}

/** What gets in the way of what was agreed, in plans that somebody chairs. */
export async function conflictsFor(tx: Tx, chair: PersonId): Promise<readonly OpenConflict[]> {
  const { rows } = await sql<OpenConflict>`
    select k.id, k.agency, k.words, k.child_id as "childId", c.known_as as "knownAs", k.plan_id as "planId", t.title
    from waymark.plan_conflict k join waymark.plan n on n.id = k.plan_id join waymark.plan_template t on t.id = n.template_id
    join waymark.child c on c.id = k.child_id
    where k.settled_at is null and n.chair_id = ${chair} order by k.raised_at limit ${MOST}`.execute(
    tx,
  )
  return rows
}

/** Plans that wait for somebody else to read them, the longest first. */
export async function plansAsked(tx: Tx): Promise<readonly OfChild[]> {
  const { rows } = await sql<OfChild>`
    select n.child_id as "childId", c.known_as as "knownAs", n.id as "planId", t.title
    from waymark.plan n join waymark.plan_template t on t.id = n.template_id join waymark.child c on c.id = n.child_id
    where n.state = 'asked' order by n.opened_at limit ${MOST}`.execute(tx)
  return rows
}
