import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  endSessions,
  findAccount,
  hashPassword,
  listSessions,
  makeThreeWords,
  ownAct,
  relyingParty,
  setPassword,
} from '#domains/people/index.ts'
import { frameIn, languageOf, ownChild } from '#domains/words/index.ts'
import { onward } from '../begin/begin.page.ts'
import { knownDevice } from '../pin.queries.ts'
import { waysOf } from '../ways.queries.ts'
import { wayInView } from './choose-way-in.view.ts'

const url = '/me/way-in'
const may = 'me.open'
const MINUTE = 60_000
const FRESH = 30 * MINUTE

/** A way in may be changed for a while after coming in: an open device that is found later gives nobody a way back. */
export const isFresh = (visit: Visit): boolean =>
  visit.now.getTime() - visit.actor.signedInAt.getTime() < FRESH

export async function wayIn(visit: Visit, done?: string): Promise<Answer> {
  const { actor } = visit
  const known = await visit.door(async (door) => ({
    ways: await waysOf(door, actor.id),
    sessions: await listSessions(door, actor.id),
    device: await knownDevice(door, visit.deviceToken),
  }))
  const { ways } = known
  const frame = frameIn(await languageOf(visit), false, (w) => w.wayIn.title)
  const later = onward(visit).to('/me/start')
  return {
    kind: 'view',
    template: 'domains/coming-and-going/choose-way-in/choose-way-in.njk',
    model: {
      page: wayInView(frame, {
        ...known,
        current: actor.sessionId,
        first: !ways.words && ways.pins.length + ways.passkeys.length === 0,
        borrowed: actor.borrowed,
        fresh: isFresh(visit),
        pinHere: known.device?.person === actor.id,
        passkeysWork: relyingParty(visit.origin) !== undefined,
        done,
        later: `${later}${later.includes('?') ? '&' : '?'}later=yes`,
      }),
    },
  }
}

/** How I come in, and where I am signed in. */
export const seeWayIn: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'me.way-in.see', childId: ownChild },
  answer: (visit) => wayIn(visit, textOf(visit.query, 'done') || undefined),
}

/** Three words, made by us and shown once. The ones before stop working, and so does whoever came in with them. */
export const makeOwnWords: Page = {
  method: 'POST',
  url: `${url}/words`,
  may,
  audit: { action: 'me.way-in.words', childId: ownChild },
  async answer(visit): Promise<Answer> {
    if (!isFresh(visit)) return wayIn(visit)
    const { actor } = visit
    const words = makeThreeWords()
    const hash = await hashPassword(words)
    const account = await ownAct(visit, 'me.way-in.words-made', async (door) => {
      await setPassword(door, actor.id, hash)
      await endSessions(door, actor.id, 'made new words', actor.sessionId)
      return findAccount(door, { id: actor.id })
    })
    if (!account) return { kind: 'not-found' }
    const frame = frameIn(await languageOf(visit), false, (w) => w.wayIn.wordsTitle)
    return {
      kind: 'view',
      template: 'domains/coming-and-going/choose-way-in/words-made.njk',
      model: { page: { ...frame, words, userName: account.userName } },
    }
  },
}
