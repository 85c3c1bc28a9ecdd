/**
 * Invented child rights impact assessments of the first council: one whose review is due, one that was
 * corrected and has been reviewed once, one that waits to be signed off, and one just begun. Days are
 * counted back from today. Outcomes are found in the framework by their codes.
 */
export type InventedAssessment = {
  readonly title: string
  readonly nation: 'scotland' | 'wales' | 'northern_ireland' | 'england'
  readonly proposal: string
  /** Days ago. */
  readonly draftingBegan: number
  /** Undefined while little is written. */
  readonly whole: WholeAssessment | undefined
}

export type WholeAssessment = {
  readonly affected: string
  readonly takesEffect: number
  readonly reviewAgo: number
  readonly groups: readonly {
    readonly name: string
    readonly touched: string
    readonly how: string
  }[]
  /** The first is chosen; the last leaves things as they are. */
  readonly options: readonly (readonly [name: string, description: string])[]
  readonly evidence: readonly {
    readonly kind: string
    readonly citation: string
    readonly tells: string
    readonly strength: string
    readonly gaps?: string
  }[]
  readonly impacts: readonly {
    readonly option: number
    readonly group: number
    readonly article: number
    readonly outcome: string
    readonly direction: string
    readonly effect: string
    readonly evidence: readonly number[]
    readonly confidence: string
    readonly mitigation?: string
  }[]
  readonly asked: {
    readonly who: string
    readonly howMany: number
    readonly how: string
    readonly ago: number
    readonly said: string
    readonly changed: string
    readonly notChanged: string
  }
  readonly words: readonly {
    readonly words: string
    readonly saidBy: string
    readonly dissent?: string
  }[]
  readonly bestInterests: string
  readonly decision: string
  readonly watched: { readonly outcome: string; readonly actsWhen: string }
  readonly alsoWatched: {
    readonly name: string
    readonly source: string
    readonly actsWhen: string
  }
  readonly twin: readonly [string, string, string, string, string]
  readonly sections: string
  /** Days ago of each version; none for one that waits to be signed off. */
  readonly published: readonly {
    readonly ago: number
    readonly whatChanged?: string
    readonly why?: string
  }[]
  readonly reviewed?: {
    readonly ago: number
    readonly nextIn: number
    readonly asked: string
    readonly unintended: string
    readonly whatNext: string
    readonly findings: readonly (readonly [observed: string, seen: string])[]
  }
}
