import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { nationOf } from './acts.queries.ts'
import { endOfDay } from './days.rules.ts'

/** Something that somebody promised: what, who, and by which day. */
export type OwnClock = {
  readonly owed: string
  readonly owedBy: string
  readonly why: string | undefined
  readonly dueOn: CalendarDay
}

export async function addOwnClock(tx: Tx, child: ChildId, own: OwnClock, now: Date): Promise<void> {
  const nation = await nationOf(tx, child, now)
  await sql`
    insert into waymark.clock (child_id, nation, owed, owed_by, why, own_due_on, started_at, due_on, due_at)
    values (${child}, ${nation}, ${own.owed}, ${own.owedBy}, ${own.why ?? null}, ${own.dueOn}, ${now}, ${own.dueOn}, ${endOfDay(own.dueOn)})`.execute(
    tx,
  )
}

/** Changes an own clock; while it stands still it has no day. False when it changed meanwhile. */
export async function changeOwnClock(
  tx: Tx,
  at: { readonly child: ChildId; readonly id: string; readonly version: number },
  own: OwnClock,
): Promise<boolean> {
  const { rows } = await sql`
    update waymark.clock set owed = ${own.owed}, owed_by = ${own.owedBy}, why = ${own.why ?? null}, own_due_on = ${own.dueOn},
      due_on = case when state = 'paused' then null else ${own.dueOn}::date end,
      due_at = case when state = 'paused' then null else ${endOfDay(own.dueOn)}::timestamptz end
    where child_id = ${at.child} and id = ${at.id} and version = ${at.version} and rule is null
      and state in ('running', 'paused') returning id`.execute(tx)
  return rows.length === 1
}

/** The day an own clock is owed by, also while it stands still. */
export async function ownDayOf(tx: Tx, id: string): Promise<CalendarDay | undefined> {
  const { rows } = await sql<{ day: CalendarDay | null }>`
    select own_due_on as day from waymark.clock where id = ${id}`.execute(tx)
  return rows[0]?.day ?? undefined
}
