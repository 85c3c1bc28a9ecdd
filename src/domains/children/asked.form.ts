import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import { listOf } from '#platform/http/fields.ts'
import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import type { Answer } from '#platform/http/page.ts'

/** A question of a form about a child, as it is written down once for reading and for showing. */
export type Ask = {
  readonly kind: 'text' | 'words' | 'choice' | 'select' | 'tick' | 'ticks' | 'day'
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** For a choice: each code and what it is called. For a tick: what is ticked, under yes. A list too long for one page to show at once is a select. */
  readonly choices?: Readonly<Record<string, string>>
}

export type Typed = Readonly<Record<string, string>>

export type AskedField = Ask & {
  readonly value: string
  readonly items: readonly {
    readonly value: string
    readonly text: string
    readonly checked: boolean
  }[]
  readonly boxes: readonly {
    readonly name: string
    readonly text: string
    readonly width: number
    readonly value: string
  }[]
}

/** What somebody else saved while this was being written, for the page to show beside it. */
export type Meanwhile = {
  readonly by: string | undefined
  readonly lines: readonly { readonly label: string; readonly text: string }[]
}

/** A form of staff, shown by one template. */
export type AskedPage = {
  readonly title: string
  readonly child: { readonly id: string; readonly knownAs: string } | undefined
  readonly back: string
  readonly intro: readonly string[]
  /** Topics of help beside the decision, by their codes. */
  readonly help: readonly string[]
  readonly fields: readonly AskedField[]
  readonly version: number
  readonly submit: string
  readonly errors: Errors
  readonly meanwhile: Meanwhile | undefined
}

type Given = {
  readonly title: string
  readonly child?: { readonly id: string; readonly knownAs: string }
  readonly back: string
  readonly intro?: readonly string[]
  readonly help?: readonly string[]
  readonly asks: readonly Ask[]
  readonly typed: Typed
  readonly version?: number
  readonly submit?: string
  readonly problems?: readonly Problem[]
  readonly meanwhile?: Meanwhile | undefined
}

export function askedPage(given: Given): AskedPage {
  return {
    title: given.title,
    child: given.child && { id: given.child.id, knownAs: given.child.knownAs },
    back: given.back,
    intro: given.intro ?? [],
    help: given.help ?? [],
    fields: given.asks.map((ask) => fieldOf(ask, given.typed)),
    version: given.version ?? 0,
    submit: given.submit ?? 'Save',
    errors: errorsOf(given.problems ?? []),
    meanwhile: given.meanwhile,
  }
}

/** The form as an answer: shown, to be put right, or with what somebody else saved meanwhile. */
export function askedAnswer(page: AskedPage, template = 'domains/children/asked-page.njk'): Answer {
  const wrong = page.errors.list.length > 0 ? 422 : 200
  return { kind: 'view', status: page.meanwhile ? 409 : wrong, template, model: { page } }
}

/** For a form of words that are kept: what there is as text, and nothing for what there is not. */
export const typedFrom = (kept: Readonly<Record<string, string | undefined>>): Typed =>
  Object.fromEntries(Object.entries(kept).map(([name, text]) => [name, text ?? '']))

const BOXES = [
  ['day', 'Day', 2],
  ['month', 'Month', 3],
  ['year', 'Year', 4],
] as const

function fieldOf(ask: Ask, typed: Typed): AskedField {
  const value = typed[ask.name] ?? ''
  return {
    ...ask,
    value,
    items: Object.entries(ask.choices ?? {}).map(([code, text]) => ({
      value: code,
      text,
      // Of several ticks the codes stand beside each other: no code has a space in it.
      checked: ask.kind === 'ticks' ? value.split(' ').includes(code) : value === code,
    })),
    boxes: BOXES.map(([part, text, width]) => ({
      name: `${ask.name}-${part}`,
      text,
      width,
      value: typed[`${ask.name}-${part}`] ?? '',
    })),
  }
}

/** A day that is kept, as it stands in its three boxes. */
export function daysOf(name: string, kept: string | undefined | null): Typed {
  const day = kept ? calendarDay(kept) : undefined
  if (!day) return {}
  const [d = '', m = '', y = ''] = inWords(day).split(' ')
  return { [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y }
}

/** What was typed, several ticks of one question included, so that the form can be shown as it was. */
export const typedWithTicks = (form: Readonly<Record<string, unknown>>): Typed =>
  Object.fromEntries(
    Object.entries(form)
      .filter(([name]) => !name.startsWith('_'))
      .flatMap(([name, value]) => {
        if (typeof value === 'string') return [[name, value]]
        return Array.isArray(value) ? [[name, listOf(form, name).join(' ')]] : []
      }),
  )
