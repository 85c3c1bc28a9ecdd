import type { Visit } from '#platform/http/page.ts'
import type { Reading } from '#platform/http/reading.ts'
import {
  type Ask,
  type AskedForm,
  askedPages,
  daysOf,
  type Meanwhile,
} from '#domains/children/index.ts'
import { ACCESS, NIGHT, PLACE_KINDS, RUN_BY, SPECIALIST } from '../home.rules.ts'
import { addPlace, changePlace, findPlace, type Place, type PlaceToKeep } from '../place.queries.ts'

const ASKS: readonly Ask[] = [
  {
    kind: 'text',
    name: 'called',
    label: 'What is it called?',
    hint: 'As people there call it. No address, and no child’s name',
  },
  { kind: 'choice', name: 'kind', label: 'What kind of home is it?', choices: PLACE_KINDS },
  { kind: 'choice', name: 'runBy', label: 'Who runs it?', choices: RUN_BY },
  { kind: 'text', name: 'roomFor', label: 'Room for how many children?' },
  {
    kind: 'tick',
    name: 'atShortNotice',
    label: 'At short notice',
    choices: { yes: 'A child can come on the same day, at night too' },
  },
  { kind: 'choice', name: 'night', label: 'Who is there at night?', choices: NIGHT },
  { kind: 'ticks', name: 'specialist', label: 'There especially for', choices: SPECIALIST },
  { kind: 'ticks', name: 'access', label: 'Getting about there', choices: ACCESS },
  { kind: 'words', name: 'note', label: 'What else should somebody know who looks for a home?' },
]

const ENDS: Ask = {
  kind: 'day',
  name: 'endedOn',
  label: 'No longer a home for children since (leave it empty otherwise)',
}

/** A place where children may live is written down. */
const ADD: AskedForm<'new', PlaceToKeep> = {
  url: '/homes/add',
  may: 'homes.keep',
  audit: { ask: 'homes.ask', keep: 'homes.add' },
  find: async () => 'new',
  title: 'A home for children',
  back: () => '/homes',
  asks: () => ASKS,
  read: readPlace,
  async keep({ tx }, _found, place) {
    return { to: `/homes/${await addPlace(tx, place)}` }
  },
}

export const placeOf = (visit: Visit) => findPlace(visit.tx, visit.params['place'])

const CHANGE: AskedForm<Place, PlaceToKeep> = {
  url: '/homes/:place/change',
  may: 'homes.keep',
  audit: { ask: 'homes.ask', keep: 'homes.change' },
  find: placeOf,
  title: (place) => `Change ${place.called}`,
  back: (place) => `/homes/${place.id}`,
  asks: () => [...ASKS, ENDS],
  typed: (place) => ({
    called: place.called,
    kind: place.kind,
    runBy: place.runBy,
    roomFor: String(place.roomFor),
    atShortNotice: place.atShortNotice ? 'yes' : '',
    night: place.night,
    specialist: place.specialist.join(' '),
    access: place.access.join(' '),
    note: place.note ?? '',
    ...daysOf('endedOn', place.endedOn),
  }),
  version: (place) => place.version,
  read: readPlace,
  async keep({ tx }, place, change, version) {
    if (await changePlace(tx, { id: place.id, version }, change))
      return { to: `/homes/${place.id}` }
    const now = (await findPlace(tx, place.id)) ?? place
    return { meanwhile: saidNow(now), version: now.version }
  },
}

function readPlace(read: Reading): PlaceToKeep | undefined {
  const called = read.needed('called', 'Enter what it is called', 200)
  const kind = read.choice('kind', PLACE_KINDS, 'Choose what kind of home it is')
  const runBy = read.choice('runBy', RUN_BY, 'Choose who runs it')
  const roomFor = read.whole('roomFor', 'Enter for how many there is room', { least: 0, most: 200 })
  const night = read.choice('night', NIGHT, 'Choose who is there at night')
  const endedOn = read.dayOrNone('endedOn', { until: read.today })
  const note = read.maybe('note', 2000)
  if (!kind || !runBy || roomFor === undefined || !night) return undefined
  return {
    called,
    kind,
    runBy,
    roomFor,
    atShortNotice: read.choiceOrNone('atShortNotice', { yes: '' }) === 'yes',
    night,
    specialist: read.ticks('specialist', SPECIALIST),
    access: read.ticks('access', ACCESS),
    note,
    endedOn,
  }
}

const saidNow = (place: Place): Meanwhile => ({
  by: undefined,
  lines: [
    { label: 'Called', text: place.called },
    { label: 'Kind', text: PLACE_KINDS[place.kind] },
    { label: 'Run by', text: RUN_BY[place.runBy] },
    { label: 'Room for', text: String(place.roomFor) },
    { label: 'At night', text: NIGHT[place.night] },
    { label: 'Especially for', text: place.specialist.map((s) => SPECIALIST[s]).join('; ') },
    { label: 'Getting about', text: place.access.map((a) => ACCESS[a]).join('; ') },
    { label: 'Note', text: place.note ?? '' },
  ],
})

export const keepPlacePages = [...askedPages(ADD), ...askedPages(CHANGE)]
