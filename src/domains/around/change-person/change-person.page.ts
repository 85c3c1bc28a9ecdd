import { versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { addOwnPerson, changeOwnPerson, endOwnPerson } from '#domains/children/index.ts'
import { frameIn, getOwnChild, languageOf, ownChild } from '#domains/words/index.ts'
import type { PersonAround } from '../around.rules.ts'
import { ownPerson } from '../own-person.ts'
import { readPerson, type TypedPerson, typedPerson } from '../own-people.form.ts'

const may = 'me.open'
const audit = (act: string) => ({ action: `me.people.${act}`, childId: ownChild })

/** Somebody new among my people. */
export const askPerson: Page = {
  method: 'GET',
  url: '/me/people/add',
  may,
  audit: audit('ask'),
  answer: (visit) => shown(visit, undefined, { name: '', who: '', carer: false }, []),
}

export const addPerson: Page = {
  method: 'POST',
  url: '/me/people/add',
  may,
  audit: audit('add'),
  async answer(visit): Promise<Answer> {
    const language = await languageOf(visit)
    const read = readPerson(visit.form, language)
    if ('problems' in read) {
      return shown(visit, undefined, typedPerson(visit.form), read.problems)
    }
    const { name, who, carer } = read.value
    await addOwnPerson(visit.tx, getOwnChild(visit), { name, whoTheyAre: who, language, carer })
    return { kind: 'redirect', to: '/me/people' }
  },
}

/** What is written of one of my people. */
export const askChangePerson: Page = {
  method: 'GET',
  url: '/me/people/:around/change',
  may,
  audit: audit('ask-change'),
  async answer(visit): Promise<Answer> {
    const person = await ownPerson(visit)
    if (!person) return { kind: 'not-found' }
    return shown(visit, person, typedOf(person), [])
  },
}

export const changePerson: Page = {
  method: 'POST',
  url: '/me/people/:around/change',
  may,
  audit: audit('change'),
  async answer(visit): Promise<Answer> {
    const person = await ownPerson(visit)
    if (!person?.mattersId) return { kind: 'not-found' }
    const language = await languageOf(visit)
    const typed = typedPerson(visit.form)
    const read = readPerson(visit.form, language)
    if ('problems' in read) return shown(visit, person, typed, read.problems)
    const changed = await changeOwnPerson(
      visit.tx,
      { child: getOwnChild(visit), id: person.mattersId, version: versionOf(visit.form) },
      { name: typed.name, whoTheyAre: typed.who, language, carer: typed.carer },
    )
    if (!changed) return shown(visit, await ownPerson(visit), typed, [], true)
    return { kind: 'redirect', to: '/me/people' }
  },
}

export const takeOffPerson: Page = {
  method: 'POST',
  url: '/me/people/:around/take-off',
  may,
  audit: audit('end'),
  async answer(visit): Promise<Answer> {
    const person = await ownPerson(visit)
    if (!person?.mattersId) return { kind: 'not-found' }
    await endOwnPerson(visit.tx, getOwnChild(visit), person.mattersId, visit.now)
    return { kind: 'redirect', to: '/me/people' }
  },
}

const typedOf = (person: PersonAround): TypedPerson => ({
  name: person.name,
  who: person.whoTheyAre ?? '',
  carer: person.carer,
})

async function shown(
  visit: Visit,
  person: PersonAround | undefined,
  typed: TypedPerson,
  problems: readonly Problem[],
  changed = false,
): Promise<Answer> {
  const frame = frameIn(await languageOf(visit), false, ({ around }) =>
    person ? around.change : around.add,
  )
  const page = {
    ...frame,
    errors: errorsOf(problems),
    person,
    typed,
    kept: changed && person ? typedOf(person) : undefined,
    version: person?.version ?? 0,
  }
  return {
    kind: 'view',
    status: changed ? 409 : problems.length > 0 ? 422 : 200,
    template: 'domains/around/change-person/change-person.njk',
    model: { page },
  }
}
