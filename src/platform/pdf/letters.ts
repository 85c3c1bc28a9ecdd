import path from 'node:path'

/** The letters a PDF of ours can print: the typefaces that the pages use, one file for each stretch of scripts. */

const PACKAGES = path.resolve(import.meta.dirname, '../../../node_modules/@fontsource')
const file = (family: string, part: string, weight: number) =>
  path.join(PACKAGES, family, 'files', `${family}-${part}-${weight}-normal.woff`)

/** In the order in which a letter is looked for. */
const PARTS = [
  ['noto-sans', 'latin'],
  ['noto-sans', 'latin-ext'],
  ['noto-sans', 'vietnamese'],
  ['noto-sans-arabic', 'arabic'],
  ['noto-sans-ethiopic', 'ethiopic'],
  ['noto-sans', 'cyrillic'],
  ['noto-sans', 'cyrillic-ext'],
  ['noto-sans', 'greek'],
  ['noto-sans', 'greek-ext'],
  ['noto-sans', 'devanagari'],
] as const

export type Face = { readonly name: string; readonly file: string }

export const facesOf = (bold: boolean): readonly Face[] =>
  PARTS.map(([family, part]) => ({
    name: `${family}-${part}-${bold ? 'bold' : 'plain'}`,
    file: file(family, part, bold ? 700 : 400),
  }))

/** Stands where no typeface has the letter. */
export const NO_LETTER = '\uFFFD'
