import { londonDay } from '#kernel/london-time.ts'
import { may } from '#platform/access/capability.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { childIdOf, findChild } from '#domains/children/index.ts'
import { compareAgain } from '../due.queries.ts'
import { otherOf, pairLine } from '../pair-line.view.ts'
import { auditOf } from '../pair-of-page.ts'
import { linkedElsewhere, pairsOf } from '../pairs.queries.ts'

const url = '/children/:childId/same-child'

/** Records that may be about the same child, and those that two people linked with this one. */
export const seeOfChild: Page = {
  method: 'GET',
  url,
  may: 'same-child.read',
  audit: auditOf('see'),
  async answer(visit): Promise<Answer> {
    const { tx, actor, show } = visit
    const id = childIdOf(visit)
    const child = id && (await findChild(tx, id))
    if (!child) return { kind: 'not-found' }
    const pairs = await pairsOf(tx, child.id)
    show(pairs.map((pair) => otherOf(pair, child.id).id))
    const lines = (...standings: readonly string[]) =>
      pairs.filter((p) => standings.includes(p.standing)).map((p) => pairLine(p, child.id))
    const page = {
      title: 'The same child in another record',
      child,
      linked: lines('same'),
      elsewhere: (await linkedElsewhere(tx, child.id)).map(({ since, ask }) => ({
        ask,
        since: londonDay(since),
      })),
      waiting: lines('open', 'proposed'),
      decided: lines('not_same', 'cannot_say'),
      mayAsk: may(actor.role, 'same-child.decide'),
      asked: visit.query['asked'] === 'yes',
    }
    return { kind: 'view', template: 'domains/same-child/of-child/of-child.njk', model: { page } }
  },
}

/** Compares this record with all others again, out of reach too: what is found is shown to whoever reaches both. */
export const askAgain: Page = {
  method: 'POST',
  url: `${url}/again`,
  may: 'same-child.decide',
  audit: auditOf('again'),
  async answer(visit): Promise<Answer> {
    const id = childIdOf(visit)
    if (!id) return { kind: 'not-found' }
    await compareAgain(visit.tx, id)
    return { kind: 'redirect', to: `/children/${id}/same-child?asked=yes` }
  },
}
