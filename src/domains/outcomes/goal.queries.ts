import { trustedId, type ChildId, type Id } from '#kernel/ids.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { known } from './check-in-row.ts'
import {
  GOAL_CHANGES,
  GOAL_STATES,
  type GoalChange,
  type GoalState,
  isWantedNow,
} from './goal.rules.ts'

export type GoalId = Id<'own-goal'>

const SAID_BY = ['young_person', 'young_person_with_someone'] as const
export type GoalSaidBy = (typeof SAID_BY)[number]

export type GoalEvent = {
  readonly kind: GoalChange | 'started'
  readonly day: string
  readonly words: string | undefined
  readonly language: string
  readonly saidBy: GoalSaidBy
}

/** What a young person wants, in their own words, and what became of it so far. */
export type Goal = {
  readonly id: GoalId
  readonly words: string
  readonly language: string
  readonly outcomeCode: string | undefined
  readonly state: GoalState
  readonly setOn: string
  readonly saidBy: GoalSaidBy
  readonly version: number
  readonly events: readonly GoalEvent[]
}

/** Goals with all that became of them: those wanted now first, each group in the order in which they were set. */
export async function goalsOf(tx: Tx, child: ChildId): Promise<readonly Goal[]> {
  const goals = await tx
    .selectFrom('waymark.own_goal')
    .selectAll()
    .where('child_id', '=', child)
    .orderBy('set_on')
    .orderBy('id')
    .execute()
  const events = await tx
    .selectFrom('waymark.own_goal_event')
    .selectAll()
    .where('child_id', '=', child)
    .orderBy('on_day')
    .orderBy('happened_at')
    .execute()
  const all = goals.map(
    (row): Goal => ({
      id: trustedId(row.id),
      words: row.words,
      language: row.words_language,
      outcomeCode: row.outcome_code ?? undefined,
      state: known(GOAL_STATES, row.state),
      setOn: row.set_on,
      saidBy: known(SAID_BY, row.said_by),
      version: row.version,
      events: events
        .filter((e) => e.goal_id === row.id)
        .map((e) => ({
          kind: known([...GOAL_CHANGES, 'started'] as const, e.kind),
          day: e.on_day,
          words: e.words ?? undefined,
          language: e.words_language,
          saidBy: known(SAID_BY, e.said_by),
        })),
    }),
  )
  return [...all.filter((g) => isWantedNow(g.state)), ...all.filter((g) => !isWantedNow(g.state))]
}

export type NewGoal = {
  readonly words: string
  readonly language: string
  readonly outcomeCode: string | undefined
  readonly saidBy: GoalSaidBy
  readonly day: CalendarDay
}

/** Sets a goal. Throws when the words are said to be whose they are not. */
export async function setGoal(tx: Tx, child: ChildId, goal: NewGoal): Promise<GoalId> {
  const row = await tx
    .insertInto('waymark.own_goal')
    .values({
      child_id: child,
      words: goal.words,
      words_language: goal.language,
      outcome_code: goal.outcomeCode ?? null,
      set_on: goal.day,
      said_by: goal.saidBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('waymark.own_goal_event')
    .values({
      goal_id: row.id,
      child_id: child,
      kind: 'started',
      on_day: goal.day,
      words: goal.words,
      words_language: goal.language,
      said_by: goal.saidBy,
    })
    .execute()
  return trustedId(row.id)
}

export type ChangedGoal = {
  readonly change: GoalChange
  /** The goal in new words, when they differ. */
  readonly newWords: string | undefined
  readonly about: string | undefined
  readonly language: string
  readonly saidBy: GoalSaidBy
  readonly day: CalendarDay
}

/** What became of a goal. False when it changed meanwhile; nothing is written then. */
export async function changeGoal(
  tx: Tx,
  child: ChildId,
  goal: Goal,
  changed: ChangedGoal,
  version: number,
): Promise<boolean> {
  const updated = await tx
    .updateTable('waymark.own_goal')
    .set({
      state: changed.change,
      words: changed.newWords ?? goal.words,
      words_language: changed.newWords === undefined ? goal.language : changed.language,
    })
    .where('id', '=', goal.id)
    .where('child_id', '=', child)
    .where('version', '=', version)
    .returning('id')
    .execute()
  if (updated.length === 0) return false
  await tx
    .insertInto('waymark.own_goal_event')
    .values({
      goal_id: goal.id,
      child_id: child,
      kind: changed.change,
      on_day: changed.day,
      words: changed.about ?? changed.newWords ?? null,
      words_language: changed.language,
      said_by: changed.saidBy,
    })
    .execute()
  return true
}
