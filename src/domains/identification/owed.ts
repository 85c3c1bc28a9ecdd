import { type CalendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import { londonInstant } from '#kernel/london-time.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { allocationsOf } from '#domains/children/index.ts'
import {
  clocksOf,
  clocksThatEnded,
  correctStart,
  reopenClock,
  startClock,
  stopClock,
} from '#domains/clocks/index.ts'
import type { LinkedReferral, ProtectionStep } from './protection.queries.ts'
import { STEP_ORDER, type StepKind } from './protection.rules.ts'

/**
 * Which clock says what is owed of each step. They begin with a worry, never with a referral to the
 * mechanism; what is owed of a guardian is being referred for one, and then the guardian.
 */
const CLOCK_OF: Readonly<Record<StepKind, string>> = {
  safe_place: 'safe-place.found',
  guardian_or_key_worker: 'guardian.referral',
  strategy_discussion: 'strategy.discussion',
}

const SECOND_LOOK = 'concern.second-look'
const COUNCIL_DECIDES = 'cp.referral-decision'
const GUARDIAN_ASKED = CLOCK_OF.guardian_or_key_worker
const GUARDIAN_NAMED = 'guardian.allocation'
const CONFERENCE = 'cp.conference'
const KEY_WORKER = 'key-worker.allocation'

/** From the first worry on: what protects the child is owed, where it is not in place. */
export async function owedFromWorry(
  tx: Tx,
  at: { readonly child: ChildId; readonly concern: string; readonly now: Date },
  steps: readonly Pick<ProtectionStep, 'kind' | 'state'>[],
): Promise<void> {
  const running = new Set((await clocksOf(tx, at.child)).map((c) => c.rule))
  const beside = (await allocationsOf(tx, at.child)).filter((a) => a.endedOn === undefined)
  // Whoever is referred already, or has a guardian, is not owed the referral again.
  if (running.has(GUARDIAN_NAMED) || beside.some((a) => a.part === 'guardian')) {
    running.add(GUARDIAN_ASKED)
  }
  const about = { kind: 'concern', id: at.concern }
  for (const kind of STEP_ORDER) {
    const rule = CLOCK_OF[kind]
    if (running.has(rule) || steps.some((s) => s.kind === kind && s.state === 'in_place')) continue
    await startClock(tx, { childId: at.child, rule, startedAt: at.now, about })
  }
  if (running.has(KEY_WORKER) || beside.some((a) => a.part === 'key_worker')) return
  await startClock(tx, { childId: at.child, rule: KEY_WORKER, startedAt: at.now, about })
}

/** A step was rewritten. In place: its clock has done its work. No longer in place: it is owed as it was. */
export async function stepRewritten(
  tx: Tx,
  child: ChildId,
  was: Pick<ProtectionStep, 'kind' | 'state'>,
  step: Pick<ProtectionStep, 'kind' | 'state' | 'inPlaceOn'>,
  now: Date,
): Promise<void> {
  if (was.state === 'in_place' && step.state !== 'over') {
    const rule = CLOCK_OF[step.kind]
    const ended = (await clocksThatEnded(tx, child)).find((c) => c.rule === rule)
    if (ended?.about) await reopenClock(tx, { rule, about: ended.about })
  }
  await stepInPlace(tx, child, step, now)
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
  const rules =
    step.kind === 'guardian_or_key_worker'
      ? [GUARDIAN_ASKED, GUARDIAN_NAMED]
      : [CLOCK_OF[step.kind]]
  for (const clock of await clocksOf(tx, child)) {
    if (!clock.rule || !rules.includes(clock.rule) || !clock.about) continue
    const at = day < clock.startedAt ? clock.startedAt : day
    await stopClock(tx, { rule: clock.rule, about: clock.about, at, how: 'done' })
  }
}

type Discussion = Pick<ProtectionStep, 'id' | 'kind' | 'inPlaceOn' | 'enquiry' | 'conferenceOn'>

/** An enquiry was opened: a conference is owed from the discussion on, until it is held or there was none after all. */
export async function enquiryFollows(
  tx: Tx,
  childId: ChildId,
  step: Discussion,
  now: Date,
): Promise<void> {
  if (step.kind !== 'strategy_discussion' || !step.inPlaceOn) return
  const which = { rule: CONFERENCE, about: { kind: 'protection_step', id: step.id } }
  if (step.enquiry !== 'opened') {
    const reason = 'No enquiry was opened'
    await stopClock(tx, { ...which, at: now, how: 'no-longer-owed', reason })
    return
  }
  const startedAt = instantWithin(step.inPlaceOn, now)
  await startClock(tx, { ...which, childId, startedAt })
  await reopenClock(tx, which)
  const clock = (await clocksOf(tx, childId)).find(
    (c) => c.rule === CONFERENCE && c.about?.id === step.id,
  )
  if (clock && londonCalendarDay(clock.startedAt) !== step.inPlaceOn) {
    const reason = 'The day of the discussion was put right'
    await correctStart(tx, { ...which, startedAt, reason })
  }
  if (!step.conferenceOn) return
  const at = later(instantWithin(step.conferenceOn, now), startedAt)
  await stopClock(tx, { ...which, at, how: 'done' })
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

type Letter = Pick<
  LinkedReferral,
  'id' | 'kind' | 'state' | 'preparedOn' | 'sentOn' | 'answeredOn' | 'because'
>

/** What is owed from a letter: that it goes out, or that it is answered. Days that are put right move it. */
export async function letterWritten(
  tx: Tx,
  childId: ChildId,
  letter: Letter,
  now: Date,
): Promise<void> {
  const { id, preparedOn, sentOn, answeredOn } = letter
  const about = { kind: 'linked_referral', id }
  if (letter.kind === 'guardianship') {
    const owed = { rule: GUARDIAN_ASKED, from: preparedOn, doneOn: sentOn }
    await followLetter(tx, childId, { ...owed, about, letter, now })
    await referredForGuardian(tx, childId, { about, letter, now })
  }
  if (letter.kind === 'local_authority' && sentOn) {
    const owed = { rule: COUNCIL_DECIDES, from: sentOn, doneOn: answeredOn }
    await followLetter(tx, childId, { ...owed, about, letter, now })
  }
}

/**
 * The wait for a guardian begins with the referral, and with nothing before it. It ends what was owed since
 * the worry, and is not owed when a guardian is there or the referral is not made after all.
 */
async function referredForGuardian(
  tx: Tx,
  childId: ChildId,
  { about, letter, now }: Pick<Follow, 'about' | 'letter' | 'now'>,
): Promise<void> {
  const running = (await clocksOf(tx, childId)).filter((c) => c.about)
  const which = { rule: GUARDIAN_NAMED, about }
  if (letter.state === 'not_made') {
    const reason = letter.because ?? 'It is not made'
    await stopClock(tx, { ...which, at: now, how: 'no-longer-owed', reason })
    return
  }
  if (!letter.sentOn) return
  const at = instantWithin(letter.sentOn, now)
  for (const owed of running.filter(
    (c) => c.rule === GUARDIAN_ASKED && c.about?.kind === 'concern',
  )) {
    if (!owed.about) continue
    const stopped = { rule: GUARDIAN_ASKED, about: owed.about, at: later(at, owed.startedAt) }
    await stopClock(tx, { ...stopped, how: 'done' })
  }
  const there = (await allocationsOf(tx, childId)).some((a) => a.part === 'guardian' && !a.endedOn)
  const came = (await clocksThatEnded(tx, childId)).some(
    (c) => c.rule === GUARDIAN_NAMED && c.about?.id === about.id && c.state === 'done',
  )
  if (there || came || running.some((c) => c.rule === GUARDIAN_NAMED && c.about?.id !== about.id))
    return
  await followLetter(tx, childId, {
    rule: GUARDIAN_NAMED,
    about,
    from: letter.sentOn,
    doneOn: undefined,
    letter,
    now,
  })
}

type Follow = {
  readonly rule: string
  readonly about: { readonly kind: string; readonly id: string }
  readonly from: CalendarDay
  readonly doneOn: CalendarDay | undefined
  readonly letter: Letter
  readonly now: Date
}

async function followLetter(tx: Tx, childId: ChildId, f: Follow): Promise<void> {
  const which = { rule: f.rule, about: f.about }
  const startedAt = instantWithin(f.from, f.now)
  await startClock(tx, { ...which, childId, startedAt })
  await reopenClock(tx, which)
  const began = londonCalendarDay(startedAt)
  const clock = (await clocksOf(tx, childId)).find(
    (c) => c.rule === f.rule && c.about?.id === f.about.id,
  )
  if (clock && londonCalendarDay(clock.startedAt) !== began) {
    await correctStart(tx, { ...which, startedAt, reason: 'The day of the letter was put right' })
  }
  const begins = clock && londonCalendarDay(clock.startedAt) === began ? clock.startedAt : startedAt
  if (f.letter.state === 'not_made') {
    const reason = f.letter.because ?? 'It is not made'
    await stopClock(tx, { ...which, at: later(f.now, begins), how: 'no-longer-owed', reason })
  } else if (f.doneOn) {
    const at = later(instantWithin(f.doneOn, f.now), begins)
    await stopClock(tx, { ...which, at, how: 'done' })
  }
}

const later = (a: Date, b: Date): Date => (a < b ? b : a)

/** A moment of that day: now, if it is today; else its noon. */
const instantWithin = (day: CalendarDay, now: Date): Date =>
  (day === londonCalendarDay(now) ? now : londonInstant(`${day}T12:00`)) ?? now
