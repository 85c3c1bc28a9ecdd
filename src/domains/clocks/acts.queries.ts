import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Nation } from './bank-holidays.rules.ts'
import {
  askFrom,
  correctAsking,
  endAsking,
  reopenAsking,
} from './ask-again/asking-clock.queries.ts'
import { isAskedFor } from './ask-again/asked-again.rules.ts'
import { type ClockRule, type CountedAs, countClock, rowOf } from './clock.rules.ts'
import { endOfDay } from './days.rules.ts'
import type { Pause } from './due.rules.ts'
import { knownRules } from './known-rules.queries.ts'

export type About = { readonly kind: string; readonly id: string }

export type ToStart = {
  readonly childId: ChildId
  /** A code of the clock rules. */
  readonly rule: string
  readonly startedAt: Date
  readonly about: About
  /** Whose law: by default the nation of the organisation that holds the record. */
  readonly nation?: Nation
  /** What there is to say about it beside its rule, such as which process it is of. */
  readonly why?: string
}

/** What became of an act on a clock: carried out, or why not. */
export type Acted = 'done' | 'not-running' | 'before-it-began' | 'after-it-ended'

/** Which clock: by its rule and what it is about, as the domain that started it knows it. */
export type Which = { readonly rule: string; readonly about: About }

/**
 * Starts a clock of a rule about something, once: a second time leaves the first as it is. Where the
 * nation has no such rule it still says since when something is owed.
 */
export async function startClock(tx: Tx, start: ToStart): Promise<void> {
  const known = await knownRules(tx, start.rule)
  if (known.rules.length === 0) throw new Error(`There is no clock rule ${start.rule}`)
  const nation = start.nation ?? (await nationOf(tx, start.childId, start.startedAt))
  const row = rowOf(countClock({ ...start, nation, pauses: [] }, known))
  const { rows } = await sql<{ id: string }>`
    insert into waymark.clock (child_id, rule, nation, about_kind, about_id, rule_id, why, started_at, due_on, due_at, beyond_known)
    values (${start.childId}, ${start.rule}, ${nation}, ${start.about.kind}, ${start.about.id}, ${row.rule},
            ${start.why ?? null}, ${start.startedAt}, ${row.on}, ${row.at}, ${row.beyondKnown})
    on conflict (about_id, rule, about_kind) where rule is not null do nothing returning id`.execute(
    tx,
  )
  const [begun] = rows
  if (begun && isAskedFor(start.rule)) {
    await askFrom(tx, { childId: start.childId, clockId: begun.id, nation, at: start.startedAt })
  }
}

/** The nation whose law the organisation that holds a child's record works under, that day. */
export async function nationOf(tx: Tx, child: ChildId, at: Date): Promise<Nation> {
  const { rows } = await sql<{ nation: Nation }>`
    select waymark.nation_of(c.organisation_id, (${at}::timestamptz at time zone 'Europe/London')::date) as nation
    from waymark.child c where c.id = ${child}`.execute(tx)
  if (!rows[0]) throw new Error('A clock starts for a child within reach')
  return rows[0].nation
}

/** The row of a rule that would hold for a child if its clock began at that moment; undefined where the nation has none. */
export async function ruleFor(
  tx: Tx,
  child: ChildId,
  rule: string,
  startedAt: Date,
): Promise<ClockRule | undefined> {
  const nation = await nationOf(tx, child, startedAt)
  return countClock({ rule, nation, startedAt, pauses: [] }, await knownRules(tx, rule)).rule
}

/** A clock as it is held while something is done to it: locked, so that two acts follow each other. */
export type Held = {
  readonly id: string
  readonly childId: ChildId
  readonly rule: string | null
  readonly nation: Nation
  readonly startedAt: Date
  readonly state: 'running' | 'paused' | 'done' | 'no_longer_owed'
  readonly stoppedAt: Date | null
  readonly stoppedWhy: string | null
  readonly ownDueOn: CalendarDay | null
  readonly dueOn: CalendarDay | null
  readonly version: number
}

const held = sql`k.id, k.child_id as "childId", k.rule, k.nation, k.started_at as "startedAt", k.state,
  k.stopped_at as "stoppedAt", k.stopped_why as "stoppedWhy", k.own_due_on as "ownDueOn", k.due_on as "dueOn", k.version`

export async function holdClock(tx: Tx, which: Which): Promise<Held | undefined> {
  const { rows } = await sql<Held>`
    select ${held} from waymark.clock k where k.about_id = ${which.about.id} and k.rule = ${which.rule}
      and k.about_kind = ${which.about.kind} for update`.execute(tx)
  return rows[0]
}

export async function holdClockById(tx: Tx, child: ChildId, id: string): Promise<Held | undefined> {
  const { rows } = await sql<Held>`
    select ${held} from waymark.clock k where k.id = ${id} and k.child_id = ${child} for update`.execute(
    tx,
  )
  return rows[0]
}

export async function pausesOf(tx: Tx, clock: string): Promise<readonly Pause[]> {
  const { rows } = await sql<{ from: Date; until: Date | null }>`
    select paused_at as "from", resumed_at as until from waymark.clock_pause where clock_id = ${clock}`.execute(
    tx,
  )
  return rows.map((p) => ({ from: p.from, until: p.until ?? undefined }))
}

/** Counts a held clock from a beginning, by the rules and pauses as they are now. */
export async function countHeld(tx: Tx, clock: Held, startedAt: Date): Promise<CountedAs> {
  const pauses = await pausesOf(tx, clock.id)
  if (clock.ownDueOn) {
    const open = pauses.some((p) => p.until === undefined)
    const own = { on: clock.ownDueOn, at: endOfDay(clock.ownDueOn), beyondKnown: false }
    return { rule: undefined, due: open ? undefined : own }
  }
  if (clock.rule === null) throw new Error('A clock has a rule or its own day')
  const known = await knownRules(tx, clock.rule)
  return countClock({ rule: clock.rule, nation: clock.nation, startedAt, pauses }, known)
}

export type Stop = {
  readonly at: Date
  readonly how: 'done' | 'no-longer-owed'
  readonly reason?: string
}

/** Stops a clock: what was owed was done, or it is no longer owed. A pause ends with it. */
export async function stopHeld(tx: Tx, clock: Held, stop: Stop): Promise<Acted> {
  if (clock.state !== 'running' && clock.state !== 'paused') return 'not-running'
  if (stop.at < clock.startedAt) return 'before-it-began'
  await sql`update waymark.clock_pause set resumed_at = greatest(${stop.at}::timestamptz, paused_at)
    where clock_id = ${clock.id} and resumed_at is null`.execute(tx)
  const state = stop.how === 'done' ? 'done' : 'no_longer_owed'
  await keep(tx, clock, { state, startedAt: clock.startedAt, stop })
  await endAsking(tx, clock.id, stop.at)
  return 'done'
}

export async function pauseHeld(tx: Tx, clock: Held, at: Date, why: string): Promise<Acted> {
  if (clock.state !== 'running') return 'not-running'
  if (at < clock.startedAt) return 'before-it-began'
  await sql`insert into waymark.clock_pause (child_id, clock_id, paused_at, why)
    values (${clock.childId}, ${clock.id}, ${at}, ${why})`.execute(tx)
  await keep(tx, clock, { state: 'paused', startedAt: clock.startedAt })
  return 'done'
}

export async function resumeHeld(tx: Tx, clock: Held, at: Date): Promise<Acted> {
  if (clock.state !== 'paused') return 'not-running'
  const pauses = await pausesOf(tx, clock.id)
  if (pauses.some((p) => p.until === undefined && at < p.from)) return 'before-it-began'
  await sql`update waymark.clock_pause set resumed_at = ${at}
    where clock_id = ${clock.id} and resumed_at is null`.execute(tx)
  await keep(tx, clock, { state: 'running', startedAt: clock.startedAt })
  return 'done'
}

/** The event it counts from was at another time: counted again from there, and what was held before is kept. */
export async function correctHeld(
  tx: Tx,
  clock: Held,
  startedAt: Date,
  why: string,
): Promise<Acted> {
  if (clock.stoppedAt && startedAt > clock.stoppedAt) return 'after-it-ended'
  if (startedAt.getTime() === clock.startedAt.getTime()) return 'done'
  const due = await keep(tx, clock, { state: clock.state, startedAt })
  await sql`insert into waymark.clock_correction (child_id, clock_id, was_started_at, started_at, was_due_on, due_on, why)
    values (${clock.childId}, ${clock.id}, ${clock.startedAt}, ${startedAt}, ${clock.dueOn}, ${due?.on ?? null}, ${why})`.execute(
    tx,
  )
  if (isAskedFor(clock.rule ?? undefined) && clock.stoppedAt === null) {
    await correctAsking(tx, { ...clock, clockId: clock.id, at: startedAt })
  }
  return 'done'
}

type ToKeep = {
  readonly state: Held['state']
  readonly startedAt: Date
  readonly stop?: Stop
}

/** Counts a held clock again and writes how it stands now. */
async function keep(tx: Tx, clock: Held, as: ToKeep): Promise<CountedAs['due']> {
  const counted = await countHeld(tx, clock, as.startedAt)
  const row = rowOf(counted)
  const [stoppedAt, why] = [as.stop?.at ?? clock.stoppedAt, as.stop?.reason ?? clock.stoppedWhy]
  await sql`update waymark.clock set state = ${as.state}, started_at = ${as.startedAt}, stopped_at = ${stoppedAt},
      stopped_why = ${why}, rule_id = ${row.rule}, due_on = ${row.on}, due_at = ${row.at}, beyond_known = ${row.beyondKnown}
    where id = ${clock.id}`.execute(tx)
  return counted.due
}

/** It was stopped in error: it is owed again, from when it always was. */
export async function reopenHeld(tx: Tx, clock: Held): Promise<Acted> {
  if (clock.state === 'running' || clock.state === 'paused') return 'not-running'
  await sql`update waymark.clock set state = 'running', stopped_at = null, stopped_why = null
    where id = ${clock.id}`.execute(tx)
  await reopenAsking(tx, clock.id)
  return 'done'
}

type At = Which & { readonly at: Date }

export async function stopClock(tx: Tx, stop: Which & Stop): Promise<Acted> {
  const clock = await holdClock(tx, stop)
  return clock ? stopHeld(tx, clock, stop) : 'not-running'
}

/** What stopped it was written in error. */
export async function reopenClock(tx: Tx, which: Which): Promise<Acted> {
  const clock = await holdClock(tx, which)
  return clock ? reopenHeld(tx, clock) : 'not-running'
}

export async function pauseClock(tx: Tx, pause: At & { readonly reason: string }): Promise<Acted> {
  const clock = await holdClock(tx, pause)
  return clock ? pauseHeld(tx, clock, pause.at, pause.reason) : 'not-running'
}

export async function resumeClock(tx: Tx, resume: At): Promise<Acted> {
  const clock = await holdClock(tx, resume)
  return clock ? resumeHeld(tx, clock, resume.at) : 'not-running'
}

export async function correctStart(
  tx: Tx,
  correct: Which & { readonly startedAt: Date; readonly reason: string },
): Promise<Acted> {
  const clock = await holdClock(tx, correct)
  return clock ? correctHeld(tx, clock, correct.startedAt, correct.reason) : 'not-running'
}
