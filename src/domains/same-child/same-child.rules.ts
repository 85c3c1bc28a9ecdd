/** What people may say of a pair, and where it then stands. The database holds the same (waymark.same_child_stands). */

export const STANDINGS = ['open', 'proposed', 'same', 'not_same', 'cannot_say'] as const
export type Standing = (typeof STANDINGS)[number]

export type ActKind =
  | 'same'
  | 'not_same'
  | 'cannot_say'
  | 'agreed'
  | 'not_agreed'
  | 'undone'
  | 'handed_over'

/** How a pair stands, for whoever reads it. */
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  open: 'Nobody has said yet',
  proposed: 'One person says it is the same child. A second person answers',
  same: 'Two people say it is the same child',
  not_same: 'Two different children',
  cannot_say: 'It cannot be said from what is known',
}

export const DECISIONS = {
  same: 'It is the same child',
  not_same: 'These are two different children',
  cannot_say: 'It cannot be said from what is known now',
} as const
export type Decision = keyof typeof DECISIONS

export const SECOND_ANSWERS = {
  agreed: 'I agree: it is the same child',
  not_agreed: 'I do not agree, or am not sure',
} as const
export type SecondAnswer = keyof typeof SECOND_ANSWERS

export const ACT_WORDS: Readonly<Record<ActKind, string>> = {
  same: 'said that it is the same child',
  not_same: 'said that these are two different children',
  cannot_say: 'said that it cannot be said yet',
  agreed: 'agreed, as the second person, that it is the same child',
  not_agreed: 'did not agree that it is the same child',
  undone: 'took it back',
  handed_over: 'asked somebody else to decide',
}

/** What may be said next, as the pair stands. */
export const mayDecide = (standing: Standing): boolean =>
  standing === 'open' || standing === 'cannot_say'
export const mayTakeBack = (standing: Standing): boolean =>
  standing === 'proposed' || standing === 'same' || standing === 'not_same'
export const mayHandOver = (standing: Standing): boolean =>
  standing !== 'same' && standing !== 'not_same'

/** From this weight on (in bits: as likely one child as two) a pair is kept for somebody to look at. */
export const KEPT_FROM = 0
/** While a new record is written less is asked: looking at one too many costs a minute, missing one a childhood of papers. */
export const SHOWN_FROM = -5
/** How much more must have become known before a pair that was decided is shown again. */
export const MUCH_MORE = 3

/** What a weight says, in words. It is of two records and of no child. */
export function inWordsOf(weight: number): string {
  if (weight >= 7) return 'Nearly everything speaks for one child'
  if (weight >= 3) return 'Much more speaks for one child than against'
  if (weight >= 0) return 'More speaks for one child than against'
  return 'More speaks against one child than for'
}

/** Whether so much more became known since it was decided that somebody should look again. */
export const hasMovedSince = (pair: {
  readonly standing: Standing
  readonly weight: number
  readonly decidedWeight: number | undefined
}): boolean => {
  if (pair.decidedWeight === undefined) return false
  const more = pair.weight - pair.decidedWeight
  if (pair.standing === 'same') return more <= -MUCH_MORE
  return (pair.standing === 'not_same' || pair.standing === 'cannot_say') && more >= MUCH_MORE
}
