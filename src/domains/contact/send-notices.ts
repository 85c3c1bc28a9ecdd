import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Handed, Sending } from '#platform/mail/sending.ts'
import { daysItHolds, stopsOf, waysOf } from './contact.queries.ts'
import { type Decision, lookAgain, mayLeave, nextTry } from './contact.rules.ts'
import { londonMoment } from './london-moment.ts'
import {
  type Claimed,
  claimNext,
  languageChosenBy,
  settle,
  settleInterrupted,
  waitUntil,
  wishOf,
} from './notice.queries.ts'

export type Sender = {
  /** A transaction as the organisation's own system account. */
  readonly within: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  readonly sending: Sending
  readonly clock: () => Date
  /** All that a notice ever says, in a language. */
  readonly saysIn: (language: string) => { readonly subject: string; readonly text: string }
  /** Writes into the audit, in the same transaction, that something left, or could not. */
  readonly written: (
    tx: Tx,
    child: ChildId,
    detail: Readonly<Record<string, string>>,
  ) => Promise<void>
}

const MOST_AT_ONCE = 50

/** Sends the notices whose time has come, one at a time. Gives how many left. */
export async function sendDue(sender: Sender): Promise<number> {
  await sender.within((tx) => settleInterrupted(tx, sender.clock()))
  let sent = 0
  for (let n = 0; n < MOST_AT_ONCE; n += 1) {
    // Claimed in a transaction of its own: a sender that dies here never sends it a second time.
    const notice = await sender.within((tx) => claimNext(tx, sender.clock()))
    if (!notice) break
    if (await sendOne(sender, notice)) sent += 1
  }
  return sent
}

async function sendOne(sender: Sender, notice: Claimed): Promise<boolean> {
  // What was true when it was queued counts for nothing: this is the moment that does.
  const { decision, language } = await sender.within((tx) => decide(tx, notice, sender.clock()))
  if (decision.kind !== 'send') {
    await sender.within((tx) => leaveUnsent(sender, tx, notice, decision))
    return false
  }
  const send = sender.sending[decision.channel]
  const handed = send
    ? await send({ to: decision.to, language, ...sender.saysIn(language) })
    : undefined
  await sender.within((tx) => keepOutcome(sender, tx, notice, decision.channel, handed))
  return handed === 'sent'
}

async function decide(
  tx: Tx,
  notice: Claimed,
  now: Date,
): Promise<{ readonly decision: Decision; readonly language: string }> {
  const wish = await wishOf(tx, notice.child)
  const ways = await waysOf(tx, notice.child)
  const decision = mayLeave({
    stopped: (await stopsOf(tx, notice.child)).length > 0,
    wish,
    reason: notice.reason,
    way: ways.find((way) => way.id === wish?.wayId),
    days: await daysItHolds(tx, now),
    now,
    at: londonMoment(now),
  })
  const language = (await languageChosenBy(tx, notice.child)) ?? wish?.language ?? 'en'
  return { decision, language }
}

async function leaveUnsent(
  sender: Sender,
  tx: Tx,
  notice: Claimed,
  decision: Exclude<Decision, { kind: 'send' }>,
): Promise<void> {
  const now = sender.clock()
  if (decision.kind === 'not-now') return waitUntil(tx, notice, lookAgain(now), 'not_now')
  await settle(tx, notice, { status: 'stopped', why: decision.why, channel: undefined, now })
}

type End = { readonly status: 'sent' | 'given_up' | 'not_known'; readonly why: string | undefined }

/** What a service's answer means for the notice; "try again" is told by the number of tries. */
function endOf(handed: Handed | undefined): End {
  if (handed === undefined) return { status: 'given_up', why: 'nothing_set_up' }
  if (handed === 'sent') return { status: 'sent', why: undefined }
  if (handed === 'refused') return { status: 'given_up', why: 'refused' }
  return handed === 'not-known'
    ? { status: 'not_known', why: 'interrupted' }
    : { status: 'given_up', why: 'service_away' }
}

async function keepOutcome(
  sender: Sender,
  tx: Tx,
  notice: Claimed,
  channel: 'text' | 'email',
  handed: Handed | undefined,
): Promise<void> {
  const now = sender.clock()
  const again = handed === 'try-again' ? nextTry(notice.tries, now) : undefined
  if (again) return waitUntil(tx, notice, again, 'service_away')
  const end = endOf(handed)
  await settle(tx, notice, { ...end, channel, now })
  await sender.written(tx, notice.child, { notice: end.status, channel })
}
