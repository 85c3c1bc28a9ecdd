import assert from 'node:assert/strict'
import { FIXED_COLUMNS } from '#domains/outcomes/framework-columns.rules.ts'
import { readCsv } from '#domains/outcomes/framework-csv.ts'
import { readFrameworkFile } from '#domains/outcomes/framework-file.ts'

/** Reads a text as an uploaded file. */
export const csv = (text: string) => readFrameworkFile(Buffer.from(text))

/** Each problem with its place, as one line. */
export const said = (read: Awaited<ReturnType<typeof readFrameworkFile>>) =>
  read.ok ? [] : read.problems.map((p) => `${p.where}: ${p.text}`)

export const HEADER = [...FIXED_COLUMNS, 'title.en'].join(',')
const SETTINGS = [
  'framework,key,tiny',
  'framework,version,1',
  'framework,name,Tiny',
  'framework,owner,Us',
  'framework,licence,Ours',
  'framework,attribution,Made for a test',
  'framework,defined_by,Nobody real',
  'framework,provisional,yes',
  'framework,language,en',
  'framework,made_for,child',
  'source,S1,A source',
  'principle,p6,,,6,,,,,,,,Life',
]

/** The smallest framework there can be, as CSV, and rows after it. */
export const tiny = (...more: readonly string[]) => [HEADER, ...SETTINGS, ...more].join('\n')
/** Row 14 of it: one outcome. */
export const SAFE = 'outcome,safe,,,,p6,outcome,,,,S1: page 3,,I am safe'

export const rows = (text: string) => {
  const read = readCsv(text)
  assert.ok(read.ok)
  return read.rows
}
