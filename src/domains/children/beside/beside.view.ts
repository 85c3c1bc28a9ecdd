import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import { ALLOCATED_AS, called } from '../child.rules.ts'
import type { Correction } from '../corrections.queries.ts'
import { type NoteShown, notesShown } from '../corrections.view.ts'
import type { Allocation } from '../record.queries.ts'
import type { ChildOnPage } from '../record-parts/record-part.view.ts'

export type BesideLine = {
  readonly id: string
  readonly name: string
  readonly part: string
  readonly when: string
  readonly why: string | undefined
}

type LineWithNotes = BesideLine & { readonly notes: readonly NoteShown[] }

export type BesideView = {
  readonly title: string
  readonly child: ChildOnPage
  readonly now: readonly LineWithNotes[]
  readonly before: readonly LineWithNotes[]
  readonly mayAllocate: boolean
}

/** Who stands beside a child now, and who did before. */
export function besideView(
  child: ChildOnPage,
  allocations: readonly Allocation[],
  mayAllocate: boolean,
  notes: ReadonlyMap<string, readonly Correction[]>,
): BesideView {
  const line = (a: Allocation) => ({ ...besideLine(a), notes: notesShown(notes, a.id) })
  return {
    title: 'Who stands beside them',
    child: { id: child.id, knownAs: child.knownAs },
    now: allocations.filter((a) => a.endedOn === undefined).map(line),
    before: allocations.filter((a) => a.endedOn !== undefined).map(line),
    mayAllocate,
  }
}

/** One allocation in words. */
export function besideLine(a: Allocation): BesideLine {
  const since = `from ${dayOf(a.startedOn)}`
  return {
    id: a.id,
    name: a.personName ?? 'Somebody in another organisation',
    part: called(ALLOCATED_AS, a.part),
    when: a.endedOn ? `${since} to ${dayOf(a.endedOn)}` : since,
    why: a.endedWhy,
  }
}

function dayOf(text: string): string {
  const day = calendarDay(text)
  return day ? inWords(day) : text
}

export type AllocateView = {
  readonly title: string
  readonly child: ChildOnPage
  readonly errors: Errors
  readonly values: Readonly<Record<string, string>>
  readonly people: readonly {
    readonly value: string
    readonly text: string
    readonly selected: boolean
  }[]
  readonly parts: readonly {
    readonly value: string
    readonly text: string
    readonly checked: boolean
  }[]
}

/** The form with which a manager says who stands beside a child. */
export function allocateView(
  child: ChildOnPage,
  workers: readonly { readonly id: string; readonly name: string }[],
  values: Readonly<Record<string, string>> = {},
  problems: readonly Problem[] = [],
): AllocateView {
  return {
    title: 'Say who stands beside them',
    child: { id: child.id, knownAs: child.knownAs },
    errors: errorsOf(problems),
    values,
    people: [
      { value: '', text: 'Choose a person', selected: !values['person'] },
      ...workers.map((w) => ({ value: w.id, text: w.name, selected: values['person'] === w.id })),
    ],
    parts: Object.entries(ALLOCATED_AS).map(([value, text]) => ({
      value,
      text,
      checked: values['part'] === value,
    })),
  }
}

export type EndView = {
  readonly title: string
  readonly child: ChildOnPage
  readonly errors: Errors
  readonly values: Readonly<Record<string, string>>
  readonly line: BesideLine
  readonly version: number
  /** Somebody changed it while this was being written. */
  readonly changed: boolean
}

/** The form with which a manager ends an allocation. */
export function endView(
  child: ChildOnPage,
  allocation: Allocation,
  values: Readonly<Record<string, string>> = {},
  problems: readonly Problem[] = [],
  changed = false,
): EndView {
  return {
    title: 'End an allocation',
    child: { id: child.id, knownAs: child.knownAs },
    errors: errorsOf(problems),
    values,
    line: besideLine(allocation),
    version: allocation.version,
    changed,
  }
}
