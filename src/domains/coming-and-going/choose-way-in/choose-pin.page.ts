import { randomBytes } from 'node:crypto'
import { textOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { hashPassword, ownAct } from '#domains/people/index.ts'
import { frameIn, languageOf, ownChild, type YouthWords } from '#domains/words/index.ts'
import { forgetPin, keepPin } from '../pin.queries.ts'
import { pinAsKept, readPin, refusePin } from '../pin.rules.ts'
import { isFresh, wayIn } from './choose-way-in.page.ts'

const url = '/me/way-in/pin'
const may = 'me.open'

async function form(
  visit: Visit,
  problems: (w: YouthWords) => readonly Problem[] = () => [],
): Promise<Answer> {
  const frame = frameIn(await languageOf(visit), false, (w) => w.wayIn.title)
  const errors = errorsOf(problems(frame.w))
  return {
    kind: 'view',
    template: 'domains/coming-and-going/choose-way-in/choose-pin.njk',
    status: errors.list.length > 0 ? 422 : 200,
    model: { page: { ...frame, errors } },
  }
}

/** A device that is not theirs keeps no way in; a session from a while ago makes none. */
const mayKeep = (visit: Visit): boolean => isFresh(visit) && !visit.actor.borrowed

export const seeChoosePin: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'me.way-in.pin.see', childId: ownChild },
  answer: (visit) => (mayKeep(visit) ? form(visit) : wayIn(visit)),
}

/** Ties a PIN to this device: the browser keeps a secret that nobody sees, and the PIN works only beside it. */
export const choosePin: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'me.way-in.pin', childId: ownChild },
  async answer(visit): Promise<Answer> {
    if (!mayKeep(visit)) return wayIn(visit)
    const pin = readPin(textOf(visit.form, 'pin'))
    const refusal = refusePin(pin)
    if (pin === undefined || refusal) {
      return form(visit, (w) => [
        { field: 'pin', text: refusal === 'easy' ? w.wayIn.pinEasy : w.wayIn.pinSix },
      ])
    }
    const { actor, deviceToken } = visit
    const token = randomBytes(32).toString('base64url')
    const pinHash = await hashPassword(visit.keyed(pinAsKept(actor.id, pin)).toString('base64'))
    await ownAct(visit, 'me.way-in.pin-set', async (door) => {
      if (deviceToken)
        await forgetPin(door, actor.id, { token: deviceToken }, 'another PIN was set')
      await keepPin(door, actor.id, { token, pinHash, device: visit.device })
      return true
    })
    return {
      kind: 'redirect',
      to: '/me/way-in?done=pin',
      cookies: [{ name: 'device', value: token }],
    }
  },
}
