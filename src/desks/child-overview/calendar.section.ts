import { appointmentLine, wantsSomething } from '#domains/calendar/index.ts'
import { appointments } from './asked-once.ts'
import type { Section } from './section.ts'

const MOST_SHOWN = 2
const MOST_MISSED = 10

/** The next appointments, with what the young person says of them. */
export const comingUp: Section = {
  place: 'happening',
  template: 'desks/child-overview/coming-up.njk',
  async gather(visit, child) {
    const around = await appointments(visit, child)
    const planned = around.filter((a) => a.state === 'planned' && a.startsAt >= visit.now)
    const [soonest] = planned
    return {
      gist: soonest ? gistOf(appointmentLine(soonest)) : 'nothing is planned with them',
      lines: planned
        .filter((a, n) => n < MOST_SHOWN || wantsSomething(a))
        .map((a) => ({ ...appointmentLine(a), wants: wantsSomething(a) })),
      here: `/children/${child.id}/calendar`,
    }
  },
}

/** A visit we missed: what happens now, and who owes it. */
export const missedVisits: Section = {
  place: 'owed',
  template: 'desks/child-overview/missed-visits.njk',
  async gather(visit, child) {
    const around = await appointments(visit, child)
    // The newest first.
    const missed = around
      .filter((a) => a.state === 'missed_by_us')
      .toReversed()
      .slice(0, MOST_MISSED)
    if (missed.length === 0) return undefined
    const here = `/children/${child.id}/calendar`
    const lines = missed.map(appointmentLine)
    const [first] = lines
    return {
      gist: lines.length === 1 ? 'a visit we missed' : `${lines.length} visits we missed`,
      next: first?.nextStep
        ? {
            why: `We said ${first.when} and did not come. What happens now: ${first.nextStep}`,
            action: { text: 'See it in their calendar', href: here },
          }
        : undefined,
      lines,
      here,
    }
  },
}

const gistOf = (a: ReturnType<typeof appointmentLine>): string =>
  `${a.when}, ${a.kind.toLowerCase()} with ${a.withWhom}`
