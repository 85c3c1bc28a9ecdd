import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { frameIn, getOwnChild, languageOf, ownChild } from '#domains/words/index.ts'
import { appointmentsOf } from '../calendar.queries.ts'
import { type Appointment, isOver } from '../calendar.rules.ts'
import { copyOf } from './keep-copy.view.ts'

const url = '/me/calendar/keep'
const may = 'me.open'
const YEAR = 366 * 24 * 60 * 60 * 1000

/** Before a copy for the phone: what it would hold, and who could then see it. */
export const askCopy: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'me.calendar.ask-copy', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const frame = frameIn(await languageOf(visit), false, (w) => w.calendar.keepTitle)
    const page = { ...frame, any: (await planned(visit)).length > 0 }
    return { kind: 'view', template: 'domains/calendar/keep-copy/keep-copy.njk', model: { page } }
  },
}

/** The copy, only on an explicit press. */
export const makeCopy: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'me.calendar.copy', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const { w } = frameIn(await languageOf(visit), false, (words) => words.calendar.keepTitle)
    return {
      kind: 'file',
      name: 'calendar.ics',
      type: 'text/calendar; charset=utf-8',
      body: copyOf(await planned(visit), w.calendar.appointment, visit.now),
    }
  },
}

async function planned(visit: Visit): Promise<readonly Appointment[]> {
  const { tx, now } = visit
  const until = new Date(now.getTime() + YEAR)
  const all = await appointmentsOf(tx, getOwnChild(visit), { from: now, until })
  return all.filter((a) => a.state === 'planned' && !isOver(a, now))
}
