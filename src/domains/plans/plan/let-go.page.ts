import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { childIdOf } from '#domains/children/index.ts'
import { goalStepsOf } from '../plan.queries.ts'
import { stepGoal } from '../goal-writing.queries.ts'
import { sheet } from '../sheet.ts'
import {
  addressOf,
  at,
  ENDED,
  type Found,
  planOf,
  shared,
  theirWords,
  URL,
  written,
} from './plan-of-page.ts'

const list = (found: Found) => `${addressOf(found)}/goals`

/** What the plan is for and what it was for: each goal with when it was let go or came back, and why. */
export const seeGoals: Page = {
  method: 'GET',
  url: `${URL}/goals`,
  may: 'children.read',
  audit: { action: 'plans.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const found = await planOf(visit)
    if (!found) return { kind: 'not-found' }
    const { plan, child } = found
    const steps = await goalStepsOf(visit.tx, plan.id)
    const page = {
      title: 'Goals, and those let go',
      child: { id: child.id, knownAs: child.knownAs },
      here: list(found),
      back: addressOf(found),
      goals: [...plan.goals, ...plan.letGo].map((g) => ({
        ...g,
        steps: steps
          .filter((s) => s.goalId === g.id)
          .map((s) => ({
            why: s.why,
            by: s.by ?? 'Somebody',
            day: inWords(londonCalendarDay(s.at)),
            what: s.kind === 'let_go' ? 'Let go' : 'Came back',
          })),
      })),
      mayWrite: mayDo(visit.actor.role, 'children.write') && plan.state !== 'ended',
    }
    return { kind: 'view', template: 'domains/plans/plan/goals.njk', model: { page } }
  },
}

async function goalFound(visit: Visit) {
  const found = await planOf(visit)
  const goal =
    found && [...found.plan.goals, ...found.plan.letGo].find((g) => g.id === visit.params['goal'])
  return found && goal && { ...found, goal }
}
type WithGoal = NonNullable<Awaited<ReturnType<typeof goalFound>>>

const isLetGo = ({ goal }: WithGoal): boolean => goal.letGoWhy !== undefined

/** Let go, or taken up again: with why, in the words of whoever does it. */
export const goalStepPages = sheet<WithGoal>({
  ...shared,
  url: `${URL}/goals/:goal`,
  act: 'plans.goal-step',
  find: goalFound,
  back: list,
  title: (found) => (isLetGo(found) ? 'Take the goal up again' : 'Let the goal go'),
  beside: (found) => [
    { title: 'The goal', lines: [{ text: found.goal.words, lang: found.goal.language }] },
    ...theirWords(found),
  ],
  intro: (found) =>
    isLetGo(found)
      ? []
      : [
          'A goal is let go with them. It stays here with why, and can come back.',
          ...stillToDo(found),
        ],
  asks: (found) => [
    {
      kind: 'words',
      name: 'why',
      label: isLetGo(found)
        ? 'Why does it come back?'
        : 'Why is it let go, and what do they say of it?',
    },
  ],
  version: ({ goal }) => goal.version,
  async save(visit, found, read) {
    const why = read.needed('why', 'Enter why', 2000)
    if (found.plan.state === 'ended') read.wrong('why', ENDED)
    const owed = isLetGo(found) ? [] : stillToDo(found)
    if (owed[0]) read.wrong('why', owed[0])
    const row = { ...at(found, read), goal: found.goal.id }
    const kind = isLetGo(found) ? 'came_back' : 'let_go'
    const became = await written(read, found, () => stepGoal(visit.tx, row, { kind, why }))
    return typeof became === 'object' ? { to: list(found) } : became
  },
})

/** What somebody still owes for a goal is settled before it is let go. */
function stillToDo({ plan, goal }: WithGoal): readonly string[] {
  const open = plan.actions.filter((a) => a.goalId === goal.id && a.state === 'open')
  return open.length === 0
    ? []
    : [
        `Say first what becomes of what is still to do for it: ${open.map((a) => a.what).join('; ')}`,
      ]
}
