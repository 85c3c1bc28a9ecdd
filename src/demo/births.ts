import { dayOf } from './days.ts'
import type { BirthClaim } from './invented.ts'
import { between, chance, pick, type Random, weighted } from './random.ts'

/** How many of 1,000 invented children have each age. Most are 15 to 17; nothing stops at 18. */
const AGES: readonly (readonly [number, number])[] = [
  [9, 4],
  [10, 8],
  [11, 12],
  [12, 22],
  [13, 44],
  [14, 90],
  [15, 175],
  [16, 225],
  [17, 240],
  [18, 70],
  [19, 40],
  [20, 26],
  [21, 18],
  [22, 11],
  [23, 8],
  [24, 5],
  [25, 2],
]

/** The day the generator holds a child to be born, for its own sums. No page is ever told. */
export function bornAbout(r: Random, today: number): number {
  return Math.floor(today - weighted(r, AGES) * 365.2425 - between(r, 1, 364))
}

/** What is said of when one invented child was born: one claim, or several that do not agree. */
export function birthClaims(r: Random, born: number, bornHere: boolean): readonly BirthClaim[] {
  return bornHere ? claimsHere(r, born) : claimsOfArrived(r, born)
}

function claimsHere(r: Random, born: number): readonly BirthClaim[] {
  const certificate = day(born, 'document', 'Birth certificate')
  if (chance(r, 0.96)) return [certificate]
  return [
    certificate,
    day(born + between(r, 1, 9) * 30, 'council_record', 'An earlier council wrote another date'),
  ]
}

function claimsOfArrived(r: Random, born: number): readonly BirthClaim[] {
  const disputed = chance(r, 0.34)
  const says = saysOf(r, born, disputed)
  const claims = [says]
  if (chance(r, 0.2)) claims.push(day(born, 'document', 'National identity card, photographed'))
  if (chance(r, 0.12)) claims.push(year(yearOf(born), 'family_says', 'Aunt, by telephone', false))
  if (chance(r, 0.4)) claims.push(newYear(yearOf(born), disputed))
  if (!disputed) return claims
  const older = between(r, 1, 4)
  claims.push({
    ...day(born - older * 365, 'assigned', 'Written down on arrival'),
    contested: true,
  })
  if (chance(r, 0.6)) claims.push(assessment(r, born))
  return claims
}

function saysOf(r: Random, born: number, disputed: boolean): BirthClaim {
  const exact = day(born, 'child_says', undefined)
  const kind = weighted(r, [
    ['day', 6],
    ['month', 2],
    ['year', 2],
  ] as const)
  if (kind === 'day') return { ...exact, contested: disputed }
  if (kind === 'year') {
    return year(yearOf(born), 'child_says', 'Knows the year, not the day', disputed)
  }
  const month = dayOf(born).slice(0, 7)
  const end = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString()
  const note = pick(r, ['Born in the rainy season', 'After Ramadan', 'Around the harvest'])
  return {
    ...exact,
    from: `${month}-01`,
    to: end.slice(0, 10),
    precision: 'month',
    note,
    contested: disputed,
  }
}

/** A full assessment gives a year, or a span of years; the young person may not agree with it. */
function assessment(r: Random, born: number): BirthClaim {
  const agrees = chance(r, 0.55)
  const about = yearOf(born) - (agrees ? 0 : between(r, 1, 2))
  if (chance(r, 0.6)) return year(about, 'age_assessment', 'Two social workers', !agrees)
  const [from, to] = [`${about - 1}-01-01`, `${about + 1}-12-31`]
  return {
    from,
    to,
    precision: 'range',
    source: 'age_assessment',
    contested: !agrees,
    note: 'Given as a span of years',
  }
}

function newYear(about: number, contested: boolean): BirthClaim {
  const text = `${about}-01-01`
  const note = '1 January was written where the day was not known'
  return { from: text, to: text, precision: 'day', source: 'assigned', contested, note }
}

function day(born: number, source: BirthClaim['source'], note: string | undefined): BirthClaim {
  const text = dayOf(born)
  return { from: text, to: text, precision: 'day', source, contested: false, note }
}

function year(
  about: number,
  source: BirthClaim['source'],
  note: string,
  contested: boolean,
): BirthClaim {
  return {
    from: `${about}-01-01`,
    to: `${about}-12-31`,
    precision: 'year',
    source,
    contested,
    note,
  }
}

function yearOf(born: number): number {
  return Number(dayOf(born).slice(0, 4))
}
