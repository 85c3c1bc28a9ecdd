import { z } from 'zod'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { asUserName } from '../sign-in.rules.ts'

const shape = z.object({
  userName: z
    .string('Enter your user name')
    .transform(asUserName)
    .pipe(z.string().min(1, 'Enter your user name').max(200, 'Enter a shorter user name')),
  password: z
    .string('Enter your password')
    .min(1, 'Enter your password')
    .max(1000, 'Enter a shorter password'),
})

export type Typed = z.infer<typeof shape>

/** What was typed at sign-in, or what is missing. */
export function readSignIn(
  form: Readonly<Record<string, unknown>>,
): { readonly typed: Typed } | { readonly problems: readonly Problem[] } {
  const read = shape.safeParse(form)
  return read.success ? { typed: read.data } : { problems: problemsOf(read.error) }
}
