import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { makeStays } from './make-stays.ts'
import { seeStayingView, stayingFile } from './see-staying.view.ts'
import { lastRelease } from '../ledger.queries.ts'

const url = '/area/staying'
const may = 'area.see'

/** For how long people stay beside children, as last released. Counts nothing itself. */
export const seeStaying: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'area.staying' },
  async answer({ tx, actor, query, note }): Promise<Answer> {
    const release = await lastRelease(tx, 'stay_release', undefined)
    if (release) note({ release: release.id })
    const page = seeStayingView(actor.organisationName, release, query['made'])
    return {
      kind: 'view',
      template: 'domains/statistics/see-staying/see-staying.njk',
      model: { page },
    }
  },
}

/** The released figures as a file for research: no child, no worker, no pseudonym, no day of anybody. */
export const downloadStaying: Page = {
  method: 'GET',
  url: `${url}/file`,
  may,
  audit: { action: 'area.download' },
  async answer({ tx, note }): Promise<Answer> {
    const release = await lastRelease(tx, 'stay_release', undefined)
    if (!release) return { kind: 'not-found' }
    note({ release: release.id })
    return {
      kind: 'file',
      name: 'for-how-long-people-stay.csv',
      type: 'text/csv; charset=utf-8',
      body: stayingFile(release),
    }
  },
}

/** Counts anew, hides what must be hidden and keeps the result for everybody to see the same. */
export const makeThePictureOfStaying: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'area.make-staying' },
  async answer({ tx, now, note }): Promise<Answer> {
    const { outcome, release } = await makeStays(tx, londonCalendarDay(now))
    note(release ? { outcome, release } : { outcome })
    return { kind: 'redirect', to: `${url}?made=${outcome}` }
  },
}
