import { readId } from '#kernel/ids.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { askForRun, goOnWith, runsOf, stopRun } from '../run.queries.ts'
import { MOST_KEPT } from '../review.ts'
import { leads, runLine } from './runs.rules.ts'

const url = '/same-child/runs'
const may = 'same-child.run'
const template = 'domains/same-child/runs/runs.njk'

/** Every run, how far it is, and the buttons to begin, stop and go on. */
export const seeRuns: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'same-child.runs.see' },
  answer: async (visit) => (leads(visit.actor) ? shown(visit) : { kind: 'refused' }),
}

async function shown({ tx }: Visit, problem?: string): Promise<Answer> {
  const runs = await runsOf(tx)
  const none = !runs.some((run) => ['asked', 'running', 'stopping'].includes(run.state))
  const page = {
    title: 'The whole register, compared',
    lines: runs.map((run, n) => runLine(run, none && n === 0)),
    idle: none,
    most: MOST_KEPT.toLocaleString('en-GB'),
    problem,
  }
  return { kind: 'view', template, status: problem ? 409 : 200, model: { page } }
}

function act(
  path: string,
  name: string,
  does: (visit: Visit, run: string) => Promise<boolean>,
  otherwise: string,
): Page {
  return {
    method: 'POST',
    url: `${url}/${path}`,
    may,
    audit: { action: `same-child.runs.${name}` },
    async answer(visit): Promise<Answer> {
      if (!leads(visit.actor)) return { kind: 'refused' }
      const run = readId<'run'>(visit.params['run'])
      if (path.startsWith(':') && !run) return { kind: 'not-found' }
      return (await does(visit, run ?? ''))
        ? { kind: 'redirect', to: url }
        : shown(visit, otherwise)
    },
  }
}

export const startRun: Page = act(
  'start',
  'start',
  ({ tx, now }) => askForRun(tx, now),
  'A comparison is under way already. Nothing was begun twice.',
)
export const stopARun: Page = act(
  ':run/stop',
  'stop',
  ({ tx, now }, run) => stopRun(tx, run, now),
  'This one is not under way any more. Nothing was changed.',
)
export const goOn: Page = act(
  ':run/go-on',
  'go-on',
  ({ tx }, run) => goOnWith(tx, run),
  'This one cannot go on: it is over, or another is under way. Nothing was changed.',
)
