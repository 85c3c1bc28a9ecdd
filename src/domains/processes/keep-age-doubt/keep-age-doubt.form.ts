import { z } from 'zod'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { type Ask, choice, daysOf, maybe, needed } from '#domains/children/index.ts'
import { AGE_OUTCOMES, DOUBTED_BY, INTERPRETER, isOpen, SUPPORT } from '../age.rules.ts'
import { type EntryKind, type Has, type ReadEntry, textIn } from '../entries/entry.form.ts'
import { type Form, readAsked } from '../entries/read-asked.form.ts'

const ASKS: readonly Ask[] = [
  { kind: 'choice', name: 'doubtedBy', label: 'Who doubted?', choices: DOUBTED_BY },
  { kind: 'text', name: 'who', label: 'Which person and body?' },
  { kind: 'day', name: 'doubtedOn', label: 'When?' },
  { kind: 'words', name: 'why', label: 'Which reason did they give?' },
  { kind: 'text', name: 'decides', label: 'Who decides? (optional)' },
  {
    kind: 'choice',
    name: 'adult',
    label: 'Was an adult of their own choice with them?',
    choices: SUPPORT,
  },
  { kind: 'choice', name: 'interpreter', label: 'Was there an interpreter?', choices: INTERPRETER },
  { kind: 'choice', name: 'guardian', label: 'Was there a guardian?', choices: SUPPORT },
  { kind: 'choice', name: 'legalHelp', label: 'Was there legal help?', choices: SUPPORT },
  {
    kind: 'choice',
    name: 'heard',
    label: 'Could they answer before anything was decided?',
    choices: SUPPORT,
  },
  { kind: 'choice', name: 'outcome', label: 'What came of it?', choices: AGE_OUTCOMES },
  { kind: 'day', name: 'outcomeOn', label: 'When was it decided? (leave empty if it was not)' },
  {
    kind: 'words',
    name: 'outcomeWords',
    label: 'What was decided, and where can it be challenged? (optional)',
  },
  { kind: 'words', name: 'effect', label: 'What it did to them, in their own words (optional)' },
]

/** That somebody doubted how old the child is. */
export const AGE_DOUBT: EntryKind = {
  slug: 'age',
  help: ['age-dispute'],
  table: 'age_doubt',
  part: 'systems/when-doubted',
  addTitle: 'Somebody doubted how old they are',
  changeTitle: 'Change what is written of the doubt',
  intro: () => [
    'Until it is finally decided they are treated as a child, and no help is changed or held back. Nothing written here stands in a heading, beside a name or in a list.',
    'What is said of the date of birth itself belongs with the dates of birth, beside the others.',
  ],
  asks: () => ASKS,
  read,
  typedOf: (row) => ({
    doubtedBy: textIn(row, 'doubted_by'),
    who: textIn(row, 'who'),
    ...daysOf('doubtedOn', textIn(row, 'doubted_on')),
    why: textIn(row, 'why'),
    decides: textIn(row, 'decides'),
    adult: textIn(row, 'adult_of_their_choice'),
    interpreter: textIn(row, 'interpreter'),
    guardian: textIn(row, 'guardian'),
    legalHelp: textIn(row, 'legal_help'),
    heard: textIn(row, 'heard_before_decision'),
    outcome: textIn(row, 'outcome'),
    ...daysOf('outcomeOn', textIn(row, 'outcome_on')),
    outcomeWords: textIn(row, 'outcome_words'),
    effect: textIn(row, 'effect'),
  }),
  toldOf: (row) => [
    { label: 'Who doubted:', text: textIn(row, 'who') },
    { label: 'What came of it:', text: outcomeText(textIn(row, 'outcome')) },
  ],
}

const outcomeText = (code: string): string =>
  Object.entries(AGE_OUTCOMES).find(([c]) => c === code)?.[1] ?? ''

const support = z.enum(['yes', 'no', 'not_known']).catch('not_known')
const schema = z.object({
  doubtedBy: choice(DOUBTED_BY, 'Choose who doubted'),
  who: needed('Enter which person and body doubted', 'Which person and body', 200),
  why: needed('Enter the reason that was given', 'The reason', 2000),
  decides: maybe('Who decides', 200),
  adult: support,
  interpreter: z.enum(['yes', 'no', 'not_needed', 'not_known']).catch('not_known'),
  guardian: support,
  legalHelp: support,
  heard: support,
  outcome: z
    .string()
    .refine((o) => Object.hasOwn(AGE_OUTCOMES, o))
    .catch('open'),
  outcomeWords: maybe('What was decided', 2000),
  effect: maybe('Their own words', 2000),
})

function read(form: Form, has: Has): ReadEntry {
  const found = readAsked(form, has.today, schema, {
    doubtedOn: { called: 'the day of the doubt', needed: true },
    outcomeOn: { called: 'the day it was decided' },
  })
  if ('problems' in found) return found
  const { value, days } = found
  const problem = outcomeProblem(value.outcome, days) ?? secondOpen(value.outcome, has)
  if (problem) return { problems: [problem] }
  return {
    columns: {
      doubted_by: value.doubtedBy,
      who: value.who,
      doubted_on: days.doubtedOn ?? has.today,
      why: value.why,
      adult_of_their_choice: value.adult,
      interpreter: value.interpreter,
      guardian: value.guardian,
      legal_help: value.legalHelp,
      heard_before_decision: value.heard,
      outcome: value.outcome,
      outcome_on: days.outcomeOn ?? null,
      ...textsOf(value),
    },
  }
}

const textsOf = (value: z.infer<typeof schema>) => ({
  decides: value.decides ?? null,
  outcome_words: value.outcomeWords ?? null,
  effect: value.effect ?? null,
})

type Days = {
  readonly doubtedOn: CalendarDay | undefined
  readonly outcomeOn: CalendarDay | undefined
}

function outcomeProblem(outcome: string, { doubtedOn, outcomeOn }: Days): Problem | undefined {
  if (!isOpen(outcome) && !outcomeOn) {
    return { field: 'outcomeOn', text: 'Enter the day it was decided' }
  }
  if (outcome === 'open' && outcomeOn) {
    const text = 'Choose what was decided, or leave the day of the decision empty'
    return { field: 'outcome', text }
  }
  if (doubtedOn && outcomeOn && outcomeOn < doubtedOn) {
    const text = 'The day it was decided must not be before the day of the doubt'
    return { field: 'outcomeOn', text }
  }
  return undefined
}

/** One doubt at a time is open: what comes later of it is written there. */
function secondOpen(outcome: string, has: Has): Problem | undefined {
  const open = has.facts['open']
  if (!isOpen(outcome) || open === undefined || open === has.row?.['id']) return undefined
  const text = 'Another doubt is still open. Write in that one, or say first what came of it'
  return { field: 'outcome', text }
}
