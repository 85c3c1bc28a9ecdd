import { z } from 'zod'
import { problemsOf } from '#platform/http/form-problem.ts'
import { needed, optional, said, textIn, ticks, type Part, type Row } from './record-part.form.ts'

const USES = {
  speaks: 'Speaks it',
  reads: 'Reads it',
  writes: 'Writes it',
  for_feelings: 'Prefers it when talking about feelings',
  never_use: 'Never use it with them',
} as const

const form = z
  .object({
    language: needed('Enter the language', 'The language', 100).pipe(
      z.string().min(2, 'Enter the whole name of the language'),
    ),
    dialect: optional('The dialect', 100),
    uses: ticks,
    note: optional('The note', 500),
  })
  .refine((f) => !(f.uses.has('never_use') && f.uses.has('for_feelings')), {
    path: ['uses'],
    message: 'A language cannot be both the one for feelings and one never to use',
  })

const ticked = (row: Row) => Object.keys(USES).filter((use) => row[use] === true)

/** The child's languages, and those never to be used with them. */
export const languages: Part = {
  slug: 'languages',
  table: 'child_language',
  title: 'Languages',
  intro:
    'What this young person speaks, reads and writes, what they prefer, and what must never be used with them. Ask them, not their papers.',
  addText: 'Add a language',
  changeText: 'Change a language',
  empty: 'Nobody has written down their languages yet.',
  fields: [
    { kind: 'text', name: 'language', label: 'Language' },
    { kind: 'text', name: 'dialect', label: 'Dialect (optional)' },
    { kind: 'ticks', name: 'uses', label: 'How is it for them?', choices: USES },
    {
      kind: 'text',
      name: 'note',
      label: 'Note (optional)',
      hint: 'For example, a dialect of interpreter they do not want',
    },
  ],
  read: (typed) => {
    const read = form.safeParse(typed)
    if (!read.success) return { problems: problemsOf(read.error) }
    const { uses, ...text } = read.data
    const marks = Object.fromEntries(Object.keys(USES).map((use) => [use, uses.has(use)]))
    return { columns: { ...text, ...marks } }
  },
  typedOf: (row) => ({
    language: textIn(row, 'language'),
    dialect: textIn(row, 'dialect'),
    uses: ticked(row),
    note: textIn(row, 'note'),
  }),
  lineOf: (row) => ({
    what: textIn(row, 'dialect')
      ? `${textIn(row, 'language')} (${textIn(row, 'dialect')})`
      : textIn(row, 'language'),
    quoted: false,
    details: said(
      ...Object.entries(USES).map(([use, text]) => row[use] === true && text),
      textIn(row, 'note'),
    ),
  }),
  endText: 'This language was entered in error',
  findable: false,
  taken: undefined,
}
