import { londonDay } from '#kernel/london-time.ts'
import { inWords } from '#kernel/calendar-day.ts'
import { may } from '#platform/access/capability.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { FORM, LISTS } from '../form.rules.ts'
import { isOver, type Referral, referralsOf, beginReferral } from '../referral.queries.ts'
import { addressOf, audit, childOf, URL } from '../referral-of-page.ts'
import { responderOf } from '../../responder.queries.ts'
import { DUTY_TO_NOTIFY, routeOf } from '../../responder.rules.ts'
import { stateInWords } from '../see-referral/state.view.ts'

/** The referrals of a child, and where one begins. */
export const seeReferrals: Page = {
  method: 'GET',
  url: URL,
  may: 'children.read',
  audit: audit('see'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const referrals = await referralsOf(visit.tx, child.id)
    const here = addressOf(child)
    const mayWrite = may(visit.actor.role, 'children.write')
    const page = {
      title: 'A referral for help',
      child: { id: child.id, knownAs: child.knownAs },
      here,
      lines: referrals.map((r) => lineOf(r, here)),
      mayBegin: mayWrite && referrals.every(isOver),
      whoSends: await whoSends(visit),
      responders: LISTS.firstResponderOrganisations,
      domains: [...LISTS.verifiedEmailExtensions, ...LISTS.verifiedEmailDomains],
      dutyToNotify: DUTY_TO_NOTIFY,
      formDate: FORM.commitDate,
    }
    return {
      kind: 'view',
      template: 'domains/identification/nrm/see-referrals/see-referrals.njk',
      model: { page },
    }
  },
}

/** Whether the user's own organisation sends it, and who does where it does not. */
export const whoSends = async ({ tx, actor }: Visit): Promise<string> =>
  routeOf(actor.organisationName, await responderOf(tx, actor.organisationId)).text

const lineOf = (r: Referral, here: string) => ({
  href: `${here}/${r.id}`,
  text: `Begun ${londonDay(r.begunAt)}${r.begunByName ? ` by ${r.begunByName}` : ''}`,
  state: stateInWords(r.state),
  sent: r.sentOn && inWords(r.sentOn),
  notSentWhy: r.notSentWhy,
})

/** Begins a referral, or goes to the one in hand. */
export const startReferral: Page = {
  method: 'POST',
  url: `${URL}/begin`,
  may: 'children.write',
  audit: audit('begin'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const id = await beginReferral(visit.tx, child.id, visit.now)
    return { kind: 'redirect', to: addressOf(child, { id }) }
  },
}
