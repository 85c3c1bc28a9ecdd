import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type Child, notSharedInWords, notSharedWith } from '#domains/children/index.ts'
import { verbatimIn } from '../check-in-answer.form.ts'
import { childIdOf, childOf } from '../child-of-page.ts'
import { changeGoal, type Goal, goalsOf, setGoal } from '../goal.queries.ts'
import {
  type GoalProblem,
  MOST_OF_A_GOAL as MOST,
  readGoalChange,
  typedGoalChange,
} from '../goal.form.ts'
import { goalsForWorkers, type TypedGoal } from './write-goal.view.ts'

const may = 'check-ins.write'
const NOTHING: TypedGoal = { words: '', change: '', newWords: '', say: '' }

/** What the young person wants, for those beside them. */
export const seeGoalsOfChild: Page = {
  method: 'GET',
  url: '/children/:childId/goals',
  may: 'children.read',
  audit: { action: 'goals.see', childId: childIdOf },
  answer: async (visit) => shown(visit, await childOf(visit), undefined, NOTHING, []),
}

/** Written down with them, in their words; the record says that somebody helped. */
export const writeGoal: Page = {
  method: 'POST',
  url: '/children/:childId/goals',
  may,
  audit: { action: 'goals.write', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const words = verbatimIn(visit.form, 'words')
    const text =
      words === ''
        ? `Enter what ${child.knownAs} wants, in their own words`
        : words.length > MOST
          ? 'What they want must be 2,000 characters or fewer'
          : undefined
    const kept = await notSharedWith(visit.tx, child.id)
    // What they keep to themselves nobody else adds to.
    if (kept.has('goals')) {
      const problem = { field: 'words', text: notSharedInWords(child.knownAs) }
      return shown(visit, child, undefined, { ...NOTHING, words }, [problem])
    }
    if (text)
      return shown(visit, child, undefined, { ...NOTHING, words }, [{ field: 'words', text }])
    await setGoal(visit.tx, child.id, {
      words,
      language: 'en',
      outcomeCode: undefined,
      saidBy: 'young_person_with_someone',
      day: londonCalendarDay(visit.now),
    })
    return { kind: 'redirect', to: `/children/${child.id}/goals` }
  },
}

export const seeGoalOfChild: Page = {
  method: 'GET',
  url: '/children/:childId/goals/:goal',
  may,
  audit: { action: 'goals.change.ask', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const goal = await goalOf(visit, child)
    return goal ? shown(visit, child, goal, { ...NOTHING, newWords: goal.words }, []) : NOT_FOUND
  },
}

const NOT_FOUND: Answer = { kind: 'not-found' }

/** What has become of it, written down with them. */
export const changeGoalOfChild: Page = {
  method: 'POST',
  url: '/children/:childId/goals/:goal',
  may,
  audit: { action: 'goals.change', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const goal = await goalOf(visit, child)
    if (!goal) return NOT_FOUND
    const typed = { ...NOTHING, ...typedGoalChange(visit.form) }
    const again = (problem: GoalProblem) => {
      const { field, code } = problem
      return shown(visit, child, goal, typed, [{ field, text: SENTENCES[code] }])
    }
    const read = readGoalChange(visit.form, goal)
    if (!read.ok) return again(read.problem)
    const changed = {
      ...read,
      language: 'en',
      saidBy: 'young_person_with_someone',
      day: londonCalendarDay(visit.now),
    } as const
    const done = await changeGoal(visit.tx, child.id, goal, changed, read.version)
    if (done) return { kind: 'redirect', to: `/children/${child.id}/goals` }
    // Theirs may have been kept while this page waited for it.
    const now = (await goalOf(visit, child)) ?? goal
    const text = SENTENCES['not-from-here']
    return shown(visit, child, now, typed, [{ field: 'change', text }])
  },
}

const SENTENCES: Readonly<Record<GoalProblem['code'], string>> = {
  choose: 'Choose what has become of it',
  'too-long': 'The words must be 2,000 characters or fewer',
  'same-words': 'Enter how they say it now',
  'not-from-here': 'This goal changed while you were writing. Read it again, then choose once more',
}

async function goalOf(visit: Visit, child: Child): Promise<Goal | undefined> {
  const id = readId<'own-goal'>(visit.params['goal'])
  return (await goalsOf(visit.tx, child.id)).find((g) => g.id === id)
}

async function shown(
  visit: Visit,
  child: Child,
  goal: Goal | undefined,
  typed: TypedGoal,
  problems: readonly Problem[],
): Promise<Answer> {
  const kept = await notSharedWith(visit.tx, child.id)
  const page = {
    notShared: kept.has('goals') ? notSharedInWords(child.knownAs) : undefined,
    ...goalsForWorkers(child, await goalsOf(visit.tx, child.id), goal, typed, visit.actor.role),
    errors: errorsOf(problems),
  }
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: goal
      ? 'domains/outcomes/write-goal/change-goal.njk'
      : 'domains/outcomes/write-goal/goals.njk',
    model: { page },
  }
}
