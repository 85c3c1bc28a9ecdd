import type { DoorPage } from '#platform/http/page.ts'
import { endSessionOf } from '#platform/http/sessions.ts'

/** Also for a device in a young person's hands, and for somebody between two steps of signing in. */
export const signOut: DoorPage = {
  method: 'POST',
  url: '/sign-out',
  may: 'anyone',
  audit: { action: 'sign-out' },
  answer: async (visit) => {
    if (visit.token) await endSessionOf(visit.tx, visit.token, 'signed out')
    return { kind: 'redirect', to: '/sign-in', cookies: [{ name: 'session', value: null }] }
  },
}
