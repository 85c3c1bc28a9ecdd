import { readId } from '#kernel/ids.ts'
import { textOf, typedIn, versionOf } from '#platform/http/fields.ts'
import { errorsOf, problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { leads } from '../lead.access.ts'
import { keepGone, messagesOfRun, outgoingText } from '../message.queries.ts'
import { ourSide, whyNotYet } from '../our-side.form.ts'
import { pairsOfRun } from '../pair.queries.ts'
import { partnersOf } from '../partner.queries.ts'
import { partyOf, sidesOf } from '../party.ts'
import { type Run, runOf, unhurried } from '../run.queries.ts'
import { accept, decline, end } from '../steps.ts'
import { notToldIn, tellAll } from '../told.queries.ts'
import { runView } from './see-run.view.ts'

const url = '/between/runs/:runId'

export const seeRun: Page = {
  method: 'GET',
  url,
  may: 'between.read',
  audit: { action: 'between.run.see' },
  answer: (visit) => shown(visit, 200, []),
}

/** A lead says yes or no to what another council asks, ends a question, or says that a file has gone. */
export const decideRun: Page = {
  method: 'POST',
  url,
  may: 'between.lead',
  audit: { action: 'between.run.decide' },
  async answer(visit): Promise<Answer> {
    const run = await found(visit)
    if (!run) return { kind: 'not-found' }
    if (!leads(visit.actor)) return { kind: 'refused' }
    const doing = textOf(visit.form, 'do')
    visit.note({ did: DOES[doing] ? doing : 'nothing' })
    const problems = (await DOES[doing]?.(visit, run)) ?? []
    if (problems.length > 0) return shown(visit, 422, problems)
    return { kind: 'redirect', to: `/between/runs/${run.id}` }
  },
}

const MEANWHILE = 'Nothing was changed: this question changed meanwhile. Look again'
const accepting = ourSide.refine(whyNotYet.holds, whyNotYet.problem)

type Doing = (visit: Visit, run: Run) => Promise<readonly Problem[]>

const DOES: Readonly<Record<string, Doing | undefined>> = {
  async accept(visit, run) {
    const { tx, actor, now, form } = visit
    const read = accepting.safeParse(form)
    if (!read.success) return problemsOf(read.error)
    const sides = await sidesOf(tx, run)
    if (!sides) return [{ field: 'do', text: 'This council or this matcher was stopped here' }]
    const { tellBecause, ...rest } = read.data
    const own = { ...rest, tellBecause: tellBecause || undefined, lead: actor.id }
    const party = partyOf(tx, visit.keyed, actor, now)
    const current = { ...run, version: versionOf(form) }
    const done = await accept(party, sides, current, { own, leadName: actor.name })
    return done ? [] : [{ field: 'do', text: MEANWHILE }]
  },
  async decline(visit, run) {
    const { tx, actor, now, form } = visit
    const because = reasonIn(form, 'declinedBecause')
    if (because === undefined) return [needed('declinedBecause')]
    const current = { ...run, version: versionOf(form) }
    const party = partyOf(tx, visit.keyed, actor, now)
    const done = await decline(party, await sidesOf(tx, run), current, because)
    return done ? [] : [{ field: 'do', text: MEANWHILE }]
  },
  async end(visit, run) {
    const { tx, actor, now, form } = visit
    const because = reasonIn(form, 'endedBecause')
    if (because === undefined) return [needed('endedBecause')]
    const party = partyOf(tx, visit.keyed, actor, now)
    const done = await end(party, await sidesOf(tx, run), run, because)
    return done ? [] : [{ field: 'do', text: MEANWHILE }]
  },
  async tell(visit, run) {
    const because = reasonIn(visit.form, 'safeNow')
    if (because === undefined) return [needed('safeNow')]
    if ((await notToldIn(visit.tx, run)) === 0) return [{ field: 'do', text: MEANWHILE }]
    await unhurried(visit.tx)
    visit.note({ told: await tellAll(visit.tx, run, because) })
    return []
  },
  async gone(visit) {
    const id = readId(textOf(visit.form, 'message'))
    if (id) await keepGone(visit.tx, id, visit.now)
    return []
  },
}

const needed = (field: string): Problem => ({ field, text: 'Enter why, in 1,000 letters or fewer' })

function reasonIn(form: Visit['form'], name: string): string | undefined {
  const text = textOf(form, name).trim()
  return text === '' || text.length > 1000 ? undefined : text
}

async function found(visit: Visit): Promise<Run | undefined> {
  const id = readId(visit.params['runId'])
  return id && runOf(visit.tx, id)
}

async function shown(visit: Visit, status: number, problems: readonly Problem[]): Promise<Answer> {
  const run = await found(visit)
  if (!run) return { kind: 'not-found' }
  const pairs = await pairsOfRun(visit.tx, run.id)
  visit.show([...new Set(pairs.map((p) => p.childId))])
  return {
    kind: 'view',
    status,
    template: 'domains/between-councils/see-run/see-run.njk',
    model: {
      page: {
        ...runView({
          run,
          pairs,
          partners: await partnersOf(visit.tx),
          messages: await messagesOfRun(visit.tx, run.code),
          lead: leads(visit.actor),
          notTold: await notToldIn(visit.tx, run),
        }),
        typed: typedIn(visit.form),
        errors: errorsOf(problems),
      },
    },
  }
}

/** A message as a file, to be carried by hand: the same bytes as over the network. */
export const fetchMessage: Page = {
  method: 'GET',
  url: '/between/messages/:messageId',
  may: 'between.lead',
  audit: { action: 'between.message.fetch' },
  async answer(visit): Promise<Answer> {
    const id = readId(visit.params['messageId'])
    if (!leads(visit.actor)) return { kind: 'refused' }
    const text = id && (await outgoingText(visit.tx, id))
    if (!text) return { kind: 'not-found' }
    return {
      kind: 'file',
      name: `between-${id.slice(0, 8)}.json`,
      type: 'application/json',
      body: text,
    }
  },
}
