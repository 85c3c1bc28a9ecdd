import type { Answer, Page } from '#platform/http/page.ts'
import { listOf, textOf } from '#platform/http/fields.ts'
import { putAwayBy } from '#domains/own-settings/index.ts'
import { answersIn, chooseOutcomes as keep, nextAfter } from '#domains/outcomes/index.ts'
import { ownChild, withAloud } from '#domains/words/index.ts'
import { ownCheckIn } from '../own-page.ts'
import { askable, chooseView } from './choose-outcomes.view.ts'

/** Spoken on this page, where somebody recorded it. */
const ALOUD = ['choose.heading', 'choose.lead']

const url = '/me/check-in/:checkIn/choose'
const may = 'me.open'

/** What matters to me: cards to pick from. */
export const seeChoices: Page = {
  method: 'GET',
  url,
  may,
  whileHanded: true,
  audit: { action: 'me.check-in.choose.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const own = await ownCheckIn(visit)
    if (!own) return { kind: 'not-found' }
    if (own.checkIn.status !== 'draft') {
      return { kind: 'redirect', to: `/me/check-in/${own.checkIn.id}` }
    }
    const answers = await answersIn(visit.tx, own.checkIn.id)
    return withAloud(
      visit,
      {
        kind: 'view',
        template: 'domains/participation/choose-outcomes/choose-outcomes.njk',
        model: {
          page: chooseView({
            ...own,
            answers,
            handed: visit.actor.handedTo !== undefined,
            putAway: await putAwayBy(visit.tx, own.checkIn.childId),
          }),
        },
      },
      ALOUD,
    )
  },
}

/** Keeps the choice, and goes to the first that has no answer yet. */
export const chooseOutcomes: Page = {
  method: 'POST',
  url,
  may,
  whileHanded: true,
  audit: { action: 'me.check-in.choose', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const own = await ownCheckIn(visit)
    if (!own) return { kind: 'not-found' }
    const { checkIn, framework } = own
    const at = `/me/check-in/${checkIn.id}`
    if (checkIn.status !== 'draft') return { kind: 'redirect', to: at }
    const picked = textOf(visit.form, 'none') ? [] : listOf(visit.form, 'matters')
    const chosen = askable(framework).filter((o) => picked.includes(o.code))
    // Choosing in two places loses nothing: answers come back when their card is chosen again.
    await keep(
      visit.tx,
      checkIn,
      chosen.map((o) => o.id),
      checkIn.version,
    )
    const answers = await answersIn(visit.tx, checkIn.id)
    const next = nextAfter('', chosen, new Set(answers.keys()))
    return { kind: 'redirect', to: next ? `${at}/about/${next}` : `${at}/end` }
  },
}
