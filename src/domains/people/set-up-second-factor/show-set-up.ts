import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, DoorVisit } from '#platform/http/page.ts'
import type { Carried } from '../carried.ts'
import type { Account } from '../door.queries.ts'
import { enrolmentOf, newCodeSecret, openSecret, sealSecret } from '../one-time-code.ts'

type View = Extract<Answer, { kind: 'view' }>

/**
 * The page that ties an authenticator app to an account. The secret waits in the page itself, sealed
 * for this person, until a code proves that the app has it: nothing is kept before that.
 */
export function setUpForm(
  visit: Pick<DoorVisit, 'keys'>,
  account: Account,
  carried: Carried,
  action: string,
  problems: readonly Problem[] = [],
  sealedBefore = '',
): View {
  const before = openSecret(visit.keys.secrets, account.id, sealedBefore)
  const secret = before ?? newCodeSecret()
  const enrolment = enrolmentOf(secret, account.userName)
  return {
    kind: 'view',
    template: 'domains/people/set-up-second-factor/set-up.njk',
    status: problems.length > 0 ? 422 : 200,
    model: {
      page: {
        title: 'Set up your authenticator app',
        action,
        carried,
        enrolment,
        sealed: before ? sealedBefore : sealSecret(visit.keys.secrets, account.id, secret),
        errors: errorsOf(problems),
        asksPassword: action.startsWith('/account'),
        replaces: account.hasCode,
      },
    },
  }
}

/** The recovery codes, shown this once. */
export function recoveryCodesShown(codes: readonly string[], carried: Carried): View {
  return {
    kind: 'view',
    template: 'domains/people/set-up-second-factor/recovery-codes.njk',
    model: { page: { title: 'Your recovery codes', codes, carried } },
  }
}
