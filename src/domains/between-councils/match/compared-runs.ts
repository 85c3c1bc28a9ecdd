import { createHash } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import type { Message } from '../protocol/message.rules.ts'
import { Refused } from './check-encodings.rules.ts'
import { type ComparedLine, readComparedLine } from './compared-line.form.ts'

type Two = readonly [Message, Message]

/**
 * What a matcher remembers for good, in one file beside its key that only grows: which runs it compared, of
 * which two files of encodings. Everything in it is the number of a run or a digest of something sealed.
 *
 * `begin` is on the disk before a row is compared. From then on any other encodings of that run are refused.
 * The same two, byte for byte, may come again until `give` is on the disk too: whoever was cut off in between
 * starts anew, and learns nothing that the first time would not have told. Whoever gives an answer makes it
 * whole first, under a name that nobody carries, then calls `give`, then gives it its name: cut off before
 * `give` the run is compared again; cut off after it the answer is there and only its name is missing. So
 * there is no moment at which an honest run is lost, and none at which it has two answers.
 *
 * Two that do this at once both write their line and then read who was first: the other is refused.
 * A memory that cannot be read or written, or has a line that is none, refuses everything: never does it
 * pass for one in which nothing stands.
 */
export type ComparedRuns = {
  /** Undefined to go on; digests of both answers where they were made before. Refuses other encodings of the run. */
  readonly begin: (both: Two) => Promise<readonly string[] | undefined>
  /** Refuses when another answer to this run was made meanwhile. */
  readonly give: (answers: Two) => Promise<void>
}

/** The matcher cannot know what it compared. It says where to look, so it is for whoever runs it only. */
export class MemoryBroken extends Error {}

export const digestOfMessage = (message: Message): string =>
  createHash('sha256').update(JSON.stringify(message)).digest('hex')

const digestsOf = (both: Two): string[] => both.map(digestOfMessage).toSorted()
const same = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join()

export async function openComparedRuns(file: string): Promise<ComparedRuns> {
  await linesOf(file)
  const of = async (run: string) =>
    (await linesOf(file)).filter((line) => line.run === run.toLowerCase())
  return {
    async begin(both) {
      const { run } = both[0]
      const encodings = digestsOf(both)
      if ((await of(run)).length === 0) await append(file, { run: run.toLowerCase(), encodings })
      const lines = await of(run)
      const answers = lines.map((l) => ('answers' in l ? l.answers : undefined)).find(Boolean)
      if (answers) return answers
      const [first] = lines
      if (first && 'encodings' in first && same(first.encodings, encodings)) return undefined
      throw new Refused('Other encodings of this run came before: a run is compared once.')
    },
    async give(both) {
      const { run } = both[0]
      const answers = digestsOf(both)
      await append(file, { run: run.toLowerCase(), answers })
      const first = (await of(run)).find((line) => 'answers' in line)
      if (!first || !same(first.answers, answers))
        throw new Refused('This run was compared meanwhile: a run is compared once.')
    },
  }
}

async function linesOf(file: string): Promise<readonly ComparedLine[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    // Nothing was ever compared here. Whoever runs the matcher can take the file away; see the threat model.
    if (codeOf(error) === 'ENOENT') return ''
    throw new MemoryBroken(
      `${file}, which says what this matcher compared, cannot be read (${codeOf(error)}). Nothing is compared before it can.`,
    )
  })
  const rows = text.split('\n')
  // Every line ends, so the last is empty. Half a line stands where somebody was cut off while it was written.
  if (rows.pop() !== '') throw wrongAt(file, rows.length + 1)
  return rows.map((row, n) => {
    const line = readComparedLine(row)
    if (!line) throw wrongAt(file, n + 1)
    return line
  })
}

const wrongAt = (file: string, line: number): MemoryBroken =>
  new MemoryBroken(
    `${file}, which says what this matcher compared, is broken at line ${line}. Nothing is compared before it is whole: put back a copy that is. If only its last line is half written, take that out.`,
  )

async function append(file: string, line: ComparedLine): Promise<void> {
  try {
    const handle = await open(file, 'a', 0o600)
    try {
      await handle.appendFile(`${JSON.stringify(line)}\n`)
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw new MemoryBroken(
      `${file}, which says what this matcher compared, cannot be written (${codeOf(error)}). No answer is given before it can.`,
    )
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
