import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { birthsOf, type Child } from '#domains/children/index.ts'
import { aboutChild } from '../about-child.ts'
import type { UnderEighteen } from '../age.rules.ts'
import { auditOf, childOf } from '../child-of-page.ts'
import { concernsOf } from '../concern.queries.ts'
import { allForms, onDay } from '../forms.queries.ts'
import { typedWithTicks } from '../question.form.ts'
import { type Aside, questionPage, type Typed } from '../question.view.ts'
import {
  addSituation,
  changeSituation,
  findSituation,
  type Situation,
} from '../situation.queries.ts'
import { GOES_ON, PLACES, underThen } from '../situation.rules.ts'
import { type About, readSituation, situationQuestions, typedOf } from './keep-situation.form.ts'

const url = '/children/:childId/situations'
const may = 'concerns.write'

/** A situation in which somebody exploited the child, as far as it is known. There may be several. */
export const askSituation: Page = {
  method: 'GET',
  url: `${url}/add`,
  may,
  audit: auditOf('situations.ask'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const about = await aboutOf(visit, child, undefined)
    return shown(visit, { child, about, under: underThen(about.births, NOTHING) })
  },
}

export const writeSituation: Page = {
  method: 'POST',
  url: `${url}/add`,
  may,
  audit: auditOf('situations.add'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const about = await aboutOf(visit, child, undefined)
    const read = readSituation(visit.form, about)
    if ('problems' in read) {
      return shown(visit, { child, about, ...read, typed: typedWithTicks(visit.form) })
    }
    await addSituation(visit.tx, child.id, read.value)
    return { kind: 'redirect', to: `/children/${child.id}/concerns` }
  },
}

export const askChangeSituation: Page = {
  method: 'GET',
  url: `${url}/:situation`,
  may,
  audit: auditOf('situations.ask'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const situation = await findSituation(visit.tx, child.id, visit.params['situation'])
    if (!situation) return { kind: 'not-found' }
    const about = await aboutOf(visit, child, situation)
    const under = underThen(about.births, situation)
    return shown(visit, { child, about, under, situation, typed: typedOf(situation, under) })
  },
}

export const rewriteSituation: Page = {
  method: 'POST',
  url: `${url}/:situation`,
  may,
  audit: auditOf('situations.change'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const situation = await findSituation(visit.tx, child.id, visit.params['situation'])
    if (!situation) return { kind: 'not-found' }
    const about = await aboutOf(visit, child, situation)
    const typed = typedWithTicks(visit.form)
    const read = readSituation(visit.form, about)
    if ('problems' in read) return shown(visit, { child, about, situation, typed, ...read })
    const at = { child: child.id, id: situation.id, version: versionOf(visit.form) }
    if (await changeSituation(visit.tx, at, read.value)) {
      return { kind: 'redirect', to: `/children/${child.id}/concerns` }
    }
    const under = underThen(about.births, situation)
    const meanwhile = saidNow(situation)
    return shown(visit, { child, about, under, situation, typed, meanwhile })
  },
}

const NOTHING = { began: undefined, ended: undefined, goesOn: 'not_known' } as const

/** The forms that may be chosen today, and with them the wordings this situation was coded with. */
async function aboutOf(
  { tx, now }: Visit,
  child: Child,
  situation: Situation | undefined,
): Promise<About> {
  const today = londonCalendarDay(now)
  const all = await allForms(tx)
  const coded = new Set(situation?.forms.map((f) => f.formId))
  const choosable = new Set(onDay(all, today).map((f) => f.id))
  return {
    forms: all.filter((f) => choosable.has(f.id) || coded.has(f.id)),
    concerns: await concernsOf(tx, child.id),
    births: (await birthsOf(tx, child.id)).map((b) => b.birth),
    today,
  }
}

const saidNow = (s: Situation): Aside => ({
  title: 'Now',
  lines: [
    { label: 'What is known', text: s.what },
    { label: 'Does it go on?', text: GOES_ON[s.goesOn] },
    { label: 'Where', text: PLACES[s.place] },
    { label: 'Forms', text: s.forms.map((f) => f.called).join('; ') },
  ],
})

type Showing = {
  readonly child: Child
  readonly about: About
  readonly under: UnderEighteen
  readonly situation?: Situation
  readonly typed?: Typed
  readonly problems?: readonly Problem[]
  readonly meanwhile?: Aside
}

async function shown(visit: Visit, showing: Showing): Promise<Answer> {
  const { child, about, under, situation, typed = {}, problems = [], meanwhile } = showing
  return questionPage({
    title: situation ? 'What happened to them' : 'Write down what happened to them',
    help: ['situations', 'act-means-purpose', 'arriving-alone', 'arriving-within-the-uk'],
    child,
    back: `/children/${child.id}/concerns`,
    asides: await aboutChild(visit.tx, child),
    intro: [
      'One situation at a time; there may be several. Leave open what is not known. It needs no papers and no status: children are exploited within the UK and across borders.',
    ],
    questions: situationQuestions(about, under, situation !== undefined),
    typed,
    version: situation?.version ?? 0,
    problems,
    meanwhile,
  })
}
