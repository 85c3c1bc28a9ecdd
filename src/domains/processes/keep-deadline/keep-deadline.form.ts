import { z } from 'zod'
import { type Ask, choice, daysOf, maybe, needed } from '#domains/children/index.ts'
import { isNoBody } from '../barriers.rules.ts'
import { type EntryKind, type Has, type ReadEntry, textIn } from '../entries/entry.form.ts'
import { type Form, readAsked } from '../entries/read-asked.form.ts'
import { LEGAL_AREAS } from '../happening.rules.ts'

const ASKS: readonly Ask[] = [
  { kind: 'choice', name: 'area', label: 'Which area of law?', choices: LEGAL_AREAS },
  {
    kind: 'text',
    name: 'what',
    label: 'What has to be done?',
    hint: 'Only what has to be done. What a lawyer advises belongs behind the wall',
  },
  { kind: 'day', name: 'dueOn', label: 'By which day?' },
  { kind: 'text', name: 'setBy', label: 'Who set the day?', hint: 'A court, a body, a rule' },
  {
    kind: 'text',
    name: 'owedBy',
    label: 'Who has to do it?',
    hint: 'The lawyer, a worker, a body. Never the child alone',
  },
]

const DONE: readonly Ask[] = [
  { kind: 'day', name: 'metOn', label: 'When was it done? (leave empty if it was not)' },
  { kind: 'text', name: 'notMetWhy', label: 'If it was not done in time: why? (optional)' },
]

/** A day by which something has to be done in law. */
export const DEADLINE: EntryKind = {
  slug: 'deadlines',
  help: ['legal-advice'],
  table: 'legal_deadline',
  part: 'legal-help',
  addTitle: 'A day in law',
  changeTitle: 'Change a day in law',
  intro: () => [],
  asks: (has) => (has.row ? [...ASKS, ...DONE] : ASKS),
  read,
  typedOf: (row) => ({
    area: textIn(row, 'area'),
    what: textIn(row, 'what'),
    ...daysOf('dueOn', textIn(row, 'due_on')),
    setBy: textIn(row, 'set_by'),
    owedBy: textIn(row, 'owed_by'),
    ...daysOf('metOn', textIn(row, 'met_on')),
    notMetWhy: textIn(row, 'not_met_why'),
  }),
  toldOf: (row) => [
    { label: 'What has to be done:', text: textIn(row, 'what') },
    { label: 'By:', text: textIn(row, 'due_on') },
    { label: 'Who has to do it:', text: textIn(row, 'owed_by') },
  ],
}

const schema = z.object({
  area: choice(LEGAL_AREAS, 'Choose the area of law'),
  what: needed('Enter what has to be done', 'What has to be done', 500),
  setBy: needed('Enter who set the day', 'Who set the day', 200),
  owedBy: needed('Enter who has to do it', 'Who has to do it', 200),
  notMetWhy: maybe('Why it was not done', 500),
})

function read(form: Form, has: Has): ReadEntry {
  const found = readAsked(form, has.today, schema, {
    dueOn: { called: 'the day it is due', needed: true, ahead: true },
    metOn: { called: 'the day it was done' },
  })
  if ('problems' in found) return found
  const { value, days } = found
  if (isNoBody(value.owedBy, has.knownAs)) {
    const text =
      'Enter the lawyer, worker or body who has to do it. A child never carries a deadline alone'
    return { problems: [{ field: 'owedBy', text }] }
  }
  return {
    columns: {
      area: value.area,
      what: value.what,
      due_on: days.dueOn ?? has.today,
      set_by: value.setBy,
      owed_by: value.owedBy,
      met_on: days.metOn ?? null,
      not_met_why: value.notMetWhy ?? null,
    },
  }
}
