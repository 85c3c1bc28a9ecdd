import type { Answer, Page } from '#platform/http/page.ts'
import { problemsOf } from '#platform/http/form-problem.ts'
import { readCutForm } from '../cut.form.ts'
import { getAreaFramework } from '../framework.queries.ts'
import { choicesOf } from '../see-the-area/see-the-area.page.ts'
import { seeTheAreaView } from '../see-the-area/see-the-area.view.ts'
import { makeAPicture as make } from './make-a-picture.ts'

/** Counts anew, hides what must be hidden and keeps the result for everybody to see the same. */
export const makeAPicture: Page = {
  method: 'POST',
  url: '/area/pictures',
  may: 'area.see',
  audit: { action: 'area.make-a-picture' },
  async answer(visit): Promise<Answer> {
    const choices = await choicesOf(visit)
    const { year, framework } = visit.form
    const read = readCutForm({ year, framework }, choices)
    if (!read.success) {
      const page = seeTheAreaView({ choices, problems: problemsOf(read.error) })
      const template = 'domains/statistics/see-the-area/see-the-area.njk'
      return { kind: 'view', status: 422, template, model: { page } }
    }
    const cut = {
      year: read.data.year,
      framework: await getAreaFramework(visit.tx, read.data.framework.id),
    }
    const { outcome, release } = await make(visit.tx, cut)
    visit.note(release ? { outcome, release } : { outcome })
    const to = new URLSearchParams({
      year: String(cut.year.begins),
      framework: cut.framework.id,
      made: outcome,
    })
    return { kind: 'redirect', to: `/area?${to.toString()}` }
  },
}
