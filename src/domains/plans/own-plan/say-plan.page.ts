import { textOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { frameIn, getOwnChild, languageOf, ownChild, sayIn } from '#domains/words/index.ts'
import { findPlan } from '../plan.queries.ts'
import { addSaid } from '../plan-writing.queries.ts'
import { kindOf, OWN_KINDS } from '../plan.rules.ts'

const url = '/me/plan/:plan/say'
const MOST = 5000

/** What I think of my plan, in my own words. It stays, whatever becomes of it. */
export const askOwnSay: Page = {
  method: 'GET',
  url,
  may: 'me.open',
  audit: { action: 'me.plan.ask', childId: ownChild },
  answer: async (visit) => shown(visit, { kind: '', words: '' }, []),
}

export const sendOwnSay: Page = {
  method: 'POST',
  url,
  may: 'me.open',
  audit: { action: 'me.plan.say', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const child = getOwnChild(visit)
    const plan = await findPlan(visit.tx, child, visit.params['plan'])
    if (!plan || plan.state === 'ended') return { kind: 'not-found' }
    const language = await languageOf(visit)
    const { w } = frameIn(language, false, (all) => all.plan.say)
    const words = textOf(visit.form, 'words').replaceAll('\r\n', '\n')
    const typed = textOf(visit.form, 'kind')
    const kind = OWN_KINDS.find((k) => k === typed)
    const problems: Problem[] = []
    if (!kind) problems.push({ field: 'kind', text: w.plan.sayMissing })
    if (words.trim() === '') problems.push({ field: 'words', text: w.plan.sayEmpty })
    if (words.length > MOST) {
      problems.push({
        field: 'words',
        text: sayIn({ language }, w.plan.sayTooLong, { most: MOST }),
      })
    }
    if (problems.length > 0 || !kind) return shown(visit, { kind: typed, words }, problems)
    const said = { head: undefined, kind, words, language, saidBy: 'child' }
    await addSaid(visit.tx, { child, plan: plan.id }, said)
    return { kind: 'redirect', to: '/me/plan' }
  },
}

async function shown(
  visit: Visit,
  typed: { readonly kind: string; readonly words: string },
  problems: readonly Problem[],
): Promise<Answer> {
  const plan = await findPlan(visit.tx, getOwnChild(visit), visit.params['plan'])
  if (!plan || plan.state === 'ended') return { kind: 'not-found' }
  const frame = frameIn(await languageOf(visit), false, (w) => w.plan.say)
  const page = {
    ...frame,
    about: frame.w.plan.kinds[kindOf(plan)],
    typed,
    choices: OWN_KINDS.map((value) => ({
      value,
      text: frame.w.plan.sayKinds[value],
      chosen: value === typed.kind,
    })),
    errors: errorsOf(problems),
  }
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/plans/own-plan/say-plan.njk',
    model: { page },
  }
}
