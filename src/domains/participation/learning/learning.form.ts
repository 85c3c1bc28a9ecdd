import type { CalendarDay } from '#kernel/calendar-day.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import {
  type DayProblem,
  LEARNING_ENDED,
  LEARNING_KINDS,
  type LearningEnded,
  type LearningKind,
  readLearningDays,
} from '#domains/children/index.ts'
import type { YouthWords } from '#domains/words/index.ts'

export type OwnLearning = {
  readonly kind: LearningKind
  readonly name: string
  readonly beganOn: CalendarDay
  readonly endedOn: CalendarDay | undefined
  readonly endedWhy: LearningEnded | undefined
}

export type ReadLearning =
  | { readonly place: OwnLearning }
  | { readonly problems: readonly Problem[] }

const MOST = 200

/** Text from the browser in, a place where they learn or its problems out, in the language of whoever writes. */
export function readLearningForm(
  typed: Readonly<Record<string, unknown>>,
  today: CalendarDay,
  w: YouthWords['learning'],
): ReadLearning {
  const kind = coded(LEARNING_KINDS, textOf(typed, 'kind'))
  const endedWhy = coded(LEARNING_ENDED, textOf(typed, 'ended_why'))
  const name = textOf(typed, 'name').trim()
  const days = readLearningDays(typed, today)
  const problems: Problem[] = []
  if (!kind) problems.push({ field: 'kind', text: w.chooseKind })
  if (name === '' || name.length > MOST) problems.push({ field: 'name', text: w.enterName })
  if ('problems' in days) {
    for (const p of days.problems) problems.push({ field: `${p.at}-day`, text: sentence(p, w) })
  }
  if (!kind || 'problems' in days || problems.length > 0) return { problems }
  return { place: { kind, name, beganOn: days.beganOn, endedOn: days.endedOn, endedWhy } }
}

function sentence({ at, what }: DayProblem, w: YouthWords['learning']): string {
  if (what === 'begins-ahead') return w.fromAhead
  if (what === 'ends-ahead') return w.untilAhead
  if (what === 'ends-before-it-began') return w.untilBefore
  return at === 'began_on' ? w.enterFrom : w.enterUntil
}

function coded<Code extends string>(
  codes: Readonly<Record<Code, string>>,
  text: string,
): Code | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- looked up first
  return Object.hasOwn(codes, text) ? (text as Code) : undefined
}
