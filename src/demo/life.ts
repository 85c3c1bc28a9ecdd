import { dayOf } from './days.ts'
import type { CareEpisode, MissingPeriod, Wait } from './invented.ts'
import { between, chance, longTailed, pick, type Random, weighted } from './random.ts'

/** Days, as numbers, between which one invented child's life with services runs. */
export type Span = {
  readonly opened: number
  readonly today: number
  /** The 18th birthday, by the generator's own reckoning. */
  readonly adultFrom: number
  readonly bornHere: boolean
}

const PLACES: readonly (readonly [string, number])[] = [
  ['U4', 4],
  ['U6', 3],
  ['U1', 2],
  ['K2', 2],
  ['H5', 3],
  ['P2', 1],
]

/** Times in care with the moves between them, in the codes of the looked-after children return. */
export function careOf(r: Random, span: Span): readonly CareEpisode[] {
  const end = Math.min(span.today, span.adultFrom)
  const legalStatus = span.bornHere ? weighted(r, LEGAL_HERE) : 'V2'
  const categoryOfNeed = span.bornHere ? pick(r, ['N1', 'N5', 'N6', 'N1']) : 'N8'
  const made: CareEpisode[] = []
  let from = span.opened
  while (from < end && made.length < 9) {
    const to = from + Math.max(4, Math.round(longTailed(r, 190, 1)))
    const last = to >= end
    made.push({
      from: dayOf(from),
      ...(last ? endingOf(r, end, span) : { to: dayOf(to), reasonCeased: 'X1' }),
      ...(made.length === 0
        ? { reasonForNew: 'S', reasonForChange: undefined }
        : { reasonForNew: 'P', reasonForChange: pick(r, WHY_MOVED) }),
      legalStatus,
      placeType: weighted(r, PLACES),
      provider: weighted(r, PROVIDERS),
      categoryOfNeed,
    })
    from = to
  }
  return made
}

const LEGAL_HERE = [
  ['C2', 5],
  ['V2', 3],
  ['C1', 2],
] as const
const PROVIDERS = [
  ['PR1', 6],
  ['PR4', 4],
] as const
const WHY_MOVED = ['CARPL', 'CREQB', 'CHILD', 'PLACE', 'OTHER'] as const

/** The last time in care is open, or ended at 18: care as a looked-after child ends there, support does not. */
function endingOf(r: Random, end: number, span: Span): Pick<CareEpisode, 'to' | 'reasonCeased'> {
  if (end !== span.adultFrom) return { to: undefined, reasonCeased: undefined }
  return { to: dayOf(end), reasonCeased: pick(r, ['E5', 'E6']) }
}

/** 28 of 100 go missing at some time; those who do, about eight times each (from ECPAT's 2020 count: 31%, 8). */
export function missingOf(r: Random, span: Span): readonly MissingPeriod[] {
  if (!chance(r, 0.28)) return []
  const times = Math.max(1, Math.round(longTailed(r, 6.2, 0.75)))
  const days = span.today - span.opened
  const starts = Array.from({ length: Math.min(times, Math.floor(days / 9)) }, () =>
    Math.floor(span.opened + r.unit() * days),
  ).toSorted((a, b) => a - b)
  const made: MissingPeriod[] = []
  let free = 0
  for (const from of starts) {
    if (from < free) continue
    const to = from + Math.max(1, Math.round(longTailed(r, 1.5, 1.1)))
    const back = to < span.today
    made.push({
      from: dayOf(from),
      to: back ? dayOf(to) : undefined,
      kind: chance(r, 0.85) ? 'M' : 'A',
    })
    free = to + 2
    if (!back) break
  }
  return made
}

/** What children wait for, half of those who wait for less than so many days; only those who came here wait for the first. */
const WAITS = [
  ['a decision about being allowed to stay', 420, 'arrived'],
  ['a solicitor', 60, 'arrived'],
  ['a college place', 55, 'any'],
  ['somebody to talk to', 150, 'any'],
  ['a dentist', 90, 'any'],
  ['an answer about the first form', 304, 'any'],
  ['a place of my own', 120, 'any'],
  ['a bank account', 70, 'any'],
] as const

/** What the child waits or waited for. Waits have a long right tail: most weeks or months, some years. */
export function waitsOf(r: Random, span: Span): readonly Wait[] {
  const open = WAITS.filter(([, , who]) => who === 'any' || !span.bornHere)
  return open
    .filter(() => chance(r, 0.35))
    .map(([what, median]) => {
      const since = between(r, span.opened, span.today - 1)
      const until = since + Math.max(2, Math.round(longTailed(r, median, 0.9)))
      return {
        for: what,
        since: dayOf(since),
        until: until < span.today ? dayOf(until) : undefined,
      }
    })
}
