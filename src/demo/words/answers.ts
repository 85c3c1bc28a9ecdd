import { ANSWERS_OF_LIFE } from './answers-of-life.ts'
import { ANSWERS_OF_SYSTEMS } from './answers-of-systems.ts'

/** What young people say with a state: when little of it is true, when most of it is, when it changes. */
export type ThemeWords = {
  readonly little: readonly string[]
  readonly much: readonly string[]
  readonly changes: readonly string[]
}

const ALL: Readonly<Record<string, ThemeWords>> = { ...ANSWERS_OF_LIFE, ...ANSWERS_OF_SYSTEMS }

/** The themes there are words for. */
export const THEMES: readonly string[] = Object.keys(ALL)

/** The words for a theme; the words of an ordinary life when the theme is not known. */
export function wordsOfTheme(theme: string): ThemeWords {
  const words = ALL[theme] ?? ALL['ordinary']
  if (!words) throw new Error('There are no words for an ordinary life')
  return words
}

/*
 * Which theme an outcome is about, by what its code or title has in it. The first that fits is
 * taken, so that a framework loaded later, with codes of its own, still meets words that suit it.
 */
const FITS: readonly (readonly [RegExp, string])[] = [
  [/immigration|asylum|legal|lawyer|reunion|court/, 'legal'],
  [/discriminat|treated|equal|fair|respect/, 'fair'],
  [/language|understood|interpret/, 'language'],
  [/inform|told/, 'informed'],
  [/guardian|adult|trained|interest|support-continues/, 'adult'],
  [/time|wait|limbo|settled/, 'waiting'],
  [/home|place.?to.?live|housing/, 'home'],
  [/safe/, 'safe'],
  [/psych|mental|recover|mind|feelings/, 'mind'],
  [/stab|peace|predict|ordinary|routine/, 'ordinary'],
  [/physical|health|body/, 'health'],
  [/learn|school|college|educat/, 'learning'],
  [/work|money|train/, 'money'],
  [/loved|valued|nurtur|strengths/, 'valued'],
  [/family/, 'family'],
  [/belong|friend|communit|includ/, 'belonging'],
  [/faith|belief|relig/, 'faith'],
  [/identity|culture|who.?i.?am/, 'identity'],
  [/listened|heard|views|say|voice|services/, 'listened'],
  [/believed|trust/, 'believed'],
  [/rights|entitle/, 'rights'],
  [/choice|control|autonom|free/, 'choice'],
  [/future|hope|plan|contribut|confiden/, 'future'],
]

const by = (text: string) => FITS.find(([pattern]) => pattern.test(text))?.[1]
const known = new Map<string, string>()

/** The theme an outcome is about, by its code, or else its title (any case). */
export function themeOf(code: string, title: string): string {
  const name = `${code} ${title}`
  const theme =
    known.get(name) ??
    by(code.toLowerCase().replaceAll('_', '-')) ??
    by(title.toLowerCase()) ??
    'ordinary'
  known.set(name, theme)
  return theme
}
