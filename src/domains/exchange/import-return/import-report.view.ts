import type { Counts, About } from '../import.rules.ts'

/** What the command line says of an import, and the object a program reads. Pure. */
export type Reported = {
  readonly year: number
  readonly about: About
  readonly counts: Counts
  readonly committed: boolean
  readonly seconds: number
}

const number = new Intl.NumberFormat('en-GB')
const lined = (name: string, n: number) => `  ${name.padEnd(28)}${number.format(n).padStart(10)}`

/** For a person at a terminal. */
export function importReport({ year, about, counts, committed, seconds }: Reported): string {
  const will = (done: string, todo: string) => (committed ? done : todo)
  const from = about.form === 'xml' ? 'an XML file' : `${about.files.length} CSV files`
  return [
    `SSDA903 return for the year to 31 March ${year}, from ${from}`,
    lined('Children in the header', counts.children),
    lined(will('Records opened', 'Records to open'), counts.opened),
    lined('Records we already hold', counts.matched),
    lined(will('  changed', '  to change'), counts.changed),
    lined(will('  left as they were', '  to leave as they are'), counts.unchanged),
    lined('Rows read', counts.rows),
    lined('Rows refused', counts.refused),
    ...said(
      'Look at',
      about.warnings.map((w) => `${number.format(w.count)} × ${w.first}`),
    ),
    ...said('Noted', about.notes),
    ...said(
      'Left out',
      about.leftOut.map((l) => `${l.name}: ${l.why}`),
    ),
    `${number.format(counts.rows)} rows in ${seconds.toFixed(1)} seconds.`,
    will('The import is done.', 'Nothing was changed. Run it again with --commit to carry it out.'),
  ].join('\n')
}

const said = (title: string, sentences: readonly string[]): readonly string[] =>
  sentences.length === 0 ? [] : [`${title}:`, ...sentences.map((s) => `  ${s}`)]
