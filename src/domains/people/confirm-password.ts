import type { Problem } from '#platform/http/form-problem.ts'
import type { PersonId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { findAccount, triesOfPerson, type Account } from './door.queries.ts'
import { guarded } from './guessing.ts'
import { waitInWords } from './lockout.rules.ts'
import { asPassphrase } from './made-secrets.rules.ts'
import { passwordMatches, someHash } from './password.ts'

type Asked = { readonly person: PersonId; readonly typed: string; readonly now: Date }

/**
 * Their password once more, before a change that could lock somebody out of their own account. Tries
 * are limited as at sign-in: an unattended computer is no place to guess. Gives the account, or what to say.
 */
export async function confirmPassword(
  door: Tx,
  asked: Asked,
): Promise<{ readonly account: Account } | { readonly problem: Problem }> {
  const field = 'currentPassword'
  if (asked.typed === '') return { problem: { field, text: 'Enter your password' } }
  const under = triesOfPerson(asked.person, 'password again')
  const tried = await guarded(door, { under, address: undefined, now: asked.now }, async () => {
    const account = await findAccount(door, { id: asked.person })
    const matches = await passwordMatches(
      asPassphrase(asked.typed),
      account?.passwordHash ?? someHash,
    )
    return matches ? account : undefined
  })
  if (tried.kind === 'right') return { account: tried.found }
  if (tried.kind === 'wait') {
    const text = `Wait ${waitInWords(tried.wait)}, then enter your password. There were too many tries`
    return { problem: { field, text } }
  }
  return { problem: { field, text: 'Enter your password again. That one is not right' } }
}
