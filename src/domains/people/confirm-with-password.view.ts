import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer } from '#platform/http/page.ts'

type Asked = {
  readonly title: string
  /** What will happen. */
  readonly what: string
  readonly action: string
  readonly button: string
  readonly problems: readonly Problem[]
}

/** A page that says what will happen and asks for the password before it does. */
export const confirmWithPassword = (asked: Asked): Answer => ({
  kind: 'view',
  template: 'domains/people/confirm-with-password.njk',
  status: asked.problems.length > 0 ? 422 : 200,
  model: { page: { ...asked, errors: errorsOf(asked.problems) } },
})
