import { dayOf } from './days.ts'
import type { InventedGoal } from './invented.ts'
import { between, type Random, some, uuid, weighted } from './random.ts'
import { fill, say } from './words/fill.ts'
import { GOALS, LET_GO, PAUSED, REACHED, RETURNED, REWORDED } from './words/goals.ts'

type Change = InventedGoal['changes'][number]

const WORDS: Readonly<Record<Change['to'], readonly string[]>> = {
  started: ['I want this.'],
  paused: PAUSED,
  returned: RETURNED,
  changed: REWORDED,
  reached: REACHED,
  let_go: LET_GO,
}

const NEXT: Readonly<Record<Change['to'], readonly (readonly [Change['to'] | 'stays', number])[]>> =
  {
    started: [
      ['stays', 5],
      ['paused', 3],
      ['changed', 1],
      ['reached', 2],
      ['let_go', 1],
    ],
    changed: [
      ['stays', 5],
      ['paused', 2],
      ['reached', 3],
    ],
    paused: [
      ['stays', 3],
      ['returned', 5],
      ['let_go', 2],
    ],
    returned: [
      ['stays', 4],
      ['reached', 4],
      ['paused', 2],
    ],
    reached: [['stays', 1]],
    let_go: [['stays', 1]],
  }

/** Goals the young person set for themselves, and how each paused, changed, returned or was let go. */
export function goalsOf(r: Random, opened: number, today: number): readonly InventedGoal[] {
  const count = weighted(r, [
    [0, 3],
    [1, 4],
    [2, 2],
    [3, 1],
  ] as const)
  return some(r, GOALS, count).map((template) =>
    goal(r, template, between(r, opened, today - 1), today),
  )
}

function goal(r: Random, template: string, setOn: number, today: number): InventedGoal {
  const id = uuid(r)
  const changes: Change[] = [{ on: dayOf(setOn), to: 'started', words: say(r, WORDS.started) }]
  let on = setOn
  let state: Change['to'] = 'started'
  for (;;) {
    const next: Change['to'] | 'stays' = weighted(r, NEXT[state])
    on += between(r, 20, 160)
    if (next === 'stays' || on >= today || changes.length > 6) break
    state = next
    changes.push({ on: dayOf(on), to: state, words: say(r, WORDS[state]) })
  }
  return { id, words: fill(r, template), setOn: dayOf(setOn), changes }
}
