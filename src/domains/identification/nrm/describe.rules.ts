import { FIELDS, FORM, labelOf, STEPS } from './form.rules.ts'
import { PREPARED_FROM } from './prepared-from.rules.ts'
import { NOT_ASKED, stepOf } from './route.rules.ts'

/** Every field of the form, and where Waymark holds it. Pure. */
export type Described = {
  readonly field: string
  readonly asks: string
  readonly step: string | null
  readonly type: string
  readonly required: boolean
  /** Why the live form does not ask it, when it does not. */
  readonly notAsked: string | null
  readonly casework: readonly string[]
  readonly heldIn: string
  /** What on the record it is prepared from; null when somebody writes it for the referral. */
  readonly preparedFrom: string | null
}

const ELSEWHERE: Readonly<Record<string, string>> = {
  'upload-file': 'waymark.nrm_evidence, waymark.stored_file',
}
const IN_NO_STEP = 'stands in the form’s source, and no page of it asks it'

export const described = (): readonly Described[] =>
  [...FIELDS.values()].map((field) => {
    const step = stepOf(field.name)
    return {
      field: field.name,
      asks: labelOf(field, step === undefined ? undefined : STEPS.get(step)),
      step: step ?? null,
      type: field.type,
      required: field.required,
      notAsked: step === undefined ? IN_NO_STEP : (NOT_ASKED[step] ?? null),
      casework: field.iCasework ?? [],
      heldIn: ELSEWHERE[field.name] ?? `waymark.nrm_answer where field = '${field.name}'`,
      preparedFrom: PREPARED_FROM[field.name] ?? null,
    }
  })

export const NRM_COMMIT = FORM.commit

export const formVersion = { source: FORM.source, commit: FORM.commit, date: FORM.commitDate }
