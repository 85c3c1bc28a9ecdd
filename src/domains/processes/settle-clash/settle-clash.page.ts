import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { askedAnswer, askedPage, type Child, childIdOf } from '#domains/children/index.ts'
import { childOf } from '../child-of-page.ts'
import { gatherDemands } from '../gather-demands.ts'
import { keepClash } from '../systems.queries.ts'
import { type Clash, type Demand, SETTLED } from '../clashes.rules.ts'
import {
  contradictAsks,
  readContradiction,
  readSettling,
  SETTLE_ASKS,
} from './settle-clash.form.ts'

const list = '/children/:childId/systems/clashes'
const may = 'children.write'
const audit = (act: string) => ({ action: `systems.clashes.${act}`, childId: childIdOf })

export const askSettle: Page = {
  method: 'GET',
  url: `${list}/:first/:second`,
  may,
  audit: audit('open'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const clash = await clashOf(visit, child)
    return clash ? shownSettle(child, clash, {}, []) : { kind: 'not-found' }
  },
}

export const settle: Page = {
  method: 'POST',
  url: `${list}/:first/:second`,
  may,
  audit: audit('settle'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const clash = await clashOf(visit, child)
    if (!clash) return { kind: 'not-found' }
    const typed = typedIn(visit.form)
    const read = readSettling(visit.form, londonCalendarDay(visit.now))
    if ('problems' in read) return shownSettle(child, clash, typed, read.problems)
    const pair = {
      child: child.id,
      firstId: clash.first.id,
      secondId: clash.second.id,
      version: versionOf(visit.form),
    }
    const said = { kind: clash.kind, why: clash.why, ...read.value }
    if (await keepClash(visit.tx, pair, said)) {
      return { kind: 'redirect', to: `/children/${child.id}/systems` }
    }
    return shownSettle(child, (await clashOf(visit, child)) ?? clash, typed, [], true)
  },
}

async function clashOf(visit: Visit, child: Child): Promise<Clash | undefined> {
  const { clashes } = await gatherDemands(visit.tx, child.id, visit.now)
  const { first, second } = visit.params
  return clashes.find((c) => c.first.id === first && c.second.id === second)
}

const oneLine = (d: Demand): string =>
  `${inWords(d.onDay)}${d.fromTime ? ` at ${d.fromTime}` : ''}: ${d.what} (${d.byName})`

function shownSettle(
  child: Child,
  clash: Clash,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
  changed = false,
): Answer {
  const page = askedPage({
    title: 'Two things ask for the child at once',
    child,
    back: `/children/${child.id}/systems`,
    intro: [`First: ${oneLine(clash.first)}`, `Second: ${oneLine(clash.second)}`],
    asks: SETTLE_ASKS,
    typed,
    version: clash.version,
    problems,
    meanwhile:
      changed && clash.settled?.how
        ? {
            by: undefined,
            lines: [{ label: 'How it was settled:', text: SETTLED[clash.settled.how] }],
          }
        : undefined,
  })
  return askedAnswer(page)
}

export const askContradiction: Page = {
  method: 'GET',
  url: `${list}/add`,
  may,
  audit: audit('ask'),
  answer: async (visit) => shownContradiction(visit, await childOf(visit), {}, []),
}

export const addContradiction: Page = {
  method: 'POST',
  url: `${list}/add`,
  may,
  audit: audit('add'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const { demands } = await gatherDemands(visit.tx, child.id, visit.now)
    const read = readContradiction(visit.form, choicesOf(demands))
    if ('problems' in read) {
      return shownContradiction(visit, child, typedIn(visit.form), read.problems)
    }
    const [firstId = '', secondId = ''] = [read.value.first, read.value.second].toSorted()
    const { clashes } = await gatherDemands(visit.tx, child.id, visit.now)
    const known = clashes.find((c) => c.first.id === firstId && c.second.id === secondId)
    const pair = { child: child.id, firstId, secondId, version: known?.version ?? 0 }
    const said = { how: undefined, note: undefined, on: undefined }
    if (await keepClash(visit.tx, pair, { kind: 'contradict', why: read.value.why, ...said })) {
      return { kind: 'redirect', to: `/children/${child.id}/systems` }
    }
    const text = 'Somebody wrote about these two while you were writing. Send it again'
    return shownContradiction(visit, child, typedIn(visit.form), [{ field: 'why', text }])
  },
}

const choicesOf = (demands: readonly Demand[]) =>
  Object.fromEntries(demands.map((d) => [d.id, oneLine(d)]))

async function shownContradiction(
  visit: Visit,
  child: Child,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Promise<Answer> {
  const { demands } = await gatherDemands(visit.tx, child.id, visit.now)
  const page = askedPage({
    title: 'Two demands contradict each other',
    child,
    back: `/children/${child.id}/systems`,
    intro:
      demands.length < 2
        ? ['Fewer than two things are asked of them. Write down first what is asked, and when.']
        : [],
    asks: contradictAsks(choicesOf(demands)),
    typed,
    problems,
  })
  return askedAnswer(page)
}
