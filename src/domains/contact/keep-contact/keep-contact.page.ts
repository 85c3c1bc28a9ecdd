import { readId, type ChildId } from '#kernel/ids.ts'
import { may } from '#platform/access/capability.ts'
import { versionOf } from '#platform/http/fields.ts'
import type { Answer, Asked, Page, Visit } from '#platform/http/page.ts'
import { getChild } from '#domains/children/index.ts'
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
import { noticesOf, wishOf } from '../notice.queries.ts'
import { contactView, type OnContact, wayLine } from './keep-contact.view.ts'
import { sayView, type Typed, typedOfSaid } from './say.view.ts'

export const childIdOf = (visit: Asked): ChildId | undefined =>
  readId<'child'>(visit.params['childId'])

const url = '/children/:childId/contact'
const audit = (act: string) => ({ action: `contact.${act}`, childId: childIdOf })
const template = (name: string) => `domains/contact/keep-contact/${name}.njk`
const WRITE = 'children.write'
const NOT_FOUND: Answer = { kind: 'not-found' }

/** Everything about reaching one child, as it is now. */
export async function contactOf(visit: Visit): Promise<OnContact> {
  const id = childIdOf(visit)
  if (!id) throw new Error('A page of a child has the child in its address')
  return {
    child: await getChild(visit.tx, id),
    ways: await waysOf(visit.tx, id),
    stops: await stopsOf(visit.tx, id),
    days: await daysItHolds(visit.tx, visit.now),
    now: visit.now,
  }
}

export const wayIn = (visit: Visit, on: OnContact): KeptWay | undefined =>
  on.ways.find((way) => way.id === visit.params['way'])

/** Whether and how it is safe to reach somebody, before any number is seen. */
export const seeContact: Page = {
  method: 'GET',
  url,
  may: 'children.read',
  audit: audit('read'),
  async answer(visit): Promise<Answer> {
    const on = await contactOf(visit)
    const page = contactView(on, {
      mayWrite: may(visit.actor.role, WRITE),
      sends: visit.sends,
      wish: await wishOf(visit.tx, on.child.id),
      notices: await noticesOf(visit.tx, on.child.id),
    })
    return { kind: 'view', template: template('contact'), model: { page } }
  },
}

export const askWay: Page = {
  method: 'GET',
  url: `${url}/add`,
  may: WRITE,
  audit: audit('ask'),
  answer: async (visit) => ask(visit, await contactOf(visit), { said_by: 'young_person' }),
}

/** Staff give a way, and say at once whether it is safe: an address without that is of no use. */
export const addTheWay: Page = {
  method: 'POST',
  url: `${url}/add`,
  may: WRITE,
  audit: audit('add'),
  async answer(visit): Promise<Answer> {
    const on = await contactOf(visit)
    const way = readWay(visit.form)
    const said = readSaid(visit.form, 'staff', visit.now)
    const problems = [...(way.ok ? [] : way.problems), ...(said.ok ? [] : said.problems)]
    if (!way.ok || !said.ok) return ask(visit, on, visit.form, problems)
    const id = await addWay(visit.tx, on.child.id, 'staff', way.value)
    const there = on.ways.find((w) => w.id === id)
    await saySafety(visit.tx, on.child.id, id, said.value, there?.versions.staff ?? 0)
    return backTo(on)
  },
}

export const askSafety: Page = {
  method: 'GET',
  url: `${url}/:way`,
  may: WRITE,
  audit: audit('open'),
  async answer(visit): Promise<Answer> {
    const on = await contactOf(visit)
    const way = wayIn(visit, on)
    if (!way) return NOT_FOUND
    return ask(visit, on, typedOfSaid(way.voices.find((v) => v.voice === 'staff')), [], way)
  },
}

/** What staff say of a way. The young person's own line stays beside it. */
export const sayTheSafety: Page = {
  method: 'POST',
  url: `${url}/:way`,
  may: WRITE,
  audit: audit('write'),
  async answer(visit): Promise<Answer> {
    const on = await contactOf(visit)
    const way = wayIn(visit, on)
    if (!way) return NOT_FOUND
    const said = readSaid(visit.form, 'staff', visit.now)
    if (!said.ok) return ask(visit, on, visit.form, said.problems, way)
    const saved = await saySafety(visit.tx, on.child.id, way.id, said.value, versionOf(visit.form))
    if (saved) return backTo(on)
    // Another worker's line may have been kept while this page waited for it.
    const now = await contactOf(visit)
    return ask(visit, now, visit.form, [], wayIn(visit, now) ?? way, true)
  },
}

export const endTheWay: Page = {
  method: 'POST',
  url: `${url}/:way/end`,
  may: WRITE,
  audit: audit('end'),
  async answer(visit): Promise<Answer> {
    const on = await contactOf(visit)
    const way = wayIn(visit, on)
    if (!way) return NOT_FOUND
    await endWay(visit.tx, on.child.id, way, visit.now)
    return backTo(on)
  },
}

/** One press, for somebody who cannot press it themselves now. */
export const stopForThem: Page = {
  method: 'POST',
  url: `${url}/stop`,
  may: WRITE,
  audit: audit('stop'),
  async answer(visit): Promise<Answer> {
    const on = await contactOf(visit)
    await stopContact(visit.tx, on.child.id, 'staff', visit.now)
    return backTo(on)
  },
}

export const startAgain: Page = {
  method: 'POST',
  url: `${url}/start`,
  may: WRITE,
  audit: audit('start'),
  async answer(visit): Promise<Answer> {
    const on = await contactOf(visit)
    await liftStop(visit.tx, on.child.id, 'staff', visit.now)
    return backTo(on)
  },
}

const backTo = (on: OnContact): Answer => ({
  kind: 'redirect',
  to: `/children/${on.child.id}/contact`,
})

function ask(
  visit: Visit,
  on: OnContact,
  typed: Typed,
  problems: readonly ContactProblem[] = [],
  way?: KeptWay,
  changed = false,
): Answer {
  const version = changed || problems.length === 0 ? way?.versions.staff : versionOf(visit.form)
  const page = sayView({
    child: on.child,
    way: way && wayLine(way, on),
    typed,
    version: version ?? 0,
    problems,
    changed,
  })
  const status = changed ? 409 : problems.length > 0 ? 422 : 200
  return { kind: 'view', template: template('say'), status, model: { page } }
}
