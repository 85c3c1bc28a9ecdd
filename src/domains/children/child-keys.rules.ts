import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import {
  readName,
  soughtWords,
  storedKeys,
  type NameKey,
  type SoughtWord,
} from './name-keys.rules.ts'

/**
 * All a child can be found by, as keys: those of their names, and
 * `f:` a whole name, its words in one order · `o:` a name of one word · `b:` a day of birth ·
 * `r:` a month that a wider claim touches · `y:` a year any claim touches · `i:` a number.
 */
export type BirthClaim = { readonly earliest: CalendarDay; readonly latest: CalendarDay }

export type Findable = {
  readonly names: readonly string[]
  readonly births: readonly BirthClaim[]
  readonly identifiers: readonly string[]
}

/** What was asked for. An undefined part was left empty. */
export type Search = {
  readonly name: string | undefined
  readonly born: BirthClaim | undefined
  readonly identifier: string | undefined
}

/** A tier is a list of groups: a child is in it who has a key of every group. */
export type Tier = readonly (readonly string[])[]

const MOST_YEARS = 40

/** Every key a child is kept under. Sorted, each once. */
export function keysOfChild(child: Findable): readonly string[] {
  const whole = child.names.flatMap(wholeNameKeys)
  const births = child.births.flatMap(birthKeys)
  const numbers = child.identifiers.map(identifierKey)
  return [...new Set([...storedKeys(child.names), ...whole, ...births, ...numbers])].toSorted()
}

/** Spaces, dashes and case of a number do not matter. */
export const identifierKey = (value: string): string =>
  `i:${value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')}`

function wholeNameKeys(name: string): readonly string[] {
  const words = tellingWords(name)
  if (words.length === 0) return []
  const whole = `f:${words
    .map((u) => u.text)
    .toSorted()
    .join(' ')}`
  const only = words.length === 1 ? [...(words[0]?.stored ?? [])].map((key) => `o:${key}`) : []
  return [whole, ...only]
}

function tellingWords(name: string) {
  const single = readName(name).units.filter((u) => u.covers.length === 1)
  const telling = single.filter((u) => !u.particle)
  return telling.length > 0 ? telling : single
}

function birthKeys(claim: BirthClaim): readonly string[] {
  const years = yearsOf(claim).map((year) => `y:${year}`)
  if (claim.earliest === claim.latest) return [`b:${claim.earliest}`, ...years]
  return [...monthsOf(claim).map((month) => `r:${month}`), ...years]
}

function yearsOf({ earliest, latest }: BirthClaim): readonly number[] {
  const from = Number(earliest.slice(0, 4))
  const length = Math.min(Number(latest.slice(0, 4)) - from, MOST_YEARS) + 1
  return Array.from({ length }, (_, n) => from + n)
}

function monthsOf(claim: BirthClaim): readonly string[] {
  const all = yearsOf(claim).flatMap((year) =>
    Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`),
  )
  return all.filter((m) => m >= claim.earliest.slice(0, 7) && m <= claim.latest.slice(0, 7))
}

/** The days and wider claims that may be one with a day somebody gave: itself, day and month swapped, and the same day in years near by, as an age assessment moves it. */
function keysNearDay(day: CalendarDay): readonly string[] {
  const [y = '', m = '', d = ''] = day.split('-')
  const swapped = calendarDay(`${y}-${d}-${m}`)
  const nearby = [-2, -1, 1, 2].flatMap((n) => calendarDay(`${Number(y) + n}-${m}-${d}`) ?? [])
  return [swapped, ...nearby].flatMap((near) => (near ? [`b:${near}`] : []))
}

function keysOfBorn(born: BirthClaim): {
  readonly same: readonly string[]
  readonly near: readonly string[]
} {
  if (born.earliest !== born.latest) return { same: yearsOf(born).map((y) => `y:${y}`), near: [] }
  return {
    same: [`b:${born.earliest}`, `r:${born.earliest.slice(0, 7)}`],
    near: keysNearDay(born.earliest),
  }
}

/**
 * Where to look and in what order: an identifier first; then the name with the birth; then the name
 * alone, since days of birth are disputed; then, when no name was given, the birth alone.
 */
export function searchTiers(search: Search): readonly Tier[] {
  const number = search.identifier ? [[[identifierKey(search.identifier)]]] : []
  const names = search.name ? nameTiers(search.name) : []
  const born = search.born && keysOfBorn(search.born)
  if (!born) return [...number, ...names]
  const days = [born.same, born.near].filter((keys) => keys.length > 0)
  if (!search.name) return [...number, ...days.map((keys) => [keys])]
  const all = [...born.same, ...born.near]
  return [...number, ...merged(names, all), ...names]
}

/** A birth narrows the search so far that every way of meeting the name can be asked at once. */
const merged = (names: readonly Tier[], born: readonly string[]): readonly Tier[] =>
  names.map((tier) => [...tier, born])

function nameTiers(name: string): readonly Tier[] {
  const words = soughtWords(name).slice(0, 4)
  if (words.length === 0) return []
  const whole: Tier = [wholeNameKeys(name).filter((key) => key.startsWith('f:'))]
  const only: Tier = [words.flatMap((w) => [...w.exact, ...w.near].map((key) => `o:${key}`))]
  const several: readonly Tier[] = words.length > 1 ? [only] : []
  const two: readonly Tier[] = words.length > 2 ? pairsOf(words.map(any)) : []
  return [whole, words.map((w) => w.exact), words.map(any), ...several, ...two]
}

const any = (w: SoughtWord): readonly NameKey[] => [...w.exact, ...w.near, ...w.far]

const pairsOf = (groups: readonly (readonly string[])[]): readonly Tier[] =>
  groups.flatMap((a, n) => groups.slice(n + 1).map((b) => [a, b]))
