import type { Answer } from '#platform/http/page.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Carried } from '../carried.ts'

/** A password of one's own in place of the one that was given. */
export const newPasswordForm = (
  carried: Carried,
  problems: readonly Problem[] = [],
): Extract<Answer, { kind: 'view' }> => ({
  kind: 'view',
  template: 'domains/people/choose-password/choose-password.njk',
  status: problems.length > 0 ? 422 : 200,
  model: { page: { title: 'Choose your own password', carried, errors: errorsOf(problems) } },
})
