import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { languageName } from '#kernel/languages.ts'
import { listOf, textOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  FOUND_AT_ONCE,
  type FoundCarer,
  findTrainedCarers,
  languagesSpoken,
  type Wanted,
} from '../carer.queries.ts'
import {
  ACCESS,
  type Access,
  CARER_PARTS,
  NIGHT,
  PLACE_KINDS,
  SPECIALIST,
  type Specialist,
} from '../home.rules.ts'

/** Carers who are trained today and fit what a child needs. Nobody who is not trained is ever in the answer. */
export const findCarers: Page = {
  method: 'GET',
  url: '/homes/find',
  may: 'homes.read',
  audit: { action: 'homes.find' },
  async answer(visit): Promise<Answer> {
    const languages = await languagesSpoken(visit.tx)
    const wanted = wantedOf(visit, languages)
    const asked = textOf(visit.query, 'look') === 'yes'
    const found = asked ? await findTrainedCarers(visit.tx, wanted) : []
    const page = {
      title: 'Find a carer who is trained now',
      languages: [
        { value: '', text: 'Any language', selected: wanted.language === undefined },
        ...languages
          .map((l) => ({ value: l, text: languageName(l), selected: l === wanted.language }))
          .toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB')),
      ],
      specialist: [
        { value: '', text: 'Anything', selected: wanted.specialist === undefined },
        ...entriesOf(SPECIALIST).map(([value, text]) => ({
          value,
          text,
          selected: value === wanted.specialist,
        })),
      ],
      access: entriesOf(ACCESS).map(([value, text]) => ({
        value,
        text,
        checked: wanted.access.includes(value),
      })),
      ticks: [
        { value: 'notice', text: 'At short notice', checked: wanted.atShortNotice },
        { value: 'house', text: 'Somebody in the house at night', checked: wanted.inTheHouse },
        { value: 'room', text: 'With room now', checked: wanted.withRoom },
      ],
      asked,
      found: found.slice(0, FOUND_AT_ONCE).map(lineOf),
      more: found.length > FOUND_AT_ONCE,
    }
    return { kind: 'view', template: 'domains/home/find-carer/find-carer.njk', model: { page } }
  },
}

function wantedOf({ query, now }: Visit, languages: readonly string[]): Wanted {
  const also = new Set(listOf(query, 'also'))
  const access = new Set(listOf(query, 'access'))
  return {
    day: londonCalendarDay(now),
    language: languages.find((l) => l === textOf(query, 'language')),
    specialist: entriesOf(SPECIALIST).find(([c]) => c === textOf(query, 'specialist'))?.[0],
    access: entriesOf(ACCESS).flatMap(([code]) => (access.has(code) ? [code] : [])),
    atShortNotice: also.has('notice'),
    inTheHouse: also.has('house'),
    withRoom: also.has('room'),
  }
}

const lineOf = (c: FoundCarer) => ({
  href: `/homes/carers/${c.id}`,
  name: c.name,
  part: CARER_PARTS[c.part],
  languages: c.languages.map(languageName).join(', '),
  specialist: c.specialist.map((s) => SPECIALIST[s]).join('; '),
  place: { text: c.placeCalled, href: `/homes/${c.placeId}` },
  kind: PLACE_KINDS[c.kind],
  night: NIGHT[c.night].toLowerCase(),
  notice: c.atShortNotice,
  room: c.room,
})

function entriesOf<C extends Specialist | Access>(
  words: Readonly<Record<C, string>>,
): readonly (readonly [C, string])[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the entries of a record of codes are its codes
  return Object.entries(words) as [C, string][]
}
