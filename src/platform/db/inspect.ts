import { sql } from 'kysely'
import { migrations } from './migrate.ts'
import type { Database } from './postgres.ts'

export type Finding = { readonly what: string; readonly well: boolean; readonly said: string }

/** What the server's own login is and what the database holds, in words. Changes nothing. */
export async function lookAtDatabase(db: Database): Promise<readonly Finding[]> {
  return [...(await login(db)), ...(await structure(db))]
}

type Login = { name: string; version: string; superuser: boolean; bypass: boolean }

/** The login must be powerless: not a superuser, and not past row-level security. */
export async function loginOf(db: Database): Promise<Login> {
  const { rows } = await sql<Login>`
    select rolname as name, current_setting('server_version') as version,
           rolsuper as superuser, rolbypassrls as bypass
      from pg_roles where rolname = session_user`.execute(db)
  if (!rows[0]) throw new Error('The database did not say who is asking')
  return rows[0]
}

async function login(db: Database): Promise<readonly Finding[]> {
  const found = await loginOf(db)
  const well = !found.superuser && !found.bypass
  const said = well
    ? `${found.name}, which has no power of its own`
    : `${found.name} can pass row-level security. Point DATABASE_URL at the login waymark_web that ./waymark init made.`
  return [
    { what: 'database', well: true, said: `PostgreSQL ${found.version}` },
    { what: 'login', well, said },
  ]
}

async function structure(db: Database): Promise<readonly Finding[]> {
  const due = await pendingMigrations(db)
  const open = await tablesWithoutForcedSecurity(db)
  return [
    {
      what: 'migrations',
      well: due.length === 0,
      said:
        due.length === 0 ? 'up to date' : `${due.length} have not run here. Run ./waymark migrate.`,
    },
    {
      what: 'row-level security',
      well: open.length === 0,
      said:
        open.length === 0
          ? 'forced on every table that holds a child'
          : `not forced on ${open.join(', ')}. Restore the database from a backup or run ./waymark migrate on a fresh one.`,
    },
  ]
}

/** Names of migrations that this version brings and this database has not seen. */
export async function pendingMigrations(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from gate.migrations_run()`.execute(db)
  const ran = new Set(rows.map((r) => r.name))
  return migrations()
    .map((m) => m.name)
    .filter((name) => !ran.has(name))
}

/** Tables with a column child_id (and the child itself) whose row-level security is not forced. */
async function tablesWithoutForcedSecurity(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'waymark' and c.relkind = 'r' and not c.relforcerowsecurity
       and (c.relname = 'child' or exists (
         select from pg_attribute a where a.attrelid = c.oid and a.attname in ('child_id', 'shown')))
     order by 1`.execute(db)
  return rows.map((r) => r.name)
}
