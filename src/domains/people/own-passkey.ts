import type { Tx } from '#platform/db/unit-of-work.ts'
import type { PersonId } from '#kernel/ids.ts'
import { findAccount } from './door.queries.ts'
import { addPasskey, keepChallenge, listPasskeys, takeChallenge } from './passkeys.queries.ts'
import { askToAdd, challengeOf, readAdded, relyingParty, verifyAdded } from './passkeys.ts'

/** Where passkeys of a young person's are asked for and kept. */
type Asking = { readonly door: Tx; readonly person: PersonId; readonly origin: string }

export type OwnPasskey = { readonly id: string; readonly addedAt: Date }

export async function ownPasskeys(door: Tx, person: PersonId): Promise<readonly OwnPasskey[]> {
  return (await listPasskeys(door, person)).map(({ id, addedAt }) => ({ id, addedAt }))
}

/**
 * What a young person's browser is asked when they add a passkey. Whoever looks through the device's
 * list of passkeys finds the site's ordinary name and the name to come in, and nobody's own name.
 */
export async function askOwnPasskey(
  { door, person, origin }: Asking,
  siteName: string,
): Promise<object | undefined> {
  const party = relyingParty(origin)
  const account = party && (await findAccount(door, { id: person }))
  if (!party || !account) return undefined
  const plain = { id: person, name: account.userName, userName: account.userName }
  const asked = await askToAdd(party, plain, await listPasskeys(door, person), siteName)
  await keepChallenge(door, asked.challenge, person)
  return asked
}

/** Keeps it when it answers the question that this person was asked. */
export async function keepOwnPasskey(
  { door, person, origin }: Asking,
  shown: string,
  name: string,
): Promise<boolean> {
  const party = relyingParty(origin)
  const response = readAdded(shown)
  const challenge = response && challengeOf(response)
  if (!party || !response || !challenge) return false
  const asked = await takeChallenge(door, challenge)
  if (asked?.person !== person) return false
  const passkey = await verifyAdded(party, response, challenge)
  return passkey !== undefined && (await addPasskey(door, person, passkey, name))
}
