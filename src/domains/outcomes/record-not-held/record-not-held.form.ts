import { z } from 'zod'
import { calendarDayFrom } from '#kernel/calendar-day.ts'
import { NOT_HELD_BECAUSE } from '../check-in.rules.ts'

const text = () => z.string().trim().default('')

/** Text in, a check-in that did not happen or its problems out. `today` bounds the day. */
export const readNotHeldForm = (fields: unknown, today: string) =>
  z
    .object({
      reason: z.enum(NOT_HELD_BECAUSE, 'Choose why there was no check-in'),
      day: text(),
      month: text(),
      year: text(),
      why: z
        .string()
        .trim()
        .max(1000, 'What happened must be 1,000 characters or fewer')
        .default('')
        .transform((words) => words || undefined),
    })
    .transform((f, context) => {
      const day = calendarDayFrom(f.day, f.month, f.year)
      const message =
        day === undefined
          ? 'Enter the day, such as 3 March 2026'
          : day > today
            ? 'Enter a day that is today or earlier'
            : undefined
      if (day !== undefined && message === undefined) return { reason: f.reason, day, why: f.why }
      context.addIssue({ code: 'custom', path: ['day'], message: message ?? '' })
      return z.NEVER
    })
    .safeParse(fields)
