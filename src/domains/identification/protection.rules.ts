import type { CalendarDay } from '#kernel/calendar-day.ts'

/** What protects a child, from the first worry on. Nothing in this file knows of a decision of the NRM. */

export const STEP_KINDS = {
  strategy_discussion: {
    called: 'Strategy discussion',
    who: 'Council, police and health at least',
    why: 'As soon as significant harm is suspected',
  },
  guardian_or_key_worker: {
    called: 'Guardian or key worker',
    who: 'Somebody who stands beside them from the first day',
    why: 'Asked for on the first day, offered to every child who may be exploited',
  },
  safe_place: {
    called: 'A safe place',
    who: 'Where they are safe tonight',
    why: 'Before anything else is asked of them',
  },
} as const
export type StepKind = keyof typeof STEP_KINDS
export const STEP_ORDER = ['safe_place', 'guardian_or_key_worker', 'strategy_discussion'] as const

export const STEP_STATES = {
  asked: 'Asked for',
  arranged: 'Arranged',
  in_place: 'In place',
  refused: 'Refused by whoever was asked',
  over: 'Over',
} as const
export type StepState = keyof typeof STEP_STATES

/** Whether a strategy discussion that was held opened an enquiry. */
export const ENQUIRIES = {
  opened: 'An enquiry was opened',
  not_opened: 'No enquiry was opened',
} as const
export type Enquiry = keyof typeof ENQUIRIES

export const REFERRAL_KINDS = {
  local_authority: 'Local authority, children’s services',
  guardianship: 'Guardianship service',
  nrm: 'National Referral Mechanism',
} as const
export type ReferralKind = keyof typeof REFERRAL_KINDS
export const REFERRAL_ORDER = ['local_authority', 'guardianship', 'nrm'] as const

export const REFERRAL_STATES = {
  preparing: 'Being prepared',
  sent: 'Sent',
  taken_up: 'Taken up',
  refused: 'Refused',
  not_made: 'Not made',
} as const
export type ReferralState = keyof typeof REFERRAL_STATES

export type Nation = 'england' | 'wales' | 'scotland' | 'northern_ireland'

/** The guardianship service of each nation, whom it is for, and how sure that is. */
export const GUARDIANSHIP: Readonly<
  Record<Nation, { readonly body: string; readonly forWhom: string; readonly sure: boolean }>
> = {
  england: {
    body: 'Independent Child Trafficking Guardians (ICTG), Barnardo’s',
    forWhom:
      'Any child who may have been trafficked, of any nationality. In about a third of councils it is not there yet: ask its 24-hour line, 0800 043 4303',
    sure: true,
  },
  wales: {
    body: 'Independent Child Trafficking Guardians (ICTG), Barnardo’s',
    forWhom: 'Any child who may have been trafficked, of any nationality, in every council',
    sure: true,
  },
  scotland: {
    body: 'Guardianship Scotland',
    forWhom:
      'A child with nobody in the UK who has parental rights, and who is, may be, or could become a victim. The referral is owed as soon as reasonably practicable',
    sure: true,
  },
  northern_ireland: {
    body: 'Independent Guardian, Barnardo’s NI',
    forWhom: 'A separated child, or one whose NRM referral is made or about to be made',
    sure: true,
  },
}

/** Where each referral goes at first; the form lets it be changed. */
export function bodyOf(kind: ReferralKind, nation: Nation, routed: string | undefined): string {
  if (kind === 'guardianship') return GUARDIANSHIP[nation].body
  if (kind === 'nrm') return routed ?? 'Single Competent Authority, through the Home Office form'
  return nation === 'northern_ireland' ? 'Health and Social Care Trust' : 'Children’s services'
}

export const NATION_NAMES: Readonly<Record<Nation, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  northern_ireland: 'Northern Ireland',
}

/** What is offered to every child about whom somebody is worried. Takes nothing, so nothing can change it. */
export const OFFERS = [
  'A safe place to live',
  'Somebody who stands beside them: a guardian or a key worker',
  'A doctor, and help with how they feel',
  'School, college or language lessons',
  'Legal help, for every area of law they need',
  'Money and things for every day',
  'Somebody who plans with them beyond 18',
] as const

export type StepDates = {
  readonly state: StepState
  readonly askedOn: CalendarDay
  readonly inPlaceOn: CalendarDay | undefined
  readonly overOn: CalendarDay | undefined
  readonly enquiry?: Enquiry | undefined
  readonly conferenceOn?: CalendarDay | undefined
}

export type Wrong = { readonly field: string; readonly text: string }

/** The first of these that holds is what is wrong; each stands with its field and its sentence. */
function firstWrong(
  rules: readonly (readonly [wrong: boolean, field: string, text: string])[],
): Wrong | undefined {
  const found = rules.find(([holds]) => holds)
  return found && { field: found[1], text: found[2] }
}

/** A sentence where the days of a step contradict each other, with the field it is about. */
export function refuseStep(
  { state, askedOn, inPlaceOn, overOn, enquiry, conferenceOn }: StepDates,
  today: CalendarDay,
): Wrong | undefined {
  const over = state === 'over'
  return firstWrong([
    [askedOn > today, 'askedOn', 'The day it was asked for must be today or earlier'],
    [state === 'in_place' && !inPlaceOn, 'inPlaceOn', 'Enter the day since which it is in place'],
    [
      before(inPlaceOn, askedOn),
      'inPlaceOn',
      'It cannot have been in place before it was asked for',
    ],
    [over && !overOn, 'overOn', 'Enter the day on which it ended'],
    [!over && overOn !== undefined, 'overOn', 'Empty this day, or say that it is over'],
    [before(overOn, inPlaceOn ?? askedOn), 'overOn', 'It cannot have ended before it began'],
    [
      enquiry !== undefined && !inPlaceOn,
      'inPlaceOn',
      'Enter the day it was held: an enquiry is opened there',
    ],
    [
      conferenceOn !== undefined && enquiry !== 'opened',
      'conferenceOn',
      'Empty this day, or say that an enquiry was opened',
    ],
    [
      before(conferenceOn, inPlaceOn),
      'conferenceOn',
      'It cannot be before the discussion was held',
    ],
    [before(today, conferenceOn), 'conferenceOn', 'The day it was held must be today or earlier'],
  ])
}

const before = (a: CalendarDay | undefined, b: CalendarDay | undefined): boolean =>
  a !== undefined && b !== undefined && a < b

export type ReferralDates = {
  readonly state: ReferralState
  readonly preparedOn: CalendarDay
  readonly sentOn: CalendarDay | undefined
  readonly answeredOn: CalendarDay | undefined
  readonly because: string | undefined
}

/** A sentence where a referral's state and its days do not fit. */
export function refuseReferral(
  { state, sentOn, answeredOn, because }: ReferralDates,
  today: CalendarDay,
): Wrong | undefined {
  const answered = state === 'taken_up' || state === 'refused'
  const needsWhy = state === 'refused' || state === 'not_made'
  return firstWrong([
    [(answered || state === 'sent') && !sentOn, 'sentOn', 'Enter the day it was sent'],
    [before(today, sentOn), 'sentOn', 'The day it was sent must be today or earlier'],
    [answered && !answeredOn, 'answeredOn', 'Enter the day of the answer'],
    [
      !answered && answeredOn !== undefined,
      'answeredOn',
      'Empty this day, or say what the answer was',
    ],
    [before(today, answeredOn), 'answeredOn', 'The day of the answer must be today or earlier'],
    [
      before(answeredOn, sentOn),
      'answeredOn',
      'The answer cannot come before the referral was sent',
    ],
    [needsWhy && !because, 'because', 'Enter why'],
  ])
}
