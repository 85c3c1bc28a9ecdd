import { type FileKind, TABLES } from './tables.rules.ts'

/** Names councils' systems give the same column. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
  CHILDID: 'CHILD',
  CHILD_ID: 'CHILD',
  PL: 'PLACE',
  DOLS_START: 'DOLO_START',
  DOLS_END: 'DOLO_END',
}

/** The column's own name, from how a file spells it: ` "Child Id" ` is CHILD. */
export function columnName(written: string): string {
  const name = written
    .replace(/^\u{FEFF}/u, '')
    .trim()
    .toUpperCase()
    .replace(/\s+/g, '_')
  return ALSO_CALLED[name] ?? name
}

/** The columns without which a file of this kind cannot be read as one. */
export function columnsMissing(kind: FileKind, present: readonly string[]): string[] {
  return TABLES[kind].columns
    .filter((c) => (c.blank !== 'fine' || c.wrong === 'refused') && !present.includes(c.name))
    .map((c) => c.name)
}
