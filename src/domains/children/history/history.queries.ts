import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Version } from './history.rules.ts'

/** The tables of this domain whose rows belong to a child. */
const TABLES = [
  'child_name',
  'date_of_birth_claim',
  'child_language',
  'about_me',
  'own_meaning',
  'person_who_matters',
  'child_identifier',
  'place_of_learning',
  'child_background',
  'child_claim',
  'allocation',
] as const

type Row = {
  readonly table_name: string
  readonly row_id: string
  readonly version: number
  readonly changed_by: string | null
  readonly changed_at: Date
  readonly was: Readonly<Record<string, unknown>>
}

/** Every version there ever was of a child's record, those of now included. */
export async function versionsOf(tx: Tx, child: ChildId): Promise<readonly Version[]> {
  const earlier = await sql<Row>`
    select table_name, row_id, version, changed_by, changed_at, was from waymark.row_history
    where child_id = ${child} and table_name = any (${['child', ...TABLES]})
  `.execute(tx)
  const current = TABLES.map(
    (table) => sql`
      select ${table}::text as table_name, t.id as row_id, t.version, t.changed_by, t.changed_at, to_jsonb(t) as was
      from ${sql.table(`waymark.${table}`)} t where t.child_id = ${child}`,
  )
  const now = await sql<Row>`
    select 'child' as table_name, c.id as row_id, c.version, c.changed_by, c.changed_at, to_jsonb(c) as was
    from waymark.child c where c.id = ${child} union all ${sql.join(current, sql` union all `)}
  `.execute(tx)
  return [...earlier.rows, ...now.rows].map((row) => ({
    table: row.table_name,
    rowId: row.row_id,
    version: row.version,
    changedBy: row.changed_by ?? undefined,
    changedAt: row.changed_at,
    values: row.was,
  }))
}

/** What people are called, for those the actor may know. */
export async function namesOfPeople(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('waymark.person')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
