import { randomUUID } from 'node:crypto'
import { dicePairs } from '#domains/matching/index.ts'
import { SUITE } from '../encode/encoder.rules.ts'
import { readHead, written } from '../protocol/bodies.form.ts'
import type { Card, Identity } from '../protocol/identity.rules.ts'
import { type Message, messageOf, NotTaken, opened } from '../protocol/message.rules.ts'
import { leastAlike, pairsOf } from './bands.rules.ts'
import { checkEncodings, type Encodings, readEncodings, Refused } from './check-encodings.rules.ts'

export type Given = {
  readonly message: Message
  readonly from: Card
  readonly encodings: Encodings
}

/** Opens one council's encodings and looks at them, before anything of the other council's is touched. */
export function taken(matcher: Identity, from: Card, message: Message): Given {
  if (message.kind !== 'encodings') throw new NotTaken()
  const encodings = readEncodings(opened(matcher, from, message), readHead)
  checkEncodings(encodings)
  return { message, from, encodings }
}

/** Both are of one run, of the same terms, each meant for the other. */
export const belongTogether = (a: Given, b: Given): boolean =>
  a.message.run === b.message.run &&
  a.encodings.terms === b.encodings.terms &&
  a.encodings.side !== b.encodings.side &&
  a.encodings.other === b.from.fingerprint &&
  b.encodings.other === a.from.fingerprint &&
  a.from.fingerprint !== b.from.fingerprint

export function mustBelongTogether(one: Given, two: Given): void {
  if (!belongTogether(one, two))
    throw new Refused('These two are not of one run with the same terms, each meant for the other.')
}

export type Watching = {
  readonly now: Date
  readonly workers?: number | undefined
  readonly progress?: ((rows: number, of: number) => void) | undefined
}

/**
 * Compares each row with each and says to either council which of its own rows are like somebody of the
 * other's: under a token of chance, in a band, sealed to it. Neither learns a row of the other; this
 * process has no key and learns no child.
 */
export async function matched(
  matcher: Identity,
  one: Given,
  two: Given,
  { now, workers, progress }: Watching,
): Promise<readonly [Message, Message]> {
  mustBelongTogether(one, two)
  const fields = ({ encodings }: Given) => ({
    bytes: encodings.bytes,
    bytesEach: SUITE.bytesEach,
  })
  const { found } = await dicePairs(
    fields(one),
    fields(two),
    leastAlike(one.encodings.rows * two.encodings.rows),
    { workers, progress },
  )
  const { pairs, crowded } = pairsOf(
    Array.from(found.left, (left, n) => ({
      left,
      right: found.right[n] ?? 0,
      similarity: found.similarity[n] ?? 0,
    })),
  )
  const named = pairs.map((pair) => ({ ...pair, token: randomUUID() }))
  const says = (to: Given, side: 'left' | 'right') =>
    messageOf(matcher, {
      kind: 'bands',
      run: to.message.run,
      to: to.from,
      now,
      body: padded({
        terms: to.encodings.terms,
        rows: to.encodings.rows,
        crowded: crowded[side],
        pairs: named
          .map((pair) => ({ row: pair[side], token: pair.token, band: pair.band }))
          .toSorted((a, b) => a.row - b.row),
      }),
    })
  return [says(one, 'left'), says(two, 'right')]
}

/** By its length a file must not tell how many pairs there are: whole steps of 16 KiB. */
const STEP = 16 * 1024

function padded(body: object): Buffer {
  const text = written(body)
  return Buffer.concat([text, Buffer.alloc(STEP - (text.length % STEP), ' ')])
}
