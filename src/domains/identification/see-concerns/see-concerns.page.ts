import { type CalendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import { may } from '#platform/access/capability.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { birthsOf } from '#domains/children/index.ts'
import { aboutChild } from '../about-child.ts'
import { ageInWords, ageThen, type BirthSpan } from '../age.rules.ts'
import { auditOf, childOf } from '../child-of-page.ts'
import { concernsOf } from '../concern.queries.ts'
import { contactsOf } from '../cross-border.queries.ts'
import { chancesOf } from '../missed-chance.queries.ts'
import { type LinkedReferral, referralsOf, stepsOfChild } from '../protection.queries.ts'
import { OFFERS } from '../protection.rules.ts'
import { responderOf } from '../responder.queries.ts'
import { DUTY_TO_NOTIFY, routeOf } from '../responder.rules.ts'
import { situationsOf } from '../situation.queries.ts'
import {
  chanceLines,
  concernLines,
  contactLines,
  mayPrepare,
  referralsView,
  situationLines,
  stepsView,
} from './see-concerns.view.ts'

/** What keeps the child safe first; then what worries people, what happened, and who was asked for help. */
export const seeConcerns: Page = {
  method: 'GET',
  url: '/children/:childId/concerns',
  may: 'concerns.read',
  audit: auditOf('concerns.see'),
  async answer(visit): Promise<Answer> {
    const { tx, actor, now } = visit
    const child = await childOf(visit)
    const here = `/children/${child.id}`
    const births = (await birthsOf(tx, child.id)).map((b) => b.birth)
    const referrals = await referralsOf(tx, child.id)
    const route = routeOf(actor.organisationName, await responderOf(tx, actor.organisationId))
    const page = {
      title: 'Safe, and seen',
      child: { id: child.id, knownAs: child.knownAs },
      here,
      asides: await aboutChild(tx, child),
      steps: stepsView(await stepsOfChild(tx, child.id), here),
      offers: OFFERS,
      concerns: concernLines(await concernsOf(tx, child.id), here),
      situations: situationLines(await situationsOf(tx, child.id), births, here),
      referrals: referralsView(referrals, here),
      mayPrepare: mayPrepare(referrals),
      route,
      duty: DUTY_TO_NOTIFY,
      ages: agesAtReferral(births, referrals, londonCalendarDay(now)),
      contacts: contactLines(await contactsOf(tx, child.id), here),
      chances: chanceLines(await chancesOf(tx, child.id), here),
      mayWrite: may(actor.role, 'concerns.write'),
    }
    return {
      kind: 'view',
      template: 'domains/identification/see-concerns/see-concerns.njk',
      model: { page },
    }
  },
}

/** How old they were, or would be, at the referral to the NRM: beside the age when it happened, never instead. */
function agesAtReferral(
  births: readonly BirthSpan[],
  referrals: readonly LinkedReferral[],
  today: CalendarDay,
): string {
  const sent = referrals.find((r) => r.kind === 'nrm')?.sentOn
  const day = sent ?? today
  const age = ageInWords(ageThen(births, { earliest: day, latest: day }))
  return sent ? `Age when it was sent: ${age}` : `Age if it were sent today: ${age}`
}
