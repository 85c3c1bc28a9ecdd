import type { Client } from 'pg'

/**
 * The database roles, and why each one exists. Roles belong to the whole PostgreSQL server, so
 * they are made once, before any migration, by an administrator login.
 */
const ROLES: Record<string, string> = {
  waymark_owner: 'nologin', // owns the tables; forced row-level security holds it too
  waymark_app: 'nologin', // what a signed-in page acts as
  waymark_door: 'nologin', // sign-in: accounts and sessions, never a record
  waymark_reach: 'nologin', // owns the functions that answer "does the actor reach this child?"
  waymark_keeper: 'nologin', // owns the triggers that keep versions and queue the audit
  waymark_statistics: 'nologin', // owns the counting functions; its numbers go through disclosure control
  waymark_sealer: 'nologin', // seals the audit entries
}

export const WEB_LOGIN = 'waymark_web'

/** Makes the roles (once) and the empty database's schemas. Idempotent. Needs CREATEROLE. */
export async function prepareRoles(admin: Client, webPassword: string): Promise<void> {
  await withLock(admin, async () => {
    for (const [name, options] of Object.entries(ROLES)) await createRole(admin, name, options)
    await createRole(admin, WEB_LOGIN, 'login noinherit')
    const password = admin.escapeLiteral(webPassword)
    await admin.query(`alter role ${WEB_LOGIN} with login noinherit password ${password}`)
    await admin.query(
      `grant waymark_app, waymark_door, waymark_sealer to ${WEB_LOGIN} with inherit false, set true`,
    )
    await admin.query(
      `grant waymark_reach, waymark_keeper, waymark_statistics, waymark_door
         to waymark_owner with inherit false, set true`,
    )
    await admin.query('grant waymark_owner to current_user with inherit true, set true')
  })
}

/** Makes the two schemas of this database and says who may look into each. Idempotent. */
export async function prepareSchemas(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ name: string }>('select current_database() as name')
  const database = admin.escapeIdentifier(rows[0]?.name ?? '')
  await admin.query(`
    create schema if not exists waymark authorization waymark_owner;
    create schema if not exists gate authorization waymark_owner;
    revoke all on schema public from public;
    grant connect on database ${database} to ${WEB_LOGIN};
    grant create on database ${database} to waymark_owner;
    grant usage on schema waymark to waymark_app, waymark_door, waymark_sealer;
    grant usage, create on schema waymark to waymark_reach, waymark_keeper, waymark_statistics;
    grant usage on schema gate to ${WEB_LOGIN};
    grant usage, create on schema gate to waymark_door;
  `)
}

async function createRole(admin: Client, name: string, options: string): Promise<void> {
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [name])
  if (rowCount === 0) await admin.query(`create role ${name} with ${options}`)
}

/** Two installations may share a server: only one at a time makes the roles. */
async function withLock(admin: Client, work: () => Promise<void>): Promise<void> {
  await admin.query('select pg_advisory_lock(7301)')
  try {
    await work()
  } finally {
    await admin.query('select pg_advisory_unlock(7301)')
  }
}
