import { amharic, nigerian, somali, tigrinya } from './names/africa.ts'
import { bangladeshi, pakistani, vietnamese } from './names/asia.ts'
import { caribbean, english, welsh } from './names/britain.ts'
import { albanian, romanian, ukrainian } from './names/europe.ts'
import { afghan, arabic, kurdish } from './names/middle-east.ts'
import { type HomeLanguage, LANGUAGES } from './languages.ts'
import type { NamePool } from './names/pool.ts'

/**
 * A group of invented children who share a naming tradition.
 * `share` is in parts of 1,000 invented children. Shaped by the public figures for children
 * referred since 2019: children born in the United Kingdom the largest group and at least half;
 * then Albania, Vietnam, Eritrea and Sudan; then many.
 */
export type Group = {
  readonly key: string
  readonly share: number
  readonly bornIn: readonly (readonly [string, number])[]
  readonly pool: NamePool
  /** Which comes first, and whether the last name is a family's or a father's and grandfather's. */
  readonly order: 'given-family' | 'family-given' | 'given-father-grandfather'
  /** ISO 15924 code of the script of the names' own forms. */
  readonly script: string
  readonly languages: readonly (readonly [HomeLanguage, number])[]
  /** Which words on faith and culture could be theirs: see words/about.ts. */
  readonly ways: readonly string[]
}

const WAYS: Readonly<Record<string, readonly string[]>> = {
  english: ['christian', 'estate'],
  vietnamese: ['buddhist', 'tet'],
  albanian: ['muslim', 'christian', 'guests'],
  caribbean: ['christian', 'sunday'],
  sudanese: ['muslim', 'guests'],
  eritrean: ['orthodox'],
  'pakistani-british': ['muslim', 'british', 'weddings'],
  kurdish: ['muslim', 'newroz', 'kurdish'],
  afghan: ['muslim', 'guests'],
  'nigerian-british': ['christian', 'sunday', 'british'],
  welsh: ['christian', 'welsh'],
  'bangladeshi-british': ['muslim', 'bengali', 'weddings'],
  'somali-british': ['muslim', 'british', 'guests'],
  romanian: ['orthodox-west', 'roma', 'weddings'],
  ethiopian: ['orthodox'],
  somali: ['muslim', 'guests'],
  nigerian: ['christian', 'weddings'],
  'romanian-british': ['orthodox-west', 'roma', 'british'],
  syrian: ['muslim', 'guests'],
  ukrainian: ['orthodox-west'],
}

const BORN_HERE = [['United Kingdom', 1]] as const
const {
  english: en,
  welsh: cy,
  somali: so,
  arabic: ar,
  sorani,
  kurmanji,
  dari,
  pashto,
  romanian: ro,
} = LANGUAGES

const arrived = (
  key: string,
  share: number,
  bornIn: Group['bornIn'],
  pool: NamePool,
  languages: Group['languages'],
  rest: Partial<Pick<Group, 'order' | 'script'>> = {},
): Group => ({
  key,
  share,
  bornIn,
  pool,
  languages,
  ways: WAYS[key] ?? [],
  order: 'given-family',
  script: 'Latn',
  ...rest,
})

const bornHere = (
  key: string,
  share: number,
  pool: NamePool,
  languages: Group['languages'],
  script = 'Latn',
) => arrived(key, share, BORN_HERE, pool, languages, { script })

/** Every group, commonest first. The shares add up to 1,000. */
export const GROUPS: readonly Group[] = [
  bornHere('english', 270, english, [[en, 1]]),
  arrived('vietnamese', 80, [['Vietnam', 1]], vietnamese, [[LANGUAGES.vietnamese, 1]], {
    order: 'family-given',
  }),
  arrived(
    'albanian',
    80,
    [
      ['Albania', 9],
      ['Kosovo', 1],
    ],
    albanian,
    [[LANGUAGES.albanian, 1]],
  ),
  bornHere('caribbean', 65, caribbean, [
    [en, 9],
    [LANGUAGES.patois, 1],
  ]),
  arrived(
    'sudanese',
    65,
    [
      ['Sudan', 9],
      ['Chad', 1],
    ],
    arabic,
    [
      [ar, 6],
      [LANGUAGES.zaghawa, 2],
      [LANGUAGES.fur, 1],
      [LANGUAGES.masalit, 1],
    ],
    { order: 'given-father-grandfather', script: 'Arab' },
  ),
  arrived(
    'eritrean',
    65,
    [
      ['Eritrea', 17],
      ['Ethiopia', 3],
    ],
    tigrinya,
    [
      [LANGUAGES.tigrinya, 9],
      [LANGUAGES.saho, 1],
    ],
    { order: 'given-father-grandfather', script: 'Ethi' },
  ),
  bornHere(
    'pakistani-british',
    60,
    pakistani,
    [
      [en, 5],
      [LANGUAGES.urdu, 3],
      [LANGUAGES.punjabi, 2],
    ],
    'Arab',
  ),
  arrived(
    'kurdish',
    48,
    [
      ['Iran', 5],
      ['Iraq', 4],
      ['Turkey', 1],
    ],
    kurdish,
    [
      [sorani, 8],
      [kurmanji, 2],
    ],
    { script: 'Arab' },
  ),
  arrived(
    'afghan',
    45,
    [['Afghanistan', 1]],
    afghan,
    [
      [pashto, 5],
      [dari, 5],
    ],
    { script: 'Arab' },
  ),
  bornHere('nigerian-british', 38, nigerian, [
    [en, 7],
    [LANGUAGES.yoruba, 2],
    [LANGUAGES.igbo, 1],
  ]),
  bornHere('welsh', 32, welsh, [
    [en, 6],
    [cy, 4],
  ]),
  bornHere(
    'bangladeshi-british',
    32,
    bangladeshi,
    [
      [en, 5],
      [LANGUAGES.sylheti, 4],
      [LANGUAGES.bengali, 1],
    ],
    'Beng',
  ),
  bornHere('somali-british', 28, somali, [
    [en, 5],
    [so, 5],
  ]),
  arrived('romanian', 22, [['Romania', 1]], romanian, [
    [ro, 7],
    [LANGUAGES.romani, 3],
  ]),
  arrived(
    'ethiopian',
    20,
    [['Ethiopia', 1]],
    amharic,
    [
      [LANGUAGES.amharic, 6],
      [LANGUAGES.oromo, 4],
    ],
    { order: 'given-father-grandfather', script: 'Ethi' },
  ),
  arrived('somali', 18, [['Somalia', 1]], somali, [[so, 1]], {
    order: 'given-father-grandfather',
    script: 'Arab',
  }),
  arrived('nigerian', 12, [['Nigeria', 1]], nigerian, [
    [LANGUAGES.edo, 4],
    [LANGUAGES.yoruba, 3],
    [LANGUAGES.pidgin, 3],
  ]),
  bornHere('romanian-british', 10, romanian, [
    [en, 5],
    [LANGUAGES.romani, 3],
    [ro, 2],
  ]),
  arrived('syrian', 7, [['Syria', 1]], arabic, [[LANGUAGES.levantine, 1]], { script: 'Arab' }),
  arrived(
    'ukrainian',
    3,
    [['Ukraine', 1]],
    ukrainian,
    [
      [LANGUAGES.ukrainian, 8],
      [LANGUAGES.russian, 2],
    ],
    { script: 'Cyrl' },
  ),
]
