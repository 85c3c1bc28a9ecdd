import { z } from 'zod'
import { type Ask, choice, daysOf, maybe, needed } from '#domains/children/index.ts'
import { blamesTheChild, isNoBody, LEVELS, USE_LEVELS } from '../barriers.rules.ts'
import {
  type Columns,
  type EntryKind,
  type Has,
  type ReadEntry,
  textIn,
} from '../entries/entry.form.ts'
import { type Form, readAsked } from '../entries/read-asked.form.ts'
import type { Problem } from '#platform/http/form-problem.ts'

/** The questions of a barrier that every form asks which writes one down. */
export const barrierAsks = (themes: Readonly<Record<string, string>>): readonly Ask[] => [
  {
    kind: 'words',
    name: 'barrier',
    label: 'What stands in the way?',
    hint: 'What a law, a system, a service or an attitude does or does not do. Never the child',
  },
  { kind: 'choice', name: 'level', label: 'Where is it?', choices: LEVELS },
  { kind: 'choice', name: 'theme', label: 'What is it about?', choices: themes },
  { kind: 'text', name: 'body', label: 'Which body is responsible?' },
]

export const actionAsks: readonly Ask[] = [
  { kind: 'words', name: 'action', label: 'What is done about it?' },
  { kind: 'text', name: 'actionBy', label: 'Who does it?' },
  { kind: 'day', name: 'actionOn', label: 'By when? (optional)' },
]

export const barrierShape = (themes: Readonly<Record<string, string>>) => ({
  barrier: needed('Enter what stands in the way', 'What stands in the way', 2000),
  level: choice(LEVELS, 'Choose where it is: the law, a system, a service or an attitude'),
  theme: choice(themes, 'Choose what it is about'),
  body: needed('Enter which body is responsible', 'The body', 200),
})

/** Where a text puts the child in the place of a barrier. */
export function childIsNoBarrier(
  said: { readonly barrier: string; readonly body: string },
  knownAs: string,
): readonly Problem[] {
  const problems: Problem[] = []
  if (blamesTheChild(said.barrier)) {
    const text =
      'Say what the law, system or service did or did not do. Not engaging is no barrier of a child’s'
    problems.push({ field: 'barrier', text })
  }
  if (isNoBody(said.body, knownAs) || blamesTheChild(said.body)) {
    const text =
      'Enter the body responsible: a council, a court, a service. It is never the child or the family'
    problems.push({ field: 'body', text })
  }
  return problems
}

/** What stands in the child's way. */
export const BARRIER: EntryKind = {
  slug: 'barriers',
  help: ['barriers', 'wording'],
  table: 'barrier',
  part: 'systems/in-the-way',
  addTitle: 'Something stands in their way',
  changeTitle: 'Change what stands in their way',
  intro: () => [],
  asks: (has) => [
    ...barrierAsks(has.choices['theme'] ?? {}),
    { kind: 'day', name: 'seenOn', label: 'When was it seen?' },
    { kind: 'words', name: 'childWords', label: 'In the young person’s own words (optional)' },
    {
      kind: 'choice',
      name: 'useLevel',
      label: 'What may be done with it, as they say?',
      choices: USE_LEVELS,
    },
    ...actionAsks,
    ...(has.row ? ENDED : []),
  ],
  read,
  typedOf: (row) => ({
    barrier: textIn(row, 'what'),
    level: textIn(row, 'level'),
    theme: textIn(row, 'theme'),
    body: textIn(row, 'body'),
    ...daysOf('seenOn', textIn(row, 'seen_on')),
    childWords: textIn(row, 'child_words'),
    useLevel: textIn(row, 'use_level'),
    action: textIn(row, 'action'),
    actionBy: textIn(row, 'action_by'),
    ...daysOf('actionOn', textIn(row, 'action_on')),
    ...daysOf('endedOn', textIn(row, 'ended_on')),
    endedHow: textIn(row, 'ended_how'),
  }),
  toldOf: (row) => [
    { label: 'What stands in the way:', text: textIn(row, 'what') },
    { label: 'Which body:', text: textIn(row, 'body') },
    { label: 'What is done:', text: textIn(row, 'action') },
  ],
}

const ENDED: readonly Ask[] = [
  { kind: 'day', name: 'endedOn', label: 'When did it go? (leave empty while it is there)' },
  { kind: 'text', name: 'endedHow', label: 'How did it go? (optional)' },
]

const schema = (has: Has) =>
  z.object({
    ...barrierShape(has.choices['theme'] ?? {}),
    childWords: maybe('Their own words', 2000),
    useLevel: z.enum(['not_asked', 'here_only', 'counted', 'words']).catch('not_asked'),
    action: maybe('What is done about it', 1000),
    actionBy: maybe('Who does it', 200),
    endedHow: maybe('How it went', 500),
  })

function read(form: Form, has: Has): ReadEntry {
  const found = readAsked(form, has.today, schema(has), {
    seenOn: { called: 'the day it was seen', needed: true },
    actionOn: { called: 'the day it is to be done by', ahead: true },
    endedOn: { called: 'the day it went' },
  })
  if ('problems' in found) return found
  const { value, days } = found
  const problems = [
    ...childIsNoBarrier(value, has.knownAs),
    ...(value.action !== undefined && value.actionBy === undefined
      ? [{ field: 'actionBy', text: 'Enter who does it' }]
      : []),
    ...endProblems(value.endedHow, days),
  ]
  if (problems.length > 0) return { problems }
  return { columns: columnsOf(value, days, has) }
}

function endProblems(endedHow: string | undefined, days: Days): readonly Problem[] {
  const problems: Problem[] = []
  if (days.endedOn && endedHow === undefined) {
    problems.push({ field: 'endedHow', text: 'Enter how it went' })
  }
  if (!days.endedOn && endedHow !== undefined) {
    problems.push({ field: 'endedOn', text: 'Enter the day it went' })
  }
  if (days.endedOn && days.seenOn && days.endedOn < days.seenOn) {
    problems.push({ field: 'endedOn', text: 'It cannot have gone before it was seen' })
  }
  return problems
}

type Value = z.infer<ReturnType<typeof schema>>
type Days = { readonly [name in 'seenOn' | 'actionOn' | 'endedOn']: string | undefined }

const columnsOf = (value: Value, days: Days, has: Has): Columns => ({
  what: value.barrier,
  level: value.level,
  theme: value.theme,
  body: value.body,
  seen_on: days.seenOn ?? has.today,
  child_words: value.childWords ?? null,
  use_level: value.useLevel,
  action: value.action ?? null,
  action_by: value.actionBy ?? null,
  action_on: days.actionOn ?? null,
  ended_on: days.endedOn ?? null,
  ended_how: value.endedHow ?? null,
})
