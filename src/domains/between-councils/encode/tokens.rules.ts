import {
  type BirthClaim,
  type MatchRecord,
  nameWords,
  pieces,
  readForms,
} from '#domains/matching/index.ts'

/**
 * The parts of a record that are encoded, each under a key of its own; `bits` is how many places a token sets. What
 * two papers of one child seldom write alike weighs little (spelling, a year that an assessment moves), and what they
 * do weighs much (the day of the year, a name however it is spelt).
 */
export const PARTS = [
  { name: 'spelling', bits: 8 },
  { name: 'sound', bits: 24 },
  { name: 'family', bits: 40 },
  { name: 'day', bits: 60 },
  { name: 'dayOfYear', bits: 70 },
  { name: 'year', bits: 20 },
  { name: 'sex', bits: 20 },
  { name: 'number', bits: 80 },
] as const

export type Part = (typeof PARTS)[number]['name']
export type Tokens = Readonly<Record<Part, ReadonlySet<string>>>

/** More names, claims or numbers than these say nothing more, and would only fill the field. */
const MOST_NAMES = 4
const MOST_CLAIMS = 4
const MOST_NUMBERS = 6

/**
 * What is hashed of a record. Names are pooled: given and family names, aliases, any order. Nothing here
 * is salted with a date of birth, since the one thing known of these dates is that they are disputed.
 */
export function tokensOf(record: MatchRecord, heard: (word: string) => Heard = heardAs): Tokens {
  const words = [...new Set(record.names.slice(0, MOST_NAMES).flatMap(nameWords))].map(heard)
  const claims = (record.births ?? []).slice(0, MOST_CLAIMS)
  const days = claims.flatMap(dayOf)
  return {
    spelling: new Set(words.flatMap((word) => word.spelling)),
    sound: new Set(words.flatMap((word) => word.sound)),
    family: new Set(words.flatMap((word) => word.family)),
    day: new Set(days.map((d) => `d${d.year}-${d.either}`)),
    dayOfYear: new Set(days.filter((d) => !isFirst(d)).map((d) => `m${d.either}`)),
    year: new Set(claims.flatMap(yearsOf)),
    sex: new Set(sexOf(record.sex)),
    number: new Set(
      [
        ...(record.documents ?? []).map((d) => `d${plain(d)}`),
        ...(record.phones ?? []).map((p) => `p${p.replaceAll(/\D/g, '').slice(-9)}`),
        ...(record.emails ?? []).map((e) => `e${plain(e)}`),
      ]
        .filter((text) => text.length > 5)
        .slice(0, MOST_NUMBERS),
    ),
  }
}

/** Too little to tell one child from another is not encoded: it would be like too many. */
export const saysEnough = (tokens: Tokens): boolean =>
  tokens.spelling.size >= 4 &&
  (tokens.day.size > 0 || tokens.year.size > 0 || tokens.number.size > 0)

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}@.]/gu, '')

export type Heard = {
  readonly spelling: readonly string[]
  readonly sound: readonly string[]
  readonly family: readonly string[]
}

/** A word in pieces of two letters; how it is said, and its bare consonants; its family of known forms: a name that
    came by two scripts' paths meets itself there. */
export function heardAs(word: string): Heard {
  const { exact, said, bones, family } = readForms(word)
  return {
    spelling: exact.slice(0, 1).flatMap((spelled) => pieces(spelled)),
    sound: [
      ...said.slice(0, 1).map((sound) => `s${sound}`),
      ...bones.slice(0, 1).map((b) => `c${b}`),
    ],
    family: family === undefined ? [] : [`q${family}`],
  }
}

type Day = { readonly year: number; readonly either: string }

const yearOf = (text: string): number => Number(text.slice(0, 4))

/** Every year that a claim allows, or the first few. */
const yearsOf = ({ earliest, latest }: BirthClaim): readonly string[] =>
  Array.from(
    { length: Math.min(yearOf(latest) - yearOf(earliest), 6) + 1 },
    (_, n) => `y${yearOf(earliest) + n}`,
  )

/** Day and month swapped are the same set of two. */
function dayOf({ earliest, latest }: BirthClaim): readonly Day[] {
  if (earliest !== latest) return []
  const [, month = '', day = ''] = earliest.split('-')
  return [{ year: yearOf(earliest), either: [month, day].toSorted().join('-') }]
}

/** 1 January stands for a day that nobody knows, of one child in six: to share it says nothing. */
const isFirst = ({ either }: Day): boolean => either === '01-01'

const sexOf = (sex: string | undefined): readonly string[] => {
  const first = sex?.trim().toLowerCase()[0]
  return first === 'm' || first === 'f' ? [first] : []
}
