import { never } from '#kernel/never.ts'
import type { Role } from '#platform/access/capability.ts'
import type { Page } from '#platform/http/page.ts'

/** Where each kind of person begins. */
export function homeOf(role: Role): string {
  switch (role) {
    case 'young_person':
      return '/me/start'
    case 'practitioner':
    case 'guardian':
      return '/my-day'
    case 'manager':
      return '/team-day'
    case 'auditor':
      return '/children'
    case 'analyst':
      return '/area'
    case 'administrator':
      return '/accounts'
    case 'carer':
      return '/looking-after'
    default:
      return never(role)
  }
}

export const home: Page = {
  method: 'GET',
  url: '/home',
  may: 'home.open',
  audit: { action: 'home.open' },
  whileHanded: true,
  // On a worker's device in a young person's hands, home is what they are doing there.
  answer: async ({ actor }) => ({
    kind: 'redirect',
    to: actor.handedTo ? '/me/check-in' : homeOf(actor.role),
  }),
}

export const root: Page = { ...home, url: '/' }
