import { readName } from '#domains/children/index.ts'
import { type Field, getField } from './form.rules.ts'

/**
 * Finds names in the account. The form asks for none: neither the child's nor another child's.
 * Names are met as they are kept on the record and as they are spelled otherwise, in any script.
 */

export type NamedOnRecord = { readonly name: string; readonly whose: 'child' | 'around' }

export type FoundName = {
  readonly field: string
  /** As it stands in the text. */
  readonly word: string
  readonly whose: 'child' | 'around'
}

/** What these are asked about is who somebody is: an exploiter, a professional. The child’s own name stays out. */
const MAY_NAME_OTHERS = new Set([
  'who-exploited-pv',
  'exploiters-current-location-details',
  'are-others-involved-details',
  'authorities-cooperation-details',
  'yes-the-first-chance-to-report',
  'not-sure-the-first-chance-to-report',
])

/** The fields whose text is looked through. The reference goes into emails: no name there either. */
export const isLookedThrough = (field: Field): boolean =>
  field.type === 'textarea' || field.name === 'reference'

/** English words that are somebody’s name too: met only where a capital says that a name is meant. */
const WORDS = new Set(
  `angel april art august bill blessing bright dawn don faith favour frank gift grace guy happy hope iris ivy jack joy june
   king kit long love mark may mercy patience peace precious prince ray rich rose sky son success summer sun sunny van will
   hung hang tan ban bin can dung given star sister mother`.split(/\s+/),
)

type Sought = { readonly keys: ReadonlySet<string>; readonly whose: NamedOnRecord['whose'] }

const SHORTEST = 3
const TELLING = 3

export function findNames(
  answers: ReadonlyMap<string, string>,
  named: readonly NamedOnRecord[],
): readonly FoundName[] {
  const sought = named.flatMap(soughtIn)
  const whole = named.filter((n) => HAN.test(n.name))
  return [...answers].flatMap(([name, text]) => {
    if (!isLookedThrough(getField(name))) return []
    const wanted = MAY_NAME_OTHERS.has(name) ? sought.filter((s) => s.whose === 'child') : sought
    const found = [...inWords(name, text, wanted), ...inOnePiece(name, text, whole)]
    return found.filter((f, n) => found.findIndex((g) => g.word === f.word) === n)
  })
}

const HAN = /\p{Script=Han}/u
const ARABIC = /\p{Script=Arabic}/u
const LATIN = /\p{Script=Latin}/u

/** The words of a name that tell who is meant; short ones and particles meet too much. */
function soughtIn({ name, whose }: NamedOnRecord): readonly Sought[] {
  if (HAN.test(name)) return []
  return readName(name)
    .units.filter((u) => u.covers.length === 1 && !u.particle)
    .filter((u) => u.text.length >= SHORTEST)
    .map((u) => ({ keys: u.stored, whose }))
}

function inWords(field: string, text: string, sought: readonly Sought[]): readonly FoundName[] {
  if (sought.length === 0) return []
  const found: FoundName[] = []
  for (const match of text.matchAll(/[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu)) {
    const word = match[0].replace(/['’]s$/, '')
    const starts = /(?:^|[.!?:\n“"]\s*)$/.test(
      text.slice(Math.max(0, match.index - 3), match.index),
    )
    const whose = sought.find((s) => meets(word, starts, text.slice(match.index + word.length), s))
    if (whose) found.push({ field, word, whose: whose.whose })
  }
  return found
}

function meets(word: string, starts: boolean, after: string, { keys }: Sought): boolean {
  const lower = word.toLowerCase()
  const capital = word !== lower
  if (LATIN.test(word)) {
    if (word.length < SHORTEST) return false
    if (WORDS.has(lower) && (!capital || starts || /^\s+\d/.test(after))) return false
  }
  return readingsOf(word).some((reading) => {
    const own = readName(reading).units[0]?.stored ?? new Set<string>()
    return [...own].some((key) => sharedBy(key, keys, capital || !LATIN.test(word)))
  })
}

/** Arabic writes “and”, “to”, “by” at the front of the word that follows. */
const readingsOf = (word: string): readonly string[] =>
  ARABIC.test(word) && /^[وبلفك]/.test(word) && word.length > SHORTEST
    ? [word, word.slice(1)]
    : [word]

/** The same spelling always; a name of one family, or one written in the other script, where a name is meant. */
function sharedBy(key: string, keys: ReadonlySet<string>, nameMeant: boolean): boolean {
  if (key.startsWith('e:')) return keys.has(key)
  if (!nameMeant) return false
  if (key.startsWith('q:')) return keys.has(key)
  const [kind = '', bones = ''] = key.split(':')
  if (bones.length < TELLING) return false
  if (kind === 'xl') return keys.has(`xa:${bones}`)
  return kind === 'xa' && keys.has(`xl:${bones}`)
}

/** Chinese is written without spaces: the whole name, wherever it stands. */
function inOnePiece(
  field: string,
  text: string,
  whole: readonly NamedOnRecord[],
): readonly FoundName[] {
  const close = text.replaceAll(/\s/g, '')
  return whole
    .map((n) => ({ ...n, name: n.name.replaceAll(/\s/g, '') }))
    .filter((n) => n.name.length > 1 && close.includes(n.name))
    .map((n) => ({ field, word: n.name, whose: n.whose }))
}
