import { z } from 'zod'
import { readId } from '#kernel/ids.ts'
import { listOf } from '#platform/http/fields.ts'
import { aDay, required, withDays } from '../typed.form.ts'

const HOW_MANY = 'Enter how many records to draw, as a whole number from 1 to 500'
const KEY = 'Enter a sampling key of 8 to 100 characters'
const ids = (form: Readonly<Record<string, unknown>>, name: string) => [
  ...new Set(listOf(form, name).flatMap((text) => readId(text) ?? [])),
]

/** Text in, a round to set up or its problems out. */
export const readRoundForm = (fields: Readonly<Record<string, unknown>>) =>
  z
    .object({
      title: required('The name of the round', 200, 'Enter a name for the round'),
      question: required('The question', 2000, 'Enter what this round wants to find out'),
      principles: z.array(z.string()),
      outcomes: z.array(z.string()),
      team: z.string().default(''),
      from: aDay('Enter the first day to look at, such as 3 March 2026'),
      to: aDay('Enter the last day to look at, such as 3 September 2026'),
      size: z
        .string(HOW_MANY)
        .trim()
        .regex(/^\d{1,3}$/, HOW_MANY)
        .transform(Number)
        .refine((n) => n >= 1 && n <= 500, HOW_MANY),
      how: z.enum(['simple', 'by_team'], 'Choose how to draw the records'),
      key: z.string(KEY).trim().min(8, KEY).max(100, KEY),
    })
    .refine((f) => f.from === '' || f.to === '' || f.from <= f.to, {
      path: ['to'],
      message: 'The last day must not be before the first day',
    })
    .refine((f) => f.principles.length + f.outcomes.length > 0, {
      path: ['outcomes'],
      message: 'Choose at least one principle or outcome to look at',
    })
    .safeParse({
      ...withDays(fields, 'from', 'to'),
      principles: listOf(fields, 'principles'),
      outcomes: ids(fields, 'outcomes'),
    })
