import formFile from './data/nrm-form.json' with { type: 'json' }
import listsFile from './data/nrm-lists.json' with { type: 'json' }

/** The Home Office's form as data (data/README.md), and how this code reads it. Pure. */

export type Option = { readonly value: string; readonly label: string }

export type FieldType =
  | 'input-text'
  | 'textarea'
  | 'select'
  | 'radio-group'
  | 'checkbox'
  | 'checkbox-group'
  | 'date'
  | 'input-file'

type Check = string | { readonly type: string; readonly arguments: string }

export type Field = {
  readonly name: string
  readonly label: string | null
  readonly type: FieldType
  /** The form does not go on without it, when it is asked. */
  readonly required: boolean
  readonly maxLength?: number
  readonly validators: readonly Check[]
  readonly options?: readonly Option[]
  /** How many there are to choose from, in one of the lists. */
  readonly optionList?: number
  readonly dependent?: { readonly field: string; readonly value: string }
  /** The keys under which the form sends the answer to the casework system. */
  readonly iCasework?: readonly string[]
}

export type Condition = string | { readonly field: string; readonly value: string }

export type Step = {
  readonly fields?: readonly string[]
  readonly next?: string
  readonly forks: readonly { readonly target: string; readonly condition: Condition }[]
  readonly header?: string
}

type FormFile = {
  readonly commit: string
  readonly commitDate: string
  readonly source: string
  readonly licence: string
  readonly fields: readonly Field[]
  readonly steps: Readonly<Record<string, Step>>
}
type Lists = Readonly<Record<ListName, readonly string[]>>

export type ListName =
  | 'policeForces'
  | 'localAuthorities'
  | 'nationalities'
  | 'countries'
  | 'firstResponderOrganisations'
  | 'ukRegions'
  | 'ukCitiesAndTowns'
  | 'verifiedEmailDomains'
  | 'verifiedEmailExtensions'

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own copy, held to this shape by form.rules.test.ts
export const FORM = formFile as unknown as FormFile
export const LISTS: Lists = listsFile.lists

/** The line of a list that is this name, whatever its case and spacing. */
export function inList(list: readonly string[], name: string | undefined): string | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  return name === undefined ? undefined : list.find((line) => plain(line) === plain(name))
}

export const FIELDS: ReadonlyMap<string, Field> = new Map(FORM.fields.map((f) => [f.name, f]))
export const STEPS: ReadonlyMap<string, Step> = new Map(Object.entries(FORM.steps))

export function getField(name: string): Field {
  const field = FIELDS.get(name)
  if (!field) throw new Error(`The form has no field ${name}`)
  return field
}

export function getStep(name: string): Step {
  const step = STEPS.get(name)
  if (!step) throw new Error(`The form has no step ${name}`)
  return step
}

/** Which list a question with a long list chooses from, by the field's name. */
const LIST_OF: readonly (readonly [RegExp, ListName])[] = [
  [/^user-organisation$/, 'firstResponderOrganisations'],
  [/local-authority-name$/, 'localAuthorities'],
  [/police-forces$/, 'policeForces'],
  [/^pv-nationality/, 'nationalities'],
  [/uk-city/, 'ukCitiesAndTowns'],
  [/overseas-country/, 'countries'],
  [/uk-region$/, 'ukRegions'],
]

export function listOf(field: Field): ListName | undefined {
  if (field.optionList === undefined) return undefined
  return LIST_OF.find(([names]) => names.test(field.name))?.[1]
}

/** All a question may be answered with; undefined where anything may be written. */
export function optionsOf(field: Field): readonly Option[] | undefined {
  if (field.options) return field.options
  const list = listOf(field)
  if (!list) return undefined
  // Overseas is anywhere but here: the form leaves this one line of its list out.
  const values =
    list === 'countries' ? LISTS[list].filter((c) => c !== 'United Kingdom') : LISTS[list]
  return values.map((value) => ({ value, label: value }))
}

/** The form's label of this one question was copied from another; what its page asks is the question. */
const LABEL_OF_PAGE = new Set(['pv-want-to-submit-nrm'])
const LABELS: Readonly<Record<string, string>> = {
  'no-contact-details': 'Why contact details cannot be given',
  'upload-file': 'Supporting evidence and documents',
  'pv-contact-details-email-check': 'It is safe to write to them at this email address',
  'pv-contact-details-post-check': 'It is safe to write to them at this address',
  'what-happened': 'What did they say happened?',
}

/** What the form asks, in the form's own words. */
export function labelOf(field: Field, step?: Step): string {
  const own = LABELS[field.name] ?? (LABEL_OF_PAGE.has(field.name) ? null : field.label)
  return own ?? step?.header ?? field.name.replaceAll('-', ' ')
}

export const isText = (field: Field): boolean =>
  field.type === 'textarea' || field.type === 'input-text'

/** The most files the form takes, and the largest it takes. */
export const MOST_FILES = 100
export const LARGEST_FILE = 25 * 1024 * 1024
export const FILE_KINDS = ['JPG', 'JPEG', 'PNG', 'PDF', 'DOC', 'DOCX'] as const
