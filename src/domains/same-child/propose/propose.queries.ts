import { sql } from 'kysely'
import { type ChildId, type OrganisationId, trustedId } from '#kernel/ids.ts'
import type { Waterfall } from '#domains/matching/index.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { newestModel } from '../model.queries.ts'
import { pairRow } from '../pairs.queries.ts'
import { recordsOf } from '../records.queries.ts'
import type { Standing } from '../same-child.rules.ts'
import { weighed } from '../weigh.ts'

export type ProposedPair = {
  readonly id: string
  readonly version: number
  readonly standing: Standing
}

/**
 * The pair of two records, made by whoever proposes it where no comparison found it. Undefined when one of
 * the two is out of their reach, or the two are of two organisations.
 */
export async function pairFor(
  tx: Tx,
  one: ChildId,
  two: ChildId,
  at: Date,
): Promise<ProposedPair | undefined> {
  const there = await pairOfTwo(tx, one, two)
  if (there) return there
  const { rows } = await sql<{ id: ChildId; organisation: string }>`
    select c.id, c.organisation_id as organisation from waymark.child c where c.id in (${one}, ${two})`.execute(
    tx,
  )
  const [a, b] = rows
  if (!a || a.organisation !== b?.organisation) return undefined
  const [own, other] = await recordsOf(tx, [one, two])
  const organisation = trustedId<'organisation'>(a.organisation)
  const believed = await newestModel(tx, organisation)
  const found = own && other && weighed(own, [other], believed)[0]
  if (!found) return undefined
  const { waterfall } = found
  const made = await insert(tx, organisation, { one, two, waterfall, model: believed.id, at })
  return made ?? (await pairOfTwo(tx, one, two))
}

async function pairOfTwo(tx: Tx, one: ChildId, two: ChildId): Promise<ProposedPair | undefined> {
  const [first, second] = one < two ? [one, two] : [two, one]
  const { rows } = await sql<ProposedPair>`
    select id, version, standing from waymark.same_child_pair where one_id = ${first} and two_id = ${second}`.execute(
    tx,
  )
  return rows[0]
}

type New = {
  readonly one: ChildId
  readonly two: ChildId
  readonly waterfall: Waterfall
  readonly model: string | undefined
  readonly at: Date
}

/** Undefined when a comparison found the same pair meanwhile. */
async function insert(
  tx: Tx,
  organisation: OrganisationId,
  pair: New,
): Promise<ProposedPair | undefined> {
  const { one_id, two_id, weight, steps } = pairRow(pair)
  const { rows } = await sql<ProposedPair>`
    insert into waymark.same_child_pair (organisation_id, one_id, two_id, weight, steps, model_id, found_by, found_at, weighed_at)
    values (${organisation}, ${one_id}, ${two_id}, ${weight}, ${JSON.stringify(steps)}::jsonb, ${pair.model ?? null}, 'person', ${pair.at}, ${pair.at})
    on conflict (one_id, two_id) do nothing returning id, version, standing`.execute(tx)
  return rows[0]
}
