import type { Answer, Page } from '#platform/http/page.ts'
import { releasedGroups } from '../missing-groups.queries.ts'
import { makeMissingGroups } from './make-missing-groups.ts'
import { GROUPS_SHOWN, missingOverTimeView } from './missing-over-time.view.ts'

const url = '/area/missing'

/** How often children are missing and how soon somebody does something, over time, as last released. */
export const seeMissingOverTime: Page = {
  method: 'GET',
  url,
  may: 'area.see',
  audit: { action: 'area.missing' },
  async answer(visit): Promise<Answer> {
    const groups = await releasedGroups(visit.tx, GROUPS_SHOWN)
    const [newest] = groups
    if (newest) visit.note({ release: newest.id })
    const page = missingOverTimeView({
      organisation: visit.actor.organisationName,
      groups: groups.toReversed(),
      made: visit.query['made'],
    })
    const template = 'domains/statistics/see-missing-over-time/missing-over-time.njk'
    return { kind: 'view', template, model: { page } }
  },
}

/** Counts the groups that have come about since, and keeps them for everybody to see the same. */
export const countMissing: Page = {
  method: 'POST',
  url,
  may: 'area.see',
  audit: { action: 'area.make-missing' },
  async answer(visit): Promise<Answer> {
    const made = await makeMissingGroups(visit.tx, visit.now)
    visit.note({ groups: made.length })
    return { kind: 'redirect', to: `${url}?made=${made.length === 0 ? 'none' : 'some'}` }
  },
}
