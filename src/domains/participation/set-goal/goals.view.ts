import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import { calendarDay } from '#kernel/calendar-day.ts'
import { languageDirection } from '#kernel/languages.ts'
import {
  changesFrom,
  type Goal,
  type GoalChange,
  outcomeLabels,
  type UsedFramework,
} from '#domains/outcomes/index.ts'
import { askable } from '../choose-outcomes/choose-outcomes.view.ts'
import { dayIn, type Frame, frameIn, say } from '#domains/words/index.ts'

export type GoalLine = {
  readonly href: string
  readonly words: string
  readonly language: string
  readonly state: string
  readonly since: string
  readonly about: string | undefined
  readonly events: readonly {
    readonly day: string
    readonly text: string
    readonly words: string | undefined
    readonly language: string
  }[]
}

/** A calendar day written for a reader of that language: noon, so that no zone moves it. */
function dayText(language: string, day: string): string {
  const known = calendarDay(day.slice(0, 10))
  return known ? dayIn(language, new Date(`${known}T12:00:00Z`)) : day
}

/** Goals as lines: what is wanted, how it stands, and what became of it. */
export function goalLines(
  frame: Frame,
  goals: readonly Goal[],
  framework: UsedFramework | undefined,
): readonly GoalLine[] {
  const labels = framework && outcomeLabels(framework, frame.language)
  return goals.map((goal) => ({
    href: `/me/goals/${goal.id}`,
    words: goal.words,
    language: goal.language,
    state: frame.w.goals.states[goal.state],
    since: say(frame.w.goals.since, { day: dayText(frame.language, goal.setOn) }),
    about: goal.outcomeCode === undefined ? undefined : labels?.get(goal.outcomeCode)?.title,
    events: goal.events.map((event) => ({
      day: dayText(frame.language, event.day),
      text: frame.w.goals.happened[event.kind],
      words: event.words,
      language: event.language,
    })),
  }))
}

export type GoalsView = Frame & { readonly goals: readonly GoalLine[] }

export function goalsView(given: {
  readonly language: string
  readonly goals: readonly Goal[]
  readonly framework: UsedFramework | undefined
}): GoalsView {
  const frame = frameIn(given.language, false, (w) => w.goals.title)
  return { ...frame, goals: goalLines(frame, given.goals, given.framework) }
}

export type NewGoalView = Frame & {
  readonly errors: Errors
  readonly words: string
  readonly about: readonly {
    readonly value: string
    readonly text: string
    readonly language: string
    readonly chosen: boolean
  }[]
}

export function newGoalView(given: {
  readonly language: string
  readonly framework: UsedFramework | undefined
  readonly words: string
  readonly about: string
  readonly problems: readonly Problem[]
}): NewGoalView {
  const frame = frameIn(given.language, false, (w) => w.goals.title)
  const labels = given.framework && outcomeLabels(given.framework, frame.language)
  const codes = given.framework ? askable(given.framework).map((o) => o.code) : []
  return {
    ...frame,
    errors: errorsOf(given.problems),
    words: given.words,
    about: codes.map((value) => ({
      value,
      text: labels?.get(value)?.title ?? value,
      language: labels?.get(value)?.language ?? 'en',
      chosen: value === given.about,
    })),
  }
}

export type ChangeGoalView = Frame & {
  readonly errors: Errors
  readonly goal: GoalLine
  readonly dir: 'ltr' | 'rtl'
  readonly version: number
  readonly changes: readonly {
    readonly value: string
    readonly text: string
    readonly chosen: boolean
  }[]
  readonly newWords: string
  readonly say: string
}

export function changeGoalView(given: {
  readonly language: string
  readonly goal: Goal
  readonly typed: { readonly change: string; readonly newWords: string; readonly say: string }
  readonly problems: readonly Problem[]
}): ChangeGoalView {
  const frame = frameIn(given.language, false, (w) => w.goals.title)
  const [goal] = goalLines(frame, [given.goal], undefined)
  if (!goal) throw new Error('There is no goal to show')
  return {
    ...frame,
    dir: languageDirection(frame.language),
    errors: errorsOf(given.problems),
    goal,
    version: given.goal.version,
    changes: changesFrom(given.goal.state).map((value: GoalChange) => ({
      value,
      text: frame.w.goals.changes[value],
      chosen: value === given.typed.change,
    })),
    newWords: given.typed.newWords,
    say: given.typed.say,
  }
}
