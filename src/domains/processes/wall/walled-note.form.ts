import { z } from 'zod'
import { type Ask, choice, daysOf, needed, ownWords } from '#domains/children/index.ts'
import { type EntryKind, type Has, type ReadEntry, textIn } from '../entries/entry.form.ts'
import { type Form, readAsked } from '../entries/read-asked.form.ts'
import { LEGAL_AREAS } from '../happening.rules.ts'

export const NOTE_KINDS = {
  advice: 'Advice of the lawyer',
  instructions: 'What the young person asked the lawyer to do',
  draft: 'A draft',
  letter: 'A letter between them',
} as const

const ASKS: readonly Ask[] = [
  { kind: 'choice', name: 'area', label: 'Which area of law?', choices: LEGAL_AREAS },
  { kind: 'choice', name: 'kind', label: 'What is it?', choices: NOTE_KINDS },
  { kind: 'text', name: 'fromWhom', label: 'Who said or wrote it?' },
  { kind: 'day', name: 'onDay', label: 'On which day?' },
  { kind: 'words', name: 'words', label: 'What was said or written' },
]

/** What is privileged, for those who are named. */
export const NOTE: EntryKind = {
  slug: 'notes',
  table: 'walled_note',
  part: 'systems/notes',
  addTitle: 'Write behind the wall',
  changeTitle: 'Change what is behind the wall',
  intro: () => [
    'Only the people who are named, and the young person, can read this. It is in no search, no export and no count.',
  ],
  asks: () => ASKS,
  read,
  typedOf: (row) => ({
    area: textIn(row, 'area'),
    kind: textIn(row, 'kind'),
    fromWhom: textIn(row, 'from_whom'),
    ...daysOf('onDay', textIn(row, 'on_day')),
    words: textIn(row, 'words'),
  }),
  toldOf: (row) => [{ label: 'It says:', text: textIn(row, 'words') }],
}

const schema = z.object({
  area: choice(LEGAL_AREAS, 'Choose the area of law'),
  kind: choice(NOTE_KINDS, 'Choose what it is'),
  fromWhom: needed('Enter who said or wrote it', 'Who said or wrote it', 200),
  words: ownWords('Enter what was said or written', 'What was said or written', 10_000),
})

function read(form: Form, has: Has): ReadEntry {
  const found = readAsked(form, has.today, schema, { onDay: { called: 'the day', needed: true } })
  if ('problems' in found) return found
  const { value, days } = found
  return {
    columns: {
      area: value.area,
      kind: value.kind,
      from_whom: value.fromWhom,
      on_day: days.onDay ?? has.today,
      words: value.words,
    },
  }
}
