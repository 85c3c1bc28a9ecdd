import { readFileSync } from 'node:fs'
import path from 'node:path'
import { provisionalSet } from '#domains/outcomes/index.ts'
import { languageChoices, LANGUAGES, wordsFor } from '#domains/words/index.ts'

/** A set of letters, by their numbers in Unicode. */
export type Letters = ReadonlySet<number>

const of = (text: string): readonly number[] => Array.from(text, (c) => c.codePointAt(0) ?? 0)
const from = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, n) => first + n)

/** What English, Albanian, Oromo and the names of most people here are written with. */
const LATIN = [...from(0x20, 0x7e), ...from(0xc0, 0xff), ...of('\u00a0£©®é’‘“”–—…·−×«»Œœ')]

/** Of the extended Latin letters, those of Welsh. */
const WELSH = of('ŴŵŶŷ')

/** The letters of Arabic, Sorani, Pashto, Dari and Farsi, their marks and digits. */
const ARABIC = [
  ...from(0x621, 0x63a),
  ...from(0x640, 0x655),
  ...from(0x660, 0x66c),
  ...from(0x6f0, 0x6f9),
  ...of('،؛؟٪ٹپچڈڑژکگںھہیےئەێۆڵڕڤۇۋۊۍېۀټډړږښڼځڅګىۓڭ'),
  ...from(0x200c, 0x200f),
]

/** The syllables that the pages' own texts in that language are written with: all of them are four times as heavy. */
function ethiopic(language: string): readonly number[] {
  const questions = provisionalSet().outcomes.map((o) => o.wording[language])
  const texts = JSON.stringify([wordsFor(language).words, questions])
  return [...of(texts).filter((c) => c >= 0x1200 && c <= 0x139f), ...from(0x1361, 0x1368)]
}

/**
 * The letters young people's pages need at once, for each font file they are taken from. Whatever
 * else somebody writes comes from the whole file, when a page has it.
 */
export const NEEDED: readonly {
  readonly folder: string
  readonly subset: string
  readonly letters: Letters
  /** A family of its own, for pages in one language. */
  readonly family?: string
  readonly language?: string
}[] = [
  { folder: 'noto-sans-arabic', subset: 'arabic', letters: new Set(ARABIC) },
  {
    folder: 'noto-sans-ethiopic',
    subset: 'ethiopic',
    letters: new Set(ethiopic('ti')),
    family: 'Noto Sans Tigrinya',
    language: 'ti',
  },
  {
    folder: 'noto-sans-ethiopic',
    subset: 'ethiopic',
    letters: new Set(ethiopic('am')),
    family: 'Noto Sans Amharic',
    language: 'am',
  },
  { folder: 'noto-sans', subset: 'latin-ext', letters: new Set(WELSH) },
  { folder: 'noto-sans', subset: 'latin', letters: new Set(LATIN) },
]

/**
 * The letters that languages' own names are written with, where several stand in one list: a list of
 * languages must not fetch the letters of them all.
 */
export const NAMES: readonly {
  readonly folder: string
  readonly subset: string
  readonly letters: Letters
}[] = [
  { folder: 'noto-sans-arabic', subset: 'arabic', letters: namesWithin(0x600, 0x6ff) },
  { folder: 'noto-sans-ethiopic', subset: 'ethiopic', letters: namesWithin(0x1200, 0x139f) },
  { folder: 'noto-sans', subset: 'vietnamese', letters: namesWithin(0x1ea0, 0x1ef9) },
]

function namesWithin(first: number, last: number): Letters {
  const names = languageChoices(LANGUAGES, '').map(({ text }) => text)
  return new Set(of(names.join('')).filter((c) => c >= first && c <= last))
}

/** As CSS writes them: U+20-7E,U+A3. */
export function unicodeRange(letters: Iterable<number>): string {
  const runs: { first: number; last: number }[] = []
  for (const c of [...letters].toSorted((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && c === run.last + 1) run.last = c
    else if (c !== run?.last) runs.push({ first: c, last: c })
  }
  const hex = (c: number) => c.toString(16).toUpperCase()
  return runs
    .map(({ first, last }) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(',')
}

/** The letters of a range that CSS wrote. */
export function lettersOf(range: string): readonly number[] {
  return range.split(',').flatMap((run) => {
    const [first = '', last = first] = run.trim().replace('U+', '').split('-')
    return from(Number.parseInt(first, 16), Number.parseInt(last, 16))
  })
}

/** The whole file of a package that a subset is taken from. */
export function wholeFile(folder: string, file: string): Buffer {
  const packages = path.join(import.meta.dirname, '..', '..', 'node_modules', '@fontsource')
  return readFileSync(path.join(packages, folder, 'files', file))
}
