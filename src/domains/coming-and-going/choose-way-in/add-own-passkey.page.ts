import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { askOwnPasskey, keepOwnPasskey, ownAct, relyingParty } from '#domains/people/index.ts'
import { dayIn, frameIn, languageOf, ownChild, say } from '#domains/words/index.ts'
import { isFresh, wayIn } from './choose-way-in.page.ts'

const url = '/me/way-in/passkey'
const may = 'me.open'

const mayAdd = (visit: Visit): boolean =>
  relyingParty(visit.origin) !== undefined && isFresh(visit) && !visit.actor.borrowed

/** Asked for by the browser when the button is pressed. */
export const askToAddOwnPasskey: Page = {
  method: 'POST',
  url: `${url}/options`,
  may,
  audit: { action: 'me.way-in.passkey.ask', childId: ownChild },
  async answer(visit): Promise<Answer> {
    if (!mayAdd(visit)) return { kind: 'not-found' }
    const { actor, origin } = visit
    const asked = await visit.door((door) =>
      askOwnPasskey({ door, person: actor.id, origin }, visit.own.name),
    )
    if (!asked) return { kind: 'not-found' }
    return {
      kind: 'file',
      name: 'options.json',
      type: 'application/json',
      body: JSON.stringify(asked),
    }
  },
}

export const addOwnPasskey: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'me.way-in.passkey', childId: ownChild },
  async answer(visit): Promise<Answer> {
    if (!mayAdd(visit)) return wayIn(visit)
    const { actor, origin, now } = visit
    const frame = frameIn(await languageOf(visit), false, (w) => w.wayIn.title)
    const name = say(frame.w.wayIn.passkeyName, { day: dayIn(frame.language, now) })
    const added = await ownAct(visit, 'me.way-in.passkey-added', (door) =>
      keepOwnPasskey(
        { door, person: actor.id, origin },
        textOf(visit.form, 'response'),
        name.slice(0, 60),
      ),
    )
    return { kind: 'redirect', to: `/me/way-in?done=${added ? 'passkey' : 'not-added'}` }
  },
}
