import { inWords } from '#kernel/calendar-day.ts'
import { type NewPicture, POLICY, type Publishable, textOf, withheld } from '../disclosure.rules.ts'
import type { Figures } from '../picture.rules.ts'
import type { ReportingYear } from '../reporting-year.rules.ts'
import type { CountedWait } from '../waits.queries.ts'
import { waitFigure, type WaitPart } from '../waits.rules.ts'
import type { Release } from '../ledger.queries.ts'

/** What each outcome of asking for a new picture is told as. */
const TOLD: Readonly<Record<NewPicture, string>> = {
  first: 'The picture was made.',
  made: 'A new picture was made.',
  unchanged: 'Nothing has changed since this picture was made, so it stands.',
  'too-few-changed': `For fewer than ${POLICY.fewestChanged} children something began or ended since this picture was made. A new one now would show what those few waited, so this one stands until there are more.`,
}

type Shown = {
  readonly organisation: string
  readonly years: readonly ReportingYear[]
  readonly year: ReportingYear
  readonly release: Release | undefined
  readonly waits: readonly CountedWait[]
  readonly made: unknown
}

/** The waits in their own order, which is not by how long they are. Published figures only. */
export function seeWaitsView({ organisation, years, year, release, waits, made }: Shown) {
  return {
    title: 'How long decisions and help take',
    organisation,
    year: year.name,
    begins: String(year.begins),
    others: years
      .filter(({ begins }) => begins !== year.begins)
      .map(({ begins, name }) => ({ href: `?year=${begins}`, text: name })),
    told: Object.entries(TOLD).find(([outcome]) => outcome === made)?.[1],
    smallestShown: POLICY.smallestShown,
    percentFrom: POLICY.percentFrom,
    picture: release && {
      number: release.number,
      madeAt: release.madeAt,
      onDay: inWords(release.onDay),
    },
    rows: release ? waits.map((wait) => waitRow(wait, release.figures)) : [],
  }
}

export function waitRow({ code, title, endsWith }: CountedWait, figures: Figures) {
  const at = (part: WaitPart): Publishable => figures.get(waitFigure(code, part)) ?? withheld()
  const children = at('children')
  return {
    title,
    endsWith,
    children: textOf(children),
    ended: textOf(at('ended')),
    waiting: textOf(at('waiting')),
    median: children.value === 0 ? 'Nobody' : medianText(at('median')),
    interval: children.value === 0 ? '' : intervalText(at('from'), at('to')),
  }
}

function medianText(median: Publishable): string {
  if (median.value === undefined) return 'Not given'
  return median.value === 0 ? 'It has not come for half' : weeks(median.value)
}

function intervalText(from: Publishable, to: Publishable): string {
  if (from.value === undefined || to.value === undefined) return 'Not given'
  if (from.value === 0) return 'Not known yet'
  return to.value === 0
    ? `${weeks(from.value)} or longer`
    : `${weeks(from.value)} to ${weeks(to.value)}`
}

const weeks = (days: number): string => `${days / 7} ${days === 7 ? 'week' : 'weeks'}`
