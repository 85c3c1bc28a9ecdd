import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { typedIn } from '#platform/http/fields.ts'
import { errorsOf, type Problem, problemsOf } from '#platform/http/form-problem.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import type { Child } from '#domains/children/index.ts'
import { NOT_HELD_BECAUSE } from '../check-in.rules.ts'
import { frameworkFor } from '../check-in-framework.queries.ts'
import { recordNotHeld as keep } from '../check-in-occasion.queries.ts'
import { NOT_HELD_CHOICES } from '../check-in-words.rules.ts'
import { childIdOf, childOf } from '../child-of-page.ts'
import { readNotHeldForm } from './record-not-held.form.ts'

const url = '/children/:childId/check-in/not-held'
const may = 'check-ins.write'

/** There was no check-in, and why: so that nothing said is never just nothing. */
export const askNotHeld: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'check-in.not-held.ask', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const [year = '', month = '', day = ''] = londonCalendarDay(visit.now).split('-')
    const values = { day: String(Number(day)), month: String(Number(month)), year }
    return shown(await childOf(visit), values, [])
  },
}

export const recordNotHeld: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'check-in.not-held', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const read = readNotHeldForm(visit.form, londonCalendarDay(visit.now))
    if (!read.success) return shown(child, typedIn(visit.form), problemsOf(read.error))
    const framework = await frameworkFor(visit.tx, child.id, visit.now)
    await keep(visit.tx, child.id, { ...read.data, frameworkVersionId: framework?.id })
    visit.note({ reason: read.data.reason })
    return { kind: 'redirect', to: `/children/${child.id}` }
  },
}

function shown(
  child: Child,
  values: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Answer {
  const page = {
    title: 'No check-in, and why',
    child,
    values,
    errors: errorsOf(problems),
    reasons: NOT_HELD_BECAUSE.map((value) => ({
      value,
      text: NOT_HELD_CHOICES[value],
      checked: values['reason'] === value,
    })),
  }
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/outcomes/record-not-held/record-not-held.njk',
    model: { page },
  }
}
