/** A form of the case audit as its page will show it: order and words, no markup. Pure. */
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'

export type Choice = {
  readonly value: string
  readonly text: string
  readonly hint?: string | undefined
}

export type Field = {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
} & (
  | { readonly kind: 'line' | 'long' | 'day' | 'number' }
  | { readonly kind: 'one-of' | 'pick' | 'several'; readonly choices: readonly Choice[] }
  | { readonly kind: 'grouped'; readonly groups: readonly Group[] }
)

export type Group = { readonly title: string; readonly choices: readonly Choice[] }

export type StaffForm = {
  readonly title: string
  readonly heading?: string
  readonly knownAs?: string | undefined
  readonly back: { readonly text: string; readonly href: string }
  readonly lead?: readonly string[]
  readonly fields: readonly Field[]
  /** Empty when there is nothing to send. */
  readonly button: string
  /** Where the form is sent, when not to its own address. */
  readonly to?: string | undefined
  readonly links?: readonly { readonly text: string; readonly href: string }[]
  /** A second way to send the same form: its name is `also`. */
  readonly also?: string | undefined
  readonly version?: number | undefined
  /** What the record says now, when somebody else was faster. */
  readonly theirs?: readonly { readonly label: string; readonly text: string }[] | undefined
}

export type Typed = Readonly<Record<string, unknown>>

const textAt = (typed: Typed, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

const chosenAt = (typed: Typed, name: string): readonly unknown[] => {
  const value = typed[name]
  return Array.isArray(value) ? value : [value]
}

/** The form with what was typed in it, and what is wrong with that. */
export function staffFormView(form: StaffForm, typed: Typed, problems: readonly Problem[] = []) {
  const marked = (name: string, choices: readonly Choice[]) =>
    choices.map((c) => ({
      value: c.value,
      text: c.text,
      ...(c.hint ? { hint: { text: c.hint } } : {}),
      checked: chosenAt(typed, name).includes(c.value),
      selected: textAt(typed, name) === c.value,
    }))
  return {
    ...form,
    heading: form.heading ?? form.title,
    errors: errorsOf(problems),
    fields: form.fields.map((field) => ({
      ...field,
      value: textAt(typed, field.name),
      items: 'choices' in field ? marked(field.name, field.choices) : [],
      groups:
        'groups' in field
          ? field.groups.map((g) => ({ title: g.title, items: marked(field.name, g.choices) }))
          : [],
      day: textAt(typed, `${field.name}Day`),
      month: textAt(typed, `${field.name}Month`),
      year: textAt(typed, `${field.name}Year`),
    })),
  }
}

/** A day in the three boxes it is typed in. */
export function dayBoxes(name: string, day: string): Readonly<Record<string, string>> {
  const [year = '', month = '', date = ''] = day.split('-')
  return {
    [`${name}Day`]: String(Number(date)),
    [`${name}Month`]: String(Number(month)),
    [`${name}Year`]: year,
  }
}
