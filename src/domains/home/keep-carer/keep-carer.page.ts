import { isLanguageTag, languageName } from '#kernel/languages.ts'
import type { Visit } from '#platform/http/page.ts'
import type { Reading } from '#platform/http/reading.ts'
import {
  type Ask,
  type AskedForm,
  askedPages,
  daysOf,
  type Meanwhile,
} from '#domains/children/index.ts'
import { addCarer, type Carer, type CarerToKeep, changeCarer, findCarer } from '../carer.queries.ts'
import { CARER_PARTS, SPECIALIST } from '../home.rules.ts'
import { placeOf } from '../keep-place/keep-place.page.ts'
import type { Place } from '../place.queries.ts'

const ASKS: readonly Ask[] = [
  { kind: 'text', name: 'name', label: 'Name' },
  { kind: 'choice', name: 'part', label: 'Their part', choices: CARER_PARTS },
  {
    kind: 'text',
    name: 'languages',
    label: 'Languages they speak',
    hint: 'Their short codes with a space between, like en vi ti',
  },
  {
    kind: 'ticks',
    name: 'specialist',
    label: 'They are there especially for',
    choices: SPECIALIST,
  },
  { kind: 'day', name: 'beganOn', label: 'Since which day do they care there?' },
]

const ENDS: Ask = {
  kind: 'day',
  name: 'endedOn',
  label: 'Until which day? (leave it empty while they care there)',
}

/** Somebody who cares for children in a home. */
const ADD: AskedForm<Place, CarerToKeep> = {
  url: '/homes/:place/carers/add',
  may: 'homes.keep',
  audit: { ask: 'homes.ask', keep: 'homes.carer-add' },
  find: placeOf,
  title: (place) => `Somebody who cares in ${place.called}`,
  back: (place) => `/homes/${place.id}`,
  asks: () => ASKS,
  typed: () => ({ languages: 'en' }),
  read: readCarer,
  async keep({ tx }, place, carer) {
    await addCarer(tx, place.id, carer)
    return { to: `/homes/${place.id}` }
  },
}

export const carerOf = (visit: Visit) => findCarer(visit.tx, visit.params['carer'])

const CHANGE: AskedForm<Carer, CarerToKeep> = {
  url: '/homes/carers/:carer/change',
  may: 'homes.keep',
  audit: { ask: 'homes.ask', keep: 'homes.carer-change' },
  find: carerOf,
  title: (carer) => `Change ${carer.name}`,
  back: (carer) => `/homes/carers/${carer.id}`,
  asks: () => [...ASKS, ENDS],
  typed: (carer) => ({
    name: carer.name,
    part: carer.part,
    languages: carer.languages.join(' '),
    specialist: carer.specialist.join(' '),
    ...daysOf('beganOn', carer.beganOn),
    ...daysOf('endedOn', carer.endedOn),
  }),
  version: (carer) => carer.version,
  read: readCarer,
  async keep({ tx }, carer, change, version) {
    const to = `/homes/carers/${carer.id}`
    if (await changeCarer(tx, { id: carer.id, version }, change)) return { to }
    const now = (await findCarer(tx, carer.id)) ?? carer
    return { meanwhile: saidNow(now), version: now.version }
  },
}

const MOST_LANGUAGES = 20

function readCarer(read: Reading): CarerToKeep | undefined {
  const name = read.needed('name', 'Enter their name', 200)
  const part = read.choice('part', CARER_PARTS, 'Choose their part')
  const beganOn = read.day('beganOn', 'Enter since which day', { until: read.today })
  const endedOn = read.dayOrNone('endedOn', { from: beganOn, until: read.today })
  const languages = readLanguages(read)
  if (!part || !beganOn) return undefined
  return {
    name,
    part,
    languages,
    specialist: read.ticks('specialist', SPECIALIST),
    beganOn,
    endedOn,
  }
}

function readLanguages(read: Reading): readonly string[] {
  const typed = read.maybe('languages', 300) ?? ''
  const tags = [...new Set(typed.split(/[\s,;]+/).filter(Boolean))]
  const odd = tags.find((tag) => !isLanguageTag(tag) || languageName(tag) === tag)
  if (odd !== undefined || tags.length > MOST_LANGUAGES) {
    read.wrong('languages', 'Enter short codes of languages with a space between, like en vi ti')
  }
  return tags
}

const saidNow = (carer: Carer): Meanwhile => ({
  by: undefined,
  lines: [
    { label: 'Name', text: carer.name },
    { label: 'Part', text: CARER_PARTS[carer.part] },
    { label: 'Languages', text: carer.languages.map(languageName).join('; ') },
    { label: 'Especially for', text: carer.specialist.map((s) => SPECIALIST[s]).join('; ') },
  ],
})

export const keepCarerPages = [...askedPages(ADD), ...askedPages(CHANGE)]
