import { type CalendarDay, inWords } from '#kernel/calendar-day.ts'
import { lookUp } from '#kernel/look-up.ts'
import type { FollowUp, FollowUpPoint } from '../follow-up.queries.ts'
import { OUTCOMES, pointName, STEP_CODES, type Step, STEPS } from '../follow-up.rules.ts'
import type { Asked, Sign, Watch } from '../watch.queries.ts'
import { OFTEN, WENT } from '../watch.rules.ts'

type Watched = {
  readonly watch: Watch | undefined
  readonly signs: readonly Sign[]
  readonly asked: readonly Asked[]
}

/** What they agreed to be asked, and how it went. */
export const watchView = ({ watch, signs, asked }: Watched) => ({
  agreed: watch && {
    on: watch.state === 'on',
    asks: watch.asks,
    language: watch.language,
    often: OFTEN[watch.often],
    asker: watch.asker,
    next: inWords(watch.nextOn),
    theirs: watch.agreedBy === 'child',
    stoppedByThem: watch.stoppedByThem,
  },
  signs,
  asked: asked.map((a) => ({
    text: `${inWords(a.askedOn)}: ${lookUp(WENT, a.went)}${a.by ? ` (asked by ${a.by})` : ''}`,
    words: a.words,
    language: a.language,
  })),
})

type Later = {
  readonly followUp: FollowUp | undefined
  readonly consents: Readonly<Record<Step, boolean>>
  readonly points: readonly FollowUpPoint[]
  readonly today: CalendarDay
}

/** The points in time, and each consent by itself. */
export const followUpView = ({ followUp, consents, points, today }: Later) => ({
  agreed: followUp && { from: inWords(followUp.entryOn), stopped: followUp.stopped },
  steps: STEP_CODES.map((step) => ({ text: STEPS[step], given: consents[step] })),
  points: points.map((p) => ({
    id: p.id,
    name: pointName(p.months),
    day: inWords(p.dueOn),
    came: cameOf(p, today),
  })),
})

function cameOf(p: FollowUpPoint, today: CalendarDay): string {
  if (p.outcome) return `${OUTCOMES[p.outcome]}${p.closedOn ? `, ${inWords(p.closedOn)}` : ''}`
  return p.dueOn > today ? 'Still to come' : 'Nobody has written what became of it'
}
