/** From which byte to which, both included. */
export type Range = { readonly start: number; readonly end: number }

/** As much as is answered at once: a player asks on from where the answer ended. */
const MOST = 4 * 1024 * 1024

/**
 * The part of a file that a player asked for. Undefined when it asked for the whole; 'none' when
 * there is no such part. Several parts at once are answered with the whole, as HTTP allows.
 */
export function readRange(header: string | undefined, total: number): Range | 'none' | undefined {
  const asked = /^bytes=(?:(\d{1,12})-(\d{0,12})|-(\d{1,12}))$/.exec(header ?? '')
  if (!asked) return undefined
  const [, from, to = '', atTheEnd] = asked
  const start = from === undefined ? Math.max(0, total - Number(atTheEnd)) : Number(from)
  const last = to === '' ? total - 1 : Math.min(Number(to), total - 1)
  return start > last ? 'none' : { start, end: Math.min(last, start + MOST - 1) }
}
