import { calendarDay, inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { type PersonId, trustedId } from '#kernel/ids.ts'
import { londonDay } from '#kernel/london-time.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Visit } from '#platform/http/page.ts'
import { allocationsOf } from '#domains/children/index.ts'
import { staffPart } from '../../say/read-said/read-said.view.ts'
import { besideOf } from '../../say/beside.queries.ts'
import { ASKS } from '../../say/said.rules.ts'
import { partsOf } from '../../say/said.queries.ts'
import { type LovedContact, lovedContacts } from '../contacts.queries.ts'
import { type LovedStep, lovedSteps } from '../plan.queries.ts'
import { CONTACT_KIND_WORDS, contactState, type ContactState } from '../plan.rules.ts'
import type { PlanHere } from './plan.page.ts'

/** What each question is called on the side of those beside the young person. */
export const ASKS_WORDS = {
  who: 'Who they worry about',
  where: 'Where they are',
  contact: 'Whether it is safe to contact them',
  help: 'What would help',
  not_do: 'What nobody should do',
} as const

export const STATE_WORDS: Readonly<Record<ContactState, string>> = {
  asked: 'The young person has not said yes or no. Do not contact them',
  no: 'The young person said no. Do not contact them',
  'to-sign': 'The young person said yes. A second person must agree first. Do not contact them yet',
  agreed: 'The young person said yes, and a second person agreed',
  made: 'Done',
}

export type Doer = { readonly id: PersonId; readonly name: string }

/** Who can be named in the plan: whoever works on it, and those beside the young person. */
export async function whoMayDo(visit: Visit, { child }: PlanHere): Promise<readonly Doer[]> {
  const beside = (await allocationsOf(visit.tx, child.id)).filter((a) => a.endedOn === undefined)
  const people = new Map<PersonId, string>([[visit.actor.id, visit.actor.name]])
  for (const { personId, personName } of beside) {
    if (personName !== undefined) people.set(trustedId(personId), personName)
  }
  return [...people].map(([id, name]) => ({ id, name }))
}

export async function planAnswer(
  visit: Visit,
  here: PlanHere,
  status: 200 | 409 | 422,
  problems: readonly Problem[],
  typed: Readonly<Record<string, string>>,
): Promise<Answer> {
  const { tx, actor, now } = visit
  const { child, said, plan, receipt } = here
  const at = `/children/${child.id}/said/${said.id}`
  const beside = await besideOf(tx, said.id)
  const parts = await partsOf(tx, said.id)
  const shown = (asks: string | undefined) =>
    parts.filter((p) => p.asks === asks).map((p) => staffPart(at, p, beside))
  const today = londonCalendarDay(now)
  const contacts = plan ? await lovedContacts(tx, child.id, plan.id) : []
  const steps = plan ? await lovedSteps(tx, plan.id) : []
  const page = {
    title: 'A plan for people they love',
    child: { id: child.id, knownAs: child.knownAs },
    saidAt: at,
    asks: ASKS.map((asks) => ({ text: ASKS_WORDS[asks], parts: shown(asks) })),
    others: shown(undefined),
    answers: answersWords(here),
    answerAt: receipt && `/children/${child.id}/answers/${receipt.id}`,
    mine: receipt?.state === 'waiting' && receipt.answererId === actor.id,
    version: plan?.version ?? 0,
    begun: plan !== undefined,
    review: plan && {
      day: inWords(plan.reviewOn),
      late: plan.reviewOn < today,
    },
    steps: steps.map(stepLine),
    contacts: contacts.map((c) => contactLine(c, child.id)),
    who: (await whoMayDo(visit, here)).map((w) => ({
      value: w.id,
      text: w.name,
      selected: w.id === (typed['who'] ?? actor.id),
    })),
    kinds: Object.entries(CONTACT_KIND_WORDS).map(([value, text]) => ({
      value,
      text,
      checked: value === typed['contactKind'],
    })),
    typed,
    hard: problems.some((p) => p.text.startsWith('Some of this may be hard')),
    moved: status === 409,
    errors: errorsOf(problems),
  }
  const template = 'domains/participation/people-i-love/staff/plan.njk'
  return { kind: 'view', status, template, media: 'plays', model: { page } }
}

function answersWords({ receipt }: PlanHere): string {
  if (!receipt) return ''
  if (receipt.state !== 'waiting') return 'This was answered.'
  const day = calendarDay(receipt.answerBy)
  return `${receipt.answererName ?? 'Nobody yet'} answers by ${day ? inWords(day) : receipt.answerBy}.`
}

const stepLine = (s: LovedStep) => ({
  id: s.id,
  head: `${s.who ?? 'Somebody'} ${s.kind === 'tell' ? 'tells them' : 'does this'} by ${inWords(s.byDay)}`,
  words: s.words,
  done: s.doneAt && `Done on ${londonDay(s.doneAt)}`,
})

export function contactLine(c: LovedContact, child: string) {
  const state = contactState(c)
  return {
    id: c.id,
    version: c.version,
    kind: CONTACT_KIND_WORDS[c.kind],
    whom: c.whom,
    why: c.why,
    asked: `Asked by ${c.askedBy ?? 'somebody'} on ${londonDay(c.askedAt)}`,
    said: c.childSaidAt && `They said ${c.childSaid} on ${londonDay(c.childSaidAt)}`,
    signed:
      c.signedAt &&
      `${c.signedBy ?? 'Somebody'} agreed on ${londonDay(c.signedAt)}: ${c.signedWhy}`,
    made: c.madeAt && `${c.madeBy ?? 'Somebody'} did it on ${londonDay(c.madeAt)}: ${c.madeWords}`,
    state: STATE_WORDS[state],
    agreed: state === 'agreed',
    toSign: state === 'to-sign',
    signAt: `/children/${child}/people-they-love/contacts/${c.id}`,
  }
}
