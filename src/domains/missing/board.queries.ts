import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** A child who is missing, on the board of the search. */
export type Searched = {
  readonly id: string
  readonly childId: ChildId
  readonly knownAs: string
  readonly missingSince: Date
  readonly policeReference: string | undefined
  readonly reviewedAt: Date | undefined
  readonly reviewDue: Date | undefined
  readonly proposed: boolean
  readonly responses: number
}

/** Every open search within reach, whose next look is due first first. From the few open episodes out, by their index. */
export async function openSearches(tx: Tx): Promise<readonly Searched[]> {
  const { rows } = await sql<Kept<Searched>>`
    with open as materialized (select * from waymark.missing_episode where ended_at is null)
    select e.id, e.child_id as "childId", c.known_as as "knownAs", e.missing_since as "missingSince",
      e.police_reference as "policeReference",
      (select max(r.reviewed_at) from waymark.missing_review r where r.episode_id = e.id) as "reviewedAt",
      (select k.due_at from waymark.clock k where k.child_id = e.child_id and k.rule = 'missing.search-review' and k.state = 'running' limit 1) as "reviewDue",
      exists (select from waymark.missing_closing x where x.episode_id = e.id and x.answer is null) as proposed,
      (select count(*)::integer from waymark.missing_response s where s.episode_id = e.id) as responses
    from open e join waymark.child c on c.id = e.child_id
    order by "reviewDue" nulls first, e.missing_since, e.id limit 500`.execute(tx)
  return rows.map((row) => known<Searched>(row))
}

export type NoResponse = {
  readonly id: string
  readonly childId: ChildId
  readonly knownAs: string
  readonly missingSince: Date
  readonly endedAt: Date | undefined
}

/**
 * Times for which nobody has written down that anybody did anything, found or not: the oldest first. A worker's from
 * the children beside them out; else from the oldest on, by an index, kept to their reach by row-level security.
 */
export async function withoutResponse(
  tx: Tx,
  of: 'beside-me' | 'my-team',
): Promise<readonly NoResponse[]> {
  const episodes =
    of === 'my-team'
      ? sql`waymark.missing_episode e`
      : sql`(select distinct a.child_id from waymark.allocation a
               where a.person_id = waymark.actor_id() and a.ended_on is null offset 0) own
             join waymark.missing_episode e on e.child_id = own.child_id`
  const { rows } = await sql<Kept<NoResponse>>`
    select f.id, f.child_id as "childId", c.known_as as "knownAs", f.missing_since as "missingSince", f.ended_at as "endedAt" from (
      select e.id, e.child_id, e.missing_since, e.ended_at from ${episodes}
      where e.ended_how is distinct from 'in_error'
        and not exists (select from waymark.missing_response s where s.episode_id = e.id)
      order by e.missing_since, e.id limit 200) f
    join waymark.child c on c.id = f.child_id order by f.missing_since, f.id`.execute(tx)
  return rows.map((row) => known<NoResponse>(row))
}
