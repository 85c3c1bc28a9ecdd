import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { BirthSpan } from '../age.rules.ts'
import { ageThen, impossibleAge } from '../age.rules.ts'
import type { NewConcern } from '../concern-writing.queries.ts'
import { NO_FEW_CHOICES, NO_WORDS, WORDS_HOW } from '../concern.rules.ts'
import { type Indicator, INDICATOR_GROUPS } from '../indicators.rules.ts'
import { type Reading, reading } from '../question.form.ts'
import type { Group, Question } from '../question.view.ts'

const HOW_TOLD = { ...WORDS_HOW, ...NO_WORDS }

/** The same questions for every child. */
export function concernQuestions(indicators: readonly Indicator[]): readonly Question[] {
  return [
    {
      kind: 'words',
      name: 'seen',
      label: 'What did you see or hear?',
      hint: 'What happened, not what you make of it. Write who did what to them, not what is wrong with them',
    },
    {
      kind: 'words',
      name: 'context',
      label: 'In which situation was it?',
      hint: 'Where, who was there, what went before, what they were doing',
    },
    {
      kind: 'partial',
      name: 'noticed',
      label: 'When was it?',
      hint: 'As far as you know: a day, a month, a year, or from one year to another',
    },
    {
      kind: 'words',
      name: 'childWords',
      label: 'What did they say, word for word? (if they said something)',
      hint: 'Only what they said by themselves, in their language. Do not ask them to tell what happened: they will not have to tell it again because of this form. It stays as you write it',
    },
    {
      kind: 'text',
      name: 'childWordsLanguage',
      label: 'In which language are these words? (if there are any)',
    },
    {
      kind: 'choice',
      name: 'howTold',
      label: 'How were they told, or why are there none?',
      choices: HOW_TOLD,
    },
    {
      kind: 'words',
      name: 'fewChoices',
      label: 'What left them with few choices? (if you saw it)',
      hint: 'Debt, threats, nowhere to sleep, no papers, no money, nobody to ask, fear for their family. What looks like a choice is often the only way left',
    },
    {
      kind: 'choice',
      name: 'noFewChoices',
      label: 'If you wrote nothing there: why?',
      choices: NO_FEW_CHOICES,
    },
    {
      kind: 'ticks',
      name: 'indicators',
      label: 'Things to look for (you need not tick any)',
      hint: `Prompts, not a score. Not all will be there; having many proves nothing, and having none rules nothing out. What you wrote above is what counts. ${indicators[0]?.source ?? ''}`,
      groups: groupsOf(indicators),
    },
  ]
}

function groupsOf(indicators: readonly Indicator[]): readonly Group[] {
  return [...Map.groupBy(indicators, (i) => i.grouped)].map(([code, found]) => ({
    title: INDICATOR_GROUPS[code] ?? code,
    choices: Object.fromEntries(found.map((i) => [i.id, i.says])),
  }))
}

export type ReadConcern = { readonly value: NewConcern } | { readonly problems: readonly Problem[] }

export function readConcern(
  form: Readonly<Record<string, unknown>>,
  today: CalendarDay,
  indicators: readonly Indicator[],
  births: readonly BirthSpan[],
): ReadConcern {
  const read = reading(form, today)
  const seen = read.needed('seen', 'Enter what you saw or heard', 10_000)
  const context = read.needed('context', 'Enter in which situation it was', 10_000)
  const noticed = read.partial('noticed')
  if (!noticed) read.wrong('noticed', 'Enter when it was, as far as you know: a year is enough')
  const impossible = impossibleAge(ageThen(births, noticed))
  if (impossible) read.wrong('noticed', impossible)
  const words = readWords(read)
  const few = readFewChoices(read)
  const indicatorIds = read.ticks(
    'indicators',
    indicators.map((i) => i.id),
  )
  if (read.problems.length > 0 || !noticed) return { problems: read.problems }
  return { value: { seen, context, noticed, ...words, ...few, indicatorIds } }
}

/** Words have a language and a way they were told; no words have a reason. Never both, never neither. */
function readWords(read: Reading) {
  const words = read.maybe('childWords', 'Their words', 10_000)
  const language = read.maybe('childWordsLanguage', 'The language', 100)
  const how = read.choiceOrNone('howTold', WORDS_HOW)
  if (!words) return noWords(read, how)
  if (!language || language.length < 2) {
    read.wrong('childWordsLanguage', 'Enter the language their words are in')
  }
  if (!how) read.wrong('howTold', 'Choose how their words were told')
  return {
    childWords: words,
    childWordsLanguage: language,
    childWordsHow: how,
    noWordsBecause: undefined,
  }
}

function noWords(read: Reading, how: string | undefined) {
  const none = read.choiceOrNone('howTold', NO_WORDS)
  if (how) read.wrong('childWords', 'Enter their words, or choose below why there are none')
  else if (!none) read.wrong('howTold', 'Choose why there are no words of theirs')
  return {
    childWords: undefined,
    childWordsLanguage: undefined,
    childWordsHow: undefined,
    noWordsBecause: none,
  }
}

function readFewChoices(read: Reading) {
  const fewChoices = read.maybe('fewChoices', 'What left them with few choices', 5_000)
  const none = read.choiceOrNone('noFewChoices', NO_FEW_CHOICES)
  if (!fewChoices && !none) {
    read.wrong('noFewChoices', 'Enter what left them with few choices, or choose why you cannot')
  }
  return { fewChoices, noFewChoicesBecause: fewChoices ? undefined : none }
}
