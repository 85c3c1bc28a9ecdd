import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { DoorPage, DoorVisit } from '#platform/http/page.ts'
import { beginSession, elsewhere, standing } from '../admit.ts'
import { carriedOf } from '../carried.ts'
import { confirmPassword } from '../confirm-password.ts'
import { findAccount, type Account } from '../door.queries.ts'
import { endSessions, keepCode, keepRecoveryCodes } from '../factors.queries.ts'
import { makeRecoveryCodes } from '../made-secrets.ts'
import { openSecret, stepOfCode } from '../one-time-code.ts'
import { nextStep, STEP_AT } from '../sign-in.rules.ts'
import { recoveryCodesShown, setUpForm } from './show-set-up.ts'

const AT_SIGN_IN = STEP_AT['set-up']
const OF_OWN = '/account/authenticator'
const nothing = { next: undefined, held: undefined }

export const showSetUp: DoorPage = {
  method: 'GET',
  url: AT_SIGN_IN,
  may: 'anyone',
  audit: 'nothing to record',
  answer: async (visit) => {
    const at = await standing(visit)
    const carried = carriedOf(visit)
    if (!at || nextStep({ ...at.account, passed: at.passed }) !== 'set-up') {
      return elsewhere(visit, at, carried)
    }
    return setUpForm(visit, at.account, carried, AT_SIGN_IN)
  },
}

export const setUp: DoorPage = {
  method: 'POST',
  url: AT_SIGN_IN,
  may: 'anyone',
  audit: { action: 'sign-in.set-up-authenticator' },
  answer: async (visit) => {
    const at = await standing(visit)
    const carried = carriedOf(visit)
    if (!at || nextStep({ ...at.account, passed: at.passed }) !== 'set-up') {
      return elsewhere(visit, at, carried)
    }
    const kept = await keepProven(visit, at.account)
    if ('problem' in kept) {
      const sealed = textOf(visit.form, 'secret')
      return setUpForm(visit, at.account, carried, AT_SIGN_IN, [kept.problem], sealed)
    }
    const begun = await beginSession(visit, { ...at.account, hasCode: true }, true)
    return { ...recoveryCodesShown(kept.codes, carried), cookies: begun.cookies }
  },
}

/** Replacing the app, or adding one. A page of the door's because only the door holds the key it is sealed under. */
export const showAuthenticator: DoorPage = {
  method: 'GET',
  url: OF_OWN,
  may: 'anyone',
  audit: 'nothing to record',
  answer: async (visit) => {
    const account = await own(visit)
    if (!account) return signInFirst
    if (visit.actor?.handedTo) return { kind: 'refused' }
    return setUpForm(visit, account, nothing, OF_OWN)
  },
}

export const changeAuthenticator: DoorPage = {
  method: 'POST',
  url: OF_OWN,
  may: 'anyone',
  audit: { action: 'account.change-authenticator' },
  answer: async (visit) => {
    const account = await own(visit)
    if (!account || !visit.actor) return signInFirst
    if (visit.actor.handedTo) return { kind: 'refused' }
    const sealed = textOf(visit.form, 'secret')
    const typed = textOf(visit.form, 'currentPassword')
    const asked = { person: account.id, typed, now: visit.now }
    const confirmed = await confirmPassword(visit.tx, asked)
    if ('problem' in confirmed) {
      return setUpForm(visit, account, nothing, OF_OWN, [confirmed.problem], sealed)
    }
    const kept = await keepProven(visit, account)
    if ('problem' in kept) {
      return setUpForm(visit, account, nothing, OF_OWN, [kept.problem], sealed)
    }
    await endSessions(visit.tx, account.id, 'second factor was changed', visit.actor.sessionId)
    return recoveryCodesShown(kept.codes, { next: '/account', held: undefined })
  },
}

const signInFirst = { kind: 'redirect', to: `/sign-in?next=${encodeURIComponent(OF_OWN)}` } as const

const own = async (visit: DoorVisit): Promise<Account | undefined> =>
  visit.actor && findAccount(visit.tx, { id: visit.actor.id })

/** Keeps the app once a code has shown that it holds the secret, with recovery codes beside it. */
async function keepProven(
  visit: DoorVisit,
  account: Account,
): Promise<{ readonly codes: readonly string[] } | { readonly problem: Problem }> {
  const sealed = textOf(visit.form, 'secret')
  const secret = openSecret(visit.keys.secrets, account.id, sealed)
  if (!secret) {
    const text =
      'Scan the picture again, then enter the code. This one took the place of a broken one'
    return { problem: { field: 'code', text } }
  }
  const step = stepOfCode(secret, textOf(visit.form, 'code').replaceAll(/\s/g, ''), visit.now)
  if (step === undefined) {
    const text =
      'Enter the six figures your app shows now for Waymark. If they are refused, check that your phone sets its clock by itself'
    return { problem: { field: 'code', text } }
  }
  const codes = makeRecoveryCodes()
  await keepCode(visit.tx, account.id, sealed, step)
  await keepRecoveryCodes(visit.tx, account.id, codes)
  return { codes }
}
