import { called, EVIDENCE_KINDS, STRENGTHS, TOUCHED } from './assessment.rules.ts'
import { detail, type EntryKind } from './entry.form.ts'
import { textIn } from './fields.form.ts'
import { IMPACTS, MEASURES } from './impact.form.ts'
import { INVOLVEMENT, WORDS } from './involvement.form.ts'

const GROUPS: EntryKind = {
  slug: 'groups',
  table: 'assessment_group',
  title: 'Who is affected',
  intro:
    'Groups of children and young people that this reaches. Never a child’s name, and no group so small that somebody would know who is meant.',
  addText: 'Add a group',
  changeText: 'Change a group',
  empty: 'No group has been named yet.',
  fields: [
    { kind: 'line', name: 'name', label: 'Which group?', need: 'Enter which group', max: 200 },
    {
      kind: 'radios',
      name: 'touched',
      label: 'How does it reach them?',
      codes: TOUCHED,
      need: 'Choose how it reaches them',
    },
    {
      kind: 'words',
      name: 'how',
      label: 'What does it touch in their lives?',
      need: 'Enter what it touches in their lives',
      max: 2000,
    },
  ],
  lineOf: (row) => ({
    what: textIn(row, 'name'),
    details: [called(TOUCHED, textIn(row, 'touched')), textIn(row, 'how')],
  }),
}

const OPTIONS: EntryKind = {
  slug: 'options',
  table: 'assessment_option',
  title: 'What could be done',
  intro: 'At least two options. Leaving things as they are is always one of them.',
  addText: 'Add an option',
  changeText: 'Change an option',
  empty: 'No option has been set out yet.',
  fields: [
    {
      kind: 'line',
      name: 'name',
      label: 'What is this option called?',
      need: 'Enter what this option is called',
      max: 200,
    },
    {
      kind: 'words',
      name: 'description',
      label: 'What would be done?',
      need: 'Enter what would be done',
      max: 2000,
    },
    { kind: 'tick', name: 'does_nothing', label: 'This option leaves things as they are' },
  ],
  lineOf: (row) => ({
    what: textIn(row, 'name'),
    details: [
      textIn(row, 'description'),
      ...(row['does_nothing'] === true ? ['Leaves things as they are'] : []),
    ],
  }),
}

const EVIDENCE: EntryKind = {
  slug: 'evidence',
  table: 'assessment_evidence',
  title: 'What is known',
  intro:
    'Each source by itself: what it tells, how strong it is, and what nobody knows yet. What nobody knows is worth as much here as what they do.',
  addText: 'Add evidence',
  changeText: 'Change evidence',
  empty: 'No evidence has been given yet.',
  fields: [
    {
      kind: 'radios',
      name: 'kind',
      label: 'What kind of evidence is it?',
      codes: EVIDENCE_KINDS,
      need: 'Choose what kind of evidence it is',
    },
    {
      kind: 'words',
      name: 'citation',
      label: 'Where is it from?',
      hint: 'So that somebody else can find it: who, what, when, page',
      need: 'Enter where it is from',
      max: 1000,
    },
    {
      kind: 'words',
      name: 'tells',
      label: 'What does it tell about children’s rights?',
      need: 'Enter what it tells',
      max: 3000,
    },
    {
      kind: 'radios',
      name: 'strength',
      label: 'How strong is it?',
      codes: STRENGTHS,
      need: 'Choose how strong it is',
    },
    { kind: 'words', name: 'gaps', label: 'What does it leave open? (optional)', max: 2000 },
  ],
  lineOf: (row) => ({
    what: textIn(row, 'citation'),
    details: [
      called(EVIDENCE_KINDS, textIn(row, 'kind')),
      textIn(row, 'tells'),
      called(STRENGTHS, textIn(row, 'strength')),
      ...detail('Leaves open', row['gaps']),
    ],
  }),
}

/** In the order in which an assessment is written. */
export const ENTRY_KINDS: readonly EntryKind[] = [
  GROUPS,
  OPTIONS,
  EVIDENCE,
  INVOLVEMENT,
  WORDS,
  IMPACTS,
  MEASURES,
]
