import type { TeamId } from '#kernel/ids.ts'
import type { Visit } from '#platform/http/page.ts'
import { clocksOwedToChildren } from '#domains/clocks/index.ts'
import { owedLine } from '../clocks.source.ts'
import { type DayLine, MOST_LINES } from '../line.ts'

/** Clocks of somebody being given to a child. */
export const ALLOCATION = ['key-worker.allocation', 'guardian.allocation', 'guardian.referral']
export const REVIEWS = [
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

export async function owed(
  { tx, now }: Visit,
  team: TeamId | undefined,
  asked: { readonly rules?: readonly string[]; readonly days: number },
): Promise<readonly DayLine[]> {
  const { clocks } = await clocksOwedToChildren(tx, {
    of: 'my-team',
    ...(team && { team }),
    ...(asked.rules && { rules: asked.rules }),
    dueBefore: new Date(now.getTime() + asked.days * DAY),
    most: MOST_LINES,
  })
  return clocks
    .filter(({ clock }) => asked.rules || !TOLD_ELSEWHERE.has(clock.rule ?? ''))
    .map((one) => owedLine(one, now))
}
