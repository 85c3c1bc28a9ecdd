// Advice on wording: pure, and the same here and in the browser, which gets this file without its types.
import { beginnings, endOf, patternOf, type Counted, type Pattern } from './patterns.rules.ts'
import { wordsOf, type Word } from './reading.rules.ts'

/** A phrase to look at again: how it is written, and when it is meant otherwise. */
export type Phrase = {
  readonly code: string
  readonly ways: readonly string[]
  /** Said like this it is right: a title, a law, an adult. Found over the phrase, there is no advice. */
  readonly unless?: readonly string[]
  /** Only when one of these words stands in the same sentence. */
  readonly near?: readonly string[]
  /** The phrase is a denial itself, so one before it takes nothing back. */
  readonly denies?: boolean
}

/** A place in a text where a phrase was found. */
export type Found = { readonly code: string; readonly start: number; readonly end: number }

type Entry = {
  readonly code: string
  readonly pattern: Pattern
  readonly phrase: Compiled
}

type Compiled = {
  readonly unless: readonly Pattern[]
  readonly near: ReadonlySet<string> | undefined
  readonly denies: boolean
}

/** The phrases, ready to be looked for. Made once for each list. */
export type Engine = {
  readonly byWord: ReadonlyMap<string, readonly Entry[]>
  readonly byStart: ReadonlyMap<string, readonly Entry[]>
}

export function engineOf(phrases: readonly Phrase[]): Engine {
  const byWord = new Map<string, Entry[]>()
  const byStart = new Map<string, Entry[]>()
  for (const phrase of phrases) {
    const compiled: Compiled = {
      unless: (phrase.unless ?? []).map(patternOf),
      near: phrase.near && new Set(phrase.near),
      denies: phrase.denies ?? false,
    }
    for (const way of phrase.ways) {
      const pattern = patternOf(way)
      const entry: Entry = { code: phrase.code, pattern, phrase: compiled }
      for (const word of new Set(beginnings(pattern))) {
        const [into, key] = word.endsWith('*') ? [byStart, word.slice(0, -1)] : [byWord, word]
        into.set(key, [...(into.get(key) ?? []), entry])
      }
    }
  }
  return { byWord, byStart }
}

/** Longer than this is not looked at whole: the first part is, as far as here. */
const AT_MOST = 60_000

/** Where the phrases stand in a text, in order; of two that overlap, the longer. */
export function lookAt(
  engine: Engine,
  text: string,
  counted: Counted = { work: 0 },
): readonly Found[] {
  const words = wordsOf(text.slice(0, AT_MOST))
  const hits: Hit[] = []
  for (const [n, word] of words.entries()) {
    if (!word.apart) hits.push(...startingAt(engine, words, n, counted))
  }
  return longest(hits).map(({ code, from, to }) => ({
    code,
    start: words[from]?.start ?? 0,
    end: words[to - 1]?.end ?? 0,
  }))
}

type Hit = { readonly code: string; readonly from: number; readonly to: number }

function startingAt(
  engine: Engine,
  words: readonly Word[],
  n: number,
  counted: Counted,
): readonly Hit[] {
  const word = words[n]
  if (!word) return []
  const hits: Hit[] = []
  for (const entry of candidates(engine, word)) {
    const to = endOf(entry.pattern, words, n, counted)
    if (to === undefined || to <= n) continue
    if (meant(entry.phrase, words, n, to, counted)) hits.push({ code: entry.code, from: n, to })
  }
  return hits
}

const NONE: readonly Entry[] = []

function candidates({ byWord, byStart }: Engine, word: Word): readonly Entry[] {
  const whole = byWord.get(word.text) ?? NONE
  const bare = word.bare === word.text ? NONE : (byWord.get(word.bare) ?? NONE)
  const start = byStart.get(word.text.slice(0, 4)) ?? NONE
  if (bare.length === 0 && start.length === 0) return whole
  return [...new Set([...whole, ...bare, ...start])]
}

function meant(
  phrase: Compiled,
  words: readonly Word[],
  from: number,
  to: number,
  counted: Counted,
): boolean {
  if (!phrase.denies && denied(words, from)) return false
  if (mentioned(words, from)) return false
  if (phrase.near && !nearby(words, from, to, phrase.near)) return false
  return !phrase.unless.some((pattern) => over(pattern, words, from, to, counted))
}

/** How many words back a denial still reaches, and a title that a phrase is part of begins. */
const BACK = 5
const BEFORE = 7

const DENIALS = new Set(
  (
    "not never no nobody none neither nor without cannot avoid isn't wasn't aren't weren't don't doesn't didn't " +
    "can't couldn't won't wouldn't shouldn't hardly instead rather nothing"
  ).split(' '),
)

/** “He did not choose this life”: a denial shortly before, in the same sentence; “not only” is none. */
function denied(words: readonly Word[], from: number): boolean {
  for (let n = from; n > Math.max(0, from - BACK); n -= 1) {
    const [word, last] = [words[n], words[n - 1]]
    if (!word || !last || word.first || word.comma) return false
    if (DENIALS.has(last.text)) return !NO_DENIAL_AFTER.has(word.text)
  }
  return false
}

/** “Not only”, “no longer”: what follows holds, or held. */
const NO_DENIAL_AFTER = new Set(['only', 'just', 'longer'])

const MENTIONS = new Set(
  'word words term terms phrase phrases label labels labelled called wrongly stereotype stereotyped myth'.split(
    ' ',
  ),
)

const SAYING = new Set(['say', 'saying', 'write', 'writing', 'wrote', 'call', 'calling', 'record'])
const STOPPING = new Set([...DENIALS, 'stop', 'stopped', 'stopping', 'against'])

/** The writer speaks of the word itself, or of somebody’s use of it; or says that it is not to be said. */
function mentioned(words: readonly Word[], from: number): boolean {
  for (let n = from; n > Math.max(0, from - BACK); n -= 1) {
    if (words[n]?.first) return false
    const text = words[n - 1]?.text ?? ''
    if (MENTIONS.has(text)) return true
    if (SAYING.has(text)) return stoppedFrom(words, n - 1)
  }
  return false
}

function stoppedFrom(words: readonly Word[], saying: number): boolean {
  for (let n = saying; n > Math.max(0, saying - BACK); n -= 1) {
    if (words[n]?.first) return false
    if (STOPPING.has(words[n - 1]?.text ?? '')) return true
  }
  return false
}

/** A sentence goes no further than this either way. */
const FURTHEST = 25

function nearby(
  words: readonly Word[],
  from: number,
  to: number,
  near: ReadonlySet<string>,
): boolean {
  for (let n = sentenceStart(words, from); n < to + FURTHEST; n += 1) {
    const word = words[n]
    if (!word || (n > from && word.first)) return false
    if (near.has(word.text) || near.has(word.bare)) return true
  }
  return false
}

function sentenceStart(words: readonly Word[], from: number): number {
  const furthest = Math.max(0, from - FURTHEST)
  let start = from
  while (start > furthest && words[start]?.first !== true) start -= 1
  return start
}

/** Whether the pattern stands in the text so that it covers part of what was found. */
function over(
  pattern: Pattern,
  words: readonly Word[],
  from: number,
  to: number,
  counted: Counted,
): boolean {
  for (let n = Math.max(0, from - BEFORE); n < to; n += 1) {
    const end = endOf(pattern, words, n, counted)
    if (end !== undefined && end > from) return true
  }
  return false
}

function longest(hits: readonly Hit[]): readonly Hit[] {
  const best: Hit[] = []
  const ordered = hits.toSorted((a, b) => a.from - b.from || b.to - a.to)
  for (const hit of ordered) {
    const last = best.at(-1)
    if (!last || hit.from >= last.to) best.push(hit)
    else if (hit.to - hit.from > last.to - last.from) best.splice(-1, 1, hit)
  }
  return best
}
