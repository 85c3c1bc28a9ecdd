import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { askedAnswer, askedPage, type Child, childIdOf } from '#domains/children/index.ts'
import { childOf, processOf } from '../child-of-page.ts'
import { followWaits } from '../follow-clocks.ts'
import { addProcess, changeProcess, confirmProcess, kindsOn } from '../happening.queries.ts'
import { type Process, PROCESS_STATES } from '../happening.rules.ts'
import { keepWait, waitsOf } from '../systems.queries.ts'
import { systemOf, waitProblem } from '../systems.rules.ts'
import { asksFor, decisionOf, type ReadProcess, readProcess, typedOf } from './keep-process.form.ts'

const url = '/children/:childId/happening'
const may = 'children.write'
const audit = (act: string) => ({ action: `happening.${act}`, childId: childIdOf })

export const askProcess: Page = {
  method: 'GET',
  url: `${url}/add`,
  may,
  audit: audit('ask'),
  answer: async (visit) => shown(visit, await childOf(visit), undefined, {}, []),
}

export const writeProcess: Page = {
  method: 'POST',
  url: `${url}/add`,
  may,
  audit: audit('add'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const today = londonCalendarDay(visit.now)
    const read = readProcess(visit.form, await kindsOn(visit.tx, today), today)
    if ('problems' in read) {
      return shown(visit, child, undefined, typedIn(visit.form), read.problems)
    }
    const wrong = waitProblem(read.value, [])
    if (wrong) return shown(visit, child, undefined, typedIn(visit.form), [wrong])
    const { takeOver: _takeOver, ...kept } = read.value
    const id = await addProcess(visit.tx, child.id, kept, visit.now)
    await keepWaiting(visit, child, id, read.value)
    return { kind: 'redirect', to: `/children/${child.id}/happening` }
  },
}

export const askChangeProcess: Page = {
  method: 'GET',
  url: `${url}/:process`,
  may,
  audit: audit('ask-change'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const process = await processOf(visit, child)
    if (!process) return { kind: 'not-found' }
    const decided = (await waitsOf(visit.tx, child.id)).findLast(
      (w) => w.processId === process.id && w.endedHow === 'decision',
    )
    const over = process.state === 'decided' || process.state === 'ended'
    const typed = { ...typedOf(process), ...(over ? decisionOf(decided) : {}) }
    return shown(visit, child, process, typed, [])
  },
}

export const rewriteProcess: Page = {
  method: 'POST',
  url: `${url}/:process`,
  may,
  audit: audit('change'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const process = await processOf(visit, child)
    if (!process) return { kind: 'not-found' }
    const today = londonCalendarDay(visit.now)
    const typed = typedIn(visit.form)
    const read = readProcess(visit.form, await kindsOn(visit.tx, today), today)
    if ('problems' in read) return shown(visit, child, process, typed, read.problems)
    const waits = (await waitsOf(visit.tx, child.id)).filter((w) => w.processId === process.id)
    const wrong = waitProblem(read.value, waits)
    if (wrong) return shown(visit, child, process, typed, [wrong])
    const { takeOver, ...kept } = read.value
    const owner = takeOver ? visit.actor.id : undefined
    const at = { child: child.id, id: process.id, version: versionOf(visit.form) }
    if (await changeProcess(visit.tx, at, kept, { now: visit.now, owner })) {
      await keepWaiting(visit, child, process.id, read.value)
      return { kind: 'redirect', to: `/children/${child.id}/happening` }
    }
    return shown(visit, child, await processOf(visit, child), typed, [], true)
  },
}

/** The waiting for a decision, and what follows of it: the decision is owed. */
async function keepWaiting(
  visit: Visit,
  child: Child,
  process: string,
  read: ReadProcess,
): Promise<void> {
  await keepWait(visit.tx, { child: child.id, process }, read)
  await followWaits(visit.tx, child.id, {
    id: process,
    asylum: systemOf(read.kind, read.system) === 'asylum',
    why: `${read.decides}: ${read.whatItIs}`.slice(0, 1000),
  })
}

/** "It still holds": one press, for what has gone stale without having changed. */
export const stillHolds: Page = {
  method: 'POST',
  url: `${url}/:process/confirm`,
  may,
  audit: audit('confirm'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const process = await processOf(visit, child)
    if (!process) return { kind: 'not-found' }
    const at = { child: child.id, id: process.id, version: versionOf(visit.form) }
    if (await confirmProcess(visit.tx, at, visit.now)) {
      return { kind: 'redirect', to: `/children/${child.id}/happening` }
    }
    return shown(visit, child, process, typedOf(process), [], true)
  },
}

async function shown(
  visit: Visit,
  child: Child,
  process: Process | undefined,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
  changed = false,
): Promise<Answer> {
  const kinds = await kindsOn(visit.tx, londonCalendarDay(visit.now))
  const page = askedPage({
    title: process ? 'Change what is happening' : 'Write down what is happening',
    child,
    back: `/children/${child.id}/happening`,
    intro: ['The young person reads all of this on their own page, as it is written here.'],
    asks: asksFor(kinds, process !== undefined && process.ownerId !== visit.actor.id),
    typed,
    version: process?.version ?? 0,
    problems,
    meanwhile:
      changed && process
        ? {
            by: process.changedBy,
            lines: [
              { label: 'Where it has come to:', text: PROCESS_STATES[process.state] },
              { label: 'Where it is now:', text: process.whereItIs },
              { label: 'What comes next:', text: process.comesNext ?? '' },
            ],
          }
        : undefined,
  })
  return askedAnswer(page)
}
