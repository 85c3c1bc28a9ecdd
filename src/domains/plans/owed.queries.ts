import { type RawBuilder, sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type ChildId, type PersonId, type TeamId, trustedId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

export const AT_ONCE = 50

type OfChild = {
  readonly id: string
  readonly childId: ChildId
  readonly knownAs: string
  readonly planId: string
  readonly title: string
  /** By what the list is ordered, as text: where its next page begins. */
  readonly key: string
}

/** Whose: of the children the reader stands beside, of a team, or of everybody they reach. */
export type Whose = 'beside-me' | 'all' | TeamId
export type Place = { readonly key: string; readonly id: string }
type Asked = { readonly of: Whose; readonly after?: Place | undefined; readonly most?: number }

/** Few children are gathered first; a whole register is read in the order of its index, as far as a page goes. */
function childrenOf(of: Whose): RawBuilder<unknown> {
  if (of === 'all') return sql`waymark.child`
  const whose =
    of === 'beside-me'
      ? sql`c.id in (select x.child_id from waymark.allocation x where x.person_id = waymark.actor_id() and x.ended_on is null)`
      : sql`c.team_id = ${of} and c.organisation_id = (select waymark.actor_organisation())`
  return sql`(select c.id, c.known_as from waymark.child c where ${whose} offset 0)`
}

const plan = sql`join waymark.plan n on n.id = r.plan_id and n.state <> 'ended' join waymark.plan_template t on t.id = n.template_id`
const child = sql`r.child_id as "childId", c.known_as as "knownAs"`
const ofPlan = sql`n.id as "planId", t.title`

const from = (column: RawBuilder<unknown>, cast: RawBuilder<unknown>, after: Place | undefined) =>
  after === undefined
    ? sql``
    : sql`and (${column}, r.id) > (${after.key}::${cast}, ${after.id}::uuid)`

export type OwedAction = OfChild & {
  readonly what: string
  readonly agency: string
  readonly owner: string | null
  readonly ownerLeft: boolean
  readonly dueOn: CalendarDay
}

const action = sql`r.id, r.what, r.agency, coalesce(p.name, r.owner_name) as owner, coalesce(p.ended_at is not null, false) as "ownerLeft",
  r.due_on as "dueOn", r.due_on::text as key`

/**
 * Open actions with their children: of few children, each child's by its index; of a whole register, in
 * the order in which they are listed and no further than the list goes.
 */
function openActions(of: Whose, which: RawBuilder<unknown>, most: number): RawBuilder<unknown> {
  if (of !== 'all') {
    return sql`${childrenOf(of)} c join lateral (
      select x.* from waymark.plan_action x where x.child_id = c.id and x.state = 'open' and ${which} offset 0) r on true`
  }
  return sql`(select x.* from waymark.plan_action x where x.state = 'open' and ${which}
      and exists (select from waymark.plan o where o.id = x.plan_id and o.state <> 'ended')
      order by x.due_on, x.id limit ${sql.lit(most)}) r join waymark.child c on c.id = r.child_id`
}

const fromAction = (after: Place | undefined) =>
  after === undefined ? sql`` : sql`and (x.due_on, x.id) > (${after.key}::date, ${after.id}::uuid)`

/** What somebody owes and has not done by its day, longest first; of every agency. */
export async function actionsOwed(
  tx: Tx,
  today: CalendarDay,
  { of, after, most = AT_ONCE + 1 }: Asked,
): Promise<readonly OwedAction[]> {
  // The day is in the text: how much is late by it decides how it is best found.
  const which = sql`x.due_on < ${sql.lit(today)}::date ${fromAction(after)}`
  const { rows } = await sql<OwedAction>`
    select ${action}, ${child}, ${ofPlan} from ${openActions(of, which, most)} ${plan}
    left join waymark.person p on p.id = r.owner_id
    order by r.due_on, r.id limit ${sql.lit(most)}`.execute(tx)
  return rows
}

/** What waits for a new owner: whoever was to do it has left. */
export async function actionsLeft(
  tx: Tx,
  { of, after, most = AT_ONCE + 1 }: Asked,
): Promise<readonly OwedAction[]> {
  const which = sql`x.owner_id = any (array(select g.id from waymark.person g where g.ended_at is not null)) ${fromAction(after)}`
  const { rows } = await sql<OwedAction>`
    select ${action}, ${child}, ${ofPlan} from ${openActions(of, which, most)} ${plan}
    join waymark.person p on p.id = r.owner_id
    order by r.due_on, r.id limit ${sql.lit(most)}`.execute(tx)
  return rows
}

/** What the reader is to do themselves, up to a day. */
export async function actionsOfMine(
  tx: Tx,
  me: PersonId,
  until: CalendarDay,
): Promise<readonly OwedAction[]> {
  const { rows } = await sql<OwedAction>`
    select ${action}, ${child}, ${ofPlan} from (
      select x.* from waymark.plan_action x where x.owner_id = ${me} and x.state = 'open' and x.due_on <= ${until}::date offset 0) r ${plan}
    join waymark.child c on c.id = r.child_id left join waymark.person p on p.id = r.owner_id
    order by r.due_on, r.id limit ${sql.lit(AT_ONCE)}`.execute(tx)
  return rows
}

export type OpenConflict = OfChild & {
  readonly agency: string
  readonly words: string
  readonly goneUp: boolean
  readonly raisedAt: Date
}

/** What gets in the way of what was agreed: in plans somebody chairs, or gone up to them past the chair. */
export async function conflictsFor(
  tx: Tx,
  who: PersonId,
  after?: Place,
): Promise<readonly OpenConflict[]> {
  const columns = sql`r.id, r.agency, r.words, r.gone_up_to is not null as "goneUp", r.raised_at as "raisedAt", ${child}, ${ofPlan}`
  const { rows } = await sql<Omit<OpenConflict, 'key'>>`
    select * from (
      select ${columns} from waymark.plan_conflict r ${plan} join waymark.child c on c.id = r.child_id
      where r.settled_at is null and r.gone_up_to = ${who}
      union
      select ${columns} from waymark.plan_conflict r ${plan} join waymark.child c on c.id = r.child_id
      where r.settled_at is null and r.gone_up_to is null and n.chair_id = ${who}
    ) r where true ${from(sql`date_trunc('milliseconds', r."raisedAt")`, sql`timestamptz`, after)}
    order by date_trunc('milliseconds', r."raisedAt"), r.id limit ${sql.lit(AT_ONCE + 1)}`.execute(
    tx,
  )
  return rows.map((row) => ({ ...row, key: row.raisedAt.toISOString() }))
}

export type AskedPlan = OfChild & { readonly askedBy: string | null }

/** Plans that wait for somebody else to read them, the longest first. */
export async function plansAsked(
  tx: Tx,
  { of, after, most = AT_ONCE + 1 }: Asked,
): Promise<readonly AskedPlan[]> {
  const { rows } = await sql<Omit<AskedPlan, 'key'> & { readonly at: Date }>`
    select r.id, r.child_id as "childId", c.known_as as "knownAs", r.id as "planId", t.title, a.name as "askedBy", r.opened_at as at
    from waymark.plan r join waymark.plan_template t on t.id = r.template_id join ${childrenOf(of)} c on c.id = r.child_id
    left join waymark.person a on a.id = r.author_id
    where r.state = 'asked' ${from(sql`date_trunc('milliseconds', r.opened_at)`, sql`timestamptz`, after)}
    order by date_trunc('milliseconds', r.opened_at), r.id limit ${sql.lit(most)}`.execute(tx)
  return rows.map(({ at, ...row }) => ({ ...row, key: at.toISOString() }))
}

export type ReviewToCome = OfChild & { readonly plannedOn: CalendarDay }

/** Reviews to come, and those past of which nobody has said that they were held. */
export async function reviewsToCome(
  tx: Tx,
  until: CalendarDay,
  of: 'beside-me' | TeamId,
): Promise<readonly ReviewToCome[]> {
  const { rows } = await sql<Omit<ReviewToCome, 'childId'> & { readonly childId: string }>`
    select r.id, ${child}, ${ofPlan}, r.planned_on as "plannedOn", r.planned_on::text as key
    from ${childrenOf(of)} c join waymark.plan_review r on r.child_id = c.id ${plan}
    where r.held_on is null and r.planned_on <= ${until}::date
    order by r.planned_on, r.id limit ${sql.lit(AT_ONCE)}`.execute(tx)
  return rows.map((row) => ({ ...row, childId: trustedId(row.childId) }))
}
