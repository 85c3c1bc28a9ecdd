import type { Answer, Page } from '#platform/http/page.ts'
import { textOf } from '#platform/http/fields.ts'
import { answersIn, oneOf, WITHDRAWN_BECAUSE, withdraw } from '#domains/outcomes/index.ts'
import { ownChild } from '#domains/words/index.ts'
import { ownCheckIn } from '../own-page.ts'
import { takeReceiptBack } from '../answering/receipts.queries.ts'
import { readView } from './read-check-in.view.ts'

const may = 'me.open'

/** What I shared. */
export const readCheckIn: Page = {
  method: 'GET',
  url: '/me/check-in/:checkIn',
  may,
  whileHanded: true,
  audit: { action: 'me.check-in.read', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const own = await ownCheckIn(visit)
    if (!own || own.checkIn.status === 'thrown_away') return { kind: 'not-found' }
    if (own.checkIn.status === 'draft') {
      return { kind: 'redirect', to: `/me/check-in/${own.checkIn.id}/end` }
    }
    return {
      kind: 'view',
      template: 'domains/participation/read-check-in/read-check-in.njk',
      model: {
        page: readView({
          ...own,
          answers: await answersIn(visit.tx, own.checkIn.id),
          handed: visit.actor.handedTo !== undefined,
          justShared: textOf(visit.query, 'just') === 'shared',
        }),
      },
    }
  },
}

/** Takes it back: that it was shared stays, the words are the young person's alone. */
export const takeBack: Page = {
  method: 'POST',
  url: '/me/check-in/:checkIn/take-back',
  may,
  whileHanded: true,
  audit: { action: 'me.check-in.take-back', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const own = await ownCheckIn(visit)
    if (!own) return { kind: 'not-found' }
    const because = oneOf(WITHDRAWN_BECAUSE, textOf(visit.form, 'because')) ?? 'not_said'
    await withdraw(visit.tx, own.checkIn.id, because, visit.now)
    await takeReceiptBack(visit.tx, 'check_in', own.checkIn.id, visit.now)
    return { kind: 'redirect', to: `/me/check-in/${own.checkIn.id}` }
  },
}
