import { sql } from 'kysely'
import type { ChildId, PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Band } from './match/bands.rules.ts'

export type KeptPair = {
  readonly id: string
  readonly runId: string
  readonly childId: ChildId
  readonly knownAs: string
  readonly token: string
  readonly band: Band
  readonly foundAt: Date
  readonly ownAnswer: 'yes' | 'no' | null
  readonly ownBecause: string | null
  readonly ownBy: string | null
  readonly ownAt: Date | null
  readonly theirYesAt: Date | null
  readonly theirName: string | null
  readonly theirPhone: string | null
  readonly revealedAt: Date | null
  /** When the other council answered our yes by itself: it said no, gave no answer, or it was nobody. */
  readonly nobodyAt: Date | null
  /** Whether the question it came from is over. */
  readonly ended: boolean
  readonly version: number
}

const COLUMNS = sql`p.id, p.run_id as "runId", p.child_id as "childId", c.known_as as "knownAs", p.token, p.band,
  p.found_at as "foundAt", p.own_answer as "ownAnswer", p.own_because as "ownBecause", by.name as "ownBy", p.own_at as "ownAt",
  p.their_yes_at as "theirYesAt", p.their_name as "theirName", p.their_phone as "theirPhone", p.revealed_at as "revealedAt", p.nobody_at as "nobodyAt", run.state = 'ended' as ended, p.version`
const FROM = sql`from waymark.between_pair p join waymark.child c on c.id = p.child_id
  join waymark.between_run run on run.id = p.run_id left join waymark.person by on by.id = p.own_by`
const MOST = 500

export async function pairsOfRun(tx: Tx, run: string): Promise<readonly KeptPair[]> {
  const { rows } = await sql<KeptPair>`
    select ${COLUMNS} ${FROM} where p.run_id = ${run}
     order by array_position(array['very_alike', 'alike', 'perhaps'], p.band), c.known_as, p.id limit ${MOST}`.execute(
    tx,
  )
  return rows
}

export async function pairsOfChild(tx: Tx, child: ChildId): Promise<readonly KeptPair[]> {
  const { rows } = await sql<KeptPair>`
    select ${COLUMNS} ${FROM} where p.child_id = ${child} order by p.found_at desc, p.id limit ${MOST}`.execute(
    tx,
  )
  return rows
}

export async function pairOf(tx: Tx, child: ChildId, id: string): Promise<KeptPair | undefined> {
  const { rows } = await sql<KeptPair>`
    select ${COLUMNS} ${FROM} where p.child_id = ${child} and p.id = ${id}`.execute(tx)
  return rows[0]
}

export async function pairByToken(
  tx: Tx,
  run: string,
  token: string,
): Promise<KeptPair | undefined> {
  const { rows } = await sql<KeptPair>`
    select ${COLUMNS} ${FROM} where p.run_id = ${run} and p.token = ${token} for update of p`.execute(
    tx,
  )
  return rows[0]
}

/** Which rows are which children. In one statement: a register has a hundred thousand. */
export async function keepRows(
  tx: Tx,
  run: string,
  ids: readonly (string | undefined)[],
): Promise<void> {
  const kept = ids.flatMap((id, place) => (id === undefined ? [] : [{ id, place }]))
  await sql`
    insert into waymark.between_row (run_id, child_id, place)
    select ${run}, x.child, x.place from unnest(${kept.map((k) => k.id)}::uuid[], ${kept.map((k) => k.place)}::integer[]) x (child, place)`.execute(
    tx,
  )
}

type FoundRow = { readonly row: number; readonly token: string; readonly band: Band }

/** Rows that were decoys have no child, and so make no pair. Gives whose pairs there are now. */
export async function keepPairs(
  tx: Tx,
  run: string,
  found: readonly FoundRow[],
  now: Date,
): Promise<readonly ChildId[]> {
  const { rows } = await sql<{ child: ChildId }>`
    insert into waymark.between_pair (run_id, child_id, token, band, found_at)
    select ${run}, r.child_id, x.token, x.band, ${now}
      from unnest(${found.map((f) => f.row)}::integer[], ${found.map((f) => f.token)}::uuid[], ${found.map((f) => f.band)}::text[])
        x (place, token, band)
      join waymark.between_row r on r.run_id = ${run} and r.place = x.place
    returning child_id as child`.execute(tx)
  return [...new Set(rows.map((r) => r.child))]
}

export type Decision = {
  readonly answer: 'yes' | 'no'
  readonly because: string
  readonly by: PersonId
  readonly now: Date
}

export async function answerPair(
  tx: Tx,
  pair: Pick<KeptPair, 'id' | 'version'>,
  decision: Decision,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update waymark.between_pair set own_answer = ${decision.answer}, own_because = ${decision.because},
      own_by = ${decision.by}, own_at = ${decision.now}
     where id = ${pair.id} and version = ${pair.version} and own_answer is null returning id`.execute(
    tx,
  )
  return rows.length === 1
}

export async function theirYes(tx: Tx, pair: Pick<KeptPair, 'id'>, now: Date): Promise<void> {
  await sql`update waymark.between_pair set their_yes_at = ${now} where id = ${pair.id} and their_yes_at is null`.execute(
    tx,
  )
}

export async function keepRing(
  tx: Tx,
  pair: Pick<KeptPair, 'id'>,
  ring: { readonly name: string; readonly phone: string },
  now: Date,
): Promise<void> {
  await sql`update waymark.between_pair set their_name = ${ring.name}, their_phone = ${ring.phone}, revealed_at = ${now}
    where id = ${pair.id} and revealed_at is null`.execute(tx)
}

export async function keepNobody(tx: Tx, pair: Pick<KeptPair, 'id'>, now: Date): Promise<void> {
  await sql`update waymark.between_pair set nobody_at = ${now} where id = ${pair.id} and nobody_at is null`.execute(
    tx,
  )
}

/** Pairs to which another council's lead said yes and nobody here has answered, the longest waiting first. */
export async function pairsAskedOfUs(
  tx: Tx,
): Promise<readonly (KeptPair & { readonly partner: string })[]> {
  const { rows } = await sql<KeptPair & { readonly partner: string }>`
    select ${COLUMNS}, other.name as partner ${FROM} join waymark.between_partner other on other.id = run.partner_id
     where run.state = 'compared' and p.their_yes_at is not null and p.own_answer is null and run.organisation_id = (select waymark.actor_organisation())
     order by p.their_yes_at, p.id limit 50`.execute(tx)
  return rows
}
