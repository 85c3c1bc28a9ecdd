import { z } from 'zod'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { readCard } from '../protocol/bodies.form.ts'
import { type Card, readOut } from '../protocol/identity.rules.ts'

const NOT_A_CARD = 'Paste the whole card, as it was given to you'
const form = z.object({
  card: z.string(NOT_A_CARD).max(5000, NOT_A_CARD),
  groups: z.string('Enter the eight groups they read to you').max(200, 'Enter the eight groups'),
  how: z
    .string('Enter how you compared them')
    .trim()
    .min(1, 'Enter how you compared them')
    .max(500, 'Use 500 letters or fewer'),
})

type Read =
  | { readonly value: { readonly card: Card; readonly how: string } }
  | { readonly problems: readonly Problem[] }

/** The card, and what the other side read out from their own: the two must be of one key. */
export function readPartner(given: unknown): Read {
  const read = form.safeParse(given)
  if (!read.success) return { problems: problemsOf(read.error) }
  const card = readCard(read.data.card)
  if (!card) return { problems: [{ field: 'card', text: NOT_A_CARD }] }
  const heard = read.data.groups.toLowerCase().replaceAll(/[^0-9a-f]/g, '')
  if (heard !== readOut(card.fingerprint).replaceAll(' ', '')) {
    const text = 'These groups are not those of this card. Ring them on a number you already know'
    return { problems: [{ field: 'groups', text }] }
  }
  return { value: { card, how: read.data.how } }
}
