import { CODES, type Code } from './daitch-mokotoff-codes.ts'

/**
 * Daitch–Mokotoff soundex: six digits for how a name sounds in the languages of Central and Eastern
 * Europe, with every reading a spelling allows. The codes are those of PostgreSQL's `daitch_mokotoff`,
 * but for strings such as HXJSD, in which two readings meet again before a code of two digits (1 in 700
 * strings made of nothing but hard letters, no name).
 */
const DIGITS = 6
const LONGEST = Math.max(...[...CODES.keys()].map((letters) => letters.length))
const VOWELS = 'AEIOUY'

/** What a J is in a reading: said as y, so that what stands before it is before a vowel, or as dzh. */
type SaidJ = 'vowel' | 'consonant'

/** A reading under way: its digits, the code of the letters before, and what the J to come must be. */
type Branch = { readonly digits: string; readonly last: string; readonly j: SaidJ | undefined }

/** All codes of a word, in order. None when it has no letters. */
export function daitchMokotoff(word: string): readonly string[] {
  const letters = lettersOf(word)
  if (letters === '') return []
  let branches: readonly Branch[] = [{ digits: '', last: '', j: undefined }]
  let at = 0
  while (at < letters.length) {
    const [length, code] = longest(letters, at)
    const next = letters[at + length] ?? ''
    const own = letters[at] === 'J' ? J_READINGS : undefined
    branches = steps(at, next).flatMap(({ place, j }) => grown(branches, code[place], own, j))
    branches = [...new Map(branches.map((b) => [`${b.digits} ${b.last} ${b.j ?? ''}`, b])).values()]
    at += length
  }
  return [...new Set(branches.map((b) => b.digits.padEnd(DIGITS, '0')))].toSorted()
}

/** The two readings of J stand in this order in the table. */
const J_READINGS: readonly SaidJ[] = ['vowel', 'consonant']

type Step = { readonly place: 0 | 1 | 2; readonly j: SaidJ | undefined }

/** In which place of the table the code is to be found; before a J in both, by what the J will be. */
function steps(at: number, next: string): readonly Step[] {
  const [first, vowel, other] = [0, 1, 2] as const
  if (next === 'J') {
    const places = at === 0 ? [first, first] : [vowel, other]
    return J_READINGS.map((j, n) => ({ place: places[n] ?? other, j }))
  }
  const before = next !== '' && VOWELS.includes(next) ? vowel : other
  return [{ place: at === 0 ? first : before, j: undefined }]
}

function longest(letters: string, at: number): readonly [number, Code] {
  for (let length = LONGEST; length > 0; length--) {
    const code = CODES.get(letters.slice(at, at + length))
    if (code) return [Math.min(length, letters.length - at), code]
  }
  return [1, [[''], [''], ['']]]
}

function grown(
  branches: readonly Branch[],
  codes: readonly string[],
  own: readonly SaidJ[] | undefined,
  j: SaidJ | undefined,
): readonly Branch[] {
  return branches.flatMap(({ digits, last, j: promised }) =>
    codes.flatMap((more, n): readonly Branch[] => {
      if (promised !== undefined && own?.[n] !== promised) return []
      const same = more !== '' && last !== '' && more[0] === last.at(-1)
      const all = (digits + (same ? more.slice(1) : more)).slice(0, DIGITS)
      return [{ digits: all, last: more, j }]
    }),
  )
}

/**
 * Capital letters of the table: marks dropped from Western letters, three letters with codes of their
 * own kept, whatever else left out as PostgreSQL does. So romanise first what is not Western.
 */
function lettersOf(word: string): string {
  return Array.from(word.normalize('NFC').toUpperCase(), (letter) => {
    if (/[A-ZĄĘŢ]/.test(letter)) return letter
    if (letter === 'Ț') return 'Ţ'
    return letter <= 'ÿ' ? letter.normalize('NFD').replace(/[^A-Z]/g, '') : ''
  }).join('')
}
