/** The sections of an assessment in one nation. They are data: what stands here is their shape. */
import type { Codes } from './assessment.rules.ts'

/** What a section is written with: rows of a kind, a form, or a text of its own. */
export type PartOfTemplate =
  | 'about'
  | 'groups'
  | 'options'
  | 'evidence'
  | 'involvement'
  | 'impacts'
  | 'decision'
  | 'measures'
  | 'twin'
  | 'review'
  | 'text'

export type Section = {
  readonly key: string
  readonly part: PartOfTemplate
  readonly title: string
  readonly prompt: string
  /** Nobody has read the source of this section: it says so on screen. */
  readonly check?: boolean
}

export type Stage = { readonly title: string; readonly sections: readonly Section[] }

export type Template = {
  readonly id: string
  readonly nation: string
  readonly version: string
  readonly name: string
  readonly as_of: string
  readonly source: string
  readonly confidence: string
  readonly definition: { readonly stages: readonly Stage[] }
}

export const sectionsOf = ({ definition }: Pick<Template, 'definition'>): readonly Section[] =>
  definition.stages.flatMap((stage) => stage.sections)

/** The sections with a text of their own, which only this template has. */
export const textSections = (template: Pick<Template, 'definition'>): readonly Section[] =>
  sectionsOf(template).filter((section) => section.part === 'text')

/** How many of those have nothing in them yet. */
export function sectionsMissing(template: Pick<Template, 'definition'>, texts: Codes): number {
  const written = (key: string) => Object.hasOwn(texts, key) && texts[key] !== ''
  return textSections(template).filter(({ key }) => !written(key)).length
}

/** Where in the pages of an assessment a section is written. */
export function placeOf(section: Section): string {
  if (section.part === 'text') return 'write/sections'
  if (section.part === 'about' || section.part === 'decision' || section.part === 'twin')
    return `write/${section.part}`
  return section.part === 'review' ? 'measures' : section.part
}
