import { createHash } from 'node:crypto'
import { agreed, type Agreement, derived } from './identity.rules.ts'

/** Why a run is made. A run is for one of these, and what it finds is used for nothing else. */
export const PURPOSES = ['missing', 'known_elsewhere', 'later_lives'] as const
export type Purpose = (typeof PURPOSES)[number]

/** What one council asks of another. Its bytes, with those of the answer, are the terms of the run. */
export type Proposal = {
  readonly purpose: Purpose
  readonly why: string
  readonly asks: 'one' | 'everybody'
  readonly lead: string
  /** The matcher both will use, by its fingerprint. */
  readonly matcher: string
  readonly suite: string
  /** The public half of a key made for this run and forgotten with it. */
  readonly key: string
}

export type Accepted = {
  readonly decision: 'accepted'
  readonly lead: string
  readonly proposal: string
  readonly key: string
}
export type Declined = { readonly decision: 'declined'; readonly proposal: string }

export const digestOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** Both hold the same bytes, so both know the same terms; whoever was not there knows neither. */
export const termsOf = (proposal: Uint8Array, answer: Uint8Array): Buffer =>
  createHash('sha256').update(proposal).update(answer).digest()

/**
 * The run's own key: from two keys that were made for this run alone, so that no run's encodings can
 * be compared with another's, and nobody who later learns a council's lasting key can make it again.
 */
export const runKeyOf = (mine: Agreement['secret'], theirs: Uint8Array, terms: Buffer): Buffer =>
  derived(agreed(mine, theirs), terms, 'run')
