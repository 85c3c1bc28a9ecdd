import type { CalendarDay } from '#kernel/calendar-day.ts'
import { textOf } from '#platform/http/fields.ts'
import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import {
  LEARNING_ENDED,
  LEARNING_KINDS,
  type PlaceOfLearning,
  typedDay,
} from '#domains/children/index.ts'
import { dayIn, type Frame, frameIn, say } from '#domains/words/index.ts'

export type LearningLine = {
  readonly name: string
  readonly kind: string
  readonly when: string
  readonly why: string | undefined
  readonly href: string
}

export type LearningView = Frame & { readonly lines: readonly LearningLine[] }

/** Where I learn and learned, the latest first. */
export function learningView(language: string, places: readonly PlaceOfLearning[]): LearningView {
  const frame = frameIn(language, false, (w) => w.learning.title)
  return { ...frame, lines: places.toReversed().map((place) => lineOf(frame, place)) }
}

function lineOf(frame: Frame, place: PlaceOfLearning): LearningLine {
  const w = frame.w.learning
  const day = (value: CalendarDay) => dayIn(frame.language, new Date(`${value}T12:00:00Z`))
  return {
    name: place.name,
    kind: w.kinds[place.kind],
    when:
      place.endedOn === undefined
        ? say(w.since, { day: day(place.beganOn) })
        : say(w.between, { from: day(place.beganOn), until: day(place.endedOn) }),
    why: place.endedWhy && w.whys[place.endedWhy],
    href: `/me/learning/${place.id}`,
  }
}

type Item = { readonly value: string; readonly text: string; readonly chosen: boolean }

export type WriteLearningView = Frame & {
  readonly errors: Errors
  readonly heading: string
  readonly version: number
  readonly values: Readonly<Record<string, string>>
  readonly kinds: readonly Item[]
  readonly whys: readonly Item[]
  /** Set when it changed meanwhile: what is kept now. */
  readonly kept: LearningLine | undefined
}

const FIELDS = [
  'kind',
  'name',
  'began_on-day',
  'began_on-month',
  'began_on-year',
  'ended_on-day',
  'ended_on-month',
  'ended_on-year',
  'ended_why',
]

export function writeLearningView(given: {
  readonly language: string
  readonly place: PlaceOfLearning | undefined
  /** The form as it was sent; undefined when nothing was typed yet. */
  readonly typed: Readonly<Record<string, unknown>> | undefined
  readonly problems: readonly Problem[]
  readonly conflict: boolean
}): WriteLearningView {
  const frame = frameIn(given.language, false, (w) => w.learning.title)
  const { place, typed } = given
  const values = typed
    ? Object.fromEntries(FIELDS.map((name) => [name, textOf(typed, name)]))
    : valuesOf(place)
  const w = frame.w.learning
  const items = (codes: readonly string[], words: Readonly<Record<string, string>>, name: string) =>
    codes.map((value) => ({ value, text: words[value] ?? value, chosen: values[name] === value }))
  return {
    ...frame,
    errors: errorsOf(given.problems),
    heading: place ? w.change : w.add,
    version: place?.version ?? 0,
    values,
    kinds: items(Object.keys(LEARNING_KINDS), w.kinds, 'kind'),
    whys: items(Object.keys(LEARNING_ENDED), w.whys, 'ended_why'),
    kept: given.conflict && place ? lineOf(frame, place) : undefined,
  }
}

function valuesOf(place: PlaceOfLearning | undefined): Readonly<Record<string, string>> {
  if (!place) return {}
  return {
    kind: place.kind,
    name: place.name,
    ...typedDay('began_on', place.beganOn),
    ...typedDay('ended_on', place.endedOn ?? ''),
    ended_why: place.endedWhy ?? '',
  }
}
