import { sql } from 'kysely'
import { trustedId, type ChildId, type PersonId } from '#kernel/ids.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import {
  INTERPRETER_MODES,
  type InterpreterMode,
  type NotHeldBecause,
  type Prompt,
  PROMPTS,
  type Relationship,
  RELATIONSHIPS,
} from './check-in.rules.ts'
import { checkInOf, type CheckIn, known, type OccasionId } from './check-in-row.ts'
import type { FrameworkVersionId } from './framework-kept.rules.ts'

/** What a worker arranged before handing over: who is there, who interprets, where, and why now. */
export type Occasion = {
  /** Undefined when the young person answers alone, on the worker's device. */
  readonly company:
    | { readonly relationship: Relationship; readonly who: string | undefined }
    | undefined
  readonly interpreterMode: InterpreterMode
  readonly interpreterLanguage: string | undefined
  readonly language: string
  readonly place: string | undefined
  readonly promptedBy: Prompt
}

/** Writes down what was arranged. Throws for anybody who does not stand beside the child. */
export async function arrangeOccasion(
  tx: Tx,
  child: ChildId,
  occasion: Occasion,
): Promise<OccasionId> {
  const row = await tx
    .insertInto('waymark.check_in_occasion')
    .values({
      child_id: child,
      company_relationship: occasion.company?.relationship ?? 'nobody',
      company_who: occasion.company?.who ?? null,
      interpreter_mode: occasion.interpreterMode,
      interpreter_language: occasion.interpreterLanguage ?? null,
      language: occasion.language,
      place: occasion.place ?? null,
      prompted_by: occasion.promptedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return trustedId(row.id)
}

export type OpenOccasion = Occasion & { readonly id: OccasionId }

/** What that worker arranged last for that child, within the 12 hours a session may last. */
export async function latestOccasion(
  tx: Tx,
  child: ChildId,
  by: PersonId,
  now: Date,
): Promise<OpenOccasion | undefined> {
  const row = await tx
    .selectFrom('waymark.check_in_occasion')
    .selectAll()
    .where('child_id', '=', child)
    .where('arranged_by', '=', by)
    .where('arranged_at', '>', new Date(now.getTime() - 12 * 60 * 60 * 1000))
    .orderBy('arranged_at', 'desc')
    .executeTakeFirst()
  if (!row) return undefined
  const alone = row.company_relationship === 'nobody'
  return {
    id: trustedId(row.id),
    company: alone
      ? undefined
      : {
          relationship: known(RELATIONSHIPS, row.company_relationship),
          who: row.company_who ?? undefined,
        },
    interpreterMode: known(INTERPRETER_MODES, row.interpreter_mode),
    interpreterLanguage: row.interpreter_language ?? undefined,
    language: row.language,
    place: row.place ?? undefined,
    promptedBy: known(PROMPTS, row.prompted_by),
  }
}

/** Begins the young person's own part of what was arranged, or finds the one already begun. */
export async function beginOnOccasion(
  tx: Tx,
  child: ChildId,
  frameworkVersionId: FrameworkVersionId,
  occasion: OpenOccasion,
  language: string,
): Promise<CheckIn> {
  const row = await tx
    .insertInto('waymark.check_in')
    .values({
      child_id: child,
      framework_version_id: frameworkVersionId,
      voice: 'young_person',
      occasion_id: occasion.id,
      company: occasion.company ? 'with_someone' : 'alone',
      company_relationship: occasion.company?.relationship ?? null,
      company_who: occasion.company?.who ?? null,
      interpreter_mode: occasion.interpreterMode,
      interpreter_language: occasion.interpreterLanguage ?? null,
      language,
      place: occasion.place ?? null,
      prompted_by: occasion.promptedBy,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return checkInOf(row)
}

/** The draft begun on that occasion, when there is one. */
export async function draftOnOccasion(
  tx: Tx,
  author: PersonId,
  occasion: OccasionId,
): Promise<CheckIn | undefined> {
  const row = await tx
    .selectFrom('waymark.check_in')
    .selectAll()
    .where('author_id', '=', author)
    .where('occasion_id', '=', occasion)
    .where('status', '=', 'draft')
    .executeTakeFirst()
  return row && checkInOf(row)
}

/** Whether a check-in belongs to that occasion: all that is open on a device that was handed over. */
export async function isOnOccasion(
  tx: Tx,
  checkIn: CheckIn,
  occasion: OccasionId,
): Promise<boolean> {
  const row = await tx
    .selectFrom('waymark.check_in')
    .select('id')
    .where('id', '=', checkIn.id)
    .where('occasion_id', '=', occasion)
    .executeTakeFirst()
  return row !== undefined
}

/** The young person's account; one without credentials is made when they have none. Throws when the actor may not. */
export async function accountOf(tx: Tx, child: ChildId): Promise<PersonId> {
  const { rows } = await sql<{ account: string }>`
    select waymark.young_persons_account(${child}) as account`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('The account was not made')
  return trustedId(row.account)
}

/** Writes down that a check-in did not happen, and why. */
export async function recordNotHeld(
  tx: Tx,
  child: ChildId,
  notHeld: {
    readonly reason: NotHeldBecause
    readonly day: CalendarDay
    readonly why: string | undefined
    readonly frameworkVersionId: FrameworkVersionId | undefined
  },
): Promise<void> {
  await tx
    .insertInto('waymark.check_in_not_held')
    .values({
      child_id: child,
      reason: notHeld.reason,
      on_day: notHeld.day,
      why: notHeld.why ?? null,
      framework_version_id: notHeld.frameworkVersionId ?? null,
    })
    .execute()
}
