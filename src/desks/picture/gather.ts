import { calendarDay } from '#kernel/calendar-day.ts'
import { type ChildId, trustedId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import {
  type FrameworkVersionId,
  frameworkFor,
  frameworkVersion,
  type Spoken,
  spokenOf,
  type UsedFramework,
} from '#domains/outcomes/index.ts'

/** What was said in every voice, and every version it was said under, the one in use now last. */
export async function gatherSaid(
  tx: Tx,
  child: ChildId,
  now: Date,
): Promise<{ readonly spoken: readonly Spoken[]; readonly versions: readonly UsedFramework[] }> {
  const spoken = await spokenOf(tx, child)
  const inUse = await frameworkFor(tx, child, now)
  const ids = new Set<FrameworkVersionId>(spoken.map((s) => s.frameworkVersionId))
  const versions: UsedFramework[] = []
  for (const id of ids) {
    if (id === inUse?.id) continue
    const version = await frameworkVersion(tx, trustedId(id))
    if (version) versions.push(version)
  }
  return { spoken, versions: inUse ? [...versions, inUse] : versions }
}

/** Noon of a calendar day, so that no zone moves it to another. Undefined for what is no day. */
export function noonOf(text: string): Date | undefined {
  const day = calendarDay(text.slice(0, 10))
  return day && new Date(`${day}T12:00:00Z`)
}
