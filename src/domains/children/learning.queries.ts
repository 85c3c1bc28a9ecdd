import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import {
  LEARNING_ENDED,
  LEARNING_KINDS,
  type LearningEnded,
  type LearningKind,
  type PlaceOfLearning,
} from './learning.rules.ts'

/** Where the child learns and learned, in order of time, without what was taken off the record. */
export async function learningOf(tx: Tx, child: ChildId): Promise<readonly PlaceOfLearning[]> {
  const rows = await tx
    .selectFrom('waymark.place_of_learning')
    .select(['id', 'kind', 'name', 'began_on', 'ended_on', 'ended_why', 'version'])
    .where('child_id', '=', child)
    .where('ended_at', 'is', null)
    .orderBy('began_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: coded(LEARNING_KINDS, row.kind),
    name: row.name,
    beganOn: day(row.began_on),
    endedOn: row.ended_on === null ? undefined : day(row.ended_on),
    endedWhy: row.ended_why === null ? undefined : coded(LEARNING_ENDED, row.ended_why),
    version: row.version,
  }))
}

function coded<Code extends string>(codes: Readonly<Record<Code, string>>, text: string): Code {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- looked up first
  if (Object.hasOwn(codes, text)) return text as Code
  throw new Error('The database holds a code that the rules do not know')
}

function day(text: string): CalendarDay {
  const found = calendarDay(text)
  if (!found) throw new Error('The database gave a day that does not exist')
  return found
}

/** What a young person writes of a place where they learn, from their own account. */
export type OwnLearning = {
  readonly kind: LearningKind
  readonly name: string
  readonly beganOn: CalendarDay
  readonly endedOn: CalendarDay | undefined
  readonly endedWhy: LearningEnded | undefined
}

/**
 * Keeps a place where they learn: a new one, or one that is still the version they read. False when it
 * was changed meanwhile; nothing is overwritten then.
 */
export async function saveOwnLearning(
  tx: Tx,
  child: ChildId,
  own: OwnLearning,
  before: { readonly id: string; readonly version: number } | undefined,
): Promise<boolean> {
  const values = {
    kind: own.kind,
    name: own.name,
    began_on: own.beganOn,
    ended_on: own.endedOn ?? null,
    ended_why: own.endedOn === undefined ? null : (own.endedWhy ?? null),
    said_by: 'child',
  }
  if (!before) {
    await tx
      .insertInto('waymark.place_of_learning')
      .values({ child_id: child, ...values })
      .execute()
    return true
  }
  const changed = await tx
    .updateTable('waymark.place_of_learning')
    .set(values)
    .where('child_id', '=', child)
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  return changed.length === 1
}
