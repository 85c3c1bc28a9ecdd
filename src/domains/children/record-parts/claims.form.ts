import { z } from 'zod'
import { problemsOf } from '#platform/http/form-problem.ts'
import { called, CLAIM_KINDS, CLAIM_SOURCES } from '../child.rules.ts'
import { choice, needed, said, textIn, type Part } from './record-part.form.ts'

const form = z.object({
  kind: choice(CLAIM_KINDS, 'Choose what it is'),
  value: needed('Enter what is said', 'What is said', 200),
  source: choice(CLAIM_SOURCES, 'Choose who says so'),
})

/** What forms ask for: claims with who said so. In no heading and no list, and read by no rule about the child. */
export const claims: Part = {
  slug: 'claims',
  table: 'child_claim',
  title: 'What forms ask for',
  intro:
    'Where this young person was born, their gender, their nationalities, and references of the Home Office: written down once, so that nobody asks again for each form. Several may stand side by side, nothing here needs any of them, and none says anything about what a young person needs.',
  addText: 'Add what is said',
  changeText: 'Change what is said',
  empty: 'Nothing is written down. Nothing here needs it.',
  fields: [
    { kind: 'choice', name: 'kind', label: 'What is it?', choices: CLAIM_KINDS },
    {
      kind: 'text',
      name: 'value',
      label: 'What is said?',
      hint: 'As they say it. For a nationality one entry each',
    },
    { kind: 'choice', name: 'source', label: 'Who says so?', choices: CLAIM_SOURCES },
  ],
  read: (typed) => {
    const read = form.safeParse(typed)
    return read.success ? { columns: read.data } : { problems: problemsOf(read.error) }
  },
  typedOf: (row) => ({
    kind: textIn(row, 'kind'),
    value: textIn(row, 'value'),
    source: textIn(row, 'source'),
  }),
  lineOf: (row) => ({
    what: `${called(CLAIM_KINDS, textIn(row, 'kind'))}: ${textIn(row, 'value')}`,
    quoted: false,
    details: said(called(CLAIM_SOURCES, textIn(row, 'source'))),
  }),
  endText: 'This was entered in error, or nobody says so any more',
  findable: false,
  taken: undefined,
}
