import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Client } from 'pg'

const FOLDER = path.resolve(import.meta.dirname, '../../../db/migrations')

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }

/** The migrations, in order. Each is plain SQL, forward only. */
export function migrations(folder = FOLDER): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .toSorted()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Brings the database up to date as waymark_owner, one transaction for each migration.
 * Safe to run from several processes at once: the first takes a lock, the others find nothing to do.
 * Throws when a migration that has already run was edited since.
 */
export async function migrate(
  admin: Client,
  each: (name: string) => void = () => undefined,
  all: readonly Migration[] = migrations(),
): Promise<number> {
  await admin.query('select pg_advisory_lock(7302)')
  try {
    await admin.query(`
      create table if not exists waymark.migration (
        name text primary key, checksum text not null, ran_at timestamptz not null default now());
      alter table waymark.migration owner to waymark_owner`)
    const done = await alreadyRun(admin)
    refuseEdited(all, done)
    const due = all.filter((m) => !done.has(m.name))
    for (const migration of due) {
      each(migration.name)
      await runOne(admin, migration)
    }
    return due.length
  } finally {
    await admin.query('select pg_advisory_unlock(7302)')
  }
}

async function alreadyRun(admin: Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await admin.query<{ name: string; checksum: string }>(
    'select name, checksum from waymark.migration',
  )
  return new Map(rows.map((r) => [r.name, r.checksum]))
}

function refuseEdited(all: readonly Migration[], done: ReadonlyMap<string, string>): void {
  const edited = all.filter((m) => done.has(m.name) && done.get(m.name) !== m.checksum)
  if (edited.length === 0) return
  const names = edited.map((m) => m.name).join(', ')
  throw new Error(
    `These migrations were edited after they ran here: ${names}. Restore them and put the change in a new migration.`,
  )
}

async function runOne(admin: Client, migration: Migration): Promise<void> {
  await admin.query('begin')
  try {
    await admin.query('set local role waymark_owner')
    await admin.query(migration.sql)
    await admin.query('insert into waymark.migration (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ])
    await admin.query('commit')
  } catch (error) {
    await admin.query('rollback')
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`Migration ${migration.name} did not run: ${reason}`, { cause: error })
  }
}
