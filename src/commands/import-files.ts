import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import {
  csvLine,
  PLAN_HEADINGS,
  planLines,
  refusedRows,
  REJECTED_HEADINGS,
  rejectedLine,
  type RunFound,
} from '#domains/exchange/index.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

export type FilesAsked = {
  readonly plan: string | undefined
  readonly rejected: string | undefined
}

/** Said before anything is read, rather than after. */
export async function refuseUnwritable(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined
  const opened = await open(file, 'w').catch(() => undefined)
  await opened?.close()
  return opened ? undefined : `${file} cannot be written. Name a file in a folder that is there.`
}

/** The files that were asked for, a page of the run at a time. */
export async function writeFiles(tx: Tx, run: RunFound, asked: FilesAsked): Promise<void> {
  if (asked.rejected !== undefined) {
    await writeLines(asked.rejected, REJECTED_HEADINGS, async (page) =>
      (await refusedRows(tx, run.id, page)).map(rejectedLine),
    )
  }
  if (asked.plan !== undefined) {
    await writeLines(asked.plan, PLAN_HEADINGS, (page) => planLines(tx, run.id, page))
  }
}

async function writeLines(
  file: string,
  headings: readonly string[],
  pageOf: (page: number) => Promise<readonly string[]>,
): Promise<void> {
  const stream = createWriteStream(file)
  stream.write(`\u{FEFF}${csvLine(headings)}`)
  for (let page = 1, more = true; more; page += 1) {
    const lines = await pageOf(page)
    stream.write(lines.join(''))
    more = lines.length > 0
  }
  stream.end()
  await finished(stream)
}
