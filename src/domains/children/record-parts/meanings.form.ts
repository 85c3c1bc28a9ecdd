import { z } from 'zod'
import { problemsOf } from '#platform/http/form-problem.ts'
import { needed, optional, ownWords, said, textIn, type Part } from './record-part.form.ts'

const form = z.object({
  word: needed('Enter the word', 'The word', 60),
  meaning: ownWords('Enter what the word means to them', 'The meaning', 5000),
  language: optional('The language of the words', 100).transform((text) => text ?? 'en'),
})

/** What words like home, family, childhood and safe mean to this child. */
export const meanings: Part = {
  slug: 'meanings',
  table: 'own_meaning',
  title: 'What words mean to them',
  intro:
    'Home, family, childhood, safe: these do not mean the same to everybody. What a word means to this young person is shown to whoever writes about it.',
  addText: 'Add a word',
  changeText: 'Change what a word means',
  empty: 'Nobody has asked yet what words like home and family mean to them.',
  fields: [
    {
      kind: 'text',
      name: 'word',
      label: 'The word',
      hint: 'For example home, family, childhood, safe, or a word of their own language',
    },
    {
      kind: 'words',
      name: 'meaning',
      label: 'What it means to them',
      hint: 'As they say it',
    },
    {
      kind: 'text',
      name: 'language',
      label: 'Language of the words (optional)',
      hint: 'English if left empty',
    },
  ],
  read: (typed) => {
    const read = form.safeParse(typed)
    return read.success ? { columns: read.data } : { problems: problemsOf(read.error) }
  },
  typedOf: (row) => ({
    word: textIn(row, 'word'),
    meaning: textIn(row, 'meaning'),
    language: textIn(row, 'language') === 'en' ? '' : textIn(row, 'language'),
  }),
  lineOf: (row) => ({
    what: textIn(row, 'meaning'),
    quoted: true,
    details: said(`What “${textIn(row, 'word')}” means`),
  }),
  endText: undefined,
  findable: false,
  taken: { field: 'word', text: 'This word has a meaning already. Go back and change that one.' },
}
