import { appointmentsOf } from '#domains/calendar/index.ts'
import {
  birthsOf,
  type Child,
  correctionsOf,
  notesByLine,
  notSharedWith,
} from '#domains/children/index.ts'
import { frameworkFor } from '#domains/outcomes/index.ts'
import { putAwayBy } from '#domains/own-settings/index.ts'
import type { Visit } from '#platform/http/page.ts'

/** What several sections of one page need is read once for a visit: the page only reads, and of one child. */
function once<T>(
  read: (visit: Visit, child: Child) => Promise<T>,
): (visit: Visit, child: Child) => Promise<T> {
  const kept = new WeakMap<Visit, Promise<T>>()
  return (visit, child) => {
    const before = kept.get(visit)
    if (before) return before
    const now = read(visit, child)
    kept.set(visit, now)
    return now
  }
}

export const corrections = once((visit, child) => correctionsOf(visit.tx, child.id))
/** The notes that say something is wrong, by the line they stand beside. */
export const notes = once(async (visit, child) => notesByLine(await corrections(visit, child)))
export const births = once((visit, child) => birthsOf(visit.tx, child.id))
export const notShared = once((visit, child) => notSharedWith(visit.tx, child.id))
export const framework = once((visit, child) => frameworkFor(visit.tx, child.id, visit.now))
export const putAway = once((visit, child) => putAwayBy(visit.tx, child.id))

const DAY = 24 * 60 * 60 * 1000
/** How far back a visit we missed is told of, and how far on what is planned. */
const [BACK, ON] = [30 * DAY, 60 * DAY]
export const appointments = once(({ tx, now }, child) =>
  appointmentsOf(tx, child.id, {
    from: new Date(now.getTime() - BACK),
    until: new Date(now.getTime() + ON),
  }),
)
