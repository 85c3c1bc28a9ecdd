/** Gives whole numbers from 0 up to, and not including, the number given, none likelier than another. */
export type Pick = (below: number) => number

const FIGURES = 12
const MINUTE = 60 * 1000

/** How long a code lets somebody in: long enough to scan and type, too short to be found on a paper later. */
export const CODE_MINUTES = 20

export const codeEnds = (now: Date): Date => new Date(now.getTime() + CODE_MINUTES * MINUTE)

/**
 * Twelve figures, 40 bits: figures, because they are known in every language and on every keyboard, where
 * letters are not; twelve, because a guess counts for every open code at once and there is no name to try
 * it under. Behind the limit on tries of one place, and for twenty minutes, that is far out of reach.
 */
export const makeCode = (pick: Pick): string =>
  Array.from({ length: FIGURES }, () => String(pick(10))).join('')

/** As it is shown and said: four groups of three. */
export const codeInGroups = (code: string): string => code.match(/.{3}/g)?.join(' ') ?? code

/** Figures of any script as the ones we keep: ٣, ۳ and ３ are 3. */
export const plainFigures = (typed: string): string =>
  typed.normalize('NFKC').replaceAll(/\p{Nd}/gu, (sign) => String(valueOf(sign)))

/** Unicode keeps the ten figures of a script in a row, with nought on a place that nine more follow. */
function valueOf(sign: string): number {
  const at = sign.codePointAt(0) ?? 0
  let nought = at
  while (at - nought < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(nought - 1))) nought -= 1
  return at - nought
}

/** The code that was typed, pasted or said; undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const figures = plainFigures(typed).replaceAll(/[\s.,·-]/g, '')
  return /^\d{12}$/.test(figures) ? figures : undefined
}
