import type { Role } from '#platform/access/capability.ts'
import { csrfField, csrfToken } from '#platform/http/csrf.ts'
import { open } from '#platform/http/held.ts'
import type { Answer, Cookie, DoorVisit } from '#platform/http/page.ts'
import { endSessionOf, sessionAtDoor, startSession } from '#platform/http/sessions.ts'
import { ourMarkup } from '#platform/views/environment.ts'
import { trustedId, type PersonId, type SessionId } from '#kernel/ids.ts'
import { withNext, type Carried } from './carried.ts'
import { findAccount, findUnfinished, markPassed, type Account } from './door.queries.ts'
import { newPasswordForm } from './choose-password/choose-password.view.ts'
import { secondFactorForm } from './second-factor/second-factor.view.ts'
import { setUpForm } from './set-up-second-factor/show-set-up.ts'
import { relyingParty } from './passkeys.ts'
import { signInForm } from './sign-in/sign-in.view.ts'
import { keptForm } from './sign-in/kept.view.ts'
import { keptFields, mayBeKept, nextStep, STEP_AT } from './sign-in.rules.ts'

/**
 * Somebody showed what was asked of them: a new session with a new token in place of the one before,
 * and on to the next step, or in.
 */
export async function admit(
  visit: DoorVisit,
  account: Account,
  carried: Carried,
  passed: boolean,
): Promise<Answer> {
  const begun = await beginSession(visit, account, passed)
  if (begun.step === 'in') return welcome(visit, account, begun.session, carried, begun.cookies)
  return stepAnswer(visit, account, carried, begun.step, begun.cookies)
}

/** On to a step that still stands before the pages. A kept form cannot travel in a redirect: there the step's form is the answer itself. */
export function stepAnswer(
  visit: DoorVisit,
  account: Account,
  carried: Carried,
  step: Exclude<Begun['step'], 'in'>,
  cookies: readonly Cookie[],
): Answer {
  if (carried.held) return { ...stepForm(step, visit, account, carried), cookies }
  return { kind: 'redirect', to: withNext(STEP_AT[step], carried), cookies }
}

type Begun = {
  readonly step: ReturnType<typeof nextStep>
  readonly session: SessionId
  readonly cookies: readonly Cookie[]
}

/** Ends the session there was, and starts one that has come as far as this. A device once said to be borrowed stays so through every step. */
export async function beginSession(
  visit: DoorVisit,
  account: Account,
  passed: boolean,
  borrowed?: boolean,
): Promise<Begun> {
  const before = await sessionAtDoor(visit.tx, visit.token)
  const step = nextStep({ ...account, passed })
  visit.about(account.id)
  visit.note({ step })
  if (visit.token) await endSessionOf(visit.tx, visit.token, 'signed in again')
  const token = await startSession(visit.tx, {
    person: account.id,
    step: step === 'in' ? 'signed-in' : 'second-factor',
    address: visit.address,
    device: visit.device,
    borrowed: borrowed ?? (before?.step === 'second-factor' && before.borrowed),
  })
  const session = await sessionAtDoor(visit.tx, token)
  if (!session) throw new Error('A session that has just begun is not there')
  if (passed && step !== 'in') await markPassed(visit.tx, session.id)
  return { step, session: session.id, cookies: [{ name: 'session', value: token }] }
}

/** Signed in: what was typed when the last session ran out comes first, for the person who typed it. */
export function welcome(
  visit: DoorVisit,
  who: { readonly id: PersonId; readonly role: Role },
  session: SessionId,
  carried: Carried,
  cookies: readonly Cookie[] = [],
): Answer {
  const held = carried.held ? open(visit.keys.held, carried.held, who.id) : undefined
  if (held && mayBeKept(held.to)) {
    const csrf = ourMarkup(csrfField(csrfToken(visit.keys.csrf, session)))
    return {
      ...keptForm(held.to, keptFields(held.form), csrf, who.role === 'young_person'),
      cookies,
    }
  }
  // Whatever could not be kept had an address that may only take forms.
  const to = carried.held ? (held && mayBeKept(held.to) ? held.to : '/home') : carried.next
  if (who.role === 'young_person')
    return { kind: 'redirect', to: withNext(OWN_START, { next: to }), cookies }
  return { kind: 'redirect', to: to ?? '/home', cookies }
}

/** Where a young person's own side begins, however they came in: what they must know first is shown there. */
const OWN_START = '/me/start'

type View = Extract<Answer, { kind: 'view' }>

function stepForm(
  step: Exclude<Begun['step'], 'in'>,
  visit: DoorVisit,
  account: Account,
  carried: Carried,
): View {
  if (step === 'second-factor') return secondFactorForm(account, carried)
  if (step === 'new-password') return newPasswordForm(carried)
  return setUpForm(visit, account, carried, STEP_AT['set-up'])
}

/** Somebody between two steps of signing in. */
export type Standing = {
  readonly account: Account
  readonly session: SessionId
  readonly passed: boolean
}

/** Who stands between two steps with this token, if it is not too long ago. */
export async function standing(visit: DoorVisit): Promise<Standing | undefined> {
  const session = await sessionAtDoor(visit.tx, visit.token)
  if (!session) return undefined
  const unfinished = await findUnfinished(visit.tx, session.id)
  if (!unfinished) return undefined
  const account = await findAccount(visit.tx, { id: trustedId(session.person) })
  if (!account) return undefined
  visit.about(account.id)
  return { account, session: session.id, passed: unfinished.passed }
}

/** Signing in took too long: it begins again, and what was kept stays kept. */
const signInAgain = (visit: DoorVisit, carried: Carried): View =>
  signInForm({
    userName: '',
    carried,
    problems: [
      {
        field: 'userName',
        text: 'Enter your user name and password again. Signing in took too long',
      },
    ],
    status: 422,
    passkeys: relyingParty(visit.origin) !== undefined,
  })

/** At a step that is not theirs now: to the one that is, or in. */
export async function elsewhere(
  visit: DoorVisit,
  at: Standing | undefined,
  carried: Carried,
): Promise<Answer> {
  if (!at && carried.held) return signInAgain(visit, carried)
  if (!at) return { kind: 'redirect', to: withNext('/sign-in', carried) }
  const step = nextStep({ ...at.account, passed: at.passed })
  if (step === 'in') return admit(visit, at.account, carried, at.passed)
  return { kind: 'redirect', to: withNext(STEP_AT[step], carried) }
}
