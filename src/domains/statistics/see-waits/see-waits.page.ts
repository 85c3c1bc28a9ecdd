import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type ReportingYear, reportingYears } from '../reporting-year.rules.ts'
import { countedWaits } from '../waits.queries.ts'
import { makeWaits } from './make-waits.ts'
import { seeWaitsView } from './see-waits.view.ts'
import { lastRelease } from '../ledger.queries.ts'

const url = '/area/waits'

/** How long decisions and help took, with those who still wait, as last released. Counts nothing itself. */
export const seeWaits: Page = {
  method: 'GET',
  url,
  may: 'area.see',
  audit: { action: 'area.waits' },
  async answer(visit): Promise<Answer> {
    const years = yearsOf(visit)
    const year = chosenYear(visit.query['year'], years)
    if (!year) return { kind: 'not-found' }
    const release = await lastRelease(visit.tx, 'wait_release', year)
    if (release) visit.note({ release: release.id })
    const page = seeWaitsView({
      organisation: visit.actor.organisationName,
      years,
      year,
      release,
      waits: await countedWaits(visit.tx),
      made: visit.query['made'],
    })
    return { kind: 'view', template: 'domains/statistics/see-waits/see-waits.njk', model: { page } }
  },
}

/** Counts anew, hides what must be hidden and keeps the result for everybody to see the same. */
export const makeThePictureOfWaits: Page = {
  method: 'POST',
  url,
  may: 'area.see',
  audit: { action: 'area.make-waits' },
  async answer(visit): Promise<Answer> {
    const year = chosenYear(visit.form['year'], yearsOf(visit))
    if (!year) return { kind: 'not-found' }
    const { outcome, release } = await makeWaits(visit.tx, year, londonCalendarDay(visit.now))
    visit.note(release ? { outcome, release } : { outcome })
    const to = new URLSearchParams({ year: String(year.begins), made: outcome })
    return { kind: 'redirect', to: `${url}?${to.toString()}` }
  },
}

function yearsOf({ now }: Visit): readonly ReportingYear[] {
  return reportingYears(londonCalendarDay(now))
}

/** Left out or empty is this year; one that is not in the list, or two, is none. */
function chosenYear(asked: unknown, years: readonly ReportingYear[]): ReportingYear | undefined {
  return years.find((year, n) => (asked ? String(year.begins) === asked : n === 0))
}
