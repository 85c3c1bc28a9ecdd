import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Visit } from '#platform/http/page.ts'
import { type Speaking, speaking } from '#domains/plans/index.ts'
import { turningOf, type Turning } from './eighteen.queries.ts'

export const URL = '/children/:childId/past-eighteen'
export const addressOf = ({ child }: Pick<Speaking, 'child'>): string =>
  `/children/${child.id}/past-eighteen`

export const shared = { may: 'children.write', back: addressOf } as const

export type Turns = Speaking & { readonly turning: Turning | undefined }

export async function turnsOf(visit: Visit): Promise<Turns> {
  const spoken = await speaking(visit)
  return { ...spoken, turning: await turningOf(visit.tx, spoken.child.id) }
}

export const todayOf = (visit: Visit) => londonCalendarDay(visit.now)
