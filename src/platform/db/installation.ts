import path from 'node:path'
import type { Keys } from '#platform/config/keys.ts'
import type { Settings } from '#platform/config/settings.ts'
import { startEmbedded } from './embedded.ts'
import { withClient } from './postgres.ts'
import { prepareRoles, prepareSchemas, WEB_LOGIN } from './roles.ts'

const DATABASE = 'waymark'

/** A PostgreSQL that answers, and the two logins to it. */
export type Installation = {
  /** For roles, migrations and seeding. Undefined where only the server's own login is known. */
  readonly adminUrl: string | undefined
  /** The powerless login the server uses. */
  readonly webUrl: string
  readonly embedded: boolean
  readonly stop: () => Promise<void>
}

/** Starts or joins the embedded PostgreSQL, or takes the one that the settings name. Changes nothing in a database of yours. */
export async function openInstallation(
  settings: Settings,
  keys: Keys,
  asGiven = false,
): Promise<Installation> {
  if (settings.databaseUrl !== undefined) {
    const installation = external(settings, keys, settings.databaseUrl)
    // A real server uses the login it was given, so that a powerful one is seen and refused.
    return asGiven ? { ...installation, webUrl: settings.databaseUrl } : installation
  }
  const embedded = await startEmbedded(path.join(settings.data, 'postgres'), keys.databaseAdmin)
  await withClient(embedded.adminUrl('postgres'), async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      DATABASE,
    ])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  })
  return {
    adminUrl: embedded.adminUrl(DATABASE),
    webUrl: asWebLogin(embedded.adminUrl(DATABASE), keys.databaseWeb),
    embedded: true,
    stop: embedded.stop,
  }
}

/** With one login that may make roles, the powerless one is made beside it; with two, each has its use. */
function external(settings: Settings, keys: Keys, databaseUrl: string): Installation {
  const powerless = new URL(databaseUrl).username === WEB_LOGIN
  const adminUrl = settings.databaseAdminUrl ?? (powerless ? undefined : databaseUrl)
  return {
    adminUrl,
    webUrl: powerless ? databaseUrl : asWebLogin(databaseUrl, keys.databaseWeb),
    embedded: false,
    stop: async () => undefined,
  }
}

function asWebLogin(url: string, password: string): string {
  const web = new URL(url)
  web.username = WEB_LOGIN
  web.password = password
  return web.href
}

/** Makes roles and schemas with the admin login. Idempotent. The web login's password follows its URL. */
export async function prepareDatabase(installation: Installation): Promise<void> {
  if (installation.adminUrl === undefined) return
  const password = decodeURIComponent(new URL(installation.webUrl).password)
  await withClient(installation.adminUrl, async (client) => {
    const { rows } = await client.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
    )
    if (Number(rows[0]?.version) < 160000) {
      throw new Error('Waymark needs PostgreSQL 16 or later. Point DATABASE_URL at a newer server.')
    }
    await prepareRoles(client, password)
    await prepareSchemas(client)
  })
}
