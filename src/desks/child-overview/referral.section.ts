import { inWords } from '#kernel/calendar-day.ts'
import { nrmStateInWords, nrmReferralsOf } from '#domains/identification/index.ts'
import type { Section } from './section.ts'

/** The referral for help: how far the last one has come, and where one is prepared. */
export const referral: Section = {
  place: 'happening',
  template: 'desks/child-overview/referral.njk',
  async gather({ tx }, child) {
    const [last] = await nrmReferralsOf(tx, child.id)
    return {
      here: `/children/${child.id}/referral-for-help`,
      last: last && {
        state: nrmStateInWords(last.state),
        on: last.sentOn && inWords(last.sentOn),
        by: last.begunByName,
      },
    }
  },
}
