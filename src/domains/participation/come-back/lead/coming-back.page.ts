import { calendarDay, inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { londonDay } from '#kernel/london-time.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { goUp } from '../../answering/ledger.queries.ts'
import { type Asking, waitingToComeBack, type WordDue, wordsDue } from '../come-back.queries.ts'
import { OFTEN_WORDS, SAY_WHO } from '../come-back.rules.ts'

/** Who wants to talk to somebody again, and whom to ask how things are because they chose it. */
export const seeComingBack: Page = {
  method: 'GET',
  url: '/come-back',
  may: 'children.allocate',
  audit: { action: 'come-back.list' },
  async answer({ tx, now, show }): Promise<Answer> {
    await goUp(tx, undefined, now)
    const asking = await waitingToComeBack(tx)
    const due = await wordsDue(tx, now)
    show([...asking, ...due].map((line) => line.childId))
    const today = londonCalendarDay(now)
    const page = {
      title: 'Coming back',
      asking: asking.map((a) => askingLine(a, today)),
      due: due.map(dueLine),
    }
    const template = 'domains/participation/come-back/lead/coming-back.njk'
    return { kind: 'view', template, model: { page } }
  },
}

function askingLine(a: Asking, today: string) {
  const day = calendarDay(a.answerBy)
  const by = day ? inWords(day) : a.answerBy
  const who = a.answererName ?? 'Nobody yet'
  const owed =
    a.answerBy < today ? `was to answer by ${by}, and it is still owed` : `answers by ${by}`
  return {
    name: a.knownAs,
    detail: `Asked on ${londonDay(a.at)}. ${who} ${owed}`,
    action: { text: SAY_WHO, href: `/children/${a.childId}/come-back/${a.id}` },
  }
}

const dueLine = (d: WordDue) => ({
  name: d.knownAs,
  detail: `Chose to be asked how things are, ${OFTEN_WORDS[d.often]}`,
  action: { text: 'Ask how things are', href: `/children/${d.childId}/word` },
})
