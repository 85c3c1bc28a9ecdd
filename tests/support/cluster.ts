import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isAlive, startEmbedded, stopAbandoned } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { withClient } from '#platform/db/postgres.ts'
import { prepareRoles, prepareSchemas, WEB_LOGIN } from '#platform/db/roles.ts'

export const TEMPLATE = 'waymark_test_template'
const PREFIX = 'waymark-tests-'
const WEB_PASSWORD = 'only-for-tests'

/** A PostgreSQL for one run of the tests, with a migrated template to clone. */
export type Cluster = {
  readonly adminUrl: string
  readonly webPassword: string
  readonly stop: () => Promise<void>
}

/** The embedded PostgreSQL, or the server that DATABASE_URL names (an administrator login). */
export async function startCluster(databaseUrl: string | undefined): Promise<Cluster> {
  const { adminUrl, stop } = databaseUrl
    ? { adminUrl: databaseUrl, stop: async () => undefined }
    : await embedded()
  await makeTemplate(adminUrl)
  return { adminUrl, webPassword: WEB_PASSWORD, stop }
}

/** A run that was killed leaves its PostgreSQL behind: the next run tidies it away. */
async function tidyUp(): Promise<void> {
  const left = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX))
  for (const name of left) {
    const folder = path.join(tmpdir(), name)
    const owner = path.join(folder, 'postgres.owner')
    if (!existsSync(owner) || isAlive(Number(readFileSync(owner, 'utf8')))) continue
    await stopAbandoned(path.join(folder, 'pg')).catch(() => undefined)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function embedded(): Promise<{ adminUrl: string; stop: () => Promise<void> }> {
  await tidyUp()
  const folder = mkdtempSync(path.join(tmpdir(), PREFIX))
  // Test data is worth nothing, so it need not survive a power cut.
  const fast = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }
  const postgres = await startEmbedded(path.join(folder, 'pg'), 'only-for-tests', fast)
  return {
    adminUrl: postgres.adminUrl('postgres'),
    stop: async () => {
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function makeTemplate(adminUrl: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await prepareRoles(client, WEB_PASSWORD)
    await client.query(`drop database if exists ${TEMPLATE} with (force)`)
    await client.query(`create database ${TEMPLATE}`)
  })
  await withClient(urlOf(adminUrl, TEMPLATE), async (client) => {
    await prepareSchemas(client)
    await migrate(client)
  })
}

/** The same login at another database of the same server. */
export function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  return url.href
}

export function webUrlOf(adminUrl: string, database: string, password: string): string {
  const url = new URL(urlOf(adminUrl, database))
  url.username = WEB_LOGIN
  url.password = password
  return url.href
}
