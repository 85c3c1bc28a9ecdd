import { inWords } from '#kernel/calendar-day.ts'
import { londonDay } from '#kernel/london-time.ts'
import type { Clock } from '../clock.rules.ts'
import type { Correction, WrittenPause } from '../history.queries.ts'
import { inTime } from './clock.view.ts'

export const pauseLine = (pause: WrittenPause, clock: Pick<Clock, 'counted'>) => ({
  text: pause.until
    ? `From ${inTime(clock, pause.from)} to ${inTime(clock, pause.until)}`
    : `Since ${inTime(clock, pause.from)}`,
  why: pause.why,
  by: pause.by,
})

export const correctionLine = (correction: Correction, clock: Pick<Clock, 'counted'>) => ({
  text: `Held to have begun ${inTime(clock, correction.was)}${
    correction.wasDueOn ? `, and to be owed by ${inWords(correction.wasDueOn)}` : ''
  }. Since ${londonDay(correction.at)}: began ${inTime(clock, correction.now)}${
    correction.dueOn ? `, owed by ${inWords(correction.dueOn)}` : ''
  }.`,
  why: correction.why,
  by: correction.by,
})
