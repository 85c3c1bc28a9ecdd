import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { languageName } from '#kernel/languages.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { carersOf, findCarer } from '../carer.queries.ts'
import {
  ACCESS,
  CARER_PARTS,
  gapInWords,
  NIGHT,
  PLACE_KINDS,
  RUN_BY,
  SPECIALIST,
} from '../home.rules.ts'
import { findPlace, gapsOfPlace, placesOf } from '../place.queries.ts'
import { trainingOf } from '../training.queries.ts'

const may = 'homes.read'

/** The organisation's homes for children, by name: what kind, how much room, who is there at night. */
export const seePlaces: Page = {
  method: 'GET',
  url: '/homes',
  may,
  audit: { action: 'homes.list' },
  async answer(visit): Promise<Answer> {
    const places = await placesOf(visit.tx)
    const page = {
      title: 'Homes and carers',
      mayKeep: mayDo(visit.actor.role, 'homes.keep'),
      places: places.map((p) => ({
        href: `/homes/${p.id}`,
        called: p.called,
        kind: PLACE_KINDS[p.kind],
        room: `Room for ${p.roomFor}; ${p.living} live there`,
        night: `At night: ${NIGHT[p.night].toLowerCase()}`,
        carers: p.carers === 1 ? 'One person cares there' : `${p.carers} people care there`,
      })),
    }
    return { kind: 'view', template: 'domains/home/see-places/see-places.njk', model: { page } }
  },
}

/** One home: what it can do, who cares there, and what they lack today. */
export const seePlace: Page = {
  method: 'GET',
  url: '/homes/:place',
  may,
  audit: { action: 'homes.see' },
  async answer(visit): Promise<Answer> {
    const place = await findPlace(visit.tx, visit.params['place'])
    if (!place) return { kind: 'not-found' }
    const gaps = await gapsOfPlace(visit.tx, place.id, londonCalendarDay(visit.now))
    const page = {
      title: place.called,
      here: `/homes/${place.id}`,
      mayKeep: mayDo(visit.actor.role, 'homes.keep'),
      ended: place.endedOn && inWords(place.endedOn),
      lines: [
        { label: 'Kind', text: PLACE_KINDS[place.kind] },
        { label: 'Run by', text: RUN_BY[place.runBy] },
        { label: 'Room for', text: String(place.roomFor) },
        { label: 'At short notice', text: place.atShortNotice ? 'Yes, on the same day' : 'No' },
        { label: 'At night', text: NIGHT[place.night] },
        { label: 'Especially for', text: place.specialist.map((s) => SPECIALIST[s]).join('; ') },
        { label: 'Getting about', text: place.access.map((a) => ACCESS[a]).join('; ') },
        { label: 'Good to know', text: place.note ?? '' },
      ].filter((line) => line.text !== ''),
      gaps: gaps.map((gap) => gapInWords(gap, inWords)),
      carers: (await carersOf(visit.tx, place.id)).map((c) => ({
        href: `/homes/carers/${c.id}`,
        name: c.name,
        part: CARER_PARTS[c.part],
        languages: c.languages.map(languageName).join(', '),
      })),
    }
    return { kind: 'view', template: 'domains/home/see-places/see-place.njk', model: { page } }
  },
}

/** Somebody who cares in a home: languages, what they are there for, what they learnt and until when it holds. */
export const seeCarer: Page = {
  method: 'GET',
  url: '/homes/carers/:carer',
  may,
  audit: { action: 'homes.carer' },
  async answer(visit): Promise<Answer> {
    const carer = await findCarer(visit.tx, visit.params['carer'])
    if (!carer) return { kind: 'not-found' }
    const page = {
      title: carer.name,
      here: `/homes/carers/${carer.id}`,
      place: { text: carer.placeCalled, href: `/homes/${carer.placeId}` },
      mayKeep: mayDo(visit.actor.role, 'homes.keep'),
      lines: [
        { label: 'Part', text: CARER_PARTS[carer.part] },
        { label: 'Languages', text: carer.languages.map(languageName).join('; ') },
        { label: 'Especially for', text: carer.specialist.map((s) => SPECIALIST[s]).join('; ') },
        { label: 'Since', text: inWords(carer.beganOn) },
        { label: 'Until', text: carer.endedOn ? inWords(carer.endedOn) : '' },
      ].filter((line) => line.text !== ''),
      training: await trainingLines(visit, carer.id),
    }
    return { kind: 'view', template: 'domains/home/see-places/see-carer.njk', model: { page } }
  },
}

async function trainingLines({ tx, now }: Visit, carer: string) {
  const today = londonCalendarDay(now)
  return (await trainingOf(tx, carer)).map((t) => ({
    id: t.id,
    called: t.called,
    done: `${inWords(t.doneOn)}, given by ${t.givenBy}`,
    holds:
      t.expiresOn >= today
        ? `Holds until ${inWords(t.expiresOn)}`
        : `Held until ${inWords(t.expiresOn)}`,
    notSoBecause: t.notSoBecause,
  }))
}
