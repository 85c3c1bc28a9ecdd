import type { TeamId } from '#kernel/ids.ts'
import type { Visit } from '#platform/http/page.ts'
import { nextStepsOwed } from '#domains/calendar/index.ts'
import { withNobodyBeside } from '#domains/children/index.ts'
import { clocksOwedToChildren } from '#domains/clocks/index.ts'
import { referralsToReview, waitingConcerns, waitingLine } from '#domains/identification/index.ts'
import { waitingOnNobody } from '#domains/participation/index.ts'
import { sharedHomes } from '#domains/home/index.ts'
import { deadlinesOwed } from '#domains/processes/index.ts'
import type { DayLine } from '../line.ts'
import { momentsOf } from '../moments.ts'
import {
  answerLine,
  deadlineLine,
  inOrder,
  nextStepLine,
  owedLine,
  sharedHomeLine,
  toReviewLine,
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
    return [
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

/** Few homes are shared so: they are read for a whole organisation too. */
const homes: Part = {
  slug: 'homes',
  title: 'Homes shared with adults not related to a child',
  everywhere: true,
  empty: 'No home that is shared so waits to be looked at.',
  async gather({ tx, now }, team) {
    const waiting = await sharedHomes(tx, team, momentsOf(now).today)
    return waiting.map((home) =>
      sharedHomeLine(
        home,
        'Decide what happens',
        `/children/${home.childId}/home/adults/${home.adultId}/answer`,
      ),
    )
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
  worries,
  homes,
  reviews,
  everythingElse,
]
