import { SUITE } from '../encode/encoder.rules.ts'

/** What stands at the head of a file of encodings, in one line; the rows follow it as bytes. */
export type EncodingsHead = {
  readonly terms: string
  readonly side: 'asks' | 'answers'
  /** The council whose encodings these are to be compared with. */
  readonly other: string
  readonly suite: string
  readonly rows: number
}

export type Encodings = EncodingsHead & { readonly bytes: Uint8Array }

/** A refusal with its sentence. It speaks of the sender's own file and of nothing else. */
export class Refused extends Error {}

const MOST_ROWS = 500_000
/** Of the bits of a row, the smallest and the largest part that an honest record sets, and what all rows do together. */
const [FEWEST_SET, MOST_SET, LARGEST_MEAN] = [0.05, 0.65, 0.5]
/** The same bits again, more often than this in a thousand, is no register. */
const MOST_TWICE = 5
const BITS = SUITE.bytesEach * 8

export function readEncodings(body: Uint8Array, head: (text: string) => EncodingsHead): Encodings {
  const end = body.indexOf(10)
  if (end < 0 || end > 2_000)
    throw new Refused('The encodings do not begin with a line that says what they are.')
  const said = head(Buffer.from(body.subarray(0, end)).toString('utf8'))
  return { ...said, bytes: body.subarray(end + 1) }
}

export const encodingsBody = ({ bytes, ...head }: Encodings): Buffer =>
  Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), bytes])

/**
 * Whether these can be the encodings of children. Looked at before anything is compared, each row in the
 * same time whatever it holds: a refusal tells whoever sent them about their own file only.
 */
export function checkEncodings({ suite, rows, bytes }: Encodings): void {
  if (suite !== SUITE.name)
    throw new Refused(
      `These encodings are not of the suite ${SUITE.name}, which is the one compared here.`,
    )
  if (rows < SUITE.fewest)
    throw new Refused(
      `There are fewer than ${SUITE.fewest} rows. A question about one child is sent among others.`,
    )
  if (rows > MOST_ROWS) throw new Refused(`There are more than ${MOST_ROWS} rows.`)
  if (bytes.length !== rows * SUITE.bytesEach)
    throw new Refused(
      `${rows} rows of ${SUITE.bytesEach} bytes are ${rows * SUITE.bytesEach} bytes, and there are ${bytes.length}.`,
    )
  const { outside, mean, twice } = shapeOf(bytes, rows)
  if (outside > 0)
    throw new Refused(
      `${outside} of ${rows} rows have so few or so many bits set that they are no record of anybody.`,
    )
  if (mean > LARGEST_MEAN)
    throw new Refused('The rows have so many bits set that they would be like anything.')
  if (twice > Math.max(2, (rows * MOST_TWICE) / 1000))
    throw new Refused(`${twice} of ${rows} rows say exactly the same as one before.`)
}

function shapeOf(bytes: Uint8Array, rows: number) {
  const seen = new Set<string>()
  let [outside, all] = [0, 0]
  for (let n = 0; n < rows; n++) {
    const row = bytes.subarray(n * SUITE.bytesEach, (n + 1) * SUITE.bytesEach)
    const set = bitsSet(row)
    if (set < BITS * FEWEST_SET || set > BITS * MOST_SET) outside++
    all += set
    seen.add(Buffer.from(row).toString('latin1'))
  }
  return { outside, mean: all / (rows * BITS), twice: rows - seen.size }
}

function bitsSet(row: Uint8Array): number {
  let set = 0
  for (let byte of row) for (; byte > 0; byte >>= 1) set += byte & 1
  return set
}
