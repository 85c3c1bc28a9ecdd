/** Being safe and feeling safe are two things, asked apart, and more often while somebody turns adult. Pure. */
import type { UsedFramework } from './framework-kept.rules.ts'

/** Their codes in the framework. */
export const SAFE = 'safe'
export const FEEL_SAFE = 'feel-safe'

/** From which year of age to which it is asked more often, both included. */
export const AGES_ASKED = { from: 16, to: 21 } as const

/** The two outcomes, being before feeling, in a framework that has them. */
export const safetyOutcomes = (framework: UsedFramework): UsedFramework['outcomes'] =>
  [SAFE, FEEL_SAFE].flatMap((code) => framework.outcomes.find((o) => o.code === code) ?? [])

export const asksBoth = (framework: UsedFramework): boolean =>
  safetyOutcomes(framework).length === 2
