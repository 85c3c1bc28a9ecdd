import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Indicator } from './indicators.rules.ts'

/** The prompts shown on that day, in their own order. */
export async function indicatorsOn(tx: Tx, day: CalendarDay): Promise<readonly Indicator[]> {
  const { rows } = await sql<Indicator>`
    select id, grouped, says, source from waymark.identification_indicator
    where from_day <= ${day}::date and (until_day is null or until_day >= ${day}::date) order by place`.execute(
    tx,
  )
  return rows
}
