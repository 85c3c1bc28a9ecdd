/** For how long people stay beside children: the figures, in their own order, and how they are published. */
import { type DisclosurePolicy, POLICY, publish } from './disclosure.rules.ts'
import type { Figures } from './picture.rules.ts'

export const STAYS = {
  new: {
    title: 'How often somebody new took over a part that another had, in twelve months',
    rows: [
      ['new/none', 'Not once'],
      ['new/once', 'Once'],
      ['new/twice', 'Twice'],
      ['new/more', 'Three times or more'],
    ],
  },
  same: {
    title: 'How long whoever stands there longest has stood there without a break',
    rows: [
      ['same/nobody', 'Nobody stands there now'],
      ['same/under-3', 'Less than three months'],
      ['same/under-6', 'Three months to less than six'],
      ['same/under-12', 'Six months to less than a year'],
      ['same/year', 'A year or longer'],
    ],
  },
} as const

const codesOf = (group: keyof typeof STAYS): readonly string[] =>
  STAYS[group].rows.map(([code]) => code)

/** Published together: both groups are of the same children, so neither gives away what the other hides. */
export function publishStays(
  counted: ReadonlyMap<string, number>,
  policy: DisclosurePolicy = POLICY,
): Figures {
  const groups = ['new', 'same'] as const
  const counts = new Map(
    groups.flatMap(codesOf).map((code) => [code, counted.get(code) ?? 0] as const),
  )
  const children = codesOf('new').reduce((sum, code) => sum + (counts.get(code) ?? 0), 0)
  counts.set('children', children)
  return publish(
    { counts, sums: groups.map((g) => ({ total: 'children', parts: codesOf(g) })) },
    policy,
  )
}
