import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Columns, EntryTable, Row } from './entry.form.ts'

// The name of a table comes from our own list of kinds, never from a form.
const tableOf = (table: EntryTable) => sql.table(`waymark.${table}`)

/** One entry of a child; undefined when they have no such entry, or the actor may not see it. */
export async function findEntry(
  tx: Tx,
  table: EntryTable,
  child: ChildId,
  id: string,
): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select * from ${tableOf(table)} where child_id = ${child} and id = ${id}`.execute(tx)
  return rows[0]
}

export async function addEntry(
  tx: Tx,
  table: EntryTable,
  child: ChildId,
  columns: Columns,
): Promise<string> {
  const all = { child_id: child, ...columns }
  const { rows } = await sql<{ id: string }>`
    insert into ${tableOf(table)} (${sql.join(Object.keys(all).map((c) => sql.ref(c)))})
    values (${sql.join(Object.values(all))}) returning id`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('An entry was written and has no id')
  return row.id
}

/** Changes an entry that still is the version that was read. False, and nothing changed, when it is not. */
export async function changeEntry(
  tx: Tx,
  table: EntryTable,
  at: { readonly child: ChildId; readonly id: string; readonly version: number },
  columns: Columns,
): Promise<boolean> {
  const set = Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  const { rows } = await sql`
    update ${tableOf(table)} set ${sql.join(set)}
    where child_id = ${at.child} and id = ${at.id} and version = ${at.version} returning id`.execute(
    tx,
  )
  return rows.length === 1
}

/** The name of whoever changed a row last; undefined when the actor may not know. */
export async function nameOf(tx: Tx, row: Row | undefined): Promise<string | undefined> {
  const by = row?.['changed_by']
  if (typeof by !== 'string') return undefined
  const found = await tx
    .selectFrom('waymark.person')
    .select('name')
    .where('id', '=', by)
    .executeTakeFirst()
  return found?.name
}
