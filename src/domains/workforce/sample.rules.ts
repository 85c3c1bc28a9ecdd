/** Which records an audit reads, so that anybody with the key may draw the same ones again. Pure. */
import { createHmac } from 'node:crypto'

export type Eligible = { readonly id: string; readonly stratum: string | undefined }

/** A record that could be drawn: its place in the key's order (within its stratum), and whether it was. */
export type Placed = Eligible & { readonly place: number; readonly drawn: boolean }

const ALL = ''

/**
 * Each record gets a number of its own, the HMAC-SHA-256 of its id under the sampling key, and those
 * with the lowest numbers are drawn. This is sampling by permanent random numbers (Ohlsson 1995):
 * the number depends on no other record, so a record added later displaces at most one of those
 * drawn, and one taken away lets in only the next. Nobody can choose a record by choosing a key
 * without trying keys, and the key is kept with the round.
 *
 * In strata each gets its share by largest remainders, and at least one while there are enough.
 */
export function drawSample(
  key: string,
  eligible: readonly Eligible[],
  size: number,
  stratified: boolean,
): readonly Placed[] {
  if (!Number.isInteger(size) || size < 1 || size > eligible.length) {
    throw new RangeError(`${size} records cannot be drawn from ${eligible.length}`)
  }
  const strata = Map.groupBy(eligible, (e) => (stratified ? (e.stratum ?? ALL) : ALL))
  const quota = quotas(new Map([...strata].map(([name, list]) => [name, list.length])), size)
  return [...strata].flatMap(([name, list]) =>
    inOrder(key, list).map((e, n) => ({
      ...e,
      place: n + 1,
      drawn: n < (quota.get(name) ?? 0),
    })),
  )
}

function inOrder(key: string, list: readonly Eligible[]): readonly Eligible[] {
  const numbered = list.map((e) => ({ e, number: numberOf(key, e.id) }))
  return numbered.toSorted((a, b) => (a.number < b.number ? -1 : 1)).map(({ e }) => e)
}

/** The permanent random number of a record under a key: 64 hexadecimal digits, compared as text. */
export const numberOf = (key: string, id: string): string =>
  createHmac('sha256', key).update(id.toLowerCase()).digest('hex')

/** How many to draw from each stratum: in proportion, by largest remainders, never more than it has. */
export function quotas(sizes: ReadonlyMap<string, number>, size: number): Map<string, number> {
  const total = [...sizes.values()].reduce((sum, n) => sum + n, 0)
  const names = [...sizes.keys()].toSorted()
  const share = (name: string) => (size * (sizes.get(name) ?? 0)) / total
  const given = new Map(names.map((name) => [name, Math.floor(share(name))]))
  const left = size - [...given.values()].reduce((sum, n) => sum + n, 0)
  const byRest = names.toSorted((a, b) => (share(b) % 1) - (share(a) % 1) || (a < b ? -1 : 1))
  for (const name of byRest.slice(0, left)) given.set(name, (given.get(name) ?? 0) + 1)
  if (size < names.length) return given
  for (const empty of names.filter((name) => given.get(name) === 0)) {
    const [most = empty] = names.toSorted((a, b) => (given.get(b) ?? 0) - (given.get(a) ?? 0))
    given.set(most, (given.get(most) ?? 0) - 1)
    given.set(empty, 1)
  }
  return given
}
