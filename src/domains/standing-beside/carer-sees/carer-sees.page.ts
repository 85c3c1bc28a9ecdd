import { lookUp } from '#kernel/look-up.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { whenIn } from '#domains/calendar/index.ts'
import { entriesOf } from '#domains/outcomes/index.ts'
import {
  dayIn,
  type Frame,
  frameIn,
  getOwnChild,
  languageOf,
  ownChild,
  say,
} from '#domains/words/index.ts'
import { carerItemsOf, carersOf, endCarer, turnItem } from '../carers.queries.ts'
import type { Carer, CarerItem } from '../carers.rules.ts'
import { dayOf } from '../comes-and-goes/comes-and-goes.view.ts'

const url = '/me/carer-sees'
const may = 'me.open'
const audit = (act: string) => ({ action: `me.carer.${act}`, childId: ownChild })

/** What somebody who looks after me can see, with a way to turn each thing off. */
export const seeCarerSees: Page = {
  method: 'GET',
  url,
  may,
  audit: audit('see'),
  async answer(visit): Promise<Answer> {
    const child = getOwnChild(visit)
    const frame = frameIn(await languageOf(visit), false, (w) => w.whoStays.seesTitle)
    const items = await carerItemsOf(visit.tx, child)
    const carers = (await carersOf(visit.tx, child)).filter((c) => !c.endedAt)
    const said = (await entriesOf(visit.tx, child)).filter((e) => e.voice === 'carer' && e.words)
    const page = {
      ...frame,
      carers: carers.map((c) => carerCard(frame, c, items)),
      said: said.toReversed().map((e) => ({
        by: e.by ?? '',
        words: e.words,
        language: e.wordsLanguage,
        when: dayIn(frame.language, e.sharedAt),
      })),
    }
    return {
      kind: 'view',
      template: 'domains/standing-beside/carer-sees/carer-sees.njk',
      model: { page },
    }
  },
}

/** Turns one thing off, or on again, at once. */
export const turnOwnItem: Page = {
  method: 'POST',
  url: `${url}/items/:item`,
  may,
  audit: audit('turn'),
  async answer(visit): Promise<Answer> {
    const child = getOwnChild(visit)
    const item = (await carerItemsOf(visit.tx, child)).find((i) => i.id === visit.params['item'])
    if (!item || !(await mine(visit, item.carerId))) return { kind: 'not-found' }
    const off = textOf(visit.form, 'turn') !== 'on'
    await turnItem(visit.tx, child, item.id, off ? visit.now : undefined)
    return { kind: 'redirect', to: url }
  },
}

/** Stops all of it for one of them: they are signed out in that moment. */
export const stopCarer: Page = {
  method: 'POST',
  url: `${url}/:carer/stop`,
  may,
  audit: audit('stop'),
  async answer(visit): Promise<Answer> {
    const carer = await mine(visit, visit.params['carer'])
    if (!carer) return { kind: 'not-found' }
    const at = { child: getOwnChild(visit), carer: carer.id, now: visit.now }
    await endCarer(visit.tx, at, 'young_person_wants')
    return { kind: 'redirect', to: url }
  },
}

/** Whoever it is, where it is the young person who decides. */
async function mine(visit: Visit, carer: string | undefined): Promise<Carer | undefined> {
  const all = await carersOf(visit.tx, getOwnChild(visit))
  return all.find((c) => c.id === carer && !c.endedAt && c.decides === 'young_person')
}

function carerCard(frame: Frame, carer: Carer, items: readonly CarerItem[]) {
  const w = frame.w.whoStays
  const own = items.filter((i) => i.carerId === carer.id)
  return {
    id: carer.id,
    name: carer.name,
    whoTheyAre: carer.whoTheyAre,
    heading: say(own.some((i) => !i.offAt) ? w.sees : w.seesNothing, { name: carer.name }),
    theirs: carer.decides === 'young_person',
    stop: say(w.stopAll, { name: carer.name }),
    items: own.map((i) => ({ id: i.id, text: itemText(frame, i), off: i.offAt !== undefined })),
  }
}

function itemText(frame: Frame, item: CarerItem): string {
  const w = frame.w.whoStays
  if (item.startsAt) {
    const kind = lookUp<string>(frame.w.calendar.kinds, item.appointmentKind ?? '') ?? ''
    return say(w.withWhom, {
      kind,
      name: item.withWhom ?? '',
      day: whenIn(frame, item.startsAt),
    })
  }
  const what = (item.plain ?? '').trim()
  if (!item.dueOn) return what
  // Full stops of all the scripts: what somebody wrote may end without one.
  const whole = /[.!?؟።۔]$/.test(what) ? what : `${what}.`
  return say(w.plan, { what: whole, day: dayOf(frame, item.dueOn) })
}
