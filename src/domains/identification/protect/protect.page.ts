import { type CalendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import { versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import type { Child } from '#domains/children/index.ts'
import { auditOf, childOf } from '../child-of-page.ts'
import { enquiryFollows, stepInPlace, stepRewritten } from '../owed.ts'
import {
  addStep,
  changeStep,
  findStep,
  type ProtectionStep,
  type StepToKeep,
} from '../protection.queries.ts'
import {
  ENQUIRIES,
  refuseStep,
  STEP_KINDS,
  STEP_ORDER,
  STEP_STATES,
  type StepKind,
} from '../protection.rules.ts'
import { reading, typedWithTicks } from '../question.form.ts'
import { type Aside, dayBoxes, questionPage, type Question, type Typed } from '../question.view.ts'

const url = '/children/:childId/protection'
const may = 'concerns.write'

/** A safe place, somebody beside them, a strategy discussion: begun without waiting for anything. */
export const askStep: Page = {
  method: 'GET',
  url: `${url}/:kind/add`,
  may,
  audit: auditOf('protection.ask'),
  async answer(visit): Promise<Answer> {
    const kind = kindOf(visit)
    return kind ? shown(await childOf(visit), kind, undefined, {}, []) : { kind: 'not-found' }
  },
}

export const beginStep: Page = {
  method: 'POST',
  url: `${url}/:kind/add`,
  may,
  audit: auditOf('protection.begin'),
  async answer(visit): Promise<Answer> {
    const kind = kindOf(visit)
    if (!kind) return { kind: 'not-found' }
    const child = await childOf(visit)
    const read = readStep(visit, kind, londonCalendarDay(visit.now))
    if ('problems' in read) {
      return shown(child, kind, undefined, typedWithTicks(visit.form), read.problems)
    }
    const id = await addStep(visit.tx, child.id, read.value)
    await stepInPlace(visit.tx, child.id, read.value, visit.now)
    await enquiryFollows(visit.tx, child.id, { ...read.value, id }, visit.now)
    return { kind: 'redirect', to: `/children/${child.id}/concerns` }
  },
}

export const askChangeStep: Page = {
  method: 'GET',
  url: `${url}/step/:step`,
  may,
  audit: auditOf('protection.ask'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const step = await findStep(visit.tx, child.id, visit.params['step'])
    return step ? shown(child, step.kind, step, typedOf(step), []) : { kind: 'not-found' }
  },
}

export const rewriteStep: Page = {
  method: 'POST',
  url: `${url}/step/:step`,
  may,
  audit: auditOf('protection.change'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const step = await findStep(visit.tx, child.id, visit.params['step'])
    if (!step) return { kind: 'not-found' }
    const typed = typedWithTicks(visit.form)
    const read = readStep(visit, step.kind, londonCalendarDay(visit.now))
    if ('problems' in read) return shown(child, step.kind, step, typed, read.problems)
    if (await changeStep(visit.tx, step.id, versionOf(visit.form), read.value)) {
      await stepRewritten(visit.tx, child.id, step, read.value, visit.now)
      await enquiryFollows(visit.tx, child.id, { ...read.value, id: step.id }, visit.now)
      return { kind: 'redirect', to: `/children/${child.id}/concerns` }
    }
    return shown(child, step.kind, step, typed, [], saidNow(step))
  },
}

const kindOf = (visit: Visit): StepKind | undefined =>
  STEP_ORDER.find((kind) => kind === visit.params['kind'])

function readStep(
  visit: Visit,
  kind: StepKind,
  today: CalendarDay,
): { readonly value: StepToKeep } | { readonly problems: readonly Problem[] } {
  const read = reading(visit.form, today)
  const state = read.choice('state', STEP_STATES, 'Choose where it has come to')
  const who = read.needed('who', 'Enter who was asked', 200)
  const askedOn = read.dayNeeded('askedOn', 'the day it was asked for')
  const inPlaceOn = read.day('inPlaceOn', 'the day it was in place')
  const overOn = read.day('overOn', 'the day on which it ended')
  const words = read.maybe('words', 'What you write here', 5000)
  const refused = read.maybe('refusedBecause', 'What you write here', 2000)
  if (state === 'refused' && !refused) read.wrong('refusedBecause', 'Enter why it was refused')
  const discussion = kind === 'strategy_discussion'
  const enquiry = discussion ? read.choiceOrNone('enquiry', ENQUIRIES) : undefined
  const conferenceOn = discussion
    ? read.day('conferenceOn', 'the day of the conference')
    : undefined
  const days = { askedOn, inPlaceOn, overOn, enquiry, conferenceOn }
  const problem = refuseStep({ state, ...days }, today)
  if (problem) read.wrong(problem.field, problem.text)
  if (read.problems.length > 0) return { problems: read.problems }
  const refusedBecause = state === 'refused' ? refused : undefined
  return { value: { kind, state, who, ...days, words, refusedBecause } }
}

const typedOf = (s: ProtectionStep): Typed => ({
  state: s.state,
  who: s.who,
  words: s.words ?? '',
  refusedBecause: s.refusedBecause ?? '',
  ...dayBoxes('askedOn', s.askedOn),
  ...dayBoxes('inPlaceOn', s.inPlaceOn),
  ...dayBoxes('overOn', s.overOn),
  enquiry: s.enquiry ?? '',
  ...dayBoxes('conferenceOn', s.conferenceOn),
})

const saidNow = (s: ProtectionStep): Aside => ({
  title: 'Now',
  lines: [
    { label: 'Where it has come to', text: STEP_STATES[s.state] },
    { label: 'Who', text: s.who },
    { label: 'What was written', text: s.words ?? '' },
  ],
})

const QUESTIONS: readonly Question[] = [
  { kind: 'choice', name: 'state', label: 'Where has it come to?', choices: STEP_STATES },
  { kind: 'text', name: 'who', label: 'Who was asked, or who is it?' },
  { kind: 'day', name: 'askedOn', label: 'When was it asked for?' },
  { kind: 'day', name: 'inPlaceOn', label: 'Since when is it in place? (if it is)' },
  { kind: 'day', name: 'overOn', label: 'When did it end? (if it did)' },
  {
    kind: 'words',
    name: 'words',
    label: 'What came of it, and what do they think of it? (optional)',
  },
  { kind: 'words', name: 'refusedBecause', label: 'If it was refused: why?' },
]

/** What is asked of a strategy discussion besides: an enquiry begins the time within which a conference is owed. */
const OF_A_DISCUSSION: readonly Question[] = [
  {
    kind: 'choice',
    name: 'enquiry',
    label: 'Once it was held: was an enquiry opened? (leave empty if it was not held)',
    choices: ENQUIRIES,
  },
  {
    kind: 'day',
    name: 'conferenceOn',
    label: 'When was the conference or planning meeting held? (if it was)',
  },
]

/** Which help stands beside which step. */
const STEP_HELP: Readonly<Record<StepKind, readonly string[]>> = {
  safe_place: ['protection-first'],
  guardian_or_key_worker: ['guardian', 'protection-first'],
  strategy_discussion: ['strategy-discussion', 'protection-first'],
}

function shown(
  child: Child,
  kind: StepKind,
  step: ProtectionStep | undefined,
  typed: Typed,
  problems: readonly Problem[],
  meanwhile?: Aside,
): Answer {
  const { called, who, why } = STEP_KINDS[kind]
  return questionPage({
    title: called,
    help: STEP_HELP[kind],
    child,
    back: `/children/${child.id}/concerns`,
    intro: [
      `${who}. ${why}. It needs no referral to the National Referral Mechanism and waits for none.`,
    ],
    questions: kind === 'strategy_discussion' ? [...QUESTIONS, ...OF_A_DISCUSSION] : QUESTIONS,
    typed,
    version: step?.version ?? 0,
    problems,
    meanwhile,
  })
}
