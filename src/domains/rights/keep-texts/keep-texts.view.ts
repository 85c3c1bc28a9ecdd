import { calendarDay, type CalendarDay, inWords } from '#kernel/calendar-day.ts'
import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import { wordsFor } from '#domains/words/index.ts'
import { NATION_NAMES } from '../places.rules.ts'
import { holdsUntil, isPast } from '../rights.rules.ts'
import { RIGHT_TEXTS, type Nation, type RightText } from '../rights-texts.rules.ts'

/** Who owns a text that nobody of the organisation has looked at. */
const MAKERS = 'The people who make Waymark. Nobody here owns it yet'

export type CheckShown = {
  readonly checkedOn: string
  readonly owner: string | undefined
  readonly how: string
}

type ClockShown = {
  readonly days: number
  readonly fromDay: string
  readonly source: string
  readonly confidence: string
}

export type KeptLine = {
  readonly href: string
  readonly title: string
  readonly can: string
  readonly where: string
  readonly owner: string
  readonly checked: string
  readonly until: string
  readonly past: boolean
  readonly source: string
  readonly sure: string
  readonly how: string | undefined
}

type At = { readonly days: number; readonly today: CalendarDay }

export const dayOf = (text: string): string => {
  const day = calendarDay(text)
  return day ? inWords(day) : text
}

function keptLine(text: RightText, check: CheckShown | undefined, { days, today }: At): KeptLine {
  const words = wordsFor('en').words.rights.texts[text.code]
  const on = check?.checkedOn ?? text.reviewedOn
  return {
    href: `/rights/${text.code}`,
    title: words.title,
    can: words.can,
    where: text.nations.map((n) => NATION_NAMES[n]).join(', '),
    owner: check ? (check.owner ?? 'Somebody who has left') : MAKERS,
    checked: dayOf(on),
    until: dayOf(holdsUntil(on, days)),
    past: isPast(on, days, today),
    source: text.source,
    sure:
      text.sureIn.length === 0
        ? 'Not read in law: young people are asked to check'
        : `Read in law for ${text.sureIn.map((n) => NATION_NAMES[n]).join(', ')}; elsewhere young people are asked to check`,
    how: check?.how,
  }
}

export type KeepTextsView = {
  readonly title: string
  readonly where: string
  readonly past: readonly KeptLine[]
  readonly lines: readonly KeptLine[]
  readonly clocks: readonly {
    readonly words: string
    readonly lines: readonly {
      readonly text: string
      readonly source: string
      readonly toConfirm: boolean
    }[]
  }[]
  readonly kinds: readonly {
    readonly value: string
    readonly text: string
    readonly checked: boolean
  }[]
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Errors
}

const KINDS = { rights_text: 'A text about rights', help_place: 'A place to call' } as const

export function keepTextsView(
  given: At & {
    readonly nation: Nation
    readonly checks: ReadonlyMap<string, CheckShown>
    readonly clocks: Readonly<Record<keyof typeof KINDS, readonly ClockShown[]>>
    readonly typed: Readonly<Record<string, string>>
    readonly problems: readonly Problem[]
  },
): KeepTextsView {
  const all = RIGHT_TEXTS.map((text) => keptLine(text, given.checks.get(text.code), given))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of our own record
  const kinds = Object.keys(KINDS) as readonly (keyof typeof KINDS)[]
  return {
    title: 'Rights and help',
    where: NATION_NAMES[given.nation],
    past: all.filter((l) => l.past),
    lines: all.filter((l) => !l.past),
    clocks: kinds.map((kind) => ({
      words: KINDS[kind],
      lines: given.clocks[kind].map((c) => ({
        text: `${c.days} days, from ${dayOf(c.fromDay)}`,
        source: c.source,
        toConfirm: c.confidence !== 'certain',
      })),
    })),
    kinds: kinds.map((value) => ({
      value,
      text: KINDS[value],
      checked: given.typed['kind'] === value,
    })),
    typed: given.typed,
    errors: errorsOf(given.problems),
  }
}

export type KeepTextView = {
  readonly title: string
  readonly line: KeptLine
  readonly ask: string
  readonly no: string
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Errors
}

export function keepTextView(
  given: At & {
    readonly text: RightText
    readonly check: CheckShown | undefined
    readonly typed: Readonly<Record<string, string>>
    readonly problems: readonly Problem[]
  },
): KeepTextView {
  const { rights } = wordsFor('en').words
  return {
    title: 'A text about rights',
    line: keptLine(given.text, given.check, given),
    ask: rights.texts[given.text.code].ask,
    no: rights.no[given.text.ifNo],
    typed: given.typed,
    errors: errorsOf(given.problems),
  }
}
