import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { REFUSAL_WORDS, refusePassword } from '../password.rules.ts'

/** A new password, typed twice, or what is wrong with it. */
export function readNewPassword(
  form: Readonly<Record<string, unknown>>,
  userName: string,
): { readonly password: string } | { readonly problems: readonly Problem[] } {
  const password = textOf(form, 'newPassword')
  if (password === '') return { problems: [{ field: 'newPassword', text: 'Enter a new password' }] }
  const refusal = refusePassword(password, userName)
  if (refusal) return { problems: [{ field: 'newPassword', text: REFUSAL_WORDS[refusal] }] }
  if (textOf(form, 'again') !== password) {
    const text = 'Enter the same password again. The two are different'
    return { problems: [{ field: 'again', text }] }
  }
  return { password }
}
