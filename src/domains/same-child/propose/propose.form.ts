import { readId } from '#kernel/ids.ts'
import type { ChildId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Search } from '#domains/children/index.ts'

type Form = Readonly<Record<string, unknown>>
type Refused = { readonly problems: readonly Problem[] }

const [NAME, NUMBER, REASON] = [200, 60, 2000]

const refused = (field: string, text: string): Refused => ({ problems: [{ field, text }] })

/** By what the other record is looked up: a name in any script, a number, or both. */
export function readSought(form: Form): Search | Refused {
  const [name, identifier] = [textOf(form, 'name').trim(), textOf(form, 'identifier').trim()]
  if (name.length > NAME) return refused('name', 'The name must be 200 characters or fewer')
  if (identifier.length > NUMBER)
    return refused('identifier', 'The number must be 60 characters or fewer')
  if (name === '' && identifier === '')
    return refused('name', 'Enter a name or a number of the other record')
  if (name !== '' && !/[\p{L}\p{N}]/u.test(name))
    return refused('name', 'Enter a name with at least one letter')
  return { name: name || undefined, identifier: identifier || undefined, born: undefined }
}

export type Proposal = { readonly other: ChildId; readonly reason: string }

/** Which record it is, and why. */
export function readProposal(form: Form): Proposal | Refused {
  const other = readId<'child'>(textOf(form, 'other'))
  const reason = textOf(form, 'reason').trim()
  const problems: readonly Problem[] = [
    ...(other ? [] : [{ field: 'other', text: 'Choose which record it is' }]),
    ...(reason === '' ? [{ field: 'reason', text: 'Enter your reasons' }] : []),
    ...(reason.length > REASON
      ? [{ field: 'reason', text: 'What you write here must be 2,000 characters or fewer' }]
      : []),
  ]
  return other && problems.length === 0 ? { other, reason } : { problems }
}
