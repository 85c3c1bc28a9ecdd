import type { Answer } from '#platform/http/page.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Carried } from '../carried.ts'

type Shown = {
  readonly userName: string
  readonly carried: Carried
  readonly problems: readonly Problem[]
  readonly status: number
  readonly passkeys: boolean
}

export const NOT_RIGHT =
  'Enter your user name and password again. They do not belong together, or the account is closed'

/** The sign-in form. What was typed as a password is never shown again. */
export const signInForm = (shown: Shown): Extract<Answer, { kind: 'view' }> => ({
  kind: 'view',
  template: 'domains/people/sign-in/sign-in.njk',
  status: shown.status,
  model: {
    page: {
      title: 'Sign in',
      userName: shown.userName,
      carried: shown.carried,
      errors: errorsOf(shown.problems),
      passkeys: shown.passkeys,
    },
  },
})
