import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { may } from '#platform/access/capability.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  DIVISION_NAMES,
  divisionOf,
  type Nation,
  NATION_NAMES,
  NATIONS,
} from '../bank-holidays.rules.ts'
import { rulesOf } from '../known-rules.queries.ts'
import { ruleLine } from '../rule.view.ts'
import { holidayYears, ownNation } from '../rules.queries.ts'

const url = '/clock-rules'

/** Every rule of a nation, with its source: the reader's own nation unless they ask for another. */
export const seeRules: Page = {
  method: 'GET',
  url,
  may: 'clock-rules.read',
  audit: { action: 'clock-rules.see' },
  async answer(visit): Promise<Answer> {
    const nation = await nationAsked(visit)
    const rules = (await rulesOf(visit.tx)).filter((r) => r.nation === nation)
    const page = {
      title: 'Clocks and where their times are from',
      nation: NATION_NAMES[nation],
      nations: nationLinks(nation, url),
      rules: rules.map(ruleLine),
      holidays: `${url}/bank-holidays?nation=${nation}`,
      mayAdd: may(visit.actor.role, 'clock-rules.add'),
    }
    return { kind: 'view', template: 'domains/clocks/see-rules/see-rules.njk', model: { page } }
  },
}

export const seeBankHolidays: Page = {
  method: 'GET',
  url: `${url}/bank-holidays`,
  may: 'clock-rules.read',
  audit: { action: 'clock-rules.see' },
  async answer(visit): Promise<Answer> {
    const nation = await nationAsked(visit)
    const division = divisionOf(nation)
    const years = await holidayYears(visit.tx, division)
    const page = {
      title: 'Bank holidays that are not counted',
      whose: DIVISION_NAMES[division],
      nations: nationLinks(nation, `${url}/bank-holidays`),
      lastYear: years[0]?.year,
      mayLoad: may(visit.actor.role, 'clock-rules.add'),
      years: years.map((y) => ({
        ...y,
        days: y.days.map((d) => ({ day: inWords(d.on), called: d.called })),
      })),
    }
    return { kind: 'view', template: 'domains/clocks/see-rules/bank-holidays.njk', model: { page } }
  },
}

async function nationAsked(visit: Visit): Promise<Nation> {
  const asked = visit.query['nation']
  const found = NATIONS.find((n) => n === asked)
  return found ?? ownNation(visit.tx, londonCalendarDay(visit.now))
}

const nationLinks = (current: Nation, to: string) =>
  NATIONS.map((n) => ({
    text: NATION_NAMES[n],
    href: `${to}?nation=${n}`,
    active: n === current,
  }))
