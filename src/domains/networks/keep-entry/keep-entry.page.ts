import { inWords } from '#kernel/calendar-day.ts'
import type { Visit } from '#platform/http/page.ts'
import type { Reading } from '#platform/http/reading.ts'
import { type Ask, type AskedForm, askedPages, daysOf } from '#domains/children/index.ts'
import { isNamed } from '../grants.queries.ts'
import {
  addEntry,
  changeEntry,
  type Entry,
  type EntryToKeep,
  findEntry,
} from '../network.queries.ts'
import { ENTRY_KINDS, SURE } from '../networks.rules.ts'

const KIND: Ask = { kind: 'choice', name: 'kind', label: 'What is it?', choices: ENTRY_KINDS }
const ASKS: readonly Ask[] = [
  {
    kind: 'text',
    name: 'called',
    label: 'Name, number or description',
    hint: 'A young person is never an entry. They are linked with one',
  },
  { kind: 'words', name: 'known', label: 'What is known?' },
  { kind: 'text', name: 'source', label: 'From whom or where is it known?' },
  { kind: 'choice', name: 'sure', label: 'How sure is it?', choices: SURE },
  {
    kind: 'day',
    name: 'againOn',
    label: 'When does somebody look whether it may still be kept?',
    hint: 'Within a year',
  },
]
const NOT_SO: Ask = {
  kind: 'text',
  name: 'notSoBecause',
  label: 'Not so, or no longer kept: why? (leave it empty otherwise)',
}

export const ONLY_SEEN_HERE =
  'Only those who are named for the networks read this. Write what was seen or said, and by whom: never what somebody is.'

const ADD: AskedForm<'new', EntryToKeep> = {
  url: '/networks/add',
  may: 'networks.open',
  audit: { ask: 'networks.ask', keep: 'networks.add' },
  find: async ({ tx }) => ((await isNamed(tx)) ? 'new' : undefined),
  title: 'An entry of the networks',
  back: () => '/networks',
  intro: () => [ONLY_SEEN_HERE],
  asks: () => [KIND, ...ASKS],
  read: (read) => {
    const kind = read.choice('kind', ENTRY_KINDS, 'Choose what it is')
    const rest = readRest(read)
    return kind && rest && { kind, ...rest, notSoBecause: undefined }
  },
  async keep({ tx }, _found, entry) {
    return { to: `/networks/${await addEntry(tx, entry)}` }
  },
}

/** Undefined for whoever is not named: the database shows them no row. */
export const entryOf = (visit: Visit) => findEntry(visit.tx, visit.params['entry'])

const CHANGE: AskedForm<Entry, EntryToKeep> = {
  url: '/networks/:entry/change',
  may: 'networks.open',
  audit: { ask: 'networks.ask', keep: 'networks.change' },
  find: entryOf,
  title: 'Change an entry of the networks',
  back: (entry) => `/networks/${entry.id}`,
  intro: () => [ONLY_SEEN_HERE],
  asks: () => [...ASKS, NOT_SO],
  typed: (entry) => ({
    called: entry.called,
    known: entry.known ?? '',
    source: entry.source,
    sure: entry.sure,
    notSoBecause: entry.notSoBecause ?? '',
    ...daysOf('againOn', entry.againOn),
  }),
  version: (entry) => entry.version,
  read: (read, { kind }) => {
    const notSoBecause = read.maybe('notSoBecause', 2000)
    const rest = readRest(read)
    return rest && { kind, ...rest, notSoBecause }
  },
  async keep({ tx }, entry, change, version) {
    const to = `/networks/${entry.id}`
    if (await changeEntry(tx, { id: entry.id, version }, change)) return { to }
    const now = (await findEntry(tx, entry.id)) ?? entry
    const lines = [
      { label: 'Called', text: now.called },
      { label: 'What is known', text: now.known ?? '' },
      { label: 'From', text: now.source },
      { label: 'How sure', text: SURE[now.sure] },
      { label: 'Looked at again', text: inWords(now.againOn) },
    ]
    return { meanwhile: { by: now.by, lines }, version: now.version }
  },
}

function readRest(read: Reading): Omit<EntryToKeep, 'kind' | 'notSoBecause'> | undefined {
  const called = read.needed('called', 'Enter a name, number or description', 300)
  const known = read.maybe('known', 5000)
  const source = read.needed('source', 'Enter from whom or where it is known', 500)
  const sure = read.choice('sure', SURE, 'Choose how sure it is')
  const againOn = read.day('againOn', 'Enter when somebody looks again', { from: read.today })
  const aYearOn = `${Number(read.today.slice(0, 4)) + 1}${read.today.slice(4)}`
  if (againOn && againOn > aYearOn) read.wrong('againOn', 'Enter a day within a year')
  return sure && againOn && { called, known, source, sure, againOn }
}

export const entryPages = [...askedPages(ADD), ...askedPages(CHANGE)]
