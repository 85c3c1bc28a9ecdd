import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { ASK_AGAIN, type Asking, type How, type Step } from './asked-again.rules.ts'

const columns = sql`a.id, a.clock_id as "clockId", k.about_kind as "aboutKind", k.about_id as "aboutId", a.asked_on as "askedOn",
  a.of_whom as "ofWhom", a.how, a.step, a.their_reference as reference, a.said, a.answered_on as "answeredOn", a.answer,
  by.name as by, a.version`
const joins = sql`join waymark.clock k on k.id = a.clock_id left join waymark.person by on by.id = a.changed_by`

/** Every time somebody asked again for something a child is owed: the first first. */
export async function askingsOf(tx: Tx, child: ChildId): Promise<readonly Asking[]> {
  const { rows } = await sql<Kept<Asking>>`
    select ${columns} from waymark.asked_again a ${joins}
    where a.child_id = ${child} order by a.asked_on, a.changed_at, a.id limit 500`.execute(tx)
  return rows.map((row) => known<Asking>(row))
}

/** Something that is owed now, and by when somebody here asks for it again. */
export type NextAsking = {
  readonly clockId: string
  readonly aboutKind: string
  readonly aboutId: string
  readonly dueOn: CalendarDay | undefined
}

/** What runs as owed to a child by a rule, with the day by which somebody asks again where that runs too. */
export async function nextAskings(tx: Tx, child: ChildId): Promise<readonly NextAsking[]> {
  const { rows } = await sql<Kept<NextAsking>>`
    select d.id as "clockId", d.about_kind as "aboutKind", d.about_id as "aboutId", n.due_on as "dueOn"
    from waymark.clock d
    left join waymark.clock n on n.about_id = d.id and n.rule = ${ASK_AGAIN} and n.about_kind = 'clock' and n.state in ('running', 'paused')
    where d.child_id = ${child} and d.rule is not null and d.rule <> ${ASK_AGAIN} and d.state in ('running', 'paused')`.execute(
    tx,
  )
  return rows.map((row) => known<NextAsking>(row))
}

export type ToAsk = {
  readonly askedOn: CalendarDay
  readonly ofWhom: string
  readonly how: How
  readonly step: Step
  readonly reference: string | undefined
  readonly said: string | undefined
  readonly answeredOn: CalendarDay | undefined
  readonly answer: string | undefined
}

const columnsOf = (asked: ToAsk) => ({
  asked_on: asked.askedOn,
  of_whom: asked.ofWhom,
  how: asked.how,
  step: asked.step,
  their_reference: asked.reference ?? null,
  said: asked.said ?? null,
  answered_on: asked.answeredOn ?? null,
  answer: asked.answer ?? null,
})

export async function addAsking(
  tx: Tx,
  at: { readonly child: ChildId; readonly clock: string },
  asked: ToAsk,
): Promise<void> {
  await tx
    .insertInto('waymark.asked_again')
    .values({ child_id: at.child, clock_id: at.clock, ...columnsOf(asked) })
    .execute()
}

/** Changes what was asked, or writes what they answered. False when somebody was faster. */
export async function changeAsking(
  tx: Tx,
  at: { readonly child: ChildId; readonly id: string; readonly version: number },
  asked: ToAsk,
): Promise<boolean> {
  const changed = await tx
    .updateTable('waymark.asked_again')
    .set(columnsOf(asked))
    .where('child_id', '=', at.child)
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .returning('id')
    .execute()
  return changed.length === 1
}
