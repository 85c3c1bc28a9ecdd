import type { OrganisationId, PersonId } from '#kernel/ids.ts'
import {
  type Crew,
  frequenciesOf,
  type Model,
  openCrew,
  openWaterfalls,
  type Plan,
  planOf,
  scorePairs,
  trainModel,
} from '#domains/matching/index.ts'
import { record } from '#platform/audit/record.ts'
import type { Database } from '#platform/db/postgres.ts'
import { asActor, type Tx } from '#platform/db/unit-of-work.ts'
import { type BestFew, openBestFew } from './best-few.rules.ts'
import { keepModel, modelOf } from './model.queries.ts'
import { keepPairs } from './pairs.queries.ts'
import { everyRecord, type Read } from './read-register.ts'
import {
  askForRun,
  endRun,
  goOnWith,
  type HowFar,
  type Run,
  runsOf,
  sayHowFar,
  takeUp,
  waitingRun,
} from './run.queries.ts'
import { KEPT_FROM } from './same-child.rules.ts'

/** The organisation's own system account: it reaches every record of the organisation, and nothing else. */
export type Acts = { readonly id: PersonId; readonly organisationId: OrganisationId }

export type Reviewing = {
  readonly db: Database
  readonly acts: Acts
  readonly stopped: AbortSignal
  readonly now: () => Date
  /** Told how far it is, and waited for. */
  readonly say?: ((sentence: string) => unknown) | undefined
  /** Threads that compare; 0 does it on this one. One for each processor, unless said. */
  readonly workers?: number | undefined
  /** Pieces compared between two looks at whether to stop. */
  readonly piecesAtOnce?: number | undefined
  /** Pairs kept of one comparison, the likeliest. */
  readonly most?: number | undefined
}

export type Reviewed = {
  readonly state: 'done' | 'stopped' | 'nothing to do'
  readonly records: number
  /** Pairs nobody had found before. */
  readonly found: number
  readonly crowded: number
}

const NOTHING: Reviewed = { state: 'nothing to do', records: 0, found: 0, crowded: 0 }
/** Whoever says nothing for this long has gone: another may take the run up. */
const SILENT_MS = 120_000
const KEPT_AT_ONCE = 500
const BEST = 5
/** Nobody reads a longer list. Where records say little beside a name and a year, very many are alike: the likeliest are kept. */
export const MOST_KEPT = 20_000
const PIECES_AT_ONCE = 8
/** Below this many pairs starting threads takes longer than the work. */
const FOR_WORKERS = 400_000

/**
 * Compares every record of an organisation with every other and keeps the pairs that may be one child, for
 * people to look at. `ask`: begins one, or goes on with the one that was stopped; otherwise only what was
 * asked for is taken up. What it has done is kept when it is stopped.
 */
export async function review(reviewing: Reviewing, ask: boolean): Promise<Reviewed> {
  const run = await taken(reviewing, ask)
  if (!run) return NOTHING
  const { db, acts, now } = reviewing
  const ending = new AbortController()
  const onStop = () => ending.abort()
  if (reviewing.stopped.aborted) onStop()
  reviewing.stopped.addEventListener('abort', onStop)
  try {
    const reviewed = await carriedOut(reviewing, run, ending)
    await asActor(db, acts.id, async (tx) => {
      await endRun(tx, run.id, reviewed.state === 'done' ? 'done' : 'stopped', now())
      await audited(tx, acts, reviewed)
    })
    return reviewed
  } catch (error) {
    await asActor(db, acts.id, (tx) => endRun(tx, run.id, 'failed', now()))
    throw error
  } finally {
    reviewing.stopped.removeEventListener('abort', onStop)
  }
}

/** Whether a run waits for somebody to take it up. */
export const runWaits = async (tx: Tx, now: Date): Promise<boolean> =>
  (await waitingRun(tx, new Date(now.getTime() - SILENT_MS))) !== undefined

async function taken({ db, acts, now }: Reviewing, ask: boolean): Promise<Run | undefined> {
  return asActor(db, acts.id, async (tx) => {
    const silentSince = new Date(now().getTime() - SILENT_MS)
    const waits = () => waitingRun(tx, silentSince)
    let run = await waits()
    if (!run && ask) {
      const [last] = await runsOf(tx, 1)
      if (!(last?.state === 'stopped' && (await goOnWith(tx, last.id)))) await askForRun(tx, now())
      run = await waits()
    }
    return run && (await takeUp(tx, run, { at: now(), silentSince })) ? run : undefined
  })
}

const audited = (tx: Tx, acts: Acts, { state, records, found }: Reviewed): Promise<void> =>
  record(tx, {
    actorId: acts.id,
    actorRole: 'system',
    organisationId: acts.organisationId,
    sessionId: undefined,
    action: 'same-child.runs.carry-out',
    outcome: 'done',
    childId: undefined,
    shown: [],
    address: undefined,
    requestId: undefined,
    detail: { records, found, finished: state === 'done' },
  })

async function carriedOut(
  reviewing: Reviewing,
  run: Run,
  ending: AbortController,
): Promise<Reviewed> {
  const far = (how: HowFar) => say(reviewing, run, ending, how)
  const read = await everyRecord(reviewing, far, ending.signal)
  if (!read || read.register.size < 2) {
    const records = read?.register.size ?? 0
    return { ...NOTHING, records, state: ending.signal.aborted ? 'stopped' : 'done' }
  }
  const plan = planOf(read.register)
  const workers = plan.pairs < FOR_WORKERS ? 0 : reviewing.workers
  const crew = openCrew(read.register, plan.blocks, workers)
  // Looked at beside the work too: learning takes a while in which nobody else asks.
  const looking = setInterval(() => void far({}).catch(() => ending.abort()), 1000)
  try {
    return await compared({ reviewing, run, read, plan, crew, far, ending })
  } finally {
    clearInterval(looking)
    await crew.close()
  }
}

/** Writes down how far it is, and ends the work when somebody wants it to stop. */
async function say(
  { db, acts, now }: Reviewing,
  run: Run,
  ending: AbortController,
  how: HowFar,
): Promise<void> {
  const stop = await asActor(db, acts.id, (tx) => sayHowFar(tx, run.id, how, now()))
  if (stop) ending.abort()
}

type Work = {
  readonly reviewing: Reviewing
  readonly run: Run
  readonly read: Read
  readonly plan: Plan
  readonly crew: Crew
  readonly far: (how: HowFar) => Promise<void>
  readonly ending: AbortController
}

async function compared(work: Work): Promise<Reviewed> {
  const { run, read, plan, far, ending, reviewing } = work
  const goesOn = run.digest === read.digest && run.modelId !== undefined
  const learnt = await believed(work, goesOn)
  if (!learnt) return { ...NOTHING, state: 'stopped', records: read.register.size }
  const begin = goesOn ? Math.min(run.done, plan.tasks.length) : 0
  await far({ phase: 'comparing', done: begin, of: plan.tasks.length })
  const best = openBestFew(BEST)
  const done = await scored(work, learnt.model, best, begin)
  const found = await kept(work, learnt, best)
  const all = { found: (goesOn ? run.found : 0) + found, crowded: best.crowded() }
  await far({ done, ...all })
  const state = done >= plan.tasks.length ? 'done' : 'stopped'
  await reviewing.say?.(`${found} pairs found that nobody had found before`)
  if (state === 'stopped') ending.abort()
  return { state, records: read.register.size, ...all }
}

type Learnt = { readonly id: string; readonly model: Model }

/** What a stopped run had learnt of the very same records holds; otherwise it is learnt now and kept. */
async function believed(work: Work, goesOn: boolean): Promise<Learnt | undefined> {
  const { reviewing, run, read, plan, crew, far, ending } = work
  const { db, acts, now } = reviewing
  const id = run.modelId
  if (goesOn && id !== undefined) {
    const { model } = await asActor(db, acts.id, (tx) => modelOf(tx, id))
    return { id, model }
  }
  await far({ phase: 'learning', done: 0, of: 0 })
  await reviewing.say?.('Learning how often records agree')
  const trained = await trainModel(read.register, plan, crew, { stopped: ending.signal })
  if (ending.signal.aborted) return undefined
  const modelId = await asActor(db, acts.id, (tx) =>
    keepModel(tx, {
      at: now(),
      records: read.register.size,
      rounds: trained.rounds,
      model: trained.model,
      frequencies: frequenciesOf(read.register),
    }),
  )
  await far({ modelId, digest: read.digest })
  return { id: modelId, model: trained.model }
}

/** Compares piece after piece. Gives how many are done: a piece that was stopped in the middle is not. */
async function scored(work: Work, model: Model, best: BestFew, begin: number): Promise<number> {
  const { plan, crew, far, ending, reviewing } = work
  const step = reviewing.piecesAtOnce ?? PIECES_AT_ONCE
  let done = begin
  while (done < plan.tasks.length && !ending.signal.aborted) {
    const tasks = plan.tasks.slice(done, done + step)
    const found = await scorePairs({ ...plan, tasks }, crew, model, KEPT_FROM, {
      stopped: ending.signal,
    })
    if (ending.signal.aborted) break
    for (const [n, one] of found.one.entries())
      best.add(one, found.two[n] ?? 0, found.weight[n] ?? 0)
    done += tasks.length
    await far({ done })
    await reviewing.say?.(`${Math.floor((100 * done) / plan.tasks.length)} % compared`)
  }
  return done
}

async function kept({ reviewing, read }: Work, learnt: Learnt, best: BestFew): Promise<number> {
  const { db, acts, now } = reviewing
  const { register } = read
  const waterfall = openWaterfalls(register, learnt.model)
  const pairs = best
    .pairs()
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, reviewing.most ?? MOST_KEPT)
  let found = 0
  for (let from = 0; from < pairs.length; from += KEPT_AT_ONCE) {
    const some = pairs.slice(from, from + KEPT_AT_ONCE).map(({ one, two }) => ({
      one: register.ids[one] ?? '',
      two: register.ids[two] ?? '',
      waterfall: waterfall(one, two),
    }))
    found += await asActor(db, acts.id, (tx) =>
      keepPairs(tx, some, { by: 'run', at: now(), model: learnt.id }),
    )
  }
  return found
}
