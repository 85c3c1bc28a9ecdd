import { articleInWords, ARTICLES } from './articles.rules.ts'
import { called, CONFIDENCES, DIRECTIONS, MEASURE_KINDS } from './assessment.rules.ts'
import { detail, type EntryKind, named } from './entry.form.ts'
import { listIn, textIn } from './fields.form.ts'

export const IMPACTS: EntryKind = {
  slug: 'impacts',
  table: 'assessment_impact',
  title: 'What it does to rights',
  intro:
    'One row for one option, one group, one article and one outcome. The outcome is the same one that young people speak about in check-ins, so that what is expected here can be looked at later. Rows are never added up.',
  addText: 'Add an effect',
  changeText: 'Change an effect',
  empty: 'No effect has been written down yet.',
  fields: [
    {
      kind: 'radios',
      name: 'option_id',
      label: 'Which option?',
      from: 'options',
      need: 'Choose which option; there must be one first',
    },
    {
      kind: 'radios',
      name: 'group_id',
      label: 'Which group?',
      from: 'groups',
      need: 'Choose which group; there must be one first',
    },
    {
      kind: 'select',
      name: 'article',
      label: 'Which article of the Convention?',
      codes: Object.fromEntries(
        ARTICLES.map(({ number }) => [String(number), articleInWords(number)]),
      ),
      need: 'Choose an article of the Convention from the list: 1 to 42',
    },
    {
      kind: 'select',
      name: 'outcome_id',
      label: 'On which outcome would it be felt?',
      hint: 'From a framework in use',
      from: 'outcomes',
      need: 'Choose an outcome of a framework that is in use. The one chosen is not, or no longer.',
    },
    {
      kind: 'radios',
      name: 'direction',
      label: 'What would it do?',
      codes: DIRECTIONS,
      need: 'Choose what it would do',
    },
    {
      kind: 'words',
      name: 'effect',
      label: 'In what way?',
      need: 'Enter in what way',
      max: 2000,
    },
    {
      kind: 'ticks',
      name: 'evidence_ids',
      label: 'On which evidence does this stand?',
      from: 'evidence',
    },
    {
      kind: 'radios',
      name: 'confidence',
      label: 'How sure is this?',
      codes: CONFIDENCES,
      need: 'Choose how sure this is',
    },
    {
      kind: 'words',
      name: 'mitigation',
      label: 'What will be done about harm, or why can nothing be done?',
      hint: 'Needed where it harms or is mixed',
      max: 2000,
    },
  ],
  check: (values) => {
    const evidence = Array.isArray(values['evidence_ids']) ? values['evidence_ids'].length : 0
    const none = values['confidence'] === 'no_evidence'
    const harms = values['direction'] === 'harms' || values['direction'] === 'mixed'
    return [
      ...(none === (evidence === 0)
        ? []
        : [
            {
              field: 'confidence',
              text: none
                ? 'There is evidence ticked: say how well it supports this'
                : 'With no evidence ticked, this is “No evidence yet”',
            },
          ]),
      ...(harms && values['mitigation'] === null
        ? [
            {
              field: 'mitigation',
              text: 'Enter what will be done about the harm, or why nothing can be done',
            },
          ]
        : []),
    ]
  },
  lineOf: (row, choices) => ({
    what: `${named(choices, 'options', textIn(row, 'option_id'))} · ${named(choices, 'groups', textIn(row, 'group_id'))}`,
    details: [
      articleInWords(Number(row['article'])),
      `${called(DIRECTIONS, textIn(row, 'direction'))}: ${textIn(row, 'effect')}`,
      `Outcome: ${named(choices, 'outcomes', textIn(row, 'outcome_id'))}`,
      called(CONFIDENCES, textIn(row, 'confidence')),
      ...listIn(row, 'evidence_ids').map((id) => `Evidence: ${named(choices, 'evidence', id)}`),
      ...detail('About the harm', row['mitigation']),
    ],
  }),
}

export const MEASURES: EntryKind = {
  slug: 'measures',
  table: 'assessment_measure',
  title: 'What will be watched',
  intro:
    'The monitoring plan. An assessment without one cannot be published. Where an outcome is watched, the figures already released for your area are shown here and in the review.',
  addText: 'Add something to watch',
  changeText: 'Change what is watched',
  empty: 'Nothing is watched yet.',
  fields: [
    {
      kind: 'radios',
      name: 'kind',
      label: 'What is watched?',
      codes: MEASURE_KINDS,
      need: 'Choose what is watched',
    },
    { kind: 'select', name: 'outcome_id', label: 'Which outcome, if it is one?', from: 'outcomes' },
    { kind: 'line', name: 'name', label: 'What, if it is something else?', max: 300 },
    {
      kind: 'line',
      name: 'source',
      label: 'From which source, if it is something else?',
      max: 500,
    },
    {
      kind: 'line',
      name: 'watched_by',
      label: 'Who watches it?',
      hint: 'A post or a team. It is published.',
      need: 'Enter who watches it',
      max: 200,
    },
    {
      kind: 'day',
      name: 'first_look_on',
      label: 'From which day?',
      need: 'Enter the day of the first look',
    },
    {
      kind: 'words',
      name: 'acts_when',
      label: 'What would make you act, and what would you do?',
      need: 'Enter what would make you act',
      max: 2000,
    },
  ],
  check: (values) => {
    const outcome = values['kind'] === 'outcome'
    const missing = (field: string, text: string) =>
      values[field] === null ? [{ field, text }] : []
    return outcome
      ? missing('outcome_id', 'Choose which outcome is watched')
      : [
          ...missing('name', 'Enter what is watched'),
          ...missing('source', 'Enter from which source'),
        ]
  },
  lineOf: (row, choices) => ({
    what:
      row['kind'] === 'outcome'
        ? named(choices, 'outcomes', textIn(row, 'outcome_id'))
        : textIn(row, 'name'),
    details: [
      ...detail('Source', row['kind'] === 'other' ? row['source'] : ''),
      ...detail('Watched by', row['watched_by']),
      ...detail('We act when', row['acts_when']),
    ],
  }),
}
