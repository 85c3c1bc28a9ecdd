/** What we hold to be true of being there round the clock. Pure. */
export type Turn = { readonly from: Date; readonly until: Date }
export type Gap = { readonly from: Date; readonly until: Date }

/** The times between two instants at which nobody's turn is: where a young person would find nobody. */
export function gapsIn(turns: readonly Turn[], from: Date, until: Date): readonly Gap[] {
  const inOrder = turns
    .filter((t) => t.until > from && t.from < until)
    .toSorted((a, b) => a.from.getTime() - b.from.getTime())
  const gaps: Gap[] = []
  let covered = from
  for (const turn of inOrder) {
    if (turn.from > covered) gaps.push({ from: covered, until: turn.from })
    if (turn.until > covered) covered = turn.until
  }
  if (covered < until) gaps.push({ from: covered, until })
  return gaps
}

export type SignalState = 'asked' | 'seen' | 'ended'
export type SignalStepKind = 'asked' | 'seen' | 'wrote' | 'ended' | 'not_needed'

/** What whoever answers can do next. */
export function mayDo(state: SignalState): readonly ('seen' | 'wrote' | 'ended')[] {
  if (state === 'asked') return ['seen', 'wrote']
  return state === 'seen' ? ['wrote', 'ended'] : []
}
