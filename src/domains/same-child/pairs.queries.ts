import { sql } from 'kysely'
import type { ChildId, OrganisationId, PersonId } from '#kernel/ids.ts'
import { type Kept as Row, known } from '#kernel/known.ts'
import type { Waterfall } from '#domains/matching/index.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Standing } from './same-child.rules.ts'
import type { Kept } from './steps.rules.ts'

/** Two records that may be about one child. `one` and `two` are in the order of their ids and mean nothing. */
export type Pair = {
  readonly id: string
  readonly oneId: ChildId
  readonly twoId: ChildId
  readonly oneName: string
  readonly twoName: string
  readonly standing: Standing
  readonly weight: number
  readonly decidedWeight: number | undefined
  readonly weighedAt: Date
  readonly foundAt: Date
  readonly foundBy: 'run' | 'record' | 'person'
  readonly handedTo: PersonId | undefined
  readonly handedToName: string | undefined
  readonly version: number
}

const COLUMNS = sql`
  p.id, p.one_id as "oneId", p.two_id as "twoId", a.known_as as "oneName", b.known_as as "twoName", p.standing,
  p.weight::float8 as weight, p.decided_weight::float8 as "decidedWeight", p.weighed_at as "weighedAt", p.found_at as "foundAt",
  p.found_by as "foundBy", p.handed_to as "handedTo", h.name as "handedToName", p.version`

const FROM = sql`
  waymark.same_child_pair p join waymark.child a on a.id = p.one_id join waymark.child b on b.id = p.two_id
  left join waymark.person h on h.id = p.handed_to`

/** The pairs of one child, of any standing, the likeliest first. */
export async function pairsOf(tx: Tx, child: ChildId): Promise<readonly Pair[]> {
  const { rows } = await sql<Row<Pair>>`
    with theirs as materialized (
      select id from waymark.same_child_pair where one_id = ${child}
      union select id from waymark.same_child_pair where two_id = ${child})
    select ${COLUMNS} from theirs t join ${FROM} on p.id = t.id
    order by p.weight desc, p.id limit 100`.execute(tx)
  return rows.map((row) => known<Pair>(row))
}

export type PairInFull = Pair & { readonly why: Kept; readonly learntAt: Date | undefined }

/** One pair of a child with how the two compare; undefined when there is none, or one of the two is out of reach. */
export async function findPair(
  tx: Tx,
  child: ChildId,
  id: string,
): Promise<PairInFull | undefined> {
  const { rows } = await sql<Row<PairInFull>>`
    select ${COLUMNS}, p.steps as why, m.learned_at as "learntAt"
    from ${FROM} left join waymark.matching_model m on m.id = p.model_id
    where p.id = ${id} and ${child} in (p.one_id, p.two_id)`.execute(tx)
  return rows[0] && known<PairInFull>(rows[0])
}

const MOST_LISTED = 100

/** Pairs that wait for somebody: nobody has said, or a second person answers. Within reach, the likeliest first. */
export async function waitingPairs(
  tx: Tx,
  { wide }: { readonly wide: OrganisationId | undefined },
): Promise<readonly Pair[]> {
  return listed(tx, wide, sql`p.standing in ('open', 'proposed')`)
}

/** Pairs on which somebody spoke and more has become known since, so that somebody looks again. */
export async function movedPairs(
  tx: Tx,
  { wide, much }: { readonly wide: OrganisationId | undefined; readonly much: number },
): Promise<readonly Pair[]> {
  return listed(
    tx,
    wide,
    sql`(p.standing in ('not_same', 'cannot_say') and p.weight >= p.decided_weight + ${much}
      or p.standing = 'same' and p.weight <= p.decided_weight - ${much})`,
  )
}

export async function linkedPairs(
  tx: Tx,
  { wide }: { readonly wide: OrganisationId | undefined },
): Promise<readonly Pair[]> {
  return listed(tx, wide, sql`p.standing in ('same', 'cannot_say')`)
}

/**
 * From the pairs out for whoever reaches the whole organisation, and from the children beside whom the
 * reader stands for everybody else: never by asking of every pair whether it may be seen.
 */
async function listed(
  tx: Tx,
  wide: OrganisationId | undefined,
  standing: ReturnType<typeof sql>,
): Promise<readonly Pair[]> {
  const reach = wide
    ? sql`p.organisation_id = ${wide}`
    : sql`p.one_id = any (array(select waymark.actor_children()))`
  const { rows } = await sql<Row<Pair>>`
    select ${COLUMNS} from ${FROM} where ${reach} and ${standing}
    order by p.weight desc, p.id limit ${MOST_LISTED}`.execute(tx)
  return rows.map((row) => known<Pair>(row))
}

/** Pairs that this person was asked to decide. */
export async function handedPairs(tx: Tx, person: PersonId): Promise<readonly Pair[]> {
  const { rows } = await sql<Row<Pair>>`
    select ${COLUMNS} from ${FROM}
    where p.handed_to = ${person} and p.standing in ('open', 'proposed', 'cannot_say')
    order by p.weight desc, p.id limit 50`.execute(tx)
  return rows.map((row) => known<Pair>(row))
}

/** That two people linked this record with one that the reader cannot open: since when, and whom to ask. */
export async function linkedElsewhere(
  tx: Tx,
  child: ChildId,
): Promise<readonly { readonly since: Date; readonly ask: string }[]> {
  const { rows } = await sql<{ since: Date; ask: string }>`
    select since, ask from waymark.linked_elsewhere(${child})`.execute(tx)
  return rows
}

export type FoundPair = {
  readonly one: string
  readonly two: string
  readonly waterfall: Waterfall
}

const hundredths = (n: number): number => Math.round(n * 100) / 100

/** A pair as it is kept: in the order of the ids, weights to a hundredth of a bit. */
export function pairRow({ one, two, waterfall: { start, steps, weight } }: FoundPair) {
  const [first, second] = one < two ? [one, two] : [two, one]
  const rounded = steps.map((step) => ({
    ...step,
    weight: hundredths(step.weight),
    rarity: hundredths(step.rarity),
  }))
  return {
    one_id: first,
    two_id: second,
    weight: hundredths(weight),
    steps: { start: hundredths(start), steps: rounded },
  }
}

/**
 * Keeps found pairs, each once however often it is found. Where it is there already only the weights move,
 * and only when they did; what people said of it stands. Gives how many are new.
 */
export async function keepPairs(
  tx: Tx,
  pairs: readonly FoundPair[],
  how: { readonly by: 'run' | 'record'; readonly at: Date; readonly model: string | undefined },
): Promise<number> {
  if (pairs.length === 0) return 0
  const rows = pairs.map(pairRow)
  const { rows: kept } = await sql<{ is_new: boolean }>`
    insert into waymark.same_child_pair as p (one_id, two_id, weight, steps, model_id, found_by, found_at, weighed_at)
    select r.one_id, r.two_id, r.weight, r.steps, ${how.model ?? null}::uuid, ${how.by}, ${how.at}, ${how.at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(one_id uuid, two_id uuid, weight real, steps jsonb)
    order by r.one_id, r.two_id
    on conflict (one_id, two_id) do update
      set weight = excluded.weight, steps = excluded.steps, model_id = excluded.model_id, weighed_at = excluded.weighed_at
      where p.steps is distinct from excluded.steps
    returning (p.version = 1) as is_new`.execute(tx)
  return kept.filter((row) => row.is_new).length
}

/** The pairs of these children that are there already, to be weighed again whatever they weigh now. */
export async function partnersOf(tx: Tx, child: ChildId): Promise<readonly ChildId[]> {
  const { rows } = await sql<{ id: ChildId }>`
    select two_id as id from waymark.same_child_pair where one_id = ${child}
    union select one_id from waymark.same_child_pair where two_id = ${child} limit 500`.execute(tx)
  return rows.map((row) => row.id)
}
