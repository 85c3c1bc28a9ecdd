import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type ReportingYear, reportingYears } from '../reporting-year.rules.ts'
import { stageMeanings } from '../stages.queries.ts'
import { makeByStage } from './make-by-stage.ts'
import { seeByStageView } from './see-by-stage.view.ts'
import { lastRelease } from '../ledger.queries.ts'

const url = '/area/taking-part-by-stage'

/** Who could speak, spoke and was answered, at each stage, as last released. Counts nothing itself. */
export const seeByStage: Page = {
  method: 'GET',
  url,
  may: 'area.see',
  audit: { action: 'area.by-stage' },
  async answer(visit): Promise<Answer> {
    const years = yearsOf(visit)
    const year = chosenYear(visit.query['year'], years)
    if (!year) return { kind: 'not-found' }
    const release = await lastRelease(visit.tx, 'stage_release', year)
    if (release) visit.note({ release: release.id })
    const page = seeByStageView({
      organisation: visit.actor.organisationName,
      years,
      year,
      release,
      meanings: await stageMeanings(visit.tx, release?.onDay ?? londonCalendarDay(visit.now)),
      made: visit.query['made'],
    })
    const template = 'domains/statistics/see-by-stage/see-by-stage.njk'
    return { kind: 'view', template, model: { page } }
  },
}

/** Counts anew, hides what must be hidden and keeps the result for everybody to see the same. */
export const makeThePictureByStage: Page = {
  method: 'POST',
  url,
  may: 'area.see',
  audit: { action: 'area.make-by-stage' },
  async answer(visit): Promise<Answer> {
    const year = chosenYear(visit.form['year'], yearsOf(visit))
    if (!year) return { kind: 'not-found' }
    const { outcome, release } = await makeByStage(visit.tx, year, londonCalendarDay(visit.now))
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
