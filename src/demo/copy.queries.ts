import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** A value as COPY takes it: undefined and null are null, a list becomes an array of text. */
export type Cell = string | number | boolean | null | undefined | readonly string[]

/** Rows for one table, its columns named once. */
export type Rows = {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: Cell[][]
}

/** A table with no rows yet, to push rows onto. */
export function rowsFor(table: string, columns: readonly string[]): Rows {
  return { table, columns, rows: [] }
}

const PIECE = 256 * 1024

/** Sends rows by COPY, in the client's own transaction. Names come from this project's code, never from outside. */
export async function copyInto(client: Client, { table, columns, rows }: Rows): Promise<void> {
  if (rows.length === 0) return
  const names = columns.map((c) => client.escapeIdentifier(c)).join(', ')
  const target = client.query(
    copyFrom(`copy waymark.${client.escapeIdentifier(table)} (${names}) from stdin`),
  )
  let piece = ''
  for (const row of rows) {
    piece += `${row.map(cell).join('\t')}\n`
    if (piece.length < PIECE) continue
    if (!target.write(piece)) await once(target, 'drain')
    piece = ''
  }
  target.end(piece)
  await finished(target)
}

const SPECIAL = /[\\\t\n\r]/g
const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
}

function cell(value: Cell): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return escaped(`{${value.map(element).join(',')}}`)
}

const escaped = (text: string): string => text.replace(SPECIAL, (c) => ESCAPED[c] ?? c)

/** One element of an array literal, always in quotes. */
const element = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`
