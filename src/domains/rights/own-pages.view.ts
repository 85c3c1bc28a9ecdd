import { languageName } from '#kernel/languages.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { dayIn, type Frame, frameIn, say } from '#domains/words/index.ts'
import { dial, PLACE_KINDS, type Place, type PlaceKind } from './places.rules.ts'
import { isPast, isSure, SITUATIONS } from './rights.rules.ts'
import { NATIONS, type Nation, type RightText, type Situation } from './rights-texts.rules.ts'
import { lookUp } from '#kernel/look-up.ts'

/** A calendar day in the reader's language: noon, so that no zone moves it. */
const dayText = (language: string, day: string): string =>
  dayIn(language, new Date(`${day}T12:00:00Z`))

export type RightsView = Frame & {
  readonly where: string
  readonly choices: readonly {
    readonly value: Situation
    readonly text: string
    readonly checked: boolean
  }[]
  readonly all: boolean
  readonly lines: readonly {
    readonly code: string
    readonly title: string
    readonly can: string
    readonly ask: string
    readonly no: string
    readonly onlyIn: string | undefined
    readonly checked: string
    readonly warnings: readonly string[]
  }[]
}

export type RightsGiven = {
  readonly language: string
  readonly nation: Nation
  readonly texts: readonly RightText[]
  readonly situations: readonly Situation[]
  readonly all: boolean
  readonly checkedOn: (text: RightText) => string
  readonly days: number
  readonly today: CalendarDay
}

/** What I can ask for: each text with whom to ask, what to do when the answer is no, and when it was looked at. */
export function rightsView(given: RightsGiven): RightsView {
  const frame = frameIn(given.language, false, (w) => w.rights.title)
  const w = frame.w.rights
  return {
    ...frame,
    where: say(w.where, { nation: w.nations[given.nation] }),
    choices: SITUATIONS.map((value) => ({
      value,
      text: w.situations[value],
      checked: given.situations.includes(value),
    })),
    all: given.all,
    lines: given.texts.map((text) => ({
      code: text.code,
      ...w.texts[text.code],
      no: w.no[text.ifNo],
      onlyIn:
        text.nations.length < NATIONS.length && given.all
          ? say(w.onlyIn, { nation: text.nations.map((n) => w.nations[n]).join(', ') })
          : undefined,
      checked: say(w.checked, { day: dayText(frame.language, given.checkedOn(text)) }),
      warnings: [
        ...(isPast(given.checkedOn(text), given.days, given.today) ? [w.past] : []),
        ...(isSure(text, given.nation) ? [] : [w.notSure]),
      ],
    })),
  }
}

export type PlaceLine = {
  readonly name: string
  readonly helpsWith: string
  /** In which language the words are; undefined when they are in the page's own. */
  readonly language: string | undefined
  readonly phone: { readonly shown: string; readonly href: string } | undefined
  readonly textTo: { readonly shown: string; readonly href: string } | undefined
  readonly chat: string | undefined
  readonly hours: string
  readonly cost: string
  readonly onBill: string | undefined
  readonly languages: string
  readonly interpreter: string
  readonly onlyIn: string | undefined
  readonly checked: string
  readonly warning: string | undefined
}

export type PlacesView = Frame & {
  readonly groups: readonly { readonly heading: string; readonly lines: readonly PlaceLine[] }[]
}

export type PlacesGiven = {
  readonly language: string
  readonly places: readonly Place[]
  readonly days: number
  readonly today: CalendarDay
}

/** Whom I can call or write to, in groups, those for danger first. */
export function placesView(given: PlacesGiven): PlacesView {
  const frame = frameIn(given.language, false, (w) => w.places.title)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of our own record
  const kinds = Object.keys(PLACE_KINDS) as readonly PlaceKind[]
  const groups = kinds.map((kind) => ({
    heading: frame.w.places.kinds[kind],
    lines: given.places
      .filter((p) => p.kind === kind)
      .map((place) => placeLine(frame, place, given)),
  }))
  return { ...frame, groups: groups.filter((g) => g.lines.length > 0) }
}

function placeLine(frame: Frame, place: Place, { days, today }: PlacesGiven): PlaceLine {
  const w = frame.w.places
  const came = place.code === undefined ? undefined : lookUp<string>(w.came, place.code)
  return {
    name: place.name,
    helpsWith: came ?? place.helpsWith,
    language: came === undefined ? 'en' : undefined,
    phone:
      place.phone === undefined
        ? undefined
        : { shown: place.phone, href: `tel:${dial(place.phone)}` },
    textTo:
      place.textTo === undefined
        ? undefined
        : { shown: place.textTo, href: `sms:${dial(place.textTo)}` },
    chat: place.chat,
    hours: hoursIn(frame, place),
    cost: w.costs[place.cost],
    onBill: place.phone === undefined ? undefined : w.bill[place.onBill],
    languages: place.languages.map(languageName).join(', '),
    interpreter: w.interpreter[place.interpreter],
    onlyIn:
      place.nations.length < NATIONS.length
        ? say(w.onlyIn, { nation: place.nations.map((n) => frame.w.rights.nations[n]).join(', ') })
        : undefined,
    checked: say(w.checked, { day: dayText(frame.language, place.checkedOn) }),
    warning: warningOf(frame, place, isPast(place.checkedOn, days, today)),
  }
}

/** The two that every place that came uses are in the reader's language; what an organisation wrote is as it wrote it. */
function hoursIn(frame: Frame, place: Place): string {
  if (place.hours === 'Day and night') return frame.w.places.dayAndNight
  return place.code === undefined ? place.hours : frame.w.places.askWhen
}

function warningOf(frame: Frame, place: Place, late: boolean): string | undefined {
  if (late) return frame.w.places.late
  return place.confidence === 'to_be_confirmed' ? frame.w.places.notSure : undefined
}
