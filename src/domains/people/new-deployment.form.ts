import { z } from 'zod'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { asUserName, oneLine } from './sign-in.rules.ts'

const line = (missing: string) =>
  z
    .string(missing)
    .transform((text) => oneLine(text.normalize('NFC')))
    .pipe(z.string().min(1, missing).max(200, 'Enter at most 200 characters'))

const CODE =
  'Enter a code of 2 to 20 capital letters, figures and dashes for the organisation, for example NORTHMERE'
const USER_NAME =
  'Enter a user name of 3 to 100 letters a to z, figures, full stops and dashes, or a work email address'

export const newDeploymentFields = {
  organisationName: line('Enter the name of the organisation'),
  organisationCode: z
    .string(CODE)
    .transform((text) => text.trim().toUpperCase())
    .pipe(z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,19}$/, CODE)),
  administratorName: line('Enter the name of the first administrator'),
  userName: z
    .string(USER_NAME)
    .transform(asUserName)
    .pipe(
      z
        .string()
        .min(3, USER_NAME)
        .max(100, USER_NAME)
        .regex(/^[a-z0-9][a-z0-9._@+-]*$/, USER_NAME),
    ),
} as const

export type DeploymentField = keyof typeof newDeploymentFields

/** Who a new deployment is for, and who opens the first accounts there. */
export type NewDeployment = {
  readonly organisationName: string
  readonly organisationCode: string
  readonly administratorName: string
  readonly userName: string
}

/** One answer, as it is kept, or the sentence that says what to enter. */
export function readDeploymentField(
  field: DeploymentField,
  typed: string,
): { readonly value: string } | { readonly problem: string } {
  const read = newDeploymentFields[field].safeParse(typed)
  if (read.success) return { value: read.data }
  const problems: readonly Problem[] = problemsOf(read.error)
  return { problem: problems[0]?.text ?? 'Enter it again' }
}
