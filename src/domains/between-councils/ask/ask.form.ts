import { z } from 'zod'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { ourSide, whyNotYet } from '../our-side.form.ts'
import { PURPOSES } from '../protocol/terms.rules.ts'

const form = ourSide
  .extend({
    partner: z.uuid('Choose a council'),
    matcher: z.uuid('Choose a matcher'),
    purpose: z.enum(PURPOSES, 'Choose what it is for'),
    why: z
      .string('Enter why, for the lead of the other council')
      .trim()
      .min(1, 'Enter why, for the lead of the other council')
      .max(2000, 'Use 2,000 letters or fewer'),
  })
  .refine(whyNotYet.holds, whyNotYet.problem)

export type ReadQuestion = z.infer<typeof form>

/** For what a question about one child may be, and one about everybody. */
export const PURPOSES_OF = {
  one: ['missing', 'known_elsewhere'],
  everybody: ['known_elsewhere', 'later_lives'],
} as const

export function readQuestion(
  given: unknown,
  about: keyof typeof PURPOSES_OF,
): { readonly value: ReadQuestion } | { readonly problems: readonly Problem[] } {
  const read = form.safeParse(given)
  if (!read.success) return { problems: problemsOf(read.error) }
  const fits = PURPOSES_OF[about].some((p) => p === read.data.purpose)
  if (!fits) return { problems: [{ field: 'purpose', text: 'Choose what it is for' }] }
  return { value: read.data }
}
