import { withoutPlan } from '#domains/past-eighteen/index.ts'
import { momentsOf } from '../moments.ts'
import { withoutPlanLine } from '../past-eighteen.source.ts'
import type { Part } from './part.ts'

export const turning: Part = {
  slug: 'past-eighteen',
  ofOneTeam: true,
  title: 'Past eighteen, and nobody to go on yet',
  empty:
    'Everybody of seventeen and a half or older has somebody who owns a plan for after eighteen.',
  async gather({ tx, now }, team) {
    const { today } = momentsOf(now)
    return team ? (await withoutPlan(tx, team, today)).map((w) => withoutPlanLine(w, today)) : []
  },
}
