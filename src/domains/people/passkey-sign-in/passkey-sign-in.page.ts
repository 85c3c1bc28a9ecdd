import { textOf } from '#platform/http/fields.ts'
import type { Answer, DoorPage, DoorVisit } from '#platform/http/page.ts'
import { admit, standing } from '../admit.ts'
import { carriedOf } from '../carried.ts'
import { findAccount, type Account } from '../door.queries.ts'
import {
  findPasskey,
  keepChallenge,
  type KeptPasskey,
  listPasskeys,
  takeChallenge,
  usedPasskey,
} from '../passkeys.queries.ts'
import { askToSignIn, challengeOf, readShown, relyingParty, verifyShown } from '../passkeys.ts'
import { secondFactorForm } from '../second-factor/second-factor.view.ts'
import { signInForm } from '../sign-in/sign-in.view.ts'

/** Asked for by the browser when somebody presses the button: a fresh challenge, used once. */
export const askForPasskey: DoorPage = {
  method: 'POST',
  url: '/sign-in/passkey/options',
  may: 'anyone',
  audit: 'nothing to record',
  answer: async (visit) => {
    const party = relyingParty(visit.origin)
    if (!party) return { kind: 'not-found' }
    const at = await standing(visit)
    const theirs = at ? await listPasskeys(visit.tx, at.account.id) : []
    const options = await askToSignIn(party, theirs)
    await keepChallenge(visit.tx, options.challenge, at?.account.id)
    return {
      kind: 'file',
      name: 'options.json',
      type: 'application/json',
      body: JSON.stringify(options),
    }
  },
}

/** Signs in with a passkey alone, or finishes a sign-in that stands at its second factor. */
export const signInWithPasskey: DoorPage = {
  method: 'POST',
  url: '/sign-in/passkey',
  may: 'anyone',
  audit: { action: 'sign-in.passkey' },
  answer: async (visit) => {
    if (!relyingParty(visit.origin)) return { kind: 'not-found' }
    const account = await accountOfPasskey(visit)
    if (account) return admit(visit, account, carriedOf(visit), true)
    return notTaken(visit)
  },
}

/** Whose account the passkey that was shown opens; undefined when it opens none. */
export async function accountOfPasskey(visit: DoorVisit): Promise<Account | undefined> {
  const party = relyingParty(visit.origin)
  if (!party) return undefined
  const response = readShown(textOf(visit.form, 'response'))
  const challenge = response && challengeOf(response)
  if (!response || !challenge) return undefined
  const asked = await takeChallenge(visit.tx, challenge)
  const passkey = asked && (await findPasskey(visit.tx, response.id))
  if (!passkey) return undefined
  // Whoever stands at their second factor, or was asked by name, answers with a passkey of their own.
  const at = await standing(visit)
  visit.about(passkey.person)
  const others = [asked.person, at?.account.id].filter((p) => p && p !== passkey.person)
  if (others.length > 0) return undefined
  const counter = await verifyShown(party, response, challenge, passkey)
  return counter === undefined ? undefined : accountIfKnown(visit, passkey, counter)
}

/** A passkey that was forgotten while it was being shown opens nothing any more. */
async function accountIfKnown(
  visit: DoorVisit,
  passkey: Pick<KeptPasskey, 'id' | 'person'>,
  counter: number,
): Promise<Account | undefined> {
  const known = await usedPasskey(visit.tx, passkey.id, counter)
  return known ? findAccount(visit.tx, { id: passkey.person }) : undefined
}

async function notTaken(visit: DoorVisit): Promise<Answer> {
  const carried = carriedOf(visit)
  const at = await standing(visit)
  const text = 'Try the passkey again, or sign in another way. That one was not taken'
  if (at) return secondFactorForm(at.account, carried, [{ field: 'code', text }], 422)
  const problems = [{ field: 'userName', text }]
  return signInForm({ userName: '', carried, problems, status: 422, passkeys: true })
}
