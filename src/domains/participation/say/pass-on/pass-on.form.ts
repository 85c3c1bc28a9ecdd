import { z } from 'zod'

/** Text in, to whom it is opened and why, or the problems, out. */
const form = z.object({
  reason: z.enum(['somebody_may_be_hurt', 'nobody_left_to_read'], 'Choose why it is opened'),
  why: z
    .string('Enter why, in words the young person will read')
    .trim()
    .min(10, 'Enter why, in words the young person will read')
    .max(2000, 'Why must be 2,000 characters or fewer'),
})

export const readPassOnForm = (fields: unknown) => form.safeParse(fields)
