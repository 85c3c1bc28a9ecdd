import { sql } from 'kysely'
import { londonCalendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { londonWallClock } from '#kernel/london-time.ts'
import { commandLineOf, organisationCodes } from '#domains/exchange/index.ts'
import { tellPointsDue } from '#domains/past-eighteen/index.ts'
import {
  makeFlowPictures,
  makePictures,
  makeRegisters,
  makeStagePictures,
  makeStayPictures,
  makeMissingGroups,
  makeWaitPictures,
} from '#domains/statistics/index.ts'
import { record } from '#platform/audit/record.ts'
import { asActor, asSealer, atTheDoor } from '#platform/db/unit-of-work.ts'
import { recompute } from './clocks.ts'
import type { Opened } from './database.ts'

const LOOK_EVERY = 10 * 60 * 1000
const AT_NIGHT = '03'

/**
 * Makes the picture of every organisation's area where enough has changed since the last one, as
 * the organisation's own system account. Gives how many new ones there are.
 */
export async function makeEveryPicture(opened: Opened, now: Date): Promise<number> {
  const organisations = await atTheDoor(opened.db, (door) =>
    door.selectFrom('waymark.organisation').select('code').orderBy('code').execute(),
  )
  let made = 0
  for (const { code } of organisations) {
    const acts = await atTheDoor(opened.db, (door) => commandLineOf(door, code))
    if (!acts) continue
    made += await asActor(opened.db, acts.id, async (tx) => {
      // Nobody waits for this, and on a busy machine a count of 100,000 children takes as long as it takes.
      await sql`set local statement_timeout = 0`.execute(tx)
      const pictures = [
        ...(await makePictures(tx, now)),
        ...(await makeStagePictures(tx, now)),
        ...(await makeWaitPictures(tx, now)),
        ...(await makeStayPictures(tx, now)),
        ...(await makeMissingGroups(tx, now)),
        ...(await makeRegisters(tx, now)),
        ...(await makeFlowPictures(tx, now)),
      ]
      const releases = pictures.filter((m) => m.release !== undefined)
      await record(tx, {
        actorId: acts.id,
        actorRole: 'system',
        organisationId: acts.organisationId,
        sessionId: undefined,
        action: 'area.make-a-picture',
        outcome: 'done',
        childId: undefined,
        shown: [],
        address: undefined,
        requestId: undefined,
        detail: { releases: releases.length },
      })
      return releases.length
    })
  }
  return made
}

/** Whoever agreed to be asked again is told that their day has come, as they said is safe. */
async function tellWhoIsAsked(opened: Opened, now: Date): Promise<void> {
  for (const code of await atTheDoor(opened.db, organisationCodes)) {
    const acts = await atTheDoor(opened.db, (door) => commandLineOf(door, code))
    if (acts) await asActor(opened.db, acts.id, (tx) => tellPointsDue(tx, now))
  }
}

/** Which forms were carried out is kept for a month, for phones that were without signal. */
async function forgetSentForms(opened: Opened): Promise<void> {
  await asSealer(opened.db, (tx) => sql`select waymark.forget_sent_forms()`.execute(tx))
}

/** A rule of an organisation's own may begin or end on any day: every clock is counted again by those that hold. */
async function countClocksAgain(opened: Opened, stopped: AbortSignal): Promise<void> {
  for (const code of await atTheDoor(opened.db, organisationCodes)) {
    await recompute(opened, code, { again: true, stopped, say: () => undefined })
  }
}

/** Between three and four in the morning, once, so that nobody waits for a count by day. */
export function everyNight(opened: Opened, failed: (error: unknown) => void): NodeJS.Timeout {
  let done: CalendarDay | undefined
  return setInterval(() => {
    const now = new Date()
    const today = londonCalendarDay(now)
    if (done === today || londonWallClock(now).slice(11, 13) !== AT_NIGHT) return
    done = today
    makeEveryPicture(opened, now).catch(failed)
    forgetSentForms(opened).catch(failed)
    tellWhoIsAsked(opened, now).catch(failed)
    countClocksAgain(opened, new AbortController().signal).catch(failed)
  }, LOOK_EVERY)
}
