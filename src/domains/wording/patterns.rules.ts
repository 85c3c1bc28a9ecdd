// A way of writing a phrase, as those who keep the list write it, and how it is found. Goes to the browser
// as it stands, like reading.rules.ts.
import type { Word } from './reading.rules.ts'

/**
 * One place of a pattern. `forms` is what may stand there; undefined is any word. An optional place may be
 * left out. A gap lets up to three words stand there.
 */
type Place = {
  readonly forms: ReadonlySet<string> | undefined
  readonly starts: readonly string[]
  readonly capitals: boolean
  readonly optional: boolean
  readonly gap: boolean
}

export type Pattern = readonly Place[]

/** At most so many words stand in a gap. */
const GAP = 3

/**
 * Reads a pattern: words with spaces between. `a|b` is either, `~run` any form of the word, `abscond*` any
 * ending, `very?` may be left out, `..` up to three words, and capitals only match capitals.
 */
export function patternOf(text: string): Pattern {
  return text.trim().split(/\s+/).map(placeOf)
}

function placeOf(given: string): Place {
  if (given === '..')
    return { forms: undefined, starts: [], capitals: false, optional: true, gap: true }
  const optional = given.length > 1 && given.endsWith('?')
  const choices = (optional ? given.slice(0, -1) : given).split('|').filter((one) => one !== '')
  const forms = choices.filter((one) => !one.endsWith('*')).flatMap(formsOf)
  return {
    forms: new Set(forms),
    starts: choices.filter((one) => one.endsWith('*')).map((one) => one.slice(0, -1).toLowerCase()),
    capitals: choices.every((one) => /^[A-Z]{2,}$/.test(one)),
    optional,
    gap: false,
  }
}

const IRREGULAR: Readonly<Record<string, string>> = {
  be: 'is are was were been being am',
  become: 'becomes became becoming',
  choose: 'chooses chose chosen choosing',
  fall: 'falls fell fallen falling',
  get: 'gets got getting',
  go: 'goes went gone going',
  hang: 'hangs hung hanging',
  have: 'has had having',
  keep: 'keeps kept keeping',
  lead: 'leads led leading',
  leave: 'leaves left leaving',
  make: 'makes made making',
  put: 'puts putting',
  run: 'runs ran running',
  sell: 'sells sold selling',
  send: 'sends sent sending',
  speak: 'speaks spoke spoken speaking',
  spend: 'spends spent spending',
  take: 'takes took taken taking',
  teach: 'teaches taught teaching',
}

/** A word and, after `~`, its forms. */
export function formsOf(given: string): readonly string[] {
  const word = given.replace(/^~/, '').toLowerCase()
  if (!given.startsWith('~')) return [word]
  const irregular = IRREGULAR[word]
  return irregular ? [word, ...irregular.split(' ')] : [word, ...regular(word)]
}

function regular(word: string): readonly string[] {
  if (word.endsWith('e')) return [`${word}s`, `${word}d`, `${word.slice(0, -1)}ing`]
  if (/[^aeiou]y$/.test(word)) {
    return [`${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`, `${word}ing`]
  }
  if (/(s|x|ch|sh)$/.test(word)) return [`${word}es`, `${word}ed`, `${word}ing`]
  const stem = /^[^aeiou]+[aeiou][bdgmnpt]$/.test(word) ? word + word.slice(-1) : word
  return [`${word}s`, `${stem}ed`, `${stem}ing`]
}

/** Words a pattern can begin with; undefined when it can begin with any of too many. */
export function beginnings(pattern: Pattern): readonly string[] {
  const found: string[] = []
  for (const place of pattern) {
    found.push(...(place.forms ?? []), ...place.starts.map((start) => `${start.slice(0, 4)}*`))
    if (!place.optional) break
  }
  return found
}

/** Counts the comparisons, so that a test can hold the work to the length of the text. */
export type Counted = { work: number }

/**
 * The place after the last word of the pattern, when it stands in the words from there; undefined when not.
 * Never across the beginning of a sentence, and never through words that are set apart.
 */
export function endOf(
  pattern: Pattern,
  words: readonly Word[],
  from: number,
  counted: Counted,
  at = 0,
): number | undefined {
  const place = pattern[at]
  if (!place) return from
  const on = (next: number) => endOf(pattern, words, next, counted, at + 1)
  if (place.gap) return afterGap(words, from, at > 0, on)
  counted.work += 1
  const word = usable(words, from, at > 0)
  const end = word && fits(place, word) ? on(from + 1) : undefined
  return end ?? (place.optional ? on(from) : undefined)
}

function afterGap(
  words: readonly Word[],
  from: number,
  within: boolean,
  on: (next: number) => number | undefined,
): number | undefined {
  for (let skipped = 0; skipped <= GAP; skipped += 1) {
    if (skipped > 0 && !usable(words, from + skipped - 1, within)) return undefined
    const end = on(from + skipped)
    if (end !== undefined) return end
  }
  return undefined
}

function usable(words: readonly Word[], n: number, within: boolean): Word | undefined {
  const word = words[n]
  if (word === undefined || word.apart) return undefined
  return within && word.first && n > 0 ? undefined : word
}

function fits(place: Place, word: Word): boolean {
  if (place.capitals && !word.capitals) return false
  if (place.forms?.has(word.text) === true || place.forms?.has(word.bare) === true) return true
  return place.starts.some((start) => word.text.startsWith(start))
}
