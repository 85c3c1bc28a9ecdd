import { sql } from 'kysely'
import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { FEEL_SAFE, SAFE } from './safety.rules.ts'

export type SafetyAsked =
  | { readonly kind: 'lately' }
  | { readonly kind: 'not-shared' }
  | { readonly kind: 'not-since'; readonly at: Date | undefined }

type Row = { readonly at: Date | null; readonly not_shared: boolean; readonly days: number | null }

/**
 * When they were last asked how safe things are, and whether that is longer ago than was set. What they took back
 * was asked too. Nothing is said where they do not share what they say with the reader.
 */
export async function safetyAsked(tx: Tx, child: ChildId, now: Date): Promise<SafetyAsked> {
  const { rows } = await sql<Row>`
    select 'check_ins' in (select waymark.not_shared(${child})) as not_shared,
      (select max(i.shared_at) from waymark.check_in i
        join waymark.check_in_answer a on a.check_in_id = i.id and not a.taken_out
        join waymark.outcome o on o.id = a.outcome_id and o.code in (${SAFE}, ${FEEL_SAFE})
        where i.child_id = ${child} and i.voice = 'young_person' and i.status in ('shared', 'withdrawn')) as at,
      (select s.days from waymark.safety_asking s where s.from_day <= ${londonCalendarDay(now)}::date
        order by s.from_day desc limit 1) as days`.execute(tx)
  const [row] = rows
  if (!row || row.not_shared) return { kind: 'not-shared' }
  const until = (row.at?.getTime() ?? 0) + (row.days ?? 0) * DAY
  if (row.days === null || until > now.getTime()) return { kind: 'lately' }
  return { kind: 'not-since', at: row.at ?? undefined }
}

const DAY = 24 * 60 * 60 * 1000
