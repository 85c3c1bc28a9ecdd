import { londonDay, londonDayAndTime } from '#kernel/london-time.ts'
import { may } from '#platform/access/capability.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { type Act, actsOf } from '../acts.queries.ts'
import { auditOf, pairOf, recordForOther } from '../pair-of-page.ts'
import type { PairInFull } from '../pairs.queries.ts'
import {
  ACT_WORDS,
  hasMovedSince,
  inWordsOf,
  mayDecide,
  mayHandOver,
  mayTakeBack,
  STANDING_WORDS,
} from '../same-child.rules.ts'
import { sideOf } from './record-side.ts'
import { waterfallView } from './waterfall.view.ts'

/** Both records side by side, why they may be one child, what was said, and what can be said now. */
export const seePair: Page = {
  method: 'GET',
  url: '/children/:childId/same-child/:pair',
  may: 'same-child.read',
  audit: auditOf('see-pair'),
  async answer(visit): Promise<Answer> {
    const at = await pairOf(visit)
    if (!at) return { kind: 'not-found' }
    const { tx, actor } = visit
    await recordForOther(visit, 'see-pair', at.other)
    const acts = await actsOf(tx, at.pair.id)
    const proposedByMe = acts.find((act) => act.act === 'same')?.byId === actor.id
    const writes = may(actor.role, 'same-child.decide')
    const page = {
      title: 'Two records, perhaps one child',
      here: at.here,
      back: `/children/${at.child}/same-child`,
      sides: [await sideOf(tx, at.child), await sideOf(tx, at.other)],
      ...standsOf(at.pair),
      waterfall: waterfallView(at.pair.why),
      acts: acts.map(actLine),
      may: writes ? nextOf(at.pair, proposedByMe) : { waitsForOther: false },
    }
    return { kind: 'view', template: 'domains/same-child/see-pair/see-pair.njk', model: { page } }
  },
}

const FOUND_BY: Readonly<Record<PairInFull['foundBy'], string>> = {
  run: 'when the whole register was compared',
  record: 'when one of the records was written or changed',
  person: 'by a person, who proposed it',
}

const standsOf = (pair: PairInFull) => ({
  standing: STANDING_WORDS[pair.standing],
  linked: pair.standing === 'same',
  moved: hasMovedSince(pair),
  says: inWordsOf(pair.weight),
  weighed: londonDayAndTime(pair.weighedAt),
  learnt: pair.learntAt && londonDay(pair.learntAt),
  foundBy: FOUND_BY[pair.foundBy],
  found: londonDay(pair.foundAt),
  handedTo: pair.handedToName,
})

const nextOf = ({ standing }: PairInFull, proposedByMe: boolean) => ({
  decide: mayDecide(standing),
  answer: standing === 'proposed' && !proposedByMe,
  waitsForOther: standing === 'proposed' && proposedByMe,
  takeBack: mayTakeBack(standing),
  handOver: mayHandOver(standing),
})

const actLine = (act: Act) => ({
  by: act.by,
  said: ACT_WORDS[act.act],
  to: act.to,
  at: londonDayAndTime(act.at),
  reason: act.reason,
})
