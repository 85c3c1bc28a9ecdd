import { type Cell, type Rows, rowsFor } from './copy.queries.ts'
import { STORY } from './child.ts'
import { dayOf, instantOf } from './days.ts'
import type { InventedChild } from './invented.ts'
import type { Cast } from './organisations.ts'
import { between, chance, pick, random, type Random, uuid } from './random.ts'
import { APPOINTMENTS_OF_STORY, REASONS, type StoryAppointment } from './words/calendar.ts'

const STREAM = 0x40000012

const APPOINTMENT =
  'id child_id starts_at ends_at kind with_whom with_id place how_to_get_there comes_along why interpreter interpreter_note state said_sorry next_step next_step_by next_step_on changed_by changed_at'.split(
    ' ',
  )
const CHANGE =
  'id child_id appointment_id was_starts_at starts_at was_place place cancelled why changed_by changed_at'.split(
    ' ',
  )
const ANSWER =
  'id child_id appointment_id answer about_starts_at words language said_at changed_by changed_at'.split(
    ' ',
  )

/** Calendars of invented children: for some the next visit of their worker, for one everything there is. */
export function rowsOfCalendar(
  cast: Cast,
  batch: readonly InventedChild[],
  today: number,
): readonly Rows[] {
  const tables = {
    appointment: rowsFor('appointment', APPOINTMENT),
    change: rowsFor('appointment_change', CHANGE),
    answer: rowsFor('appointment_answer', ANSWER),
  }
  const names = new Map(cast.people.map((p) => [p.id, p.name]))
  for (const child of batch) {
    const worker = child.allocations.find((a) => a.to === undefined && a.part !== 'guardian')
    if (!worker) continue
    const r = random(child.number, STREAM)
    const beside = { id: worker.personId, name: names.get(worker.personId) ?? 'Your worker' }
    if (child.number === STORY) storyOf(tables, r, child, beside, today)
    else visitOf(tables.appointment, r, child, beside, today)
  }
  return Object.values(tables)
}

type Beside = { readonly id: string; readonly name: string }

/** A third have a visit of their worker some days from now, or a few days ago with nobody saying what became of it. */
function visitOf(rows: Rows, r: Random, child: InventedChild, worker: Beside, today: number): void {
  if (!chance(r, 0.33)) return
  const day = today + between(r, -4, 20)
  const [from, to] = [between(r, 18, 33) * 30, 60]
  const english = child.languages.some((l) => l.tag === 'en' && !l.neverUse)
  rows.rows.push([
    uuid(r),
    child.id,
    instantOf(day, from),
    instantOf(day, from + to),
    'visit',
    worker.name,
    worker.id,
    'Where you live',
    null,
    null,
    pick(r, REASONS),
    english ? 'not_needed' : pick(r, ['booked', 'asked_for', 'not_yet']),
    null,
    'planned',
    null,
    null,
    null,
    null,
    worker.id,
    instantOf(day - 15, 600),
  ])
}

type Tables = { readonly appointment: Rows; readonly change: Rows; readonly answer: Rows }

function storyOf(
  tables: Tables,
  r: Random,
  child: InventedChild,
  worker: Beside,
  today: number,
): void {
  const named = (text: string) => text.replaceAll('{worker}', worker.name)
  for (const a of APPOINTMENTS_OF_STORY) {
    const id = uuid(r)
    const starts = instantOf(today + a.in, a.at)
    const hand: Cell[] = [worker.id, instantOf(today + Math.min(a.in, 0) - 9, 600)]
    tables.appointment.rows.push([
      id,
      child.id,
      starts,
      instantOf(today + a.in, a.at + a.lasts),
      a.kind,
      named(a.with),
      a.mine ? worker.id : null,
      a.place,
      a.how,
      a.along,
      a.why,
      a.interpreter ?? 'not_needed',
      a.interpreter ? 'Tigrinya' : null,
      a.state ?? 'planned',
      ...missedOf(a, named, today),
      ...hand,
    ])
    pushChange(tables.change, r, { id, child, starts, a, today, hand })
    if (!a.answer) continue
    const said = instantOf(today - 2, 1115)
    const [code, words] = a.answer
    const row = [uuid(r), child.id, id, code, starts, words, 'en', said, child.accountId, said]
    tables.answer.rows.push(row)
  }
}

function missedOf(
  a: StoryAppointment,
  named: (text: string) => string,
  today: number,
): readonly Cell[] {
  if (!a.missed) return [null, null, null, null]
  return [a.missed.sorry, a.missed.step, named(a.missed.by), dayOf(today + a.missed.in)]
}

function pushChange(
  rows: Rows,
  r: Random,
  change: {
    readonly id: string
    readonly child: InventedChild
    readonly starts: string
    readonly a: StoryAppointment
    readonly today: number
    readonly hand: readonly Cell[]
  },
): void {
  const { a, starts, today } = change
  if (!a.changed) return
  const cancelled = a.state === 'cancelled'
  const was = cancelled ? starts : instantOf(today + a.changed.wasIn, a.changed.wasAt)
  rows.rows.push([
    uuid(r),
    change.child.id,
    change.id,
    was,
    starts,
    a.changed.wasPlace ?? a.place,
    a.place,
    cancelled,
    a.changed.why,
    change.hand[0],
    instantOf(today - 1, 960),
  ])
}
