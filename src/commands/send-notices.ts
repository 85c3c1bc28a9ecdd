import type { ChildId } from '#kernel/ids.ts'
import { noticeSaysIn, sendDue } from '#domains/contact/index.ts'
import { tellDuty } from '#domains/duty/index.ts'
import { commandLineOf, organisationCodes } from '#domains/exchange/index.ts'
import { record } from '#platform/audit/record.ts'
import { asActor, atTheDoor, type Tx } from '#platform/db/unit-of-work.ts'
import type { Sending } from '#platform/mail/sending.ts'
import type { Opened } from './database.ts'

const SEND_EVERY = 15 * 1000

type CommandLine = NonNullable<Awaited<ReturnType<typeof commandLineOf>>>

/** Sends what is due for every organisation, as its own system account. Gives how many notices left. */
export async function sendEverything(
  opened: Pick<Opened, 'db'>,
  sending: Sending,
  clock: () => Date,
): Promise<number> {
  const codes = await atTheDoor(opened.db, (door) => organisationCodes(door))
  let sent = 0
  for (const code of codes) {
    const acts = await atTheDoor(opened.db, (door) => commandLineOf(door, code))
    if (!acts) continue
    const sender = {
      within: <T>(work: (tx: Tx) => Promise<T>) => asActor(opened.db, acts.id, work),
      sending,
      clock,
    }
    // Whoever is needed now first.
    sent += await tellDuty(sender)
    sent += await sendDue({
      ...sender,
      saysIn: noticeSaysIn,
      written: (tx, child, detail) => written(tx, acts, child, detail),
    })
  }
  return sent
}

/** The young person sees among who looked that something was sent to them, and when. */
function written(
  tx: Tx,
  acts: CommandLine,
  childId: ChildId,
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  return record(tx, {
    actorId: acts.id,
    actorRole: 'system',
    organisationId: acts.organisationId,
    sessionId: undefined,
    action: 'contact.notice',
    outcome: detail['notice'] === 'sent' ? 'done' : 'failed',
    childId,
    shown: [],
    address: undefined,
    requestId: undefined,
    detail,
  })
}

/** Behind the requests, one round at a time. */
export function keepSending(
  opened: Opened,
  sending: Sending,
  failed: (error: unknown) => void,
): NodeJS.Timeout {
  let busy = false
  return setInterval(() => {
    if (busy) return
    busy = true
    sendEverything(opened, sending, () => new Date())
      .catch(failed)
      .finally(() => {
        busy = false
      })
  }, SEND_EVERY)
}
