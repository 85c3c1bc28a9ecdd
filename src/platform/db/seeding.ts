import type { Client } from 'pg'

/**
 * Loads invented data as the owner of the tables, in one transaction. Forced row-level security
 * is lifted from every table inside that transaction only: nobody else ever sees it lifted, and
 * if the process dies the transaction never was. Refused where the deployment is real.
 */
export async function seedTransaction<T>(
  admin: Client,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  await admin.query('begin')
  try {
    await admin.query('set local role waymark_owner')
    await refuseReal(admin)
    const forced = await forcedTables(admin)
    for (const table of forced)
      await admin.query(`alter table ${table} no force row level security`)
    const result = await work(admin)
    for (const table of forced) await admin.query(`alter table ${table} force row level security`)
    await admin.query('commit')
    return result
  } catch (error) {
    await admin.query('rollback')
    throw error
  }
}

async function refuseReal(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ kind: string }>('select kind from waymark.deployment')
  if (rows[0]?.kind !== 'real') return
  throw new Error(
    'This database holds a real deployment. Invented children are never put beside real ones: use another WAYMARK_DATA or DATABASE_URL.',
  )
}

async function forcedTables(admin: Client): Promise<readonly string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'waymark' and c.relforcerowsecurity order by 1`,
  )
  return rows.map((r) => r.name)
}
