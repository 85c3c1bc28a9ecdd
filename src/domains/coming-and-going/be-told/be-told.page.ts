import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { dayIn, frameIn, getOwnChild, languageOf, ownChild, say } from '#domains/words/index.ts'
import { clockIn } from '../door.rules.ts'
import { onward } from '../begin/begin.page.ts'
import { endingsOf, tellEndings } from '../ended.queries.ts'

const url = '/me/signed-out'
const may = 'me.open'

/** That somebody signed them out everywhere: who, when and why. */
export const seeSignedOut: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'me.signed-out.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const { next, language, to } = onward(visit)
    const frame = frameIn(await languageOf(visit), false, (w) => w.signedOut.title)
    const endings = await endingsOf(visit.tx, getOwnChild(visit))
    const untold = endings.filter((e) => e.toldAt === undefined)
    const [newest] = untold
    if (!newest) return { kind: 'redirect', to: to('/me/start') }
    const s = frame.w.signedOut
    const lines = untold.map((e) => ({
      by: say(s.by, {
        name: e.by ?? s.somebody,
        day: dayIn(frame.language, e.at),
        time: clockIn(e.at),
      }),
      why: s[e.why],
      forgotten: e.devicesForgotten,
    }))
    return {
      kind: 'view',
      template: 'domains/coming-and-going/be-told/be-told.njk',
      model: { page: { ...frame, lines, upTo: newest.at.toISOString(), next, in: language } },
    }
  },
}

export const readSignedOut: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'me.signed-out', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const upTo = new Date(textOf(visit.form, 'upTo'))
    // The database keeps finer time than a form: to the end of that millisecond.
    const read = Number.isNaN(upTo.getTime()) ? undefined : new Date(upTo.getTime() + 1)
    if (read) await tellEndings(visit.tx, getOwnChild(visit), visit.now, read)
    return { kind: 'redirect', to: onward(visit).to('/me/start') }
  },
}
