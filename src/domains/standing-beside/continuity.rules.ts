/**
 * For how long the same people stay, worked out from who stood beside a child on which days and from
 * nothing else. It says something of the service; it is never held against a worker, and never ranked. Pure.
 */
import type { CalendarDay } from '#kernel/calendar-day.ts'

/** Somebody in a part, from a first day to a last one; both days count. */
export type Spell = {
  readonly who: string
  readonly part: string
  readonly from: CalendarDay
  readonly until: CalendarDay | undefined
}

/** The parts whose people a child should not have to meet anew again and again. */
export const PARTS_THAT_STAY: readonly string[] = [
  'key_worker',
  'social_worker',
  'personal_adviser',
  'guardian',
  'advocate',
  'carer',
]

const DAY = 24 * 60 * 60 * 1000
const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY)

type Stretch = { readonly who: string; readonly from: number; readonly until: number }

/** Each person's spells run together where no day lies between them. */
function stretches(spells: readonly Spell[]): readonly Stretch[] {
  const found: Stretch[] = []
  const sorted = spells
    .map((s) => ({
      who: s.who,
      from: numberOf(s.from),
      until: s.until ? numberOf(s.until) : ENDLESS,
    }))
    .toSorted((a, b) => a.from - b.from)
  for (const next of sorted) {
    const at = found.findIndex((f) => f.who === next.who && next.from <= f.until + 1)
    const before = found[at]
    if (before) found[at] = { ...before, until: Math.max(before.until, next.until) }
    else found.push(next)
  }
  return found
}

const ENDLESS = Number.MAX_SAFE_INTEGER - 1

/**
 * How often somebody new came in a part that another person already had or had had, on the days after the
 * first and up to the last. Whoever goes on without a day between is not new; nor is the very first.
 */
export function changesBetween(
  spells: readonly Spell[],
  after: CalendarDay,
  last: CalendarDay,
): number {
  const [low, high] = [numberOf(after), numberOf(last)]
  const parts = Map.groupBy(spells, (s) => s.part)
  return [...parts.values()].reduce((sum, ofPart) => {
    const runs = stretches(ofPart)
    const came = runs.filter(
      (run) =>
        run.from > low &&
        run.from <= high &&
        runs.some((other) => other.who !== run.who && other.from < run.from),
    )
    return sum + came.length
  }, 0)
}

/** Since when this person has stood there on every day up to this one, in whatever part. Undefined: not today. */
export function withoutABreakSince(
  spells: readonly Spell[],
  who: string,
  today: CalendarDay,
): CalendarDay | undefined {
  const day = numberOf(today)
  const run = stretches(spells.filter((s) => s.who === who)).find(
    (s) => s.from <= day && s.until >= day,
  )
  return run && spells.find((s) => s.who === who && numberOf(s.from) === run.from)?.from
}

/** Whole months from one day to another. The 31st is reached on the last day of a shorter month. */
export function monthsBetween(from: CalendarDay, to: CalendarDay): number {
  if (to <= from) return 0
  const [y1 = 0, m1 = 0, d1 = 0] = from.split('-').map(Number)
  const [y2 = 0, m2 = 0, d2 = 0] = to.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(y2, m2, 0)).getUTCDate()
  const reached = d2 >= Math.min(d1, lastOfMonth)
  return (y2 - y1) * 12 + (m2 - m1) - (reached ? 0 : 1)
}

export type Stays = {
  readonly who: string
  readonly since: CalendarDay
  readonly months: number
}

export type Continuity = {
  /** Who stands there now, by how long they have, longest first: of one child, to that child's page only. */
  readonly now: readonly Stays[]
  readonly changesInAYear: number
  readonly peopleInAYear: number
}

/** What is told of one child: who stays since when, and how often somebody new came in the last year. */
export function continuityOf(all: readonly Spell[], today: CalendarDay): Continuity {
  const spells = all.filter((s) => PARTS_THAT_STAY.includes(s.part) && s.from <= today)
  const yearAgo = aYearBefore(today)
  const now = [...new Set(spells.map((s) => s.who))].flatMap((who) => {
    const since = withoutABreakSince(spells, who, today)
    return since ? [{ who, since, months: monthsBetween(since, today) }] : []
  })
  const inTheYear = spells.filter((s) => s.until === undefined || s.until > yearAgo)
  return {
    now: now.toSorted((a, b) => a.since.localeCompare(b.since)),
    changesInAYear: changesBetween(spells, yearAgo, today),
    peopleInAYear: new Set(inTheYear.map((s) => s.who)).size,
  }
}

/** The same day a year before; 28 February for a 29th. */
export function aYearBefore(today: CalendarDay): CalendarDay {
  const [y = 0] = today.split('-').map(Number)
  const day = `${String(y - 1).padStart(4, '0')}${today.slice(4)}`
  const text = today.endsWith('-02-29') ? `${day.slice(0, 8)}28` : day
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a day of the calendar, a year earlier
  return text as CalendarDay
}
