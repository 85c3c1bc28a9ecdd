import type { CalendarDay } from '#kernel/calendar-day.ts'
import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import type { Answer } from '#platform/http/page.ts'
import { daysOf } from '#domains/children/index.ts'
import { BOX_NAMES, boxesOf, type PartialDay } from './partial-day.rules.ts'

/** The questions of a form of this domain, written down once for reading and for showing. */
export type Choices = Readonly<Record<string, string>>
export type Question = {
  readonly name: string
  readonly label: string
  readonly hint?: string
} & (
  | { readonly kind: 'text' | 'words' | 'day' | 'partial' }
  | { readonly kind: 'choice' | 'pick'; readonly choices: Choices }
  | { readonly kind: 'ticks'; readonly groups: readonly Group[] }
)
export type Group = { readonly title: string; readonly choices: Choices }

/** What stands in the boxes; a list for what may be ticked several times. */
export type Typed = Readonly<Record<string, unknown>>

export type Aside = {
  readonly title: string
  readonly lines: readonly {
    readonly label: string
    readonly text: string
    readonly lang?: string | undefined
  }[]
}

type Given = {
  readonly title: string
  readonly child: { readonly id: string; readonly knownAs: string } | undefined
  readonly back: string
  readonly intro?: readonly string[]
  /** Topics of help beside the decision, by their codes. */
  readonly help?: readonly string[]
  /** What stands beside the questions: the child's own words before all else. */
  readonly asides?: readonly Aside[]
  readonly questions: readonly Question[]
  readonly typed?: Typed
  readonly version?: number
  readonly submit?: string
  readonly problems?: readonly Problem[]
  readonly meanwhile?: Aside | undefined
}

export type QuestionPage = Omit<Given, 'questions' | 'typed' | 'problems'> & {
  readonly fields: readonly Field[]
  readonly errors: Errors
}

type Item = { readonly value: string; readonly text: string; readonly checked: boolean }
type Field = Question & {
  readonly value: string
  readonly items: readonly (Item & { readonly selected: boolean })[]
  readonly parts: readonly { readonly title: string; readonly items: readonly Item[] }[]
  readonly boxes: readonly {
    readonly name: string
    readonly text: string
    readonly width: number
    readonly value: string
  }[]
}

const textAt = (typed: Typed, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

function chosenAt(typed: Typed, name: string): readonly unknown[] {
  const value = typed[name]
  return Array.isArray(value) ? value : [value]
}

const WIDTHS = { day: 2, month: 3, year: 4, yearTo: 4 } as const
const BOX_TEXTS = {
  day: 'Day',
  month: 'Month',
  year: 'Year',
  yearTo: 'To year (if not sure)',
} as const

function fieldOf(question: Question, typed: Typed): Field {
  const { name } = question
  const chosen = chosenAt(typed, name)
  const items = (choices: Choices) =>
    Object.entries(choices).map(([value, text]) => ({
      value,
      text,
      checked: chosen.includes(value),
      selected: chosen.includes(value),
    }))
  const boxes = question.kind === 'partial' ? BOX_NAMES : BOX_NAMES.slice(0, 3)
  return {
    ...question,
    value: textAt(typed, name),
    items: 'choices' in question ? items(question.choices) : [],
    parts:
      'groups' in question
        ? question.groups.map((g) => ({ title: g.title, items: items(g.choices) }))
        : [],
    boxes: boxes.map((box) => ({
      name: `${name}-${box}`,
      text: BOX_TEXTS[box],
      width: WIDTHS[box],
      value: textAt(typed, `${name}-${box}`),
    })),
  }
}

/** The form with what was typed in it, and what is wrong with that. */
export function questionPage({ questions, typed = {}, problems = [], ...page }: Given): Answer {
  const fields = questions.map((q) => fieldOf(q, typed))
  const model: QuestionPage = { ...page, fields, errors: errorsOf(problems) }
  const wrong = problems.length > 0 ? 422 : 200
  return {
    kind: 'view',
    status: page.meanwhile ? 409 : wrong,
    template: 'domains/identification/question-page.njk',
    model: { page: model },
  }
}

/** A day as far as it is known, as it stands in its boxes. */
export function partialBoxes(name: string, day: PartialDay | undefined): Typed {
  if (!day) return {}
  return Object.fromEntries(
    Object.entries(boxesOf(day)).map(([box, text]) => [`${name}-${box}`, text]),
  )
}

export const dayBoxes = (name: string, day: CalendarDay | undefined): Typed => daysOf(name, day)
