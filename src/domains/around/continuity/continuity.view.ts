import type { Stood } from './continuity.queries.ts'

export const COLUMNS: readonly (readonly [name: string, meaning: string])[] = [
  ['child', 'A pseudonym for the child, the same in each file of this organisation'],
  ['person', 'A pseudonym for who stood beside them'],
  ['standing', 'The part they had, or trusted_adult'],
  ['from', 'The first day'],
  ['until', 'The last day; empty while they still stand beside them'],
  ['chosen_by_child', 'yes when the young person chose them, no when somebody allocated them'],
]

/** The file: pseudonyms, codes and days only, so that nothing in it needs quoting. */
export function continuityFile(rows: readonly Stood[]): string {
  const lines = rows.map((row) =>
    [
      row.child,
      row.person,
      row.standing,
      row.beganOn,
      row.endedOn ?? '',
      row.chosenByChild ? 'yes' : 'no',
    ].join(','),
  )
  return `${[COLUMNS.map(([name]) => name).join(','), ...lines].join('\r\n')}\r\n`
}
