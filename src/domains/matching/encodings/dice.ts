import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Arena, kernelOn, openArena } from '../kernel/kernel.ts'
import { checkpointFor, popularity } from './checkpoint.rules.ts'
import { type DiceSetting, diceTask, FOUND_ROOM, type DiceFound } from './dice-work.ts'

/** Bit fields of one length, one after another. */
export type Fields = { readonly bytes: Uint8Array; readonly bytesEach: number }

export type DiceWatching = {
  readonly progress?: ((rows: number, of: number) => void) | undefined
  /** Stops soon; what is done is given back, with where to go on from. */
  readonly stopped?: AbortSignal | undefined
  /** Where an earlier run stopped, and what it had found. */
  readonly resume?: DiceState | undefined
  readonly workers?: number | undefined
}

/** Pairs found so far, and which pieces of the left file are done: plain numbers, to be kept in a file. */
export type DiceState = {
  readonly pieces: readonly number[]
  readonly of: number
  readonly found: DiceFound
}

/** Rows of the left file that are one piece of work, and columns looked at while they stay in the cache. */
const PIECE = 512

/**
 * Every pair of a left and a right bit field whose Dice similarity is at least `threshold`: twice the
 * bits in common ÷ the bits of both. Exhaustive, so no blocking leaks anything or loses anybody.
 */
export async function dicePairs(
  left: Fields,
  right: Fields,
  threshold: number,
  watching: DiceWatching = {},
): Promise<DiceState> {
  const arena = openArena()
  const setting = placeAll(arena, left, right, threshold)
  const pieces = Math.ceil(setting.leftCount / PIECE)
  const before = watching.resume
  if (before && before.of !== pieces) throw new Error('That earlier run was of other files')
  const done = new Set(before?.pieces)
  const todo = Array.from({ length: pieces }, (_, n) => n).filter((n) => !done.has(n))
  const parts: DiceFound[] = before ? [before.found] : []
  const workers = Math.min(watching.workers ?? availableParallelism(), Math.max(todo.length, 1))
  const next = () => (watching.stopped?.aborted ? undefined : todo.shift())
  const finished = (piece: number, found: DiceFound) => {
    parts.push(found)
    done.add(piece)
    watching.progress?.(Math.min(done.size * PIECE, setting.leftCount), setting.leftCount)
  }
  const settingOf = (): DiceSetting => ({ ...setting, found: arena.room(FOUND_ROOM * 16) })
  if (workers <= 1) await alone(settingOf(), next, finished)
  else await Promise.all(Array.from({ length: workers }, () => apart(settingOf(), next, finished)))
  return { pieces: [...done].toSorted((a, b) => a - b), of: pieces, found: joinedDice(parts) }
}

type Next = () => number | undefined
type Finished = (piece: number, found: DiceFound) => void

const rowsOf = (piece: number, count: number) => ({
  from: piece * PIECE,
  to: Math.min((piece + 1) * PIECE, count),
})

/** On this thread, with a breath between pieces so that a wish to stop is heard. */
async function alone(setting: DiceSetting, next: Next, finished: Finished): Promise<void> {
  const kernel = kernelOn(setting.memory)
  for (let piece = next(); piece !== undefined; piece = next()) {
    finished(piece, diceTask(kernel, setting, rowsOf(piece, setting.leftCount)))
    await new Promise((resolve) => setImmediate(resolve))
  }
}

async function apart(setting: DiceSetting, next: Next, finished: Finished): Promise<void> {
  const worker = new Worker(new URL('./dice.worker.ts', import.meta.url), { workerData: setting })
  try {
    for (let piece = next(); piece !== undefined; piece = next()) {
      const rows = rowsOf(piece, setting.leftCount)
      const found = await new Promise<DiceFound>((resolve, reject) => {
        const answered = (answer: DiceFound) => {
          worker.off('error', reject)
          resolve(answer)
        }
        worker.once('message', answered)
        worker.once('error', reject)
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
        worker.postMessage(rows)
      })
      finished(piece, found)
    }
  } finally {
    await worker.terminate()
  }
}

function placeAll(arena: Arena, left: Fields, right: Fields, threshold: number) {
  if (left.bytesEach !== right.bytesEach || left.bytesEach % 8 !== 0 || left.bytesEach === 0)
    throw new Error('Bit fields can be compared only when they have one length, in whole 64 bits')
  if (!(threshold > 0 && threshold <= 1)) throw new Error('A threshold is above 0 and at most 1')
  const words = left.bytesEach / 8
  const [one, two] = [sorted(arena, left), sorted(arena, right)]
  const checkpoint = checkpointFor({ left, right, threshold, words })
  const kernel = kernelOn(arena.memory)
  kernel.diceFor(words, checkpoint, threshold, 0, 0)
  kernel.counts(one.fields, one.count, one.all, one.rest)
  kernel.counts(two.fields, two.count, two.all, two.rest)
  return {
    memory: arena.memory,
    words,
    checkpoint,
    threshold,
    left: one,
    right: two,
    leftCount: one.count,
  }
}

/** Fields in order of how many bits they have, so that for each row only a stretch of columns can match. */
function sorted(arena: Arena, { bytes, bytesEach }: Fields) {
  const count = Math.floor(bytes.length / bytesEach)
  const bits = popularity(bytes, bytesEach)
  const order = Uint32Array.from(bits.keys()).toSorted((a, b) => (bits[a] ?? 0) - (bits[b] ?? 0))
  const fields = arena.room(count * bytesEach)
  const [all, rest, places] = [arena.room(count * 4), arena.room(count * 4), arena.room(count * 4)]
  const into = new Uint8Array(arena.memory.buffer, fields, count * bytesEach)
  for (const [place, from] of order.entries())
    into.set(bytes.subarray(from * bytesEach, (from + 1) * bytesEach), place * bytesEach)
  new Uint32Array(arena.memory.buffer, places, count).set(order)
  return { fields, all, rest, places, count }
}

function joinedDice(parts: readonly DiceFound[]): DiceFound {
  const length = parts.reduce((sum, p) => sum + p.left.length, 0)
  const all = {
    left: new Uint32Array(length),
    right: new Uint32Array(length),
    similarity: new Float64Array(length),
  }
  let at = 0
  for (const part of parts) {
    all.left.set(part.left, at)
    all.right.set(part.right, at)
    all.similarity.set(part.similarity, at)
    at += part.left.length
  }
  return all
}
