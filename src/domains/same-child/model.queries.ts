import { sql } from 'kysely'
import type { OrganisationId } from '#kernel/ids.ts'
import { lookUp } from '#kernel/look-up.ts'
import { type Frequencies, type Model, SLOTS, STARTING_MODEL } from '#domains/matching/index.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/** What is believed about agreement in one organisation, and since when. */
export type Believed = {
  /** Undefined until something was learnt there: the starting model then. */
  readonly id: string | undefined
  readonly model: Model
  readonly frequencies: Frequencies
}

/**
 * Until the names of an organisation were counted, every word is thought as common as most are: an
 * average language, an average place. Rarity then says next to nothing, either way.
 */
const USUAL: Readonly<Record<string, number>> = { languages: 300, places: 45, postcodes: 5 }
const USUAL_WORD = 6

const NOTHING_LEARNT: Believed = {
  id: undefined,
  model: STARTING_MODEL,
  frequencies: {
    records: 1000,
    countOf: (key) => lookUp(USUAL, key.slice(0, key.indexOf(':'))) ?? USUAL_WORD,
  },
}

/** The newest of each organisation stays in memory: what was learnt never changes, and is megabytes. */
const kept = new Map<string, Believed>()
const MOST_KEPT = 8

/** The newest model of the organisation that the actor may read; the starting one where nothing was learnt of what is compared now. */
export async function newestModel(tx: Tx, organisation: OrganisationId): Promise<Believed> {
  const { rows } = await sql<{ id: string }>`
    select id from waymark.matching_model where organisation_id = ${organisation}
      and jsonb_array_length(model -> 'm') = ${SLOTS.length}
    order by number desc limit 1`.execute(tx)
  const id = rows[0]?.id
  if (id === undefined) return forAsMany(await childrenOf(tx, organisation))
  const there = kept.get(organisation)
  if (there?.id === id) return there
  const read = await modelOf(tx, id)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(organisation, read)
  return read
}

const COUNTED_TO = 5000
const MOST_LIKELY = 0.01

/** Nothing is learnt yet: in few records a pair is likelier to be one child than in many. */
export const forAsMany = (records: number): Believed => ({
  ...NOTHING_LEARNT,
  model: { ...STARTING_MODEL, matches: Math.min(MOST_LIKELY, 0.5 / Math.max(records, 1)) },
})

/** Organisations with more children than are counted. None has fewer later: no record is ever deleted. */
const large = new Set<OrganisationId>()

/** How many children the actor reaches there, counted no further than matters; of a large one, that it is large. */
async function childrenOf(tx: Tx, organisation: OrganisationId): Promise<number> {
  if (large.has(organisation)) return COUNTED_TO
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from (
      select from waymark.child where organisation_id = ${organisation} limit ${COUNTED_TO}) c`.execute(
    tx,
  )
  const counted = rows[0]?.n ?? 0
  if (counted === COUNTED_TO) large.add(organisation)
  return counted
}

/** One model, whichever is newest. */
export async function modelOf(tx: Tx, id: string): Promise<Believed> {
  const { rows } = await sql<{
    records: number
    model: Model
    frequencies: Readonly<Record<string, number>>
  }>`select records, model, frequencies from waymark.matching_model where id = ${id}
      and jsonb_array_length(model -> 'm') = ${SLOTS.length}`.execute(tx)
  const [row] = rows
  if (!row) return NOTHING_LEARNT
  const counts = new Map(Object.entries(row.frequencies))
  const countOf = (key: string) => counts.get(key) ?? 1
  return { id, model: row.model, frequencies: { records: row.records, countOf } }
}

export type Learnt = {
  readonly at: Date
  readonly records: number
  readonly rounds: number
  readonly model: Model
  readonly frequencies: ReadonlyMap<string, number>
}

/** Keeps what was learnt as the newest. Words that one record has are left out: they are rare by being absent. */
export async function keepModel(tx: Tx, learnt: Learnt): Promise<string> {
  const shared = Object.fromEntries([...learnt.frequencies].filter(([, count]) => count > 1))
  const { rows } = await sql<{ id: string }>`
    insert into waymark.matching_model (number, learned_at, records, rounds, model, frequencies)
    select coalesce(max(m.number), 0) + 1, ${learnt.at}, ${learnt.records}, ${learnt.rounds},
      ${JSON.stringify(learnt.model)}::jsonb, ${JSON.stringify(shared)}::jsonb
    from waymark.matching_model m where m.organisation_id = waymark.actor_organisation()
    returning id`.execute(tx)
  return rows[0]?.id ?? ''
}
