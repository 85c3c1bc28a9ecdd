/** What a catalogue of words is, and how far a translation of it has come. Pure. */

/** A text that counts something, in as many forms as its language has (CLDR plural categories). */
export type Many = {
  readonly many: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }
}

/** How far a text has come: not there; ours; a speaker's; checked by a second; checked by young people. */
export const STATES = [
  'untranslated',
  'draft',
  'translated',
  'reviewed',
  'reviewed_by_young_people',
] as const
export type TextState = (typeof STATES)[number]

export type Text = string | Many['many']

/** One text in another language, beside the English it was made from: when that changes, it is out of date. */
export type TranslatedText = {
  readonly text: Text
  readonly state: Exclude<TextState, 'untranslated'>
  readonly english: Text
}

export type Translation = Readonly<Record<string, TranslatedText>>

/** Every text of a catalogue by its place: `answer.where`, `people.more`. */
export function textsOf(words: unknown, at = ''): ReadonlyMap<string, Text> {
  const found = new Map<string, Text>()
  gather(words, at, found)
  return found
}

function gather(words: unknown, at: string, into: Map<string, Text>): void {
  if (typeof words === 'string') into.set(at, words)
  else if (isMany(words)) into.set(at, words.many)
  else if (typeof words === 'object' && words !== null) {
    for (const [key, inner] of Object.entries(words)) gather(inner, at ? `${at}.${key}` : key, into)
  }
}

export function isMany(words: unknown): words is Many {
  return typeof words === 'object' && words !== null && 'many' in words && !isText(words.many)
}

const isText = (value: unknown): value is string => typeof value === 'string'

export const sameText = (a: Text, b: Text): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The state of each English text in another language. One whose English has changed since is untranslated. */
export function statesOf(
  english: ReadonlyMap<string, Text>,
  translation: Translation,
): ReadonlyMap<string, TextState> {
  return new Map(
    [...english].map(([key, text]) => {
      const there = translation[key]
      return [key, there && sameText(there.english, text) ? there.state : 'untranslated']
    }),
  )
}

/** How many texts are in each state, in the order of STATES. */
export function countStates(states: Iterable<TextState>): Readonly<Record<TextState, number>> {
  const counts = {
    untranslated: 0,
    draft: 0,
    translated: 0,
    reviewed: 0,
    reviewed_by_young_people: 0,
  }
  for (const state of states) counts[state] += 1
  return counts
}

/** English with each text replaced where the other language has it; the shape stays English's. */
export function laidOver(words: unknown, translation: Translation, at = ''): unknown {
  if (typeof words === 'string' || isMany(words)) {
    const there = translation[at]
    const english = isMany(words) ? words.many : words
    if (!there || !sameText(there.english, english)) return words
    return typeof there.text === 'string' ? there.text : { many: there.text }
  }
  if (typeof words !== 'object' || words === null) return words
  return Object.fromEntries(
    Object.entries(words).map(([key, inner]) => [
      key,
      laidOver(inner, translation, at ? `${at}.${key}` : key),
    ]),
  )
}

/** The places to fill in, {name} and the like, in order of the alphabet. */
export function placesOf(text: Text): readonly string[] {
  const parts = typeof text === 'string' ? [text] : Object.values(text)
  return [...new Set(parts.flatMap((t) => [...t.matchAll(/\{\w+\}/g)].map(([p]) => p)))].toSorted()
}

export type TextProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'places'; readonly wanted: readonly string[] }
  | { readonly kind: 'forms'; readonly wanted: readonly string[] }

/**
 * Why a text cannot stand for the English one: nothing there, other places to fill in, or not every
 * form its language counts in. `categories` are the language's own (Intl.PluralRules). A form for
 * one, two or none may leave the number out, since the word says it.
 */
export function problemWith(
  english: Text,
  text: Text,
  categories: readonly string[],
): TextProblem | undefined {
  const forms = typeof text === 'string' ? [text] : Object.values(text)
  if (forms.some((f) => f.trim() === '')) return { kind: 'empty' }
  if ((typeof english === 'string') !== (typeof text === 'string'))
    return { kind: 'forms', wanted: categories }
  if (typeof text !== 'string') {
    const missing = categories.filter((c) => !(c in text))
    if (missing.length > 0) return { kind: 'forms', wanted: categories }
  }
  const [wanted, given] = [placesOf(english), placesOf(text)]
  return wanted.join() === given.join() ? undefined : { kind: 'places', wanted }
}
