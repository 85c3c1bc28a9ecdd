import { textOf } from '#platform/http/fields.ts'
import type { Page } from '#platform/http/page.ts'
import { findAccount } from '../door.queries.ts'
import { countRecoveryCodes, listSessions } from '../factors.queries.ts'
import { listPasskeys } from '../passkeys.queries.ts'
import { relyingParty } from '../passkeys.ts'
import { findTeamName } from '../accounts.queries.ts'
import { ownAccountView } from './own-account.view.ts'

export const seeOwnAccount: Page = {
  method: 'GET',
  url: '/account',
  may: 'account.own',
  audit: { action: 'account.see' },
  answer: async (visit) => {
    const { actor } = visit
    const teamName = actor.teamId && (await findTeamName(visit.tx, actor.teamId))
    const known = await visit.door(async (door) => ({
      account: await findAccount(door, { id: actor.id }),
      recoveryCodes: await countRecoveryCodes(door, actor.id),
      passkeys: await listPasskeys(door, actor.id),
      sessions: await listSessions(door, actor.id),
    }))
    if (!known.account) return { kind: 'not-found' }
    return ownAccountView({
      actor,
      teamName,
      ...known,
      account: known.account,
      done: textOf(visit.query, 'done') || undefined,
      passkeysWork: relyingParty(visit.origin) !== undefined,
    })
  },
}
