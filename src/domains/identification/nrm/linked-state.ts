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
  if (!fits(linked, answer, all)) return
  const change = { ...linked, ...answeredWith(answer) }
  if (await changeReferral(tx, linked.id, linked.version, change)) {
    await letterWritten(tx, referral.childId, change, now)
  }
}

type Answer = ReturnType<typeof answeredBy>

/** Whether it can be written: never an answer before the letter, and no letter taken up again beside another. */
function fits(linked: LinkedReferral, answer: Answer, all: readonly LinkedReferral[]): boolean {
  if (answer) return linked.sentOn !== undefined && answer.on >= linked.sentOn
  return !all.some((r) => r.kind === 'nrm' && r.id !== linked.id && !isOver(r))
}

const answeredWith = (answer: Answer) =>
  answer
    ? {
        state: answer.state,
        answeredOn: answer.on,
        because: answer.state === 'refused' ? answer.because : undefined,
      }
    : ({ state: 'sent', answeredOn: undefined, because: undefined } as const)

const isOver = (r: LinkedReferral): boolean => r.state !== 'preparing' && r.state !== 'sent'

/** The linked referral that is this one: by the reference it was sent under, or by the day. */
const isOf = (linked: LinkedReferral, referral: Referral): boolean =>
  linked.kind === 'nrm' &&
  linked.state !== 'preparing' &&
  linked.state !== 'not_made' &&
  (linked.reference === referral.sentReference || linked.sentOn === referral.sentOn)
