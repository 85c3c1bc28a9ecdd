import { z } from 'zod'
import { problemsOf } from '#platform/http/form-problem.ts'
import { called, NAME_KINDS, scriptInWords, scriptOf } from '../child.rules.ts'
import { choice, needed, optional, said, textIn, type Part } from './record-part.form.ts'

const form = z.object({
  name: needed('Enter the name, as it is written', 'The name', 200),
  kind: choice(NAME_KINDS, 'Choose what kind of name it is'),
  note: optional('The note', 500),
})

/** Every name the child is met under, as written, in any script. */
export const names: Part = {
  slug: 'names',
  table: 'child_name',
  title: 'Names',
  intro:
    'Every name this young person is met under, as it is written, in any script. They can be found by each of them.',
  addText: 'Add a name',
  changeText: 'Change a name',
  empty: 'No other names are written down yet.',
  fields: [
    { kind: 'text', name: 'name', label: 'The name, as it is written', hint: 'In any script' },
    { kind: 'choice', name: 'kind', label: 'What kind of name is it?', choices: NAME_KINDS },
    {
      kind: 'text',
      name: 'note',
      label: 'Note (optional)',
      hint: 'For example, on which document',
    },
  ],
  read: (typed) => {
    const read = form.safeParse(typed)
    if (!read.success) return { problems: problemsOf(read.error) }
    return { columns: { ...read.data, script: scriptOf(read.data.name) } }
  },
  typedOf: (row) => ({
    name: textIn(row, 'name'),
    kind: textIn(row, 'kind'),
    note: textIn(row, 'note'),
  }),
  lineOf: (row) => ({
    what: textIn(row, 'name'),
    quoted: false,
    details: said(
      called(NAME_KINDS, textIn(row, 'kind')),
      textIn(row, 'script') !== 'Latn' && `${scriptInWords(textIn(row, 'script'))} script`,
      textIn(row, 'note'),
    ),
  }),
  endText: 'This name was entered in error, or must no longer be used',
  findable: true,
  taken: undefined,
}
