import { type Child, childIdOf, getChild } from '#domains/children/index.ts'
import type { Visit } from '#platform/http/page.ts'
import { findReferral, type Referral } from './referral.queries.ts'

export const URL = '/children/:childId/referral-for-help'
export const audit = (act: string) => ({ action: `referral.${act}`, childId: childIdOf })

export const addressOf = (child: Pick<Child, 'id'>, referral?: Pick<Referral, 'id'>): string =>
  `/children/${child.id}/referral-for-help${referral ? `/${referral.id}` : ''}`

/** The child whose page this is. The platform has made sure that they are within reach. */
export async function childOf(visit: Visit): Promise<Child> {
  const id = childIdOf(visit)
  if (!id) throw new Error('A page of a child has the child in its address')
  return getChild(visit.tx, id)
}

/** The child and the referral of the address; no referral when the child has none by that id. */
export async function referralOf(
  visit: Visit,
): Promise<{ readonly child: Child; readonly referral: Referral } | undefined> {
  const child = await childOf(visit)
  const referral = await findReferral(visit.tx, child.id, visit.params['referral'])
  return referral && { child, referral }
}
