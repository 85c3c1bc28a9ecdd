import type { CalendarDay } from '#kernel/calendar-day.ts'
import { csvRows } from './read-csv.ts'
import { refuseTooLarge, type Source, type SourceFile } from './source.ts'
import { type Encoding, encodingOf, textOf } from './read-text.ts'
import { xmlRows } from './read-xml.ts'
import {
  addToSurvey,
  checkBesideOthers,
  emptySurvey,
  repeated,
  type Survey,
} from './return.rules.ts'
import { type CheckedRow, checkRow, type RawRow } from './row.rules.ts'
import { type LeftOut, sortFiles } from './sort-files.rules.ts'
import { FILE_KINDS, type FileKind } from './tables.rules.ts'
import { unreadable } from './unreadable.ts'
import { yearOfReturn } from './year.rules.ts'

/** A return that was read through once and can be read again, row by row, with each row judged. */
export type Return = {
  readonly form: 'csv' | 'xml'
  readonly year: number
  readonly files: readonly { readonly kind: FileKind | 'xml'; readonly name: string }[]
  readonly leftOut: readonly LeftOut[]
  readonly notes: readonly string[]
  readonly rowCount: number
  /** Every row, header first, with its refusals and warnings. */
  readonly rows: () => AsyncGenerator<CheckedRow>
}

export type ReadingOptions = { readonly today: CalendarDay; readonly year?: number | undefined }

type Part = { readonly kind: FileKind | 'xml'; readonly file: SourceFile; readonly as: Encoding }

/** No council's return comes near this; it bounds what is kept in memory. */
const MOST_ROWS = 1_500_000

/**
 * Reads a return through once: finds its files, how they are written and the year they are of.
 * Throws an unreadable sentence when any file of it is broken as a whole, so that none is half used.
 */
export async function readReturn(source: Source, options: ReadingOptions): Promise<Return> {
  const notes: string[] = []
  const note = (text: string) => {
    if (!notes.includes(text)) notes.push(text)
  }
  const sorted = sortFiles(source.files.map((f) => f.name))
  if (sorted.form === 'none') throw unreadable(sorted.problem)
  const wanted: [FileKind | 'xml', string][] =
    sorted.form === 'xml'
      ? [['xml', sorted.file]]
      : FILE_KINDS.flatMap((kind) => {
          const name = sorted.files.get(kind)
          return name === undefined ? [] : [[kind, name]]
        })
  const parts = await readable(source, wanted, note)
  const survey = await surveyed(parts, options, note)
  const year = options.year ?? yearOfReturn(survey.begun, survey.reviewed)
  if (year === undefined) {
    throw unreadable(
      'Nothing in the return tells which year it is of. Say the year, for example --year 2026 for the year to 31 March 2026.',
    )
  }
  return {
    form: sorted.form,
    year,
    files: parts.map(({ kind, file }) => ({ kind, name: file.name })),
    leftOut: sorted.leftOut,
    notes,
    rowCount: survey.rows,
    rows: () => judged(parts, survey, { today: options.today, year }),
  }
}

async function readable(
  source: Source,
  wanted: readonly (readonly [FileKind | 'xml', string])[],
  note: (text: string) => void,
): Promise<Part[]> {
  const found = wanted.flatMap(([kind, name]) => {
    const file = source.files.find((f) => f.name === name)
    return file ? [{ kind, file }] : []
  })
  for (const { file } of found) refuseTooLarge(file.name, file.size)
  refuseTooLarge(
    'The return',
    found.reduce((sum, { file }) => sum + file.size, 0),
  )
  const parts: Part[] = []
  for (const { kind, file } of found) {
    const as = await encodingOf(file)
    if (as === 'windows-1252') {
      note(`${file.name} is not in UTF-8. It was read as Windows-1252; check accented letters.`)
    }
    parts.push({ kind, file, as })
  }
  return parts
}

async function* rowsOf(
  parts: readonly Part[],
  note: (text: string) => void,
): AsyncGenerator<RawRow> {
  for (const { kind, file, as } of parts) {
    const text = textOf(file, as)
    yield* kind === 'xml'
      ? xmlRows(file.name, text, note)
      : csvRows({ kind, name: file.name, note }, text)
  }
}

async function surveyed(
  parts: readonly Part[],
  { today }: ReadingOptions,
  note: (text: string) => void,
): Promise<Survey> {
  const survey = emptySurvey()
  for await (const raw of rowsOf(parts, note)) {
    addToSurvey(survey, checkRow(raw, { today, year: undefined }))
    if (survey.rows > MOST_ROWS) {
      throw unreadable(`The return has over ${MOST_ROWS} rows. Check that it is the right one.`)
    }
  }
  if (survey.children.size === 0) {
    throw unreadable(
      'The return names no child. Check that the header file has rows and try again.',
    )
  }
  return survey
}

async function* judged(
  parts: readonly Part[],
  survey: Survey,
  reading: { readonly today: CalendarDay; readonly year: number },
): AsyncGenerator<CheckedRow> {
  for (const key of survey.twice.keys()) survey.twice.set(key, false)
  for await (const raw of rowsOf(parts, () => undefined)) {
    const row = checkBesideOthers(checkRow(raw, reading), survey)
    const again = row.refusals.length === 0 ? repeated(row, survey) : undefined
    yield again ? { ...row, again: true, warnings: [again] } : row
  }
}
