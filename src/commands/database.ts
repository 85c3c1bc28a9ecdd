import { existsSync } from 'node:fs'
import path from 'node:path'
import { ensureKeys, keysExist, readKeys, type Keys } from '#platform/config/keys.ts'
import { openInstallation, type Installation } from '#platform/db/installation.ts'
import { openDatabase, type Database } from '#platform/db/postgres.ts'
import type { Settings } from '#platform/config/settings.ts'

/** An installation that is there: its keys, its PostgreSQL, and the server's own way in. */
export type Opened = {
  readonly keys: Keys
  readonly installation: Installation
  readonly db: Database
  readonly close: () => Promise<void>
}

/** Opens what is there, and never makes a new one by mistake. Throws with a sentence when nothing is. */
export async function openExisting(
  settings: Settings,
  connections = 4,
  asGiven = false,
): Promise<Opened> {
  const nothing =
    settings.databaseUrl === undefined &&
    !existsSync(path.join(settings.data, 'postgres', 'PG_VERSION'))
  if (nothing || !keysExist(settings.data)) {
    throw new Error(
      `There is no Waymark in ${settings.data}. Run npm start for the demonstration, or ./waymark init for a real deployment; WAYMARK_DATA names another folder.`,
    )
  }
  return opened(settings, readKeys(settings.data), connections, asGiven)
}

/** Opens what is there, or makes keys and an empty database. */
export async function openOrMake(settings: Settings, connections = 10): Promise<Opened> {
  return opened(settings, ensureKeys(settings.data), connections)
}

async function opened(
  settings: Settings,
  keys: Keys,
  connections: number,
  asGiven = false,
): Promise<Opened> {
  const installation = await openInstallation(settings, keys, asGiven)
  const db = openDatabase(installation.webUrl, connections)
  const close = async () => {
    await db.destroy()
    await installation.stop()
  }
  return { keys, installation, db, close }
}
