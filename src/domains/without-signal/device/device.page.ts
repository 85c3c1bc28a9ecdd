import type { Answer, Page } from '#platform/http/page.ts'
import { getOwnChild, ownChild } from '#domains/words/index.ts'
import { deviceKeyOf } from '../device-key.queries.ts'

/** A session's longest: the phone forgets its key then, with or without signal. */
const LONGEST = 4 * 60 * 60 * 1000

/**
 * What a young person's own phone needs to keep things without signal: the key they alone have, and
 * the token of this session. Read by the worker on the phone, never stored by a browser.
 */
export const seeDevice: Page = {
  method: 'GET',
  url: '/me/device',
  may: 'me.open',
  audit: { action: 'me.device', childId: ownChild },
  async answer(visit): Promise<Answer> {
    // Nothing is kept on a device that is not theirs.
    if (visit.actor.borrowed) return { kind: 'not-found' }
    const { id, key } = await deviceKeyOf(visit.tx, getOwnChild(visit))
    const body = JSON.stringify({
      person: id,
      key: key.toString('base64'),
      csrf: visit.csrf,
      longest: new Date(visit.now.getTime() + LONGEST).toISOString(),
    })
    return { kind: 'file', name: 'device.json', type: 'application/json', body }
  },
}
