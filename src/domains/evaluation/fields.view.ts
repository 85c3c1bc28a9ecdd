import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import { boxesOf, choicesOf, type Choices, type Field, type Typed } from './fields.form.ts'

export type FieldView = Field & {
  readonly value: string
  readonly boxes: readonly {
    readonly name: string
    readonly text: string
    readonly value: string
  }[]
  readonly items: readonly {
    readonly value: string
    readonly text: string
    readonly checked: boolean
    readonly selected: boolean
  }[]
}

export type FormView = {
  readonly errors: Errors
  readonly fields: readonly FieldView[]
  readonly conflict: Conflict | undefined
}

export type Conflict = {
  readonly by: string | undefined
  readonly at: Date
  readonly leaveHref: string
  readonly fields: readonly {
    readonly name: string
    readonly label: string
    readonly mine: string
    readonly theirs: string
    readonly rows: number
  }[]
  /** What the record now says in fields that are no text. */
  readonly others: readonly string[]
}

type Filled = {
  readonly typed: Typed
  readonly choices?: Choices
  readonly problems?: readonly Problem[]
  readonly conflict?: Conflict | undefined
}

/** A form: each field with what stands in it and what is wrong with it; in a conflict, without those shown both ways. */
export function formView(fields: readonly Field[], filled: Filled): FormView {
  const { typed, choices = {}, problems = [], conflict } = filled
  const both = new Set(conflict?.fields.map((field) => field.name))
  return {
    errors: errorsOf(problems),
    fields: fields
      .filter((field) => !both.has(field.name))
      .map((field) => fieldView(field, typed, choices)),
    conflict,
  }
}

function fieldView(field: Field, typed: Typed, choices: Choices): FieldView {
  const value = typed[field.name]
  const picked = new Set(typeof value === 'string' ? [value] : (value ?? []))
  const items = choicesOf(field, choices).map((choice) => {
    const chosen = picked.has(choice.value)
    return { ...choice, checked: chosen, selected: chosen }
  })
  const first = { value: '', text: 'Choose one', checked: false, selected: picked.size === 0 }
  return {
    ...field,
    value: typeof value === 'string' ? value : '',
    boxes: boxesOf(field).map((name, n) => ({
      name,
      text: ['Day', 'Month', 'Year'][n] ?? '',
      value: textAt(typed, name),
    })),
    items:
      field.kind === 'select'
        ? [first, ...items]
        : field.kind === 'tick'
          ? [{ value: 'yes', text: field.label, checked: picked.has('yes'), selected: false }]
          : items,
  }
}

const textAt = (typed: Typed, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

type Theirs = {
  readonly by: string | undefined
  readonly at: Date
  readonly typed: Typed
  readonly gone?: boolean
}

/** Both texts, side by side, when somebody else was first; other fields in words. */
export function conflictOf(
  fields: readonly Field[],
  mine: Typed,
  theirs: Theirs,
  { choices = {}, leaveHref }: { readonly choices?: Choices; readonly leaveHref: string },
): Conflict {
  const texts = fields.filter(({ kind }) => kind === 'line' || kind === 'words')
  const differing = texts.filter((f) => textAt(mine, f.name) !== textAt(theirs.typed, f.name))
  const rest = fields.filter((field) => !texts.includes(field))
  const gone = theirs.gone ? ['This was taken off. Saving puts it back.'] : []
  return {
    by: theirs.by,
    at: theirs.at,
    leaveHref,
    fields: differing.map((f) => ({
      name: f.name,
      label: f.label,
      mine: textAt(mine, f.name),
      theirs: textAt(theirs.typed, f.name),
      rows: f.kind === 'words' ? 6 : 2,
    })),
    others: [
      ...gone,
      ...rest.map((field) => `${field.label}: ${inWords(field, theirs.typed, choices)}`),
    ],
  }
}

function inWords(field: Field, typed: Typed, choices: Choices): string {
  if (field.kind === 'day') {
    return (
      boxesOf(field)
        .map((box) => textAt(typed, box))
        .join(' ')
        .trim() || 'nothing'
    )
  }
  const value = typed[field.name]
  const picked = typeof value === 'string' ? [value] : (value ?? [])
  if (field.kind === 'tick') return picked.length > 0 ? 'yes' : 'no'
  const list = choicesOf(field, choices)
  const texts = picked.map((code) => list.find((c) => c.value === code)?.text ?? code)
  return texts.join(', ') || 'nothing'
}
