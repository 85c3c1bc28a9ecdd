import { PASSPHRASE_WORDS } from './passphrase-words.ts'

/** Gives whole numbers from 0 up to, and not including, the number given, none likelier than another. */
export type Pick = (below: number) => number

/** No letter or figure that is mistaken for another, aloud or on paper: 32 signs, five bits each. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz123456789'

/** Three different plain words, about 27 bits: enough behind limits on guessing, easy to keep in the head. */
export function threeWords(pick: Pick): string {
  return words(3, pick).join(' ')
}

/** A young person's user name: two words and two figures, which say nothing about who they are. */
export function neutralUserName(pick: Pick): string {
  return `${words(2, pick).join('-')}-${pick(90) + 10}`
}

/** A password to be used once: four groups of four signs, 80 bits. */
export function oneTimePassword(pick: Pick): string {
  return groups(4, 4, pick)
}

export const RECOVERY_CODES = 10

/** Ten codes for when the second factor is lost, 80 bits each. */
export function recoveryCodes(pick: Pick): readonly string[] {
  return Array.from({ length: RECOVERY_CODES }, () => groups(4, 4, pick))
}

/** A recovery code as it was made, however it was typed: capitals, spaces and dashes do not matter. */
export function asRecoveryCode(typed: string): string | undefined {
  const signs = typed.toLowerCase().replaceAll(/[\s-]/g, '')
  if (signs.length !== 16 || signs.split('').some((s) => !SIGNS.includes(s))) return undefined
  return signs.match(/.{4}/g)?.join('-')
}

/** What was typed, pasted or spoken, as plain words: no capitals, accents, commas or full stops. */
const plainly = (typed: string): readonly string[] =>
  typed
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

const isOurs = (word: string): boolean => PASSPHRASE_WORDS.includes(word)

/** Three of our words as they were given, however they were typed or spoken; anything else exactly as it is. */
export function asPassphrase(typed: string): string {
  const said = plainly(typed)
  return said.length === 3 && said.every(isOurs) ? said.join(' ') : typed
}

/** A young person's name to sign in with and their three words, however they were typed: also all in one place. */
export function asOwnWayIn(
  name: string,
  typed: string,
): { readonly userName: string; readonly words: string } {
  const said = plainly(`${name} ${typed}`)
  const [first = '', second = '', figures = ''] = said
  if (
    said.length === 6 &&
    [first, second, ...said.slice(3)].every(isOurs) &&
    /^\d+$/.test(figures)
  ) {
    return { userName: `${first}-${second}-${figures}`, words: said.slice(3).join(' ') }
  }
  return { userName: name, words: asPassphrase(typed) }
}

function words(count: number, pick: Pick): readonly string[] {
  const chosen: string[] = []
  while (chosen.length < count) {
    const word = PASSPHRASE_WORDS[pick(PASSPHRASE_WORDS.length)]
    if (word && !chosen.includes(word)) chosen.push(word)
  }
  return chosen
}

function groups(count: number, size: number, pick: Pick): string {
  const group = () => Array.from({ length: size }, () => SIGNS.charAt(pick(SIGNS.length))).join('')
  return Array.from({ length: count }, group).join('-')
}
