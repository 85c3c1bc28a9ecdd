import { csvLine } from '#kernel/csv.ts'
import { EXTRACT_COLUMNS, type ExtractRow } from './extract.queries.ts'

/** An extract as a file: codes only, one line for each answer, or for a point without any. */
export const extractFile = (rows: readonly ExtractRow[]): string =>
  [
    csvLine(EXTRACT_COLUMNS),
    ...rows.map((row) => csvLine(EXTRACT_COLUMNS.map((c) => String(row[c] ?? '')))),
  ].join('')
