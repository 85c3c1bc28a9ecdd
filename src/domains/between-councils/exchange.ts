import { z } from 'zod'
import { type ChildId, type OrganisationId, trustedId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { keepGone, keepRefused, outgoing } from './message.queries.ts'
import { type Partner, partnersOf, standing } from './partner.queries.ts'
import { type Keyed, type Party, partyOf, sidesOf } from './party.ts'
import { callOf, NotTaken } from './protocol/message.rules.ts'
import { receive, type Received } from './receive.ts'
import { replyWhereDue } from './reply.ts'
import { type Run, runByCode, runsToEncode, unhurried } from './run.queries.ts'
import { encodeRun } from './steps.ts'

/** One council of this installation, going to its matchers and back. */
export type Exchanging = {
  /** A transaction as the organisation's own system account. */
  readonly within: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  readonly keyed: Keyed
  readonly organisation: { readonly id: OrganisationId; readonly name: string }
  readonly clock: () => Date
  /** Writes into the audit, in the same transaction, what the product did. */
  readonly written: (tx: Tx, act: Act) => Promise<void>
}

export type Act = {
  readonly action: 'between.encode' | 'between.bring' | 'between.reply'
  readonly shown: readonly ChildId[]
  readonly detail: Readonly<Record<string, string | number>>
}

const partyIn = (e: Exchanging, tx: Tx): Party =>
  partyOf(
    tx,
    e.keyed,
    { organisationId: e.organisation.id, organisationName: e.organisation.name },
    e.clock(),
  )

/** Encodes what both leads accepted, sends what waits, and brings what is there. Gives how much it did. */
export async function exchange(e: Exchanging): Promise<number> {
  let failed: unknown
  let done = await encodeWaiting(e).catch((error: unknown) => {
    failed = error
    return 0
  })
  done += await replyToYeses(e)
  const matchers = standing(await e.within(partnersOf)).filter(
    (p) => p.card.kind === 'matcher' && p.card.address !== undefined,
  )
  for (const waiting of await e.within(outgoing)) {
    const matcher = matchers.find((m) => m.id === waiting.throughId)
    if (matcher && (await sendOne(e, matcher, waiting))) done++
  }
  for (const matcher of matchers) done += await bring(e, matcher)
  if (failed !== undefined) throw failed
  return done
}

/** Each run in a transaction of its own, so that one that fails holds no other up. */
export async function encodeWaiting(e: Exchanging): Promise<number> {
  let done = 0
  let failed: unknown
  for (const code of await e.within(runsToEncode)) {
    try {
      if (await e.within((tx) => encodeOne(e, tx, code))) done++
    } catch (error) {
      failed = error
    }
  }
  if (failed !== undefined) throw failed
  return done
}

async function encodeOne(e: Exchanging, tx: Tx, code: string): Promise<boolean> {
  await unhurried(tx)
  const run = await runByCode(tx, code)
  const sides = run?.state === 'accepted' ? await sidesOf(tx, run) : undefined
  if (!run || !sides) return false
  const { children, rows } = await encodeRun(partyIn(e, tx), sides, run)
  await writeEncoded(e, tx, run, children, rows)
  return true
}

const SHOWN_AT_ONCE = 5_000

/** Each child sees that they were compared, unless a lead said why not yet. */
async function writeEncoded(
  e: Exchanging,
  tx: Tx,
  run: Run,
  children: readonly string[],
  rows: number,
): Promise<void> {
  const told = run.tell === 'at_once'
  const detail = { rows, children: children.length, purpose: run.purpose }
  for (let n = 0; n < Math.max(told ? children.length : 0, 1); n += SHOWN_AT_ONCE) {
    const some = told ? children.slice(n, n + SHOWN_AT_ONCE) : []
    const shown = some.map((id) => trustedId<'child'>(id))
    await e.written(tx, { action: 'between.encode', shown, detail })
  }
}

/** Answers what waits for an answer that nobody gave. Gives how many there were. */
export const replyToYeses = (e: Exchanging): Promise<number> =>
  e.within(async (tx) => {
    const sent = await replyWhereDue(partyIn(e, tx))
    if (sent > 0)
      await e.written(tx, { action: 'between.reply', shown: [], detail: { answers: sent } })
    return sent
  })

const refusal = z.object({ refused: z.string().max(500) })
const collected = z.object({ messages: z.array(z.unknown()).max(10_000) })
const WAIT = 120_000

async function sendOne(
  e: Exchanging,
  matcher: Partner,
  waiting: { readonly id: string; readonly message: string },
): Promise<boolean> {
  const response = await post(matcher, '/messages', waiting.message)
  if (response === undefined || response.status >= 500) return false
  if (response.status === 202) {
    await e.within((tx) => keepGone(tx, waiting.id, e.clock()))
    return true
  }
  const read = refusal.safeParse(response.body)
  const sentence = read.success ? read.data.refused : 'The matcher did not take it.'
  await e.within((tx) => keepRefused(tx, waiting.id, sentence))
  return true
}

async function post(matcher: Partner, place: string, body: string) {
  try {
    const address = new URL(place, matcher.card.address)
    const response = await fetch(address, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(WAIT),
      headers: { 'content-type': 'application/json' },
    })
    const answer: unknown = await response.json().catch(() => undefined)
    return { status: response.status, body: answer }
  } catch {
    // Not there just now. What waits is sent again.
    return undefined
  }
}

async function bring(e: Exchanging, matcher: Partner): Promise<number> {
  const call = await e.within(async (tx) =>
    callOf(partyIn(e, tx).identity, matcher.card, e.clock()),
  )
  const response = await post(matcher, '/collect', JSON.stringify(call))
  const read = collected.safeParse(response?.body)
  if (!read.success) return 0
  let brought = 0
  for (const message of read.data.messages) {
    if (await takeOne(e, JSON.stringify(message))) brought++
  }
  return brought
}

/** One message in one transaction. What is not taken is left where it is and changes nothing here. */
export async function takeOne(e: Exchanging, text: string): Promise<Received | undefined> {
  try {
    const received = await e.within(async (tx) => {
      const got = await receive(partyIn(e, tx), text)
      if (got.kind !== 'again') {
        await e.written(tx, {
          action: 'between.bring',
          shown: [],
          detail: { kind: got.kind, pairs: got.children.length },
        })
      }
      return got
    })
    return received.kind === 'again' ? undefined : received
  } catch (error) {
    if (error instanceof NotTaken) return undefined
    throw error
  }
}
