import { howManyInPublic } from './assessment.rules.ts'
import { detail, type EntryKind, named } from './entry.form.ts'
import { textIn } from './fields.form.ts'

export const INVOLVEMENT: EntryKind = {
  slug: 'involvement',
  table: 'assessment_involvement',
  title: 'What children and young people said',
  intro:
    'Who was asked and how, what they said, what changed because of it, and what did not and why. Groups and numbers, never a name. If nobody has been asked yet, say so with the reason, the day, and by when they will be.',
  addText: 'Add who was asked',
  changeText: 'Change who was asked',
  empty: 'Nobody has been asked yet.',
  fields: [
    {
      kind: 'words',
      name: 'who',
      label: 'Who was asked?',
      hint: 'The group, and how they were chosen. No names.',
      need: 'Enter who was asked',
      max: 1000,
    },
    {
      kind: 'whole',
      name: 'how_many',
      label: 'How many?',
      hint: 'Under 5 is printed as “Fewer than 5”',
      need: 'Enter how many were asked, as a whole number from 1',
    },
    {
      kind: 'words',
      name: 'how',
      label: 'How were they asked, and how were they kept safe?',
      need: 'Enter how they were asked',
      max: 2000,
    },
    { kind: 'day', name: 'began_on', label: 'From', need: 'Enter the first day' },
    { kind: 'day', name: 'ended_on', label: 'Until', need: 'Enter the last day' },
    { kind: 'words', name: 'said', label: 'What did they say?', need: 'Enter what they said' },
    {
      kind: 'words',
      name: 'changed',
      label: 'What changed because of it?',
      hint: 'If nothing did, say so',
      need: 'Enter what changed because of it, or that nothing did',
    },
    {
      kind: 'words',
      name: 'not_changed',
      label: 'What did not change, and why?',
      need: 'Enter what did not change, and why',
    },
  ],
  check: (values, today) => {
    const last = String(values['ended_on'])
    if (last < String(values['began_on'])) {
      return [{ field: 'ended_on', text: 'The last day must be the first day or later' }]
    }
    return last > today
      ? [{ field: 'ended_on', text: 'Only what has been asked already is written down here' }]
      : []
  },
  lineOf: (row) => ({
    what: textIn(row, 'who'),
    details: [
      howManyInPublic(Number(row['how_many'])),
      textIn(row, 'how'),
      ...detail('They said', row['said']),
      ...detail('What changed', row['changed']),
      ...detail('What did not, and why', row['not_changed']),
    ],
  }),
}

export const WORDS: EntryKind = {
  slug: 'words',
  table: 'assessment_words',
  title: 'Their own words',
  intro:
    'Only words that somebody agreed to have printed here, exactly as they said them, in their language. Words given for something else are not taken from there. Who said them can take them back at any time: then they are shown nowhere.',
  addText: 'Add words',
  changeText: 'Change words',
  empty: 'Nobody’s own words are printed here.',
  fields: [
    {
      kind: 'radios',
      name: 'involvement_id',
      label: 'When were they said?',
      from: 'involvement',
      need: 'Choose when they were said; write down first who was asked',
    },
    {
      kind: 'words',
      name: 'words',
      label: 'The words, exactly as they were said',
      need: 'Enter the words',
      max: 3000,
      verbatim: true,
    },
    {
      kind: 'line',
      name: 'language',
      label: 'In which language?',
      hint: 'Its code: en, cy, ti, ar',
      need: 'Enter the code of the language, such as en or ti',
      max: 35,
    },
    {
      kind: 'line',
      name: 'said_by',
      label: 'Who said them, without a name?',
      hint: 'Such as “a young person who lives with foster carers”. Nobody must be able to tell who it is.',
      need: 'Enter who said them, without a name',
      max: 200,
    },
    {
      kind: 'tick',
      name: 'agreed',
      label: 'They agreed that these words are printed in this assessment, for anybody to read',
      need: 'Words are printed only when who said them agreed to that',
    },
    {
      kind: 'day',
      name: 'agreed_on',
      label: 'When did they agree?',
      need: 'Enter when they agreed',
    },
    {
      kind: 'line',
      name: 'agreed_how',
      label: 'How did they agree?',
      hint: 'Such as “read back in Tigrinya with an interpreter they chose”. Not published.',
      need: 'Enter how they agreed',
      max: 500,
    },
    {
      kind: 'tick',
      name: 'dissent',
      label: 'They do not agree with the decision',
      hint: 'Printed with the decision, and answered there',
    },
    {
      kind: 'words',
      name: 'answered',
      label: 'What do you answer them?',
      hint: 'Needed where they do not agree',
      max: 3000,
    },
  ],
  check: (values, today) => [
    ...(String(values['agreed_on']) > today
      ? [{ field: 'agreed_on', text: 'They have agreed already: enter today or a day before it' }]
      : []),
    ...(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(String(values['language']))
      ? []
      : [{ field: 'language', text: 'Enter the code of the language, such as en or ti' }]),
    ...(values['dissent'] === true && values['answered'] === null
      ? [{ field: 'answered', text: 'Enter what you answer those who do not agree' }]
      : []),
  ],
  lineOf: (row, choices) =>
    row['taken_back_at']
      ? {
          what: 'These words were taken back by who said them.',
          details: [named(choices, 'involvement', textIn(row, 'involvement_id'))],
        }
      : {
          what: textIn(row, 'said_by'),
          quoted: textIn(row, 'words'),
          language: textIn(row, 'language'),
          details: [
            ...(row['dissent'] === true ? ['Does not agree with the decision'] : []),
            ...detail('Answered', row['answered']),
          ],
        },
}
