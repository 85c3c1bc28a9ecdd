import { z } from 'zod'
import { isAgeLabel, NAME_NOT_KNOWN, NO_AGE_LABEL } from '../child.rules.ts'
import { optional, ticks } from '../record-parts/record-part.form.ts'

export type GoBy = {
  readonly knownAs: string
  readonly nameKnown: boolean
  readonly sayIt: string | undefined
}

const ENTER = 'Enter the name they go by, or tick that it is not yet known'

/** The name a child goes by, chosen by them, and how to say it; or that nobody knows it yet. */
const form = z
  .object({
    knownAs: optional('The name', 200),
    notKnown: ticks,
    sayIt: optional('How to say it', 200),
  })
  .refine((f) => f.knownAs !== null || f.notKnown.has('yes'), { path: ['knownAs'], message: ENTER })
  .refine((f) => f.knownAs === null || !isAgeLabel(f.knownAs), {
    path: ['knownAs'],
    message: NO_AGE_LABEL,
  })
  .refine((f) => !(f.knownAs !== null && f.notKnown.has('yes')), {
    path: ['notKnown'],
    message: 'Enter the name or tick that it is not yet known, not both',
  })
  .transform(
    (f): GoBy => ({
      knownAs: f.knownAs ?? NAME_NOT_KNOWN,
      nameKnown: f.knownAs !== null,
      sayIt: f.sayIt ?? undefined,
    }),
  )

export const readGoByForm = (fields: unknown) => form.safeParse(fields)
