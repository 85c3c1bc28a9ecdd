import { may } from '#platform/access/capability.ts'
import { leads, pairsAskedOfUs } from '#domains/between-councils/index.ts'
import type { Source } from './line.ts'

/** A lead of another council said yes to a pair, and nobody here has said yes or no. */
export const betweenCouncils: Source = async ({ tx, actor }) => {
  if (!may(actor.role, 'between.lead') || !leads(actor)) return []
  return (await pairsAskedOfUs(tx)).map((pair) => ({
    kind: 'waiting',
    childId: pair.childId,
    name: pair.knownAs,
    detail: `A lead of ${pair.partner} would talk about a child who is like them`,
    on: undefined,
    action: { text: 'Say yes or no', href: `/children/${pair.childId}/between/${pair.id}` },
  }))
}
