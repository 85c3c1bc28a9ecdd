import { may } from '#platform/access/capability.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { pairLine } from '../pair-line.view.ts'
import { linkedPairs, movedPairs, type Pair, waitingPairs } from '../pairs.queries.ts'
import { MUCH_MORE } from '../same-child.rules.ts'
import { leads } from '../runs/runs.rules.ts'

/** Pairs that wait for somebody, within the reader's reach, the likeliest first; and those to look at again. */
export const seePairs: Page = {
  method: 'GET',
  url: '/same-child',
  may: 'same-child.read',
  audit: { action: 'same-child.list' },
  async answer(visit): Promise<Answer> {
    const { tx, actor } = visit
    const wide =
      actor.role === 'manager' || actor.role === 'auditor' ? actor.organisationId : undefined
    const waiting = await waitingPairs(tx, { wide })
    const moved = await movedPairs(tx, { wide, much: MUCH_MORE })
    const linked = await linkedPairs(tx, { wide })
    showAll(visit, [...waiting, ...moved, ...linked])
    const mine = waiting.filter((pair) => pair.handedTo === actor.id)
    const page = {
      title: 'The same child, perhaps',
      mine: mine.map((pair) => pairLine(pair)),
      waiting: waiting.filter((pair) => pair.handedTo !== actor.id).map((pair) => pairLine(pair)),
      moved: moved.map((pair) => pairLine(pair)),
      linked: linked.filter((p) => !moved.includes(p)).map((pair) => pairLine(pair)),
      more: waiting.length === 100,
      // The other lists of what waits are for whoever can do something about it.
      mayWrite: may(actor.role, 'children.write'),
      runs: may(actor.role, 'same-child.run') && leads(actor),
    }
    return { kind: 'view', template: 'domains/same-child/see-pairs/see-pairs.njk', model: { page } }
  },
}

const showAll = ({ show }: Visit, pairs: readonly Pair[]): void =>
  show(pairs.flatMap((pair) => [pair.oneId, pair.twoId]))
