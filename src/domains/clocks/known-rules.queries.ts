import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { type BankHolidays, bankHolidays, type Division, DIVISIONS } from './bank-holidays.rules.ts'
import type { ClockRule, KnownRules } from './clock.rules.ts'

const columns = sql`r.id, r.code, r.nation, r.organisation_id is not null as local, r.owed, r.owed_by as "owedBy",
  r.starts_with as "startsWith", r.counted, r.length, r.holidays, r.force, r.from_day as "fromDay", r.until_day as "untilDay",
  r.source, r.confidence, r.note`

/** The rows of some rules, or of all: those given and those of the actor's own organisation. */
export async function rulesOf(tx: Tx, code?: string): Promise<readonly ClockRule[]> {
  const { rows } = await sql<Kept<ClockRule>>`
    select ${columns} from waymark.clock_rule r where ${code ?? null}::text is null or r.code = ${code ?? null}
    order by r.code, r.nation, r.from_day`.execute(tx)
  return rows.map((row) => known<ClockRule>(row))
}

export async function ruleById(tx: Tx, id: string): Promise<ClockRule | undefined> {
  const { rows } = await sql<Kept<ClockRule>>`
    select ${columns} from waymark.clock_rule r where r.id = ${id}`.execute(tx)
  const [row] = rows
  return row && known<ClockRule>(row)
}

/** The bank holidays of all, with the years that are known. */
export async function holidaysOf(tx: Tx): Promise<ReadonlyMap<Division, BankHolidays>> {
  const { rows } = await sql<{ division: Division; year: number; days: CalendarDay[] | null }>`
    select y.division, y.year,
      (select array_agg(h.on_day::text order by h.on_day) from waymark.nation_holiday h
        where h.division = y.division and h.year = y.year and h.withdrawn_at is null) as days
    from waymark.nation_holiday_year y`.execute(tx)
  return new Map(
    DIVISIONS.map((division) => {
      const own = rows.filter((r) => r.division === division)
      return [
        division,
        bankHolidays(
          own.flatMap((r) => r.days ?? []),
          own.map((r) => r.year),
        ),
      ] as const
    }),
  )
}

export async function knownRules(tx: Tx, code?: string): Promise<KnownRules> {
  return { rules: await rulesOf(tx, code), holidays: await holidaysOf(tx) }
}
