import { londonDay } from '#kernel/london-time.ts'
import { listOf, textOf } from '#platform/http/fields.ts'
import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import type { Child, Meaning } from '#domains/children/index.ts'
import { DIRECTIONS, LEVELS_OF_INFLUENCE, STATES, type Voice, voicesOf } from '../check-in.rules.ts'
import type { Spoken } from '../check-in-said.queries.ts'
import { LEVEL_WORDS, REASON_WORDS, STATE_WORDS, VOICE_WORDS } from '../check-in-words.rules.ts'
import type { UsedFramework } from '../framework-kept.rules.ts'
import { outcomeLabels } from '../framework-labels.rules.ts'

/** What the young person last said of an outcome, to be read beside what somebody else sees. */
export type Theirs = {
  readonly said: string
  readonly words: string | undefined
  readonly language: string
  readonly when: string
}

export type OutcomeToView = {
  readonly code: string
  readonly title: string
  readonly explanation: string | undefined
  readonly theirs: Theirs | undefined
}

type Given = {
  readonly child: Child
  readonly framework: UsedFramework
  readonly spoken: readonly Spoken[]
  readonly notShared: string | undefined
}

/** Outcomes that somebody other than the young person may write about: never one only they can answer. */
export const viewable = (framework: UsedFramework): UsedFramework['outcomes'] =>
  framework.outcomes.filter((o) => o.level !== 'output' && !o.childOnly)

/** Each with the young person's own latest words; those they spoke of first, then the framework's order. */
export function outcomesToView(given: Given): readonly OutcomeToView[] {
  const labels = outcomeLabels(given.framework, 'en')
  const all = viewable(given.framework).map((o): OutcomeToView => {
    const label = labels.get(o.code)
    return {
      code: o.code,
      title: label?.title ?? o.code,
      explanation: label?.explanation,
      theirs: latestOf(given.spoken, o.code),
    }
  })
  return [...all.filter((o) => o.theirs), ...all.filter((o) => !o.theirs)]
}

function latestOf(spoken: readonly Spoken[], code: string): Theirs | undefined {
  const last = spoken.findLast((s) => s.voice === 'young_person' && s.code === code)
  return (
    last && {
      said: 'state' in last.said ? STATE_WORDS[last.said.state] : REASON_WORDS[last.said.reason],
      words: last.words,
      language: last.wordsLanguage,
      when: londonDay(last.at),
    }
  )
}

export type ChooseToViewView = {
  readonly title: string
  readonly child: Child
  readonly errors: Errors
  readonly notShared: string | undefined
  readonly outcomes: readonly OutcomeToView[]
}

export const chooseToView = (given: Given, problems: readonly Problem[]): ChooseToViewView => ({
  title: 'How you see it',
  child: given.child,
  errors: errorsOf(problems),
  notShared: given.notShared,
  outcomes: outcomesToView(given),
})

export type WriteViewView = {
  readonly title: string
  readonly child: Child
  readonly errors: Errors
  readonly voices: readonly {
    readonly value: Voice
    readonly text: string
    readonly checked: boolean
  }[]
  readonly saidBy: string
  readonly relationship: string
  readonly notShared: string | undefined
  readonly entries: readonly (OutcomeToView & {
    readonly field: string
    readonly states: readonly {
      readonly value: string
      readonly text: string
      readonly checked: boolean
    }[]
    readonly words: string
    readonly influences: readonly {
      readonly legend: string
      readonly levels: readonly {
        readonly name: string
        readonly label: string
        readonly value: string
      }[]
    }[]
    /** What a word in the question means to this young person. */
    readonly meanings: readonly Meaning[]
  })[]
}

/** A view that is somebody's own: labelled whose it is, beside the young person's words and never in their place. */
export function writeViewView(
  given: Given & {
    readonly role: string
    readonly about: readonly string[]
    readonly meanings: readonly Meaning[]
    readonly typed: Readonly<Record<string, unknown>>
    readonly problems: readonly Problem[]
  },
): WriteViewView {
  const { typed } = given
  const voices = voicesOf(given.role)
  const voice = textOf(typed, 'voice') || voices[0]
  return {
    title: 'How you see it',
    child: given.child,
    errors: errorsOf(given.problems),
    voices: voices.map((value) => ({
      value,
      text: value === 'carer' ? 'A carer’s, written down by me' : `Mine: ${VOICE_WORDS[value]}`,
      checked: value === voice,
    })),
    saidBy: textOf(typed, 'saidBy'),
    relationship: textOf(typed, 'relationship'),
    notShared: given.notShared,
    entries: outcomesToView(given)
      .filter((o) => given.about.includes(o.code))
      .map((o) => entryOf(o, typed, given.meanings)),
  }
}

function entryOf(
  outcome: OutcomeToView,
  typed: Readonly<Record<string, unknown>>,
  meanings: readonly Meaning[],
): WriteViewView['entries'][number] {
  const field = prefixOf(outcome.code)
  const chosen = textOf(typed, `${field}state`)
  const choices = [
    ...STATES.map((value) => ({ value: value as string, text: STATE_WORDS[value] })),
    { value: 'dont_know', text: 'I do not know' },
  ]
  return {
    ...outcome,
    field,
    states: choices.map((c) => ({ ...c, checked: c.value === chosen })),
    words: textOf(typed, `${field}words`),
    influences: DIRECTIONS.map((direction) => ({
      legend: direction === 'helps' ? 'What helps' : 'What gets in the way',
      levels: LEVELS_OF_INFLUENCE.map((level) => ({
        name: `${field}${direction}-${level}`,
        label: LEVEL_WORDS[level],
        value: textOf(typed, `${field}${direction}-${level}`),
      })),
    })),
    meanings: meaningsFor(outcome, meanings),
  }
}

/** Tells the fields of several outcomes on one page apart. */
export const prefixOf = (code: string): string => `${code}--`

/** Words the young person has a meaning for, where the question uses them: home, family, safe. */
export function meaningsFor(
  outcome: {
    readonly code: string
    readonly title: string
    readonly explanation: string | undefined
  },
  meanings: readonly Meaning[],
): readonly Meaning[] {
  const text = `${outcome.code} ${outcome.title} ${outcome.explanation ?? ''}`.toLowerCase()
  return meanings.filter((m) => text.includes(m.word.toLowerCase()))
}

/** The outcomes named in an address or a form, of those that may be written about. */
export function aboutIn(fields: Readonly<Record<string, unknown>>, framework: UsedFramework) {
  const asked = listOf(fields, 'about')
  return viewable(framework).filter((o) => asked.includes(o.code))
}
