import { setTimeout as pause } from 'node:timers/promises'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { findTries, holdTries, recordTry } from './door.queries.ts'
import { FREE_TRIES_OF_ADDRESS, waitNow } from './lockout.rules.ts'

/** What is tried, where from and when. Without an address, tries from everywhere count together. */
export type Attempt = {
  readonly under: Buffer
  readonly address: string | undefined
  readonly now: Date
}

export type Tried<T> =
  | { readonly kind: 'right'; readonly found: T }
  | { readonly kind: 'wrong' }
  /** Not looked at. The wait is in milliseconds. */
  | { readonly kind: 'wait'; readonly wait: number }

const BUSY = 1000

/**
 * Looks at one try of a secret, unless there were too many. Tries of the same thing are looked at one
 * after the other, so that many at once are counted like many in a row. `look` gives undefined when
 * the secret is wrong. A try made while waiting is not looked at and does not lengthen the wait.
 */
export async function guarded<T>(
  door: Tx,
  attempt: Attempt,
  look: () => Promise<T | undefined>,
): Promise<Tried<T>> {
  const { under, address, now } = attempt
  if (!(await held(door, under))) return { kind: 'wait', wait: BUSY }
  const tries = await findTries(door, under, address, now)
  const wait = Math.max(
    waitNow(tries.ofName, now),
    waitNow(tries.ofAddress, now, FREE_TRIES_OF_ADDRESS),
  )
  if (wait > 0) return { kind: 'wait', wait }
  const found = await look()
  await recordTry(door, under, address, now, found !== undefined)
  return found === undefined ? { kind: 'wrong' } : { kind: 'right', found }
}

/** A second press of a button waits for the first; a flood is sent away before it takes every connection. */
async function held(door: Tx, under: Buffer): Promise<boolean> {
  for (let tries = 0; tries < 5; tries++) {
    if (await holdTries(door, under)) return true
    await pause(100)
  }
  return false
}
