import { ROLE_NAMES } from '#platform/access/capability.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Page } from '#platform/http/page.ts'
import { oneLine } from '../sign-in.rules.ts'
import { listStaff } from '../accounts.queries.ts'

const MOST = 200

export const listAccounts: Page = {
  method: 'GET',
  url: '/accounts',
  may: 'accounts.manage',
  audit: { action: 'accounts.list' },
  answer: async (visit) => {
    const search = oneLine(textOf(visit.query, 'search')).slice(0, 100)
    const found = await listStaff(visit.tx, visit.actor.organisationId, search, MOST)
    return {
      kind: 'view',
      template: 'domains/people/manage-accounts/list-accounts.njk',
      model: {
        page: {
          title: 'Accounts',
          organisation: visit.actor.organisationName,
          search,
          more: found.length > MOST ? MOST : undefined,
          accounts: found
            .slice(0, MOST)
            .map((a) => ({ ...a, role: ROLE_NAMES[a.role], closed: a.closedAt !== undefined })),
        },
      },
    }
  },
}
