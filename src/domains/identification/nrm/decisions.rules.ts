import type { CalendarDay } from '#kernel/calendar-day.ts'

/** What the competent authority may decide, and in which order. Pure. */

export const KINDS = {
  reasonable_grounds: 'Reasonable grounds',
  conclusive_grounds: 'Conclusive grounds',
  both_at_once: 'Reasonable and conclusive grounds, on one day (local panel)',
  other: 'Something else',
} as const
export type Kind = keyof typeof KINDS

export const OUTCOMES = {
  positive: 'Positive',
  negative: 'Negative',
  suspended: 'Suspended: nothing is decided for now',
  withdrawn: 'Withdrawn',
  closed: 'Closed',
  public_order: 'No longer protected: public order',
  bad_faith: 'No longer protected: bad faith',
} as const
export type Outcome = keyof typeof OUTCOMES

export const DECIDED_BY = {
  single_competent_authority: 'Single Competent Authority',
  local_panel: 'A local panel (devolved decision-making pilot)',
  immigration_enforcement: 'Immigration Enforcement Competent Authority',
  not_known: 'Not said',
} as const
export type DecidedBy = keyof typeof DECIDED_BY

export type Decision = {
  readonly id: string
  readonly kind: Kind
  readonly outcome: Outcome
  /** Made again, after somebody asked for it to be looked at again. */
  readonly again: boolean
  readonly decidedOn: CalendarDay
  readonly setAside: boolean
}

export type NewDecision = Omit<Decision, 'id' | 'setAside'>

export type Refusal = { readonly field: string; readonly text: string }

type Sent = { readonly sentOn: CalendarDay | undefined }

export const BEFORE_ITS_REFERRAL =
  'A decision can be written down once the referral has been sent and its reference is here'

const GROUNDS: ReadonlySet<Outcome> = new Set(['positive', 'negative'])

/** Why a decision cannot stand as it was typed; undefined when it can. */
export function refuseDecision(
  { sentOn }: Sent,
  earlier: readonly Decision[],
  wanted: NewDecision,
  today: CalendarDay,
): Refusal | undefined {
  if (!sentOn) {
    return { field: 'kind', text: BEFORE_ITS_REFERRAL }
  }
  const days = refuseDay(sentOn, wanted, today)
  if (days) return days
  const grounds = wanted.kind !== 'other'
  if (grounds !== GROUNDS.has(wanted.outcome)) {
    return {
      field: 'outcome',
      text: grounds
        ? 'A decision on grounds is positive or negative. Choose “Something else” for the rest'
        : 'Positive and negative are decisions on grounds. Choose reasonable or conclusive grounds',
    }
  }
  return refuseOrder(
    earlier.filter((d) => !d.setAside),
    wanted,
  )
}

function refuseDay(sentOn: CalendarDay, wanted: NewDecision, today: CalendarDay) {
  if (wanted.decidedOn < sentOn) {
    return {
      field: 'decidedOn',
      text: 'A decision is never before its referral. Check both days: one of them is not right',
    }
  }
  if (wanted.decidedOn > today) {
    return { field: 'decidedOn', text: 'The day of the decision must be today or earlier' }
  }
  return undefined
}

const decidesOn = (d: NewDecision, kind: 'reasonable_grounds' | 'conclusive_grounds') =>
  d.kind === kind || d.kind === 'both_at_once'

/** The decision that counts on grounds of this kind: the latest that stands. */
export function standing<D extends NewDecision & { readonly setAside?: boolean }>(
  decisions: readonly D[],
  kind: 'reasonable_grounds' | 'conclusive_grounds',
): D | undefined {
  return decisions
    .filter((d) => d.setAside !== true && decidesOn(d, kind))
    .toSorted((a, b) => (a.decidedOn < b.decidedOn ? -1 : 1))
    .at(-1)
}

type Answered = {
  readonly state: 'taken_up' | 'refused'
  readonly on: CalendarDay
  readonly because: string
}

/** What the decisions that stand say of the referral itself. Conclusive grounds end nothing: it was taken up. */
export function answeredBy(decisions: readonly Decision[]): Answered | undefined {
  const rg = standing(decisions, 'reasonable_grounds')
  if (!rg) return undefined
  return {
    state: rg.outcome === 'positive' ? 'taken_up' : 'refused',
    on: rg.decidedOn,
    because: 'Negative reasonable grounds. It can be looked at again',
  }
}

function refuseOrder(earlier: readonly Decision[], wanted: NewDecision): Refusal | undefined {
  if (wanted.kind === 'other') return undefined
  const rg = standing(earlier, 'reasonable_grounds')
  const cg = standing(earlier, 'conclusive_grounds')
  const before = wanted.kind === 'reasonable_grounds' ? rg : (cg ?? undefined)
  if (wanted.again) return refuseAgain(before, wanted)
  if (before || (wanted.kind === 'both_at_once' && rg)) {
    return {
      field: 'kind',
      text: 'There is one of these already. If it was made again, say so below; if it was written by mistake, set it aside first',
    }
  }
  if (wanted.kind === 'conclusive_grounds') return refuseConclusive(rg, wanted)
  return undefined
}

function refuseAgain(before: Decision | undefined, wanted: NewDecision): Refusal | undefined {
  if (before?.outcome !== 'negative') {
    return {
      field: 'again',
      text: 'Only a negative decision is made again. There is none of this kind here yet',
    }
  }
  return wanted.decidedOn < before.decidedOn
    ? { field: 'decidedOn', text: 'A decision that was made again is later than the first' }
    : undefined
}

function refuseConclusive(rg: Decision | undefined, wanted: NewDecision): Refusal | undefined {
  if (rg?.outcome !== 'positive') {
    return {
      field: 'kind',
      text: 'Conclusive grounds follow positive reasonable grounds. Write that decision down first',
    }
  }
  return wanted.decidedOn < rg.decidedOn
    ? { field: 'decidedOn', text: 'Conclusive grounds cannot be before reasonable grounds' }
    : undefined
}

/** What stays, whatever is decided. Nothing the product offers hangs on a decision. */
export const STAYS: readonly string[] = [
  'Everybody who stands beside them, and every plan and promise made to them',
  'Being looked after, a place to live, school or college, health care: these come from children’s law, and none of them from this decision',
  'An independent guardian where one was given, until the guardianship service itself ends it',
  'Legal help. A negative decision can be looked at again, and a solicitor should read it now: the time for asking is short',
  'Being believed. The test of a decision is not the test of what they told us',
]
