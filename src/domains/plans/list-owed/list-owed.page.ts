import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { lookUp } from '#kernel/look-up.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  actionsLeft,
  actionsOwed,
  AT_ONCE,
  conflictsFor,
  type OpenConflict,
  type OwedAction,
  type Place,
  plansAsked,
  type Whose,
} from '../owed.queries.ts'
import { AGENCIES } from '../plan.rules.ts'

const LISTS = ['conflicts', 'owed', 'left', 'asked'] as const
type List = (typeof LISTS)[number]

type Line = {
  readonly id: string
  readonly key: string
  readonly childId: OwedAction['childId']
  readonly planId: string
  readonly knownAs: string
  readonly title: string
}

/** What plans promise and somebody owes, across agencies: of the children one stands beside, or leads. */
export const listOwed: Page = {
  method: 'GET',
  url: '/plans',
  may: 'children.write',
  audit: { action: 'plan-list' },
  async answer(visit): Promise<Answer> {
    const only = LISTS.find((l) => l === textOf(visit.query, 'list'))
    const after = only && placeIn(textOf(visit.query, 'after'))
    const gather = async <T extends Line>(list: List, read: () => Promise<readonly T[]>) => {
      if (only && only !== list) return undefined
      const found = await read()
      const shown = found.slice(0, AT_ONCE)
      visit.show(shown.map((line) => line.childId))
      const last = shown.at(-1)
      const more = found.length > AT_ONCE && last && nextOf(list, last)
      return { lines: shown, more }
    }
    const today = londonCalendarDay(visit.now)
    const of = whoseOf(visit)
    const conflicts = await gather('conflicts', () => conflictsFor(visit.tx, visit.actor.id, after))
    const owed = await gather('owed', () => actionsOwed(visit.tx, today, { of, after }))
    const left = await gather('left', () => actionsLeft(visit.tx, { of, after }))
    const asked = await gather('asked', () => plansAsked(visit.tx, { of, after }))
    const page = {
      title: 'What plans promise',
      only,
      conflicts: conflicts && { ...conflicts, lines: conflicts.lines.map(conflictLine) },
      owed: owed && { ...owed, lines: owed.lines.map(actionLine) },
      left: left && { ...left, lines: left.lines.map(actionLine) },
      asked: asked && { ...asked, lines: asked.lines.map(at) },
    }
    return {
      kind: 'view',
      template: 'domains/plans/list-owed/list-owed.njk',
      model: { page },
    }
  },
}

/** A worker's own children; a manager's team, or all they lead. */
export function whoseOf({ actor }: Pick<Visit, 'actor'>): Whose {
  if (actor.role !== 'manager') return 'beside-me'
  return actor.teamId ?? 'all'
}

/** Where a page begins, as our own link said it. What is not of that form begins at the beginning. */
function placeIn(text: string): Place | undefined {
  const [key = '', id = ''] = text.split('_')
  const row = readId<'row'>(id)
  const isKey = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}\.\d{3}Z)?$/.test(key)
  return row && isKey && !Number.isNaN(Date.parse(key)) ? { key, id: row } : undefined
}

const nextOf = (list: List, last: Line): string =>
  `/plans?${new URLSearchParams({ list, after: `${last.key}_${last.id}` }).toString()}`

const at = (line: Line) => ({
  href: `/children/${line.childId}/plans/${line.planId}`,
  knownAs: line.knownAs,
  plan: line.title,
})

const conflictLine = (c: OpenConflict) => ({
  ...at(c),
  text: c.words,
  agency: lookUp<string>(AGENCIES, c.agency),
  goneUp: c.goneUp,
  since: inWords(londonCalendarDay(c.raisedAt)),
})

const actionLine = (a: OwedAction) => ({
  ...at(a),
  text: a.what,
  agency: lookUp<string>(AGENCIES, a.agency),
  owner: a.owner,
  left: a.ownerLeft,
  due: inWords(a.dueOn),
})
