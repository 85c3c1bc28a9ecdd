import { calendarDay, type CalendarDay, inWords } from '#kernel/calendar-day.ts'
import { listOf, textOf } from '#platform/http/fields.ts'
import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import {
  CONFIDENCE,
  COSTS,
  INTERPRETER,
  NATION_NAMES,
  ON_BILL,
  type Place,
  PLACE_KINDS,
  shownPlaces,
} from '../places.rules.ts'
import { holdsUntil, isPast } from '../rights.rules.ts'
import { NATIONS } from '../rights-texts.rules.ts'

type At = { readonly days: number; readonly today: CalendarDay }

const dayOf = (text: string): string => {
  const day = calendarDay(text)
  return day ? inWords(day) : text
}

export type PlaceRow = {
  readonly href: string
  readonly name: string
  readonly reach: string
  readonly where: string
  readonly owner: string
  readonly checked: string
  readonly past: boolean
  readonly sure: string
  readonly state: string | undefined
}

export type KeepPlacesView = {
  readonly title: string
  readonly past: readonly PlaceRow[]
  readonly rows: readonly PlaceRow[]
}

/** Every place, what nobody looked at in time first. */
export function keepPlacesView(places: readonly Place[], at: At): KeepPlacesView {
  const shown = new Set(shownPlaces(places, undefined).map((p) => p.id))
  const rows = places.map((place) => placeRow(place, shown.has(place.id), at))
  return {
    title: 'Places they can call',
    past: rows.filter((r) => r.past),
    rows: rows.filter((r) => !r.past),
  }
}

function placeRow(place: Place, shown: boolean, { days, today }: At): PlaceRow {
  const until = dayOf(holdsUntil(place.checkedOn, days))
  return {
    href: `/help-places/${place.id}`,
    name: place.name,
    reach: [place.phone, place.textTo, place.chat].filter((x) => x !== undefined).join(' · '),
    where: place.nations.map((n) => NATION_NAMES[n]).join(', '),
    owner: place.owner ?? 'The people who make Waymark. Nobody here owns it yet',
    checked: `Looked at on ${dayOf(place.checkedOn)}, holds until ${until}`,
    past: shown && isPast(place.checkedOn, days, today),
    sure: CONFIDENCE[place.confidence],
    state: shown ? undefined : 'Not shown to young people',
  }
}

type Item = { readonly value: string; readonly text: string; readonly checked: boolean }

export type KeepPlaceView = {
  readonly title: string
  readonly heading: string
  readonly row: PlaceRow | undefined
  /** Where the form goes; undefined for one that came with the product. */
  readonly to: string | undefined
  readonly checkAt: string | undefined
  readonly insteadAt: string | undefined
  readonly version: number
  readonly values: Readonly<Record<string, string>>
  readonly items: Readonly<
    Record<
      'kind' | 'cost' | 'onBill' | 'interpreter' | 'confidence' | 'nations' | 'inUse',
      readonly Item[]
    >
  >
  readonly kept: PlaceRow | undefined
  readonly how: string
  readonly errors: Errors
}

export type KeepPlaceGiven = At & {
  readonly place: Place | undefined
  /** What a new one of theirs is to stand instead of. */
  readonly begin: Place | undefined
  readonly typed: Readonly<Record<string, unknown>> | undefined
  readonly conflict: boolean
  readonly problems: readonly Problem[]
}

const TEXTS = ['name', 'helpsWith', 'phone', 'textTo', 'chat', 'hours', 'source'] as const

/** One place: to change when it is theirs, to say that it still holds, or to let one of theirs stand instead. */
export function keepPlaceView(given: KeepPlaceGiven): KeepPlaceView {
  const { place, typed } = given
  const from = place ?? given.begin
  const values = typed ? valuesTyped(typed) : valuesOf(from)
  const chosen = typed ? listOf(typed, 'nations') : (from?.nations ?? NATIONS)
  const row = place && placeRow(place, place.inUse, given)
  return {
    ...(place ? ofPlace(place) : ofNew(given.begin)),
    row,
    values,
    items: itemsOf(values, chosen),
    kept: given.conflict ? row : undefined,
    how: typed ? textOf(typed, 'how') : '',
    errors: errorsOf(given.problems),
  }
}

type Ways = Pick<KeepPlaceView, 'title' | 'heading' | 'to' | 'checkAt' | 'insteadAt' | 'version'>

/** One that came with the product is not changed: one of theirs can stand instead of it. */
function ofPlace({ id, code, name, version }: Place): Ways {
  const own = `/help-places/${id}`
  const came = code !== undefined
  return {
    title: 'A place they can call',
    heading: name,
    to: came ? undefined : own,
    checkAt: `${own}/checked`,
    insteadAt: came ? `/help-places/new?instead=${id}` : undefined,
    version,
  }
}

const ofNew = (begin: Place | undefined): Ways => ({
  title: 'Add a place',
  heading: 'Add a place',
  to: begin ? `/help-places/new?instead=${begin.id}` : '/help-places/new',
  checkAt: undefined,
  insteadAt: undefined,
  version: 0,
})

const itemsOf = (
  values: Readonly<Record<string, string>>,
  nations: readonly string[],
): KeepPlaceView['items'] => ({
  kind: items(PLACE_KINDS, values['kind']),
  cost: items(COSTS, values['cost']),
  onBill: items(ON_BILL, values['onBill']),
  interpreter: items(INTERPRETER, values['interpreter']),
  confidence: items(CONFIDENCE, values['confidence']),
  nations: NATIONS.map((n) => ({ value: n, text: NATION_NAMES[n], checked: nations.includes(n) })),
  inUse: items({ yes: 'Yes', no: 'No' }, values['inUse']),
})

const items = (
  names: Readonly<Record<string, string>>,
  chosen: string | undefined,
): readonly Item[] =>
  Object.entries(names).map(([value, text]) => ({ value, text, checked: value === chosen }))

const CHOICES = ['kind', 'cost', 'onBill', 'interpreter', 'confidence', 'inUse', 'languages']

const valuesTyped = (typed: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries([...TEXTS, ...CHOICES].map((name) => [name, textOf(typed, name)]))

function valuesOf(place: Place | undefined): Readonly<Record<string, string>> {
  if (!place) return { inUse: 'yes', languages: 'en' }
  const { kind, cost, onBill, interpreter, confidence } = place
  return {
    ...Object.fromEntries(TEXTS.map((name) => [name, place[name] ?? ''])),
    kind,
    cost,
    onBill,
    interpreter,
    confidence,
    languages: place.languages.join(' '),
    inUse: place.inUse ? 'yes' : 'no',
  }
}
