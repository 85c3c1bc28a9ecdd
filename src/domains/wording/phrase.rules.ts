import type { Phrase } from './advice.rules.ts'
import type { Reason, SourceCode } from './reasons.rules.ts'

/** A phrase of the list that comes with the product: how it is found, why, and what to say instead. */
export type ListedPhrase = Phrase & {
  /** As the list shows it. */
  readonly label: string
  readonly why: readonly Reason[]
  readonly say: string
  readonly from: readonly SourceCode[]
  /** Not read in a source by us: said on screen as needing a check. */
  readonly check?: true
}
