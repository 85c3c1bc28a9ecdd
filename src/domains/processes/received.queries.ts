import { type RawBuilder, sql } from 'kysely'
import type { OrganisationId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

/**
 * Taking in what a council's return says happened. The rows come from a query of the giver's:
 * child_id uuid and facts jsonb, with the columns of the return as its keys.
 */
export const RECEIVED_FILES = ['episodes', 'reviews', 'missing', 'social_worker'] as const
export type ReceivedFile = (typeof RECEIVED_FILES)[number]

export type Received = {
  readonly organisationId: OrganisationId
  /** The collection year of the return. */
  readonly year: number
  readonly rows: RawBuilder<unknown>
}

type Place = {
  readonly table: string
  /** The day that tells a row from the child's others: our column, and the return's. */
  readonly key: readonly [string, string]
  readonly days: Readonly<Record<string, string>>
  readonly texts: Readonly<Record<string, string>>
}

const PLACES: Readonly<Record<ReceivedFile, Place>> = {
  episodes: {
    table: 'care_episode',
    key: ['began_on', 'DECOM'],
    days: { ended_on: 'DEC' },
    texts: {
      began_because: 'RNE',
      legal_status: 'LS',
      need: 'CIN',
      placement: 'PLACE',
      provider: 'PLACE_PROVIDER',
      ended_because: 'REC',
      moved_because: 'REASON_PLACE_CHANGE',
    },
  },
  reviews: {
    table: 'care_review',
    key: ['held_on', 'REVIEW'],
    days: {},
    texts: { participation: 'REVIEW_CODE' },
  },
  missing: {
    table: 'missing_period',
    key: ['began_on', 'MIS_START'],
    days: { ended_on: 'MIS_END' },
    texts: { kind: 'MISSING' },
  },
  social_worker: {
    table: 'worker_episode',
    key: ['began_on', 'SW_DECOM'],
    days: { ended_on: 'SW_DEC' },
    texts: { worker: 'SW_ID', ended_because: 'SW_REASON' },
  },
}

const day = (column: string) => sql`(s.facts ->> ${sql.lit(column)})::date`
const text = (column: string) => sql`s.facts ->> ${sql.lit(column)}`

function partsOf(file: ReceivedFile) {
  const { table, key, days, texts } = PLACES[file]
  const names = [...Object.keys(days), ...Object.keys(texts)]
  return {
    table: sql.table(`waymark.${table}`),
    key: sql.ref(key[0]),
    keyHeld: sql.ref(`t.${key[0]}`),
    keySaid: day(key[1]),
    names: sql.join(names.map((n) => sql.ref(n))),
    held: sql.join(names.map((n) => sql.ref(`t.${n}`))),
    said: sql.join([...Object.values(days).map(day), ...Object.values(texts).map(text)]),
    newly: sql.join(names.map((n) => sql.ref(`excluded.${n}`))),
    replaced: sql.join(names.map((n) => sql`${sql.ref(n)} = ${sql.ref(`excluded.${n}`)}`)),
  }
}

/** For each child with a difference: child_id, and how many rows are new and how many say something else. */
export function differenceFrom(file: ReceivedFile, received: Received): RawBuilder<unknown> {
  const p = partsOf(file)
  return sql`
    select s.child_id, count(*) filter (where t.id is null) as added,
           count(*) filter (where t.id is not null) as changed
    from (${received.rows}) s
    left join ${p.table} t on t.child_id = s.child_id
      and t.organisation_id = ${received.organisationId} and ${p.keyHeld} = ${p.keySaid}
    where t.id is null or row(${p.held}) is distinct from row(${p.said})
    group by s.child_id`
}

/** Writes what is new and what is said differently; leaves the rest as it is. Gives how many rows were written. */
export async function receive(tx: Tx, file: ReceivedFile, received: Received): Promise<number> {
  const p = partsOf(file)
  const { numAffectedRows } = await sql`
    insert into ${p.table} as t (child_id, organisation_id, said_in, ${p.key}, ${p.names})
    select s.child_id, ${received.organisationId}::uuid, ${received.year}::integer, ${p.keySaid}, ${p.said}
    from (${received.rows}) s
    on conflict (child_id, organisation_id, ${p.key}) do update
      set said_in = excluded.said_in, ${p.replaced}
      where row(${p.held}) is distinct from row(${p.newly})`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
