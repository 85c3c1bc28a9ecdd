import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  changeGoal,
  frameworkFor,
  type Goal,
  GOAL_CHANGES,
  goalsOf,
  oneOf,
  refuseGoalChange,
  setGoal,
  verbatimIn,
} from '#domains/outcomes/index.ts'
import { askable } from '../choose-outcomes/choose-outcomes.view.ts'
import { getOwnChild, languageOf, ownChild } from '../own-page.ts'
import { say, wordsFor } from '../words/words.ts'
import { changeGoalView, goalsView, newGoalView } from './goals.view.ts'

const may = 'me.open'
const MOST = 2000

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
    const { words: w } = wordsFor(language)
    const words = verbatimIn(visit.form, 'words')
    const about = textOf(visit.form, 'about')
    const problem = wordsProblem(words, w.goals.enterWords, w.answer.tooLong)
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

function wordsProblem(words: string, enter: string, tooLong: string): Problem | undefined {
  if (words === '') return { field: 'words', text: enter }
  if (words.length > MOST) return { field: 'words', text: say(tooLong, { most: String(MOST) }) }
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
    const { words: w } = wordsFor(language)
    const change = oneOf(GOAL_CHANGES, textOf(visit.form, 'change'))
    const newWords = verbatimIn(visit.form, 'newWords')
    const about = verbatimIn(visit.form, 'say')
    const again = (field: string, text: string) =>
      oneGoal(visit, goal, { change: change ?? '', newWords, say: about }, [{ field, text }])
    if (!change) return again('change', w.goals.chooseWhat)
    if (newWords.length > MOST || about.length > MOST) {
      const field = newWords.length > MOST ? 'newWords' : 'say'
      return again(field, say(w.answer.tooLong, { most: String(MOST) }))
    }
    const words = newWords === '' ? goal.words : newWords
    const refusal = refuseGoalChange(goal, change, words)
    if (refusal === 'same-words') return again('newWords', w.goals.otherWords)
    if (refusal === 'not-from-here') return again('change', w.goals.notFromHere)
    const changed = {
      change,
      newWords: words === goal.words ? undefined : words,
      about: about || undefined,
      language,
      saidBy: 'young_person',
      day: londonCalendarDay(visit.now),
    } as const
    const version = Number(textOf(visit.form, 'version'))
    const done = await changeGoal(visit.tx, getOwnChild(visit), goal, changed, version)
    return done ? { kind: 'redirect', to: '/me/goals' } : again('change', w.goals.notFromHere)
  },
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
