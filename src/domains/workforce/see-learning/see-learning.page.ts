import type { Answer, Page } from '#platform/http/page.ts'
import { NOT_FOUND } from '../audit-of-page.ts'
import { roundOfPage, roundView } from '../see-round/see-round.page.ts'
import { countsOf, learningOf } from './counts.queries.ts'
import { learningView } from './learning.view.ts'

/** What a round shows, for everybody who does this work. */
export const seeLearning: Page = {
  method: 'GET',
  url: '/case-audits/rounds/:roundId/learning',
  may: 'case-audits.take-part',
  audit: { action: 'case-audits.learning' },
  async answer(visit): Promise<Answer> {
    const round = await roundOfPage(visit)
    if (!round) return NOT_FOUND
    const oversees = visit.actor.role === 'manager' || visit.actor.role === 'auditor'
    const learning = await learningOf(visit.tx, round.id)
    visit.show(learning.map((l) => l.childId))
    const page = {
      title: 'What the round shows',
      round: roundView(round),
      back: oversees ? `/case-audits/rounds/${round.id}` : '/case-audits/mine',
      ...learningView(round.items, await countsOf(visit.tx, round.id), learning, oversees),
    }
    return {
      kind: 'view',
      template: 'domains/workforce/see-learning/see-learning.njk',
      model: { page },
    }
  },
}
