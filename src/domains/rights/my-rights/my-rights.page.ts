import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { listOf, textOf } from '#platform/http/fields.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { birthsOf } from '#domains/children/index.ts'
import { getOwnChild, languageOf, ownChild, withAloud } from '#domains/words/index.ts'
import { rightsView } from '../own-pages.view.ts'
import { checksOf, clockOn, nationOf } from '../reviews.queries.ts'
import { agesOf, readSituations, textsFor } from '../rights.rules.ts'
import { RIGHT_TEXTS, type RightText } from '../rights-texts.rules.ts'

/** Spoken on this page, where somebody recorded it. */
const ALOUD = ['rights.heading', 'rights.lead', 'rights.help']

/** What I can ask for. What I choose here is only in the address of this page: nothing keeps it. */
export const seeMyRights: Page = {
  method: 'GET',
  url: '/me/rights',
  may: 'me.open',
  audit: { action: 'me.rights', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const { tx, actor, query } = visit
    const today = londonCalendarDay(visit.now)
    const nation = await nationOf(tx, actor.organisationId, today)
    const births = await birthsOf(tx, getOwnChild(visit))
    const ages = agesOf(
      births.map((b) => b.birth),
      today,
    )
    const situations = readSituations(listOf(query, 'fits'))
    const checks = await checksOf(tx, 'rights_text')
    const all = textOf(query, 'all') === 'yes'
    const page = rightsView({
      language: await languageOf(visit),
      nation,
      texts: all ? RIGHT_TEXTS : textsFor({ nation, ages, situations }),
      situations,
      all,
      checkedOn: (text: RightText) => checks.get(text.code)?.checkedOn ?? text.reviewedOn,
      days: await clockOn(tx, 'rights_text', today),
      today,
    })
    return withAloud(
      visit,
      { kind: 'view', template: 'domains/rights/my-rights/my-rights.njk', model: { page } },
      ALOUD,
    )
  },
}
