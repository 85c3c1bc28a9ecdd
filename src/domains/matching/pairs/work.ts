import { type Kernel, kernelOn } from '../kernel/kernel.ts'
import type { Counted } from '../model/patterns.rules.ts'
import { rowOfPiece } from './tasks.rules.ts'

/** What a worker is told once: plain numbers and the shared memory, so that it can cross to a thread. */
export type Setting = {
  readonly memory: WebAssembly.Memory
  readonly table: number
  readonly model: number
  readonly size: number
  readonly split: number
  readonly rules: number
  readonly blocks: readonly { members: number; startsAt: number; keysAt: number }[]
  /** Memory of this worker's own. */
  readonly own: number
  readonly histogram: number
  readonly found: number
  /** Two whole numbers shared by all: the next task to take, and whether to stop. */
  readonly shared: SharedArrayBuffer
}

export const HISTOGRAM_BITS = 18
export const FOUND_ROOM = 1 << 19

export type Task =
  | { readonly kind: 'every'; from: number; to: number; against: number; until: number }
  /** The blocks from..to of a rule; of one large block only some rows, by `piece`. */
  | {
      readonly kind: 'blocks'
      rule: number
      from: number
      to: number
      piece: number
      pieces: number
    }
  | { readonly kind: 'drawn'; seed: number; pairs: number }

export type Job =
  | { readonly kind: 'count'; readonly tasks: readonly Task[]; readonly thin: number }
  | {
      readonly kind: 'score'
      readonly tasks: readonly Task[]
      readonly atLeast: number
      /** One pair in so many and one is looked at: 0, or a power of two less one. */
      readonly thin: number
    }

/** Pairs with their weights, side by side. */
export type Found = {
  readonly one: Int32Array
  readonly two: Int32Array
  readonly weight: Float32Array
  /** The levels of each, four bits a comparison. */
  readonly code: BigUint64Array
}

export function instance(setting: Setting): Kernel {
  const kernel = kernelOn(setting.memory)
  kernel.open(setting.table, setting.own)
  return kernel
}

export function carryOut(kernel: Kernel, setting: Setting, job: Job): Counted | Found {
  kernel.useModel(setting.model)
  kernel.useRules(setting.rules)
  kernel.thinTo(job.thin)
  return job.kind === 'count'
    ? countAll(kernel, setting, job.tasks)
    : scoreAll(kernel, setting, job)
}

/** Takes tasks one after another, as every worker does, until there are none or it is told to stop. */
function* taken(setting: Setting, tasks: readonly Task[]): Generator<Task> {
  const shared = new Int32Array(setting.shared)
  for (;;) {
    if (Atomics.load(shared, 1) !== 0) return
    const task = tasks[Atomics.add(shared, 0, 1)]
    if (task === undefined) return
    yield task
  }
}

function countAll(kernel: Kernel, setting: Setting, tasks: readonly Task[]): Counted {
  kernel.countInto(setting.histogram, HISTOGRAM_BITS, setting.split)
  for (const task of taken(setting, tasks)) run(kernel, setting, task, () => undefined)
  return histogramOf(setting, kernel.distinctPatterns())
}

function histogramOf(setting: Setting, distinct: number): Counted {
  const places = 1 << HISTOGRAM_BITS
  const codesThere = new BigUint64Array(setting.memory.buffer, setting.histogram, places * 2)
  const countsThere = new Uint32Array(setting.memory.buffer, setting.histogram, places * 4)
  const codes = new BigUint64Array(distinct)
  const counts = new Float64Array(distinct)
  let n = 0
  for (let place = 0; place < places; place++) {
    const code = codesThere[place * 2] ?? 0n
    if (code === 0n) continue
    codes[n] = code - 1n
    counts[n++] = countsThere[place * 4 + 2] ?? 0
  }
  return { codes, counts }
}

function scoreAll(kernel: Kernel, setting: Setting, job: Extract<Job, { kind: 'score' }>): Found {
  kernel.writeInto(setting.found, FOUND_ROOM, job.atLeast, setting.split)
  const parts: Found[] = []
  const empty = () => {
    parts.push(foundSoFar(setting, kernel.writtenPairs()))
    kernel.emptied()
  }
  for (const task of taken(setting, job.tasks)) run(kernel, setting, task, empty)
  empty()
  return joined(parts)
}

function foundSoFar(setting: Setting, pairs: number): Found {
  const [one, two, weight] = [new Int32Array(pairs), new Int32Array(pairs), new Float32Array(pairs)]
  const code = new BigUint64Array(pairs)
  const whole = new Int32Array(setting.memory.buffer, setting.found, pairs * 6)
  const real = new Float32Array(setting.memory.buffer, setting.found, pairs * 6)
  const long = new BigUint64Array(setting.memory.buffer, setting.found, pairs * 3)
  for (let n = 0; n < pairs; n++) {
    one[n] = whole[n * 6] ?? 0
    two[n] = whole[n * 6 + 1] ?? 0
    weight[n] = real[n * 6 + 2] ?? 0
    code[n] = long[n * 3 + 2] ?? 0n
  }
  return { one, two, weight, code }
}

export function joined(parts: readonly Found[]): Found {
  const length = parts.reduce((sum, p) => sum + p.one.length, 0)
  const all = {
    one: new Int32Array(length),
    two: new Int32Array(length),
    weight: new Float32Array(length),
    code: new BigUint64Array(length),
  }
  let at = 0
  for (const part of parts) {
    all.one.set(part.one, at)
    all.two.set(part.two, at)
    all.weight.set(part.weight, at)
    all.code.set(part.code, at)
    at += part.one.length
  }
  return all
}

/** `full` is called when there is no more room for found pairs. */
function run(kernel: Kernel, setting: Setting, task: Task, full: () => void): void {
  if (task.kind === 'drawn') {
    kernel.randomPairs(BigInt(task.seed), task.pairs, setting.size)
  } else if (task.kind === 'every') {
    let row = task.from
    for (;;) {
      row = kernel.everyPair(row, task.to, task.against, task.until)
      if (row >= task.to) return
      full()
    }
  } else runBlocks(kernel, setting, task, full)
}

function runBlocks(
  kernel: Kernel,
  setting: Setting,
  { rule, from, to, piece, pieces }: Extract<Task, { kind: 'blocks' }>,
  full: () => void,
): void {
  const blocks = setting.blocks[rule]
  if (!blocks) return
  const starts = new Uint32Array(setting.memory.buffer, blocks.startsAt, to + 1)
  const keys = new Int32Array(setting.memory.buffer, blocks.keysAt, to)
  for (let n = from; n < to; n++) {
    const [start = 0, end = 0] = [starts[n], starts[n + 1]]
    const members = blocks.members + start * 4
    const size = end - start
    const rows = rowsOf(setting, members, size)
    const until = rowOfPiece(piece + 1, pieces, rows, setting.split)
    let row = rowOfPiece(piece, pieces, rows, setting.split)
    while (row < until) {
      row = kernel.block(members, size, rule, keys[n] ?? 0, row, until)
      if (row < until) full()
    }
  }
}

/** The rows of a block: all of it, or those of the left side. */
function rowsOf({ split, memory }: Setting, members: number, size: number): number {
  if (split === 0) return size
  const right = new Int32Array(memory.buffer, members, size).findIndex((member) => member >= split)
  return right < 0 ? size : right
}
