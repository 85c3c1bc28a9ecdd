import { referralsToReview, waitingConcerns, waitingLine } from '#domains/identification/index.ts'
import type { DayLine } from '../line.ts'
import { toReviewLine } from '../worries.source.ts'
import type { Part } from './part.ts'

export const worries: Part = {
  slug: 'worries',
  title: 'Worries and referrals that wait',
  empty: 'Every worry that was written down is decided.',
  async gather({ tx, actor }, team) {
    const waiting = await waitingConcerns(tx, team ? { ...actor, teamId: team } : actor)
    const toRead = team ? (await referralsToReview(tx, team)).map(toReviewLine) : []
    const lines = waiting.map((w): DayLine => {
      const { name, detail, action } = waitingLine(w, actor.id)
      return { kind: 'waiting', childId: w.childId, name, detail, on: undefined, action }
    })
    return [...toRead, ...lines]
  },
}
