import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import type { SharedKind } from '#domains/children/index.ts'
import type { Facts } from '../facts.queries.ts'

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

/** What the record holds, in words. Computed from it; nobody types these. */
export function factLines(facts: Facts): readonly string[] {
  return [...ownLines(facts), ...linesOfOurs(facts)]
}

/** Of the young person's own: what they do not share is never said to be missing. */
function ownLines(facts: Facts): readonly string[] {
  const day = facts.lastCheckIn === undefined ? undefined : calendarDay(facts.lastCheckIn)
  const held = {
    words: facts.strengths
      ? 'It holds strengths in the child’s own words.'
      : 'It holds no strengths in the child’s own words.',
    check_ins: day
      ? `They last shared how things are on ${inWords(day)}.`
      : 'They have shared no check-in.',
    goals: `It holds ${count(facts.goals, 'goal of their own that they want now', 'goals of their own that they want now')}.`,
    people:
      facts.trustedAdults > 0
        ? `They chose ${count(facts.trustedAdults, 'adult', 'adults')} they trust.`
        : 'They have named no adult they trust.',
  }
  const kinds = ['words', 'check_ins', 'goals', 'people'] as const
  return kinds.map((kind) => (facts.notShared?.includes(kind) ? NOT_SHARED[kind] : held[kind]))
}

const NOT_SHARED: Readonly<Record<SharedKind, string>> = {
  words: 'They have chosen not to share their own words.',
  check_ins: 'They have chosen not to share their check-ins.',
  goals: 'They have chosen not to share their goals.',
  people: 'They have chosen not to share whom they trust.',
}

function linesOfOurs(facts: Facts): readonly string[] {
  return [
    `${count(facts.workersNow, 'worker stands', 'workers stand')} beside them now.`,
    facts.workersInTime > 1
      ? `In the days looked at, ${facts.workersInTime} different people were their key worker or social worker.`
      : 'In the days looked at, their key worker or social worker did not change.',
    facts.languages > 0
      ? 'Their languages are written down.'
      : 'Their languages are not written down.',
  ]
}
