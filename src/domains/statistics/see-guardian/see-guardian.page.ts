import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { reportingYears } from '../reporting-year.rules.ts'
import { countedWaits } from '../waits.queries.ts'
import { guardianView, type YearOfWaits } from './see-guardian.view.ts'
import { lastRelease } from '../ledger.queries.ts'

const GUARDIAN = 'guardian.allocation'

/** How long it takes from the referral to a guardian who is named, year by year, with those who still wait. Released figures only. */
export const seeGuardian: Page = {
  method: 'GET',
  url: '/area/waits/guardian',
  may: 'area.see',
  audit: { action: 'area.guardian' },
  async answer({ tx, actor, now }): Promise<Answer> {
    const wait = (await countedWaits(tx)).find((w) => w.code === GUARDIAN)
    if (!wait) return { kind: 'not-found' }
    const years: YearOfWaits[] = []
    for (const year of reportingYears(londonCalendarDay(now)).toReversed()) {
      years.push({ year, release: await lastRelease(tx, 'wait_release', year) })
    }
    const page = guardianView(actor.organisationName, wait, years)
    return {
      kind: 'view',
      template: 'domains/statistics/see-guardian/see-guardian.njk',
      model: { page },
    }
  },
}
