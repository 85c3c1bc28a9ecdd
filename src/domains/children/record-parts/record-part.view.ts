import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import type { Correction } from '../corrections.queries.ts'
import { noteShown, type NoteShown, notesShown } from '../corrections.view.ts'
import type { Field, Line, Part, Row, Typed } from './record-part.form.ts'

export type ChildOnPage = { readonly id: string; readonly knownAs: string }

export type PartListView = {
  readonly title: string
  readonly child: ChildOnPage
  readonly part: Part
  readonly mayWrite: boolean
  readonly lines: readonly (Line & {
    readonly id: string
    readonly version: number
    readonly notes: readonly NoteShown[]
  })[]
  /** Their notes on entries that stand no more. */
  readonly offRecord: readonly NoteShown[]
}

/** The entries of one part, each told in a line. */
export function partListView(
  child: ChildOnPage,
  part: Part,
  entries: readonly { readonly id: string; readonly version: number; readonly row: Row }[],
  mayWrite: boolean,
  notes: ReadonlyMap<string, readonly Correction[]>,
): PartListView {
  const lines = entries.map(({ id, version, row }) => ({
    id,
    version,
    ...part.lineOf(row),
    notes: notesShown(notes, id),
  }))
  const standing = new Set(entries.map((e) => e.id))
  const offRecord = [...notes.values()]
    .flat()
    .filter((n) => n.about === part.table && !standing.has(n.lineId ?? ''))
    .map(noteShown)
  return { title: part.title, child: onPage(child), part, mayWrite, lines, offRecord }
}

export type PartEditView = {
  readonly title: string
  readonly child: ChildOnPage
  readonly part: Part
  readonly errors: Errors
  /** In a conflict, those that are not shown both ways. */
  readonly fields: readonly FieldView[]
  readonly version: number | undefined
  /** Where the form goes. */
  readonly to: string
  readonly endsAt: string | undefined
  readonly conflict: Conflict | undefined
}

/** A field, what stands in it and what is wrong with it. */
export type FieldView = Field & {
  readonly value: string
  readonly values: Typed
  readonly items: readonly {
    readonly value: string
    readonly text: string
    readonly checked: boolean
  }[]
}

export type Conflict = {
  readonly by: string | undefined
  readonly at: Date
  readonly leaveHref: string
  /** The fields of text that differ, both ways. */
  readonly fields: readonly {
    readonly name: string
    readonly label: string
    readonly mine: string
    readonly theirs: string
    readonly rows: number
  }[]
  /** What the record now says in the other fields, in words. */
  readonly others: readonly string[]
}

type Editing = {
  readonly typed?: Typed
  readonly problems?: readonly Problem[]
  readonly entry?: { readonly id: string; readonly version: number } | undefined
  readonly conflict?: Conflict | undefined
}

/** The form of an entry, to add one or to change one. */
export function partEditView(child: ChildOnPage, part: Part, editing: Editing = {}): PartEditView {
  const list = `/children/${child.id}/${part.slug}`
  const { typed = {}, problems = [], entry, conflict } = editing
  return {
    title: entry ? part.changeText : part.addText,
    child: onPage(child),
    part,
    errors: errorsOf(problems),
    fields: part.fields
      .filter((field) => !conflict?.fields.some((f) => f.name === field.name))
      .map((field) => fieldView(field, typed)),
    version: entry?.version,
    to: `${list}/${entry?.id ?? 'add'}`,
    endsAt: entry && part.endText ? `${list}/${entry.id}/end` : undefined,
    conflict,
  }
}

const onPage = ({ id, knownAs }: ChildOnPage): ChildOnPage => ({ id, knownAs })

function fieldView(field: Field, typed: Typed): FieldView {
  const value = typed[field.name]
  const picked = new Set(typeof value === 'string' ? [value] : (value ?? []))
  const choices = 'choices' in field ? Object.entries(field.choices) : []
  return {
    ...field,
    value: typeof value === 'string' ? value : '',
    values: typed,
    items: choices.map(([code, text]) => ({ value: code, text, checked: picked.has(code) })),
  }
}

type Theirs = {
  readonly by: string | undefined
  readonly at: Date
  readonly row: Row
  readonly ended: boolean
}

function textOf(typed: Typed, name: string): string {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

/** Both texts, side by side, when somebody else was first. */
export function conflictOf(child: ChildOnPage, part: Part, mine: Typed, theirs: Theirs): Conflict {
  const now = part.typedOf(theirs.row)
  const texts = part.fields.filter((f) => f.kind === 'text' || f.kind === 'words')
  const differing = texts.filter((f) => textOf(mine, f.name) !== textOf(now, f.name))
  const gone = theirs.ended ? ['This entry was taken off the record. Saving puts it back.'] : []
  const line = part.lineOf(theirs.row)
  return {
    by: theirs.by,
    at: theirs.at,
    leaveHref: `/children/${child.id}/${part.slug}`,
    fields: differing.map((f) => ({
      name: f.name,
      label: f.label,
      mine: textOf(mine, f.name),
      theirs: textOf(now, f.name),
      rows: f.kind === 'words' ? 6 : 1,
    })),
    others: [...gone, ...(line.quoted ? [] : [line.what]), ...line.details],
  }
}
