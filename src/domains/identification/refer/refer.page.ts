import { type CalendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import { versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import type { Child } from '#domains/children/index.ts'
import { auditOf, childOf } from '../child-of-page.ts'
import { letterWritten } from '../owed.ts'
import {
  changeReferral,
  findReferral,
  type LinkedReferral,
  prepareTogether,
  referralsOf,
  type ReferralChange,
} from '../protection.queries.ts'
import {
  GUARDIANSHIP,
  type Nation,
  REFERRAL_KINDS,
  REFERRAL_STATES,
  refuseReferral,
} from '../protection.rules.ts'
import { reading, typedWithTicks } from '../question.form.ts'
import { type Aside, dayBoxes, questionPage, type Question, type Typed } from '../question.view.ts'
import { nationFor, responderOf } from '../responder.queries.ts'
import { DUTY_TO_NOTIFY, routeOf } from '../responder.rules.ts'

const url = '/children/:childId/referrals'
const may = 'concerns.write'

/** The three referrals begin together. Those under way already stay as they are. */
export const prepareReferrals: Page = {
  method: 'POST',
  url,
  may,
  audit: auditOf('referrals.prepare'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    await prepareTogether(visit.tx, child, londonCalendarDay(visit.now))
    for (const letter of await referralsOf(visit.tx, child.id)) {
      if (letter.state !== 'preparing') continue
      await letterWritten(visit.tx, child.id, letter, visit.now)
    }
    return { kind: 'redirect', to: `/children/${child.id}/concerns` }
  },
}

export const askReferral: Page = {
  method: 'GET',
  url: `${url}/:referral`,
  may,
  audit: auditOf('referrals.ask'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const referral = await findReferral(visit.tx, child.id, visit.params['referral'])
    return referral ? shown(visit, child, referral, typedOf(referral), []) : { kind: 'not-found' }
  },
}

export const changeLinkedReferral: Page = {
  method: 'POST',
  url: `${url}/:referral`,
  may,
  audit: auditOf('referrals.change'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const referral = await findReferral(visit.tx, child.id, visit.params['referral'])
    if (!referral) return { kind: 'not-found' }
    const typed = typedWithTicks(visit.form)
    const read = readReferral(visit, referral, londonCalendarDay(visit.now))
    if ('problems' in read) return shown(visit, child, referral, typed, read.problems)
    if (await changeReferral(visit.tx, referral.id, versionOf(visit.form), read.value)) {
      await letterWritten(visit.tx, child.id, { ...referral, ...read.value }, visit.now)
      return { kind: 'redirect', to: `/children/${child.id}/concerns` }
    }
    return shown(visit, child, referral, typed, [], saidNow(referral))
  },
}

function readReferral(
  visit: Visit,
  { preparedOn }: LinkedReferral,
  today: CalendarDay,
): { readonly value: ReferralChange } | { readonly problems: readonly Problem[] } {
  const read = reading(visit.form, today)
  const state = read.choice('state', REFERRAL_STATES, 'Choose where it has come to')
  const toBody = read.needed('toBody', 'Enter to whom it goes', 200)
  const sentOn = read.day('sentOn', 'the day it was sent')
  const answeredOn = read.day('answeredOn', 'the day of the answer')
  const reference = read.maybe('reference', 'The reference', 100)
  const words = read.maybe('words', 'What you write here', 5000)
  const because = read.maybe('because', 'What you write here', 2000)
  const problem = refuseReferral({ state, preparedOn, sentOn, answeredOn, because }, today)
  if (problem) read.wrong(problem.field, problem.text)
  if (read.problems.length > 0) return { problems: read.problems }
  return { value: { state, toBody, sentOn, answeredOn, reference, words, because } }
}

const typedOf = (r: LinkedReferral): Typed => ({
  state: r.state,
  toBody: r.toBody,
  reference: r.reference ?? '',
  words: r.words ?? '',
  because: r.because ?? '',
  ...dayBoxes('sentOn', r.sentOn),
  ...dayBoxes('answeredOn', r.answeredOn),
})

const saidNow = (r: LinkedReferral): Aside => ({
  title: 'Now',
  lines: [
    { label: 'Where it has come to', text: REFERRAL_STATES[r.state] },
    { label: 'To whom', text: r.toBody },
    { label: 'Reference', text: r.reference ?? '' },
  ],
})

const QUESTIONS: readonly Question[] = [
  { kind: 'choice', name: 'state', label: 'Where has it come to?', choices: REFERRAL_STATES },
  { kind: 'text', name: 'toBody', label: 'To whom does it go?' },
  { kind: 'day', name: 'sentOn', label: 'When was it sent? (if it was)' },
  { kind: 'day', name: 'answeredOn', label: 'When did the answer come? (if it did)' },
  {
    kind: 'text',
    name: 'reference',
    label: 'Their reference (optional)',
    hint: 'No names: references travel in e-mails',
  },
  { kind: 'words', name: 'words', label: 'What was said (optional)' },
  { kind: 'words', name: 'because', label: 'If it was refused, or is not made: why?' },
]

/** What is true of this referral in this nation and this organisation. */
async function introOf(visit: Visit, referral: LinkedReferral, nation: Nation) {
  const alone = 'The other two referrals, and everything that keeps them safe, do not wait for it.'
  if (referral.kind === 'guardianship') return [GUARDIANSHIP[nation].forWhom, alone]
  if (referral.kind === 'local_authority') {
    return ['The council keeps a child safe whatever comes of the other two.', alone]
  }
  const { organisationId, organisationName } = visit.actor
  const route = routeOf(organisationName, await responderOf(visit.tx, organisationId))
  return [route.text, DUTY_TO_NOTIFY, alone]
}

async function shown(
  visit: Visit,
  child: Child,
  referral: LinkedReferral,
  typed: Typed,
  problems: readonly Problem[],
  meanwhile?: Aside,
): Promise<Answer> {
  const nation = await nationFor(visit.tx, child.organisationId, londonCalendarDay(visit.now))
  return questionPage({
    title: REFERRAL_KINDS[referral.kind],
    help: referral.kind === 'nrm' ? ['three-referrals', 'first-responder'] : ['three-referrals'],
    child,
    back: `/children/${child.id}/concerns`,
    intro: await introOf(visit, referral, nation),
    questions: QUESTIONS,
    typed,
    version: referral.version,
    problems,
    meanwhile,
  })
}
