import { z } from 'zod'
import { readId, type TeamId } from '#kernel/ids.ts'
import { versionOf } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { STAFF_ROLES, type StaffRole } from './account.rules.ts'
import { asUserName, oneLine } from './sign-in.rules.ts'

const name = z
  .string('Enter the person’s name')
  .transform((text) => oneLine(text.normalize('NFC')))
  .pipe(
    z.string().min(1, 'Enter the person’s name').max(200, 'Enter a name of at most 200 characters'),
  )

const userName = z
  .string('Enter a user name')
  .transform(asUserName)
  .pipe(
    z
      .string()
      .min(1, 'Enter a user name')
      .min(3, 'Enter a user name of at least 3 characters')
      .max(100, 'Enter a user name of at most 100 characters')
      .regex(
        /^[a-z0-9][a-z0-9._@+-]*$/,
        'Enter a user name of letters a to z, figures, full stops and dashes, or a work email address',
      ),
  )

const role = z.enum(STAFF_ROLES, 'Choose what the person does')

type Teams = readonly { readonly id: TeamId }[]

/** No team, or one of the organisation's own. */
const teamOf = (teams: Teams) =>
  z
    .string('Choose a team, or no team')
    .refine(
      (text) => text === '' || teams.some((t) => t.id === text),
      'Choose a team of your organisation, or no team',
    )
    .transform((text) => readId<'team'>(text))

type Read<T> = { readonly typed: T } | { readonly problems: readonly Problem[] }

export type NewAccount = {
  readonly name: string
  readonly userName: string
  readonly role: StaffRole
  readonly teamId: TeamId | undefined
}

export function readNewAccount(
  form: Readonly<Record<string, unknown>>,
  teams: Teams,
): Read<NewAccount> {
  return read(z.object({ name, userName, role, teamId: teamOf(teams) }), form)
}

export type AccountChange = {
  readonly name: string
  readonly role: StaffRole
  readonly teamId: TeamId | undefined
  readonly version: number
}

export function readAccountChange(
  form: Readonly<Record<string, unknown>>,
  teams: Teams,
): Read<AccountChange> {
  const version = z
    .unknown()
    .transform(() => versionOf(form))
    .refine((n) => n > 0, 'Open this page again: the form arrived incomplete')
  return read(z.object({ name, role, teamId: teamOf(teams), version }), form)
}

export const readTeamName = (form: Readonly<Record<string, unknown>>): Read<{ name: string }> =>
  read(
    z.object({
      name: z
        .string('Enter a name for the team')
        .transform((text) => oneLine(text.normalize('NFC')))
        .pipe(
          z
            .string()
            .min(1, 'Enter a name for the team')
            .max(200, 'Enter a name of at most 200 characters'),
        ),
    }),
    form,
  )

function read<T>(shape: z.ZodType<T>, form: Readonly<Record<string, unknown>>): Read<T> {
  const found = shape.safeParse(form)
  return found.success ? { typed: found.data } : { problems: problemsOf(found.error) }
}
