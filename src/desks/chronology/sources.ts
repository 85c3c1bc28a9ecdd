import { AROUND_EVENTS } from '#domains/around/index.ts'
import { CALENDAR_EVENTS } from '#domains/calendar/index.ts'
import { CHILDREN_EVENTS, type EventKind, type EventSource } from '#domains/children/index.ts'
import { CLOCKS_EVENTS } from '#domains/clocks/index.ts'
import { COMING_AND_GOING_EVENTS } from '#domains/coming-and-going/index.ts'
import { CONTACT_EVENTS } from '#domains/contact/index.ts'
import { DUTY_EVENTS } from '#domains/duty/index.ts'
import { HOME_EVENTS } from '#domains/home/index.ts'
import { IDENTIFICATION_EVENTS } from '#domains/identification/index.ts'
import { MISSING_EVENTS } from '#domains/missing/index.ts'
import { OUTCOMES_EVENTS } from '#domains/outcomes/index.ts'
import { PARTICIPATION_EVENTS } from '#domains/participation/index.ts'
import { PAST_EIGHTEEN_EVENTS } from '#domains/past-eighteen/index.ts'
import { PLANS_EVENTS } from '#domains/plans/index.ts'
import { PROCESSES_EVENTS } from '#domains/processes/index.ts'
import { STANDING_BESIDE_EVENTS } from '#domains/standing-beside/index.ts'
import { may } from '#platform/access/capability.ts'
import type { Actor } from '#platform/http/page.ts'

/** Every event a chronology is built from. A domain adds one line here, and a migration names its tables. */
export const EVENTS: readonly EventSource[] = [
  ...CHILDREN_EVENTS,
  ...OUTCOMES_EVENTS,
  ...PARTICIPATION_EVENTS,
  ...CALENDAR_EVENTS,
  ...AROUND_EVENTS,
  ...CONTACT_EVENTS,
  ...COMING_AND_GOING_EVENTS,
  ...DUTY_EVENTS,
  ...IDENTIFICATION_EVENTS,
  ...MISSING_EVENTS,
  ...PLANS_EVENTS,
  ...CLOCKS_EVENTS,
  ...PROCESSES_EVENTS,
  ...HOME_EVENTS,
  ...STANDING_BESIDE_EVENTS,
  ...PAST_EIGHTEEN_EVENTS,
]

const byCode = new Map(EVENTS.map((source) => [source.code, source]))

export const sourceOf = (code: string): EventSource | undefined => byCode.get(code)

/** Those whose own pages the reader may open. Row by row, the tables decide. */
export const sourcesFor = (actor: Actor, kind: EventKind | undefined): readonly EventSource[] =>
  EVENTS.filter(
    (s) =>
      (s.may === undefined || may(actor.role, s.may)) && (kind === undefined || s.kind === kind),
  )
