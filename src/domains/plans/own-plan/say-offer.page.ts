import { textOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import { lookUp } from '#kernel/look-up.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { frameIn, getOwnChild, languageOf, ownChild, sayIn } from '#domains/words/index.ts'
import { findPlan } from '../plan.queries.ts'
import { addVerdict, needsOf } from '../review.queries.ts'

const url = '/me/plan/:plan/offers/:need'
const MOST = 5000
const CHOICES = ['chose_it', 'thinking', 'does_not_want', 'had_no_choice'] as const

/** What I think of an offer: whether I chose it, and in my own words if I like. */
export const askOwnOffer: Page = {
  method: 'GET',
  url,
  may: 'me.open',
  audit: { action: 'me.plan.ask', childId: ownChild },
  answer: async (visit) => shown(visit, { choice: '', words: '' }, []),
}

export const sayOwnOffer: Page = {
  method: 'POST',
  url,
  may: 'me.open',
  audit: { action: 'me.plan.say', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const offer = await offerOf(visit)
    if (!offer) return { kind: 'not-found' }
    const language = await languageOf(visit)
    const { w } = frameIn(language, false, (all) => all.plan.offerSay)
    const typed = { choice: textOf(visit.form, 'choice'), words: textOf(visit.form, 'words') }
    const words = typed.words.replaceAll('\r\n', '\n')
    const choice = CHOICES.find((c) => c === typed.choice)
    const problems: Problem[] = []
    if (!choice) problems.push({ field: 'choice', text: w.plan.sayMissing })
    if (words.length > MOST) {
      problems.push({
        field: 'words',
        text: sayIn({ language }, w.plan.sayTooLong, { most: MOST }),
      })
    }
    if (problems.length > 0 || !choice) return shown(visit, typed, problems)
    await addVerdict(
      visit.tx,
      { child: getOwnChild(visit), plan: offer.plan },
      {
        need: offer.need.id,
        choice,
        words: words.trim() ? words : undefined,
        language,
        saidBy: 'child',
      },
    )
    return { kind: 'redirect', to: '/me/plan' }
  },
}

async function offerOf(visit: Visit) {
  const plan = await findPlan(visit.tx, getOwnChild(visit), visit.params['plan'])
  if (!plan || plan.state === 'ended') return undefined
  const need = (await needsOf(visit.tx, plan.id)).find((n) => n.id === visit.params['need'])
  return need?.offer === undefined ? undefined : { plan: plan.id, need, offer: need.offer }
}

async function shown(
  visit: Visit,
  typed: { readonly choice: string; readonly words: string },
  problems: readonly Problem[],
): Promise<Answer> {
  const found = await offerOf(visit)
  if (!found) return { kind: 'not-found' }
  const frame = frameIn(await languageOf(visit), false, (w) => w.plan.offerSay)
  const page = {
    ...frame,
    about: lookUp<string>(frame.w.plan.domains, found.need.domain),
    offer: found.offer,
    typed,
    choices: CHOICES.map((value) => ({
      value,
      text: frame.w.plan.verdicts[value],
      chosen: value === typed.choice,
    })),
    errors: errorsOf(problems),
  }
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/plans/own-plan/say-offer.njk',
    model: { page },
  }
}
