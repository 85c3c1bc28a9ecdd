/** A carer's limited account: what was agreed, item by item, and their own view. Pure. */
import type { PersonId } from '#kernel/ids.ts'

export const DECIDES = {
  young_person: 'The young person',
  with_worker: 'The young person with a worker, until they can judge it alone',
} as const

export const ENDED_BECAUSE = {
  young_person_wants: 'The young person wants it',
  moved: 'They no longer live there',
  not_safe: 'It is not safe',
  not_needed: 'It is not needed any more',
  other: 'Another reason',
} as const
export type EndedBecause = keyof typeof ENDED_BECAUSE

export type Carer = {
  readonly id: string
  readonly personId: PersonId
  readonly name: string
  readonly whoTheyAre: string
  /** Who they are in the register of homes and carers, where they are in it. */
  readonly registerId: string | undefined
  readonly decides: keyof typeof DECIDES
  readonly decidesWhy: string | undefined
  readonly reviewOn: string | undefined
  readonly agreedOn: string
  readonly agreedHow: string
  readonly endedAt: Date | undefined
  readonly endedBecause: EndedBecause | undefined
  readonly version: number
}

export type CarerItem = {
  readonly id: string
  readonly carerId: string
  readonly appointmentId: string | undefined
  readonly actionId: string | undefined
  readonly appointmentKind: string | undefined
  readonly startsAt: Date | undefined
  readonly withWhom: string | undefined
  /** What a plan promises, in plain words. */
  readonly plain: string | undefined
  readonly dueOn: string | undefined
  readonly offAt: Date | undefined
  /** Turned off by the young person: theirs alone to turn on again. */
  readonly offByChild: boolean
  readonly version: number
}

/** One item as the carer is given it: no more of it than they need. */
export type Agreed = {
  readonly id: string
  readonly kind: 'appointment' | 'plan'
  readonly what: string
  readonly who: string | undefined
  readonly place: string | undefined
  readonly startsAt: Date | undefined
  readonly endsAt: Date | undefined
  readonly dueOn: string | undefined
  readonly state: string
}
