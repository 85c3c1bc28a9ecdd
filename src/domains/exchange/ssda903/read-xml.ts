import { SaxesParser } from 'saxes'
import type { RawRow } from './row.rules.ts'
import { columnName } from './columns.rules.ts'
import { type FileKind, TABLES } from './tables.rules.ts'
import { unreadable } from './unreadable.ts'

/** Which element of a child holds the rows of which file. What stands in HEADER itself is sorted by its name. */
const ROWS_IN: Readonly<Record<string, FileKind>> = {
  EPISODE: 'episodes',
  AREVIEW: 'reviews',
  AMISSING: 'missing',
  PERMANENCE: 'prev_perm',
  OC2: 'oc2',
  OC3: 'oc3',
  AD1: 'ad1',
  AD_PLACED: 'placed_adoption',
  SWEPISODE: 'social_worker',
  SW_EPISODE: 'social_worker',
  SWEPISODES: 'social_worker',
  DOLO: 'dolo',
}
const FLAT_IN_HEADER = ['header', 'uasc', 'oc3', 'ad1'] as const

const MOST_ROWS_OF_A_CHILD = 20_000
const DEEPEST = 12
const LONGEST_VALUE = 64 * 1024

type Group = { readonly name: string; readonly values: Record<string, string> }
type Reader = {
  readonly name: string
  readonly open: { readonly name: string; leaf: boolean; text: string }[]
  readonly groups: Group[]
  readonly counts: Map<FileKind, number>
  readonly ready: RawRow[]
  readonly strangers: Set<string>
}

/**
 * The rows of an EXPSSDA903 file, a child at a time. Refuses document types, so no entity but the
 * five of XML itself is ever expanded. Throws an unreadable sentence.
 */
export async function* xmlRows(
  name: string,
  text: AsyncIterable<string>,
  note: (text: string) => void,
): AsyncGenerator<RawRow> {
  const reader: Reader = {
    name,
    open: [],
    groups: [],
    counts: new Map(),
    ready: [],
    strangers: new Set(),
  }
  const parser = parserFor(reader)
  let sinceTag = 0
  parser.on('closetag', () => {
    sinceTag = 0
    close(reader)
  })
  for await (const part of text) {
    sinceTag += part.length
    parser.write(part)
    if (sinceTag > 1024 * 1024) throw unreadable(`${name} has a value far too long for a return.`)
    yield* reader.ready.splice(0)
  }
  parser.close()
  yield* reader.ready.splice(0)
  if (reader.strangers.size > 0) {
    note(`${name} also has ${[...reader.strangers].join(', ')}, not known to us. Not used.`)
  }
}

function parserFor(reader: Reader): SaxesParser {
  const { name } = reader
  const parser = new SaxesParser({ position: false })
  parser.on('error', (problem) => {
    throw unreadable(
      `${name} is not whole XML (${reasonIn(problem)}). Export it again from your system.`,
    )
  })
  parser.on('doctype', () => {
    throw unreadable(
      `${name} begins with a document type, which a return never has. Export it again from your system.`,
    )
  })
  parser.on('opentag', (tag) => {
    const element = tag.name.replace(/^.*:/, '').toUpperCase()
    if (reader.open.length === 0 && element !== 'EXPSSDA903') {
      throw unreadable(
        `${name} is XML but not an SSDA903 return: it begins with <${tag.name.slice(0, 40)}> instead of <EXPSSDA903>.`,
      )
    }
    if (reader.open.length >= DEEPEST) {
      throw unreadable(`${name} is nested deeper than any return. Export it again.`)
    }
    const parent = reader.open.at(-1)
    if (parent) parent.leaf = false
    reader.open.push({ name: element, leaf: true, text: '' })
    if (element === 'HEADER' || ROWS_IN[element]) {
      reader.groups.push({ name: element, values: {} })
    }
    if (reader.groups.length > MOST_ROWS_OF_A_CHILD) {
      throw unreadable(`${name} gives one child more rows than there could be. Export it again.`)
    }
  })
  parser.on('text', (words) => {
    const element = reader.open.at(-1)
    if (!element) return
    element.text += words
    if (element.text.length > LONGEST_VALUE) {
      throw unreadable(`${name} has a value far too long for a return. Export it again.`)
    }
  })
  return parser
}

const reasonIn = (problem: Error) =>
  problem.message
    .replace(/^[\d:\s]+/, '')
    .replace(/\.$/, '')
    .slice(0, 80)

function close(reader: Reader): void {
  const element = reader.open.pop()
  if (!element) return
  if (element.name === 'CHILD') {
    childRead(reader)
    return
  }
  const inside = reader.open.at(-1)?.name
  if (!element.leaf || ROWS_IN[element.name] || element.name === 'HEADER') return
  const group = reader.groups.findLast((g) => g.name === inside)
  if (group) group.values[columnName(element.name)] = element.text.trim()
  else if (inside === 'UASC') deep(reader).values[columnName(element.name)] = element.text.trim()
  else if (reader.strangers.size < 20) reader.strangers.add(element.name)
}

/** Some systems wrap DUC in an element UASC; it is then read as standing in HEADER. */
function deep(reader: Reader): Group {
  const header = reader.groups.findLast((g) => g.name === 'HEADER')
  return header ?? { name: 'HEADER', values: {} }
}

function childRead(reader: Reader): void {
  const header = reader.groups.find((g) => g.name === 'HEADER')?.values ?? {}
  const whose = { CHILD: header['CHILD'] ?? '', DOB: header['DOB'] ?? '' }
  for (const kind of FLAT_IN_HEADER) {
    const values = flat(kind, header)
    if (values) add(reader, kind, { ...values, ...whose })
  }
  for (const group of reader.groups.splice(0)) {
    const kind = ROWS_IN[group.name]
    if (kind) add(reader, kind, { ...group.values, ...whose })
  }
}

/** The part of a HEADER that is a row of this file, or undefined when it says nothing of it. */
function flat(
  kind: (typeof FLAT_IN_HEADER)[number],
  header: Readonly<Record<string, string>>,
): Record<string, string> | undefined {
  const shared = kind === 'header' ? [] : ['CHILD', 'DOB', 'SEX']
  const own = TABLES[kind].columns.map((c) => c.name).filter((name) => !shared.includes(name))
  const values = Object.fromEntries(
    own.flatMap((name) => (header[name] ? [[name, header[name]]] : [])),
  )
  const flagged = kind === 'uasc' && /^(1|true|y|yes)$/i.test(header['UASC'] ?? '')
  if (kind !== 'header' && !flagged && Object.keys(values).length === 0) return undefined
  return kind === 'uasc' ? { ...values, SEX: header['SEX'] ?? '' } : values
}

function add(reader: Reader, kind: FileKind, values: Record<string, string>): void {
  const row = (reader.counts.get(kind) ?? 0) + 1
  reader.counts.set(kind, row)
  const place = `${TABLES[kind].one} ${row} in ${reader.name}`
  reader.ready.push({ kind, file: reader.name, row, place, values })
}
