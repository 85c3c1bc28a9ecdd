import { textOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { readNewPassword } from '../choose-password/choose-password.form.ts'
import { confirmPassword } from '../confirm-password.ts'
import { changePassword, endSessions } from '../factors.queries.ts'
import { asPassphrase } from '../made-secrets.rules.ts'
import { ownAct } from '../own-act.ts'
import { hashPassword } from '../password.ts'
import { findOwnUserName } from '../accounts.queries.ts'

const form = (problems: readonly Problem[] = []): Answer => ({
  kind: 'view',
  template: 'domains/people/change-password/change-password.njk',
  status: problems.length > 0 ? 422 : 200,
  model: {
    page: {
      title: 'Change your password',
      errors: errorsOf(problems),
    },
  },
})

export const showChangePassword: Page = {
  method: 'GET',
  url: '/account/password',
  may: 'account.own',
  audit: { action: 'account.change-password' },
  answer: async () => form(),
}

export const changeOwnPassword: Page = {
  method: 'POST',
  url: '/account/password',
  may: 'account.own',
  audit: { action: 'account.change-password' },
  answer: async (visit) => {
    const { actor, now } = visit
    const read = readNewPassword(visit.form, await findOwnUserName(visit.tx, actor.id))
    if ('problems' in read) return form(read.problems)
    const typed = textOf(visit.form, 'currentPassword')
    const confirmed = await visit.door((door) =>
      confirmPassword(door, { person: actor.id, typed, now }),
    )
    if ('problem' in confirmed) return form([confirmed.problem])
    const hash = await hashPassword(asPassphrase(read.password))
    await ownAct(visit, 'account.password-changed', async (door) => {
      await changePassword(door, actor.id, hash)
      return endSessions(door, actor.id, 'password was changed', actor.sessionId)
    })
    return { kind: 'redirect', to: '/account?done=password' }
  },
}
