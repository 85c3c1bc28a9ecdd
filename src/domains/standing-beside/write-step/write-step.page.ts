import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  askedAnswer,
  askedPage,
  type Child,
  childIdOf,
  type Typed,
} from '#domains/children/index.ts'
import { childOf } from '../child-of-page.ts'
import { followStep } from '../follow-clock.ts'
import { addStep, changeStep, stepsOf } from '../steps.queries.ts'
import type { Step } from '../steps.rules.ts'
import { readStep, STEP_ASKS, stepNow, typedOfStep } from './write-step.form.ts'

const url = '/children/:childId/beside/steps'
const may = 'children.write'
const audit = (act: string) => ({ action: `children.beside.step.${act}`, childId: childIdOf })

export const askStep: Page = {
  method: 'GET',
  url: `${url}/add`,
  may,
  audit: audit('ask'),
  answer: async (visit) => shown({ child: await childOf(visit), typed: {} }),
}

/** One step on the way to somebody; the clock of the wait follows it. */
export const writeStep: Page = {
  method: 'POST',
  url: `${url}/add`,
  may,
  audit: audit('write'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const read = readStep(visit.form, londonCalendarDay(visit.now))
    if ('problems' in read) {
      return shown({ child, typed: typedIn(visit.form), problems: read.problems })
    }
    const id = await addStep(visit.tx, child.id, read.value)
    await followStep(visit.tx, child.id, { ...read.value, id }, visit.now)
    return { kind: 'redirect', to: `/children/${child.id}/beside` }
  },
}

export const askRightStep: Page = {
  method: 'GET',
  url: `${url}/:step`,
  may,
  audit: audit('ask'),
  async answer(visit): Promise<Answer> {
    const { child, step } = await stepOf(visit)
    return step ? shown({ child, step, typed: typedOfStep(step) }) : { kind: 'not-found' }
  },
}

/** Puts a step right; what it said before stays in the history. */
export const putStepRight: Page = {
  method: 'POST',
  url: `${url}/:step`,
  may,
  audit: audit('change'),
  async answer(visit): Promise<Answer> {
    const { child, step } = await stepOf(visit)
    if (!step) return { kind: 'not-found' }
    const typed = typedIn(visit.form)
    const read = readStep(visit.form, londonCalendarDay(visit.now))
    if ('problems' in read) return shown({ child, step, typed, problems: read.problems })
    const at = { child: child.id, id: step.id, version: versionOf(visit.form) }
    if (!(await changeStep(visit.tx, at, read.value))) {
      const { step: now } = await stepOf(visit)
      return shown({ child, step: now ?? step, typed, changed: true })
    }
    await followStep(visit.tx, child.id, { ...read.value, id: step.id }, visit.now)
    return { kind: 'redirect', to: `/children/${child.id}/beside` }
  },
}

async function stepOf(
  visit: Visit,
): Promise<{ readonly child: Child; readonly step: Step | undefined }> {
  const child = await childOf(visit)
  const steps = await stepsOf(visit.tx, child.id)
  return { child, step: steps.find((s) => s.id === visit.params['step']) }
}

type Shown = {
  readonly child: Child
  readonly typed: Typed
  readonly step?: Step
  readonly problems?: readonly Problem[]
  readonly changed?: boolean
}

const shown = ({ child, typed, step, problems = [], changed = false }: Shown): Answer =>
  askedAnswer(
    askedPage({
      title: step ? 'Put a step right' : 'A step on the way to somebody',
      child,
      back: `/children/${child.id}/beside`,
      intro: [
        'An offer that was not wanted is written down too. Why nobody is there yet is never the young person.',
      ],
      asks: STEP_ASKS,
      typed,
      version: step?.version ?? 0,
      problems,
      meanwhile: changed && step ? { by: undefined, lines: stepNow(step) } : undefined,
    }),
  )
