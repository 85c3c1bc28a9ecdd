import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { preparing } from './prepared.ts'
import type { DB } from './tables.ts'

export type Database = Kysely<DB>

// A calendar day stays text: a Date would give it a time and a zone that it does not have.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** In milliseconds. */
const IDLE = 10 * 60 * 1000

/** A pool of connections as one login. Close it with `destroy()`. */
export function openDatabase(url: string, connections = 10): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    // Every plan has its policies: planning costs more than a plan for just these values would save. Where it would
    // not, the function says so for itself.
    options: '-c plan_cache_mode=force_generic_plan',
    // A connection that is closed takes its plans with it, and a service with few visitors would always meet a new one.
    idleTimeoutMillis: IDLE,
    keepAlive: true,
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
