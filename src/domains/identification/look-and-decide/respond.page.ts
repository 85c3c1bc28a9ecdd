import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import type { Child } from '#domains/children/index.ts'
import { auditOf, childOf } from '../child-of-page.ts'
import { type Concern, findConcern } from '../concern.queries.ts'
import { addResponse } from '../concern-writing.queries.ts'
import { RESPONSES } from '../concern.rules.ts'
import { reading, typedWithTicks } from '../question.form.ts'
import { questionPage, type Typed } from '../question.view.ts'
import { concernAside } from './look.page.ts'

const url = '/children/:childId/concerns/:concern/response'
const may = 'concerns.write'

/** How a body met the child: as a child to be kept safe, or with criminal law. The earliest is the first response. */
export const askResponse: Page = {
  method: 'GET',
  url,
  may,
  audit: auditOf('concerns.ask'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const concern = await findConcern(visit.tx, child.id, visit.params['concern'])
    return concern ? shown(child, concern, {}, []) : { kind: 'not-found' }
  },
}

export const writeResponse: Page = {
  method: 'POST',
  url,
  may,
  audit: auditOf('concerns.response'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const concern = await findConcern(visit.tx, child.id, visit.params['concern'])
    if (!concern) return { kind: 'not-found' }
    const today = londonCalendarDay(visit.now)
    const read = reading(visit.form, today)
    const kind = read.choice('kind', RESPONSES, 'Choose how they were met')
    const on = read.dayNeeded('on', 'the day it happened')
    const what = read.needed('what', 'Enter what happened', 5000)
    if (on > today) read.wrong('on', 'The day it happened must be today or earlier')
    if (on < concern.noticed.earliest) {
      read.wrong('on', 'That is before the day on which this was noticed. Check the day')
    }
    if (read.problems.length > 0) {
      return shown(child, concern, typedWithTicks(visit.form), read.problems)
    }
    await addResponse(visit.tx, concern, { kind, on, what })
    return { kind: 'redirect', to: `/children/${child.id}/concerns/${concern.id}` }
  },
}

function shown(child: Child, concern: Concern, typed: Typed, problems: readonly Problem[]): Answer {
  return questionPage({
    title: 'How were they met?',
    help: ['non-punishment'],
    child,
    back: `/children/${child.id}/concerns/${concern.id}`,
    asides: [concernAside(concern)],
    intro: [
      'Children who are exploited are often met as suspects first. Writing down who met them, how and when lets us see whether that is so, and for whom.',
    ],
    questions: [
      { kind: 'choice', name: 'kind', label: 'How were they met?', choices: RESPONSES },
      { kind: 'day', name: 'on', label: 'On which day?' },
      { kind: 'words', name: 'what', label: 'What happened, and who was it?' },
    ],
    typed,
    problems,
  })
}
