import { sql } from 'kysely'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Division } from '../bank-holidays.rules.ts'
import {
  changeOf,
  type HolidayChange,
  type HolidayList,
  type KnownDay,
} from './holidays-file.form.ts'

/** What loading a list would change, by what is known now. */
export async function holidayChange(tx: Tx, list: HolidayList): Promise<HolidayChange> {
  const { rows: days } = await sql<KnownDay>`
    select division, on_day::text as "on", called, withdrawn_at is not null as withdrawn from waymark.nation_holiday`.execute(
    tx,
  )
  const { rows: years } = await sql<{ division: Division; year: number }>`
    select division, year from waymark.nation_holiday_year`.execute(tx)
  return changeOf(list, days, years)
}

const SOURCE = 'gov.uk/bank-holidays.json'

/** Writes what a list changes: new years and days; days that were moved are withdrawn. Two at once follow each other. */
export async function loadHolidays(tx: Tx, list: HolidayList, now: Date): Promise<HolidayChange> {
  await sql`select pg_advisory_xact_lock(hashtextextended('bank holidays', 0))`.execute(tx)
  const change = await holidayChange(tx, list)
  for (const { division, year } of change.years) {
    await sql`insert into waymark.nation_holiday_year (division, year, source, confidence)
      values (${division}, ${year}, ${SOURCE}, 'certain') on conflict do nothing`.execute(tx)
  }
  for (const { division, on, called } of change.add) {
    await sql`insert into waymark.nation_holiday (division, on_day, called) values (${division}, ${on}, ${called})
      on conflict (division, on_day) do update set withdrawn_at = null, called = excluded.called, loaded_by = waymark.actor_id()`.execute(
      tx,
    )
  }
  for (const { division, on } of change.withdraw) {
    await sql`update waymark.nation_holiday set withdrawn_at = ${now}, loaded_by = waymark.actor_id()
      where division = ${division} and on_day = ${on}`.execute(tx)
  }
  return change
}
