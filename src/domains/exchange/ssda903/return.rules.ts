import { collectionYear } from './year.rules.ts'
import type { CheckedRow, Finding } from './row.rules.ts'
import { type CalendarDay, calendarDay, inWords } from '#kernel/calendar-day.ts'

/**
 * What a first reading of the whole return found, so that the second can judge each row beside the
 * others. Kept small: for each row its key and a number standing for its content. Pure.
 */
export type Survey = {
  readonly children: Map<string, { readonly born: string | undefined; readonly usable: boolean }>
  readonly begun: Map<number, number>
  readonly reviewed: Map<number, number>
  /** For each row's key the print of its facts, or DISAGREES when two rows of that key differ. */
  readonly seen: Map<string, number>
  /** Keys already used in the second reading, of those that came twice. */
  readonly twice: Map<string, boolean>
  readonly upns: Map<string, string>
  readonly sharedUpns: Set<string>
  readonly episodes: Map<string, string[]>
  readonly missing: Map<string, string[]>
  rows: number
}

export const emptySurvey = (): Survey => ({
  children: new Map(),
  begun: new Map(),
  reviewed: new Map(),
  seen: new Map(),
  twice: new Map(),
  upns: new Map(),
  sharedUpns: new Set(),
  episodes: new Map(),
  missing: new Map(),
  rows: 0,
})

/** No print is negative. */
const DISAGREES = -1

const keyOf = (row: CheckedRow) => `${row.kind} ${row.child} ${row.key}`

/** FNV-1a over the row's facts in column order: equal for equal rows. */
function print(row: CheckedRow): number {
  let hash = 0x811c9dc5
  for (const name of Object.keys(row.facts).toSorted()) {
    const text = `${name}=${row.facts[name]};`
    for (let i = 0; i < text.length; i += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    }
  }
  return hash >>> 0
}

/** First reading: adds a row to what is known of the return. Rows of one child may come in any order. */
export function addToSurvey(into: Survey, row: CheckedRow): void {
  into.rows += 1
  if (row.kind === 'header') surveyChild(into, row)
  if (row.refusals.length > 0) return
  const before = into.seen.get(keyOf(row))
  if (before === undefined) into.seen.set(keyOf(row), print(row))
  else if (before !== print(row)) into.seen.set(keyOf(row), DISAGREES)
  else into.twice.set(keyOf(row), false)
  count(into, row)
  if (row.kind === 'episodes') stretch(into.episodes, row, 'DECOM', 'DEC')
  if (row.kind === 'missing') stretch(into.missing, row, 'MIS_START', 'MIS_END')
}

function surveyChild(into: Survey, row: CheckedRow): void {
  const usable = row.refusals.length === 0
  const before = into.children.get(row.child)
  if (!before?.usable) into.children.set(row.child, { born: row.facts['DOB'], usable })
  const upn = row.facts['UPN']
  if (!upn || !isUpn(upn)) return
  const other = into.upns.get(upn)
  if (other !== undefined && other !== row.child) into.sharedUpns.add(upn)
  into.upns.set(upn, row.child)
}

/** A unique pupil number: a letter, eleven digits and a digit or letter. UN1 to UN5 say why there is none. */
export const isUpn = (written: string) => /^[A-Z]\d{11}[0-9A-Z]$/.test(written)

function count(into: Survey, row: CheckedRow): void {
  const began = row.kind === 'episodes' ? row.facts['DECOM'] : row.facts['MIS_START']
  const reviewed = row.kind === 'reviews' ? row.facts['REVIEW'] : undefined
  tally(into.begun, began)
  tally(into.reviewed, reviewed)
}

function tally(counts: Map<number, number>, text: string | undefined): void {
  const day = text ? calendarDay(text) : undefined
  if (day) counts.set(collectionYear(day), (counts.get(collectionYear(day)) ?? 0) + 1)
}

const NOT_ENDED = '9999-12-31'

function stretch(into: Map<string, string[]>, row: CheckedRow, start: string, end: string): void {
  const all = into.get(row.child) ?? []
  const one = `${row.facts[start]} ${row.facts[end] ?? NOT_ENDED}`
  if (!all.includes(one)) all.push(one)
  into.set(row.child, all)
}

/** Second reading: the row again, with what the rest of the return says against or about it. */
export function checkBesideOthers(row: CheckedRow, all: Survey): CheckedRow {
  if (row.refusals.length > 0) return row
  const refusals = [noChild, bornOtherwise, beforeBirth, twoAnswers, missingTwice].flatMap(
    (check) => check(row, all) ?? [],
  )
  const shared = sharedUpn(row, all)
  const warnings = [...row.warnings, ...overlapping(row, all), ...shared]
  const facts = shared.length > 0 ? without(row.facts, 'UPN') : row.facts
  return { ...row, facts, refusals, warnings }
}

function without(facts: Readonly<Record<string, string>>, name: string) {
  return Object.fromEntries(Object.entries(facts).filter(([column]) => column !== name))
}

/**
 * Whether this very row has come before; call once for each row that is used, in order. A repeat is
 * used once and loses nothing.
 */
export function repeated(row: CheckedRow, all: Survey): Finding | undefined {
  const key = keyOf(row)
  const used = all.twice.get(key)
  if (used !== true) {
    if (used === false) all.twice.set(key, true)
    return undefined
  }
  const text = `${row.place}: the same row is there twice. It was used once.`
  return { kind: 'repeated', column: '', found: '', text }
}

function noChild(row: CheckedRow, all: Survey): Finding | undefined {
  const child = all.children.get(row.child)
  if (child?.usable && !disagreeing(row.child, all)) return undefined
  if (row.kind === 'header') return undefined
  const text = child
    ? `${row.place}: child ${row.child} has a header row that was refused, so this row cannot be used. Correct the header row and send both again.`
    : `${row.place}: child ${row.child} is not in the header. Add the child to the header, or correct the number, and send the row again.`
  return { kind: 'no-child', column: 'CHILD', found: row.child, text }
}

const disagreeing = (child: string, all: Survey) => all.seen.get(`header ${child} `) === DISAGREES

function bornOtherwise(row: CheckedRow, all: Survey): Finding | undefined {
  const born = all.children.get(row.child)?.born
  const here = row.facts['DOB']
  if (row.kind === 'header' || !born || !here || here === born) return undefined
  const text = `${row.place}: DOB is ${row.values['DOB']}, but the header says ${words(born)}. It may be another child’s row. Correct the number or the date and send the row again.`
  return { kind: 'disagrees', column: 'DOB', found: row.values['DOB'] ?? '', text }
}

const words = (text: string) => {
  const day: CalendarDay | undefined = calendarDay(text)
  return day ? inWords(day) : text
}

const BEGINS: Readonly<Record<string, string>> = {
  episodes: 'DECOM',
  reviews: 'REVIEW',
  missing: 'MIS_START',
  social_worker: 'SW_DECOM',
  placed_adoption: 'DATE_PLACED',
  dolo: 'DOLO_START',
}

function beforeBirth(row: CheckedRow, all: Survey): Finding | undefined {
  const column = BEGINS[row.kind]
  const began = column ? row.facts[column] : undefined
  const born = all.children.get(row.child)?.born
  if (!column || !began || !born || began >= born) return undefined
  const text = `${row.place}: ${column} is ${row.values[column]}, before the child was born (${words(born)}). Correct the date and send the row again.`
  return { kind: 'order', column, found: row.values[column] ?? '', text }
}

function twoAnswers(row: CheckedRow, all: Survey): Finding | undefined {
  if (all.seen.get(keyOf(row)) !== DISAGREES) return undefined
  const on = row.key === '' ? '' : ` on ${words(row.key)}`
  const text = `${row.place}: another row for child ${row.child}${on} says something else, and nothing tells which is right. Neither was used; keep the right one and send it again.`
  return { kind: 'disagrees', column: 'CHILD', found: row.child, text }
}

/** Nobody is missing twice at once: of two such periods the one that began first is used. */
function missingTwice(row: CheckedRow, all: Survey): Finding | undefined {
  if (row.kind !== 'missing') return undefined
  const start = row.facts['MIS_START'] ?? ''
  const before = usedBefore((all.missing.get(row.child) ?? []).toSorted(), start)
  if (before === undefined || before <= start) return undefined
  const until = before === NOT_ENDED ? 'and has no end' : `and ended on ${words(before)}`
  const text = `${row.place}: it begins on ${row.values['MIS_START']}, while another missing period of the same child had begun ${until}. Correct the dates, or make them one, and send the row again.`
  return {
    kind: 'overlaps',
    column: 'MIS_START',
    found: row.values['MIS_START'] ?? '',
    text,
  }
}

/** The end of the last used period that began before this one, leaving out those refused themselves. */
function usedBefore(periods: readonly string[], start: string): string | undefined {
  let end: string | undefined
  for (const period of periods) {
    const [from = '', to = ''] = period.split(' ')
    if (from >= start) break
    if (end === undefined || end <= from) end = to
  }
  return end
}

function overlapping(row: CheckedRow, all: Survey): Finding[] {
  if (row.kind !== 'episodes') return []
  const start = row.facts['DECOM'] ?? ''
  const clash = (all.episodes.get(row.child) ?? []).some((period) => {
    const [from = '', to = ''] = period.split(' ')
    return from < start && to > start
  })
  if (!clash) return []
  const text = `${row.place}: the episode begins on ${row.values['DECOM']}, before another of the same child has ended. Both were kept; check their dates.`
  return [{ kind: 'overlaps', column: 'DECOM', found: row.values['DECOM'] ?? '', text }]
}

function sharedUpn(row: CheckedRow, all: Survey): Finding[] {
  const upn = row.facts['UPN']
  if (row.kind !== 'header' || !upn || !all.sharedUpns.has(upn)) return []
  const text = `${row.place}: the UPN is also another child’s, and it belongs to one. It was not used to tell who they are; correct it in your system.`
  return [{ kind: 'repeated', column: 'UPN', found: upn, text }]
}
