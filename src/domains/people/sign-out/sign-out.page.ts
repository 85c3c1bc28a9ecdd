import { OWN_DOOR } from '#platform/http/own-side.ts'
import type { DoorPage } from '#platform/http/page.ts'
import { endSessionOf, sessionEver } from '#platform/http/sessions.ts'

/** Also for a device in a young person's hands, and for somebody between two steps of signing in. */
export const signOut: DoorPage = {
  method: 'POST',
  url: '/sign-out',
  may: 'anyone',
  audit: { action: 'sign-out' },
  answer: async (visit) => {
    const everything = (await sessionEver(visit.tx, visit.token))?.borrowed ?? false
    if (visit.token) await endSessionOf(visit.tx, visit.token, 'signed out')
    const own = visit.actor?.role === 'young_person' && !visit.actor.handedTo
    return { kind: 'leave', to: own || everything ? OWN_DOOR : '/sign-in', everything }
  },
}
