import { languageDirection } from '#kernel/languages.ts'
import { savedTranslation, TRANSLATED } from './catalogues.ts'
import { en } from './english/index.ts'
import {
  countStates,
  laidOver,
  type Many,
  statesOf,
  type Text,
  textsOf,
  type TextState,
  type Translation,
} from './words.rules.ts'

type Same<T> = T extends string
  ? string
  : T extends { readonly many: unknown }
    ? Many
    : { readonly [K in keyof T]: Same<T[K]> }

/** Every word of the young person's pages, in one language. */
export type YouthWords = Same<typeof en>

export type Catalogue = {
  readonly language: string
  readonly words: YouthWords
  /** Each text as it is shown, by its place. */
  readonly texts: ReadonlyMap<string, Text>
  /** The state of each text, by its place. */
  readonly states: ReadonlyMap<string, TextState>
  readonly counts: Readonly<Record<TextState, number>>
  /** Whether anything is shown that no second speaker has checked. */
  readonly checked: boolean
}

/** English as the source, by place. */
export const ENGLISH = textsOf(en)

const catalogues = new Map<string, Catalogue>([['en', english()]])

/** Every language the pages are being written in, English first. */
export const LANGUAGES: readonly string[] = ['en', ...TRANSLATED]

function english(): Catalogue {
  const states = new Map([...ENGLISH.keys()].map((key) => [key, 'reviewed'] as const))
  return {
    language: 'en',
    words: en,
    texts: ENGLISH,
    states,
    counts: countStates(states.values()),
    checked: true,
  }
}

function made(language: string, translation: Translation): Catalogue {
  const states = statesOf(ENGLISH, translation)
  const counts = countStates(states.values())
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape is English's, text for text
  const words = laidOver(en, translation) as YouthWords
  return {
    language,
    words,
    texts: textsOf(words),
    states,
    counts,
    checked: counts.untranslated + counts.draft + counts.translated === 0,
  }
}

/** The words in that language, or in English where there are none, saying which. */
export function wordsFor(language: string): Catalogue {
  const known = catalogues.get(language)
  if (known) return known
  if (!TRANSLATED.includes(language)) return wordsFor('en')
  const found = made(language, savedTranslation(language))
  // A language with no text at all yet is English, and says so.
  const there = found.counts.untranslated < ENGLISH.size ? found : wordsFor('en')
  catalogues.set(language, there)
  return there
}

/** How far a language has come, even one that has not begun. */
export function progressOf(language: string): Pick<Catalogue, 'states' | 'counts'> {
  const found = wordsFor(language)
  return found.language === language ? found : made(language, {})
}

/** Puts what was mended and checked in the running product over what came with it. */
export function layOver(language: string, mended: Translation): void {
  if (!TRANSLATED.includes(language)) return
  catalogues.set(language, made(language, { ...savedTranslation(language), ...mended }))
}

/** Fills {name} and the like. A place nobody gave is left as it stands, so that a test sees it. */
export function say(text: string, given: Given): string {
  return filled(text, given)
}

/** The places of a text that hold a number: each is a number in the reader's own digits, never text. */
type NumberPlaces = { readonly n?: number; readonly most?: number; readonly all?: number }

/** What fills a text that holds no number. A number as text does not compile: `sayIn` writes it. */
export type Given = Readonly<Record<string, string>> & {
  readonly [place in keyof NumberPlaces]?: never
}

/** Fills a text that holds numbers, in the digits of its language: the one place where a number becomes words. */
export function sayIn(
  { language }: InLanguage,
  text: string,
  { n, most, all, ...given }: Readonly<Record<string, string | number | undefined>> & NumberPlaces,
): string {
  const numbers = Object.entries({ n, most, all }).flatMap(([place, value]) =>
    value === undefined ? [] : [[place, numberIn(language, value)] as const],
  )
  const words = Object.entries(given).map(
    ([place, value]) =>
      [place, typeof value === 'number' ? numberIn(language, value) : (value ?? '')] as const,
  )
  return filled(text, Object.fromEntries([...words, ...numbers]))
}

function filled(text: string, given: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => given[name] ?? whole)
}

type InLanguage = { readonly language: string }

/** Says how many, in the form its language has for that number; {n} is the number in its own digits. */
export function sayMany(
  { language }: InLanguage,
  text: Many,
  n: number,
  given: Given = {},
): string {
  const form = text.many[pluralRules(language).select(n)] ?? text.many.other
  return filled(form, { ...given, n: numberIn(language, n) })
}

const rules = new Map<string, Intl.PluralRules>()

function pluralRules(language: string): Intl.PluralRules {
  const known = rules.get(language)
  if (known) return known
  const found = new Intl.PluralRules(language)
  rules.set(language, found)
  return found
}

/** The forms a language counts in, most particular first. */
export const pluralForms = (language: string): readonly string[] =>
  pluralRules(language).resolvedOptions().pluralCategories

const numbers = new Map<string, Intl.NumberFormat>()

/** A number in the digits its readers write: ٣ in Sorani, ۳ in Farsi, 3 in Welsh. */
export function numberIn(language: string, n: number): string {
  const known =
    numbers.get(language) ?? new Intl.NumberFormat(language === 'en' ? 'en-GB' : language)
  numbers.set(language, known)
  return known.format(n)
}

export const directionOf = languageDirection

export { londonDayIn as dayIn } from '#kernel/london-time.ts'
