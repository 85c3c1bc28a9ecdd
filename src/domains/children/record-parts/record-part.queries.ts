import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Columns, Part, Row } from './record-part.form.ts'

/** An entry of a child's record with what every entry has. */
export type Entry = {
  readonly id: string
  readonly version: number
  readonly changedBy: string | undefined
  readonly changedAt: Date
  readonly ended: boolean
  readonly row: Row
}

/** The entries of one part that stand now, the oldest first. */
export async function entriesOf(tx: Tx, part: Part, child: ChildId): Promise<readonly Entry[]> {
  const { rows } = await sql<Row>`
    select * from ${tableOf(part)} p where child_id = ${child} and to_jsonb(p) ->> 'ended_at' is null
    order by changed_at, id limit 500
  `.execute(tx)
  return rows.map(entryOf)
}

/** One entry, ended or not; undefined when this child has no such entry. */
export async function findEntry(
  tx: Tx,
  part: Part,
  child: ChildId,
  id: string,
): Promise<Entry | undefined> {
  const { rows } = await sql<Row>`
    select * from ${tableOf(part)} where child_id = ${child} and id = ${id}
  `.execute(tx)
  return rows[0] && entryOf(rows[0])
}

/** Adds an entry. False when the same one is there already. */
export async function addEntry(
  tx: Tx,
  part: Part,
  child: ChildId,
  columns: Columns,
): Promise<boolean> {
  const all = { child_id: child, ...columns, ...(await ownerOf(tx, part, child)) }
  const { rows } = await sql`
    insert into ${tableOf(part)} (${sql.join(Object.keys(all).map((c) => sql.ref(c)))})
    values (${sql.join(Object.values(all))}) on conflict do nothing returning id
  `.execute(tx)
  return rows.length === 1
}

/** A number belongs to the organisation that gave it. */
async function ownerOf(tx: Tx, part: Part, child: ChildId): Promise<Columns> {
  if (part.table !== 'child_identifier') return {}
  return tx
    .selectFrom('waymark.child')
    .select('organisation_id')
    .where('id', '=', child)
    .executeTakeFirstOrThrow()
}

export type Changed = 'changed' | 'somebody-was-first' | 'taken'

/**
 * Changes an entry when it still is the version that was read; an entry ended meanwhile stands again.
 * Nothing is changed otherwise.
 */
export async function changeEntry(
  tx: Tx,
  part: Part,
  entry: { readonly child: ChildId; readonly id: string; readonly version: number },
  columns: Columns,
): Promise<Changed> {
  const stands = part.endText ? { ended_at: null } : {}
  const set = Object.entries({ ...columns, ...stands }).map(
    ([column, value]) => sql`${sql.ref(column)} = ${value}`,
  )
  await sql`savepoint change`.execute(tx)
  try {
    const { rows } = await sql`
      update ${tableOf(part)} set ${sql.join(set)}
      where child_id = ${entry.child} and id = ${entry.id} and version = ${entry.version} returning id
    `.execute(tx)
    return rows.length === 1 ? 'changed' : 'somebody-was-first'
  } catch (error) {
    if (!isTaken(error)) throw error
    await sql`rollback to savepoint change`.execute(tx)
    return 'taken'
  }
}

const UNIQUE_VIOLATION = '23505'
const isTaken = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION

/** Takes an entry off the record; the history keeps it. False when somebody changed it meanwhile. */
export async function endEntry(
  tx: Tx,
  part: Part,
  entry: { readonly child: ChildId; readonly id: string; readonly version: number },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update ${tableOf(part)} set ended_at = ${now}
    where child_id = ${entry.child} and id = ${entry.id} and version = ${entry.version}
      and ended_at is null returning id
  `.execute(tx)
  return rows.length === 1
}

/** What a person is called; undefined when the actor may not know. */
export async function nameOfPerson(tx: Tx, id: string | undefined): Promise<string | undefined> {
  if (id === undefined) return undefined
  const row = await tx
    .selectFrom('waymark.person')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.name
}

// The name of a table comes from our own list of parts, never from a form.
const tableOf = (part: Part) => sql.table(`waymark.${part.table}`)

function entryOf(row: Row): Entry {
  return {
    id: String(row['id']),
    version: Number(row['version']),
    changedBy: typeof row['changed_by'] === 'string' ? row['changed_by'] : undefined,
    changedAt: row['changed_at'] instanceof Date ? row['changed_at'] : new Date(0),
    ended: row['ended_at'] instanceof Date,
    row,
  }
}
