import { spawnSync } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import {
  bitField,
  dicePairs,
  openIndex,
  pieces,
  readPeopleFile,
  registerOf,
  STARTING_MODEL,
} from '#domains/matching/index.ts'
import { everyWithEvery } from './exhaustive.ts'
import { writeLikenesses } from './likeness.ts'
import { type Raced, raceOurs } from './ours.ts'
import { writePeople } from './people.ts'

/*
 * npm run bench:matching [-- --records N] [--fields N] [--every N] [--python PATH] [--threads N] [--only WHAT]
 *
 * Runs our linkage beside Splink and our Dice beside anonlink on the same files in one go, when the Python of the
 * path, or the one that --python names, has them, and prints ratios. Without them, ours alone. Never fails on a
 * figure. --only is records, fields, look-up, likeness (a million pairs against rapidfuzz) or every
 * (each of N fields with each of N, 100,000 unless told, stopped in the middle and gone on with).
 */
const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '1000000' },
    fields: { type: 'string', default: '20000' },
    every: { type: 'string', default: '100000' },
    python: { type: 'string' },
    threads: { type: 'string', default: '2' },
    only: { type: 'string' },
  },
})
const HOME = path.resolve(import.meta.dirname, '../../../.data/bench-matching')
const HERE = import.meta.dirname
const threads = Number(values.threads)
const python = values.python ?? pythonThatHasThem()
const say = (line: string) => process.stdout.write(`${line}\n`)
await mkdir(HOME, { recursive: true })
const does = (what: string): boolean => values.only === undefined || values.only === what
if (does('records')) await records(Number(values.records))
if (does('fields')) await fields(Number(values.fields))
if (does('look-up')) await lookUp(400_000)
if (does('likeness')) await likeness(1_000_000)
if (does('every')) await every(Number(values.every))

/** The Python of the path, where it has both of those we race with. */
function pythonThatHasThem(): string | undefined {
  const asked = spawnSync('python3', ['-c', 'import splink, anonlink'])
  return asked.status === 0 ? 'python3' : undefined
}

/** What a Python script printed, or undefined where there is none to run it. */
function beside(script: string, args: readonly string[]): unknown {
  if (python === undefined) return undefined
  const run = spawnSync(python, [path.join(HERE, script), ...args], { encoding: 'utf8' })
  const last = run.stdout.trim().split('\n').at(-1) ?? ''
  if (run.status !== 0 || last === '') {
    process.stderr.write(
      `${script} did not finish: ${run.stderr.trim().split('\n').at(-1) ?? ''}\n`,
    )
    return undefined
  }
  return JSON.parse(last)
}

function race(script: string, args: readonly string[]): Raced | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own scripts, beside this file
  return beside(script, args) as Raced | undefined
}

async function records(count: number): Promise<void> {
  const file = await writePeople(HOME, count, 1)
  const clusters = await clustersOf(file, count)
  const real = pairsWithin(clusters)
  say(`${count} records, ${real} true pairs, the same five blocking rules, ${threads} threads`)
  const ours = await raceOurs(file, clusters, threads)
  shown(ours, real)
  const spilled = path.join(HOME, 'spilled')
  const theirs = race('splink_side.py', [file, String(threads), spilled])
  await rm(spilled, { recursive: true, force: true })
  if (!theirs) return
  shown(theirs, real)
  say(
    `ratio: ${(theirs.seconds / ours.seconds).toFixed(1)} × by the clock, ${(theirs.cpu / ours.cpu).toFixed(1)} × by the processor, F1 ${(f1(ours, real) - f1(theirs, real)).toFixed(4)} more`,
  )
  const { best } = theirs
  if (best)
    say(
      `${theirs.engine} at the weight that is best for it, ${best.weight} bits, chosen with the answers in hand: F1 ${f1(best, real).toFixed(4)}`,
    )
}

/** Rows of one cluster stand together. */
function pairsWithin(clusters: Int32Array): number {
  let [pairs, before] = [0, 0]
  for (let n = 1; n < clusters.length; n++) {
    before = clusters[n] === clusters[n - 1] ? before + 1 : 0
    pairs += before
  }
  return pairs
}

function f1({ found, both }: Pick<Raced, 'found' | 'both'>, real: number): number {
  return (2 * both) / (found + real)
}

/** Line by line, so that the memory counted is not this file's. */
async function clustersOf(file: string, count: number): Promise<Int32Array> {
  const clusters = new Int32Array(count)
  let n = -1
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (n >= 0) clusters[n] = Number(line.slice(line.lastIndexOf(',') + 1))
    n++
  }
  return clusters
}

function shown(raced: Raced, real: number): void {
  say(
    `  ${raced.engine.padEnd(14)} ${raced.seconds.toFixed(1)} s (processor ${raced.cpu.toFixed(1)} s), ${Math.round(raced.memory / 1e6)} MB, precision ${(raced.both / raced.found).toFixed(4)}, recall ${(raced.both / real).toFixed(4)}, F1 ${f1(raced, real).toFixed(4)}`,
  )
}

/** Bit fields of invented people, 1024 bits with names, birth and place pooled, a third of them in both files. */
async function madeFields(count: number): Promise<readonly Uint8Array[]> {
  const file = await writePeople(HOME, count, 2)
  const key = new TextEncoder().encode('a key for the race')
  return [...readPeopleFile(await readFile(file), 'The file')].map(({ record }) =>
    bitField(
      [
        ...record.names.flatMap((name) => pieces(name)),
        ...pieces(record.births?.[0]?.earliest ?? ''),
        ...(record.places ?? []).flatMap((place) => pieces(place)),
      ],
      key,
      10,
      1024,
    ),
  )
}

async function fields(count: number): Promise<void> {
  const made = await madeFields(count * 2)
  const side = (from: number, to: number) => ({
    bytes: Buffer.concat(made.slice(from, to)),
    bytesEach: 128,
  })
  const [left, right] = [side(0, count), side(count, count * 2)]
  const files = [path.join(HOME, 'left.bin'), path.join(HOME, 'right.bin')] as const
  await writeFile(files[0], left.bytes)
  await writeFile(files[1], right.bytes)
  say(`${count} × ${count} bit fields of 1024 bits, one thread each`)
  await dicePairs(side(0, 2000), side(2000, 4000), 0.8, { workers: 1 })
  for (const threshold of [0.7, 0.8]) {
    const [started, cpu] = [performance.now(), process.cpuUsage()]
    const { found } = await dicePairs(left, right, threshold, { workers: 1 })
    const used = process.cpuUsage(cpu)
    const ours = {
      seconds: (performance.now() - started) / 1000,
      cpu: (used.user + used.system) / 1e6,
    }
    const each = (s: number) => `${((s * 1e9) / count ** 2).toFixed(2)} ns`
    say(
      `  at ${threshold}: waymark ${each(ours.seconds)} a pair (processor ${each(ours.cpu)}), ${found.left.length} found`,
    )
    const theirs = race('anonlink_side.py', [...files, String(threshold)])
    if (!theirs) continue
    say(
      `          anonlink ${each(theirs.seconds)} a pair (processor ${each(theirs.cpu)}), ${theirs.found} found`,
    )
    say(
      `          ratio: ${(theirs.seconds / ours.seconds).toFixed(2)} × by the clock, ${(theirs.cpu / ours.cpu).toFixed(2)} × by the processor`,
    )
  }
}

/** One question against a register in memory. */
async function lookUp(count: number): Promise<void> {
  const file = await writePeople(HOME, count, 3)
  const people = function* () {
    for (const { record } of readPeopleFile(text, 'The file')) yield record
  }
  const text = await readFile(file)
  const register = registerOf(people(), undefined, { spare: true })
  const index = openIndex(register, STARTING_MODEL)
  const asked = [...people()].slice(0, 600)
  const ask = (record: (typeof asked)[number]) => index.query({ ...record, documents: [] })
  for (const record of asked.slice(0, 100)) ask(record)
  const cpu = process.threadCpuUsage()
  const times = asked.slice(100).map((record) => {
    const started = performance.now()
    ask(record)
    return performance.now() - started
  })
  const used = process.threadCpuUsage(cpu)
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2)
  const each = ((used.user + used.system) / 1000 / times.length).toFixed(2)
  say(
    `one question against ${count}: median ${at(0.5)} ms, p95 ${at(0.95)} ms by the clock; ${each} ms of processor each`,
  )
}

/** Every pair held against the reference to the last bit. */
async function likeness(count: number): Promise<void> {
  const { pairs, ours, seconds } = await writeLikenesses(HOME, count)
  say(`Jaro–Winkler of ${count} pairs: ${((seconds * 1e9) / count).toFixed(0)} ns each`)
  type Held = { readonly engine: string; readonly pairs: number; readonly different: number }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own script, beside this file
  const theirs = beside('likeness_side.py', [pairs, ours]) as Held | undefined
  if (theirs) say(`  ${theirs.engine}: ${theirs.different} of ${theirs.pairs} different`)
}

async function every(count: number): Promise<void> {
  const made = await madeFields(count * 2)
  const side = (from: number, to: number) => ({
    bytes: Buffer.concat(made.slice(from, to)),
    bytesEach: 128,
  })
  say(`${count} × ${count} bit fields at 0.8, each with each, ${threads} threads`)
  const whole = await everyWithEvery(side(0, count), side(count, count * 2), threads, say)
  say(
    `  ${whole.seconds.toFixed(1)} s (processor ${whole.cpu.toFixed(1)} s), ${whole.found} found; stopped at ${whole.stoppedAt} of ${whole.of} pieces and gone on with: ${whole.same ? 'the same' : 'NOT the same'}`,
  )
}
