import type { CalendarDay } from '#kernel/calendar-day.ts'

/** What we hold to be true of answering a young person. Pure. */
export const WEIGHTS = ['decided_it', 'counted_much', 'counted_some', 'could_not_follow'] as const
export type Weight = (typeof WEIGHTS)[number]
export const DECISIONS = ['yes', 'partly', 'no', 'not_ours', 'not_decided_yet'] as const
export type Decision = (typeof DECISIONS)[number]
export const BACKS = ['answers_me', 'not_yet', 'dont_understand', 'no_need'] as const
export type Back = (typeof BACKS)[number]
export type ReceiptState = 'waiting' | 'answered' | 'settled' | 'no_need' | 'taken_back'
export type StepKind =
  | 'considered'
  | 'decided'
  | 'replied'
  | 'said_back'
  | 'came_of_it'
  | 'passed_on'
  | 'went_up'
  | 'taken_back'

export const WEIGHT_WORDS: Readonly<Record<Weight, string>> = {
  decided_it: 'What they said decided it',
  counted_much: 'It counted a lot',
  counted_some: 'It counted, with other things',
  could_not_follow: 'It could not be followed',
}
export const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  yes: 'Yes',
  partly: 'Partly',
  no: 'No',
  not_ours: 'Somebody else decides this',
  not_decided_yet: 'Not decided yet',
}
export const BACK_WORDS: Readonly<Record<Back, string>> = {
  answers_me: 'This answers me',
  not_yet: 'Not yet',
  dont_understand: 'I do not understand it',
  no_need: 'No need to answer',
}

type Waiting = { readonly state: ReceiptState; readonly answerBy: string }

/** Whether an answer was promised for a day that has passed. Follows from the dates, whatever ran at night. */
export const isLate = ({ state, answerBy }: Waiting, today: CalendarDay): boolean =>
  state === 'waiting' && answerBy < today

type Owed = { readonly state: ReceiptState; readonly kinds: readonly StepKind[] }

/** What comes next: it is considered, then decided, then answered. Nothing is owed once there is an answer. */
export function owedNext({ state, kinds }: Owed): 'considered' | 'decided' | 'replied' | undefined {
  if (state !== 'waiting') return undefined
  if (!kinds.includes('considered')) return 'considered'
  return kinds.includes('decided') ? 'replied' : 'decided'
}

/** What the young person may say back: of an answer, or that they need none any more. */
export function maySayBack(state: ReceiptState): readonly Back[] {
  if (state === 'answered') return ['answers_me', 'not_yet', 'dont_understand']
  return state === 'waiting' ? ['no_need'] : []
}
