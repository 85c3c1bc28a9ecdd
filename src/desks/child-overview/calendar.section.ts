import {
  appointmentLine,
  appointmentsOf,
  missedByUs,
  wantsSomething,
} from '#domains/calendar/index.ts'
import type { Section } from './section.ts'

const DAY = 24 * 60 * 60 * 1000
const MOST_SHOWN = 2

/** The next appointments, with what the young person says of them. */
export const comingUp: Section = {
  place: 'happening',
  template: 'desks/child-overview/coming-up.njk',
  async gather({ tx, now }, child) {
    const coming = await appointmentsOf(tx, child.id, {
      from: now,
      until: new Date(now.getTime() + 60 * DAY),
    })
    const planned = coming.filter((a) => a.state === 'planned')
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
  async gather({ tx, now }, child) {
    const missed = await missedByUs(tx, child.id, new Date(now.getTime() - 30 * DAY))
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
