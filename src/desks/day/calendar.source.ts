import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { londonDay } from '#kernel/london-time.ts'
import {
  appointmentsWith,
  myAppointmentLine,
  type NextStep,
  nextStepsOwed,
} from '#domains/calendar/index.ts'
import { type DayLine, type Source, stopped } from './line.ts'
import { momentsOf } from './moments.ts'

/** The reader's own appointments: those past of which nobody has said what became, today and the week to come. */
export const appointments: Source = async ({ tx, actor, now }) => {
  const { back, comingUntil, startOfToday } = momentsOf(now)
  const found = await appointmentsWith(tx, actor, { from: back, until: comingUntil })
  return found
    .filter((a) => a.state === 'planned')
    .map((a) => {
      const past = a.startsAt < startOfToday
      const line = past
        ? myAppointmentLine(a, 'Say what became of it', 'after')
        : myAppointmentLine(a, 'See it, or change it', undefined)
      return {
        kind: past ? 'waiting' : 'coming',
        childId: a.childId,
        name: line.name,
        detail: past ? `${line.detail}. Nobody has said what became of it` : line.detail,
        on: londonCalendarDay(a.startsAt),
        action: line.action ?? { text: 'See it', href: line.href },
      }
    })
}

/** What we said would happen, after we did not come. */
export const missedByUs: Source = async ({ tx, now }) =>
  (await nextStepsOwed(tx, 'beside-me', momentsOf(now).back)).map(nextStepLine)

export const nextStepLine = (step: NextStep): DayLine => ({
  kind: 'owed',
  childId: step.childId,
  name: step.knownAs,
  detail: `We did not come on ${londonDay(step.missedAt)}. What happens now: ${stopped(step.nextStep)} Who owes it: ${step.by}${
    step.on ? `, by ${inWords(step.on)}` : ''
  }`,
  on: step.on,
  action: { text: 'See their calendar', href: `/children/${step.childId}/calendar` },
})
