import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readKeys } from '#platform/config/keys.ts'
import { readSettings } from '#platform/config/settings.ts'
import { openInstallation } from '#platform/db/installation.ts'
import { everyPageReport, measureEveryPage, type PageSpeed } from './every-page.ts'
import type { Measured } from './figures.ts'
import { clocksSpeed } from './clocks-speed.ts'
import { type ImportSpeed, importSpeed } from './import-speed.ts'
import { measure, type Visit } from './measure.ts'
import { type Held, measureMemory } from './memory.ts'
import { type Bench, heldLine, type OfSize, report, type Start } from './report.ts'
import { freePort, type Server, startServer, stop, waymark } from './server.ts'
import { signInsOf } from './visitor.ts'
import { measureWrites, signInAll, visitsFor } from './visits.ts'

/*
 * npm run bench [-- --children N] [--seconds S] [--quick] [--fresh] [--memory] [--every-page]
 *
 * Starts real servers over invented children in data folders of its own (.data/bench), signs in as
 * demonstration people and measures each main page beside a floor made in the same run. Never fails
 * on a figure: it prints the targets beside what it saw. --memory only measures what the server holds
 * while many use the main pages, for ten times as long as a page is measured. --every-page reads every
 * kind of page that links lead to, and says which are slowest.
 */
const { values } = parseArgs({
  options: {
    children: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '6' },
    quick: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    memory: { type: 'boolean', default: false },
    'every-page': { type: 'boolean', default: false },
  },
})
const HOME = path.resolve(import.meta.dirname, '../../.data/bench')
const FEW = 1000
const many = values.quick ? 5000 : Number(values.children)
const seconds = values.quick ? 2 : Number(values.seconds)
const CONNECTIONS = [1, 32]
const MANY_AT_ONCE = 32
const MEMORY_TIMES_AS_LONG = 10
const READ_TARGET = 50
const TIMES_EACH = 20
const SLOWEST = 40
const say = (text: string) => process.stderr.write(`${text}\n`)

async function bench(): Promise<void> {
  if (values.fresh) await rm(HOME, { recursive: true, force: true })
  await mkdir(HOME, { recursive: true })
  if (values.memory) {
    process.stdout.write(`${heldLine(many, await onlyMemory(many))}\n`)
    return
  }
  if (values['every-page']) {
    process.stdout.write(`${everyPageReport(await everyPage(many), READ_TARGET, SLOWEST)}\n`)
    return
  }
  const { starts, imported } = await startsAndImport()
  const sizes: OfSize[] = []
  for (const children of new Set([Math.min(FEW, many), many])) sizes.push(await ofSize(children))
  const result: Bench = {
    at: new Date().toISOString(),
    node: process.version,
    seconds,
    starts,
    imported,
    sizes,
  }
  const file = path.join(HOME, 'result.json')
  await writeFile(file, `${JSON.stringify(result, undefined, 2)}\n`)
  process.stdout.write(`${report(result)}\n\nAll figures: ${path.relative(process.cwd(), file)}\n`)
}

/** Cold: from nothing, with a database to make and fill. Warm: the next time. */
async function startsAndImport(): Promise<{ starts: readonly Start[]; imported: ImportSpeed }> {
  const data = path.join(HOME, 'cold')
  await rm(data, { recursive: true, force: true })
  const starts: Start[] = []
  for (const name of ['cold', 'warm'] as const) {
    say(`Starting ${name}`)
    const server = await startServer(data)
    const before = performance.now()
    await (await fetch(`${server.address}/sign-in`)).text()
    const firstPage = Math.round(server.readyAfter + performance.now() - before)
    starts.push({ name, ready: server.readyAfter, firstPage, memory: server.memory() })
    await server.stop()
  }
  say('Importing a return')
  const imported = await withDatabase(data, (url) =>
    importSpeed(data, url, values.quick ? 300 : 2000),
  )
  return { starts, imported }
}

async function onlyMemory(children: number): Promise<Held> {
  const data = path.join(HOME, String(children))
  const server = await serverOf(data, children)
  try {
    const visits = await visitsFor(await signInAll(server.address, await signInsOf(data)))
    return await held(server, visits, children)
  } finally {
    await server.stop()
  }
}

async function everyPage(children: number): Promise<readonly PageSpeed[]> {
  const data = path.join(HOME, String(children))
  const server = await serverOf(data, children)
  try {
    const { practitioner, manager, analyst, youngPerson } = await signInAll(
      server.address,
      await signInsOf(data),
    )
    const visitors = { practitioner, manager, analyst, youngPerson }
    return await measureEveryPage(server, visitors, TIMES_EACH, say)
  } finally {
    await server.stop()
  }
}

function held(server: Server, visits: readonly Visit[], children: number): Promise<Held> {
  say(`${children} children, ${MANY_AT_ONCE} at once: what the server holds`)
  return measureMemory(server, visits, MANY_AT_ONCE, seconds * MEMORY_TIMES_AS_LONG)
}

const serverOf = async (data: string, children: number): Promise<Server> =>
  (await keptServer(data)) ?? (await newServer(data, children))

async function ofSize(children: number): Promise<OfSize> {
  const data = path.join(HOME, String(children))
  const server = await serverOf(data, children)
  try {
    return await withDatabase(data, (url) => measureAll(server, data, url, children))
  } finally {
    await server.stop()
  }
}

/** The installation of an earlier run, unless there is none or this version does not open it. */
async function keptServer(data: string): Promise<Server | undefined> {
  if (!existsSync(path.join(data, 'made'))) return undefined
  try {
    return await startServer(data)
  } catch {
    say('What was kept is of another version, and is made anew')
    return undefined
  }
}

async function newServer(data: string, children: number): Promise<Server> {
  await rm(data, { recursive: true, force: true })
  say(`Inventing ${children} children (kept for the next time)`)
  const began = performance.now()
  await waymark(['demo', 'create', '--children', String(children)], data)
  say(`It took ${Math.round((performance.now() - began) / 1000)} seconds`)
  await writeFile(path.join(data, 'made'), '')
  return startServer(data)
}

async function measureAll(
  server: Server,
  data: string,
  url: string,
  children: number,
): Promise<OfSize> {
  const visitors = await signInAll(server.address, await signInsOf(data))
  const visits = await visitsFor(visitors)
  const pages: Measured[] = []
  let memory = 0
  const note = (measured: Measured) => {
    pages.push(measured)
    memory = Math.max(memory, server.memory())
  }
  for (const connections of CONNECTIONS) {
    for (const visit of visits) {
      say(`${children} children, ${connections} at once: ${visit.name}`)
      note(await measure(server, visit, connections, seconds))
    }
    say(`${children} children, ${connections} at once: writing`)
    note(await measureWrites(server, visitors.youngPerson, connections, seconds))
  }
  const together = await held(server, visits, children)
  const floors = await floorsFor(url, pages)
  say(`${children} children: counting every clock again`)
  const clocks = await clocksSpeed(data, url, children)
  return { children, pages, floors, memory: Math.max(memory, together.most), together, clocks }
}

/** For each size of page that was met, to the nearest 4 KiB, the floor at each number of connections. */
async function floorsFor(url: string, pages: readonly Measured[]): Promise<readonly Measured[]> {
  const port = await freePort()
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'floor.ts'), String(port), url],
    {
      stdio: 'inherit',
    },
  )
  const floor = { address: `http://localhost:${port}`, served: () => [], processorTime: () => 0 }
  const floors: Measured[] = []
  try {
    await untilOpen(floor.address)
    for (const connections of CONNECTIONS) {
      for (const bytes of new Set(pages.map((p) => floorSize(p.bytes)))) {
        const visit: Visit = { name: String(bytes), url: `/${bytes}`, headers: {}, expects: 200 }
        floors.push(await measure(floor, visit, connections, Math.min(seconds, 2)))
      }
    }
  } finally {
    await stop(child)
  }
  return floors
}

async function untilOpen(address: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const open = await fetch(`${address}/100`).then(
      (res) => res.ok,
      () => false,
    )
    if (open) return
    await pause(25)
  }
  throw new Error('The floor did not open')
}

/** The administrator's way in to the embedded database of a folder, started or joined. */
async function withDatabase<T>(data: string, work: (adminUrl: string) => Promise<T>): Promise<T> {
  const read = readSettings({ WAYMARK_DATA: data })
  if ('problems' in read) throw new Error(read.problems.join('. '))
  const installation = await openInstallation(read.settings, readKeys(data))
  try {
    return await work(installation.adminUrl ?? '')
  } finally {
    await installation.stop()
  }
}

export const floorSize = (bytes: number): number => Math.max(1, Math.round(bytes / 4096)) * 4096

await bench()
