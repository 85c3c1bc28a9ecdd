import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { trustedId, type Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { About, Warning } from './import.rules.ts'
import type { Return } from './ssda903/read-return.ts'
import type { CheckedRow } from './ssda903/row.rules.ts'
import { TABLES } from './ssda903/tables.rules.ts'

export type RunId = Id<'import run'>
export type Progress = (sentence: string) => void

const AT_A_TIME = 2000
const SAY_EVERY = 50_000

type Staging = {
  readonly usable: object[]
  readonly refused: object[]
  readonly warnings: Map<string, Warning>
  readonly named: Set<string>
  readonly usableChildren: Set<string>
  rows: number
  refusals: number
}

/**
 * Puts a return beside the record, row by row, where a plan can be made of it. Whatever the
 * person had previewed before and left is removed. Gives the run; nothing of a child is written.
 */
export async function stage(tx: Tx, found: Return, progress: Progress): Promise<RunId> {
  await sql`set local statement_timeout = 0`.execute(tx)
  await oneAtATime(tx)
  await forgetEarlier(tx)
  const { rows } = await sql<{ id: string }>`
    insert into waymark.import_run (kind, year, state, content_hash, about)
    values ('ssda903', ${found.year}, 'previewed', '', '{}') returning id`.execute(tx)
  const run: RunId = trustedId(rows[0]?.id ?? '')
  const staging: Staging = {
    usable: [],
    refused: [],
    warnings: new Map(),
    named: new Set(),
    usableChildren: new Set(),
    rows: 0,
    refusals: 0,
  }
  const hash = createHash('sha256')
  for await (const row of found.rows()) {
    hash.update(JSON.stringify([row.kind, row.values]))
    take(staging, row, found.year)
    if (staging.usable.length >= AT_A_TIME) await writeUsable(tx, run, staging)
    if (staging.refused.length >= AT_A_TIME) await writeRefused(tx, run, staging)
    if (staging.rows % SAY_EVERY === 0) progress(`${staging.rows} of ${found.rowCount} rows read`)
  }
  await writeUsable(tx, run, staging)
  await writeRefused(tx, run, staging)
  const about = aboutOf(found, staging)
  await sql`
    update waymark.import_run set content_hash = ${hash.digest('hex')}, about = ${JSON.stringify(about)}::jsonb
    where id = ${run}`.execute(tx)
  return run
}

/** Until the transaction ends, no other import of the organisation plans or writes. */
export async function oneAtATime(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(7303, hashtext(waymark.actor_organisation()::text))`.execute(
    tx,
  )
}

async function forgetEarlier(tx: Tx): Promise<void> {
  await sql`delete from waymark.import_refusal`.execute(tx)
  await sql`delete from waymark.import_run where state = 'previewed'`.execute(tx)
}

function take(staging: Staging, row: CheckedRow, year: number): void {
  staging.rows += 1
  if (row.kind === 'header') staging.named.add(row.child)
  if (row.refusals.length > 0) {
    takeRefused(staging, row)
    return
  }
  takeWarnings(staging, row)
  if (!row.again) takeUsable(staging, row, year)
}

function takeWarnings(staging: Staging, row: CheckedRow): void {
  for (const warning of row.warnings) {
    const key = `${row.file} ${warning.kind} ${warning.column}`
    const before = staging.warnings.get(key)
    const { column, kind, text } = warning
    staging.warnings.set(key, {
      file: row.file,
      column,
      kind,
      count: (before?.count ?? 0) + 1,
      first: before?.first ?? text,
    })
  }
}

function takeRefused(staging: Staging, row: CheckedRow): void {
  staging.refusals += 1
  staging.refused.push({
    n: staging.rows,
    file_kind: row.kind,
    file: row.file,
    row: row.row,
    child: row.child.replaceAll('\0', '').slice(0, 100),
    reasons: row.refusals.map(({ column, text }) => ({ column, text })),
    as_sent: row.values,
  })
}

function takeUsable(staging: Staging, row: CheckedRow, year: number): void {
  if (row.kind === 'header') staging.usableChildren.add(row.child)
  const key = TABLES[row.kind].yearly ? [row.key, year].join(' ').trim() : row.key
  staging.usable.push({
    n: staging.rows,
    file: row.kind,
    child: row.child,
    natural_key: key,
    facts: row.facts,
    as_sent: row.values,
  })
}

/** PostgreSQL keeps no NUL in text; a value that had one was refused or not used before. */
const asJson = (rows: readonly object[]) => JSON.stringify(rows).replaceAll('\\u0000', '')

async function writeUsable(tx: Tx, run: RunId, staging: Staging): Promise<void> {
  const rows = staging.usable.splice(0)
  if (rows.length === 0) return
  await sql`
    insert into waymark.import_row (run_id, n, file, child, natural_key, facts, as_sent)
    select ${run}::uuid, n, file, child, natural_key, facts, as_sent
    from json_to_recordset(${asJson(rows)}::json)
      as r(n integer, file text, child text, natural_key text, facts jsonb, as_sent jsonb)`.execute(
    tx,
  )
}

async function writeRefused(tx: Tx, run: RunId, staging: Staging): Promise<void> {
  const rows = staging.refused.splice(0)
  if (rows.length === 0) return
  await sql`
    insert into waymark.import_refusal (run_id, n, file_kind, file, row, child, reasons, as_sent)
    select ${run}::uuid, n, file_kind, file, "row", child, reasons, as_sent
    from json_to_recordset(${asJson(rows)}::json)
      as r(n integer, file_kind text, file text, "row" integer, child text, reasons jsonb, as_sent jsonb)`.execute(
    tx,
  )
}

function aboutOf(found: Return, staging: Staging): About {
  const { form, files, leftOut, notes } = found
  return {
    form,
    files,
    leftOut,
    notes,
    warnings: [...staging.warnings.values()],
    rows: staging.rows,
    refused: staging.refusals,
    children: staging.named.size,
    childrenRefused: [...staging.named].filter((c) => !staging.usableChildren.has(c)).length,
  }
}
