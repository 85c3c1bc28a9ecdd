import { sql } from 'kysely'
import { type ChildId, trustedId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Actor } from '#platform/http/page.ts'
import type { Because, ConcernState } from './concern.rules.ts'
import type { Registered } from './register.rules.ts'

export type WaitingConcern = {
  readonly id: string
  readonly childId: ChildId
  readonly knownAs: string
  readonly recordedAt: Date
  readonly firstById: string | undefined
  readonly firstBy: string | undefined
  readonly secondThere: boolean
  readonly askedOfId: string | undefined
  readonly askedOf: string | undefined
}

const ON_A_PAGE = 100

/**
 * Concerns within reach, from where they are fewest: a worker's own children, or the children of a team; else every
 * concern, oldest first by its index, kept to the organisation by row-level security, but for children of another
 * organisation beside whom a manager stands themselves.
 */
function reachOf(actor: Actor) {
  if (actor.role === 'practitioner' || actor.role === 'guardian')
    return sql`(select distinct a.child_id from waymark.allocation a
           where a.person_id = ${actor.id} and a.ended_on is null offset 0) own
         join waymark.concern c on c.child_id = own.child_id where true`
  if (actor.teamId)
    return sql`waymark.concern c join waymark.child o on o.id = c.child_id
         where o.organisation_id = ${actor.organisationId} and o.team_id = ${actor.teamId}`
  return sql`waymark.concern c where not c.child_id = any (array(
    select a.child_id from waymark.allocation a join waymark.child o on o.id = a.child_id
     where a.person_id = ${actor.id} and a.ended_on is null and o.organisation_id <> ${actor.organisationId}))`
}

/** Concerns that nobody has decided, the oldest first: what each waits for, and of whom it was asked. */
export async function waitingConcerns(
  tx: Tx,
  actor: Actor,
  which: 'all' | 'asked-of-me' = 'all',
): Promise<readonly WaitingConcern[]> {
  const only = which === 'all' ? sql`` : sql`and c.look_asked_of = ${actor.id}`
  const { rows } = await sql<Kept<Omit<WaitingConcern, 'childId'> & { readonly childId: string }>>`
    select w.id, w.child_id as "childId", k.known_as as "knownAs", w.recorded_at as "recordedAt",
           f.looked_by as "firstById", p.name as "firstBy", s.id is not null as "secondThere",
           w.look_asked_of as "askedOfId", a.name as "askedOf"
    from (select c.id, c.child_id, c.recorded_at, c.look_asked_of from ${reachOf(actor)}
        and c.state = 'pending' ${only} order by c.recorded_at, c.child_id limit ${ON_A_PAGE}) w
    join waymark.child k on k.id = w.child_id
    left join waymark.concern_look f on f.concern_id = w.id and f.place = 'first'
    left join waymark.concern_look s on s.concern_id = w.id and s.place = 'second'
    left join waymark.person p on p.id = f.looked_by
    left join waymark.person a on a.id = w.look_asked_of
    order by w.recorded_at, w.child_id`.execute(tx)
  return rows.map((row) => {
    const found = known<Omit<WaitingConcern, 'childId'> & { readonly childId: string }>(row)
    return { ...found, childId: trustedId<'child'>(found.childId) }
  })
}

/** Every child within reach about whom somebody is, or was, worried, as the register counts them; those alike together. */
export async function registered(tx: Tx, actor: Actor): Promise<readonly Registered[]> {
  const { rows } = await sql<{
    children: number
    states: readonly ConcernState[]
    reasons: readonly (Because | null)[]
  }>`
    select count(*)::integer as children, t.states, t.reasons from (
      select array_agg(c.state order by c.recorded_at desc, c.id) as states,
             array_agg(case when c.state = 'not_referred' then (
               select d.because from waymark.concern_decision d where d.concern_id = c.id
               order by d.decided_at desc, d.id desc limit 1) end order by c.recorded_at desc, c.id) as reasons
      from ${reachOf(actor)} group by c.child_id) t
    group by t.states, t.reasons`.execute(tx)
  return rows.map(({ children, states, reasons }) => ({
    children,
    concerns: states.map((state, n) => ({ state, because: reasons[n] ?? undefined })),
  }))
}
