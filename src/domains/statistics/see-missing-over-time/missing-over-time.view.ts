import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { POLICY, type Publishable, textOf, withheld } from '../disclosure.rules.ts'
import type { GroupRelease } from '../missing-groups.queries.ts'
import type { GroupFigure } from '../missing-groups.rules.ts'
import { timeChart } from '../time-chart.view.ts'
import { FEWEST_TIMES } from '../time-between.rules.ts'

/** More would not be told apart on a phone; earlier ones stay in the ledger. */
export const GROUPS_SHOWN = 24

type Shown = {
  readonly organisation: string
  /** The oldest first, as time goes. */
  readonly groups: readonly GroupRelease[]
  readonly made: unknown
}

const TOLD: Readonly<Record<string, string>> = {
  some: 'What has come about since was counted.',
  none: `Fewer than ${POLICY.percentFrom} more children were reported since, or it was less than a week ago. They are counted when there are so many.`,
}

const unit = (one: string) => (figure: Publishable) => {
  if (figure.value === undefined) return 'Not given'
  if (figure.value === 0) return 'Not for half of them'
  return `${figure.value} ${figure.value === 1 ? one : `${one}s`}`
}
const [days, hours] = [unit('day'), unit('hour')]

/** Published figures only, in the order of time. */
export function missingOverTimeView({ organisation, groups, made }: Shown) {
  const at = (g: GroupRelease, name: GroupFigure): Publishable => g.figures.get(name) ?? withheld()
  const when = groups.map(({ untilAt }) => monthOf(untilAt))
  const chart = (name: GroupFigure, say: (figure: Publishable) => string) =>
    timeChart(
      groups.map((g, n) => ({
        label: `Group ${g.number}, until ${when[n]}`,
        figure: at(g, name),
        said: say(at(g, name)),
      })),
      say,
    )
  return {
    title: 'Children who were missing, over time',
    organisation,
    told: typeof made === 'string' ? TOLD[made] : undefined,
    children: POLICY.percentFrom,
    smallestShown: POLICY.smallestShown,
    fewest: FEWEST_TIMES,
    any: groups.length > 0,
    between: chart('days', days),
    response: chart('hours', hours),
    rows: groups.map((g, n) => [
      `Group ${g.number}, until ${when[n]}`,
      textOf(at(g, 'children')),
      textOf(at(g, 'answered')),
      textOf(at(g, 'silent')),
      textOf(at(g, 'found')),
      textOf(at(g, 'offered')),
      textOf(at(g, 'not-offered')),
    ]),
  }
}

/** The month in which the last of a group was reported: the day would be one child's. */
function monthOf(at: Date): string {
  const [, ...monthAndYear] = inWords(londonCalendarDay(at)).split(' ')
  return monthAndYear.join(' ')
}
