import { readId } from '#kernel/ids.ts'
import { londonDayAndTime } from '#kernel/london-time.ts'
import { ROLE_NAMES, ROLES } from '#platform/access/capability.ts'
import type { Asked, Page } from '#platform/http/page.ts'
import { actInWords, outcomeInWords } from '../trail.rules.ts'
import { whoLooked, type Look } from '../trail.queries.ts'

const MOST = 200

const childId = (visit: Asked) => readId<'child'>(visit.params['childId'])

export const seeWhoLooked: Page = {
  method: 'GET',
  url: '/children/:childId/who-looked',
  may: 'children.read',
  audit: { action: 'child.who-looked', childId },
  async answer(visit) {
    const child = childId(visit)
    if (!child) return { kind: 'not-found' }
    const looks = await whoLooked(visit.tx, child, MOST)
    return {
      kind: 'view',
      template: 'domains/audit/see-who-looked/see-who-looked.njk',
      model: {
        page: {
          title: 'Who has looked at this record',
          rows: looks.map(rowOf),
          child: `/children/${child}`,
          more: looks.length === MOST,
        },
      },
    }
  },
}

function rowOf(look: Look) {
  return {
    at: londonDayAndTime(look.at),
    who: look.actor_name ?? 'Somebody whose account is not here',
    role: roleName(look.actor_role),
    organisation: look.organisation_name ?? '',
    did: look.in_a_list
      ? `${actInWords(look.action)}, which showed this child`
      : actInWords(look.action),
    outcome: outcomeInWords(look.outcome),
  }
}

function roleName(role: string | null): string {
  const known = ROLES.find((r) => r === role)
  return known ? ROLE_NAMES[known] : ''
}
