import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { getOwnChild, ownChild, say } from '#domains/words/index.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { adultsOf } from '../eighteen.queries.ts'
import { consentsOf, followUpOf, pointsOf } from '../follow-up.queries.ts'
import { STEP_CODES } from '../follow-up.rules.ts'
import { watchOf } from '../watch.queries.ts'
import { dayFor, frameOf, may, shownAs } from './own-answer.ts'

/** Later on: who goes on with me, what somebody asks me, and being asked again. */
export const seeLater: Page = {
  method: 'GET',
  url: '/me/later',
  may,
  audit: { action: 'me.later.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const { tx } = visit
    const child = getOwnChild(visit)
    const frame = await frameOf(visit, (w) => w.title)
    const w = frame.w.later
    const watch = await watchOf(tx, child)
    const day = watch && dayFor(frame, watch.nextOn)
    return shownAs('own-later', {
      ...frame,
      people: (await adultsOf(tx, child))
        .filter((a) => !a.endedOn)
        .map((a) => ({
          id: a.id,
          name: a.name,
          met: a.meetings[0] ? say(w.met, { day: dayFor(frame, a.meetings[0].metOn) }) : w.notMet,
          last: a.wishes[0] && {
            wish: w.wishes[a.wishes[0].wish],
            words: a.wishes[0].words,
            language: a.wishes[0].language,
          },
        })),
      watch: watch && {
        asks: watch.asks,
        language: watch.language,
        line:
          watch.state === 'on'
            ? say(w.watchOn, { often: w.oftens[watch.often], day: day ?? '' })
            : w.watchStopped,
      },
      asking: await askingOf(visit, frame),
    })
  },
}

async function askingOf(visit: Visit, frame: Awaited<ReturnType<typeof frameOf>>) {
  const child = getOwnChild(visit)
  const consents = await consentsOf(visit.tx, child)
  const followUp = await followUpOf(visit.tx, child)
  if (!followUp || followUp.stopped) return undefined
  const today = londonCalendarDay(visit.now)
  const w = frame.w.later
  const all = (await pointsOf(visit.tx, child)).filter(
    (p) => p.outcome === undefined || p.outcome === 'answered',
  )
  // What has come, and the next: a list of years ahead is nobody's to read.
  const next = all.find((p) => p.dueOn > today)
  const points = all.filter((p) => p.dueOn <= today || p === next)
  return {
    steps: STEP_CODES.filter((step) => consents[step]).map((step) => w.steps[step]),
    points: points.map((p) => ({
      id: p.id,
      text: say(w.pointAt, { day: dayFor(frame, p.dueOn) }),
      open: consents.asked && p.dueOn <= today,
      answered: p.outcome === 'answered',
    })),
  }
}
