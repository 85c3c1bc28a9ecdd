/** Rows of a table read into a framework document, remembering which row each part came from. Pure. */
import {
  COLUMNS_OF,
  cellText,
  FIXED_COLUMNS,
  ROW_KINDS,
  type RowKind,
  readWordingColumn,
  SETTINGS,
} from './framework-columns.rules.ts'
import {
  anchorsOf,
  codes,
  present,
  stateText,
  wholeNumber,
  yesNo,
} from './framework-cells.rules.ts'
import { DOCUMENT_FORMAT } from './framework-document.form.ts'

/** Something wrong in the table: row counts from 1 as a spreadsheet does; 0 is the table as a whole. */
export type TableProblem = {
  readonly row: number
  readonly column: string | undefined
  readonly text: string
}

export type ReadTable = {
  readonly document: Readonly<Record<string, unknown>>
  /** From a path in the document (steps joined by dots) to the row it was written in. */
  readonly places: ReadonlyMap<string, number>
  readonly problems: readonly TableProblem[]
}

export const MOST_ROWS = 5000
export const MOST_COLUMNS = 400

type Line = { readonly row: number; readonly cells: ReadonlyMap<string, string> }
type Making = {
  readonly settings: Record<string, unknown>
  readonly sources: Record<string, unknown>[]
  readonly principles: Record<string, unknown>[]
  readonly outcomes: (Record<string, unknown> & { indicators: Record<string, unknown>[] })[]
  readonly places: Map<string, number>
  readonly problems: TableProblem[]
}

/** Reads rows, header first, into a document for `readFramework`, with what is wrong with the table itself. */
export function readTable(rows: readonly (readonly string[])[]): ReadTable {
  const making: Making = {
    settings: { population: {} },
    sources: [],
    principles: [],
    outcomes: [],
    places: new Map(),
    problems: [],
  }
  const names = (rows[0] ?? []).map((name) => readName(name))
  making.problems.push(...headerProblems(names, rows.length))
  if (making.problems.length === 0) {
    for (const line of linesOf(names, rows, making.problems)) take(line, making)
  }
  const { settings, sources, principles, outcomes, places, problems } = making
  return {
    document: { format: DOCUMENT_FORMAT, ...settings, sources, principles, outcomes },
    places,
    problems,
  }
}

/** Column names are read whatever their capitals, but a language tag keeps its own. */
function readName(name: string): string {
  const trimmed = name.trim()
  const [first = '', ...rest] = trimmed.split('.')
  return [first.toLowerCase(), ...rest].join('.')
}

const at = (column: string | undefined, text: string): TableProblem => ({ row: 1, column, text })

const known = (name: string) =>
  name === '' || FIXED_COLUMNS.some((c) => c === name) || readWordingColumn(name) !== undefined

function headerProblems(names: readonly string[], rows: number): TableProblem[] {
  if (!names.includes('row') || !names.includes('code')) {
    return [
      at(
        undefined,
        'Put the column names in the first row, starting with “row” and “code”. The blank template shows them',
      ),
    ]
  }
  if (rows > MOST_ROWS) {
    return [
      {
        row: 0,
        column: undefined,
        text: `Give ${MOST_ROWS} rows or fewer: this is too long for a framework`,
      },
    ]
  }
  if (names.length > MOST_COLUMNS) return [at(undefined, `Give ${MOST_COLUMNS} columns or fewer`)]
  return names.flatMap((name, n) => {
    if (!known(name)) {
      return [
        at(name.slice(0, 60), 'Take out this column, or use a column name from the blank template'),
      ]
    }
    return name !== '' && names.indexOf(name) !== n ? [at(name, 'Use each column name once')] : []
  })
}

function linesOf(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  problems: TableProblem[],
): Line[] {
  return rows.slice(1).flatMap((cells, n) => {
    const row = n + 2
    const filled = new Map<string, string>()
    for (const [m, cell] of cells.entries()) {
      if (cell.trim() === '') continue
      const column = names[m] ?? ''
      if (column === '') {
        problems.push({
          row,
          column: undefined,
          text: `Give column ${m + 1} a name, or empty this cell`,
        })
      } else if (cell.trimStart().startsWith('=')) {
        problems.push({
          row,
          column,
          text: 'Write the words themselves: “=” at the start makes a formula',
        })
      } else filled.set(column, cellText(cell))
    }
    return filled.size > 0 ? [{ row, cells: filled }] : []
  })
}

function take(line: Line, making: Making): void {
  const given = (line.cells.get('row') ?? '').trim().toLowerCase()
  const kind = ROW_KINDS.find((k) => k === given)
  if (!kind) {
    making.problems.push({
      row: line.row,
      column: 'row',
      text: `Enter ${ROW_KINDS.slice(0, -1).join(', ')} or ${ROW_KINDS.at(-1) ?? ''}`,
    })
    return
  }
  if (kind === 'note') return
  making.problems.push(...strayCells(line, kind))
  if (kind === 'framework') takeSetting(line, making)
  else TAKE[kind](line, making)
}

function strayCells(line: Line, kind: Exclude<RowKind, 'note'>): TableProblem[] {
  const worded = kind !== 'framework' && kind !== 'source'
  const fits = (column: string) =>
    COLUMNS_OF[kind].some((c) => c === column) ||
    (worded && readWordingColumn(column) !== undefined)
  return [...line.cells.keys()]
    .filter((column) => !fits(column))
    .map((column) => ({
      row: line.row,
      column,
      text: `Leave this cell empty: a row for “${kind}” does not use it`,
    }))
}

function takeSetting(line: Line, { settings, places, problems }: Making): void {
  const code = (line.cells.get('code') ?? '').trim().toLowerCase()
  const path = Object.hasOwn(SETTINGS, code) ? SETTINGS[code] : undefined
  if (!path) {
    const text = `Enter one of these: ${Object.keys(SETTINGS).join(', ')}`
    problems.push({ row: line.row, column: 'code', text })
    return
  }
  const place = path.join('.')
  if (places.has(place)) {
    problems.push({ row: line.row, column: 'code', text: `Give “${code}” once` })
    return
  }
  places.set(place, line.row)
  const value = line.cells.get('value')
  if (value === undefined) return
  const [first = '', second] = path
  if (second === undefined) settings[first] = settingValue(code, value)
  else Object.assign(settings['population'] ?? {}, { [second]: settingValue(code, value) })
}

function settingValue(code: string, value: string): unknown {
  if (code === 'provisional' || code === 'labelled_for_under_18') return yesNo(value)
  if (code === 'age_from' || code === 'age_to') return wholeNumber(value)
  return value
}

const TAKE = {
  source(line: Line, { sources, places }: Making): void {
    places.set(`sources.${sources.length}`, line.row)
    sources.push(present({ code: line.cells.get('code'), text: line.cells.get('value') }))
  },
  principle(line: Line, { principles, places }: Making): void {
    places.set(`principles.${principles.length}`, line.row)
    const articles = codes(line.cells.get('articles'))?.map(wholeNumber)
    const wording = wordingOf(line)
    principles.push(present({ code: line.cells.get('code'), articles, wording }))
  },
  outcome(line: Line, { outcomes, places }: Making): void {
    const { cells } = line
    places.set(`outcomes.${outcomes.length}`, line.row)
    const childOnly = cells.get('child_only')
    outcomes.push({
      ...common(line),
      ...present({
        principles: codes(cells.get('principles')) ?? [],
        childOnly: childOnly === undefined ? undefined : yesNo(childOnly),
        links: codes(cells.get('links')),
      }),
      indicators: [],
    })
  },
  indicator(line: Line, { outcomes, places, problems }: Making): void {
    const under = (line.cells.get('outcome') ?? '').trim()
    const n = outcomes.findIndex((o) => String(o['code']).trim() === under)
    const outcome = outcomes[n]
    if (!outcome) {
      const text =
        under === ''
          ? 'Enter the code of the outcome this indicator belongs to'
          : `There is no outcome “${under.slice(0, 60)}” above this row. Put indicators below their outcome`
      problems.push({ row: line.row, column: 'outcome', text })
      return
    }
    places.set(`outcomes.${n}.indicators.${outcome.indicators.length}`, line.row)
    outcome.indicators.push(common(line))
  },
}

function common(line: Line): Record<string, unknown> {
  const { cells } = line
  return present({
    code: cells.get('code'),
    level: cells.get('level')?.trim().toLowerCase(),
    polarity: cells.get('polarity')?.trim().toLowerCase(),
    definedBy: cells.get('defined_by'),
    sources: anchorsOf(cells.get('sources')),
    wording: wordingOf(line),
  })
}

function wordingOf(line: Line): Record<string, Record<string, Record<string, string>>> {
  const wording: Record<string, Record<string, Record<string, string>>> = {}
  for (const [name, cell] of line.cells) {
    const column = readWordingColumn(name)
    if (!column) continue
    const parts = (wording[column.language] ??= {})
    const words = (parts[column.part] ??= {})
    words[column.holds] = column.holds === 'state' ? stateText(cell) : cell
  }
  return wording
}
