import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import { may, type Role } from '#platform/access/capability.ts'
import type { Child } from '#domains/children/index.ts'
import type { Goal } from '../goal.queries.ts'
import { changesFrom, GOAL_CHANGE_WORDS, GOAL_STATE_WORDS, isWantedNow } from '../goal.rules.ts'

export type TypedGoal = {
  readonly words: string
  readonly change: string
  readonly newWords: string
  readonly say: string
}

export type GoalForWorkers = {
  readonly id: string
  readonly words: string
  readonly language: string
  readonly state: string
  readonly wantedNow: boolean
  readonly since: string
  readonly withSomeone: boolean
  readonly events: readonly {
    readonly when: string
    readonly text: string
    readonly words: string | undefined
    readonly language: string
  }[]
}

const day = (text: string): string => {
  const known = calendarDay(text.slice(0, 10))
  return known ? inWords(known) : text
}

/** A goal as those beside the young person read it. */
export const goalForWorkers = (goal: Goal): GoalForWorkers => ({
  id: goal.id,
  words: goal.words,
  language: goal.language,
  state: GOAL_STATE_WORDS[goal.state],
  wantedNow: isWantedNow(goal.state),
  since: day(goal.setOn),
  withSomeone: goal.saidBy === 'young_person_with_someone',
  events: goal.events.map((e) => ({
    when: day(e.day),
    text: GOAL_CHANGE_WORDS[e.kind],
    words: e.words,
    language: e.language,
  })),
})

export function goalsForWorkers(
  child: Child,
  goals: readonly Goal[],
  goal: Goal | undefined,
  typed: TypedGoal,
  role: Role,
) {
  return {
    title: 'Their own goals',
    child,
    goals: goals.map(goalForWorkers),
    goal: goal && { ...goalForWorkers(goal), version: goal.version },
    changes: goal
      ? changesFrom(goal.state).map((value) => ({
          value,
          text: GOAL_CHANGE_WORDS[value],
          checked: value === typed.change,
        }))
      : [],
    values: typed,
    mayWrite: may(role, 'check-ins.write'),
  }
}
