/** What we hold to be true of a goal a young person set for themselves. Pure. */

export const GOAL_STATES = [
  'current',
  'paused',
  'changed',
  'returned',
  'reached',
  'let_go',
] as const
export type GoalState = (typeof GOAL_STATES)[number]

/** What can become of a goal after it was set. Nothing here is a step forward or back. */
export const GOAL_CHANGES = ['changed', 'paused', 'returned', 'reached', 'let_go'] as const
export type GoalChange = (typeof GOAL_CHANGES)[number]

/** Being wanted now, whatever it was called on the way there. */
export const isWantedNow = (state: GoalState): boolean =>
  state === 'current' || state === 'changed' || state === 'returned'

/**
 * What may become of a goal from where it is. A goal put aside, reached or let go may always come
 * back: nothing a young person wants is closed for good (REQ-38).
 */
export function changesFrom(state: GoalState): readonly GoalChange[] {
  if (isWantedNow(state)) return ['changed', 'paused', 'reached', 'let_go']
  if (state === 'paused') return ['returned', 'changed', 'reached', 'let_go']
  return ['returned', 'changed']
}

export type GoalRefusal = 'not-from-here' | 'same-words'

/** Why a change cannot be made to a goal as it stands; changing it needs words that differ. */
export function refuseGoalChange(
  goal: { readonly state: GoalState; readonly words: string },
  change: GoalChange,
  words: string,
): GoalRefusal | undefined {
  if (!changesFrom(goal.state).includes(change)) return 'not-from-here'
  if (change === 'changed' && words === goal.words) return 'same-words'
  return undefined
}

export const GOAL_STATE_WORDS: Readonly<Record<GoalState, string>> = {
  current: 'Wanted now',
  paused: 'Paused',
  changed: 'Wanted now, in new words',
  returned: 'Wanted again',
  reached: 'Reached',
  let_go: 'Let go',
}

export const GOAL_CHANGE_WORDS: Readonly<Record<GoalChange | 'started', string>> = {
  started: 'Began',
  changed: 'Changed',
  paused: 'Paused',
  returned: 'Came back',
  reached: 'Reached',
  let_go: 'Let go',
}
