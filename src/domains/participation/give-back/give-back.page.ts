import type { Answer, Page } from '#platform/http/page.ts'
import { endSession } from '#platform/http/sessions.ts'
import { frameIn, languageOf, ownChild } from '#domains/words/index.ts'

const url = '/me/give-back'
const may = 'me.open'

/** Before a worker's device goes back: what the worker will not see. */
export const seeGiveBack: Page = {
  method: 'GET',
  url,
  may,
  whileHanded: true,
  audit: { action: 'me.give-back.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    if (!visit.actor.handedTo) return { kind: 'redirect', to: '/me' }
    return {
      kind: 'view',
      template: 'domains/participation/give-back/give-back.njk',
      model: { page: frameIn(await languageOf(visit), true, (w) => w.giveBack.title) },
    }
  },
}

/** Ends the young person's time on the device. The worker signs in again as themselves. */
export const giveBack: Page = {
  method: 'POST',
  url,
  may,
  whileHanded: true,
  audit: { action: 'me.give-back', childId: ownChild },
  async answer(visit): Promise<Answer> {
    await visit.door((door) => endSession(door, visit.actor.sessionId, 'the device was given back'))
    return { kind: 'redirect', to: '/sign-in', cookies: [{ name: 'session', value: null }] }
  },
}
