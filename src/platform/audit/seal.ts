import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { asSealer, type Tx } from '#platform/db/unit-of-work.ts'
import type { Database } from '#platform/db/postgres.ts'

const BATCH = 2000
const FIRST = '0'.repeat(64)

type Seal = {
  readonly id: string
  readonly entry_ids: string[]
  readonly previous: string
  readonly seal: string
}

/**
 * Seals what has been written since the last time, in the order it was written: each seal is an
 * HMAC over the seal before it and its entries. Requests never wait for it. Gives the number sealed.
 */
export async function sealNew(db: Database, key: Buffer): Promise<number> {
  let total = 0
  for (;;) {
    const sealed = await asSealer(db, (tx) => sealBatch(tx, key))
    total += sealed
    if (sealed < BATCH) return total
  }
}

async function sealBatch(tx: Tx, key: Buffer): Promise<number> {
  await sql`select pg_advisory_xact_lock(7303)`.execute(tx)
  const { rows: waiting } = await sql<{ entry_id: string }>`
    delete from waymark.audit_unsealed
     where entry_id in (select entry_id from waymark.audit_unsealed order by entry_id limit ${BATCH})
    returning entry_id`.execute(tx)
  if (waiting.length === 0) return 0
  const ids = waiting.map((r) => r.entry_id).toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))
  const last = await lastSeal(tx)
  const previous = last?.seal ?? FIRST
  const seal = sealOf(key, previous, ids, await canonical(tx, ids))
  await sql`
    insert into waymark.audit_seal (id, entry_ids, previous, seal)
    values (${BigInt(last?.id ?? 0) + 1n}, ${ids}::bigint[], ${previous}, ${seal})`.execute(tx)
  return ids.length
}

async function lastSeal(tx: Tx): Promise<Seal | undefined> {
  const { rows } =
    await sql<Seal>`select * from waymark.audit_seal order by id desc limit 1`.execute(tx)
  return rows[0]
}

/** The entries as text, one form for ever: a change to this breaks every seal made before it. */
async function canonical(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; text: string }>`
    select id::text, jsonb_build_array(
        id, (extract(epoch from at) * 1000000)::bigint, actor_id, actor_role, organisation_id, session_id,
        action, outcome, child_id, shown, host(address), request_id, detail)::text as text
      from waymark.audit_entry where id = any(${[...ids]}::bigint[])`.execute(tx)
  return new Map(rows.map((r) => [r.id, r.text]))
}

function sealOf(
  key: Buffer,
  previous: string,
  ids: readonly string[],
  texts: ReadonlyMap<string, string>,
): string {
  const mac = createHmac('sha256', key).update(previous)
  for (const id of ids) mac.update('\n').update(texts.get(id) ?? `${id} is not there`)
  return mac.digest('hex')
}

export type Verdict = {
  readonly entries: number
  readonly seals: number
  /** The newest seal: keep it somewhere else, and nobody can shorten the chain unseen. */
  readonly head: string
  readonly problems: readonly string[]
}

/**
 * Walks the whole chain and says what was removed, altered, added or put in another order.
 * Entries not yet sealed are sealed first.
 */
export async function verify(
  db: Database,
  key: Buffer,
  progress: (entries: number) => void = () => undefined,
): Promise<Verdict> {
  await sealNew(db, key)
  return asSealer(db, async (tx) => {
    const problems: string[] = []
    let previous = FIRST
    let entries = 0
    let seals = 0
    for (let next = 1n; ; next += 1n) {
      const { rows } = await sql<Seal>`select * from waymark.audit_seal where id = ${next}`.execute(
        tx,
      )
      const seal = rows[0]
      if (!seal) break
      seals += 1
      entries += seal.entry_ids.length
      problems.push(...(await faultsOf(tx, key, seal, previous)))
      previous = seal.seal
      progress(entries)
    }
    problems.push(...(await strays(tx, seals, entries)))
    return { entries, seals, head: previous, problems }
  })
}

async function faultsOf(
  tx: Tx,
  key: Buffer,
  seal: Seal,
  previous: string,
): Promise<readonly string[]> {
  const texts = await canonical(tx, seal.entry_ids)
  const missing = seal.entry_ids.filter((id) => !texts.has(id))
  const gone = missing.map((id) => `Entry ${id} was removed.`)
  if (seal.previous !== previous) {
    return [
      ...gone,
      `Seal ${seal.id} does not follow the seal before it: seals were removed, altered or put in another order.`,
    ]
  }
  if (missing.length > 0 || sealOf(key, previous, seal.entry_ids, texts) === seal.seal) return gone
  const [first] = seal.entry_ids
  return [
    `An entry from ${first} to ${seal.entry_ids.at(-1)} was altered or put in another order (seal ${seal.id}).`,
  ]
}

async function strays(tx: Tx, seals: number, entries: number): Promise<readonly string[]> {
  const { rows } = await sql<{ seals: string; entries: string; unsealed_without_entry: string }>`
    select (select count(*) from waymark.audit_seal) as seals,
           (select count(*) from waymark.audit_entry e
             where not exists (select from waymark.audit_unsealed u where u.entry_id = e.id)) as entries,
           (select count(*) from waymark.audit_unsealed u
             where not exists (select from waymark.audit_entry e where e.id = u.entry_id)) as unsealed_without_entry`.execute(
    tx,
  )
  const found = rows[0]
  if (!found) return []
  const problems: string[] = []
  if (Number(found.seals) !== seals)
    problems.push('A seal is missing from the middle of the chain.')
  const extra = Number(found.entries) - entries
  if (extra > 0) problems.push(`${extra} entries were added without going through the product.`)
  const lost = Number(found.unsealed_without_entry)
  if (lost > 0) problems.push(`${lost} entries were removed before they were sealed.`)
  return problems
}
