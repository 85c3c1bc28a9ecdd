import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import { londonInstant } from '#kernel/london-time.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { clocksOf, correctStart, startClock, stopClock } from '#domains/clocks/index.ts'
import type { Footing } from './home.rules.ts'

type Owed = { readonly first: string; readonly next: string }

/** What a move begins, by law, and what follows each time it was done (domain facts 3.4; rules in 0091). */
const OWED: Readonly<Partial<Record<Footing, readonly Owed[]>>> = {
  looked_after: [{ first: 'care.visit-first', next: 'care.visit-next' }],
  care_leaver: [
    { first: 'leaving.home-first-review', next: 'leaving.home-review' },
    { first: 'leaving.adviser-visit-first', next: 'leaving.adviser-visit-next' },
  ],
}

const ALL = new Set(Object.values(OWED).flatMap((all) => all.flatMap((o) => [o.first, o.next])))

type Lived = { readonly id: string; readonly footing: Footing; readonly beganOn: CalendarDay }

const STAY = 'home_stay'
const CHECK = 'home_check'

function startOf(day: CalendarDay): Date {
  const at = londonInstant(`${day}T00:00`)
  if (!at) throw new Error('Every day begins at some instant')
  return at
}

/** A child moved in: being seen there is owed from that day. */
export async function movedIn(tx: Tx, childId: ChildId, stay: Lived): Promise<void> {
  const about = { kind: STAY, id: stay.id }
  for (const { first } of OWED[stay.footing] ?? []) {
    await startClock(tx, { childId, rule: first, startedAt: startOf(stay.beganOn), about })
  }
}

/** They were seen there, alone: what was owed is done, and the next time is owed from that day. */
export async function seenThere(
  tx: Tx,
  childId: ChildId,
  stay: Lived,
  check: { readonly id: string; readonly onDay: CalendarDay; readonly now: Date },
): Promise<void> {
  await endAll(tx, childId, { at: check.now, how: 'done' })
  const about = { kind: CHECK, id: check.id }
  for (const { next } of OWED[stay.footing] ?? []) {
    await startClock(tx, { childId, rule: next, startedAt: startOf(check.onDay), about })
  }
}

/** They live there no more, or never did: nothing more is owed in that home. */
export async function movedOut(tx: Tx, childId: ChildId, at: Date, reason: string): Promise<void> {
  await endAll(tx, childId, { at, how: 'no-longer-owed', reason })
}

/** The day they moved in was another: what is owed is counted from it. */
export async function movedInOn(tx: Tx, stay: Lived, reason: string): Promise<void> {
  for (const { first } of OWED[stay.footing] ?? []) {
    const which = { rule: first, about: { kind: STAY, id: stay.id } }
    await correctStart(tx, { ...which, startedAt: startOf(stay.beganOn), reason })
  }
}

type End = { readonly at: Date; readonly how: 'done' | 'no-longer-owed'; readonly reason?: string }

/** Clocks that this domain started, and no others. */
async function endAll(tx: Tx, child: ChildId, end: End): Promise<void> {
  for (const { rule, about } of await clocksOf(tx, child)) {
    if (!rule || !about || !ALL.has(rule)) continue
    if (about.kind === STAY || about.kind === CHECK) await stopClock(tx, { rule, about, ...end })
  }
}
