import { randomUUID } from 'node:crypto'
import { type OrganisationId, type PersonId, trustedId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import {
  findOwnUserName,
  givePassword,
  openAccount,
  resetSecondFactor,
} from './accounts.queries.ts'
import { makeThreeWords } from './made-secrets.ts'
import { freeUserName } from './open-own-account.ts'
import { hashPassword } from './password.ts'

type OpenedCarer = {
  readonly id: PersonId
  readonly userName: string
  /** Gives the three words, once it is written whose carer this is: nobody may give any before. */
  readonly giveWords: () => Promise<string>
}

/** Opens an account for a carer, where the record is held. It reaches nothing by itself. */
export async function openCarerAccount(
  tx: Tx,
  organisationId: OrganisationId,
  name: string,
): Promise<OpenedCarer> {
  const id = trustedId<'person'>(randomUUID())
  const userName = await freeUserName(tx)
  await openAccount(tx, { id, organisationId, teamId: undefined, name, role: 'carer', userName })
  return { id, userName, giveWords: async () => newWords(tx, id) }
}

async function newWords(tx: Tx, id: PersonId): Promise<string> {
  const words = makeThreeWords()
  await givePassword(tx, id, await hashPassword(words), false)
  return words
}

/** New words for a carer; a phone that is gone is forgotten, and every session ends. */
export async function giveCarerWords(
  tx: Tx,
  id: PersonId,
): Promise<{ readonly userName: string; readonly words: string }> {
  const userName = await findOwnUserName(tx, id)
  await resetSecondFactor(tx, id)
  return { userName, words: await newWords(tx, id) }
}
