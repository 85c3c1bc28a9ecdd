import type { Problem } from '#platform/http/form-problem.ts'
import type { Assessment } from '../assessment.queries.ts'
import type { EntryKind, Line } from '../entry.form.ts'
import type { Entry } from '../entry.queries.ts'
import { type Choices, textIn, type Typed } from '../fields.form.ts'
import { type Conflict, type FormView, formView } from '../fields.view.ts'

type OnPage = { readonly id: string; readonly title: string }

export type EntryListView = {
  readonly title: string
  readonly assessment: OnPage
  readonly kind: EntryKind
  readonly mayWrite: boolean
  readonly lines: readonly (Line & {
    readonly id: string
    readonly version: number
    readonly outcome: string
    readonly takenBack: boolean
  })[]
}

type Listed = {
  readonly entries: readonly Entry[]
  readonly choices: Choices
  readonly mayWrite: boolean
}

/** The rows of one kind, each told in a line. */
export function entryListView(
  { id, title }: Assessment,
  kind: EntryKind,
  { entries, choices, mayWrite }: Listed,
): EntryListView {
  return {
    title: kind.title,
    assessment: { id, title },
    kind,
    mayWrite,
    lines: entries.map((entry) => ({
      id: entry.id,
      version: entry.version,
      outcome: textIn(entry.row, 'outcome_id'),
      takenBack: typeof entry.row['taken_back_at'] === 'string',
      ...kind.lineOf(entry.row, choices),
    })),
  }
}

export type EntryEditView = FormView & {
  readonly title: string
  readonly assessment: OnPage
  readonly kind: EntryKind
  readonly version: number | undefined
  readonly to: string
  readonly endsAt: string | undefined
}

type Editing = {
  readonly typed: Typed
  readonly choices: Choices
  readonly problems?: readonly Problem[]
  readonly entry?: Entry | undefined
  readonly conflict?: Conflict
}

/** The form of a row, to add one or to change one. */
export function entryEditView(
  { id, title }: Assessment,
  kind: EntryKind,
  { entry, ...filled }: Editing,
): EntryEditView {
  const list = `/assessments/${id}/${kind.slug}`
  return {
    title: entry ? kind.changeText : kind.addText,
    assessment: { id, title },
    kind,
    ...formView(kind.fields, filled),
    version: entry?.version,
    to: `${list}/${entry?.id ?? 'add'}`,
    endsAt: entry ? `${list}/${entry.id}/end` : undefined,
  }
}
