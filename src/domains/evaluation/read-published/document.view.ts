import { articleInWords } from '../articles.rules.ts'
import {
  called,
  CONFIDENCES,
  DIRECTIONS,
  EVIDENCE_KINDS,
  howManyInPublic,
  NATIONS,
  STRENGTHS,
  SURENESS,
  TOUCHED,
} from '../assessment.rules.ts'
import type {
  NamedOutcome,
  PublishedDocument,
  PublishedFigures,
  PublishedImpact,
} from '../document.rules.ts'
import type { PrintedWords } from '../public.queries.ts'

type Told = {
  readonly document: PublishedDocument
  readonly words: readonly PrintedWords[]
  readonly figures: PublishedFigures
}

export type DocumentView = ReturnType<typeof documentView>

/** An assessment as anybody reads it: in its template's order, everything in words. */
export function documentView({ document, words, figures }: Told) {
  const { about, template } = document
  const chosen = document.options.find((option) => option.id === about['chosen_option_id'])
  return {
    nation: called(NATIONS, template.nation),
    template: {
      name: template.name,
      version: template.version,
      asOf: template.as_of,
      source: template.source,
      sureness: called(SURENESS, template.confidence),
    },
    about,
    stages: template.definition.stages.map((stage) => ({
      title: stage.title,
      sections: stage.sections
        .filter(({ part }) => part !== 'review' && part !== 'twin')
        .map((section) => ({
          ...section,
          check: section.check === true,
          text: document.sections[section.key],
        })),
    })),
    groups: document.groups.map((group) => ({ ...group, touched: called(TOUCHED, group.touched) })),
    options: document.options.map((option) => ({
      ...option,
      impacts: document.impacts
        .filter((impact) => impact.option_id === option.id)
        .map((impact) => impactView(impact, document)),
    })),
    evidence: document.evidence.map((item, n) => ({
      ...item,
      number: n + 1,
      kind: called(EVIDENCE_KINDS, item.kind),
      strength: called(STRENGTHS, item.strength),
    })),
    involvement: document.involvement.map((asked) => ({
      ...asked,
      howMany: howManyInPublic(asked.how_many),
      words: words.filter((w) => w.involvementId === asked.id && !w.dissent),
    })),
    dissent: words.filter((w) => w.dissent),
    takenBack: document.words.length - words.length,
    chosen: chosen?.name,
    measures: document.measures.map((measure) => ({
      ...measure,
      title: measure.outcome ? outcomeInWords(measure.outcome) : measure.name,
      figures: measure.outcome_id ? figures[measure.outcome_id] : undefined,
    })),
  }
}

export type ImpactView = ReturnType<typeof impactView>

/** One expected effect in words, with its evidence by number. */
export function impactView(impact: PublishedImpact, document: PublishedDocument) {
  const numbers = impact.evidence_ids.map(
    (id) => document.evidence.findIndex((item) => item.id === id) + 1,
  )
  return {
    id: impact.id,
    group: document.groups.find((group) => group.id === impact.group_id)?.name ?? '',
    article: articleInWords(impact.article),
    outcome: outcomeInWords(impact.outcome),
    direction: called(DIRECTIONS, impact.direction),
    effect: impact.effect,
    confidence: called(CONFIDENCES, impact.confidence),
    evidence: numbers.filter((n) => n > 0).toSorted((a, b) => a - b),
    mitigation: impact.mitigation,
  }
}

export function outcomeInWords({ title, framework, version }: NamedOutcome): string {
  return `${title} (${framework}, version ${version})`
}
