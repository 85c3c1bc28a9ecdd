import { sql, type Transaction } from 'kysely'
import type { PersonId } from '#kernel/ids.ts'
import type { Database } from './postgres.ts'
import type { DB } from './tables.ts'

export type Tx = Transaction<DB>

/**
 * The only way a page reaches the database: one transaction, as the powerless role,
 * with the actor named. Row-level security does the rest.
 */
export function asActor<T>(
  db: Database,
  actor: PersonId,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'waymark_app', true),
                     set_config('waymark.actor_id', ${actor}, true)`.execute(tx)
    return work(tx)
  })
}

/** For sign-in, before anybody is named: reaches accounts and sessions, and no record. */
export function atTheDoor<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'waymark_door', true)`.execute(tx)
    return work(tx)
  })
}

/** For the keeper of the audit chain. */
export function asSealer<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'waymark_sealer', true)`.execute(tx)
    return work(tx)
  })
}
