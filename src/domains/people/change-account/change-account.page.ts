import { readId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { readAccountChange } from '../account.form.ts'
import { refuseChange, REFUSAL_WORDS } from '../account.rules.ts'
import {
  changeAccount,
  endSessionsOf,
  findSignIn,
  findStaff,
  givePassword,
  listTeams,
  resetSecondFactor,
  setClosed,
  type StaffAccount,
} from '../accounts.queries.ts'
import { makeOneTimePassword } from '../made-secrets.ts'
import { passwordShown } from '../manage-accounts/password-shown.view.ts'
import { hashPassword } from '../password.ts'
import { changeAccountView, conflictView } from './change-account.view.ts'

const URL = '/accounts/:personId'

async function accountOf(visit: Visit): Promise<StaffAccount | undefined> {
  const id = readId<'person'>(visit.params['personId'])
  const account = id && (await findStaff(visit.tx, visit.actor.organisationId, id))
  if (account) visit.note({ account: account.id })
  return account
}

const seen = async (visit: Visit, account: StaffAccount) => ({
  account,
  teams: await listTeams(visit.tx, visit.actor.organisationId),
  signIn: await findSignIn(visit.tx, account.id),
  own: account.id === visit.actor.id,
  done: textOf(visit.query, 'done') || undefined,
})

const boxesOf = (account: StaffAccount) => ({
  name: account.name,
  role: account.role,
  teamId: account.teamId ?? '',
})

export const showAccount: Page = {
  method: 'GET',
  url: URL,
  may: 'accounts.manage',
  audit: { action: 'accounts.see' },
  answer: async (visit) => {
    const account = await accountOf(visit)
    if (!account) return { kind: 'not-found' }
    return changeAccountView(await seen(visit, account), boxesOf(account))
  },
}

export const changeOneAccount: Page = {
  method: 'POST',
  url: URL,
  may: 'accounts.manage',
  audit: { action: 'accounts.change' },
  answer: async (visit) => {
    const account = await accountOf(visit)
    if (!account) return { kind: 'not-found' }
    const known = await seen(visit, account)
    const boxes = {
      name: textOf(visit.form, 'name'),
      role: textOf(visit.form, 'role'),
      teamId: textOf(visit.form, 'teamId'),
    }
    const read = readAccountChange(visit.form, known.teams)
    if ('problems' in read) return changeAccountView(known, boxes, read.problems)
    const refusal = refuseChange(visit.actor, account, read.typed)
    if (refusal) {
      return changeAccountView(known, boxes, [{ field: 'role', text: REFUSAL_WORDS[refusal] }])
    }
    visit.note({ role: read.typed.role })
    if (await changeAccount(visit.tx, account.id, read.typed.version, read.typed)) {
      return { kind: 'redirect', to: `/accounts/${account.id}?done=changed` }
    }
    const now = await accountOf(visit)
    return now ? conflictView(await seen(visit, now), boxes) : { kind: 'not-found' }
  },
}

type Act = (visit: Visit, account: StaffAccount) => Promise<Answer>

/** Something done to somebody else's account with one press. Their own they change elsewhere. */
const press = (path: string, action: string, act: Act): Page => ({
  method: 'POST',
  url: `${URL}/${path}`,
  may: 'accounts.manage',
  audit: { action },
  answer: async (visit) => {
    const account = await accountOf(visit)
    if (!account) return { kind: 'not-found' }
    const refusal = refuseChange(visit.actor, account, 'close')
    if (!refusal) return act(visit, account)
    const problem: Problem = { field: 'name', text: REFUSAL_WORDS[refusal] }
    return changeAccountView(await seen(visit, account), boxesOf(account), [problem])
  },
})

const back = (account: StaffAccount, done: string): Answer => ({
  kind: 'redirect',
  to: `/accounts/${account.id}?done=${done}`,
})

export const accountActs: readonly Page[] = [
  press('password', 'accounts.give-password', async (visit, account) => {
    if (account.closedAt) return { kind: 'not-found' }
    const password = makeOneTimePassword()
    await givePassword(visit.tx, account.id, await hashPassword(password), true)
    return passwordShown('A one-time password', account, password, visit.origin)
  }),
  press('second-factor', 'accounts.reset-second-factor', async (visit, account) => {
    await resetSecondFactor(visit.tx, account.id)
    return back(account, 'factor')
  }),
  press('close', 'accounts.close', async (visit, account) => {
    await endSessionsOf(visit.tx, account.id, 'account was closed')
    await setClosed(visit.tx, account.id, true, visit.now)
    return back(account, 'closed')
  }),
  press('reopen', 'accounts.reopen', async (visit, account) => {
    await setClosed(visit.tx, account.id, false, visit.now)
    return back(account, 'reopened')
  }),
]
