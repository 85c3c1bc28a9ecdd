import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type ChildId, type PersonId, trustedId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Concern, ConcernId } from './concern.queries.ts'
import type { Because, Decision, Finds, Look, ResponseKind } from './concern.rules.ts'

export type NewConcern = Pick<
  Concern,
  | 'seen'
  | 'context'
  | 'noticed'
  | 'childWords'
  | 'childWordsLanguage'
  | 'childWordsHow'
  | 'noWordsBecause'
  | 'fewChoices'
  | 'noFewChoicesBecause'
> & { readonly indicatorIds: readonly string[] }

export async function addConcern(tx: Tx, child: ChildId, given: NewConcern): Promise<ConcernId> {
  const { id } = await tx
    .insertInto('waymark.concern')
    .values({
      child_id: child,
      seen: given.seen,
      context: given.context,
      noticed_earliest: given.noticed.earliest,
      noticed_latest: given.noticed.latest,
      noticed_precision: given.noticed.precision,
      child_words: given.childWords ?? null,
      child_words_language: given.childWordsLanguage ?? null,
      child_words_how: given.childWordsHow ?? null,
      no_words_because: given.noWordsBecause ?? null,
      few_choices: given.fewChoices ?? null,
      no_few_choices_because: given.noFewChoicesBecause ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (given.indicatorIds.length > 0) {
    await tx
      .insertInto('waymark.concern_indicator')
      .values(
        given.indicatorIds.map((indicator) => ({
          child_id: child,
          concern_id: id,
          indicator_id: indicator,
        })),
      )
      .execute()
  }
  return trustedId(id)
}

export async function addLook(
  tx: Tx,
  concern: Concern,
  look: { readonly place: Look['place']; readonly finds: Finds; readonly reasoning: string },
): Promise<void> {
  await tx
    .insertInto('waymark.concern_look')
    .values({ child_id: concern.childId, concern_id: concern.id, ...look })
    .execute()
}

/** Asks somebody for the second look. False when somebody changed this meanwhile. */
export async function askForLook(
  tx: Tx,
  concern: Concern,
  of: PersonId,
  version: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.concern')
    .set({ look_asked_of: of, look_asked_at: sql<string>`now()` })
    .where('id', '=', concern.id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function addDecision(
  tx: Tx,
  concern: Concern,
  decided: {
    readonly decision: Decision
    readonly because: Because
    readonly reasoning: string
    readonly aboutDisagreement: string | undefined
    readonly on: CalendarDay
  },
): Promise<void> {
  await tx
    .insertInto('waymark.concern_decision')
    .values({
      child_id: concern.childId,
      concern_id: concern.id,
      decision: decided.decision,
      because: decided.because,
      reasoning: decided.reasoning,
      about_disagreement: decided.aboutDisagreement ?? null,
      decided_on: decided.on,
    })
    .execute()
}

export async function addResponse(
  tx: Tx,
  concern: Concern,
  response: { readonly kind: ResponseKind; readonly on: CalendarDay; readonly what: string },
): Promise<void> {
  await tx
    .insertInto('waymark.concern_response')
    .values({
      child_id: concern.childId,
      concern_id: concern.id,
      kind: response.kind,
      on_day: response.on,
      what: response.what,
    })
    .execute()
}

/** Holds others who look at or decide the same concern until this transaction ends. */
export async function holdConcern(tx: Tx, concern: ConcernId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`concern ${concern}`}, 0))`.execute(tx)
}
