import { POLICY } from '../disclosure.rules.ts'
import type { ReportingYear } from '../reporting-year.rules.ts'
import { waitRow } from '../see-waits/see-waits.view.ts'
import type { CountedWait } from '../waits.queries.ts'
import { waitFigure } from '../waits.rules.ts'
import type { Release } from '../ledger.queries.ts'

export type YearOfWaits = {
  readonly year: ReportingYear
  readonly release: Release | undefined
}

const WIDTH = 320
const LEFT = 8
const RIGHT = 312
const ROW = 42
const WEEK = 7
const FEWEST_WEEKS = 8

/** Each year's median wait with its interval, on one scale of weeks from none; the same as a table. */
export function guardianView(
  organisation: string,
  wait: CountedWait,
  years: readonly YearOfWaits[],
) {
  const rows = years.flatMap(({ year, release }) =>
    release ? [{ year: year.name, ...waitRow(wait, release.figures) }] : [],
  )
  return {
    title: 'How long a guardian takes',
    organisation,
    endsWith: wait.endsWith,
    percentFrom: POLICY.percentFrom,
    smallestShown: POLICY.smallestShown,
    rows,
    chart: rows.length > 0 ? chartOf(wait.code, years) : undefined,
  }
}

type Mark = {
  readonly at: number | undefined
  readonly low: number
  readonly high: number
  /** The interval has no end yet: too many still wait. */
  readonly open: boolean
}

function chartOf(code: string, years: readonly YearOfWaits[]) {
  const found = years.filter((y) => y.release !== undefined)
  const weeksOf = (y: YearOfWaits, part: 'median' | 'from' | 'to'): number | undefined => {
    const days = y.release?.figures.get(waitFigure(code, part))?.value
    return days === undefined ? undefined : days / WEEK
  }
  const all = found.flatMap((y) =>
    (['median', 'from', 'to'] as const).map((p) => weeksOf(y, p) ?? 0),
  )
  // Room to the right, so that a line without an end can be told from one that ends there.
  const most = Math.ceil((Math.max(FEWEST_WEEKS, ...all) + 2) / 4) * 4
  const x = (weeks: number) => LEFT + Math.round((weeks / most) * (RIGHT - LEFT) * 10) / 10
  const mark = (y: YearOfWaits): Mark | undefined => {
    const [median, from, to] = [weeksOf(y, 'median'), weeksOf(y, 'from'), weeksOf(y, 'to')]
    if (from === undefined || from === 0 || to === undefined) return undefined
    return { at: median ? x(median) : undefined, low: x(from), high: to ? x(to) : RIGHT, open: !to }
  }
  return {
    width: WIDTH,
    height: found.length * ROW + 26,
    left: LEFT,
    right: RIGHT,
    ticks: [
      { x: LEFT, text: 'at once', anchor: 'start' },
      { x: x(most / 2), text: `${most / 2} weeks`, anchor: 'middle' },
      { x: RIGHT, text: `${most} weeks`, anchor: 'end' },
    ],
    rows: found.map((y, n) => ({
      label: String(y.year.begins),
      textY: n * ROW + 17,
      lineY: n * ROW + 29,
      mark: mark(y),
    })),
  }
}
