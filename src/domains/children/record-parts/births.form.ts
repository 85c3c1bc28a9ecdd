import { z } from 'zod'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { problemsOf } from '#platform/http/form-problem.ts'
import { birthInWords, boxesOf, readBirth } from '../birth.rules.ts'
import { BIRTH_SOURCES, called } from '../child.rules.ts'
import { claimIn } from '../claim.rules.ts'
import { choice, optional, said, textIn, ticks, type Part, type Row } from './record-part.form.ts'

const box = z.string().catch('')
const form = z.object({
  source: choice(BIRTH_SOURCES, 'Choose who says so'),
  contested: ticks,
  note: optional('The note', 500),
})
const boxes = z.object({ day: box, month: box, year: box, yearTo: box })

const birthOf = (row: Row) =>
  claimIn({
    earliest: textIn(row, 'earliest'),
    latest: textIn(row, 'latest'),
    precision: textIn(row, 'precision'),
  })

function readAll(typed: Readonly<Record<string, unknown>>, today: CalendarDay) {
  const birth = readBirth(boxes.parse(typed), today)
  const rest = form.safeParse(typed)
  const problems = [
    ...(birth === undefined
      ? [{ field: 'year', text: 'Enter a date of birth, or at least a year' }]
      : []),
    ...(birth && 'box' in birth ? [{ field: birth.box, text: birth.text }] : []),
    ...(rest.success ? [] : problemsOf(rest.error)),
  ]
  if (!birth || 'box' in birth || !rest.success) return { problems }
  const { contested, ...others } = rest.data
  return { columns: { ...birth, ...others, contested: contested.has('yes') } }
}

/** What is said of when the child was born, and by whom. None is "the" date. */
export const births: Part = {
  slug: 'births',
  table: 'date_of_birth_claim',
  title: 'Date of birth',
  intro:
    'What is said of when this young person was born, and by whom. Several may stand side by side; none of them is “the” date, and none of them closes anything.',
  addText: 'Add what is said of the date of birth',
  changeText: 'Change what is said of the date of birth',
  empty: 'Nobody has written down a date of birth yet.',
  fields: [
    {
      kind: 'birth',
      name: 'birth',
      label: 'When were they born?',
      hint: 'A whole date, or a month and year, or a year, or two years it lies between',
    },
    { kind: 'choice', name: 'source', label: 'Who says so?', choices: BIRTH_SOURCES },
    {
      kind: 'ticks',
      name: 'contested',
      label: 'Does anybody say otherwise?',
      choices: { yes: 'Yes, it is contested' },
    },
    { kind: 'text', name: 'note', label: 'Note (optional)', hint: 'For example, which document' },
  ],
  read: readAll,
  typedOf: (row) => ({
    ...boxesOf(birthOf(row)),
    source: textIn(row, 'source'),
    contested: row['contested'] === true ? ['yes'] : [],
    note: textIn(row, 'note'),
  }),
  lineOf: (row) => ({
    what: birthInWords(birthOf(row)),
    quoted: false,
    details: said(
      `According to: ${called(BIRTH_SOURCES, textIn(row, 'source'))}`,
      row['contested'] === true && 'Contested',
      textIn(row, 'note'),
    ),
  }),
  endText: 'This was entered in error, or nobody says so any more',
  findable: true,
  taken: undefined,
}
