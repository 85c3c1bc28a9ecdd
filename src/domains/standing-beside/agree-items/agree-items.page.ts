import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { londonDayAndTime } from '#kernel/london-time.ts'
import { lookUp } from '#kernel/look-up.ts'
import { listOf, textOf, versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { APPOINTMENT_KINDS } from '#domains/calendar/index.ts'
import { type Child, childIdOf } from '#domains/children/index.ts'
import { giveCarerWords } from '#domains/people/index.ts'
import {
  addItems,
  carerItemsOf,
  carersOf,
  type Choice,
  endCarer,
  tieCarer,
  toAgree,
  turnItem,
} from '../carers.queries.ts'
import { type Carer, ENDED_BECAUSE, type EndedBecause } from '../carers.rules.ts'
import { childOf } from '../child-of-page.ts'
import { carerView } from '../invite-carer/carers.view.ts'
import { whoIn } from '../invite-carer/invite-carer.form.ts'
import { registeredFor } from '../invite-carer/invite-carer.page.ts'
import { NOT_IN_IT, registerChoices } from '../invite-carer/register.view.ts'

const url = '/children/:childId/carers/:carer'
const may = 'carers.invite'
const audit = (act: string) => ({ action: `carers.${act}`, childId: childIdOf })

/** What one carer sees, and what could be agreed besides. */
export const seeCarer: Page = {
  method: 'GET',
  url,
  may,
  audit: audit('items.see'),
  async answer(visit): Promise<Answer> {
    const at = await carerOf(visit)
    return at ? shown(visit, at, []) : { kind: 'not-found' }
  },
}

/** Adds what was agreed with the young person: nothing is ticked beforehand. */
export const agreeItems: Page = {
  method: 'POST',
  url,
  may,
  audit: audit('items.add'),
  async answer(visit): Promise<Answer> {
    const at = await carerOf(visit)
    if (!at) return { kind: 'not-found' }
    const possible = await toAgree(visit.tx, at.child.id, at.carer.id, visit.now)
    const ticked = listOf(visit.form, 'item')
    const chosen = possible.filter((p) => ticked.includes(p.id))
    if (chosen.length === 0) {
      return shown(visit, at, [{ field: 'item', text: 'Choose at least one thing they may see' }])
    }
    if (textOf(visit.form, 'agreed') !== 'yes') {
      const text = 'Say that you agreed each of these with the young person'
      return shown(visit, at, [{ field: 'agreed', text }], ticked)
    }
    const agreedOn = londonCalendarDay(visit.now)
    await addItems(visit.tx, { child: at.child.id, carer: at.carer.id, agreedOn }, chosen)
    return { kind: 'redirect', to: hereOf(at) }
  },
}

/** Turns one thing off, or on again where the young person did not turn it off. */
export const turnTheirItem: Page = {
  method: 'POST',
  url: `${url}/items/:item`,
  may,
  audit: audit('items.change'),
  async answer(visit): Promise<Answer> {
    const at = await carerOf(visit)
    const items = at ? await carerItemsOf(visit.tx, at.child.id) : []
    const item = items.find((i) => i.id === visit.params['item'] && i.carerId === at?.carer.id)
    if (!at || !item) return { kind: 'not-found' }
    const off = textOf(visit.form, 'turn') !== 'on'
    if (!off && item.offByChild) {
      const text = 'The young person turned this off. Only they can turn it on again'
      return shown(visit, at, [{ field: 'item', text }])
    }
    await turnItem(visit.tx, at.child.id, item.id, off ? visit.now : undefined)
    return { kind: 'redirect', to: hereOf(at) }
  },
}

export const endTheirAccount: Page = {
  method: 'POST',
  url: `${url}/end`,
  may,
  audit: audit('end'),
  async answer(visit): Promise<Answer> {
    const at = await carerOf(visit)
    if (!at) return { kind: 'not-found' }
    const because = becauseIn(visit)
    if (!because) return shown(visit, at, [{ field: 'because', text: 'Choose why it ends' }])
    await endCarer(visit.tx, { child: at.child.id, carer: at.carer.id, now: visit.now }, because)
    return { kind: 'redirect', to: `/children/${at.child.id}/carers` }
  },
}

export const giveTheirWords: Page = {
  method: 'POST',
  url: `${url}/words`,
  may,
  audit: audit('words.write'),
  async answer(visit): Promise<Answer> {
    const at = await carerOf(visit)
    if (!at) return { kind: 'not-found' }
    const { userName, words } = await giveCarerWords(visit.tx, at.carer.personId)
    const page = {
      title: 'Their way in',
      child: { id: at.child.id, knownAs: at.child.knownAs },
      name: at.carer.name,
      userName,
      words,
      origin: visit.origin,
    }
    return {
      kind: 'view',
      template: 'domains/standing-beside/invite-carer/words-given.njk',
      model: { page },
    }
  },
}

/** Says who they are in the register, or that they are not in it. */
export const sayWhoTheyAre: Page = {
  method: 'POST',
  url: `${url}/register`,
  may,
  audit: audit('register'),
  async answer(visit): Promise<Answer> {
    const at = await carerOf(visit)
    if (!at) return { kind: 'not-found' }
    const choices = registerChoices(await registeredFor(visit, at.child, [at.carer]))
    const { registerId, problems } = whoIn(visit.form, choices)
    if (problems.length > 0) return shown(visit, at, problems)
    const version = versionOf(visit.form)
    const tied = { child: at.child.id, carer: at.carer.id, version }
    if (await tieCarer(visit.tx, tied, registerId)) {
      return { kind: 'redirect', to: hereOf(at) }
    }
    const text = 'Somebody else changed this while you were here. What they said stands below'
    return shown(visit, at, [{ field: 'register', text }])
  },
}

const becauseIn = (visit: Visit): EndedBecause | undefined => {
  const asked = textOf(visit.form, 'because')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one of its own keys
  return Object.hasOwn(ENDED_BECAUSE, asked) ? (asked as EndedBecause) : undefined
}

type At = { readonly child: Child; readonly carer: Carer }
const hereOf = ({ child, carer }: At): string => `/children/${child.id}/carers/${carer.id}`

async function carerOf(visit: Visit): Promise<At | undefined> {
  const child = await childOf(visit)
  const all = await carersOf(visit.tx, child.id)
  const carer = all.find((c) => c.id === visit.params['carer'] && !c.endedAt)
  return carer && { child, carer }
}

async function shown(
  visit: Visit,
  at: At,
  problems: readonly Problem[],
  ticked: readonly string[] = [],
): Promise<Answer> {
  const possible = await toAgree(visit.tx, at.child.id, at.carer.id, visit.now)
  const registered = await registeredFor(visit, at.child, [at.carer])
  const page = {
    ...carerView(at.child, at.carer, await carerItemsOf(visit.tx, at.child.id), registered),
    registers: Object.entries(registerChoices(registered)).map(([value, text]) => ({
      value,
      text,
      checked: value === (at.carer.registerId ?? NOT_IN_IT),
    })),
    here: hereOf(at),
    choices: possible.map((p) => ({
      value: p.id,
      text: choiceInWords(p),
      checked: ticked.includes(p.id),
    })),
    errors: errorsOf(problems),
  }
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/standing-beside/agree-items/agree-items.njk',
    model: { page },
  }
}

function choiceInWords(p: Choice): string {
  if (!p.startsAt) return `Plan: ${p.what}`
  return `Calendar: ${lookUp<string>(APPOINTMENT_KINDS, p.what) ?? p.what}, ${londonDayAndTime(p.startsAt)}`
}
