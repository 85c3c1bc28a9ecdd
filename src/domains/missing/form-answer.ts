import type { Answer } from '#platform/http/page.ts'
import { type AskedPage, askedAnswer } from '#domains/children/index.ts'
import type { PlanView } from './own-plan/plan.view.ts'

/** What stands beside a form: help with the decision, and the child's own plan where it comes first. */
export type Beside = { readonly topic: string; readonly plan?: PlanView | undefined }

export const formAnswer = (page: AskedPage, beside: Beside): Answer =>
  askedAnswer({ ...page, ...beside }, 'domains/missing/form.njk')
