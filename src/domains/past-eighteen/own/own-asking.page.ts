import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { getOwnChild, ownChild } from '#domains/words/index.ts'
import { pointsFrom, tickedIn } from '../follow-up/follow-up.page.ts'
import {
  beginFollowUp,
  consentsOf,
  followUpOf,
  keepConsents,
  stopFollowUp,
} from '../follow-up.queries.ts'
import { STEP_CODES } from '../follow-up.rules.ts'
import { extractsWith } from '../research/extract.queries.ts'
import { dayFor, frameOf, may, shownAs } from './own-answer.ts'

const url = '/me/later/asking'
const audit = (act: string) => ({ action: `me.later.${act}`, childId: ownChild })

/** What is all right for me, each by itself; and where my answers went. */
export const seeAsking: Page = {
  method: 'GET',
  url,
  may,
  audit: audit('ask-asking'),
  async answer(visit): Promise<Answer> {
    const child = getOwnChild(visit)
    const frame = await frameOf(visit, (l) => l.asking)
    const consents = await consentsOf(visit.tx, child)
    const followUp = await followUpOf(visit.tx, child)
    return shownAs('own-asking', {
      ...frame,
      on: followUp !== undefined && !followUp.stopped,
      steps: STEP_CODES.map((step) => ({
        value: step,
        text: frame.w.later.steps[step],
        checked: consents[step],
      })),
      went: (await extractsWith(visit.tx, child)).map((e) => ({
        day: dayFor(frame, e.onDay),
        recipient: e.recipient,
      })),
    })
  },
}

/** Kept as ticked. With nothing ticked, it is stopped. */
export const keepAsking: Page = {
  method: 'POST',
  url,
  may,
  audit: audit('asking'),
  async answer(visit): Promise<Answer> {
    const { tx, now } = visit
    const child = getOwnChild(visit)
    const today = londonCalendarDay(now)
    const wanted = tickedIn(visit.form)
    if (!STEP_CODES.some((step) => wanted[step])) {
      await stopFollowUp(tx, child, 'child', { now, today })
      return { kind: 'redirect', to: '/me/later' }
    }
    const entryOn = (await followUpOf(tx, child))?.entryOn ?? today
    await keepConsents(tx, child, wanted, 'child')
    await beginFollowUp(tx, child, { entryOn, saidBy: 'child' }, pointsFrom(entryOn))
    return { kind: 'redirect', to: '/me/later' }
  },
}

/** Out, at once, with one press. */
export const stopAsking: Page = {
  method: 'POST',
  url: `${url}/stop`,
  may,
  audit: audit('asking'),
  async answer(visit): Promise<Answer> {
    const at = { now: visit.now, today: londonCalendarDay(visit.now) }
    await stopFollowUp(visit.tx, getOwnChild(visit), 'child', at)
    return { kind: 'redirect', to: '/me/later' }
  },
}
