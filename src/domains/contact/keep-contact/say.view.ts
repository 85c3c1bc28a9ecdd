import { errorsOf, type Errors } from '#platform/http/form-problem.ts'
import type { Child } from '#domains/children/index.ts'
import type { ContactProblem } from '../contact.form.ts'
import { CHANNELS, DAYS, type Said, STATES } from '../contact.rules.ts'
import { CHANNEL_WORDS, DAY_WORDS, PROBLEM_WORDS, STATE_WORDS } from '../contact-words.rules.ts'
import type { WayLine } from './keep-contact.view.ts'

export type Typed = Readonly<Record<string, unknown>>

type Choice = { readonly value: string; readonly text: string; readonly checked: boolean }

const choices = (
  codes: readonly string[],
  words: Readonly<Record<string, string>>,
  chosen: (code: string) => boolean,
): readonly Choice[] =>
  codes.map((code) => ({ value: code, text: words[code] ?? code, checked: chosen(code) }))

/** A line as a form has it. */
export function typedOfSaid(said: Said | undefined): Typed {
  if (!said) return { said_by: 'young_person' }
  return {
    state: said.state,
    days: said.days,
    from: said.hours?.from,
    until: said.hours?.until,
    code_word: said.codeWord,
    who_may_answer: said.whoMayAnswer,
    note: said.note,
    said_by: said.saidBy,
    said_by_name: said.saidByName,
  }
}

const listIn = (typed: Typed, name: string): readonly string[] => {
  const value = typed[name]
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : []
}

const problemsInWords = (problems: readonly ContactProblem[]): Errors =>
  errorsOf(problems.map(({ field, code }) => ({ field, text: PROBLEM_WORDS[code] })))

export type SayView = {
  readonly title: string
  readonly childId: string
  readonly knownAs: string
  readonly back: string
  readonly errors: Errors
  readonly way: WayLine | undefined
  readonly channels: readonly Choice[]
  readonly states: readonly Choice[]
  readonly days: readonly Choice[]
  readonly saidBy: readonly Choice[]
  readonly values: Typed
  readonly version: number
  /** Set when another worker was faster. */
  readonly changed: boolean
}

/** The form in which staff give a way and say whether it is safe. */
export function sayView(given: {
  readonly child: Child
  readonly way: WayLine | undefined
  readonly typed: Typed
  readonly version: number
  readonly problems: readonly ContactProblem[]
  readonly changed?: boolean
}): SayView {
  const { child, typed } = given
  const is = (name: string) => (code: string) => listIn(typed, name).includes(code)
  return {
    title: given.way ? 'Say whether it is safe' : 'Add a way to reach them',
    childId: child.id,
    knownAs: child.knownAs,
    back: `/children/${child.id}/contact`,
    errors: problemsInWords(given.problems),
    way: given.way,
    channels: choices(CHANNELS, CHANNEL_WORDS, is('channel')),
    states: choices(STATES, STATE_WORDS, is('state')),
    days: choices(DAYS, DAY_WORDS, is('days')),
    saidBy: choices(
      ['young_person', 'somebody_else'],
      { young_person: `${child.knownAs} told us`, somebody_else: 'Somebody else told us' },
      is('said_by'),
    ),
    values: typed,
    version: given.version,
    changed: given.changed ?? false,
  }
}
