import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, DoorPage, DoorVisit } from '#platform/http/page.ts'
import { passwordMatches, triesUnder } from '#domains/people/index.ts'
import type { YouthWords } from '#domains/words/index.ts'
import { alreadyIn, doorPage, onlyPassing } from '../door-frame.ts'
import { enter, ownAccount } from '../enter.ts'
import { type KnownDevice, knownDevice, rightPin, wrongPin } from '../pin.queries.ts'
import { pinAsKept, readPin } from '../pin.rules.ts'

const url = '/in/pin'

type Saying = (w: YouthWords) => readonly Problem[]

/** Only for a browser that holds a device's secret: a PIN by itself opens nothing. */
async function shown(visit: DoorVisit, problems: Saying = () => [], status = 200): Promise<Answer> {
  const known = (await knownDevice(visit.tx, visit.deviceToken)) !== undefined
  return doorPage(visit, {
    template: 'with-pin/with-pin.njk',
    path: url,
    title: (w) => w.doorPin.title,
    problems: known ? problems : (w) => [{ field: 'pin', text: w.doorPin.forgotten }],
    status: known ? status : 422,
    more: { known },
  })
}

export const showWithPin: DoorPage = {
  method: 'GET',
  url,
  may: 'anyone',
  audit: 'nothing to record',
  answer: async (visit) => alreadyIn(visit) ?? shown(visit),
}

export const comeInWithPin: DoorPage = {
  method: 'POST',
  url,
  may: 'anyone',
  audit: { action: 'sign-in.pin' },
  answer: async (visit) => {
    if (onlyPassing(visit)) return shown(visit)
    // Held until the try is over: many tries at once are looked at one after the other.
    const device = await knownDevice(visit.tx, visit.deviceToken)
    if (!device) return shown(visit)
    visit.about(device.person)
    if (await isRight(visit, device)) {
      const account = await ownAccount(visit, { id: device.person })
      if (!account) return shown(visit, (w) => [{ field: 'pin', text: w.doorPin.wrong }], 422)
      await rightPin(visit.tx, device.id)
      return enter(visit, account, { borrowed: false, passed: true })
    }
    const forgotten = await wrongPin(visit.tx, device.id)
    visit.note({ why: forgotten ? 'forgotten' : 'wrong' })
    const again = await shown(visit, (w) => [{ field: 'pin', text: w.doorPin.wrong }], 422)
    return forgotten && again.kind === 'view'
      ? { ...again, cookies: [{ name: 'device', value: null }] }
      : again
  },
}

async function isRight(visit: DoorVisit, device: KnownDevice): Promise<boolean> {
  const pin = readPin(textOf(visit.form, 'pin'))
  if (pin === undefined) return false
  const kept = triesUnder(visit.keys.names, pinAsKept(device.person, pin)).toString('base64')
  return passwordMatches(kept, device.pinHash)
}
