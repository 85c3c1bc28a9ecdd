type Family = { readonly folder: string; readonly subsets: Readonly<Record<string, string>> }

/**
 * Noto Sans for the scripts our children's names and words are written in. One family name, a file
 * a script: the browser fetches a file only when the page has a letter in its range. Latin comes
 * last, since the last matching range wins and punctuation must not fetch a whole Arabic font.
 */
const FAMILIES: readonly Family[] = [
  {
    folder: 'noto-sans-arabic',
    subsets: { arabic: 'U+0600-06FF,U+0750-077F,U+0870-08FF,U+200C-200E,U+FB50-FDFF,U+FE70-FEFC' },
  },
  {
    folder: 'noto-sans-ethiopic',
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

const WEIGHTS = [400, 700]

const faces = FAMILIES.flatMap(({ folder, subsets }) =>
  Object.entries(subsets).flatMap(([subset, range]) =>
    WEIGHTS.map((weight) => ({
      folder,
      range,
      weight,
      file: `${folder}-${subset}-${weight}-normal.woff2`,
    })),
  ),
)

/** The `@font-face` rules, one for each script and weight; text shows at once in another font. */
export function fontFaces(): string {
  return faces
    .map(
      ({ folder, file, weight, range }) =>
        `@font-face{font-family:"Noto Sans";font-style:normal;font-weight:${weight};font-display:swap;src:url(/assets/fonts/${folder}/${file}) format("woff2");unicode-range:${range}}`,
    )
    .join('')
}

/** The files the rules ask for, as package folder and file name: the server sends them from the packages. */
export const FONT_FILES: readonly { readonly folder: string; readonly file: string }[] = faces
