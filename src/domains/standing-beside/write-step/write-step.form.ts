import { z } from 'zod'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { type Ask, choice, daysOf, maybe, type Typed, typedFrom } from '#domains/children/index.ts'
import { lookUp } from '#kernel/look-up.ts'
import { dayWithin } from '../day-within.form.ts'
import type { ToKeep } from '../steps.queries.ts'
import {
  NOT_THERE,
  type NotThere,
  SAID_BY,
  SOUGHT,
  type Sought,
  type Step,
  STEP_KINDS,
  type StepKind,
} from '../steps.rules.ts'

export const STEP_ASKS: readonly Ask[] = [
  { kind: 'choice', name: 'part', label: 'Which part?', choices: SOUGHT },
  { kind: 'choice', name: 'kind', label: 'What happened?', choices: STEP_KINDS },
  { kind: 'day', name: 'onDay', label: 'On which day?' },
  {
    kind: 'text',
    name: 'who',
    label: 'Who? (optional)',
    hint: 'Needed for an offer, and for somebody without an account here. Their name, and their service',
  },
  {
    kind: 'choice',
    name: 'because',
    label: 'Nobody is there yet: why? (only then)',
    choices: NOT_THERE,
  },
  {
    kind: 'day',
    name: 'againOn',
    label: 'When is it looked at, or asked, again?',
    hint: 'Needed when nobody is there yet, and when they do not want anybody now',
  },
  { kind: 'text', name: 'why', label: 'Why it changed or ended, or another reason (optional)' },
  {
    kind: 'words',
    name: 'words',
    label: 'What the young person says about it, in their own words (optional)',
  },
  {
    kind: 'choice',
    name: 'saidBy',
    label: 'Who said these words? (only with words)',
    choices: SAID_BY,
  },
  {
    kind: 'text',
    name: 'wordsLanguage',
    label: 'In which language are they? (optional)',
    hint: 'Its code, like en, ti or ar',
  },
]

const form = z.object({
  part: choice(SOUGHT, 'Choose which part'),
  kind: choice(STEP_KINDS, 'Choose what happened'),
  who: maybe('Who', 200),
  because: z.enum(['', ...Object.keys(NOT_THERE)]).catch(''),
  why: maybe('The reason', 1000),
  words: maybe('Their words', 2000),
  saidBy: z.enum(['', ...Object.keys(SAID_BY)]).catch(''),
  wordsLanguage: maybe('The language', 35),
})

type Read = { readonly value: ToKeep } | { readonly problems: readonly Problem[] }

/** A step, or what is wrong with it: each sentence beside the box it is about. */
export function readStep(fields: Readonly<Record<string, unknown>>, today: CalendarDay): Read {
  const read = form.safeParse(fields)
  const onDay = dayWithin(fields, 'onDay')
  const againOn = dayWithin(fields, 'againOn')
  const problems = [
    ...(read.success ? [] : problemsOf(read.error)),
    ...dayProblems(onDay, againOn, today),
    ...(read.success ? missingIn(read.data, againOn) : []),
  ]
  if (!read.success || problems.length > 0 || !isDay(onDay) || againOn === 'wrong') {
    return { problems }
  }
  const { words, saidBy, wordsLanguage, because, ...rest } = read.data
  return {
    value: {
      ...rest,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the form let only these through
      part: rest.part as Sought,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the form let only these through
      kind: rest.kind as StepKind,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the form let only these through
      because: rest.kind === 'not_there' ? (because as NotThere) : undefined,
      onDay,
      againOn,
      words,
      saidBy: words ? saidBy : undefined,
      wordsLanguage: wordsLanguage ?? 'en',
    },
  }
}

const isDay = (day: CalendarDay | 'wrong' | undefined): day is CalendarDay =>
  day !== undefined && day !== 'wrong'

function dayProblems(
  onDay: CalendarDay | 'wrong' | undefined,
  againOn: CalendarDay | 'wrong' | undefined,
  today: CalendarDay,
): readonly Problem[] {
  const problems: Problem[] = []
  if (!isDay(onDay)) problems.push({ field: 'onDay', text: 'Enter the day, like 27 3 2026' })
  else if (onDay > today)
    problems.push({ field: 'onDay', text: 'The day must be today or earlier' })
  if (againOn === 'wrong') {
    problems.push({ field: 'againOn', text: 'Enter the day it is looked at again, like 27 3 2027' })
  } else if (againOn && isDay(onDay) && againOn <= onDay) {
    problems.push({ field: 'againOn', text: 'The day it is looked at again must come after it' })
  }
  return problems
}

const NAMED: ReadonlySet<string> = new Set(['offered', 'started', 'changed', 'ended'])
const AGAIN: ReadonlySet<string> = new Set(['not_there', 'not_now'])
const REASONED: ReadonlySet<string> = new Set(['changed', 'ended'])

function missingIn(
  step: z.infer<typeof form>,
  againOn: CalendarDay | 'wrong' | undefined,
): readonly Problem[] {
  const wants = (field: string, text: string, missing: boolean) =>
    missing ? [{ field, text }] : []
  return [
    ...wants('who', 'Enter who it is', NAMED.has(step.kind) && !step.who),
    ...wants(
      'because',
      'Choose why nobody is there yet',
      step.kind === 'not_there' && !step.because,
    ),
    ...wants(
      'againOn',
      'Enter the day it is looked at, or asked, again',
      AGAIN.has(step.kind) && againOn === undefined,
    ),
    ...wants('why', 'Say why', REASONED.has(step.kind) && !step.why),
    ...wants('saidBy', 'Choose who said these words', step.words !== undefined && !step.saidBy),
    ...wants(
      'wordsLanguage',
      'Enter the code of the language, like ti',
      step.wordsLanguage !== undefined && !/^[a-z]{2,3}(-[A-Za-z]{2,8})?$/.test(step.wordsLanguage),
    ),
  ]
}

/** A step as it stands in the form. */
export const typedOfStep = (s: Step): Typed => ({
  ...typedFrom({
    part: s.part,
    kind: s.kind,
    who: s.who,
    because: s.because,
    why: s.why,
    words: s.words,
    saidBy: s.saidBy,
    wordsLanguage: s.wordsLanguage === 'en' ? undefined : s.wordsLanguage,
  }),
  ...daysOf('onDay', s.onDay),
  ...daysOf('againOn', s.againOn),
})

/** What a step says now, for whoever wrote at the same time. */
export const stepNow = (s: Step) => [
  { label: 'What happened:', text: lookUp<string>(STEP_KINDS, s.kind) ?? s.kind },
  { label: 'Who:', text: s.who ?? '' },
  { label: 'Why:', text: s.why ?? '' },
  { label: 'Their words:', text: s.words ?? '' },
]
