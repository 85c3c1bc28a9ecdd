import { textOf, versionOf } from '#platform/http/fields.ts'
import { oneOf, verbatimIn } from './check-in-answer.form.ts'
import { GOAL_CHANGES, type GoalChange, type GoalState, refuseGoalChange } from './goal.rules.ts'

/** The most letters a goal, or what is said about it, may hold. */
export const MOST_OF_A_GOAL = 2000

export type GoalProblem = {
  readonly field: 'change' | 'newWords' | 'say'
  readonly code: 'choose' | 'too-long' | 'same-words' | 'not-from-here'
}

export type TypedGoalChange = {
  readonly change: string
  readonly newWords: string
  readonly say: string
}

export type ReadGoalChange =
  | {
      readonly ok: true
      readonly change: GoalChange
      readonly newWords: string | undefined
      readonly about: string | undefined
      readonly version: number
    }
  | { readonly ok: false; readonly problem: GoalProblem }

type Fields = Readonly<Record<string, unknown>>

/** What was typed, to be shown again. */
export const typedGoalChange = (fields: Fields): TypedGoalChange => ({
  change: textOf(fields, 'change'),
  newWords: verbatimIn(fields, 'newWords'),
  say: verbatimIn(fields, 'say'),
})

/** Text in, what became of a goal or the first problem out, as a code: the sentence is in the reader's language. */
export function readGoalChange(
  fields: Fields,
  goal: { readonly state: GoalState; readonly words: string },
): ReadGoalChange {
  const typed = typedGoalChange(fields)
  const change = oneOf(GOAL_CHANGES, typed.change)
  if (!change) return wrong('change', 'choose')
  if (typed.newWords.length > MOST_OF_A_GOAL) return wrong('newWords', 'too-long')
  if (typed.say.length > MOST_OF_A_GOAL) return wrong('say', 'too-long')
  const words = typed.newWords || goal.words
  const refusal = refuseGoalChange(goal, change, words)
  if (refusal) return wrong(refusal === 'same-words' ? 'newWords' : 'change', refusal)
  return {
    ok: true,
    change,
    newWords: words === goal.words ? undefined : words,
    about: typed.say || undefined,
    version: versionOf(fields),
  }
}

const wrong = (field: GoalProblem['field'], code: GoalProblem['code']): ReadGoalChange => ({
  ok: false,
  problem: { field, code },
})
