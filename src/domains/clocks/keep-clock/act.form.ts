import { z } from 'zod'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { type Ask, choice, maybe, needed } from '#domains/children/index.ts'
import type { Clock } from '../clock.rules.ts'
import { momentAsks, readMoment, typedMoment } from './moment.form.ts'

type Form = Readonly<Record<string, unknown>>

export const ACTS = ['stop', 'pause', 'resume', 'correct'] as const
export type ActName = (typeof ACTS)[number]

/** What is typed when something is done to a clock. */
export type ReadAct = {
  readonly at: Date
  readonly how: 'done' | 'no-longer-owed'
  readonly why: string | undefined
}

export const ACT_TITLES: Readonly<Record<ActName, string>> = {
  stop: 'It was done, or is no longer owed',
  pause: 'It stands still for now',
  resume: 'It goes on again',
  correct: 'It began at another time',
}

export const ACT_INTROS: Readonly<Record<ActName, readonly string[]>> = {
  stop: ['It then stands among what is over. It can be taken back.'],
  pause: ['Days on which it stands still are not counted.'],
  resume: ['It is counted on from there.'],
  correct: ['It is counted again from there. What was held before is kept, with your reason.'],
}

const HOW = { done: 'It was done', 'no-longer-owed': 'It is no longer owed' }

const asked: Readonly<Record<ActName, { readonly label: string; readonly called: string }>> = {
  stop: { label: 'On which day?', called: 'the day it was done or ended' },
  pause: { label: 'Since when does it stand still?', called: 'the day it began to stand still' },
  resume: { label: 'When did it go on?', called: 'the day it went on' },
  correct: { label: 'When did it really begin?', called: 'the day it really began' },
}

const timed = (clock: Pick<Clock, 'counted'>): boolean => clock.counted === 'hours'

/** The questions of an act. */
export function actAsks(act: ActName, clock: Clock): readonly Ask[] {
  const moment = momentAsks(asked[act].label, timed(clock))
  switch (act) {
    case 'stop':
      return [
        { kind: 'choice', name: 'how', label: 'What became of it?', choices: HOW },
        ...moment,
        {
          kind: 'words',
          name: 'why',
          label: 'What there is to say about it',
          hint: 'Needed when it is no longer owed: say why',
        },
      ]
    case 'resume':
      return moment
    case 'pause':
      return [...moment, { kind: 'words', name: 'why', label: 'Why?' }]
    case 'correct':
      return [
        ...moment,
        {
          kind: 'words',
          name: 'why',
          label: 'How do we know?',
          hint: 'Kept beside what was held before',
        },
      ]
    default:
      return []
  }
}

export const actTyped = (act: ActName, clock: Clock): Readonly<Record<string, string>> =>
  act === 'correct' ? typedMoment(clock.startedAt) : {}

const stopForm = z.object({
  how: choice(HOW, 'Choose what became of it'),
  why: maybe('What there is to say', 1000),
})
const whyForm = z.object({ why: needed('Enter why', 'Why', 1000) })

export function readAct(
  act: ActName,
  clock: Clock,
  form: Form,
  now: Date,
): { readonly value: ReadAct } | { readonly problems: readonly Problem[] } {
  const end = act === 'correct' ? 'first' : 'last'
  const called = asked[act].called
  const moment = readMoment(form, { now, called, timeNeeded: timed(clock), end })
  const words = wordsOf(act, form)
  const problems = [
    ...('problems' in words ? words.problems : []),
    ...('problems' in moment ? moment.problems : []),
  ]
  if ('problems' in words || 'problems' in moment) return { problems }
  return { value: { at: moment.at, ...words } }
}

type Words = Pick<ReadAct, 'how' | 'why'>

function wordsOf(act: ActName, form: Form): Words | { readonly problems: readonly Problem[] } {
  if (act === 'resume') return { how: 'done', why: undefined }
  if (act !== 'stop') {
    const read = whyForm.safeParse(form)
    return read.success ? { how: 'done', why: read.data.why } : { problems: problemsOf(read.error) }
  }
  const read = stopForm.safeParse(form)
  if (!read.success) return { problems: problemsOf(read.error) }
  const how = read.data.how === 'done' ? 'done' : 'no-longer-owed'
  if (how !== 'done' && read.data.why === undefined) {
    return { problems: [{ field: 'why', text: 'Enter why it is no longer owed' }] }
  }
  return { how, why: read.data.why }
}
