import type { Tx } from '#platform/db/unit-of-work.ts'
import { changeReferral, type LinkedReferral, referralsOf } from '../protection.queries.ts'
import { letterWritten } from '../owed.ts'
import { decisionsOf } from './decisions.queries.ts'
import { answeredBy } from './decisions.rules.ts'
import type { Referral } from './referral.queries.ts'

/**
 * Of the three referrals side by side, the one to the mechanism says what came of it: taken up by positive
 * grounds, refused by negative ones, and sent again where a decision was written by mistake.
 */
export async function tellLinkedOfDecisions(tx: Tx, referral: Referral, now: Date): Promise<void> {
  const all = await referralsOf(tx, referral.childId)
  const linked = all.find((r) => isOf(r, referral))
  if (!linked?.sentOn) return
  const answer = answeredBy(await decisionsOf(tx, referral.id))
  // Another one is under way since: what was answered before stays as it is.
  const another = all.some((r) => r.kind === 'nrm' && r.id !== linked.id && !isOver(r))
  if (!answer && another) return
  if (answer && answer.on < linked.sentOn) return
  const change = {
    ...linked,
    state: answer?.state ?? 'sent',
    answeredOn: answer?.on,
    because: answer?.state === 'refused' ? answer.because : undefined,
  } as const
  if (await changeReferral(tx, linked.id, linked.version, change)) {
    await letterWritten(tx, referral.childId, change, now)
  }
}

const isOver = (r: LinkedReferral): boolean => r.state !== 'preparing' && r.state !== 'sent'

/** The linked referral that is this one: by the reference it was sent under, or by the day. */
const isOf = (linked: LinkedReferral, referral: Referral): boolean =>
  linked.kind === 'nrm' &&
  linked.state !== 'preparing' &&
  linked.state !== 'not_made' &&
  (linked.reference === referral.sentReference || linked.sentOn === referral.sentOn)
