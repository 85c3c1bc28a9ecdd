import type { DoorPage } from '#platform/http/page.ts'
import { admit, elsewhere, standing } from '../admit.ts'
import { carriedOf } from '../carried.ts'
import { changePassword } from '../factors.queries.ts'
import { asPassphrase } from '../made-secrets.rules.ts'
import { hashPassword, passwordMatches, someHash } from '../password.ts'
import { nextStep } from '../sign-in.rules.ts'
import { readNewPassword } from './choose-password.form.ts'
import { newPasswordForm } from './choose-password.view.ts'

const URL = '/sign-in/new-password'

export const showNewPassword: DoorPage = {
  method: 'GET',
  url: URL,
  may: 'anyone',
  audit: 'nothing to record',
  answer: async (visit) => {
    const at = await standing(visit)
    const carried = carriedOf(visit)
    if (!at || nextStep({ ...at.account, passed: at.passed }) !== 'new-password') {
      return elsewhere(visit, at, carried)
    }
    return newPasswordForm(carried)
  },
}

export const chooseNewPassword: DoorPage = {
  method: 'POST',
  url: URL,
  may: 'anyone',
  audit: { action: 'sign-in.new-password' },
  answer: async (visit) => {
    const at = await standing(visit)
    const carried = carriedOf(visit)
    if (!at || nextStep({ ...at.account, passed: at.passed }) !== 'new-password') {
      return elsewhere(visit, at, carried)
    }
    const read = readNewPassword(visit.form, at.account.userName)
    if ('problems' in read) return newPasswordForm(carried, read.problems)
    const password = asPassphrase(read.password)
    if (await passwordMatches(password, at.account.passwordHash ?? someHash)) {
      const text = 'Enter a password of your own. This is the one you were given'
      return newPasswordForm(carried, [{ field: 'newPassword', text }])
    }
    await changePassword(visit.tx, at.account.id, await hashPassword(password))
    return admit(visit, { ...at.account, mustChange: false }, carried, at.passed)
  },
}
