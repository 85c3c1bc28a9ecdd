import { z } from 'zod'
import { problemsOf } from '#platform/http/form-problem.ts'
import { called, NUMBER_KINDS } from '../child.rules.ts'
import { choice, needed, said, textIn, type Part } from './record-part.form.ts'

const form = z.object({
  kind: choice(NUMBER_KINDS, 'Choose what kind of number it is'),
  value: needed('Enter the number', 'The number', 60),
})

/** Numbers other systems know the child by. */
export const numbers: Part = {
  slug: 'numbers',
  table: 'child_identifier',
  title: 'Numbers in other systems',
  intro: 'Numbers that other systems know this young person by. They can be found by each of them.',
  addText: 'Add a number',
  changeText: 'Change a number',
  empty: 'No numbers are written down.',
  fields: [
    { kind: 'choice', name: 'kind', label: 'What kind of number is it?', choices: NUMBER_KINDS },
    { kind: 'text', name: 'value', label: 'The number' },
  ],
  read: (typed) => {
    const read = form.safeParse(typed)
    return read.success ? { columns: read.data } : { problems: problemsOf(read.error) }
  },
  typedOf: (row) => ({ kind: textIn(row, 'kind'), value: textIn(row, 'value') }),
  lineOf: (row) => ({
    what: textIn(row, 'value'),
    quoted: false,
    details: said(called(NUMBER_KINDS, textIn(row, 'kind'))),
  }),
  endText: undefined,
  findable: true,
  taken: {
    field: 'value',
    text: 'This number cannot be added. Check it against where it came from, then ask your manager',
  },
}
