import { randomInt } from 'node:crypto'
import { type Party, send, sidesOf } from './party.ts'
import { NotTaken } from './protocol/message.rules.ts'
import { keepReply, replied, repliesDue } from './reply.queries.ts'
import { type Run, runByCode } from './run.queries.ts'

/** Long enough for a lead who is away; a yes that comes later still counts. */
export const REPLIES = { fromDays: 14, untilDays: 28 } as const

const MINUTE = 60_000
const DAY_MINUTES = 24 * 60

/** Drawn evenly: nothing of when it comes depends on whose row it is, or on when a lead here decides. */
export const drawnAfter = (now: Date): Date =>
  new Date(
    now.getTime() +
      MINUTE * randomInt(REPLIES.fromDays * DAY_MINUTES, REPLIES.untilDays * DAY_MINUTES + 1),
  )

/** A yes of theirs came: when it is answered is drawn before anybody looks whether the row is a child or nobody. */
export async function noteYes(party: Party, run: Run, token: string): Promise<void> {
  if (!(await keepReply(party.tx, run, { token, dueAt: drawnAfter(party.now) })))
    throw new NotTaken()
}

const AT_ONCE = 100

/**
 * Answers each yes whose time has come and that got none: a lead here said no, nobody here decided, or the
 * row is nobody. One message for all three. Gives how many were sent.
 */
export async function replyWhereDue(party: Party): Promise<number> {
  let sent = 0
  for (const { code, token, said } of await repliesDue(party.tx, party.now, AT_ONCE)) {
    const run = await runByCode(party.tx, code)
    const sides = run && (await sidesOf(party.tx, run))
    if (!run || !sides) continue
    await replied(party.tx, run, token, party.now)
    if (said) continue
    await send(party, run, sides.partner, 'nobody', { token })
    sent++
  }
  return sent
}
