import { z } from 'zod'
import { typedDay } from '#kernel/calendar-day.ts'
import { londonInstant } from '#kernel/london-time.ts'
import { readId, type PersonId } from '#kernel/ids.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'

const PHONE = /^[0-9+ ()]{3,30}$/
const phone = z
  .string('Enter a number to call')
  .trim()
  .regex(PHONE, 'Enter a number to call, in figures')

const turn = z.object({
  person: z.string('Choose who is there').transform((text, context): PersonId => {
    const id = readId<'person'>(text)
    if (id) return id
    context.addIssue('Choose who is there')
    return z.NEVER
  }),
  phone,
  fromDay: z.string('Enter the day, like 27 3 2027'),
  fromTime: z.string('Enter the time, like 18:00'),
  untilDay: z.string('Enter the day, like 27 3 2027'),
  untilTime: z.string('Enter the time, like 18:00'),
  textTo: z
    .string()
    .trim()
    .regex(/^([+]?[0-9 ]{7,20})?$/, 'Enter a mobile number, in figures')
    .default(''),
  emailTo: z
    .string()
    .trim()
    .max(200, 'Use 200 letters or fewer')
    .regex(/^([^\s@<>]+@[^\s@<>]+)?$/, 'Enter an e-mail address, like name@example.org')
    .default(''),
  place: z.enum(['1', '2', '3'], 'Choose who is asked first').transform(Number),
})

type Read<T> = { readonly value: T } | { readonly problems: readonly Problem[] }
export type ReadTurn = {
  readonly person: PersonId
  readonly phone: string
  readonly textTo: string | undefined
  readonly emailTo: string | undefined
  readonly from: Date
  readonly until: Date
  readonly place: number
}

function missingTimes(from: Date | undefined, until: Date | undefined): readonly Problem[] {
  const begins = 'Enter a day and a time it begins, like 27 3 2027 and 18:00'
  const ends = 'Enter a day and a time it ends, like 28 3 2027 and 08:00'
  return [
    ...(from ? [] : [{ field: 'fromDay', text: begins }]),
    ...(until ? [] : [{ field: 'untilDay', text: ends }]),
  ]
}

const LONGEST = 31 * 24 * 60 * 60 * 1000

/** A turn: who, on which number, from when until when on a London clock, and in which order. */
export function readTurn(form: unknown, now: Date): Read<ReadTurn> {
  const read = turn.safeParse(form)
  if (!read.success) return { problems: problemsOf(read.error) }
  const { fromDay, fromTime, untilDay, untilTime, textTo, emailTo, ...rest } = read.data
  const [from, until] = [instantOf(fromDay, fromTime), instantOf(untilDay, untilTime)]
  if (!from || !until) return { problems: missingTimes(from, until) }
  if (until <= from || until <= now || until.getTime() - from.getTime() > LONGEST) {
    const text = 'It must end after it begins, after now, and within 31 days'
    return { problems: [{ field: 'untilDay', text }] }
  }
  return {
    value: { ...rest, textTo: textTo || undefined, emailTo: emailTo || undefined, from, until },
  }
}

function instantOf(day: string, time: string): Date | undefined {
  const on = typedDay(day)
  const clock = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(time.trim())
  if (!on || !clock) return undefined
  return londonInstant(`${on}T${String(clock[1]).padStart(2, '0')}:${clock[2]}`)
}

const always = z.object({
  name: z
    .string('Enter whose number it is')
    .trim()
    .min(1, 'Enter whose number it is')
    .max(200, 'Use 200 letters or fewer'),
  alwaysPhone: phone,
  minutes: z
    .string('Enter after how many minutes the next is asked')
    .trim()
    .regex(/^\d{1,3}$/, 'Enter minutes, from 2 to 120')
    .transform(Number)
    .pipe(
      z.number().min(2, 'Enter minutes, from 2 to 120').max(120, 'Enter minutes, from 2 to 120'),
    ),
})

/** The number that is always answered, and after how many minutes the next is asked. */
export function readAlways(
  form: unknown,
): Read<{ readonly name: string; readonly phone: string; readonly minutes: number }> {
  const read = always.safeParse(form)
  if (!read.success) return { problems: problemsOf(read.error) }
  const { name, alwaysPhone, minutes } = read.data
  return { value: { name, phone: alwaysPhone, minutes } }
}
