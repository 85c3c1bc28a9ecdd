import { readId, type PersonId } from '#kernel/ids.ts'
import { listOf, textOf } from '#platform/http/fields.ts'
import { AUDIENCES, type Audience } from '../said.rules.ts'
import type { BesideMe, ToChoose } from '../own-statement.ts'
import type { Company } from '../sending.queries.ts'

/** Who may have been there while it was said: each a choice of its own. */
export const WITH = [
  'alone',
  'interpreter',
  'worker',
  'carer',
  'family',
  'friend',
  'other',
] as const
export type With = (typeof WITH)[number]

export type Wished = {
  readonly audience: Audience | undefined
  readonly people: readonly PersonId[]
  readonly company: Company
  /** As it was filled in, to be shown again. */
  readonly typed: {
    readonly who: string
    readonly people: readonly string[]
    readonly with: With
  }
}

/** Whom to send it to: only people who stand beside the young person count. */
export function readWish(form: Readonly<Record<string, unknown>>, from: ToChoose): Wished {
  const ticked = listOf(form, 'person')
  const asked = AUDIENCES.find((a) => a === textOf(form, 'who'))
  // Somebody ticked and nothing else said: those are the ones.
  const audience = asked ?? (ticked.length > 0 ? 'chosen' : undefined)
  const among = (people: readonly BesideMe[]) => people.map((p) => p.personId)
  const chosen = new Set<string>(ticked.flatMap((t) => readId<'person'>(t) ?? []))
  const people =
    audience === 'trusted'
      ? among(from.trusted)
      : audience === 'chosen'
        ? among(from.beside).filter((id) => chosen.has(id))
        : []
  const company = WITH.find((c) => c === textOf(form, 'with')) ?? 'alone'
  return {
    audience,
    people,
    company: {
      relationship: company === 'alone' ? undefined : company,
      interpreterMode: company === 'interpreter' ? 'in_person' : 'none_needed',
    },
    typed: { who: audience ?? '', people: ticked, with: company },
  }
}
