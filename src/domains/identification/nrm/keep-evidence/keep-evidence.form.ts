import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { FileRefusal } from '#platform/files/store.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { UploadedFile, Visit } from '#platform/http/page.ts'
import { dayFrom } from '#platform/http/reading.ts'
import { LARGEST_FILE } from '../form.rules.ts'

const MB = 1024 * 1024

type Sent = Pick<Visit, 'form' | 'files'>

type ReadDocument = {
  readonly file: UploadedFile
  readonly description: string
  readonly datedOn: CalendarDay | undefined
  readonly noDateWhy: string | undefined
}

export function readDocument(
  sent: Sent,
  today: CalendarDay,
): ReadDocument | { readonly problems: readonly Problem[] } {
  const file = sent.files.find((f) => f.field === 'file')
  const description = textOf(sent.form, 'description').trim()
  const noDateWhy = textOf(sent.form, 'noDateWhy').trim()
  const day = dayFrom(sent.form, 'datedOn')
  const problems: Problem[] = [
    ...fileProblem(file),
    ...longProblem('description', 'What it is', description, 1000),
    ...(description === '' ? [{ field: 'description', text: 'Enter what the document is' }] : []),
    ...dayProblem(day, noDateWhy, today),
    ...longProblem('noDateWhy', 'Why there is no date', noDateWhy, 300),
  ]
  if (problems.length > 0 || !file || day === 'wrong') return { problems }
  return { file, description, datedOn: day, noDateWhy: day ? undefined : noDateWhy }
}

function fileProblem(file: UploadedFile | undefined): readonly Problem[] {
  if (!file) return [{ field: 'file', text: 'Choose a document' }]
  if (file.refused === 'too-large') {
    return [
      {
        field: 'file',
        text: `The form takes documents smaller than ${LARGEST_FILE / MB} MB. This one is larger, and was not kept`,
      },
    ]
  }
  return file.refused ? [{ field: 'file', text: 'Choose one document at a time' }] : []
}

const longProblem = (
  field: string,
  label: string,
  text: string,
  most: number,
): readonly Problem[] =>
  text.length > most
    ? [{ field, text: `${label} must be ${most.toLocaleString('en-GB')} characters or fewer` }]
    : []

function dayProblem(
  day: CalendarDay | undefined | 'wrong',
  why: string,
  today: CalendarDay,
): readonly Problem[] {
  const field = 'datedOn'
  if (day === 'wrong') return [{ field, text: 'Enter the day of the document, like 27 3 2026' }]
  if (day && day > today)
    return [{ field, text: 'The day of the document must be today or earlier' }]
  if (day && why) return [{ field, text: 'It has a date, or none. Leave one of them empty' }]
  return !day && !why ? [{ field, text: 'Enter the day of the document, or why it has none' }] : []
}

export const nameOf = (file: UploadedFile): string =>
  file.name
    .replaceAll(/[\p{Cc}/\\]/gu, ' ')
    .trim()
    .slice(-200) || 'document'

export function refusalInWords(why: FileRefusal): string {
  if (why === 'empty') return 'There is nothing in that document. Choose another'
  if (why === 'harmful') return 'That document may harm devices, so it was not kept'
  return 'The form takes JPG, PNG, PDF, DOC and DOCX. This is something else, whatever its name says, or has a program in it. It was not kept'
}
