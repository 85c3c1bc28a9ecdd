import type { Answer } from '#platform/http/page.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Carried } from '../carried.ts'

type Who = { readonly hasCode: boolean; readonly passkeys: number }

/** The second step: a code from the app, a recovery code, or a passkey. */
export const secondFactorForm = (
  who: Who,
  carried: Carried,
  problems: readonly Problem[] = [],
  status = 200,
): Extract<Answer, { kind: 'view' }> => ({
  kind: 'view',
  template: 'domains/people/second-factor/second-factor.njk',
  status,
  model: {
    page: {
      title: 'Confirm that it is you',
      carried,
      hasCode: who.hasCode,
      hasPasskey: who.passkeys > 0,
      errors: errorsOf(problems),
    },
  },
})
