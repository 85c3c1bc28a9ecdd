import { type CalendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import { londonInstant } from '#kernel/london-time.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { clocksOf, startClock, stopClock } from '#domains/clocks/index.ts'
import type { LinkedReferral, ProtectionStep } from './protection.queries.ts'
import { STEP_ORDER, type StepKind } from './protection.rules.ts'

/** Which clock says what is owed of each step. They begin with a worry, never with a referral. */
const CLOCK_OF: Readonly<Record<StepKind, string>> = {
  safe_place: 'safe-place.found',
  guardian_or_key_worker: 'guardian.allocation',
  strategy_discussion: 'strategy.discussion',
}

const SECOND_LOOK = 'concern.second-look'
const COUNCIL_DECIDES = 'cp.referral-decision'

/** From the first worry on: what protects the child is owed, where it is not in place. */
export async function owedFromWorry(
  tx: Tx,
  at: { readonly child: ChildId; readonly concern: string; readonly now: Date },
  steps: readonly Pick<ProtectionStep, 'kind' | 'state'>[],
): Promise<void> {
  const running = new Set((await clocksOf(tx, at.child)).map((c) => c.rule))
  for (const kind of STEP_ORDER) {
    const rule = CLOCK_OF[kind]
    if (running.has(rule) || steps.some((s) => s.kind === kind && s.state === 'in_place')) continue
    const about = { kind: 'concern', id: at.concern }
    await startClock(tx, { childId: at.child, rule, startedAt: at.now, about })
  }
}

/** In place: the clock of that step has done its work. */
export async function stepInPlace(
  tx: Tx,
  child: ChildId,
  step: Pick<ProtectionStep, 'kind' | 'state' | 'inPlaceOn'>,
  now: Date,
): Promise<void> {
  if (step.state !== 'in_place' || !step.inPlaceOn) return
  const day = instantWithin(step.inPlaceOn, now)
  for (const clock of await clocksOf(tx, child)) {
    if (clock.rule !== CLOCK_OF[step.kind] || !clock.about) continue
    const at = day < clock.startedAt ? clock.startedAt : day
    await stopClock(tx, { rule: clock.rule, about: clock.about, at, how: 'done' })
  }
}

/** The first thinking is there: somebody owes a second look. */
export async function secondLookOwed(
  tx: Tx,
  childId: ChildId,
  concern: string,
  now: Date,
): Promise<void> {
  const about = { kind: 'concern', id: concern }
  await startClock(tx, { childId, rule: SECOND_LOOK, startedAt: now, about })
}

export async function secondLookTaken(tx: Tx, concern: string, now: Date): Promise<void> {
  const about = { kind: 'concern', id: concern }
  await stopClock(tx, { rule: SECOND_LOOK, about, at: now, how: 'done' })
}

/** A letter to the council: from when it is sent the council owes an answer. */
export async function councilAnswers(
  tx: Tx,
  childId: ChildId,
  referral: Pick<LinkedReferral, 'id' | 'kind' | 'sentOn' | 'answeredOn'>,
  now: Date,
): Promise<void> {
  if (referral.kind !== 'local_authority' || !referral.sentOn) return
  const about = { kind: 'linked_referral', id: referral.id }
  const startedAt = instantWithin(referral.sentOn, now)
  await startClock(tx, { childId, rule: COUNCIL_DECIDES, startedAt, about })
  if (!referral.answeredOn) return
  const answered = instantWithin(referral.answeredOn, now)
  const at = answered < startedAt ? startedAt : answered
  await stopClock(tx, { rule: COUNCIL_DECIDES, about, at, how: 'done' })
}

/** A moment of that day: now, if it is today; else its noon. */
const instantWithin = (day: CalendarDay, now: Date): Date =>
  (day === londonCalendarDay(now) ? now : londonInstant(`${day}T12:00`)) ?? now
