import { changesInWords, PAGE, type Warning } from '../import.rules.ts'
import type { Outcome, PlannedChild, RunFound } from '../runs.queries.ts'
import type { RejectedRow } from '../ssda903/rejected.view.ts'

/** The lists of a preview: what becomes of each child, and the rows that are not used. */
export const LISTS = ['opened', 'changed', 'unchanged', 'refused'] as const
export type List = (typeof LISTS)[number]

export const readList = (value: unknown): List => LISTS.find((list) => list === value) ?? 'opened'

/** A page number from an address; anything else is the first page. */
export const readPageNumber = (value: unknown): number =>
  typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : 1

const WILL: Readonly<Record<List, readonly [string, string]>> = {
  opened: ['Records to open', 'Records opened'],
  changed: ['Records to change', 'Records changed'],
  unchanged: ['Records left as they are', 'Records left as they were'],
  refused: ['Rows refused', 'Rows refused'],
}

type Line = { readonly name: string; readonly href: string | undefined; readonly text: string }

export type SeeReturnView = {
  readonly title: string
  readonly here: string
  readonly committed: boolean
  readonly counts: readonly { readonly key: string; readonly value: number }[]
  readonly warnings: readonly Warning[]
  readonly notes: readonly string[]
  readonly leftOut: readonly { readonly name: string; readonly why: string }[]
  readonly sameImportedAt: Date | undefined
  readonly refusedFile: string | undefined
  readonly nothingToDo: boolean
  readonly heading: string
  readonly lists: readonly {
    readonly text: string
    readonly href: string
    readonly current: boolean
  }[]
  readonly lines: readonly Line[]
  readonly pages: {
    readonly previous: string | undefined
    readonly next: string | undefined
    readonly number: number
    readonly all: number
  }
}

type Shown = {
  readonly list: List
  readonly page: number
  readonly children: readonly PlannedChild[]
  readonly refused: readonly RejectedRow[]
}

export function seeReturnView(run: RunFound, shown: Shown): SeeReturnView {
  const here = `/returns/${run.id}`
  const committed = run.state === 'committed'
  const named = (list: List) => WILL[list][committed ? 1 : 0]
  const all = Math.max(1, Math.ceil(run.counts[shown.list] / PAGE))
  const pageAt = (number: number) =>
    number >= 1 && number <= all ? `${here}?show=${shown.list}&page=${number}` : undefined
  return {
    title: committed ? 'The return was brought in' : 'Check the return before it is brought in',
    here,
    committed,
    counts: [
      { key: 'Children in the header', value: run.counts.children },
      ...LISTS.map((list) => ({ key: named(list), value: run.counts[list] })),
      { key: 'Rows read', value: run.counts.rows },
    ],
    warnings: run.about.warnings,
    notes: run.about.notes,
    leftOut: run.about.leftOut,
    sameImportedAt: run.sameImportedAt ?? undefined,
    refusedFile: run.counts.refused > 0 ? `${here}/refused` : undefined,
    nothingToDo: run.counts.opened + run.counts.changed === 0,
    heading: named(shown.list),
    lists: LISTS.map((list) => ({
      text: `${named(list)} (${run.counts[list]})`,
      href: `${here}?show=${list}`,
      current: list === shown.list,
    })),
    lines:
      shown.list === 'refused'
        ? shown.refused.map(refusedLine)
        : shown.children.map((child) => childLine(child, committed)),
    pages: {
      previous: pageAt(shown.page - 1),
      next: pageAt(shown.page + 1),
      number: shown.page,
      all,
    },
  }
}

const refusedLine = (row: RejectedRow): Line => ({
  name: row.child === '' ? 'No number' : row.child,
  href: undefined,
  text: row.reasons.map((r) => r.text).join(' '),
})

function childLine(child: PlannedChild, committed: boolean): Line {
  const there = committed || child.outcome !== 'opened'
  const matched = child.matchedBy === 'upn' ? 'Met by the unique pupil number. ' : ''
  return {
    name: child.child,
    href: there ? `/children/${child.recordId}` : undefined,
    text: `${matched}${changesInWords(child.changes) || NOTHING[child.outcome]}`,
  }
}

const NOTHING: Readonly<Record<Outcome, string>> = {
  opened: 'A new record',
  changed: 'Something changes',
  unchanged: 'The record already says all of this',
}
