import type { Visit } from '#platform/http/page.ts'
import { findPlan, type Plan } from '../plan.queries.ts'
import type { Reading } from '../read.form.ts'
import { type Saved, type Speaking, speaking, versionIn } from '../sheet.ts'

export const URL = '/children/:childId/plans/:plan'
export type Found = Speaking & { readonly plan: Plan }

export async function planOf(visit: Visit): Promise<Found | undefined> {
  const spoken = await speaking(visit)
  const plan = await findPlan(visit.tx, spoken.child.id, visit.params['plan'])
  return plan && { ...spoken, plan }
}

type Row = Pick<Found, 'child' | 'plan'>
export const addressOf = ({ child, plan }: Row) => `/children/${child.id}/plans/${plan.id}`
export const rowOf = ({ child, plan }: Row) => ({ child: child.id, plan: plan.id })
export const at = (found: Found, read: Reading) => ({ ...rowOf(found), version: versionIn(read) })

export const shared = {
  may: 'children.write',
  back: addressOf,
} as const

/** What they say of the plan, beside whatever is written of it. */
export const theirWords = ({ child, plan }: Found) => [
  {
    title: `What ${child.knownAs} says`,
    lines: plan.said.map((s) => ({ text: s.words, lang: s.language })),
  },
]

export const NOT_DRAFT =
  'This plan is not being written now. Open it again on its page; what you wrote is in the boxes'
export const ENDED = 'This plan ended and stays as it is'

/** Nothing is written while something is wrong; a write that found another version shows both. */
export async function written(
  read: Reading,
  found: Found,
  write: () => Promise<boolean>,
): Promise<Saved> {
  if (read.problems.length > 0) return 'asked-again'
  return (await write()) ? { to: addressOf(found) } : 'changed-meanwhile'
}
