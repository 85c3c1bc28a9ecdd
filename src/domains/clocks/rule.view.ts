import { inWords } from '#kernel/calendar-day.ts'
import { never } from '#kernel/never.ts'
import { DIVISION_NAMES, NATION_NAMES } from './bank-holidays.rules.ts'
import type { ClockRule, Confidence, Force } from './clock.rules.ts'
import type { Counted } from './due.rules.ts'

export const COUNTED_NAMES: Readonly<Record<Counted, string>> = {
  working_days: 'Working days',
  days: 'Days, weekends and holidays too',
  months: 'Months',
  hours: 'Hours',
  as_soon_as_possible: 'As soon as possible, with no last day',
}

export const FORCE_NAMES: Readonly<Record<Force, string>> = {
  duty: 'A duty',
  target: 'What the body says it aims at',
  at_least: 'So long, or longer',
  good_practice: 'Good practice, which an organisation may set otherwise',
}

export const CONFIDENCE_NAMES: Readonly<Record<Confidence, string>> = {
  certain: 'Certain',
  likely: 'Likely',
  to_be_confirmed: 'To be checked',
}

/** How long a rule gives, as people say it. */
export function lengthInWords(rule: Pick<ClockRule, 'counted' | 'length'>): string {
  const n = rule.length ?? 0
  const many = (one: string): string => `${n} ${n === 1 ? one : `${one}s`}`
  switch (rule.counted) {
    case 'working_days':
      return many('working day')
    case 'days':
      return many('day')
    case 'months':
      return many('month')
    case 'hours':
      return many('hour')
    case 'as_soon_as_possible':
      return 'As soon as possible. No last day is set'
    default:
      return never(rule.counted)
  }
}

export type RuleLine = {
  readonly id: string
  readonly code: string
  readonly owed: string
  readonly owedBy: string
  readonly startsWith: string
  readonly nation: string
  readonly length: string
  readonly holidays: string | undefined
  readonly force: string
  readonly confidence: string
  readonly source: string
  readonly note: string | undefined
  readonly holds: string
  readonly local: boolean
  readonly ended: boolean
}

/** A rule with where it comes from, as it is shown to whoever asks. */
export const ruleLine = (rule: ClockRule): RuleLine => ({
  id: rule.id,
  code: rule.code,
  owed: rule.owed,
  owedBy: rule.owedBy,
  startsWith: rule.startsWith,
  nation: NATION_NAMES[rule.nation],
  length: lengthInWords(rule),
  holidays: rule.holidays && DIVISION_NAMES[rule.holidays],
  force: FORCE_NAMES[rule.force],
  confidence: CONFIDENCE_NAMES[rule.confidence],
  source: rule.source,
  note: rule.note,
  holds: `From ${inWords(rule.fromDay)}${rule.untilDay ? ` to ${inWords(rule.untilDay)}` : ''}`,
  local: rule.local,
  ended: rule.untilDay !== undefined,
})
