import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import type { Facts } from '../facts.queries.ts'

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

/** What the record holds, in words. Computed from it; nobody types these. */
export function factLines(facts: Facts): readonly string[] {
  const day = facts.lastCheckIn === undefined ? undefined : calendarDay(facts.lastCheckIn)
  return [
    facts.strengths
      ? 'It holds strengths in the child’s own words.'
      : 'It holds no strengths in the child’s own words.',
    day ? `They last shared how things are on ${inWords(day)}.` : 'They have shared no check-in.',
    `It holds ${count(facts.goals, 'goal of their own that they want now', 'goals of their own that they want now')}.`,
    facts.trustedAdults > 0
      ? `They chose ${count(facts.trustedAdults, 'adult', 'adults')} they trust.`
      : 'They have named no adult they trust.',
    `${count(facts.workersNow, 'worker stands', 'workers stand')} beside them now.`,
    facts.workersInTime > 1
      ? `In the days looked at, ${facts.workersInTime} different people were their key worker or social worker.`
      : 'In the days looked at, their key worker or social worker did not change.',
    facts.languages > 0
      ? 'Their languages are written down.'
      : 'Their languages are not written down.',
  ]
}
