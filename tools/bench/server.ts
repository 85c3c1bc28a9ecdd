import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** One request as the server's own clock saw it. */
export type Served = {
  readonly method: string
  readonly page: string
  readonly status: number
  readonly ms: number
}

/** A real Waymark in a process of its own. */
export type Server = {
  readonly address: string
  /** Milliseconds from starting the process until /health answered. */
  readonly readyAfter: number
  /** What has been served since the last time this was asked. */
  readonly served: () => readonly Served[]
  /** Resident memory of the server's process in MiB; the database is other processes. */
  readonly memory: () => number
  /** Milliseconds of processor time the server's process has had. 0 where the system does not say. */
  readonly processorTime: () => number
  readonly stop: () => Promise<void>
}

/** Runs a command of ./waymark to its end. Throws with what it said when it fails. */
export async function waymark(args: readonly string[], data: string): Promise<string> {
  const child = spawn(process.execPath, ['src/main.ts', ...args], {
    cwd: ROOT,
    env: environment(data, 0),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`waymark ${args.join(' ')} ended with ${String(code)}`)
  return said
}

/** Starts the server on a free port over that data folder, making the demonstration where there is none. */
export async function startServer(data: string): Promise<Server> {
  const port = await freePort()
  const began = performance.now()
  // As people start it, with the limits on memory that go with it.
  const child = spawn(path.join(ROOT, 'waymark'), ['serve', '--demo', '--log'], {
    cwd: ROOT,
    env: environment(data, port),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let served: Served[] = []
  createInterface({ input: child.stderr }).on('line', (line) => {
    const read = readLine(line)
    if (read) served.push(read)
    // What is not a line about a request is for people: a reason not to open, a warning.
    else if (!line.startsWith('{')) process.stderr.write(`${line}\n`)
  })
  const address = `http://localhost:${port}`
  let asked = false
  child.once('exit', (code) => {
    if (!asked) process.stderr.write(`The server ended by itself: ${String(code)}\n`)
  })
  await untilReady(child, address)
  return {
    address,
    readyAfter: Math.round(performance.now() - began),
    served: () => {
      const now = served
      served = []
      return now
    },
    memory: () => residentMemory(child.pid),
    processorTime: () => processorTime(child.pid),
    stop: () => {
      asked = true
      return stop(child)
    },
  }
}

/** Asks a process of ours to finish, and waits until it has. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGINT')
  await gone
}

function environment(data: string, port: number): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, DATABASE_ADMIN_URL: _admin, ...rest } = process.env
  return { ...rest, WAYMARK_DATA: data, PORT: String(port) }
}

async function untilReady(child: ChildProcess, address: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('The server ended before it was ready')
    const answered = await fetch(`${address}/health`).then(
      (res) => res.ok,
      () => false,
    )
    if (answered) return
    await pause(10)
  }
}

function readLine(line: string): Served | undefined {
  try {
    const read: unknown = JSON.parse(line)
    return isServed(read) ? read : undefined
  } catch {
    return undefined
  }
}

function isServed(read: unknown): read is Served {
  return typeof read === 'object' && read !== null && 'ms' in read && 'page' in read
}

/** From /proc where there is one. 0 where the system does not say. */
function residentMemory(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
  } catch {
    return 0
  }
}

/** User and system time, in the hundredths of a second that Linux counts them in. */
function processorTime(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return 0
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : 0))
    })
  })
}
