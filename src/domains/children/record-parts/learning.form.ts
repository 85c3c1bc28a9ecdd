import { z } from 'zod'
import { inWords, calendarDay } from '#kernel/calendar-day.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { called, SAID_BY } from '../child.rules.ts'
import { type DayProblem, readLearningDays, typedDay } from '../learning.form.ts'
import { LEARNING_ENDED, LEARNING_KINDS } from '../learning.rules.ts'
import { choice, needed, said, textIn, type Part, type Row } from './record-part.form.ts'

const form = z.object({
  kind: choice(LEARNING_KINDS, 'Choose what kind of place it is'),
  name: needed('Enter what the place is called', 'What the place is called', 200),
  ended_why: z
    .string('Choose why it ended once')
    .default('')
    .refine((code) => code === '' || Object.hasOwn(LEARNING_ENDED, code), 'Choose why it ended'),
  said_by: choice(SAID_BY, 'Choose who says so'),
})

const SENTENCES: Readonly<Record<DayProblem['at'], Readonly<Record<DayProblem['what'], string>>>> =
  {
    began_on: {
      enter: 'Enter the day they began there, like 4 9 2025',
      'begins-ahead': 'The day they began must be today or earlier',
      'ends-ahead': 'The day it ended must be today or earlier',
      'ends-before-it-began': 'The day it ended cannot be before they began',
    },
    ended_on: {
      enter: 'Enter the day it ended, like 18 7 2026, or leave it empty',
      'begins-ahead': 'The day they began must be today or earlier',
      'ends-ahead': 'The day it ended must be today or earlier',
      'ends-before-it-began': 'The day it ended cannot be before they began',
    },
  }

const dayWords = (row: Row, column: string): string => {
  const day = calendarDay(textIn(row, column))
  return day ? inWords(day) : ''
}

function readAll(
  typed: Readonly<Record<string, unknown>>,
  today: Parameters<Part['read']>[1],
): ReturnType<Part['read']> {
  const read = form.safeParse(typed)
  const days = readLearningDays(typed, today)
  const problems: Problem[] = read.success ? [] : [...problemsOf(read.error)]
  if ('problems' in days) {
    for (const p of days.problems) {
      problems.push({ field: `${p.at}-day`, text: SENTENCES[p.at][p.what] })
    }
  }
  if (!read.success || 'problems' in days || problems.length > 0) return { problems }
  return {
    columns: {
      ...read.data,
      ended_why: read.data.ended_why || null,
      began_on: days.beganOn,
      ended_on: days.endedOn ?? null,
    },
  }
}

/** Where the child learns and learned. Moves and days between places are computed from it. */
export const learning: Part = {
  slug: 'learning',
  table: 'place_of_learning',
  title: 'Where they learn',
  intro:
    'School, college, training or learning at home: from when, until when and why it ended. The young person can write it too. Moves and days between one place and the next are worked out from this and never typed.',
  addText: 'Add where they learn',
  changeText: 'Change where they learn',
  empty: 'Nobody has written down yet where they learn.',
  fields: [
    { kind: 'choice', name: 'kind', label: 'What kind of place is it?', choices: LEARNING_KINDS },
    {
      kind: 'text',
      name: 'name',
      label: 'What is it called?',
      hint: 'Its name, without an address',
    },
    {
      kind: 'day',
      name: 'began_on',
      label: 'When did they begin there?',
      hint: 'For example 4 9 2025. If nobody knows the day, use the first of the month',
    },
    {
      kind: 'day',
      name: 'ended_on',
      label: 'When did it end? (if it has)',
      hint: 'Leave it empty while they learn there',
    },
    {
      kind: 'choice',
      name: 'ended_why',
      label: 'Why did it end? (if it has)',
      choices: LEARNING_ENDED,
    },
    { kind: 'choice', name: 'said_by', label: 'Who says so?', choices: SAID_BY },
  ],
  read: readAll,
  typedOf: (row) => ({
    kind: textIn(row, 'kind'),
    name: textIn(row, 'name'),
    ...typedDay('began_on', textIn(row, 'began_on')),
    ...typedDay('ended_on', textIn(row, 'ended_on')),
    ended_why: textIn(row, 'ended_why'),
    said_by: textIn(row, 'said_by'),
  }),
  lineOf: (row) => ({
    what: textIn(row, 'name'),
    quoted: false,
    details: said(
      called(LEARNING_KINDS, textIn(row, 'kind')),
      `From ${dayWords(row, 'began_on')}`,
      textIn(row, 'ended_on') !== '' && `until ${dayWords(row, 'ended_on')}`,
      textIn(row, 'ended_why') !== '' && called(LEARNING_ENDED, textIn(row, 'ended_why')),
      called(SAID_BY, textIn(row, 'said_by')),
    ),
  }),
  endText: 'This was entered in error',
  findable: false,
  taken: undefined,
}
