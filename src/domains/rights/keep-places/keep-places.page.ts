import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { textOf, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { addPlace, changePlace, placesOf } from '../places.queries.ts'
import type { Place } from '../places.rules.ts'
import { readCheck } from '../review.form.ts'
import { addCheck, clockOn } from '../reviews.queries.ts'
import { readPlace } from './keep-place.form.ts'
import { keepPlacesView, keepPlaceView } from './keep-places.view.ts'

const may = 'rights.keep'
const ONE = 'domains/rights/keep-places/keep-place.njk'

/** The places young people can call, for whoever keeps them. */
export const seePlacesKept: Page = {
  method: 'GET',
  url: '/help-places',
  may,
  audit: { action: 'help-places.see' },
  async answer(visit): Promise<Answer> {
    const today = londonCalendarDay(visit.now)
    const days = await clockOn(visit.tx, 'help_place', today)
    const page = keepPlacesView(await placesOf(visit.tx), { days, today })
    return { kind: 'view', template: 'domains/rights/keep-places/keep-places.njk', model: { page } }
  },
}

export const askPlace: Page = {
  method: 'GET',
  url: '/help-places/new',
  may,
  audit: { action: 'help-places.see' },
  async answer(visit): Promise<Answer> {
    const begin = await insteadOf(visit)
    return begin === 'none' ? { kind: 'not-found' } : shown(visit, { begin })
  },
}

export const addOwnPlace: Page = {
  method: 'POST',
  url: '/help-places/new',
  may,
  audit: { action: 'help-places.write' },
  async answer(visit): Promise<Answer> {
    const begin = await insteadOf(visit)
    if (begin === 'none') return { kind: 'not-found' }
    const read = readPlace(visit.form, begin?.id)
    if ('problems' in read) return shown(visit, { begin, problems: read.problems })
    const today = londonCalendarDay(visit.now)
    if (await addPlace(visit.tx, visit.actor, read.place, today)) {
      return { kind: 'redirect', to: '/help-places' }
    }
    const text = 'One of yours stands instead of this already. Change that one'
    return shown(visit, { begin, problems: [{ field: 'name', text }] })
  },
}

export const seePlaceKept: Page = {
  method: 'GET',
  url: '/help-places/:place',
  may,
  audit: { action: 'help-places.see' },
  async answer(visit): Promise<Answer> {
    const place = await placeHere(visit)
    return place ? shown(visit, { place }) : { kind: 'not-found' }
  },
}

export const changeOwnPlace: Page = {
  method: 'POST',
  url: '/help-places/:place',
  may,
  audit: { action: 'help-places.write' },
  async answer(visit): Promise<Answer> {
    const place = await placeHere(visit)
    // One that came with the product is not changed: one of theirs can stand instead of it.
    if (!place || place.code !== undefined) return { kind: 'not-found' }
    const read = readPlace(visit.form, place.insteadOf)
    if ('problems' in read) return shown(visit, { place, problems: read.problems })
    const at = { id: place.id, version: versionOf(visit.form), owner: visit.actor.id }
    const today = londonCalendarDay(visit.now)
    if (await changePlace(visit.tx, at, read.place, today)) {
      return { kind: 'redirect', to: '/help-places' }
    }
    return shown(visit, { place: (await placeHere(visit)) ?? place, conflict: true })
  },
}

/** Somebody looked, and it still holds: theirs or one that came with the product. */
export const checkPlace: Page = {
  method: 'POST',
  url: '/help-places/:place/checked',
  may,
  audit: { action: 'help-places.check' },
  async answer(visit): Promise<Answer> {
    const place = await placeHere(visit)
    if (!place) return { kind: 'not-found' }
    const read = readCheck(visit.form)
    if ('problems' in read) return shown(visit, { place, problems: read.problems, check: true })
    const on = londonCalendarDay(visit.now)
    await addCheck(visit.tx, { kind: 'help_place', about: place.id, on, how: read.value.how })
    return { kind: 'redirect', to: '/help-places' }
  },
}

async function placeHere(visit: Visit): Promise<Place | undefined> {
  const id = readId(visit.params['place'])
  return (await placesOf(visit.tx)).find((p) => p.id === id)
}

/** What the address says a new one is to stand instead of; none when there is no such one. */
async function insteadOf(visit: Visit): Promise<Place | undefined | 'none'> {
  const asked = textOf(visit.query, 'instead')
  if (asked === '') return undefined
  const id = readId(asked)
  return (await placesOf(visit.tx)).find((p) => p.id === id && p.code !== undefined) ?? 'none'
}

async function shown(
  visit: Visit,
  what: {
    readonly place?: Place
    readonly begin?: Place | undefined
    readonly problems?: readonly Problem[]
    readonly conflict?: boolean
    readonly check?: boolean
  },
): Promise<Answer> {
  const today = londonCalendarDay(visit.now)
  const again = what.problems !== undefined || what.conflict === true
  const page = keepPlaceView({
    place: what.place,
    begin: what.begin,
    typed: again && !what.check ? visit.form : undefined,
    conflict: what.conflict ?? false,
    problems: what.problems ?? [],
    days: await clockOn(visit.tx, 'help_place', today),
    today,
  })
  const status = what.conflict ? 409 : again ? 422 : 200
  return { kind: 'view', status, template: ONE, model: { page } }
}
