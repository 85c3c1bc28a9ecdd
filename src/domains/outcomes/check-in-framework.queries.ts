import { sql } from 'kysely'
import { calendarDay, londonCalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { liveFrameworks } from './framework.queries.ts'
import type { UsedFramework } from './framework-kept.rules.ts'
import { type FrameworkRefusal, refuseFramework } from './framework.rules.ts'

/** A framework in use, and why it may not be used with this child, if it may not. */
export type OfferedFramework = {
  readonly framework: UsedFramework
  readonly refusal: FrameworkRefusal | undefined
}

/** The framework a check-in with this child uses now: the one chosen for them, or else the first in use; never one refused for them. */
export async function frameworkFor(
  tx: Tx,
  child: ChildId,
  now: Date,
): Promise<UsedFramework | undefined> {
  const fitting = (await frameworksOffered(tx, child, now))
    .filter((o) => o.refusal === undefined)
    .map((o) => o.framework)
  const chosen = fitting.length > 1 ? await chosenFramework(tx, child) : undefined
  return fitting.find((f) => f.frameworkId === chosen?.frameworkId) ?? fitting[0]
}

/** Every framework in use, each with whether it may be used with this child. */
export async function frameworksOffered(
  tx: Tx,
  child: ChildId,
  now: Date,
): Promise<readonly OfferedFramework[]> {
  const inUse = await liveFrameworks(tx)
  if (inUse.length === 0) return []
  const claims = await tx
    .selectFrom('waymark.date_of_birth_claim')
    .select(['earliest', 'latest'])
    .where('child_id', '=', child)
    .where('ended_at', 'is', null)
    .execute()
  const ages = claims.map((c) => ({
    earliest: calendarDay(c.earliest),
    latest: calendarDay(c.latest),
  }))
  const today = londonCalendarDay(now)
  return inUse.map((framework) => ({
    framework,
    refusal: refuseFramework(framework, ages, today),
  }))
}

export type ChosenFramework = { readonly frameworkId: string; readonly version: number }

/** What was chosen for this child, if anything was. */
export async function chosenFramework(
  tx: Tx,
  child: ChildId,
): Promise<ChosenFramework | undefined> {
  const row = await tx
    .selectFrom('waymark.chosen_framework')
    .select(['framework_id', 'version'])
    .where('child_id', '=', child)
    .executeTakeFirst()
  return row && { frameworkId: row.framework_id, version: row.version }
}

/** Chooses a framework for this child: version 0 for the first time. False when somebody chose meanwhile. */
export async function chooseFramework(
  tx: Tx,
  child: ChildId,
  frameworkId: string,
  version: number,
): Promise<boolean> {
  const { rows } =
    version === 0
      ? await sql`insert into waymark.chosen_framework (child_id, framework_id) values (${child}, ${frameworkId})
          on conflict (child_id) do nothing returning id`.execute(tx)
      : await sql`update waymark.chosen_framework set framework_id = ${frameworkId}
          where child_id = ${child} and version = ${version} returning id`.execute(tx)
  return rows.length === 1
}
