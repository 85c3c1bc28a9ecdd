import { may } from '#platform/access/capability.ts'
import { handedPairs, pairHref } from '#domains/same-child/index.ts'
import type { Source } from './line.ts'

/** Two records of which somebody asked the reader whether they are one child. */
export const sameChild: Source = async ({ tx, actor }) => {
  if (!may(actor.role, 'same-child.decide')) return []
  return (await handedPairs(tx, actor.id)).map((pair) => ({
    kind: 'waiting',
    childId: pair.oneId,
    name: pair.oneName,
    detail: `You were asked whether the record of ${pair.twoName} is about the same child`,
    on: undefined,
    action: { text: 'Look at both', href: pairHref(pair) },
  }))
}
