import { sql } from 'kysely'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { AssessmentId } from './assessment.queries.ts'
import type { EntryKind } from './entry.form.ts'
import type { Row, Values } from './fields.form.ts'

export type Entry = {
  readonly id: string
  readonly version: number
  readonly changedBy: string | undefined
  readonly changedAt: Date
  readonly takenOff: boolean
  readonly row: Row
}

type EntryRow = {
  readonly row: Row
  readonly changed_at: Date
  readonly changed_by_name: string | null
}

/** The rows of one kind that stand now, the oldest first. */
export async function entriesOf(
  tx: Tx,
  kind: EntryKind,
  assessment: AssessmentId,
): Promise<readonly Entry[]> {
  const { rows } = await sql<EntryRow>`
    select to_jsonb(e) as row, e.changed_at, null::text as changed_by_name from ${tableOf(kind)} e
    where e.assessment_id = ${assessment} and e.taken_off_at is null order by e.begun_at, e.id limit 500`.execute(
    tx,
  )
  return rows.map(entryOf)
}

/** One row, taken off or not; undefined when this assessment has no such row. */
export async function findEntry(
  tx: Tx,
  kind: EntryKind,
  assessment: AssessmentId,
  id: string,
): Promise<Entry | undefined> {
  const { rows } = await sql<EntryRow>`
    select to_jsonb(e) as row, e.changed_at, p.name as changed_by_name from ${tableOf(kind)} e
    left join waymark.person p on p.id = e.changed_by
    where e.assessment_id = ${assessment} and e.id = ${id}`.execute(tx)
  return rows[0] && entryOf(rows[0])
}

function entryOf({ row, changed_at: changedAt, changed_by_name: changedBy }: EntryRow): Entry {
  return {
    id: String(row['id']),
    version: Number(row['version']),
    changedBy: changedBy ?? undefined,
    changedAt,
    takenOff: row['taken_off_at'] !== null,
    row,
  }
}

/** What became of a write; a refusal of the database by the name it has there. */
export type Written = 'written' | 'somebody-was-first' | { readonly refused: string }

export function addEntry(
  tx: Tx,
  kind: EntryKind,
  assessment: AssessmentId,
  values: Values,
): Promise<Written> {
  const all: Values = { assessment_id: assessment, ...values }
  return refusable(tx, async () => {
    await sql`insert into ${tableOf(kind)} (${sql.join(Object.keys(all).map((c) => sql.ref(c)))})
      values (${sql.join(Object.values(all))})`.execute(tx)
    return 'written'
  })
}

/** Changes a row that still is the version that was read. One taken off meanwhile stands again. */
export function changeEntry(
  tx: Tx,
  kind: EntryKind,
  entry: { readonly assessment: AssessmentId; readonly id: string; readonly version: number },
  values: Values,
): Promise<Written> {
  const set = Object.entries({ ...values, taken_off_at: null }).map(
    ([column, value]) => sql`${sql.ref(column)} = ${value}`,
  )
  return refusable(tx, async () => {
    const { numAffectedRows } = await sql`update ${tableOf(kind)} set ${sql.join(set)}
      where assessment_id = ${entry.assessment} and id = ${entry.id} and version = ${entry.version}`.execute(
      tx,
    )
    return numAffectedRows === 1n ? 'written' : 'somebody-was-first'
  })
}

/** Takes a row off, or words back: the row stays, and its history. */
export function endEntry(
  tx: Tx,
  kind: EntryKind,
  entry: { readonly assessment: AssessmentId; readonly id: string; readonly version: number },
  { now, column }: { readonly now: Date; readonly column: 'taken_off_at' | 'taken_back_at' },
): Promise<Written> {
  return refusable(tx, async () => {
    const { numAffectedRows } = await sql`update ${tableOf(kind)} set ${sql.ref(column)} = ${now}
      where assessment_id = ${entry.assessment} and id = ${entry.id} and version = ${entry.version}
        and ${sql.ref(column)} is null`.execute(tx)
    return numAffectedRows === 1n ? 'written' : 'somebody-was-first'
  })
}

/** Does something that a constraint of the database may refuse, and gives the constraint's name if it does. */
export async function refusable<T extends string>(
  tx: Tx,
  work: () => Promise<T>,
): Promise<T | { readonly refused: string }> {
  await sql`savepoint refusable`.execute(tx)
  try {
    return await work()
  } catch (error) {
    const name = constraintOf(error)
    if (name === undefined) throw error
    await sql`rollback to savepoint refusable`.execute(tx)
    return { refused: name }
  }
}

function constraintOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('constraint' in error)) return undefined
  return typeof error.constraint === 'string' && error.constraint !== ''
    ? error.constraint
    : undefined
}

// The name of a table comes from our own list of kinds, never from a form.
const tableOf = (kind: EntryKind) => sql.table(`waymark.${kind.table}`)
