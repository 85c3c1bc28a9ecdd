import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { allocationsOf } from '#domains/children/index.ts'
import { frameIn, getOwnChild, languageOf, ownChild } from '#domains/words/index.ts'
import { spellsOf } from '../steps.rules.ts'
import { handoversOf } from '../handover.queries.ts'
import { allocationSpells } from '../see-beside/see-beside.view.ts'
import { stepsOf } from '../steps.queries.ts'
import { changesIn, offersIn } from './comes-and-goes.view.ts'

/** Who comes and who goes, when we meet, and whom I could have. Only what I was told of already. */
export const seeComesAndGoes: Page = {
  method: 'GET',
  url: '/me/comes-and-goes',
  may: 'me.open',
  audit: { action: 'me.beside.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const { tx, now } = visit
    const child = getOwnChild(visit)
    const frame = frameIn(await languageOf(visit), false, (w) => w.whoStays.title)
    const allocations = await allocationsOf(tx, child)
    const steps = await stepsOf(tx, child)
    const spells = [...allocationSpells(allocations), ...spellsOf(steps)]
    const page = {
      ...frame,
      changes: changesIn(frame, allocations, await handoversOf(tx, child)),
      offers: offersIn(frame, steps, spells, londonCalendarDay(now)),
    }
    return {
      kind: 'view',
      template: 'domains/standing-beside/comes-and-goes/comes-and-goes.njk',
      model: { page },
    }
  },
}
