import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Division, Nation } from './bank-holidays.rules.ts'
import type { ClockRule } from './clock.rules.ts'

/** The nation whose law the reader's organisation works under, that day. */
export async function ownNation(tx: Tx, day: CalendarDay): Promise<Nation> {
  const { rows } = await sql<{ nation: Nation }>`
    select waymark.nation_of(waymark.actor_organisation(), ${day}::date) as nation`.execute(tx)
  return rows[0]?.nation ?? 'england'
}

export type NewRule = Omit<ClockRule, 'id' | 'local' | 'untilDay'>

/** Adds a rule of the organisation's own. False when the same one begins on that day already. */
export async function addRule(tx: Tx, rule: NewRule): Promise<boolean> {
  const { rows } = await sql`
    insert into waymark.clock_rule (organisation_id, code, nation, owed, owed_by, starts_with, counted, length, holidays, force,
      from_day, source, confidence, note)
    values (waymark.actor_organisation(), ${rule.code}, ${rule.nation}, ${rule.owed}, ${rule.owedBy}, ${rule.startsWith},
      ${rule.counted}, ${rule.length ?? null}, ${rule.holidays ?? null}, ${rule.force}, ${rule.fromDay}, ${rule.source},
      ${rule.confidence}, ${rule.note ?? null})
    on conflict (organisation_id, code, nation, from_day) do nothing returning id`.execute(tx)
  return rows.length === 1
}

/** Ends a rule of the organisation's own after a day. False when it had ended, or is not theirs. */
export async function endRule(tx: Tx, id: string, until: CalendarDay): Promise<boolean> {
  const { rows } = await sql`
    update waymark.clock_rule set until_day = ${until} where id = ${id} and organisation_id = waymark.actor_organisation()
      and until_day is null and from_day <= ${until}::date returning id`.execute(tx)
  return rows.length === 1
}

export type HolidayYear = {
  readonly year: number
  readonly source: string
  readonly days: readonly { readonly on: CalendarDay; readonly called: string }[]
}

/** The bank holidays that are known, the latest year first. */
export async function holidayYears(tx: Tx, division: Division): Promise<readonly HolidayYear[]> {
  const { rows } = await sql<HolidayYear>`
    select y.year, y.source, (select jsonb_agg(jsonb_build_object('on', h.on_day, 'called', h.called) order by h.on_day)
      from waymark.nation_holiday h where h.division = y.division and h.year = y.year and h.withdrawn_at is null) as days
    from waymark.nation_holiday_year y where y.division = ${division} order by y.year desc`.execute(
    tx,
  )
  return rows
}
