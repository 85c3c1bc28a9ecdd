import type { z } from 'zod'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { dayFrom } from '#platform/http/reading.ts'

export type Form = Readonly<Record<string, unknown>>

/** A day that a form asks for: what it is called in a sentence, whether it must be there, and whether it may lie ahead. */
export type AskedDay = {
  readonly called: string
  readonly needed?: true
  readonly ahead?: true
}

type Days<D> = { readonly [K in keyof D]: CalendarDay | undefined }
type Read<S extends z.ZodType, D> =
  | { readonly value: z.infer<S>; readonly days: Days<D> }
  | { readonly problems: readonly Problem[] }

/** Reads a form of words, choices and days together, so that all problems are said at once. */
export function readAsked<S extends z.ZodType, D extends Readonly<Record<string, AskedDay>>>(
  typed: Form,
  today: CalendarDay,
  schema: S,
  asked: D,
): Read<S, D> {
  const read = schema.safeParse(typed)
  const problems: Problem[] = read.success ? [] : [...problemsOf(read.error)]
  const days: Record<string, CalendarDay | undefined> = {}
  for (const [name, ask] of Object.entries(asked)) {
    const day = dayFrom(typed, name)
    const text = dayProblem(day, ask, today)
    if (text !== undefined) problems.push({ field: name, text })
    days[name] = day === 'wrong' ? undefined : day
  }
  if (!read.success || problems.length > 0) return { problems }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each asked day was read under its own name
  return { value: read.data, days: days as Days<D> }
}

/** Nobody who is a child now was born before this; a record has no older day. */
const FIRST_YEAR = '1990-01-01'
const LAST_YEAR = '2100-01-01'

function dayProblem(
  day: CalendarDay | undefined | 'wrong',
  { called, needed, ahead }: AskedDay,
  today: CalendarDay,
): string | undefined {
  if (day === 'wrong') return `Enter ${called}, like 27 3 2026`
  if (day === undefined) return needed ? `Enter ${called}` : undefined
  if (day < FIRST_YEAR || day > LAST_YEAR) return `Check the year of ${called}`
  if (!ahead && day > today) return `${capital(called)} must be today or earlier`
  return undefined
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
