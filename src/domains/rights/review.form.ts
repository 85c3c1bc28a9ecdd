import { z } from 'zod'
import { type CalendarDay, typedDay } from '#kernel/calendar-day.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'

type Read<T> = { readonly value: T } | { readonly problems: readonly Problem[] }

const how = z
  .string('Write how you looked')
  .trim()
  .min(1, 'Write how you looked')
  .max(500, 'Use 500 letters or fewer')

const check = z.object({ how })

/** That somebody looked, and how. */
export function readCheck(form: unknown): Read<z.infer<typeof check>> {
  const read = check.safeParse(form)
  return read.success ? { value: read.data } : { problems: problemsOf(read.error) }
}

const DAYS = 'Enter how many days, from 7 to 800'
const ENTER_DAY = 'Enter the day, like 27 3 2027'
const clock = z.object({
  kind: z.enum(['rights_text', 'help_place'], 'Choose what it is for'),
  days: z
    .string(DAYS)
    .trim()
    .regex(/^\d{1,3}$/, DAYS)
    .transform(Number)
    .pipe(z.number().min(7, DAYS).max(800, DAYS)),
  from: z.string(ENTER_DAY).transform((text, context): CalendarDay => {
    const found = typedDay(text)
    if (found) return found
    context.addIssue(ENTER_DAY)
    return z.NEVER
  }),
  source: z
    .string('Write where this is decided')
    .trim()
    .min(1, 'Write where this is decided')
    .max(500, 'Use 500 letters or fewer'),
})

/** How long a check holds, from which day. */
export function readClock(form: unknown): Read<z.infer<typeof clock>> {
  const read = clock.safeParse(form)
  return read.success ? { value: read.data } : { problems: problemsOf(read.error) }
}
