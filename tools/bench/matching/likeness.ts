import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { generatePairs, jaroWinkler, readPeopleFile } from '#domains/matching/index.ts'

/** Where the pairs are and what we say of each, for likeness_side.py to hold against the reference. */
export type Likenesses = { readonly pairs: string; readonly ours: string; readonly seconds: number }

/** More lines of a file than the reference is asked at once. */
const LINES = 50_000

/**
 * A million pairs of names: of ten traditions in whatever script they were written, half of them with one of the
 * other file at random, half with a slip of themselves. The same every time.
 */
export async function writeLikenesses(folder: string, count: number): Promise<Likenesses> {
  const made = generatePairs({ pairs: 20_000, seed: 11 })
  const bytes = new TextEncoder()
  const wordsOf = (text: string) =>
    [...readPeopleFile(bytes.encode(text), 'The file')].flatMap(({ record }) =>
      record.names.flatMap((name) => [name, ...name.split(/\s+/)]),
    )
  const [left, right] = [wordsOf(made.left), wordsOf(made.right)]
  const next = drawn(11)
  const one = (of: readonly string[]) => of[next(of.length)] ?? ''
  const ours = new Float64Array(count)
  const files = {
    pairs: path.join(folder, 'likeness.tsv'),
    ours: path.join(folder, 'likeness.bin'),
  }
  await writeFile(files.pairs, '')
  let [lines, spent] = [[] as string[], 0]
  for (let n = 0; n < count; n++) {
    const a = one(left)
    const b = n % 2 === 0 ? one(right) : slipped(a, next)
    const started = performance.now()
    ours[n] = jaroWinkler(a, b)
    spent += performance.now() - started
    lines.push(`${a}\t${b}\n`)
    if (lines.length < LINES && n + 1 < count) continue
    await writeFile(files.pairs, lines.join(''), { flag: 'a' })
    lines = []
  }
  await writeFile(files.ours, new Uint8Array(ours.buffer))
  return { ...files, seconds: spent / 1000 }
}

/** Whole numbers below a limit, always the same. */
function drawn(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** One, two or three letters dropped, doubled or swapped. */
function slipped(text: string, next: (below: number) => number): string {
  const letters = Array.from(text)
  for (let slips = next(3) + 1; slips > 0 && letters.length > 1; slips--) {
    const at = next(letters.length)
    const kind = next(3)
    if (kind === 0) letters.splice(at, 1)
    else if (kind === 1) letters.splice(at, 0, letters[at] ?? '')
    else letters.splice(at, 2, ...letters.slice(at, at + 2).toReversed())
  }
  return letters.join('')
}
