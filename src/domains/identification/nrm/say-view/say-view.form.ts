import type { CalendarDay } from '#kernel/calendar-day.ts'
import { isLanguageTag } from '#kernel/languages.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { dayFrom } from '#platform/http/reading.ts'
import { keyIn } from '../key-in.rules.ts'
import type { View } from '../referral.queries.ts'
import { SAID, TOLD, WANTS, WANTS_REASONS } from './view.rules.ts'

type Form = Readonly<Record<string, unknown>>
type Read =
  | { readonly view: Omit<View, 'version' | 'changedBy'> }
  | { readonly problems: readonly Problem[] }

/** What they were told and what they say, or what does not hold together in it. */
export function readView(form: Form, today: CalendarDay): Read {
  const text = (name: string) => textOf(form, name).trim()
  const told = keyIn(TOLD, text('told'))
  const said = keyIn(SAID, text('said'))
  const day = dayFrom(form, 'toldOn')
  const pack = readPack(form, today)
  const language = text('wordsLanguage') || 'en'
  const problems = [
    ...(told ? [] : [{ field: 'told', text: 'Choose whether they were told' }]),
    ...dayProblem(told, day, today),
    ...pack.problems,
    ...whyProblem(told, text('notToldWhy')),
    ...saidProblem(said, text('words')),
    ...LONGEST.flatMap(([name, label, most]) => longProblem(name, label, text(name), most)),
    ...languageProblem(language),
  ]
  if (problems.length > 0 || !told || !said || day === 'wrong') return { problems }
  return {
    view: {
      told,
      toldOn: day,
      toldHow: text('toldHow') || undefined,
      notToldWhy: text('notToldWhy') || undefined,
      wants: keyIn(WANTS, said),
      wantsReason: keyIn(WANTS_REASONS, said),
      words: text('words') || undefined,
      wordsLanguage: language,
      packGivenOn: pack.on,
    },
  }
}

const LONGEST = [
  ['toldHow', 'What they were told', 2000],
  ['notToldWhy', 'Why they were not told', 2000],
  ['words', 'Their words', 5000],
] as const

const longProblem = (field: string, label: string, text: string, most: number) =>
  text.length > most
    ? [{ field, text: `${label} must be ${most.toLocaleString('en-GB')} characters or fewer` }]
    : []

const languageProblem = (language: string): readonly Problem[] =>
  isLanguageTag(language)
    ? []
    : [{ field: 'wordsLanguage', text: 'Choose the language of their words' }]

type Told = keyof typeof TOLD | undefined

function dayProblem(
  told: Told,
  day: CalendarDay | undefined | 'wrong',
  today: CalendarDay,
): readonly Problem[] {
  const field = 'toldOn'
  if (day === 'wrong') return [{ field, text: 'Enter the day they were told, like 27 3 2026' }]
  if (day === undefined) {
    return told && told !== 'not_yet' ? [{ field, text: 'Enter the day they were told' }] : []
  }
  if (day > today) return [{ field, text: 'The day they were told must be today or earlier' }]
  return told === 'not_yet'
    ? [{ field, text: 'They were told on a day, or not yet. Both cannot be so' }]
    : []
}

type Pack = { readonly on: CalendarDay | undefined; readonly problems: readonly Problem[] }

function readPack(form: Form, today: CalendarDay): Pack {
  const wrong = (text: string) => ({ on: undefined, problems: [{ field: 'packGivenOn', text }] })
  const on = dayFrom(form, 'packGivenOn')
  if (on === 'wrong') return wrong('Enter the day they were given it, like 27 3 2026')
  return on !== undefined && on > today
    ? wrong('The day they were given it must be today or earlier')
    : { on, problems: [] }
}

const whyProblem = (told: Told, why: string): readonly Problem[] =>
  told === 'not_yet' && why === ''
    ? [{ field: 'notToldWhy', text: 'Enter why they were not told yet' }]
    : []

function saidProblem(said: keyof typeof SAID | undefined, words: string): readonly Problem[] {
  if (!said) return [{ field: 'said', text: 'Choose what they say, or why there is no answer' }]
  return said in WANTS_REASONS && words !== ''
    ? [{ field: 'words', text: 'These words are an answer. Choose what they say of it' }]
    : []
}
