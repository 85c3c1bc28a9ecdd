import { type Child, childIdOf, getChild } from '#domains/children/index.ts'
import { typedIn } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { leads } from '../lead.access.ts'
import { partnersOf, standing } from '../partner.queries.ts'
import { partyOf, type Sides } from '../party.ts'
import { tooManyToday } from '../run.queries.ts'
import { ask } from '../steps.ts'
import { PURPOSE_WORDS } from '../words.view.ts'
import { PURPOSES_OF, type ReadQuestion, readQuestion } from './ask.form.ts'

const may = 'between.lead'
const everybody = '/between/ask'
const one = '/children/:childId/between/ask'
const childId = childIdOf

export const askAboutEverybody: Page = {
  method: 'GET',
  url: everybody,
  may,
  audit: { action: 'between.ask.see' },
  answer: (visit) => asking(visit, undefined),
}

export const sendAboutEverybody: Page = {
  method: 'POST',
  url: everybody,
  may,
  audit: { action: 'between.ask' },
  answer: (visit) => sent(visit, undefined),
}

/** That a child is looked for is itself theirs: it stands in their record's trail. */
export const askAboutOne: Page = {
  method: 'GET',
  url: one,
  may,
  audit: { action: 'between.ask.see', childId },
  answer: async (visit) => asking(visit, await childOf(visit)),
}

export const sendAboutOne: Page = {
  method: 'POST',
  url: one,
  may,
  audit: { action: 'between.ask', childId },
  answer: async (visit) => sent(visit, await childOf(visit)),
}

async function childOf(visit: Visit): Promise<Child> {
  const id = childIdOf(visit)
  if (!id) throw new Error('A page of a child has the child in its address')
  return getChild(visit.tx, id)
}

const asking = async (visit: Visit, child: Child | undefined): Promise<Answer> =>
  leads(visit.actor) ? shown(visit, child, []) : { kind: 'refused' }

async function sent(visit: Visit, child: Child | undefined): Promise<Answer> {
  const { tx, actor, now, form } = visit
  if (!leads(actor)) return { kind: 'refused' }
  const read = readQuestion(form, child ? 'one' : 'everybody')
  if ('problems' in read) return shown(visit, child, read.problems)
  const { partner: partnerId, matcher: matcherId, ...question } = read.value
  const known = standing(await partnersOf(tx))
  const partner = known.find((p) => p.id === partnerId && p.card.kind === 'council')
  const matcher = known.find((p) => p.id === matcherId && p.card.kind === 'matcher')
  if (!partner) return shown(visit, child, [{ field: 'partner', text: 'Choose one of the list' }])
  if (!matcher) return shown(visit, child, [{ field: 'matcher', text: 'Choose one of the list' }])
  if (await tooManyToday(tx, { partnerId, asks: child ? 'one' : 'everybody', now })) {
    const text =
      'As many questions went to this council today as may in a day. Ring them, or ask tomorrow'
    return shown(visit, child, [{ field: 'partner', text }])
  }
  const id = await put(visit, { partner, matcher }, child, question)
  return { kind: 'redirect', to: `/between/runs/${id}` }
}

async function put(
  visit: Visit,
  sides: Sides,
  child: Child | undefined,
  { purpose, why, ...own }: Omit<ReadQuestion, 'partner' | 'matcher'>,
): Promise<string> {
  const { tx, actor, now } = visit
  visit.note({ purpose, about: child ? 'one' : 'everybody' })
  return ask(partyOf(tx, visit.keyed, actor, now), sides, {
    purpose,
    why,
    childId: child?.id,
    leadName: actor.name,
    own: { ...own, lead: actor.id, tellBecause: own.tellBecause || undefined },
  })
}

async function shown(
  visit: Visit,
  child: Child | undefined,
  problems: readonly Problem[],
): Promise<Answer> {
  const typed = typedIn(visit.form)
  const known = standing(await partnersOf(visit.tx))
  const choices = (kind: 'council' | 'matcher') =>
    known.filter((p) => p.card.kind === kind).map((p) => ({ value: p.id, text: p.card.name }))
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/between-councils/ask/ask.njk',
    model: {
      page: {
        title: child ? 'Ask another council about a child' : 'Ask another council',
        child: child && { id: child.id, knownAs: child.knownAs },
        action: child ? `/children/${child.id}/between/ask` : everybody,
        back: child ? `/children/${child.id}/between` : '/between',
        councils: choices('council'),
        matchers: choices('matcher'),
        purposes: PURPOSES_OF[child ? 'one' : 'everybody'].map((value) => ({
          value,
          text: PURPOSE_WORDS[value],
        })),
        typed,
        errors: errorsOf(problems),
      },
    },
  }
}
