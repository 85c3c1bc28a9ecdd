import { typedIn, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { askedAnswer, askedPage, type Child, childIdOf } from '#domains/children/index.ts'
import { childOf, clockOfPage } from '../child-of-page.ts'
import type { Clock } from '../clock.rules.ts'
import { addOwnClock, changeOwnClock, ownDayOf } from '../own-clocks.queries.ts'
import { clockLine } from '../see-clocks/clock.view.ts'
import { OWN_ASKS, readOwnClock, typedOwn } from './own-clock.form.ts'

const url = '/children/:childId/clocks'
const may = 'children.write'
const audit = (act: string) => ({ action: `clocks.${act}`, childId: childIdOf })

const askAdd: Page = {
  method: 'GET',
  url: `${url}/add`,
  may,
  audit: audit('ask'),
  answer: async (visit) => shown(await childOf(visit), {}, []),
}

const add: Page = {
  method: 'POST',
  url: `${url}/add`,
  may,
  audit: audit('add'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const read = readOwnClock(visit.form, visit.now)
    if ('problems' in read) return shown(child, typedIn(visit.form), read.problems)
    await addOwnClock(visit.tx, child.id, read.value, visit.now)
    return { kind: 'redirect', to: `/children/${child.id}/clocks` }
  },
}

/** An own clock that still runs: what a rule says is not changed here. */
async function ownOf(visit: Visit, child: Child): Promise<Clock | undefined> {
  const clock = await clockOfPage(visit, child)
  return clock && clock.rule === undefined && clock.stoppedAt === undefined ? clock : undefined
}

const askChange: Page = {
  method: 'GET',
  url: `${url}/:clock/change`,
  may,
  audit: audit('ask-change'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const clock = await ownOf(visit, child)
    if (!clock) return { kind: 'not-found' }
    return shown(child, typedOwn(clock, await ownDayOf(visit.tx, clock.id)), [], { clock })
  },
}

const change: Page = {
  method: 'POST',
  url: `${url}/:clock/change`,
  may,
  audit: audit('change'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const clock = await ownOf(visit, child)
    if (!clock) return { kind: 'not-found' }
    const read = readOwnClock(visit.form, clock.startedAt)
    const typed = typedIn(visit.form)
    if ('problems' in read) return shown(child, typed, read.problems, { clock })
    const at = { child: child.id, id: clock.id, version: versionOf(visit.form) }
    if (await changeOwnClock(visit.tx, at, read.value)) {
      return { kind: 'redirect', to: `/children/${child.id}/clocks/${clock.id}` }
    }
    const now = (await clockOfPage(visit, child)) ?? clock
    return shown(child, typed, [], { clock: now, changed: visit.now })
  },
}

export const ownClockPages: readonly Page[] = [askAdd, add, askChange, change]

function shown(
  child: Child,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
  changing?: { readonly clock: Clock; readonly changed?: Date },
): Answer {
  const clock = changing?.clock
  return askedAnswer(
    askedPage({
      title: clock ? 'Change what is owed' : 'Write down what is owed',
      child,
      back: `/children/${child.id}/clocks${clock ? `/${clock.id}` : ''}`,
      asks: OWN_ASKS,
      typed,
      version: clock?.version ?? 0,
      problems,
      meanwhile: clock && changing.changed ? meanwhile(clock, changing.changed) : undefined,
    }),
  )
}

function meanwhile(clock: Clock, now: Date) {
  const line = clockLine(clock, now)
  return {
    by: undefined,
    lines: [
      { label: 'What is owed:', text: line.owed },
      { label: 'Who owes it:', text: line.owedBy },
      { label: 'Now:', text: line.stands },
    ],
  }
}
