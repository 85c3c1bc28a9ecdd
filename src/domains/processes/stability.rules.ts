/**
 * What moved around a child, computed from what happened: homes, places of learning, workers. Never
 * typed as a number, never added up into one, and no direction is the good one. Pure.
 */
import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { type CareEpisode, systemEventsOf, type WorkerEpisode } from './events.rules.ts'

/** A stay with somebody or somewhere, from one day to another. `key` tells one from the next. */
export type Stay = {
  readonly key: string
  readonly from: CalendarDay
  /** Undefined while it goes on. */
  readonly until: CalendarDay | undefined
}

/** A stay in a home, as it is written down here. */
export type HomeStay = Stay & { readonly sameCarers: boolean }

/** Who worked with the child, in which part; only those whose part it is to stay. */
export type WorkerStay = Stay & { readonly part: string }

export type MoveKind = 'home' | 'learning' | 'worker'

export type Move = {
  readonly kind: MoveKind
  readonly on: CalendarDay
  /** The key of the stay that began, where it is known here: not of a move that only a return tells. */
  readonly to: string | undefined
  /** Another home with the same carers. */
  readonly sameCarers: boolean
}

export type Moved = {
  /** Undefined when nothing is written down about it at all: that is not nought. */
  readonly inTheYear: number | undefined
  readonly moves: readonly Move[]
}

export type Stability = {
  /** The year looked at: after this day, up to and with today. */
  readonly since: CalendarDay
  readonly today: CalendarDay
  readonly home: Moved
  readonly learning: Moved
  readonly worker: Moved
  /** Days of the year between one place of learning and the next, or since the last. Undefined as above. */
  readonly daysOutOfLearning: number | undefined
}

export type Around = {
  readonly episodes: readonly CareEpisode[]
  readonly homes: readonly HomeStay[]
  readonly workerEpisodes: readonly WorkerEpisode[]
  readonly workers: readonly WorkerStay[]
  readonly learning: readonly Stay[]
}

/** Stays that lie beside each other for no longer than this are one after the other. */
const HANDOVER_DAYS = 31

export function stabilityOf(around: Around, today: CalendarDay): Stability {
  const since = aYearBefore(today)
  const moved = (known: boolean, moves: readonly Move[]): Moved => {
    const until = moves.filter((m) => m.on <= today).toSorted(byDay)
    return {
      inTheYear: known ? until.filter((m) => m.on > since).length : undefined,
      moves: until,
    }
  }
  const learning = around.learning.filter((s) => s.from <= today)
  return {
    since,
    today,
    home: moved(around.episodes.length + around.homes.length > 0, homeMoves(around)),
    learning: moved(learning.length > 0, replacements(learning).map(asMove('learning'))),
    worker: moved(around.workers.length + around.workerEpisodes.length > 0, workerMoves(around)),
    daysOutOfLearning: learning.length > 0 ? daysOut(learning, since, today) : undefined,
  }
}

const byDay = (a: { readonly on: string }, b: { readonly on: string }) =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : 0

const asMove =
  (kind: MoveKind) =>
  (stay: Stay): Move => ({ kind, on: stay.from, to: stay.key, sameCarers: false })

/**
 * Moves between homes. The council's return tells of them a second time: a move it tells within a month of one written
 * here is the same one. The first home written here is a move when the return knows of an earlier one.
 */
function homeMoves({ episodes, homes }: Around): readonly Move[] {
  const here = homes.toSorted((a, b) => byDay({ on: a.from }, { on: b.from }))
  const [first] = here
  const earlier = episodes.some(
    (e) => first && dayNumber(e.beganOn) + HANDOVER_DAYS < dayNumber(first.from),
  )
  const written = [...(first && earlier ? [first] : []), ...replacements(here)].map(
    ({ key, from, sameCarers }): Move => ({ kind: 'home', on: from, to: key, sameCarers }),
  )
  const began = here.map((h) => dayNumber(h.from))
  const told = systemEventsOf({ episodes, reviews: [], workers: [] })
    .filter((event) => event.kind === 'move')
    .filter((event) => began.every((day) => Math.abs(day - dayNumber(event.on)) > HANDOVER_DAYS))
    .map(
      (event): Move => ({
        kind: 'home',
        on: event.on,
        to: undefined,
        sameCarers: event.text.endsWith('the same carers'),
      }),
    )
  return [...written, ...told]
}

/**
 * Stays that took the place of another: not the first, not the same one again, and not one beside
 * another that goes on.
 */
export function replacements<S extends Stay>(stays: readonly S[]): readonly S[] {
  const sorted = stays.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  return sorted.filter((stay, n) => {
    const before = sorted.slice(0, n)
    const last = before.at(-1)
    if (!last || last.key === stay.key) return false
    const handedOver = dayNumber(stay.from) + HANDOVER_DAYS
    return before.every((b) => b.until !== undefined && dayNumber(b.until) <= handedOver)
  })
}

/**
 * Changes of worker, part by part. The council's return tells of social workers a second time: a change
 * it tells within a month of somebody beginning here in that part is the same one.
 */
function workerMoves({ workers, workerEpisodes }: Around): readonly Move[] {
  const parts = Map.groupBy(workers, (w) => w.part)
  const here = [...parts.values()].flatMap((stays) => replacements(stays).map(asMove('worker')))
  const began = (parts.get('social_worker') ?? []).map((w) => dayNumber(w.from))
  const returned = workerEpisodes.toSorted((a, b) => (a.beganOn < b.beganOn ? -1 : 1))
  const told = returned
    .filter((w, n) => n > 0 && returned[n - 1]?.worker !== w.worker)
    .filter((w) => began.every((day) => Math.abs(day - dayNumber(w.beganOn)) > HANDOVER_DAYS))
  return [
    ...here,
    ...told.map((w): Move => ({ kind: 'worker', on: w.beganOn, to: undefined, sameCarers: false })),
  ]
}

/** Days from the first place on, within the year, on which no place was the child's. The last day of a stay counts as there. */
function daysOut(stays: readonly Stay[], since: CalendarDay, today: CalendarDay): number {
  const sorted = stays.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const end = dayNumber(today)
  let covered = Math.max(dayNumber(since), dayNumber(sorted[0]?.from ?? today) - 1)
  let out = 0
  for (const stay of sorted) {
    const from = Math.min(dayNumber(stay.from), end + 1)
    if (from > covered + 1) out += from - covered - 1
    covered = Math.max(covered, stay.until === undefined ? end : dayNumber(stay.until))
  }
  return out + Math.max(0, end - covered)
}

const DAY = 24 * 60 * 60 * 1000
const dayNumber = (day: CalendarDay): number => Date.parse(`${day}T00:00:00Z`) / DAY

/** The same day a year earlier; 28 February for 29 February. */
export function aYearBefore(day: CalendarDay): CalendarDay {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0')
  const found = calendarDay(`${year}${day.slice(4)}`) ?? calendarDay(`${year}-02-28`)
  if (!found) throw new Error(`There is no day a year before ${day}`)
  return found
}
