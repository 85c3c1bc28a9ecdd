import { FORM, getField, labelOf, getStep } from './form.rules.ts'
import {
  type Answers,
  answerTo,
  fieldsOn,
  type Given,
  isPassedBy,
  KEPT_BESIDE,
  pathOf,
} from './route.rules.ts'

/** The referral under the keys of the casework system that the form feeds. Pure. */

export type Document = {
  readonly name: string
  readonly description: string
  readonly datedOn: string | undefined
  readonly mediaType: string
}

export type Line = {
  readonly step: string
  readonly field: string
  readonly label: string
  /** As the form shows it. */
  readonly text: string
  readonly value: string
  /** The form answers it by itself. */
  readonly byForm: boolean
}

/** Every question that the form asks with these answers, in its own order, with what was answered. */
export function linesOf(given: Given): readonly Line[] {
  return pathOf(given).flatMap((step) => {
    const byForm = isPassedBy(step, given.answers)
    return fieldsOn(step, given.answers)
      .filter((field) => field.type !== 'input-file')
      .map((field) => {
        const value = answerTo(given.answers, field.name) ?? ''
        return {
          step,
          field: field.name,
          label: labelOf(field, getStep(step)),
          value,
          byForm,
          text: shownAs(field.name, value),
        }
      })
  })
}

/** A choice by its words, a tick as yes or no, a date as the form's three boxes. */
export function shownAs(name: string, value: string): string {
  const field = getField(name)
  if (field.type === 'checkbox') return value === 'yes' ? 'Ticked' : 'Not ticked'
  if (field.type === 'date' && value) return value.split('-').toReversed().map(Number).join(' ')
  if (!field.options) return value
  return value
    .split(',')
    .filter(Boolean)
    .map((v) => field.options?.find((o) => o.value === v)?.label ?? v)
    .join(', ')
}

export function caseworkOf(
  given: Given,
  documents: readonly Document[],
): Readonly<Record<string, unknown>> {
  const asked = linesOf(given)
  const beside = KEPT_BESIDE.filter((name) => given.answers.get(name)).map((name) => ({
    field: name as string,
    value: given.answers.get(name) ?? '',
  }))
  const casework: Record<string, string> = {}
  for (const { field, value } of [...asked, ...beside]) {
    if (value === '') continue
    for (const key of getField(field).iCasework ?? []) casework[key] ??= value
  }
  for (const [n, doc] of documents.entries()) {
    casework[`Document${n + 1}.Name`] = doc.name
    casework[`Document${n + 1}.MimeType`] = doc.mediaType
  }
  return {
    form: { source: FORM.source, commit: FORM.commit, licence: FORM.licence },
    casework,
    fields: Object.fromEntries([...asked, ...beside].map((l) => [l.field, l.value])),
    documents: documents.map((d) => ({ ...d, datedOn: d.datedOn ?? null })),
  }
}

/** How many questions have an answer, of those asked. Said as a count of what is left, never as a score. */
export const unanswered = (given: Given): number =>
  linesOf(given).filter((l) => l.value === '' && getField(l.field).required).length

export type { Answers }
