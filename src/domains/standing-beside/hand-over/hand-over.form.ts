import { z } from 'zod'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { lookUp } from '#kernel/look-up.ts'
import { dayWithin } from '../day-within.form.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { type Ask, choice, daysOf, maybe, type Typed, typedFrom } from '#domains/children/index.ts'
import type { HandoverToKeep } from '../handover.queries.ts'
import { type Handover, type Meeting, MEETINGS, NEXT, type Next } from '../handover.rules.ts'

const NEVER = { hint: 'Needed when it is not possible now' }

export const HANDOVER_ASKS: readonly Ask[] = [
  { kind: 'choice', name: 'goodbye', label: 'Goodbye: do they meet?', choices: MEETINGS },
  {
    kind: 'day',
    name: 'goodbyeOn',
    label: 'On which day?',
    hint: 'The day they meet or met. Where they do not: the day the young person said so, or it was found out',
  },
  { kind: 'text', name: 'goodbyeWhere', label: 'Where? (optional)' },
  {
    kind: 'text',
    name: 'goodbyeBecause',
    label: 'Why is there no goodbye now? (only then)',
    ...NEVER,
  },
  {
    kind: 'day',
    name: 'goodbyeAgainOn',
    label: 'When is a goodbye tried again? (only then)',
    ...NEVER,
  },
  { kind: 'choice', name: 'next', label: 'Who comes after them?', choices: NEXT },
  { kind: 'text', name: 'nextName', label: 'What is the next person called? (only with somebody)' },
  {
    kind: 'day',
    name: 'nextBy',
    label: 'By which day is somebody found? (only with nobody yet)',
  },
  {
    kind: 'choice',
    name: 'hello',
    label: 'Hello: do they meet the next person? (only with somebody)',
    choices: MEETINGS,
  },
  { kind: 'day', name: 'helloOn', label: 'On which day do they meet? (only with somebody)' },
  { kind: 'text', name: 'helloWhere', label: 'Where do they meet? (optional)' },
  { kind: 'text', name: 'helloBecause', label: 'Why is there no hello now? (only then)', ...NEVER },
  {
    kind: 'day',
    name: 'helloAgainOn',
    label: 'When is a hello tried again? (only then)',
    ...NEVER,
  },
  {
    kind: 'day',
    name: 'toldOn',
    label: 'When was the young person told? (optional until it ends)',
    hint: 'By somebody, and not by a page. From that day their own pages show it',
  },
  {
    kind: 'words',
    name: 'words',
    label: 'What the young person says about it, in their own words (optional)',
  },
  {
    kind: 'text',
    name: 'wordsLanguage',
    label: 'In which language are these words? (optional)',
    hint: 'Its code, like en, ti or ar',
  },
]

const optionalChoice = (choices: Readonly<Record<string, string>>) =>
  z.enum(['', ...Object.keys(choices)]).catch('')

const form = z.object({
  goodbye: choice(MEETINGS, 'Choose whether they meet to say goodbye'),
  goodbyeWhere: maybe('Where they say goodbye', 300),
  goodbyeBecause: maybe('Why there is no goodbye', 1000),
  next: choice(NEXT, 'Choose who comes after them'),
  nextName: maybe('The name', 200),
  hello: optionalChoice(MEETINGS),
  helloWhere: maybe('Where they meet', 300),
  helloBecause: maybe('Why there is no hello', 1000),
  words: maybe('Their words', 2000),
  wordsLanguage: maybe('The language', 35),
})

const DAYS = ['goodbyeOn', 'goodbyeAgainOn', 'nextBy', 'helloOn', 'helloAgainOn', 'toldOn'] as const
type Days = Readonly<Record<(typeof DAYS)[number], CalendarDay | undefined>>

type Read =
  | { readonly value: Omit<HandoverToKeep, 'allocationId' | 'nextId'> }
  | { readonly problems: readonly Problem[] }

export function readHandover(fields: Readonly<Record<string, unknown>>, today: CalendarDay): Read {
  const read = form.safeParse(fields)
  const found = DAYS.map((name) => [name, dayWithin(fields, name)] as const)
  const wrong = found.flatMap(([name, day]) =>
    day === 'wrong' ? [{ field: name, text: 'Enter a day, like 27 3 2026' }] : [],
  )
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry for each name above
  const days = Object.fromEntries(
    found.map(([name, day]) => [name, day === 'wrong' ? undefined : day]),
  ) as Days
  const problems = [
    ...(read.success ? [] : problemsOf(read.error)),
    ...wrong,
    ...(read.success && wrong.length === 0 ? missingIn(read.data, days, today) : []),
  ]
  const { goodbyeOn } = days
  if (!read.success || problems.length > 0 || !goodbyeOn) return { problems }
  return { value: valueOf(read.data, { ...days, goodbyeOn }) }
}

type Typing = z.infer<typeof form>

/** What does not belong to what was chosen is left out, so that nothing stands there that nobody means. */
function valueOf(f: Typing, days: Days & { readonly goodbyeOn: CalendarDay }) {
  const noGoodbye = f.goodbye === 'not_possible'
  return {
    ...NOBODY,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the form let only these through
    goodbye: f.goodbye as Meeting,
    goodbyeOn: days.goodbyeOn,
    goodbyeWhere: f.goodbyeWhere,
    goodbyeBecause: noGoodbye ? f.goodbyeBecause : undefined,
    goodbyeAgainOn: noGoodbye ? days.goodbyeAgainOn : undefined,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the form let only these through
    next: f.next as Next,
    nextBy: f.next === 'nobody_yet' ? days.nextBy : undefined,
    ...(f.next === 'somebody' ? helloOf(f, days) : {}),
    toldOn: days.toldOn,
    words: f.words,
    wordsLanguage: f.wordsLanguage ?? 'en',
  }
}

const NOBODY = {
  nextName: undefined,
  hello: undefined,
  helloOn: undefined,
  helloWhere: undefined,
  helloBecause: undefined,
  helloAgainOn: undefined,
} as const

function helloOf(f: Typing, days: Days) {
  const noHello = f.hello === 'not_possible'
  return {
    nextName: f.nextName,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the form let only these through
    hello: f.hello as Meeting,
    helloOn: days.helloOn,
    helloWhere: f.helloWhere,
    helloBecause: noHello ? f.helloBecause : undefined,
    helloAgainOn: noHello ? days.helloAgainOn : undefined,
  }
}

function missingIn(f: Typing, days: Days, today: CalendarDay): readonly Problem[] {
  const wants = (field: string, text: string, missing: boolean) =>
    missing ? [{ field, text }] : []
  const language = f.wordsLanguage
  return [
    ...meetingProblems('goodbye', f.goodbye, f.goodbyeBecause, days, today),
    ...(f.next === 'somebody' ? helloProblems(f, days, today) : []),
    ...wants(
      'nextBy',
      'Enter the day by which somebody is found',
      f.next === 'nobody_yet' && !days.nextBy,
    ),
    ...wants(
      'toldOn',
      'The day they were told must be today or earlier',
      after(days.toldOn, today),
    ),
    ...wants(
      'wordsLanguage',
      'Enter the code of the language, like ti',
      language !== undefined && !/^[a-z]{2,3}(-[A-Za-z]{2,8})?$/.test(language),
    ),
  ]
}

const after = (day: CalendarDay | undefined, today: CalendarDay): boolean =>
  day !== undefined && day > today

function helloProblems(f: Typing, days: Days, today: CalendarDay): readonly Problem[] {
  const unnamed = f.nextName ? [] : [{ field: 'nextName', text: 'Enter who comes after them' }]
  const open = f.hello === '' ? [{ field: 'hello', text: 'Choose whether they meet' }] : []
  return [...unnamed, ...open, ...meetingProblems('hello', f.hello, f.helloBecause, days, today)]
}

function meetingProblems(
  which: 'goodbye' | 'hello',
  meeting: string,
  because: string | undefined,
  days: Days,
  today: CalendarDay,
): readonly Problem[] {
  const on = days[`${which}On`]
  const again = days[`${which}AgainOn`]
  const problems: Problem[] = []
  if (!on) problems.push({ field: `${which}On`, text: 'Enter the day, like 27 3 2026' })
  else if (meeting !== 'planned' && on > today) {
    problems.push({ field: `${which}On`, text: 'A day that is still to come can only be planned' })
  }
  if (meeting !== 'not_possible') return problems
  if (!because) problems.push({ field: `${which}Because`, text: 'Say why it is not possible' })
  if (!again || (on && again <= on)) {
    problems.push({
      field: `${which}AgainOn`,
      text: 'Enter a later day on which it is tried again',
    })
  }
  return problems
}

/** A handover as it stands in the form. */
export const typedOfHandover = (h: Handover): Typed => ({
  ...typedFrom({
    goodbye: h.goodbye,
    goodbyeWhere: h.goodbyeWhere,
    goodbyeBecause: h.goodbyeBecause,
    next: h.next,
    nextName: h.nextName,
    hello: h.hello,
    helloWhere: h.helloWhere,
    helloBecause: h.helloBecause,
    words: h.words,
    wordsLanguage: h.wordsLanguage === 'en' ? undefined : h.wordsLanguage,
  }),
  ...Object.assign({}, ...DAYS.map((name) => daysOf(name, h[name]))),
})

/** What it says now, for whoever wrote at the same time. */
export const handoverNow = (h: Handover) => [
  { label: 'Goodbye:', text: `${lookUp<string>(MEETINGS, h.goodbye) ?? ''}, ${h.goodbyeOn}` },
  { label: 'Why not:', text: h.goodbyeBecause ?? '' },
  { label: 'After them:', text: h.nextName ?? lookUp<string>(NEXT, h.next) ?? '' },
  { label: 'Their words:', text: h.words ?? '' },
]
