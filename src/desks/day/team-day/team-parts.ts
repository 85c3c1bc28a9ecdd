import { nextStepsOwed } from '#domains/calendar/index.ts'
import { waitingOnNobody } from '#domains/participation/index.ts'
import { deadlinesOwed } from '#domains/processes/index.ts'
import { answerLine } from '../answers.source.ts'
import { nextStepLine } from '../calendar.source.ts'
import { deadlineLine } from '../legal-days.source.ts'
import { momentsOf } from '../moments.ts'
import { inOrder } from '../sources.ts'
import { homes } from './homes.part.ts'
import { owed, type Part, REVIEWS } from './part.ts'
import { turning } from './past-eighteen.part.ts'
import { allocation, handovers } from './somebody.part.ts'
import { worries } from './worries.part.ts'

/** Answers with nobody to give them. */
const nobodyAnswers: Part = {
  slug: 'answers',
  everywhere: true,
  title: 'Waiting, with nobody to answer',
  empty: 'Everything that young people sent has somebody who answers it.',
  async gather({ tx, now }) {
    const { today } = momentsOf(now)
    return (await waitingOnNobody(tx)).map((line) => answerLine(line, today))
  },
}

const reviews: Part = {
  slug: 'reviews',
  title: 'Reviews in the next four weeks',
  empty: 'No review is owed in the next four weeks.',
  gather: (visit, team) => owed(visit, team, { rules: REVIEWS, days: 28 }),
}

const everythingElse: Part = {
  slug: 'owed',
  title: 'What else is owed this week',
  empty: 'Nothing else is owed this week.',
  async gather(visit, team) {
    const { tx, now } = visit
    const { back, owedUntil } = momentsOf(now)
    const steps = team ? (await nextStepsOwed(tx, team, back)).map(nextStepLine) : []
    const inLaw = team ? (await deadlinesOwed(tx, team, owedUntil)).map(deadlineLine) : []
    return inOrder([...steps, ...inLaw, ...(await owed(visit, team, { days: 7 }))])
  },
}

/** The parts of a team's day, in order. A domain that has something for a manager adds one. */
export const PARTS: readonly Part[] = [
  nobodyAnswers,
  allocation,
  handovers,
  worries,
  homes,
  reviews,
  turning,
  everythingElse,
]
