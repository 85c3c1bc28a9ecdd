import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { findLastRegisterRelease, sharedForms } from '../register.queries.ts'
import { type ReportingYear, reportingYears } from '../reporting-year.rules.ts'
import { makeRegister } from './make-register.ts'
import { seeTheRegisterView } from './see-the-register.view.ts'

const url = '/area/worries'

/** The register of identification as last released. Counts nothing itself. */
export const seeTheRegister: Page = {
  method: 'GET',
  url,
  may: 'area.see',
  audit: { action: 'area.worries' },
  async answer(visit): Promise<Answer> {
    const years = yearsOf(visit)
    const year = chosenYear(visit.query['year'], years)
    if (!year) return { kind: 'not-found' }
    const release = await findLastRegisterRelease(visit.tx, year)
    if (release) visit.note({ release: release.id })
    const page = seeTheRegisterView({
      organisation: visit.actor.organisationName,
      years,
      year,
      release,
      forms: await sharedForms(visit.tx),
      made: visit.query['made'],
    })
    const template = 'domains/statistics/see-the-register/see-the-register.njk'
    return { kind: 'view', template, model: { page } }
  },
}

/** Counts anew, hides what must be hidden and keeps the result for everybody to see the same. */
export const makeTheRegister: Page = {
  method: 'POST',
  url,
  may: 'area.see',
  audit: { action: 'area.make-worries' },
  async answer(visit): Promise<Answer> {
    const year = chosenYear(visit.form['year'], yearsOf(visit))
    if (!year) return { kind: 'not-found' }
    const { outcome, release } = await makeRegister(visit.tx, year)
    visit.note(release ? { outcome, release } : { outcome })
    const to = new URLSearchParams({ year: String(year.begins), made: outcome })
    return { kind: 'redirect', to: `${url}?${to.toString()}` }
  },
}

const yearsOf = ({ now }: Visit): readonly ReportingYear[] => reportingYears(londonCalendarDay(now))

/** Left out or empty is this year; one that is not in the list, or two, is none. */
function chosenYear(asked: unknown, years: readonly ReportingYear[]): ReportingYear | undefined {
  return years.find((year, n) => (asked ? String(year.begins) === asked : n === 0))
}
