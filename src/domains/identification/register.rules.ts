import type { Because, ConcernState } from './concern.rules.ts'

/** So many children of whom the same was decided: their concerns as the register counts them, the newest first. */
export type Registered = {
  readonly children: number
  readonly concerns: readonly {
    readonly state: ConcernState
    /** The reason of the newest decision. */
    readonly because: Because | undefined
  }[]
}

export type Register = {
  /** Children about whom somebody is, or was, worried. */
  readonly suspected: number
  readonly referred: number
  readonly notReferred: number
  readonly pending: number
  /** Those not referred by the reason of their newest decision; they add up to `notReferred`. */
  readonly reasons: ReadonlyMap<Because, number>
  /** Children with nothing but what was written in error: in no other number. */
  readonly inError: number
}

/** Where a child stands: referred once any concern is, pending while any waits, else not referred. */
export function standing(states: readonly ConcernState[]): ConcernState {
  for (const state of ['referred', 'pending', 'not_referred'] as const) {
    if (states.includes(state)) return state
  }
  return 'in_error'
}

/** The register of identification. */
export function registerOf(registered: readonly Registered[]): Register {
  const counts = { referred: 0, not_referred: 0, pending: 0, in_error: 0 }
  const reasons = new Map<Because, number>()
  for (const { children, concerns } of registered) {
    const state = standing(concerns.map((c) => c.state))
    counts[state] += children
    const reason = concerns.find((c) => c.state === 'not_referred')?.because
    if (state === 'not_referred' && reason)
      reasons.set(reason, (reasons.get(reason) ?? 0) + children)
  }
  return {
    suspected: counts.referred + counts.not_referred + counts.pending,
    referred: counts.referred,
    notReferred: counts.not_referred,
    pending: counts.pending,
    reasons,
    inError: counts.in_error,
  }
}
