import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { textOf } from '#platform/http/fields.ts'
import { allocationsOf } from '#domains/children/index.ts'
import {
  answersIn,
  leftOpen,
  refuseShare,
  shareCheckIn,
  throwAway,
} from '#domains/outcomes/index.ts'
import { openReceipt } from '../answering/receipts.queries.ts'
import { askable } from '../choose-outcomes/choose-outcomes.view.ts'
import { getOwnChild, ownChild, withAloud } from '#domains/words/index.ts'
import { type OwnCheckIn, ownCheckIn } from '../own-page.ts'
import { endView } from './end-check-in.view.ts'

/** Spoken on this page, where somebody recorded it. */
const ALOUD = [
  'end.heading',
  'end.notShared',
  'before.takeBack',
  'end.share',
  'end.keep',
  'end.throwAway',
]

const url = '/me/check-in/:checkIn/end'
const may = 'me.open'

/** What I said, who will see it, change anything. */
export const seeEnd: Page = {
  method: 'GET',
  url,
  may,
  whileHanded: true,
  audit: { action: 'me.check-in.end.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const own = await ownCheckIn(visit)
    if (!own) return { kind: 'not-found' }
    if (own.checkIn.status !== 'draft') {
      return { kind: 'redirect', to: `/me/check-in/${own.checkIn.id}` }
    }
    return shown(visit, own, false)
  },
}

/** Shares it, keeps it, or throws it away. */
export const endCheckIn: Page = {
  method: 'POST',
  url,
  may,
  whileHanded: true,
  audit: { action: 'me.check-in.end', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const own = await ownCheckIn(visit)
    if (!own) return { kind: 'not-found' }
    const afterwards = visit.actor.handedTo ? '/me/give-back' : '/me'
    if (visit.actor.handedTo) visit.note({ onWorkersDevice: true })
    const doing = textOf(visit.form, 'do')
    if (doing === 'share') return share(visit, own)
    if (doing === 'throw-away') await throwAway(visit.tx, own.checkIn.id)
    return { kind: 'redirect', to: afterwards }
  },
}

async function share(visit: Visit, own: OwnCheckIn): Promise<Answer> {
  const { checkIn, framework } = own
  const at = `/me/check-in/${checkIn.id}`
  const answers = await answersIn(visit.tx, checkIn.id)
  const refusal = refuseShare(checkIn.status, checkIn.chosen.length, answers.size)
  if (refusal === 'nothing-said') return shown(visit, own, true)
  if (refusal === 'already-shared') return { kind: 'redirect', to: at }
  const chosen = askable(framework).filter((o) => checkIn.chosen.includes(o.id))
  const ids = leftOpen(chosen, new Set(answers.keys())).map((o) => o.id)
  if (await shareCheckIn(visit.tx, checkIn, ids, visit.now)) {
    const sent = { childId: checkIn.childId, subject: 'check_in', subjectId: checkIn.id }
    await openReceipt(visit.tx, { ...sent, now: visit.now })
  }
  visit.note({ answers: answers.size, left: ids.length })
  return { kind: 'redirect', to: `${at}?just=shared` }
}

async function shown(visit: Visit, own: OwnCheckIn, nothing: boolean): Promise<Answer> {
  return withAloud(
    visit,
    {
      kind: 'view',
      status: nothing ? 422 : 200,
      template: 'domains/participation/end-check-in/end-check-in.njk',
      model: {
        page: endView({
          ...own,
          answers: await answersIn(visit.tx, own.checkIn.id),
          allocations: await allocationsOf(visit.tx, getOwnChild(visit)),
          handed: visit.actor.handedTo !== undefined,
          nothing,
        }),
      },
    },
    ALOUD,
  )
}
