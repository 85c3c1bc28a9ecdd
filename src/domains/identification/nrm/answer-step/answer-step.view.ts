import { daysOf } from '#domains/children/index.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { KeptAnswer } from '../answers.queries.ts'
import { type Field, labelOf, listOf, optionsOf, type Step } from '../form.rules.ts'
import { shownAs } from '../casework.rules.ts'
import type { FoundName } from '../names.rules.ts'
import type { Prepared } from '../prepared.rules.ts'
import { besideOf } from '../route.rules.ts'
import { fieldsIn } from './beside-step.rules.ts'

/** One question as its page shows it. */
export type AskedOf = {
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'words' | 'list' | 'choice' | 'tick' | 'ticks' | 'day' | 'documents'
  readonly value: string
  readonly hint: string | undefined
  readonly most: number | undefined
  readonly list: string | undefined
  readonly items: readonly {
    readonly value: string
    readonly text: string
    readonly checked: boolean
  }[]
  readonly boxes: Readonly<Record<string, string>>
  /** Where the answer was read. */
  readonly from: string | undefined
  /** What the record says, where this referral says something else. */
  readonly recordSays: string | undefined
  readonly beside: { readonly field: string; readonly value: string } | undefined
  readonly within: readonly AskedOf[]
}

const KINDS = {
  'input-text': 'text',
  textarea: 'words',
  select: 'list',
  'radio-group': 'choice',
  checkbox: 'tick',
  'checkbox-group': 'ticks',
  date: 'day',
  'input-file': 'documents',
} as const

export type Shown = {
  readonly step: Step
  readonly kept: ReadonlyMap<string, KeptAnswer>
  readonly prepared: Prepared
  /** What was typed, when it is to be put right. */
  readonly typed: ReadonlyMap<string, string> | undefined
}

/** The questions of a page, those that stand beside an answer within it. */
export function askedOn(shown: Shown): readonly AskedOf[] {
  const all = fieldsIn(shown.step).map((field) => askedOf(field, shown))
  const isWithin = (a: AskedOf) => all.some((b) => b.name === a.beside?.field)
  return all
    .filter((a) => !isWithin(a))
    .map((a) => ({ ...a, within: all.filter((b) => b.beside?.field === a.name) }))
}

function askedOf(field: Field, { step, kept, prepared, typed }: Shown): AskedOf {
  const held = kept.get(field.name)
  const ready = prepared.get(field.name)
  const value = typed?.get(field.name) ?? held?.value ?? ready?.value ?? ''
  return {
    name: field.name,
    label: labelOf(field, step),
    kind: KINDS[field.type],
    value,
    hint: hintOf(field),
    most: mostOf(field),
    list: listOf(field),
    items: itemsOf(field, value),
    boxes: field.type === 'date' ? boxesOf(field, value, typed) : {},
    from: fromOf(held, ready),
    recordSays: recordSays(field, held, ready),
    beside: besideOf(field),
    within: [],
  }
}

const mostOf = (field: Field): number | undefined =>
  field.type === 'textarea' ? (field.maxLength ?? 15_000) : undefined

function itemsOf(field: Field, value: string): AskedOf['items'] {
  const options = listOf(field) ? [] : (optionsOf(field) ?? [])
  const chosen = value.split(',')
  return options.map((o) => ({ value: o.value, text: o.label, checked: chosen.includes(o.value) }))
}

function boxesOf(field: Field, value: string, typed: Shown['typed']) {
  if (!typed) return daysOf(field.name, value)
  return Object.fromEntries(
    ['day', 'month', 'year'].map((part) => {
      const name = `${field.name}-${part}`
      return [name, typed.get(name) ?? '']
    }),
  )
}

const hintOf = (field: Field): string | undefined => {
  if (listOf(field)) return 'Begin to type, and choose from the form’s list'
  return field.required || field.type === 'checkbox' ? undefined : 'The form does not need this'
}

function fromOf(held: KeptAnswer | undefined, ready: { readonly from: string } | undefined) {
  if (held) return held.cameFrom
  return ready?.from
}

/** Only where it differs: nothing on the record changes what somebody wrote or read for this referral. */
function recordSays(
  field: Field,
  held: KeptAnswer | undefined,
  ready: { readonly value: string; readonly from: string } | undefined,
): string | undefined {
  if (!held || !ready || held.value === ready.value) return undefined
  return `The record says (${ready.from}): ${shownAs(field.name, ready.value)}`
}

/** The long lists that this page chooses from, each once. */
export function listsOf(asked: readonly AskedOf[]) {
  const names = new Set(asked.flatMap((a) => [a, ...a.within]).flatMap((a) => a.list ?? []))
  const field = (list: string) =>
    asked.flatMap((a) => [a, ...a.within]).find((a) => a.list === list)?.name ?? ''
  return [...names].map((list) => ({ list, of: field(list) }))
}

export const wrongIn = (problems: readonly Problem[]) => errorsOf(problems)

export const namesIn = (found: readonly FoundName[]) => [...new Set(found.map((f) => f.word))]
