/** Pieces that the forms of the case audit are made of: text in, meaning or a sentence out. */
import { z } from 'zod'
import { calendarDayFrom } from '#kernel/calendar-day.ts'
import { textOf } from '#platform/http/fields.ts'

/** What somebody writes freely; empty is nothing. */
export const optional = (what: string, most: number) =>
  z
    .string()
    .trim()
    .max(most, `${what} must be ${most.toLocaleString('en-GB')} characters or fewer`)
    .default('')
    .transform((text) => text || undefined)

export const required = (what: string, most: number, missing: string) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(most, `${what} must be ${most.toLocaleString('en-GB')} characters or fewer`)

/** A day typed in three boxes, put together under one name, so that it has one sentence. */
export function withDays(
  form: Readonly<Record<string, unknown>>,
  ...names: readonly string[]
): Readonly<Record<string, unknown>> {
  const day = (name: string) => {
    const box = (part: string) => textOf(form, `${name}${part}`).trim()
    return calendarDayFrom(box('Day'), box('Month'), box('Year')) ?? ''
  }
  return { ...form, ...Object.fromEntries(names.map((name) => [name, day(name)])) }
}

export const aDay = (missing: string) => z.string(missing).min(1, missing)
