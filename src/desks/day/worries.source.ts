import { londonDay } from '#kernel/london-time.ts'
import { may } from '#platform/access/capability.ts'
import {
  referralsToReview,
  type ToReview,
  waitingConcerns,
  waitingLine,
} from '#domains/identification/index.ts'
import type { DayLine, Source } from './line.ts'

/** Worries whose next step is the reader's: a look asked of them, or a child beside whom they stand. */
export const worries: Source = async ({ tx, actor }) => {
  if (!may(actor.role, 'concerns.write')) return []
  const manages = actor.role === 'manager'
  const waiting = await waitingConcerns(tx, actor, manages ? 'asked-of-me' : 'all')
  return waiting
    .filter((w) => !w.secondThere && (!w.askedOfId || w.askedOfId === actor.id))
    .map((w) => {
      const { name, detail, action } = waitingLine(w, actor.id)
      return { kind: 'waiting', childId: w.childId, name, detail, on: undefined, action }
    })
}

/** Referrals for help that a colleague was asked to read before they go. */
export const reviews: Source = async ({ tx, actor }) =>
  may(actor.role, 'concerns.write')
    ? (await referralsToReview(tx, 'beside-me')).map(toReviewLine)
    : []

export const toReviewLine = (r: ToReview): DayLine => ({
  kind: 'waiting',
  childId: r.childId,
  name: r.knownAs,
  detail: `A referral for help waits for a colleague to read it${r.askedBy ? `, asked by ${r.askedBy}` : ''}${
    r.askedAt ? ` on ${londonDay(r.askedAt)}` : ''
  }`,
  on: undefined,
  action: { text: 'Read it', href: `/children/${r.childId}/referral-for-help/${r.id}` },
})
