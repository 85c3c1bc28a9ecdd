import { trustedId } from '#kernel/ids.ts'
import {
  ASK_AGAIN,
  clockLine,
  clocksOwedToChildren,
  type OwedToChild,
} from '#domains/clocks/index.ts'
import { type DayLine, MOST_LINES, type Source, stopped } from './line.ts'
import { momentsOf } from './moments.ts'

/** What services owe the children beside whom the reader stands: by law, by a body, or promised by hand. */
export const clocks: Source = async ({ tx, now }) => {
  const { owedUntil } = momentsOf(now)
  const { clocks: owed } = await clocksOwedToChildren(tx, { of: 'beside-me', most: MOST_LINES })
  return owed
    .filter(({ clock }) => clock.state === 'running' && (!clock.dueOn || clock.dueOn <= owedUntil))
    .map((one) => owedLine(one, now))
}

/** Decisions that somebody else takes in their own time: known, and nobody's act today. */
const DECIDED_ELSEWHERE = /^(?:nrm|asylum|age|process)\./

export function owedLine({ clock, knownAs }: OwedToChild, now: Date): DayLine {
  const line = clockLine(clock, now)
  if (clock.rule === ASK_AGAIN && clock.about) {
    const href = `/children/${clock.childId}/clocks/${clock.about.id}/ask-again`
    return {
      kind: 'owed',
      childId: trustedId(clock.childId),
      name: knownAs,
      detail: `Ask again. ${stopped(clock.why ?? line.owed)} ${line.stands}`,
      on: clock.dueOn,
      action: { text: 'Ask again', href },
    }
  }
  const after = clock.dueAt !== undefined && clock.dueAt <= now
  return {
    kind: !clock.dueOn && DECIDED_ELSEWHERE.test(clock.rule ?? '') ? 'elsewhere' : 'owed',
    childId: trustedId(clock.childId),
    name: knownAs,
    detail: `${stopped(line.owed)} Who owes it: ${stopped(line.owedBy)} ${line.stands}`,
    on: clock.dueOn,
    action: {
      text: after ? 'Say what became of it' : 'See what is owed',
      href: `/children/${clock.childId}/clocks/${clock.id}`,
    },
  }
}
