import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { birthsOf, type Child } from '#domains/children/index.ts'
import { aboutChild } from '../about-child.ts'
import { auditOf, childOf } from '../child-of-page.ts'
import { addConcern } from '../concern-writing.queries.ts'
import { indicatorsOn } from '../indicators.queries.ts'
import type { Indicator } from '../indicators.rules.ts'
import { owedFromWorry } from '../owed.ts'
import { stepsOfChild } from '../protection.queries.ts'
import { typedWithTicks } from '../question.form.ts'
import { questionPage, type Typed } from '../question.view.ts'
import { concernQuestions, readConcern } from './record-concern.form.ts'

const url = '/children/:childId/concerns/add'
const may = 'concerns.write'

/** What somebody saw or heard, in context. Anyone beside the child writes it down. */
export const askConcern: Page = {
  method: 'GET',
  url,
  may,
  audit: auditOf('concerns.ask'),
  async answer(visit): Promise<Answer> {
    const indicators = await indicatorsOn(visit.tx, londonCalendarDay(visit.now))
    return shown(visit, await childOf(visit), indicators, {}, [])
  },
}

export const recordConcern: Page = {
  method: 'POST',
  url,
  may,
  audit: auditOf('concerns.record'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const today = londonCalendarDay(visit.now)
    const indicators = await indicatorsOn(visit.tx, today)
    const births = (await birthsOf(visit.tx, child.id)).map((b) => b.birth)
    const read = readConcern(visit.form, today, indicators, births)
    if ('problems' in read) {
      return shown(visit, child, indicators, typedWithTicks(visit.form), read.problems)
    }
    const id = await addConcern(visit.tx, child.id, read.value)
    const at = { child: child.id, concern: id, now: visit.now }
    await owedFromWorry(visit.tx, at, await stepsOfChild(visit.tx, child.id))
    return { kind: 'redirect', to: `/children/${child.id}/concerns/${id}` }
  },
}

async function shown(
  visit: Visit,
  child: Child,
  indicators: readonly Indicator[],
  typed: Typed,
  problems: readonly Problem[],
): Promise<Answer> {
  return questionPage({
    title: 'Write down what worries you',
    help: ['concern', 'indicators'],
    child,
    back: `/children/${child.id}/concerns`,
    asides: await aboutChild(visit.tx, child),
    intro: [
      'If they are in danger now, call 999 first. A safe place, somebody beside them and a strategy discussion start now and wait for nothing on this page.',
    ],
    questions: concernQuestions(indicators),
    typed,
    problems,
  })
}
