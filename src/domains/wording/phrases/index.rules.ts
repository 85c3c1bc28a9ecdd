import type { ListedPhrase } from '../phrase.rules.ts'
import { ABOUT_COERCION } from './coercion.rules.ts'
import { JARGON } from './jargon.rules.ts'
import { LABELS } from './labels.rules.ts'
import { ABOUT_RESPONSIBILITY } from './responsibility.rules.ts'

/** The list that comes with the product, as the guidance stood on that day. */
export const LISTED_ON = '2026-11-25'

export const LISTED: readonly ListedPhrase[] = [
  ...ABOUT_RESPONSIBILITY,
  ...ABOUT_COERCION,
  ...LABELS,
  ...JARGON,
]
