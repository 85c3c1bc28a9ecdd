import { textOf, typedIn } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { oneOf } from '#domains/outcomes/index.ts'
import {
  frameIn,
  getOwnChild,
  languageOf,
  ownChild,
  wordsFor,
  sayIn,
} from '#domains/words/index.ts'
import { ownWorks, showWork, stopShowing } from '../gallery.queries.ts'
import { MOST_NAME, PLACES } from '../taking-part.rules.ts'
import { ownWorkLine } from './my-works.view.ts'

const url = '/me/taking-part/mine'
const may = 'me.open'
const audit = { action: 'me.taking-part', childId: ownChild }

/** What I sent, and where I show it. */
export const seeMyWorks: Page = {
  method: 'GET',
  url,
  may,
  audit,
  answer: (visit) => shown(visit, []),
}

/** I show one thing in one place, or stop: then it is gone from there at once. */
export const showMyWork: Page = {
  method: 'POST',
  url,
  may,
  audit,
  async answer(visit): Promise<Answer> {
    const { tx, now, form } = visit
    const child = getOwnChild(visit)
    const work = (await ownWorks(tx, child)).find((o) => o.id === textOf(form, 'part'))
    const place = oneOf(PLACES, textOf(form, 'place'))
    if (!work || !place) return { kind: 'not-found' }
    const name = textOf(form, 'name').trim()
    if (name.length > MOST_NAME) {
      const language = await languageOf(visit)
      const { words: w } = wordsFor(language)
      const text = sayIn({ language }, w.takingPart.tooLong, { most: MOST_NAME })
      return shown(visit, [{ field: `name-${place}-${work.id}`, text }])
    }
    if (textOf(form, 'do') === 'stop') await stopShowing(tx, child, work.id, place, now)
    else await showWork(tx, child, work.id, place, name === '' ? undefined : name, now)
    return { kind: 'redirect', to: `${url}#part-${work.id}` }
  },
}

async function shown(visit: Visit, problems: readonly Problem[]): Promise<Answer> {
  const frame = frameIn(await languageOf(visit), false, (w) => w.takingPart.mine)
  const works = await ownWorks(visit.tx, getOwnChild(visit))
  const typed = typedIn(visit.form)
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/taking-part/own/my-works.njk',
    media: 'plays',
    model: {
      page: {
        ...frame,
        works: works.map((work) => ownWorkLine(frame, work, typed)),
        errors: errorsOf(problems),
      },
    },
  }
}
