/** What we hold to be true of a decision in a child's best interests. Pure. */
import type { CalendarDay } from '#kernel/calendar-day.ts'

export const WEIGHTS = {
  followed: 'It is what they want',
  most: 'It weighed most, and something else was chosen',
  some: 'It weighed as much as other things',
  little: 'It weighed less than other things',
} as const

export const CHILD_STANDS = {
  agrees: 'They agree',
  partly: 'They agree with a part of it',
  disagrees: 'They disagree',
  not_known: 'It is not known yet',
} as const

export const OTHERS_STAND = {
  nobody: 'Nobody else disagrees. Everybody who has a part in it was asked',
  somebody: 'Somebody else disagrees',
} as const

export const WHOSE = {
  child: 'The child’s',
  family: 'Somebody of their family’s',
  professional: 'A professional’s',
} as const

export const SAID_BY = {
  child: 'By themselves',
  child_with_someone: 'With somebody’s help',
  somebody_for_them: 'Through somebody who speaks for them',
} as const

/** Why nobody could ask yet. Each is about the moment or about us, and never a reason not to try again. */
export const NOT_HEARD = {
  did_not_want: 'They did not want to say anything then',
  not_asked: 'Nobody asked them',
  no_interpreter: 'There was no interpreter they accept',
  not_safe: 'It was not safe to ask',
  away: 'They were away, or missing',
  unwell: 'They were too unwell',
  too_urgent: 'It could not wait',
} as const

export type Choices = Readonly<Record<string, string>>

export type Heard = {
  readonly kind: 'said' | 'not_yet'
  readonly onDay: CalendarDay
  readonly nextOn: CalendarDay | undefined
}

/** A decision as far as it has come, for finding out what it lacks. */
export type DecisionParts = {
  readonly options: number
  readonly heard: readonly Heard[]
  readonly weight: string | undefined
  readonly weightWhy: string | undefined
  readonly chosenOption: string | undefined
  readonly reasons: string | undefined
  readonly childStands: string | undefined
  readonly othersStand: string | undefined
  readonly dissent: readonly { readonly whose: string }[]
  readonly toldOn: CalendarDay | undefined
  readonly tellNextOn: CalendarDay | undefined
}

export const GAP_WORDS = {
  options: 'Write down at least two options, with what speaks for and against each',
  view: 'Write down what they say in their own words; or why nobody could ask yet, and the day of the next attempt',
  weight: 'Write down what weight their view had, and why',
  choice: 'Choose an option',
  reasons: 'Write down the reasons',
  dissent: 'Say whether they agree, and whether anybody else disagrees',
  'dissent-of-child': 'Write down what they disagree with, in their words',
  'dissent-of-others': 'Write down who else disagrees, and with what',
  told: 'Write down what they were told and how; or why not yet, and the day of the next attempt',
} as const
export type Gap = keyof typeof GAP_WORDS

/** The view is there when they said something; or when the last attempt failed and the next one is still to come. */
export function viewIsThere(heard: readonly Heard[], today: CalendarDay): boolean {
  if (heard.some((h) => h.kind === 'said')) return true
  const last = heard.at(-1)
  return last?.nextOn !== undefined && last.nextOn >= today
}

const disagreementOf = (p: DecisionParts, whose: (w: string) => boolean): boolean =>
  p.dissent.some((d) => whose(d.whose))

const NEEDED: readonly (readonly [Gap, (p: DecisionParts, today: CalendarDay) => boolean])[] = [
  ['options', (p) => p.options >= 2],
  ['view', (p, today) => viewIsThere(p.heard, today)],
  [
    'weight',
    (p) =>
      !p.heard.some((h) => h.kind === 'said') ||
      (p.weight !== undefined && p.weightWhy !== undefined),
  ],
  ['choice', (p) => p.chosenOption !== undefined],
  ['reasons', (p) => p.reasons !== undefined],
  ['dissent', (p) => p.childStands !== undefined && p.othersStand !== undefined],
  [
    'dissent-of-child',
    (p) =>
      !['partly', 'disagrees'].includes(p.childStands ?? '') ||
      disagreementOf(p, (w) => w === 'child'),
  ],
  [
    'dissent-of-others',
    (p) => p.othersStand !== 'somebody' || disagreementOf(p, (w) => w !== 'child'),
  ],
  [
    'told',
    (p, today) => p.toldOn !== undefined || (p.tellNextOn !== undefined && p.tellNextOn >= today),
  ],
]

/** Everything a decision lacks before it can be finished; the database asks the same again. */
export const gapsIn = (parts: DecisionParts, today: CalendarDay): readonly Gap[] =>
  NEEDED.filter(([, there]) => !there(parts, today)).map(([gap]) => gap)
