import type { PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { type OwnPasskey, ownPasskeys } from '#domains/people/index.ts'
import { hasWords, type PinDevice, pinDevices } from './pin.queries.ts'

/** How somebody can come back. */
export type Ways = {
  readonly words: boolean
  readonly pins: readonly PinDevice[]
  readonly passkeys: readonly OwnPasskey[]
}

export async function waysOf(door: Tx, person: PersonId): Promise<Ways> {
  return {
    words: await hasWords(door, person),
    pins: await pinDevices(door, person),
    passkeys: await ownPasskeys(door, person),
  }
}
