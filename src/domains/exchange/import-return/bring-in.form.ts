import { z } from 'zod'

const YEAR =
  'Enter the collection year in four numbers, for example 2026 for the year to 31 March 2026, or leave it empty'

/** The collection year, when the person says it; files are read beside the form. */
const form = z.object({
  year: z
    .string(YEAR)
    .trim()
    .default('')
    .refine(
      (text) => text === '' || (/^\d{4}$/.test(text) && text >= '2010' && text <= '2100'),
      YEAR,
    )
    .transform((text) => (text === '' ? undefined : Number(text))),
})

export const readBringInForm = (fields: unknown) => form.safeParse(fields)
