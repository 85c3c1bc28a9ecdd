import { COMMON_STEMS } from './common-passwords.ts'

/**
 * What a password must be. Length is what makes it hard to guess; mixtures of signs are not asked
 * for (NCSC, Password policy: updating your approach; NIST SP 800-63B §3.1.1).
 */
export const SHORTEST = 12
const LONGEST = 200

export type Refusal = 'too-short' | 'too-long' | 'common' | 'has-user-name'

export function refusePassword(password: string, userName: string): Refusal | undefined {
  const length = Array.from(password.normalize('NFKC')).length
  if (length < SHORTEST) return 'too-short'
  if (length > LONGEST) return 'too-long'
  if (contains(password, userName)) return 'has-user-name'
  if (isCommon(password)) return 'common'
  return undefined
}

export const REFUSAL_WORDS: Readonly<Record<Refusal, string>> = {
  'too-short': `Enter a password of at least ${SHORTEST} characters. Three or four words that only you would put together work well`,
  'too-long': `Enter a password of at most ${LONGEST} characters`,
  common: 'Enter a password that is harder to guess. This one is among the first anybody would try',
  'has-user-name': 'Enter a password that does not contain your user name',
}

/** Whether guessers try it first: a common word repeated or dressed up, one sign over and over, or a run. */
export function isCommon(password: string): boolean {
  const folded = unleet(password.normalize('NFKC').toLowerCase())
  const letters = folded.replaceAll(/\P{L}/gu, '')
  const plain = password.toLowerCase().replaceAll(/\P{L}/gu, '')
  if (new Set(folded).size <= 3) return true
  if (isRun(password.toLowerCase())) return true
  return [letters, plain].some((word) => madeOfCommon(word))
}

/** Repeats of one common word, or two different ones: three that do not belong together are a passphrase. */
function madeOfCommon(letters: string): boolean {
  if (letters === '') return true
  const unit = shortestUnit(letters)
  if (COMMON_STEMS.has(unit)) return true
  for (let cut = 3; cut <= letters.length - 3; cut++) {
    if (COMMON_STEMS.has(letters.slice(0, cut)) && COMMON_STEMS.has(letters.slice(cut))) return true
  }
  return false
}

/** The part that, said several times, makes the whole: `abab` is `ab` twice. */
function shortestUnit(text: string): string {
  for (let size = 1; size <= text.length / 2; size++) {
    if (text.length % size === 0 && text.slice(0, size).repeat(text.length / size) === text) {
      return text.slice(0, size)
    }
  }
  return text
}

/** Characters that follow one another (1234, abcd, 9876) for nearly all of its length. */
function isRun(text: string): boolean {
  const codes = Array.from(text, (c) => c.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, n) => code - (codes[n] ?? 0))
  const running = steps.filter((step) => step === 1 || step === -1 || step === 0 || step === -9)
  return running.length >= steps.length - 2
}

const SIGNS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** Reads signs that stand for letters, inside the word only: figures at the end are an ending. */
function unleet(text: string): string {
  const ending = /[^a-z]*$/.exec(text)?.[0].length ?? 0
  const word = text.slice(0, text.length - ending)
  return Array.from(word, (c) => SIGNS[c] ?? c).join('') + text.slice(text.length - ending)
}

function contains(password: string, userName: string): boolean {
  const name = userName.toLowerCase().split('@')[0] ?? ''
  return name.length >= 3 && password.toLowerCase().includes(name)
}
