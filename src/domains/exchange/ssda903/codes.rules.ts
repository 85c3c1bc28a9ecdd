import { CODES } from './code-lists.ts'
import type { FileKind } from './tables.rules.ts'

/** What a code in the return means to us in that year. Pure. */
export const FIRST_YEAR = 2017
export const LAST_YEAR = 2026

/**
 * `known`: accepted in that year. `another-year`: a code the return has had, but not in that year.
 * `unknown`: never one of its codes. Years outside 2017–2026 are read by the nearest list.
 */
export type CodeStanding = 'known' | 'another-year' | 'unknown'

export function codeStanding(
  kind: FileKind,
  column: string,
  code: string,
  collectionYear: number,
): CodeStanding {
  const list = CODES[kind]?.[column]
  if (!list) return 'known'
  if (!list.codes.split(' ').includes(code)) return 'unknown'
  const year = Math.min(Math.max(collectionYear, FIRST_YEAR), LAST_YEAR)
  const from = list.from?.[code] ?? FIRST_YEAR
  const until = list.until?.[code] ?? LAST_YEAR
  return year >= from && year <= until ? 'known' : 'another-year'
}

/** Codes that were renamed and still mean the same: until 2024 the return wrote 1 and 2 for sex. */
const SAME_AS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  SEX: { '1': 'M', '2': 'F' },
}

/** The code as the return writes it today, from how this file wrote it: ` x1`, `1.0`, SEX `2`. */
export function codeMeant(column: string, written: string): string {
  const plain = written.toUpperCase().replace(/^(\d+)\.0+$/, '$1')
  return SAME_AS[column]?.[plain] ?? plain
}

/** The code as its own year wrote it, for looking it up in that year's list. */
export function codeAsWritten(written: string): string {
  return written.toUpperCase().replace(/^(\d+)\.0+$/, '$1')
}
