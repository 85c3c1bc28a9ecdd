/** What we hold to be true of a check-in. Pure: no clock, no database, no framework. */
import { never } from '#kernel/never.ts'

/**
 * How things are, in words. A state is never a number: nothing here adds, averages or ranks them, and
 * changes_a_lot stands beside the others, not above or below (participation-outcomes-evidence §2.6).
 */
export const STATES = ['not_at_all', 'a_little', 'mostly', 'fully', 'changes_a_lot'] as const
export type State = (typeof STATES)[number]

/** Why there is no state. Never null (participation-outcomes-evidence §2.5). */
export const REASONS = [
  'not_offered',
  'offered_declined',
  'skipped',
  'dont_know',
  'not_relevant_to_me',
  'not_now',
  'withdrawn',
  'lost_contact',
  'missing_from_care',
  'interpreter_unavailable',
  'not_collected_version',
] as const
export type Reason = (typeof REASONS)[number]

/** The four ways not to answer that a person chooses for themselves. */
export const WAYS_NOT_TO_ANSWER = ['skipped', 'not_now', 'not_relevant_to_me', 'dont_know'] as const
export type WayNotToAnswer = (typeof WAYS_NOT_TO_ANSWER)[number]

export const VOICES = ['young_person', 'practitioner', 'guardian', 'carer'] as const
export type Voice = (typeof VOICES)[number]

export const IMPORTANCE = ['a_lot', 'some', 'a_little', 'not_said'] as const
export type Importance = (typeof IMPORTANCE)[number]

export const SINCE_LAST = ['better', 'same', 'worse', 'different', 'not_said'] as const
export type SinceLast = (typeof SINCE_LAST)[number]

export const WHO_SHOULD_KNOW = ['everyone_beside_me', 'someone', 'nobody_else', 'not_said'] as const
export type WhoShouldKnow = (typeof WHO_SHOULD_KNOW)[number]

export const DIRECTIONS = ['helps', 'gets_in_the_way'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** Where what helps, or gets in the way, is to be found. Never in the child. */
export const LEVELS_OF_INFLUENCE = ['person', 'service', 'system', 'law'] as const
export type LevelOfInfluence = (typeof LEVELS_OF_INFLUENCE)[number]

export const RELATIONSHIPS = [
  'worker',
  'guardian',
  'carer',
  'family',
  'friend',
  'advocate',
  'interpreter',
  'other',
] as const
export type Relationship = (typeof RELATIONSHIPS)[number]

export const INTERPRETER_MODES = [
  'none_needed',
  'in_person',
  'phone',
  'video',
  'bilingual_worker',
  'machine',
  'none_available',
] as const
export type InterpreterMode = (typeof INTERPRETER_MODES)[number]

export const PROMPTS = ['review_due', 'childs_wish', 'other'] as const
export type Prompt = (typeof PROMPTS)[number]

export const WITHDRAWN_BECAUSE = [
  'changed_my_mind',
  'not_right',
  'too_many_people_see_it',
  'did_not_feel_free',
  'not_said',
] as const
export type WithdrawnBecause = (typeof WITHDRAWN_BECAUSE)[number]

/** Why a check-in did not happen. */
export const NOT_HELD_BECAUSE = [
  'offered_declined',
  'not_now',
  'not_offered',
  'interpreter_unavailable',
  'missing_from_care',
  'lost_contact',
] as const
export type NotHeldBecause = (typeof NOT_HELD_BECAUSE)[number]

/** Exactly one of the two, never nothing. */
export type Said = { readonly state: State } | { readonly reason: Reason }

export type Influence = {
  readonly direction: Direction
  readonly level: LevelOfInfluence
  readonly words: string | undefined
}

/** What somebody says of one outcome. Words are kept as they were given. */
export type Answer = {
  readonly said: Said
  readonly importance: Importance
  readonly sinceLast: SinceLast
  readonly words: string | undefined
  readonly wordsLanguage: string
  readonly whoShouldKnow: WhoShouldKnow
  readonly whoShouldKnowWords: string | undefined
  readonly influences: readonly Influence[]
}

/** Whose voice an account writes in, and for whom else it may write a view down. */
export function voicesOf(role: string): readonly Voice[] {
  switch (role) {
    case 'young_person':
      return ['young_person']
    case 'guardian':
      return ['guardian', 'carer']
    case 'practitioner':
    case 'manager':
      return ['practitioner', 'carer']
    case 'carer':
      return ['carer']
    default:
      return []
  }
}

type Chosen = { readonly id: string; readonly code: string }

/** Where to go after one outcome: the next chosen one not yet answered, or else the quiet place at the end. */
export function nextAfter(
  code: string,
  chosen: readonly Chosen[],
  answered: ReadonlySet<string>,
): string | undefined {
  const at = chosen.findIndex((o) => o.code === code)
  const round = [...chosen.slice(at + 1), ...chosen.slice(0, at + 1)]
  return round.find((o) => !answered.has(o.id))?.code
}

/** What was chosen and never answered: kept as skipped when it is shared, and said so beforehand. */
export const leftOpen = <T extends { readonly id: string }>(
  chosen: readonly T[],
  answered: ReadonlySet<string>,
): readonly T[] => chosen.filter((o) => !answered.has(o.id))

export type ShareRefusal = 'nothing-said' | 'already-shared'

export function refuseShare(
  status: 'draft' | 'shared' | 'withdrawn' | 'thrown_away',
  chosen: number,
  answers: number,
): ShareRefusal | undefined {
  if (status !== 'draft') return 'already-shared'
  return chosen + answers === 0 ? 'nothing-said' : undefined
}

/** What is known of whether a young person was asked: nothing said is never just nothing. */
export type Asked =
  | { readonly kind: 'not-shared' }
  | { readonly kind: 'never-asked' }
  | { readonly kind: 'said'; readonly on: Date }
  | { readonly kind: 'not-held'; readonly reason: NotHeldBecause; readonly day: string }
  | { readonly kind: 'withdrawn'; readonly on: Date }

/** The latest of what was said, withdrawn, and not held, by day; what was said wins on the same day. */
export function askedOf(found: {
  readonly sharedAt: Date | undefined
  readonly withdrawnAt: Date | undefined
  readonly notHeld: { readonly reason: NotHeldBecause; readonly day: string } | undefined
}): Asked {
  if (found.sharedAt) return { kind: 'said', on: found.sharedAt }
  const withdrawnDay = found.withdrawnAt?.toISOString().slice(0, 10)
  if (found.notHeld && found.notHeld.day >= (withdrawnDay ?? '')) {
    return { kind: 'not-held', ...found.notHeld }
  }
  if (found.withdrawnAt) return { kind: 'withdrawn', on: found.withdrawnAt }
  return { kind: 'never-asked' }
}

/** For a reader on the staff side: who was asked, who was not, and whose it is to answer for. */
export function askedInWords(asked: Exclude<Asked, { kind: 'said' }>, name: string): string {
  switch (asked.kind) {
    case 'not-shared':
      return `${name} has chosen not to share this`
    case 'never-asked':
      return `Nobody has asked ${name} yet`
    case 'withdrawn':
      return `${name} shared something and took it back`
    case 'not-held':
      return NOT_HELD_WORDS[asked.reason](name)
    default:
      return never(asked)
  }
}

const NOT_HELD_WORDS: Readonly<Record<NotHeldBecause, (name: string) => string>> = {
  offered_declined: (name) => `${name} was asked and chose not to say`,
  not_now: (name) => `${name} was asked and said: not now`,
  not_offered: (name) => `${name} was not offered this`,
  interpreter_unavailable: (name) => `There was no interpreter, so ${name} could not be asked`,
  missing_from_care: (name) => `${name} was away and could not be asked`,
  lost_contact: (name) => `We had lost touch with ${name}, so nobody could ask`,
}
