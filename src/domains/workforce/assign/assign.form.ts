import { z } from 'zod'
import { readId, type PersonId } from '#kernel/ids.ts'
import { NO_REFLECTION } from '../audit.rules.ts'

const person = () =>
  z
    .string('Choose one person, or nobody')
    .default('')
    .transform((text): PersonId | undefined => readId<'person'>(text))

/** Text in, who reflects and who reads, or the problems out. */
export const readAssignForm = (fields: unknown) =>
  z
    .object({
      practitioner: person(),
      none: z
        .union([z.enum(NO_REFLECTION), z.literal('')], 'Choose why there is no reflection')
        .default('')
        .transform((why) => why || undefined),
      auditor: person(),
      second: person(),
    })
    .refine((f) => f.practitioner !== undefined || f.none !== undefined, {
      path: ['none'],
      message: 'Choose who reflects, or why nobody does',
    })
    .refine((f) => f.second === undefined || f.auditor !== undefined, {
      path: ['auditor'],
      message: 'Choose who reads first before choosing who reads second',
    })
    .refine((f) => f.second === undefined || f.second !== f.auditor, {
      path: ['second'],
      message: 'Choose two different people to read the record',
    })
    .safeParse(fields)
