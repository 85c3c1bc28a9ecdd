import { askTheNext } from '#domains/duty/index.ts'
import { commandLineOf } from '#domains/exchange/index.ts'
import { goUp } from '#domains/participation/index.ts'
import { record } from '#platform/audit/record.ts'
import { asActor, atTheDoor } from '#platform/db/unit-of-work.ts'
import type { Opened } from './database.ts'

const EVERY_MINUTE = 60 * 1000

/**
 * What follows from the time by itself: whoever has not seen that a young person needs somebody is
 * followed by the next, and what was not answered by its day goes up to a manager. The pages do the
 * same when they are read, so that nothing is lost when this did not run. Gives how often it acted.
 */
export async function actOnTime(opened: Pick<Opened, 'db'>, now: Date): Promise<number> {
  const organisations = await atTheDoor(opened.db, (door) =>
    door.selectFrom('waymark.organisation').select('code').orderBy('code').execute(),
  )
  let acted = 0
  for (const { code } of organisations) {
    const acts = await atTheDoor(opened.db, (door) => commandLineOf(door, code))
    if (!acts) continue
    acted += await asActor(opened.db, acts.id, async (tx) => {
      const asked = await askTheNext(tx, now)
      const wentUp = await goUp(tx, undefined, now)
      if (asked + wentUp > 0) {
        await record(tx, {
          actorId: acts.id,
          actorRole: 'system',
          organisationId: acts.organisationId,
          sessionId: undefined,
          action: 'answers.on-time',
          outcome: 'done',
          childId: undefined,
          shown: [],
          address: undefined,
          requestId: undefined,
          detail: { asked, wentUp },
        })
      }
      return asked + wentUp
    })
  }
  return acted
}

/** Every minute while the server runs; never twice at once. */
export function roundTheClock(opened: Opened, failed: (error: unknown) => void): NodeJS.Timeout {
  let busy = false
  return setInterval(() => {
    if (busy) return
    busy = true
    actOnTime(opened, new Date())
      .catch(failed)
      .finally(() => {
        busy = false
      })
  }, EVERY_MINUTE)
}
