import { createReadStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { z } from 'zod'
import { withClient } from '#platform/db/postgres.ts'
import { inventedChildren, makingOf } from '../../src/demo/generate.ts'
import type { Day, InventedChild } from '../../src/demo/invented.ts'
import { round } from './figures.ts'
import { waymark } from './server.ts'

export type ImportSpeed = {
  readonly children: number
  readonly rows: number
  /** Reading, judging, matching and writing, from ./waymark import to its end. */
  readonly seconds: number
  readonly rowsPerSecond: number
  readonly copyRowsPerSecond: number
  /** How many times longer than a bare COPY of the same rows into a table without indexes. */
  readonly ratio: number
  /** The same return again: everything is matched and nothing changes. */
  readonly againSeconds: number
}

const SEED = 903
const counts = z.object({ children: z.number() })

/** Times a return of invented children beside a bare COPY of its rows, in an installation to be thrown away. */
export async function importSpeed(
  data: string,
  adminUrl: string,
  children: number,
): Promise<ImportSpeed> {
  const folder = path.join(data, 'return')
  const files = await writeReturn(folder, children)
  const rows = files.reduce((sum, f) => sum + f.rows, 0)
  const args = [
    'import',
    'ssda903',
    folder,
    '--organisation',
    'EASTFOLD',
    '--year',
    '2026',
    '--json',
    '--commit',
  ]
  const first = await timed(() => waymark(args, data))
  const taken = counts.parse(JSON.parse(first.result))
  if (taken.children < children * 0.9) {
    throw new Error(`Of ${children} children the import took in ${taken.children}`)
  }
  const again = await timed(() => waymark(args, data))
  const copy = await bareCopy(adminUrl, files)
  return {
    children: taken.children,
    rows,
    seconds: round(first.seconds),
    rowsPerSecond: Math.round(rows / first.seconds),
    copyRowsPerSecond: Math.round(rows / copy),
    ratio: round(first.seconds / copy),
    againSeconds: round(again.seconds),
  }
}

type ReturnFile = {
  readonly path: string
  readonly columns: readonly string[]
  readonly rows: number
}

const HEADINGS = {
  header: ['CHILD', 'SEX', 'DOB', 'ETHNIC', 'UPN', 'MOTHER', 'MC_DOB'],
  episodes:
    'CHILD DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE HOME_POST PL_POST URN'.split(
      ' ',
    ),
  missing: ['CHILD', 'DOB', 'MISSING', 'MIS_START', 'MIS_END'],
}

/** Three files of a return, of children whom no other demonstration has. */
async function writeReturn(folder: string, children: number): Promise<readonly ReturnFile[]> {
  await mkdir(folder, { recursive: true })
  const making = makingOf({ children, seed: SEED, today: '2026-03-31', outcomes: [] })
  const all = [...inventedChildren(making, children)].flat()
  const episodes = all.flatMap(episodeRows)
  const missing = all.flatMap(missingRows)
  return Promise.all([
    write(folder, 'header', all.map(headerRow)),
    write(folder, 'episodes', episodes),
    write(folder, 'missing', missing),
  ])
}

async function write(
  folder: string,
  name: keyof typeof HEADINGS,
  rows: readonly (readonly string[])[],
): Promise<ReturnFile> {
  const file = path.join(folder, `${name}.csv`)
  const columns = HEADINGS[name]
  await writeFile(file, `${[columns, ...rows].map((row) => row.join(',')).join('\n')}\n`)
  return { path: file, columns, rows: rows.length }
}

const idOf = (child: InventedChild) => `BENCH${child.number}`
const ukDay = (day: Day | undefined) =>
  day === undefined ? '' : day.split('-').toReversed().join('/')

function headerRow(child: InventedChild): readonly string[] {
  return [idOf(child), child.sex === 'girl' ? '2' : '1', bornOf(child), 'NOBT', '', '', '']
}

function episodeRows(child: InventedChild): readonly (readonly string[])[] {
  return child.episodes.map((e) => [
    idOf(child),
    ukDay(e.from),
    e.reasonForNew,
    e.legalStatus,
    e.categoryOfNeed,
    e.placeType,
    e.provider,
    ukDay(e.to),
    e.reasonCeased ?? '',
    e.reasonForChange ?? '',
    '',
    '',
    '',
  ])
}

function missingRows(child: InventedChild): readonly (readonly string[])[] {
  return child.missing.map((m) => [idOf(child), bornOf(child), m.kind, ukDay(m.from), ukDay(m.to)])
}

const bornOf = (child: InventedChild) => ukDay(child.births[0]?.from)

/** Seconds for COPY of the same files into tables of text. */
async function bareCopy(adminUrl: string, files: readonly ReturnFile[]): Promise<number> {
  return withClient(adminUrl, async (client) => {
    let seconds = 0
    for (const [n, file] of files.entries()) {
      const columns = file.columns.map((c) => `${c.toLowerCase()} text`).join(', ')
      await client.query(`create temporary table bench_${n} (${columns})`)
      const took = await timed(() =>
        pipeline(
          createReadStream(file.path),
          client.query(copyFrom(`copy bench_${n} from stdin with (format csv, header)`)),
        ),
      )
      seconds += took.seconds
    }
    return seconds
  })
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const began = performance.now()
  const result = await work()
  return { result, seconds: (performance.now() - began) / 1000 }
}
