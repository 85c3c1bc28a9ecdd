/** What we hold to be true of the audit of one record. Pure. */
import type { PersonId } from '#kernel/ids.ts'
import type { OutcomeId } from '#domains/outcomes/index.ts'

/** Asked of every record, whatever the round looks at. */
export const QUESTIONS = [
  'view_present',
  'believed',
  'interpreter_right',
  'continuous',
  'respectful',
  'child_first',
] as const
export type Question = (typeof QUESTIONS)[number]

export const QUESTION_WORDS: Readonly<Record<Question, string>> = {
  view_present: 'Is the child’s view present?',
  believed: 'Were they believed?',
  interpreter_right: 'Was the interpreter right for them?',
  continuous: 'Did somebody stay beside them?',
  respectful: 'Is the language respectful?',
  child_first: 'Does the child come before their status?',
}

/** What is found: an answer, or the reason why there is none. Never nothing. */
export const ANSWERS = ['yes', 'partly', 'no'] as const
export const REASONS = [
  'cannot_tell',
  'not_relevant',
  'not_due',
  'not_looked_at',
  'kept_from_me',
] as const
export const CODES = [...ANSWERS, ...REASONS] as const
export type Code = (typeof CODES)[number]

export const CODE_WORDS: Readonly<Record<Code, string>> = {
  yes: 'Yes, the record shows it',
  partly: 'Partly',
  no: 'No, the record does not show it',
  cannot_tell: 'The record leaves it open',
  not_relevant: 'Does not apply to this child',
  not_due: 'Too early to expect it',
  not_looked_at: 'I did not look at this',
  kept_from_me: 'That part of the record is not open to me',
}

/** Optional, beside the text. Nothing adds grades up. */
export const GRADES = ['strong', 'sound', 'needs_work', 'falls_short'] as const
export type Grade = (typeof GRADES)[number]
export const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  strong: 'Strong',
  sound: 'Sound',
  needs_work: 'Needs work',
  falls_short: 'Falls short of what this child is owed',
}

export const NO_REFLECTION = ['nobody_allocated', 'left', 'away', 'offered_declined'] as const
export type NoReflection = (typeof NO_REFLECTION)[number]
export const NO_REFLECTION_WORDS: Readonly<Record<NoReflection, string>> = {
  nobody_allocated: 'Nobody is allocated to the child',
  left: 'The practitioner has left',
  away: 'The practitioner is away for longer than the round',
  offered_declined: 'The practitioner was asked and did not want to',
}

export const ENDED_BECAUSE = [
  'done',
  'child_asked_not_to',
  'record_moved',
  'no_auditor',
  'not_safe',
] as const
export type EndedBecause = (typeof ENDED_BECAUSE)[number]
export const ENDED_WORDS: Readonly<Record<EndedBecause, string>> = {
  done: 'It is done',
  child_asked_not_to: 'The child asked us not to',
  record_moved: 'The record is no longer held here',
  no_auditor: 'Nobody could audit it',
  not_safe: 'It was not safe to go on',
}

export const FEEDBACK = [
  'spoke',
  'offered_declined',
  'not_now',
  'not_safe_to_ask',
  'lost_contact',
  'interpreter_unavailable',
  'not_offered',
] as const
export type FeedbackResult = (typeof FEEDBACK)[number]
export const FEEDBACK_WORDS: Readonly<Record<FeedbackResult, string>> = {
  spoke: 'They spoke with us',
  offered_declined: 'They were asked and chose not to',
  not_now: 'They said: not now',
  not_safe_to_ask: 'It was not safe to ask',
  lost_contact: 'We could not reach them',
  interpreter_unavailable: 'There was no interpreter who was right for them',
  not_offered: 'We did not ask. That is ours to put right',
}

/** What an audit looks at: an outcome by its definition id, or a standing question. */
export type Item = {
  /** As it stands in an address: the outcome's id, or the question's code. */
  readonly key: string
  readonly title: string
  readonly outcomeId: OutcomeId | undefined
  readonly question: Question | undefined
}

export const questionItems = (): readonly Item[] =>
  QUESTIONS.map((question) => ({
    key: question,
    title: QUESTION_WORDS[question],
    outcomeId: undefined,
    question,
  }))

/** The item a row is about. */
export const keyOf = (row: { outcome_id: string | null; question: string | null }): string =>
  row.outcome_id ?? row.question ?? ''

export type Part = 'auditor' | 'second' | 'practitioner' | 'manager' | 'reader'

export type Standing = {
  readonly practitionerId: PersonId | undefined
  readonly auditorId: PersonId | undefined
  readonly secondId: PersonId | undefined
  readonly endedBecause: EndedBecause | undefined
}

/** What somebody is in an audit. Whoever audits does so before anything else they may be. */
export function partIn(audit: Standing, person: PersonId, role: string): Part {
  if (person === audit.auditorId) return 'auditor'
  if (person === audit.secondId) return 'second'
  if (person === audit.practitionerId) return 'practitioner'
  return role === 'manager' ? 'manager' : 'reader'
}

export const reads = (part: Part): boolean => part === 'auditor' || part === 'second'

export type ShareRefusal = 'not-answered' | 'nothing-stands-out'

/** A reading is shared when each item has an answer or a reason. */
export function refuseShare(
  items: readonly Item[],
  answered: ReadonlySet<string>,
  standsOut: string | undefined,
): ShareRefusal | undefined {
  if (items.some((item) => !answered.has(item.key))) return 'not-answered'
  return standsOut ? undefined : 'nothing-stands-out'
}

/** The items two auditors coded differently, in the round's order. */
export function differences(
  items: readonly Item[],
  first: ReadonlyMap<string, { readonly code: Code }>,
  second: ReadonlyMap<string, { readonly code: Code }>,
): readonly Item[] {
  return items.filter((item) => {
    const [a, b] = [first.get(item.key)?.code, second.get(item.key)?.code]
    return a !== undefined && b !== undefined && a !== b
  })
}

export type CloseRefusal = 'no-action' | 'not-verified'

/** A finding closes with an action that was done, and that somebody else has seen to be done. */
export function refuseClose(
  actions: readonly { readonly verifiedAt: Date | undefined }[],
): CloseRefusal | undefined {
  if (actions.length === 0) return 'no-action'
  return actions.some((a) => a.verifiedAt === undefined) ? 'not-verified' : undefined
}

export type VerifyRefusal = 'own-action' | 'not-done'

/** Nobody says of their own action that it is over. */
export function refuseVerify(
  action: { readonly ownerId: string; readonly doneBy: string | undefined },
  person: PersonId,
): VerifyRefusal | undefined {
  if (action.doneBy === undefined) return 'not-done'
  return person === action.ownerId || person === action.doneBy ? 'own-action' : undefined
}
