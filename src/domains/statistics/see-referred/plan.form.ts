import { z } from 'zod'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { PlanToKeep } from './plan.queries.ts'

// oxlint-disable-next-line no-control-regex -- text in PostgreSQL cannot hold this character
const clean = (text: string): string => text.replace(/\u0000/g, '').replace(/\r\n?/g, '\n')

const needed = (enter: string, most: number) =>
  z
    .string(enter)
    .transform((text) => clean(text).trim())
    .pipe(z.string().min(1, enter).max(most, `Use ${most} letters or fewer`))

const form = z.object({
  question: needed('Enter the question', 2000),
  who: needed('Enter who is in the figures', 2000),
  measured: needed('Enter how it is measured', 3000),
  limits: needed('Enter what the figures cannot show', 5000),
  notDone: needed('Enter what is not done with them', 2000),
  because: needed('Enter why the plan changes', 500),
})

/** Reads a whole plan: none is kept without what its figures cannot show. */
export function readPlan(
  typed: Readonly<Record<string, unknown>>,
): { readonly value: PlanToKeep } | { readonly problems: readonly Problem[] } {
  const read = form.safeParse(typed)
  return read.success ? { value: read.data } : { problems: problemsOf(read.error) }
}
