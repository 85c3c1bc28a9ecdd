import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Sending } from '#platform/mail/sending.ts'
import { nextDutyNotice, settleDutyNotice } from './told.queries.ts'
import { DUTY_NOTICE, endOfTelling } from './told.rules.ts'

export type DutySender = {
  /** A transaction as the organisation's own system account. */
  readonly within: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  readonly sending: Sending
  readonly clock: () => Date
}

const MOST_AT_ONCE = 50

/** Tells those who were asked and have not seen it. Gives how many notices left. */
export async function tellDuty(sender: DutySender): Promise<number> {
  let sent = 0
  for (let n = 0; n < MOST_AT_ONCE; n += 1) {
    // Taken in a transaction of its own: a sender that dies here is followed by another after a minute.
    const notice = await sender.within((tx) => nextDutyNotice(tx, sender.clock()))
    if (!notice) break
    const send = sender.sending[notice.channel]
    const handed = send ? await send({ to: notice.to, language: 'en', ...DUTY_NOTICE }) : undefined
    const end = endOfTelling(handed, notice.tries)
    if (end) await sender.within((tx) => settleDutyNotice(tx, notice.id, end, sender.clock()))
    if (handed === 'sent') sent += 1
  }
  return sent
}
