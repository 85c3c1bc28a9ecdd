import type { World } from '#tests/support/world.ts'
import { randomUUID } from 'node:crypto'
import { trustedId, type PersonId } from '#kernel/ids.ts'
import type { Role } from '#platform/access/capability.ts'
import { northmere } from '#tests/support/people.ts'
import { newCodeSecret, sealSecret } from './one-time-code.ts'
import { hashPassword } from './password.ts'

/** An account of the test's own, with a password that can be typed. All invented. */
export type TestAccount = {
  readonly id: PersonId
  readonly userName: string
  readonly password: string
  /** The authenticator app's secret, when it has one. */
  readonly secret: string | undefined
}

type Wanted = {
  readonly role?: Role
  readonly demonstration?: boolean
  readonly mustChange?: boolean
  readonly withApp?: boolean
  readonly closed?: boolean
}

export const PASSWORD = 'gorse bramble thicket'
let hash: Promise<string> | undefined

/** An account that can sign in, past row-level security. A demonstration one, unless said. */
export async function anAccount(w: World, wanted: Wanted = {}): Promise<TestAccount> {
  const id = trustedId<'person'>(randomUUID())
  const userName = `test.${id.slice(0, 8)}`
  hash ??= hashPassword(PASSWORD)
  await w.db
    .insertInto('waymark.person')
    .values({
      id,
      organisation_id: northmere,
      name: 'Tess Tester',
      role: wanted.role ?? 'practitioner',
      user_name: userName,
      invented: true,
      ended_at: wanted.closed ? new Date().toISOString() : null,
    })
    .execute()
  await w.db
    .insertInto('waymark.credential')
    .values({
      person_id: id,
      password_hash: await hash,
      demonstration: wanted.demonstration ?? true,
      must_change: wanted.mustChange ?? false,
    })
    .execute()
  const secret = wanted.withApp ? newCodeSecret() : undefined
  if (secret) {
    await w.db
      .insertInto('waymark.one_time_code')
      .values({
        person_id: id,
        sealed_secret: sealSecret(w.keys.secrets, id, secret),
        last_step: 0,
      })
      .execute()
  }
  return { id, userName, password: PASSWORD, secret }
}

/** A code that has not been used: one step on from the last. */
export function clockFrom(start: Date): { now: () => Date; step: () => Date } {
  let at = start.getTime()
  return {
    now: () => new Date(at),
    step: () => {
      at += 60_000
      return new Date(at)
    },
  }
}
