import type { Answer, DoorPage, DoorVisit } from '#platform/http/page.ts'
import { alreadyIn, doorPage } from '../door-frame.ts'
import { knownDevice } from '../pin.queries.ts'

const url = '/in'

const shown = async (visit: DoorVisit): Promise<Answer> =>
  doorPage(visit, {
    template: 'come-in/come-in.njk',
    path: url,
    title: (w) => w.door.title,
    more: { pinHere: (await knownDevice(visit.tx, visit.deviceToken)) !== undefined },
  })

/** The young person's own door: every way in, in every language, before anybody is known. */
export const showComeIn: DoorPage = {
  method: 'GET',
  url,
  may: 'anyone',
  audit: 'nothing to record',
  answer: async (visit) => alreadyIn(visit) ?? shown(visit),
}

/** With something that was typed when a session ran out. */
export const comeInWithKept: DoorPage = {
  method: 'POST',
  url,
  may: 'anyone',
  audit: 'nothing to record',
  answer: shown,
}
