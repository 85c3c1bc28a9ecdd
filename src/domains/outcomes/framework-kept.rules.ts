/** A framework as it is kept: one version, and how far it has come. Types only. */
import type { Id } from '#kernel/ids.ts'
import type { Framework, Outcome } from './framework.rules.ts'

export type FrameworkVersionId = Id<'framework-version'>
export type OutcomeId = Id<'outcome'>
export type VersionStatus = 'draft' | 'live' | 'retired'

/** One version as it is kept: its document, and how far it has come. */
export type KeptFramework = Framework & {
  readonly id: FrameworkVersionId
  readonly frameworkId: Id<'framework'>
  readonly status: VersionStatus
  readonly importedAt: Date
  readonly importedBy: string | undefined
  /** Undefined for a draft, and for a draft that was set aside. */
  readonly publishedAt: Date | undefined
  readonly retiredAt: Date | undefined
  /** Changes whenever the document does. */
  readonly seal: string
}

/** A published version with the ids its outcomes are answered under. */
export type UsedFramework = Omit<KeptFramework, 'outcomes'> & {
  readonly outcomes: readonly (Outcome & { readonly id: OutcomeId })[]
}

/** One line of the list of versions. */
export type ListedVersion = {
  readonly id: FrameworkVersionId
  readonly key: string
  readonly name: string
  readonly owner: string
  readonly version: string
  readonly status: VersionStatus
  readonly provisional: boolean
  readonly population: 'child' | 'adult'
  readonly labelledForUnder18: boolean
  readonly publishedAt: Date | undefined
  readonly outcomes: number
  readonly indicators: number
}
