import { ROLES, type Role } from '#platform/access/capability.ts'
import type { Database } from '#platform/db/postgres.ts'
import { atTheDoor } from '#platform/db/unit-of-work.ts'
import { demonstrationPassword } from './organisations.ts'
import { findDemonstrationAccounts } from './sign-ins.queries.ts'

/** An invented account that opens with its password alone. Printed for anyone. */
export type SignIn = {
  readonly name: string
  readonly role: Role
  readonly organisation: string
  readonly organisationCode: string
  readonly userName: string
  readonly password: string
}

const FIRST = 'NORTHMERE'

/** Every demonstration account, the first organisation's before the others', each in the order of roles. */
export async function demonstrationSignIns(db: Database): Promise<readonly SignIn[]> {
  const accounts = await atTheDoor(db, findDemonstrationAccounts)
  return accounts
    .flatMap((account) => {
      const role = ROLES.find((r) => r === account.role)
      return role ? [{ ...account, role, password: demonstrationPassword(account.userName) }] : []
    })
    .toSorted((a, b) => place(a) - place(b) || (a.userName < b.userName ? -1 : 1))
}

function place(account: Pick<SignIn, 'role' | 'organisationCode'>): number {
  const later =
    account.organisationCode === FIRST ? 0 : account.organisationCode === 'EASTFOLD' ? 1 : 2
  return later * ROLES.length + ROLES.indexOf(account.role)
}
