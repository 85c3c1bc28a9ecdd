import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Dissent, HeardLine, Option } from './decision.queries.ts'

export async function openDecision(tx: Tx, child: ChildId, question: string): Promise<string> {
  const { id } = await tx
    .insertInto('waymark.best_interests')
    .values({ child_id: child, question })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type Of = { readonly child: ChildId; readonly decision: string }

export async function addOption(tx: Tx, of: Of, option: Omit<Option, 'id'>): Promise<void> {
  await tx
    .insertInto('waymark.best_interests_option')
    .values({
      child_id: of.child,
      decision_id: of.decision,
      what: option.what,
      speaks_for: option.speaksFor,
      speaks_against: option.speaksAgainst,
    })
    .execute()
}

export async function addHeard(
  tx: Tx,
  of: Of,
  heard: Partial<HeardLine> & Pick<HeardLine, 'kind' | 'onDay'>,
): Promise<void> {
  await tx
    .insertInto('waymark.best_interests_heard')
    .values({
      child_id: of.child,
      decision_id: of.decision,
      kind: heard.kind,
      on_day: heard.onDay,
      words: heard.words ?? null,
      words_language: heard.language ?? null,
      said_by: heard.saidBy ?? null,
      because: heard.because ?? null,
      because_words: heard.becauseWords ?? null,
      next_on: heard.nextOn ?? null,
      next_who: heard.nextWho ?? null,
    })
    .execute()
}

export async function addDissent(tx: Tx, of: Of, dissent: Dissent): Promise<void> {
  await tx
    .insertInto('waymark.best_interests_dissent')
    .values({
      child_id: of.child,
      decision_id: of.decision,
      whose: dissent.whose,
      who: dissent.who ?? null,
      words: dissent.words,
      words_language: dissent.language,
    })
    .execute()
}

export type Weighed = {
  readonly chosenOption: string | undefined
  readonly weight: string | undefined
  readonly weightWhy: string | undefined
  readonly reasons: string | undefined
  readonly childStands: string | undefined
  readonly othersStand: string | undefined
}

type At = Of & { readonly version: number }

/** False when somebody changed or finished it meanwhile. */
export async function weigh(tx: Tx, at: At, weighed: Weighed): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.best_interests')
    .set({
      chosen_option: weighed.chosenOption ?? null,
      weight: weighed.weight ?? null,
      weight_why: weighed.weightWhy ?? null,
      reasons: weighed.reasons ?? null,
      child_stands: weighed.childStands ?? null,
      others_stand: weighed.othersStand ?? null,
    })
    .where('id', '=', at.decision)
    .where('child_id', '=', at.child)
    .where('version', '=', at.version)
    .where('completed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type Told = { readonly what: string; readonly how: string; readonly on: CalendarDay }
export type NotTold = {
  readonly because: string
  readonly on: CalendarDay
  readonly nextOn: CalendarDay
}

/** What they were told; after a decision is finished too, when it could not be said before. */
export async function tell(tx: Tx, at: At, told: Told): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.best_interests')
    .set({ told_what: told.what, told_how: told.how, told_on: told.on })
    .where('id', '=', at.decision)
    .where('child_id', '=', at.child)
    .where('version', '=', at.version)
    .where((w) => w.or([w('completed_at', 'is', null), w('told_on', 'is', null)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function couldNotTell(tx: Tx, at: At, why: NotTold): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.best_interests')
    .set({ not_told_because: why.because, not_told_on: why.on, tell_next_on: why.nextOn })
    .where('id', '=', at.decision)
    .where('child_id', '=', at.child)
    .where('version', '=', at.version)
    .where('completed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Finishes it; the database refuses while any part is missing. False when somebody changed it meanwhile. */
export async function complete(tx: Tx, at: At): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.best_interests')
    .set({ completed_at: sql<string>`now()`, completed_by: sql<string>`waymark.actor_id()` })
    .where('id', '=', at.decision)
    .where('child_id', '=', at.child)
    .where('version', '=', at.version)
    .where('completed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
