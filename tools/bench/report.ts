import { type Measured, ratio, tableOf } from './figures.ts'
import type { ClocksSpeed } from './clocks-speed.ts'
import type { ImportSpeed } from './import-speed.ts'
import type { Held } from './memory.ts'

export type Start = {
  readonly name: 'cold' | 'warm'
  /** Milliseconds from starting the process until /health answers, and until a first page is whole. */
  readonly ready: number
  readonly firstPage: number
  /** MiB. */
  readonly memory: number
}

export type OfSize = {
  readonly children: number
  readonly pages: readonly Measured[]
  readonly floors: readonly Measured[]
  readonly memory: number
  /** What the server held while many used the main pages together. */
  readonly together: Held
  /** Counting every clock again. */
  readonly clocks: ClocksSpeed
}

export type Bench = {
  readonly at: string
  readonly node: string
  readonly seconds: number
  readonly starts: readonly Start[]
  readonly imported: ImportSpeed
  readonly sizes: readonly OfSize[]
}

/** Milliseconds at the server's clock within which 95 of 100 should be answered, one visitor at a time. */
const TARGETS = { read: 50, write: 100, search: 30 }
const MOST_SLOWER = 3
const MOST_MEMORY = 400
const FIRST_PAGE = { cold: 20_000, warm: 3000 }

/** What was measured, as tables for a terminal. Targets stand beside the figures; none makes it fail. */
export function report(bench: Bench): string {
  return [
    ...bench.sizes.map((size) => sizeTable(size)),
    growthTable(bench.sizes),
    startTable(bench),
    importTable(bench.imported),
    clocksTable(bench.sizes),
    NOTE,
  ].join('\n\n')
}

const NOTE = `Times in milliseconds. "at server" is the server's own clock, from the request's arrival to its
answer's end; "visited" is what the load generator waited on the same machine. The load is closed:
a connection waits for its answer before asking again, so a queue beyond the connections is not
seen. "x floor" is the median visited, divided by that of a page of the same size with one query
by primary key, made in the same run. "cpu" is processor time of the server for one answer. A target is for one visitor at a time, except where said.`

function sizeTable({ children, pages, floors, memory, together }: OfSize): string {
  const heading = [
    'at once',
    'p50',
    'p95',
    'p99',
    'visited p50',
    'p95',
    '/s',
    'cpu',
    'KiB',
    'x floor',
    'target',
    '',
  ]
  const rows = pages.map((p) => [
    p.name,
    String(p.connections),
    ...[p.atServer.p50, p.atServer.p95, p.atServer.p99, p.asVisited.p50, p.asVisited.p95].map(ms),
    String(Math.round(p.asVisited.perSecond)),
    p.processor === 0 ? '' : ms(p.processor),
    p.bytes === 0 ? '' : String(Math.round(p.bytes / 1024)),
    text(ratio(p.asVisited.p50, floorOf(floors, p)?.asVisited.p50)),
    p.connections === 1 ? `${targetOf(p)}` : '',
    verdict(p),
  ])
  const name = `${children.toLocaleString('en-GB')} children`
  const kept = `Resident memory of the server at most ${memory} MiB (target ${MOST_MEMORY}, without the database)`
  return `${tableOf([[name, ...heading], ...rows])}\n${kept}\n${heldLine(children, together)}`
}

/** One line on memory: before, the most and after, with the limits the server is started with. */
export function heldLine(children: number, held: Held): string {
  const { connections, seconds, before, most, after, perSecond, pages, wrong } = held
  const met = most <= MOST_MEMORY ? 'met' : 'NOT MET'
  const bad = wrong > 0 ? ` ${wrong} WRONG ANSWERS` : ''
  return `${children.toLocaleString('en-GB')} children, ${connections} at once on ${pages.length} main pages in turn for ${seconds} s: ${before} MiB before, ${most} at most, ${after} after (target ${MOST_MEMORY}: ${met}); ${perSecond} answers a second${bad}`
}

function floorOf(floors: readonly Measured[], page: Measured): Measured | undefined {
  const bytes = Math.max(1, Math.round(page.bytes / 4096)) * 4096
  return floors.find((f) => f.connections === page.connections && f.name === String(bytes))
}

function targetOf(page: Measured): number {
  if (page.name.includes('written')) return TARGETS.write
  return page.name.startsWith('find') ? TARGETS.search : TARGETS.read
}

function verdict(page: Measured): string {
  if (page.wrong > 0) return `${page.wrong} WRONG ANSWERS`
  if (page.connections !== 1) return ''
  return page.atServer.p95 <= targetOf(page) ? 'met' : 'NOT MET'
}

function growthTable(sizes: readonly OfSize[]): string {
  const [few, many] = [sizes.at(0), sizes.at(-1)]
  if (!few || !many || few === many) return ''
  const rows = many.pages
    .filter((p) => p.connections === 1)
    .map((p) => {
      const small = few.pages.find((q) => q.name === p.name && q.connections === 1)
      const times = ratio(p.atServer.p95, small?.atServer.p95)
      const met = times === undefined ? '' : times <= MOST_SLOWER ? 'met' : 'NOT MET'
      return [p.name, ms(small?.atServer.p95 ?? 0), ms(p.atServer.p95), text(times), met]
    })
  const heading = ['p95 at server', few.children, many.children, 'times', `target ${MOST_SLOWER}`]
  return tableOf([heading.map((h) => h.toLocaleString('en-GB')), ...rows])
}

function startTable({ starts }: Bench): string {
  const rows = starts.map((s) => [
    `${s.name} start`,
    ms(s.ready),
    ms(s.firstPage),
    String(FIRST_PAGE[s.name]),
    s.firstPage <= FIRST_PAGE[s.name] ? 'met' : 'NOT MET',
    `${s.memory} MiB`,
  ])
  return tableOf([['', 'ready', 'first page', 'target', '', 'memory'], ...rows])
}

function importTable(i: ImportSpeed): string {
  return tableOf([
    ['', 'rows', 'seconds', 'rows/s'],
    [
      `import of a return of ${i.children} children`,
      String(i.rows),
      ms(i.seconds),
      String(i.rowsPerSecond),
    ],
    [
      'the same return again',
      String(i.rows),
      ms(i.againSeconds),
      String(Math.round(i.rows / i.againSeconds)),
    ],
    [
      'bare COPY of its rows',
      String(i.rows),
      '',
      `${i.copyRowsPerSecond} (import takes ${i.ratio} times as long)`,
    ],
  ])
}

const MOST_RECOUNT = 60

function clocksTable(sizes: readonly OfSize[]): string {
  const rows = sizes.map(({ clocks: c }) => [
    `every clock of ${c.children.toLocaleString('en-GB')} children counted again`,
    String(c.clocks),
    String(c.changed),
    ms(c.seconds),
    ms(c.againSeconds),
    `${MOST_RECOUNT}`,
    c.seconds <= MOST_RECOUNT ? 'met' : 'NOT MET',
  ])
  return tableOf([['', 'clocks', 'changed', 'seconds', 'unchanged', 'target', ''], ...rows])
}

const ms = (value: number): string => (value >= 100 ? String(Math.round(value)) : value.toFixed(1))
const text = (value: number | undefined): string => (value === undefined ? '' : String(value))
