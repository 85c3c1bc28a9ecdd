import { readWord } from '#domains/children/index.ts'
import { type BirthClaim, type MatchRecord, nameWords, pieces } from '#domains/matching/index.ts'

/** The parts of a record that are encoded, each under a key of its own; `bits` is how many places a token sets. */
export const PARTS = [
  { name: 'spelling', bits: 10 },
  { name: 'sound', bits: 40 },
  { name: 'birth', bits: 60 },
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
  return {
    spelling: new Set(words.flatMap((word) => word.spelling)),
    sound: new Set(words.flatMap((word) => word.sound)),
    birth: new Set((record.births ?? []).slice(0, MOST_CLAIMS).flatMap(birthTokens)),
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
  tokens.spelling.size >= 4 && (tokens.birth.size > 0 || tokens.number.size > 0)

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}@.]/gu, '')

export type Heard = { readonly spelling: readonly string[]; readonly sound: readonly string[] }

/** A word in pieces of two letters; and what it may be said as, its bare consonants and its family of known
    forms: a name that came by two scripts' paths meets itself there. */
export function heardAs(word: string): Heard {
  const { exact, said, stored, family } = readWord(word)
  const bones = [...stored].filter((key) => /^x[la]:/.test(key)).map((key) => `c${key.slice(3)}`)
  return {
    spelling: exact.slice(0, 1).flatMap((spelled) => pieces(spelled)),
    sound: [
      ...said.slice(0, 2).map((sound) => `s${sound}`),
      ...bones.slice(0, 3),
      ...(family === undefined ? [] : [`q${family}`]),
    ],
  }
}

/** Of a claim: the day, the day in its year's place, the year and those beside it, the month of the year. */
function birthTokens({ earliest, latest }: BirthClaim): readonly string[] {
  const [from, to] = [Number(earliest.slice(0, 4)), Number(latest.slice(0, 4))]
  const years = Array.from({ length: Math.min(to - from, 6) + 1 }, (_, n) => `y${from + n}`)
  if (earliest !== latest) return years
  const [, month = '', day = ''] = earliest.split('-')
  // Day and month swapped are the same set of two.
  const either = [month, day].toSorted().join('-')
  return [...years, `m${either}`, `d${from}-${either}`]
}

const sexOf = (sex: string | undefined): readonly string[] => {
  const first = sex?.trim().toLowerCase()[0]
  return first === 'm' || first === 'f' ? [first] : []
}
