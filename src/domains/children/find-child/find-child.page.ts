import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import { typedIn } from '#platform/http/fields.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { findChildren } from '../find.queries.ts'
import { readFindForm } from './find-child.form.ts'
import { findView, resultsOf } from './find-child.view.ts'

const url = '/children/find'
const may = 'children.read'
const template = 'domains/children/find-child/find-child.njk'

export const askWhom: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'children.find.ask' },
  async answer({ actor }): Promise<Answer> {
    const page = findView({}, mayDo(actor.role, 'children.open'))
    return { kind: 'view', template, model: { page } }
  },
}

/** Searches by POST, so that no name stands in an address, a log or a browser's history. */
export const find: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'children.find' },
  async answer(visit): Promise<Answer> {
    const typed = typedIn(visit.form)
    const mayOpen = mayDo(visit.actor.role, 'children.open')
    const read = readFindForm(visit.form, londonCalendarDay(visit.now))
    if ('problems' in read) {
      const page = findView(typed, mayOpen, read.problems)
      return { kind: 'view', template, status: 422, model: { page } }
    }
    const found = await findChildren(visit.tx, read.search)
    visit.show(found.found.map((child) => child.id))
    visit.note({ found: found.found.length })
    const page = findView(typed, mayOpen, [], resultsOf(read.search, found))
    return { kind: 'view', template, model: { page } }
  },
}
