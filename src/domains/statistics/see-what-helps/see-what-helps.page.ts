import type { Answer, Page } from '#platform/http/page.ts'
import { readCutForm } from '../cut.form.ts'
import { choicesOf, chosenPicture, cutFields } from '../see-the-area/see-the-area.page.ts'
import { seeWhatHelpsView } from './see-what-helps.view.ts'

/** What young people named as helping or in the way, from the same release as the picture. */
export const seeWhatHelps: Page = {
  method: 'GET',
  url: '/area/what-helps',
  may: 'area.see',
  audit: { action: 'area.what-helps' },
  async answer(visit): Promise<Answer> {
    const read = readCutForm(cutFields(visit.query), await choicesOf(visit))
    if (!read.success) return { kind: 'not-found' }
    const page = seeWhatHelpsView(await chosenPicture(visit, read.data))
    const template = 'domains/statistics/see-what-helps/see-what-helps.njk'
    return { kind: 'view', template, model: { page } }
  },
}
