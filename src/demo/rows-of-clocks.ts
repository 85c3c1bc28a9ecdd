import { lookUp } from '#kernel/look-up.ts'
import { calendarDay } from '#kernel/calendar-day.ts'
import { type ClockRule, countClock, endOfDay, type KnownRules } from '#domains/clocks/index.ts'
import { STORY } from './child.ts'
import { type Cell, type Rows, rowsFor } from './copy.queries.ts'
import { dayOf, instantOf } from './days.ts'
import type { InventedChild } from './invented.ts'
import { between, chance, longTailed, random, type Random, uuid } from './random.ts'

/** A stream of chance of their own, so that nobody else's invention moves. */
const STREAM = 0x40000090

const CLOCK =
  'id child_id rule nation about_kind about_id rule_id owed owed_by why own_due_on started_at state stopped_at stopped_why due_on due_at beyond_known changed_by changed_at'.split(
    ' ',
  )
const PAUSE = 'id child_id clock_id paused_at why resumed_at changed_by changed_at'.split(' ')
const CORRECTION =
  'id child_id clock_id was_started_at started_at was_due_on due_on why changed_by changed_at'.split(
    ' ',
  )

/** The rules by code, so that one clock is counted without looking through all. */
export type ByCode = {
  readonly rules: ReadonlyMap<string, readonly ClockRule[]>
  readonly holidays: KnownRules['holidays']
}

export const byCode = ({ rules, holidays }: KnownRules): ByCode => ({
  rules: Map.groupBy(rules, (r) => r.code),
  holidays,
})

type Tables = { readonly clock: Rows; readonly pause: Rows; readonly correction: Rows }

/** What services owe invented children: some of it for many, and everything for the one told in full. */
export function rowsOfClocks(
  known: ByCode,
  batch: readonly InventedChild[],
  today: number,
): readonly Rows[] {
  const tables = {
    clock: rowsFor('clock', CLOCK),
    pause: rowsFor('clock_pause', PAUSE),
    correction: rowsFor('clock_correction', CORRECTION),
  }
  for (const child of batch) {
    const worker = child.allocations.find((a) => a.to === undefined && a.part !== 'guardian')
    if (!worker) continue
    const r = random(child.number, STREAM)
    const writing = { tables, known, r, child, worker: worker.personId, today }
    if (child.number === STORY) tellStory(writing)
    else someOf(writing)
  }
  return Object.values(tables)
}

type Writing = {
  readonly tables: Tables
  readonly known: ByCode
  readonly r: Random
  readonly child: InventedChild
  readonly worker: string
  readonly today: number
}

type Told = {
  readonly rule: string
  /** The day it began, and the day it ended if it did. */
  readonly began: number
  readonly ended?: number | undefined
  readonly pause?: {
    readonly from: number
    readonly until: number | undefined
    readonly why: string
  }
}

/** For most: a review and a visit that are owed, decisions that were waited for or still are. */
function someOf(w: Writing): void {
  const { r, today } = w
  if (chance(r, 0.4)) push(w, { rule: 'care.review-next', began: today - between(r, 1, 185) })
  if (chance(r, 0.25)) push(w, { rule: 'care.visit-next', began: today - between(r, 1, 45) })
  if (chance(r, 0.15)) waited(w, 'health.mental-health', today - between(r, 5, 500), 90)
  if (chance(r, 0.03)) push(w, { rule: 'key-worker.allocation', began: today - between(r, 0, 2) })
  if (chance(r, 0.03)) push(w, { rule: 'concern.second-look', began: today - between(r, 0, 4) })
  if (!chance(r, 0.2)) return
  const first = waited(w, 'nrm.reasonable-grounds', today - between(r, 5, 900), 12)
  if (first !== undefined) waited(w, 'nrm.conclusive-grounds', first, 330)
}

/** Something that was waited for, with a long right tail. Gives the day it ended, if it has. */
function waited(w: Writing, rule: string, began: number, median: number): number | undefined {
  const end = began + Math.max(1, Math.round(longTailed(w.r, median, 0.8)))
  const ended = end < w.today ? end : undefined
  push(w, { rule, began, ended })
  return ended
}

function push({ tables, known, r, child, worker }: Writing, told: Told): string {
  const id = uuid(r)
  const startedAt = instantOf(told.began, 600)
  const { rule, due } = countedAs(known, told, startedAt)
  const stopped = told.ended === undefined ? null : instantOf(told.ended, 660)
  pushClock(tables, {
    id,
    child_id: child.id,
    rule: told.rule,
    about_kind: 'by-hand',
    about_id: uuid(r),
    rule_id: rule?.id,
    started_at: startedAt,
    state: stateOf(told),
    stopped_at: stopped,
    due_on: due?.on,
    due_at: due?.at.toISOString(),
    beyond_known: due?.beyondKnown ?? false,
    changed_by: worker,
    changed_at: stopped ?? startedAt,
  })
  if (told.pause) pushPause({ tables, r, child, worker }, id, told.pause)
  return id
}

function countedAs(known: ByCode, { rule, pause }: Told, startedAt: string) {
  const pauses = pause ? [pauseOf(pause)] : []
  const rules = known.rules.get(rule) ?? []
  return countClock(
    { rule, nation: 'england', startedAt: new Date(startedAt), pauses },
    { rules, holidays: known.holidays },
  )
}

type Stretch = NonNullable<Told['pause']>

function pushPause(
  { tables, r, child, worker }: Pick<Writing, 'tables' | 'r' | 'child' | 'worker'>,
  clock: string,
  pause: Stretch,
): void {
  const from = instantOf(pause.from, 600)
  const until = pause.until === undefined ? null : instantOf(pause.until, 600)
  tables.pause.rows.push([uuid(r), child.id, clock, from, pause.why, until, worker, from])
}

const stateOf = ({ ended, pause }: Told): string => {
  if (ended !== undefined) return 'done'
  return pause && pause.until === undefined ? 'paused' : 'running'
}

const pauseOf = ({ from, until }: Stretch) => ({
  from: new Date(instantOf(from, 600)),
  until: until === undefined ? undefined : new Date(instantOf(until, 600)),
})

function tellStory(w: Writing): void {
  const { today } = w
  push(w, { rule: 'nrm.reasonable-grounds', began: today - 320, ended: today - 301 })
  push(w, { rule: 'nrm.recovery-period', began: today - 301 })
  push(w, { rule: 'nrm.conclusive-grounds', began: today - 301 })
  push(w, { rule: 'health.mental-health', began: today - 140 })
  push(w, { rule: 'care.review-next', began: today - 170 })
  push(w, { rule: 'care.visit-next', began: today - 45 })
  push(w, {
    rule: 'care.needs-assessment',
    began: today - 60,
    pause: { from: today - 20, until: today - 6, why: 'Yoni asked for another interpreter first.' },
  })
  push(w, {
    rule: 'leaving.pathway-review',
    began: today - 90,
    pause: {
      from: today - 9,
      until: undefined,
      why: 'Yoni wants his guardian there, who is away.',
    },
  })
  push(w, { rule: 'care.review-second', began: today - 265, ended: today - 170 })
  corrected(w)
  own(w, 'Ring Bola Adeyemi about the letter', 'Their key worker', today + 2)
  own(w, 'Ask the college about the evening class', 'Their personal adviser', today - 1)
}

/** A health assessment that had been counted from the wrong day. */
function corrected(w: Writing): void {
  const { tables, r, child, worker, today } = w
  const id = push(w, { rule: 'care.health-assessment-next', began: today - 350 })
  const due = tables.clock.rows.at(-1)?.[CLOCK.indexOf('due_on')]
  tables.correction.rows.push([
    uuid(r),
    child.id,
    id,
    instantOf(today - 336, 600),
    instantOf(today - 350, 600),
    dayOf(today - 336 + 365),
    due,
    'The letter of the clinic has the day before the one we wrote.',
    worker,
    instantOf(today - 200, 600),
  ])
}

function own({ tables, r, child, worker, today }: Writing, owed: string, by: string, due: number) {
  const began = instantOf(today - 5, 640)
  pushClock(tables, {
    id: uuid(r),
    child_id: child.id,
    owed,
    owed_by: by,
    own_due_on: dayOf(due),
    started_at: began,
    state: 'running',
    due_on: dayOf(due),
    due_at: lastInstant(due),
    beyond_known: false,
    changed_by: worker,
    changed_at: began,
  })
}

/** A clock, by the names of its columns; what is not named is not there. */
function pushClock(tables: Tables, clock: Readonly<Record<string, Cell>>): void {
  const named = { nation: 'england', ...clock }
  tables.clock.rows.push(CLOCK.map((column) => lookUp<Cell>(named, column)))
}

/** When a day is over in London. */
function lastInstant(day: number): string {
  const known = calendarDay(dayOf(day))
  if (!known) throw new Error('An invented day is on the calendar')
  return endOfDay(known).toISOString()
}
