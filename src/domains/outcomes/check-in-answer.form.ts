import { listOf, textOf } from '#platform/http/fields.ts'
import {
  type Answer,
  type Direction,
  DIRECTIONS,
  IMPORTANCE,
  type Influence,
  LEVELS_OF_INFLUENCE,
  type Said,
  SINCE_LAST,
  STATES,
  WAYS_NOT_TO_ANSWER,
  WHO_SHOULD_KNOW,
} from './check-in.rules.ts'

/** What is wrong, as a code: the sentence is in the language of whoever is writing. */
export type AnswerProblem = {
  readonly field: string
  readonly code: 'choose-one' | 'too-long'
  /** The most letters a field may hold. */
  readonly most: number
}

export type ReadAnswer =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly problems: readonly AnswerProblem[] }

type Fields = Readonly<Record<string, unknown>>

/**
 * Text from the browser in, an answer or its problems out. A button for not answering wins over a chosen
 * state; a way not to answer that was given before stands until a state is chosen. Words are kept as
 * they were typed, but for the browser's line ends. `prefix` tells several outcomes on one page apart.
 */
export function readAnswer(
  fields: Fields,
  language: string,
  before: Said | undefined,
  prefix = '',
): ReadAnswer {
  const at = (name: string) => `${prefix}${name}`
  const said = saidIn(fields, at) ?? (before && 'reason' in before ? before : undefined)
  const problems = tooLong(fields, at)
  if (!said) problems.unshift({ field: at('state'), code: 'choose-one', most: 0 })
  if (!said || problems.length > 0) return { ok: false, problems }
  return { ok: true, answer: { said, ...besides(fields, at), wordsLanguage: language } }
}

type At = (name: string) => string

function tooLong(fields: Fields, at: At): AnswerProblem[] {
  const texts = [
    [at('words'), 5000],
    [at('whoWords'), 500],
    ...DIRECTIONS.flatMap((d) => LEVELS_OF_INFLUENCE.map((l) => [at(`${d}-${l}`), 2000] as const)),
  ] as const
  return texts
    .filter(([field, most]) => verbatimIn(fields, field).length > most)
    .map(([field, most]) => ({ field, code: 'too-long', most }))
}

/** All that may be said beside how it is; what was left alone is kept as not said. */
const besides = (fields: Fields, at: At): Omit<Answer, 'said' | 'wordsLanguage'> => ({
  importance: oneOf(IMPORTANCE, textOf(fields, at('importance'))) ?? 'not_said',
  sinceLast: oneOf(SINCE_LAST, textOf(fields, at('sinceLast'))) ?? 'not_said',
  words: verbatimIn(fields, at('words')) || undefined,
  whoShouldKnow: oneOf(WHO_SHOULD_KNOW, textOf(fields, at('who'))) ?? 'not_said',
  whoShouldKnowWords: verbatimIn(fields, at('whoWords')) || undefined,
  influences: DIRECTIONS.flatMap((d) => influencesIn(fields, at, d)),
})

function saidIn(fields: Fields, at: At): Said | undefined {
  const chosen = textOf(fields, at('state'))
  const reason =
    oneOf(WAYS_NOT_TO_ANSWER, textOf(fields, at('reason'))) ?? oneOf(WAYS_NOT_TO_ANSWER, chosen)
  if (reason) return { reason }
  const state = oneOf(STATES, chosen)
  return state && { state }
}

/** A level is named when it is ticked, and also when words were written beside it. */
function influencesIn(fields: Fields, at: At, direction: Direction): readonly Influence[] {
  const ticked = listOf(fields, at(direction))
  return LEVELS_OF_INFLUENCE.map((level) => ({
    direction,
    level,
    words: verbatimIn(fields, at(`${direction}-${level}`)) || undefined,
  })).filter((i) => i.words !== undefined || ticked.includes(i.level))
}

/** As typed, with line ends as one character; nothing when there is only space. */
export function verbatimIn(fields: Fields, name: string): string {
  const text = textOf(fields, name).replaceAll('\r\n', '\n')
  return text.trim() === '' ? '' : text
}

/** The code, when the text is one of them. */
export function oneOf<T extends string>(codes: readonly T[], text: string): T | undefined {
  return codes.find((code) => code === text)
}
