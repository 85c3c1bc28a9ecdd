import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { notSharedWith, type SharedKind } from '#domains/children/index.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** What a record holds, computed from it. Nobody types these. */
export type Facts = {
  /** Strengths, or what they did to get through, in the child's own words. */
  readonly strengths: boolean
  /** The day of their last shared check-in, as 2026-11-21. */
  readonly lastCheckIn: string | undefined
  /** Goals of their own that they want now. */
  readonly goals: number
  readonly trustedAdults: number
  readonly workersNow: number
  /** Different people who were key worker or social worker during the days the round looks at. */
  readonly workersInTime: number
  readonly languages: number
  /** What the young person does not share with who reads: of these the record says nothing here. */
  readonly notShared?: readonly SharedKind[]
}

export async function factsOf(
  tx: Tx,
  child: ChildId,
  time: { readonly openFrom: string; readonly openTo: string },
): Promise<Facts> {
  const { rows } = await sql<{
    strengths: boolean
    last_check_in: string | null
    goals: number
    trusted: number
    now: number
    in_time: number
    languages: number
  }>`
    select
      exists (select from waymark.about_me w where w.child_id = ${child}
        and w.topic in ('strengths', 'got_through') and w.said_by in ('child', 'child_with_someone')) as strengths,
      (select to_char(max(i.shared_at) at time zone 'Europe/London', 'YYYY-MM-DD') from waymark.check_in i
        where i.child_id = ${child} and i.voice = 'young_person' and i.status = 'shared') as last_check_in,
      (select count(*)::int from waymark.own_goal g where g.child_id = ${child} and g.state in ('current', 'changed', 'returned')) as goals,
      (select count(*)::int from waymark.person_who_matters m where m.child_id = ${child} and m.trusted_adult and m.ended_at is null) as trusted,
      (select count(distinct a.person_id)::int from waymark.allocation a where a.child_id = ${child} and a.ended_on is null) as now,
      (select count(distinct a.person_id)::int from waymark.allocation a where a.child_id = ${child}
        and a.part in ('key_worker', 'social_worker') and a.started_on <= ${time.openTo}::date
        and (a.ended_on is null or a.ended_on >= ${time.openFrom}::date)) as in_time,
      (select count(*)::int from waymark.child_language l where l.child_id = ${child} and l.ended_at is null) as languages`.execute(
    tx,
  )
  const [row] = rows
  if (!row) throw new Error('A statement of one row gave none')
  return {
    strengths: row.strengths,
    lastCheckIn: row.last_check_in ?? undefined,
    goals: row.goals,
    trustedAdults: row.trusted,
    workersNow: row.now,
    workersInTime: row.in_time,
    languages: row.languages,
    notShared: [...(await notSharedWith(tx, child))],
  }
}
