import { inWords } from '#kernel/calendar-day.ts'
import { type NewPicture, POLICY, textOf, withheld } from '../disclosure.rules.ts'
import {
  ENTERED,
  FLOW_STEPS,
  flowFigure,
  type FlowStep,
  type Wave,
  WAVES,
} from '../follow-up.rules.ts'
import type { ReportingYear } from '../reporting-year.rules.ts'
import type { Release } from '../ledger.queries.ts'

/** What each outcome of asking for a new picture is told as. */
const TOLD: Readonly<Record<NewPicture, string>> = {
  first: 'The picture was made.',
  made: 'A new picture was made.',
  unchanged: 'Nothing has changed since this picture was made, so it stands.',
  'too-few-changed': `For fewer than ${POLICY.fewestChanged} of them something changed since this picture was made. A new one now would show what those few did, so this one stands until there are more.`,
}

const STEP_NAMES: Readonly<Record<FlowStep, string>> = {
  answered: 'Answered',
  did_not_want_to: 'Did not want to',
  not_reached: 'Not reached',
  not_safe: 'Not safe to reach',
  wants_later: 'Another time',
  nobody_asked: 'Nobody asked',
  stopped: 'Stopped then',
  left_before: 'Stopped before',
  nothing_written: 'Nothing written',
  not_yet_due: 'Day still to come',
}

const waveName = (wave: Wave): string => {
  if (wave === 0) return 'At entry'
  if (wave < 12) return `After ${wave} months`
  return wave === 12 ? 'After one year' : `After ${wave / 12} years`
}

type Shown = {
  readonly organisation: string
  readonly years: readonly ReportingYear[]
  readonly year: ReportingYear
  readonly release: Release | undefined
  readonly made: unknown
  readonly mayExtract: boolean
}

/** Each point in its order, with everybody who entered at each of them. Published figures only. */
export function seeFollowUpView({ organisation, years, year, release, made, mayExtract }: Shown) {
  const at = (name: string) => textOf(release?.figures.get(name) ?? withheld())
  return {
    title: 'Who is still asked, and why others are not',
    organisation,
    year: year.name,
    begins: String(year.begins),
    others: years
      .filter(({ begins }) => begins !== year.begins)
      .map(({ begins, name }) => ({ href: `?year=${begins}`, text: name })),
    told: Object.entries(TOLD).find(([outcome]) => outcome === made)?.[1],
    mayExtract,
    smallestShown: POLICY.smallestShown,
    picture: release && {
      number: release.number,
      madeAt: release.madeAt,
      onDay: inWords(release.onDay),
    },
    heads: FLOW_STEPS.map((step) => STEP_NAMES[step]),
    rows: release
      ? WAVES.map((wave) => ({
          title: waveName(wave),
          entered: at(ENTERED),
          cells: FLOW_STEPS.map((step) => at(flowFigure(wave, step))),
        }))
      : [],
  }
}
