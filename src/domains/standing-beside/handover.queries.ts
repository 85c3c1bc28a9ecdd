import { type RawBuilder, sql } from 'kysely'
import { type Kept, known, orNull } from '#kernel/known.ts'
import { trustedId, type ChildId, type TeamId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Handover } from './handover.rules.ts'

const COLUMNS = sql`h.id, h.allocation_id as "allocationId", h.goodbye, h.goodbye_on as "goodbyeOn",
  h.goodbye_where as "goodbyeWhere", h.goodbye_because as "goodbyeBecause", h.goodbye_again_on as "goodbyeAgainOn",
  h.next, h.next_id as "nextId", h.next_name as "nextName", h.next_by as "nextBy", h.hello, h.hello_on as "helloOn",
  h.hello_where as "helloWhere", h.hello_because as "helloBecause", h.hello_again_on as "helloAgainOn",
  h.told_on as "toldOn", h.words, h.words_language as "wordsLanguage", h.version`

/** The goodbyes and hellos of a child, by the allocation that ends. A young person is given those they were told of. */
export async function handoversOf(tx: Tx, child: ChildId): Promise<ReadonlyMap<string, Handover>> {
  const { rows } = await sql<Kept<Handover>>`
    select ${COLUMNS} from waymark.handover h where h.child_id = ${child}`.execute(tx)
  return new Map(rows.map((row) => [row.allocationId, known<Handover>(row)]))
}

export type HandoverToKeep = Omit<Handover, 'id' | 'version'>

/** Keeps a handover: version 0 for the first time. False when somebody kept it meanwhile. */
export async function keepHandover(
  tx: Tx,
  child: ChildId,
  h: HandoverToKeep,
  version: number,
): Promise<boolean> {
  const { rows } = await sql`
    insert into waymark.handover as kept (child_id, allocation_id, goodbye, goodbye_on, goodbye_where, goodbye_because,
      goodbye_again_on, next, next_id, next_name, next_by, hello, hello_on, hello_where, hello_because, hello_again_on,
      told_on, words, words_language)
    values (${child}, ${h.allocationId}, ${h.goodbye}, ${h.goodbyeOn}, ${orNull(h.goodbyeWhere)}, ${orNull(h.goodbyeBecause)},
      ${orNull(h.goodbyeAgainOn)}, ${h.next}, ${orNull(h.nextId)}, ${orNull(h.nextName)}, ${orNull(h.nextBy)}, ${orNull(h.hello)},
      ${orNull(h.helloOn)}, ${orNull(h.helloWhere)}, ${orNull(h.helloBecause)}, ${orNull(h.helloAgainOn)},
      ${orNull(h.toldOn)}, ${orNull(h.words)}, ${h.wordsLanguage})
    on conflict (allocation_id) do update set goodbye = excluded.goodbye, goodbye_on = excluded.goodbye_on,
      goodbye_where = excluded.goodbye_where, goodbye_because = excluded.goodbye_because,
      goodbye_again_on = excluded.goodbye_again_on, next = excluded.next, next_id = excluded.next_id,
      next_name = excluded.next_name, next_by = excluded.next_by, hello = excluded.hello, hello_on = excluded.hello_on,
      hello_where = excluded.hello_where, hello_because = excluded.hello_because,
      hello_again_on = excluded.hello_again_on, told_on = excluded.told_on, words = excluded.words,
      words_language = excluded.words_language
    where kept.version = ${version} returning id`.execute(tx)
  return rows.length === 1
}

export type HandoverOwed = Handover & {
  readonly childId: ChildId
  readonly knownAs: string
  readonly leaves: string | undefined
}

const OPEN = sql`(h.goodbye in ('planned', 'not_possible') or h.hello in ('planned', 'not_possible') or h.next = 'nobody_yet')`

/** Goodbyes and hellos of which something is still to be done: of the reader's own children, or of a team. */
export async function handoversOwed(
  tx: Tx,
  of: 'beside-me' | TeamId,
  most: number,
): Promise<readonly HandoverOwed[]> {
  const { rows } = await sql<Kept<HandoverOwed>>`
    select ${COLUMNS}, c.id as "childId", c.known_as as "knownAs", p.name as leaves
    from ${childrenOf(of)} c
    cross join lateral (select * from waymark.handover x where x.child_id = c.id offset 0) h
    left join waymark.allocation a on a.id = h.allocation_id left join waymark.person p on p.id = a.person_id
    where ${OPEN} order by least(h.goodbye_on, h.hello_on, h.next_by), c.known_as, h.id limit ${most}`.execute(
    tx,
  )
  return rows.map((row) => ({ ...known<HandoverOwed>(row), childId: trustedId(row.childId) }))
}

/** From whom the reader reaches, outwards: a worker's own children, or a team's. */
export function childrenOf(of: 'beside-me' | TeamId): RawBuilder<unknown> {
  return of === 'beside-me'
    ? sql`(select x.id, x.known_as, x.opened_at from (select distinct a.child_id from waymark.allocation a
        where a.person_id = (select waymark.actor_id()) and a.ended_on is null offset 0) own
        join waymark.child x on x.id = own.child_id)`
    : sql`(select x.id, x.known_as, x.opened_at from waymark.child x
        where x.team_id = ${of} and x.organisation_id = (select waymark.actor_organisation()))`
}

export type NoKeyWorker = {
  readonly childId: ChildId
  readonly knownAs: string
  readonly since: Date
}

/**
 * Children whom nobody sees through: no key worker, social worker or personal adviser for longer than the rule
 * of the clock gives. Those of whom a running clock says it already are not told twice.
 * Since when is asked only of the few who have nobody.
 */
export async function withoutKeyWorker(
  tx: Tx,
  of: 'beside-me' | TeamId,
  now: Date,
  most: number,
): Promise<readonly NoKeyWorker[]> {
  const { rows } = await sql<{ id: string; knownAs: string; since: Date }>`
    select c.id, c.known_as as "knownAs", e.since from (
      select c.id, c.known_as, c.opened_at from ${childrenOf(of)} c
      where not exists (select from waymark.allocation a where a.child_id = c.id and a.ended_on is null
          and a.part in ('key_worker', 'social_worker', 'personal_adviser'))
        and exists (select from waymark.allocation a where a.child_id = c.id and a.ended_on is null)
        and not exists (select from waymark.clock k where k.child_id = c.id and k.rule = 'key-worker.allocation' and k.state = 'running')
      offset 0) c
    cross join lateral (select coalesce(
      (select (max(a.ended_on) + 1)::timestamp at time zone 'Europe/London' from waymark.allocation a
        where a.child_id = c.id and a.part in ('key_worker', 'social_worker', 'personal_adviser')), c.opened_at) as since) e
    where e.since <= ${now}::timestamptz - (select make_interval(hours => r.length) from waymark.clock_rule r
        where r.code = 'key-worker.allocation' and r.organisation_id is null and r.counted = 'hours'
          and r.from_day <= ${now}::date order by r.from_day desc, r.nation limit 1)
    order by c.known_as, c.id limit ${most}`.execute(tx)
  return rows.map(({ id, ...row }) => ({ ...row, childId: trustedId(id) }))
}
