import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { learningOf, type PlaceOfLearning, saveOwnLearning } from '#domains/children/index.ts'
import { getOwnChild, languageOf, ownChild, wordsFor } from '#domains/words/index.ts'
import { readLearningForm } from './learning.form.ts'
import { learningView, writeLearningView } from './learning.view.ts'

const may = 'me.open'

/** Where I learn and learned. */
export const seeLearning: Page = {
  method: 'GET',
  url: '/me/learning',
  may,
  audit: { action: 'me.learning.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const places = await learningOf(visit.tx, getOwnChild(visit))
    return {
      kind: 'view',
      template: 'domains/participation/learning/learning.njk',
      model: { page: learningView(await languageOf(visit), places) },
    }
  },
}

/** One place: a new one, or one written before, by whomever. */
export const askLearning: Page = {
  method: 'GET',
  url: '/me/learning/:place',
  may,
  audit: { action: 'me.learning.ask', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const place = await placeHere(visit)
    return place === 'none' ? { kind: 'not-found' } : shown(visit, place, [], 'asked')
  },
}

export const writeLearning: Page = {
  method: 'POST',
  url: '/me/learning/:place',
  may,
  audit: { action: 'me.learning.write', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const place = await placeHere(visit)
    if (place === 'none') return { kind: 'not-found' }
    const { words } = wordsFor(await languageOf(visit))
    const read = readLearningForm(visit.form, londonCalendarDay(visit.now), words.learning)
    if ('problems' in read) return shown(visit, place, read.problems, 'wrong')
    const before = place && { id: place.id, version: versionOf(visit.form) }
    if (await saveOwnLearning(visit.tx, getOwnChild(visit), read.place, before)) {
      return { kind: 'redirect', to: '/me/learning' }
    }
    // What another wrote may have been kept while this page waited for it: only now is it there to be read.
    const now = await placeHere(visit)
    return now === 'none' ? { kind: 'not-found' } : shown(visit, now, [], 'conflict')
  },
}

/** The place an address names; undefined for a new one, and none when there is no such one. */
async function placeHere(visit: Visit): Promise<PlaceOfLearning | undefined | 'none'> {
  if (visit.params['place'] === 'new') return undefined
  const id = readId(visit.params['place'])
  const all = await learningOf(visit.tx, getOwnChild(visit))
  return all.find((p) => p.id === id) ?? 'none'
}

const STATUS = { asked: 200, wrong: 422, conflict: 409 } as const

async function shown(
  visit: Visit,
  place: PlaceOfLearning | undefined,
  problems: readonly Problem[],
  why: keyof typeof STATUS,
): Promise<Answer> {
  const page = writeLearningView({
    language: await languageOf(visit),
    place,
    typed: why === 'asked' ? undefined : visit.form,
    problems,
    conflict: why === 'conflict',
  })
  const template = 'domains/participation/learning/write-learning.njk'
  return { kind: 'view', status: STATUS[why], template, model: { page } }
}
