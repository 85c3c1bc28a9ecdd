import { randomUUID } from 'node:crypto'
import { trustedId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { roleChoices, teamChoices } from '../account-choices.view.ts'
import { readNewAccount } from '../account.form.ts'
import {
  givePassword,
  listTeams,
  openAccount,
  userNameFree,
  type Team,
} from '../accounts.queries.ts'
import { makeOneTimePassword } from '../made-secrets.ts'
import { passwordShown } from '../manage-accounts/password-shown.view.ts'
import { hashPassword } from '../password.ts'

const URL = '/accounts/open'

const form = (visit: Visit, teams: readonly Team[], problems: readonly Problem[] = []): Answer => ({
  kind: 'view',
  template: 'domains/people/open-account/open-account.njk',
  status: problems.length > 0 ? 422 : 200,
  model: {
    page: {
      title: 'Open an account',
      name: textOf(visit.form, 'name'),
      userName: textOf(visit.form, 'userName'),
      roles: roleChoices(textOf(visit.form, 'role')),
      teams: teamChoices(teams, textOf(visit.form, 'teamId')),
      errors: errorsOf(problems),
    },
  },
})

export const showOpenAccount: Page = {
  method: 'GET',
  url: URL,
  may: 'accounts.manage',
  audit: { action: 'accounts.open' },
  answer: async (visit) => form(visit, await listTeams(visit.tx, visit.actor.organisationId)),
}

export const openNewAccount: Page = {
  method: 'POST',
  url: URL,
  may: 'accounts.manage',
  audit: { action: 'accounts.open' },
  answer: async (visit) => {
    const { tx, actor } = visit
    const teams = await listTeams(tx, actor.organisationId)
    const read = readNewAccount(visit.form, teams)
    if ('problems' in read) return form(visit, teams, read.problems)
    const { typed } = read
    if (!(await userNameFree(tx, typed.userName))) {
      const text = 'Enter another user name. Somebody has this one already'
      return form(visit, teams, [{ field: 'userName', text }])
    }
    const id = trustedId<'person'>(randomUUID())
    const password = makeOneTimePassword()
    await openAccount(tx, { id, organisationId: actor.organisationId, ...typed })
    await givePassword(tx, id, await hashPassword(password), true)
    visit.note({ account: id, role: typed.role })
    return passwordShown('The account is open', { ...typed, id }, password, visit.origin)
  },
}
