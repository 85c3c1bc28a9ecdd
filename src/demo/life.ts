import { dayOf } from './days.ts'
import type { CareEpisode, MissingPeriod, SystemEvent, Wait } from './invented.ts'
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

const WAITS: readonly { for: string; owner: string; median: number; arrived: boolean }[] = [
  {
    for: 'A decision about being allowed to stay',
    owner: 'Home Office',
    median: 420,
    arrived: true,
  },
  { for: 'A solicitor', owner: 'Legal aid provider', median: 60, arrived: true },
  { for: 'A college place', owner: 'The college', median: 55, arrived: false },
  {
    for: 'Somebody to talk to',
    owner: 'NHS children’s mental health service',
    median: 150,
    arrived: false,
  },
  { for: 'A dentist', owner: 'NHS dentist', median: 90, arrived: false },
  {
    for: 'A decision about the first referral',
    owner: 'Competent authority',
    median: 304,
    arrived: false,
  },
  { for: 'A place of their own', owner: 'The council’s housing team', median: 120, arrived: false },
  { for: 'A bank account', owner: 'The bank', median: 70, arrived: false },
]

/** What the child waits or waited for. Waits have a long right tail: most weeks or months, some years. */
export function waitsOf(r: Random, span: Span): readonly Wait[] {
  return WAITS.filter((wait) => (!wait.arrived || !span.bornHere) && chance(r, 0.35)).map(
    (wait) => {
      const since = between(r, span.opened, span.today - 1)
      const until = since + Math.max(2, Math.round(longTailed(r, wait.median, 0.9)))
      return {
        for: wait.for,
        owner: wait.owner,
        since: dayOf(since),
        until: until < span.today ? dayOf(until) : undefined,
      }
    },
  )
}

/** What happened in the systems around the child, in order, in words a young person could read. */
export function eventsOf(
  episodes: readonly CareEpisode[],
  waits: readonly Wait[],
  workers: readonly string[],
): readonly SystemEvent[] {
  const moves = episodes
    .slice(1)
    .map((e) => ({ on: e.from, kind: 'move', words: 'Moved to another place to live' }))
  const answers = waits.flatMap((w) =>
    w.until === undefined
      ? []
      : [
          {
            on: w.until,
            kind: 'decision',
            words: `Answer came: ${w.for.charAt(0).toLowerCase()}${w.for.slice(1)}`,
          },
        ],
  )
  const changes = workers
    .slice(1)
    .map((on) => ({ on, kind: 'new_worker', words: 'A new worker started' }))
  return [...moves, ...answers, ...changes].toSorted((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
  )
}
