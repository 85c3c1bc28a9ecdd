import { getField, getStep, type Step, STEPS } from '../form.rules.ts'
import { KEPT_BESIDE } from '../route.rules.ts'

/** A page of ours, after the form's own: what its source can hold and its live pages do not ask. */
export const BESIDE = '/beside-the-form'

export const BESIDE_STEP: Step = {
  fields: [...KEPT_BESIDE],
  forks: [],
  header: 'Beside the form',
}

/** The page of the form that an address names, or ours beside it. */
export function stepNamed(
  slug: string | undefined,
): { readonly name: string; readonly step: Step } | undefined {
  const name = `/${slug}`
  if (name === BESIDE) return { name, step: BESIDE_STEP }
  return STEPS.get(name)?.fields ? { name, step: getStep(name) } : undefined
}

export const fieldsIn = (step: Step) => (step.fields ?? []).map(getField)
