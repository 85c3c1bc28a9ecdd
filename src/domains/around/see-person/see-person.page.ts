import { versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { getOwnChild, languageOf, ownChild } from '#domains/words/index.ts'
import { keepOwnView } from '../around.queries.ts'
import { seenBy } from '../my-people/my-people.page.ts'
import { readView, type TypedView, typedView } from '../own-people.form.ts'
import { seePersonView } from './see-person.view.ts'

const url = '/me/people/:around'

/** One person: what is written of them, and how I see them. */
export const seePerson: Page = {
  method: 'GET',
  url,
  may: 'me.open',
  audit: { action: 'me.people.person', childId: ownChild },
  answer: (visit) => shown(visit, undefined, [], false),
}

export const sayHowISee: Page = {
  method: 'POST',
  url,
  may: 'me.open',
  audit: { action: 'me.people.say', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const language = await languageOf(visit)
    const { people } = await seenBy(visit, language)
    const person = people.find((p) => p.id === visit.params['around'])
    if (!person) return { kind: 'not-found' }
    const read = readView(visit.form, language)
    const typed = typedView(visit.form)
    if ('problems' in read) return shown(visit, typed, read.problems, false)
    const at = {
      child: getOwnChild(visit),
      me: visit.actor.id,
      about: person,
      now: visit.now,
    }
    const kept = await keepOwnView(visit.tx, at, { ...read.value, language }, versionOf(visit.form))
    return kept ? { kind: 'redirect', to: '/me/people' } : shown(visit, typed, [], true)
  },
}

async function shown(
  visit: Visit,
  typed: TypedView | undefined,
  problems: readonly Problem[],
  changed: boolean,
): Promise<Answer> {
  const language = await languageOf(visit)
  const seen = await seenBy(visit, language)
  const person = seen.people.find((p) => p.id === visit.params['around'])
  if (!person) return { kind: 'not-found' }
  return {
    kind: 'view',
    status: changed ? 409 : problems.length > 0 ? 422 : 200,
    template: 'domains/around/see-person/see-person.njk',
    model: { page: seePersonView({ language, person, seen, typed, problems, changed }) },
  }
}
