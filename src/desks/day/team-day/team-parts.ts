import type { TeamId } from '#kernel/ids.ts'
import type { Visit } from '#platform/http/page.ts'
import { nextStepsOwed } from '#domains/calendar/index.ts'
import { withNobodyBeside } from '#domains/children/index.ts'
import { clocksOwedToChildren } from '#domains/clocks/index.ts'
import { referralsToReview, waitingConcerns, waitingLine } from '#domains/identification/index.ts'
import { waitingOnNobody } from '#domains/participation/index.ts'
import { withoutPlan } from '#domains/past-eighteen/index.ts'
import { deadlinesOwed } from '#domains/processes/index.ts'
import { handoversOwed, withoutKeyWorker } from '#domains/standing-beside/index.ts'
import type { DayLine } from '../line.ts'
import { momentsOf } from '../moments.ts'
import {
  answerLine,
  deadlineLine,
  handoverLines,
  inOrder,
  nextStepLine,
  noKeyWorkerLine,
  owedLine,
  toReviewLine,
  withoutPlanLine,
} from '../sources.ts'

/** Clocks of somebody being given to a child. */
const ALLOCATION = ['key-worker.allocation', 'guardian.allocation', 'guardian.referral']
const REVIEWS = [
  'care.review-first',
  'care.review-second',
  'care.review-next',
  'care.review-adjourned',
  'cp.review-first',
  'cp.review-next',
  'leaving.pathway-review',
  'leaving.home-first-review',
  'leaving.home-review',
]
/** Told by the worries themselves, or by a part of their own. */
const TOLD_ELSEWHERE = new Set(['concern.second-look', ...ALLOCATION, ...REVIEWS])

const DAY = 24 * 60 * 60 * 1000
const MOST = 200

/** A part of a team's day. `team` is undefined for whoever leads a whole organisation and chose no team. */
export type Part = {
  readonly slug: string
  readonly title: string
  readonly empty: string
  /** Few enough to be read for a whole organisation of any size. */
  readonly everywhere?: true
  /** Asked of one team at a time: shown when one is chosen. */
  readonly ofOneTeam?: true
  readonly gather: (visit: Visit, team: TeamId | undefined) => Promise<readonly DayLine[]>
}

async function owed(
  { tx, now }: Visit,
  team: TeamId | undefined,
  asked: { readonly rules?: readonly string[]; readonly days: number },
): Promise<readonly DayLine[]> {
  const { clocks } = await clocksOwedToChildren(tx, {
    of: 'my-team',
    ...(team && { team }),
    ...(asked.rules && { rules: asked.rules }),
    dueBefore: new Date(now.getTime() + asked.days * DAY),
    most: MOST,
  })
  return clocks
    .filter(({ clock }) => asked.rules || !TOLD_ELSEWHERE.has(clock.rule ?? ''))
    .map((one) => owedLine(one, now))
}

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

const allocation: Part = {
  slug: 'somebody',
  title: 'Somebody to stand beside them',
  empty: 'Nobody waits for somebody to stand beside them.',
  async gather(visit, team) {
    const alone = team ? await withNobodyBeside(visit.tx, team, MOST) : []
    const { clocks } = await clocksOwedToChildren(visit.tx, {
      of: 'my-team',
      ...(team && { team }),
      rules: ALLOCATION,
      most: MOST,
    })
    const running = clocks.filter(({ clock }) => clock.state === 'running')
    const without = team ? await withoutKeyWorker(visit.tx, team, visit.now, MOST) : []
    return [
      ...without.map((one) => ({
        ...noKeyWorkerLine(one),
        action: { text: 'Give them somebody', href: `/children/${one.childId}/beside/add` },
      })),
      ...running.map((one) => ({
        ...owedLine(one, visit.now),
        action: {
          text: 'Give them somebody',
          href: `/children/${one.clock.childId}/beside/add`,
        },
      })),
      ...alone.map(
        (c): DayLine => ({
          kind: 'owed',
          childId: c.id,
          name: c.knownAs,
          detail: 'Nobody from here stands beside them now',
          on: undefined,
          action: { text: 'Give them somebody', href: `/children/${c.id}/beside/add` },
        }),
      ),
    ]
  },
}

const worries: Part = {
  slug: 'worries',
  title: 'Worries and referrals that wait',
  empty: 'Every worry that was written down is decided.',
  async gather({ tx, actor }, team) {
    const waiting = await waitingConcerns(tx, team ? { ...actor, teamId: team } : actor)
    const toRead = team ? (await referralsToReview(tx, team)).map(toReviewLine) : []
    const lines = waiting.map((w): DayLine => {
      const { name, detail, action } = waitingLine(w, actor.id)
      return { kind: 'waiting', childId: w.childId, name, detail, on: undefined, action }
    })
    return [...toRead, ...lines]
  },
}

const reviews: Part = {
  slug: 'reviews',
  title: 'Reviews in the next four weeks',
  empty: 'No review is owed in the next four weeks.',
  gather: (visit, team) => owed(visit, team, { rules: REVIEWS, days: 28 }),
}

const turning: Part = {
  slug: 'past-eighteen',
  ofOneTeam: true,
  title: 'Past eighteen, and nobody to go on yet',
  empty:
    'Everybody of seventeen and a half or older has somebody who owns a plan for after eighteen.',
  async gather({ tx, now }, team) {
    const { today } = momentsOf(now)
    return team ? (await withoutPlan(tx, team, today)).map((w) => withoutPlanLine(w, today)) : []
  },
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

/** Goodbyes and hellos that are planned or to be tried again. */
const handovers: Part = {
  slug: 'handovers',
  title: 'Goodbyes and hellos',
  empty: 'No goodbye or hello is open.',
  gather: async ({ tx }, team) =>
    team ? (await handoversOwed(tx, team, MOST)).flatMap(handoverLines) : [],
}

/** The parts of a team's day, in order. A domain that has something for a manager adds one. */
export const PARTS: readonly Part[] = [
  nobodyAnswers,
  allocation,
  worries,
  reviews,
  turning,
  handovers,
  worries,
  reviews,
  everythingElse,
]
