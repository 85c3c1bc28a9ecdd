import { calendarDay } from '#kernel/calendar-day.ts'
import { identifierKey, type SoughtWord, soughtWords } from '#domains/children/index.ts'
import type { BirthClaim, MatchRecord } from '#domains/matching/index.ts'

/** A child is in a tier who has a key of every group (`waymark.find_children`). */
export type Tier = readonly (readonly string[])[]

/** Names whose words are sought; of each, the words and the pairs of words. */
const MOST_NAMES = 6
const MOST_WORDS = 5
const MOST_PAIRS = 3
/** How far an assessment of age moves a year. */
const YEARS_MOVED = 5

/**
 * Where to look for records worth comparing with this one, the most telling first: a list for each of
 * its names. Any word with a day of birth, two words with a year, two words, the day alone, and a word
 * with the year: as the rules by which whole registers are brought together.
 */
export function tiersOf(record: MatchRecord): readonly (readonly Tier[])[] {
  const numbers = (record.documents ?? []).map(identifierKey)
  const first: readonly Tier[] = numbers.length > 0 ? [[numbers]] : []
  const births = record.births ?? []
  const days = [...new Set(births.flatMap(daysNear))]
  const years = [...new Set(births.flatMap(yearsNear))]
  const lists = record.names.slice(0, MOST_NAMES).map((name) => tiersOfName(name, days, years))
  const rest = lists.length > 0 ? lists : [tiersOfName('', days, years)]
  return rest
    .map((tiers, n) => (n === 0 ? [...first, ...tiers] : tiers))
    .filter((t) => t.length > 0)
}

function tiersOfName(
  name: string,
  days: readonly string[],
  years: readonly string[],
): readonly Tier[] {
  const words = soughtWords(name).map(keysOfWord).slice(0, MOST_WORDS)
  const anyWord = [...new Set(words.flat())]
  const pairs = pairsOf(words)
  const tiers: readonly Tier[] = [
    [anyWord, days],
    ...pairs.map((pair) => [...pair, years]),
    ...pairs,
    [days],
    [anyWord, years],
  ]
  return tiers.filter((tier) => tier.every((group) => group.length > 0))
}

/** Every key by which a word of any of its names is found: enough beside a place, too little alone. */
export const anyWordOf = (record: MatchRecord): readonly string[] => [
  ...new Set(
    record.names
      .slice(0, MOST_NAMES)
      .flatMap((name) => soughtWords(name).slice(0, MOST_WORDS).flatMap(keysOfWord)),
  ),
]

const keysOfWord = (word: SoughtWord): readonly string[] => [
  ...word.exact,
  ...word.near,
  ...word.far,
]

/** The first words with each other and the last: where a name has many, its pairs say the same again. */
function pairsOf(words: readonly (readonly string[])[]): readonly Tier[] {
  return words
    .flatMap((one, n) => words.slice(n + 1).map((two): Tier => [one, two]))
    .slice(0, MOST_PAIRS)
}

/** The keys of the days a claim may mean: itself, day and month swapped, the same day some years away. */
function daysNear({ earliest, latest }: BirthClaim): readonly string[] {
  if (earliest !== latest) return []
  const [year = '', month = '', day = ''] = earliest.split('-')
  const moved = Array.from({ length: 2 * YEARS_MOVED + 1 }, (_, n) => n - YEARS_MOVED)
  const days = [
    calendarDay(`${year}-${day}-${month}`),
    ...moved.map((by) => calendarDay(`${Number(year) + by}-${month}-${day}`)),
  ]
  return days.flatMap((found) => (found ? [`b:${found}`] : []))
}

const MOST_YEARS = 12

/** The keys of the years a claim touches, and of one before and after. */
function yearsNear({ earliest, latest }: BirthClaim): readonly string[] {
  const [from, to] = [Number(earliest.slice(0, 4)), Number(latest.slice(0, 4))]
  const count = Math.min(to - from, MOST_YEARS) + 3
  return Array.from({ length: count }, (_, n) => `y:${from - 1 + n}`)
}

/** The last nine digits of a telephone number, as waymark.phone_digits has them. */
export const phoneDigits = (address: string): string | undefined => {
  const digits = address.replaceAll(/\D/g, '')
  return digits.length < 6 ? undefined : digits.slice(-9)
}
