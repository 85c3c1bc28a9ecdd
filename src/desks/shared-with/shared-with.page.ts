import { documentedInReturns } from '#domains/exchange/index.ts'
import { dayOf } from '#domains/processes/index.ts'
import {
  type Frame,
  frameIn,
  getOwnChild,
  languageOf,
  numberIn,
  ownChild,
  say,
} from '#domains/words/index.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { keeperOf, type Opened, openedTo } from './shared-with.queries.ts'

/**
 * Who can open my record, who could before, how they came to it, and what came into it from outside.
 * Nothing can be given outside the organisation from here yet, and the page says so.
 */
export const sharedWith: Page = {
  method: 'GET',
  url: '/me/shared-with',
  may: 'me.open',
  audit: { action: 'me.shared-with', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const { tx } = visit
    const child = getOwnChild(visit)
    const frame = frameIn(await languageOf(visit), false, ({ sharedWith: w }) => w.title)
    const w = frame.w.sharedWith
    const place = await keeperOf(tx, child)
    const lines = (await openedTo(tx, child)).map((o) => ({
      ended: o.endedOn !== undefined,
      ...lineOf(frame, o),
    }))
    const returns = await documentedInReturns(tx, child)
    const page = {
      ...frame,
      keeps: say(w.keeps, { place }),
      now: lines.filter((l) => !l.ended),
      before: lines.filter((l) => l.ended),
      others: [w.managers, w.checkers, w.readers].map((text) => say(text, { place })),
      came: returns.map((r) => ({
        from: say(w.cameFrom, { place: r.organisation, year: yearIn(frame, r.year) }),
        what: say(w.cameWhat, { place: r.organisation }),
      })),
    }
    return { kind: 'view', template: 'desks/shared-with/shared-with.njk', model: { page } }
  },
}

/** A year in the digits of the page, with nothing between the thousands. */
const yearIn = (frame: Frame, year: number): string =>
  Array.from(String(year), (digit) => numberIn(frame.language, Number(digit))).join('')

function lineOf(frame: Frame, opened: Opened) {
  const w = frame.w.sharedWith
  const parts: Readonly<Record<string, string>> = frame.w.around.shortParts
  const day = dayOf(frame, opened.startedOn)
  return {
    name: opened.name ?? frame.w.looked.somebody,
    organisation: opened.organisation,
    part: parts[opened.part] ?? frame.w.around.shortParts.other,
    when: opened.endedOn
      ? say(w.fromTo, { day, until: dayOf(frame, opened.endedOn) })
      : say(w.since, { day }),
    by: opened.by && say(w.putBy, { name: opened.by }),
  }
}
