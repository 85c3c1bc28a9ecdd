import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { ChildId, OrganisationId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { DueState, Entitlement, Nation } from '../due.rules.ts'

/** What the law of a nation gives on that day. Asks nothing about any child. */
export async function entitlementsIn(
  tx: Tx,
  nation: Nation,
  day: CalendarDay,
): Promise<readonly Entitlement[]> {
  const { rows } = await sql<Kept<Entitlement>>`
    select distinct on (position, code) code, called, about, kind, for_whom as "forWhom", from_months as "fromMonths",
           until_months as "untilMonths", owed_by as "owedBy", source, confidence, from_day::text as "fromDay"
    from waymark.entitlement
    where nation = ${nation} and from_day <= ${day}::date and (until_day is null or until_day >= ${day}::date)
    order by position, code, from_day desc`.execute(tx)
  return rows.map((row) => known<Entitlement>(row))
}

/** The nation whose law an organisation works under. */
export async function nationOf(
  tx: Tx,
  organisation: OrganisationId,
  day: CalendarDay,
): Promise<string> {
  const { rows } = await sql<{ nation: string }>`
    select waymark.nation_of(${organisation}, ${day}::date) as nation`.execute(tx)
  return rows[0]?.nation ?? 'england'
}

export type DueToChild = {
  readonly code: string
  readonly nation: Nation
  readonly state: DueState
  readonly onDay: CalendarDay
  readonly dueOn: CalendarDay | undefined
  readonly amount: string | undefined
  readonly note: string | undefined
  readonly version: number
}

/** What came of each entitlement for a child. */
export async function dueToChild(
  tx: Tx,
  child: ChildId,
  nation: Nation,
): Promise<ReadonlyMap<string, DueToChild>> {
  const { rows } = await sql<Kept<DueToChild>>`
    select code, nation, state, on_day as "onDay", due_on as "dueOn", amount, note, version
    from waymark.due_to_child where child_id = ${child} and nation = ${nation}`.execute(tx)
  return new Map(rows.map((row) => [row.code, known<DueToChild>(row)]))
}

/** Keeps what came of one. False when it changed meanwhile. */
export async function keepDue(tx: Tx, child: ChildId, due: DueToChild): Promise<boolean> {
  const { rows } = await sql`
    insert into waymark.due_to_child as d (child_id, code, nation, state, on_day, due_on, amount, note)
    values (${child}, ${due.code}, ${due.nation}, ${due.state}, ${due.onDay}, ${due.dueOn ?? null}, ${due.amount ?? null}, ${due.note ?? null})
    on conflict (child_id, code, nation) do update set state = excluded.state, on_day = excluded.on_day,
      due_on = excluded.due_on, amount = excluded.amount, note = excluded.note
    where d.version = ${due.version} returning id`.execute(tx)
  return rows.length === 1
}
