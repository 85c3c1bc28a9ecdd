import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { never } from '#kernel/never.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  changeGoal,
  frameworkFor,
  type Goal,
  type GoalProblem,
  goalsOf,
  MOST_OF_A_GOAL as MOST,
  readGoalChange,
  setGoal,
  typedGoalChange,
  verbatimIn,
} from '#domains/outcomes/index.ts'
import { askable } from '../choose-outcomes/choose-outcomes.view.ts'
import { getOwnChild, languageOf, ownChild, wordsFor, sayIn } from '#domains/words/index.ts'
import { changeGoalView, goalsView, newGoalView } from './goals.view.ts'

const may = 'me.open'

/** What I want. */
export const seeGoals: Page = {
  method: 'GET',
  url: '/me/goals',
  may,
  audit: { action: 'me.goals.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const child = getOwnChild(visit)
    return {
      kind: 'view',
      template: 'domains/participation/set-goal/goals.njk',
      model: {
        page: goalsView({
          language: await languageOf(visit),
          goals: await goalsOf(visit.tx, child),
          framework: await frameworkFor(visit.tx, child, visit.now),
        }),
      },
    }
  },
}

export const seeNewGoal: Page = {
  method: 'GET',
  url: '/me/goals/new',
  may,
  audit: { action: 'me.goals.add.see', childId: ownChild },
  answer: (visit) => newGoal(visit, { words: '', about: '' }, []),
}

/** Something I want, in my own words. */
export const addGoal: Page = {
  method: 'POST',
  url: '/me/goals/new',
  may,
  audit: { action: 'me.goals.add', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const language = await languageOf(visit)
    const words = verbatimIn(visit.form, 'words')
    const about = textOf(visit.form, 'about')
    const problem = wordsProblem(words, language)
    if (problem) return newGoal(visit, { words, about }, [problem])
    const framework = await frameworkFor(visit.tx, getOwnChild(visit), visit.now)
    const code = framework && askable(framework).find((o) => o.code === about)?.code
    await setGoal(visit.tx, getOwnChild(visit), {
      words,
      language,
      outcomeCode: code,
      saidBy: 'young_person',
      day: londonCalendarDay(visit.now),
    })
    return { kind: 'redirect', to: '/me/goals' }
  },
}

function wordsProblem(words: string, language: string): Problem | undefined {
  const { words: w } = wordsFor(language)
  if (words === '') return { field: 'words', text: w.goals.enterWords }
  if (words.length > MOST)
    return { field: 'words', text: sayIn({ language }, w.answer.tooLong, { most: MOST }) }
  return undefined
}

async function newGoal(
  visit: Visit,
  typed: { readonly words: string; readonly about: string },
  problems: readonly Problem[],
): Promise<Answer> {
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/participation/set-goal/new-goal.njk',
    model: {
      page: newGoalView({
        language: await languageOf(visit),
        framework: await frameworkFor(visit.tx, getOwnChild(visit), visit.now),
        ...typed,
        problems,
      }),
    },
  }
}

export const seeGoal: Page = {
  method: 'GET',
  url: '/me/goals/:goal',
  may,
  audit: { action: 'me.goals.change.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const goal = await ownGoal(visit)
    if (!goal) return { kind: 'not-found' }
    return oneGoal(visit, goal, { change: '', newWords: goal.words, say: '' }, [])
  },
}

/** What has become of it. */
export const changeOwnGoal: Page = {
  method: 'POST',
  url: '/me/goals/:goal',
  may,
  audit: { action: 'me.goals.change', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const goal = await ownGoal(visit)
    if (!goal) return { kind: 'not-found' }
    const language = await languageOf(visit)
    const again = (problem: GoalProblem) =>
      oneGoal(visit, goal, typedGoalChange(visit.form), [
        { field: problem.field, text: sentence(language, problem) },
      ])
    const read = readGoalChange(visit.form, goal)
    if (!read.ok) return again(read.problem)
    const changed = {
      ...read,
      language,
      saidBy: 'young_person',
      day: londonCalendarDay(visit.now),
    } as const
    const done = await changeGoal(visit.tx, getOwnChild(visit), goal, changed, read.version)
    if (done) return { kind: 'redirect', to: '/me/goals' }
    // What was written elsewhere may have been kept while this page waited for it.
    const now = (await ownGoal(visit)) ?? goal
    const text = sentence(language, { field: 'change', code: 'not-from-here' })
    return oneGoal(visit, now, typedGoalChange(visit.form), [{ field: 'change', text }])
  },
}

function sentence(language: string, { code }: GoalProblem): string {
  const { words: w } = wordsFor(language)
  switch (code) {
    case 'choose':
      return w.goals.chooseWhat
    case 'same-words':
      return w.goals.otherWords
    case 'not-from-here':
      return w.goals.notFromHere
    case 'too-long':
      return sayIn({ language }, w.answer.tooLong, { most: MOST })
    default:
      return never(code)
  }
}

async function ownGoal(visit: Visit): Promise<Goal | undefined> {
  const id = readId<'own-goal'>(visit.params['goal'])
  const goals = await goalsOf(visit.tx, getOwnChild(visit))
  return goals.find((g) => g.id === id)
}

async function oneGoal(
  visit: Visit,
  goal: Goal,
  typed: { readonly change: string; readonly newWords: string; readonly say: string },
  problems: readonly Problem[],
): Promise<Answer> {
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/participation/set-goal/change-goal.njk',
    model: { page: changeGoalView({ language: await languageOf(visit), goal, typed, problems }) },
  }
}
