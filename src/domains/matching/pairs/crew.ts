import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Blocks } from '../blocking/blocks.ts'
import { OWN_BYTES } from '../kernel/kernel.ts'
import type { Counted } from '../model/patterns.rules.ts'
import { together } from '../model/patterns.rules.ts'
import { type Model, modelTable, STARTING_MODEL } from '../model/model.rules.ts'
import type { Register } from '../register/register.ts'
import {
  carryOut,
  FOUND_ROOM,
  type Found,
  HISTOGRAM_BITS,
  instance,
  type Job,
  joined,
  type Setting,
  type Task,
} from './work.ts'

/** Those who compare: this thread alone, or several workers on one shared memory. */
export type Crew = {
  /** `thin` looks at one pair in `thin` + 1, drawn evenly: 0, or a power of two less one. */
  readonly count: (tasks: readonly Task[], watching?: Watching, thin?: number) => Promise<Counted>
  readonly score: (
    tasks: readonly Task[],
    atLeast: number,
    watching?: Watching,
    thin?: number,
  ) => Promise<Found>
  readonly useModel: (model: Model) => void
  readonly close: () => Promise<void>
}

export type Watching = {
  /** Told now and then how many of the tasks have been taken. */
  readonly progress?: ((done: number, of: number) => void) | undefined
  readonly stopped?: AbortSignal | undefined
}

/** `workers` 0 does the work on this thread; the default is one for each processor. */
export function openCrew(
  register: Register,
  blocks?: Blocks,
  workers = Math.min(availableParallelism(), 8),
): Crew {
  const { arena } = register
  const model = arena.room(4096)
  const shared = new SharedArrayBuffer(8)
  const control = new Int32Array(shared)
  const setting = (): Setting => ({
    memory: arena.memory,
    table: register.table,
    model,
    size: register.size,
    split: register.split,
    rules: blocks?.table ?? 0,
    blocks: (blocks?.rules ?? []).map(({ members, startsAt, keysAt }) => ({
      members,
      startsAt,
      keysAt,
    })),
    own: arena.room(OWN_BYTES),
    histogram: arena.room(16 << HISTOGRAM_BITS),
    found: arena.room(FOUND_ROOM * 24),
    shared,
  })
  const useModel = (used: Model) => {
    new Float32Array(arena.memory.buffer, model, 1024).set(modelTable(used))
  }
  useModel(STARTING_MODEL)
  const hands =
    workers === 0 ? [here(setting())] : Array.from({ length: workers }, () => apart(setting()))
  const all = async <T>(job: Job, watching: Watching): Promise<readonly T[]> => {
    control.fill(0)
    const watch = watched(control, job.tasks.length, watching)
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a job of this kind gives
      return (await Promise.all(hands.map((hand) => hand.carryOut(job)))) as readonly T[]
    } finally {
      watch()
    }
  }
  return {
    useModel,
    count: async (tasks, watching = {}, thin = 0) =>
      together(await all<Counted>({ kind: 'count', tasks, thin }, watching)),
    score: async (tasks, atLeast, watching = {}, thin = 0) =>
      joined(await all<Found>({ kind: 'score', tasks, atLeast, thin }, watching)),
    close: async () => {
      await Promise.all(hands.map((hand) => hand.close()))
    },
  }
}

type Hand = {
  readonly carryOut: (job: Job) => Promise<unknown>
  readonly close: () => Promise<unknown>
}

function here(setting: Setting): Hand {
  const kernel = instance(setting)
  return {
    carryOut: (job) => Promise.resolve(carryOut(kernel, setting, job)),
    close: () => Promise.resolve(),
  }
}

function apart(setting: Setting): Hand {
  const worker = new Worker(new URL('./pairs.worker.ts', import.meta.url), { workerData: setting })
  return {
    carryOut: (job) =>
      new Promise((resolve, reject) => {
        const answered = (answer: unknown) => {
          worker.off('error', reject)
          resolve(answer)
        }
        worker.once('message', answered)
        worker.once('error', reject)
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
        worker.postMessage(job)
      }),
    close: () => worker.terminate(),
  }
}

/** Looks at how far the workers are twice a second, and passes on a wish to stop. Gives the way to end it. */
function watched(
  control: Int32Array<SharedArrayBuffer>,
  tasks: number,
  { progress, stopped }: Watching,
): () => void {
  const stop = () => Atomics.store(control, 1, 1)
  if (stopped?.aborted) stop()
  stopped?.addEventListener('abort', stop)
  const timer = progress
    ? setInterval(() => progress(Math.min(Atomics.load(control, 0), tasks), tasks), 500)
    : undefined
  timer?.unref()
  return () => {
    stopped?.removeEventListener('abort', stop)
    clearInterval(timer)
  }
}
