/**
 * Times children were missing, in groups of 20 different children in the order in which they were reported. A group
 * is counted once and stands, so that no two pictures can be subtracted, and no figure is about fewer than 20.
 */
import { type DisclosurePolicy, POLICY, publish, publishMedian } from './disclosure.rules.ts'
import type { Figures } from './picture.rules.ts'

/** What the database counted of one group, before disclosure control. Hours and days are not children. */
export type CountedGroup = {
  readonly untilAt: Date
  readonly children: number
  /** Of so many somebody wrote down that somebody did something. */
  readonly answered: number
  /** Within so many hours for half of them; undefined while nobody wrote it for half. */
  readonly halfAnsweredIn: number | undefined
  readonly found: number
  /** To so many of those found a conversation was offered within 72 hours. */
  readonly offeredInTime: number
}

export type GroupFigure =
  | 'children'
  | 'answered'
  | 'silent'
  | 'found'
  | 'not-found'
  | 'offered'
  | 'not-offered'
  | 'days'
  | 'hours'

const DAY = 24 * 60 * 60 * 1000

/** `after` is when the last of the group before was reported; the first group has nothing to be counted from. */
export function publishGroup(
  group: CountedGroup,
  after: Date | undefined,
  policy: DisclosurePolicy = POLICY,
): Figures {
  const { children, answered, found, offeredInTime } = group
  const counts = new Map<GroupFigure, number>([
    ['children', children],
    ['answered', answered],
    ['silent', children - answered],
    ['found', found],
    ['not-found', children - found],
    ['offered', offeredInTime],
    ['not-offered', found - offeredInTime],
  ])
  const sums = [
    { total: 'children', parts: ['answered', 'silent'] },
    { total: 'children', parts: ['found', 'not-found'] },
    { total: 'found', parts: ['offered', 'not-offered'] },
  ]
  // How many are in a group is no secret: what is hidden must hold against whoever knows it.
  const figures = publish({ counts, sums, known: new Set(['children']) }, policy)
  const of = figures.get('children')
  const half = group.halfAnsweredIn
  const hours = half === undefined ? undefined : Math.max(half, 1)
  figures.set('hours', publishMedian(hours, [of, figures.get('answered')], policy, 1))
  if (after) {
    const days = (group.untilAt.getTime() - after.getTime()) / DAY
    figures.set('days', publishMedian(days, [of], policy, 1))
  }
  return figures
}
