import { sql } from 'kysely'
import { type Kept, known } from '#kernel/known.ts'
import type { Clock } from './clock.rules.ts'

/** What is read of a clock, with the words of its rule; without a row that holds, those of another nation's. */
export const CLOCK_COLUMNS = sql`k.id, k.child_id as "childId", k.rule, k.about_kind as "aboutKind", k.about_id as "aboutId", k.nation,
  coalesce(k.owed, r.owed, elsewhere.owed, 'Something that is owed') as owed,
  coalesce(k.owed_by, r.owed_by, elsewhere.owed_by, 'Not said') as "owedBy",
  k.why, coalesce(r.force, 'good_practice') as force, r.counted, k.started_at as "startedAt", k.state,
  k.stopped_at as "stoppedAt", k.stopped_why as "stoppedWhy", k.due_on as "dueOn", k.due_at as "dueAt",
  k.beyond_known as "beyondKnown", k.rule_id as "ruleId", k.version`

export const CLOCK_JOINS = sql`left join waymark.clock_rule r on r.id = k.rule_id
  left join lateral (select e.owed, e.owed_by from waymark.clock_rule e
    where k.rule_id is null and e.code = k.rule and e.organisation_id is null order by e.from_day desc, e.nation limit 1) elsewhere on true`

type Flat = Omit<Clock, 'about'> & {
  readonly aboutKind: string | undefined
  readonly aboutId: string | undefined
}
export type ClockRow = Kept<Flat>

export function clockOf(row: ClockRow): Clock {
  const { aboutKind, aboutId, ...rest } = known<Flat>(row)
  return { ...rest, about: aboutKind && aboutId ? { kind: aboutKind, id: aboutId } : undefined }
}
