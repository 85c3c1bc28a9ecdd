import { typedIn, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  type Ask,
  askedPage,
  type Child,
  type Meanwhile,
  typedFrom,
} from '#domains/children/index.ts'
import { formAnswer } from '../form-answer.ts'
import { auditOf, childOf, hrefOf } from '../child-of-page.ts'
import { keepPlan, type OwnPlan, planOf } from '../plan.queries.ts'
import { LANGUAGE, reading } from '../read.form.ts'
import { PLAN_LABELS, planView } from './plan.view.ts'

const url = '/children/:childId/missing/plan'
const may = 'missing.write'

const ASKS: readonly Ask[] = [
  { kind: 'words', name: 'tell', label: PLAN_LABELS.tell },
  { kind: 'words', name: 'look', label: PLAN_LABELS.look },
  { kind: 'words', name: 'say', label: PLAN_LABELS.say },
  { kind: 'words', name: 'pleaseDont', label: PLAN_LABELS.pleaseDont },
  { kind: 'text', name: 'talkWith', label: 'With whom would they talk when they are back?' },
  {
    kind: 'text',
    name: 'language',
    label: 'Language of these words',
    hint: 'Its short code, like en, vi or ti',
  },
]

/** The child's own plan, written down with them: their words, not ours. */
export const askPlan: Page = {
  method: 'GET',
  url,
  may,
  audit: auditOf('missing.ask'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const plan = await planOf(visit.tx, child.id)
    return shown(child, plan?.version ?? 0, typedOf(plan), [])
  },
}

export const writePlan: Page = {
  method: 'POST',
  url,
  may,
  audit: auditOf('missing.plan'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const version = versionOf(visit.form)
    const read = readPlan(visit)
    if ('problems' in read) return shown(child, version, typedIn(visit.form), read.problems)
    if (await keepPlan(visit.tx, child.id, version, read.plan)) {
      return { kind: 'redirect', to: hrefOf(child) }
    }
    const now = await planOf(visit.tx, child.id)
    return shown(child, now?.version ?? 0, typedIn(visit.form), [], {
      by: now?.by,
      lines: planView(now).lines,
    })
  },
}

function readPlan(visit: Visit) {
  const read = reading(visit.form, visit.now)
  const plan = {
    tell: read.maybe('tell', 2000),
    look: read.maybe('look', 2000),
    say: read.maybe('say', 2000),
    pleaseDont: read.maybe('pleaseDont', 2000),
    talkWith: read.maybe('talkWith', 200),
    language: read.maybe('language', 35) ?? 'en',
  }
  if (!LANGUAGE.test(plan.language)) {
    read.wrong('language', 'Enter the short code of the language, like en, vi or ti')
  }
  const { language: _language, ...words } = plan
  if (Object.values(words).every((text) => text === undefined)) {
    read.wrong('tell', 'Enter at least one of these in their words')
  }
  return read.problems.length > 0 ? { problems: read.problems } : { plan }
}

const typedOf = (plan: OwnPlan | undefined): Readonly<Record<string, string>> =>
  plan
    ? typedFrom({
        tell: plan.tell,
        look: plan.look,
        say: plan.say,
        pleaseDont: plan.pleaseDont,
        talkWith: plan.talkWith,
        language: plan.language,
      })
    : { language: 'en' }

function shown(
  child: Child,
  version: number,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
  meanwhile?: Meanwhile,
): Answer {
  const page = askedPage({
    title: 'Their own plan for when people do not know where they are',
    child,
    back: hrefOf(child),
    intro: [
      'Write it together with them, word for word. It is what we do first when they are missing.',
    ],
    asks: ASKS,
    typed,
    version,
    problems,
    meanwhile,
  })
  return formAnswer(page, { topic: 'missing-ready' })
}
