import {
  ALLOCATED_AS,
  type Allocation,
  allocationsOf,
  notSharedInWords,
  peopleOf,
} from '#domains/children/index.ts'
import { notShared } from './asked-once.ts'
import type { Section } from './section.ts'

const partOf = (a: Allocation): string => {
  const names: Readonly<Record<string, string>> = ALLOCATED_AS
  return (names[a.part] ?? a.part).toLowerCase()
}

/** Who stands beside the child: first the adults they trust, chosen by them, then the workers. */
export const beside: Section = {
  place: 'beside',
  template: 'desks/child-overview/beside.njk',
  async gather(visit, child) {
    const { tx } = visit
    const people = await peopleOf(tx, child.id)
    const allocations = await allocationsOf(tx, child.id)
    const kept = await notShared(visit, child)
    return {
      notShared: kept.has('people') ? notSharedInWords(child.knownAs) : undefined,
      trusted: people.filter((p) => p.trustedAdult),
      others: people.filter((p) => !p.trustedAdult),
      workers: allocations
        .filter((a) => a.endedOn === undefined)
        .map((a) => ({
          name: a.personName ?? 'Somebody in another organisation',
          part: partOf(a),
        })),
    }
  },
}
