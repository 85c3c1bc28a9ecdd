/** A framework as rows of a table: a header, then one row for each thing. Pure. */
import { FIXED_COLUMNS, type FixedColumn, SETTINGS, safeCell } from './framework-columns.rules.ts'
import {
  type Framework,
  type Indicator,
  languagesOf,
  type Outcome,
  type SourceAnchor,
  WORDING_PARTS,
  type Wording,
} from './framework.rules.ts'

type Cells = Readonly<Partial<Record<FixedColumn, string>>>

/** The column names for these languages, in the order they are written. */
export function headerFor(languages: readonly string[]): readonly string[] {
  const texts = languages.flatMap((tag) => WORDING_PARTS.map((part) => `${part}.${tag}`))
  return [...FIXED_COLUMNS, ...texts, ...texts.map((name) => `${name}.state`)]
}

/** The whole framework as rows, header first. Reading them back gives the same framework. */
export function rowsOf(framework: Framework): readonly (readonly string[])[] {
  const languages = languagesOf(framework)
  const row = (cells: Cells, wording: Wording = {}) => cellsInOrder(languages, cells, wording)
  return [
    headerFor(languages),
    ...settingRows(framework).map(([code, value]) => row({ row: 'framework', code, value })),
    ...framework.sources.map((s) => row({ row: 'source', code: s.code, value: s.text })),
    ...framework.principles.map((p) =>
      row({ row: 'principle', code: p.code, articles: p.articles.join(' ') }, p.wording),
    ),
    ...framework.outcomes.flatMap((o) => [
      row(outcomeCells(o), o.wording),
      ...o.indicators.map((i) => row(indicatorCells(o, i), i.wording)),
    ]),
  ]
}

function cellsInOrder(languages: readonly string[], cells: Cells, wording: Wording): string[] {
  const places = languages.flatMap((tag) => WORDING_PARTS.map((part) => wording[tag]?.[part]))
  return [
    ...FIXED_COLUMNS.map((name) => safeCell(cells[name] ?? '')),
    ...places.map((words) => safeCell(words?.text ?? '')),
    ...places.map((words) => words?.state ?? ''),
  ]
}

function settingRows(framework: Framework): readonly (readonly [string, string])[] {
  return Object.entries(SETTINGS).map(([code, path]) => {
    const value = path.reduce<unknown>(
      (at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined),
      framework,
    )
    return [code, settingText(value)]
  })
}

function settingText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function outcomeCells(o: Outcome): Cells {
  return {
    row: 'outcome',
    code: o.code,
    principles: o.principles.join(' '),
    level: o.level,
    polarity: o.polarity,
    defined_by: o.definedBy,
    child_only: o.childOnly ? 'yes' : 'no',
    sources: anchorText(o.sources),
    links: o.links.join(' '),
  }
}

function indicatorCells(o: Outcome, i: Indicator): Cells {
  return {
    row: 'indicator',
    code: i.code,
    outcome: o.code,
    level: i.level,
    polarity: i.polarity,
    defined_by: i.definedBy,
    sources: anchorText(i.sources),
  }
}

function anchorText(anchors: readonly SourceAnchor[]): string {
  return anchors.map((a) => (a.where === '' ? a.source : `${a.source}: ${a.where}`)).join('\n')
}
