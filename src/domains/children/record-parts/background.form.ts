import { z } from 'zod'
import { problemsOf } from '#platform/http/form-problem.ts'
import { BACKGROUNDS, called, SAID_BY } from '../child.rules.ts'
import { choice, needed, optional, said, textIn, type Part } from './record-part.form.ts'

const form = z.object({
  words: needed('Enter how they describe their background', 'Their background', 200),
  grouped: choice(BACKGROUNDS, 'Choose the group it is counted in'),
  said_by: choice(SAID_BY, 'Choose who said it'),
  note: optional('The note', 500),
})

/** The background of a child as they describe it. Counted, never used to judge one child. */
export const background: Part = {
  slug: 'background',
  table: 'child_background',
  title: 'Their background',
  intro:
    'How this young person describes their ethnic background. It is asked so that it can be seen whether children are met differently because of it. No rule about one child reads it.',
  addText: 'Write down how they describe it',
  changeText: 'Change how they describe it',
  empty: 'Nobody has asked them yet.',
  fields: [
    { kind: 'text', name: 'words', label: 'In their own words' },
    {
      kind: 'choice',
      name: 'grouped',
      label: 'Which group is it counted in?',
      hint: 'Groups of the 2021 census. Ask them',
      choices: BACKGROUNDS,
    },
    { kind: 'choice', name: 'said_by', label: 'Who said it?', choices: SAID_BY },
    { kind: 'text', name: 'note', label: 'Note (optional)' },
  ],
  read: (typed) => {
    const read = form.safeParse(typed)
    return read.success ? { columns: read.data } : { problems: problemsOf(read.error) }
  },
  typedOf: (row) => ({
    words: textIn(row, 'words'),
    grouped: textIn(row, 'grouped'),
    said_by: textIn(row, 'said_by'),
    note: textIn(row, 'note'),
  }),
  lineOf: (row) => ({
    what: textIn(row, 'words'),
    quoted: false,
    details: said(
      called(BACKGROUNDS, textIn(row, 'grouped')),
      called(SAID_BY, textIn(row, 'said_by')),
      textIn(row, 'note'),
    ),
  }),
  endText: 'This was entered in error, or they describe it differently now',
  findable: false,
  taken: undefined,
}
