import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { textOf, typedIn, versionOf } from '#platform/http/fields.ts'
import { type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { queueNotice } from '#domains/contact/index.ts'
import { oneOf } from '#domains/outcomes/index.ts'
import { answerAtOnce } from '../../answering/answer-at-once.ts'
import { holdReceipt, type Receipt, receiptsOf } from '../../answering/ledger.queries.ts'
import { childIdOf, type SaidHere, saidHere } from '../../say/child-of-page.ts'
import { recordOpening } from '../../say/read-said.queries.ts'
import { askToContact, changeContact, lovedContacts } from '../contacts.queries.ts'
import {
  addLovedStep,
  lovedSteps,
  type Plan,
  planFor,
  setReview,
  stepDone,
} from '../plan.queries.ts'
import { contactState, refuseAnswer } from '../plan.rules.ts'
import { contact, type Doing, DOINGS, made, readForm, reply, review, step } from './plan.form.ts'
import { planAnswer, whoMayDo } from './shown.ts'

const url = '/children/:childId/people-they-love/:statement'
const may = 'answers.give'

export type PlanHere = SaidHere & {
  readonly plan: Plan | undefined
  readonly receipt: Receipt | undefined
}

/** What they said about people they love, and the plan: who does what, what they are told, whom nobody contacts. */
export const seePlan: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'loved.read', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const found = await planHere(visit)
    if (!found) return { kind: 'not-found' }
    await recordOpening(visit.tx, found.said)
    return planAnswer(visit, found, 200, [], {})
  },
}

/** One thing at a time: the day to look again, a step, a step done, a contact, an answer. */
export const workOnPlan: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'loved.plan', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const first = await planHere(visit)
    if (!first?.receipt) return { kind: 'not-found' }
    await holdReceipt(visit.tx, first.receipt.id)
    const found = (await planHere(visit)) ?? first
    const doing = oneOf(DOINGS, textOf(visit.form, 'do'))
    if (!doing) return planAnswer(visit, found, 422, [], {})
    visit.note({ plan: doing })
    const problems = await DO[doing](visit, found)
    if (problems === 'moved') return planAnswer(visit, found, 409, [], typedIn(visit.form))
    if (problems.length > 0) return planAnswer(visit, found, 422, problems, typedIn(visit.form))
    return { kind: 'redirect', to: `/children/${found.child.id}/people-they-love/${found.said.id}` }
  },
}

/** What it was sent about, for somebody it was sent to. */
async function planHere(visit: Visit): Promise<PlanHere | undefined> {
  const here = await saidHere(visit)
  if (!here?.said.forMe || here.said.status !== 'sent' || !here.said.about) return undefined
  const { child, said } = here
  const receipt = (await receiptsOf(visit.tx, child.id)).find(
    (r) => r.subject === said.about && r.subjectId === said.id,
  )
  return { ...here, receipt, plan: await planFor(visit.tx, child.id, said.id) }
}

type Outcome = readonly Problem[] | 'moved'
type Act = (visit: Visit, here: PlanHere) => Promise<Outcome>

const FIRST = 'Say first on which day you look at the plan again'

const DO: Readonly<Record<Doing, Act>> = {
  async review(visit, { child, said, plan }) {
    const read = readForm(review, visit.form, [], londonCalendarDay(visit.now))
    if ('problems' in read) return read.problems
    const version = versionOf(visit.form)
    if (version !== (plan?.version ?? 0)) return 'moved'
    const of = { childId: child.id, statementId: said.id }
    const day = { on: read.value.reviewOn, version }
    return (await setReview(visit.tx, of, day, visit.now)) ? [] : 'moved'
  },
  async step(visit, here) {
    const { plan } = here
    const read = readForm(step, visit.form, ['words'], londonCalendarDay(visit.now))
    if ('problems' in read) return read.problems
    if (!plan) return [{ field: 'reviewOn', text: FIRST }]
    if (!(await whoMayDo(visit, here)).some((w) => w.id === read.value.who)) {
      return [{ field: 'who', text: 'Choose somebody from the list' }]
    }
    await addLovedStep(visit.tx, plan, read.value, visit.now)
    return []
  },
  async done(visit, { plan }) {
    const id = readId<'loved-step'>(textOf(visit.form, 'step'))
    if (!plan || !id) return 'moved'
    return (await stepDone(visit.tx, plan, id, visit.actor.id, visit.now)) ? [] : 'moved'
  },
  async contact(visit, { plan }) {
    const read = readForm(contact, visit.form, ['why'])
    if ('problems' in read) return read.problems
    if (!plan) return [{ field: 'reviewOn', text: FIRST }]
    const { contactKind, whom, why } = read.value
    await askToContact(visit.tx, plan, { kind: contactKind, whom, why }, visit.now)
    await queueNotice(visit.tx, plan.childId, 'reply', visit.now)
    return []
  },
  async made(visit, { plan }) {
    const read = readForm(made, visit.form, ['madeWords'])
    const id = readId<'loved-contact'>(textOf(visit.form, 'contact'))
    if ('problems' in read) return read.problems
    const all = plan ? await lovedContacts(visit.tx, plan.childId, plan.id) : []
    const found = all.find((c) => c.id === id)
    if (!found || contactState(found) !== 'agreed') return 'moved'
    if (found.version !== versionOf(visit.form)) return 'moved'
    const { madeWords } = read.value
    const done = { made_by: visit.actor.id, made_at: visit.now, made_words: madeWords }
    return (await changeContact(visit.tx, found, done)) ? [] : 'moved'
  },
  async reply(visit, { plan, receipt }) {
    const read = readForm(reply, visit.form, ['reply'])
    if ('problems' in read) return read.problems
    if (receipt?.state !== 'waiting' || receipt.answererId !== visit.actor.id) return 'moved'
    const refusal = refuseAnswer(plan, plan ? (await lovedSteps(visit.tx, plan.id)).length : 0)
    if (refusal === 'no-plan') return [{ field: 'reviewOn', text: FIRST }]
    if (refusal) return [{ field: 'words', text: 'Write at least one step of the plan first' }]
    const words = read.value.reply
    const steps = {
      considered: { kind: 'considered', words, weight: 'counted_much' },
      decided: { kind: 'decided', words, decision: 'yes', decidedBy: visit.actor.name },
      replied: { kind: 'replied', words },
    } as const
    await answerAtOnce(visit.tx, receipt, steps, visit.now)
    await queueNotice(visit.tx, receipt.childId, 'reply', visit.now)
    return []
  },
}
