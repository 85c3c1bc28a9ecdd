import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { preparing } from './prepared.ts'
import type { DB } from './tables.ts'

export type Database = Kysely<DB>

// A calendar day stays text: a Date would give it a time and a zone that it does not have.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** A pool of connections as one login. Close it with `destroy()`. */
export function openDatabase(url: string, connections = 10): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: 'waymark',
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
  })
  // A connection that breaks must not end the process: its query fails, and the next opens a new one.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
}

/** One connection as an administrator login, for migrations and seeding. Always ended. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'waymark-admin' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
