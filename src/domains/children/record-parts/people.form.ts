import { z } from 'zod'
import { problemsOf } from '#platform/http/form-problem.ts'
import { called, CHOSEN_BY } from '../child.rules.ts'
import { choice, needed, optional, said, textIn, type Part } from './record-part.form.ts'

const form = z.object({
  name: needed('Enter the name this person is called by', 'The name', 200),
  who_they_are: needed('Enter who this person is to them', 'Who this person is', 200),
  why: optional('What they say about this person', 2000),
  chosen_by: choice(CHOSEN_BY, 'Choose who named this person'),
})

const trustedWords = (chosenBy: string): string =>
  chosenBy === 'someone_else'
    ? 'An adult they trust, as somebody else wrote before'
    : 'An adult they trust, chosen by them'

/** The people who matter to the child. No way to contact them is kept here. */
export const people: Part = {
  slug: 'people',
  table: 'person_who_matters',
  title: 'People who matter',
  intro:
    'The people who matter to this young person, in their words. Addresses and telephone numbers are not kept here. An adult they trust is chosen by the young person on their own pages, and needs nobody’s approval.',
  addText: 'Add a person',
  changeText: 'Change a person',
  empty: 'Nobody has asked yet who matters to them.',
  fields: [
    { kind: 'text', name: 'name', label: 'What is this person called?' },
    {
      kind: 'text',
      name: 'who_they_are',
      label: 'Who are they to the young person?',
      hint: 'In their own words, for example “like an uncle”',
    },
    { kind: 'words', name: 'why', label: 'What the young person says about them (optional)' },
    { kind: 'choice', name: 'chosen_by', label: 'Who named this person?', choices: CHOSEN_BY },
  ],
  read: (typed) => {
    const read = form.safeParse(typed)
    if (!read.success) return { problems: problemsOf(read.error) }
    // Whom they trust is not among these: only the young person says that, and what stands stays.
    return { columns: read.data }
  },
  typedOf: (row) => ({
    name: textIn(row, 'name'),
    who_they_are: textIn(row, 'who_they_are'),
    why: textIn(row, 'why'),
    chosen_by: textIn(row, 'chosen_by'),
  }),
  lineOf: (row) => ({
    what: textIn(row, 'name'),
    quoted: false,
    details: said(
      textIn(row, 'who_they_are'),
      row['trusted_adult'] === true && trustedWords(textIn(row, 'chosen_by')),
      row['chosen_by'] === 'someone_else' && called(CHOSEN_BY, 'someone_else'),
      textIn(row, 'why') && `“${textIn(row, 'why')}”`,
    ),
  }),
  endText: 'The young person no longer wants this person here, or it was entered in error',
  findable: false,
  taken: undefined,
}
