import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { may } from '#platform/access/capability.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type ReportingYear, reportingYears } from '../reporting-year.rules.ts'
import { makeFlow } from './make-follow-up.ts'
import { seeFollowUpView } from './see-follow-up.view.ts'
import { lastRelease } from '../ledger.queries.ts'

const url = '/area/follow-up'

/** Who is still asked years after they entered, and why the others are not, as last released. Counts nothing itself. */
export const seeFollowUp: Page = {
  method: 'GET',
  url,
  may: 'area.see',
  audit: { action: 'area.follow-up' },
  async answer(visit): Promise<Answer> {
    const years = reportingYears(londonCalendarDay(visit.now))
    const year = chosenYear(visit.query['year'], years)
    if (!year) return { kind: 'not-found' }
    const release = await lastRelease(visit.tx, 'follow_up_release', year)
    if (release) visit.note({ release: release.id })
    const page = seeFollowUpView({
      organisation: visit.actor.organisationName,
      years,
      year,
      release,
      made: visit.query['made'],
      mayExtract: may(visit.actor.role, 'research.extract'),
    })
    const template = 'domains/statistics/see-follow-up/see-follow-up.njk'
    return { kind: 'view', template, model: { page } }
  },
}

/** Counts anew, hides what must be hidden and keeps the result for everybody to see the same. */
export const makeThePictureOfFollowUp: Page = {
  method: 'POST',
  url,
  may: 'area.see',
  audit: { action: 'area.make-follow-up' },
  async answer(visit: Visit): Promise<Answer> {
    const today = londonCalendarDay(visit.now)
    const year = chosenYear(visit.form['year'], reportingYears(today))
    if (!year) return { kind: 'not-found' }
    const { outcome, release } = await makeFlow(visit.tx, year, today)
    visit.note(release ? { outcome, release } : { outcome })
    const to = new URLSearchParams({ year: String(year.begins), made: outcome })
    return { kind: 'redirect', to: `${url}?${to.toString()}` }
  },
}

/** Left out or empty is this year; one that is not in the list, or two, is none. */
function chosenYear(asked: unknown, years: readonly ReportingYear[]): ReportingYear | undefined {
  return years.find((year, n) => (asked ? String(year.begins) === asked : n === 0))
}
