import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { closedFolder, initialise, runProgram } from './embedded-binaries.ts'

export type Embedded = {
  /** Administrator login of this cluster: a superuser, used for roles, migrations and seeding only. */
  readonly adminUrl: (database: string) => string
  readonly port: number
  /** Stops it when nobody else of ours still uses it. */
  readonly stop: () => Promise<void>
}

/** Quiet, since the message of a database error can quote what somebody typed. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '120',
  shared_buffers: '256MB',
  work_mem: '16MB',
  jit: 'off',
  // Disks have no arm to move: with the old cost of a page, lists read every child to look at a few.
  random_page_cost: '1.1',
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
}

/**
 * Starts the PostgreSQL that comes with the npm packages, in a folder; or joins it when another
 * process of ours has already started it there (the command line beside a running server). It runs
 * apart from this process, so that Ctrl+C lets requests under way be finished first.
 */
export async function startEmbedded(
  folder: string,
  password: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<Embedded> {
  const port = runningPort(folder) ?? (await start(folder, password, { ...SETTINGS, ...extra }))
  if (!isAlive(ownerOf(folder))) writeFileSync(ownerFile(folder), String(process.pid))
  const login = `postgres:${encodeURIComponent(password)}`
  const adminUrl = (database: string) => `postgres://${login}@127.0.0.1:${port}/${database}`
  return { port, adminUrl, stop: () => stop(folder, adminUrl('postgres')) }
}

async function start(
  folder: string,
  password: string,
  settings: Readonly<Record<string, string>>,
): Promise<number> {
  // Our own folder: others may walk through it to the database's, and see nothing on the way.
  mkdirSync(path.dirname(folder), { recursive: true })
  chmodSync(path.dirname(folder), 0o711)
  if (!existsSync(path.join(folder, 'PG_VERSION'))) {
    await initialise(folder, password).catch((error: unknown) => {
      throw new Error(`PostgreSQL could not be set up in ${folder}. ${advice(folder)}`.trim(), {
        cause: error,
      })
    })
  }
  const port = await freePort()
  const flags = Object.entries({ ...settings, port: String(port) }).map(
    ([k, v]) => `-c ${k}=${v || "''"}`,
  )
  const log = path.join(folder, 'server.log')
  const how = ['start', '-D', folder, '-l', log, '-w', '-t', '60', '-o', flags.join(' ')]
  await runProgram('pg_ctl', folder, how).catch((error: unknown) => {
    throw new Error(`PostgreSQL did not start in ${folder}. ${advice(folder)}${log} says why.`, {
      cause: error,
    })
  })
  writeFileSync(ownerFile(folder), String(process.pid))
  return port
}

async function stop(folder: string, adminUrl: string): Promise<void> {
  const owner = ownerOf(folder)
  const another = owner !== process.pid && isAlive(owner)
  if (another || runningPort(folder) === undefined || (await othersConnected(adminUrl))) return
  await runProgram('pg_ctl', folder, ['stop', '-D', folder, '-m', 'fast', '-w'])
}

/** Stops a PostgreSQL whose owner died without doing so. */
export async function stopAbandoned(folder: string): Promise<void> {
  if (runningPort(folder) === undefined) return
  await runProgram('pg_ctl', folder, ['stop', '-D', folder, '-m', 'immediate', '-w'])
}

async function othersConnected(adminUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl })
  try {
    await client.connect()
    const { rows } = await client.query<{ others: string }>(
      `select count(*) as others from pg_stat_activity
        where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    return Number(rows[0]?.others) > 0
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** What to try when PostgreSQL, which never runs as root, cannot walk into the folder. */
function advice(folder: string): string {
  const closed = closedFolder(folder)
  if (!closed) return ''
  return `You are root, and ${closed} is closed to other users. Move Waymark to an open folder, or set WAYMARK_DATA to one. `
}

const ownerFile = (folder: string): string => path.join(path.dirname(folder), 'postgres.owner')

/** The process of ours that stops the database when it ends. Zero when none is known. */
function ownerOf(folder: string): number {
  return existsSync(ownerFile(folder)) ? Number(readFileSync(ownerFile(folder), 'utf8')) : 0
}

/** The port of a PostgreSQL that is alive in this folder. Undefined when none is. */
function runningPort(folder: string): number | undefined {
  const file = path.join(folder, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
  return port && isAlive(Number(pid)) ? Number(port) : undefined
}

/** Whether a process of that number runs, ours or another's. */
export function isAlive(pid: number): boolean {
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
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
