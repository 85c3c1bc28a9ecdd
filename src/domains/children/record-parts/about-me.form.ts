import { z } from 'zod'
import { problemsOf } from '#platform/http/form-problem.ts'
import { called, SAID_BY, TOPICS } from '../child.rules.ts'
import { choice, optional, ownWords, said, textIn, type Part } from './record-part.form.ts'

const form = z.object({
  topic: choice(TOPICS, 'Choose what the words are about'),
  words: ownWords('Enter the words, as they were said', 'The words', 5000),
  language: optional('The language of the words', 100).transform((text) => text ?? 'en'),
  said_by: choice(SAID_BY, 'Choose whose words they are'),
  said_by_name: optional('The name', 200),
})

/** The child in their own words, verbatim. */
export const aboutMe: Part = {
  slug: 'about-me',
  table: 'about_me',
  title: 'In their own words',
  intro:
    'What this young person wants known, what they are good at, what helped them get through and what they hope for. Write it as they say it: nothing is corrected or tidied. What happened to them is not asked here.',
  addText: 'Add their words',
  changeText: 'Change their words',
  empty: 'Nobody has asked yet what they want known.',
  fields: [
    { kind: 'choice', name: 'topic', label: 'What are the words about?', choices: TOPICS },
    {
      kind: 'words',
      name: 'words',
      label: 'The words',
      hint: 'In their language if they wish. As they say it.',
    },
    {
      kind: 'text',
      name: 'language',
      label: 'Language of the words (optional)',
      hint: 'For example Tigrinya. English if left empty.',
    },
    { kind: 'choice', name: 'said_by', label: 'Whose words are they?', choices: SAID_BY },
    {
      kind: 'text',
      name: 'said_by_name',
      label: 'Who helped, or who says so (optional)',
    },
  ],
  read: (typed) => {
    const read = form.safeParse(typed)
    return read.success ? { columns: read.data } : { problems: problemsOf(read.error) }
  },
  typedOf: (row) => ({
    topic: textIn(row, 'topic'),
    words: textIn(row, 'words'),
    language: textIn(row, 'language') === 'en' ? '' : textIn(row, 'language'),
    said_by: textIn(row, 'said_by'),
    said_by_name: textIn(row, 'said_by_name'),
  }),
  lineOf: (row) => ({
    what: textIn(row, 'words'),
    quoted: true,
    details: said(
      called(TOPICS, textIn(row, 'topic')),
      called(SAID_BY, textIn(row, 'said_by')),
      textIn(row, 'said_by_name'),
    ),
  }),
  endText: undefined,
  findable: false,
  taken: { field: 'topic', text: 'There are words about this already. Go back and change those.' },
}
