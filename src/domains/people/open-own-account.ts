import { randomUUID } from 'node:crypto'
import { trustedId, type ChildId, type PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { openAccount, userNameFree } from './accounts.queries.ts'
import { makeUserName } from './made-secrets.ts'
import { tieAccount, type OwnAccount } from './young-account.queries.ts'

/** Opens a young person's account and ties it to their record. It opens nothing until they have a way in. */
export async function openOwnAccount(
  tx: Tx,
  child: ChildId,
  record: OwnAccount,
): Promise<{ readonly id: PersonId; readonly userName: string }> {
  const id = trustedId<'person'>(randomUUID())
  const userName = await freeUserName(tx)
  await openAccount(tx, {
    id,
    organisationId: record.organisationId,
    teamId: undefined,
    name: record.knownAs,
    role: 'young_person',
    userName,
  })
  await tieAccount(tx, child, id)
  return { id, userName }
}

export async function freeUserName(tx: Tx): Promise<string> {
  for (let tries = 0; tries < 20; tries++) {
    const userName = makeUserName()
    if (await userNameFree(tx, userName)) return userName
  }
  throw new Error('No user name was free in twenty tries')
}
