import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

export type WrittenPause = {
  readonly from: Date
  readonly until: Date | undefined
  readonly why: string
  readonly by: string | undefined
}

export async function pausesOfClock(tx: Tx, clock: string): Promise<readonly WrittenPause[]> {
  const { rows } = await sql<Kept<WrittenPause>>`
    select p.paused_at as "from", p.resumed_at as until, p.why, by.name as by
    from waymark.clock_pause p left join waymark.person by on by.id = p.changed_by
    where p.clock_id = ${clock} order by p.paused_at desc`.execute(tx)
  return rows.map((row) => known<WrittenPause>(row))
}

export type Correction = {
  readonly was: Date
  readonly now: Date
  readonly wasDueOn: CalendarDay | undefined
  readonly dueOn: CalendarDay | undefined
  readonly why: string
  readonly at: Date
  readonly by: string | undefined
}

export async function correctionsOfClock(tx: Tx, clock: string): Promise<readonly Correction[]> {
  const { rows } = await sql<Kept<Correction>>`
    select c.was_started_at as was, c.started_at as now, c.was_due_on as "wasDueOn", c.due_on as "dueOn", c.why,
           c.changed_at as at, by.name as by
    from waymark.clock_correction c left join waymark.person by on by.id = c.changed_by
    where c.clock_id = ${clock} order by c.changed_at desc`.execute(tx)
  return rows.map((row) => known<Correction>(row))
}
