/**
 * How long somebody must wait before the next try at a password or a code. Pure.
 *
 * A stranger's tries count together for one user name, whether or not such an account exists, so a
 * wait tells nothing. Somebody at an address from which this user name has signed in lately is
 * counted apart: a stranger's guessing cannot lock them out.
 */
export type Try = { readonly at: Date; readonly succeeded: boolean }

/** Tries that cost nothing: people mistype. */
export const FREE_TRIES = 5
/** Tries from one address over all user names: an office shares one. */
export const FREE_TRIES_OF_ADDRESS = 50

const SECOND = 1000
const FIRST_WAIT = 30 * SECOND
/** Long enough to make guessing hopeless (96 tries a day), short enough for somebody at a hospital bedside. */
export const LONGEST_WAIT = 15 * 60 * SECOND
/** Failures older than this no longer count. In milliseconds. */
export const REMEMBERED = 24 * 60 * 60 * SECOND

/** Milliseconds to wait after so many failures in a row: 0 for the first few, then doubling from 30 s to 15 min. */
export function waitAfter(failures: number, free = FREE_TRIES): number {
  if (failures < free) return 0
  return Math.min(FIRST_WAIT * 2 ** Math.min(failures - free, 20), LONGEST_WAIT)
}

/** Failures since the last success, of those still remembered, and when the last one was. */
export function failuresInARow(
  tries: readonly Try[],
  now: Date,
): { readonly count: number; readonly last: Date | undefined } {
  const remembered = tries
    .filter((t) => now.getTime() - t.at.getTime() < REMEMBERED)
    // At the same instant a failure counts as the later one.
    .toSorted(
      (a, b) => a.at.getTime() - b.at.getTime() || Number(b.succeeded) - Number(a.succeeded),
    )
  const failed = remembered.slice(remembered.findLastIndex((t) => t.succeeded) + 1)
  return { count: failed.length, last: failed.at(-1)?.at }
}

/** Milliseconds until the next try may be made; 0 when it may be made now. */
export function waitNow(tries: readonly Try[], now: Date, free = FREE_TRIES): number {
  const { count, last } = failuresInARow(tries, now)
  if (!last) return 0
  return Math.max(0, last.getTime() + waitAfter(count, free) - now.getTime())
}

/** The wait in words, rounded up so that trying then works. */
export function waitInWords(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / (60 * SECOND))
  return minutes <= 1 ? 'a minute' : `${minutes} minutes`
}
