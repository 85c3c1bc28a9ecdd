import type { Client } from 'pg'
import {
  bankHolidays,
  type ClockRule,
  type Division,
  DIVISIONS,
  type KnownRules,
} from '#domains/clocks/index.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'

/** The rules and bank holidays that every installation has, for counting invented clocks as the pages would. */
export async function givenRules(client: Client): Promise<KnownRules> {
  const { rows: rules } = await client.query<Kept<ClockRule>>(
    `select id, code, nation, false as local, owed, owed_by as "owedBy", starts_with as "startsWith", counted, length, holidays,
            force, from_day::text as "fromDay", until_day::text as "untilDay", source, confidence, note
       from waymark.clock_rule where organisation_id is null and nation = 'england'`,
  )
  const { rows: days } = await client.query<{ division: Division; day: CalendarDay }>(
    'select division, on_day::text as day from waymark.nation_holiday where withdrawn_at is null',
  )
  const { rows: years } = await client.query<{ division: Division; year: number }>(
    'select division, year from waymark.nation_holiday_year',
  )
  return {
    rules: rules.map((row) => known<ClockRule>(row)),
    holidays: new Map(
      DIVISIONS.map((division) => [
        division,
        bankHolidays(
          days.filter((d) => d.division === division).map((d) => d.day),
          years.filter((y) => y.division === division).map((y) => y.year),
        ),
      ]),
    ),
  }
}
