import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type ChildId, readId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Child } from '#domains/children/index.ts'
import {
  bodyOf,
  type Enquiry,
  REFERRAL_ORDER,
  type ReferralKind,
  type ReferralState,
  type StepKind,
  type StepState,
} from './protection.rules.ts'
import { nationFor, responderOf } from './responder.queries.ts'
import { routeOf } from './responder.rules.ts'

export type ProtectionStep = {
  readonly id: string
  readonly kind: StepKind
  readonly state: StepState
  readonly who: string
  readonly askedOn: CalendarDay
  readonly inPlaceOn: CalendarDay | undefined
  readonly overOn: CalendarDay | undefined
  readonly words: string | undefined
  readonly refusedBecause: string | undefined
  /** Of a strategy discussion that was held. */
  readonly enquiry: Enquiry | undefined
  readonly conferenceOn: CalendarDay | undefined
  readonly version: number
}

export type LinkedReferral = {
  readonly id: string
  readonly kind: ReferralKind
  readonly state: ReferralState
  readonly toBody: string
  readonly preparedOn: CalendarDay
  readonly sentOn: CalendarDay | undefined
  readonly answeredOn: CalendarDay | undefined
  readonly reference: string | undefined
  readonly words: string | undefined
  readonly because: string | undefined
  readonly version: number
}

/** What protects the child, the newest first within a kind. */
export async function stepsOfChild(tx: Tx, child: ChildId): Promise<readonly ProtectionStep[]> {
  const { rows } = await sql<Kept<ProtectionStep>>`
    select id, kind, state, who, asked_on as "askedOn", in_place_on as "inPlaceOn", over_on as "overOn",
           words, refused_because as "refusedBecause", enquiry, conference_on as "conferenceOn", version
    from waymark.protection_step where child_id = ${child} order by asked_on desc, id`.execute(tx)
  return rows.map((row) => known<ProtectionStep>(row))
}

export async function findStep(
  tx: Tx,
  child: ChildId,
  id: unknown,
): Promise<ProtectionStep | undefined> {
  const asked = readId<'step'>(id)
  return asked && (await stepsOfChild(tx, child)).find((s) => s.id === asked)
}

export type StepToKeep = Omit<ProtectionStep, 'id' | 'version'>

const stepColumns = (s: StepToKeep) => ({
  kind: s.kind,
  state: s.state,
  who: s.who,
  asked_on: s.askedOn,
  in_place_on: s.inPlaceOn ?? null,
  over_on: s.overOn ?? null,
  words: s.words ?? null,
  refused_because: s.refusedBecause ?? null,
  enquiry: s.enquiry ?? null,
  conference_on: s.conferenceOn ?? null,
})

export async function addStep(tx: Tx, child: ChildId, step: StepToKeep): Promise<string> {
  const { id } = await tx
    .insertInto('waymark.protection_step')
    .values({ child_id: child, ...stepColumns(step) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False when somebody changed it since `version`. */
export async function changeStep(
  tx: Tx,
  id: string,
  version: number,
  step: StepToKeep,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.protection_step')
    .set(stepColumns(step))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The referrals of a child, the newest first within a kind. */
export async function referralsOf(tx: Tx, child: ChildId): Promise<readonly LinkedReferral[]> {
  const { rows } = await sql<Kept<LinkedReferral>>`
    select id, kind, state, to_body as "toBody", prepared_on as "preparedOn", sent_on as "sentOn",
           answered_on as "answeredOn", reference, words, because, version
    from waymark.linked_referral where child_id = ${child}
    order by prepared_on desc, changed_at desc, id`.execute(tx)
  return rows.map((row) => known<LinkedReferral>(row))
}

export async function findReferral(
  tx: Tx,
  child: ChildId,
  id: unknown,
): Promise<LinkedReferral | undefined> {
  const asked = readId<'referral'>(id)
  return asked && (await referralsOf(tx, child)).find((r) => r.id === asked)
}

/** Begins all three referrals that are not under way already, each to the body it goes to. */
export async function prepareTogether(tx: Tx, child: Child, today: CalendarDay): Promise<void> {
  const nation = await nationFor(tx, child.organisationId, today)
  const responder = await responderOf(tx, child.organisationId)
  const route = routeOf('We', responder)
  const routed = route.kind === 'own' ? undefined : `By ${route.to}`
  await tx
    .insertInto('waymark.linked_referral')
    .values(
      REFERRAL_ORDER.map((kind) => ({
        child_id: child.id,
        kind,
        state: 'preparing',
        to_body: bodyOf(kind, nation, routed),
        prepared_on: today,
      })),
    )
    // Written out: a parameter would not let the database see which index is meant.
    .onConflict((c) =>
      c
        .columns(['child_id', 'kind'])
        .where(sql<boolean>`state in ('preparing', 'sent')`)
        .doNothing(),
    )
    .execute()
}

export type ReferralChange = Omit<LinkedReferral, 'id' | 'kind' | 'preparedOn' | 'version'>

/** False when somebody changed it since `version`. */
export async function changeReferral(
  tx: Tx,
  id: string,
  version: number,
  change: ReferralChange,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.linked_referral')
    .set({
      state: change.state,
      to_body: change.toBody,
      sent_on: change.sentOn ?? null,
      answered_on: change.answeredOn ?? null,
      reference: change.reference ?? null,
      words: change.words ?? null,
      because: change.because ?? null,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
