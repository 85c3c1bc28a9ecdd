/** A published assessment as it is kept: the database makes it, and nothing changes it. Types, and what is read off it. */
import type { Template } from './template.rules.ts'

export type NamedOutcome = {
  readonly title: string
  readonly code: string
  readonly framework: string
  readonly version: string
  readonly provisional: boolean
}

export type PublishedImpact = {
  readonly id: string
  readonly option_id: string
  readonly group_id: string
  readonly article: number
  readonly direction: string
  readonly outcome_id: string
  readonly effect: string
  readonly evidence_ids: readonly string[]
  readonly confidence: string
  readonly mitigation: string | null
  readonly outcome: NamedOutcome
}

export type PublishedMeasure = {
  readonly id: string
  readonly kind: string
  readonly outcome_id: string | null
  readonly name: string | null
  readonly source: string | null
  readonly watched_by: string
  readonly first_look_on: string
  readonly acts_when: string
  readonly outcome: NamedOutcome | null
}

export type PublishedDocument = {
  readonly template: Omit<Template, 'id'>
  readonly about: Readonly<Record<string, string | null>>
  readonly sections: Readonly<Record<string, string>>
  readonly groups: readonly {
    readonly id: string
    readonly name: string
    readonly touched: string
    readonly how: string
  }[]
  readonly options: readonly {
    readonly id: string
    readonly name: string
    readonly description: string
    readonly does_nothing: boolean
  }[]
  readonly evidence: readonly {
    readonly id: string
    readonly kind: string
    readonly citation: string
    readonly tells: string
    readonly strength: string
    readonly gaps: string | null
  }[]
  readonly impacts: readonly PublishedImpact[]
  readonly involvement: readonly {
    readonly id: string
    readonly who: string
    readonly how_many: number
    readonly how: string
    readonly began_on: string
    readonly ended_on: string
    readonly said: string
    readonly changed: string
    readonly not_changed: string
  }[]
  /** Ids only: the words themselves may be taken back. */
  readonly words: readonly string[]
  readonly measures: readonly PublishedMeasure[]
}

/** Figures of what is watched, as text that went through disclosure control, by the id of the outcome. */
export type PublishedFigures = Readonly<
  Record<
    string,
    {
      readonly year: string
      readonly madeAt: string
      readonly shared: string
      readonly answered: string
      readonly states: readonly { readonly label: string; readonly count: string }[]
    }
  >
>

/** What was expected of the option that was chosen: what a review looks back on. The others never happened. */
export function expectedOf(document: PublishedDocument): readonly PublishedImpact[] {
  return document.impacts.filter((i) => i.option_id === document.about['chosen_option_id'])
}
