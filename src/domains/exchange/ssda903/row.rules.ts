import { type CalendarDay, calendarDay, calendarDayFrom, inWords } from '#kernel/calendar-day.ts'
import { codeAsWritten, codeMeant, codeStanding } from './codes.rules.ts'
import { endOfYear } from './year.rules.ts'
import { type Column, type FileKind, TABLES } from './tables.rules.ts'

/** One row as a file gave it. `place` names it for a reader: “Row 14 of episodes.csv”. Pure. */
export type RawRow = {
  readonly kind: FileKind
  readonly file: string
  readonly row: number
  readonly place: string
  readonly values: Readonly<Record<string, string>>
  /** Set by the reader when the row does not have the shape of its file. */
  readonly misshapen?: string
}

export type FindingKind =
  | 'blank'
  | 'not-readable'
  | 'not-yet'
  | 'order'
  | 'unknown-code'
  | 'code-of-another-year'
  | 'unlikely'
  | 'disagrees'
  | 'repeated'
  | 'overlaps'
  | 'no-child'
  | 'shape'

/** Something to tell about a row: what is wrong and what to do, in one or two sentences. */
export type Finding = {
  readonly kind: FindingKind
  readonly column: string
  readonly found: string
  readonly text: string
}

/** A row with what was understood of it. With any refusal it is not used; warnings do not stop it. */
export type CheckedRow = RawRow & {
  readonly child: string
  /** The key columns' values, telling this row from the child's others in the same file. */
  readonly key: string
  /** Days as 2018-03-31, codes as today's return writes them, the rest as written; blanks left out. */
  readonly facts: Readonly<Record<string, string>>
  /** The same row came before, and was used then. */
  readonly again?: boolean
  readonly refusals: readonly Finding[]
  readonly warnings: readonly Finding[]
}

export type Reading = { readonly today: CalendarDay; readonly year: number | undefined }

type Understood = { readonly fact?: string; readonly finding?: Finding; readonly refused?: boolean }

/** The longest value kept; every column of the return is far shorter. */
const LONGEST = 100
const OLDEST = '1900-01-01'

/** Reads a day as councils' systems write it: 31/03/2018, 1.4.2018, 2018-03-31, with or without midnight. */
export function dayWritten(written: string): CalendarDay | undefined {
  const text = written.replace(/[ T]00:00(:00(\.0+)?)?$/, '')
  const iso = calendarDay(text)
  if (iso) return iso
  const [, d, m, y] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  return d && m && y ? calendarDayFrom(d, m, y) : undefined
}

/** Checks one row on its own, without knowing the others. */
export function checkRow(raw: RawRow, reading: Reading): CheckedRow {
  const refusals: Finding[] = []
  const warnings: Finding[] = []
  const facts: Record<string, string> = {}
  if (raw.misshapen) {
    refusals.push({ kind: 'shape', column: '', found: '', text: raw.misshapen })
  }
  const table = TABLES[raw.kind]
  for (const column of raw.misshapen ? [] : table.columns) {
    const understood = readValue(column, raw, reading)
    if (understood.fact !== undefined) facts[column.name] = understood.fact
    if (understood.finding) (understood.refused ? refusals : warnings).push(understood.finding)
  }
  refusals.push(...wrongOrder(raw, facts))
  warnings.push(...unlikely(raw, facts, reading))
  return {
    ...raw,
    child: facts['CHILD'] ?? raw.values['CHILD'] ?? '',
    key: table.key.map((name) => facts[name] ?? '').join(' '),
    facts,
    refusals,
    warnings,
  }
}

function readValue(column: Column, raw: RawRow, reading: Reading): Understood {
  const written = (raw.values[column.name] ?? '').trim()
  if (written === '') return blank(column, raw)
  if (written.length > LONGEST || /\p{Cc}/u.test(written)) {
    return wrong(
      column,
      raw,
      `${written.slice(0, 20)}…`,
      'is too long or holds characters that are not text',
    )
  }
  if (column.type === 'id') return readId(column, raw, written)
  if (column.type === 'code') return readCode(column, raw, written, reading)
  if (column.type === 'number') return readNumber(column, raw, written)
  if (column.type === 'text') return { fact: written }
  return readDay(column, raw, written, reading.today)
}

function blank(column: Column, raw: RawRow): Understood {
  if (column.blank === 'fine') return {}
  const refused = column.blank === 'refused'
  const text = `${raw.place}: ${column.name} is blank. ${refused ? 'Enter it and send the row again.' : 'The rest of the row was used.'}`
  return { refused, finding: { kind: 'blank', column: column.name, found: '', text } }
}

function wrong(column: Column, raw: RawRow, found: string, why: string): Understood {
  const refused = column.wrong === 'refused'
  const ends = refused && column.blank === 'fine' ? ', or leave it blank if it has not ended' : ''
  const next = refused
    ? `Correct it${ends}, and send the row again.`
    : 'It was kept as written and not used; correct it in your system.'
  const text = `${raw.place}: ${column.name} is “${found}”, which ${why}. ${next}`
  return { refused, finding: { kind: 'not-readable', column: column.name, found, text } }
}

/** A spreadsheet turns long numbers into 5.66E+05: another child's number may lie behind that. */
function readId(column: Column, raw: RawRow, written: string): Understood {
  if (/^\d+(\.\d+)?E\+?\d+$/i.test(written)) {
    return wrong(column, raw, written, 'is a number a spreadsheet has shortened')
  }
  return written.length > 60 ? wrong(column, raw, written, 'is too long') : { fact: written }
}

function readCode(column: Column, raw: RawRow, written: string, reading: Reading): Understood {
  const fact = codeMeant(column.name, written)
  if (reading.year === undefined) return { fact }
  const standing = codeStanding(raw.kind, column.name, codeAsWritten(written), reading.year)
  if (standing === 'known') return { fact }
  const name = column.name
  if (standing === 'another-year') {
    const text = `${raw.place}: ${name} is “${written}”, a code the return uses in other years but not in ${reading.year}. It was kept.`
    return { fact, finding: { kind: 'code-of-another-year', column: name, found: written, text } }
  }
  const text = `${raw.place}: ${name} is “${written}”, which is not one of its codes. It was kept as written; correct it in your system.`
  return {
    fact: written,
    finding: { kind: 'unknown-code', column: name, found: written, text },
  }
}

function readNumber(column: Column, raw: RawRow, written: string): Understood {
  const plain = written.replace(/\.0+$/, '')
  if (/^\d{1,4}$/.test(plain)) return { fact: plain }
  return wrong(column, raw, written, 'is not a whole number')
}

function readDay(column: Column, raw: RawRow, written: string, today: CalendarDay): Understood {
  const day = dayWritten(written)
  if (!day) return wrong(column, raw, written, 'is not a day written as DD/MM/YYYY')
  if (day < OLDEST) return wrong(column, raw, written, 'is more than a hundred years ago')
  if (column.type === 'date' || day <= today) return { fact: day }
  const read = wrong(column, raw, written, `has not come yet (today is ${inWords(today)})`)
  return read.finding ? { ...read, finding: { ...read.finding, kind: 'not-yet' } } : read
}

function wrongOrder(raw: RawRow, facts: Readonly<Record<string, string>>): Finding[] {
  const [start, end] = TABLES[raw.kind].span ?? []
  if (!start || !end) return []
  const [from, to] = [facts[start], facts[end]]
  if (!from || !to || to >= from) return []
  const text = `${raw.place}: it ends (${end} ${raw.values[end]}) before it begins (${start} ${raw.values[start]}). Correct the one that is wrong and send the row again.`
  return [{ kind: 'order', column: end, found: raw.values[end] ?? '', text }]
}

function unlikely(
  raw: RawRow,
  facts: Readonly<Record<string, string>>,
  reading: Reading,
): Finding[] {
  const { year } = reading
  if (year === undefined) return []
  const about = (column: string, what: string): Finding => ({
    kind: 'unlikely',
    column,
    found: raw.values[column] ?? '',
    text: `${raw.place}: ${column} is ${raw.values[column]}, ${what}. It was used; check that it is right.`,
  })
  const born = facts['DOB']
  if (raw.kind === 'header' && born && born < `${year - 26}-03-31`) {
    return [about('DOB', `which makes them over 26 at the end of the return’s year`)]
  }
  const began = facts[TABLES[raw.kind].key[0] ?? '']
  if (raw.kind !== 'dolo' && began && began > endOfYear(year)) {
    return [
      about(
        TABLES[raw.kind].key[0] ?? '',
        `after the return’s year, which ends on 31 March ${year}`,
      ),
    ]
  }
  return []
}
