import type { Page } from '#platform/http/page.ts'
import { everyLink } from './links.ts'

/** Everything somebody may open, under what it is for. */
export const everything: Page = {
  method: 'GET',
  url: '/everything',
  may: 'home.everything',
  audit: { action: 'home.everything' },
  answer: async ({ actor }) => ({
    kind: 'view',
    template: 'desks/home/everything.njk',
    model: { page: { title: 'Everything', groups: everyLink(actor.role) } },
  }),
}
