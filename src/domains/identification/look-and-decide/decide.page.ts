import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import type { Child } from '#domains/children/index.ts'
import { aboutChild } from '../about-child.ts'
import { auditOf, childOf } from '../child-of-page.ts'
import { type Concern, findConcern } from '../concern.queries.ts'
import { addDecision } from '../concern-writing.queries.ts'
import {
  BECAUSE,
  BECAUSE_OF,
  type DecisionRefusal,
  DECISIONS,
  differ,
  refuseDecision,
} from '../concern.rules.ts'
import { prepareTogether } from '../protection.queries.ts'
import { reading, typedWithTicks } from '../question.form.ts'
import { questionPage, type Question, type Typed } from '../question.view.ts'
import { concernAside, heldConcern } from './look.page.ts'

const url = '/children/:childId/concerns/:concern/decide'
const may = 'concerns.write'

const REFUSED: Readonly<
  Record<DecisionRefusal, { readonly field: string; readonly text: string }>
> = {
  'looks-missing': {
    field: 'decision',
    text: 'A decision rests on one person’s thinking and a second look by somebody else. One of them is not written down yet',
  },
  'before-concern': {
    field: 'on',
    text: 'A decision cannot come before what it is about was noticed. Check the day',
  },
  ahead: { field: 'on', text: 'The day of the decision must be today or earlier' },
  disagreement: {
    field: 'aboutDisagreement',
    text: 'The two looks differ. Enter what the decision makes of that',
  },
}

/** To refer or not, and why: a named person's decision, on two looks. */
export const askDecision: Page = {
  method: 'GET',
  url,
  may,
  audit: auditOf('concerns.ask'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const concern = await findConcern(visit.tx, child.id, visit.params['concern'])
    if (!concern) return { kind: 'not-found' }
    const problems = concern.looks.length < 2 ? [REFUSED['looks-missing']] : []
    return shown(visit, child, concern, {}, problems)
  },
}

export const decide: Page = {
  method: 'POST',
  url,
  may,
  audit: auditOf('concerns.decide'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const there = await findConcern(visit.tx, child.id, visit.params['concern'])
    if (!there) return { kind: 'not-found' }
    const concern = await heldConcern(visit, child, there.id)
    const read = readDecision(visit, concern)
    if ('problems' in read) {
      return shown(visit, child, concern, typedWithTicks(visit.form), read.problems)
    }
    await addDecision(visit.tx, concern, read.value)
    if (read.value.decision === 'referred') {
      await prepareTogether(visit.tx, child, londonCalendarDay(visit.now))
      return { kind: 'redirect', to: `/children/${child.id}/concerns` }
    }
    return { kind: 'redirect', to: `/children/${child.id}/concerns/${concern.id}` }
  },
}

function readDecision(visit: Visit, concern: Concern) {
  const today = londonCalendarDay(visit.now)
  const read = reading(visit.form, today)
  const decision = read.choice('decision', DECISIONS, 'Choose what is decided')
  const because = read.choice('because', BECAUSE, 'Choose the reason')
  const reasoning = read.needed('reasoning', 'Enter the reasons in your own words', 10_000)
  const aboutDisagreement = read.maybe('aboutDisagreement', 'What you write here', 5000)
  const on = read.dayNeeded('on', 'the day of the decision')
  if (!BECAUSE_OF[decision].includes(because)) {
    read.wrong('because', 'This reason does not go with what is decided. Choose another')
  }
  const refusal = refuseDecision({ on, aboutDisagreement }, concern.looks, concern.noticed, today)
  if (refusal) read.wrong(REFUSED[refusal].field, REFUSED[refusal].text)
  if (versionOf(visit.form) !== concern.decided.length + 1) {
    read.wrong('decision', 'Somebody decided meanwhile. Read it, then decide if you still want to')
  }
  return read.problems.length > 0
    ? { problems: read.problems }
    : { value: { decision, because, reasoning, aboutDisagreement, on } }
}

const QUESTIONS: readonly Question[] = [
  { kind: 'choice', name: 'decision', label: 'What is decided?', choices: DECISIONS },
  { kind: 'choice', name: 'because', label: 'Why?', choices: BECAUSE },
  {
    kind: 'words',
    name: 'reasoning',
    label: 'The reasons, in your own words',
    hint: 'What it rests on, from both looks. What is not known. What is best for them, and what they think of it',
  },
]
const DISAGREE: Question = {
  kind: 'words',
  name: 'aboutDisagreement',
  label: 'The two looks differ: what do you make of that?',
}
const DAY: Question = { kind: 'day', name: 'on', label: 'On which day was it decided?' }

async function shown(
  visit: Visit,
  child: Child,
  concern: Concern,
  typed: Typed,
  problems: readonly Problem[],
): Promise<Answer> {
  const before = concern.decided[0]
  return questionPage({
    title: 'Decide',
    help: ['protection-first', 'sharing'],
    child,
    back: `/children/${child.id}/concerns/${concern.id}`,
    asides: [...(await aboutChild(visit.tx, child)), concernAside(concern)],
    intro: [
      'Whatever is decided here changes nothing of what keeps them safe: a safe place, somebody beside them, health, learning, legal help.',
      ...(before ? ['There is a decision already. It stays beside yours; the newest holds.'] : []),
    ],
    questions: [...QUESTIONS, ...(differ(concern.looks) ? [DISAGREE] : []), DAY],
    typed,
    version: concern.decided.length + 1,
    submit: 'Decide',
    problems,
  })
}
