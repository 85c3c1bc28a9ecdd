import { readId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { confirmPassword } from '../confirm-password.ts'
import { confirmWithPassword } from '../confirm-with-password.view.ts'
import { findAccount, type Account } from '../door.queries.ts'
import { forgetRecoveryCodes, removeCode } from '../factors.queries.ts'
import { ownAct } from '../own-act.ts'
import { listPasskeys, removePasskey } from '../passkeys.queries.ts'
import { needsFactor } from '../sign-in.rules.ts'

type Removing = {
  readonly title: string
  readonly what: string
  readonly done: string
  readonly act: string
  readonly remove: (door: Tx) => Promise<boolean>
}

const NEEDED: Problem = {
  field: 'currentPassword',
  text: 'Add another second factor first. Your account needs one, and this is the only one it has',
}

function form(visit: Visit, removing: Removing, problems: readonly Problem[] = []): Answer {
  return confirmWithPassword({
    ...removing,
    action: visit.path.split('?')[0] ?? visit.path,
    button: 'Remove it',
    problems,
  })
}

const isLast = (account: Account): boolean => (account.hasCode ? 1 : 0) + account.passkeys === 1

async function remove(visit: Visit, removing: Removing): Promise<Answer> {
  const { actor, now } = visit
  const typed = textOf(visit.form, 'currentPassword')
  const confirmed = await visit.door((door) =>
    confirmPassword(door, { person: actor.id, typed, now }),
  )
  if ('problem' in confirmed) return form(visit, removing, [confirmed.problem])
  const last = isLast(confirmed.account)
  if (last && needsFactor(confirmed.account)) return form(visit, removing, [NEEDED])
  const removed = await ownAct(visit, removing.act, async (door) => {
    // Codes that stand in for a factor mean nothing without one.
    if (last) await forgetRecoveryCodes(door, actor.id)
    return removing.remove(door)
  })
  if (!removed) return { kind: 'not-found' }
  return { kind: 'redirect', to: `/account?done=${removing.done}` }
}

async function code(visit: Visit): Promise<Removing | undefined> {
  const { actor } = visit
  const account = await visit.door((door) => findAccount(door, { id: actor.id }))
  if (!account?.hasCode) return undefined
  return {
    title: 'Turn off your authenticator app',
    what: 'You will no longer be asked for its codes. Remove Waymark from the app afterwards.',
    done: 'authenticator',
    act: 'account.authenticator-removed',
    remove: (door) => removeCode(door, actor.id),
  }
}

async function passkey(visit: Visit): Promise<Removing | undefined> {
  const { actor } = visit
  const id = readId<'passkey'>(visit.params['passkeyId'])
  if (!id) return undefined
  const passkeys = await visit.door((door) => listPasskeys(door, actor.id))
  const found = passkeys.find((p) => p.id === id)
  if (!found) return undefined
  return {
    title: 'Remove a passkey',
    what: `“${found.name}” will no longer sign you in. Delete it from the device too.`,
    done: 'passkey-removed',
    act: 'account.passkey-removed',
    remove: (door) => removePasskey(door, actor.id, id),
  }
}

type Find = (visit: Visit) => Promise<Removing | undefined>

const pagesOf = (url: string, action: string, find: Find): readonly Page[] => [
  {
    method: 'GET',
    url,
    may: 'account.own',
    audit: { action },
    answer: async (visit) => {
      const removing = await find(visit)
      return removing ? form(visit, removing) : { kind: 'not-found' }
    },
  },
  {
    method: 'POST',
    url,
    may: 'account.own',
    audit: { action },
    answer: async (visit) => {
      const removing = await find(visit)
      return removing ? remove(visit, removing) : { kind: 'not-found' }
    },
  },
]

export const removeAuthenticator = pagesOf(
  '/account/authenticator/remove',
  'account.remove-authenticator',
  code,
)
export const removeOnePasskey = pagesOf(
  '/account/passkeys/:passkeyId/remove',
  'account.remove-passkey',
  passkey,
)
