import type { DoorPage } from '#platform/http/page.ts'
import { doorPage } from '../door-frame.ts'

const url = '/in/about'

/** What these pages keep private and what they cannot, said honestly. Open to anybody, before and after coming in. */
export const seeWhatCanBeSeen: DoorPage = {
  method: 'GET',
  url,
  may: 'anyone',
  audit: 'nothing to record',
  answer: (visit) =>
    doorPage(visit, {
      template: 'stay-safe/stay-safe.njk',
      path: url,
      title: (w) => w.aboutPages.title,
      more: { inside: visit.actor?.role === 'young_person' && !visit.actor.handedTo },
    }),
}
