import { versionOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { getOwnChild, languageOf, ownChild } from '#domains/words/index.ts'
import { type ContactProblem, readSaid, readWay } from '../contact.form.ts'
import {
  addWay,
  daysItHolds,
  endWay,
  type KeptWay,
  liftStop,
  saySafety,
  stopContact,
  stopsOf,
  waysOf,
} from '../contact.queries.ts'
import { typedOfSaid } from '../keep-contact/say.view.ts'
import { type OwnContact, ownContactView, sayingView, type Typed } from './own-contact.view.ts'

const url = '/me/contact'
const may = 'me.open'
const audit = (act: string) => ({ action: `me.contact.${act}`, childId: ownChild })
const template = (name: string) => `domains/contact/own-contact/${name}.njk`
const NOT_FOUND: Answer = { kind: 'not-found' }
const BACK: Answer = { kind: 'redirect', to: url }

export async function ownContactOf(visit: Visit): Promise<OwnContact> {
  const child = getOwnChild(visit)
  return {
    language: await languageOf(visit),
    ways: await waysOf(visit.tx, child),
    stops: await stopsOf(visit.tx, child),
    days: await daysItHolds(visit.tx, visit.now),
    now: visit.now,
  }
}

const wayIn = (visit: Visit, contact: OwnContact): KeptWay | undefined =>
  contact.ways.find((way) => way.id === visit.params['way'])

/** How people reach me. */
export const seeOwnContact: Page = {
  method: 'GET',
  url,
  may,
  audit: audit('see'),
  async answer(visit): Promise<Answer> {
    const page = ownContactView(await ownContactOf(visit))
    return { kind: 'view', template: template('own-contact'), model: { page } }
  },
}

/** One press. Everything not yet sent is stopped with it. */
export const stopOwnContact: Page = {
  method: 'POST',
  url: `${url}/stop`,
  may,
  audit: audit('stop'),
  async answer(visit): Promise<Answer> {
    await stopContact(visit.tx, getOwnChild(visit), 'young_person', visit.now)
    return BACK
  },
}

export const startOwnContact: Page = {
  method: 'POST',
  url: `${url}/start`,
  may,
  audit: audit('start'),
  async answer(visit): Promise<Answer> {
    await liftStop(visit.tx, getOwnChild(visit), 'young_person', visit.now)
    return BACK
  },
}

export const askOwnWay: Page = {
  method: 'GET',
  url: `${url}/add`,
  may,
  audit: audit('ask'),
  answer: async (visit) => ask(visit, await ownContactOf(visit), {}),
}

/** I give a way and say whether it is safe, both at once. */
export const addOwnWay: Page = {
  method: 'POST',
  url: `${url}/add`,
  may,
  audit: audit('add'),
  async answer(visit): Promise<Answer> {
    const contact = await ownContactOf(visit)
    const way = readWay(visit.form)
    const said = readSaid(visit.form, 'young_person', visit.now)
    const problems = [...(way.ok ? [] : way.problems), ...(said.ok ? [] : said.problems)]
    if (!way.ok || !said.ok) return ask(visit, contact, visit.form, problems)
    const child = getOwnChild(visit)
    const id = await addWay(visit.tx, child, 'young_person', way.value)
    const there = contact.ways.find((w) => w.id === id)
    await saySafety(visit.tx, child, id, said.value, there?.versions.young_person ?? 0)
    return BACK
  },
}

export const askOwnSafety: Page = {
  method: 'GET',
  url: `${url}/:way`,
  may,
  audit: audit('open'),
  async answer(visit): Promise<Answer> {
    const contact = await ownContactOf(visit)
    const way = wayIn(visit, contact)
    if (!way) return NOT_FOUND
    const mine = way.voices.find((v) => v.voice === 'young_person')
    return ask(visit, contact, typedOfSaid(mine), [], way)
  },
}

export const sayOwnSafety: Page = {
  method: 'POST',
  url: `${url}/:way`,
  may,
  audit: audit('say'),
  async answer(visit): Promise<Answer> {
    const contact = await ownContactOf(visit)
    const way = wayIn(visit, contact)
    if (!way) return NOT_FOUND
    const said = readSaid(visit.form, 'young_person', visit.now)
    if (!said.ok) return ask(visit, contact, visit.form, said.problems, way)
    const version = versionOf(visit.form)
    const saved = await saySafety(visit.tx, getOwnChild(visit), way.id, said.value, version)
    if (saved) return BACK
    const now = await ownContactOf(visit)
    return ask(visit, now, visit.form, [], wayIn(visit, now) ?? way, true)
  },
}

/** "This is still right": the same again, said today. */
export const sayItAgain: Page = {
  method: 'POST',
  url: `${url}/:way/again`,
  may,
  audit: audit('again'),
  async answer(visit): Promise<Answer> {
    const contact = await ownContactOf(visit)
    const way = wayIn(visit, contact)
    const mine = way?.voices.find((v) => v.voice === 'young_person')
    if (!way || !mine) return NOT_FOUND
    const said = { ...mine, confirmedAt: visit.now }
    await saySafety(visit.tx, getOwnChild(visit), way.id, said, versionOf(visit.form))
    return BACK
  },
}

export const endOwnWay: Page = {
  method: 'POST',
  url: `${url}/:way/end`,
  may,
  audit: audit('end'),
  async answer(visit): Promise<Answer> {
    const way = wayIn(visit, await ownContactOf(visit))
    if (!way) return NOT_FOUND
    await endWay(visit.tx, getOwnChild(visit), way, visit.now)
    return BACK
  },
}

function ask(
  visit: Visit,
  contact: OwnContact,
  typed: Typed,
  problems: readonly ContactProblem[] = [],
  way?: KeptWay,
  changed = false,
): Answer {
  const kept = changed || problems.length === 0 ? way?.versions.young_person : undefined
  const version = kept ?? versionOf(visit.form)
  const page = sayingView({ contact, way, typed, version, problems, changed })
  const status = changed ? 409 : problems.length > 0 ? 422 : 200
  return { kind: 'view', template: template('saying'), status, model: { page } }
}
