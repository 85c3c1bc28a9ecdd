import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import { londonDay, londonDayAndTime } from '#kernel/london-time.ts'
import { lookUp } from '#kernel/look-up.ts'
import { APPOINTMENT_KINDS } from '#domains/calendar/index.ts'
import type { OutcomeLabel } from '#domains/outcomes/index.ts'
import type { SaidAsCarer } from '../carers.queries.ts'
import type { Agreed } from '../carers.rules.ts'

/** One thing that was agreed, as the carer reads it. */
export function agreedLine(a: Agreed): { readonly what: string; readonly more: readonly string[] } {
  if (a.startsAt) {
    return {
      what: `${lookUp<string>(APPOINTMENT_KINDS, a.what) ?? a.what}${a.who ? ` with ${a.who}` : ''}`,
      more: [
        a.state === 'cancelled' ? 'Cancelled' : londonDayAndTime(a.startsAt),
        ...(a.place ? [a.place] : []),
      ],
    }
  }
  const day = a.dueOn ? calendarDay(a.dueOn) : undefined
  const who = a.who ? [`Who does it: ${a.who}`] : []
  return { what: a.what, more: [...who, ...(day ? [howFar(a.state, inWords(day))] : [])] }
}

const howFar = (state: string, day: string): string =>
  state === 'done' ? 'Done' : state === 'not_done' ? 'It was not done' : `By ${day}`

export const saidLine = (
  said: SaidAsCarer,
  labels: ReadonlyMap<string, OutcomeLabel>,
): { readonly title: string; readonly when: string; readonly words: string | undefined } => ({
  title: labels.get(said.code)?.title ?? said.code,
  when: londonDay(said.at),
  words: said.words,
})
