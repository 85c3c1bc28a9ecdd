import subsetFont from 'subset-font'
import { lettersOf, NAMES, NEEDED, unicodeRange, wholeFile } from './letters.ts'

type Family = {
  readonly folder: string
  /** On young people's pages, the scripts that need only one weight: bold is drawn from it, and half is sent. */
  readonly youngFamily?: string
  readonly subsets: Readonly<Record<string, string>>
}

/**
 * Noto Sans for the scripts our children's names and words are written in. A file a script: the
 * browser fetches a file only when the page has a letter in its range. Latin comes last, since the
 * last matching range wins and punctuation must not fetch a whole Arabic font.
 */
const FAMILIES: readonly Family[] = [
  {
    folder: 'noto-sans-arabic',
    youngFamily: 'Noto Sans Arabic',
    subsets: { arabic: 'U+0600-06FF,U+0750-077F,U+0870-08FF,U+200C-200E,U+FB50-FDFF,U+FE70-FEFC' },
  },
  {
    folder: 'noto-sans-ethiopic',
    youngFamily: 'Noto Sans Ethiopic',
    subsets: { ethiopic: 'U+1200-1399,U+2D80-2DDE,U+AB01-AB2E' },
  },
  {
    folder: 'noto-sans',
    subsets: {
      'cyrillic-ext': 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F',
      cyrillic: 'U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
      greek: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
      'latin-ext':
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0,U+2113',
      vietnamese:
        'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
      latin:
        'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
    },
  },
]

const WEIGHTS = [400, 700] as const

type Face = {
  readonly family: string
  readonly weight: number
  readonly range: string
  readonly url: string
}

const nameOf = (folder: string, subset: string, weight: number): string =>
  `${folder}-${subset}-${weight}-normal.woff2`

const everyFile = FAMILIES.flatMap(({ folder, youngFamily, subsets }) =>
  Object.entries(subsets).flatMap(([subset, range]) =>
    WEIGHTS.map((weight) => ({ folder, youngFamily, subset, range, weight })),
  ),
)

/** The files the rules ask for, as package folder and file name: the server sends them from the packages. */
export const FONT_FILES: readonly { readonly folder: string; readonly file: string }[] =
  everyFile.map(({ folder, subset, weight }) => ({ folder, file: nameOf(folder, subset, weight) }))

/** The `@font-face` rules of staff pages: one for each script and weight. */
export function fontFaces(): string {
  return rules(
    everyFile.map(({ folder, subset, range, weight }) => ({
      family: 'Noto Sans',
      weight,
      range,
      url: `/assets/fonts/${folder}/${nameOf(folder, subset, weight)}`,
    })),
  )
}

/** Those of young people's pages: the letters most pages have, small; the whole file for any other letter. */
export function youngFontFaces(): string {
  const whole = everyFile
    .filter(({ youngFamily, weight }) => youngFamily === undefined || weight === 400)
    .map(({ folder, subset, range, weight, youngFamily }) => ({
      family: youngFamily ?? 'Noto Sans',
      weight,
      range: withoutNeeded(subset, range),
      url: `/assets/fonts/${folder}/${nameOf(folder, subset, weight)}`,
    }))
  const small = SMALL_FONTS.map(({ family, weight, letters, file }) => ({
    family,
    weight,
    range: unicodeRange(letters),
    url: `/assets/fonts/small/${file}`,
  }))
  // Where the letters of a page are heavy themselves, Latin comes in one weight and bold is drawn from it.
  const plain = small
    .filter(({ url, weight }) => url.includes('-latin-small-') && weight === 400)
    .map((face) => ({ ...face, family: 'Noto Sans Plain' }))
  return rules([...whole, ...small, ...plain])
}

function withoutNeeded(subset: string, range: string): string {
  const needed = NEEDED.find((n) => n.subset === subset && !n.family)?.letters
  return needed ? unicodeRange(lettersOf(range).filter((c) => !needed.has(c))) : range
}

const rules = (faces: readonly Face[]): string =>
  faces
    .map(
      ({ family, weight, range, url }) =>
        `@font-face{font-family:"${family}";font-style:normal;font-weight:${weight};font-display:swap;src:url(${url}) format("woff2");unicode-range:${range}}`,
    )
    .join('')

const familyOf = (folder: string): string | undefined =>
  FAMILIES.find((f) => f.folder === folder)?.youngFamily

/** The small files of young people's pages, and what each is made of. */
export const SMALL_FONTS = [
  ...NEEDED.flatMap(({ folder, subset, letters, family, language }) =>
    WEIGHTS.filter((weight) => familyOf(folder) === undefined || weight === 400).map((weight) => ({
      family: family ?? familyOf(folder) ?? 'Noto Sans',
      weight,
      letters,
      file: nameOf(folder, `${subset}-${language ?? 'small'}`, weight),
      whole: { folder, file: nameOf(folder, subset, weight) },
    })),
  ),
  ...NAMES.map(({ folder, subset, letters }) => ({
    family: 'Noto Sans Names',
    weight: 400 as const,
    letters,
    file: nameOf(folder, `${subset}-names`, 400),
    whole: { folder, file: nameOf(folder, subset, 400) },
  })),
]

/** Cuts a small file out of the whole one, shaping and all: the same bytes each time. */
export async function smallFont(font: (typeof SMALL_FONTS)[number]): Promise<Buffer> {
  const text = String.fromCodePoint(...font.letters)
  return subsetFont(wholeFile(font.whole.folder, font.whole.file), text, { targetFormat: 'woff2' })
}
