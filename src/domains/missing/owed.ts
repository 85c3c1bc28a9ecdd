import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { clocksOf, startClock, stopClock } from '#domains/clocks/index.ts'
import { RETURN_OFFER, SEARCH_REVIEW } from './missing.rules.ts'

/** From the report on a look at the search is owed, again after each look, for as long as it goes on. */
export async function reviewOwed(
  tx: Tx,
  childId: ChildId,
  about: { readonly kind: 'missing_episode' | 'missing_review'; readonly id: string },
  at: Date,
): Promise<void> {
  await startClock(tx, { childId, rule: SEARCH_REVIEW, startedAt: at, about })
}

/** It was looked at, or it is over: the only two things that stop the clock. */
export async function reviewDone(tx: Tx, child: ChildId, at: Date): Promise<void> {
  for (const clock of await clocksOf(tx, child)) {
    if (clock.rule !== SEARCH_REVIEW || !clock.about) continue
    await stopClock(tx, { rule: clock.rule, about: clock.about, at, how: 'done' })
  }
}

/** They are back: a conversation is to be offered. */
export async function returnOwed(
  tx: Tx,
  childId: ChildId,
  episode: string,
  foundAt: Date,
): Promise<void> {
  const about = { kind: 'missing_episode', id: episode }
  await startClock(tx, { childId, rule: RETURN_OFFER, startedAt: foundAt, about })
}

export async function returnOffered(tx: Tx, episode: string, at: Date): Promise<void> {
  const about = { kind: 'missing_episode', id: episode }
  await stopClock(tx, { rule: RETURN_OFFER, about, at, how: 'done' })
}

/** It does not apply this time: why is kept. */
export async function returnNotOwed(
  tx: Tx,
  episode: string,
  at: Date,
  reason: string,
): Promise<void> {
  const about = { kind: 'missing_episode', id: episode }
  await stopClock(tx, { rule: RETURN_OFFER, about, at, how: 'no-longer-owed', reason })
}
